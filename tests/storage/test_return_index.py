"""The index of what was collected: what is put in comes out, several changes are one, and a foreign file is told of."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import WorkspaceError
from compact_tui.core.return_facts import GradeFact, ReturnFacts
from compact_tui.storage.return_index import FileRow, ReturnIndex, ReturnRow

FILE = FileRow(sha256="a" * 64, name="in.mbox > mail 1 > r.json", kind="return", state="accepted", document="r-1")
ROW = ReturnRow(
    id="r-1",
    sha256=FILE.sha256,
    supersedes="",
    register_id="P01",
    entry="P01",
    how="by number",
    name="Brolly",
    sector="education",
    kind="primary-school",
    pack="lamps",
    edition="1",
    cycle="2026-2028",
    made_on="2026-12-03",
    received_on="2026-12-04",
    current=True,
)
FACTS = ReturnFacts(
    return_id="r-1",
    name="Brolly",
    sector="education",
    pack="lamps",
    edition="1",
    variation="all",
    cycle="2026-2028",
    grades=(GradeFact("hall", "bright"),),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "received" / "index.sqlite"


def test_what_is_put_in_comes_out_after_it_was_closed(path: Path) -> None:
    with ReturnIndex(path) as index, index.together():
        index.put_file(FILE)
        index.put_return(ROW, FACTS)

    with ReturnIndex(path) as index:
        assert index.file(FILE.sha256) == FILE
        assert index.file("b" * 64) is None
        assert index.return_("r-1") == ROW
        assert index.return_("r-2") is None
        assert list(index.facts()) == [replace(FACTS, entry="P01")]
        assert index.facts_of("r-1") == replace(FACTS, entry="P01")
        assert index.facts_of("r-2") is None


def test_the_return_that_counts_is_settled_for_one_setting_and_round(path: Path) -> None:
    with ReturnIndex(path) as index:
        for known, entry, cycle in (
            ("r-1", "P01", "now"),
            ("r-2", "P01", "now"),
            ("r-3", "P01", "then"),
            ("r-4", "", "now"),
        ):
            index.put_return(replace(ROW, id=known, entry=entry, cycle=cycle), replace(FACTS, return_id=known))

        index.settle("P01", "now", "r-2")

        assert [row.id for row in index.returns(current=True)] == ["r-2", "r-3", "r-4"]
        assert [row.id for row in index.returns(entry="P01", cycle="now")] == ["r-1", "r-2"]
        assert [row.id for row in index.returns(entry="")] == ["r-4"]
        assert [facts.return_id for facts in index.facts(cycle="now")] == ["r-2", "r-4"]
        assert [facts.return_id for facts in index.facts(cycle="now", current=False)] == ["r-1", "r-2", "r-4"]


def test_a_match_by_hand_takes_the_place_of_none(path: Path) -> None:
    with ReturnIndex(path) as index:
        index.put_return(replace(ROW, entry="", how="No setting is called so."), FACTS)

        index.match("r-1", "P07", "by hand")

        found = index.return_("r-1")
        assert found is not None
        assert (found.entry, found.how) == ("P07", "by hand")
        assert [facts.entry for facts in index.facts()] == ["P07"]


def test_what_was_written_over_is_not_left_in_the_file(path: Path) -> None:
    with ReturnIndex(path) as index, index.together():
        index.put_return(replace(ROW, name="Zebrawood " * 900), FACTS)
    assert b"Zebrawood" in path.read_bytes()

    with ReturnIndex(path) as index, index.together():
        index.put_return(ROW, FACTS)

    assert b"Zebrawood" not in path.read_bytes()


def test_files_are_listed_by_state_and_kind(path: Path) -> None:
    with ReturnIndex(path) as index:
        index.put_file(FILE)
        index.put_file(replace(FILE, sha256="b" * 64, name="a", state="quarantined", reason="not JSON"))
        index.put_file(replace(FILE, sha256="c" * 64, name="b", kind="agency-audit"))

        assert [row.name for row in index.files()] == ["a", "b", FILE.name]
        assert [row.reason for row in index.files("quarantined")] == ["not JSON"]
        assert [row.name for row in index.files(kind="agency-audit")] == ["b"]
        assert list(index.files("quarantined", "agency-audit")) == []


def test_nothing_of_several_changes_is_kept_when_one_fails(path: Path) -> None:
    with ReturnIndex(path) as index:
        with pytest.raises(ValueError, match="half way"), index.together():
            index.put_file(FILE)
            raise ValueError("half way")

        assert list(index.files()) == []
        with index.together():
            index.put_file(FILE)

    with ReturnIndex(path) as index:
        assert [row.name for row in index.files()] == [FILE.name]


@pytest.mark.parametrize("data", [b"not a database, but long enough to be looked at as one" * 40, b"\0" * 4096])
def test_a_file_that_is_no_index_is_told_of_and_left(path: Path, data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)

    with pytest.raises(WorkspaceError, match=r"index\.sqlite cannot be used") as told:
        ReturnIndex(path)

    assert "No return is lost" in told.value.hint
    assert path.read_bytes() == data


def test_an_index_of_another_version_is_told_of(path: Path) -> None:
    import sqlite3

    with ReturnIndex(path):
        pass
    other = sqlite3.connect(path)
    other.execute("pragma user_version = 9")
    other.close()

    with pytest.raises(WorkspaceError, match="version 9"):
        ReturnIndex(path)
