"""A document taken out of a mail or an archive, as a file for as long as it is read; nothing of it stays behind."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from compact_tui.core.errors import WorkspaceError
from compact_tui.core.text import slug
from compact_tui.storage.atomic import write_atomically

_LONGEST = 60


@contextmanager
def file_for_a_while(name: str, data: bytes) -> Iterator[Path]:
    """A file with these bytes, in a folder of its own that only this person can open; gone at the end.

    Args:
        name: What it was called, from outside: only its last part and its ending are kept, made safe.
        data: Its bytes.

    Raises:
        WorkspaceError: If it cannot be written.
    """
    last = PurePosixPath(name.replace("\\", "/").rpartition(" > ")[2])
    try:
        made = tempfile.TemporaryDirectory(prefix="compact-tui-")
    except OSError as error:
        raise WorkspaceError(
            "No folder could be made for what came in the mail.",
            "Nothing was changed. Save the attachment as a file, and open that.",
        ) from error
    with made as folder:
        ending = slug(last.suffix.removeprefix("."), 8)
        path = Path(folder) / f"{slug(last.stem, _LONGEST)}{f'.{ending}' if last.suffix else ''}"
        write_atomically(path, data)
        yield path
