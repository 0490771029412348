"""Standing: the rules, and the worked examples of the page about it."""

import re

import pytest

from compact_tui.core.standing import (
    Beside,
    Claimed,
    StandingLine,
    a_year_before,
    by_difference,
    claim_of,
    is_old,
    weigh,
)
from compact_tui.core.standing_rules import DIFFERENCES, GAPS, VOICES, difference_of, judged
from compact_tui.core.standing_words import by_telling, voice_words, voices_of, with_sentence
from tests.source_tree import ROOT
from tests.standing_samples import EXAMPLES, LONG_AGO, TODAY, claimed, known, seen, shown

PAGE = (ROOT / "docs" / "standing.md").read_text("utf-8")


def line_of(claim: Claimed, beside: Beside) -> StandingLine:
    return with_sentence(weigh("hall", claim, beside, TODAY))


def rows_under(heading: str) -> list[list[str]]:
    """The rows of the first table of the page under a heading."""
    table = re.findall(r"^\|(.*)\|$", PAGE.partition(f"## {heading}")[2].partition("\n## ")[0], re.MULTILINE)
    return [[cell.strip() for cell in row.split("|")] for row in table[2:]]


def test_every_worked_example_of_the_page_is_said_just_so() -> None:
    told = {row[0]: row[2] for row in rows_under("Worked examples")}

    assert told == {name: line_of(*example).because for name, example in EXAMPLES.items()}


@pytest.mark.parametrize(
    ("name", "difference"),
    [
        ("Agreement", "agrees"),
        ("More is claimed", "claims-more"),
        ("Less is claimed", "claims-less"),
        ("Not graded", "not-claimed"),
        ("No data", "no-data"),
        ("Too little", "too-little"),
        ("Old data", "old"),
        ("Something unsafe", "claims-more"),
        ("A weak grade that fits", "agrees"),
        ("Does not apply", "not-applicable"),
        ("Without grades", "claims-more"),
    ],
)
def test_each_example_differs_as_its_name_says(name: str, difference: str) -> None:
    assert line_of(*EXAMPLES[name]).difference == difference


def test_the_page_has_the_numbers_and_reasons_of_the_rules() -> None:
    rules = [
        [rule.id, f"{rule.least} {rule.unit[1]}", f"from {rule.good_from} %", f"below {rule.poor_below} %", rule.why]
        for rule in VOICES.values()
    ]

    assert rows_under("When something tells anything") == rules


def test_the_page_has_the_table_of_claims_and_signs() -> None:
    words = {-1: "less is claimed", 0: "agrees", 1: "more is claimed", 2: "more is claimed, by two"}
    table = [
        [claim, *(words[GAPS[claim, sign]] for sign in ("good", "mixed", "poor"))]
        for claim in ("strong", "middle", "weak")
    ]

    assert [row[:4] for row in rows_under("What is said")] == table


@pytest.mark.parametrize(
    ("kind", "amount", "hundredths", "says"),
    [
        ("known", 0, 0, "none"),
        ("known", 4, 0, "too-few"),
        ("known", 5, 49, "poor"),
        ("known", 5, 50, "mixed"),
        ("known", 5, 79, "mixed"),
        ("known", 5, 80, "good"),
        ("shown", 3, 100, "too-few"),
        ("shown", 4, 100, "good"),
        ("seen", 2, 100, "too-few"),
        ("seen", 3, 89, "mixed"),
        ("seen", 3, 90, "good"),
    ],
)
def test_a_sign_tells_something_from_just_there(kind: str, amount: int, hundredths: int, says: str) -> None:
    assert judged(kind, amount, hundredths, old=False) == says


def test_what_is_old_is_shown_and_not_judged_and_what_is_unsafe_outweighs_all() -> None:
    assert judged("known", 50, 100, old=True) == "old"
    assert judged("known", 0, 100, old=True) == "none"
    assert judged("known", 50, 100, old=False, unsafe=True) == "poor"
    assert judged("known", 1, 100, old=True, unsafe=True) == "poor"


@pytest.mark.parametrize(
    ("day", "old"), [("2025-12-03", True), ("2025-12-04", False), ("", False), ("2024-02-29", True), (TODAY, False)]
)
def test_old_is_a_year_to_the_day(day: str, old: bool) -> None:
    assert is_old(day, TODAY) is old
    assert a_year_before("2024-02-29") == "2023-02-29"
    assert is_old("2023-02-28", "2024-02-29")


