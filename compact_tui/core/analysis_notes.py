"""What is said beside the figures of an analysis: what they cover and leave out, and what actions are about."""

from collections.abc import Iterator

from compact_tui.core.analysis_views import Analysis, GroupFigures
from compact_tui.core.answered_words import all_returned_words, beside_all, beside_figures, returned_words
from compact_tui.core.pack import AuditPack
from compact_tui.core.suppression import percent
from compact_tui.core.text import count

MOST, SOME = 80, 50
"""Shares, in per cent, from which most and some settings are good or better."""


def heat_notes(analysis: Analysis, shown: GroupFigures, strong: str, pack: AuditPack, *, part: bool) -> Iterator[str]:
    """What is to be known of what is shown, a sentence each.

    Args:
        analysis: The figures, narrowed to what is shown.
        shown: The group in the last column.
        strong: The words of the levels that are not weak; empty where a pack has none.
        pack: The pack that was answered.
        part: Whether one sector is shown, which is a part of all that came; then only what concerns it is said.
    """
    told = f"how many graded themselves {strong}, of how many" if strong else "how many answers say met, of how many"
    yield f"Each cell: {told}. most: from {MOST}%; some: from {SOME}%; few: below."
    if not part:
        yield analysis.covers
    yield f"Groups of fewer than {analysis.threshold} settings are not shown, nor what could tell about them."
    must = pack.duty[0] if pack.duty else None
    if must and shown.duties_not_met is not None:
        times = sum(one.must_not_met for one in shown.criteria)
        yield f'Answered "not met" where it is marked "{must.word}"{_of_standard(shown, pack)}: {count(times, "time")}.'
    if analysis.before_cycle and (shown.changes or not part):
        yield f"Changes are counted from {analysis.before_cycle}, for settings that returned both times."
    yield from returned_notes(analysis, part=part)


def _of_standard(shown: GroupFigures, pack: AuditPack) -> str:
    """Which standard is meant, where one is shown of several."""
    only = shown.standards[0] if len(shown.standards) == 1 < len(pack.standard) else None
    return f" in standard {only.number}" if only else ""


def returned_notes(analysis: Analysis, *, part: bool) -> Iterator[str]:
    """How many returned where that is more than what is counted, and what is not counted."""
    away = [group for group in analysis.sectors if beside_figures(group)]
    yield from (f"{group.word}: {returned_words(group)}." for group in away)
    if part:
        return
    if away and len(analysis.sectors) > 1 and beside_all(analysis):
        yield f"All sectors: {all_returned_words(analysis)}."
    yield from analysis.left_out


def theme_lines(group: GroupFigures) -> Iterator[str]:
    """What actions are about, the most frequent first, a line each."""
    for one in group.themes:
        if one.settings:
            yield f"{one.word}: {count(one.settings, 'setting')} ({percent(one.settings, group.returned)}%)"
    if group.unthemed:
        yield f"Actions that fit no theme: {count(group.unthemed, 'setting')}"
