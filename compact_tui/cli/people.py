"""Whom to ring, and where things are."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import at_terminal, desk_of, wants_json
from compact_tui.cli.output import columns, print_json, say
from compact_tui.cli.parser import Parser, add_command
from compact_tui.cli.typed import add_form, typed_in
from compact_tui.core.setting_forms import PEOPLE_FORM

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the command."""
    add_form(add_command(groups, "people", people), PEOPLE_FORM)


def people(args: Namespace) -> int:
    """Say whom to ring by options; without any, show what is known, and ask for it where a person can be asked."""
    from compact_tui.services.settings import set_people, typed_people

    desk = desk_of(args)
    typed = typed_in(args, PEOPLE_FORM)
    if not typed and at_terminal() and not wants_json(args):
        from compact_tui.cli.asking import ask

        kept = typed_people(desk)
        typed = {field.id: ask(field, kept.get(field.id, "")) for field in PEOPLE_FORM.fields}
    if typed:
        set_people(desk, typed)
    known = typed_people(desk)
    said = {field.id: known.get(field.id, "") for field in PEOPLE_FORM.fields}
    if wants_json(args):
        print_json(said)
    else:
        say(*columns([(field.question, said[field.id] or "not said yet") for field in PEOPLE_FORM.fields]))
        say("The card that uses them: compact-tui act-now")
    return 0
