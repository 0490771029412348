"""The cases of a single-agency audit in typed lines: one question at a time, and a second reader."""

from compact_tui.core.act_now import act_now_lines
from compact_tui.core.agency_audit import ANSWERS
from compact_tui.core.agency_forms import CASE_FORM, DECIDE_FORM, SECOND_FORM, USUAL_SHARE
from compact_tui.core.agency_views import CasePage, CaseQuestion, Difference, SecondView
from compact_tui.plain.asking import ask_form, long_text, yes
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import WIDTH, Teller
from compact_tui.services import agency_cases, agency_second
from compact_tui.services.act_now import act_now

_HELP = ("Find it by its number in your paper list. Each answer is saved at once.",)
_NOTE = "It stays here. No names, and nothing that a child could be known by."
_UNSAFE = Choice("unsafe", "What I read shows a child who may be unsafe")
_TOLD = "The lead was told today of the child who may be unsafe"
_NOTED = "It is noted with today's day."
_ANSWERS = tuple(Choice(known, words, letter=letter) for known, words, letter in ANSWERS)


def agencycase_place(teller: Teller, visit: Visit) -> Step:
    """Ask the first open question of a case; once all are answered, ask what with it."""
    page = agency_cases.case_page(visit.desk, visit.here.standard, visit.here.criterion)
    teller.say("", f"{page.ref}, {page.position}, {page.place}. {page.sentence}")
    if page.act_now:
        teller.say(f"Act now: {page.act_now}")
    if page.first_open and not page.fixed:
        return _question(teller, visit, page, next(one for one in page.questions if one.id == page.first_open))
    return _answered(teller, visit, page)


def _question(teller: Teller, visit: Visit, page: CasePage, one: CaseQuestion) -> Step:
    choices = (
        *_ANSWERS,
        _UNSAFE,
        Choice("note", "Write a note to this question", "written" if one.note else ""),
        Choice("audit", "Back, and go on with it later"),
    )
    chosen = choose(teller, Menu(heading=_heading(page, one), choices=choices, help=(*_meaning(one), *_HELP)))
    if chosen == "audit":
        return Step(place="agencyaudit", standard=page.audit)
    if chosen == "unsafe":
        _unsafe(teller, visit, page, one)
    elif chosen == "note":
        _note(teller, visit, page, one)
    else:
        agency_cases.answer(visit.desk, page.audit, page.ref, one.id, chosen)
    return Step(place="agencycase", standard=page.audit, criterion=page.ref)


def _heading(page: CasePage, one: CaseQuestion) -> str:
    return f"Question {one.number} of {len(page.questions)}: {one.text}"


def _meaning(one: CaseQuestion) -> tuple[str, ...]:
    named = (("Yes", one.yes), ("Partly", one.partly), ("No", one.no), ("Where to look", one.look), ("Why", one.why))
    return tuple(line for line in (one.help, *(f"{name}: {said}" for name, said in named if said)) if line)


def _unsafe(teller: Teller, visit: Visit, page: CasePage, one: CaseQuestion) -> None:
    agency_cases.answer(visit.desk, page.audit, page.ref, one.id, unsafe=True)
    teller.say("", *act_now_lines(act_now(visit.desk), WIDTH))


def _note(teller: Teller, visit: Visit, page: CasePage, one: CaseQuestion) -> None:
    text = long_text(teller, "A note to this question", one.note, _NOTE)
    agency_cases.answer(visit.desk, page.audit, page.ref, one.id, note=text)
    teller.kept()


def _answered(teller: Teller, visit: Visit, page: CasePage) -> Step:
    """What can be done with a case all of whose questions are answered."""
    choices = (
        *(() if page.done else (Choice("done", "It is done: on to the next"),)),
        *((Choice("open", "It is not done after all"),) if page.done and not page.fixed else ()),
        Choice("beside", "Write what was done well, what to learn, what needs doing"),
        Choice("again", "Change an answer"),
        *((Choice("told", _TOLD),) if page.act_now else ()),
        *((Choice("next", f"The one after, {page.next}"),) if page.next else ()),
        Choice("audit", "Back to the audit"),
    )
    chosen = choose(teller, Menu(heading="What with it?", choices=choices, help=_HELP))
    desk, here = visit.desk, Step(place="agencycase", standard=page.audit, criterion=page.ref)
    after = Step(place="agencycase", standard=page.audit, criterion=page.next)
    back = Step(place="agencyaudit", standard=page.audit)
    match chosen:
        case "done":
            agency_cases.done(desk, page.audit, page.ref)
            teller.kept(f"{page.ref} is done.")
            return after if page.next else back
        case "open":
            agency_cases.done(desk, page.audit, page.ref, is_done=False)
        case "beside":
            typed = {field.id: field.show(str(getattr(page, field.id))) for field in CASE_FORM.fields}
            take = page.audit, page.ref
            ask_form(teller, CASE_FORM, typed, lambda said: agency_cases.write_case(desk, *take, said), about=page.ref)
            teller.kept()
        case "again":
            rows = tuple(Choice(one.id, one.text, one.answer_words) for one in page.questions)
            name = choose(teller, Menu(heading="Which one?", choices=rows))
            return _question(teller, visit, page, next(one for one in page.questions if one.id == name))
        case "told":
            agency_cases.told(desk, page.audit, page.ref)
            teller.kept(_NOTED)
        case "next":
            return after
        case _:
            return back
    return here


