"""Seeing, making, reading and following up a return, on the small invented pack in a folder of its own."""

import errno
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path

import msgspec
import pytest

from compact_tui.core.errors import CompactError, ExitCode, FileNotAcceptableError, UsageError, WorkspaceError
from compact_tui.core.return_views import ReturnMadeView
from compact_tui.core.returns import Return, return_state
from compact_tui.exchange.return_json import encode, read
from compact_tui.services import answering, audits, drafts, grading, records, returns, review, settings
from compact_tui.services.books import audit_of, open_audit
from compact_tui.services.desk import Desk, Shelf
from compact_tui.storage.atomic import write_atomically
from compact_tui.storage.workspace import Workspace
from compact_tui.storage.writer import SaveNow
from tests.samples import FIXTURES

SEND_FOLDER = "compact_tui.storage.send_folder"
MOMENT = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)
TYPED = {
    "name": "The Old Gallery & Sons",
    "sector": "education",
    "kind": "primary-school",
    "contact_name": "Jo Gray",
    "contact_email": "jo@example.org",
    "return_to": "committee@example.org",
}


def desk_in(root: Path, moment: datetime = MOMENT) -> Desk:
    numbers: Iterator[int] = iter(range(1, 10_000))
    return Desk(
        workspace=Workspace(root),
        saver=SaveNow(),
        now=lambda: moment,
        new_id=lambda prefix: f"{prefix}-{moment:%d}{next(numbers):04d}",
        who="Lead",
        shelf=Shelf(),
    )


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = desk_in(tmp_path / "My audit \u6f22")
    settings.set_up(desk, TYPED)
    audits.start(desk, pack=str(FIXTURES / "small-pack"), cycle="2026-2028")
    answering.answer(desk, "u1-ticket", "in-hand", note="Roll of tickets by the door.")
    grading.grade(desk, "u1", "bone-dry")
    records.add_evidence(desk, {"title": "Stubs", "kind": "ticket-stub", "where": "Desk"}, ("u1-ticket",))
    return desk


def read_back(view: ReturnMadeView) -> Return:
    return read(Path(view.return_file).read_bytes()).return_


def folders(desk: Desk) -> list[str]:
    return sorted(p.name for p in desk.workspace.sent_folder.iterdir()) if desk.workspace.sent_folder.exists() else []


def test_a_return_is_a_folder_of_four_files_that_name_setting_and_cycle(desk: Desk) -> None:
    view = returns.make(desk)

    folder = Path(view.folder)
    stem = "the-old-gallery-sons-2026-2028"
    assert folder == desk.workspace.sent_folder.absolute() / f"2026-12-03-{stem}"
    assert sorted(p.name for p in folder.iterdir()) == [
        f"{stem}-email.eml",
        f"{stem}-read-me-first.txt",
        f"{stem}-report.html",
        f"{stem}-return.json",
    ]
    assert {f.name: f.bytes for f in view.files} == {p.name: p.stat().st_size for p in folder.iterdir()}
    paths = (view.return_file, view.report_file, view.draft_file, view.read_me_file)
    assert [Path(p).suffix for p in paths] == [".json", ".html", ".eml", ".txt"]
    assert all(Path(p).is_absolute() and Path(p).is_file() for p in paths)


def test_what_is_made_is_what_was_previewed(desk: Desk) -> None:
    seen = returns.preview(desk)

    view = returns.make(desk)

    return_ = read_back(view)
    assert seen.warnings == return_.warnings == view.warnings
    assert seen.complete is return_.complete is view.complete is False
    assert seen.counts == view.counts
    assert abs(seen.size - view.files[0].bytes) < 60
    page = returns.show_file(Path(view.return_file), desk).page
    assert page.sections[1:] == seen.page.sections[1:]
    assert page.first_lines == seen.page.first_lines


def test_a_preview_writes_nothing_and_its_code_stays_until_something_changes(desk: Desk) -> None:
    before = sorted(desk.workspace.root.rglob("*"))
    code = returns.preview(desk).code

    assert returns.preview(msgspec.structs.replace(desk, now=lambda: MOMENT.replace(day=20))).code == code
    assert sorted(desk.workspace.root.rglob("*")) == before
    answering.answer(desk, "u1-greeting", "half-way")
    assert returns.preview(desk).code != code


