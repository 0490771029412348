"""Seeing, making and reading a return, on the small invented pack in a folder of its own."""

from email import message_from_bytes, policy
from pathlib import Path

import msgspec
import pytest

from compact_tui.core.errors import CompactError, ExitCode, FileNotAcceptableError, UsageError
from compact_tui.core.returns import return_state
from compact_tui.exchange.return_json import encode
from compact_tui.services import answering, audits, drafts, records, returns, review, settings
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from tests.samples import FIXTURES
from tests.services.return_desks import MOMENT, TYPED, desk_in, folders, gallery, read_back


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return gallery(tmp_path)


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
