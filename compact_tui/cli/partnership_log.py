"""The learning log by commands: its lines, findings that are suggested, the training plan, the calendar of audits."""

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, say, table, width, wrapped
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.cli.typed import add_form, typed_in
from compact_tui.core.errors import UsageError
from compact_tui.core.learning_forms import AUDIT_FORM, LEARNING_FORM, LEARNT_DONE_FORM, SHOWED_FORM
from compact_tui.core.text import listed

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.audit_calendar_views import AuditCalendar
    from compact_tui.core.learning_views import LearningLog, Offers

_PLACES = {"who": "doer"}
"""``--who`` is who does it; who is at the keyboard is kept apart."""
_NOTHING = "Nothing was changed."


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of the partnership."""
    verb = add_verb(
        verbs,
        "log",
        log,
        "List the learning log; add a line, change one, say that it is done and what the next round showed.",
        example='partnership log --finding "References come late" --will-do "A course on references" --kind training',
    )
    verb.add_argument("line", nargs="?", default="", metavar="LINE", help="the line to change or show, by id")
    add_form(verb, LEARNING_FORM, places=_PLACES)
    add_form(verb, LEARNT_DONE_FORM)
    add_form(verb, SHOWED_FORM)
    verb.add_argument("--remove", action="store_true", help="take the line out")
    verb.add_argument("--suggest", action="store_true", help="list findings that the figures suggest; nothing is taken")
    verb.add_argument("--take", default="", metavar="N", help="take one of them into the log, by number or id")
    verb = add_verb(
        verbs,
        "training",
        training,
        "Say what training is wanted on, most wanted first, and why.",
        example="partnership training --write",
    )
    verb.add_argument("--write", action="store_true", help="write it as a page and a Word file")
    verb.add_argument("--output", default="", metavar="DIR", help="the folder for --write, instead of the workspace's")
    verb = add_verb(
        verbs,
        "audits",
        audits,
        "List audits that agencies did and mean to do, month by month; plan one, change one, take one off.",
        example='partnership audits --plan --title "Return home interviews" --who Police --month "March 2027"',
    )
    verb.add_argument("audit", nargs="?", default="", metavar="AUDIT", help="one that is planned, by id")
    verb.add_argument("--plan", action="store_true", help="plan one")
    add_form(verb, AUDIT_FORM, places=_PLACES)
    verb.add_argument("--drop", action="store_true", help="take it off the calendar")
    verb.add_argument("--ics", default="", metavar="FILE", help="write what is planned for a calendar program")


def log(args: Namespace) -> int:
    """List the log, or do one thing to it."""
    from compact_tui.services import learning_log as verbs
    from compact_tui.services.learning_offers import suggest_findings, take_finding

    desk, typed = desk_of(args), typed_in(args, LEARNING_FORM, _PLACES)
    done, showed = typed_in(args, LEARNT_DONE_FORM), typed_in(args, SHOWED_FORM)
    asked = {
        "what a line says": bool(typed),
        "that it is done": bool(done),
        "what the next round showed": bool(showed),
        "--remove": args.remove,
        "--suggest": args.suggest,
        "--take": bool(args.take),
    }
    if sum(asked.values()) > 1:
        said = listed(name for name, is_said in asked.items() if is_said)
        raise UsageError(f"Say one thing at a time; this says {said}.", f"{_one_by_one(args, asked)} {_NOTHING}")
    if args.suggest or args.take:
        if args.line:
            raise UsageError("--suggest and --take stand alone, without a line.", _NOTHING)
        return _offers(args, take_finding(desk, args.take) if args.take else suggest_findings(desk))
    if typed:
        return _log(args, verbs.keep_learning(desk, typed, args.line))
    if not args.line:
        if any(asked.values()):
            raise UsageError("Say which line.", f"See them with their ids: compact-tui partnership log. {_NOTHING}")
        return _log(args, verbs.learning_log(desk))
    if done:
        return _log(args, verbs.note_done(desk, done, args.line))
    if showed:
        return _log(args, verbs.note_showed(desk, showed, args.line))
    if args.remove:
        return _log(args, verbs.drop_learning(desk, args.line))
    line = verbs.show_learning(desk, args.line)
    if wants_json(args):
        print_json(line)
    else:
        say(*(part for text in line.lines for part in wrapped(text, width())), f"{line.id}: {line.state_word}.")
    return 0


def _one_by_one(args: Namespace, asked: Mapping[str, bool]) -> str:
    """How the things that were said at once are said one after the other."""
    line = args.line or "LINE"
    ways = {
        "what a line says": f"partnership log {line} with what it says",
        "that it is done": f"partnership log {line} --done DAY",
        "what the next round showed": f'partnership log {line} --showed "..." --helped yes',
        "--remove": f"partnership log {line} --remove",
        "--suggest": "partnership log --suggest",
        "--take": "partnership log --take N",
    }
    return f"One after the other: {'; then '.join(ways[name] for name, is_said in asked.items() if is_said)}."


def _log(args: Namespace, view: "LearningLog") -> int:
    if wants_json(args):
        print_json(view)
        return 0
    rows = [(one.id, one.state_word, one.standard_word, one.sector_word, one.words) for one in view.lines]
    table(args, ("Id", "How far", "Standard", "Sector", "What was found"), rows)
    say(
        view.sentence, *(() if view.lines else ("See what the figures suggest: compact-tui partnership log --suggest",))
    )
    return 0


def _offers(args: Namespace, view: "Offers") -> int:
    if wants_json(args):
        print_json(view)
        return 0
    for one in view.offers:
        head = f"{one.number}. {one.words}{f' ({one.taken})' if one.taken else ''}"
        say(head, *(part for text in one.reasons for part in wrapped(text, width(), "   ")), "")
    say(view.sentence, *(("Take one: compact-tui partnership log --take N",) if view.offers else ()))
    return 0


def training(args: Namespace) -> int:
    """Print the training plan, or write it."""
    from compact_tui.services.training_plan import training_plan, write_training_plan

    desk = desk_of(args)
    if args.write:
        written = write_training_plan(desk, args.output)
        if wants_json(args):
            print_json(written)
        else:
            say(*written.lines)
        return 0
    if args.output:
        raise UsageError("--output goes with --write.", "Nothing was written.")
    plan = training_plan(desk)
    if wants_json(args):
        print_json(plan)
        return 0
    table(
        args,
        ("", "Topic", "Named by", "Learning log"),
        [(str(one.rank), one.words, str(one.named_by), one.log_words) for one in plan.topics],
    )
    for one in plan.topics:
        told = (*one.why, *(f"In the log: {line}" for line in one.log))
        say("", one.words, *(part for text in told for part in wrapped(text, width(), "  ")))
    say("", plan.sentence)
    return 0


def audits(args: Namespace) -> int:
    """Print the calendar, write it for a calendar program, or do one thing to an audit that is planned."""
    from compact_tui.services import audit_calendar as verbs

    desk, typed = desk_of(args), typed_in(args, AUDIT_FORM, _PLACES)
    if sum((bool(typed) or args.plan, args.drop, bool(args.ics))) > 1:
        raise UsageError("Say one thing at a time.", f"Such as: partnership audits AUDIT --drop. {_NOTHING}")
    if args.ics:
        written = verbs.write_audit_calendar(desk, Path(args.ics).expanduser())
        if wants_json(args):
            print_json(written)
        else:
            say(written.sentence)
        return 0
    if args.drop:
        if not args.audit:
            raise UsageError("--drop needs the id of an audit that is planned.", _NOTHING)
        return _calendar(args, verbs.drop_audit(desk, args.audit))
    if args.plan and args.audit or typed and not args.plan and not args.audit:
        raise UsageError("Say --plan for a new one, or the id of one to change it.", _NOTHING)
    if args.plan or typed:
        return _calendar(args, verbs.keep_audit(desk, typed, args.audit))
    if args.audit:
        raise UsageError("Say what to change.", f'Such as: --month "May 2027". {_NOTHING}')
    return _calendar(args, verbs.audit_calendar(desk))


def _calendar(args: Namespace, view: "AuditCalendar") -> int:
    if wants_json(args):
        print_json(view)
        return 0
    rows = [
        (month.title, one.state_word, one.title, one.who, one.id if one.planned_here else "")
        for month in view.months
        for one in month.audits
    ]
    table(args, ("Month", "How far", "Audit", "Who", "Id, where it can be changed"), rows)
    for heading, told in (("Would be done twice:", view.twice), ("Longest ago:", view.longest)):
        if told:
            say("", heading, *(part for text in told for part in wrapped(text, width(), "  ")))
    say("", view.sentence)
    return 0
