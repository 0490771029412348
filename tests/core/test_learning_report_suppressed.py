"""Nothing that is suppressed comes into any report: wild numbers stand where it is, and none of them is seen."""

import pytest
from msgspec.structs import replace

from compact_tui.core.analysis_views import Analysis, BesideFigures, GroupFigures, LevelCount, StandardFigures
from compact_tui.core.city_overview import city_overview
from compact_tui.core.learning_report import CITY, LearningReport, Material
from compact_tui.core.learning_report_build import learning_report
from tests.analysis_samples import BEFORE, DROPS, cohort
from tests.report_samples import material, sources, text_of

POISON = 98765
SECTORS = ("education", "early-years", "other", "small-group")


def _report(made: Material, sector: str) -> LearningReport:
    return city_overview(made) if sector == CITY else learning_report(made, sector)


def _poisoned(group: GroupFigures) -> GroupFigures:
    """A group with wild numbers wherever something is suppressed."""
    level = LevelCount(level="x", word="x", count=POISON, percent=POISON)

    def standard(one: StandardFigures) -> StandardFigures:
        wild = {"levels": (level,), "not_graded": POISON, "answers": POISON, "met": POISON, "strong": POISON}
        return replace(one, **wild, met_percent=POISON, strong_percent=POISON) if one.suppressed else one

    def beside(one: BesideFigures) -> BesideFigures:
        names = ("same", "up", "down", "strong_then", "strong_now", "strong_then_percent", "strong_now_percent")
        return replace(one, **dict.fromkeys(names, POISON)) if one.suppressed else one

    return replace(
        group,
        standards=tuple(map(standard, group.standards)),
        kinds=tuple(map(_poisoned, group.kinds)),
        moderated=tuple(map(beside, group.moderated)),
        changes=tuple(map(beside, group.changes)),
    )


@pytest.mark.parametrize("size", [0, 1, 4, 7, 9, 14, 23, 40])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nothing_suppressed_comes_into_any_report(size: int, seed: int) -> None:
    now = list(cohort(size, seed))
    then = list(cohort(size, seed, cycle=BEFORE))[::2]
    moderated = {(one.return_id, "u1"): DROPS for one in now[::3]}
    made = material(sources(now, then, threshold=5, moderated=moderated))
    analysis: Analysis = made.analysis
    poisoned = replace(
        made,
        analysis=replace(
            analysis, sectors=tuple(map(_poisoned, analysis.sectors)), together=_poisoned(analysis.together)
        ),
    )

    for sector in (*SECTORS, CITY):
        report = _report(poisoned, sector)
        assert str(POISON) not in text_of(report)
        assert str(POISON) not in str(report.figures)
        assert text_of(report) == text_of(_report(made, sector))
