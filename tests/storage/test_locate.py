"""The locator: the line on which a table or key of a TOML text stands."""

import pytest

from compact_tui.core.problems import Path
from compact_tui.storage.locate import line_index, line_of

SAMPLE = '''# a comment with [[a.b]] in it
[head]
id = "x"   # "quotes" in a comment
note = """
[[a]]
id = "not a heading"
"""
list = [
  "one", # [[a]]
  "[[a]]",
]

[[a]]
id = "first"

[[a.b]]
id = "first of first"
[[ a . b ]]
"id" = "second of first"
other.inner = 1

[[a]]
id = 'second'
raw = \'\'\'
[[a.b]]
\'\'\'
[[a.b]]
id = "first of second"
[a.b.c]
deep = { x = 1, y = [ 2 ] }
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("head",), 2),
        (("head", "id"), 3),
        (("head", "note"), 4),
        (("head", "list"), 8),
        (("head", "list", 1), 8),
        (("a", 0), 13),
        (("a", 0, "id"), 14),
        (("a", 0, "b", 0), 16),
        (("a", 0, "b", 1), 18),
        (("a", 0, "b", 1, "id"), 19),
        (("a", 0, "b", 1, "other", "inner"), 20),
        (("a", 1), 22),
        (("a", 1, "raw"), 24),
        (("a", 1, "b", 0), 27),
        (("a", 1, "b", 0, "id"), 28),
        (("a", 1, "b", 0, "c", "deep"), 30),
        (("a", 1, "b", 0, "c", "deep", "y", 0), 30),
        (("a", 1, "nothing here"), 22),
        (("a",), 13),
        (("a", 7), 13),
        (("a", 1, "b"), 27),
        (("nowhere",), 0),
        ((), 0),
    ],
)
def test_a_path_leads_to_its_line_or_to_the_nearest_thing_around_it(path: Path, line: int) -> None:
    assert line_of(line_index(SAMPLE), path) == line


def test_windows_line_ends_do_not_move_a_line() -> None:
    assert line_index(SAMPLE.replace("\n", "\r\n")) == line_index(SAMPLE)


@pytest.mark.parametrize(
    "text", ["", "\n\n", 'x = """never closed\n[[a]]\n', "x = '''never closed\n[[a]]\n", "= 1", "[[", "]]]]\n\n"]
)
def test_a_text_that_is_no_toml_gives_no_table_that_is_not_there(text: str) -> None:
    assert ("a", 0) not in line_index(text)


def test_a_bracket_too_many_does_not_hide_the_rest() -> None:
    assert line_of(line_index("x = 1]\n[[a]]\n"), ("a", 0)) == 2


def test_an_escaped_quote_does_not_end_a_text() -> None:
    assert line_of(line_index('x = "a \\" [" # "\n[[a]]\n'), ("a", 0)) == 2
    assert line_of(line_index('x = """a \\""" [ """\n[[a]]\n'), ("a", 0)) == 2


def test_a_text_with_quotes_before_its_end_is_followed() -> None:
    assert line_of(line_index('x = """say "yes""""\n[[a]]\n'), ("a", 0)) == 2


def test_the_first_of_two_equal_keys_is_named() -> None:
    assert line_of(line_index("x = 1\nx = 2\n"), ("x",)) == 1
