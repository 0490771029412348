"""The folders with what people were shown when they signed: written whole or not at all, and read back."""

import os
from collections.abc import Mapping
from pathlib import Path

from compact_tui.core.errors import WorkspaceError
from compact_tui.storage.atomic import make_folder as make_all
from compact_tui.storage.atomic import write_atomically
from compact_tui.storage.faults import read_fault
from compact_tui.storage.reading import read_bytes
from compact_tui.storage.send_folder import make_folder

RETURN_FILE = "return.json"
"""Name of the return as it was shown."""
_MOST_PAGES = 1000
PAGE_FILE = "heads-page.html"
"""Name of the page as it was shown."""


def write_signed(folder: Path, name: str, files: Mapping[str, bytes]) -> Path:
    """Write what was shown to a new folder, and read every file back.

    Args:
        folder: Where the folders of all signatures are.
        name: What the new one is called; the second of a name gets ``-2``.
        files: What is in it, by name.

    Raises:
        WorkspaceError: If any of it failed; then nothing is left behind.
    """
    return make_folder(folder, name, f".unfinished-{name}", files)


def read_signed(folder: Path, name: str) -> bytes:
    """The return that was shown, as it is in the folder now.

    Raises:
        WorkspaceError: If it is not there, cannot be read, or the name leads elsewhere.
    """
    if Path(name).name != name:
        raise WorkspaceError(f"{name} is no name of a folder with what was signed.")
    return read_bytes(folder / name / RETURN_FILE)[0]


def signed_folders(folder: Path) -> tuple[str, ...]:
    """Names of the folders that are there, sorted; none where nobody has signed.

    Raises:
        WorkspaceError: If the folder is there and cannot be looked into.
    """
    try:
        return tuple(sorted(entry.name for entry in folder.iterdir() if entry.is_dir() and entry.name[:1] != "."))
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise read_fault(folder, error) from error


def free_page(folder: Path, name: str, data: bytes) -> Path:
    """Write a page under a name that no other page has; one that is there already with just this stays.

    Raises:
        WorkspaceError: If it could not be written, or too many have the name.
    """
    make_all(folder)
    for number in range(1, _MOST_PAGES):
        path = folder / (f"{name}.html" if number == 1 else f"{name}-{number}.html")
        if not os.path.lexists(path):
            write_atomically(path, data)
            return path
        if path.is_file() and read_bytes(path)[0] == data:
            return path
    raise WorkspaceError(f"There are too many pages called {name}.", "Move some of them away.")
