"""Erasing from our databases: every column is decided, what goes leaves no byte, and a damaged one is said."""

import sqlite3
from pathlib import Path

import pytest

from compact_tui.core.erase_text import needle_of
from compact_tui.core.erasing import Erasure
from compact_tui.core.errors import WorkspaceError
from compact_tui.core.fact_tables import FACT_TABLES
from compact_tui.storage.erase_database import FACTS, TYPED, found_in_database, put_in_place, without
from compact_tui.storage.return_index import FileRow, ReturnIndex

ERASURE = Erasure("[gone]", (needle_of("Tom Bell", "[gone]"),))
IDS_AND_DAYS = {
    "sha256", "kind", "state", "document", "size", "received_on", "id", "supersedes", "register_id", "entry", "sector",
    "pack", "edition", "cycle", "made_on", "current", "setting", "return_id", "variation", "complete", "signed",
    "set_asides", "standard", "level", "suggested", "summary_words", "evidence", "open_actions", "criterion", "answer",
    "counts_as", "duty", "number", "theme", "moderation_id", "reading", "on_day", "source", "topic", "month", "answers",
}  # fmt: skip
"""Columns that nobody types into: a new one is decided here."""


def _index(path: Path) -> Path:
    with ReturnIndex(path) as index:
        for number, name in enumerate(("Tom Bell.json", "other.json")):
            row = FileRow(sha256=f"{number}", name=name, kind="return", state="quarantined", reason=f'"{name}" is cut.')
            index.put_file(row)
    return path


def test_every_column_is_typed_into_or_not(tmp_path: Path) -> None:
    with sqlite3.connect(_index(tmp_path / "index.sqlite")) as db:
        columns = {row[1] for table in ("files", "returns") for row in db.execute(f"pragma table_info({table})")}
    columns |= {column.name for table in FACT_TABLES for column in table.columns}

    assert columns == TYPED | {FACTS} | IDS_AND_DAYS
    assert not (TYPED | {FACTS}) & IDS_AND_DAYS


def test_a_text_goes_and_files_that_are_taken_away_go_and_the_old_one_is_left_alone(tmp_path: Path) -> None:
    path, new = _index(tmp_path / "index.sqlite"), tmp_path / "new.sqlite"
    before = path.read_bytes()
    assert found_in_database(path, ERASURE).records == 2

    without(path, new, ERASURE, ["1"])

    assert path.read_bytes() == before
    with ReturnIndex(new) as index:
        assert [(row.name, row.reason) for row in index.files()] == [("[gone].json", '"[gone].json" is cut.')]
    assert b"Tom" not in new.read_bytes()
    assert b"other" not in new.read_bytes()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["index.sqlite", "new.sqlite"]


def test_a_word_of_how_it_was_matched_stays_and_is_counted_as_kept(tmp_path: Path) -> None:
    erasure = Erasure("[gone]", (needle_of("quarantined", "[gone]"),))

    found = found_in_database(_index(tmp_path / "index.sqlite"), erasure)

    assert (found.records, found.kept) == (0, 2)


@pytest.mark.parametrize("data", [b"no database at all, but long enough" * 9, b"SQLite format 3\0" + b"\xff" * 200])
def test_a_damaged_one_is_said_and_nothing_is_left_behind(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "index.sqlite"
    path.write_bytes(data)

    with pytest.raises(WorkspaceError, match="cannot be looked into"):
        found_in_database(path, ERASURE)
    with pytest.raises(WorkspaceError, match="cannot be looked into"):
        without(path, tmp_path / "new.sqlite", ERASURE)

    assert [one.name for one in tmp_path.iterdir()] == ["index.sqlite"]


def test_one_that_cannot_be_put_in_place_is_not_left_beside_it(tmp_path: Path) -> None:
    made, path = _index(tmp_path / "index.sqlite.new"), tmp_path / "index.sqlite"
    path.mkdir()

    with pytest.raises(WorkspaceError, match=r"index\.sqlite"):
        put_in_place(made, path)

    assert list(tmp_path.iterdir()) == [path]
