"""The returns behind a figure: names, and therefore for the partnership's own use only."""

from collections.abc import Iterable, Mapping

from compact_tui.core.analysis_figures import MET, NOT_KNOWN, NOT_MET
from compact_tui.core.analysis_heat import ALL, short_sector
from compact_tui.core.audit_views import View
from compact_tui.core.pack import NOT_GRADED, AuditPack, Standard
from compact_tui.core.return_facts import ReturnFacts
from compact_tui.core.text import count

INSIDE = "With names: for use inside the partnership only, not for publishing."


class BehindLine(View, frozen=True, kw_only=True):
    """A setting's grade of a standard."""

    return_id: str
    entry: str
    name: str
    sector: str
    level: str
    word: str
    state: str
    """The state whose glyph stands for it."""
    moderated: str
    """The committee's word for it; empty where it was not moderated."""
    actions: int
    evidence: int


class BehindView(View, frozen=True, kw_only=True):
    """Who is behind the figures of one standard, the lowest grade first."""

    sector: str
    sector_words: str
    standard: str
    number: int
    title: str
    lines: tuple[BehindLine, ...]
    sentence: str


def _ungraded(facts: ReturnFacts, standard: Standard, pack: AuditPack, level: str) -> str:
    """What stands in the place of a grade: how many answers are met, where an audit has no grades at all."""
    if pack.level:
        return "not graded" if level == NOT_GRADED else level
    said = [one.counts_as for one in facts.answers if one.standard == standard.id]
    asked = [one for one in said if one in {MET, "partly-met", NOT_MET, NOT_KNOWN}]
    return f"met {asked.count(MET)} of {len(asked)}"


def behind_view(
    returns: Iterable[ReturnFacts],
    pack: AuditPack,
    standard: Standard,
    moderated: Mapping[tuple[str, str], str],
    sector: str = ALL,
) -> BehindView:
    """The returns behind the figures of a standard, in one sector or in all."""
    ranks = {level.id: level for level in pack.level}
    lines = []
    for facts in returns:
        if sector not in {ALL, facts.sector} or (facts.pack, facts.edition) != (pack.pack.id, pack.pack.edition):
            continue
        for grade in facts.grades:
            if grade.standard == standard.id:
                level = ranks.get(grade.level)
                theirs = ranks.get(moderated.get((facts.return_id, standard.id), ""))
                lines.append(
                    BehindLine(
                        return_id=facts.return_id,
                        entry=facts.entry,
                        name=facts.name,
                        sector=facts.sector,
                        level=grade.level,
                        word=level.word if level else _ungraded(facts, standard, pack, grade.level),
                        state="not-started" if level is None else "attention" if level.weak else "done",
                        moderated=theirs.word if theirs else "",
                        actions=grade.actions,
                        evidence=grade.evidence,
                    )
                )
    lowest = {level.id: level.rank for level in pack.level}
    lines.sort(key=lambda line: (lowest.get(line.level, 1_000_000), line.name.casefold()))
    return BehindView(
        sector=sector,
        sector_words="all sectors" if sector == ALL else short_sector(sector),
        standard=standard.id,
        number=standard.number,
        title=standard.title,
        lines=tuple(lines),
        sentence=f"{count(len(lines), 'return')}. {INSIDE}",
    )
