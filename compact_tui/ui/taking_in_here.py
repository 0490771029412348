"""Taking in what settings sent, beside the thread that draws: asked for, shown as it goes, and stopped with escape."""

from pathlib import Path

from msgspec.structs import replace
from textual import work
from textual.worker import get_current_worker

from compact_tui.core.collect_forms import COLLECT_FORM
from compact_tui.core.collect_views import Collected
from compact_tui.core.errors import CompactError
from compact_tui.services import collecting
from compact_tui.services.desk import Desk, Shelf
from compact_tui.ui.collect_here import CollectPlace
from compact_tui.ui.widgets.pick_list import PickList


class TakingInPlace(CollectPlace):
    """A place in which files and folders are taken in; there is one taking in at a time."""

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._working = self._stop = False

    def took_in(self, view: Collected) -> None:
        """Note what was taken in; the place is shown anew after it."""
        raise NotImplementedError

    def action_back(self) -> None:
        """Stop collecting; where nothing is collected, one step back."""
        if self._working:
            self._stop = True
            return
        super().action_back()

    @work
    async def action_collect(self) -> None:
        """Ask what to take in, and begin."""
        from compact_tui.ui.dialogs.form import FormDialog

        if self._working:
            self.notify("It is still being taken in; escape stops it.", timeout=3)
            return
        typed = await self.app.push_screen_wait(FormDialog(COLLECT_FORM))
        if typed is not None:
            self._working, self._stop = True, False
            named = COLLECT_FORM.fields[1].parse(typed.get("mapping", ""))
            self._collect(Path(COLLECT_FORM.fields[0].parse(typed["path"])).expanduser(), named)

    @work(thread=True, exclusive=True)
    def _collect(self, path: Path, mapping: str) -> None:
        """Take it in with books of its own."""
        worker = get_current_worker()
        beside = replace(self.desk, shelf=Shelf())
        shown = -1

        def told(done: int, of: int) -> bool:
            nonlocal shown
            now = done * 100 // max(of, 1)
            if now != shown and not worker.is_cancelled:
                shown = now
                self.app.call_from_thread(self._progress, done, of)
            return not (self._stop or worker.is_cancelled)

        try:
            named = Path(mapping).expanduser() if mapping else None
            view: Collected | CompactError = collecting.collect(beside, [path], told, mapping=named)
        except CompactError as error:
            view = error
        if not worker.is_cancelled:
            self.app.call_from_thread(self._collected, view, tuple(beside.shelf.notices))

    def _progress(self, done: int, of: int) -> None:
        listed = self.query_one("#returns", PickList)
        listed.border_subtitle = f"{done} of {of} files; escape stops" if done < of else ""

    def _collected(self, view: Collected | CompactError, notices: tuple[str, ...]) -> None:
        from compact_tui.ui.dialogs.problem import ProblemDialog

        self._working = False
        for notice in notices:
            self.notify(notice, timeout=8, markup=False)
        if isinstance(view, CompactError):
            self.app.push_screen(ProblemDialog(view))
        else:
            self.took_in(view)
        self.show()
