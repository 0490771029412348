"""Reviewing the audit: what a reader would question, and setting a finding aside."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, text_of, wants_json
from compact_tui.cli.output import print_json, say, width, wrapped
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.core.errors import ExitCode

if TYPE_CHECKING:
    from argparse import _SubParsersAction
    from collections.abc import Iterator

    from compact_tui.core.review_views import FindingView


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of the audit."""
    add_verb(verbs, "check", check, "List what a reader would question; ends with 1 while an error stands.",
             example="audit check")  # fmt: skip
    verb = add_verb(
        verbs,
        "set-aside",
        set_aside,
        "Set a finding aside with a reason, or take it up again.",
        example='audit set-aside "evidence-nowhere@e-7k2m9xq4#where" --reason "It hangs by the door"',
    )
    verb.add_argument("finding", metavar="FINDING", help="its id, as audit check gives it")
    how = verb.add_mutually_exclusive_group(required=True)
    how.add_argument("--reason", metavar="TEXT", help="why it can stand; it travels with the return")
    how.add_argument("--take-up", action="store_true", help="let it stand again")


def check(args: Namespace) -> int:
    """Print the findings."""
    from compact_tui.services.review import review

    view = review(desk_of(args))
    if wants_json(args):
        print_json(view)
    else:
        say(f"{view.title}: {view.sentence}.")
        for finding in view.findings:
            say("", *_lines(finding, width()))
    return ExitCode.PUT_RIGHT if view.errors else ExitCode.DONE


def _lines(finding: "FindingView", room: int) -> "Iterator[str]":
    head = f"{finding.number}: {finding.message}" if finding.number else finding.message
    yield from wrapped(f"{finding.severity_word.upper()}  {head}", room)
    if finding.seen:
        yield from wrapped(f"In {finding.field_words}: {', '.join(finding.seen)}", room, "  ")
    if finding.set_aside:
        yield from wrapped(f"Set aside: {finding.set_aside}", room, "  ")
    else:
        yield from wrapped(finding.remedy, room, "  ")
    yield f"  ({finding.id})"


def set_aside(args: Namespace) -> int:
    """Set a finding aside, or take it up again."""
    from compact_tui.services import review

    desk = desk_of(args)
    if args.take_up:
        view = review.take_up(desk, args.finding)
    else:
        view = review.set_aside(desk, args.finding, text_of(args, "reason") or "")
    if wants_json(args):
        print_json(view)
    elif view.set_aside:
        say(f"Set aside: {view.message}", "To take it up again: compact-tui audit set-aside FINDING --take-up")
    else:
        say(f"It stands again: {view.message}", view.remedy)
    return 0
