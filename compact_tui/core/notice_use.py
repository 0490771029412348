"""Which items of the notice list belong on a board, and what is told beside each."""

from collections.abc import Collection

from compact_tui.core.bank import BankSource
from compact_tui.core.bank_use import CHECK_EDITION, GOOD_PRACTICE, NOT_IN_FORCE
from compact_tui.core.confidence import told_beside
from compact_tui.core.notice import LOOKS, KnownEdition, KnownNumber, NoticeItem, NoticeList

DUTIES: tuple[tuple[str, str], ...] = (("must", "must"), ("should", "should"), (GOOD_PRACTICE, "good practice"))
"""How strong an item is: id and word."""


def items_for(
    notices: NoticeList, sectors: tuple[str, ...], audience: str = "", without: Collection[str] = ()
) -> tuple[NoticeItem, ...]:
    """What belongs on a board, in the order of the list.

    Args:
        notices: The list.
        sectors: The setting's sector, and that of its nursery; while nobody has said (empty), what is for every sector.
        audience: Whom the board is for; empty for every board.
        without: What the setting does not have, as ``core.switches`` names it.
    """
    return tuple(
        item
        for item in notices.item
        if (not audience or audience in item.audiences)
        and (not item.sectors or any(sector in item.sectors for sector in sectors))
        and not any(need in without for need in item.needs)
    )


def item_named(notices: NoticeList, name: str) -> NoticeItem | None:
    """The item of an id; ``None`` where there is none."""
    return next((item for item in notices.item if item.id == name), None)


def duty_on(item: NoticeItem, notices: NoticeList, day: str) -> str:
    """How strong an item is on a day: nothing that is not in force, or no longer, is more than good practice."""
    sources = {source.id: source for source in notices.source}
    cited = [sources[place.source] for place in item.source if place.source in sources]
    if item.duty == GOOD_PRACTICE or not any(holds(source, day) for source in cited):
        return GOOD_PRACTICE if item.duty else ""
    return item.duty


def holds(source: BankSource, day: str) -> bool:
    """Whether a document can be followed on a day."""
    begun = not source.in_force_from or source.in_force_from <= day
    return source.status != NOT_IN_FORCE and begun and (not source.in_force_to or day <= source.in_force_to)


def marks_of(item: NoticeItem, notices: NoticeList, today: str) -> tuple[str, ...]:
    """What is told beside an item: that it was seen in secondary text only, or that its review day has passed."""
    return _marks(item.confidence, item.review_by or notices.notice.review_by, today)


def known_marks(known: KnownNumber | KnownEdition, notices: NoticeList, today: str) -> tuple[str, ...]:
    """The same for a known number or edition."""
    return _marks(known.confidence, notices.notice.review_by, today)


def _marks(confidence: str, review_by: str, today: str) -> tuple[str, ...]:
    marks = [told for told in (told_beside(confidence),) if told]
    return (*marks, CHECK_EDITION) if review_by and today > review_by else tuple(marks)


def look_words(look: str) -> str:
    """How often to look, in words."""
    return next((words for known, words, _ in LOOKS if known == look), look)


def look_days(look: str) -> int:
    """After how many days a look is old; those of a term where the word is not known."""
    days = {known: after for known, _, after in LOOKS}
    return days.get(look, days["termly"])
