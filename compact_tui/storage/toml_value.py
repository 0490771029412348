"""One TOML file read as one value, with every mistake collected and placed."""

from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Generic, TypeVar

import msgspec
from msgspec import Struct

from compact_tui.core.problems import Locate, Problem, has_errors, nowhere, say_where
from compact_tui.core.shapes import shape
from compact_tui.storage.joining import Joined, TomlText
from compact_tui.storage.toml_files import parse_toml, read_bytes

S = TypeVar("S", bound=Struct)


class Reading(Struct, Generic[S], frozen=True):
    """What came of reading a file."""

    name: str
    """The file's name."""
    value: S | None
    """``None`` when there were errors."""
    problems: tuple[Problem, ...]
    locate: Locate
    """Finds the line of what a lint finds in the value."""


def read_value(path: Path | Traversable, kind: type[S]) -> Reading[S]:
    """Read a ``.toml`` file as a value of a kind."""
    data = read_bytes(path)
    parsed = data if isinstance(data, Problem) else parse_toml(data, path.name)
    if isinstance(parsed, Problem):
        return Reading(path.name, None, (parsed,), nowhere)
    joined = Joined()
    joined.add(parsed[0], TomlText(path.name, parsed[1]))
    made, problems = shaped(joined, kind)
    return Reading(path.name, made, problems, joined.locate)


def shaped(joined: Joined, kind: type[S]) -> tuple[S | None, tuple[Problem, ...]]:
    """Joined files as a value of a kind, ``None`` when there were errors; and every mistake with its file and line."""
    problems: list[Problem] = []
    made = shape(joined.contents, kind, (), problems)
    located = tuple(_located(problem, joined) for problem in problems)
    return None if has_errors(located) else made, located


def _located(problem: Problem, joined: Joined) -> Problem:
    place = joined.locate(problem.path)
    where = say_where(joined.contents, problem.path)
    return msgspec.structs.replace(problem, where=where, file=place.file, line=place.line)
