"""Erasing: afterwards the text is in no file of the workspace, byte by byte, and every file can still be read."""

import json
import re
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from compact_tui.core.errors import CompactError, ExitCode, FileNotAcceptableError
from compact_tui.services import answering, audits, returns, review
from compact_tui.services.backups import list_backups, restore
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.erasing import erase
from compact_tui.services.history import history, undo
from compact_tui.storage.presence import arrive
from tests.services.desks import reopened
from tests.services.erased_text import MARKER, bare, holding
from tests.services.full_workspace import TEXT, received_mail

pytestmark = pytest.mark.usefixtures("no_fsync")


def test_the_workspace_of_these_tests_has_the_text_in_every_corner(long: Path) -> None:
    found = holding(long)

    for part in (
        "audits/2026-2028-a-3.json",
        "audits/2026-2028-a-3.history-0001.json",
        "audits/2026-2028-a-3.json.damaged-1",
        "audits/2026-2028-a-3 (conflicted copy).json",
        "setting.json",
        "received/letter.txt",
        "received/old letter.txt",
        "received/notepad.txt",
        "received/reply.json",
        "pages/year.ics",
        "pages/own.html",
    ):
        assert part in found
    assert sum(name.startswith("backups/") for name in found) >= 2
    assert {Path(name).suffix for name in found if name.startswith("sent/")} == {".json", ".html", ".eml", ".txt"}
    assert {Path(name).suffix for name in found if name.startswith("signed/")} == {".json", ".html"}
    assert any(name.startswith("pages/heads-page") for name in found)


def test_after_erasing_the_text_is_in_no_file_byte_by_byte(largest: Desk) -> None:
    root = largest.workspace.root

    view = erase(largest, "tom o'BÉLL\u2003&  söhne")

    assert holding(root) == []
    assert view.not_done == ()
    assert view.done and view.text_erased > 1000
    assert view.marker == MARKER
    kinds = {place.kind for place in view.places}
    assert kinds == {
        "record", "history", "history-page", "backup", "damaged-copy", "sent-return", "signed-copy", "page",
        "received-file",
    }  # fmt: skip
    assert TEXT not in msgspec.json.encode(view).decode()
    assert bare(TEXT) not in bare(msgspec.json.encode(view).decode())


def test_what_is_left_reads_on_and_nothing_else_was_touched(full: Desk) -> None:
    before = history(full)

    erase(full, TEXT)

    again = reopened(full)
    shown = answering.show_criterion(again, "u1-ticket")
    assert shown.note == f'He said "{MARKER}". Then he left.'
    assert shown.private_note == f"Private: {MARKER}"
    assert shown.evidence[0].title == f"Letter of {MARKER}"
    assert shown.actions[0].what == f"Ring {MARKER}"
    assert shown.answer == "in-hand"
    now = history(again)
    assert [(one.id, one.at, one.verb) for one in now[1:]] == [(one.id, one.at, one.verb) for one in before]
    assert now[0].verb == "erase"
    assert re.fullmatch(r"a text was erased: \d+ places", now[0].what)
    assert all(line.readable for line in list_backups(again).backups)


def test_undo_and_a_backup_do_not_bring_it_back(full: Desk) -> None:
    erase(full, TEXT)

    for _ in range(6):
        undo(full)
    for line in list_backups(full).backups:
        restore(full, line.id)

    assert holding(full.workspace.root) == []


def test_our_copy_of_a_return_says_that_a_text_was_erased_from_it(full: Desk) -> None:
    (made,) = open_audit(full).audit.returns
    folder = full.workspace.sent_folder / made.folder
    digest = json.loads((folder / made.return_file).read_bytes())["digest"]

    erase(full, TEXT)

    document = json.loads((folder / made.return_file).read_bytes())
    assert document["digest"] == digest == made.digest
    assert document["erased_on"] == "2026-12-05"
    with pytest.raises(FileNotAcceptableError, match=r"A text was erased from this copy on 5 December 2026") as caught:
        returns.verify_file(folder / made.return_file)
    assert made.code in caught.value.hint
    (now,) = open_audit(full).audit.returns
    assert now == replace(made, erased_on="2026-12-05")
    assert [path.suffix for path in folder.iterdir() if path.suffix == ".eml"] == []
    (read_me,) = folder.glob("*.txt")
    assert read_me.read_text("utf-8").startswith("On 5 December 2026 a text was erased from the copies in this folder.")
    (page,) = folder.glob("*.html")
    assert MARKER in page.read_text("utf-8")


def test_a_finding_that_was_set_aside_where_something_was_erased_stands_again(full: Desk) -> None:
    assert [one for one in review.review(full).findings if one.set_aside]

    erase(full, TEXT)

    assert open_audit(reopened(full)).audit.set_asides == ()


