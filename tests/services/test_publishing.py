"""A learning report that is written twice, or beside last round's: what both would tell is said before."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import WorkspaceError
from compact_tui.core.learning_report import CITY
from compact_tui.core.partnership import FiguresPublished
from compact_tui.services import learning_reports
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import kept
from compact_tui.storage.atomic import write_atomically
from tests.analysis_samples import BEFORE, MODERATED, SEVEN, SEVEN_BEFORE, collected, facts
from tests.services.desks import at, reopened
from tests.services.partnership_desks import started_partnership

TOLD = "Since the figures of "
NEW = tuple(facts(f"N{n}", "education", "primary-school") for n in range(1, 7))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for the disk."""
    monkeypatch.setattr("os.fsync", lambda handle: None)


@pytest.fixture
def seven(tmp_path: Path) -> Desk:
    """Seven returns of this round and three of the one before; groups under three are kept back."""
    desk = started_partnership(tmp_path / "partnership", threshold="3")
    collected(desk, (*SEVEN_BEFORE, *SEVEN), MODERATED)
    return reopened(desk)


def _told(desk: Desk, sector: str) -> list[str]:
    return [one for one in learning_reports.show_report(desk, sector).notes if one.startswith(TOLD)]


@pytest.mark.parametrize("first", ["education", CITY])
def test_a_report_written_again_after_two_returns_says_so_before_and_when_it_is_written(
    seven: Desk, first: str
) -> None:
    learning_reports.write_report(seven, first)
    collected(seven, NEW[:2])
    later = reopened(at(seven, days=20))

    told = _told(later, "education")

    assert len(told) == 1
    assert "2 returns came in. Whoever has both could work out theirs." in told[0]
    assert "wait for 1 more" in told[0]
    assert told[0] in learning_reports.write_report(later, "education").lines
    assert told[0] in learning_reports.show_report(later, CITY).notes


def test_nothing_is_said_where_nothing_came_or_enough_did(seven: Desk) -> None:
    first = learning_reports.write_reports(seven)
    again = learning_reports.write_reports(reopened(seven))
    collected(seven, NEW[:3])
    later = learning_reports.write_reports(reopened(seven))

    assert [line for made in (*first, *again, *later) for line in made.lines if line.startswith(TOLD)] == []


def test_what_was_published_is_kept_once_and_only_of_sectors_that_are_shown(seven: Desk) -> None:
    learning_reports.write_reports(seven)
    learning_reports.write_reports(reopened(seven))

    published = kept(reopened(seven), "figures_published", FiguresPublished)

    assert [(one.sector, one.audit, len(one.counted)) for one in published] == [
        ("education", "umbrella-care@2026.1", 5)
    ]


def test_a_report_that_only_was_looked_at_was_not_published(seven: Desk) -> None:
    learning_reports.show_report(seven, "education")

    assert kept(reopened(seven), "figures_published", FiguresPublished) == ()


def test_every_report_that_was_written_is_looked_at_not_only_the_last(seven: Desk) -> None:
    learning_reports.write_report(seven, "education")
    collected(seven, NEW[:4])
    learning_reports.write_report(reopened(at(seven, days=20)), "education")
    collected(seven, NEW[4:5])

    told = _told(reopened(at(seven, days=30)), "education")

    assert len(told) == 1
    assert "1 return came in" in told[0]


def test_a_return_of_last_round_that_came_after_its_report_is_told(tmp_path: Path) -> None:
    desk = started_partnership(tmp_path / "partnership", threshold="3", cycle=BEFORE)
    collected(desk, SEVEN_BEFORE)
    learning_reports.write_report(reopened(desk), "education")
    from compact_tui.services import partnership

    late = replace(facts("L1", "education", "primary-school"), return_id="r-L1-old", cycle=BEFORE)
    collected(desk, (late, *SEVEN))
    now = reopened(desk)
    partnership.change_partnership(now, {"cycle": SEVEN[0].cycle})

    told = _told(reopened(now), "education")

    assert len(told) == 1
    assert f"They are of {BEFORE}" in told[0]


def test_what_a_report_counts_is_remembered_before_its_files_are_there(
    seven: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = seven.workspace.reports_folder / "2026-2028-education-learning-report.html"

    def broken(path: Path, data: bytes) -> None:
        if path == page:
            raise WorkspaceError(f"{path} could not be saved: the disk is full.", "Make room.")
        write_atomically(path, data)

    monkeypatch.setattr("compact_tui.storage.report_files.write_atomically", broken)
    with pytest.raises(WorkspaceError) as caught:
        learning_reports.write_report(seven, "education", trace=True)

    assert "disk is full" in caught.value.message
    stem = str(page.with_suffix(""))
    assert caught.value.hint == f"Written already: {stem}-trace.csv and {stem}.docx. Make room."
    collected(seven, NEW[:1])
    assert len(_told(reopened(at(seven, days=1)), "education")) == 1


def test_where_the_list_of_returns_cannot_be_written_no_report_is(seven: Desk) -> None:
    folder = seven.workspace.reports_folder
    (folder / "2026-2028-education-learning-report-trace.csv").mkdir(parents=True)

    with pytest.raises(WorkspaceError, match="is a directory"):
        learning_reports.write_report(seven, "education", trace=True)

    assert [path.name for path in folder.iterdir()] == ["2026-2028-education-learning-report-trace.csv"]


def test_of_several_reports_the_error_names_those_that_are_written(seven: Desk) -> None:
    folder = seven.workspace.reports_folder
    (folder / "2026-2028-city-overview-trace.csv").mkdir(parents=True)

    with pytest.raises(WorkspaceError) as caught:
        learning_reports.write_reports(seven, trace=True)

    assert caught.value.hint.startswith("Written already: ")
    assert "2026-2028-education-learning-report.docx" in caught.value.hint
