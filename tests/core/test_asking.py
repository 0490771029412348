"""What an answer amounts to, from what was heard of it."""

import pytest

from compact_tui.core.asking import amount
from compact_tui.core.bank import Option, Point
from tests.asking import multiple
from tests.bank_samples import question, story


@pytest.mark.parametrize(
    ("heard", "level", "unsafe"),
    [
        ((), "not-yet", False),
        (("rack",), "full", False),
        (("rack", "open"), "full", False),
        (("open",), "partial", False),
        (("lap",), "not-yet", True),
        (("rack", "lap"), "partial", True),
        (("open", "lap"), "partial", True),
        (("nobody-knows",), "not-yet", False),
    ],
)
def test_of_a_spoken_answer_what_is_needed_makes_it_full(heard: tuple[str, ...], level: str, unsafe: bool) -> None:
    found = amount(question(), heard)

    assert (found.level, found.unsafe) == (level, unsafe)


@pytest.mark.parametrize(("heard", "level"), [(("rack", "lap"), "not-yet"), (("rack",), "full")])
def test_what_is_unsafe_outweighs_the_rest_of_a_critical_question(heard: tuple[str, ...], level: str) -> None:
    assert amount(question(critical=True), heard).level == level


def test_where_nothing_is_needed_anything_good_is_full() -> None:
    asked = question(point=(Point(id="a", weight="should", say="A"), Point(id="b", weight="should", say="B")))

    assert [amount(asked, heard).level for heard in ((), ("a",), ("a", "b"))] == ["not-yet", "full", "full"]


@pytest.mark.parametrize(
    ("heard", "level", "unsafe"),
    [
        ((), "not-yet", False),
        (("rack",), "full", False),
        (("rack", "ask"), "full", False),
        (("shake",), "not-yet", True),
        (("rack", "shake"), "partial", True),
    ],
)
def test_of_a_story_one_acceptable_step_is_enough(heard: tuple[str, ...], level: str, unsafe: bool) -> None:
    found = amount(story(), heard)

    assert (found.level, found.unsafe) == (level, unsafe)


@pytest.mark.parametrize(
    ("heard", "level"),
    [
        ((), "not-yet"),
        (("rack",), "partial"),
        (("rack", "tray"), "full"),
        (("rack", "tray", "chair"), "partial"),
        (("chair",), "not-yet"),
    ],
)
def test_where_several_are_right_all_of_them_and_no_other_are_full(heard: tuple[str, ...], level: str) -> None:
    assert amount(multiple(), heard).level == level


@pytest.mark.parametrize("kind", ["choice", "true-false"])
@pytest.mark.parametrize(("heard", "level"), [(("yes",), "full"), (("no",), "not-yet"), (("yes", "no"), "not-yet")])
def test_of_one_right_answer_two_chosen_are_not_yet(kind: str, heard: tuple[str, ...], level: str) -> None:
    options = (Option(id="yes", text="Yes", right=True), Option(id="no", text="No"))

    assert amount(question(kind=kind, point=(), option=options), heard).level == level
