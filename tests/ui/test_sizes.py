"""A place or dialog looks as the window's size wants it before it was laid out once."""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from tests.ui.conftest import NARROW, WIDE, Bench, drive, go_to, place, press


@pytest.mark.parametrize(
    ("size", "wanted"),
    [
        (NARROW, {"-narrow", "-short"}),
        (WIDE, {"-wide", "-tall"}),
        ((60, 18), {"-narrow", "-short"}),
        ((99, 29), {"-narrow", "-short"}),
        ((100, 30), {"-wide", "-tall"}),
    ],
)
def test_a_new_screen_knows_the_size_of_the_window_at_its_first_layout(
    audit: Bench, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], wanted: set[str]
) -> None:
    first: dict[str, set[str]] = {}
    layout = Screen._refresh_layout

    def watched(screen: Screen[Any], *args: Any, **named: Any) -> None:
        if list(screen.query("*")):
            first.setdefault(type(screen).__name__, set(screen.classes))
        layout(screen, *args, **named)

    monkeypatch.setattr(Screen, "_refresh_layout", watched)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Evidence")
        await press(pilot, "a")
        await place(pilot, "FormDialog")

    drive(audit.app(), size, steps)
    for name in ("HomeScreen", "EvidenceScreen", "FormDialog"):
        assert first[name] & {"-thin", "-narrow", "-wide", "-low", "-short", "-tall"} == wanted, name