def test_a_dry_run_says_the_same_and_writes_nothing(full: Desk) -> None:
    root = full.workspace.root
    files = {path: path.read_bytes() for path in root.rglob("*") if path.is_file() and ".locks" not in path.parts}

    looked = erase(full, TEXT, dry_run=True)

    assert not looked.done
    assert {path: path.read_bytes() for path in files} == files
    assert looked.glimpses
    assert bare(TEXT) not in bare(msgspec.json.encode(looked).decode())
    done = erase(full, TEXT)
    assert (done.places, done.text_erased) == (looked.places, looked.text_erased)


def test_what_is_open_in_memory_is_without_it_at_once(full: Desk) -> None:
    book = open_audit(full).book

    erase(full, TEXT)

    assert bare(TEXT) not in bare(str(book.history) + str(book.tables()))


def test_erasing_again_finds_nothing_and_writes_nothing(full: Desk) -> None:
    erase(full, TEXT)
    root = full.workspace.root
    files = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}

    view = erase(full, TEXT)

    assert view.places == ()
    assert "Nothing found" in view.sentence
    assert {path: path.read_bytes() for path in files} == files


@pytest.mark.parametrize("wanted", ["abc", "A b c", "...", "  ", "é é"])
def test_a_text_that_is_too_short_is_refused(full: Desk, wanted: str) -> None:
    with pytest.raises(CompactError, match="too short") as caught:
        erase(full, wanted)

    assert caught.value.code == ExitCode.REFUSED


@pytest.mark.parametrize("wanted", ["erased", "December 2026", "[erased 5 December 2026]"])
def test_the_marker_itself_is_not_erased(full: Desk, wanted: str) -> None:
    with pytest.raises(CompactError, match="part of the mark") as caught:
        erase(full, wanted)

    assert caught.value.code == ExitCode.REFUSED


def test_what_cannot_be_reached_is_named(full: Desk) -> None:
    root = full.workspace.root
    received_mail(root)
    (root / "received" / "scan.pdf").write_bytes(b"%PDF-1.7 \x00\x01")
    arrive(root, "Deputy", full.at)

    view = erase(full, TEXT)

    told = "\n".join(view.not_reached)
    assert "emailed, printed" in told and "OneDrive" in told and "not saved yet" in told
    assert "received/mail.eml" in told
    assert "received/scan.pdf: it is no text" in told
    assert holding(root) == ["received/mail.eml"]


def test_what_a_person_put_into_the_folder_of_a_return_is_theirs(full: Desk) -> None:
    (made,) = open_audit(full).audit.returns
    folder = full.workspace.sent_folder / made.folder
    (folder / "as-sent.eml").write_bytes(received_mail(full.workspace.root).read_bytes())
    (folder / "phone.txt").write_text(f"{TEXT} rang back.", "utf-8")

    view = erase(full, TEXT)

    assert (folder / "phone.txt").read_text("utf-8") == f"{MARKER} rang back."
    assert (folder / "as-sent.eml").exists()
    assert any("as-sent.eml: it holds the text" in line for line in view.not_reached)
    assert not list(folder.glob("*-email.eml"))


def test_a_file_beside_the_returns_gets_no_note(full: Desk) -> None:
    beside = full.workspace.sent_folder / "our-read-me-first.txt"
    beside.write_text(f"Ask {TEXT}.", "utf-8")

    erase(full, TEXT)

    assert beside.read_text("utf-8") == f"Ask {MARKER}."


def test_words_of_the_questions_stay_and_are_named(full: Desk) -> None:
    answering.write_note(full, "u2-watch", "An UMBRELLA was left.")

    view = erase(full, "umbrella")

    assert answering.show_criterion(full, "u2-watch").note == f"An {MARKER} was left."
    assert any("2026-2028-a-3.pack.json: the questions themselves" in line for line in view.not_reached)
    assert audits.show(reopened(full)).standards


def test_ids_that_the_program_needs_stay_and_are_named(full: Desk) -> None:
    answering.write_note(full, "u2-watch", "All in-hand here.")

    view = erase(full, "in-hand")

    assert answering.show_criterion(reopened(full), "u1-ticket").answer == "in-hand"
    assert answering.show_criterion(full, "u2-watch").note == f"All {MARKER} here."
    assert any("which the program needs" in line for line in view.not_reached)


def test_who_was_at_the_keyboard_is_forgotten_when_that_is_what_goes(full: Desk) -> None:
    from compact_tui.services.who import be, remembered

    desk = be(full, {"who": f"Lead ({TEXT})"})

    erase(desk, TEXT)

    assert remembered(full.workspace.root) == ""
    assert holding(full.workspace.root) == []
