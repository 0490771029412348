"""Turns an audit and its pack into the views of a standard and a criterion."""

from collections.abc import Mapping

from compact_tui.core.audit import Action, Audit, CriterionAnswer, Evidence, Grade, grade_of, summary_of
from compact_tui.core.carried import said_before, to_confirm_words, waiting_answer, waiting_number
from compact_tui.core.confidence import told_beside
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
    numbered,
    word_of,
)
from compact_tui.core.progress import (
    answers_by_criterion,
    grade_words,
    progress,
    standard_progress,
    suggestion_for,
)
from compact_tui.core.reply import Reply
from compact_tui.core.reply_beside import says_about
from compact_tui.core.text import size_words
from compact_tui.core.views import (
    ActionView,
    AuditLine,
    AuditView,
    CitationView,
    CriterionView,
    EvidenceView,
    Guidance,
    StandardView,
    StepsView,
)


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
                note=told_beside(citation.confidence),
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
    pack: AuditPack,
    audit: Audit,
    standard: Standard,
    today: str,
    numbers: Mapping[str, str] | None = None,
    reply: Reply | None = None,
) -> StandardView:
    """A standard with its criteria, its grade and what the answers suggest; ``numbers`` as above.

    ``reply`` is the newest one to a return of this audit, which then stands beside it.
    """
    numbers = numbers_of(pack) if numbers is None else numbers
    answers = answers_by_criterion(audit)
    grade = grade_of(audit, standard.id)
    suggestion = suggestion_for(pack, audit, standard)
    chosen = grade.level if grade else NOT_GRADED
    row = standard_progress(standard, audit, answers, bool(pack.level))
    waiting = waiting_number(audit, standard)
    return StandardView(
        id=standard.id,
        number=standard.number,
        title=standard.title,
        short=standard.short or standard.title,
        introduction=standard.introduction.strip(),
        impact_prompt=standard.impact_prompt,
        state=row.state,
        answered=row.answered,
        counted=", ".join(filter(None, (f"{row.answered} of {row.criteria} answered", to_confirm_words(waiting)))),
        waiting=waiting,
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
        partnership_says=says_about(pack, audit, reply, standard.id),
    )


def audit_view(
    pack: AuditPack, audit: Audit, today: str, standards: tuple[Standard, ...], reply: Reply | None = None
) -> AuditView:
    """An audit with the standards asked for; ``reply`` as above."""
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
        standards=tuple(standard_view(pack, audit, standard, today, numbers, reply) for standard in standards),
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


def said_by(role: str, at: str) -> str:
    """Who said something and when, for the screen: ``Head, 3 December 2026``."""
    return ", ".join(part for part in (role, say_day(at[:10])) if part)
