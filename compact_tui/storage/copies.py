"""Files that sync clients leave beside a book when two computers saved it at once."""

import re
from pathlib import Path

from msgspec import Struct

from compact_tui.core.errors import WorkspaceError
from compact_tui.storage.workspace import Workspace

_MARK = re.compile(
    r"""(?xi)
    [ ]\(.+\)                     # x (Jo's conflicted copy 2026-11-20), x (1)
    | [ ]?[-_][ ]?.+              # x-DESKTOP-123, x - Copy, x_conflict-20261120
    | \.sync-conflict-.+          # Syncthing
    | [ ](?:copy|conflict).*      # x copy 2
    """
)
_ROOT = ("setting", "notice-boards", "partnership")
_MONTH = re.compile(r"\d{4}-\d{2}|about")
_YEAR = re.compile(r"\d{4}")


class FoundCopy(Struct, frozen=True):
    """A file that seems to be another copy of a book."""

    path: Path
    book: Path


def copies_beside(workspace: Workspace) -> tuple[FoundCopy, ...]:
    """Files whose names are those of a book with a sync client's mark; audits, which say what they are, apart.

    Raises:
        WorkspaceError: If a folder is there and cannot be looked into.
    """
    found: list[FoundCopy] = []
    folders = (
        (workspace.root, re.compile("|".join(_ROOT))),
        (workspace.spot_checks_folder, _MONTH),
        (workspace.walks_folder, _YEAR),
        (workspace.agency_audits_folder, re.compile(r".+")),
    )
    for folder, book in folders:
        names = _names(folder)
        books = [name for name in names if book.fullmatch(Path(name).stem)]
        for name in names:
            of = _book_of(Path(name).stem, [Path(one).stem for one in books if one != name])
            if of:
                found.append(FoundCopy(folder / name, folder / f"{of}.json"))
    return tuple(found)


def _names(folder: Path) -> list[str]:
    try:
        return sorted(p.name for p in folder.iterdir() if p.suffix.lower() == ".json" and not _left_out(p.name))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise WorkspaceError(
            f"{folder} cannot be looked into: {(error.strerror or 'no reason given').lower()}.",
            "Ask who looks after this computer, or choose another workspace with --workspace.",
        ) from error


def _left_out(name: str) -> bool:
    return name.startswith(".") or ".damaged-" in name or bool(re.search(r"\.(?:pack|history-\d+)\b", name))


def _book_of(stem: str, books: list[str]) -> str:
    """The longest name of a book that a name begins with, if a sync client's mark follows; else empty."""
    fitting = [book for book in books if stem.startswith(book) and _MARK.fullmatch(stem[len(book) :])]
    return max(fitting, key=len, default="")
