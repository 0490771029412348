"""Other copies of our books: found, compared, merged, and kept among the backups."""

import shutil
from pathlib import Path

import pytest

from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.core.merge_values import Choices
from compact_tui.services import answering, copies, grading, history, moderating, records, settings
from compact_tui.services.books import open_audit, read_setting
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk, backups_of
from compact_tui.services.home import home
from tests.asking import with_bank
from tests.services.collect_desks import partnership, posted, return_by
from tests.services.desks import desk_in, reopened, started

SYNC_NAMES = (
    "{} (Jo's conflicted copy 2026-11-20).json",
    "{}-DESKTOP-123.json",
    "{} (1).json",
    "{}.sync-conflict-20261120-101112-ABCDEF.json",
    "{}_conflict-20261120.json",
    "{} - Copy.json",
)


def parted(tmp_path: Path, name: str = SYNC_NAMES[0]) -> tuple[Desk, Path]:
    """A desk, and a copy of its audit in which somebody else went on; ours went on as well."""
    desk = started(tmp_path / "ours")
    answering.answer(desk, "u1-ticket", "in-hand", note="Ten.")
    answering.write_note(desk, "u2-watch", "Old.")
    book = open_audit(desk).book.path
    elsewhere = desk_in(tmp_path / "elsewhere", who="Jo", name="j")
    shutil.copytree(book.parent, elsewhere.workspace.audits_folder)
    shutil.copyfile(desk.workspace.setting_path, elsewhere.workspace.setting_path)
    answering.answer(elsewhere, "u1-wet-rack", "half-way", note="Tray.")
    answering.write_note(elsewhere, "u2-watch", "Theirs.")
    records.add_evidence(elsewhere, {"title": "Rack photo"}, ("u1-wet-rack",))
    answering.answer(desk, "u1-greeting", "in-hand")
    answering.write_note(desk, "u2-watch", "Ours.")
    copy = book.with_name(name.format(book.stem))
    shutil.copyfile(open_audit(elsewhere).book.path, copy)
    return reopened(desk), copy


@pytest.mark.parametrize("name", SYNC_NAMES)
def test_a_sync_clients_copy_is_found_and_compared_from_where_the_two_parted(tmp_path: Path, name: str) -> None:
    desk, copy = parted(tmp_path, name)

    (line,) = copies.list_copies(desk).copies
    view = copies.preview_copy(desk, Path(line.file))

    assert (line.file, line.differs, line.waits) == (f"audits/{copy.name}", 4, 1)
    assert [(one.id, one.state) for one in view.lines] == [
        ("answers/u2-watch/note", "both"),
        ("answers/u1-greeting/answer", "mine"),
        ("answers/u1-wet-rack/answer", "theirs"),
        ("answers/u1-wet-rack/note", "theirs"),
        ("evidence/e-j3/", "theirs"),
    ]
    assert [(one.base, one.mine, one.theirs) for one in view.lines[:1]] == [("Old.", "Ours.", "Theirs.")]
    assert any(copy.name in notice and "audit copies" in notice for notice in home(desk).notices)


def test_a_merged_copy_is_one_change_and_goes_among_the_backups(tmp_path: Path) -> None:
    desk, copy = parted(tmp_path)
    before, data = open_audit(desk).kept, copy.read_bytes()

    undecided = copies.merge_copy(desk, copy)
    assert (undecided.undecided, copy.exists()) == (1, True)
    done = copies.merge_copy(desk, copy, Choices(both="keep"))

    assert (done.undecided, copy.exists()) == (0, False)
    said = {answer.criterion: answer for answer in open_audit(desk).kept.answers}
    assert (said["u1-wet-rack"].answer, said["u1-wet-rack"].by) == ("half-way", "Jo")
    assert said["u2-watch"].note == "Our book: Ours.\n\nThe copy: Theirs."
    kept = backups_of(desk.workspace).every_copy()
    assert {one.why for one in kept} >= {"merge", "merged"}
    assert [one.path.read_bytes() for one in kept if one.why == "merged"] == [data]
    assert copies.list_copies(desk).sentence == "There is one copy of each of your files: all is well."
    assert home(desk).notices == ()
    history.undo(desk)
    history.undo(desk)
    assert open_audit(desk).kept == before


def test_nothing_of_either_side_is_lost_when_a_change_was_gone_on_with_on_both(tmp_path: Path) -> None:
    desk = started(tmp_path)
    _, change = answering.write_note(desk, "u1-ticket", "Ten")
    book = open_audit(desk).book.path
    copy = book.with_name(f"{book.stem} (1).json")
    shutil.copyfile(book, copy)
    answering.write_note(desk, "u1-ticket", "Ten of ours", change_id=change)
    view = copies.preview_copy(reopened(desk), copy)

    assert [(line.id, line.base, line.mine, line.theirs) for line in view.lines] == [
        ("answers/u1-ticket/note", "", "Ten of ours", "Ten")
    ]


