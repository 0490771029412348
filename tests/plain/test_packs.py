"""The audit packs line by line: a new edition heard and taken, what is parked, packs as workbooks."""

from pathlib import Path

import pytest

from compact_tui.services import answering
from compact_tui.services.books import open_audit
from compact_tui.storage.pack_copy import encode_pack
from tests.plain.conftest import Room
from tests.services.desks import small_pack
from tests.small_editions import next_small_edition


@pytest.fixture
def next_edition(tmp_path: Path) -> str:
    path = tmp_path / "next.pack.json"
    path.write_bytes(encode_pack(next_small_edition(small_pack())))
    return str(path)


def test_a_new_edition_is_heard_first_and_taken(room: Room, next_edition: str) -> None:
    room.started()
    answering.answer(room.desk(), "u2-watch", "half-way", note="Nobody at noon.")

    heard = room.talk(
        "more",
        ("", "packs"),
        ("Which pack?", "edition"),
        ("Which pack?", next_edition),
        ("Take edition 2028.1", "yes"),
        ("Taken.", "parked"),
        ("Nobody at noon.", "q"),
    )

    assert (heard.code, heard.unread) == (0, ())
    assert open_audit(room.desk()).kept.head.edition == "2028.1"


def test_a_new_edition_is_left(room: Room, next_edition: str) -> None:
    heard = room.started().talk(
        "more", "packs", ("Which pack?", "edition"), ("Which pack?", next_edition), ("Take edition 2028.1", "back"), "q"
    )

    assert heard.code == 0
    assert open_audit(room.desk()).kept.head.edition == "2026.1"


def test_packs_go_to_workbooks_and_come_back(room: Room, tmp_path: Path, next_edition: str) -> None:
    book, new, folder = (str(tmp_path / name) for name in ("ours.xlsx", "new.xlsx", "ours"))

    heard = room.talk(
        "more",
        ("", "packs"),
        ("Which pack?", "export"),
        ("Which pack?", next_edition),
        ("To which file?", book),
        ("Written:", "import"),
        ("Which workbook?", book),
        ("Into which folder?", folder),
        ("Take it into the folder", "yes"),
        ("read back and compared", "new"),
        ("What is it called?", "Harbour watch"),
        ("To which file?", new),
        ("Written:", "compare"),
        ("Which is the old one?", folder),
        ("Which is the new one?", next_edition),
        ("11 items are the same in every word.", "q"),
    )

    assert (heard.code, heard.unread) == (0, ())
