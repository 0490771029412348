"""Drives the full-screen program: a workspace of the test's own, a fixed clock, and what is on the screen."""

import asyncio
import functools
import itertools
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from textual import events
from textual._compositor import Compositor
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot
from textual.widget import Widget

from compact_tui.core.errors import CompactError
from compact_tui.core.views import ChangeView, CriterionView, StandardView
from compact_tui.services import answering, audits, grading, settings
from compact_tui.services.desk import Desk, desk_at
from compact_tui.services.history import history
from compact_tui.services.session import Session, sit_down
from compact_tui.ui.app import CompactApp
from compact_tui.ui.messages import Go, NotSaved, SavedNow
from tests.asking import read_once

SMALL_PACK = Path(__file__).parents[1] / "fixtures" / "small-pack"
NOW = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)
NARROW, WIDE = (80, 24), (120, 36)
SIZES = (NARROW, WIDE)
PATIENCE = 60.0
"""Seconds to wait for something that should be on the screen at once: a busy machine is no reason to fail."""

Steps = Callable[[Pilot[int]], Awaitable[None]]


class Bench:
    """A workspace in a folder of the test, and ways to look into it past the screen."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._numbers = itertools.count(1)

    def _fixed(self, desk: Desk) -> Desk:
        return replace(desk, now=lambda: NOW, new_id=lambda prefix: f"{prefix}-{next(self._numbers)}")

    def desk(self, who: str = "") -> Desk:
        """A desk that has read nothing yet and saves at once, as another program's would."""
        return self._fixed(desk_at(self.root, who=who))

    def app(self, **options: Any) -> CompactApp:
        """The program, not yet running."""
        heard: list[CompactApp] = []

        def saved(merged: bool, conflicts: int) -> None:
            heard[0].post_message(SavedNow(merged, conflicts))

        def failed(error: CompactError) -> None:
            heard[0].post_message(NotSaved(error))

        session = sit_down(self.root, on_saved=saved, on_failed=failed)
        session = Session(self._fixed(session.desk), session.writer, session.preferences, session.last_here)
        heard.append(CompactApp(session=session, **options))
        return heard[0]

    def set_up(self, **more: str) -> None:
        """Name the setting."""
        settings.set_up(self.desk(), {"name": "Brolly House", "sector": "education", **more})

    def start(self, pack: Path | None = SMALL_PACK, cycle: str = "2026-2028") -> None:
        """Start an audit of a pack; ``None`` is the shipped one."""
        shipped = {} if pack is None else {"pack": str(pack)}
        audits.start(self.desk(), cycle=cycle, **shipped)

    def finish(self) -> None:
        """Answer and grade everything."""
        desk = self.desk()
        for standard in audits.show(desk).standards:
            for criterion in standard.criteria:
                answering.answer(desk, criterion.id, "in-hand", note=f"Saw {criterion.id}.")
            grading.grade(desk, standard.id, "bone-dry")

    def criterion(self, name: str) -> CriterionView:
        """A criterion as it is on the disk."""
        return answering.show_criterion(self.desk(), name)

    def standard(self, name: str) -> StandardView:
        """A standard as it is on the disk."""
        return grading.show_standard(self.desk(), name)

    def history(self) -> tuple[ChangeView, ...]:
        """The changes on the disk, newest first."""
        return history(self.desk())


_parse_rules = Stylesheet._parse_rules
_PARSED: dict[tuple[object, ...], list[RuleSet]] = {}


@functools.wraps(_parse_rules)
def _parse_once(sheet: Stylesheet, *args: Any, **named: Any) -> list[RuleSet]:
    """The rules of a sheet, read once for all the programs that a process of tests starts."""
    key = (tuple(sheet._variables.items()), args, tuple(named.items()))
    if key not in _PARSED:
        _PARSED[key] = _parse_rules(sheet, *args, **named)
    return _PARSED[key]


@pytest.fixture(autouse=True)
def sheets_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual reads every sheet anew for each program, which is a tenth of the time of these tests."""
    monkeypatch.setattr(Stylesheet, "_parse_rules", _parse_once)


@pytest.fixture
def unpainted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is sent to the terminal that is not there; ``screen_text`` draws the screen when a test looks at it.

    For long ways through many places, of which a third of the time would be drawing what nobody sees. Behind a
    dialog nothing is drawn then.
    """

    def nothing(compositor: Compositor, full: bool = False, **how: Any) -> None:
        compositor._dirty_regions.clear()

    monkeypatch.setattr(Compositor, "render_update", nothing)


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """A workspace with nothing in it; its name is short and the same in every run, as Home shows it."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    monkeypatch.setattr("os.fsync", lambda handle: None)
    monkeypatch.setattr("compact_tui.services.banks.shipped_banks", read_once)
    monkeypatch.chdir(tmp_path)
    return Bench(Path("brolly"))


@pytest.fixture
def audit(bench: Bench) -> Bench:
    """A setting with an audit of the small pack that nobody has begun."""
    bench.set_up()
    bench.start()
    return bench


def drive(app: CompactApp, size: tuple[int, int], steps: Steps) -> int | None:
    """Run the program at a size, take the steps, and end it by a hang-up; returns what it returned."""

    async def run() -> None:
        async with app.run_test(size=size, notifications=True) as pilot:
            await wait_for(pilot, lambda: app.focused is not None or is_small(app), "something in focus")
            await steps(pilot)
            if app.return_value is None:
                app.asked_to_end()

    try:
        asyncio.run(run())
    finally:
        app.session.writer.close(PATIENCE)
    return app.return_value


def is_small(app: CompactApp) -> bool:
    """Whether the window is too small to work in."""
    return app.size.width < 60 or app.size.height < 18


async def wait_for(pilot: Pilot[int], condition: Callable[[], object], what: str) -> None:
    """Wait until something holds, for a while; says what was waited for and what the screen was instead."""
    until = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > until or not pilot.app.is_running:
            pytest.fail(f"Waited in vain for {what}. The screen:\n{screen_text(program(pilot))}")
        await pilot.pause(0.01)


def program(pilot: Pilot[int]) -> CompactApp:
    """The program that a pilot drives."""
    assert isinstance(pilot.app, CompactApp)
    return pilot.app


def screen_text(app: CompactApp) -> str:
    """The rows on the screen as plain text, with no colour; the only private call of these tests."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips) + "\n"


