"""Counts of a meeting of everybody: taken from what is typed, said in words and bars, read again from their title."""

import pytest
from msgspec.structs import replace

from compact_tui.core.audit import Audit, CriterionAnswer, Evidence
from compact_tui.core.pack import AnswerKind
from compact_tui.core.reference_checks import reference_problems
from compact_tui.core.together import (
    count_kept,
    count_title,
    counts_in,
    counts_of_title,
    everybody,
    parse_count,
    tally_of,
    together_form,
    together_kind,
    together_view,
    together_words,
)
from tests.samples import head, umbrella_pack, without_levels

PACK = umbrella_pack()
NOT_KEPT = "Fewer than five answers: how they fell is not kept."


def counted(
    title: str, *, kind: str = "visitor-word", seen_on: str = "2026-12-01", at: str = "", item: str = "e"
) -> Audit:
    kept = Evidence(id=item, title=title, kind=kind, seen_on=seen_on, at=at, supports=("u1-ticket",))
    return Audit(head=head(), evidence=(kept,))


@pytest.mark.parametrize(("typed", "kept"), [("14", "14"), (" 007 ", "7"), ("0", ""), ("9999", "9999")])
def test_a_count_is_a_number_of_people_and_nought_is_not_said(typed: str, kept: str) -> None:
    assert parse_count(typed) == kept


@pytest.mark.parametrize("typed", ["-1", "ten", "3.5", "1 000", "10000", "9" * 400, "٣", "²", "4 people"])
def test_what_is_no_number_of_people_is_said_to_be_none(typed: str) -> None:
    with pytest.raises(ValueError, match="is not a number of people"):
        parse_count(typed)


def test_the_counts_are_those_that_were_given() -> None:
    typed = {"count-in-hand": "14", "count-half-way": "", "agreed": "in-hand", "note": "count-"}

    assert counts_in(typed) == {"in-hand": 14}


def test_a_tally_is_said_in_words_and_bars_in_the_order_of_the_pack() -> None:
    tally = tally_of(PACK, {"still-asking": 1, "half-way": 3, "in-hand": 14})

    assert tally.sentence == "18 answers: 14 in hand, 3 half way, 1 still asking."
    assert [(part.id, part.words, part.blocks) for part in tally.parts] == [
        ("in-hand", "14 of 18", 16),
        ("half-way", "3 of 18", 3),
        ("still-asking", "1 of 18", 1),
    ]


def test_an_answer_that_one_of_very_many_gave_still_has_a_block() -> None:
    tally = tally_of(PACK, {"in-hand": 900, "half-way": 1})

    assert [part.blocks for part in tally.parts] == [20, 1]


@pytest.mark.parametrize(("many", "parts", "sentence"), [(0, 0, ""), (1, 0, NOT_KEPT), (4, 0, NOT_KEPT), (5, 1, "5")])
def test_of_fewer_than_five_answers_the_split_is_not_kept(many: int, parts: int, sentence: str) -> None:
    tally = tally_of(PACK, {"in-hand": many})

    assert len(tally.parts) == parts
    assert tally.sentence.startswith(sentence)
    assert tally.total == (5 if parts else 0)


@pytest.mark.parametrize(
    ("counts", "title"),
    [
        ({"in-hand": 14, "still-asking": 1}, "Whole staff on 3 December 2026: 14 in hand, 1 still asking"),
        ({"in-hand": 3, "half-way": 1}, "Whole staff on 3 December 2026: fewer than five answers"),
        ({"half-way": 5}, "Whole staff on 3 December 2026: 5 half way"),
    ],
)
def test_the_title_holds_the_count_and_is_read_again(counts: dict[str, int], title: str) -> None:
    assert count_title(PACK, "Whole staff", "2026-12-03", counts) == title
    assert counts_of_title(PACK, title) == (counts if sum(counts.values()) > 4 else {})


