"""Turns an audit and its pack into the views of a standard, a criterion and the rail."""

from collections.abc import Mapping

from compact_tui.core.audit import Action, Audit, CriterionAnswer, Evidence, Grade, grade_of, summary_of
from compact_tui.core.carried import said_before, waiting_answer
from compact_tui.core.days import how_far, say_day, say_short
from compact_tui.core.last_time import last_of, last_sentence
from compact_tui.core.level_views import levels_of
from compact_tui.core.pack import (
    NO_SUGGESTION,
    NOT_GRADED,
    UNANSWERED,
    AuditPack,
    Criterion,
    Source,
    Standard,
    level_of,
    numbered,
    word_of,
)
from compact_tui.core.progress import (
    PROVISIONAL,
    answers_by_criterion,
    grade_words,
    progress,
    standard_progress,
    suggestion_for,
)
from compact_tui.core.small_group import for_ourselves, time_left, words_for
from compact_tui.core.text import size_words
from compact_tui.core.views import (
    ActionView,
    AuditLine,
    AuditView,
    CitationView,
    CriterionView,
    EvidenceView,
    Guidance,
    Rail,
    RailRow,
    StandardView,
    StepsView,
)

SECONDARY = "check against the primary"


def numbers_of(pack: AuditPack) -> dict[str, str]:
    """The number under which each criterion and standard is shown, by id."""
    numbers = {standard.id: str(standard.number) for standard in pack.standard}
    for standard in pack.standard:
        numbers |= {criterion.id: number for number, criterion in numbered(standard)}
    return numbers


def evidence_view(pack: AuditPack, item: Evidence, numbers: Mapping[str, str], today: str = "") -> EvidenceView:
    """A piece of evidence as it is shown."""
    rungs = {rung.id: rung.word for rung in pack.rung}
    return EvidenceView(
        id=item.id,
        title=item.title,
        kind=item.kind,
        kind_word=word_of(pack, "evidence_kind", item.kind),
        where=item.where,
        held_by=item.held_by,
        seen_on=item.seen_on,
        review_by=item.review_by,
        supports=item.supports,
        numbers=tuple(numbers.get(s, s) for s in item.supports),
        rung_word=next((rungs.get(kind.rung, "") for kind in pack.evidence_kind if kind.id == item.kind), ""),
        file_words=_file_words(item),
        review_late=bool(item.review_by) and item.review_by < today,
    )


def _file_words(item: Evidence) -> str:
    if not item.file:
        return ""
    if not item.sha256:
        return "A file on this computer; what it holds was not looked at yet"
    return f"A file on this computer, {size_words(item.file_size)}, as it was on {say_day(item.file_on)}"


def action_view(item: Action, numbers: Mapping[str, str], today: str) -> ActionView:
    """An action as it is shown."""
    is_open = item.status == "open"
    overdue = is_open and bool(item.due) and item.due < today
    far = how_far(item.due, today) if is_open else ""
    return ActionView(
        id=item.id,
        what=item.what,
        who=item.who,
        due=item.due,
        status=item.status,
        outcome=item.outcome,
        overdue=overdue,
        supports=item.supports,
        numbers=tuple(numbers.get(s, s) for s in item.supports),
        state_word="overdue" if overdue else " ".join(part for part in (item.status, say_short(item.done_on)) if part),
        due_words=", ".join(part for part in (say_short(item.due), far) if part),
        done_on=item.done_on,
    )


def guidance_of(pack: AuditPack, criterion: Criterion) -> Guidance:
    """What helps to answer a criterion."""
    known = {source.id: source for source in pack.source}
    citations = []
    for citation in criterion.source:
        source = known.get(citation.source, Source(id=citation.source, title=citation.source))
        citations.append(
            CitationView(
                title=source.title,
                edition=source.edition,
                place=citation.place,
                checked_on=citation.checked_on,
                confidence=citation.confidence,
                url=source.url,
                note=SECONDARY if citation.confidence == "C2" else "",
            )
        )
    return Guidance(
        good=criterion.good,
        where=criterion.where,
        ask=criterion.ask,
        evidence_kinds=tuple(word_of(pack, "evidence_kind", kind) for kind in criterion.evidence_kinds),
        sources=tuple(citations),
    )


def criterion_view(
    pack: AuditPack,
    audit: Audit,
    criterion: Criterion,
    answer: CriterionAnswer | None,
    today: str,
    numbers: Mapping[str, str] | None = None,
) -> CriterionView:
    """A criterion with its answer, evidence and actions.

    ``numbers`` may hand in what :func:`numbers_of` gave, where many criteria are shown.
    """
    given = answer or CriterionAnswer(criterion=criterion.id)
    numbers = numbers_of(pack) if numbers is None else numbers
    return CriterionView(
        id=criterion.id,
        number=numbers.get(criterion.id, ""),
        question=criterion.question,
        text=criterion.text,
        duty=criterion.duty,
        duty_word=word_of(pack, "duty", criterion.duty),
        essential=criterion.essential,
        answer=given.answer,
        answer_word="" if given.answer == UNANSWERED else word_of(pack, "answer", given.answer),
        note=given.note,
        private_note=given.private_note,
        reason=given.reason,
        by=given.by,
        at=given.at,
        before=said_before(pack, audit, criterion.id),
        waits=waiting_answer(audit, criterion.id) is not None,
        evidence=tuple(evidence_view(pack, e, numbers, today) for e in audit.evidence if criterion.id in e.supports),
        actions=tuple(action_view(a, numbers, today) for a in audit.actions if criterion.id in a.supports),
        guidance=guidance_of(pack, criterion),
    )


