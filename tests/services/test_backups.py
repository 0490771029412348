"""Backups: listing them, seeing what going back would change, going back and taking that back."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.backup_views import preview_lines
from compact_tui.core.errors import CompactError, UsageError, WorkspaceError
from compact_tui.services import answering, audits, grading, records, returns, settings, signing
from compact_tui.services.backups import backups_words, list_backups, restore, show_backup
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.history import history, undo
from tests.services.desks import SMALL_PACK, at, reopened, started

pytestmark = pytest.mark.usefixtures("no_fsync")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The third of three days: a note on the first, much else on the second."""
    desk = started(tmp_path / "Compact audit")
    answering.answer(desk, "u1-ticket", "in-hand", note="Ten.")
    answering.write_note(desk, "u1-ticket", "Ask Bob.", private=True)
    records.add_action(desk, {"what": "Buy hooks", "who": "Porter"}, ("u2-watch",))
    desk = at(reopened(desk), days=1)
    answering.answer(desk, "u1-ticket", "half-way", note="Nine.")
    answering.write_note(desk, "u1-ticket", "", private=True)
    grading.grade(desk, "u1", "bone-dry")
    grading.summarise(desk, "u1", "Dry coats.")
    records.add_evidence(desk, {"title": "Stubs", "kind": "ticket-stub", "where": "Desk"}, ("u3-match",))
    (action,) = records.list_actions(desk)
    records.remove_action(desk, action.id)
    settings.set_up(desk, {"name": "Parasol House", "due": "18 December 2026"})
    return at(reopened(desk), days=1)


def ids(desk: Desk) -> list[str]:
    return [line.id for line in list_backups(desk).backups]


def the_audit_of(desk: Desk, day: str) -> str:
    return next(line.id for line in list_backups(desk).backups if line.day == day and line.book.startswith("audits/"))


def note(desk: Desk) -> str:
    return answering.show_criterion(desk, "u1-ticket").note


def test_the_copies_are_listed_newest_first_with_day_book_size_and_whether_they_can_be_read(desk: Desk) -> None:
    answering.answer(desk, "u2-watch", "in-hand")

    view = list_backups(desk)

    assert [line.day for line in view.backups] == ["2026-12-05", "2026-12-04", "2026-12-04", "2026-12-03"]
    line = view.backups[0]
    assert line.id == "2026-12-05/audits/2026-2028-a-3"
    assert (line.book, line.book_words) == ("audits/2026-2028-a-3.json", "The audit 2026-2028")
    assert line.day_words == "5 December 2026"
    assert line.why_words == "as the day began"
    assert line.size == (desk.workspace.backups_folder / f"{line.id}.json").stat().st_size
    assert line.readable
    assert {one.book_words for one in view.backups} == {"The audit 2026-2028", "About your setting"}
    assert view.sentence == "4 copies of 3 days, newest first."
    assert backups_words(desk) == "4 copies"


def test_with_no_copy_that_is_said(tmp_path: Path) -> None:
    desk = started(tmp_path / "ws")
    assert "No copies yet" not in list_backups(desk).sentence or ids(desk) == []
    for path in desk.workspace.backups_folder.rglob("*.json"):
        path.unlink()

    assert list_backups(desk).backups == ()
    assert list_backups(desk).sentence.startswith("No copies yet")
    assert backups_words(desk) == "none yet"


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"\x00\xff", b'{"head": {"book": {"format": "else", "version": 1}}}']
)
def test_a_copy_that_cannot_be_read_is_named_and_left_as_it_is(desk: Desk, data: bytes) -> None:
    wanted = the_audit_of(desk, "2026-12-04")
    path = desk.workspace.backups_folder / f"{wanted}.json"
    path.write_bytes(data)

    line = next(line for line in list_backups(desk).backups if line.id == wanted)

    assert not line.readable
    assert line.state_words.startswith("cannot be read: it is damaged")
    for verb in (show_backup, restore):
        with pytest.raises(WorkspaceError):
            verb(desk, wanted)
    assert path.read_bytes() == data
    assert note(desk) == "Nine."


