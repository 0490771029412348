"""The folder with a return that is ready to be sent: there whole and checked, or not at all."""

import os
import shutil
import time
from collections.abc import Mapping
from pathlib import Path

from compact_tui.core.errors import WorkspaceError
from compact_tui.storage.atomic import write_atomically
from compact_tui.storage.faults import write_fault
from compact_tui.storage.reading import read_bytes

_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between attempts to name a folder that a scanner or a sync client holds."""
_MOST_A_DAY = 1000


def make_folder(parent: Path, name: str, unfinished: str, files: Mapping[str, bytes]) -> Path:
    """Write files to a new folder and read every one back.

    The folder has its name only once all of that is done; the second of a name gets ``-2``.

    Args:
        parent: Where the folder goes.
        name: Its name.
        unfinished: What it is called until then.
        files: What is in it, by name.

    Raises:
        WorkspaceError: If any of it failed; then nothing is left behind.
    """
    working = parent / unfinished
    try:
        working.mkdir(parents=True)
        for file, data in files.items():
            write_atomically(working / file, data)
        for file, data in files.items():
            if read_bytes(working / file)[0] != data:
                raise WorkspaceError(
                    f"{file} was written but does not read back as it was written.",
                    "Nothing was made. Check the disk, or choose another workspace.",
                )
        return _named(working, parent, name)
    except OSError as error:
        remove_folder(working)
        raise write_fault(parent / name, error) from error
    except BaseException:
        remove_folder(working)
        raise


def _named(working: Path, parent: Path, name: str) -> Path:
    for number in range(1, _MOST_A_DAY):
        target = parent / (name if number == 1 else f"{name}-{number}")
        # An empty folder of that name would be replaced without a word.
        if not os.path.lexists(target) and _renamed(working, target):
            return target
    raise WorkspaceError(f"There are too many folders called {name}.", "Move some of them away.")


def _renamed(working: Path, target: Path) -> bool:
    """Give the folder its name; False if someone else took the name meanwhile."""
    for pause in _PAUSES:
        try:
            working.rename(target)
            return True
        except PermissionError:
            time.sleep(pause)
        except OSError:
            if os.path.lexists(target):
                return False
            raise
    working.rename(target)
    return True


def remove_folder(folder: Path) -> None:
    """Take a folder of ours away, as far as the system lets us."""
    shutil.rmtree(folder, ignore_errors=True)
