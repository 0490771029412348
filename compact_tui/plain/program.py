"""The line by line program: goes from place to place, sees to saving, and leaves tidily."""

from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from compact_tui.core.errors import CompactError, ExitCode
from compact_tui.plain.everywhere import everywhere
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, BACK, LEAVE, Ended, Interrupted, Moved, Step, Visit
from compact_tui.plain.places import PLACES
from compact_tui.plain.saving import Saving
from compact_tui.plain.streams import Streams
from compact_tui.plain.teller import Teller
from compact_tui.services.review import warning_beside
from compact_tui.services.session import Session, named, sit_down, stand_up

_HOME = Step(place="home")
_NOT_HERE = CompactError(
    "This cannot be done line by line yet.", "The full screen has it: compact-tui. Nothing was changed."
)
_WALKED = {"criterion", "standard", "firstpass", "together"}
"""Where going on to the next is no step further: back leads to where the walk began."""
_STUCK = Menu(
    heading="Home cannot be shown.",
    choices=(Choice("again", "Try again"), Choice("leave", "Leave")),
    help=("The lines above say what is wrong. Nothing was changed.",),
)


class Program:
    """The way from place to place.

    Args:
        teller: Whoever reads and says the lines.
        session: The session that was begun.
        saving: Says how saving went.
    """

    def __init__(self, teller: Teller, session: Session, saving: Saving) -> None:
        self._teller = teller
        self._session = session
        self._saving = saving
        self._way = [_HOME]
        teller.settle = lambda: saving.settle(teller, self._session)
        teller.beside = lambda text: warning_beside(self._session.desk, text)
        teller.everywhere = everywhere(teller, lambda: self._session.desk, lambda: self._way[-1])

    def run(self) -> int:
        """Go from place to place until the person leaves or the lines end.

        Returns:
            The exit code.
        """
        left = False
        try:
            while not left:
                step = self._visit()
                if step.place == "leave":
                    left = self._saving.leave(self._teller, self._session, can_ask=True)
                else:
                    self._follow(step)
        except (Ended, Interrupted) as end:
            left = self._saving.leave(self._teller, self._session, can_ask=False)
            return int(ExitCode.INTERRUPTED) if isinstance(end, Interrupted) else self._saving.code
        finally:
            if not left:
                stand_up(self._session)
        return self._saving.code

    def _visit(self) -> Step:
        """Open the place that is on top of the way; what it raises becomes a step."""
        answered = self._teller.answered
        try:
            return self._open()
        except Moved as moved:
            # A question that follows another one of the same place is a step further: back leads to the first.
            return AGAIN if moved.step == BACK and self._teller.answered > answered else moved.step
        except KeyboardInterrupt:
            return self._teller.interrupted().step

    def _open(self) -> Step:
        here, taken = self._way[-1], self._teller.taken
        try:
            with suppress(CompactError):  # the place itself tells of a setting that cannot be read
                self._session = replace(self._session, desk=named(self._session.desk))
            if here.place not in PLACES:
                raise _NOT_HERE
            return PLACES[here.place](self._teller, Visit(session=self._session, here=here))
        except CompactError as error:
            self._teller.problem(error)
            if self._teller.taken > taken:
                return AGAIN
            if len(self._way) > 1:
                return BACK
            return LEAVE if choose(self._teller, _STUCK) == "leave" else AGAIN

    def _follow(self, step: Step) -> None:
        if step.session is not None:
            self._session = step.session
        new = replace(step, session=None)
        if step.place == "home":
            self._way = [_HOME]
        elif step.place == "back":
            self._way = self._way[:-1] or [_HOME]
        elif step.place == self._way[-1].place and step.place in _WALKED:
            self._way[-1] = new
        elif step.place != "again":
            known = [at for at, before in enumerate(self._way) if before == new]
            self._way = [*(self._way[: known[0]] if known else self._way), new]


def run_plain(root: Path | None = None, *, ascii_only: bool = False, audit: str = "", who: str = "") -> int:
    """Run the program on this process's streams; returns its exit code (4: something could not be saved)."""
    saving = Saving()
    session = sit_down(root, who=who, audit=audit, on_saved=saving.saved, on_failed=saving.failed)
    streams = Streams(ascii_only=ascii_only or session.preferences.ascii)
    with streams.ending_quietly():
        return Program(streams.teller, session, saving).run()
