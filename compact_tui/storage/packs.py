"""Audit packs: read from TOML with every mistake collected, kept beside an audit as JSON, found among the shipped."""

from collections.abc import Callable
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec
from msgspec import Struct

from compact_tui.core.errors import FileNotAcceptableError, UsageError
from compact_tui.core.pack import AuditPack
from compact_tui.core.problems import Locate, Place, Problem, has_errors, nowhere, say, say_where
from compact_tui.core.problems import Path as InnerPath
from compact_tui.core.shapes import shape
from compact_tui.core.text import did_you_mean
from compact_tui.storage.locate import line_index, line_of
from compact_tui.storage.toml_files import parse_toml, read_bytes

FORMAT = "compact-tui-pack"
VERSION = 1
_HEAD_FILE = "pack.toml"
_MOST_FILES = 100
_LARGEST_FOLDER = 8_000_000


class PackCopy(Struct, frozen=True, kw_only=True):
    """A pack as it is kept beside the audit that was started with it."""

    format: str
    version: int
    pack: AuditPack


class PackReading(Struct, frozen=True):
    """What came of reading a pack."""

    pack: AuditPack | None
    """``None`` when there were errors."""
    problems: tuple[Problem, ...]
    locate: Locate
    """Finds the file and line of what a lint finds in the pack."""


class _Text(Struct, frozen=True):
    file: str
    text: str


class _Joined(Struct):
    """The contents of several files as one, with where each item came from."""

    contents: dict[str, object] = {}
    origins: dict[tuple[str, int], tuple[_Text, int]] = {}
    owners: dict[str, _Text] = {}
    head: str = ""


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
    joined = _Joined()
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
            _join(joined, parsed[0], _Text(file.name, parsed[1]), problems)
    if problems:
        return PackReading(None, tuple(problems), nowhere)
    _sort_standards(joined)
    pack = shape(joined.contents, AuditPack, (), problems)
    locate = _locator(joined)
    located = tuple(_located(problem, joined.contents, locate) for problem in problems)
    return PackReading(None if has_errors(located) else pack, located, locate)


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


def _join(joined: _Joined, contents: dict[str, object], text: _Text, problems: list[Problem]) -> None:
    joined.head = joined.head or text.file
    for key, value in contents.items():
        there = joined.contents.get(key)
        if key not in joined.contents:
            joined.contents[key] = list(value) if isinstance(value, list) else value
            joined.owners[key] = text
        elif isinstance(there, list) and isinstance(value, list):
            there.extend(value)
        else:
            what = f'"{key[:40]}" stands in {joined.owners[key].file} already.'
            line = line_of(line_index(text.text), (key,))
            problems.append(Problem(what=what, remedy="Keep one of the two.", file=text.file, line=line))
            continue
        if isinstance(value, list):
            whole = joined.contents[key]
            first = len(whole) - len(value) if isinstance(whole, list) else 0
            joined.origins.update({(key, first + at): (text, at) for at in range(len(value))})


def _sort_standards(joined: _Joined) -> None:
    """Bring the standards into the order of their numbers; those without a sound one come last."""
    standards = joined.contents.get("standard")
    if not isinstance(standards, list):
        return
    order = sorted(range(len(standards)), key=lambda at: _number(standards[at]))
    came_from = [joined.origins["standard", at] for at in order]
    joined.contents["standard"] = [standards[at] for at in order]
    joined.origins.update({("standard", at): origin for at, origin in enumerate(came_from)})


def _number(standard: object) -> tuple[bool, int]:
    number = standard.get("number") if isinstance(standard, dict) else None
    return (False, number) if isinstance(number, int) else (True, 0)


def _locator(joined: _Joined) -> Locate:
    indexes: dict[str, Callable[[InnerPath], int]] = {}

    def lines(text: _Text) -> Callable[[InnerPath], int]:
        if text.file not in indexes:
            index = line_index(text.text)
            indexes[text.file] = lambda path: line_of(index, path)
        return indexes[text.file]

    def locate(path: InnerPath) -> Place:
        if not path or not isinstance(path[0], str):
            return Place(joined.head)
        if len(path) > 1 and isinstance(path[1], int) and (path[0], path[1]) in joined.origins:
            text, at = joined.origins[path[0], path[1]]
            return Place(text.file, lines(text)((path[0], at, *path[2:])))
        owner = joined.owners.get(path[0])
        return Place(owner.file, lines(owner)(path)) if owner else Place(joined.head)

    return locate


def _located(problem: Problem, contents: object, locate: Locate) -> Problem:
    place = locate(problem.path)
    where = say_where(contents, problem.path)
    return msgspec.structs.replace(problem, file=place.file, line=place.line, where=where)


def encode_pack(pack: AuditPack) -> bytes:
    """A pack as the bytes of the copy that is kept beside an audit."""
    return msgspec.json.encode(PackCopy(format=FORMAT, version=VERSION, pack=pack)) + b"\n"


class _Stamp(Struct, frozen=True):
    format: str
    version: int


_copies = msgspec.json.Decoder(PackCopy)
_stamps = msgspec.json.Decoder(_Stamp)


def decode_pack(data: bytes) -> AuditPack:
    """The pack from the bytes of such a copy.

    Raises:
        FileNotAcceptableError: If it is damaged, something else, or of a newer program.
    """
    hint = "Nothing was changed. Choose another copy, or import the pack again."
    try:
        stamp = _stamps.decode(data)
        if stamp.format != FORMAT:
            raise FileNotAcceptableError("The file is not a copy of an audit pack.", hint)
        if stamp.version > VERSION:
            message = "The copy of the audit pack was made by a newer version of this program."
            raise FileNotAcceptableError(message, "Nothing was changed. Install the newer version to open it.")
        return _copies.decode(data).pack
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        message = f"The copy of the audit pack is damaged ({str(error)[:120]})."
        raise FileNotAcceptableError(message, hint) from error


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


def load_shipped(pack_id: str) -> AuditPack:
    """A shipped pack.

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
