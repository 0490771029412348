"""Work with colleagues in typed lines."""

import shutil
from pathlib import Path

from compact_tui.services import answering, parts
from compact_tui.services.books import open_audit
from tests.plain.conftest import Room
from tests.services.part_desks import opened_by, sent_back


def came_back(room: Room, folder: Path) -> Path:
    """A part that came back with an answer and a note to the first criterion, and an answer to the second."""
    made = parts.export_part(room.desk("Lead"), {"standards": "1", "lent_to": "Porters"})
    desk = opened_by(room.desk("Lead"), Path(made.path), folder)
    answering.answer(desk, "u1-ticket", "half-way", note="Nine.")
    answering.answer(desk, "u1-wet-rack", "in-hand")
    return sent_back(desk)


def test_a_part_is_lent_and_called_off(audit: Room) -> None:
    said = audit.talk(
        "Work with",
        ("Nothing is lent yet.", "Lend"),
        ("Which standards?", "1, 9"),
        ("Who answers them?", "HR"),
        ("Back by when?", "18 December 2026"),
        ("[A file for this program]", ""),
        ('There is no standard "9".', "1"),
        ("[1, 9]", "1, 3"),
        ("[HR]", ""),
        ("[18 December 2026]", ""),
        ("[A file for this program]", ""),
        ("Nothing was sent.", "Call"),
        ("1. HR: 1, 3: out, due 18 Dec 2026 (in 15 days)", "1"),
        "q",
    )

    assert "HR: 1, 3: called off 3 Dec 2026. Saved." in said.said
    assert said.unread == ()


def test_a_part_is_heard_decided_and_taken_in(audit: Room, tmp_path: Path) -> None:
    file = came_back(audit, tmp_path / "porters")
    answering.answer(audit.desk("Lead"), "u1-ticket", "in-hand", note="Ten.")

    said = audit.talk(
        "Work with",
        ("out since 3 Dec 2026", "Take"),
        ("Which file?", str(file)),
        ("2 changes wait for your choice", "Hear"),
        ("Ours (Lead): Ten.", "Decide"),
        ("1.1 Answer: both changed", "Theirs"),
        ("1.1 Note: both changed", "Both"),
        ("1 changed by them and 2 changed by both.", "Take in 3"),
        ("3 changes taken in. Undo takes all of it back. Saved.", "q"),
        who="Lead",
    )

    assert said.unread == ()
    assert audit.criterion("u1-ticket").answer == "half-way"
    assert audit.criterion("u1-ticket").note == "Lead: Ten.\n\nPorters officer: Nine."
    assert audit.criterion("u1-wet-rack").answer == "in-hand"


def test_what_only_they_changed_is_left_out_one_by_one_or_all_is_left(audit: Room, tmp_path: Path) -> None:
    file = came_back(audit, tmp_path / "porters")

    said = audit.talk(
        "Work with",
        "Take",
        str(file),
        ("3 changed by them.", "Go through"),
        ("1.1 Answer", "Ours"),
        ("1.1 Note", "Ours"),
        ("1.2 Answer", "Leave it"),
        ("Take in 1 change", "Leave all"),
        ("All is left as it is.", "Take"),
        str(file),
        ("Take in 3 changes", "Go through"),
        ("1.1 Answer", "Ours"),
        ("1.1 Note", "Ours"),
        ("1.2 Answer", "Theirs"),
        ("What now?", "Take in"),
        "q",
    )

    assert said.unread == ()
    assert audit.criterion("u1-ticket").answer == "unanswered"
    assert audit.criterion("u1-wet-rack").answer == "in-hand"


def test_a_part_is_opened_and_made_ready_to_send_back(audit: Room, room: Room, tmp_path: Path) -> None:
    made = parts.export_part(audit.desk("Lead"), {"standards": "2", "lent_to": "HR"})
    nobody, theirs = Room(tmp_path / "nobody"), Room(tmp_path / "hr")

    opened = nobody.talk(
        "Work with", ("No audit is open here", "Open"), ("Which file?", made.path), str(theirs.root), "q"
    )
    ready = theirs.talk("Work with", ("for HR: send it back.", "Make this part"), "q")

    assert "is opened: 1 standard with 3 questions." in opened.said
    assert "with 0 of 3 questions answered." in ready.said
    assert len(list((theirs.root / "sent").glob("*/*.eml"))) == 1


def test_another_copy_is_merged(audit: Room) -> None:
    answering.answer(audit.desk(), "u1-ticket", "in-hand")
    book = open_audit(audit.desk()).book.path
    copy = book.with_name(f"{book.stem} (1).json")
    shutil.copyfile(book, copy)
    answering.write_note(audit.desk(), "u1-ticket", "Ten.")

    said = audit.talk("Work with", ("1 other copy of your files.", "Merge"), ("Which copy?", "1"), "Leave", "q")
    assert "nothing in it is missing here" in said.said
    assert copy.exists()
    shutil.copyfile(book, copy)
    said = audit.talk("Work with", "Merge", "1", ("Nothing differs.", "Nothing to take in"), "q")

    assert "was moved to" in said.said
    assert not copy.exists()