def test_what_would_change_is_told_by_standard_and_counted(desk: Desk) -> None:
    view = show_backup(desk, the_audit_of(desk, "2026-12-04"))

    assert {(one.table, one.added, one.removed, one.changed) for one in view.counts} == {
        ("answers", 0, 0, 1),
        ("grades", 0, 1, 0),
        ("summaries", 0, 1, 0),
        ("evidence", 0, 1, 0),
        ("actions", 1, 0, 0),
    }
    assert view.changes == 5
    told = {part.number: " | ".join(part.lines) for part in view.parts}
    assert list(told) == ["1", "2", "3"]
    assert "half way -> in hand" in told["1"]
    assert "1.1 private note changed" in told["1"]
    assert "grade Bone dry -> Not graded" in told["1"]
    assert "summary taken out" in told["1"]
    assert "Buy hooks" in told["2"]
    assert "Stubs" in told["3"]
    assert "Ask Bob" not in str(view)
    lines = list(preview_lines(view))
    assert "  1 answer changes" in lines
    assert "  1 action comes back" in lines
    assert "  1 grade goes" in lines
    assert note(desk) == "Nine."


def test_what_would_change_about_the_setting_is_told_question_by_question(desk: Desk) -> None:
    (part,) = show_backup(desk, "2026-12-04/setting").parts

    assert part.lines == (
        "Name of the setting: Parasol House -> Brolly House",
        "Day it is due: 18 December 2026 -> nothing",
    )


def test_going_back_is_one_change_that_undo_takes_back(desk: Desk) -> None:
    before = open_audit(desk).kept
    wanted = the_audit_of(desk, "2026-12-04")

    done = restore(desk, wanted)

    shown = answering.show_criterion(desk, "u1-ticket")
    assert (shown.answer, shown.note, shown.private_note) == ("in-hand", "Ten.", "Ask Bob.")
    assert records.list_evidence(desk) == ()
    assert [one.what for one in records.list_actions(desk)] == ["Buy hooks"]
    assert done.changes == 5
    assert done.undoable
    assert history(desk)[0].what == "going back to the copy of 4 December 2026"
    assert show_backup(desk, wanted).changes == 0

    undo(reopened(desk))

    after = open_audit(reopened(desk)).kept
    assert (after.answers, after.grades, after.evidence, after.actions) == (
        before.answers,
        before.grades,
        before.evidence,
        before.actions,
    )


def test_how_it_was_just_before_is_copied_first(desk: Desk) -> None:
    book = open_audit(desk).book.path
    data = book.read_bytes()

    done = restore(desk, the_audit_of(desk, "2026-12-04"))

    assert done.present == "2026-12-05/audits/2026-2028-a-3.before-restore-1"
    assert (desk.workspace.backups_folder / f"{done.present}.json").read_bytes() == data
    line = next(line for line in list_backups(desk).backups if line.id == done.present)
    assert line.why_words == "before going back"
    restore(desk, done.present)
    assert note(desk) == "Nine."


def test_going_back_where_nothing_differs_changes_nothing_and_copies_nothing(desk: Desk) -> None:
    restore(desk, the_audit_of(desk, "2026-12-04"))
    there = ids(desk)

    done = restore(desk, the_audit_of(desk, "2026-12-04"))

    assert (done.changes, done.present) == (0, "")
    assert "nothing was changed" in done.sentence
    assert ids(desk) == there


def test_the_setting_goes_back_too_and_comes_back_by_its_copy(desk: Desk) -> None:
    done = restore(desk, "2026-12-04/setting")

    assert settings.typed_setting(reopened(desk))["name"] == "Brolly House"
    assert not done.undoable
    assert f"backup restore {done.present}" in done.undo
    restore(desk, done.present)
    assert settings.typed_setting(reopened(desk))["name"] == "Parasol House"


