"""Problems as they are told to a content owner."""

import pytest

from compact_tui.core.problems import Place, Problem, nowhere, say, say_where


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem(what="Wrong."), "Wrong."),
        (Problem(what="Wrong.", remedy="Mend it.", where="x, y", file="a.toml", line=3),
         "a.toml, line 3: x, y: Wrong. Mend it."),
        (Problem(what="Wrong.", file="a.toml"), "a.toml: Wrong."),
    ],
)  # fmt: skip
def test_a_problem_is_one_line_of_text(problem: Problem, line: str) -> None:
    assert say(problem) == line


def test_a_place_in_broken_contents_is_said_as_far_as_it_goes() -> None:
    assert say_where({"a": [{"id": 3}, 7]}, ("a", 0, "x")) == "a 1, x"
    assert say_where({"a": [{"id": "b"}]}, ("a", 5, "x")) == "a 6, x"
    assert say_where([], (0, "x")) == "x"
    assert say_where(3, ()) == ""
    assert nowhere(("a",)) == Place("", 0)
