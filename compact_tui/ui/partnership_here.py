"""What the places of the partnership's side share: its own undo and history, a form asked until it is taken."""

from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace
from textual import work
from textual.worker import get_current_worker

from compact_tui.core.errors import CompactError
from compact_tui.core.forms import Form
from compact_tui.core.requests_made import MadeView
from compact_tui.services import partnership
from compact_tui.services.desk import Desk, desk_at
from compact_tui.services.requests_out import Told
from compact_tui.ui.screens.base import CompactScreen, Shown

Make = Callable[[Desk, Sequence[str], Told], MadeView]
"""Makes requests or reminders for some settings, or for all that want one."""


class PartnershipPlace(CompactScreen):
    """A place of the partnership's side; escape leads to its hub."""

    BACK = "partnership"

    @property
    def finds_in_list(self) -> bool:
        """Here there is no audit to find in."""
        return True

    def action_undo(self) -> None:
        """Take back the last change of the partnership's book."""
        self._step(partnership.undo_partnership)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._step(partnership.redo_partnership)

    def action_history(self) -> None:
        """What was changed in the partnership's book."""
        from compact_tui.ui.dialogs.history import HistoryDialog

        changes = self.attempt(partnership.partnership_history)
        if changes is not None:
            self.app.push_screen(HistoryDialog(changes))

    async def form_taken(
        self,
        form: Form,
        verb: Callable[[Desk, dict[str, str]], Shown],
        typed: Mapping[str, str] | None = None,
    ) -> Shown | None:
        """Ask for a form until a verb takes it; what went wrong is read before the form comes back.

        Args:
            form: What is asked.
            verb: Takes the desk and what was typed.
            typed: What stands in the fields at first.

        Returns:
            What the verb gave; ``None`` where the person left the form.
        """
        from compact_tui.ui.dialogs.form import FormDialog
        from compact_tui.ui.dialogs.problem import ProblemDialog

        said = dict(typed or {})
        while (answered := await self.app.push_screen_wait(FormDialog(form, said))) is not None:
            said = answered
            try:
                return verb(self.desk, said)
            except CompactError as error:
                await self.app.push_screen_wait(ProblemDialog(error))
        return None

    @work(thread=True, exclusive=True)
    def make_beside(self, verb: Make, names: Sequence[str]) -> None:
        """Make emails beside the thread that draws, with books of its own; leaving the place stops it."""
        worker = get_current_worker()
        here = self.desk
        # It saves at once, so that what was made is there to be listed when this is done.
        beside = replace(desk_at(here.workspace.root, who=here.who), now=here.now, new_id=here.new_id)

        def told(done: int, of: int) -> bool:
            if not worker.is_cancelled and done % 10 == 0:
                self.app.call_from_thread(self.show_made, (f"{done} of {of} made ...",), False)
            return not worker.is_cancelled

        try:
            made: MadeView | CompactError = verb(beside, names, told)
        except CompactError as error:
            made = error
        if not worker.is_cancelled:
            self.app.call_from_thread(self._after_making, made)

    def _after_making(self, made: MadeView | CompactError) -> None:
        from compact_tui.ui.dialogs.problem import ProblemDialog

        if isinstance(made, CompactError):
            self.show_made((), True)
            self.app.push_screen(ProblemDialog(made))
        else:
            self.show_made(made.lines, True)

    def show_made(self, lines: tuple[str, ...], done: bool) -> None:
        """Show how far it is, or what was made; a place that makes emails says where."""
