"""Learning reports and good practice on the full screen."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from compact_tui.core.partnership import GoodPractice
from compact_tui.services import good_practice
from compact_tui.services.desk import edit
from compact_tui.services.partnership_book import keep
from compact_tui.ui.widgets.pick_list import PickList
from tests.analysis_samples import MODERATED, SEVEN, SEVEN_BEFORE, collected
from tests.services.partnership_desks import started_partnership
from tests.ui.conftest import (
    NARROW,
    WIDE,
    Bench,
    by_palette,
    drive,
    focus,
    go_to,
    gone,
    place,
    press,
    program,
    saved,
    screen_text,
    sees,
    wait_for,
    write,
)


@pytest.fixture
def seven(bench: Bench) -> Bench:
    """Seven returns; groups under three are kept back."""
    collected(started_partnership(bench.root, threshold="3"), (*SEVEN_BEFORE, *SEVEN), MODERATED)
    return bench


def test_a_report_is_looked_at_and_written_by_keyboard(seven: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Partnership")
        await press(pilot, "p")
        await place(pilot, "Reports")
        await sees(pilot, "5 of 5 returned")
        await sees(pilot, "Learning report: Education")
        await press(pilot, "down")
        await sees(pilot, "Learning report: Early years")
        await press(pilot, "up", "enter")
        await focus(pilot, "one")
        await sees(pilot, "3 reports, 0 written.")
        assert not (seven.root / "reports").exists()
        await press(pilot, "enter", "end")
        await gone(pilot, "Learning report: Education")
        await press(pilot, "escape")
        await wait_for(pilot, lambda: isinstance(pilot.app.focused, PickList), "the rows in focus")
        await press(pilot, "w")
        await sees(pilot, "Read it before you publish it")
        await sees(pilot, "3 reports, 1 written.")
        await press(pilot, "escape")
        await place(pilot, "Partnership")

    drive(seven.app(), NARROW, steps)
    names = sorted(path.name for path in (seven.root / "reports").iterdir())
    assert names == [
        ".written.json",
        "2026-2028-education-learning-report.docx",
        "2026-2028-education-learning-report.html",
    ]


def test_all_are_written_from_the_palette_and_one_with_names(seven: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Reports")
        await by_palette(pilot, "Write all")
        await sees(pilot, "3 reports, 3 written.")
        await press(pilot, "t")
        await sees(pilot, "for use inside only")

    drive(seven.app(), WIDE, steps)
    assert [path.name for path in (seven.root / "reports").glob("*.csv")] == [
        "2026-2028-education-learning-report-trace.csv"
    ]


def test_a_folder_that_cannot_be_written_is_said(seven: Bench) -> None:
    Path(seven.root / "reports").write_text("in the way")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Partnership")
        await press(pilot, "p")
        await place(pilot, "ProblemDialog")
        await sees(pilot, "cannot be looked into")

    drive(seven.app(), NARROW, steps)


def test_good_practice_is_written_down_and_the_name_of_a_setting_refused(seven: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Reports")
        await press(pilot, "g")
        await place(pilot, "GoodPractice")
        await sees(pilot, "Nothing is written down yet")
        await press(pilot, "n")
        await place(pilot, "FormDialog")
        await write(pilot, "Setting P1 rings first.")
        await press(pilot, "ctrl+s")
        await place(pilot, "ProblemDialog")
        await sees(pilot, "It names Setting P1")
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await sees(pilot, "Setting P1 rings first.")
        await press(pilot, "escape")
        await place(pilot, "GoodPractice")
        await press(pilot, "n")
        await place(pilot, "FormDialog")
        await write(pilot, "They ring first.")
        await press(pilot, "ctrl+s")
        await place(pilot, "GoodPractice")
        await sees(pilot, "1 example of good practice.")
        await press(pilot, "x")
        await sees(pilot, "Nothing is written down yet")
        await press(pilot, "ctrl+z")
        await sees(pilot, "1 example of good practice.")
        await press(pilot, "escape")
        await place(pilot, "Reports")
        await saved(pilot)

    drive(seven.app(), NARROW, steps)
    assert "They ring first." in good_practice.list_practice(seven.desk()).lines[0].text


def test_a_row_of_good_practice_is_as_long_as_the_screen_is_wide(seven: Bench) -> None:
    told = "Governors hear from pupils twice a year and say back in writing what they will do about it."
    good_practice.keep_practice(seven.desk(), {"text": told, "sector": "education"})
    listed: list[str] = []

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Reports")
        await press(pilot, "g")
        await place(pilot, "GoodPractice")
        await sees(pilot, "Education")
        listed.extend(line for line in screen_text(program(pilot)).splitlines() if "❯" in line)

    drive(seven.app(), WIDE, steps)
    assert told in listed[0]


def test_good_practice_of_an_earlier_round_is_taken_over_with_one_key(seven: Bench) -> None:
    old = GoodPractice(id="gp-1", text="Pupils show the poster.", cycle="2024-2026")
    keep(seven.desk(), "good-practice", "x", (edit("good_practice", old.id, None, old),))

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "GoodPractice")
        await sees(pilot, "all sectors, 2024-2026")
        await sees(pilot, "Seen in 2024-2026: not in this round's reports. Press a to take it over.")
        await press(pilot, "a")
        await sees(pilot, "2 examples of good practice")
        await saved(pilot)

    drive(seven.app(), NARROW, steps)
    assert [one.in_round for one in good_practice.list_practice(seven.desk()).lines] == [False, True]
