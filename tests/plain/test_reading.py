"""Reading returns in typed lines: shared out, a grade with its reason, what is said to the setting, and a file."""

from pathlib import Path

import pytest

from compact_tui.services import allocating, moderating, reading_files
from compact_tui.services.good_practice import list_practice
from compact_tui.services.reading_page import reading_page
from tests.plain.conftest import Room
from tests.services.desks import desk_in
from tests.services.reading_desks import galleries


@pytest.fixture
def lamps(room: Room) -> Room:
    """A partnership with two returns to read; the second is dim."""
    galleries(room.root, 2, dim=(2,))
    return room


def test_a_return_is_shared_out_and_decided_about(lamps: Room) -> None:
    heard = lamps.talk(
        "partnership",
        ("What next?", "readqueue"),
        ("graded dim: standard 1", "share"),
        ("Who reads?", "Ann"),
        ("How?", ""),
        ("2 returns shared out among 1 reader.", "Gallery 2"),
        ("The hall: Dim", "1 "),
        ("Evidence (1)", "grade"),
        ("Which grade?", "1"),
        ("Why?", "It is lit at night."),
        ("", "."),
        ("The hall: Dim / Bright", "remark"),
        ("What is it?", "2"),
        ("In your words", "Who has the key?"),
        ("", "."),
        ("Standard (number or id)", ""),
        ("By when", ""),
        ("k-0001 Question to the setting: Who has the key?", "plan"),
        ("What becomes of it?", "1"),
        ("Why?", ""),
        ("Action plan (1 action): accepted", "contact"),
        ("How?", "1"),
        ("About what?", "The plan."),
        ("", "."),
        ("What was agreed?", ""),
        ("On which day?", ""),
        ("3 Dec 2026, rang: The plan.", "drop"),
        ("Which number?", "k-0001"),
        ("What next?", "It is read"),
        ("What next?", "next"),
        ("Gallery 1, ", "The queue"),
        ("1 of 2 returns read.", "The partnership"),
        ("What next?", "q"),
    )

    view = reading_page(lamps.desk(), "r-2")
    assert heard.unread == ()
    assert (view.standards[0].moderated, view.standards[0].reason) == ("bright", "It is lit at night.")
    assert (view.done_on, view.whole) == ("2026-12-03", ())


def test_what_a_reader_decided_elsewhere_is_taken_in(lamps: Room, tmp_path: Path) -> None:
    allocating.allocate(lamps.desk(), {"readers": "Ann, Ben"})
    heard = lamps.talk(
        "partnership",
        ("What next?", "readqueue"),
        ("What next?", "twice"),
        ("How many of a hundred?", "100"),
        ("2 returns are read a second time", "over"),
        ("From whom?", "Ann"),
        ("To whom?", "Ben"),
        ("Only this return", ""),
        ("0 returns handed over", "spoken"),
        ("Nobody wrote down a contact yet.", "file"),
        ("Whose?", "Ann"),
        ("Where to?", str(tmp_path / "out.json")),
        ("Nothing was sent.", "q"),
    )
    assert heard.unread == ()
    ann = desk_in(tmp_path / "ann", name="z")
    reading_files.open_reading(ann, tmp_path / "out.json")
    moderating.moderate(ann, "r-1", "1", "dim", "It went out.")
    back = reading_files.export_reading(ann, {}).path

    heard = lamps.talk(
        "partnership",
        ("What next?", "readqueue"),
        ("What next?", "take"),
        ("Which file?", back),
        ("What Ann decided about 2 returns", "take"),
        ("1 change taken in.", "q"),
    )

    assert heard.unread == ()
    assert reading_page(lamps.desk(), "r-1").standards[0].moderated == "dim"


def test_good_practice_is_written_down_from_the_return_and_from_a_standard(lamps: Room) -> None:
    heard = lamps.talk(
        "partnership",
        ("What next?", "readqueue"),
        ("What next?", "Gallery 2"),
        ("What next?", "practice"),
        ("what comes of it?", "They light the stairs."),
        ("", "."),
        ("Which sector?", ""),
        ("Which standard?", ""),
        ("Which return was it seen in?", ""),
        ("What next?", "1 "),
        ("Evidence (1)", "practice"),
        ("what comes of it?", "They ask every night."),
        ("", "."),
        ("Which sector?", ""),
        ("Which standard?", ""),
        ("Which return was it seen in?", ""),
        ("What next?", "q"),
    )

    assert heard.unread == ()
    lines = list_practice(lamps.desk()).lines
    assert [(one.text, one.standard_word != "", one.return_id) for one in lines] == [
        ("They light the stairs.", False, "r-2"),
        ("They ask every night.", True, "r-2"),
    ]
