"""What a role group was asked and how much of it is known."""

import pytest

from compact_tui.core.memory import Tally, memory_of
from compact_tui.core.spot import Heard
from tests.bank_samples import heard


def test_an_empty_history_remembers_nothing() -> None:
    memory = memory_of((), "Porters")

    assert memory.of(memory.topics, "topic-1") == Tally()
    assert Tally().share == 0.0
    assert Tally().days_since("2026-12-03") >= 10_000


@pytest.mark.parametrize(
    ("answers", "share"),
    [
        ((heard(1, "2026-12-01"),), 1.0),
        ((heard(1, "2026-12-01", "knew-where"),), 1.0),
        ((heard(1, "2026-12-01", "partial"),), 0.5),
        ((heard(1, "2026-12-01", "not-yet"),), 0.0),
        ((heard(1, "2026-12-01", "full", unsafe=True),), 0.0),
        ((heard(1, "2026-12-01"), heard(1, "2026-12-02", "not-yet")), 0.5),
        ((heard(1, "2026-12-01", counts=(("full", 3), ("not-yet", 1))),), 0.75),
        ((heard(1, "2026-12-01", counts=(("a", 3), ("b", 1))),), 0.0),
    ],
)
def test_levels_add_up_to_a_share(answers: tuple[Heard, ...], share: float) -> None:
    memory = memory_of(answers, "Porters")

    assert memory.of(memory.facts, "fact-1").share == share


def test_only_the_latest_ten_answers_say_what_is_known_now() -> None:
    old = [heard(1, f"2026-01-{day:02}", "not-yet") for day in range(1, 21)]
    new = [heard(1, f"2026-11-{day:02}", "full") for day in range(1, 11)]

    tally = memory_of([*new, *old], "Porters").facts["fact-1"]

    assert (tally.share, tally.answers, tally.last_on) == (1.0, 30, "2026-11-10")


def test_days_since_are_counted_and_a_day_to_come_is_none() -> None:
    tally = memory_of([heard(1, "2026-12-01")], "Porters").questions["q-1"]

    assert [tally.days_since(day) for day in ("2026-12-01", "2026-12-03", "2026-11-30")] == [0, 2, 0]


def test_another_group_is_not_remembered() -> None:
    assert memory_of([heard(1, "2026-12-01", group="Cleaners")], "Porters").topics == {}


def test_the_edition_is_that_of_the_last_asking() -> None:
    answers = [heard(1, "2026-12-01", edition="2"), heard(1, "2026-11-01", edition="1")]

    assert memory_of(answers, "Porters").facts["fact-1"].edition == "2"
