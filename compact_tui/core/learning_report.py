"""The learning report as a value: its sections, and for every figure in it what it counts."""

from collections.abc import Sequence

from msgspec import Struct

from compact_tui.core.analysis_views import Analysis, GroupFigures
from compact_tui.core.audit_views import View
from compact_tui.core.knowledge_views import KnowledgeTopic
from compact_tui.core.pack import AuditPack
from compact_tui.core.page import ReportPage, Section
from compact_tui.core.partnership import GoodPractice, Learning, LocalContact, PartnershipHead

CITY = "city"
"""Stands for the overview of all sectors, where a sector would stand."""
KNOWLEDGE = "knowledge"
"""Measure of what staff knew: it comes from spot checks that were sent in, not from the answers of returns."""
REFERENCES = "Numbers in square brackets stand for the returns behind a figure, which the partnership keeps."


class CountKey(View, frozen=True, kw_only=True):
    """What a number counts, so that it can be counted again from the returns behind it."""

    measure: str
    """One of the measures of ``core.learning_trace``."""
    sectors: tuple[str, ...]
    standard: str = ""
    detail: str = ""
    """A level, a theme, a kind of setting or what answers count as; the measure says which."""
    criterion: str = ""


class Count(View, frozen=True, kw_only=True):
    """One number of a figure."""

    name: str
    count: int
    keys: tuple[CountKey, ...]
    """What is added up; mostly one."""


class Figure(View, frozen=True, kw_only=True):
    """A figure of a report; everything in it was shown by the analysis."""

    number: int
    """What stands in square brackets beside it in a numbered report."""
    what: str
    value: str
    counts: tuple[Count, ...]


class LearningReport(View, frozen=True, kw_only=True):
    """What came of a round for one sector, or for all of them on one side."""

    sector: str
    """Id of the sector, or ``city``."""
    sector_word: str
    partnership: str
    cycle: str
    made_on: str
    title: str
    first_lines: tuple[str, ...]
    in_short: tuple[str, ...]
    sections: tuple[Section, ...]
    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = ()
    """What whoever publishes it should know first; not in the report."""


class Material(Struct, frozen=True, kw_only=True):
    """What a report is made of: figures that are shown, and what the partnership wrote itself."""

    head: PartnershipHead
    pack: AuditPack
    analysis: Analysis
    today: str
    log: tuple[Learning, ...] = ()
    practice: tuple[GoodPractice, ...] = ()
    contacts: tuple[LocalContact, ...] = ()
    known: tuple[KnowledgeTopic, ...] = ()
    """What staff's answers show, the least known topic first."""
    notes: tuple[str, ...] = ()


class Ledger:
    """Gives every figure of a report its number, once.

    Args:
        numbered: Whether the numbers stand in the report: for whoever checks it, not for those that it is written for.
    """

    def __init__(self, *, numbered: bool = True) -> None:
        self.numbered = numbered
        self._figures: dict[tuple[tuple[CountKey, ...], ...], Figure] = {}

    def note(self, what: str, value: str, counts: Sequence[Count]) -> str:
        """Put a figure down and say what stands behind its value, such as `` [3]``; nothing without numbers."""
        keys = tuple(one.keys for one in counts)
        if keys not in self._figures:
            number = len(self._figures) + 1
            self._figures[keys] = Figure(number=number, what=what, value=value, counts=tuple(counts))
        return f" [{self._figures[keys].number}]" if self.numbered else ""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures so far, in the order of their numbers."""
        return tuple(self._figures.values())


def group_of(material: Material, sector: str) -> GroupFigures | None:
    """The figures of a sector; ``None`` where neither the register nor a return has it."""
    return next((one for one in material.analysis.sectors if one.sector == sector), None)


def report_page(report: LearningReport) -> ReportPage:
    """The report as a page to write; the overview of all sectors is dense."""
    return ReportPage(
        title=report.title,
        first_lines=report.first_lines,
        sections=report.sections,
        dense=report.sector == CITY,
    )
