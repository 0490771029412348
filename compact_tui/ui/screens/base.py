"""What every screen of the program shares: bar, keys, help, undo, finding, and telling of problems."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Static

from compact_tui.core.errors import CompactError
from compact_tui.core.text import capitalised
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import EVERYWHERE, FIND_IN_LIST, Command, bindings
from compact_tui.ui.messages import Go
from compact_tui.ui.sizes import fit_window
from compact_tui.ui.typed_ahead import TypedAheadScreen
from compact_tui.ui.widgets.key_line import KeyLine
from compact_tui.ui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from compact_tui.services.history import Undone
    from compact_tui.ui.app import CompactApp

Shown = TypeVar("Shown")


class CompactScreen(TypedAheadScreen):
    """A place of the program. A subclass says its commands, its body, and how to show its view."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = ()
    """The commands of this screen; those of the footer first."""
    BINDINGS: ClassVar[list[BindingType]] = bindings(EVERYWHERE)
    BACK: ClassVar[str] = "home"
    """The place that escape leads to."""
    AUDIT_FIRST: ClassVar[str] = "Start an audit first: press n on Home."
    """What is said where something wants an audit and none was started."""

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__()
        self.desk = desk
        self.standard = standard
        self.criterion = criterion
        self.field = ""
        """What to begin with here: a field, or the id of a record; empty for the usual beginning."""
        self.back_to = ""
        """The place that escape leads back to; empty for the usual one."""

    @property
    def program(self) -> "CompactApp":
        """The program."""
        return cast("CompactApp", self.app)

    def compose(self) -> ComposeResult:
        """Bar, body, keys, as the window's size wants them from the first paint on."""
        fit_window(self)
        yield Static("Please make this window larger: at least 60 columns and 18 rows.", id="too-small")
        yield StatusBar()
        yield from self.compose_body()
        yield KeyLine(self.commands)

    def compose_body(self) -> Iterable[Widget]:
        """The panels between bar and keys."""
        return ()

    @property
    def commands(self) -> tuple[Command, ...]:
        """Every command that works here, those of the screen first."""
        if not self.finds_in_list:
            return (*self.COMMANDS_HERE, *EVERYWHERE)
        return (*self.COMMANDS_HERE, *(FIND_IN_LIST if one.action == "find" else one for one in EVERYWHERE))

    @property
    def finds_in_list(self) -> bool:
        """Whether what is looked for is a row of the list here, as on the partnership's side, and not in an audit."""
        return self.back_to == "partnership"

    def on_mount(self) -> None:
        """Show the view."""
        self.program.show_saved(self)
        self.show()
        if self.field:
            self.leaving = True
            self.call_after_refresh(self._begin)
        else:
            self.arrived()

    def _begin(self) -> None:
        self._begin_with(self.field)
        self.arrived_asking()

    def _begin_with(self, field: str) -> None:
        """Put the person at a field or record of this place, where it has that one."""

    def on_screen_resume(self) -> None:
        """Back from a dialog or another place: show what may have changed."""
        self.program.show_saved(self)

    def show(self) -> None:
        """Ask for the view and put it on the screen."""
        raise NotImplementedError

    def hand_over(self) -> None:
        """Save what was typed and not yet saved; called before leaving and at the end."""

    def attempt(self, verb: Callable[..., Shown], *args: Any, **options: Any) -> Shown | None:
        """Call a verb of the services; what goes wrong is told in a dialog, and nothing is lost."""
        try:
            return verb(self.desk, *args, **options)
        except CompactError as error:
            from compact_tui.ui.dialogs.problem import ProblemDialog

            self.app.push_screen(ProblemDialog(error))
            return None

    def go(self, place: str, standard: str = "", criterion: str = "", *, field: str = "", back: str = "") -> None:
        """Go to another place; ``field`` and ``back`` as ``Go`` has them."""
        self.hand_over()
        self.leaving = True
        self.post_message(Go(place, standard, criterion, field=field, back=back))

    def go_to_waiting(self) -> None:
        """Go to the next place after this one that waits for an answer or a grade."""
        from compact_tui.services import audits

        self.hand_over()
        stop = self.attempt(audits.waiting, standard=self.standard, criterion=self.criterion)
        if stop is None:
            self.notify("Nothing waits: everything is done.", timeout=4)
        else:
            self.go("criterion" if stop.criterion else "grade", stop.standard, stop.criterion)

    def action_back(self) -> None:
        """One step back."""
        self.go(self.back_to or self.BACK, self.standard)

    def action_help(self) -> None:
        """Show or hide the help panel."""
        from compact_tui.ui.widgets.help_box import HelpBox

        if self.query(HelpBox):
            self.query(HelpBox).remove()
        else:
            self.mount(HelpBox(self.HELP or "", self.commands))

    def action_undo(self) -> None:
        """Take back the last change."""
        from compact_tui.services.history import undo

        self._step(undo)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        from compact_tui.services.history import redo

        self._step(redo)

    def _step(self, verb: "Callable[[Desk], Undone]") -> None:
        self.hand_over()
        try:
            done = verb(self.desk)
        except CompactError as error:
            self.notify(error.message, timeout=3)
            return
        apart = " Someone had changed it meanwhile; their words are in the history." if done.kept_apart else ""
        self.notify(f"{capitalised(done.what)}.{apart}", timeout=4, markup=False)
        self.show()

    @work
    async def action_find(self) -> None:
        """Find a word or jump; on the partnership's side, find a row of the list."""
        from compact_tui.ui.finding import find_in_audit, find_in_list

        self.hand_over()
        await (find_in_list if self.finds_in_list else find_in_audit)(self)

    def action_history(self) -> None:
        """What was changed."""
        from compact_tui.services.history import history
        from compact_tui.ui.dialogs.history import HistoryDialog

        self.hand_over()
        changes = self.attempt(history)
        if changes is not None:
            self.app.push_screen(HistoryDialog(changes))
