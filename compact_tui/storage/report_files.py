"""Reports as files that people change: one that was changed is kept, and the newer one is written beside it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from compact_tui.core.errors import WorkspaceError
from compact_tui.core.text import listed
from compact_tui.storage.atomic import make_folder, write_atomically
from compact_tui.storage.faults import DamagedError
from compact_tui.storage.originals import sha256_of
from compact_tui.storage.reading import parse_json, read_bytes

LIST = ".written.json"
"""The file that says how each report was written."""
_MOST = 1_000


class ReportsKept(msgspec.Struct, frozen=True):
    """Where a report was written."""

    files: tuple[Path, ...]
    """In the order in which they were given."""
    left: tuple[Path, ...]
    """Files of an earlier report that somebody changed, or that are not ours: left as they are."""


@contextmanager
def naming(written: Sequence[Path]) -> Iterator[None]:
    """Name in an error what was written already before it.

    Args:
        written: The files; looked at when the error comes.

    Raises:
        WorkspaceError: The one that came, with the files in its hint.
    """
    try:
        yield
    except WorkspaceError as error:
        if not written:
            raise
        there = listed([str(path) for path in written])
        raise WorkspaceError(error.message, f"Written already: {there}. {error.hint}".strip(), error.code) from error


def keep_reports(folder: Path, stem: str, files: Mapping[str, bytes], written: list[Path] | None = None) -> ReportsKept:
    """Write the files of a report; beside those that are there and are not as they were written.

    Args:
        folder: Where they go; made where it is missing.
        stem: Their name without the ending.
        files: What is in each, by its ending such as ``.docx``.
        written: Gets every file as soon as it is written.

    Raises:
        WorkspaceError: If they could not be written, or there are a thousand of this name.
    """
    make_folder(folder)
    ours, left = digests_in(folder), []
    for number in range(1, _MOST):
        paths = {folder / f"{stem}{f'-{number}' if number > 1 else ''}{ending}": files[ending] for ending in files}
        theirs = [path for path, data in paths.items() if not _may_be_replaced(path, data, ours)]
        left += theirs
        if not theirs:
            break
    else:
        raise WorkspaceError(f"{folder} holds a thousand files named {stem}.", "Move some of them away.")
    for path, data in paths.items():
        write_atomically(path, data)
        if written is not None:
            written.append(path)
    digests = ours | {path.name: sha256_of(data) for path, data in paths.items()}
    write_atomically(folder / LIST, list_of(digests))
    return ReportsKept(tuple(paths), tuple(left))


def newest_of(folder: Path, stem: str) -> Path | None:
    """The newest file of a report, the one for a browser where two are as new; ``None`` where there is none."""
    found = written_of(folder, stem)
    return max(found, key=lambda path: (path.stat().st_mtime_ns, path.suffix == ".html"), default=None)


def written_of(folder: Path, stem: str) -> tuple[Path, ...]:
    """Every file of a report, by name.

    Raises:
        WorkspaceError: If the folder is there and cannot be looked into.
    """
    name = re.compile(rf"{re.escape(stem)}(-\d+)?\.(docx|html)")
    try:
        return tuple(sorted(path for path in folder.iterdir() if name.fullmatch(path.name) and path.is_file()))
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise WorkspaceError(
            f"{folder} cannot be looked into: {(error.strerror or 'no reason given').lower()}.",
            "See that you may open it, and try again.",
        ) from error


def digests_in(folder: Path) -> dict[str, str]:
    """The digest of each file as it was written; where that list is damaged no file counts as ours, so all are kept."""
    path = folder / LIST
    if not path.exists():
        return {}
    try:
        return msgspec.convert(parse_json(read_bytes(path)[0], path), dict[str, str])
    except (DamagedError, msgspec.ValidationError):
        return {}


def list_of(digests: Mapping[str, str]) -> bytes:
    """That list as it is kept."""
    return msgspec.json.format(msgspec.json.encode(dict(sorted(digests.items()))))


def _may_be_replaced(path: Path, data: bytes, ours: Mapping[str, str]) -> bool:
    if not path.exists():
        return not path.is_symlink()
    if not path.is_file():
        return False
    there = read_bytes(path)[0]
    return there == data or ours.get(path.name) == sha256_of(there)
