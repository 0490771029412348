"""Spot checks in typed lines: a whole round, undo, testing oneself, and what was heard elsewhere."""

import pytest

from compact_tui.services import spot_keeping, spot_rounds
from compact_tui.services.spot_books import all_checks, all_heard
from tests.asking import with_bank
from tests.bank_samples import question
from tests.plain.conftest import Room
from tests.services.desks import at

SPOKEN = (question(1, critical=True), question(2), question(3))


@pytest.fixture
def asking(room: Room, monkeypatch: pytest.MonkeyPatch) -> Room:
    """A room in which three spoken questions on umbrellas are all there is, and staff were told."""
    readings = with_bank(room.desk(), *SPOKEN).shelf.banks
    monkeypatch.setattr("compact_tui.services.banks.shipped_banks", lambda: readings)
    spot_keeping.tell_staff(room.desk(), {"initials": "yes"})
    return room


def heard(room: Room) -> list[tuple[str, int]]:
    return [(one.level, len(one.points)) for one in all_heard(room.desk())]


def test_three_questions_are_asked_and_the_round_ends(asking: Room) -> None:
    said = asking.talk(
        "Ask a few",
        ("Spot checks.", "1"),
        ("Role group", "Porters"),
        ("How many people?", "2"),
        ("Read aloud:", ""),
        ("1. On the rack (needed)", "1 2"),
        ("Say this back:", ""),
        ("Full. Saved.", ""),
        ("What did you hear?", "2"),
        ("Enter keeps partial", "k"),
        ("Knew where to look.", ""),
        ("What did you hear?", "1 3"),
        ("Something unsafe was heard. Enter keeps partial", "n"),
        ("And now?", "2"),
        "q",
    )

    assert said.unread == ()
    assert "Porters, 3 answers: 1 full, 1 knew where to look, 1 not yet." in said.said
    assert heard(asking) == [("full", 2), ("knew-where", 1), ("not-yet", 2)]
    assert all_checks(asking.desk())[0].people == 2


def test_a_step_is_taken_back_a_note_and_a_flag_are_kept_and_wrong_lines_are_asked_again(asking: Room) -> None:
    said = asking.talk(
        "Ask a few",
        "1",
        "Porters",
        "",
        "w",
        ("Never asked to Porters", "t Asked who the deputy is"),
        "x",
        ("Type x and a few words", "x Too long"),
        ("Flagged.", ""),
        "7",
        ('"7" is not understood.', "1 1 f p"),
        ("is not understood.", "1"),
        "u",
        ("Taken back.", ""),
        ("What did you hear?", "2 p"),
        ("Partial. Saved.", "b"),
        ("Spot checks.", "b"),
        "q",
    )

    assert said.unread == ()
    assert heard(asking) == [("partial", 1)]
    assert all_heard(asking.desk())[0].note == "Asked who the deputy is"
    assert "1 of 3 answered" in asking.talk("Ask a few", "b", "q").said


def test_staff_are_told_before_the_first_question_of_all(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    readings = with_bank(room.desk(), *SPOKEN).shelf.banks
    monkeypatch.setattr("compact_tui.services.banks.shipped_banks", lambda: readings)

    said = room.talk("Ask a few", "1", ("It is not a test of any person.", "3"), "1", ("Is that right?", "1"), "b", "b")

    assert "Role group" in said.said
    assert spot_keeping.keeping(room.desk()).told


def test_one_tests_oneself_and_keeps_nothing(asking: Room) -> None:
    lines = [line for _ in range(3) for line in (("Enter shows the answer", ""), ("1. On the rack", "1"))]

    said = asking.talk("Ask a few", "Test yourself", *lines, ("You knew all of them.", "2"), "b", "q")

    assert said.unread == ()
    assert heard(asking) == []


def test_counts_paper_and_what_was_remembered_later_are_typed_in(asking: Room) -> None:
    said = asking.talk(
        "Ask a few",
        "A group together",
        ("Which question", "1"),
        ("Role group", "Cooks"),
        ("full", "4"),
        "",
        "1",
        "",
        "",
        ("Cooks, 5 answers: 4 full, 1 not yet.", "Answers from paper"),
        ("Role group", "Porters"),
        "",
        "",
        ("One answer a line", "q-2 p"),
        ".",
        ("Porters, 1 answer: 1 partial.", "Rounds so far"),
        ("Rounds so far", "1"),
        ("Something was remembered later", "Something"),
        "1",
        ("In their words", "Never on a lap"),
        "1",
        "",
        "jp",
        ("Both answers are kept.", "b"),
        "b",
        "q",
    )

    assert said.unread == ()
    assert [one.added for one in all_heard(asking.desk())] in (["", "Never on a lap"], ["Never on a lap", ""])


def test_what_is_kept_is_taken_out_after_asking(asking: Room) -> None:
    desk = asking.desk()
    spot_rounds.record(at(desk, days=-600), "Porters", "q-1", "full", note="Old zebra")
    spot_rounds.record(desk, "Porters", "q-1", "full", note="Heron", initials="JP")

    said = asking.talk(
        "Ask a few",
        "What is kept",
        ("What staff are told:", "Take out"),
        ("1 answer in", "1"),
        ("are taken out", "A person"),
        ("Their initials", "JP"),
        ("note: Heron", "1"),
        ("1 answer in 1 file are taken out", "Write all"),
        ("are written to", "q"),
    )

    assert said.unread == ()
    assert heard(asking) == []
