"""Looking after the files of evidence: one after another, beside the screen, and what became of them."""

from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from compact_tui.core.audit import Evidence
from compact_tui.core.record_views import FileCheck, VerifyView
from compact_tui.services import records
from compact_tui.ui.beside import beside
from compact_tui.ui.dialogs.base import Dialog
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row

_GLYPHS = {"same": "done", "gone": "wrong", "unreadable": "wrong"}


class FilesDialog(Dialog[VerifyView | None]):
    """The files with what became of each; returns what is to be taken as it is now, or ``None``.

    Args:
        items: The evidence that has a file.
    """

    DEFAULT_CSS: ClassVar[str] = """
    FilesDialog #files { height: auto; max-height: 10; }
    FilesDialog #about { height: 6; border: none; padding: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("t", "take", "Take", show=False)]

    def __init__(self, items: tuple[Evidence, ...]) -> None:
        super().__init__()
        self._items = items
        self._view: VerifyView | None = None

    def compose(self) -> ComposeResult:
        """How far it is, the files, about the one at the cursor, the keys."""
        with self.frame("The files of your evidence"):
            yield Static("", id="how-far", markup=False)
            yield PickList(id="files")
            yield Lines(id="about", classes="")
            yield Static("esc back", id="keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Begin to look."""
        self.query_one("#files", PickList).focus()
        self._look()

    @work
    async def _look(self) -> None:
        checks: list[FileCheck] = []
        for at, item in enumerate(self._items, 1):
            self.query_one("#how-far", Static).update(f"checking {at} of {len(self._items)}: {item.title}")
            checks.append(await beside(partial(records.check_file, item)))
        self._show(records.checked(tuple(checks)))

    def _show(self, view: VerifyView) -> None:
        self._view = view
        self.query_one("#how-far", Static).update(view.sentence)
        rows = tuple(
            Row(str(at), check.title, state=_GLYPHS.get(check.state, "attention"), word=check.word)
            for at, check in enumerate(view.files)
        )
        files = self.query_one("#files", PickList)
        files.show_rows(rows, "0")
        self._about(files.row)
        keys = "t take what changed or moved as it is now  esc leave it" if view.to_take else "esc back"
        self.query_one("#keys", Static).update(keys)

    def _about(self, row: Row | None) -> None:
        if row is None or self._view is None:
            return
        check = self._view.files[int(row.id)]
        self.query_one("#about", Lines).show_lines("", check.path, check.sentence, check.takes)

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._about(event.row)

    def action_take(self) -> None:
        """Give back what was seen, to be taken as it is now."""
        if self._view is not None and self._view.to_take:
            self.dismiss(self._view)