def test_a_word_with_a_comma_and_a_number_is_read_again_too() -> None:
    odd = AnswerKind(id="odd", word="Yes, 2 of us", key="o", counts_as="met")
    pack = replace(PACK, answer=(odd, *PACK.answer))
    counts = {"in-hand": 7}

    assert counts_of_title(pack, count_title(pack, "Team on call", "2026-12-03", counts)) == counts


@pytest.mark.parametrize(
    "title",
    ["Ticket roll", "", "Whole staff on Monday: 3 in hand", "All on 3 December 2026: 3 of them", "A on 3 May 2026: x"],
)
def test_a_title_of_another_kind_holds_no_count(title: str) -> None:
    assert counts_of_title(PACK, title) is None


def test_the_newest_count_of_the_packs_kind_is_the_one_that_is_shown() -> None:
    title = "Whole staff on 1 December 2026: 5 in hand"
    older = counted(title, at="2026-12-03T09:00:00Z").evidence[0]
    newer = replace(older, id="e2", seen_on="2026-12-02", at="")
    same_day = replace(newer, id="e3", at="2026-12-02T10:00:00Z")

    assert count_kept(PACK, Audit(head=head(), evidence=(same_day, older, newer)), "u1-ticket") == same_day
    assert count_kept(PACK, counted(title, kind="ticket-stub"), "u1-ticket") is None
    assert count_kept(PACK, counted("Visitors, 1 Dec"), "u1-ticket") is None
    assert count_kept(PACK, counted(title), "u1-wet-rack") is None


def test_the_kind_is_the_one_the_pack_names_else_its_first() -> None:
    unnamed = replace(PACK, pack=replace(PACK.pack, together_kind=""))

    assert together_kind(PACK) == "visitor-word"
    assert together_kind(unnamed) == "ticket-stub"
    assert together_kind(replace(unnamed, evidence_kind=())) == ""


def test_a_small_group_has_no_staff() -> None:
    assert everybody(PACK) == "Whole staff"
    assert everybody(without_levels(PACK)) == "All of us"


def test_a_count_is_asked_for_every_answer_of_the_pack() -> None:
    form = together_form(PACK, "1.1", PACK.standard[0].criterion[0])

    assert [field.id for field in form.fields][:5] == [f"count-{kind.id}" for kind in PACK.answer]
    assert [field.id for field in form.fields][5:] == ["agreed", "on", "by", "note"]
    assert form.title == "1.1 Does every umbrella get a ticket?"


def test_a_standard_shows_each_criterion_with_its_answer_and_count() -> None:
    audit = replace(
        counted("Whole staff on 1 December 2026: 5 in hand"),
        answers=(CriterionAnswer(criterion="u1-ticket", answer="in-hand", by="Whole staff"),),
    )

    view = together_view(PACK, audit, PACK.standard[0], "Audit")

    first, second, _ = view.lines
    assert (first.answer_word, first.by, first.tally.total) == ("In hand", "Whole staff", 5)
    assert (second.answer_word, second.by, second.counted, second.tally.sentence) == ("", "", "", "")
    assert (view.sentence, view.position, view.previous, view.next) == ("1 of 3 answered together", "1 of 3", "", "u2")
    assert together_words(PACK, audit) == "1 answered together"
    assert together_words(PACK, Audit(head=head())) == "not used yet"


def test_a_count_of_fewer_than_five_is_shown_as_that() -> None:
    view = together_view(PACK, counted("Team on 1 December 2026: fewer than five answers"), PACK.standard[0], "Audit")

    assert view.lines[0].tally.sentence == NOT_KEPT
    assert view.counted == 1


def test_a_kind_that_the_pack_does_not_have_is_a_mistake_of_the_pack() -> None:
    wrong = replace(PACK, pack=replace(PACK.pack, together_kind="visitr-word"))

    found = [problem for problem in reference_problems(wrong) if problem.path == ("pack", "together_kind")]

    assert [(problem.what, problem.remedy) for problem in found] == [
        ('No kind of evidence "visitr-word" is known.', 'Did you mean "visitor-word"?')
    ]
    assert [p for p in reference_problems(PACK) if p.path == ("pack", "together_kind")] == []
