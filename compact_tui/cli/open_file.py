"""Opening a file that came by email, whatever it is: what it is, what it would do, then taking it."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.merge_text import add_choices, choices_in, how_to_choose, merge_lines, refuse_unknown_lines
from compact_tui.cli.output import print_json, say, tell, width
from compact_tui.cli.parser import Parser, add_command
from compact_tui.core.errors import ExitCode

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.came import CameLine, CamePreview, CameView
    from compact_tui.core.merge_values import Choices
    from compact_tui.services.desk import Desk


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the command."""
    parser = add_command(groups, "open", open_file)
    parser.add_argument("file", metavar="FILE", help="what came: the file itself, or the whole email (.eml, .msg)")
    parser.add_argument("--which", default="", metavar="ID", help="which of several, by the id that --dry-run shows")
    parser.add_argument("--yes", action="store_true", help="take it without being asked")
    parser.add_argument("--begin", action="store_true", help="of a request: begin the audit that it asks for too")
    add_choices(parser)


def open_file(args: Namespace) -> int:
    """Say what a file is; take it where that was wanted."""
    from compact_tui.services.came import look_at_came, preview_came, take_came

    desk, choices = desk_of(args), choices_in(args)
    view = look_at_came(desk, args.file)
    line = _wanted(view, args.which)
    if args.dry_run and line is None and args.which:
        preview_came(desk, args.file, args.which, choices, seen=view.sha256)
    if args.dry_run or (line is None and not (args.which or (args.yes and any(one.way for one in view.lines)))):
        return _look(args, desk, view, line, choices)
    if line is None or line.looked_at:
        _confirm(args, desk, view, line, choices)
    done = take_came(desk, args.file, args.which, choices, begin=args.begin, seen=view.sha256)
    chosen = how_to_choose(done.merge) if done.merge else ()
    tell(args, done, done.sentence, *done.lines, *chosen)
    return int(ExitCode.PUT_RIGHT if done.merge and done.merge.undecided else ExitCode.DONE)


def _wanted(view: "CameView", which: str) -> "CameLine | None":
    """The one that is meant: the one named, or the only one that is opened here."""
    here = [line for line in view.lines if line.way and which in {"", line.id}]
    return here[0] if len(here) == 1 else None


def _look(args: Namespace, desk: "Desk", view: "CameView", line: "CameLine | None", choices: "Choices") -> int:
    """Say what came, and of one that is opened here what it would do; 3 where nothing is."""
    if wants_json(args):
        print_json(view)
    else:
        _say(args, desk, view, line, choices)
    return int(ExitCode.DONE if any(one.way for one in view.lines) else ExitCode.NOT_ACCEPTABLE)


def _say(args: Namespace, desk: "Desk", view: "CameView", line: "CameLine | None", choices: "Choices") -> None:
    from compact_tui.services.came import preview_came

    say(view.sentence)
    if len(view.lines) > 1:
        say(*(f"  {one.id}  {one.name}: {one.sentence}" for one in view.lines))
        say(*(["Take one with: compact-tui open FILE --which ID"] if line is None else []))
    if line is not None and line.looked_at:
        say(*_told(preview_came(desk, args.file, line.id, choices, seen=view.sha256)))
    if line is not None:
        say("Nothing was changed. Take it with: compact-tui open FILE --yes")


def _confirm(args: Namespace, desk: "Desk", view: "CameView", line: "CameLine | None", choices: "Choices") -> None:
    from compact_tui.cli.confirming import confirmed
    from compact_tui.services.came import preview_came

    preview = preview_came(desk, args.file, line.id if line else args.which, choices, seen=view.sha256)
    if preview.merge is not None:
        refuse_unknown_lines(choices, preview.merge)
    if not args.yes:
        confirmed("Nothing was taken.", "Take it?", *_told(preview))


def _told(preview: "CamePreview") -> tuple[str, ...]:
    from compact_tui.core.request_opened import told_lines

    if preview.merge is not None:
        return tuple(merge_lines(preview.merge, width()))
    return told_lines(preview.request) if preview.request is not None else preview.lines
