"""What was said before to an item, in an earlier round or edition: shown beside it, and counted nowhere."""

from collections.abc import Iterator

from compact_tui.core.audit import Audit, CarriedAnswer, CarriedSummary, answer_to, summary_of
from compact_tui.core.pack import UNANSWERED, AuditPack, Standard, word_of
from compact_tui.core.text import count


def said_before(pack: AuditPack, audit: Audit, criterion: str) -> tuple[str, ...]:
    """What was said before about a criterion or the question that it replaces, a line for each."""
    waits = waiting_answer(audit, criterion)
    return tuple(
        f"From {carried.cycle}, not confirmed: {carried_words(pack, carried)}"
        if carried == waits
        else f"You said to the question this one replaces ({carried.cycle}): {carried_words(pack, carried)}"
        for carried in audit.carried_answers
        if carried.criterion == criterion and (carried.was or carried == waits)
    )


def carried_words(pack: AuditPack, carried: CarriedAnswer | CarriedSummary) -> str:
    """What a carried record says, in one line."""
    if isinstance(carried, CarriedSummary):
        return carried.text
    word = "" if carried.answer == UNANSWERED else f"{word_of(pack, 'answer', carried.answer)}."
    return " ".join(part for part in (word, carried.reason, carried.note) if part)


def waiting_answer(audit: Audit, criterion: str) -> CarriedAnswer | None:
    """The answer of the round before that waits to be confirmed; none where the criterion was answered anew."""
    if answer_to(audit, criterion).answer != UNANSWERED:
        return None
    return next((c for c in audit.carried_answers if c.criterion == criterion and not c.was), None)


def waiting_summary(audit: Audit, standard: str) -> CarriedSummary | None:
    """The summary of the round before that waits to be confirmed; none where one was written anew."""
    if summary_of(audit, standard).text:
        return None
    return next((c for c in audit.carried_summaries if c.standard == standard and not c.was), None)


def waiting_in(audit: Audit, standard: Standard) -> Iterator[CarriedAnswer | CarriedSummary]:
    """What waits to be confirmed in a standard: its answers in order, then its summary."""
    if not (audit.carried_answers or audit.carried_summaries):
        return
    answered = {a.criterion for a in audit.answers if a.answer != UNANSWERED}
    carried = {c.criterion: c for c in audit.carried_answers if not c.was and c.criterion not in answered}
    yield from (carried[criterion.id] for criterion in standard.criterion if criterion.id in carried)
    summary = waiting_summary(audit, standard.id)
    if summary is not None:
        yield summary


def waiting_number(audit: Audit, standard: Standard) -> int:
    """How much waits to be confirmed in a standard."""
    return sum(1 for _ in waiting_in(audit, standard))


def first_waiting(pack: AuditPack, audit: Audit) -> tuple[Standard, int] | None:
    """The first standard in which something waits to be confirmed, and how much."""
    counts = ((standard, waiting_number(audit, standard)) for standard in pack.standard)
    return next(((standard, number) for standard, number in counts if number), None)


def waiting_words(number: int) -> str:
    """How much waits: ``12 carried answers``."""
    return count(number, "carried answer") if number else "nothing to confirm"


def to_confirm_words(number: int) -> str:
    """How much waits, beside other figures: ``12 to confirm``; empty where nothing does."""
    return f"{number} to confirm" if number else ""


def carried_key(record: CarriedAnswer | CarriedSummary) -> str:
    """What a record carried from the round before is called in its table."""
    item = record.criterion if isinstance(record, CarriedAnswer) else record.standard
    return f"{item}~{record.was}" if record.was else item
