"""Single-agency audits: the register, beginning and closing one, choosing cases, and what each shows."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli import agency_found, agency_report, agency_twice
from compact_tui.cli.agency_told import named, tell_case, tell_overview
from compact_tui.cli.common import desk_of, text_of, wants_json, warn_beside
from compact_tui.cli.output import print_json, say, table, talk
from compact_tui.cli.parser import Parser, Verb, add_group, add_verb
from compact_tui.cli.typed import add_form, typed_in
from compact_tui.core.agency_audit import ANSWERS
from compact_tui.core.agency_forms import CASE_FORM, PLAN_FORM, QUESTION_FORM, SAMPLE_FORM, START_FORM
from compact_tui.core.errors import UsageError
from compact_tui.core.text import count, listed

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_ANSWERS = listed(known for known, _, _ in ANSWERS)
_CASE_FLAGS = {"due": "--due"}
_CASE_PLACES = {"who": "doer"}
"""``--who`` is who does it; who is at the keyboard is kept apart."""


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the commands."""
    verbs = add_group(groups, "agency-audit")
    add_verb(
        verbs,
        "list",
        list_all,
        "List the audits done and planned, and the templates there are.",
        example="agency-audit list --json",
    )
    for name, run, text, form in (
        ("start", start, "Begin an audit of your own case work today.", START_FORM),
        ("plan", plan, "Put an audit that begins later into the register.", PLAN_FORM),
    ):
        more = ' --planned-for 2027-01-18 --title "Spring files"' if form is PLAN_FORM else ""
        verb = add_verb(verbs, name, run, text, example=f"agency-audit {name} --template case-files{more}")
        verb.add_argument("--template", required=True, metavar="T", help="which one, as agency-audit list shows it")
        add_form(verb, form)
    _add_one(verbs, "show", show, "Show an audit, a case of it, or a case as the second reader has it.").add_argument(
        "--case", default="", metavar="CASE", help="only this case, such as C01"
    )
    add_form(_add_one(verbs, "edit", edit, "Change what an audit says about itself."), START_FORM)
    verb = _add_one(
        verbs,
        "question",
        question,
        "Add a question of your own, or take one out, before the first answer.",
        '--text "Was the child asked?"',
    )
    add_form(verb, QUESTION_FORM)
    verb.add_argument("--remove", default="", metavar="QUESTION", help="take this one out: its number or id")
    add_form(_add_one(verbs, "sample", sample, "Choose the cases.", "--total 43 --size 12"), SAMPLE_FORM)
    verb = _add_on_case(verbs, "answer", answer, "Say what a case shows.", "C01 1 yes")
    verb.add_argument("question", metavar="QUESTION", help="its number or id")
    verb.add_argument("answer", metavar="ANSWER", help=f"{_ANSWERS}; none takes it back")
    verb.add_argument("--note", metavar="T", help="a line of note, which never leaves; - reads it from standard input")
    unsafe = verb.add_mutually_exclusive_group()
    unsafe.add_argument(
        "--unsafe", action="store_const", const=True, default=None, help="it shows a child who may be unsafe"
    )
    unsafe.add_argument("--safe", action="store_const", const=False, dest="unsafe", help="it does not after all")
    verb = _add_on_case(verbs, "note", note, "Write beside a case; none of it leaves.", 'C01 --strength "Quick"')
    add_form(verb, CASE_FORM, _CASE_FLAGS, _CASE_PLACES)
    _add_on_case(verbs, "told", told, "Say that the lead was told of a child who may be unsafe.", "C01")
    verb = _add_on_case(verbs, "done", done, "Say that a case is done.", "C01")
    verb.add_argument("--undo", action="store_true", dest="not_done", help="it is not done after all")
    agency_twice.add_verbs(verbs)
    agency_found.add_verbs(verbs)
    agency_report.add_verbs(verbs)


def _add_one(verbs: "_SubParsersAction[Parser]", name: str, run: Verb, text: str, more: str = "") -> Parser:
    """A verb on one audit, which need not be named where only one is going on."""
    verb = add_verb(verbs, name, run, text, example=f"agency-audit {name} {more}".strip())
    verb.add_argument("name", nargs="?", default="", metavar="AUDIT", help="its id, where several are going on")
    return verb


