"""What was published of a round: remembered when a report is written, and looked at before the next one is."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from compact_tui.core.analysis_views import Analysis
from compact_tui.core.learning_report import CITY
from compact_tui.core.learning_report_parts import is_shown
from compact_tui.core.pack import AuditPack
from compact_tui.core.partnership import FiguresPublished
from compact_tui.core.published import Counted, counted_now, told_between
from compact_tui.services.analysing import moderated_levels
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import head_of, keep, kept
from compact_tui.services.round_returns import counted_returns


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

    def _now(self, cycle: str) -> Counted:
        if cycle not in self._counted:
            returns = counted_returns(self._desk, cycle)
            self._counted[cycle] = counted_now(returns, moderated_levels(self._desk))
        return self._counted[cycle]

    def warnings(self, pack: AuditPack, analysis: Analysis, sector: str) -> tuple[str, ...]:
        """What readers of this report and of those that were written could work out of few settings, a sentence each.

        Raises:
            WorkspaceError: If what was collected cannot be read.
        """
        return tuple(dict.fromkeys(self._told(pack, analysis, _shown(analysis, sector))))

    def _told(self, pack: AuditPack, analysis: Analysis, sectors: Sequence[str]) -> Iterator[str]:
        for one in self._published:
            same = one.cycle == self._cycle and one.audit == _audit(pack)
            last = bool(one.cycle) and one.cycle == analysis.before_cycle
            if one.sector in sectors and (same or last):
                now = self._now(one.cycle).get((one.sector, one.audit), ())
                told = told_between(one, now, analysis.threshold, cycle=self._cycle)
                if told:
                    yield told

    def remember(self, pack: AuditPack, analysis: Analysis, sector: str) -> None:
        """Keep what the figures of a report count, where no report said the same before.

        Raises:
            WorkspaceError: If that could not be saved.
        """
        known = {(one.cycle, one.audit, one.sector, one.counted) for one in self._published}
        made = []
        for one in _shown(analysis, sector):
            counted = self._now(self._cycle).get((one, _audit(pack)), ())
            if (self._cycle, _audit(pack), one, counted) not in known:
                made.append(
                    FiguresPublished(
                        id=self._desk.new_id("fp"),
                        cycle=self._cycle,
                        audit=_audit(pack),
                        sector=one,
                        on=self._desk.today,
                        counted=counted,
                        by=self._desk.who,
                        at=self._desk.at,
                    )
                )
        if made:
            edits = tuple(edit("figures_published", one.id, None, one) for one in made)
            keep(self._desk, "figures-published", "figures written to a report", edits, undoable=False)
            self.__dict__.pop("_published", None)


def _audit(pack: AuditPack) -> str:
    return f"{pack.pack.id}@{pack.pack.edition}"


def _shown(analysis: Analysis, sector: str) -> tuple[str, ...]:
    """The sectors of which a report shows figures."""
    return tuple(one.sector for one in analysis.sectors if sector in {CITY, one.sector} and is_shown(one))