def test_two_books_without_a_common_change_show_all_that_differs(tmp_path: Path) -> None:
    desk, copy = parted(tmp_path)
    for path in (copy,):
        text = path.read_text("utf-8")
        start, end = text.index('"history":{') + len('"history":{'), text.rindex("}}")
        path.write_text(text[:start] + text[end:], "utf-8")

    view = copies.preview_copy(desk, copy)

    assert view.notes == ("The two have no change in common, so everything that differs is shown as changed by both.",)
    assert {line.state for line in view.lines if line.mine and line.theirs} == {"both"}


def test_a_copy_of_the_setting_or_of_spot_checks_is_merged_too(tmp_path: Path) -> None:
    desk = with_bank(started(tmp_path))
    setting = desk.workspace.setting_path
    theirs = setting.with_name("setting-DESKTOP-123.json")
    shutil.copyfile(setting, theirs)
    other = desk_in(tmp_path / "other", name="x")
    other.workspace.prepare()
    shutil.copyfile(theirs, other.workspace.setting_path)
    settings.set_up(other, {"contact_phone": "023 9200 0001"})
    shutil.copyfile(other.workspace.setting_path, theirs)
    settings.set_up(desk, {"contact_role": "Lead"})
    desk = reopened(desk)
    assert [notice.split(" seems")[0] for notice in home(desk).notices] == ["setting-DESKTOP-123.json"]

    view = copies.merge_copy(desk, Path("setting-DESKTOP-123.json"))

    kept = read_setting(reopened(desk))
    assert kept is not None
    assert (kept.contact_phone, kept.contact_role) == ("023 9200 0001", "Lead")
    assert (view.undecided, view.taken, theirs.exists()) == (0, 1, False)
    assert home(desk).notices == ()


def test_the_book_of_another_workspace_is_merged_and_stays_where_it_is(tmp_path: Path) -> None:
    desk, copy = parted(tmp_path)
    elsewhere = next((tmp_path / "elsewhere" / "audits").glob("*-a-3.json"))
    copy.unlink()

    view = copies.merge_copy(desk, elsewhere, Choices(both="theirs"))

    assert (view.taken, view.undecided, elsewhere.exists()) == (4, 0, True)
    assert answering.show_criterion(desk, "u2-watch").note == "Theirs."


@pytest.mark.parametrize("what", ["gone", "itself", "other audit", "pack", "no book"])
def test_what_is_no_copy_of_ours_is_refused(tmp_path: Path, what: str) -> None:
    desk = started(tmp_path / "ours")
    stranger = desk_in(tmp_path / "stranger", name="s")
    settings.set_up(stranger, {"name": "Other", "sector": "education"})
    from compact_tui.services import audits
    from tests.services.desks import SMALL_PACK

    audits.start(stranger, pack=str(SMALL_PACK))
    book = open_audit(desk).book.path
    note = tmp_path / "note.json"
    note.write_text("{}", "utf-8")
    files = {
        "gone": tmp_path / "gone.json",
        "itself": book,
        "other audit": open_audit(stranger).book.path,
        "pack": desk.workspace.pack_path(book),
        "no book": note,
    }

    with pytest.raises(FileNotAcceptableError) as raised:
        copies.merge_copy(desk, files[what])

    assert raised.value.hint.startswith("Nothing was merged.")


def test_a_second_copy_of_the_pack_or_of_history_pages_is_no_audit(tmp_path: Path) -> None:
    desk = started(tmp_path)
    grading.grade(desk, "u1", "bone-dry")
    book = open_audit(desk).book.path
    for name in (f"{book.stem}.pack (1).json", f"{book.stem}.pack-DESKTOP.json", f"{book.stem}.history-1 (1).json"):
        shutil.copyfile(desk.workspace.pack_path(book), book.with_name(name))

    again = reopened(desk)

    assert len(home(again).audits) == 1
    assert copies.list_copies(again).copies == ()


def test_a_copy_that_cannot_be_read_is_listed_with_what_is_wrong(tmp_path: Path) -> None:
    desk = started(tmp_path)
    other = desk.workspace.setting_path.with_name("setting (1).json")
    other.write_text("{", "utf-8")

    (line,) = copies.list_copies(desk).copies

    assert (line.readable, line.differs) == (False, 0)
    assert line.words.startswith("cannot be merged: ")
    assert other.exists()


def test_a_copy_of_the_partnerships_book_is_said_in_words(tmp_path: Path) -> None:
    desk = partnership(tmp_path / "ours")
    collect(desk, [posted(tmp_path / "inbox", return_by(1))])
    elsewhere = desk_in(tmp_path / "elsewhere", who="Jo", name="j")
    shutil.copytree(desk.workspace.root, elsewhere.workspace.root, dirs_exist_ok=True)
    moderating.decide_plan(desk, "r-1", {"verdict": "accepted"})
    moderating.decide_plan(elsewhere, "r-1", {"verdict": "sent-back", "reason": "No dates."})
    copy = desk.workspace.root / "partnership (1).json"
    shutil.copyfile(elsewhere.workspace.partnership_path, copy)

    (line,) = copies.preview_copy(reopened(desk), copy).lines

    assert (line.place, line.words, line.state) == ("Gallery 1", "Plan", "both")
    assert (line.mine, line.theirs) == ("plan accepted", "plan sent back: No dates.")
