"""Question banks: read from TOML with every mistake collected; the shipped ones and the setting's own."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec
from msgspec import Struct

from compact_tui.core.bank import QuestionBank
from compact_tui.core.problems import Locate, Problem, has_errors, nowhere, say_where
from compact_tui.core.shapes import shape
from compact_tui.storage.joining import Joined, TomlText
from compact_tui.storage.toml_files import parse_toml, read_bytes

_SUFFIX = ".toml"


class BankReading(Struct, frozen=True):
    """What came of reading a bank."""

    name: str
    """The file's name."""
    bank: QuestionBank | None
    """``None`` when there were errors."""
    problems: tuple[Problem, ...]
    locate: Locate
    """Finds the line of what a lint finds in the bank."""
    own: bool = False
    """Whether it is one of the setting's own."""


def read_bank(path: Path | Traversable, *, own: bool = False) -> BankReading:
    """Read a bank from a ``.toml`` file."""
    data = read_bytes(path)
    parsed = data if isinstance(data, Problem) else parse_toml(data, path.name)
    if isinstance(parsed, Problem):
        return BankReading(path.name, None, (parsed,), nowhere, own)
    joined = Joined()
    joined.add(parsed[0], TomlText(path.name, parsed[1]))
    problems: list[Problem] = []
    bank = shape(joined.contents, QuestionBank, (), problems)
    located = tuple(_located(problem, joined) for problem in problems)
    return BankReading(path.name, None if has_errors(located) else bank, located, joined.locate, own)


def _located(problem: Problem, joined: Joined) -> Problem:
    place = joined.locate(problem.path)
    where = say_where(joined.contents, problem.path)
    return msgspec.structs.replace(problem, where=where, file=place.file, line=place.line)


@cache
def shipped_banks() -> tuple[BankReading, ...]:
    """The banks that came with the program, by name; kept, as their files stay as they are while it runs."""
    return tuple(read_bank(item) for item in _toml_in(files("question_banks")))


def own_banks(folder: Path) -> tuple[BankReading, ...]:
    """The setting's own banks, by name; none where the folder is not there."""
    return tuple(read_bank(item, own=True) for item in _toml_in(folder)) if folder.is_dir() else ()


def _toml_in(folder: Path | Traversable) -> list[Path | Traversable]:
    found: list[Path | Traversable] = [item for item in folder.iterdir() if item.name.endswith(_SUFFIX)]
    return sorted(found, key=lambda item: item.name)
