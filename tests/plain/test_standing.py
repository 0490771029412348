"""Standing in typed lines."""

from tests.plain.conftest import Room
from tests.standing_samples import all_four


def test_the_list_one_standard_evidence_and_sharing(room: Room) -> None:
    room.started()
    all_four(room.desk())

    heard = room.talk(
        ("What next?", "Standing"),
        ("Standing: 2 of 3 differ.", "1 Taking"),
        ("5 of 12 answers in full", "Keep as evidence: staff know"),
        ("6 not yet.", "Open: staff know"),
        ("What is known.", "b"),
        ("What next?", "The list of standards"),
        ("Standing: 2 of 3 differ.", "Counts of this in the return"),
        ("never held against anyone", "yes"),
        ("3 of 3 standards have enough", "q"),
    )

    assert "1 Taking umbrellas in: other signs are weaker." in heard.said
    assert "12 answers: 5 full, 1 partial and 6 not yet, today" in heard.said


def test_the_return_asks_whether_counts_travel(room: Room) -> None:
    room.started()
    all_four(room.desk())

    heard = room.talk("return", ("is not in the return", "Whether counts"), ("travel with the return?", "yes"), "q")

    assert "boards show, of 3 Dec 2026, travel" in heard.said
