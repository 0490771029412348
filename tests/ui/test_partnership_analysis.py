"""The table of heat, the returns behind a figure, and the themes, on the full screen."""

import pytest
from textual.pilot import Pilot

from compact_tui.services import themes
from tests.analysis_samples import ELSEWHERE, MODERATED, SEVEN, SEVEN_BEFORE, cohort, collected
from tests.services.partnership_desks import started_partnership
from tests.ui.conftest import (
    NARROW,
    WIDE,
    Bench,
    by_palette,
    drive,
    fill,
    go_to,
    place,
    press,
    program,
    screen_text,
    sees,
)


def test_another_audit_is_counted_with_one_key_and_kept_on_the_way_back(bench: Bench) -> None:
    collected(started_partnership(bench.root, threshold="3"), (*SEVEN, *ELSEWHERE))

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Analysis")
        await sees(pilot, "own audit")
        await press(pilot, "o")
        await sees(pilot, "Answered with met")
        await press(pilot, "enter")
        await place(pilot, "Behind")
        await sees(pilot, "Setting G2")
        await press(pilot, "escape")
        await place(pilot, "Analysis")
        await sees(pilot, "Answered with met")
        await press(pilot, "o")
        await sees(pilot, "Good or better, of those")

    drive(bench.app(), WIDE, steps)


@pytest.fixture
def seven(bench: Bench) -> Bench:
    """Seven returns; groups under three are kept back."""
    collected(started_partnership(bench.root, threshold="3"), (*SEVEN_BEFORE, *SEVEN), MODERATED)
    return bench


def test_the_whole_job_by_keyboard(seven: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Partnership")
        await press(pilot, "a")
        await place(pilot, "Analysis")
        await sees(pilot, "most 80% of 5")
        await sees(pilot, "too few")
        await sees(pilot, "Good or better: 4 of 5 (80%).")
        await press(pilot, "right")
        await sees(pilot, "Too few settings to show")
        await press(pilot, "left", "down")
        await sees(pilot, "Good or better: 3 of 5 (60%).")
        await press(pilot, "enter")
        await place(pilot, "Behind")
        await sees(pilot, "Their grade: Soaked")
        await sees(pilot, "inside the partnership only")
        await press(pilot, "escape")
        await place(pilot, "Analysis")
        await press(pilot, "n")
        await sees(pilot, "Training and induction: 2 settings")
        await press(pilot, "x")
        await sees(pilot, "10 returns written as 6 tables")
        await press(pilot, "escape")
        await place(pilot, "Partnership")

    drive(seven.app(), NARROW, steps)

    assert (seven.root / "facts" / "2026-12-03" / "facts.sqlite").exists()


def test_themes_are_added_changed_and_taken_out(seven: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Analysis")
        await by_palette(pilot, "Themes")
        await place(pilot, "Themes")
        await press(pilot, "a")
        await place(pilot, "FormDialog")
        await fill(pilot, "Mirrors", "mirror")
        await place(pilot, "Themes")
        await sees(pilot, "12 themes, as you keep them")
        await press(pilot, "d")
        await sees(pilot, "11 themes")
        await press(pilot, "end", "enter")
        await place(pilot, "FormDialog")
        await press(pilot, *"!", "enter")
        await press(pilot, "enter")
        await place(pilot, "Themes")
        await sees(pilot, "Mirrors!")

    drive(seven.app(), NARROW, steps)

    kept = themes.list_themes(seven.desk()).themes
    assert (kept[0].id, kept[-1].word) == ("policies", "Mirrors!")


@pytest.mark.parametrize("size", [NARROW, WIDE])
def test_every_cell_has_a_glyph_and_a_word_at_both_sizes(bench: Bench, size: tuple[int, int]) -> None:
    collected(started_partnership(bench.root), cohort(70))

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Analysis")
        await sees(pilot, "All that")
        shown = screen_text(program(pilot))
        for word in (
            "Education",
            "Early years",
            "Small vol",
            "30 of 30",
            "· 69% of 29" if size == NARROW else "· some 69% ",
            "❯✓ ",
        ):
            assert word in shown, shown

    drive(bench.app(), size, steps)


def test_with_nothing_collected_the_screen_says_so(bench: Bench) -> None:
    started_partnership(bench.root)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Analysis")
        await sees(pilot, "Nothing to count yet")
        await press(pilot, "enter", "down", "right")
        await sees(pilot, "Nothing to count yet")

    drive(bench.app(), NARROW, steps)
