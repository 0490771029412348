"""Every figure of a report is worked out again from the returns it is traced to."""

from collections import Counter
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from compact_tui.core.city_overview import city_overview
from compact_tui.core.learning_report import CITY, LearningReport
from compact_tui.core.learning_report_build import learning_report
from compact_tui.core.learning_trace import Sources, TraceLine, trace
from tests.analysis_samples import BEFORE, DROPS, ELSEWHERE, SEVEN, cohort
from tests.report_samples import material, seven, sources

LEVELS = ("bone-dry", "a-few-drops", "soaked")


def _many() -> Sources:
    now = list(cohort(220))
    moderated = {(one.return_id, "u1"): DROPS for one in now[::2]}
    return sources((*now, *ELSEWHERE), list(cohort(320, cycle=BEFORE))[100:], threshold=5, moderated=moderated)


def _bare() -> Sources:
    counted = seven()
    return sources(SEVEN, pack=replace(counted.pack, level=()))


def _report(counted: Sources, sector: str) -> LearningReport:
    made = material(counted)
    return city_overview(made) if sector == CITY else learning_report(made, sector)


@pytest.mark.parametrize("make", [seven, _many, _bare])
@pytest.mark.parametrize("sector", ["education", "early-years", "other", "small-group", CITY])
def test_every_number_is_the_sum_of_the_returns_behind_it(make: Callable[[], Sources], sector: str) -> None:
    counted = make()
    report = _report(counted, sector)

    found: Counter[tuple[int, str]] = Counter()
    for line in trace(report, counted):
        found[line.figure, line.counted] += line.times

    for figure in report.figures:
        assert {one.name: one.count for one in figure.counts} == {
            one.name: found[figure.number, one.name] for one in figure.counts
        }, figure.what


def _lines(report: LearningReport, counted: Sources, what: str, name: str) -> dict[str, TraceLine]:
    number = next(one.number for one in report.figures if one.what == what)
    return {
        one.return_id or one.entry: one for one in trace(report, counted) if (one.figure, one.counted) == (number, name)
    }


@pytest.mark.parametrize(
    ("what", "name", "behind"),
    [
        ("Settings that returned, of those a return was expected from", "returned", "r-P1 r-P2 r-P3 r-P4 r-P5"),
        (
            "Settings that returned, of those a return was expected from",
            "expected",
            "P1 P2 P3 P4 P5 late-1 late-2",
        ),
        ("2 Keeping umbrellas: a few drops or better", "a few drops or better", "r-P1 r-P2 r-P3"),
        ("1 Taking umbrellas in: by level", "Soaked", "r-P3"),
        ("3 Giving umbrellas back: by level", "not graded", "r-P3 r-P5"),
        ("1.1: not met", "not met", "r-P2 r-P3"),
        ("1.1: not known yet", "not known", "r-P5"),
        ('Times that what is marked "must" was not met', "times not met", "r-P2 r-P3"),
        ("Actions: Training", "plan something", "r-P1 r-P2"),
        ("Actions that belong to no theme", "no theme", "r-P2"),
        (
            "1 Taking umbrellas in: a few drops or better, all settings of last time",
            "a few drops or better",
            "r-P2-old",
        ),
    ],
)
def test_the_returns_behind_a_figure_are_those_that_a_person_would_pick(what: str, name: str, behind: str) -> None:
    counted = seven()

    assert sorted(_lines(_report(counted, "education"), counted, what, name)) == behind.split()


def test_matched_and_moderated_figures_lead_to_returns_of_this_round() -> None:
    counted = _many()
    report = _report(counted, "education")
    by_id = {one.return_id: one for one in counted.returns}

    both = _lines(report, counted, "1 Taking umbrellas in: last time and this", "both")
    ours = _lines(report, counted, "1 Taking umbrellas in: own grade and the committee", "both")

    assert set(both) <= set(by_id)
    assert set(both) & set(ours)
    for return_id in (*both, *ours):
        grade = next(one.level for one in by_id[return_id].grades if one.standard == "u1")
        assert grade in LEVELS
    assert {return_id for return_id, _ in counted.beside.moderated} >= set(ours)


def test_a_line_says_whose_return_it_is() -> None:
    counted = seven()

    line = _lines(_report(counted, "education"), counted, "1.1: not met", "not met")["r-P2"]

    assert (line.entry, line.name, line.times) == ("P2", "Setting P2", 1)
