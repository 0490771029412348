"""How saving went, said before the next prompt; and leaving only when everything is saved."""

import os
from pathlib import Path

from compact_tui.core.errors import CompactError, ExitCode
from compact_tui.core.return_forms import COPY_FORM
from compact_tui.plain.asking import ask
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import Moved
from compact_tui.plain.teller import Teller
from compact_tui.services.desk import home_folder
from compact_tui.services.session import Session, save_copies, stand_up

_PATIENCE = 30.0
"""Seconds to wait for a save before the next prompt."""
_WAYS = Menu(
    heading="Not everything could be saved. What now?",
    choices=(
        Choice("stay", "Stay here; saving is tried again with the next change"),
        Choice("copy", "Write a copy to another folder, then leave"),
        Choice("lose", "Leave, and lose what is not saved"),
    ),
    help=("What is not saved is still in memory. The first choice loses nothing.",),
)


class Saving:
    """What the saving thread has to tell."""

    def __init__(self) -> None:
        self._news: list[str] = []
        self.code = int(ExitCode.DONE)
        """The exit code that saving leads to."""

    def saved(self, merged: bool, conflicts: int) -> None:
        """Called on the saving thread after a save."""
        if merged:
            self._news.append("Somebody else's changes came in too.")
        if conflicts:
            self._news.append("Someone changed the same words. Yours stand; theirs are in the history.")

    def failed(self, error: CompactError) -> None:
        """Called on the saving thread when a save failed."""
        self._news += [
            f"NOT SAVED: {error.message}",
            error.hint or "It is kept in memory, and tried again with the next change and when you leave.",
        ]

    def settle(self, teller: Teller, session: Session) -> bool:
        """Wait until everything was tried, and say what a person must know; whether everything is saved."""
        saved = session.writer.flush(_PATIENCE)
        news, self._news = self._news, []
        teller.say(*news)
        return saved

    def leave(self, teller: Teller, session: Session, *, can_ask: bool) -> bool:
        """Save what is left and say so.

        Args:
            teller: Whoever says it.
            session: The session.
            can_ask: Whether the person can be asked what to do with what could not be saved.

        Returns:
            Whether the program ends.
        """
        if stand_up(session):
            self.settle(teller, session)
            teller.say("Everything is saved. Goodbye.")
            self.code = int(ExitCode.DONE)
            return True
        self.settle(teller, session)
        self.code = int(ExitCode.WORKSPACE)
        if not can_ask:
            teller.say("Not everything could be saved. What was saved before stays saved.")
            return True
        try:
            way = choose(teller, _WAYS)
            return way == "lose" or (way == "copy" and self._copied(teller, session))
        except Moved:
            return False

    def _copied(self, teller: Teller, session: Session) -> bool:
        folder = ask(teller, COPY_FORM.fields[0], str(home_folder(os.environ)))
        try:
            made = save_copies(session, Path(folder).expanduser())
        except CompactError as error:
            teller.problem(error)
            return False
        teller.say(*(f"Copied to {path}" for path in made))
        return True
