"""How well personal data is seen in sentences that somebody else labelled, and what hostile text costs."""

import time

import pytest

from compact_tui.core.personal import KINDS, seen_in
from tests.benchmarks.personal import by_kind, by_sentence, sentences

HOSTILE = [
    "1", "1 ", "0 ", "1.1.", "12/", "+44 ", "07700 900123 ", "NHS 943 476 5919 ", "H801200001001 ", "H8", "H", " ",
    "\n", ". ", "( ", "@", "a@a.", "a.", "x at y dot ", "x (at) ", "PO4 8RA ", "P1", "dob ", "dob 1/1/15 ", "dob\n",
    "born ", "birthday of a ", "1 May ", "J.", "JS, ", "j.s. ", "J, 4, Y", "JS dob 1/1/2015 and ", "mum ",
    "school PO4 8RA mum ", "\u00ad", "\uff11", "e\u0301", "\u2028", "_", "(7, ",
]  # fmt: skip


@pytest.mark.parametrize("half", ["open", "held-out"])
def test_precision_and_recall_do_not_fall(half: str) -> None:
    reached = {"open": (100, 100), "held-out": (100, 95)}[half]

    total = by_sentence(sentences(half))

    assert int(total.precision) >= reached[0]
    assert int(total.recall) >= reached[1]


def test_no_kind_falls_on_the_held_out_half() -> None:
    reached = {
        "nhs-number": (100, 100),
        "upn": (100, 100),
        "initials-birth": (93, 73),
        "birth-date": (91, 88),
        "phone": (100, 95),
        "email": (100, 90),
        "postcode": (100, 95),
    }
    labelled = sentences("held-out")

    totals = {kind: by_kind(labelled, kind) for kind, _ in KINDS}

    assert [kind for kind, (precision, _) in reached.items() if int(totals[kind].precision) < precision] == []
    assert [kind for kind, (_, recall) in reached.items() if int(totals[kind].recall) < recall] == []


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_four_times_the_text_is_about_four_times_the_work(piece: str) -> None:
    short, long = (_work(piece, length) for length in (6_000, 24_000))

    assert long / short < 9


def _work(piece: str, length: int) -> float:
    text = (piece * length)[:length]
    spent = []
    for _ in range(3):
        start = time.process_time()
        seen_in(text)
        spent.append(time.process_time() - start)
    return min(spent)
