"""Where the sector stands, as replies tell it: left out beside what was published, where both would tell of a few."""

from collections.abc import Iterable

from compact_tui.core.analysis_views import GroupFigures
from compact_tui.core.reply import Reply
from compact_tui.core.setting import sector_word
from compact_tui.core.text import count
from compact_tui.services.analysing import analyse, audit_named
from compact_tui.services.desk import Desk
from compact_tui.services.publishing import Publishing, spread_of


class Spreads:
    """How many are at which level in some sectors; looked at and remembered once a sector, not once a reply.

    Args:
        desk: Where and when.
        sectors: The sectors that are replied to.
    """

    def __init__(self, desk: Desk, sectors: Iterable[str]) -> None:
        analysis, pack = analyse(desk).analysis, audit_named(desk, "")
        self._publishing = Publishing(desk)
        self._figures = {sector: spread_of(pack, analysis, sector) for sector in sorted(sectors)}
        few = {sector: self._publishing.few_beside(figures) for sector, figures in self._figures.items()}
        self._remembered: set[str] = set()
        self.shown: dict[str, GroupFigures] = {
            group.sector: group for group in analysis.sectors if group.sector in few and few[group.sector] is None
        }
        """Those that replies may tell."""
        self.notes = tuple(
            f"{sector_word(sector) or 'Sector not said'}: these replies leave out how many are at which grade. "
            f"{found.sentence} With {count(found.more, 'more return')} they tell it again."
            for sector, found in few.items()
            if found is not None
        )
        """What was left out and why, a sentence or two for each sector."""

    def remember(self, sector: str, reply: Reply) -> None:
        """Keep what the figures of a sector count, where the reply tells them: before it is written.

        Raises:
            WorkspaceError: If that could not be saved.
        """
        if sector not in self._remembered and any(grade.sector for grade in reply.grades):
            self._publishing.remember(self._figures[sector])
            self._remembered.add(sector)
