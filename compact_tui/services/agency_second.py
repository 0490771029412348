"""A second reader of some cases: blind at first, then side by side, then what both agree on."""

from collections.abc import Mapping

from msgspec.structs import replace

from compact_tui.core.agency_audit import (
    AgencyAudit,
    Decision,
    SecondRead,
    SecondReading,
    answer_id,
    second_of,
)
from compact_tui.core.agency_forms import DECIDE_FORM, SECOND_FORM, USUAL_SHARE
from compact_tui.core.agency_twice import differences_of, second_view
from compact_tui.core.agency_twice import second_page as page_of
from compact_tui.core.agency_views import CasePage, SecondView
from compact_tui.core.errors import CompactError, UsageError
from compact_tui.core.sampling import order_of
from compact_tui.core.text import count
from compact_tui.services.agency_books import (
    OpenAgency,
    case_in,
    going_on,
    keep_in,
    known_answer,
    open_agency,
    question_in,
)
from compact_tui.services.agency_parts import new_seed, nothing_unsafe, second_told_edits
from compact_tui.services.desk import Desk, edit
from compact_tui.services.record_parts import taken

_AS_IT_WAS = "Nothing was changed."


def begin_second(desk: Desk, audit_id: str, typed: Mapping[str, str]) -> SecondView:
    """Choose by chance which of the finished cases a second reader is given: at least one.

    Args:
        desk: Where, when and who.
        audit_id: The audit; empty for the one that is going on.
        typed: The fields of ``core.agency_forms.SECOND_FORM``.

    Raises:
        UsageError: If something typed cannot be taken.
        CompactError: If the audit is not going on, no case is done yet, or a second reading was begun before.
    """
    opened = open_agency(desk, audit_id)
    going_on(opened)
    if second_of(opened.audit):
        raise CompactError("A second reading has begun already.", "Go on with it. " + _AS_IT_WAS)
    done = [case.id for case in opened.audit.cases if case.done_on]
    if not done:
        raise CompactError("No case is done yet, so there is nothing to read a second time.", _AS_IT_WAS)
    values = dict(taken(SECOND_FORM, typed, _AS_IT_WAS).values)
    share = int(values["share"] or USUAL_SHARE)
    size = max(1, -(-len(done) * share // 100))
    seed = int(values["seed"]) if values["seed"] else new_seed(desk)
    chosen = sorted(order_of(len(done), seed, "second")[:size])
    made = SecondReading(
        reader=values["reader"],
        seed=seed,
        cases=tuple(done[at - 1] for at in chosen),
        begun_on=desk.today,
        by=desk.who,
        at=desk.at,
    )
    what = f"second reading of {count(size, 'case')} begun"
    return second_view(keep_in(desk, opened, "second", what, edit("second", made.id, None, made)).audit)


def second(desk: Desk, audit_id: str = "") -> SecondView:
    """How far the second reading is, and what it shows once it is finished.

    Raises:
        UsageError: If there is no such audit.
    """
    return second_view(open_agency(desk, audit_id).audit)


def second_page(desk: Desk, audit_id: str = "", ref: str = "") -> CasePage:
    """One case as the second reader sees it: nothing in it comes from the first one.

    Raises:
        UsageError: If there is no such audit, or the case is not read a second time.
        CompactError: If there is no second reading.
    """
    opened = open_agency(desk, audit_id)
    reading = _reading(opened)
    wanted = ref or second_view(opened.audit).next_case
    return _page(opened.audit, reading, case_in(opened, wanted, reading.cases))


def second_answer(
    desk: Desk, audit_id: str, ref: str, question: str, answer: str | None = None, *, unsafe: bool | None = None
) -> CasePage:
    """Say what the second reader finds; what is ``None`` stays as it is.

    Args:
        desk: Where, when and who.
        audit_id: The audit; empty for the one that is going on.
        ref: Reference of the case.
        question: Id or number of the question.
        answer: An id of ``core.agency_audit.ANSWERS``; empty takes it back.
        unsafe: Whether what was read shows a child who may be unsafe; the audit then waits until the lead was told.

    Raises:
        UsageError: If there is no such audit, case, question or answer.
        CompactError: If there is no second reading, or it is finished.
    """
    opened = open_agency(desk, audit_id)
    going_on(opened)
    reading = _reading(opened)
    case, asked = case_in(opened, ref, reading.cases), question_in(opened, question)
    if reading.finished_on:
        raise CompactError("The second reading is finished, so what was read stays.", "Say what you agree on instead.")
    known_answer(answer or "")
    key = answer_id(case, asked)
    before = next((one for one in opened.audit.second_reads if one.id == key), None)
    known = before or SecondRead(id=key, case=case, question=asked, answer="")
    said = replace(
        known,
        answer=known.answer if answer is None else answer,
        unsafe=known.unsafe if unsafe is None else unsafe,
        told_on="" if unsafe is False else known.told_on,
    )
    if said == known:
        return _page(opened.audit, reading, case)
    after = replace(said, by=desk.who, at=desk.at) if said.answer or said.unsafe else None
    kept = keep_in(
        desk, opened, "second-answer", f"{case}: read a second time", edit("second_reads", key, before, after)
    )
    return _page(kept.audit, reading, case)


def second_told(desk: Desk, audit_id: str, ref: str) -> CasePage:
    """Say that the lead was told today of the child who may be unsafe, of whom the second reader read.

    Raises:
        UsageError: If there is no such audit, or the case is not read a second time.
        CompactError: If there is no second reading, or it says so nowhere in the case.
    """
    opened = open_agency(desk, audit_id)
    reading = _reading(opened)
    case = case_in(opened, ref, reading.cases)
    if not any(one.unsafe and one.case == case for one in opened.audit.second_reads):
        raise nothing_unsafe(case)
    edits = second_told_edits(desk, opened, case)
    kept = keep_in(desk, opened, "second-answer", f"{case}: the lead was told", *edits) if edits else opened
    return _page(kept.audit, reading, case)


def finish_second(desk: Desk, audit_id: str = "") -> SecondView:
    """Finish the second reading: from then on the two stand side by side, and neither can be changed.

    Raises:
        CompactError: If there is none, or questions are open.
    """
    opened = open_agency(desk, audit_id)
    going_on(opened)
    before = _reading(opened)
    left = sum(line.questions - line.answered for line in second_view(opened.audit).cases)
    if left:
        raise CompactError(
            f"The second reader has {count(left, 'question')} left.", "The two are shown side by side after the last."
        )
    after = before if before.finished_on else replace(before, finished_on=desk.today, by=desk.who, at=desk.at)
    what = "second reading finished"
    return second_view(keep_in(desk, opened, "second", what, edit("second", before.id, before, after)).audit)


def decide(desk: Desk, audit_id: str, ref: str, question: str, typed: Mapping[str, str]) -> SecondView:
    """Keep what two readers who differed agree on; from then on it counts.

    Args:
        desk: Where, when and who.
        audit_id: The audit; empty for the one that is going on.
        ref: Reference of the case.
        question: Id or number of the question.
        typed: The fields of ``core.agency_forms.DECIDE_FORM``.

    Raises:
        UsageError: If the two do not differ there, or something typed cannot be taken.
        CompactError: If there is no second reading, or it is not finished.
    """
    opened = open_agency(desk, audit_id)
    going_on(opened)
    reading = _reading(opened)
    if not reading.finished_on:
        raise CompactError("The second reading is not finished, so nothing is compared yet.", _AS_IT_WAS)
    case, asked = case_in(opened, ref, reading.cases), question_in(opened, question)
    key = answer_id(case, asked)
    if key not in {answer_id(one.case, one.question) for one in differences_of(opened.audit)}:
        raise UsageError(f"Both readers said the same of {case} there.", _AS_IT_WAS)
    values = dict(taken(DECIDE_FORM, typed, _AS_IT_WAS).values)
    before = next((one for one in opened.audit.decisions if one.id == key), None)
    after = Decision(id=key, case=case, question=asked, by=desk.who, at=desk.at, **values)
    if before and replace(after, by=before.by, at=before.at) == before:
        after = before
    return second_view(keep_in(desk, opened, "decide", f"{case}: agreed", edit("decisions", key, before, after)).audit)


def _reading(opened: OpenAgency) -> SecondReading:
    reading = second_of(opened.audit)
    if reading is None:
        raise CompactError("No second reading has begun.", "Choose the cases for a second reader first.")
    return reading


def _page(audit: AgencyAudit, reading: SecondReading, ref: str) -> CasePage:
    return page_of(audit, reading, next(case for case in audit.cases if case.id == ref))
