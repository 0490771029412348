"""Collecting what settings sent, by commands: taking it in, and what the columns of a survey tool's table are."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, progress, say, talk
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.core.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.collect_views import Collected, LettersMade


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of the partnership."""
    verb = add_verb(
        verbs,
        "collect",
        collect,
        "Take in what settings sent: folders, returns, mails, mailboxes, archives, workbooks, survey tables.",
        example="partnership collect inbox/",
    )
    verb.add_argument("paths", nargs="*", metavar="PATH", help="files, or folders with everything under them")
    verb.add_argument("--mapping", default="", metavar="FILE", help="what the columns of a survey tool's table are")
    verb.add_argument("--replies", action="store_true", help="write a ready reply for each file that was put aside")
    verb.add_argument(
        "--dealt-with",
        action="append",
        nargs="?",
        const="",
        metavar="FILE",
        help="a file put aside that you dealt with, by name or id: it is not listed any more; --all for every one",
    )
    verb.add_argument("--all", action="store_true", help="with --dealt-with: every file that was put aside")
    verb.add_argument("--rebuild", action="store_true", help="make the index anew from the files that came")
    verb = add_verb(
        verbs,
        "mapping",
        mapping,
        "Write a mapping for a survey tool's table, to fill in.",
        example="partnership mapping survey.toml",
    )
    verb.add_argument("file", metavar="FILE", help="a new .toml file")
    verb.add_argument(
        "--table",
        default="",
        metavar="FILE",
        help="the table: its headings are put in; a mapping that is there is checked",
    )
    verb.add_argument("--variation", default="", metavar="ID", help="as this variation of the pack")


def collect(args: Namespace) -> int:
    """Collect; 1 where something was put aside."""
    from compact_tui.services.collect_index import rebuild_index
    from compact_tui.services.collect_letters import write_replies
    from compact_tui.services.collecting import collect as verb

    desk = desk_of(args)
    if args.dealt_with is not None or args.all:
        return _dealt(args)
    if args.rebuild:
        made = rebuild_index(desk)
        if not args.paths:
            print_json(made) if wants_json(args) else say(made.sentence)
            return 0
        talk(made.sentence)
    if not args.paths or not all(path.strip() for path in args.paths):
        raise UsageError(
            "It is not said what to collect.", "Name files or folders: compact-tui partnership collect inbox/"
        )
    paths = [Path(path).expanduser() for path in args.paths]
    named = Path(args.mapping).expanduser() if args.mapping else None
    view = verb(desk, paths, progress("files", 100), mapping=named)
    replies = write_replies(desk, view.quarantined) if args.replies else None
    if wants_json(args):
        print_json(
            {
                "accepted": view.accepted,
                "duplicates": view.duplicates,
                "superseded": view.superseded,
                "quarantined": [{"file": one.file, "reason": one.reason} for one in view.quarantined],
            }
        )
        if replies is not None:
            talk(replies.sentence)
    else:
        tell_collected(view, replies)
    return int(ExitCode.PUT_RIGHT if view.quarantined else ExitCode.DONE)


def _dealt(args: Namespace) -> int:
    from compact_tui.services.put_aside import deal_with

    names = [name for name in args.dealt_with or () if name.strip()]
    others = args.paths or args.rebuild or args.replies or args.mapping
    if others or args.dealt_with is None or bool(names) == args.all:
        raise UsageError("Say --dealt-with FILE, or --dealt-with --all, and nothing else.", "Nothing was changed.")
    view = deal_with(desk_of(args), names)
    print_json(view) if wants_json(args) else say(view.sentence)
    return 0


def tell_collected(view: "Collected", replies: "LettersMade | None" = None) -> None:
    """Say what collecting did, and what to do about what was put aside."""
    say(view.sentence)
    for one in view.quarantined:
        say("", f"Put aside: {one.file}", f"  {one.reason}", *([f"  {one.remedy}"] if one.remedy else []))
    if replies is not None:
        say("", replies.sentence)
    elif view.quarantined:
        say("", "To write a ready reply for each, run it again with --replies.")
    if view.unmatched:
        say("", "See whose they could be: compact-tui partnership list --state unmatched")


def mapping(args: Namespace) -> int:
    """Write a mapping to fill in."""
    from compact_tui.services.survey_mappings import write_mapping

    table_file = Path(args.table).expanduser() if args.table else None
    view = write_mapping(desk_of(args), Path(args.file).expanduser(), variation=args.variation, table=table_file)
    print_json(view) if wants_json(args) else say(view.sentence, *view.wrong)
    return int(ExitCode.PUT_RIGHT if view.wrong else ExitCode.DONE)
