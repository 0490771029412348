"""A walk on paper: the round sheet to print, and typing it in afterwards."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec.structs import replace

from compact_tui.core.board import NoticeBoard, in_order
from compact_tui.core.board_forms import ROW, paper_form
from compact_tui.core.board_items import items_on
from compact_tui.core.board_views import SheetWritten, WalkEnd, WalkPage
from compact_tui.core.days import parse_day
from compact_tui.core.errors import UsageError
from compact_tui.core.forms import Form
from compact_tui.core.page_sides import sides_about
from compact_tui.core.round_sheet import round_sheet as page_of
from compact_tui.core.text import count
from compact_tui.core.walk import Look, Walk
from compact_tui.core.walk_paper import paper_row
from compact_tui.core.walk_show import walk_page
from compact_tui.services.board_books import all_boards, all_looks, belonging_now, board_named, newest_looks
from compact_tui.services.books import read_setting
from compact_tui.services.desk import Desk, edit
from compact_tui.services.looking import looked
from compact_tui.services.pages import write_again
from compact_tui.services.walk_right import walk_end
from compact_tui.services.walks import keep_walk, new_walk, wanted_boards
from compact_tui.storage.atomic import make_folder

_NOTHING = "Nothing was kept."


def sheet(desk: Desk, boards: Iterable[str] = (), output: str = "") -> SheetWritten:
    """Write the round sheet of the next walk.

    Args:
        desk: Where, when and who.
        boards: Some boards by id or name; empty for all that hang.
        output: Path of the file, instead of the usual one.

    Raises:
        UsageError: If a board is not known, or another file is there already.
        CompactError: If there is no board yet.
        WorkspaceError: If it could not be written.
    """
    from compact_tui.exchange.html import page_html

    pages = _pages(desk, wanted_boards(desk, boards))
    setting = read_setting(desk)
    made = page_of(pages, setting.name if setting else "")
    mark = "notice boards round sheet"
    target = Path(output).expanduser() if output else desk.workspace.pages_folder / f"{desk.today}-round-sheet.html"
    if not output:
        desk.workspace.prepare()
        make_folder(target.parent)
    write_again(target, page_html(made, mark), mark, "a round sheet")
    items, sides = sum(len(page.items) for page in pages), sides_about(made)
    return SheetWritten(
        page=str(target.absolute()),
        boards=len(pages),
        items=items,
        sides=sides,
        sentence=f"The round sheet, {count(len(pages), 'board')} and {count(items, 'item')}: written to "
        f"{target.absolute()}. Open it with a browser and print it from there.",
    )


def _pages(desk: Desk, boards: tuple[NoticeBoard, ...]) -> tuple[WalkPage, ...]:
    about, before = belonging_now(desk), newest_looks(desk)
    walk = Walk(id="", on=desk.today, boards=tuple(one.id for one in boards))
    return tuple(walk_page(about, walk, boards, (), before, board=one.id, item="", today=desk.today) for one in boards)


def paper_form_for(desk: Desk) -> Form:
    """What is asked when a sheet is typed in: a row for each board that hangs."""
    return paper_form(in_order(all_boards(desk)))


def enter_form(desk: Desk, typed: Mapping[str, str]) -> WalkEnd:
    """Keep what was typed into the form of ``paper_form_for``; the rest as for ``enter_paper``."""
    rows = {id_.removeprefix(ROW): text for id_, text in typed.items() if id_.startswith(ROW)}
    return enter_paper(desk, rows, typed.get("on", ""))


def enter_paper(desk: Desk, rows: Mapping[str, str], on: str = "", role: str = "") -> WalkEnd:
    """Keep a walk that was made on paper, whole, as one that is ended.

    Args:
        desk: Where, when and who.
        rows: By board (id or name), its letters as on the sheet; empty rows are passed over.
        on: The day as it was typed; empty for today.
        role: Who walked, as a role.

    Returns:
        What is to be put right.

    Raises:
        UsageError: If a board, a letter or the day cannot be read, by its number; then nothing is kept.
    """
    day = _day(desk, on)
    about = belonging_now(desk)
    boards = {board_named(desk, name): text for name, text in rows.items() if text.strip()}
    if not boards:
        raise UsageError("There is no row of letters yet.", f"Such as: t t o w(old number) - n(no pool). {_NOTHING}")
    walk = replace(new_walk(desk, tuple(one.id for one in boards), day, role), ended_at=desk.at)
    looks: list[Look] = []
    for board, text in boards.items():
        items = {one.id: one for one in items_on(about, board)}
        marks, wrong = paper_row(text, tuple(items), board.name, _reasons(desk, board))
        for sentence in wrong:
            raise UsageError(sentence, _NOTHING)
        looks += [
            looked(desk, walk, board.id, items[one.item], None, mark=one.mark, note=one.note, reason=one.reason)
            for one in marks
        ]
    edits = (edit("walks", walk.id, None, walk), *(edit("looks", one.id, None, one) for one in looks))
    keep_walk(desk, day, "paper", f"walk from paper: {count(len(looks), 'item')}", edits)
    return walk_end(desk, walk.id)


def _reasons(desk: Desk, board: NoticeBoard) -> dict[str, str]:
    """Why items of a board were not needed, as it was said last."""
    return {one.item: one.reason for one in all_looks(desk) if one.board == board.id and one.reason}


def _day(desk: Desk, typed: str) -> str:
    try:
        day = parse_day(typed) if typed.strip() else desk.today
    except ValueError as error:
        raise UsageError(str(error), _NOTHING) from error
    if day > desk.today:
        raise UsageError("That day is still to come.", f"Give the day of the walk. {_NOTHING}")
    return day
