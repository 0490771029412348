"""The cases of a single-agency audit: which ones, and what each shows."""

from collections.abc import Mapping

from msgspec.structs import replace

from compact_tui.core.agency_audit import (
    AgencyAudit,
    Case,
    CaseAnswer,
    Sample,
    answer_id,
    answers_by_id,
    case_refs,
    sample_of,
    second_of,
)
from compact_tui.core.agency_counts import unsafe_cases
from compact_tui.core.agency_forms import CASE_FORM, SAMPLE_FORM
from compact_tui.core.agency_show import case_page as page_of
from compact_tui.core.agency_show import note_of, why_fixed
from compact_tui.core.agency_views import AgencyOverview, CasePage
from compact_tui.core.change import Edit
from compact_tui.core.errors import CompactError, UsageError
from compact_tui.core.sample_asked import NOTHING_CHOSEN, sample_asked
from compact_tui.core.text import clean, count
from compact_tui.services.agency_books import (
    OpenAgency,
    case_in,
    going_on,
    keep_in,
    known_answer,
    open_agency,
    question_in,
)
from compact_tui.services.agency_parts import new_seed, nothing_unsafe, overview_of, second_told_edits
from compact_tui.services.desk import Desk, edit
from compact_tui.services.record_parts import taken


def draw(desk: Desk, audit_id: str, typed: Mapping[str, str]) -> AgencyOverview:
    """Choose the cases, and give each its reference.

    A second time a reason is needed; it is kept with the first sample, whose answers are put away (undo brings them
    back).

    Args:
        desk: Where, when and who.
        audit_id: The audit; empty for the one that is going on.
        typed: The fields of ``core.agency_forms.SAMPLE_FORM``.

    Raises:
        UsageError: If something typed cannot be taken; nothing is chosen.
        CompactError: If the audit is not going on, or its second reading has begun.
    """
    opened = open_agency(desk, audit_id)
    going_on(opened)
    before = sample_of(opened.audit)
    if second_of(opened.audit):
        raise CompactError("A second reader has begun, so the cases stay as they are.", "Nothing was changed.")
    values = dict(taken(SAMPLE_FORM, typed, NOTHING_CHOSEN).values)
    if before and not values["redrawn_because"]:
        raise UsageError(
            "Say why they are drawn again: a sample that is drawn until it pleases can be defended by nobody.",
            "The reason is kept and goes out with the audit. Nothing was changed.",
        )
    sample = replace(
        sample_asked(values, lambda: new_seed(desk)),
        id=desk.new_id("m"),
        key_place=values["key_place"],
        redrawn_because=values["redrawn_because"] if before else "",
        on=desk.today,
        by=desk.who,
        at=desk.at,
    )
    cases = _cases(desk, sample)
    edits = (
        edit("samples", sample.id, None, sample),
        *_put_away(opened.audit, cases),
        *_put_there(opened.audit, cases),
    )
    what = f"{sample.size} of {sample.total} {opened.audit.head.many} chosen"
    return overview_of(desk, keep_in(desk, opened, "sample", what, *edits))


def _cases(desk: Desk, sample: Sample) -> tuple[Case, ...]:
    refs = case_refs(len(sample.drawn))
    return tuple(
        Case(id=ref, number=one.number, of=one.of, stratum=one.stratum, by=desk.who, at=desk.at)
        for ref, one in zip(refs, sample.drawn, strict=True)
    )


def _put_away(audit: AgencyAudit, cases: tuple[Case, ...]) -> tuple[Edit, ...]:
    """What was said of the cases of the sample before, which are others now."""
    staying = {case.id for case in cases}
    return (
        *(edit("cases", one.id, one, None) for one in audit.cases if one.id not in staying),
        *(edit("answers", one.id, one, None) for one in audit.answers),
        *(edit("notes", one.case, one, None) for one in audit.notes),
    )


def _put_there(audit: AgencyAudit, cases: tuple[Case, ...]) -> tuple[Edit, ...]:
    there = {case.id: case for case in audit.cases}
    return tuple(edit("cases", case.id, there.get(case.id), case) for case in cases)


def case_page(desk: Desk, audit_id: str = "", ref: str = "") -> CasePage:
    """One case; without a reference the first that is not done, or the last.

    Raises:
        UsageError: If there is no such audit or case.
    """
    opened = open_agency(desk, audit_id)
    waiting = [case.id for case in opened.audit.cases if not case.done_on]
    wanted = ref or (waiting or [case.id for case in opened.audit.cases][-1:] or [""])[0]
    return _page(opened, case_in(opened, wanted))


def _page(opened: OpenAgency, ref: str) -> CasePage:
    return page_of(opened.audit, _case(opened, ref))


def _case(opened: OpenAgency, ref: str) -> Case:
    return next(case for case in opened.audit.cases if case.id == ref)


