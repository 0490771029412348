"""Mappings of survey tables: read from TOML with every mistake collected."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.problems import Locate, Problem, has_errors, nowhere, say_where
from compact_tui.core.shapes import shape
from compact_tui.core.survey import SurveyMapping
from compact_tui.storage.joining import Joined, TomlText
from compact_tui.storage.toml_files import parse_toml, read_bytes


class MappingReading(Struct, frozen=True):
    """What came of reading a mapping."""

    mapping: SurveyMapping | None
    """``None`` when there were errors."""
    problems: tuple[Problem, ...]
    locate: Locate
    """Finds the line of what a lint finds in it."""


def read_mapping(path: Path) -> MappingReading:
    """Read a mapping from a ``.toml`` file."""
    data = read_bytes(path)
    parsed = data if isinstance(data, Problem) else parse_toml(data, path.name)
    if isinstance(parsed, Problem):
        return MappingReading(None, (parsed,), nowhere)
    joined = Joined()
    joined.add(parsed[0], TomlText(path.name, parsed[1]))
    problems: list[Problem] = []
    mapping = shape(joined.contents, SurveyMapping, (), problems)
    located = tuple(placed(problem, joined.locate, joined.contents) for problem in problems)
    return MappingReading(None if has_errors(located) else mapping, located, joined.locate)


def placed(problem: Problem, locate: Locate, contents: object = None) -> Problem:
    """A problem with the file and line it stands in."""
    place = locate(problem.path)
    where = say_where(contents, problem.path) if contents is not None else problem.where
    return replace(problem, where=where, file=place.file, line=place.line)
