"""Taking in what a colleague sent back, whatever it is: a part, a workbook, or another copy of a file of ours."""

from pathlib import Path

from compact_tui.core.merge_values import Choices
from compact_tui.core.merge_words import MergeView
from compact_tui.core.record_forms import parse_path
from compact_tui.exchange.part_json import is_part
from compact_tui.services.copies import merge_copy, preview_copy
from compact_tui.services.desk import Desk
from compact_tui.services.part_importing import import_part, preview_part
from compact_tui.storage.reading import read_bytes

_SPREADSHEETS = {".xlsx", ".xlsm", ".xls", ".ods"}


def preview_file(desk: Desk, file: str, choices: Choices | None = None) -> MergeView:
    """What taking in a file would change; nothing is changed.

    Args:
        desk: Where, when and who.
        file: Its path, as it was typed or pasted.
        choices: What was chosen so far.

    Raises:
        CompactError: If it cannot be taken; says why.
    """
    return _looked(desk, _path(file), choices, take=False)


def take_file(desk: Desk, file: str, choices: Choices | None = None) -> MergeView:
    """Take in a file, as one change that undo takes back whole; the rest as above.

    Raises:
        CompactError: If it cannot be taken, or what was taken cannot be saved.
    """
    return _looked(desk, _path(file), choices, take=True)


def _path(file: str) -> Path:
    return Path(parse_path(file)).expanduser()


def _looked(desk: Desk, path: Path, choices: Choices | None, *, take: bool) -> MergeView:
    if path.suffix.lower() in _SPREADSHEETS:
        from compact_tui.services.workbooks import import_workbook, preview_workbook

        return (import_workbook if take else preview_workbook)(desk, path, choices).merge
    inside = desk.workspace.root / path
    if _is_part(inside if inside.is_file() else path):
        return (import_part if take else preview_part)(desk, path, choices)
    return (merge_copy if take else preview_copy)(desk, path, choices)


def _is_part(path: Path) -> bool:
    """Whether a file is to be read as a part: it says so itself, or it cannot be read at all."""
    return not path.is_file() or is_part(read_bytes(path)[0])
