"""Saying who the setting is and where the return goes."""

import argparse
from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import at_terminal, desk_of, wants_json
from compact_tui.cli.output import print_json, say, talk, tell
from compact_tui.cli.parser import Parser, add_command
from compact_tui.cli.setup_request import add_options, request
from compact_tui.cli.typed import add_form, typed_in
from compact_tui.core.forms import Form
from compact_tui.core.setting import sector_of_kind
from compact_tui.core.setting_forms import SETTING_FORM
from compact_tui.core.small_group import WHICH_FORM

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.services.desk import Desk

_MANY = {"areas": "--area", "return_to": "--return-to"}
"""Fields that may be given several times."""
_ONCE = Form("setting", SETTING_FORM.title, tuple(f for f in SETTING_FORM.fields if f.id not in _MANY))


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the command."""
    command = add_command(groups, "setup", setup)
    add_form(command, _ONCE)
    command.add_argument("--which", action="store_true", help="ask which tool is yours, and say why; saves nothing")
    add_form(command, WHICH_FORM)
    add_options(command)
    for field in SETTING_FORM.fields:
        if field.id in _MANY:
            command.add_argument(
                _MANY[field.id],
                dest=field.id,
                action="append",
                default=argparse.SUPPRESS,
                metavar="EMAIL" if field.id == "return_to" else "AREA",
                help=f"{field.question}. May be given several times.",
            )


def setup(args: Namespace) -> int:
    """Say who the setting is: by options, and by asking for what is missing where a person can be asked."""
    from compact_tui.services.settings import set_up

    if args.request:
        return request(args)
    desk = desk_of(args)
    which = typed_in(args, WHICH_FORM)
    if args.which or which:
        return _say_which(args, desk, which)
    typed = typed_in(args, _ONCE)
    for name in _MANY:
        if getattr(args, name, None) is not None:
            typed[name] = ", ".join(getattr(args, name))
    if at_terminal():
        typed |= _asked(desk, typed)
    setting = set_up(desk, typed)
    return tell(args, setting, f"Saved: {setting.name}.", "What comes next: compact-tui status")


def _say_which(args: Namespace, desk: "Desk", typed: dict[str, str]) -> int:
    from compact_tui.cli.asking import ask
    from compact_tui.services.audits import which_tool

    if at_terminal():
        typed |= {field.id: ask(field) for field in WHICH_FORM.fields if field.id not in typed}
    tool = which_tool(desk, typed)
    if wants_json(args):
        print_json(tool)
        return 0
    say(f"{tool.title}.", tool.sentence, *tool.notes, "What asks for the full audit:")
    say(*(f"  {line.words}: {line.state_word}" for line in tool.obliges))
    chosen = f"--kind {tool.kind}" if tool.kind else f"--sector {tool.sector}"
    say(f"To take it: compact-tui setup --name NAME {chosen}")
    return 0


def name_first(desk: "Desk") -> None:
    """Ask what nothing can begin without, where nobody has said it yet and a person can be asked."""
    from compact_tui.services.books import read_setting
    from compact_tui.services.settings import set_up

    setting = read_setting(desk) if at_terminal() else None
    if at_terminal() and not (setting and setting.name):
        set_up(desk, _asked(desk, {"kind": ""}))


def _asked(desk: "Desk", typed: dict[str, str]) -> dict[str, str]:
    """What a person answers: everything when nothing was given, else only what cannot be left out."""
    from compact_tui.cli.asking import ask
    from compact_tui.services.settings import typed_setting

    kept = typed_setting(desk)
    answers: dict[str, str] = {}
    if not typed:
        talk("An empty line keeps what stands in brackets, or leaves the question open.")
    for field in SETTING_FORM.fields:
        known = kept.get(field.id, "")
        if field.id == "sector":
            known = sector_of_kind((typed | answers).get("kind", "")) or known
        if field.id not in typed and (not typed or (field.required and not known)):
            answers[field.id] = ask(field, known)
    return answers
