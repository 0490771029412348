"""Erasing that is stopped or cannot write: every file can still be read, and erasing again finishes."""

import json
import os
import re
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from compact_tui.core.audit import ReturnMade
from compact_tui.core.errors import WorkspaceError
from compact_tui.services import answering, audits, returns
from compact_tui.services.backups import list_backups
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.erasing import erase
from compact_tui.storage import atomic
from compact_tui.storage.writer import Writer
from tests.services.desks import reopened
from tests.services.erased_text import MARKER, holding
from tests.services.full_workspace import TEXT

pytestmark = pytest.mark.usefixtures("no_fsync")


def _replaces(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many files one erasing replaces."""
    done = [0]
    real = os.replace

    def counting(source: str, target: str) -> None:
        done[0] += 1
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", counting)
        erase(desk, TEXT)
    return done[0]


class Gone(BaseException):
    """The power went."""


STEPS = 22


@pytest.mark.parametrize("at_step", range(STEPS))
@pytest.mark.parametrize("after", [False, True])
def test_a_crash_at_any_replace_leaves_every_file_readable_and_erasing_again_finishes(
    full: Desk, at_step: int, after: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, number = os.replace, [0]

    def crashing(source: str, target: str) -> None:
        if number[0] == at_step and after:
            real(source, target)
        number[0] += 1
        if number[0] == at_step + 1:
            raise Gone
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", crashing)
        with pytest.raises(Gone):
            erase(full, TEXT)

    desk = reopened(full)
    assert audits.show(desk).standards
    assert all(line.readable for line in list_backups(desk).backups)
    for path in full.workspace.root.rglob("*.json"):
        json.loads(path.read_bytes())

    assert erase(desk, TEXT).not_done == ()
    assert erase(desk, TEXT, dry_run=True).places == ()
    assert holding(full.workspace.root) == []
    assert [one.erased_on for one in open_audit(desk).audit.returns] == ["2026-12-05"]


def test_the_crashes_of_these_tests_are_all_there_are(full: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _replaces(full, monkeypatch) == STEPS


@pytest.mark.parametrize("at_step", range(10))
def test_a_crash_while_a_field_is_emptied_leaves_nothing_behind_once_it_is_emptied_again(
    full: Desk, at_step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, number = os.replace, [0]
    page = next(full.workspace.audits_folder.glob("*.history-0001.json"))
    page.with_name(f"{page.name}.damaged-1").write_bytes(page.read_bytes()[:-9])
    for path in full.workspace.backups_folder.rglob("2026-2028*.json"):
        path.unlink()

    def crashing(source: str, target: str) -> None:
        number[0] += 1
        if number[0] == at_step + 1:
            raise Gone
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", crashing)
        with pytest.raises(Gone):
            erase(full, "1.1#note")

    desk = reopened(full)
    assert erase(desk, "1.1#note").not_done == ()
    root = full.workspace.root
    for path in (path for path in root.rglob("*") if path.is_file() and "received" not in path.parts):
        assert "Then he left" not in path.read_text("utf-8", "replace"), path
        assert not re.search(r" rang \d", path.read_text("utf-8", "replace")), path
    assert not list(root.glob("sent/*/*-email.eml"))


def test_a_draft_email_that_could_not_be_taken_away_goes_the_next_time(
    full: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(path: Path) -> None:
        raise WorkspaceError(f"{path} could not be saved.")

    answering.write_note(full, "u3-lend", "Al")
    made = returns.make(full)
    with monkeypatch.context() as patch:
        patch.setattr("compact_tui.services.erasing.remove_file", held)
        assert any("email.eml" in line for line in erase(full, "u3-lend#note").not_done)
    assert Path(made.draft_file).exists()

    erase(full, "u3-lend#note")

    assert not Path(made.draft_file).exists()
    assert answering.show_criterion(full, "u3-lend").note == MARKER


def test_a_file_that_cannot_be_written_is_named_and_everything_else_is_done(
    full: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.replace

    def held(source: str, target: str) -> None:
        if "letter" in str(target):
            raise PermissionError(13, "held")
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", held)
        patch.setattr(atomic, "RETRY_PAUSES", ())
        view = erase(full, TEXT)

    assert len(view.not_done) == 2
    assert all("letter.txt could not be saved" in line for line in view.not_done)
    assert view.sentence.startswith("Not finished")
    assert holding(full.workspace.root) == ["received/letter.txt", "received/old letter.txt"]
    assert erase(full, TEXT).not_done == ()
    assert holding(full.workspace.root) == []


def test_the_books_wait_where_a_page_made_from_a_field_could_not_be_written(
    full: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.replace

    def held(source: str, target: str) -> None:
        if str(target).endswith("damaged-1"):
            raise PermissionError(13, "held")
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", held)
        patch.setattr(atomic, "RETRY_PAUSES", ())
        view = erase(full, "1.1#note")

    assert any("waits until" in line for line in view.not_done)
    assert erase(full, "1.1#note").not_done == ()
    damaged = next((full.workspace.root / "audits").glob("*.damaged-1")).read_text("utf-8", "replace")
    assert " rang 8" not in damaged


def test_what_cannot_be_saved_first_stops_erasing(full: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = Writer(now=full.now)
    desk = replace(full, saver=writer)
    open_audit(desk)

    def broken(source: str, target: str) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", broken)
        answering.write_note(desk, "u2-watch", "Not saved yet.")
        with pytest.raises(WorkspaceError, match="not saved yet") as caught:
            erase(desk, TEXT)

    assert "Nothing was erased" in caught.value.hint
    assert holding(full.workspace.root)
    assert writer.close()
    assert erase(desk, TEXT).not_done == ()
    assert answering.show_criterion(desk, "u2-watch").note == "Not saved yet."


def test_what_waits_on_the_saving_thread_is_saved_and_erased(full: Desk) -> None:
    writer = Writer(now=full.now, pause=5.0)
    desk = replace(full, saver=writer)
    answering.write_note(desk, "u2-watch", f"Just typed: {TEXT}.")

    erase(desk, TEXT)

    assert writer.close()
    assert holding(full.workspace.root) == []
    assert answering.show_criterion(desk, "u2-watch").note == f"Just typed: {MARKER}."
    assert open_audit(desk).audit.returns[0] == msgspec.convert(
        msgspec.to_builtins(open_audit(reopened(desk)).audit.returns[0]), ReturnMade
    )


def test_another_program_that_has_the_audit_open_goes_on_with_what_is_left(full: Desk) -> None:
    other = reopened(replace(full, who="Deputy"))
    answering.show_criterion(other, "u1-ticket")

    erase(full, TEXT)
    answering.write_note(other, "u2-repair", "Mended.")

    assert holding(full.workspace.root) == []
    assert answering.show_criterion(other, "u1-ticket").private_note == f"Private: {MARKER}"
