"""Question banks: read from TOML with every mistake collected; the shipped ones and the setting's own."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from msgspec import Struct

from compact_tui.core.bank import QuestionBank
from compact_tui.core.problems import Locate, Problem
from compact_tui.storage.toml_value import read_value

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
    read = read_value(path, QuestionBank)
    return BankReading(read.name, read.value, read.problems, read.locate, own)


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