def answer(
    desk: Desk,
    audit_id: str,
    ref: str,
    question: str,
    answer: str | None = None,
    *,
    note: str | None = None,
    unsafe: bool | None = None,
) -> CasePage:
    """Say what one case shows about one question; what is ``None`` stays as it is.

    Args:
        desk: Where, when and who.
        audit_id: The audit; empty for the one that is going on.
        ref: Reference of the case.
        question: Id or number of the question.
        answer: An id of ``core.agency_audit.ANSWERS``; empty takes it back.
        note: A line of note, which never leaves.
        unsafe: Whether what was read shows a child who may be unsafe; the page then leads to what to do now.

    Raises:
        UsageError: If there is no such audit, case, question or answer.
        CompactError: If the case cannot be changed any more.
    """
    opened = open_agency(desk, audit_id)
    case, asked = case_in(opened, ref), question_in(opened, question)
    _may_change(opened, case)
    known_answer(answer or "")
    key = answer_id(case, asked)
    before = answers_by_id(opened.audit).get(key)
    kept = before or CaseAnswer(id=key, case=case, question=asked)
    after = replace(
        kept,
        answer=kept.answer if answer is None else answer,
        note=kept.note if note is None else clean(note),
        unsafe=kept.unsafe if unsafe is None else unsafe,
    )
    said = f"{case}, question {_number(opened, asked)}: {after.answer or 'not answered'}"
    if after == kept:
        return _page(opened, case)
    after = replace(after, by=desk.who, at=desk.at)
    return _page(keep_in(desk, opened, "case-answer", said, edit("answers", key, before, after)), case)


def _number(opened: OpenAgency, question: str) -> int:
    return [one.id for one in opened.audit.questions].index(question) + 1


def write_case(desk: Desk, audit_id: str, ref: str, typed: Mapping[str, str]) -> CasePage:
    """Write beside a case; fields that are not in ``typed`` stay as they are. None of it leaves.

    Raises:
        UsageError: If there is no such audit or case, or something typed cannot be taken.
        CompactError: If the case cannot be changed any more.
    """
    opened = open_agency(desk, audit_id)
    case = case_in(opened, ref)
    _may_change(opened, case)
    kept = note_of(opened.audit, case)
    now = {field.id: field.show(str(getattr(kept, field.id))) for field in CASE_FORM.fields}
    values = dict(taken(CASE_FORM, now | dict(typed), "Nothing was changed.").values)
    return _kept(desk, opened, case, f"{case}: written beside it", _noted(desk, opened, case, **values))


def told(desk: Desk, audit_id: str, ref: str) -> CasePage:
    """Say that the lead was told today of the child who may be unsafe, whichever reader it was who read it.

    Raises:
        UsageError: If there is no such audit or case.
        CompactError: If nothing in the case says so.
    """
    opened = open_agency(desk, audit_id)
    case = case_in(opened, ref)
    if case not in unsafe_cases(opened.audit):
        raise nothing_unsafe(case)
    own = any(one.unsafe and one.case == case for one in opened.audit.answers)
    edits = (*(_noted(desk, opened, case, told_on=desk.today) if own else ()), *second_told_edits(desk, opened, case))
    return _kept(desk, opened, case, f"{case}: the lead was told", edits)


def _noted(desk: Desk, opened: OpenAgency, case: str, **fields: str) -> tuple[Edit, ...]:
    before = next((note for note in opened.audit.notes if note.case == case), None)
    kept = note_of(opened.audit, case)
    after = replace(kept, **fields)
    if after == kept:
        return ()
    return (edit("notes", case, before, replace(after, by=desk.who, at=desk.at)),)


def _kept(desk: Desk, opened: OpenAgency, case: str, what: str, edits: tuple[Edit, ...]) -> CasePage:
    return _page(keep_in(desk, opened, "case-note", what, *edits) if edits else opened, case)


def done(desk: Desk, audit_id: str, ref: str, *, is_done: bool = True) -> CasePage:
    """Say that a case is done, or that it is not after all.

    Raises:
        UsageError: If there is no such audit or case.
        CompactError: If questions are open, or the case cannot be changed any more.
    """
    opened = open_agency(desk, audit_id)
    name = case_in(opened, ref)
    _may_change(opened, name)
    page, before = _page(opened, name), _case(opened, name)
    left = len(page.questions) - page.answered
    if is_done and left:
        raise CompactError(
            f"{count(left, 'question')} of {name} {'is' if left == 1 else 'are'} still open.",
            "Where a question does not fit this one, answer: not applicable.",
        )
    after = replace(before, done_on=desk.today if is_done else "", by=desk.who, at=desk.at)
    if bool(before.done_on) == is_done:
        after = before
    what = f"{name}: done" if is_done else f"{name}: not done after all"
    return _page(keep_in(desk, opened, "case-done", what, edit("cases", name, before, after)), name)


def _may_change(opened: OpenAgency, case: str) -> None:
    going_on(opened)
    why = why_fixed(opened.audit, case)
    if why:
        raise CompactError(f"{case} cannot be changed any more. {why}", "Nothing was changed.")
