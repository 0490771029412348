"""Packs as workbooks: writing one, beginning one, taking one back as a folder, and comparing two editions."""

from pathlib import Path

from compact_tui.core.errors import CompactError, FileNotAcceptableError, UsageError, WorkspaceError
from compact_tui.core.pack import AuditPack
from compact_tui.core.pack_diff import PackDiff, pack_diff
from compact_tui.core.pack_file_views import PackTaken, PackWritten
from compact_tui.core.pack_lint import lint
from compact_tui.core.pack_sheet import sheets_of, too_long
from compact_tui.core.pack_sheet_read import in_order
from compact_tui.core.pack_starter import starter_pack
from compact_tui.core.problems import Problem, Severity
from compact_tui.core.text import clean_line
from compact_tui.exchange.pack_toml import HEAD_FILE, pack_files
from compact_tui.exchange.pack_workbook import read_pack_workbook, write_pack
from compact_tui.services.packs import default_pack, pack_named
from compact_tui.storage.atomic import make_folder, write_atomically
from compact_tui.storage.packs import read_pack
from compact_tui.storage.reading import read_given

_ENDING = ".xlsx"
_NOTHING = "Nothing was written."


def export_pack(name: str = "", output: str = "") -> PackWritten:
    """Write a whole pack to a workbook, which is read back and compared before it is called written.

    Args:
        name: Id of a shipped pack, or path of a pack; else the usual one.
        output: The file; else one named after the pack in the present folder. A file that is there is kept.

    Raises:
        UsageError: No such pack, or the file is there already.
        FileNotAcceptableError: The pack cannot stand in a workbook as it is.
        WorkspaceError: It could not be written.
    """
    return _write(pack_named(name or default_pack()), output)


def new_pack(title: str, today: str, output: str = "") -> PackWritten:
    """Begin a pack: a small one of examples in a workbook, which can be used as it is.

    Args:
        title: What it is called; its id is made of it.
        today: The day.
        output: As ``export_pack`` has it.

    Raises:
        UsageError: It has no title, or the file is there already.
        WorkspaceError: It could not be written.
    """
    if not clean_line(title):
        raise UsageError("The pack needs a title.", 'Say it: compact-tui pack new --title "Our self-assessment".')
    return _write(starter_pack(clean_line(title), today), output)


def _write(pack: AuditPack, output: str) -> PackWritten:
    path = Path(output).expanduser() if output else Path.cwd() / f"{pack.pack.id}{_ENDING}"
    if path.suffix.lower() != _ENDING:
        raise UsageError(f'"{path.name}" does not end with {_ENDING}.', f"{_NOTHING} Give it that ending.")
    if path.exists():
        raise UsageError(f"{path} is there already.", f"{_NOTHING} Name another file with --output.")
    long = next(too_long(sheets_of(pack)), "")
    if long:
        raise FileNotAcceptableError(
            f"A text is longer than a cell can hold: {long}.", f"{_NOTHING} Shorten it in the files of the pack."
        )
    data = write_pack(pack)
    if read_pack_workbook(data).pack != pack:
        raise FileNotAcceptableError(
            "The pack would not come back from a workbook as it is.",
            f"{_NOTHING} Check it first with: compact-tui pack lint",
        )
    make_folder(path.parent)
    write_atomically(path, data)
    return PackWritten(
        pack=pack.pack.id,
        edition=pack.pack.edition,
        title=pack.pack.title,
        file=str(path),
        standards=len(pack.standard),
        criteria=_criteria(pack),
    )


def import_pack(file: str, today: str, output: str = "", *, dry_run: bool = False) -> PackTaken:
    """Take a pack from a workbook into a folder of text files, which is read back and compared.

    With mistakes in it nothing is written; each is told by its sheet and cell.

    Args:
        file: The workbook.
        today: The day that nothing may have been checked after.
        output: The folder, which must be new or empty; else one named after the pack in the present folder.
        dry_run: Only say what would happen.

    Raises:
        UsageError: There is no such file, or the folder holds something.
        FileNotAcceptableError: It is no workbook that can be opened.
        WorkspaceError: It could not be written.
    """
    path = Path(file).expanduser()
    if path.suffix.lower() != _ENDING:
        raise UsageError(f'"{path.name}" does not end with {_ENDING}.', f"{_NOTHING} Save it as an Excel workbook.")
    if not path.is_file():
        raise UsageError(f"There is no file {path}.", _NOTHING)
    reading = read_pack_workbook(read_given(path), path.name)
    problems, pack = reading.problems, reading.pack
    if pack is not None:
        problems += lint(pack, today, reading.locate)
    problems = in_order(problems)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    folder = Path(output).expanduser() if output else Path.cwd() / (pack.pack.id if pack and not errors else path.stem)
    files = _write_folder(folder, pack) if pack and not errors and not dry_run else ()
    return _taken(pack, folder, files, problems, errors)


def _taken(
    pack: AuditPack | None, folder: Path, files: tuple[str, ...], problems: tuple[Problem, ...], errors: int
) -> PackTaken:
    return PackTaken(
        pack=pack.pack.id if pack else "",
        edition=pack.pack.edition if pack else "",
        title=pack.pack.title if pack else "",
        standards=len(pack.standard) if pack else 0,
        criteria=_criteria(pack) if pack else 0,
        folder=str(folder),
        files=files,
        done=bool(files),
        errors=errors,
        warnings=len(problems) - errors,
        problems=problems,
    )


def _write_folder(folder: Path, pack: AuditPack) -> tuple[str, ...]:
    """Write the files of a pack, its head last: without that a folder is not taken for a pack."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} holds something already.", f"{_NOTHING} Name a new folder with --output.")
    files = pack_files(pack)
    make_folder(folder)
    for name in sorted(files, key=lambda name: name == HEAD_FILE):
        write_atomically(folder / name, files[name])
    if read_pack(folder)[0] != pack:
        raise WorkspaceError(
            f"What was written to {folder} does not read back as it was.", "Take the folder away and try another place."
        )
    return (HEAD_FILE, *sorted(name for name in files if name != HEAD_FILE))


def compare_packs(old: str, new: str) -> PackDiff:
    """Compare two editions of a pack, item by item.

    Args:
        old: Id of a shipped pack, or path of a pack.
        new: The same for the new edition.

    Raises:
        UsageError: No such pack.
        CompactError: They are two packs and not two editions of one.
    """
    before, after = pack_named(old), pack_named(new)
    if before.pack.id != after.pack.id:
        raise CompactError(
            f"These are two packs ({before.pack.id} and {after.pack.id}), not two editions of one.",
            "Only editions of one pack, which have the same id, can be compared.",
        )
    return pack_diff(before, after)


def _criteria(pack: AuditPack) -> int:
    return sum(len(standard.criterion) for standard in pack.standard)
