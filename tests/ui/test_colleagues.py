"""Work with colleagues on screen: lending, taking in with a conflict, opening a part, copies."""

import json
import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot

from compact_tui.core.digest import digest_of
from compact_tui.services import answering, parts
from compact_tui.services.books import open_audit
from tests.services.part_desks import opened_by, sent_back
from tests.ui.conftest import (
    NARROW,
    Bench,
    by_palette,
    drive,
    fill,
    go_to,
    place,
    press,
    program,
    saved,
    screen_text,
    sees,
    write,
)


def lent_by_hand(bench: Bench, standards: str, to: str) -> Path:
    """A part that was lent past the screen."""
    return Path(parts.export_part(bench.desk("Lead"), {"standards": standards, "lent_to": to}).path)


def came_back(bench: Bench, standards: str, to: str, folder: Path) -> tuple[Path, str]:
    """A part of which the first criterion was answered; the file that came back, and that criterion."""
    desk = opened_by(bench.desk("Lead"), lent_by_hand(bench, standards, to), folder)
    first = open_audit(desk).pack.standard[0].criterion[0].id
    answering.answer(desk, first, "half-way", note=f"{to} says so.")
    return sent_back(desk), first


def test_two_parts_are_lent(audit: Bench) -> None:
    async def lend(pilot: Pilot[int]) -> None:
        await press(pilot, "x")
        await place(pilot, "Colleagues")
        await sees(pilot, "Nothing is lent yet. Press a to lend")
        for standards, to in (("1", "Porters"), ("2, 3", "Caretaker")):
            await press(pilot, "a")
            await place(pilot, "FormDialog")
            await fill(pilot, standards, to, "18 Dec 2026")
            await press(pilot, "ctrl+s")
            await place(pilot, "Colleagues")
            await sees(pilot, "NOT yet sent")
        await saved(pilot)
        assert "2 parts: 2 out." in screen_text(program(pilot))

    drive(audit.app(), NARROW, lend)
    lent = parts.list_parts(audit.desk()).parts
    assert [(part.lent_to, part.numbers, part.due) for part in lent] == [
        ("Porters", "1", "2026-12-18"),
        ("Caretaker", "2, 3", "2026-12-18"),
    ]
    assert all((audit.desk().workspace.lent_folder / part.file).is_file() for part in lent)


def test_two_parts_come_back_with_a_conflict(audit: Bench, tmp_path: Path) -> None:
    files = [came_back(audit, *one, tmp_path / one[1].lower())[0] for one in (("1", "Porters"), ("2, 3", "Caretaker"))]
    answering.answer(audit.desk("Lead"), "u1-ticket", "in-hand", note="We say so.")

    async def take(pilot: Pilot[int]) -> None:
        await press(pilot, "x")
        await place(pilot, "Colleagues")
        await press(pilot, "t")
        await place(pilot, "FormDialog")
        await write(pilot, str(files[0]))
        await press(pilot, "ctrl+s")
        await place(pilot, "MergeDialog")
        await sees(pilot, "2 changes wait for your choice")
        await press(pilot, "b")
        await sees(pilot, "only one can stand")
        await press(pilot, "o", "down", "b")
        await sees(pilot, "✓ 1.1 Note    both changed")
        assert "wait for your choice" not in screen_text(program(pilot))
        await press(pilot, "i")
        await place(pilot, "Colleagues")
        await sees(pilot, "1 change taken in. Undo takes all of it back.")
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await write(pilot, str(files[1]))
        await press(pilot, "ctrl+s")
        await place(pilot, "MergeDialog")
        await press(pilot, "ctrl+s")
        await sees(pilot, "2 parts: 2 back.")
        await saved(pilot)

    drive(audit.app(who="Lead"), NARROW, take)
    assert (audit.criterion("u1-ticket").answer, audit.criterion("u1-ticket").note) == (
        "in-hand",
        "Lead: We say so.\n\nPorters officer: Porters says so.",
    )
    assert audit.criterion("u2-watch").answer == "half-way"
    assert audit.criterion("u2-watch").by == "Caretaker officer"


def test_escape_leaves_all_as_it_is_and_undo_takes_back_what_was_taken_in(audit: Bench, tmp_path: Path) -> None:
    file, criterion = came_back(audit, "2", "Porters", tmp_path / "porters")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Colleagues")
        for last in ("escape", "i"):
            await by_palette(pilot, "Take in")
            await place(pilot, "FormDialog")
            await write(pilot, str(file))
            await press(pilot, "ctrl+s")
            await place(pilot, "MergeDialog")
            await press(pilot, last)
            await place(pilot, "Colleagues")
            answered = answering.show_criterion(program(pilot).session.desk, criterion).answer
            assert answered == {"escape": "unanswered", "i": "half-way"}[last]
        await press(pilot, "ctrl+z")
        await sees(pilot, "out since")
        await saved(pilot)

    drive(audit.app(), NARROW, steps)
    assert audit.criterion(criterion).answer == "unanswered"


