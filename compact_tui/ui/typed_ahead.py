"""Keys that are typed faster than a place or a dialog opens: they are kept, and typed in what opens."""

from typing import Any, ClassVar, TypeVar, cast

from textual import events
from textual.app import App
from textual.screen import ModalScreen, Screen

from compact_tui.ui.saying import SayingScreen

Answer = TypeVar("Answer")


class TypedAheadApp(App[int]):
    """Holds keys while the person is on the way from one place to another."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._held: list[tuple[str, str | None]] = []

    def holds(self, event: events.Event) -> bool:
        """Whether a key was typed on the way to another place or into a dialog, and is kept until that is there."""
        if not isinstance(event, events.Key) or event.key == "ctrl+q":
            return False  # the way out is never held
        here = self.screen_stack[-1] if self.screen_stack else None
        leaving = isinstance(here, TypedAheadScreen) and here.leaving
        opening = isinstance(here, TypedAheadDialog) and here.opening
        if not (leaving or opening):
            return False
        self._held.append((event.key, event.character))
        return True

    async def on_event(self, event: events.Event) -> None:
        """Nothing typed on the way to another place is taken for the place before."""
        if not self.holds(event):
            await super().on_event(event)

    def type_held(self, screen: Screen[Any]) -> None:
        """Type what was held for what is open now; not into a dialog that tells of a problem, or asks for a yes."""
        here = self.screen
        later = isinstance(here, TypedAheadScreen) or (isinstance(here, TypedAheadDialog) and here.TYPED_INTO)
        if here is not screen and later:
            return  # they are for what opened after it
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

    def arrived_asking(self) -> None:
        """The person is here, and is asked something at once: what was typed on the way is the answer."""
        self.call_after_refresh(self.arrived)

    async def on_event(self, event: events.Event) -> None:
        """Keys that were typed faster than a place opens are for the place that opens."""
        if not cast(TypedAheadApp, self.app).holds(event):
            await super().on_event(event)


class TypedAheadDialog(ModalScreen[Answer]):
    """A dialog; one that is typed into gets what was typed before it stood there."""

    TYPED_INTO: ClassVar[bool] = False
    """Whether it begins in a field for words; a dialog that asks for a yes takes nothing that was typed before."""

    def __init__(self) -> None:
        super().__init__()
        self.opening = self.TYPED_INTO
        """It is on its way; what is typed now is kept for its first field."""

    def on_mount(self) -> None:
        """It stands there after the next paint."""
        if self.opening:
            self.call_after_refresh(self._opened)

    def _opened(self) -> None:
        self.opening = False
        cast(TypedAheadApp, self.app).type_held(self)
