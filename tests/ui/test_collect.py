"""Collecting on screen: taking in a folder, stopping, saying whose a return is, replies, receipts, paper."""

import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot

from compact_tui.core.errors import WorkspaceError
from compact_tui.exchange.return_json import encode
from compact_tui.services import collecting
from compact_tui.services.collecting import collect
from tests.services.collect_desks import last_round_on, partnership, posted, return_by, states, stranger
from tests.ui.conftest import NARROW, Bench, by_palette, drive, fill, go_to, gone, place, press, sees, wait_for


@pytest.fixture
def asked(bench: Bench) -> Bench:
    partnership(bench.root)
    return bench


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = posted(tmp_path / "in", return_by(1), return_by(2), stranger("r-x", "Gallery 33"))
    (folder / "cut.json").write_bytes(encode(return_by(3))[:-80])
    return folder


async def _take_in(pilot: Pilot[int], folder: Path) -> None:
    await go_to(pilot, "Collect")
    await press(pilot, "a")
    await place(pilot, "FormDialog")
    await fill(pilot, str(folder))
    await press(pilot, "ctrl+s")
    await place(pilot, "Collect")


def test_a_folder_is_taken_in_and_what_waits_is_decided_by_keyboard(asked: Bench, inbox: Path) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Partnership")
        await press(pilot, "i")
        await place(pilot, "Collect")
        await sees(pilot, "Nothing waits")
        await _take_in(pilot, inbox)
        await sees(pilot, "3 returns taken, 0 here already, 1 put aside")
        await sees(pilot, "Put aside: cut.json")
        await press(pilot, "w", "down")
        await sees(pilot, "It could be: Gallery 3 (G3)")
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await press(pilot, "ctrl+s")
        await place(pilot, "Collect")
        await sees(pilot, "3 returns of 8 expected")
        await press(pilot, "ctrl+z")
        await sees(pilot, "belongs to nobody yet")
        await press(pilot, "ctrl+y")
        await gone(pilot, "belongs to nobody yet")
        await press(pilot, "p", "l")
        await sees(pilot, "Every return")
        await go_to(pilot, "Partnership")
        await go_to(pilot, "Collect")
        await sees(pilot, "Put aside: cut.json")
        await by_palette(pilot, "Replies")
        await sees(pilot, "1 reply made in")
        await press(pilot, "x")
        await sees(pilot, "cut.json is noted as dealt with")
        await press(pilot, "ctrl+z")
        await sees(pilot, "Put aside: cut.json")

    drive(asked.app(), NARROW, steps)
    assert states(asked.desk()) == {"r-1": ("G1", "current"), "r-2": ("G2", "current"), "r-x": ("G3", "current")}
    sent = sorted(path.name for path in (asked.root / "sent").iterdir())
    assert sent == ["2026-12-03-put-aside", "2026-12-03-put-aside-2", "2026-12-03-receipts"]


def test_escape_stops_and_taking_in_again_goes_on(
    asked: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = posted(tmp_path / "in", *(return_by(number) for number in range(1, 9)))
    waiting: list[bool] = []
    usual = collecting.collect

    def slowly(desk: object, paths: object, told: object, **options: object) -> object:
        def told_then_wait(done: int, of: int) -> bool:
            goes_on = told(done, of)  # type: ignore[operator]
            while goes_on and done == 3:
                waiting.append(True)
                goes_on = told(done, of)  # type: ignore[operator]
            return bool(goes_on)

        return usual(desk, paths, told_then_wait, **options)  # type: ignore[arg-type]

    async def steps(pilot: Pilot[int]) -> None:
        with monkeypatch.context() as patched:
            patched.setattr("compact_tui.services.collecting.collect", slowly)
            await _take_in(pilot, folder)
            await wait_for(pilot, lambda: waiting, "the third file")
            await sees(pilot, "3 of 8 files; escape stops")
            await press(pilot, "a")
            await sees(pilot, "It is still being taken in")
            await press(pilot, "escape")
            await sees(pilot, "Stopped; run it again")
        await _take_in(pilot, folder)
        await sees(pilot, "8 returns of 8 expected")

    drive(asked.app(), NARROW, steps)


def test_a_return_is_turned_away_read_and_passed_on(asked: Bench, inbox: Path) -> None:
    collect(asked.desk(), [inbox])

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Collect")
        await sees(pilot, "Gallery 33")
        await press(pilot, "t")
        await place(pilot, "FormDialog")
        await fill(pilot, "Of another city")
        await press(pilot, "ctrl+s")
        await place(pilot, "Collect")
        await sees(pilot, "1 turned away")
        await press(pilot, "l", "enter")
        await sees(pilot, "This return is complete and signed")
        await press(pilot, "f")
        await place(pilot, "FormDialog")
        await fill(pilot, "Southampton")
        await press(pilot, "ctrl+s")
        await sees(pilot, "1 letter made in")

    drive(asked.app(), NARROW, steps)
    assert states(asked.desk())["r-x"] == ("", "turned-away")


def test_a_return_on_paper_is_opened_and_the_rest_is_in_the_palette(asked: Bench, tmp_path: Path) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Collect")
        await press(pilot, "e")
        await place(pilot, "FormDialog")
        await fill(pilot, "Gallery 4")
        await press(pilot, "ctrl+s")
        await place(pilot, "Collect")
        await sees(pilot, "ready to be typed in")
        await press(pilot, "y")
        await sees(pilot, "0 single-agency audits")
        await press(pilot, "g")
        await sees(pilot, "0 returns changed place")
        await by_palette(pilot, "Index")
        await sees(pilot, "made anew from 0 files")

    drive(asked.app(), NARROW, steps)


def test_what_goes_wrong_is_said_and_nothing_is_lost(
    asked: Bench, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise WorkspaceError("The disk is full.", "Make room, then try again.")

    async def steps(pilot: Pilot[int]) -> None:
        with monkeypatch.context() as patched:
            patched.setattr("compact_tui.services.collecting.keep_original", full)
            await go_to(pilot, "Collect")
            await press(pilot, "a")
            await place(pilot, "FormDialog")
            await fill(pilot, str(inbox))
            await press(pilot, "ctrl+s")
            await place(pilot, "ProblemDialog")
            await sees(pilot, "The disk is full.")
            await press(pilot, "escape")
        await _take_in(pilot, inbox)
        await sees(pilot, "2 returns of 8 expected")
        await press(pilot, "enter")
        await sees(pilot, "Move to a return first")

    drive(asked.app(), NARROW, steps)


def test_a_name_that_was_put_by_hand_last_round_is_put_there_again_with_one_key(bench: Bench, tmp_path: Path) -> None:
    made = last_round_on(tmp_path / "made", ("r-then", "G5"))
    shutil.copytree(made.workspace.root, bench.root, dirs_exist_ok=True)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Collect")
        await press(pilot, "s")
        await sees(pilot, "belongs to Gallery 5 now")
        await press(pilot, "s")
        await sees(pilot, "Move to a return first")

    drive(bench.app(), NARROW, steps)
    assert states(bench.desk())["r-now"] == ("G5", "current")
