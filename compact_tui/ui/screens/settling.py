"""A writing screen on which what was carried from the last round is settled: it still holds, or it is dropped."""

from collections.abc import Callable

from compact_tui.core.views import CriterionView
from compact_tui.services import confirming
from compact_tui.services.desk import Desk
from compact_tui.ui.screens.writing import WritingScreen


class SettlingScreen(WritingScreen):
    """The two ways to settle it; a subclass knows whether anything waits."""

    def _waits(self) -> bool:
        """Whether anything carried stands here."""
        raise NotImplementedError

    def action_confirm(self) -> None:
        """What was said in the last round still holds."""
        self._settle(confirming.confirm)

    def action_drop(self) -> None:
        """Drop what was carried from the last round."""
        self._settle(confirming.dismiss)

    def _settle(self, verb: Callable[[Desk, str], CriterionView]) -> None:
        if not self._waits():
            self.notify("Nothing from the last round waits here.", timeout=3)
            return
        self.hand_over()
        if self.attempt(verb, self.criterion) is not None:
            self.show()
