"""The part of the program that tells how saving stands, and leaves only when everything is saved."""

import os
from typing import Any

from textual import on, work
from textual.app import App
from textual.screen import Screen

from compact_tui.core.errors import CompactError
from compact_tui.services.session import Session, stand_up
from compact_tui.ui.messages import NotSaved, SavedNow
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.status_bar import StatusBar


class SavingApp(App[int]):
    """A program whose saving is done on a thread of its own."""

    session: Session
    _saved_words = ""
    _failed = False

    def hear_saved(self, merged: bool, conflicts: int) -> None:
        """Called on the saving thread after a save."""
        self.post_message(SavedNow(merged, conflicts))

    def hear_failed(self, error: CompactError) -> None:
        """Called on the saving thread when a save failed."""
        self.post_message(NotSaved(error))

    @on(SavedNow)
    def _saved(self, message: SavedNow) -> None:
        self._failed = False
        self._saved_words = f"saved {self.session.desk.now().astimezone():%H:%M}"
        self._tell_saved()
        if message.conflicts:
            self.notify("Someone else changed the same words. Yours stand; theirs are in the history (^r).", timeout=4)
        if message.merged:
            for screen in self.screen_stack:
                if isinstance(screen, CompactScreen):
                    screen.show()

    @on(NotSaved)
    def _not_saved(self, message: NotSaved) -> None:
        self._failed = True
        self._saved_words = f"NOT SAVED, ^s tries again: {message.error.message.rpartition(': ')[2]}"
        self._tell_saved()

    def _tell_saved(self) -> None:
        for screen in self.screen_stack:
            self.show_saved(screen)

    def show_saved(self, screen: Screen[Any]) -> None:
        """Put the state of saving on a screen's bar."""
        for bar in screen.query(StatusBar):
            bar.show_saved(self._saved_words, self._failed)

    def action_save_now(self) -> None:
        """Save what is being typed, and try again what could not be saved."""
        self.hand_over()
        self.session.writer.retry()

    @work
    async def action_copy(self) -> None:
        """Write what could not be saved to another folder."""
        from compact_tui.ui.leaving import copy_elsewhere

        await copy_elsewhere(self)

    def action_leave(self) -> None:
        """Save everything and leave; ask when something cannot be saved."""
        self.hand_over()
        if stand_up(self.session):
            self.exit(0)
        else:
            self._leave_unsaved()

    @work
    async def _leave_unsaved(self) -> None:
        from compact_tui.ui.leaving import leave_unsaved

        await leave_unsaved(self)

    def asked_to_end(self) -> None:
        """Another program asks this one to end: save what can be saved and do so."""
        self.hand_over()
        self.exit(0 if stand_up(self.session) else 4)

    def hang_up(self) -> None:
        """The terminal is gone: save what can be saved and end at once, for there is nothing to tidy up."""
        self.hand_over()
        os._exit(0 if stand_up(self.session) else 4)

    def hand_over(self) -> None:
        """Save what is being typed on any screen."""
        for screen in self.screen_stack:
            if isinstance(screen, CompactScreen):
                screen.hand_over()