async def place(pilot: Pilot[int], name: str) -> None:
    """Wait until a screen or dialog has come and has the focus: ``Home``, ``Criterion``, ``FindDialog``."""
    wanted = (name, f"{name}Screen")

    def there() -> bool:
        screen = pilot.app.screen
        ready = screen.focused is not None or not screen.focus_chain
        return type(screen).__name__ in wanted and screen.is_current and screen.is_mounted and ready

    await wait_for(pilot, there, name)
    await pilot.pause(0)


async def go_to(pilot: Pilot[int], name: str, standard: str = "", criterion: str = "") -> None:
    """Be at a place at once; for tests that are not about the way there."""
    pilot.app.post_message(Go(name.lower(), standard, criterion))
    await place(pilot, name)


async def sees(pilot: Pilot[int], text: str) -> None:
    """Wait until a text is on the screen."""
    await wait_for(pilot, lambda: text in screen_text(program(pilot)), f"{text!r} on the screen")


async def gone(pilot: Pilot[int], text: str) -> None:
    """Wait until a text is no longer on the screen."""
    await wait_for(pilot, lambda: text not in screen_text(program(pilot)), f"{text!r} gone from the screen")


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, each when the screen has dealt with the one before; ``pilot.press`` sleeps three times as long."""
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause(0)
        await pilot.pause(0)


async def field(pilot: Pilot[int], name: str, text: str = "") -> None:
    """Go to a field of a form with tab, and type."""
    wanted = f"field-{name}"
    for _ in range(30):
        box = pilot.app.focused
        if box is not None and box.parent is not None and getattr(box.parent, "id", "") == wanted:
            return await write(pilot, text)
        await press(pilot, "tab")
    pytest.fail(f"No tab leads to {wanted}.")


async def fill(pilot: Pilot[int], *lines: str) -> None:
    """Type one line into each field of a form, with enter after it."""
    for line in lines:
        await write(pilot, line)
        left = partial(_has_left, pilot, pilot.app.focused)
        await press(pilot, "enter")
        await wait_for(pilot, left, "the next field")


def _has_left(pilot: Pilot[int], box: Widget | None) -> bool:
    return pilot.app.focused is not box


async def write(pilot: Pilot[int], text: str) -> None:
    """Type a text key by key, as fast as the program can take it."""
    names = {"\n": "enter", " ": "space"}
    for char in text:
        pilot.app.post_message(events.Key(names.get(char, char), char))
    await pilot.pause(0)


async def paste(pilot: Pilot[int], text: str) -> None:
    """Paste a text as a terminal does."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause(0)


async def by_palette(pilot: Pilot[int], label: str) -> None:
    """Run a command by its words in the palette."""
    await press(pilot, "ctrl+p")
    await wait_for(pilot, lambda: type(pilot.app.screen).__name__ == "CommandPalette", "the palette")
    await write(pilot, label)
    await wait_for(pilot, lambda: _offered(pilot, label), f"{label!r} in the palette")
    await press(pilot, "enter")
    await wait_for(pilot, lambda: type(pilot.app.screen).__name__ != "CommandPalette", "the palette to go")


def _offered(pilot: Pilot[int], label: str) -> bool:
    from textual.widgets import OptionList

    options = pilot.app.screen.query(OptionList)
    if not options or not options.first().option_count:
        return False
    first = options.first()
    return first.highlighted == 0 and str(first.get_option_at_index(0).prompt).startswith(label)


async def saved(pilot: Pilot[int]) -> None:
    """Wait until the bar says that everything is saved."""
    await sees(pilot, "saved 12:00")
    app = program(pilot)
    await wait_for(pilot, lambda: app.session.writer.flush(0), "the writer")


async def focus(pilot: Pilot[int], name: str) -> None:
    """Wait until the widget with an id has the focus."""
    await wait_for(pilot, lambda: getattr(pilot.app.focused, "id", "") == name, f"{name} in focus")


async def leave(pilot: Pilot[int]) -> None:
    """Leave as a person does."""
    await press(pilot, "ctrl+q")
