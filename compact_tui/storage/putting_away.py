"""Putting a file away under another name, in the folder where it is."""

import os
from pathlib import Path

from compact_tui.storage.faults import write_fault


def put_away(path: Path, name: str) -> Path:
    """Give a file another name; one that has it already is replaced.

    Returns:
        Where it is then.

    Raises:
        WorkspaceError: If that cannot be done; it stays where it is.
    """
    target = path.with_name(name)
    try:
        os.replace(path, target)
    except OSError as error:
        raise write_fault(path, error) from error
    return target
