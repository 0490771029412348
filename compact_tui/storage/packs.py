"""Audit packs: read from TOML with every mistake collected, kept beside an audit as JSON, found among the shipped."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from msgspec import Struct

from compact_tui.core.errors import FileNotAcceptableError, UsageError
from compact_tui.core.pack import AuditPack
from compact_tui.core.problems import Locate, Place, Problem, nowhere, say
from compact_tui.core.text import did_you_mean
from compact_tui.storage.joining import Joined, TomlText
from compact_tui.storage.pack_copy import decode_pack
from compact_tui.storage.toml_files import parse_toml, read_bytes
from compact_tui.storage.toml_value import shaped

_HEAD_FILE = "pack.toml"
_MOST_FILES = 100
_LARGEST_FOLDER = 8_000_000


class PackReading(Struct, frozen=True):
    """What came of reading a pack."""

    pack: AuditPack | None
    """``None`` when there were errors."""
    problems: tuple[Problem, ...]
    locate: Locate
    """Finds the file and line of what a lint finds in the pack."""


def read_pack(path: Path | Traversable) -> tuple[AuditPack | None, tuple[Problem, ...]]:
    """Read a pack from a folder, a ``.toml`` file or a ``.pack.json`` file.

    Returns:
        The pack and warnings, or ``None`` and what is wrong with it.
    """
    reading = open_pack(path)
    return reading.pack, reading.problems


def open_pack(path: Path | Traversable) -> PackReading:
    """The same, with a locator that gives findings of a lint their file and line."""
    if path.name.endswith(".json"):
        return _open_copy(path)
    problems: list[Problem] = []
    joined = Joined()
    size = 0
    for file in _toml_files(path, problems):
        data = read_bytes(file)
        size += 0 if isinstance(data, Problem) else len(data)
        if size > _LARGEST_FOLDER:
            what = f"The files together are larger than {_LARGEST_FOLDER // 1_000_000} MB."
            problems.append(Problem(what=what, remedy="Choose a folder with one pack.", file=path.name))
            break
        parsed = data if isinstance(data, Problem) else parse_toml(data, file.name)
        if isinstance(parsed, Problem):
            problems.append(parsed)
        else:
            problems += joined.add(parsed[0], TomlText(file.name, parsed[1]))
    if problems:
        return PackReading(None, tuple(problems), nowhere)
    joined.sort_by_number("standard")
    pack, found = shaped(joined, AuditPack)
    return PackReading(pack, found, joined.locate)


def _toml_files(path: Path | Traversable, problems: list[Problem]) -> list[Path | Traversable]:
    if not path.is_dir():
        return [path]
    found: list[Path | Traversable] = [item for item in path.iterdir() if item.name.endswith(".toml")]
    found.sort(key=lambda item: (item.name != _HEAD_FILE, item.name))
    if not found or found[0].name != _HEAD_FILE:
        what = f"The folder has no {_HEAD_FILE}, so it is not an audit pack."
        problems.append(Problem(what=what, remedy="Choose the folder that holds it.", file=path.name))
        return []
    if len(found) > _MOST_FILES:
        what = f"The folder has {len(found)} files; a pack has at most {_MOST_FILES}."
        problems.append(Problem(what=what, remedy="Choose a folder with one pack.", file=path.name))
        return []
    return found


def _open_copy(path: Path | Traversable) -> PackReading:
    data = read_bytes(path)
    if isinstance(data, Problem):
        return PackReading(None, (data,), nowhere)
    try:
        return PackReading(decode_pack(data), (), lambda _: Place(path.name))
    except FileNotAcceptableError as error:
        return PackReading(None, (Problem(what=error.message, remedy=error.hint, file=path.name),), nowhere)


def shipped_packs() -> tuple[str, ...]:
    """The ids of the packs that came with the program, sorted."""
    return tuple(sorted(item.name for item in _shipped_folder().iterdir() if item.joinpath(_HEAD_FILE).is_file()))


def shipped_pack_folder(pack_id: str) -> Traversable:
    """The folder of a shipped pack.

    Raises:
        UsageError: If there is none of that id.
    """
    known = shipped_packs()
    if pack_id not in known:
        hint = did_you_mean(pack_id, known) or f"There is: {', '.join(known)}."
        raise UsageError(f'No audit pack "{pack_id}" came with the program.', hint)
    return _shipped_folder().joinpath(pack_id)


@cache
def load_shipped(pack_id: str) -> AuditPack:
    """A shipped pack; kept, as its files stay as they are while the program runs.

    Raises:
        UsageError: If there is none of that id.
        FileNotAcceptableError: If its files were changed and cannot be read any more.
    """
    pack, problems = read_pack(shipped_pack_folder(pack_id))
    if pack is None:
        message = f'The audit pack "{pack_id}" that came with the program cannot be read. {say(problems[0])}'
        raise FileNotAcceptableError(message, "Your audits are untouched. Install the program again.")
    return pack


def _shipped_folder() -> Traversable:
    return files("compact_tui").joinpath("content").joinpath("packs")