def test_returns_and_signatures_since_then_stay_and_one_that_was_withdrawn_does_not_come_back(desk: Desk) -> None:
    signer = signing.signing(desk).signers[0].id
    first = signing.sign_off(desk, signer, "Ann Gray")
    desk = at(reopened(desk), days=1)
    answering.answer(desk, "u2-watch", "in-hand")
    signing.withdraw(desk, first.id)
    second = signing.sign_off(desk, signer, "Bo Gray")
    made = returns.make(desk)

    restore(desk, the_audit_of(desk, "2026-12-06"))

    audit = open_audit(reopened(desk)).kept
    assert [one.id for one in audit.returns] == [made.id]
    assert [one.id for one in audit.sign_offs] == [second.id]


def test_what_somebody_else_changes_meanwhile_is_not_lost(desk: Desk) -> None:
    other = reopened(replace(desk, who="Deputy"))
    note(other)

    restore(desk, the_audit_of(desk, "2026-12-04"))
    answering.write_note(other, "u3-lend", "Two lent.")

    assert note(reopened(desk)) == "Ten."
    assert answering.show_criterion(reopened(desk), "u3-lend").note == "Two lent."


def test_a_book_that_is_gone_comes_back_as_a_whole_file(desk: Desk) -> None:
    wanted, path = the_audit_of(desk, "2026-12-04"), open_audit(desk).book.path
    path.unlink()
    there = reopened(desk)

    view = show_backup(there, wanted)
    done = restore(there, wanted)

    assert view.whole_file and done.whole_file
    assert "is not there" in view.sentence
    assert path.read_bytes() == (desk.workspace.backups_folder / f"{wanted}.json").read_bytes()
    assert note(there) == "Ten."


def test_a_book_that_goes_while_it_is_open_comes_back_too(desk: Desk) -> None:
    wanted, book = the_audit_of(desk, "2026-12-04"), open_audit(desk).book
    book.path.unlink()

    restore(desk, wanted)

    assert note(desk) == "Ten."
    answering.write_note(desk, "u1-ticket", "Eleven.")
    assert note(reopened(desk)) == "Eleven."


def test_a_damaged_book_is_put_aside_and_goes_back_all_the_same(desk: Desk) -> None:
    wanted, path = the_audit_of(desk, "2026-12-03"), open_audit(desk).book.path
    path.write_bytes(b"{")

    restore(reopened(desk), wanted)

    assert note(reopened(desk)) == ""
    assert path.with_name(f"{path.name}.damaged-1").read_bytes() == b"{"


def test_a_copy_of_another_audit_is_refused(desk: Desk, tmp_path: Path) -> None:
    other = started(tmp_path / "other")
    audits.start(other, pack=str(SMALL_PACK), cycle="2030")
    foreign = next(path for path in other.workspace.audit_paths() if path.name.startswith("2030"))
    wanted = the_audit_of(desk, "2026-12-04")
    (desk.workspace.backups_folder / f"{wanted}.json").write_bytes(foreign.read_bytes())

    with pytest.raises(CompactError, match="of another audit"):
        restore(desk, wanted)

    assert note(desk) == "Nine."


def test_an_id_that_is_not_there_is_said_with_the_nearest(desk: Desk) -> None:
    with pytest.raises(UsageError) as caught:
        show_backup(desk, "2026-12-04/seting")

    assert caught.value.hint.startswith('Did you mean "2026-12-04/setting"?')


def test_the_id_may_be_written_as_the_name_of_the_file(desk: Desk) -> None:
    assert show_backup(desk, "2026-12-04\\setting.json").backup.id == "2026-12-04/setting"


def test_where_the_copy_of_now_cannot_be_made_nothing_is_restored(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    wanted, real = the_audit_of(desk, "2026-12-04"), os.replace

    def broken(source: str, target: str) -> None:
        if "before-restore" in str(target):
            raise OSError(28, "No space left on device")
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", broken)
        with pytest.raises(WorkspaceError, match="disk is full"):
            restore(desk, wanted)

    assert note(desk) == "Nine."
    assert note(reopened(desk)) == "Nine."
