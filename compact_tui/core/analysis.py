"""The analysis of a round of returns: how settings graded themselves, per sector and standard, small groups suppressed.

Totals are made of what is shown and of nothing else, so that no difference between two figures tells about a group
that is not.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.action_themes import ThemeTerms
from compact_tui.core.analysis_beside import (
    change_figures,
    kind_figures,
    moderated_figures,
    theme_figures,
    together_beside,
)
from compact_tui.core.analysis_figures import criteria_of, criteria_together, standards_of, with_answers
from compact_tui.core.analysis_sums import Beside, Steps, Sums
from compact_tui.core.analysis_views import Analysis, GroupFigures
from compact_tui.core.pack import AuditPack
from compact_tui.core.return_facts import ReturnFacts
from compact_tui.core.suppression import THRESHOLD, may_show
from compact_tui.core.variation import for_sector


class Expected(Struct, frozen=True):
    """A sector as the register has it."""

    sector: str
    word: str
    settings: int


class _Frame(Struct, frozen=True):
    """What every group is counted by."""

    pack: AuditPack
    beside: Beside
    threshold: int


def analyse(
    returns: Iterable[ReturnFacts],
    pack: AuditPack,
    expected: Sequence[Expected],
    *,
    threshold: int = THRESHOLD,
    beside: Beside | None = None,
) -> Analysis:
    """Count a round of returns: each setting's newest only, which is the caller's part.

    Args:
        returns: The returns, in any order; each is looked at once.
        pack: The pack they are compared by. A return on another pack or edition is not counted, and said.
        expected: The sectors, in the order of showing, with how many returns are expected of each.
        threshold: Groups of fewer settings than this are suppressed.
        beside: The committee's grades, the round before and the themes of actions; ``None`` for none of them.
    """
    frame = _Frame(pack, beside or Beside(), threshold)
    sums: dict[str, Sums] = {one.sector: Sums() for one in expected}
    others: Counter[tuple[str, str]] = Counter()
    elsewhere: Counter[str] = Counter()
    editions: Counter[str] = Counter()
    steps, terms = Steps(pack), ThemeTerms(frame.beside.themes)
    seen = 0
    for facts in returns:
        seen += 1
        if (facts.pack, facts.edition) != (pack.pack.id, pack.pack.edition):
            others[facts.pack, facts.edition] += 1
            elsewhere[facts.sector] += 1
            editions[facts.sector] += facts.pack == pack.pack.id
            if facts.sector not in sums:
                sums[facts.sector] = Sums()
            continue
        if facts.sector not in sums:
            sums[facts.sector] = Sums()
        sums[facts.sector].add(facts, steps, frame.beside, terms)
    known = {one.sector: one for one in expected}
    rows = [known.get(sector, Expected(sector, sector or "sector not said", 0)) for sector in sums]
    groups = tuple(
        replace(_sector(row, sums[row.sector], frame), elsewhere=elsewhere[row.sector], editions=editions[row.sector])
        for row in rows
    )
    return Analysis(
        returns=seen,
        expected=sum(one.settings for one in expected),
        sectors=groups,
        together=_together(groups, sums, frame),
        covers=_covers(groups),
        left_out=tuple(
            f"Not counted, because unlike editions are never mixed: {n} on {which}, edition {edition}."
            for (which, edition), n in sorted(others.items())
        ),
        before_cycle=frame.beside.before_cycle,
        threshold=threshold,
    )


def _sector(row: Expected, sums: Sums, frame: _Frame) -> GroupFigures:
    """What may be shown of a sector: of itself, of its kinds, and beside the committee's view and last time's."""
    pack, threshold = frame.pack, frame.threshold
    group = _figures(row, sums, frame)
    kinds = kind_figures(group, sums, pack, threshold) if pack.level else ()
    moderated = moderated_figures(group, kinds, sums, pack, threshold)
    changes = change_figures(group, kinds, moderated, sums, pack, threshold, frame.beside.then)
    return replace(group, kinds=kinds, moderated=moderated, changes=changes)


def _together(groups: Sequence[GroupFigures], sums: Mapping[str, Sums], frame: _Frame) -> GroupFigures:
    whole, expected, covered = Sums(), 0, []
    for group in groups:
        shown = frozenset(figures.standard for figures in group.standards if not figures.suppressed)
        if not shown or not group.returned:
            continue
        whole.join(sums[group.sector], shown, frozenset(figures.criterion for figures in group.criteria))
        expected += group.expected
        covered.append(group)
    together = _figures(Expected("", "All that is shown", expected), whole, frame)
    criteria = criteria_together(together.criteria, [group.criteria for group in covered], frame.pack)
    return replace(
        together,
        elsewhere=sum(group.elsewhere for group in covered),
        editions=sum(group.editions for group in covered),
        criteria=criteria,
        duties_not_met=None if together.duties_not_met is None else sum(one.must_not_met for one in criteria),
        moderated=together_beside([group.moderated for group in groups], frame.pack),
        changes=together_beside([group.changes for group in groups], frame.pack),
    )


def _covers(groups: Sequence[GroupFigures]) -> str:
    there = [group for group in groups if group.returned]
    shown = [group for group in there if any(not figures.suppressed for figures in group.standards)]
    if len(shown) == len(there):
        return "Covers every sector that returned."
    hidden = ", ".join(group.word for group in there if group not in shown)
    return f"Covers {len(shown)} of {len(there)} sectors; too few returns to show: {hidden}."


def _figures(row: Expected, sums: Sums, frame: _Frame) -> GroupFigures:
    """What may be shown of a group by itself."""
    pack, threshold = frame.pack, frame.threshold
    seen = for_sector(pack, row.sector)
    whole = may_show(sums.returned, threshold)
    standards = standards_of(sums.levels, pack, threshold, whole=whole)
    shown = {figures.standard for figures in standards if not figures.suppressed}
    criteria = criteria_of(sums.answers, pack, seen, shown, threshold)
    return GroupFigures(
        sector=row.sector,
        word=row.word,
        expected=row.settings,
        returned=sums.returned,
        standards=with_answers(standards, criteria),
        criteria=criteria,
        duties_not_met=sum(figures.must_not_met for figures in criteria) if shown else None,
        themes=theme_figures(sums, frame.beside.themes) if whole else (),
        unthemed=sums.unthemed if whole else 0,
    )