@pytest.mark.parametrize(
    ("claim", "says", "found"),
    [
        ("strong", {"known": "good", "seen": "poor"}, ("claims-more", 2)),
        ("strong", {"known": "mixed", "shown": "mixed", "seen": "poor"}, ("claims-more", 4)),
        ("weak", {"known": "good", "seen": "mixed"}, ("agrees", 0)),
        ("weak", {"known": "good", "seen": "too-few"}, ("claims-less", 1)),
        ("middle", {"known": "good", "shown": "good"}, ("claims-less", 2)),
        ("middle", {"known": "good", "shown": "poor"}, ("claims-more", 1)),
        ("", {"known": "poor", "shown": "good"}, ("not-claimed", 1)),
        ("", {"known": "too-few", "shown": "old"}, ("old", 0)),
        ("strong", {"known": "none", "shown": "too-few"}, ("too-little", 0)),
        ("strong", {"known": "none"}, ("no-data", 0)),
    ],
)
def test_one_weaker_sign_is_enough_and_only_all_stronger_ones_are(
    claim: str, says: dict[str, str], found: tuple[str, int]
) -> None:
    assert difference_of(claim, says, asked=True) == found
    assert difference_of(claim, says, asked=False) == ("not-applicable", 0)


@pytest.mark.parametrize(
    ("met", "partly", "answered", "claim"),
    [
        (0, 0, 4, ""),
        (8, 0, 8, "strong"),
        (6, 4, 10, "strong"),
        (5, 5, 10, "middle"),
        (4, 0, 9, "weak"),
        (5, 0, 5, "middle"),
    ],
)
def test_without_grades_the_answers_are_the_claim(met: int, partly: int, answered: int, claim: str) -> None:
    said = claimed("", level="", graded=False, met=met, partly=partly, answered=answered, applicable=10)

    assert claim_of(said) == claim


def test_what_differs_most_stands_first_and_the_rest_in_the_order_of_the_pack() -> None:
    lines = [weigh(name, *EXAMPLES[name], TODAY) for name in reversed(EXAMPLES)]
    lines.append(weigh("A little more", claimed(), Beside(known=known(7, 0, 3)), TODAY))
    places = {name: at for at, name in enumerate(EXAMPLES)}

    ranked = [one.line.standard for one in by_difference(lines, places)]

    assert ranked[:6] == [
        "More is claimed",
        "Something unsafe",
        "Without grades",
        "A little more",
        "Not graded",
        "Less is claimed",
    ]
    assert ranked[6:] == ["Old data", "Too little", "No data", "Agreement", "A weak grade that fits", "Does not apply"]
    assert [one.id for one in DIFFERENCES][:3] == ["claims-more", "not-claimed", "claims-less"]


def test_each_line_carries_its_age() -> None:
    line = line_of(claimed(), Beside(known=known(9), shown=shown(9), seen=seen(9, last=LONG_AGO)))

    assert [line.claimed.age, line.known.age, line.shown.age, line.seen.age] == [
        "13 days ago",
        "7 weeks ago",
        "7 weeks ago",
        "12 months ago",
    ]


def test_the_line_that_differs_most_opens_first_and_what_says_nothing_never() -> None:
    line = line_of(claimed(), Beside(known=known(9), shown=shown(0, 0, 9), seen=seen(0, 2)))

    assert by_telling(line) == ("shown", "known", "seen")
    assert by_telling(line_of(claimed(), Beside())) == ()


@pytest.mark.parametrize(
    ("beside", "kind", "words"),
    [
        (Beside(known=known(5, 1, 6)), "known", "12 answers: 5 full, 1 partial and 6 not yet"),
        (Beside(known=known(2, 1, 1)), "known", "4 answers: too few to tell"),
        (Beside(known=known(0, unsafe=1, unsafe_on="x")), "known", "something unsafe was heard"),
        (Beside(known=known(9, unsafe=1, unsafe_on="x")), "known", "9 answers: 9 full; something unsafe"),
        (Beside(known=known(1, unsafe=1, unsafe_on="x")), "known", "1 answer: too few to tell; something unsafe"),
        (Beside(shown=shown(8, 2, 1)), "shown", "1 audit, 4 cases: yes 8, partly 2, no 1"),
        (Beside(seen=seen(8, 1)), "seen", "8 of 9 things right"),
        (Beside(), "seen", "nothing of it was looked at on a notice board yet"),
    ],
)
def test_a_line_has_its_figures_and_few_answers_have_none(beside: Beside, kind: str, words: str) -> None:
    line = line_of(claimed(), beside)

    assert voice_words(kind, voices_of(line)[kind]) == words


def test_what_cannot_be_judged_is_left_out_where_something_can() -> None:
    told = line_of(claimed(), Beside(known=known(9), shown=shown(0, 0, 9, cases=3), seen=seen(9, last=LONG_AGO)))

    assert told.because == "Graded Good, which fits: 9 of 9 answers in full."


def test_more_things_that_are_not_right_are_counted() -> None:
    told = line_of(claimed(), Beside(seen=seen(3, 3))).because

    assert told.endswith(
        'Staff room: "Our lead and how to reach them" is out of date, and 2 more things are not right.'
    )
