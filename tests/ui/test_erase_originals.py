"""Erasing on screen where a partnership's files hold the text: a second letter, a reason, and only then they go."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from compact_tui.services.collecting import collect
from tests.services.collect_desks import partnership, posted, return_by
from tests.services.erased_text import holding
from tests.ui.conftest import NARROW, Bench, by_palette, drive, gone, place, press, program, screen_text, sees, write

TEXT = "Buy a shade"
"""Stands in an action of the return of these tests."""


@pytest.fixture
def officer(bench: Bench, tmp_path: Path) -> Bench:
    collect(partnership(bench.root), [posted(tmp_path / "in", return_by(1))])
    return bench


async def _looked(pilot: Pilot[int]) -> None:
    await by_palette(pilot, "Erase a text everywhere …")
    await place(pilot, "EraseDialog")
    await write(pilot, TEXT.lower())
    await press(pilot, "enter")
    await sees(pilot, "1 file that came in still holds it")


def test_its_own_letter_erases_and_leaves_the_files_that_came_in(officer: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await _looked(pilot)
        assert "o those files too" in screen_text(program(pilot))
        await press(pilot, "e")
        await sees(pilot, "Erased from")

    drive(officer.app(), NARROW, steps)
    assert [name.split("/")[1] for name in holding(officer.root, TEXT)] == ["returns"]


def test_another_letter_and_a_reason_take_the_files_away_too(officer: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await _looked(pilot)
        await press(pilot, "o")
        await sees(pilot, "type why")
        await press(pilot, "enter")
        await sees(pilot, "type why")
        await write(pilot, "e o")
        await press(pilot, "enter")
        await sees(pilot, "1 file that came in to be taken away whole:")
        assert pilot.app.screen.query_one(Input).value == TEXT.lower()
        assert holding(officer.root, TEXT)
        await press(pilot, "e")
        await sees(pilot, "1 file that came in taken away whole:")
        await press(pilot, "escape")
        await place(pilot, "Home")

    drive(officer.app(), NARROW, steps)
    assert holding(officer.root, TEXT) == []


def test_other_words_typed_after_the_reason_begin_anew(officer: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await _looked(pilot)
        await press(pilot, "o")
        await write(pilot, "They asked")
        await press(pilot, "enter")
        await sees(pilot, "to be taken away whole")
        pilot.app.screen.query_one(Input).focus()
        await write(pilot, "s")
        await gone(pilot, "to be taken away whole")
        await press(pilot, "backspace")
        await write(pilot, TEXT)
        await press(pilot, "enter")
        await sees(pilot, "still holds it")
        await press(pilot, "escape")
        await place(pilot, "Home")

    drive(officer.app(), NARROW, steps)
    assert holding(officer.root, TEXT)
