"""What the places of a single-agency audit share, each with the audit as ``standard``: undo, texts, cases in a list."""

from collections.abc import Callable

from compact_tui.core.agency_views import CaseLine
from compact_tui.core.errors import CompactError
from compact_tui.core.text import capitalised
from compact_tui.services import agency_audits
from compact_tui.services.desk import Desk
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.pick_list import Row


class AgencyPlace(CompactScreen):
    """A place of one single-agency audit."""

    BACK = "agencyaudit"

    @property
    def audit_id(self) -> str:
        """The audit that is shown."""
        return self.standard

    def action_undo(self) -> None:
        """Take back the last change to this audit."""
        self._turn(agency_audits.take_back)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._turn(agency_audits.do_again)

    def _turn(self, verb: Callable[[Desk, str], str]) -> None:
        try:
            what = verb(self.desk, self.audit_id)
        except CompactError as error:
            self.notify(error.message, timeout=3, markup=False)
            return
        self.notify(f"{capitalised(what)}.", timeout=4, markup=False)
        self.show()

    async def ask_text(self, title: str, body: str, text: str) -> str | None:
        """A text that the person wrote; ``None`` where it is to stay as it was."""
        from compact_tui.ui.dialogs.text import TextDialog

        draft = await self.app.push_screen_wait(TextDialog(title, body, text, needed=False))
        return draft.text if draft.taken else None


def case_row(row: str, line: CaseLine) -> Row:
    """A case in a list, under the id of its row."""
    words = f"{line.state}; lead told" if line.told else f"{line.state}; UNSAFE" if line.unsafe else line.state
    state = "attention" if line.unsafe and not line.told else "done" if line.done else "none"
    return Row(row, f"{line.ref}, {line.position}", state=state, word=words)
