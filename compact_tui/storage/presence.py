"""Who else has the workspace open: a note that informs, and never blocks or stops anything."""

import os
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from compact_tui.core.decoding import UNDECODABLE
from compact_tui.core.errors import WorkspaceError
from compact_tui.storage.atomic import host_mark, is_dead, make_folder, write_atomically

FOLDER = ".open"
_LARGEST = 4096
_MOST = 50


class Presence(Struct, frozen=True, kw_only=True):
    """A program that has the workspace open."""

    who: str
    """Role of the person; empty when not said."""
    since: str
    """Instant at which it was opened."""
    host: str
    """Mark of the computer."""
    pid: int

    @property
    def here(self) -> bool:
        """Whether it is on this computer."""
        return self.host == host_mark()


def arrive(root: Path, who: str, since: str) -> Path | None:
    """Leave a note that the workspace is open here.

    Returns:
        The note, to be taken away on leaving; ``None`` where there is no workspace yet, or none can be left.
    """
    presence = Presence(who=who, since=since, host=host_mark(), pid=os.getpid())
    path = root / FOLDER / f"{presence.host}-{presence.pid}.json"
    if not root.is_dir():
        return None
    try:
        make_folder(path.parent)
        write_atomically(path, msgspec.json.encode(presence), folder_sync=False)
    except WorkspaceError:
        return None  # a folder that cannot be written is told of at the first save
    return path


def leave(path: Path | None) -> None:
    """Take the note away, as far as the system lets us."""
    if path is not None:
        with suppress(OSError):
            path.unlink()


def others(root: Path, today: str) -> tuple[Presence, ...]:
    """Who else has the workspace open, longest first.

    Notes that cannot be read, of programs that have surely ended, or from another day are passed over.

    Args:
        root: The workspace.
        today: The day now, UTC.
    """
    found: list[Presence] = []
    try:
        paths = sorted((root / FOLDER).iterdir())[:_MOST]
    except OSError:
        return ()
    for path in paths:
        with suppress(OSError, *UNDECODABLE):
            with open(path, "rb") as file:
                presence = msgspec.json.decode(file.read(_LARGEST), type=Presence)
            ended = presence.here and (presence.pid == os.getpid() or is_dead(presence.pid))
            if not ended and presence.since[:10] >= today:
                found.append(presence)
    return tuple(sorted(found, key=lambda presence: presence.since))
