"""The pages to print: seen, chosen and written by keyboard alone."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.ui.conftest import (
    NARROW,
    SIZES,
    Bench,
    by_palette,
    drive,
    go_to,
    gone,
    place,
    press,
    program,
    screen_text,
    sees,
    wait_for,
)
from tests.ui.places import half_way


def written(bench: Bench) -> list[str]:
    folder = bench.root / "pages"
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["enter", "w"])
def test_a_page_is_looked_at_and_written_by_keyboard(audit: Bench, size: tuple[int, int], key: str) -> None:
    half_way(audit)

    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "p")
        await place(pilot, "Pages")
        await sees(pilot, "What we need help with")
        await sees(pilot, "2.1 Is the rack in sight?" if size != NARROW else "What we asked for help with")
        await press(pilot, "down")
        await sees(pilot, "Every question with boxes to tick")
        assert written(audit) == []
        await press(pilot, key)
        await sees(pilot, "Written")
        await wait_for(pilot, lambda: written(audit) == ["2026-12-03-blank-2026-2028-a-3.html"], "the page")
        await press(pilot, "down")
        await sees(pilot, "As it will be printed")
        await press(pilot, "escape")
        await place(pilot, "Home")

    drive(audit.app(), size, steps)
    path = audit.root / "pages" / written(audit)[0]
    assert "Is the rack in sight?" in path.read_text("utf-8")


@pytest.mark.parametrize("size", SIZES)
def test_large_pages_ask_which_part(audit: Bench, size: tuple[int, int]) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Pages")
        await press(pilot, "down", "down", "down", "w")
        await place(pilot, "Choose")
        await press(pilot, "escape")
        await place(pilot, "Pages")
        assert written(audit) == []
        await press(pilot, "w")
        await place(pilot, "Choose")
        await press(pilot, "down", "enter")
        await place(pilot, "Pages")
        await sees(pilot, "Written")
        await wait_for(pilot, lambda: written(audit) == ["2026-12-03-together-2-2026-2028-a-3.html"], "the page")

    drive(audit.app(), size, steps)


def test_the_part_can_be_chosen_first_and_the_words_change(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Pages")
        await press(pilot, "down", "down", "down")
        await sees(pilot, "1. Taking umbrellas")
        await by_palette(pilot, "Which part")
        await place(pilot, "Choose")
        await press(pilot, "end", "enter")
        await place(pilot, "Pages")
        await gone(pilot, "1. Taking umbrellas")
        await sees(pilot, "3. ")
        assert written(audit) == []

    drive(audit.app(), NARROW, steps)


def test_a_file_in_the_way_is_told_and_kept(audit: Bench) -> None:
    target: Path = audit.root / "pages" / "2026-12-03-support-2026-2028-a-3.html"
    target.parent.mkdir()
    target.write_text("Mine.")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Pages")
        await press(pilot, "w")
        await place(pilot, "ProblemDialog")
        await sees(pilot, "Nothing was written")
        await press(pilot, "escape")
        await place(pilot, "Pages")
        assert "Written" not in screen_text(program(pilot))

    drive(audit.app(), NARROW, steps)
    assert target.read_text() == "Mine."


def test_before_an_audit_home_says_to_begin(bench: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "p")
        await sees(pilot, "Start an audit first: press n.")

    drive(bench.app(), NARROW, steps)
