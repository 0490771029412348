"""Posters are written as pages to print, filled from the profile; what is missing is asked for."""

from pathlib import Path

import pytest

from compact_tui.core.board import NoticeBoard
from compact_tui.core.errors import UsageError
from compact_tui.core.poster_page import INK
from compact_tui.services import posters, settings
from compact_tui.services.board_books import BOARD_BOOK
from compact_tui.services.desk import Desk, edit
from compact_tui.services.spot_books import keep
from tests.notice_samples import item, notices
from tests.services.desks import at, desk_in, set_up

WET = item("wet", poster=("# Wet?", "> {lead_name}", "> {number:rain}"))
DRY = item("dry", poster=("# Dry <now>", "> {deputy_name}"), sectors=("early-years",))
PLAIN = item("plain")
PEOPLE = {"lead_name": "Jo Park & Sons", "numbers_checked_on": "2026-11-20"}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with a setting and the umbrella list."""
    desk = desk_in(tmp_path / "Brolly")
    desk.shelf.notice_list = notices(WET, DRY, PLAIN)
    set_up(desk)
    return desk


def hang(desk: Desk, name: str, audience: str) -> None:
    """Put up a board."""
    board = NoticeBoard(id=f"nb-{name.lower()}", name=name, audiences=(audience,), order=1)
    made = (edit("boards", board.id, None, board),)
    keep(desk, desk.workspace.notice_boards_path, BOARD_BOOK, "board", "added", made)


def test_what_is_missing_is_returned_as_questions_and_nothing_is_written(desk: Desk) -> None:
    made = posters.poster(desk, "wet")

    assert (made.page, [one.field for one in made.missing]) == ("", ["lead_name", "numbers_checked_on"])
    assert "Who is the safeguarding lead" in made.sentence
    assert not desk.workspace.pages_folder.exists()
    assert [field.id for field in posters.poster_form(desk, "wet").fields] == ["lead_name", "numbers_checked_on"]


def test_once_it_is_said_the_poster_is_written_with_it(desk: Desk) -> None:
    settings.set_people(desk, PEOPLE)

    made = posters.poster(desk, "wet")

    html = Path(made.page).read_text("utf-8")
    assert made.missing == () == posters.poster_form(desk, "wet").fields
    assert "Jo Park &amp; Sons" in html
    assert "0808\u00a0123\u00a04567" in html
    assert "Checked on 20 November 2026" in html
    assert "Brolly House" in html
    assert "House rules (The house)" in html
    assert "<script" not in html
    assert "second hand: Rain Line 0808 123 4567" in made.notes[0]


def test_a_line_for_a_pen_is_left_only_where_the_person_says_so(desk: Desk) -> None:
    made = posters.poster(desk, "wet", blank=True)

    assert INK in Path(made.page).read_text("utf-8")
    assert "Write with a pen what is left blank: 2 things." in made.notes


def test_the_same_poster_is_written_anew_and_another_file_is_kept(desk: Desk, tmp_path: Path) -> None:
    settings.set_people(desk, PEOPLE)
    other = tmp_path / "mine.html"
    other.write_text("mine", "utf-8")

    assert posters.poster(desk, "wet").page == posters.poster(desk, "wet").page
    with pytest.raises(UsageError, match="is there already"):
        posters.poster(desk, "wet", output=str(other))
    assert other.read_text("utf-8") == "mine"


def test_a_board_has_the_posters_that_belong_on_it_a_side_each(desk: Desk) -> None:
    settings.set_up(desk, {"kind": "nursery"})
    hang(desk, "Porch", "staff")

    made = posters.poster(desk, "porch", blank=True)

    html = Path(made.page).read_text("utf-8")
    assert made.posters == ("wet", "dry")
    assert html.count("<section") == 2
    assert "Dry &lt;now&gt;" in html


def test_a_board_on_which_no_poster_belongs_is_told(desk: Desk) -> None:
    hang(desk, "Cellar", "children")

    with pytest.raises(UsageError, match="No poster belongs on Cellar"):
        posters.poster(desk, "Cellar")


@pytest.mark.parametrize(("name", "hint"), [("wett", 'Did you mean "wet"?'), ("plain", "Posters: wet, dry.")])
def test_an_unknown_poster_is_told_with_those_there_are(desk: Desk, name: str, hint: str) -> None:
    with pytest.raises(UsageError, match="There is no poster or board") as raised:
        posters.poster(desk, name)

    assert raised.value.hint == hint


def test_the_list_has_what_fits_the_sector_and_says_what_each_lacks(desk: Desk) -> None:
    before = posters.posters(desk)
    settings.set_people(desk, PEOPLE)
    after = posters.posters(desk)

    assert [(one.id, one.state, one.audience_words) for one in before.posters] == [
        ("wet", "2 things to say first", "staff and volunteers")
    ]
    assert [one.state for one in after.posters] == ["ready to print"]
    assert after.sentence == "1 poster, 1 of them ready to print. Each is one side of A4."


@pytest.mark.parametrize(("days", "told"), [(77, False), (78, True)])
def test_names_and_numbers_that_nobody_has_checked_for_90_days_are_told(desk: Desk, days: int, told: bool) -> None:
    settings.set_people(desk, PEOPLE)

    made = posters.poster(at(desk, days=days), "wet")

    assert any("last checked on 20 November 2026" in note for note in made.notes) == told


def test_it_works_before_anything_was_said_about_the_setting(tmp_path: Path) -> None:
    desk = desk_in(tmp_path / "Empty")
    plain = item("ring", poster=("# Ring", "> {number:rain}"))
    desk.shelf.notice_list = notices(plain)

    assert Path(posters.poster(desk, "ring").page).exists()