def agencysecond_place(teller: Teller, visit: Visit) -> Step:
    """A second reader: begin, read blind, finish, then agree on each difference."""
    desk, audit = visit.desk, visit.here.standard
    view = agency_second.second(desk, audit)
    teller.say("", view.sentence)
    teller.say(*(view.agreement.sentences if view.agreement else ()))
    chosen = choose(teller, Menu(heading="A second reader. What next?", choices=_ways(view)))
    match chosen:
        case "begin":
            typed = {"share": USUAL_SHARE}
            ask_form(teller, SECOND_FORM, typed, lambda said: agency_second.begin_second(desk, audit, said))
            teller.kept()
        case "read":
            return Step(place="agencyblind", standard=audit, criterion=view.next_case)
        case "finish":
            if yes(teller, "Finish? Then what each reader said stays as it is."):
                agency_second.finish_second(desk, audit)
                teller.kept()
        case "audit":
            return Step(place="agencyaudit", standard=audit)
        case _:
            _decide(teller, visit, next(one for one in view.differences if _id(one) == chosen))
    return AGAIN


def _ways(view: SecondView) -> tuple[Choice, ...]:
    back = Choice("audit", "Back to the audit")
    if view.reading is None:
        return (Choice("begin", "Give some of them to a second reader"), back)
    if not view.finished:
        return (Choice("read", f"Read {view.next_case}"), Choice("finish", "Finish: compare the two"), back)
    return (*(_difference(one) for one in view.differences), back)


def _id(one: Difference) -> str:
    return f"{one.case}@{one.question}"


def _difference(one: Difference) -> Choice:
    agreed = f"agreed: {one.agreed_words}" if one.agreed else "not agreed yet"
    words = f"{one.case}, {one.text} First: {one.first_words}. Second: {one.second_words}"
    return Choice(_id(one), words, agreed)


def _decide(teller: Teller, visit: Visit, one: Difference) -> None:
    audit = visit.here.standard
    typed = {"answer": one.agreed or one.first, "note": one.note}
    ask_form(
        teller,
        DECIDE_FORM,
        typed,
        lambda said: agency_second.decide(visit.desk, audit, one.case, one.question, said),
        about=_id(one),
    )
    teller.kept("What you agree on counts.")


def agencyblind_place(teller: Teller, visit: Visit) -> Step:
    """Ask the second reader the first open question; nothing of the first one's is said."""
    page = agency_second.second_page(visit.desk, visit.here.standard, visit.here.criterion)
    back = Step(place="agencysecond", standard=page.audit)
    one = next((one for one in page.questions if one.id == page.first_open), None)
    if one is None or page.fixed:
        teller.say(f"{page.ref}: {page.sentence}")
        if page.act_now and yes(teller, f"Act now: {page.act_now} Was the lead told today?"):
            agency_second.second_told(visit.desk, page.audit, page.ref)
            teller.kept(_NOTED)
        return back
    teller.say("", f"{page.ref}, {page.position}, {page.place}. {page.sentence}")
    if page.act_now:
        teller.say(f"Act now: {page.act_now}")
    told = (Choice("told", _TOLD),) if page.act_now else ()
    more = (_UNSAFE, *told, Choice("audit", "Back, and go on with it later"))
    chosen = choose(
        teller, Menu(heading=_heading(page, one), choices=(*_ANSWERS, *more), help=(*_meaning(one), *_HELP))
    )
    if chosen == "audit":
        return back
    if chosen == "unsafe":
        agency_second.second_answer(visit.desk, page.audit, page.ref, one.id, unsafe=True)
        teller.say("", *act_now_lines(act_now(visit.desk), WIDTH))
    elif chosen == "told":
        agency_second.second_told(visit.desk, page.audit, page.ref)
        teller.kept(_NOTED)
    else:
        agency_second.second_answer(visit.desk, page.audit, page.ref, one.id, chosen)
    return Step(place="agencyblind", standard=page.audit, criterion=page.ref)
