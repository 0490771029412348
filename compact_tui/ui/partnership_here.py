"""What the places of the partnership's side share: its own undo and history, a form asked until it is taken."""

from collections.abc import Callable, Mapping

from compact_tui.core.errors import CompactError
from compact_tui.core.forms import Form
from compact_tui.services import partnership
from compact_tui.services.desk import Desk
from compact_tui.ui.screens.base import CompactScreen, Shown


class PartnershipPlace(CompactScreen):
    """A place of the partnership's side; escape leads to its hub."""

    BACK = "partnership"

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
