"""Looking at what a file would change, choosing where both changed something, and taking it in."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from compact_tui.core.errors import CompactError
from compact_tui.core.merge_values import KEEP, MINE, THEIRS, Choices
from compact_tui.core.merge_words import MergeLineView, MergeView
from compact_tui.core.text import visible
from compact_tui.ui.dialogs.base import Dialog
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row

Look = Callable[[Choices], MergeView]


class MergeDialog(Dialog[MergeView | None]):
    """All that differs, with a choice for each line; returns what was taken in, or ``None``.

    Args:
        look: Gives what would change, with what was chosen so far.
        take: Takes it in.
        view: What would change with nothing chosen yet.
    """

    DEFAULT_CSS: ClassVar[str] = """
    MergeDialog > .dialog { width: 100%; height: 100%; }
    MergeDialog #told { height: auto; max-height: 6; margin-bottom: 1; }
    MergeDialog #lines { height: 1fr; }
    MergeDialog #about { height: 9; margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", f"choose('{MINE}')", "Ours", show=False),
        Binding("t", f"choose('{THEIRS}')", "Theirs", show=False),
        Binding("b", f"choose('{KEEP}')", "Both texts", show=False),
        Binding("i,ctrl+s", "take", "Take it in", show=False),
    ]
    AUTO_FOCUS = "#lines"

    def __init__(self, look: Look, take: Look, view: MergeView) -> None:
        super().__init__()
        self._look, self._take, self._view = look, take, view
        self._chosen: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """The counts, the lines, about the one at the cursor, the keys."""
        with self.frame("What would change?"):
            yield Static("", id="told", markup=False)
            yield PickList(id="lines")
            yield Lines(id="about", classes="panel")
            yield Static("", id="keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Show what would change."""
        self._show()

    def _show(self) -> None:
        view = self._view
        self.query_one("#told", Static).update(visible("\n".join((f"{view.title}.", view.sentence, *view.notes))))
        self.query_one("#lines", PickList).show_rows(tuple(map(_row, view.lines)))
        keys = "o ours  t theirs  b both texts  " if view.theirs or view.both else ""
        self.query_one("#keys", Static).update(f"{keys}i {view.take_words.lower()}  esc leave it")
        self._about()

    @property
    def _at(self) -> MergeLineView | None:
        row = self.query_one("#lines", PickList).row
        return next((line for line in self._view.lines if row and line.id == row.id), None)

    def _about(self) -> None:
        line = self._at
        panel = self.query_one("#about", Lines)
        if line is None:
            panel.show_lines("Nothing differs", "Everything in the file is here already.")
            return
        panel.show_lines(
            "At the cursor",
            f"{line.place} {line.words}: {line.state_words}".strip(),
            f"Ours ({line.mine_by}): {line.mine or 'nothing'}",
            f"Theirs ({line.theirs_by}): {line.theirs or 'nothing'}",
            f"Will be: {line.result or 'nothing'} ({line.choice_words})",
        )

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._about()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.query_one("#about", Lines).focus()

    def action_choose(self, way: str) -> None:
        """Choose for the line at the cursor, and look again."""
        line = self._at
        if line is None:
            return
        if way not in line.ways:
            why = "Only you changed this: it stays." if not line.ways else "Of these two only one can stand."
            self.notify(why, timeout=3)
            return
        self._chosen[line.id] = way
        try:
            self._view = self._look(Choices(self._chosen))
        except CompactError as error:
            self._tell(error)
            return
        self._show()

    def action_take(self) -> None:
        """Take it in as it is chosen."""
        try:
            done = self._take(Choices(self._chosen))
        except CompactError as error:
            self._tell(error)
            return
        self.dismiss(done)

    def _tell(self, error: CompactError) -> None:
        from compact_tui.ui.dialogs.problem import ProblemDialog

        self.app.push_screen(ProblemDialog(error))


def _row(line: MergeLineView) -> Row:
    state = "started" if not line.ways else "done" if line.choice else "attention"
    label = f"{line.place} {line.words}".strip()
    return Row(line.id, label, state=state, detail=line.state_words, word=line.choice_word, quiet=not line.ways)
