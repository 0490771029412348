"""The place of the question banks: what there is, one bank, confirming, checking and a bank of one's own."""

from functools import cache
from pathlib import Path

import pytest
from textual.pilot import Pilot

from compact_tui.services import bank_making, bank_pages
from compact_tui.services.who import be
from compact_tui.storage.banks import shipped_banks
from tests.ui.conftest import NARROW, Bench, drive, field, go_to, place, press, sees, wait_for, write

SHIPPED = cache(shipped_banks)


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compact_tui.services.banks.shipped_banks", SHIPPED)


def test_a_bank_is_opened_and_left_by_keys(bench: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Banks")
        await sees(pilot, "Question banks (22)")
        await press(pilot, "end")
        await sees(pilot, "It rests on:")
        await press(pilot, "enter")
        await sees(pilot, "Speaking up, inside and outside (9)")
        await press(pilot, "down", "enter", "escape")
        await sees(pilot, "Question banks (22)")
        await sees(pilot, "❯ ✓ Speaking up, inside and outside")
        await press(pilot, "escape")
        await place(pilot, "Spot")

    drive(bench.app(), NARROW, steps)


def test_a_draft_is_confirmed_and_that_is_taken_back(bench: Bench) -> None:
    be(bench.desk(), {"role": "Designated lead"})

    def confirmed() -> bool:
        return sum(line.drafts for line in bank_pages.list_banks(bench.desk()).banks) == 54

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Banks", "attendance")
        await press(pilot, "end")
        await sees(pilot, "Not asked today.")
        await press(pilot, "c")
        await place(pilot, "FormDialog")
        await sees(pilot, "3 December 2026")
        await press(pilot, "ctrl+s")
        await place(pilot, "Banks")
        await wait_for(pilot, confirmed, "the draft confirmed")
        await sees(pilot, "9 of 10 asked, 1 draft")
        await press(pilot, "ctrl+z")
        await sees(pilot, "8 of 10 asked, 2 drafts")
        await wait_for(pilot, lambda: not confirmed(), "the confirmation taken back")

    drive(bench.app(), NARROW, steps)


def test_nobody_who_has_said_who_they_are_confirms_nothing(bench: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Banks")
        await press(pilot, "c")
        await place(pilot, "FormDialog")
        await press(pilot, "ctrl+s")
        await sees(pilot, "Say who has opened the documents")

    drive(bench.app(), NARROW, steps)


def test_checking_says_what_is_to_be_put_right(bench: Bench) -> None:
    folder = bench.desk().workspace.banks_folder
    folder.mkdir(parents=True)
    (folder / "torn.toml").write_text('[bank]\nid = "torn"\ntitle = "Torn"\nedition = "1"\nsubject = "t"\n', "utf-8")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Banks")
        await press(pilot, "k")
        await sees(pilot, "Nothing to put right.")
        await press(pilot, "end", "k")
        await sees(pilot, "torn: 1 error, 0 warnings")
        await sees(pilot, "torn.toml")
        await press(pilot, "enter")
        await sees(pilot, "Nothing here yet")
        await press(pilot, "c")
        await place(pilot, "Banks")

    drive(bench.app(), NARROW, steps)


def test_a_bank_of_ones_own_is_begun_with_an_example(bench: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Banks")
        await press(pilot, "n")
        await place(pilot, "FormDialog")
        await press(pilot, *"Our trips")
        await sees(pilot, "Our trips")
        await press(pilot, "tab", *"Lead")
        await sees(pilot, "Lead")
        await press(pilot, "tab", "enter")
        await place(pilot, "Choose")
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await press(pilot, "ctrl+s")
        await place(pilot, "Banks")
        await sees(pilot, "Our trips (1)")

    drive(bench.app(), NARROW, steps)
    assert (bench.root / "question_banks" / "our-trips.toml").exists()


def test_a_bank_is_written_to_a_file_and_taken_from_it_after_a_look(bench: Bench) -> None:
    bank_making.new_bank(bench.desk(), {"title": "Our trips", "owner": "Lead", "topic": "our-setting"})
    own, written = bench.root / "question_banks" / "our-trips.toml", Path("out.toml")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Banks", "our-trips")
        await press(pilot, "w")
        await place(pilot, "FormDialog")
        await field(pilot, "output", "out.toml")
        await press(pilot, "enter")
        await sees(pilot, "Written: out.toml")
        written.write_text(written.read_text("utf-8").replace('title = "Our trips"', 'title = "Our outings"'), "utf-8")
        await press(pilot, "escape", "i")
        await place(pilot, "FormDialog")
        await write(pilot, "out.toml")
        await press(pilot, "enter")
        await place(pilot, "Confirm")
        await sees(pilot, "Nothing was written.")
        await press(pilot, "t")
        await sees(pilot, "Our outings (1)")

    drive(bench.app(), NARROW, steps)
    assert 'title = "Our outings"' in own.read_text("utf-8")


def test_a_file_that_is_not_there_is_told_and_nothing_is_taken(bench: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Banks")
        await press(pilot, "i")
        await place(pilot, "FormDialog")
        await write(pilot, "gone.toml")
        await press(pilot, "enter")
        await place(pilot, "ProblemDialog")
        await sees(pilot, "gone.toml")

    drive(bench.app(), NARROW, steps)
    assert not (bench.root / "question_banks").exists()
