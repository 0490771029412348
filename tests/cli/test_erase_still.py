"""What the command ends with and says where a file still holds the text afterwards."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

NOTE = "Samantha Okonkwo told us"


@pytest.fixture
def lent(started: Run) -> Run:
    """A note, and a workbook that was made from it, which nothing here rewrites."""
    assert started("audit", "answer", "1.1", "in-hand", "--note", NOTE).code == 0
    assert started("audit", "workbook", "export").code == 0
    return started


@pytest.mark.parametrize("wanted", ["1.1#note", NOTE])
@pytest.mark.parametrize("how", ["--dry-run", "--yes"])
def test_it_ends_with_something_to_put_right_and_names_the_file(lent: Run, wanted: str, how: str) -> None:
    as_data = lent("erase", wanted, "--dry-run", "--json")
    ran = lent("erase", wanted, how)

    assert (ran.code, as_data.code) == (1, 1)
    assert "still be in 1 file, named below." in as_data.data["sentence"]
    assert "still" in ran.out.splitlines()[0]
    (file,) = as_data.data["still"]
    assert f"  {file}: it holds the text" in ran.out


def test_what_only_such_a_file_holds_is_not_said_to_be_nowhere(lent: Run) -> None:
    assert lent("erase", NOTE, "--yes").code == 1

    again = [lent("erase", NOTE, *how) for how in ((), ("--yes",), ("--dry-run",))]

    assert [ran.code for ran in again] == [1, 1, 1]
    for ran in again:
        assert ran.out.startswith("Nothing here can be rewritten. It is still in 1 file, named below.")
    assert lent("erase", NOTE, "--json").code == 1


def test_once_the_file_is_deleted_nothing_is_left_to_put_right(lent: Run, workspace: Path) -> None:
    (file,) = lent("erase", NOTE, "--yes", "--json").data["still"]
    (workspace / file).unlink()

    ran = lent("erase", NOTE)

    assert ran.code == 0
    assert ran.out.startswith("Nothing found: this text is in no file here that can be looked into.")
