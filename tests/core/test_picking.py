"""Picking the next questions for a role group."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from compact_tui.core.bank import family_of
from compact_tui.core.bank_use import Askable
from compact_tui.core.picking import Picked, interval, pick
from compact_tui.core.spot import Heard
from tests.bank_samples import TODAY, askables, heard, question, story


def before(days: int) -> str:
    return (date.fromisoformat(TODAY) - timedelta(days=days)).isoformat()


def picked(
    pool: tuple[Askable, ...],
    answers: tuple[Heard, ...] = (),
    *,
    group: str = "Porters",
    roles: tuple[str, ...] = ("all-staff",),
    seed: int = 1,
    number: int = 3,
    topic: str = "",
) -> tuple[Picked, ...]:
    return pick(pool, answers, group=group, roles=roles, today=TODAY, seed=seed, number=number, topic=topic)


def ids(found: tuple[Picked, ...]) -> list[str]:
    return [one.askable.question.id for one in found]


MANY = askables(*(question(n) for n in range(1, 9)), *(story(n) for n in range(9, 13)))


def test_nothing_to_ask_gives_nothing() -> None:
    assert picked(()) == ()
    assert picked(MANY, number=0) == ()
    assert picked(MANY, topic="topic-77") == ()


def test_fewer_are_given_where_there_are_fewer() -> None:
    assert len(picked(MANY[:2])) == 2


def test_the_same_seed_on_the_same_day_picks_the_same_and_another_seed_something_else() -> None:
    assert ids(picked(MANY, seed=7)) == ids(picked(MANY, seed=7))
    assert len({tuple(ids(picked(MANY, seed=seed))) for seed in range(20)}) > 10


def test_the_order_in_which_questions_and_answers_come_in_changes_nothing() -> None:
    answers = (heard(1, before(20), "not-yet"), heard(2, before(100)), heard(3, before(40), "partial"))

    assert ids(picked(MANY, answers)) == ids(picked(MANY[::-1], answers[::-1]))


@pytest.mark.parametrize("seed", range(12))
def test_three_questions_are_of_three_topics_and_one_at_least_is_a_story(seed: int) -> None:
    found = picked(MANY, seed=seed)

    assert len({one.askable.question.topic for one in found}) == 3
    assert any(one.askable.question.kind == "scenario" for one in found)


def test_two_wordings_of_one_fact_are_never_in_one_round() -> None:
    pool = askables(*(question(n, fact="same", topic=f"t{n}") for n in range(1, 6)), question(9))

    for seed in range(10):
        families = [family_of(one.askable.question) for one in picked(pool, seed=seed)]
        assert len(families) == len(set(families))


def test_a_critical_fact_that_is_due_is_never_crowded_out() -> None:
    pool = askables(*(question(n) for n in range(1, 40)), question(99, critical=True))
    answers = (heard(99, before(100)),)

    assert all("q-99" in ids(picked(pool, answers, seed=seed)) for seed in range(30))


def test_a_weak_topic_that_is_due_is_never_crowded_out_by_what_was_never_asked() -> None:
    pool = askables(*(question(n) for n in range(1, 40)), question(99, topic="rain"))
    answers = (heard(98, before(14), "not-yet", topic="rain"),)
    fresh = (heard(98, before(13), "not-yet", topic="rain"),)

    assert all("q-99" in ids(picked(pool, answers, seed=seed)) for seed in range(30))
    assert not all("q-99" in ids(picked(pool, fresh, seed=seed)) for seed in range(30))


def test_a_topic_of_one_question_comes_up_as_often_as_one_of_twenty() -> None:
    pool = askables(*(question(n, topic="wind") for n in range(1, 21)), question(99, topic="rain"))

    found = [ids(picked(pool, seed=seed, number=1)) == ["q-99"] for seed in range(60)]

    assert 15 < sum(found) < 45


def test_a_wording_is_not_heard_twice_within_ninety_days_while_another_is_left() -> None:
    pool = askables(question(1), question(2), question(3), question(4))
    answers = (heard(1, before(90), "not-yet"), heard(2, before(91), "not-yet"))

    for seed in range(10):
        assert "q-1" not in ids(picked(pool, answers, seed=seed))
    assert "q-2" in ids(picked(askables(question(2)), answers))


def test_when_all_wordings_were_used_the_oldest_is_asked_and_says_so() -> None:
    pool = askables(question(1), question(2), question(3))
    answers = (heard(1, before(5)), heard(2, before(60)), heard(3, before(30)))

    found = picked(pool, answers, number=2)

    assert ids(found) == ["q-2", "q-3"]
    assert [one.repeated for one in found] == [True, True]
    assert found[0].why == "Every other wording was used; this one was last asked 8 weeks ago."


def test_what_another_group_was_asked_does_not_count() -> None:
    answers = (heard(1, before(1), group="Cleaners"),)

    assert picked(askables(question(1)), answers)[0].why.startswith("Never asked to Porters")


@pytest.mark.parametrize(
    ("roles", "asked"),
    [
        (("all-staff",), {"q-1"}),
        ((), {"q-1"}),
        (("lead",), {"q-1", "q-2"}),
        (("early-years",), {"q-1"}),
        (("volunteer",), {"q-3"}),
        (("governor",), {"q-4"}),
        (("volunteer", "governor"), {"q-3", "q-4"}),
    ],
)
def test_a_group_hears_the_questions_of_its_roles(roles: tuple[str, ...], asked: set[str]) -> None:
    pool = askables(
        question(1),
        question(2, roles=("lead", "manager")),
        question(3, roles=("volunteer",)),
        question(4, roles=("governor",)),
    )

    assert set(ids(picked(pool, roles=roles, number=4))) == asked


def test_one_topic_is_asked_alone_when_that_is_wanted() -> None:
    pool = askables(question(1, topic="rain"), question(2, topic="rain"), question(3, topic="wind"))

    assert set(ids(picked(pool, topic="rain"))) == {"q-1", "q-2"}


@pytest.mark.parametrize(
    ("share", "critical", "days"),
    [(0.0, False, 14), (0.49, True, 14), (0.5, False, 42), (0.79, False, 42), (0.8, False, 84), (1.0, True, 42)],
)
def test_what_is_known_worse_is_due_sooner(share: float, critical: bool, days: int) -> None:
    assert interval(share, critical=critical) == days


def test_a_weak_fact_comes_back_in_another_wording_before_what_is_known() -> None:
    pool = askables(
        *(question(n) for n in range(1, 6)),
        replace(question(11), fact="fact-1", topic="topic-1"),
    )
    answers = (
        *(heard(1, before(20), "not-yet", id=f"h{n}") for n in range(3)),
        *(heard(n, before(20), "full") for n in range(2, 6)),
    )

    for seed in range(10):
        found = picked(pool, answers, seed=seed, number=1)
        assert ids(found) == ["q-11"]
    assert found[0].why == "Weak so far: 0 % known by Porters, 3 answers, last asked 2 weeks ago."


@pytest.mark.parametrize(
    ("answers", "edition", "critical", "why"),
    [
        ((), "1", False, "Never asked to Porters, nor anything of its topic."),
        ((), "1", True, "Never asked to Porters, nor anything of its topic. It is critical."),
        ((heard(7, before(9), topic="topic-1"),), "1", False, "Never asked to Porters."),
        ((heard(1, before(100)),), "2", False, "There is a new edition since it was last asked 14 weeks ago."),
        ((heard(1, before(100)),), "1", False, "Due again: 100 % known by Porters, 1 answer, last asked 14 weeks ago."),
        (
            (heard(1, before(100), "partial"),),
            "1",
            True,
            "Due again: 50 % known by Porters, 1 answer, last asked 14 weeks ago. It is critical.",
        ),
    ],
)
def test_each_question_says_why_it_was_picked(
    answers: tuple[Heard, ...], edition: str, critical: bool, why: str
) -> None:
    pool = askables(question(1, critical=critical), edition=edition)

    assert picked(pool, answers)[0].why == why


LEVELS = st.sampled_from(["full", "partial", "not-yet", "knew-where"])


@given(
    st.lists(st.tuples(st.integers(1, 12), st.integers(0, 300), LEVELS), max_size=60),
    st.integers(0, 5),
    st.integers(0, 1000),
)
@settings(derandomize=True, deadline=None, max_examples=150)
def test_whatever_was_heard_a_round_has_as_many_as_there_are_and_none_twice(
    said: list[tuple[int, int, str]], number: int, seed: int
) -> None:
    answers = tuple(heard(n, before(days), level) for n, days, level in said)

    found = picked(MANY, answers, number=number, seed=seed)

    assert len(found) == min(number, len(MANY))
    assert len(set(ids(found))) == len(found)
    recent = {h.question for h in answers if h.on >= before(90)}
    assert all(one.repeated == (one.askable.question.id in recent) for one in found)
    fresh_left = {a.question.id for a in MANY} - recent - set(ids(found))
    assert not fresh_left or not any(one.repeated for one in found)
