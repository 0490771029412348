"""Plain data made into values, with everything thrown at it."""

import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from compact_tui.core.pack import AuditPack
from compact_tui.core.problems import Problem
from compact_tui.core.shapes import flowing, shape
from compact_tui.storage.packs import read_pack

SMALL = msgspec.json.encode(read_pack(Path(__file__).parents[1] / "fixtures" / "small-pack")[0])


def small() -> Any:
    return msgspec.json.decode(SMALL)


def paths(plain: object, here: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    items = plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list) else ()
    return [here, *(path for step, value in items for path in paths(value, (*here, step)))]


@pytest.mark.parametrize(
    "wrong", [None, 3.5, float("nan"), {}, {"a": {}}, [[]], [None], datetime.date(2026, 11, 22), object(), 2**70]
)
def test_a_wrong_type_anywhere_is_a_problem_at_that_place_and_never_a_crash(wrong: object) -> None:
    for path in paths(small())[1:]:
        if path[:1] == ("standard",) and path[1:2] > (0,):
            continue
        plain = small()
        inner = plain
        for step in path[:-1]:
            inner = inner[step]
        inner[path[-1]] = wrong
        problems: list[Problem] = []

        made = shape(plain, AuditPack, (), problems)

        assert made is None
        assert problems
        assert all(problem.path[: len(path)] == path for problem in problems), (path, problems)


def test_sound_data_is_the_same_value_that_msgspec_makes() -> None:
    problems: list[Problem] = []

    assert shape(small(), AuditPack, (), problems) == msgspec.convert(small(), AuditPack)
    assert problems == []


@pytest.mark.parametrize("raw", [None, 3, "x", [], [{}]])
def test_what_is_no_table_is_no_pack(raw: object) -> None:
    problems: list[Problem] = []

    assert shape(raw, AuditPack, (), problems) is None
    assert "where a table should be" in problems[0].what


def test_an_unknown_key_of_any_length_is_told_shortly() -> None:
    problems: list[Problem] = []

    shape(small() | {"x" * 5000: 1}, AuditPack, (), problems)

    assert problems[0].what == f'The key "{"x" * 40}..." is not known here.'


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("", ""),
        (" \n\t\n ", ""),
        ("one\ntwo", "one two"),
        ("one\r\ntwo\rthree", "one two three"),
        ("one\n\n\n\ntwo", "one\n\ntwo"),
        ("\n\none\n \ntwo\n\n", "one\n\ntwo"),
        ("a  b\u00a0c\td", "a b c d"),
        ("e\u0301", "\u00e9"),
    ],
)
def test_text_flows(raw: str, text: str) -> None:
    assert flowing(raw) == text
