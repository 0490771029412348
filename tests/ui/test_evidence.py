"""The place of evidence: the ladder, seen again, and the files that lie beside it."""

import time
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from compact_tui.core.audit import Evidence
from compact_tui.core.record_views import FileCheck
from compact_tui.services import records
from tests.ui.conftest import (
    NARROW,
    Bench,
    drive,
    field,
    fill,
    go_to,
    place,
    press,
    sees,
    wait_for,
    write,
)
from tests.ui.places import half_way
from tests.ui.record_rows import one, titles


def test_a_piece_of_evidence_on_this_computer_does_not_show_where_it_lies(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Evidence")
        await press(pilot, "a")
        await place(pilot, "FormDialog")
        await fill(pilot, "Roll")
        await press(pilot, "tab")
        await write(pilot, "C:\\Users\\jo\\roll.pdf")
        await press(pilot, "ctrl+s")
        await place(pilot, "Evidence")
        await sees(pilot, "Where: A file kept at the setting")
        await wait_for(pilot, lambda: titles(audit, "Evidence") == ["Roll"], "it on the disk")

    drive(audit.app(), NARROW, steps)


def test_seen_again_is_one_key(audit: Bench) -> None:
    half_way(audit)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Evidence")
        await press(pilot, "s")
        await sees(pilot, "Seen today")
        await sees(pilot, "Seen on: 3 Dec 2026")

    drive(audit.app(), NARROW, steps)
    assert one(audit, "Evidence").seen_on == "2026-12-03"


def test_the_ladder_says_nothing_yet_in_words_and_opens_for_each_standard(audit: Bench) -> None:
    half_way(audit)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Evidence")
        await sees(pilot, "✓ Stubs show: 1 piece   · Visitors say: nothing yet")
        await press(pilot, "l")
        await place(pilot, "LadderDialog")
        await press(pilot, "down", "down")
        await sees(pilot, "· Stubs show: nothing yet")
        await press(pilot, "escape")
        await place(pilot, "Evidence")

    drive(audit.app(), NARROW, steps)


def test_files_are_looked_after_one_by_one_and_taken_only_by_their_own_key(audit: Bench, tmp_path: Path) -> None:
    file = tmp_path / "roll.txt"
    file.write_text("Ten tickets")
    records.add_evidence(audit.desk(), {"title": "Roll", "file": str(file)}, ())
    file.write_text("Nine tickets")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Evidence")
        await press(pilot, "v")
        await place(pilot, "FilesDialog")
        await sees(pilot, "1 file: 1 changed.")
        await sees(pilot, "11 bytes then, 12 bytes now")
        await press(pilot, "enter", "escape")
        await place(pilot, "Evidence")
        assert records.verify(audit.desk()).to_take == 1
        await press(pilot, "v")
        await place(pilot, "FilesDialog")
        await sees(pilot, "t take what changed")
        await press(pilot, "t")
        await place(pilot, "Evidence")
        await wait_for(pilot, lambda: records.verify(audit.desk()).same, "it taken")
        await press(pilot, "v")
        await sees(pilot, "1 file: 1 same.")
        await press(pilot, "t")
        await sees(pilot, "esc back")

    drive(audit.app(), NARROW, steps)


def test_files_are_read_beside_the_screen_which_says_how_far_it_is(
    audit: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_text(name)
        records.add_evidence(audit.desk(), {"title": f"Piece {name}", "file": str(tmp_path / name)}, ())
    go_on = Event()
    check = records.check_file

    def slow(item: Evidence) -> FileCheck:
        if item.title == "Piece b":
            go_on.wait(10)
        return check(item)

    monkeypatch.setattr(records, "check_file", slow)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Evidence")
        await press(pilot, "v")
        await place(pilot, "FilesDialog")
        await sees(pilot, "checking 2 of 2: Piece b")
        go_on.set()
        await sees(pilot, "2 files: 2 same.")

    drive(audit.app(), NARROW, steps)


def test_leaving_while_a_file_is_read_ends_the_program_at_once(
    audit: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_text("a")
    records.add_evidence(audit.desk(), {"title": "A", "file": str(tmp_path / "a")}, ())
    go_on = Event()
    monkeypatch.setattr(records, "check_file", lambda item: go_on.wait(20))

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Evidence")
        await press(pilot, "v")
        await sees(pilot, "checking 1 of 1")

    begun = time.monotonic()
    drive(audit.app(), NARROW, steps)
    assert time.monotonic() - begun < 10
    go_on.set()


def test_what_was_typed_is_offered_again_when_its_file_cannot_be_read(audit: Bench, tmp_path: Path) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Evidence")
        await press(pilot, "a")
        await place(pilot, "FormDialog")
        await write(pilot, "Roll")
        await field(pilot, "file", str(tmp_path))
        await press(pilot, "ctrl+s")
        await place(pilot, "ProblemDialog")
        await sees(pilot, "Choose one file in it.")
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await sees(pilot, "Roll")
        await field(pilot, "file", "")
        await press(pilot, "ctrl+u", "ctrl+s")
        await place(pilot, "Evidence")
        await sees(pilot, "Evidence (1)")

    drive(audit.app(), NARROW, steps)
    assert titles(audit, "Evidence") == ["Roll"]
