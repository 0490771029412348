"""What staff know and the training plan, written twice: what both would tell is said, and remembered."""

from pathlib import Path

import pytest

from compact_tui.core.learning_report import CITY
from compact_tui.core.partnership import FiguresPublished
from compact_tui.services import learning_reports
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import kept
from compact_tui.services.training_plan import write_training_plan
from tests.analysis_samples import SEVEN, collected, facts
from tests.services.desks import at, reopened
from tests.services.knowledge_desks import heard, knowing_desk, rows, send
from tests.services.partnership_desks import started_partnership

pytestmark = pytest.mark.usefixtures("no_fsync")
STAFF = "Since what staff know of "
RETURNS = "Since the figures of "


@pytest.fixture
def knowing(tmp_path: Path) -> Desk:
    return knowing_desk(tmp_path / "partnership")


def _one_more(desk: Desk, folder: Path, number: int = 11, topic: str = "tickets") -> Desk:
    send(desk, folder, f"s{number}", rows(number, *heard(number, topic, "not-yet", "not-yet", "not-yet")))
    return reopened(at(desk, days=1))


def _told(desk: Desk, sector: str, begins: str = STAFF) -> list[str]:
    return [one for one in learning_reports.show_report(desk, sector).notes if one.startswith(begins)]


def _published(desk: Desk) -> list[tuple[str, str, int, bool]]:
    made = kept(reopened(desk), "figures_published", FiguresPublished)
    return [(one.topic, one.sector, len(one.counted), one.spread) for one in made]


def test_what_staff_know_is_remembered_with_a_report_and_one_setting_more_is_told(
    knowing: Desk, tmp_path: Path
) -> None:
    learning_reports.write_report(knowing, "education")
    assert _published(knowing) == [("tickets", "education", 5, False)]

    later = _one_more(knowing, tmp_path / "more")

    (told,) = _told(later, "education")
    assert '"tickets" was published on 3 December 2026: 1 setting sent answers.' in told
    assert told in learning_reports.write_report(later, "education").lines
    assert _told(later, CITY) == []
    assert _published(knowing)[1:] == [("tickets", "education", 6, False)]


def test_nothing_is_said_of_other_sectors_other_topics_or_the_same_answers(knowing: Desk, tmp_path: Path) -> None:
    learning_reports.write_reports(knowing)
    learning_reports.write_reports(reopened(knowing))
    later = _one_more(knowing, tmp_path / "more", topic="rack")

    lines = [line for made in learning_reports.write_reports(later) for line in made.lines]

    assert [line for line in lines if line.startswith(STAFF)] == []


def test_the_training_plan_warns_and_remembers_what_it_tells(knowing: Desk, tmp_path: Path) -> None:
    first = write_training_plan(knowing)
    assert first.notes == ()
    assert _published(knowing) == [("tickets", CITY, 10, False)]

    later = _one_more(knowing, tmp_path / "more")
    again = write_training_plan(later)

    assert "1 setting sent answers" in again.notes[0]
    assert again.lines == (again.sentence, *again.notes)


def test_a_training_plan_and_a_report_are_looked_at_beside_each_other(tmp_path: Path) -> None:
    desk = started_partnership(tmp_path / "partnership", threshold="3")
    collected(desk, SEVEN)
    write_training_plan(reopened(desk))
    assert _published(desk) == [("", "education", 5, True)]
    collected(desk, (facts("N1", "education", "primary-school"),))
    later = reopened(at(desk, days=20))

    assert "1 return came in" in _told(later, "education", RETURNS)[0]
    assert "1 return came in" in write_training_plan(later).notes[0]


def test_the_plan_tells_nothing_of_grades_by_the_committee(tmp_path: Path) -> None:
    desk = started_partnership(tmp_path / "partnership", threshold="3")
    collected(desk, SEVEN)
    learning_reports.write_report(reopened(desk), "education")
    collected(desk, SEVEN, {(SEVEN[0].return_id, "u1"): "soaked"})
    later = reopened(at(desk, days=20))

    assert "graded otherwise by the committee" in _told(later, "education", RETURNS)[0]
    assert write_training_plan(later).notes == ()
