"""Figures made by hand, for the learning log, the training plan and what is suggested."""

from compact_tui.core.analysis_views import (
    Analysis,
    BesideFigures,
    CriterionFigures,
    GroupFigures,
    LevelCount,
    StandardFigures,
)
from compact_tui.core.suppression import percent
from tests.analysis_samples import BEFORE, DROPS, NOW, SOAKED

__all__ = ["BEFORE", "NOW", "analysis", "beside", "criterion", "group", "kept_back", "standard"]


def standard(name: str, strong: int = 0, n: int = 0) -> StandardFigures:
    """A standard of which so many of so many are good or better."""
    levels = (
        LevelCount(level=DROPS, word="A few drops", count=strong, percent=percent(strong, n)),
        LevelCount(level=SOAKED, word="Soaked", count=n - strong, percent=percent(n - strong, n)),
    )
    return StandardFigures(
        standard=name, number=int(name[1:]), title=f"Standard {name}", n=n, levels=levels if n else (),
        strong=strong, strong_percent=percent(strong, n),
    )  # fmt: skip


def kept_back(name: str) -> StandardFigures:
    """A standard that is suppressed."""
    return StandardFigures(standard=name, number=int(name[1:]), title=name, n=None, suppressed=True)


def criterion(name: str, of: str, not_met: int, n: int, duty: str = "kind-custom") -> CriterionFigures:
    """A criterion that so many of so many do not meet."""
    return CriterionFigures(
        criterion=name, standard=of, number=f"{of[1:]}.1", question=f"Is {name} so?", duty=duty, n=n, met=n - not_met,
        not_met=not_met, must_not_met=not_met if duty == "must" else 0, not_applicable=0,
        not_known=0, not_met_percent=percent(not_met, n),
    )  # fmt: skip


def beside(name: str, n: int | None, *, then: int = 0, now: int = 0, up: int = 0, down: int = 0) -> BesideFigures:
    """A standard in two views of the same settings; suppressed where there is no number of them."""
    return BesideFigures(
        standard=name, number=int(name[1:]), title=name, n=n, same=(n or 0) - up - down, up=up, down=down,
        strong_then=then, strong_now=now, strong_then_percent=percent(then, n or 0),
        strong_now_percent=percent(now, n or 0), suppressed=n is None,
    )  # fmt: skip


def group(
    sector: str,
    *standards: StandardFigures,
    criteria: tuple[CriterionFigures, ...] = (),
    moderated: tuple[BesideFigures, ...] = (),
    changes: tuple[BesideFigures, ...] = (),
) -> GroupFigures:
    """A sector."""
    return GroupFigures(
        sector=sector, word=sector.capitalize() or "All", expected=30, returned=30, standards=standards,
        criteria=criteria, moderated=moderated, changes=changes,
    )  # fmt: skip


def analysis(*sectors: GroupFigures, before: str = "") -> Analysis:
    """A round; what is together is not looked at where a test says nothing of it."""
    return Analysis(
        returns=30, expected=30, sectors=sectors, together=group(""), covers="", left_out=(), before_cycle=before,
        threshold=5,
    )  # fmt: skip
