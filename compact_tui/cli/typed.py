"""Options made from forms, and what was typed into them."""

import argparse
from argparse import Namespace
from collections.abc import Mapping

from compact_tui.cli.common import text_of
from compact_tui.cli.parser import Parser
from compact_tui.core.forms import Form

_NONE: Mapping[str, str] = {}


def add_form(parser: Parser, form: Form, flags: Mapping[str, str] = _NONE, places: Mapping[str, str] = _NONE) -> None:
    """Add an option for each field of a form.

    Args:
        parser: Where to.
        form: The fields.
        flags: The option of a field where it is not the field's own name.
        places: Where the value goes in what was parsed, where it is not the field's own name.
    """
    for field in form.fields:
        parser.add_argument(
            flags.get(field.id, f"--{field.id.replace('_', '-')}"),
            dest=places.get(field.id, field.id),
            default=argparse.SUPPRESS,
            metavar=_metavar(field.id),
            help=" ".join(part for part in (field.question.rstrip("?") + ".", field.help) if part).replace("%", "%%"),
        )


def _metavar(field: str) -> str:
    if field in {"seen_on", "review_by", "due", "on"}:
        return "DATE"
    return {"who": "ROLE", "held_by": "ROLE", "kind": "KIND", "file": "PATH"}.get(field, "TEXT")


def typed_in(args: Namespace, form: Form, places: Mapping[str, str] = _NONE) -> dict[str, str]:
    """What was typed for the fields of a form; fields that were not given are left out."""
    found = {field.id: text_of(args, places.get(field.id, field.id)) for field in form.fields}
    return {name: text for name, text in found.items() if text is not None}


def criteria_of(args: Namespace, place: str = "supports") -> tuple[str, ...]:
    """The criteria given with ``--for`` or the like, which takes several, also with commas between."""
    given: list[str] = getattr(args, place, None) or []
    return tuple(name.strip() for text in given for name in text.split(",") if name.strip())
