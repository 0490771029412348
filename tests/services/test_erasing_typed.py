"""Erasing reaches the workspaces in which a partnership types returns from paper, each as one of its own."""

import json
import re
from pathlib import Path

import pytest

from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.services import answering, grading, print_pages, returns
from compact_tui.services.backups import list_backups
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.entering import enter
from compact_tui.services.erasing import erase
from compact_tui.storage.erase_kinds import BACKUP, ORIGINAL, RECEIVED, RECORD, SENT, home_of, is_content, kind_of
from tests.services.collect_desks import partnership
from tests.services.desks import at, desk_in, reopened
from tests.services.erased_text import holding

pytestmark = pytest.mark.usefixtures("no_fsync")
CODE = re.compile("[0-9A-Z]{5}-[0-9A-Z]{5}")
"""What a return says of all that is in it."""
NOTE = "Samantha Okonkwo told us"


@pytest.fixture
def officer(tmp_path: Path) -> Desk:
    return partnership(tmp_path / "partnership")


@pytest.fixture
def typing(officer: Desk) -> Desk:
    """A return on paper that was typed in, with everything that is made from it there."""
    desk = desk_in(Path(enter(officer, "G1").folder), who="Officer", name="x")
    answering.answer(desk, "u1-ticket", "in-hand", note=NOTE)
    grading.grade(desk, "u1", "bone-dry", reason="As on paper.")
    print_pages.print_page(desk, "report")
    returns.make(desk)
    later = at(reopened(desk), days=1)
    answering.write_note(later, "u2-watch", "Nothing.")
    return later


def test_a_return_typed_from_paper_says_that_a_text_was_erased_and_is_not_called_damaged(
    officer: Desk, typing: Desk
) -> None:
    view = erase(officer, NOTE)

    assert holding(officer.workspace.root, NOTE) == []
    assert view.finished
    kinds = {place.kind for place in view.places if place.file.startswith("typed/")}
    assert kinds == {"record", "history", "backup", "page", "sent-return"}
    (made,) = open_audit(reopened(typing)).audit.returns
    assert made.erased_on
    folder = typing.workspace.sent_folder / made.folder
    assert json.loads((folder / made.return_file).read_bytes())["erased_on"] == made.erased_on
    with pytest.raises(FileNotAcceptableError, match="A text was erased from this copy"):
        returns.verify_file(folder / made.return_file)
    assert all(line.readable for line in list_backups(reopened(typing)).backups)


def test_the_page_of_such_a_return_keeps_the_words_of_the_questions(officer: Desk, typing: Desk) -> None:
    (page,) = typing.workspace.sent_folder.glob("*/*-report.html")
    before = page.read_text("utf-8")

    view = erase(officer, NOTE)

    assert NOTE in before
    assert CODE.sub("", page.read_text("utf-8")) == CODE.sub("", before.replace(NOTE, view.marker))


def test_where_such_a_workspace_cannot_be_read_erasing_goes_on(officer: Desk, typing: Desk) -> None:
    (book,) = (path for path in typing.workspace.audit_paths())
    book.write_bytes(book.read_bytes()[:-9])

    view = erase(officer, NOTE)

    assert view.not_done == ()
    assert holding(officer.workspace.root, NOTE) == []


def test_a_place_is_never_one_of_such_a_workspace(officer: Desk, typing: Desk) -> None:
    before = typing.workspace.setting_path.read_bytes()

    erase(officer, "setting#name")

    assert typing.workspace.setting_path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("typed/g1/sent/r/x.json", SENT),
        ("typed/g1/backups/2026-12-03/setting.json", BACKUP),
        ("typed/g1/setting.json", RECORD),
        ("typed/g1/received/returns/ab/abc", RECEIVED),
        ("received/returns/ab/abc", ORIGINAL),
        ("typed/list.json", RECORD),
        ("typed/sent/list.json", RECORD),
    ],
)
def test_what_a_file_is_goes_by_the_workspace_that_it_is_of(name: str, kind: str, tmp_path: Path) -> None:
    assert kind_of(tmp_path / name, tmp_path) == kind


def test_questions_are_content_there_too(tmp_path: Path) -> None:
    bank = tmp_path / "typed" / "g1" / "question_banks" / "own.toml"

    assert is_content(bank, tmp_path)
    assert home_of(bank, tmp_path) == tmp_path / "typed" / "g1"
