"""Single-agency audits in typed lines: the register, and one audit step by step."""

from compact_tui.core.agency_audit import CLOSED, DROPPED, PLANNED, RANDOM, STARTED
from compact_tui.core.agency_forms import DROP_AGENCY_FORM, QUESTION_FORM, SAMPLE_FORM, START_FORM
from compact_tui.core.agency_send_views import FILE_FORM
from compact_tui.core.agency_views import AgencyOverview
from compact_tui.core.text import count
from compact_tui.plain.asking import ask_form, yes
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, HOME, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import agency_audits, agency_cases, agency_questions, agency_summary

_HELP = (
    "Look at some of your own files, plans or practice, and tell the partnership what you found.",
    "No child is ever named: the program gives each file a reference, and the list with the names stays on paper.",
)
_NEW, _PLAN, _BACK = "new", "plan", "home"


def agency_place(teller: Teller, visit: Visit) -> Step:
    """Say the register, and open, begin or plan an audit."""
    view = agency_audits.register(visit.desk)
    rows = tuple(Choice(one.id, f"{one.title}, {one.kind_words}", f"{one.when}; {one.state}") for one in view.audits)
    menu = Menu(
        heading=f"Single-agency audits. {view.sentence}",
        choices=(
            *rows,
            Choice(_NEW, "Begin a single-agency audit"),
            Choice(_PLAN, "Plan one for later"),
            Choice(_BACK, "Home"),
        ),
        help=_HELP,
    )
    chosen = choose(teller, menu)
    if chosen == _BACK:
        return HOME
    return _new(teller, visit, later=chosen == _PLAN) if chosen in {_NEW, _PLAN} else _at("agencyaudit", chosen)


def _at(place: str, audit: str) -> Step:
    return Step(place=place, standard=audit)


def _new(teller: Teller, visit: Visit, *, later: bool) -> Step:
    desk = visit.desk
    rows = tuple(Choice(one.id, one.title, one.kind_words) for one in agency_audits.register(desk).templates)
    template = choose(teller, Menu(heading="What will you look at?", choices=rows))
    form, typed = agency_audits.form_of_start(desk, template, later=later)

    def take(said: dict[str, str]) -> AgencyOverview | None:
        others = agency_audits.doubled(desk, template, said)
        teller.say(*(one.sentence for one in others))
        if others and not yes(teller, "Go on: is this one needed as well?"):
            return None
        return agency_audits.plan(desk, template, said) if later else agency_audits.start(desk, template, said)

    made = ask_form(teller, form, typed, take, about=template)
    if made is None:
        return AGAIN
    teller.kept("It is in the register.")
    return _at("agencyaudit", made.head.id)


def agencyaudit_place(teller: Teller, visit: Visit) -> Step:
    """Say where one audit stands, and do the next step of it."""
    audit = visit.here.standard
    view = agency_audits.show(visit.desk, audit)
    _say_standing(teller, view)
    enter, words = ("next", view.next_step) if view.next_case and view.head.status == STARTED else ("", "")
    menu = Menu(heading="What next?", choices=_choices(view), enter=enter, enter_words=words, help=_HELP)
    chosen = choose(teller, menu)
    if chosen in {"agencysecond", "agencyfound", "agencysend", "agency"}:
        return _at(chosen, audit)
    if chosen in {"next", "case"}:
        return Step(place="agencycase", standard=audit, criterion=_case(teller, view, chosen))
    return _do(teller, visit, view, chosen)


def _say_standing(teller: Teller, view: AgencyOverview) -> None:
    head = view.head
    teller.say("", f"{head.title}, {view.kind_words}, {view.when}.")
    if view.act_now:
        teller.say(f"Act now: {view.act_now}")
    teller.say(*(f"Note: {one.sentence}" for one in view.doubled))
    teller.say(*view.sample_sentences, view.case_sentence, view.second_sentence, view.summary_sentence)
    teller.facts((("Next", view.next_step), ("Sending", view.sent_sentence)))
    teller.facts(("Before it can be closed", said) for said in view.to_do)


def _choices(view: AgencyOverview) -> tuple[Choice, ...]:
    turn = {PLANNED: "Begin it today", CLOSED: "Open it again", DROPPED: "Open it again"}
    many = view.head.many
    return (
        *((Choice("next", f"Go on with {view.next_case}"),) if view.next_case else ()),
        *((Choice("case", f"Choose one of the {count(len(view.cases), view.head.one, many)}"),) if view.cases else ()),
        Choice("sample", f"Choose which {many} you look at"),
        Choice("agencysecond", "A second reader"),
        Choice("agencyfound", "What you found, and what will be done"),
        Choice("attach", "Name the file of our own report", ", ".join(file.name for file in view.attached)),
        Choice("turn", turn.get(view.head.status, "Close it")),
        Choice("agencysend", "See it, and send it"),
        Choice("about", "Change what it says about itself", quiet=True),
        Choice("question", "Add a question of your own", quiet=True),
        Choice("unask", "Take a question out", quiet=True),
        *((Choice("detach", "Take our own report off", quiet=True),) if view.attached else ()),
        Choice("drop", "It will not be done", quiet=True),
        Choice("agency", "The register"),
    )


def _case(teller: Teller, view: AgencyOverview, chosen: str) -> str:
    if chosen == "next":
        return view.next_case
    rows = tuple(Choice(line.ref, f"{line.ref}, {line.position}", line.state) for line in view.cases)
    return choose(teller, Menu(heading="Which one?", choices=rows))


def _do(teller: Teller, visit: Visit, view: AgencyOverview, chosen: str) -> Step:
    """Do what needs no place of its own."""
    desk, audit = visit.desk, view.head.id
    match chosen:
        case "sample":
            typed = {"method": RANDOM}
            ask_form(teller, SAMPLE_FORM, typed, lambda said: agency_cases.draw(desk, audit, said), about=audit)
        case "attach":
            ask_form(teller, FILE_FORM, {}, lambda said: agency_summary.attach(desk, audit, said["file"]), about=audit)
        case "detach":
            rows = tuple(Choice(file.id, file.name) for file in view.attached)
            agency_summary.detach(desk, audit, choose(teller, Menu(heading="Which one?", choices=rows)))
        case "about":
            typed = agency_audits.typed_agency(desk, audit)
            ask_form(teller, START_FORM, typed, lambda said: agency_audits.change(desk, audit, said), about=audit)
        case "question":
            ask_form(
                teller, QUESTION_FORM, {}, lambda said: agency_questions.add_question(desk, audit, said), about=audit
            )
        case "unask":
            rows = tuple(Choice(name, text) for name, text in view.questions)
            which = choose(teller, Menu(heading="Which question is not asked here?", choices=rows))
            agency_questions.remove_question(desk, audit, which)
        case "drop":
            ask_form(
                teller, DROP_AGENCY_FORM, {}, lambda said: agency_audits.drop(desk, audit, said["reason"]), about=audit
            )
        case "turn":
            verbs = {PLANNED: agency_audits.begin, CLOSED: agency_audits.reopen, DROPPED: agency_audits.reopen}
            verbs.get(view.head.status, agency_audits.close)(desk, audit)
    teller.kept()
    return AGAIN
