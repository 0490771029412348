"""What spot checks have shown, by topic and role group."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compact_tui.core.spot import Heard, RoleGroup, SpotCheck
from compact_tui.core.spot_reckoning import Material
from compact_tui.core.spot_results import evidence_of, gaps_of, results
from compact_tui.core.spot_suppression import LEAST
from compact_tui.core.spot_views import CellView, ResultsView, TopicView
from tests.bank_samples import TODAY, askables, heard, question

GROUPS = (RoleGroup(id="g1", name="Porters"), RoleGroup(id="g2", name="Cleaners"), RoleGroup(id="g3", name="Trustees"))
TITLES = {"topic-1": "Drying", "topic-2": "Lending", "topic-3": "Repairs"}
POOL = askables(question(1), question(2, critical=True), question(3, roles=("governor",)))


def material(*answers: Heard, **more: Any) -> Material:
    plain: dict[str, Any] = {
        "askables": POOL,
        "questions": {one.question.id: one.question for one in POOL},
        "heard": answers,
        "counted": (),
        "checks": (),
        "groups": GROUPS,
        "topics": TITLES,
        "today": TODAY,
    }
    return Material(**{**plain, **more})


def many(number: int, times: int, level: str = "full", group: str = "Porters", on: str = "2026-11-20") -> list[Heard]:
    return [heard(number, on, level, group, id=f"h{number}{level}{group}{on}{n}") for n in range(times)]


def topic(view: ResultsView, name: str) -> TopicView:
    return next(one for one in view.topics if one.id == name)


def cell(view: ResultsView, name: str, group: str) -> CellView:
    return next(one for one in topic(view, name).cells if one.group == group)


def test_nothing_heard_is_said_and_every_topic_waits_critical_ones_first() -> None:
    view = results(material())

    assert view.sentence == "Nothing was heard yet."
    assert view.notes == ()
    assert [(line.title, line.word) for line in view.never_asked] == [
        ("Lending", "1 question, 1 critical"),
        ("Drying", "1 question"),
        ("Repairs", "1 question"),
    ]
    assert [(c.group, c.word) for c in topic(view, "topic-3").cells] == [
        ("Porters", "not for them"),
        ("Cleaners", "not for them"),
        ("Trustees", "not for them"),
    ]
    assert cell(view, "topic-1", "Porters").word == "never asked"


def test_a_topic_is_told_for_each_group_in_the_settings_own_order_with_figures() -> None:
    view = results(material(*many(1, 4), *many(1, 4, "not-yet"), *many(1, 6, "full", "Cleaners")))

    found = topic(view, "topic-1")
    assert view.groups == ("Porters", "Cleaners", "Trustees")
    assert (found.state, found.words) == ("started", "partly known: 71 % of 14 answers")
    assert [(c.state, c.words) for c in found.cells] == [
        ("started", "partly known: 50 % of 8 answers"),
        ("done", "known: 100 % of 6 answers"),
        ("not-started", "never asked"),
    ]
    assert [(level.word, level.answers) for level in found.levels] == [("full", 10), ("not yet", 4)]
    assert view.sentence == "14 answers in 1 topic since 3 December 2025."


def test_a_group_with_few_answers_is_shown_with_another_as_one() -> None:
    view = results(material(*many(1, 3), *many(1, 6, "full", "Cleaners"), *many(1, 9, "partial", "Trustees")))

    assert view.merged == ("Porters", "Cleaners")
    assert view.groups == ("Trustees", "Other groups")
    assert cell(view, "topic-1", "Other groups").words == "known: 100 % of 9 answers"
    assert "Shown as one, so that nobody can be picked out: Porters and Cleaners." in view.notes


def test_a_cell_with_few_answers_is_kept_back_with_the_next_smallest() -> None:
    view = results(material(*many(1, 9), *many(2, 2), *many(2, 6, "full", "Cleaners"), *many(2, 7, "full", "Trustees")))

    words = [c.words for c in topic(view, "topic-2").cells]
    assert words == ["not shown", "not shown", "known: 100 % of 7 answers"]
    assert topic(view, "topic-2").words == "known: 100 % of 15 answers"
    assert any(note.startswith("Not shown: fewer than 5 answers") for note in view.notes)


@pytest.mark.parametrize("sizes", [(3, 0, 0), (0, 0, 0)])
def test_where_all_are_too_few_no_figure_stands_anywhere(sizes: tuple[int, ...]) -> None:
    groups = (RoleGroup(id="g1", name="Porters", size=sizes[0]),)
    answers = many(1, 20 if sizes[0] else 4, "not-yet")

    view = results(material(*answers, groups=groups))

    assert view.sentence == "Too few answers so far to show figures."
    assert [(t.answers, t.share, t.shown, t.levels, t.terms) for t in view.topics if t.id == "topic-1"] == [
        (0, 0, False, (), ())
    ]
    assert view.weakest == ()
    assert evidence_of(view, "topic-1") is None


def test_what_was_heard_longer_than_a_year_ago_is_only_in_the_trend() -> None:
    view = results(material(*many(1, 6, "not-yet", on="2025-12-03"), *many(2, 6, on="2025-12-04")))

    assert topic(view, "topic-1").word == "not for a year"
    assert cell(view, "topic-1", "Porters").word == "not for a year"
    assert topic(view, "topic-2").answers == 6
    assert [line.id for line in view.never_asked] == ["topic-3"]


def test_the_weakest_stand_first_and_what_is_known_is_not_among_them() -> None:
    view = results(material(*many(1, 5, "partial"), *many(2, 5, "not-yet"), *many(3, 5)))

    assert [(line.id, line.word) for line in view.weakest] == [
        ("topic-2", "0 % of 5 answers"),
        ("topic-1", "50 % of 5 answers"),
    ]


def test_questions_that_everyone_or_nobody_knows_need_five_answers() -> None:
    view = results(material(*many(1, 5), *many(2, 5, "not-yet"), *many(3, 4)))

    assert [line.question for line in view.everyone] == ["q-1"]
    assert [line.question for line in view.nobody] == ["q-2"]
    assert results(material(*many(1, 5, "partial"))).everyone == ()


def test_unsafe_answers_stand_first_and_are_settled_by_a_safe_one_later() -> None:
    bad = heard(1, "2026-11-10", "partial", unsafe=True, id="u1")
    worse = heard(2, "2026-11-02", "not-yet", unsafe=True, id="u2")
    view = results(material(bad, worse, *many(1, 6), *many(2, 6, "full", on="2026-11-01")))

    assert [(one.question, one.settled, one.state) for one in view.unsafe] == [
        ("q-2", False, "attention"),
        ("q-1", True, "done"),
    ]
    assert view.unsafe[0].words == "2 Nov 2026, Porters: Where does umbrella 2 dry?"
    assert view.unsafe[1].words == "10 Nov 2026, Porters: Where does umbrella 1 dry? Answered safely since."


def test_of_an_unsafe_answer_of_a_small_group_neither_group_nor_day_is_said() -> None:
    view = results(material(heard(1, "2026-11-10", unsafe=True), *many(1, 9, "full", "Cleaners")))

    assert [(one.on, one.group) for one in view.unsafe] == [("2026-11", "")]
    assert view.unsafe[0].words == "November 2026: Where does umbrella 1 dry?"


def test_what_followed_a_round_is_told_with_what_changed_since_in_words() -> None:
    check = SpotCheck(id="s-1", on="2026-10-01", group="Porters", follow_up="Team meeting", ended_at="x", at="1")
    quiet = SpotCheck(id="s-2", on="2026-10-02", group="Porters", follow_up="", at="2")
    nothing = SpotCheck(
        id="s-3",
        on="2026-10-03",
        group="Porters",
        follow_up="Nothing more: it was said back there and then",
        at="3",
    )
    weak = [heard(1, "2026-10-01", "not-yet", id=f"w{n}") for n in range(5)]

    few = results(material(*weak, *many(1, 4), checks=(check, quiet, nothing)))
    better = results(material(*weak, *many(1, 5), checks=(check, quiet, nothing)))

    assert [(one.what, one.group, one.topic) for one in better.follow_ups] == [("Team meeting", "Porters", "topic-1")]
    assert few.follow_ups[0].change == "too few answers yet to say what changed"
    assert better.follow_ups[0].change == "better known since"


def test_people_are_only_counted_where_somebody_typed_how_many() -> None:
    checks = (SpotCheck(id="s-1", on="2026-11-20", group="Porters", people=3, at="1"),)
    more = (*checks, SpotCheck(id="s-2", on="2026-11-21", group="Porters", people=4, at="2"))

    assert results(material(*many(1, 5), checks=checks)).notes[-1] == "Counts are answers, not people."
    assert results(material(*many(1, 5), checks=more)).notes[-1].endswith("they add up to 7.")


def test_gaps_say_which_group_was_never_asked_about_how_many_topics() -> None:
    gaps = gaps_of(results(material(*many(1, 6), *many(2, 6, "not-yet", "Cleaners"))))

    assert [(line.id, line.word) for line in gaps.groups] == [
        ("Porters", "never asked about 1 topic"),
        ("Cleaners", "never asked about 1 topic"),
        ("Trustees", "never asked about 2 topics"),
    ]
    assert [line.id for line in gaps.weakest] == ["topic-2"]


def test_a_result_is_offered_as_evidence_with_figures_and_dates() -> None:
    pool = askables(question(1, criteria=("u1-wet-rack",), standards=("u1",)), question(2, standards=("u2",)))
    known = {one.question.id: one.question for one in pool}
    answers = (*many(1, 5, on="2026-10-01"), *many(1, 5, "not-yet", "Cleaners"), *many(2, 5))
    view = results(material(*answers, askables=pool, questions=known))

    draft, one_day = evidence_of(view, "topic-1"), evidence_of(view, "topic-2")

    assert draft is not None
    assert draft.title == (
        "Spot check, Drying: 10 answers from 2 role groups, 1 Oct 2026 to 20 Nov 2026: 5 full and 5 not yet"
    )
    assert (draft.seen_on, draft.supports) == ("2026-11-20", ("u1-wet-rack",))
    assert one_day is not None
    assert one_day.title == "Spot check, Lending: 5 answers from 1 role group, 20 Nov 2026: 5 full"
    assert one_day.supports == ("u2",)
    assert evidence_of(view, "topic-3") is None
    assert evidence_of(view, "nowhere") is None


def test_a_topic_and_a_group_that_are_only_in_old_answers_are_told_too() -> None:
    view = results(material(*many(9, 6, group="Bell ringers")))

    assert view.groups[-1] == "Bell ringers"
    assert topic(view, "topic-9").title == "topic-9"


def test_a_topic_of_a_bank_of_our_own_stands_after_those_with_a_title() -> None:
    view = results(material(topics={"topic-3": "Repairs"}))

    assert [(one.id, one.title) for one in view.topics] == [
        ("topic-3", "Repairs"),
        ("topic-1", "topic-1"),
        ("topic-2", "topic-2"),
    ]


ANSWERS = st.lists(
    st.tuples(
        st.integers(1, 3),
        st.sampled_from(["Porters", "Cleaners", "Trustees", "Cooks"]),
        st.sampled_from(["full", "partial", "not-yet"]),
    ),
    max_size=80,
)


@given(ANSWERS, st.lists(st.sampled_from([0, 2, 4, 5, 30]), min_size=4, max_size=4))
@settings(derandomize=True, deadline=None, max_examples=200)
def test_no_count_that_is_not_shown_can_be_worked_out_from_what_is(
    said: Iterable[tuple[int, str, str]], sizes: list[int]
) -> None:
    names = ("Porters", "Cleaners", "Trustees", "Cooks")
    groups = tuple(RoleGroup(id=name, name=name, size=size) for name, size in zip(names, sizes, strict=True))
    answers = [heard(n, "2026-11-20", level, group, id=f"h{at}") for at, (n, group, level) in enumerate(said)]

    view = results(material(*answers, groups=groups))

    small = {name for name, size in zip(names, sizes, strict=True) if 0 < size < LEAST}
    for found in view.topics:
        kept = [c for c in found.cells if not c.shown]
        assert all((c.answers, c.share, c.words) == (0, 0, "not shown") for c in kept)
        assert all(c.answers >= LEAST or not c.answers for c in found.cells)
        assert not any(c.answers and c.group in small for c in found.cells)
        assert found.shown or (found.answers, found.share, found.levels) == (0, 0, ())
        if found.shown and kept:
            assert len(kept) > 1
            assert found.answers - sum(c.answers for c in found.cells) >= LEAST
