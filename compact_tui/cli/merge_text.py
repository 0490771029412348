"""What a file would change, as lines of text; and the options that choose where both sides changed something."""

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from compact_tui.cli.output import wrapped
from compact_tui.cli.parser import Parser
from compact_tui.core.errors import UsageError
from compact_tui.core.merge_values import WAYS, Choices
from compact_tui.core.text import did_you_mean

if TYPE_CHECKING:
    from compact_tui.core.merge_words import MergeLineView, MergeView

_NOTHING = "Nothing was changed."


def add_choices(verb: Parser) -> None:
    """Add the options of a command that takes a file in."""
    verb.add_argument("--dry-run", action="store_true", help="only say what would change")
    verb.add_argument(
        "--both",
        choices=WAYS,
        default="",
        metavar="WAY",
        help="what becomes of everything that both changed: mine, theirs, or keep (the texts of both)",
    )
    verb.add_argument(
        "--choose",
        action="append",
        default=[],
        metavar="ID=WAY",
        help="the same for one line, by the id that --dry-run shows; may be given several times",
    )


def choices_in(args: Namespace) -> Choices:
    """What the options choose.

    Raises:
        UsageError: If a line is chosen in no way that there is.
    """
    lines: dict[str, str] = {}
    for given in args.choose:
        name, _, way = given.rpartition("=")
        if not name or way not in WAYS:
            near = (
                did_you_mean(way, WAYS) or "Write it like answers/ID/note=theirs; mine, theirs and keep are the ways."
            )
            raise UsageError(f'--choose cannot take "{given}".', f"{near} {_NOTHING}")
        lines[name] = way
    return Choices(lines=lines, both=args.both)


def refuse_unknown_lines(choices: Choices, view: "MergeView") -> None:
    """See that every line that was chosen for is there.

    Raises:
        UsageError: If one is not, with did-you-mean.
    """
    known = {line.id for line in view.lines}
    for name in choices.lines:
        if name not in known:
            near = did_you_mean(name, known) or "--dry-run shows the lines with their ids."
            raise UsageError(f'Nothing differs at "{name}".', f"{near} {_NOTHING}")


def merge_lines(view: "MergeView", widest: int) -> Iterator[str]:
    """A merge as lines of text."""
    yield from (view.title, view.sentence)
    for line in view.lines:
        yield ""
        yield from _line(line, widest)
    if view.notes:
        yield from ("", "Also:")
        for note in view.notes:
            yield from wrapped(note, widest, "  ")
    yield from how_to_choose(view)


def how_to_choose(view: "MergeView") -> tuple[str, ...]:
    """How to say what becomes of what both changed; nothing where nothing waits."""
    if not view.undecided:
        return ()
    return ("", "Choose by the same command with --both mine, theirs or keep, or line by line with --choose ID=WAY.")


def _line(line: "MergeLineView", widest: int) -> Iterator[str]:
    where = " ".join(part for part in (line.place, line.words) if part)
    yield f"{where}: {line.state_words}; {line.choice_words}  [{line.id}]"
    for name, text in (("before", line.base), ("ours", line.mine), ("theirs", line.theirs)):
        yield from wrapped(f"{name}: {text}" if text else f"{name}: nothing", widest, "  ")
