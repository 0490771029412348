"""The analysis as a table of heat: standards down, sectors across, and what lies behind each figure in sentences."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from compact_tui.core.analysis_notes import MOST, SOME, heat_notes, theme_lines
from compact_tui.core.analysis_views import Analysis, BesideFigures, GroupFigures, StandardFigures
from compact_tui.core.answered_words import OTHER_EDITION, came, other_words, where_else
from compact_tui.core.audit_views import View
from compact_tui.core.pack import AuditPack
from compact_tui.core.setting import SECTORS
from compact_tui.core.text import count

ALL = "all"
"""Stands for all sectors that are shown, where a sector would stand."""
_CRITERIA_TOLD = 3
_BRIEF = {OTHER_EDITION: "edition"}
"""Words of a cell that are shorter where room is scarce."""
_NOBODY: Mapping[tuple[str, str], str] = {}


class HeatCell(View, frozen=True, kw_only=True):
    """One standard in one sector."""

    sector: str
    standard: str
    state: str
    """The state whose glyph stands for it; empty where nothing is shown."""
    words: str
    """What stands in the cell, such as ``most 83% of 24``."""
    brief: str
    """The same where room is scarce: ``83% of 24``."""
    lines: tuple[str, ...]
    """The same in full, a sentence a line."""


class HeatColumn(View, frozen=True, kw_only=True):
    """A sector."""

    sector: str
    word: str
    returned: str
    """Such as ``24 of 30``: on whichever audit and edition."""


class HeatRow(View, frozen=True, kw_only=True):
    """A standard with a cell for each sector."""

    standard: str
    number: int
    title: str
    short: str
    cells: tuple[HeatCell, ...]


class AuditCounted(View, frozen=True, kw_only=True):
    """An audit, in one edition, that returns of the round answer."""

    id: str
    """Pack and edition, such as ``compact-12@2026.1``."""
    word: str
    chosen: bool
    """Whether it is the one that is counted."""


class AnalysisPage(View, frozen=True, kw_only=True):
    """A round of returns, counted, and the table that shows it."""

    title: str
    sentence: str
    columns: tuple[HeatColumn, ...]
    rows: tuple[HeatRow, ...]
    notes: tuple[str, ...]
    """What the figures cover and what they leave out."""
    themes: tuple[str, ...]
    """What actions are about, the most frequent first, a line each."""
    analysis: Analysis
    audits: tuple[AuditCounted, ...] = ()
    """The audits that returns of the round answer, the one that was asked for first; one of them is counted."""
    measure: str = "Good or better, of those that graded it"
    """What each cell tells."""


def heat_page(
    analysis: Analysis,
    pack: AuditPack,
    title: str,
    audits: tuple[AuditCounted, ...] = (),
    staff: Mapping[tuple[str, str], str] = _NOBODY,
) -> AnalysisPage:
    """The page of an analysis.

    Args:
        analysis: The figures.
        pack: The pack that was answered.
        title: Its title.
        audits: The audits that returns of the round answer.
        staff: By sector (``ALL`` for the city) and standard what staff know of its topics, where that is shown.
    """
    groups = [group for group in analysis.sectors if group.expected or came(group)]
    if not pack.level:
        groups = [group for group in groups if group.returned] or groups
    columns = [*groups, replace(analysis.together, sector=ALL)] if len(groups) > 1 else groups
    shorts = {standard.id: standard.short or standard.title for standard in pack.standard}
    rows = [
        HeatRow(
            standard=figures.standard,
            number=figures.number,
            title=figures.title,
            short=shorts[figures.standard],
            cells=tuple(_cell(group, group.standards[at], staff) for group in columns),
        )
        for at, figures in enumerate(analysis.together.standards)
    ]
    shown = columns[-1] if columns else analysis.together
    part = shown.sector not in {"", ALL} and came(shown) < analysis.returns
    returned, of = (came(shown), shown.expected) if part else (analysis.returns, analysis.expected)
    strong = " or ".join(level.word for level in sorted(pack.level, key=lambda one: one.rank) if not level.weak)
    return AnalysisPage(
        title=title,
        sentence=f"{returned} of {count(of, 'return')} in",
        columns=tuple(
            HeatColumn(sector=one.sector, word=one.word, returned=f"{came(one)} of {one.expected}") for one in columns
        ),
        rows=tuple(rows),
        notes=tuple(heat_notes(analysis, shown, strong, pack, part=part)),
        themes=tuple(theme_lines(shown)),
        analysis=analysis,
        audits=audits,
        measure="Good or better, of those that graded it" if pack.level else "Answered with met, of all that applied",
    )


def narrowed(analysis: Analysis, sector: str = "", standard: str = "") -> Analysis:
    """The part of an analysis that is about one sector, one standard or both; totals stay as they are.

    What actions are about is of no standard: it is left out where one is named.
    """
    sectors = [group for group in analysis.sectors if sector in {"", group.sector}]
    return replace(
        analysis,
        sectors=tuple(_only(group, standard) for group in sectors),
        together=_only(analysis.together, standard),
    )


def _only(group: GroupFigures, standard: str) -> GroupFigures:
    if not standard:
        return group
    return replace(
        group,
        standards=tuple(one for one in group.standards if one.standard == standard),
        criteria=tuple(one for one in group.criteria if one.standard == standard),
        kinds=tuple(_only(kind, standard) for kind in group.kinds),
        moderated=tuple(one for one in group.moderated if one.standard == standard),
        changes=tuple(one for one in group.changes if one.standard == standard),
        themes=(),
        unthemed=0,
    )


def short_sector(sector: str) -> str:
    """The words of a sector as the head of a column."""
    return dict(SECTORS).get(sector, sector).partition(":")[0].partition(",")[0]


def plain_figures(analysis: Analysis) -> dict[str, Any]:
    """What ``analyse --json`` prints: its form is promised to other programs."""
    return {
        "returns": analysis.returns,
        "expected": analysis.expected,
        "sectors": [
            {
                "sector": group.sector,
                "returns": group.returned,
                "standards": [
                    {
                        "standard": one.standard,
                        "n": one.n,
                        "levels": {level.level: level.count for level in one.levels},
                        "suppressed": one.suppressed,
                    }
                    | ({} if one.levels or one.suppressed else {"answers": one.answers, "met": one.met})
                    for one in group.standards
                ],
            }
            for group in analysis.sectors
        ],
    }


def _cell(group: GroupFigures, figures: StandardFigures, staff: Mapping[tuple[str, str], str]) -> HeatCell:
    part, of, share = figures.strong, figures.n, figures.strong_percent
    if not figures.levels:
        part, of, share = figures.met, figures.answers if figures.n else figures.n, figures.met_percent
    state, word = ("done", "most") if share >= MOST else ("started", "some") if share >= SOME else ("attention", "few")
    if not of:
        state, word = "", "too few" if figures.suppressed else where_else(group) if group.elsewhere else "none yet"
    said = staff.get((group.sector, figures.standard), "")
    return HeatCell(
        sector=group.sector,
        standard=figures.standard,
        state=state,
        words=f"{word} {share}% of {of}" if of else word,
        brief=(f"all of {of}" if part == of else f"{share}% of {of}") if of else _BRIEF.get(word, word),
        lines=(*_lines(group, figures), *([said] if said else [])),
    )


def _lines(group: GroupFigures, figures: StandardFigures) -> Iterator[str]:
    if figures.n is None:
        yield "Too few settings to show: their grades could be worked out. Totals leave them out too."
        return
    if not figures.n:
        yield "No return has graded it yet."
        if group.elsewhere:
            those = "return of this sector is", "returns of this sector are"
            yield f"{count(group.elsewhere, *those)} on another {other_words(group)}: choose that one."
        return
    if not figures.levels:
        yield (
            f"{count(figures.n, 'setting')} returned it. Of {count(figures.answers, 'answer')} that applied, "
            f"{figures.met} say that it is met ({figures.met_percent}%)."
        )
        yield from _worst(group, figures)
        return
    levels = ", ".join(f"{one.word} {one.count} ({one.percent}%)" for one in figures.levels)
    yield f"{figures.n} graded it, {figures.not_graded} did not: {levels}."
    yield f"Good or better: {figures.strong} of {figures.n} ({figures.strong_percent}%)."
    yield from (f"The committee beside them: {said}." for said in _beside(group.moderated, figures.standard))
    yield from (f"Since last time, those with both: {said}." for said in _beside(group.changes, figures.standard))
    for one in group.changes:
        if one.standard == figures.standard and one.all_then:
            yield (
                f"All there were last time: good or better {one.all_then_strong} of {one.all_then} "
                f"({one.all_then_percent}%)."
            )
    kinds = [(kind.word, one) for kind in group.kinds for one in kind.standards if one.standard == figures.standard]
    told = [f"{word} {one.strong} of {one.n} ({one.strong_percent}%)" for word, one in kinds if one.n]
    if told:
        yield f"By kind: {'; '.join(told)}."
    yield from _worst(group, figures)


def _worst(group: GroupFigures, figures: StandardFigures) -> Iterator[str]:
    """The criteria most often not met."""
    worst = [one for one in group.criteria if one.standard == figures.standard and one.not_met][:_CRITERIA_TOLD]
    for criterion in worst:
        yield (
            f"{criterion.number} {criterion.question} Not met {criterion.not_met} of {criterion.n} "
            f"({criterion.not_met_percent}%), not known {criterion.not_known}, "
            f"not applicable {criterion.not_applicable}."
        )


def _beside(rows: tuple[BesideFigures, ...], standard: str) -> Iterator[str]:
    for one in rows:
        if one.standard == standard and one.n is None:
            yield "not shown, as it could tell about a few settings"
        elif one.standard == standard:
            yield (
                f"{one.up} higher, {one.same} the same, {one.down} lower, of {one.n}; good or better "
                f"{one.strong_then} ({one.strong_then_percent}%), then {one.strong_now} ({one.strong_now_percent}%)"
            )