def why_to_confirm(grade: Grade) -> str:
    """Why a provisional grade waits: it came from the first pass, or the pack has changed under it."""
    if grade.edition:
        return f"Given under edition {grade.edition}, before its questions changed"
    return "Provisional, from the first pass"


def standard_view(
    pack: AuditPack, audit: Audit, standard: Standard, today: str, numbers: Mapping[str, str] | None = None
) -> StandardView:
    """A standard with its criteria, its grade and what the answers suggest; ``numbers`` as above."""
    numbers = numbers_of(pack) if numbers is None else numbers
    answers = answers_by_criterion(audit)
    grade = grade_of(audit, standard.id)
    suggestion = suggestion_for(pack, audit, standard)
    chosen = grade.level if grade else NOT_GRADED
    row = standard_progress(standard, audit, answers, bool(pack.level))
    return StandardView(
        id=standard.id,
        number=standard.number,
        title=standard.title,
        short=standard.short or standard.title,
        introduction=standard.introduction.strip(),
        impact_prompt=standard.impact_prompt,
        state=row.state,
        answered=row.answered,
        grade=chosen,
        grade_word=grade_words(pack, grade) if grade else "",
        provisional=grade is not None and grade.provisional,
        to_confirm=why_to_confirm(grade) if grade and grade.provisional else "",
        suggested=suggestion.level,
        suggested_word="" if suggestion.level == NO_SUGGESTION else word_of(pack, "level", suggestion.level),
        suggested_because=suggestion.because,
        step_up=suggestion.step_up,
        reason=grade.reason if grade else "",
        summary=summary_of(audit, standard.id).text,
        last_time=last_sentence(pack, last_of(audit, standard.id), chosen if row.graded else NOT_GRADED),
        levels=levels_of(pack, standard, grade, suggestion.level),
        next_steps=tuple(
            StepsView(
                from_word=word_of(pack, "level", step.from_), to_word=word_of(pack, "level", step.to), steps=step.steps
            )
            for step in standard.next_step
        ),
        criteria=tuple(criterion_view(pack, audit, c, answers.get(c.id), today, numbers) for c in standard.criterion),
    )


def audit_view(pack: AuditPack, audit: Audit, today: str, standards: tuple[Standard, ...]) -> AuditView:
    """An audit with the standards asked for."""
    numbers = numbers_of(pack)
    return AuditView(
        id=audit.head.id,
        pack=audit.head.pack,
        edition=audit.head.edition,
        variation=audit.head.variation,
        cycle=audit.head.cycle,
        title=pack.pack.title,
        wording=audit.head.wording,
        wording_note=pack.pack.wording_note,
        standards=tuple(standard_view(pack, audit, standard, today, numbers) for standard in standards),
    )


def audit_line(pack: AuditPack, audit: Audit) -> AuditLine:
    """An audit as a list shows it."""
    counts = progress(pack, audit)
    return AuditLine(
        id=audit.head.id,
        pack=audit.head.pack,
        edition=audit.head.edition,
        variation=audit.head.variation,
        cycle=audit.head.cycle,
        standards=len(counts.standards),
        graded=counts.graded,
        to_grade=counts.to_grade,
        criteria=counts.criteria,
        answered=counts.answered,
    )


def rail_of(pack: AuditPack, audit: Audit) -> Rail:
    """The progress rail."""
    counts = progress(pack, audit)
    rows = []
    for standard, row in zip(pack.standard, counts.standards, strict=True):
        grade = grade_of(audit, standard.id)
        word = f"{row.answered} of {row.criteria}" if row.answered else ""
        rows.append(
            RailRow(
                id=standard.id,
                number=standard.number,
                short=standard.short or standard.title,
                title=standard.title,
                state=row.state,
                word=(PROVISIONAL if grade.provisional else _short_word(pack, grade.level)) if grade else word,
            )
        )
    answered = f"{counts.answered} of {counts.criteria} answered"
    graded = f"{counts.graded} of {counts.to_grade} graded"
    left = time_left(counts.criteria - counts.answered) if for_ourselves(pack) else ""
    short = f"{counts.answered} of {counts.criteria}, {left.removeprefix('about ')}" if left else answered
    also = [f"{counts.provisional} {PROVISIONAL}"] if counts.provisional else []
    return Rail(
        rows=tuple(rows),
        graded=counts.graded,
        answered=counts.answered,
        criteria=counts.criteria,
        total=graded if counts.to_grade else short,
        sentence=", ".join([answered, graded, *also] if counts.to_grade else [answered, left] if left else [answered]),
        done=counts.graded if counts.to_grade else sum(s.state == "done" for s in counts.standards),
        heading=f"{words_for(pack).part.capitalize()}s",
    )


def _short_word(pack: AuditPack, level_id: str) -> str:
    level = level_of(pack, level_id)
    return (level.short or level.word) if level else level_id


EMPTY_RAIL = Rail(rows=(), graded=0, answered=0, criteria=0, total="", sentence="", done=0)


def said_by(role: str, at: str) -> str:
    """Who said something and when, for the screen: ``Head, 3 December 2026``."""
    return ", ".join(part for part in (role, say_day(at[:10])) if part)
