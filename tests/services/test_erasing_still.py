"""What still holds a text after erasing is named every time, by place as well as by the words themselves."""

from pathlib import Path

import pytest

from compact_tui.core.erase_text import Needle
from compact_tui.core.erase_views import EraseView
from compact_tui.core.erasing import Erasure
from compact_tui.services import answering, print_pages, returns, workbooks
from compact_tui.services.desk import Desk
from compact_tui.services.erasing import erase
from compact_tui.storage.erasing import found_in, holds
from tests.services.desks import reopened

pytestmark = pytest.mark.usefixtures("no_fsync")
NOTE = "Samantha Okonkwo told us"
PLACE = "1.1#note"


@pytest.fixture
def lent(desk: Desk) -> Desk:
    """An audit with a note, and workbooks and pages that were made from it."""
    answering.write_note(desk, "u1-ticket", NOTE)
    root = desk.workspace.root
    workbooks.export_workbook(desk)
    workbooks.export_workbook(desk, output=root / "mine.xlsx")
    print_pages.print_page(desk, "report", output=str(root / "mine.html"))
    print_pages.print_page(desk, "report")
    return desk


def _holding(desk: Desk, text: str = NOTE) -> list[str]:
    root, wanted = desk.workspace.root, (Needle(text.lower()),)
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return [path.relative_to(root).as_posix() for path in files if holds(path.read_bytes(), wanted)]


def _told(view: EraseView, file: str) -> list[str]:
    return [line for line in view.not_reached if line.startswith(file)]


@pytest.mark.parametrize("wanted", [PLACE, NOTE])
def test_files_that_still_hold_it_are_named_after_erasing_as_before(lent: Desk, wanted: str) -> None:
    looked = erase(lent, wanted, dry_run=True)
    done = erase(reopened(lent), wanted)

    (book,) = (path.name for path in (lent.workspace.root / "lent").iterdir())
    assert _holding(lent) == [f"lent/{book}", "mine.xlsx"]
    assert sorted(done.still) == sorted(looked.still) == _holding(lent)
    assert looked.sentence.endswith("Nothing was erased yet. It will still be in 2 files, named below.")
    assert done.sentence.startswith("Erased from 4 places")
    assert done.sentence.endswith("It is still in 2 files, named below.")
    assert all("it holds the text" in _told(done, file)[0] for file in done.still)
    assert not done.finished


def test_nothing_found_is_not_said_while_a_file_still_holds_it(lent: Desk) -> None:
    erase(lent, NOTE)

    again = erase(reopened(lent), NOTE)

    assert again.sentence == "Nothing here can be rewritten. It is still in 2 files, named below."
    assert len(again.still) == 2


def test_of_a_field_that_is_empty_it_is_said_that_nothing_else_was_searched(lent: Desk) -> None:
    erase(lent, PLACE)

    again = erase(reopened(lent), PLACE)

    assert again.sentence.startswith("Nothing stands at this place.")
    assert "looked for nowhere else" in again.sentence


def test_the_same_words_at_another_place_stay_and_are_named(lent: Desk) -> None:
    root = lent.workspace.root
    answering.write_note(lent, "u2-watch", f"{NOTE}.")
    (root / "received").mkdir()
    (root / "received" / "letter.txt").write_text(f"Dear all, {NOTE}.", "utf-8")
    (root / "list.json").write_text(f'["{NOTE}"]', "utf-8")

    view = erase(lent, PLACE)

    assert answering.show_criterion(reopened(lent), "u2-watch").note == f"{NOTE}."
    assert {"received/letter.txt", "list.json"} < set(view.still)
    for file in ("audits/", "received/letter.txt", "list.json"):
        assert "erase the words themselves" in _told(view, file)[0]
    assert not any(file.startswith("audits/") for file in view.still)


def test_what_is_too_short_is_looked_for_as_a_word_and_the_files_that_may_hold_it_are_named(desk: Desk) -> None:
    root = desk.workspace.root
    answering.answer(desk, "u1-ticket", "in-hand", note="Zoe")
    printed = Path(print_pages.print_page(desk, "report").page).relative_to(root).as_posix()
    returns.make(desk)
    (root / "zoetrope.txt").write_text("A zoetrope turns.", "utf-8")

    looked = erase(desk, PLACE, dry_run=True)
    done = erase(reopened(desk), PLACE)

    assert looked.perhaps == done.perhaps == (printed,)
    assert done.sentence.endswith("It may still be in 1 file, named below.")
    assert "too short to be told from other words" in _told(done, printed)[0]
    assert not done.finished
    assert _holding(desk, "zoe") == [printed, "zoetrope.txt"]


def test_what_is_gone_from_every_file_is_finished(desk: Desk) -> None:
    answering.write_note(desk, "u1-ticket", NOTE)

    assert erase(desk, PLACE).finished


def test_a_file_that_has_it_as_the_name_of_a_field_is_named(desk: Desk) -> None:
    (desk.workspace.root / "tool.json").write_text('{"Samantha Okonkwo of the shop": 1, "phone": "x"}', "utf-8")

    view = erase(desk, "samantha okonkwo")

    assert view.sentence == "Nothing here can be rewritten. It is still in 1 file, named below."
    assert "the name of a file or of a field has it" in _told(view, "tool.json")[0]


def test_a_name_with_a_quotation_mark_goes_from_a_table(desk: Desk) -> None:
    table = desk.workspace.root / "pages" / "list.csv"
    table.parent.mkdir()
    table.write_text('id,name\r\nG1,"The ""Acorns"" of Samantha"\r\n', "utf-8")

    assert erase(desk, 'The "Acorns" of Samantha').finished
    assert table.read_text("utf-8") == 'id,name\nG1,"[erased 3 December 2026]"\n'


@pytest.mark.parametrize(("data", "found"), [(b'{"Samantha": 1}', 1), (b'{"format": "compact-x", "samantha": 1}', 0)])
def test_a_file_that_came_in_holds_it_also_as_the_name_of_a_field(data: bytes, found: int) -> None:
    assert found_in(data, Erasure("[gone]", (Needle("samantha"),))) == found
