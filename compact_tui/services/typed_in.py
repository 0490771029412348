"""Returns that are made here of what a setting filled in elsewhere: our workbook, or a survey tool's table."""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from compact_tui import __version__
from compact_tui.core.audit import TABLES, Audit, AuditHead
from compact_tui.core.digest import short_mark
from compact_tui.core.errors import CompactError, FileNotAcceptableError
from compact_tui.core.pack import AuditPack
from compact_tui.core.record import Record
from compact_tui.core.return_build import build_return
from compact_tui.core.returns import Return, with_digest
from compact_tui.core.setting import Setting
from compact_tui.core.survey import SurveyMapping, lint_headings
from compact_tui.core.survey_rows import Surveyed, SurveyRow, cells_by_heading
from compact_tui.core.text import clean_line
from compact_tui.core.typed_returns import SURVEY, WORKBOOK, typed
from compact_tui.core.workbook import Lent
from compact_tui.core.workbook_changes import taken_from
from compact_tui.exchange.documents import UNKNOWN
from compact_tui.exchange.documents import WORKBOOK as WORKBOOK_FILE
from compact_tui.exchange.found import Found
from compact_tui.exchange.table_reading import read_table
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import head_of
from compact_tui.services.return_rows import Packs
from compact_tui.services.survey_mappings import not_usable
from compact_tui.storage.originals import sha256_of

_ASK = "Please send the return itself, as compact-tui return make makes it, or the workbook that was given to you."
_MOST_NAMED = 3


def from_workbook(desk: Desk, packs: Packs, found: Found) -> Return:
    """The return that a filled workbook of ours amounts to, marked as typed from it.

    Raises:
        FileNotAcceptableError: If it is no workbook of ours, or its pack is not here.
    """
    from compact_tui.exchange.workbook_read import read_workbook

    read = read_workbook(found.data)
    lent = read.lent
    if lent is None:
        raise FileNotAcceptableError(
            "This workbook is not one that our program made, or the sheet that says so was changed.", _ASK
        )
    pack = packs.find(lent.pack, lent.edition, lent.variation)
    if pack is None:
        raise FileNotAcceptableError(
            f'This workbook answers the pack "{lent.pack}" in edition "{lent.edition}", which is not here.', _ASK
        )
    mark = short_mark(sha256_of(found.data))
    kept = _lent_audit(lent, pack, cycle=lent.cycle or head_of(desk).cycle)
    taken = taken_from(read, pack, kept, by=lent.lent_to, at=desk.at, today=desk.today)
    if not taken.rows:
        raise FileNotAcceptableError("This workbook has no row that the audit asks about.", _ASK)
    tables = {
        table: tuple(msgspec.convert(record, TABLES[table]) for record in records.values())
        for table, records in taken.theirs.items()
    }
    audit = msgspec.structs.replace(kept, **tables)
    made = _made(desk, Setting(id=f"set-{mark}", name=lent.setting), pack, audit, f"r-{mark}")
    made = msgspec.structs.replace(made, warnings=(*made.warnings, *taken.wrong))
    return with_digest(typed(made, WORKBOOK, desk.who))


def _lent_audit(lent: Lent, pack: AuditPack, *, cycle: str) -> Audit:
    head = AuditHead(
        id=lent.audit,
        pack=lent.pack,
        edition=lent.edition,
        variation=lent.variation,
        wording=pack.pack.wording,
        cycle=cycle,
        started_on=lent.made_on,
    )
    records: dict[str, tuple[Record, ...]] = {
        table: getattr(lent, table) for table in ("answers", "grades", "summaries", "evidence", "actions")
    }
    return Audit(head=head, **records)  # type: ignore[arg-type]


def is_survey(found: Found, kind: str) -> bool:
    """Whether a file may be a survey tool's table."""
    name = found.name.lower()
    if kind == UNKNOWN:
        return name.endswith((".csv", ".tsv"))
    if kind != WORKBOOK_FILE:
        return False
    from compact_tui.exchange.workbook_read import read_workbook

    try:
        return read_workbook(found.data).lent is None
    except FileNotAcceptableError:
        return False


def from_survey(
    desk: Desk, packs: Packs, found: Found, mapping: SurveyMapping, here: Callable[[str], object]
) -> Iterator[tuple[str, Return | CompactError | None]]:
    """The rows of a survey tool's table, each with its place, as a return marked as typed from it.

    Args:
        desk: When and who.
        packs: The packs that are here.
        found: The table.
        mapping: What its columns are.
        here: Gives what is known of a return of an id; ``None`` for one that is new.

    Yields:
        Place and return; the error of a row that cannot be taken, ``None`` for one that is here already.

    Raises:
        FileNotAcceptableError: If it is no table, or lacks a column of the mapping.
    """
    table = read_table(found.data, found.name)
    if not table.rows:
        raise FileNotAcceptableError(f"{found.name} is empty.", "Nothing was taken.")
    headings = [clean_line(cell) for cell in table.rows[0][1]]
    problems = tuple(lint_headings(mapping, headings))
    if problems:
        raise not_usable(problems)
    head = mapping.survey
    pack = packs.find(head.pack, head.edition, head.variation)
    if pack is None:
        raise FileNotAcceptableError(f'The pack "{head.pack}" is not here.', "Nothing was taken.")
    surveyed = Surveyed(mapping, pack)
    for line, row in table.rows[1:]:
        cells = cells_by_heading(headings, row)
        if line < head.rows_begin or not any(cell.strip() for cell in cells.values()):
            continue
        place, return_id = f"{found.name} > row {line}", f"r-{surveyed.mark(cells)}"
        if here(return_id) is not None:
            yield place, None
            continue
        try:
            yield place, _of_row(desk, pack, surveyed.row(cells, desk.today), return_id)
        except ValueError as error:
            yield place, _not_taken(str(error).split("\n"))


def _of_row(desk: Desk, pack: AuditPack, row: SurveyRow, return_id: str) -> Return:
    made = _made(desk, row.setting, pack, row.audit, return_id, made_on=row.made_on)
    return with_digest(typed(made, SURVEY, desk.who))


def _not_taken(sentences: list[str]) -> CompactError:
    more = f" (and {len(sentences) - _MOST_NAMED} more)" if len(sentences) > _MOST_NAMED else ""
    return FileNotAcceptableError(
        f"This row cannot be taken: {' '.join(sentences[:_MOST_NAMED])}{more}",
        "Add the word to the mapping, or put the row right in the survey tool; then collect it again.",
    )


def _made(desk: Desk, setting: Setting, pack: AuditPack, audit: Audit, return_id: str, *, made_on: str = "") -> Return:
    options: dict[str, Any] = {"made_by": f"compact_tui {__version__}", "today": desk.today}
    return build_return(setting, pack, audit, return_id=return_id, made_on=made_on or desk.today, **options)
