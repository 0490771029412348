"""What staff know, files show and boards show, on the report: the counts that the setting has chosen to share."""

from compact_tui.core.days import say_short
from compact_tui.core.page import Paragraph, Section, TableBlock
from compact_tui.core.report_words import NOTHING, Names, word_of
from compact_tui.core.return_parts import ReturnStandard
from compact_tui.core.return_standing import ReturnKnown, ReturnSeen, ReturnShown, ReturnStanding
from compact_tui.core.returns import Return
from compact_tui.core.text import count

_HOW = (
    "The setting has chosen to share these. They are counts only: of answers to spot checks, of cases that its own "
    "audits looked at, and of things on its notice boards. Where there are too few to be told, there is a dash. "
    "Sharing is a choice, and not sharing is never held against anyone."
)


def standing_section(return_: Return, names: Names) -> tuple[Section, ...]:
    """Per standard what is claimed, known, shown and seen; nothing where the setting does not share it."""
    if not return_.standing:
        return ()
    claimed = {standard.id: standard for standard in return_.standards}
    rows = tuple(
        (names.number(one.id), *_claim(claimed.get(one.id), names), known(one.known), shown(one.shown), seen(one.seen))
        for one in return_.standing
    )
    headers = ("Standard", *(("Claimed",) if names.graded else ()), "Staff know", "Files show", "Boards show")
    table = TableBlock(f"Counted on {_days(return_.standing)}", headers, rows)
    return (Section("What staff know, files show and boards show", 2, (Paragraph(_HOW), table)),)


def _claim(standard: ReturnStandard | None, names: Names) -> tuple[str, ...]:
    if not names.graded:
        return ()
    return (word_of(names.pack, "level", standard.grade) if standard else NOTHING,)


def _days(rows: tuple[ReturnStanding, ...]) -> str:
    return ", ".join(dict.fromkeys(say_short(one.counted_on) for one in rows))


def known(part: ReturnKnown) -> str:
    """What staff know, in a cell."""
    return (
        f"{part.full} of {count(part.answers, 'answer')} in full; {say_short(part.last)}" if part.answers else NOTHING
    )


def shown(part: ReturnShown) -> str:
    """What files show, in a cell."""
    if not part.audits:
        return NOTHING
    found = f"yes {part.yes}, partly {part.partly}, no {part.no}"
    return f"{count(part.audits, 'audit')}: {found}; {say_short(part.last)}"


def seen(part: ReturnSeen) -> str:
    """What boards show, in a cell."""
    return f"{part.right} of {count(part.items, 'thing')} right; {say_short(part.last)}" if part.items else NOTHING
