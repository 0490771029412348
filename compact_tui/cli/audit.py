"""The audit: starting, showing, answering, grading, and its history."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli import (
    audit_carry,
    audit_copies,
    audit_note,
    audit_part,
    audit_print,
    audit_review,
    audit_signing,
    audit_ways,
    audit_workbook,
)
from compact_tui.cli.audit_text import answered_lines, criterion_lines, graded_lines, overview, standard_lines
from compact_tui.cli.common import desk_of, text_of, wants_json, warn_beside
from compact_tui.cli.output import print_json, say, table, tell, width
from compact_tui.cli.parser import Parser, add_group, add_verb
from compact_tui.core.text import capitalised

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.services.history import Undone


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the group."""
    verbs = add_group(groups, "audit")
    verb = add_verb(verbs, "start", start, "Start an audit.", example="audit start --cycle 2026-2028")
    verb.add_argument("--pack", metavar="ID", help="audit pack: an id of pack list, or the path of a file or folder")
    verb.add_argument("--cycle", default="", metavar="TEXT", help="what you call this round, such as 2026-2028")
    add_verb(verbs, "list", list_all, "List the audits that are here.", example="audit list --json")
    verb = add_verb(verbs, "show", show, "Show the audit, or one standard or criterion of it.", example="audit show 3")
    verb.add_argument(
        "standard", nargs="?", default="", metavar="STANDARD", help="its id or number; a criterion has one such as 3.2"
    )
    verb = add_verb(
        verbs, "answer", answer, "Answer a criterion.", example='audit answer 3.2 partly-met --note "Two gaps"'
    )
    verb.add_argument("criterion", metavar="CRITERION", help="its id, or its number such as 3.2")
    verb.add_argument(
        "answer",
        metavar="ANSWER",
        help="an answer of your audit pack: met, partly-met, not-met, not-applicable, not-known, need-support; "
        "unanswered takes one back",
    )
    verb.add_argument("--note", metavar="TEXT", help="what you found; - reads it from standard input")
    verb.add_argument("--reason", metavar="TEXT", help="why it does not apply")
    verb = add_verb(verbs, "grade", grade, "Grade a standard.", example="audit grade 3 good")
    verb.add_argument("standard", metavar="STANDARD", help="its id or number")
    verb.add_argument("level", metavar="LEVEL", help="a level of your audit pack, such as good")
    verb.add_argument("--reason", metavar="TEXT", help="why it differs from the suggested level")
    verb = add_verb(
        verbs, "summary", summary, "Write the summary of a standard.", example="audit summary 3 - < summary.txt"
    )
    verb.add_argument("standard", metavar="STANDARD", help="its id or number")
    verb.add_argument("text", metavar="TEXT", help="the whole summary; - reads it from standard input")
    for more in (
        audit_note,
        audit_review,
        audit_signing,
        audit_print,
        audit_ways,
        audit_part,
        audit_copies,
        audit_workbook,
        audit_carry,
    ):
        more.add_verbs(verbs)
    add_verb(verbs, "history", history, "List what was changed, newest first.", example="audit history")
    add_verb(verbs, "undo", undo, "Take back the newest change.", example="audit undo")
    add_verb(verbs, "redo", redo, "Do again what was taken back.", example="audit redo")


def start(args: Namespace) -> int:
    """Start an audit and print its id."""
    from compact_tui.cli.setup import name_first
    from compact_tui.services.audits import start as start_audit

    desk = desk_of(args)
    name_first(desk)
    line = start_audit(desk, pack=args.pack or "", cycle=args.cycle)
    if wants_json(args):
        print_json(line)
    else:
        say(
            f"Started audit {line.id}, {line.cycle}: {line.standards} standards, {line.criteria} criteria.",
            "See the first ones: compact-tui audit show 1",
        )
    return 0


def list_all(args: Namespace) -> int:
    """Print the audits that are here."""
    from compact_tui.services.audits import list_audits

    lines = list_audits(desk_of(args))
    if wants_json(args):
        print_json(lines)
    elif lines:
        headers = ["Id", "Round", "Pack", "Answered"]
        rows = [[a.id, a.cycle, f"{a.pack} {a.edition}", f"{a.answered} of {a.criteria}"] for a in lines]
        if any(a.to_grade for a in lines):
            headers.append("Graded")
            for row, a in zip(rows, lines, strict=True):
                row.append(f"{a.graded} of {a.to_grade}" if a.to_grade else "has no grades")
        table(args, headers, rows)
    else:
        say("No audit has been started here yet.", "Start one: compact-tui audit start")
    return 0


def show(args: Namespace) -> int:
    """Print the audit, or one standard or criterion."""
    from compact_tui.services.answering import criterion_page, names_criterion
    from compact_tui.services.audits import show as show_audit

    desk = desk_of(args)
    if args.standard and names_criterion(desk, args.standard):
        page = criterion_page(desk, args.standard)
        return tell(args, page, *criterion_lines(page, width()))
    view = show_audit(desk, args.standard)
    if wants_json(args):
        print_json(view)
    elif args.standard:
        for standard in view.standards:
            say(*standard_lines(standard, width()))
    else:
        say(*overview(view, width()))
    return 0


def answer(args: Namespace) -> int:
    """Answer a criterion."""
    from compact_tui.services.answering import answer as answer_criterion

    note, reason = text_of(args, "note"), text_of(args, "reason")
    view = answer_criterion(desk_of(args), args.criterion, args.answer, note=note, reason=reason)
    warn_beside(args, note, reason)
    return tell(args, view, *answered_lines(view))


def grade(args: Namespace) -> int:
    """Grade a standard."""
    from compact_tui.services.grading import grade as grade_standard

    reason = text_of(args, "reason")
    view = grade_standard(desk_of(args), args.standard, args.level, reason=reason)
    warn_beside(args, reason)
    return tell(args, view, *graded_lines(view))


def summary(args: Namespace) -> int:
    """Write the summary of a standard."""
    from compact_tui.services.grading import summarise

    text = text_of(args, "text") or ""
    view, _ = summarise(desk_of(args), args.standard, text)
    warn_beside(args, text)
    if wants_json(args):
        print_json(view)
    else:
        done = "Summary kept" if view.summary else "Summary taken away"
        say(f"{done} for {view.number} {view.title}.", f"Look at it: compact-tui audit show {view.number}")
    return 0


def history(args: Namespace) -> int:
    """Print what was changed."""
    from compact_tui.services.history import history as history_of

    changes = history_of(desk_of(args))
    if wants_json(args):
        print_json(changes)
    else:
        rows = [(c.when, c.by, c.what + (" (taken back)" if c.undone else "")) for c in changes]
        table(args, ("When", "By", "What"), rows)
    return 0


def undo(args: Namespace) -> int:
    """Take back the newest change."""
    from compact_tui.services.history import undo as undo_change

    return _say_undone(args, undo_change(desk_of(args)), "To have it again: compact-tui audit redo")


def redo(args: Namespace) -> int:
    """Do again what was taken back."""
    from compact_tui.services.history import redo as redo_change

    return _say_undone(args, redo_change(desk_of(args)), "To take it back again: compact-tui audit undo")


def _say_undone(args: Namespace, done: "Undone", then: str) -> int:
    if wants_json(args):
        print_json(done)
        return 0
    say(f"{capitalised(done.what)}.", then)
    if done.kept_apart:
        say(f"Somebody had changed {', '.join(done.kept_apart)} since; the history holds both versions.")
    return 0