def test_a_file_that_cannot_be_taken_is_said_and_the_form_comes_back(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Colleagues")
        for key in ("t", "o"):
            await press(pilot, key)
            await place(pilot, "FormDialog")
            await write(pilot, "gone.json")
            await press(pilot, "ctrl+s")
            await place(pilot, "ProblemDialog")
            await sees(pilot, "gone.json is not there")
            await press(pilot, "enter")
            await place(pilot, "FormDialog")
            await sees(pilot, "gone.json")
            await press(pilot, "escape")
            await place(pilot, "Colleagues")
        await press(pilot, "s")
        await place(pilot, "ProblemDialog")
        await sees(pilot, "not a part that was lent to you")

    drive(audit.app(), NARROW, steps)


def test_a_part_is_opened_without_an_audit_and_sent_back_from_its_own_folder(audit: Bench, tmp_path: Path) -> None:
    file = lent_by_hand(audit, "2", "HR")
    nobody, theirs = Bench(tmp_path / "nobody"), Bench(tmp_path / "hr")

    async def open_it(pilot: Pilot[int]) -> None:
        await press(pilot, "x")
        await place(pilot, "Colleagues")
        await sees(pilot, "No audit is open here")
        await press(pilot, "a")
        await sees(pilot, "Start an audit first")
        await press(pilot, "o")
        await place(pilot, "FormDialog")
        await fill(pilot, str(file), "hr")
        await place(pilot, "Colleagues")
        await sees(pilot, "for HR is opened")

    drive(nobody.app(), NARROW, open_it)

    async def send_back(pilot: Pilot[int]) -> None:
        await sees(pilot, "Part of the audit of Brolly House, for HR: send it back.")
        await press(pilot, "x")
        await place(pilot, "Colleagues")
        await press(pilot, "s")
        await sees(pilot, "The part is ready to be sent back, with 0 of 3 questions answered.")
        await saved(pilot)

    drive(theirs.app(), NARROW, send_back)
    assert len(list((tmp_path / "hr" / "sent").glob("*/part-hr-brolly-house.json"))) == 1


def test_a_part_is_called_off_and_that_is_taken_back(audit: Bench) -> None:
    lent_by_hand(audit, "2", "HR")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Colleagues")
        await press(pilot, "c")
        await sees(pilot, "called off 3 Dec 2026")
        await press(pilot, "ctrl+z")
        await sees(pilot, "out since 3 Dec 2026")
        await saved(pilot)

    drive(audit.app(), NARROW, steps)


def test_a_sync_programs_copy_is_told_on_home_and_merged(audit: Bench) -> None:
    answering.answer(audit.desk(), "u1-ticket", "in-hand")
    book = open_audit(audit.desk()).book.path
    copy = book.with_name(f"{book.stem}-DESKTOP-123.json")
    shutil.copyfile(book, copy)

    async def steps(pilot: Pilot[int]) -> None:
        await sees(pilot, "DESKTOP-123.json is left as it is")
        await go_to(pilot, "Colleagues")
        await sees(pilot, "Another copy: audits/")
        await press(pilot, "c")
        await sees(pilot, "There is no part at the cursor.")
        await press(pilot, "enter")
        await place(pilot, "MergeDialog")
        await sees(pilot, "Nothing differs.")
        await press(pilot, "i")
        await place(pilot, "Colleagues")
        await sees(pilot, "was moved to")

    drive(audit.app(), NARROW, steps)
    assert not copy.exists()


def test_what_cannot_be_saved_is_said_and_stays_to_be_decided(audit: Bench, tmp_path: Path) -> None:
    file, _ = came_back(audit, "2", "Porters", tmp_path / "porters")

    def full(*args: object, **options: object) -> None:
        from compact_tui.core.errors import WorkspaceError

        raise WorkspaceError("The disk is full.", "Nothing was changed.")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Colleagues")
        await press(pilot, "t")
        await place(pilot, "FormDialog")
        await write(pilot, str(file))
        await press(pilot, "ctrl+s")
        await place(pilot, "MergeDialog")
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr("compact_tui.storage.backups.Backups.take", full)
            await press(pilot, "i")
            await place(pilot, "ProblemDialog")
        await sees(pilot, "The disk is full.")
        await press(pilot, "enter")
        await place(pilot, "MergeDialog")
        await press(pilot, "escape")

    drive(audit.app(), NARROW, steps)
    assert audit.criterion("u2-watch").answer == "unanswered"


def test_words_of_a_file_are_never_taken_for_markup(audit: Bench, tmp_path: Path) -> None:
    file, _ = came_back(audit, "2", "[/red] [bold]HR", tmp_path / "hr")
    plain = json.loads(file.read_text("utf-8"))
    plain["answered"]["evidence"] = [{"id": "e-[/]", "title": "[/b]\x1b[2J", "supports": ["[/x]"]}]
    plain["digest"] = digest_of(plain)
    file.write_text(json.dumps(plain), "utf-8")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Colleagues")
        await press(pilot, "t")
        await place(pilot, "FormDialog")
        await write(pilot, str(file))
        await press(pilot, "ctrl+s")
        await place(pilot, "MergeDialog")
        await sees(pilot, "Part of [/red] [bold]HR")
        await press(pilot, "end")
        await sees(pilot, "[/b]<U+001B>[2J")
        await press(pilot, "i")
        await place(pilot, "Colleagues")
        await sees(pilot, "[/red] [bold]HR: 2")

    drive(audit.app(), NARROW, steps)
