"""Whether everything works on this computer: what was looked at, what is wrong and what helps."""

import platform
import shutil
import sys
import tempfile
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

from msgspec import Struct

from compact_tui import __version__
from compact_tui.core.errors import CompactError
from compact_tui.core.text import count, listed
from compact_tui.services.desk import Desk
from compact_tui.services.doctor_checks import ADVICE, OK, PROBLEM, Check, place_checks, program_checks
from compact_tui.services.packs import list_packs
from compact_tui.storage.atomic import write_atomically
from compact_tui.storage.locking import locked

_NEEDED = (
    *("textual", "rich", "tinydb", "msgspec", "filelock", "platformdirs", "jinja2", "questionary", "icalendar"),
    *("XlsxWriter", "openpyxl", "defusedxml", "python-docx", "olefile", "tomlkit"),
)
_COLUMNS, _LINES = 80, 24
_PYTHON = (3, 11)
_SPACE = 100 * 1024 * 1024
"""Bytes that should be free: a workspace with its backups stays far below."""


class Terminal(Struct, frozen=True, kw_only=True):
    """The terminal, as the command line sees it."""

    is_terminal: bool
    columns: int
    lines: int
    colours: str
    encoding: str
    draws: bool = True
    """Whether it can draw a full screen; a terminal that calls itself ``dumb`` cannot."""


class Examination(Struct, frozen=True, kw_only=True):
    """Everything that was looked at."""

    well: bool
    """Whether there is no problem."""
    version: str
    checks: tuple[Check, ...]


def examine(desk: Desk, terminal: Terminal) -> Examination:
    """Look at everything that the program needs. Nothing is left behind, and no workspace is made."""
    checks = (
        _python(),
        Check(id="program", name="Program", state=OK, said=f"compact_tui {__version__}"),
        Check(id="platform", name="System", state=OK, said=platform.platform()),
        *program_checks(),
        _size(terminal),
        Check(id="colours", name="Colours", state=OK, said=terminal.colours),
        _encoding(terminal),
        *place_checks(desk.workspace.root),
        _tried("workspace", "Workspace", desk.workspace.root, _write_there),
        _tried("lock", "Lock", desk.workspace.root, _lock_there),
        _space(desk.workspace.root),
        _dependencies(),
        _packs(),
    )
    return Examination(
        well=all(check.state != PROBLEM for check in checks),
        version=__version__,
        checks=checks,
    )


def _python() -> Check:
    said = f"{platform.python_version()} ({sys.executable})"
    if sys.version_info >= _PYTHON:
        return Check(id="python", name="Python", state=OK, said=said)
    return Check(id="python", name="Python", state=PROBLEM, said=said, remedy="Python 3.11 or newer is needed.")


def _size(terminal: Terminal) -> Check:
    if not terminal.is_terminal:
        said = "none here: output goes to a file or another program"
        return Check(id="terminal", name="Terminal", state=OK, said=said)
    if not terminal.draws:
        return Check(
            id="terminal",
            name="Terminal",
            state=ADVICE,
            said="cannot draw a full screen",
            remedy="compact-tui --plain does the whole job in typed lines.",
        )
    fits = terminal.columns >= _COLUMNS and terminal.lines >= _LINES
    return Check(
        id="terminal",
        name="Terminal",
        state=OK if fits else ADVICE,
        said=f"{terminal.columns} columns, {terminal.lines} lines",
        remedy="" if fits else f"Make the window at least {_COLUMNS} columns wide and {_LINES} lines high.",
    )


def _encoding(terminal: Terminal) -> Check:
    carries_all = terminal.encoding.replace("-", "").replace("_", "") in {"utf8", "cp65001"}
    return Check(
        id="encoding",
        name="Encoding",
        state=OK if carries_all else ADVICE,
        said=terminal.encoding or "not known",
        remedy="" if carries_all else "Some signs cannot be shown here; add --ascii.",
    )


def _tried(check_id: str, name: str, root: Path, attempt: Callable[[Path], str]) -> Check:
    """Try something in a passing folder inside the workspace, or where it will be made."""
    there = next((folder for folder in (root, *root.parents) if folder.exists()), root)
    try:
        with tempfile.TemporaryDirectory(prefix=".compact-tui-check-", dir=there) as passing:
            said = attempt(Path(passing))
    except (OSError, CompactError) as error:
        why = error.message if isinstance(error, CompactError) else (error.strerror or str(error))
        remedy = "Choose a folder you may write to with --workspace DIR, or ask who looks after this computer."
        return Check(id=check_id, name=name, state=PROBLEM, said=f"{root}: {why}", remedy=remedy)
    later = "" if there == root else f"; {root} is made when you start"
    return Check(id=check_id, name=name, state=OK, said=f"{said} {there}{later}")


def _write_there(folder: Path) -> str:
    write_atomically(folder / "check.json", b"{}")
    return "can be written:"


def _lock_there(folder: Path) -> str:
    with locked(folder / "check.json"):
        return "works in"


def _space(root: Path) -> Check:
    there = next((folder for folder in (root, *root.parents) if folder.exists()), root)
    try:
        free = shutil.disk_usage(there).free
    except OSError as error:
        said = f"not known: {error.strerror}"
        return Check(
            id="space", name="Free space", state=ADVICE, said=said, remedy="Look for yourself how much is left."
        )
    enough = free >= _SPACE
    return Check(
        id="space",
        name="Free space",
        state=OK if enough else PROBLEM,
        said=f"{free // (1024 * 1024):,} MB",
        remedy="" if enough else "Make room: saving needs space for a second copy of each file.",
    )


def _dependencies() -> Check:
    found, missing = [], []
    for name in _NEEDED:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            missing.append(name)
    return Check(
        id="dependencies",
        name="Parts",
        state=PROBLEM if missing else OK,
        said=", ".join(found) + (f"; missing: {', '.join(missing)}" if missing else ""),
        remedy=f"Install the program again: {listed(missing)} did not come with it." if missing else "",
    )


def _packs() -> Check:
    try:
        lines = list_packs()
    except CompactError as error:
        return Check(
            id="packs", name="Audit packs", state=PROBLEM, said=error.message, remedy="Install the program again."
        )
    words = [f"{line.id} {line.edition} ({count(line.standards, 'standard')})" for line in lines]
    if not words:
        remedy = "Install the program again."
        return Check(id="packs", name="Audit packs", state=PROBLEM, said="none came with the program", remedy=remedy)
    return Check(id="packs", name="Audit packs", state=OK, said=listed(words))
