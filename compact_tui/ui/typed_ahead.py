"""Keys that are typed faster than a place opens: they are kept, and typed in the place that opens."""

from typing import Any, cast

from textual import events
from textual.app import App
from textual.screen import Screen

from compact_tui.ui.saying import SayingScreen


class TypedAheadApp(App[int]):
    """Holds keys while the person is on the way from one place to another."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._held: list[tuple[str, str | None]] = []

    def holds(self, event: events.Event) -> bool:
        """Whether a key was typed on the way to another place, and is kept until the person is there."""
        if not isinstance(event, events.Key) or event.key == "ctrl+q":
            return False  # the way out is never held
        here = self.screen_stack[-1] if self.screen_stack else None
        if not (isinstance(here, TypedAheadScreen) and here.leaving):
            return False
        self._held.append((event.key, event.character))
        return True

    async def on_event(self, event: events.Event) -> None:
        """Nothing typed on the way to another place is taken for the place before."""
        if not self.holds(event):
            await super().on_event(event)

    def type_held(self, screen: Screen[None]) -> None:
        """Type what was held for a place that is open now; not into a dialog that tells of a problem."""
        if self.screen is not screen and isinstance(self.screen, TypedAheadScreen):
            return  # they are for a place that opened after it
        held, self._held = self._held, []
        for key, character in held if self.screen is screen else ():
            self.post_message(events.Key(key, character).set_sender(self))


class TypedAheadScreen(SayingScreen):
    """A place that can be left by a key while more are typed."""

    def __init__(self) -> None:
        super().__init__()
        self.leaving = False
        """The person is on the way to another place; what is typed now is meant for that one."""

    def arrived(self) -> None:
        """The person is here now: what was typed on the way is typed here."""
        self.leaving = False
        self.call_after_refresh(cast(TypedAheadApp, self.app).type_held, self)

    async def on_event(self, event: events.Event) -> None:
        """Keys that were typed faster than a place opens are for the place that opens."""
        if not cast(TypedAheadApp, self.app).holds(event):
            await super().on_event(event)