def _add_on_case(verbs: "_SubParsersAction[Parser]", name: str, run: Verb, text: str, more: str) -> Parser:
    verb = _add_one(verbs, name, run, text, more)
    verb.add_argument("case", metavar="CASE", help="its reference, such as C01")
    return verb


def list_all(args: Namespace) -> int:
    """Print the register and the templates."""
    from compact_tui.services.agency_audits import register as verb

    view = verb(desk_of(args))
    if wants_json(args):
        print_json(view)
        return 0
    say(view.sentence)
    if view.audits:
        rows = [(one.id, one.title, one.status_words, one.when, one.standard_words, one.state) for one in view.audits]
        table(args, ("Audit", "Title", "Stands", "When", "Standards", "How far"), rows)
    say("")
    rows_of = [(one.id, one.title, count(one.questions, "question")) for one in view.templates]
    table(args, ("Template", "Title", "Asks"), rows_of)
    return 0


def start(args: Namespace) -> int:
    """Begin an audit."""
    return _begun(args, later=False)


def plan(args: Namespace) -> int:
    """Plan an audit."""
    return _begun(args, later=True)


def _begun(args: Namespace, *, later: bool) -> int:
    from compact_tui.services import agency_audits as verbs

    desk = desk_of(args)
    form, usual = verbs.form_of_start(desk, args.template, later=later)
    typed = usual | typed_in(args, form)
    view = (verbs.plan if later else verbs.start)(desk, args.template, typed)
    warn_beside(args, *typed.values())
    talk(*(f"Look first: {one.sentence} Its id is {one.id}." for one in view.doubled))
    return tell_overview(args, view)


def show(args: Namespace) -> int:
    """Print one audit, or one case of it."""
    from compact_tui.services.agency_audits import show as verb
    from compact_tui.services.agency_cases import case_page

    desk = desk_of(args)
    if args.case:
        return tell_case(args, case_page(desk, named(args), args.case))
    return tell_overview(args, verb(desk, named(args)))


def edit(args: Namespace) -> int:
    """Change what an audit says about itself."""
    from compact_tui.services.agency_audits import change

    typed = typed_in(args, START_FORM)
    view = change(desk_of(args), named(args), typed)
    warn_beside(args, *typed.values())
    return tell_overview(args, view)


def question(args: Namespace) -> int:
    """Add a question, or take one out."""
    from compact_tui.services.agency_questions import add_question, remove_question

    typed = typed_in(args, QUESTION_FORM)
    if args.remove and typed:
        raise UsageError("A question is added or taken out, not both at once.", "Nothing was changed.")
    desk = desk_of(args)
    if args.remove:
        return tell_overview(args, remove_question(desk, named(args), args.remove))
    view = add_question(desk, named(args), typed)
    warn_beside(args, *typed.values())
    return tell_overview(args, view)


def sample(args: Namespace) -> int:
    """Choose the cases."""
    from compact_tui.services.agency_cases import draw

    return tell_overview(args, draw(desk_of(args), named(args), typed_in(args, SAMPLE_FORM)))


def answer(args: Namespace) -> int:
    """Say what a case shows about a question."""
    from compact_tui.services.agency_cases import answer as verb

    said, note_said = "" if args.answer == "none" else args.answer, text_of(args, "note")
    desk = desk_of(args)
    view = verb(desk, named(args), args.case, args.question, said, note=note_said, unsafe=args.unsafe)
    warn_beside(args, note_said)
    return tell_case(args, view, brief=True)


def note(args: Namespace) -> int:
    """Write beside a case."""
    from compact_tui.services.agency_cases import write_case

    typed = typed_in(args, CASE_FORM, _CASE_PLACES)
    view = write_case(desk_of(args), named(args), args.case, typed)
    warn_beside(args, *typed.values())
    return tell_case(args, view)


def told(args: Namespace) -> int:
    """Say that the lead was told."""
    from compact_tui.services.agency_cases import told as verb

    return tell_case(args, verb(desk_of(args), named(args), args.case), brief=True)


def done(args: Namespace) -> int:
    """Say that a case is done, or not after all."""
    from compact_tui.services.agency_cases import done as verb

    return tell_case(args, verb(desk_of(args), named(args), args.case, is_done=not args.not_done), brief=True)
