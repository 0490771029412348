"""What each file of a workspace is to erasing, by where it stands, and in which order they are gone through."""

import os
import re
from pathlib import Path

from compact_tui.storage.atomic import sweep
from compact_tui.storage.fact_folder import DATABASE
from compact_tui.storage.faults import read_fault

RECORD, HISTORY_OF, PAGE_OF_HISTORY, BACKUP = "record", "history", "history page", "backup"
DAMAGED, SENT, SIGNED, PRINTED, RECEIVED, LENT, OTHER = (
    "damaged copy", "sent return", "signed copy", "page", "received file", "lent file", "other file",
)  # fmt: skip
ORIGINAL, INDEX, REPORT, FACTS = "original", "index", "report", "flat table"
_BY_FOLDER = {
    "backups": BACKUP,
    "sent": SENT,
    "signed": SIGNED,
    "pages": PRINTED,
    "received": RECEIVED,
    "lent": LENT,
    "reports": REPORT,
    "facts": FACTS,
}
_TYPED = "typed"
"""Holds a workspace for each return that a partnership types in from paper."""
_ORIGINALS = ("received", "returns")
_INDEX = "index.sqlite"
_HISTORY_PAGE = re.compile(r".+\.history-\d+\.json")
_CONTENT = re.compile(r".+\.pack\.json")
_NOT_OURS = {".locks"}
_ORDER = (
    PRINTED, REPORT, FACTS, RECEIVED, LENT, OTHER, SIGNED, SENT, BACKUP, DAMAGED, PAGE_OF_HISTORY, INDEX, ORIGINAL,
    RECORD,
)  # fmt: skip


def workspace_files(root: Path) -> tuple[Path, ...]:
    """Every file of a workspace, those that are made from others first and the books last.

    Raises:
        WorkspaceError: If a folder cannot be looked into.
    """

    def fail(error: OSError) -> None:
        raise read_fault(Path(error.filename or root), error) from error

    found = []
    for folder, folders, names in os.walk(root, onerror=fail):
        folders[:] = sorted(name for name in folders if name not in _NOT_OURS)
        sweep(Path(folder))
        found += [Path(folder, name) for name in sorted(os.listdir(folder)) if (Path(folder, name)).is_file()]
        names.clear()
    return tuple(sorted(found, key=lambda path: (_ORDER.index(kind_of(path, root)), path)))


def home_of(path: Path, root: Path) -> Path:
    """The workspace that a file is of: that at the root, or one that lies in it for a return on paper."""
    parts = path.relative_to(root).parts
    return root / parts[0] / parts[1] if parts[0] == _TYPED and len(parts) > 2 else root


def kind_of(path: Path, root: Path) -> str:
    """What a file of a workspace is, by where it stands."""
    home = home_of(path, root)
    inside = path.relative_to(home)
    if home == root and inside.parts[:2] == _ORIGINALS and len(inside.parts) > len(_ORIGINALS):
        return ORIGINAL
    if home == root and inside.parts[0] == _ORIGINALS[0] and path.name.startswith(_INDEX):
        return INDEX
    if inside.parts[0] in _BY_FOLDER:
        return _BY_FOLDER[inside.parts[0]]
    if ".damaged-" in path.name:
        return DAMAGED
    if _HISTORY_PAGE.fullmatch(path.name):
        return PAGE_OF_HISTORY
    if path.suffix.lower() == ".json" and not path.name.startswith(".") and not inside.parts[0].startswith("."):
        return RECORD
    return OTHER


def is_database(path: Path, root: Path) -> bool:
    """Whether a file is the index of what was collected, or flat tables as a database."""
    return path.name == DATABASE or (kind_of(path, root) == INDEX and path.name == _INDEX)


def is_content(path: Path, root: Path) -> bool:
    """Whether a file holds questions and not answers: a pack, or a bank of questions."""
    return bool(_CONTENT.fullmatch(path.name)) or path.relative_to(home_of(path, root)).parts[0] == "question_banks"
