"""Records of spot checks from one computer to another: the manager's laptop is not the lead's."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from compact_tui.core.asking_views import RowsTaken, RowsWritten
from compact_tui.core.change import Edit
from compact_tui.core.errors import UsageError
from compact_tui.core.row_compare import compared
from compact_tui.core.spot import AskedBy, Flagged, Heard, Keeping, RoleGroup, SpotCheck, SpotRecord
from compact_tui.core.spot_forms import MONTHS
from compact_tui.core.spot_purge import cutoff
from compact_tui.core.text import count
from compact_tui.exchange.spot_json import SpotRows, is_rows, read_rows, write_rows
from compact_tui.services.books import open_book, read_setting, records_of
from compact_tui.services.desk import Desk, edit
from compact_tui.services.spot_books import (
    ABOUT_BOOK,
    MONTH_BOOK,
    all_checks,
    all_heard,
    keep,
    keeping_now,
    month_books,
    month_of,
    month_paths,
    role_groups,
)
from compact_tui.storage.atomic import make_folder, write_atomically
from compact_tui.storage.reading import read_bytes, read_given

_STAMPS = {"by", "at", "initials"}
"""What may differ: initials stay where staff were told so, and only there."""
_R = TypeVar("_R", bound=SpotRecord)


def export_rows(desk: Desk, path: Path | None = None) -> RowsWritten:
    """Write every round with what was heard, and the questions that were flagged, to a file.

    Args:
        desk: Where, when and who.
        path: The file; ``None`` for one named by the day, in the folder of pages.

    Raises:
        UsageError: If another file is there already.
        WorkspaceError: If it cannot be written.
    """
    rows = SpotRows(
        checks=all_checks(desk),
        heard=all_heard(desk),
        flags=_flags(desk),
        groups=role_groups(desk),
        setting=_asked_by(desk),
    )
    target = path or desk.workspace.pages_folder / f"spot-checks-{desk.today}.json"
    if os.path.lexists(target) and not (target.is_file() and is_rows(read_bytes(target)[0])):
        raise UsageError(f"{target} is there already and is something else.", "Nothing was written. Name another file.")
    make_folder(target.parent)
    write_atomically(target, write_rows(rows, desk.today))
    what = f"{count(len(rows.checks), 'round')} and {count(len(rows.heard), 'answer')}"
    return RowsWritten(
        path=str(target),
        rounds=len(rows.checks),
        answers=len(rows.heard),
        flags=len(rows.flags),
        sentence=f"{what} are written to {target}. Nothing was sent: hand it over like a confidential letter.",
    )


def import_rows(desk: Desk, path: Path, *, dry_run: bool = False) -> RowsTaken:
    """Take in the records of a file. What is here already is not taken twice; where both differ, ours stay.

    Args:
        desk: Where, when and who.
        path: The file.
        dry_run: Only say what would be taken.

    Raises:
        FileNotAcceptableError: If the file is not there, or not as it must be; nothing is taken then.
        WorkspaceError: If what was taken cannot be saved.
    """
    rows = read_rows(read_given(path))
    told = keeping_now(desk) or Keeping(months=MONTHS)
    first = cutoff(desk.today, told.months)
    checks = _young(rows.checks, first)
    known_checks = {one.id: one for one in (*all_checks(desk), *checks)}
    young = _young(rows.heard, first)
    belonging = tuple(one for one in young if one.check in known_checks)
    heard = belonging if told.initials else tuple(replace(one, initials="") for one in belonging)
    left_out = tuple(_left_out(rows, checks, young, belonging, heard))
    new_checks, same_checks, other_checks = compared(checks, all_checks(desk), _STAMPS)
    new_heard, same_heard, other_heard = compared(heard, all_heard(desk), _STAMPS)
    new_flags, same_flags, other_flags = compared(rows.flags, _flags(desk), _STAMPS)
    conflicts = (*other_checks, *other_heard, *other_flags)
    new = len(new_checks) + len(new_heard) + len(new_flags)
    if not dry_run:
        _take_in(desk, new_checks, new_heard, new_flags, known_checks)
        _take_in_groups(desk, rows.groups)
    verb = "would be taken in" if dry_run else "taken in"
    same = same_checks + same_heard + same_flags
    differ = f" {count(len(conflicts), 'record')} differ from ours; ours stay." if conflicts else ""
    return RowsTaken(
        new=new,
        same=same,
        conflicts=conflicts,
        left_out=left_out,
        done=not dry_run,
        sentence=f"{count(new, 'record')} {verb}, {same} were here already.{differ}",
    )


def _asked_by(desk: Desk) -> tuple[AskedBy, ...]:
    who = read_setting(desk)
    return (AskedBy(id=who.id, register_id=who.register_id, name=who.name),) if who and who.id else ()


def _flags(desk: Desk) -> tuple[Flagged, ...]:
    return tuple(one for book in month_books(desk) for one in records_of(book, "flags", Flagged))


def _young(records: Sequence[_R], first: str) -> tuple[_R, ...]:
    """Those whose time here is not over."""
    return tuple(one for one in records if getattr(one, "on", first) >= first)


def _left_out(
    rows: SpotRows,
    checks: Sequence[SpotCheck],
    young: Sequence[Heard],
    belonging: Sequence[Heard],
    heard: Sequence[Heard],
) -> Iterator[str]:
    old = len(rows.checks) - len(checks) + len(rows.heard) - len(young)
    if old:
        yield f"{count(old, 'record')} older than answers are kept here."
    if len(belonging) < len(young):
        yield f"{count(len(young) - len(belonging), 'answer')} of a round that is neither here nor in the file."
    signed = sum(one.initials != kept.initials for one, kept in zip(belonging, heard, strict=True))
    if signed:
        yield f"The initials of {count(signed, 'answer')}: what staff are told here does not have them."


def _take_in(
    desk: Desk,
    checks: Sequence[SpotCheck],
    heard: Sequence[Heard],
    flags: Sequence[Flagged],
    known: dict[str, SpotCheck],
) -> None:
    edits: dict[str, list[Edit]] = {}
    where = _months(desk)
    for check in checks:
        edits.setdefault(month_of(check.on), []).append(edit("checks", check.id, None, check))
    for one in heard:
        month = where.get(one.check) or month_of(known[one.check].on)
        edits.setdefault(month, []).append(edit("heard", one.id, None, one))
    for flag in flags:
        edits.setdefault(month_of(flag.at or desk.at), []).append(edit("flags", flag.id, None, flag))
    for month, some in sorted(edits.items()):
        what = f"taken in from a file: {count(len(some), 'record')}"
        keep(desk, desk.workspace.spot_month_path(month), MONTH_BOOK, "import", what, tuple(some))


def _months(desk: Desk) -> dict[str, str]:
    """The month in whose book each round of ours is kept."""
    found = {}
    for path in month_paths(desk):
        for check in records_of(open_book(desk, path, MONTH_BOOK), "checks", SpotCheck):
            found[check.id] = path.stem
    return found


def _take_in_groups(desk: Desk, groups: Sequence[RoleGroup]) -> None:
    names = {one.name.casefold() for one in role_groups(desk)}
    ids = {one.id for one in role_groups(desk)}
    new = [one for one in groups if one.name.casefold() not in names and one.id not in ids]
    if new:
        edits = tuple(edit("groups", one.id, None, one) for one in new)
        keep(desk, desk.workspace.spot_about_path, ABOUT_BOOK, "import", "role groups taken in", edits)
