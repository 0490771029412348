"""What was said before to something that an item takes the place of: shown beside it, and counted nowhere."""

from compact_tui.core.audit import Audit, CarriedAnswer, CarriedSummary
from compact_tui.core.pack import UNANSWERED, AuditPack, word_of


def said_before(pack: AuditPack, audit: Audit, criterion: str) -> tuple[str, ...]:
    """What was said to the question that a criterion replaces, a line for each."""
    return tuple(
        f"You said to the question this one replaces ({carried.cycle}): {carried_words(pack, carried)}"
        for carried in audit.carried_answers
        if carried.criterion == criterion and carried.was
    )


def carried_words(pack: AuditPack, carried: CarriedAnswer | CarriedSummary) -> str:
    """What a carried record says, in one line."""
    if isinstance(carried, CarriedSummary):
        return carried.text
    word = "" if carried.answer == UNANSWERED else f"{word_of(pack, 'answer', carried.answer)}."
    return " ".join(part for part in (word, carried.reason, carried.note) if part)
