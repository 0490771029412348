"""The place of the audit packs: a new edition seen and taken, what is parked, packs as workbooks."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from compact_tui.core.audit import Audit
from compact_tui.core.errors import WorkspaceError
from compact_tui.services import answering, grading
from compact_tui.services.books import open_audit
from compact_tui.storage.pack_copy import encode_pack
from tests.services.desks import reopened, small_pack
from tests.small_editions import next_small_edition
from tests.ui.conftest import NARROW, Bench, drive, field, go_to, place, press, sees, wait_for, write


@pytest.fixture
def new_edition(audit: Bench) -> str:
    """The small pack's next edition as a file, for an audit with something said."""
    desk = audit.desk("Porter")
    answering.answer(desk, "u1-ticket", "in-hand", note="Ten picked blind.")
    answering.answer(desk, "u2-watch", "half-way", note="Nobody at noon.")
    grading.grade(desk, "u1", "a-few-drops")
    path = Path("next.pack.json")
    path.write_bytes(encode_pack(next_small_edition(small_pack())))
    return str(path)


def kept(audit: Bench) -> Audit:
    return open_audit(reopened(audit.desk())).kept


async def _to_the_question(pilot: Pilot[int], pack: str) -> None:
    await go_to(pilot, "Packs")
    await press(pilot, "e")
    await place(pilot, "FormDialog")
    await write(pilot, pack)
    await press(pilot, "enter")
    await place(pilot, "Confirm")


def test_a_new_edition_is_seen_first_and_taken_and_taken_back(audit: Bench, new_edition: str) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await _to_the_question(pilot, new_edition)
        await sees(pilot, "Take edition 2028.1 into this audit?")
        await sees(pilot, "Nothing that you said is lost.")
        assert kept(audit).head.edition == "2026.1"
        await press(pilot, "t")
        await sees(pilot, "Taken")
        await wait_for(pilot, lambda: kept(audit).head.edition == "2028.1", "the edition taken")
        await press(pilot, "k")
        await sees(pilot, "2 entries parked")
        await sees(pilot, "Nobody at noon.")
        await press(pilot, "ctrl+z")
        await wait_for(pilot, lambda: kept(audit).head.edition == "2026.1", "the edition taken back")

    drive(audit.app(), NARROW, steps)


def test_what_was_said_is_shown_beside_the_question_that_replaces_it(audit: Bench, new_edition: str) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await _to_the_question(pilot, new_edition)
        await press(pilot, "t")
        await sees(pilot, "Taken")
        await go_to(pilot, "Criterion", "u1", "u1-stub")
        await sees(pilot, "You said to the question this one replaces (edition 2026.1)")
        await sees(pilot, "picked blind.")
        await go_to(pilot, "Grade", "u1")
        await sees(pilot, "Given under edition 2026.1, before its questions changed: c confirms it")

    drive(audit.app(), NARROW, steps)


def test_leaving_it_changes_nothing(audit: Bench, new_edition: str) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await _to_the_question(pilot, new_edition)
        await press(pilot, "escape")
        await place(pilot, "Packs")

    drive(audit.app(), NARROW, steps)
    assert kept(audit).head.edition == "2026.1"


def test_a_copy_that_cannot_be_written_is_told_and_nothing_is_changed(
    audit: Bench, new_edition: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        raise WorkspaceError("The disk is full.", "Nothing was changed.")

    async def steps(pilot: Pilot[int]) -> None:
        await _to_the_question(pilot, new_edition)
        monkeypatch.setattr("compact_tui.services.editions.write_atomically", full)
        await press(pilot, "t")
        await place(pilot, "ProblemDialog")
        await sees(pilot, "The disk is full.")

    drive(audit.app(), NARROW, steps)
    assert kept(audit).head.edition == "2026.1"


def test_a_pack_goes_to_a_workbook_and_comes_back_from_it(bench: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Packs")
        await press(pilot, "end", "w")
        await place(pilot, "FormDialog")
        await field(pilot, "output", "ours.xlsx")
        await press(pilot, "ctrl+s")
        await sees(pilot, "Written: ours.xlsx")
        await press(pilot, "i")
        await place(pilot, "FormDialog")
        await write(pilot, "ours.xlsx")
        await field(pilot, "output", "ours")
        await press(pilot, "ctrl+s")
        await place(pilot, "Confirm")
        await press(pilot, "t")
        await sees(pilot, "read back and compared")

    drive(bench.app(), NARROW, steps)
    assert Path("ours/pack.toml").exists()


def test_a_workbook_with_mistakes_is_told_and_not_offered(bench: Bench, tmp_path: Path) -> None:
    Path("wrong.xlsx").write_bytes(b"PK nothing")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Packs")
        await press(pilot, "i")
        await place(pilot, "FormDialog")
        await write(pilot, "wrong.xlsx")
        await press(pilot, "ctrl+s")
        await place(pilot, "ProblemDialog")
        await sees(pilot, "wrong.xlsx is not a workbook")

    drive(bench.app(), NARROW, steps)