def test_the_making_is_recorded_in_the_audit_and_cannot_be_undone(desk: Desk) -> None:
    view = returns.make(desk)

    fresh = desk_in(desk.workspace.root)
    opened = open_audit(fresh)
    made = opened.audit.returns[-1]
    assert (made.id, made.digest, made.code, made.complete) == (view.id, view.digest, view.code, False)
    assert made.folder == Path(view.folder).name
    assert made.return_file == Path(view.return_file).name
    assert made.made_at == "2026-12-03T12:00:00Z"
    assert opened.book.history[-1].undoable is False
    assert return_state(opened.audit, "2026-12-03").sentence == "made 3 Dec 2026, NOT yet sent"
    assert f"compact-tui return sent {view.id} --on DATE --by ROLE" in view.next_step


def test_a_second_return_of_a_day_stands_beside_the_first_and_takes_its_place(desk: Desk) -> None:
    first = returns.make(desk)
    first_bytes = Path(first.return_file).read_bytes()

    second, third = returns.make(desk), returns.make(desk)

    assert [
        Path(v.folder).name[len("2026-12-03-the-old-gallery-sons-2026-2028") :] for v in (first, second, third)
    ] == [
        "",
        "-2",
        "-3",
    ]
    assert Path(second.return_file).name == Path(first.return_file).name
    assert (read_back(second).supersedes, third.supersedes) == (first.id, second.id)
    assert Path(first.return_file).read_bytes() == first_bytes


def test_an_empty_folder_of_that_name_is_left_alone(desk: Desk) -> None:
    taken = desk.workspace.sent_folder / "2026-12-03-the-old-gallery-sons-2026-2028"
    taken.mkdir(parents=True)

    view = returns.make(desk)

    assert view.folder.endswith("2026-2028-2")
    assert list(taken.iterdir()) == []


def test_the_draft_carries_the_two_files_as_they_lie_in_the_folder(desk: Desk) -> None:
    view = returns.make(desk)

    message = message_from_bytes(Path(view.draft_file).read_bytes(), policy=policy.default)
    carried = [part.get_payload(decode=True) for part in message.iter_attachments()]
    assert carried == [Path(view.return_file).read_bytes(), Path(view.report_file).read_bytes()]


def test_private_notes_and_file_paths_are_in_none_of_the_files(desk: Desk) -> None:
    answering.write_note(desk, "u1-ticket", "Zqprivate: ask Bob.", private=True)
    records.add_evidence(desk, {"title": "List", "where": r"C:\Users\Zqjane\My files\list.docx"}, ("u1",))

    view = returns.make(desk)

    for file in Path(view.folder).iterdir():
        assert b"Zq" not in file.read_bytes()
    message = message_from_bytes(Path(view.draft_file).read_bytes(), policy=policy.default)
    assert "Zq" not in str(message.get_body())


def test_a_return_without_a_name_is_held_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, desk: Desk) -> None:
    for module in (drafts, review):
        monkeypatch.setattr(module, "read_setting", lambda desk: None)

    with pytest.raises(CompactError) as caught:
        returns.make(desk)

    assert caught.value.code == ExitCode.PUT_RIGHT
    assert "does not say whose it is" in caught.value.message
    assert "compact-tui setup" in caught.value.hint
    assert folders(desk) == []
    assert "front sheet lacks" in " ".join(returns.preview(desk).warnings)


def test_without_an_audit_there_is_nothing_to_preview_or_make(tmp_path: Path) -> None:
    empty = desk_in(tmp_path)

    for verb in (returns.preview, returns.make):
        with pytest.raises(UsageError):
            verb(empty)


