"""Reading files that may be damaged, foreign or hostile: bounded, strict, and with a place in every complaint."""

import json
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NoReturn

from compact_tui.core.errors import FileNotAcceptableError, WorkspaceError
from compact_tui.storage.faults import DamagedError, read_fault

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest file that is read or written."""
DEEPEST = 40
"""How many lists and objects may stand inside each other."""
RETRY_PAUSES = (0.01, 0.05, 0.1)
"""Seconds between attempts to open a file that is held."""


def read_bytes(path: Path, largest: int = LARGEST) -> tuple[bytes, os.stat_result]:
    """Read a file whole.

    Returns:
        Its bytes, and what the system says of the very file they came from.

    Raises:
        DamagedError: If it is larger than allowed.
        WorkspaceError: If it is missing, locked or not readable.
    """
    try:
        if stat.S_ISFIFO(os.stat(path).st_mode):
            raise DamagedError(f"{path} is no file but a pipe.", "Nothing was read. Name the file itself.")
        with _opened(path) as file:
            data = file.read(largest + 1)
            stamp = os.fstat(file.fileno())
    except OSError as error:
        raise read_fault(path, error) from error
    if len(data) > largest:
        raise DamagedError(f"{path} is larger than {largest // 2**20} MB.", "The file was left as it is.")
    return data, stamp


def read_given(path: Path, largest: int = LARGEST, hint: str = "") -> bytes:
    """Read a file that a person named.

    Args:
        path: The file.
        largest: Bytes it may have.
        hint: What to do where it cannot be read; empty for what the fault itself says.

    Raises:
        FileNotAcceptableError: If it is missing, locked, not readable or larger than allowed.
    """
    try:
        return read_bytes(path, largest)[0]
    except WorkspaceError as error:
        raise FileNotAcceptableError(error.message, hint or error.hint) from error


def _opened(path: Path) -> BinaryIO:
    """Open a file; a moment's patience where another program is just replacing it (Windows)."""
    for pause in RETRY_PAUSES:
        try:
            return open(path, "rb")
        except PermissionError:
            time.sleep(pause)
    return open(path, "rb")


def parse_json(data: bytes, path: Path, deepest: int = DEEPEST) -> object:
    """What a JSON file says.

    Args:
        data: UTF-8; a byte order mark is overlooked.
        path: For the complaint.
        deepest: How many lists and objects may stand inside each other.

    Raises:
        DamagedError: If it is empty, cut short, not UTF-8, not JSON, too deep, or names one key twice.
    """
    if not data.strip():
        raise _damaged(path, "it is empty")
    try:
        text = data.decode("utf-8-sig")
        value: object = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
        if "\\ud" in text or "\\uD" in text:
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _damaged(path, f"line {line} holds bytes that are not text") from error
    except UnicodeEncodeError as error:
        raise _damaged(path, "it holds half a character") from error
    except json.JSONDecodeError as error:
        raise _damaged(path, f"line {error.lineno} does not read on from what stands before it") from error
    except RecursionError as error:
        raise _damaged(path, "its parts are nested too deep") from error
    except ValueError as error:
        raise _damaged(path, str(error)) from error
    if _deeper_than(value, deepest):
        raise _damaged(path, "its parts are nested too deep")
    return value


def _damaged(path: Path, why: str) -> DamagedError:
    return DamagedError(f"{path} is damaged: {why}.", "The file was left as it is.")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        for name, _ in pairs:
            if name in seen:
                break
            seen.add(name)
        raise ValueError(f'"{name[:60]}" stands in it twice')
    return found


def _no_constant(word: str) -> NoReturn:
    raise ValueError(f"it holds {word}, which is no number")


def _deeper_than(value: object, deepest: int) -> bool:
    level: list[object] = [value]
    for _ in range(deepest):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return False
    return True


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        return (inner for inner in value.values() if isinstance(inner, dict | list))
    if isinstance(value, list):
        return (inner for inner in value if isinstance(inner, dict | list))
    return iter(())
