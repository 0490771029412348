"""Notice lists: read from a folder of TOML files with every mistake collected."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from msgspec import Struct

from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.core.notice import NoticeList
from compact_tui.core.problems import Locate, Problem, nowhere, say
from compact_tui.storage.joining import Joined, TomlText
from compact_tui.storage.toml_files import parse_toml, read_bytes
from compact_tui.storage.toml_value import shaped

_SUFFIX = ".toml"


class NoticeReading(Struct, frozen=True):
    """What came of reading a notice list."""

    notices: NoticeList | None
    """``None`` when there were errors."""
    problems: tuple[Problem, ...]
    locate: Locate
    """Finds the file and line of what a lint finds in the list."""


def read_notices(path: Path | Traversable) -> NoticeReading:
    """Read a list from one ``.toml`` file, or from all of a folder."""
    problems: list[Problem] = []
    joined = Joined()
    for file in _toml_files(path):
        data = read_bytes(file)
        parsed = data if isinstance(data, Problem) else parse_toml(data, file.name)
        if isinstance(parsed, Problem):
            problems.append(parsed)
        else:
            problems += joined.add(parsed[0], TomlText(file.name, parsed[1]))
    if problems:
        return NoticeReading(None, tuple(problems), nowhere)
    notices, found = shaped(joined, NoticeList)
    return NoticeReading(notices, found, joined.locate)


def shipped_notices() -> NoticeList:
    """The list that came with the program.

    Raises:
        FileNotAcceptableError: If it was changed and cannot be read any more.
    """
    reading = read_notices(shipped_folder())
    if reading.notices is None:
        raise FileNotAcceptableError(
            f"The notice list that came with the program cannot be read. {say(reading.problems[0])}",
            "Your boards and walks are untouched. Install the program again.",
        )
    return reading.notices


def shipped_folder() -> Traversable:
    """Where the list that came with the program stands."""
    return files("compact_tui").joinpath("content").joinpath("notices")


def _toml_files(path: Path | Traversable) -> list[Path | Traversable]:
    if not path.is_dir():
        return [path]
    return sorted((item for item in path.iterdir() if item.name.endswith(_SUFFIX)), key=lambda item: item.name)