@pytest.mark.parametrize("failing", [1, 2, 3, 4])
def test_a_disk_that_fills_up_leaves_no_folder_and_no_record(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    calls = iter(range(1, 100))
    real = write_atomically

    def full(path: Path, data: bytes) -> object:
        if next(calls) == failing:
            raise WorkspaceError(f"{path} could not be saved: the disk is full.")
        return real(path, data)

    monkeypatch.setattr(f"{SEND_FOLDER}.write_atomically", full)
    with pytest.raises(WorkspaceError, match="the disk is full"):
        returns.make(desk)

    assert folders(desk) == []
    assert open_audit(desk).audit.returns == ()
    monkeypatch.undo()
    assert returns.make(desk).supersedes == ""


def test_a_file_that_reads_back_otherwise_is_no_return(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def other(path: Path) -> tuple[bytes, None]:
        return path.read_bytes()[:-1] if path.suffix == ".html" else path.read_bytes(), None

    monkeypatch.setattr(f"{SEND_FOLDER}.read_bytes", other)
    with pytest.raises(WorkspaceError, match="does not read back"):
        returns.make(desk)

    assert folders(desk) == []
    assert open_audit(desk).audit.returns == ()


def test_a_scanner_that_holds_the_folder_for_a_moment_does_no_harm(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    refusals = iter([True, True])
    real = Path.rename

    def held(self: Path, target: Path) -> Path:
        if next(refusals, False):
            raise PermissionError(errno.EACCES, "held")
        return real(self, target)

    monkeypatch.setattr(f"{SEND_FOLDER}._PAUSES", (0.0, 0.0, 0.0))
    monkeypatch.setattr(Path, "rename", held)
    assert Path(returns.make(desk).return_file).is_file()


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOSPC, errno.EIO])
def test_a_folder_that_cannot_be_named_is_taken_away(desk: Desk, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refused(self: Path, target: Path) -> Path:
        raise OSError(number, "x")

    monkeypatch.setattr(f"{SEND_FOLDER}._PAUSES", (0.0,))
    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(WorkspaceError) as caught:
        returns.make(desk)

    assert caught.value.code == ExitCode.WORKSPACE
    assert folders(desk) == []


def test_a_name_taken_by_someone_else_meanwhile_gets_the_next_number(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.rename

    def raced(self: Path, target: Path) -> Path:
        if not target.name.endswith("-2"):
            target.mkdir()
            (target / "theirs").write_text("x", encoding="utf-8")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", raced)
    assert returns.make(desk).folder.endswith("2026-2028-2")


def test_a_record_that_cannot_be_saved_takes_the_folder_with_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    book = open_audit(desk).book

    def fails() -> object:
        raise WorkspaceError("The disk is full.")

    monkeypatch.setattr(book, "save", fails)
    with pytest.raises(WorkspaceError, match="full"):
        returns.make(desk)

    assert folders(desk) == []
    assert open_audit(desk_in(desk.workspace.root)).audit.returns == ()


def test_a_file_where_the_folder_should_be_says_so(desk: Desk) -> None:
    desk.workspace.sent_folder.write_text("x", encoding="utf-8")

    with pytest.raises(WorkspaceError):
        returns.make(desk)

    assert desk.workspace.sent_folder.read_text(encoding="utf-8") == "x"


@pytest.mark.parametrize("typed", ["4 December 2026", "4/12/2026", "2026-12-04"])
def test_the_person_says_when_it_was_sent(desk: Desk, typed: str) -> None:
    made = returns.make(desk)
    later = desk_in(desk.workspace.root, MOMENT.replace(day=10))

    told = returns.sent(later, made.id, typed, " Head\n")

    assert (told.id, told.state, told.sentence) == (made.id, "sent", "sent on 4 Dec 2026 by Head")
    kept = open_audit(desk_in(desk.workspace.root)).audit.returns[-1]
    assert (kept.sent_on, kept.sent_by, kept.digest) == ("2026-12-04", "Head", made.digest)


def test_a_receipt_is_noted_with_its_number(desk: Desk) -> None:
    made = returns.make(desk)
    later = desk_in(desk.workspace.root, MOMENT.replace(day=10))
    returns.sent(later, made.id, "4 December 2026", "Head")

    told = returns.receipt(later, made.id, "9 December 2026", "R-17")

    assert (told.state, told.sentence) == ("receipt", "receipt 9 Dec 2026")
    assert audit_of(open_audit(desk).book).returns[-1].receipt_ref == "R-17"


def test_an_older_return_can_be_noted_and_the_answer_is_about_that_one(desk: Desk) -> None:
    first, _ = returns.make(desk), returns.make(desk)

    assert returns.sent(desk, first.id, "2026-12-03", "Head").id == first.id
    assert [bool(r.sent_on) for r in open_audit(desk).audit.returns] == [True, False]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2 December 2026", "2 December 2026 is before it was made (3 December 2026)."),
        ("4 December 2026", "4 December 2026 has not come yet."),
        ("soon", '"soon" is not a day.'),
        ("", "is not a day"),
        ("31/02/2026", "is not a day"),
        ("3 December 0026", "is before it was made"),
    ],
)
def test_a_day_that_cannot_be_right_is_refused_with_a_sentence(desk: Desk, typed: str, said: str) -> None:
    made = returns.make(desk)

    for verb in (returns.sent, returns.receipt):
        with pytest.raises(UsageError) as caught:
            verb(desk, made.id, typed, "x")
        assert said in caught.value.message
        assert "Nothing was noted" in caught.value.hint
    assert open_audit(desk).audit.returns[-1].sent_on == ""


def test_a_receipt_cannot_come_before_it_was_sent(desk: Desk) -> None:
    made = returns.make(desk)
    later = desk_in(desk.workspace.root, MOMENT.replace(day=10))
    returns.sent(later, made.id, "5 December 2026", "Head")

    with pytest.raises(UsageError, match=r"before it was sent \(5 December 2026\)"):
        returns.receipt(later, made.id, "4 December 2026", "R")


def test_an_unknown_return_is_answered_with_what_was_probably_meant(desk: Desk) -> None:
    with pytest.raises(UsageError) as none_yet:
        returns.sent(desk, "r-1", "2026-12-03", "Head")
    made = returns.make(desk)
    with pytest.raises(UsageError) as near:
        returns.sent(desk, made.id[:-1], "2026-12-03", "Head")
    with pytest.raises(UsageError) as far:
        returns.receipt(desk, "zzz", "2026-12-03", "R")

    assert "compact-tui return make" in none_yet.value.hint
    assert near.value.hint == f'Did you mean "{made.id}"?'
    assert far.value.hint == f"Returns here: {made.id}."


def test_a_return_file_is_shown_with_the_words_of_the_pack_on_the_desk(desk: Desk) -> None:
    made = returns.make(desk)

    shown = returns.show_file(Path(made.return_file), desk)
    bare = returns.show_file(Path(made.return_file))

    assert (shown.id, shown.code, shown.digest, shown.unknown) == (made.id, made.code, made.digest, ())
    assert shown.setting == "The Old Gallery & Sons"
    assert "Standard 1: Taking umbrellas in" in [s.heading for s in shown.page.sections]
    assert "Standard u1" in [s.heading for s in bare.page.sections]


def test_a_return_of_the_shipped_pack_is_shown_in_its_words(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    settings.set_up(desk, TYPED)
    audits.start(desk)
    answering.answer(desk, "1.1", "met")
    made = returns.make(desk)

    headings = [s.heading for s in returns.show_file(Path(made.return_file)).page.sections]

    first = open_audit(desk).pack.standard[0]
    assert f"Standard 1: {first.title}" in headings
    assert len([h for h in headings if h.startswith("Standard ")]) == 24


def test_a_return_of_another_edition_is_not_shown_in_the_words_of_this_one(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    settings.set_up(desk, TYPED)
    audits.start(desk)
    answering.answer(desk, "1.1", "met")
    return_ = read_back(returns.make(desk))
    older = msgspec.structs.replace(return_, pack=msgspec.structs.replace(return_.pack, edition="1999.1"))
    file = tmp_path / "older.json"
    file.write_bytes(encode(older))

    headings = [s.heading for s in returns.show_file(file, desk).page.sections]

    assert f"Standard {return_.standards[0].id}" in headings


def test_verifying_gives_the_code_to_compare(desk: Desk) -> None:
    made = returns.make(desk)

    verified = returns.verify_file(Path(made.return_file))

    assert verified.code == made.code
    assert made.code in verified.sentence
    assert verified.id == made.id


def test_an_altered_return_is_not_acceptable(desk: Desk) -> None:
    made = returns.make(desk)
    path = Path(made.return_file)
    path.write_bytes(path.read_bytes().replace(b"Roll of tickets", b"Pile of tickets"))

    for verb in (returns.show_file, returns.verify_file):
        with pytest.raises(FileNotAcceptableError, match="damaged or altered") as caught:
            verb(path)
        assert caught.value.code == ExitCode.NOT_ACCEPTABLE


def test_a_file_that_is_not_there_a_folder_and_a_huge_one_are_not_acceptable(tmp_path: Path) -> None:
    huge = tmp_path / "huge.json"
    with huge.open("wb") as file:
        file.truncate(21 * 2**20)

    for path in (tmp_path / "none.json", tmp_path, huge):
        with pytest.raises(FileNotAcceptableError) as caught:
            returns.verify_file(path)
        assert caught.value.message.startswith(str(path))
        assert caught.value.hint


def test_long_and_foreign_names_make_short_plain_file_names(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    settings.set_up(desk, TYPED | {"name": "Saint Bartholomew's and All Hallows' " * 2 + "\u5b66\u6821 ../../x"})
    audits.start(desk, pack=str(FIXTURES / "small-pack"), cycle="Round one, autumn and spring \u202e CON")
    answering.answer(desk, "1.1", "in-hand")

    view = returns.make(desk)

    names = [Path(view.folder).name, *(f.name for f in view.files)]
    assert all(name.isascii() and len(name) < 70 and "/" not in name and ".." not in name for name in names)
