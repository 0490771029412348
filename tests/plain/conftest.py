"""Talks with the line by line program: lines go in, each at the question it answers; what is said comes out."""

import itertools
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from compact_tui.core.report_text import columns
from compact_tui.core.text import visible_line
from compact_tui.core.views import CriterionView, StandardView
from compact_tui.plain.program import Program
from compact_tui.plain.saving import Saving
from compact_tui.plain.teller import WIDTH, Teller
from compact_tui.services import answering, audits, grading, settings
from compact_tui.services.desk import Desk, desk_at
from compact_tui.services.session import sit_down
from tests.services.desks import SMALL_PACK

MORE = "more"
"""What opens the places that Home does not name."""
NOW = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)
INTERRUPT = "\x03"
"""Stands for Ctrl+C among the lines that are typed."""
Line = str | tuple[str, str]
"""What is typed; with a piece of what must have been said since the line before."""


class Heard(msgspec.Struct, frozen=True):
    """What a conversation ended with."""

    code: int
    said: str
    """Everything, the typed lines between."""
    unread: tuple[Line, ...]
    """Lines that were not asked for any more."""

    def after(self, text: str) -> str:
        """What was said after a text, which must have been said."""
        before, found, rest = self.said.partition(text)
        assert found, f"{text!r} was not said in:\n{self.said}"
        return rest


class Room:
    """A workspace of the test, and a place to talk with the program."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._numbers = itertools.count(1)

    def desk(self, who: str = "") -> Desk:
        """A desk that has read nothing yet and saves at once, as another program's would."""
        return self.fixed(desk_at(self.root, who=who))

    def fixed(self, desk: Desk) -> Desk:
        """A desk with the clock and the ids of the test."""
        return replace(desk, now=lambda: NOW, new_id=lambda prefix: f"{prefix}-{next(self._numbers)}")

    def talk(self, *lines: Line, ascii_only: bool = False, who: str = "") -> Heard:
        """Run the program with lines, then the end of input. What it says is looked through every time."""
        said: list[str] = []
        saving = Saving()
        session = sit_down(self.root, who=who, on_saved=saving.saved, on_failed=saving.failed)
        session = replace(session, desk=self.fixed(session.desk))
        typist = _Typist(lines, said)
        program = Program(Teller(typist.read, said.append, ascii_only=ascii_only), session, saving)
        code = program.run()
        heard = Heard(code, "".join(said), tuple(typist.left()))
        sound(heard.said, ascii_only=ascii_only)
        return heard

    def started(self, **typed: str) -> "Room":
        """The same with a setting and an audit of the small pack."""
        settings.set_up(self.desk(), {"name": "Brolly House", "sector": "education", **typed})
        audits.start(self.desk(), pack=str(SMALL_PACK), cycle="2026-2028")
        return self

    def criterion(self, name: str) -> CriterionView:
        """A criterion as it is on the disk."""
        return answering.show_criterion(self.desk(), name)

    def standard(self, name: str) -> StandardView:
        """A standard as it is on the disk."""
        return grading.show_standard(self.desk(), name)


class _Typist:
    """Types the lines, each when it was asked what it says it answers."""

    def __init__(self, lines: tuple[Line, ...], said: list[str]) -> None:
        self._lines = list(lines)
        self._said = said
        self._seen = 0

    def read(self) -> str:
        """The next line; empty at the end."""
        since = "".join(self._said[self._seen :])
        if not self._lines:
            return ""
        line = self._lines.pop(0)
        if isinstance(line, tuple):
            question, line = line
            assert question in since, f"Asked for {line!r} at {question!r}, but what was said is:\n{since}"
        self._seen = len(self._said)
        if line == INTERRUPT:
            raise KeyboardInterrupt
        self._said.append(f"{visible_line(line[:40])}\n")
        return f"{line}\n"

    def left(self) -> Iterator[Line]:
        """What was not asked for."""
        yield from self._lines


def sound(said: str, *, ascii_only: bool = False) -> None:
    """What holds for everything that is said: no line too wide, nothing that steers a terminal."""
    for line in said.split("\n"):
        assert columns(line) <= WIDTH + 42, line  # a prompt is followed by what was typed, of at most 40 columns
        assert line.isprintable() or not line, repr(line)
        assert columns(line.partition("> ")[0]) <= WIDTH, line
    assert "\x1b" not in said
    assert not ascii_only or said.isascii()


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    """A workspace with nothing in it."""
    monkeypatch.setattr("os.fsync", lambda handle: None)
    return Room(tmp_path / "brolly")


@pytest.fixture
def audit(room: Room) -> Room:
    """A setting with an audit of the small pack that nobody has begun."""
    return room.started()
