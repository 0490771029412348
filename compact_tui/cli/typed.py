"""Options made from forms, and what was typed into them."""

import argparse
from argparse import Namespace
from collections.abc import Mapping

from compact_tui.cli.common import text_of
from compact_tui.cli.parser import Parser
from compact_tui.core.days import parse_day
from compact_tui.core.forms import Field, Form

_NONE: Mapping[str, str] = {}


def add_form(parser: Parser, form: Form, flags: Mapping[str, str] = _NONE, places: Mapping[str, str] = _NONE) -> None:
    """Add an option for each field of a form.

    Args:
        parser: Where to.
        form: The fields.
        flags: The option of a field where it is not the field's own name.
        places: Where the value goes in what was parsed, where it is not the field's own name.
    """
    if flags:
        parser.set_defaults(flags_of_fields=flags)
    for field in form.fields:
        parser.add_argument(
            flags.get(field.id, f"--{field.id.replace('_', '-')}"),
            dest=places.get(field.id, field.id),
            default=argparse.SUPPRESS,
            metavar=_metavar(field),
            help=_help(field).replace("%", "%%"),
        )


def _help(field: Field) -> str:
    of = ", ".join(known for known, _ in field.choices if known)
    said = (
        field.question if field.question.endswith("?") else f"{field.question}.",
        f"One of: {of}." if of else "",
        field.help,
    )
    return " ".join(part for part in said if part)


def _metavar(field: Field) -> str:
    if field.parse is parse_day:
        return "DATE"
    return {"who": "ROLE", "held_by": "ROLE", "kind": "KIND", "file": "PATH"}.get(field.id, "TEXT")


def typed_in(args: Namespace, form: Form, places: Mapping[str, str] = _NONE) -> dict[str, str]:
    """What was typed for the fields of a form; fields that were not given are left out."""
    found = {field.id: text_of(args, places.get(field.id, field.id)) for field in form.fields}
    return {name: text for name, text in found.items() if text is not None}


def criteria_of(args: Namespace, place: str = "supports") -> tuple[str, ...]:
    """The criteria given with ``--for`` or the like, which takes several, also with commas between."""
    given: list[str] = getattr(args, place, None) or []
    return tuple(name.strip() for text in given for name in text.split(",") if name.strip())
