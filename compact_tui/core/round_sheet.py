"""The round sheet: one walk on paper, board by board in the shortest order, with boxes to tick and room to write."""

from collections.abc import Sequence

from compact_tui.core.board_views import WalkPage
from compact_tui.core.page import AnyBlock, InkBlock, Paragraph, ReportPage, Section, TableBlock
from compact_tui.core.text import count, listed
from compact_tui.core.walk import MARKS

BOX = "\u25a1"
"""A box to tick."""
LINE = "_" * 48
"""A line to write on."""
_HOW = "Walk in this order. Look at each thing itself; tick one box. Write down what it says where a line asks for it."
_NO_NAMES = "Never a child's name. Worried about a child? Act now: this sheet can wait."
_TYPE_IN = (
    "Back at the computer: Notice boards (h on Home), then p, a row of letters for each board; or "
    'compact-tui board paper BOARD "t t o w(old number) n(no pool)".'
)


def round_sheet(pages: Sequence[WalkPage], setting: str) -> ReportPage:
    """The sheet of a walk that is still to come.

    Args:
        pages: Every board as it would be walked, in the order of the walk.
        setting: Name of the setting; empty where nobody has said.
    """
    letters = ", ".join(f"{letter} {words}" for _, words, letter in MARKS)
    ink, key = InkBlock("", ("Day", "Walked by (role)", "Begun at", "Back at")), Paragraph(f"The letters: {letters}.")
    about = Section("This walk", 2, (ink, key), keep=True)
    end = Section("Type it in afterwards", 2, (Paragraph(_TYPE_IN),), keep=True)
    title = f"Notice boards: round sheet{f', {setting}' if setting else ''}"
    return ReportPage(
        title=title,
        first_lines=(_HOW, _NO_NAMES),
        sections=(about, *(_board(page) for page in pages), end),
        dense=True,
    )


def _board(page: WalkPage) -> Section:
    where = f" ({page.place})" if page.place else ""
    headers = ("No. and what must hang", *(letter for _, _, letter in MARKS), "What it says; note")
    rows = tuple(
        (f"{item.number}. {item.title}{_last(item.last)}", *(BOX for _ in MARKS), _room(item.asks))
        for item in page.items
    )
    heading = f"{page.number}. {page.name}{where}: {count(len(page.items), 'item')}"
    blocks: tuple[AnyBlock, ...] = (TableBlock(listed((page.name, "what to look at")), headers, rows),)
    return Section(heading, 2, blocks if rows else (Paragraph("Nothing of the list belongs here."),))


def _room(asks: Sequence[str]) -> str:
    """What to read off, and a line to write it on."""
    return f"{' '.join(asks)}\n{LINE}" if asks else ""


def _last(last: str) -> str:
    return f" [last: {last}]" if last and not last.startswith("there") else ""
