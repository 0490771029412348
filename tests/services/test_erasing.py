"""Erasing: afterwards the text is in no file of the workspace, byte by byte, and every file can still be read."""

import base64
import html
import json
import os
import quopri
import re
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from compact_tui.core.audit import ReturnMade
from compact_tui.core.errors import CompactError, ExitCode, FileNotAcceptableError, UsageError, WorkspaceError
from compact_tui.services import answering, audits, grading, records, returns, review, settings
from compact_tui.services.backups import list_backups, restore
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.erasing import erase
from compact_tui.services.history import history, undo
from compact_tui.storage import atomic, book_file
from compact_tui.storage.presence import arrive
from compact_tui.storage.writer import Writer
from tests.services.desks import SMALL_PACK, at, desk_in, reopened, started
from tests.services.full_workspace import CHANGES, TEXT, everything, received_mail

MARKER = "[erased 5 December 2026]"
pytestmark = pytest.mark.usefixtures("no_fsync")


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with everything in it and hundreds of changes; copied for the tests."""
    return _filled(tmp_path_factory)


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with a short history, which has a page all the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(book_file, "LONGEST", 8)
        patch.setattr(book_file, "PAGE", 4)
        return _filled(tmp_path_factory, changes=9)


def _filled(tmp_path_factory: pytest.TempPathFactory, changes: int = CHANGES) -> Path:
    root = tmp_path_factory.mktemp("full") / "Compact audit"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", lambda handle: None)
        everything(root, changes)
    return root


def _copied(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("COMPACT_TUI_CONFIG", str(tmp_path / "config"))
    shutil.copytree(source, tmp_path / "ws")
    return at(desk_in(tmp_path / "ws", who="Porter", name="z"), days=2)


@pytest.fixture
def largest(long: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return _copied(long, tmp_path, monkeypatch)


@pytest.fixture
def full(short: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return _copied(short, tmp_path, monkeypatch)


def bare(text: str) -> str:
    """A text as this test compares it, worked out in another way than the program's own."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\s>\u200b]+", "", unicodedata.normalize("NFC", text))


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    return ("utf-8", "latin-1") if b"\xc3" not in data else ("utf-8",)


def readings(data: bytes) -> Iterator[str]:
    """Everything that a file could say."""
    for encoding in _encodings(data):
        text = data.decode(encoding, "replace")
        yield text
        yield html.unescape(re.sub(r"<[^>]*>", "", text))
        yield re.sub(r"\r?\n ", "", text)
        yield (
            re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
            .replace("\\n", " ")
            .replace("\\t", " ")
        )
    yield quopri.decodestring(data).decode("utf-8", "replace")
    for blob in re.findall(rb"(?:[A-Za-z0-9+/=]{20,}\s*)+", data):
        plain = b"".join(blob.split())
        yield base64.b64decode(plain[: len(plain) // 4 * 4]).decode("utf-8", "replace")


def holding(root: Path, text: str = TEXT) -> list[str]:
    """Every file in which the text can be found."""
    wanted = bare(text)
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return [
        path.relative_to(root).as_posix()
        for path in files
        if any(wanted in bare(reading) for reading in readings(path.read_bytes()))
    ]


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


# Places


def test_all_that_ever_stood_in_a_field_goes_also_from_history_pages_and_backups(largest: Desk) -> None:
    full = largest

    erase(full, "1.1#note")

    root = full.workspace.root
    assert answering.show_criterion(reopened(full), "u1-ticket").note == MARKER
    for path in root.rglob("*.json*"):
        if path.is_file():
            assert b" rang 1" not in path.read_bytes(), path
            assert b"Then he left" not in path.read_bytes(), path
    for path in (root / "sent").rglob("*.html"):
        assert "Then he left" not in path.read_text("utf-8")
    assert answering.show_criterion(full, "u2-watch").note == TEXT


@pytest.mark.parametrize(
    ("place", "look"),
    [
        ("u1#summary", lambda desk: grading.show_standard(desk, "u1").summary),
        ("1#reason", lambda desk: grading.show_standard(desk, "u1").reason),
        ("u1-ticket#private-note", lambda desk: answering.show_criterion(desk, "u1-ticket").private_note),
        ("setting#contact_name", lambda desk: settings.typed_setting(desk)["contact_name"]),
    ],
)
def test_every_kind_of_field_has_a_place(full: Desk, place: str, look: object) -> None:
    assert callable(look)

    view = erase(full, place)

    assert look(reopened(full)) == MARKER
    assert view.text_erased >= 2


def test_the_fields_of_evidence_and_actions_have_a_place(full: Desk) -> None:
    (item,), (action,) = records.list_evidence(full), records.list_actions(full)

    erase(full, f"{item.id}#title")
    erase(full, f"{action.id}#what")

    (item,), (action,) = records.list_evidence(full), records.list_actions(full)
    assert (item.title, action.what) == (MARKER, MARKER)
    told = [one.what for one in history(full) if "vidence" in one.what or "action" in one.what]
    assert told
    assert all(bare(TEXT) not in bare(one) for one in told)


def test_a_record_that_was_removed_still_has_a_place(full: Desk) -> None:
    (item,) = records.list_evidence(full)
    records.remove_evidence(full, item.id)

    view = erase(full, f"{item.id}#title")

    assert view.text_erased
    undo(full)
    assert records.list_evidence(full)[0].title == MARKER


@pytest.mark.parametrize(
    ("place", "hint"), [("u1-tickt#note", "u1-ticket"), ("1.1#nose", "note"), ("setting#kind", "There is no")]
)
def test_a_place_that_is_not_there_is_said(full: Desk, place: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        erase(full, place)

    assert hint in f"{caught.value.message} {caught.value.hint}"


def test_other_audits_keep_what_stands_at_the_same_place(tmp_path: Path) -> None:
    desk = started(tmp_path / "ws")
    first = open_audit(desk).kept.head.id
    answering.write_note(desk, "u1-ticket", "Mine.")
    audits.start(desk, pack=str(SMALL_PACK), cycle="2028-2030")
    second = next(line.id for line in audits.list_audits(desk) if line.id != first)
    answering.write_note(replace(desk, audit_id=second), "u1-ticket", "Another's.")

    erase(replace(desk, audit_id=first), "1.1#note")

    assert answering.show_criterion(replace(desk, audit_id=first), "u1-ticket").note.startswith("[erased")
    assert answering.show_criterion(replace(desk, audit_id=second), "u1-ticket").note == "Another's."


# What goes wrong


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
