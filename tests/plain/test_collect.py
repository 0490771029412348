"""Collecting in typed lines."""

import shutil
from pathlib import Path

import pytest

from compact_tui.exchange.return_json import encode
from tests.plain.conftest import Room
from tests.services.collect_desks import last_round_on, partnership, posted, return_by, states, stranger


@pytest.fixture
def asked(room: Room) -> Room:
    partnership(room.root)
    return room


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = posted(tmp_path / "in", return_by(1), stranger("r-x", "Gallery 33"))
    (folder / "cut.json").write_bytes(encode(return_by(3))[:-80])
    return folder


def test_a_folder_is_taken_in_and_a_return_is_given_to_its_setting(asked: Room, inbox: Path) -> None:
    heard = asked.talk(
        "The partnership",
        ("What next?", "Collect"),
        ("0 returns of 8 expected", "Take in"),
        ("Which file or folder?", str(inbox)),
        ("Mapping", ""),
        ("Put aside: cut.json", "Write a reply"),
        ("1 reply made in", "Say whose"),
        ("could be Gallery 3 (G3)", "1"),
        ("Setting: its id", "G3"),
        ("Why, in a few words", ""),
        ("2 returns of 8 expected", "Make a receipt"),
        ("2 receipts made in", "q"),
    )

    assert heard.unread == ()
    assert "belongs to Gallery 3 now. Saved." in heard.said
    assert states(asked.desk())["r-x"] == ("G3", "current")


def test_everything_else_is_done_in_lines_too(asked: Room, inbox: Path, tmp_path: Path) -> None:
    heard = asked.talk(
        "The partnership",
        ("What next?", "Collect"),
        "Take in",
        str(inbox),
        "",
        ("put aside?", "Leave it"),
        "What was put aside",
        ("Put aside: cut.json", "One was dealt"),
        ("Which was dealt with?", "1"),
        ("cut.json is noted as dealt with", "Turn a return"),
        ("Which return?", "2"),
        ("Why does it belong", "Of another city"),
        ("is turned away", "Read"),
        ("Which return?", "1"),
        ("signed by A. Light", "b"),
        ("Collect. What next?", "Pass a return"),
        ("Which return?", "1"),
        ("Which area?", "Southampton"),
        ("1 letter made in", "A return on paper"),
        ("Setting: its id", "G4"),
        ("What now?", "open"),
        ("ready to be typed in", "What agencies"),
        ("0 single-agency audits", "Look again"),
        ("0 returns changed place", "Write a mapping"),
        ("To which new .toml file?", str(tmp_path / "m.toml")),
        ("Your survey tool's table", ""),
        ("A mapping to fill in was written", "Make the index"),
        ("made anew from", "The partnership"),
        ("What next?", "q"),
    )

    assert heard.unread == ()
    assert states(asked.desk())["r-x"] == ("", "turned-away")


def test_a_name_that_was_put_by_hand_last_round_is_put_there_again_with_one_answer(room: Room, tmp_path: Path) -> None:
    shutil.copytree(last_round_on(tmp_path / "made", ("r-then", "G5")).workspace.root, room.root, dirs_exist_ok=True)

    heard = room.talk(
        "The partnership",
        ("What next?", "Collect"),
        "Say whose",
        ("(G5), matched so last round", "1"),
        ('Does "the OLD gallery" belong there again?', "Yes"),
        ("belongs to Gallery 5 now. Saved.", "q"),
    )

    assert heard.unread == ()
    assert states(room.desk())["r-now"] == ("G5", "current")
