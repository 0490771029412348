"""What was published of a round: remembered when something with figures is written, and looked at before the next."""

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.analysis_views import Analysis
from compact_tui.core.knowledge_views import KnowledgeTopic
from compact_tui.core.learning_report import CITY
from compact_tui.core.learning_report_beside import topics_told
from compact_tui.core.learning_report_parts import is_shown
from compact_tui.core.pack import AuditPack
from compact_tui.core.partnership import FiguresPublished
from compact_tui.core.published import Counted, FewBetween, Row, counted_now, few_between, grades_only, told_between
from compact_tui.core.published_staff import StaffCounted, staff_told
from compact_tui.services.analysing import moderated_levels
from compact_tui.services.city_knowledge import staff_counted
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import head_of, keep, kept
from compact_tui.services.round_returns import counted_returns


class Figures(Struct, frozen=True, kw_only=True):
    """The figures that stand in something that is written."""

    pack: AuditPack
    analysis: Analysis
    sectors: tuple[str, ...]
    """Those of which any figure is shown."""
    topics: tuple[KnowledgeTopic, ...] = ()
    """Those of which it is told what staff know."""
    spread: bool = False
    """Whether nothing is told of the sectors but how many are at which level."""

    @property
    def audit(self) -> str:
        """Pack and edition."""
        return f"{self.pack.pack.id}@{self.pack.pack.edition}"


def figures_in_report(
    pack: AuditPack, analysis: Analysis, sector: str, known: tuple[KnowledgeTopic, ...] = ()
) -> Figures:
    """The figures of a learning report; the overview of the city tells nothing of what staff know.

    Args:
        pack: The audit.
        analysis: The round, counted on it.
        sector: The sector; ``city`` for the overview.
        known: What staff of the sector know.
    """
    topics = () if sector == CITY else topics_told(known)
    return Figures(pack=pack, analysis=analysis, sectors=_shown(analysis, sector), topics=topics)


def spread_of(
    pack: AuditPack, analysis: Analysis, sector: str = CITY, topics: tuple[KnowledgeTopic, ...] = ()
) -> Figures:
    """How many of a sector, or of each, are at which level; with some topics of which it is told what staff know."""
    return Figures(pack=pack, analysis=analysis, sectors=_shown(analysis, sector), topics=topics, spread=True)


class Publishing:
    """The figures that were published, and those of now; returns are read once, and only where that is needed.

    Args:
        desk: Where and when.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk, self._cycle = desk, head_of(desk).cycle
        self._counted: dict[str, Counted] = {}

    @cached_property
    def _published(self) -> tuple[FiguresPublished, ...]:
        return kept(self._desk, "figures_published", FiguresPublished)

    @cached_property
    def _staff(self) -> StaffCounted:
        return staff_counted(self._desk)

    def _now(self, cycle: str, sector: str, audit: str) -> tuple[Row, ...]:
        if cycle not in self._counted:
            returns = counted_returns(self._desk, cycle)
            self._counted[cycle] = counted_now(returns, moderated_levels(self._desk))
        return self._counted[cycle].get((sector, audit), ())

    def warnings(self, figures: Figures) -> tuple[str, ...]:
        """What readers of these and of what was published could work out of few settings, a sentence each.

        Raises:
            WorkspaceError: If what was collected cannot be read.
        """
        told = (*self._told(figures), *self._told_of_staff(figures))
        return tuple(dict.fromkeys(one for one in told if one))

    def _told(self, figures: Figures) -> Iterator[str]:
        for one, now in self._beside(figures):
            yield told_between(one, now, figures.analysis.threshold, cycle=self._cycle, spread=figures.spread)

    def _beside(self, figures: Figures) -> Iterator[tuple[FiguresPublished, tuple[Row, ...]]]:
        """What was published of the same sectors, and what is counted of each now; in a report of last time too."""
        before = "" if figures.spread else figures.analysis.before_cycle
        for one in self._published:
            same = (one.cycle, one.audit) == (self._cycle, figures.audit)
            if not one.topic and one.sector in figures.sectors and (same or one.cycle == before != ""):
                yield one, self._now(one.cycle, one.sector, one.audit)

    def _told_of_staff(self, figures: Figures) -> Iterator[str]:
        titles = {(one.topic, _sector_of(one)): one.title for one in figures.topics}
        before = [one for one in self._published if (one.topic, one.sector) in titles]
        if before:
            by_id = {topic: title for (topic, _), title in titles.items()}
            yield from staff_told(before, self._staff, by_id, figures.analysis.threshold)

    def few_beside(self, figures: Figures) -> FewBetween | None:
        """The fewest settings that these figures and those published would tell about; ``None`` where there are none.

        Raises:
            WorkspaceError: If what was collected cannot be read.
        """
        threshold = figures.analysis.threshold
        found = (few_between(one, now, threshold, spread=figures.spread) for one, now in self._beside(figures))
        return max((few for few in found if few is not None), key=lambda few: few.more, default=None)

    def remember(self, figures: Figures) -> None:
        """Keep what some figures count, where the same was not kept before.

        Raises:
            WorkspaceError: If that could not be saved.
        """
        known = {_what(one) for one in self._published}
        known |= {_what(replace(one, counted=grades_only(one.counted), spread=True)) for one in self._published}
        news = [one for one in self._as_kept(figures) if _what(one) not in known]
        made = [replace(one, id=self._desk.new_id("fp")) for one in news]
        if made:
            edits = tuple(edit("figures_published", one.id, None, one) for one in made)
            keep(self._desk, "figures-published", "figures written to be published", edits, undoable=False)
            self.__dict__.pop("_published", None)

    def _as_kept(self, figures: Figures) -> Iterator[FiguresPublished]:
        audit = figures.audit
        for sector in figures.sectors:
            now = self._now(self._cycle, sector, audit)
            counted = grades_only(now) if figures.spread else now
            yield self._record(sector, counted, audit=audit, spread=figures.spread)
        for topic in figures.topics:
            sector = _sector_of(topic)
            yield self._record(sector, self._staff.get((topic.topic, sector), ()), topic=topic.topic)

    def _record(
        self, sector: str, counted: tuple[Row, ...], *, audit: str = "", topic: str = "", spread: bool = False
    ) -> FiguresPublished:
        return FiguresPublished(
            id="",
            cycle=self._cycle,
            audit=audit,
            sector=sector,
            on=self._desk.today,
            counted=counted,
            topic=topic,
            spread=spread,
            by=self._desk.who,
            at=self._desk.at,
        )


def _what(one: FiguresPublished) -> tuple[object, ...]:
    return (one.cycle, one.audit, one.sector, one.topic, one.spread, one.counted)


def _sector_of(topic: KnowledgeTopic) -> str:
    """The sector whose staff a topic tells of; ``city`` for all of them."""
    return topic.figure.sectors[0] if topic.figure.sectors else CITY


def _shown(analysis: Analysis, sector: str) -> tuple[str, ...]:
    """The sectors of which figures are shown."""
    return tuple(one.sector for one in analysis.sectors if sector in {CITY, one.sector} and is_shown(one))
