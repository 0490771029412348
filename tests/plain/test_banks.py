"""The question banks line by line."""

from functools import cache

import pytest

from compact_tui.services import bank_making, bank_pages
from compact_tui.services.who import be
from compact_tui.storage.banks import shipped_banks
from tests.plain.conftest import Room

SHIPPED = cache(shipped_banks)


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compact_tui.services.banks.shipped_banks", SHIPPED)


def test_a_bank_is_heard_checked_and_confirmed(room: Room) -> None:
    be(room.desk(), {"role": "Designated lead"})
    heard = room.talk(
        "spot",
        ("Spot checks.", "Question banks"),
        ("273 questions may be asked today.", "attendance"),
        ("It rests on:", ""),
        ("What with it?", "check"),
        ("0 errors, 0 warnings.", "attendance"),
        ("It rests on:", ""),
        ("What with it?", "confirm"),
        ("3 December 2026", ""),
        ("10 questions confirmed as checked on 3 December 2026. 2 drafts may be asked", "takeback"),
        ("undid confirmed: attendance", "q"),
        who="Designated lead",
    )

    assert (heard.code, heard.unread) == (0, ())
    assert sum(line.drafts for line in bank_pages.list_banks(room.desk()).banks) == 55


def test_one_question_is_heard_in_full_and_confirmed(room: Room) -> None:
    heard = room.talk(
        "spot",
        "Question banks",
        "attendance",
        ("It rests on:", ""),
        ("What with it?", "questions"),
        ("Which question?", "10"),
        ("Not asked today. A draft", "confirm"),
        ("Still right:", ""),
        ("1 question confirmed", "q"),
        who="Designated lead",
    )

    assert (heard.code, heard.unread) == (0, ())
    assert sum(line.drafts for line in bank_pages.list_banks(room.desk()).banks) == 54


def test_a_bank_of_ones_own_is_begun_line_by_line(room: Room) -> None:
    heard = room.talk(
        "spot",
        "Question banks",
        "new",
        ("What is the bank called?", "Our trips"),
        ("Who looks after it?", "Lead"),
        ("Which topic", "our-setting"),
        *("",) * 7,
        ("Our trips has one question. It is an example and a draft.", "q"),
    )

    assert (heard.code, heard.unread) == (0, ())
    assert (room.root / "question_banks" / "our-trips.toml").exists()


def test_a_bank_is_written_to_a_file_and_taken_from_it_after_hearing_what_would_change(room: Room) -> None:
    bank_making.new_bank(room.desk(), {"title": "Our trips", "owner": "Lead", "topic": "our-setting"})
    own, copy = room.root / "question_banks" / "our-trips.toml", room.root / "out.json"
    written = room.talk(
        "spot",
        "Question banks",
        ("Question banks.", "our-trips"),
        ("What with it?", "write"),
        ("In which format?", "json"),
        ("To which file?", str(copy)),
        ("Written:", "q"),
    )
    own.unlink()
    taken = room.talk(
        "spot",
        "Question banks",
        ("Question banks.", "take"),
        ("Which file?", str(copy)),
        ("Take it?", "yes"),
        ("Taken:", "q"),
    )

    assert (written.code, written.unread, taken.code, taken.unread) == (0, (), 0, ())
    assert own.exists()
