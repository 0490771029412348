"""Files of reports: what somebody changed is never overwritten, what is as it was written is replaced."""

from pathlib import Path

import pytest

from compact_tui.core.errors import WorkspaceError
from compact_tui.storage.report_files import keep_reports, newest_of, written_of

FIRST = {".docx": b"word 1", ".html": b"page 1"}
SECOND = {".docx": b"word 2", ".html": b"page 2"}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for the disk."""
    monkeypatch.setattr("os.fsync", lambda handle: None)


def _names(folder: Path) -> list[str]:
    return [path.name for path in written_of(folder, "a-report")]


def test_a_report_that_nobody_changed_is_replaced(tmp_path: Path) -> None:
    keep_reports(tmp_path, "a-report", FIRST)

    made = keep_reports(tmp_path, "a-report", SECOND)

    assert (_names(tmp_path), made.left) == (["a-report.docx", "a-report.html"], ())
    assert [path.read_bytes() for path in made.files] == [b"word 2", b"page 2"]


@pytest.mark.parametrize("ending", [".docx", ".html"])
def test_one_that_was_changed_is_kept_and_the_new_one_stands_beside_it(tmp_path: Path, ending: str) -> None:
    keep_reports(tmp_path, "a-report", FIRST)
    changed = tmp_path / f"a-report{ending}"
    changed.write_bytes(b"my own words")

    made = keep_reports(tmp_path, "a-report", SECOND)
    again = keep_reports(tmp_path, "a-report", FIRST)

    assert changed.read_bytes() == b"my own words"
    assert made.left == again.left == (changed,)
    assert [path.name for path in made.files] == [path.name for path in again.files]
    assert [path.name for path in made.files] == ["a-report-2.docx", "a-report-2.html"]
    assert made.files[0].read_bytes() == b"word 1"


@pytest.mark.parametrize("listed", [None, b"", b"[]", b'{"a-report.docx": 3}'])
def test_where_the_list_of_what_was_written_is_gone_or_damaged_every_file_is_kept(
    tmp_path: Path, listed: bytes | None
) -> None:
    keep_reports(tmp_path, "a-report", FIRST)
    path = tmp_path / ".written.json"
    path.unlink()
    if listed is not None:
        path.write_bytes(listed)

    made = keep_reports(tmp_path, "a-report", SECOND)

    assert [one.name for one in made.left] == ["a-report.docx", "a-report.html"]
    assert (tmp_path / "a-report.docx").read_bytes() == b"word 1"


def test_the_same_report_again_is_no_other_file(tmp_path: Path) -> None:
    keep_reports(tmp_path, "a-report", FIRST)
    (tmp_path / ".written.json").unlink()

    assert keep_reports(tmp_path, "a-report", FIRST).left == ()
    assert len(_names(tmp_path)) == 2


def test_a_folder_in_the_way_is_left(tmp_path: Path) -> None:
    (tmp_path / "a-report.docx").mkdir()

    assert [path.name for path in keep_reports(tmp_path, "a-report", FIRST).files][0] == "a-report-2.docx"


def test_the_newest_is_the_page_until_somebody_changes_the_word_file(tmp_path: Path) -> None:
    import os

    assert newest_of(tmp_path / "not-there", "a-report") is None
    keep_reports(tmp_path, "a-report", FIRST)
    for path in written_of(tmp_path, "a-report"):
        os.utime(path, (100, 100))
    (tmp_path / "~$a-report.docx").write_bytes(b"lock")
    (tmp_path / "a-report-trace.csv").write_bytes(b"names")
    (tmp_path / "an-other-report.html").write_bytes(b"x")

    before = newest_of(tmp_path, "a-report")
    os.utime(tmp_path / "a-report.docx", (200, 200))
    after = newest_of(tmp_path, "a-report")

    assert (before and before.name, after and after.name) == ("a-report.html", "a-report.docx")


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "reports").write_bytes(b"x")

    with pytest.raises(WorkspaceError, match="cannot be looked into"):
        written_of(tmp_path / "reports", "a-report")
