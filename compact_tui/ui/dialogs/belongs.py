"""Ticking what a record belongs to, and choosing one that is there already."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from compact_tui.core.record_views import BelongsView, OfferView
from compact_tui.services.records import narrowed
from compact_tui.ui.dialogs.look_up import LookUp
from compact_tui.ui.widgets.pick_list import PickList, Row

NEW = ""
"""What :class:`OfferDialog` gives back for a new one."""


class TickDialog(LookUp[tuple[str, ...] | None]):
    """Criteria and standards to tick; returns the ids of those ticked, or ``None``.

    Args:
        title: The question.
        rows: What can be ticked.
    """

    DEFAULT_CSS: ClassVar[str] = """
    TickDialog #found { height: 13; }
    TickDialog #about { height: 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "take", "Save", show=False, priority=True)]

    def __init__(self, title: str, rows: tuple[BelongsView, ...]) -> None:
        super().__init__(title, "type a number or word  enter tick  ^s save  esc back, nothing saved", "line")
        self._all = rows
        self._ticked = {row.id: row.belongs for row in rows}
        self._shown: tuple[BelongsView, ...] = rows

    def rows(self, text: str) -> tuple[Row, ...]:
        """A row for each that has the words."""
        self._shown = narrowed(self._all, text)
        return tuple(self._row(at, row) for at, row in enumerate(self._shown))

    def _row(self, at: int, row: BelongsView) -> Row:
        ticked = self._ticked[row.id]
        return Row(str(at), row.words, row.number, "done" if ticked else "none", word="ticked" if ticked else "")

    def about(self, row: Row | None) -> str:
        """The whole line, which may be cut in the list."""
        return f"{row.key} {row.label}".strip() if row else "Nothing found. Try a shorter word."

    @on(Input.Submitted)
    def _enter(self, event: Input.Submitted) -> None:
        event.stop()
        self._tick()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self._tick()

    def _tick(self) -> None:
        found = self.query_one("#found", PickList)
        if found.row is None:
            return
        at = found.row.id
        chosen = self._shown[int(at)].id
        self._ticked[chosen] = not self._ticked[chosen]
        found.show_rows(tuple(self._row(n, row) for n, row in enumerate(self._shown)), at)

    def action_take(self) -> None:
        """Give back what is ticked."""
        self.dismiss(tuple(item for item, ticked in self._ticked.items() if ticked))


class OfferDialog(LookUp[str | None]):
    """Records that are there already, and a new one last; returns an id, :data:`NEW`, or ``None``.

    Args:
        title: The question.
        offers: What is there.
        new: Words of a new one.
        here: What is said of one that belongs here already.
    """

    DEFAULT_CSS: ClassVar[str] = "OfferDialog #about { height: 3; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+n", "new", "New", show=False, priority=True)]

    def __init__(self, title: str, offers: tuple[OfferView, ...], new: str, here: str) -> None:
        super().__init__(title, "type to narrow  up down choose  enter take it  ^n a new one  esc back", "line")
        self._offers, self._new, self._here = offers, new, here
        self._shown = offers

    def rows(self, text: str) -> tuple[Row, ...]:
        """A row for each that has the words, and one for a new one."""
        self._shown = narrowed(self._offers, text)
        offered = [
            Row(str(at), offer.words, state="done" if offer.here else "none", word=self._here if offer.here else "")
            for at, offer in enumerate(self._shown)
        ]
        return (*offered, Row(str(len(offered)), self._new, state="none"))

    def about(self, row: Row | None) -> str:
        """What it is about."""
        at = int(row.id) if row else len(self._shown)
        return self._shown[at].about if at < len(self._shown) else "Not there yet: write it down now."

    @on(Input.Submitted)
    def _enter(self, event: Input.Submitted) -> None:
        event.stop()
        self._take(self.query_one("#found", PickList).row)

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self._take(event.row)

    def _take(self, row: Row | None) -> None:
        if row is not None:
            at = int(row.id)
            self.dismiss(self._shown[at].id if at < len(self._shown) else NEW)

    def action_new(self) -> None:
        """A new one."""
        self.dismiss(NEW)
