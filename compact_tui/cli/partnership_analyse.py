"""Analysing a round by commands: figures by sector and standard, who is behind them, themes, flat tables."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, say, table, width, wrapped
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.cli.typed import add_form, typed_in
from compact_tui.core.action_themes import THEME_FORM
from compact_tui.core.errors import UsageError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.action_themes import ThemesView


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of the partnership."""
    verb = add_verb(
        verbs,
        "analyse",
        analyse,
        "Count the returns by sector and standard; small groups are suppressed, and what could tell about them.",
        example="partnership analyse --sector education --json",
    )
    verb.add_argument("--sector", default="", metavar="SECTOR", help="only this one")
    verb.add_argument("--standard", default="", metavar="ID", help="only this one, by id or number")
    verb.add_argument(
        "--pack", default="", metavar="PACK[@EDITION]", help="count the returns on this one, not on what is asked for"
    )
    verb.add_argument(
        "--names", action="store_true", help="with --standard: which returns are behind it; not for publishing"
    )
    verb = add_verb(
        verbs,
        "themes",
        themes,
        "List the themes that actions are counted under; add one, change one, take one out.",
        example='partnership themes --word "Lone working" --terms "lone work, alone"',
    )
    verb.add_argument("theme", nargs="?", default="", metavar="THEME", help="the one to change; left out, a new one")
    add_form(verb, THEME_FORM)
    verb.add_argument("--remove", action="store_true", help="take it out")
    verb = add_verb(
        verbs,
        "facts",
        facts,
        "Write every return as flat tables (CSV, NDJSON, SQLite) with a data dictionary; not for publishing.",
        example="partnership facts --output tables",
    )
    verb.add_argument("--output", default="", metavar="DIR", help="a new folder, instead of one in the workspace")


def analyse(args: Namespace) -> int:
    """Print the figures."""
    from compact_tui.core.analysis_heat import ALL, plain_figures
    from compact_tui.services.analysing import analyse as verb
    from compact_tui.services.analysing import behind

    if args.names:
        if not args.standard:
            raise UsageError("--names needs a standard.", "Such as: --standard 3 --names.")
        view = behind(desk_of(args), args.standard, args.sector or ALL, args.pack)
        if wants_json(args):
            print_json(view)
            return 0
        rows = [(one.return_id, one.name, one.word, one.moderated, one.sector) for one in view.lines]
        table(args, ("Return", "Setting", "Their grade", "Committee", "Sector"), rows)
        say("", f"{view.number} {view.title}: {view.sentence}")
        return 0
    page = verb(desk_of(args), args.sector, args.standard, args.pack)
    if wants_json(args):
        print_json(plain_figures(page.analysis))
        return 0
    say(f"{page.title}: {page.sentence}.", "")
    headers = ("No.", "Standard", *(f"{one.word} ({one.returned})" for one in page.columns))
    table(args, headers, [(str(row.number), row.short, *(cell.words for cell in row.cells)) for row in page.rows])
    if args.standard:
        for row in page.rows:
            for column, cell in zip(page.columns, row.cells, strict=True):
                say("", f"{column.word}:", *(line for text in cell.lines for line in wrapped(text, width(), "  ")))
    if len(page.audits) > 1:
        say(
            "",
            f"{page.measure}.",
            *(f"{'Counted' if one.chosen else 'Also here'}: {one.word} ({one.id})" for one in page.audits),
        )
    say("", *(line for note in page.notes for line in wrapped(note, width())))
    if page.themes:
        say("", "What actions are about:", *(f"  {line}" for line in page.themes))
    return 0


def themes(args: Namespace) -> int:
    """List, add, change or take out themes."""
    from compact_tui.services.themes import drop_theme, keep_theme, list_themes

    desk, typed = desk_of(args), typed_in(args, THEME_FORM)
    if args.remove:
        if not args.theme or typed:
            raise UsageError("--remove needs the id of a theme, and nothing else.", "Nothing was changed.")
        return _tell(args, drop_theme(desk, args.theme))
    if typed:
        return _tell(args, keep_theme(desk, typed, args.theme))
    if args.theme:
        raise UsageError("Say what to change.", 'Such as: --terms "train, induct". Nothing was changed.')
    return _tell(args, list_themes(desk))


def _tell(args: Namespace, view: "ThemesView") -> int:
    if wants_json(args):
        print_json(view)
        return 0
    table(args, ("Id", "Theme", "Words"), [(one.id, one.word, ", ".join(one.terms)) for one in view.themes])
    say(view.sentence)
    return 0


def facts(args: Namespace) -> int:
    """Write the tables."""
    from compact_tui.services.facts import write_facts

    view = write_facts(desk_of(args), args.output)
    if wants_json(args):
        print_json(view)
        return 0
    table(args, ("Table", "Rows"), [(one.table, str(one.rows)) for one in view.tables])
    say(view.sentence)
    return 0
