"""The rows of a list fit beside its scrollbar, and what does not fit says that it goes on."""

import asyncio

import pytest
from textual.app import App, ComposeResult

from compact_tui.ui.widgets.pick_list import PickList, Row

LONG = "A row that has more words than the window has room for, " * 3


class Listed(App[None]):
    """A window with nothing but a list, which is as high as the window."""

    CSS = "PickList { height: 1fr; }"

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.rows = tuple(Row(f"r{n}", LONG) for n in range(rows))

    def get_css_variables(self) -> dict[str, str]:
        """The colours that the program has and Textual has not."""
        return {**super().get_css_variables(), "text-quiet": "gray", "cursor-row": "blue"}

    def compose(self) -> ComposeResult:
        """The list."""
        pick = PickList()
        yield pick
        pick.show_rows(self.rows)


@pytest.mark.parametrize(("rows", "scrolls"), [(3, False), (40, True)])
def test_a_row_that_is_cut_says_so_in_its_last_place_with_a_scrollbar_and_without(rows: int, scrolls: bool) -> None:
    async def look() -> None:
        app = Listed(rows)
        async with app.run_test(size=(40, 12)):
            pick = app.query_one(PickList)
            assert pick.show_vertical_scrollbar == scrolls
            for y in range(min(rows, 12)):
                row = pick.render_line(y)
                assert row.cell_length == 40 - scrolls
                assert row.text.endswith("…")

    asyncio.run(look())
