"""Single-agency audits as they are shown: a line of the register, one audit at a glance, one case."""

from collections.abc import Mapping, Sequence
from typing import Any

from compact_tui.core.agency_audit import (
    ANSWERS,
    CLOSED,
    DROPPED,
    PLANNED,
    STARTED,
    STATUSES,
    AgencyAudit,
    AgencyHead,
    Case,
    CaseNote,
    answer_id,
    answers_by_id,
    looked_at,
    position_words,
    second_of,
)
from compact_tui.core.agency_counts import unsafe_cases, untold_cases
from compact_tui.core.agency_template import kind_words
from compact_tui.core.agency_views import AgencyLine, CaseLine, CasePage, CaseQuestion
from compact_tui.core.days import days_until, is_day, say_short
from compact_tui.core.text import count, listed

ACT_NOW = (
    "Stop, and act on it now: F9 (line by line: act now) shows whom to ring. This audit can wait. "
    "When the lead has been told, say so here."
)
SECOND_READ = "The second reader has read it here. "
WORDS = {known: words for known, words, _ in ANSWERS}
"""Words of every answer, by id."""


def when_words(head: AgencyHead) -> str:
    """The day that counts, in words."""
    said = {
        PLANNED: ("planned for", head.planned_for),
        STARTED: ("started", head.started_on),
        CLOSED: ("closed", head.closed_on),
        DROPPED: ("dropped", head.dropped_on),
    }
    words, day = said[head.status]
    return f"{words} {say_short(day)}" if day else words


def agency_line(audit: AgencyAudit, numbers: Mapping[str, str], today: str) -> AgencyLine:
    """One audit in the register.

    Args:
        audit: The audit.
        numbers: Numbers of standards by id; one without is shown by its id.
        today: The day (``YYYY-MM-DD``).
    """
    head = audit.head
    late = head.status == PLANNED and is_day(head.planned_for) and days_until(head.planned_for, today) < 0
    return AgencyLine(
        id=head.id,
        title=head.title,
        kind_words=kind_words(head.kind),
        team=head.team,
        status=head.status,
        status_words=dict(STATUSES)[head.status],
        when=when_words(head),
        standards=head.standards,
        standard_words=standard_words(head, numbers),
        state="the day has passed" if late else _state(audit),
        waiting=late or head.status == STARTED or (head.status == CLOSED and not is_sent(audit)),
    )


def standard_words(head: AgencyHead, numbers: Mapping[str, str]) -> str:
    """The standards it touches, by their numbers."""
    return listed(numbers.get(standard, standard) for standard in head.standards)


def _state(audit: AgencyAudit) -> str:
    head = audit.head
    if head.status in (PLANNED, DROPPED):
        return head.dropped_why
    if head.status == CLOSED:
        return "sent" if is_sent(audit) else "not sent yet"
    if not audit.cases:
        return f"no {head.many} chosen yet"
    done = sum(bool(case.done_on) for case in audit.cases)
    return f"{done} of {looked_at(head, len(audit.cases))} done"


def is_sent(audit: AgencyAudit) -> bool:
    """Whether somebody has said that it was sent."""
    return any(made.sent_on for made in audit.sends)


def case_lines(audit: AgencyAudit) -> tuple[CaseLine, ...]:
    """Every case, in the order of the references."""
    said = answers_by_id(audit)
    unsafe, untold = unsafe_cases(audit), untold_cases(audit)
    reading = second_of(audit)
    twice = reading.cases if reading else ()
    lines = []
    for case in audit.cases:
        answered = sum(bool(said[key].answer) for q in audit.questions if (key := answer_id(case.id, q.id)) in said)
        lines.append(
            CaseLine(
                ref=case.id,
                position=position_words(case),
                answered=answered,
                questions=len(audit.questions),
                state="done" if case.done_on else f"{answered} of {len(audit.questions)}" if answered else "not begun",
                done=bool(case.done_on),
                unsafe=case.id in unsafe,
                told=case.id in unsafe and case.id not in untold,
                second=case.id in twice,
            )
        )
    return tuple(lines)


def case_page(audit: AgencyAudit, case: Case) -> CasePage:
    """One case as the first reader fills it in."""
    said = answers_by_id(audit)
    note = note_of(audit, case.id)
    questions = []
    for number, asked in enumerate(audit.questions, 1):
        kept = said.get(answer_id(case.id, asked.id))
        questions.append(
            CaseQuestion(
                number=number,
                id=asked.id,
                text=asked.text,
                help=asked.help,
                look=asked.look,
                yes=asked.yes,
                partly=asked.partly,
                no=asked.no,
                why=asked.why,
                answer=kept.answer if kept else "",
                answer_words=WORDS.get(kept.answer, "") if kept else "",
                note=kept.note if kept else "",
                unsafe=bool(kept and kept.unsafe),
            )
        )
    reads = [one for one in audit.second_reads if one.unsafe and one.case == case.id]
    act_now = ACT_NOW if any(one.unsafe for one in questions) else f"{SECOND_READ}{ACT_NOW}"
    return CasePage(
        audit=audit.head.id,
        title=audit.head.title,
        ref=case.id,
        position=position_words(case),
        questions=tuple(questions),
        strength=note.strength,
        learning=note.learning,
        action=note.action,
        who=note.who,
        due=note.due,
        done=bool(case.done_on),
        unsafe=case.id in unsafe_cases(audit),
        act_now=act_now if case.id in untold_cases(audit) else "",
        told_on=max(note.told_on, *(one.told_on for one in reads)) if reads else note.told_on,
        blind=False,
        fixed=why_fixed(audit, case.id) != "",
        **placed(audit.head, [one.id for one in audit.cases], case.id, questions, why_fixed(audit, case.id)),
    )


def placed(
    head: AgencyHead, refs: Sequence[str], ref: str, questions: Sequence[CaseQuestion], why: str
) -> dict[str, Any]:
    """Where a case stands among those of its reader, and how far it is, as fields of its page."""
    at = refs.index(ref)
    answered = sum(bool(one.answer) for one in questions)
    left = len(questions) - answered
    sentence = f"{count(left, 'question')} left." if left else "All questions are answered."
    return {
        "place": f"{head.one} {at + 1} of {len(refs)}",
        "answered": answered,
        "first_open": next((one.id for one in questions if not one.answer), ""),
        "previous": refs[at - 1] if at else "",
        "next": refs[at + 1] if at + 1 < len(refs) else "",
        "sentence": " ".join(part for part in (sentence, why) if part),
    }


def why_fixed(audit: AgencyAudit, ref: str) -> str:
    """Why nothing can be changed in a case any more; empty while it can."""
    if audit.head.status == CLOSED:
        return "The audit is closed; reopen it to change something."
    if audit.head.status == DROPPED:
        return "The audit was dropped; reopen it to change something."
    reading = second_of(audit)
    if reading and reading.finished_on and ref in reading.cases:
        return "Two readers have been compared here, so it stays as each of them said. What you agree on counts."
    return ""


def note_of(audit: AgencyAudit, ref: str) -> CaseNote:
    """What was written beside a case; an empty one if nothing was."""
    return next((note for note in audit.notes if note.case == ref), CaseNote(case=ref))
