"""Writing what was collected as flat tables, for whatever program the partnership reckons with."""

import os
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from compact_tui.core.action_themes import ThemeTerms
from compact_tui.core.audit_views import View
from compact_tui.core.errors import UsageError
from compact_tui.core.fact_tables import FACT_TABLES, Row, answer_rows, dictionary, moderation_rows, rows_of, told_rows
from compact_tui.core.read_records import Moderation
from compact_tui.core.text import count
from compact_tui.exchange.fact_lines import csv_head, csv_lines, ndjson_lines
from compact_tui.services.city_knowledge import answers_sent
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import kept
from compact_tui.services.round_returns import counted_returns
from compact_tui.services.themes import themes_of
from compact_tui.storage.fact_folder import fact_folder

_DICTIONARY = "read-me-first.md"


class TableWritten(View, frozen=True, kw_only=True):
    """A table and how many rows it has."""

    table: str
    rows: int


class FactsWritten(View, frozen=True, kw_only=True):
    """What was written, and where."""

    folder: str
    tables: tuple[TableWritten, ...]
    sentence: str


def write_facts(desk: Desk, output: str = "") -> FactsWritten:
    """Write every return that counts, of all rounds, as flat tables: CSV, NDJSON and SQLite, with a data dictionary.

    One return is held at a time, however many there are.

    Args:
        desk: Where, when and who.
        output: The folder, which must be new or empty; else one named by the day, in the workspace.

    Raises:
        UsageError: If no partnership was started here, or the folder holds something.
        WorkspaceError: If it cannot be written.
    """
    target = Path(output).expanduser() if output else desk.workspace.root / "facts" / desk.today
    if os.path.lexists(target) and not (target.is_dir() and not any(target.iterdir())):
        raise UsageError(f"{target} is there already.", "Nothing was written. Name another folder with --output.")
    counts: Counter[str] = Counter()
    tables = {table.name: table for table in FACT_TABLES}
    with fact_folder(target, FACT_TABLES) as folder:
        for table in FACT_TABLES:
            folder.add(f"{table.name}.csv", csv_head(table))
            folder.add(f"{table.name}.ndjson", b"")
        for name, rows in chain(_rows(desk), _of_books(desk)):
            counts[name] += len(rows)
            folder.add(f"{name}.csv", csv_lines(rows))
            folder.add(f"{name}.ndjson", ndjson_lines(tables[name], rows))
            folder.insert(name, rows)
        folder.add(_DICTIONARY, dictionary(desk.today, counts).encode("utf-8"))
    return FactsWritten(
        folder=str(target),
        tables=tuple(TableWritten(table=name, rows=counts[name]) for name in tables),
        sentence=f"{count(counts['returns'], 'return')} written as {len(tables)} tables to {target}. For use inside "
        f"the partnership, not for publishing: nothing in them is suppressed. {_DICTIONARY} says what each column is.",
    )


def _rows(desk: Desk) -> Iterator[tuple[str, list[Row]]]:
    terms = ThemeTerms(themes_of(desk))
    for facts in counted_returns(desk, ""):
        yield from rows_of(facts, terms)
        if facts.known:
            yield "knowledge", told_rows(facts)


def _of_books(desk: Desk) -> Iterator[tuple[str, list[Row]]]:
    yield "moderations", moderation_rows(kept(desk, "moderations", Moderation))
    yield "knowledge", answer_rows(answers_sent(desk).answers)
