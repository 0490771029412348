"""Whether one more group of a standard may be shown beside what is."""

import pytest

from compact_tui.core.analysis_around import Around

_ENOUGH = {frozenset("ag"): 3, frozenset("ah"): 3, frozenset("a"): 3}
_ONE_LEFT = _ENOUGH | {frozenset("a"): 1}


@pytest.mark.parametrize(
    ("graded", "asked", "shown", "may"),
    [
        (_ENOUGH, _ENOUGH, True, True),
        (_ONE_LEFT, _ENOUGH, True, False),
        (_ONE_LEFT, _ENOUGH, False, True),
        (_ENOUGH | {frozenset("agh"): 1}, _ENOUGH, True, False),
        (_ENOUGH | {frozenset("agh"): 1}, _ENOUGH, False, True),
        (_ENOUGH, _ENOUGH | {frozenset("agh"): 1}, False, False),
        ({frozenset("a"): 9}, _ENOUGH, False, False),
    ],
)
def test_a_group_is_shown_only_beside_what_leaves_nobody_over(
    graded: dict[frozenset[str], int], asked: dict[frozenset[str], int], shown: bool, may: bool
) -> None:
    around = Around(graded, asked, "a", "a")

    around.add("g", 3, shown=shown)

    assert around.stands("h", 3) is may


def test_nothing_is_shown_beside_a_standard_that_is_kept_back() -> None:
    assert not Around(_ENOUGH, _ENOUGH, "", "a").stands("g", 3)
