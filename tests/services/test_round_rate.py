"""How many returned is the same number in Chase, the analysis, each report and the overview."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.learning_report import CITY
from compact_tui.core.partnership import RegisterEntry
from compact_tui.services import analysing, chasing, learning_reports
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import keep, register_of
from tests.analysis_samples import ELSEWHERE, SEVEN, collected
from tests.services.desks import reopened
from tests.services.partnership_desks import started_partnership


@pytest.fixture
def mixed(tmp_path: Path) -> Desk:
    """Another edition, an audit of its own, a setting that closed since, one without a sector, one that is awaited."""
    desk = started_partnership(tmp_path / "partnership", threshold="3")
    earlier = replace(SEVEN[0], return_id="r-P8", entry="P8", name="Setting P8", edition="2024.1")
    collected(desk, (*SEVEN, earlier, *ELSEWHERE))
    here = {entry.id: entry for entry in register_of(desk)}
    changed = {"P1": replace(here["P1"], closed_on="2020-01-01"), "P6": replace(here["P6"], sector="")}
    awaited = RegisterEntry(id="late", name="Late House", sector="education")
    edits = [edit("register", id_, here[id_], entry) for id_, entry in changed.items()]
    keep(desk, "register", "x", (*edits, edit("register", awaited.id, None, awaited)))
    return reopened(desk)


def test_how_many_returned_is_the_same_number_everywhere(mixed: Desk) -> None:
    chased = {one.sector: f"{one.returned} of {one.expected}" for one in chasing.chase(mixed).sectors}
    reports = {one.sector: one for one in learning_reports.list_reports(mixed).lines}
    columns = {one.sector: one.returned for one in analysing.analyse(mixed).columns}
    lines = reports[CITY].report.sections[3].blocks[0]

    assert chased == {"education": "6 of 7", "early-years": "2 of 2", "small-group": "3 of 3"}
    for sector, said in chased.items():
        of, whole = said.split(" of ")
        assert columns[sector] == said
        assert reports[sector].returned.startswith(f"{said} returned")
        assert reports[sector].report.in_short[0].startswith(f"{of} of {whole} settings")
    assert reports[CITY].returned == (
        "11 of 12 returned, 1 of them on another edition, 3 on another audit, and not in these figures"
    )
    assert chasing.chase(mixed).sentence.startswith("11 of 12 returns came in (92 per cent)")
    assert reports[CITY].report.in_short[0].startswith("Returned: 11 of 12 (92%), 1 of them on another edition,")
    assert "Education: 6 of 7 returned, 1 of them on another edition and not in these figures." in str(lines)


def test_those_behind_the_number_are_the_settings_that_it_counts(mixed: Desk) -> None:
    made = learning_reports.write_report(mixed, "education", trace=True)

    rows = [line.split(",") for line in Path(made.trace).read_text("utf-8-sig").splitlines() if line.startswith("1,")]

    assert len([row for row in rows if "returned" in row]) == 6
    assert len([row for row in rows if "expected" in row]) == 7
