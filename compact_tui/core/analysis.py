"""The analysis of a round of returns: how settings graded themselves, per sector and standard, small groups suppressed.

Totals are made of what is shown and of nothing else, so that no difference between two figures tells about a group
that is not.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from compact_tui.core.analysis_views import Analysis, CriterionFigures, GroupFigures, LevelCount, StandardFigures
from compact_tui.core.pack import NOT_GRADED, AuditPack
from compact_tui.core.return_facts import ReturnFacts
from compact_tui.core.suppression import THRESHOLD, may_show, percent

NOT_MET, NOT_APPLICABLE, NOT_KNOWN = "not-met", "not-applicable", "not-known"
_ANSWERED = ("met", "partly-met", NOT_MET, NOT_APPLICABLE, NOT_KNOWN)


class _Sums:
    """What is added up of one sector while returns stream by."""

    def __init__(self) -> None:
        self.returned = 0
        self.levels: Counter[tuple[str, str]] = Counter()
        """By standard and level."""
        self.answers: Counter[tuple[str, str]] = Counter()
        """By criterion and what the answer counts as."""

    def add(self, facts: ReturnFacts) -> None:
        self.returned += 1
        self.levels.update((grade.standard, grade.level) for grade in facts.grades)
        self.answers.update((answer.criterion, answer.counts_as) for answer in facts.answers)

    def join(self, other: "_Sums", standards: Iterable[str], criteria: Iterable[str]) -> None:
        """Take in what another has of some standards and criteria."""
        self.returned += other.returned
        wanted, asked = set(standards), set(criteria)
        self.levels.update({key: n for key, n in other.levels.items() if key[0] in wanted})
        self.answers.update({key: n for key, n in other.answers.items() if key[0] in asked})


class Expected(Struct, frozen=True):
    """A sector as the register has it."""

    sector: str
    word: str
    settings: int


def analyse(
    returns: Iterable[ReturnFacts],
    pack: AuditPack,
    expected: Sequence[Expected],
    *,
    threshold: int = THRESHOLD,
) -> Analysis:
    """Count a round of returns: each setting's newest only, which is the caller's part.

    Args:
        returns: The returns, in any order; each is looked at once.
        pack: The pack they are compared by. A return on another pack or edition is not counted, and said.
        expected: The sectors, in the order of showing, with how many returns are expected of each.
        threshold: Groups of fewer settings than this are suppressed.
    """
    sums: dict[str, _Sums] = {one.sector: _Sums() for one in expected}
    others: Counter[tuple[str, str]] = Counter()
    seen = 0
    for facts in returns:
        seen += 1
        if (facts.pack, facts.edition) != (pack.pack.id, pack.pack.edition):
            others[facts.pack, facts.edition] += 1
        else:
            sums.setdefault(facts.sector, _Sums()).add(facts)
    known = {one.sector: one for one in expected}
    rows = [known.get(sector, Expected(sector, sector or "sector not said", 0)) for sector in sums]
    groups = tuple(_figures(row, sums[row.sector], pack, threshold) for row in rows)
    return Analysis(
        returns=seen,
        expected=sum(one.settings for one in expected),
        sectors=groups,
        together=_together(groups, sums, pack, threshold),
        covers=_covers(groups),
        left_out=tuple(
            f"Not counted, because unlike editions are never mixed: {n} on {which}, edition {edition}."
            for (which, edition), n in sorted(others.items())
        ),
        threshold=threshold,
    )


def _together(
    groups: Sequence[GroupFigures], sums: Mapping[str, _Sums], pack: AuditPack, threshold: int
) -> GroupFigures:
    whole, expected, returned = _Sums(), 0, 0
    for group in groups:
        shown = {figures.standard for figures in group.standards if not figures.suppressed}
        if not shown:
            continue
        whole.join(sums[group.sector], shown, {figures.criterion for figures in group.criteria})
        expected += group.expected
        returned += group.returned
    return _figures(Expected("", "All that is shown", expected), whole, pack, threshold)


def _covers(groups: Sequence[GroupFigures]) -> str:
    there = [group for group in groups if group.returned]
    shown = [group for group in there if any(not figures.suppressed for figures in group.standards)]
    if len(shown) == len(there):
        return "Covers every sector that returned."
    hidden = ", ".join(group.word for group in there if group not in shown)
    return f"Covers {len(shown)} of {len(there)} sectors; too few returns to show: {hidden}."


def _figures(row: Expected, sums: _Sums, pack: AuditPack, threshold: int) -> GroupFigures:
    """What may be shown of a group."""
    whole = may_show(sums.returned, threshold)
    standards = tuple(_standard(sums, pack, at, threshold, whole=whole) for at in range(len(pack.standard)))
    shown = {figures.standard for figures in standards if not figures.suppressed}
    criteria = _criteria(sums, pack, shown, threshold)
    musts = [figures for figures in criteria if figures.duty == _strongest(pack)]
    return GroupFigures(
        sector=row.sector,
        word=row.word,
        expected=row.settings,
        returned=sums.returned,
        standards=standards,
        criteria=criteria,
        duties_not_met=sum(figures.not_met for figures in musts) if shown else None,
    )


def _strongest(pack: AuditPack) -> str:
    """The duty that a pack names first: the strongest."""
    return pack.duty[0].id if pack.duty else ""


def _standard(sums: _Sums, pack: AuditPack, at: int, threshold: int, *, whole: bool) -> StandardFigures:
    standard = pack.standard[at]
    counts = {level.id: sums.levels[standard.id, level.id] for level in pack.level}
    n = sum(counts.values())
    if not whole or not may_show(n, threshold):
        return StandardFigures(
            standard=standard.id, number=standard.number, title=standard.title, n=None, suppressed=True
        )
    ranked = sorted(pack.level, key=lambda level: -level.rank)
    strong = sum(counts[level.id] for level in pack.level if not level.weak)
    return StandardFigures(
        standard=standard.id,
        number=standard.number,
        title=standard.title,
        n=n,
        not_graded=sums.levels[standard.id, NOT_GRADED],
        levels=tuple(
            LevelCount(level=level.id, word=level.word, count=counts[level.id], percent=percent(counts[level.id], n))
            for level in ranked
        ),
        strong=strong,
        strong_percent=percent(strong, n),
    )


def _criteria(sums: _Sums, pack: AuditPack, shown: set[str], threshold: int) -> tuple[CriterionFigures, ...]:
    found = []
    for standard in pack.standard:
        if standard.id not in shown:
            continue
        for place, criterion in enumerate(standard.criterion, 1):
            counts = {counts_as: n for (item, counts_as), n in sums.answers.items() if item == criterion.id}
            asked = sum(n for counts_as, n in counts.items() if counts_as in _ANSWERED)
            if not asked or not may_show(asked, threshold):
                continue
            found.append(
                CriterionFigures(
                    criterion=criterion.id,
                    standard=standard.id,
                    number=f"{standard.number}.{place}",
                    question=criterion.question,
                    duty=criterion.duty,
                    n=asked,
                    not_met=counts.get(NOT_MET, 0),
                    not_applicable=counts.get(NOT_APPLICABLE, 0),
                    not_known=counts.get(NOT_KNOWN, 0),
                    not_met_percent=percent(counts.get(NOT_MET, 0), asked),
                )
            )
    return tuple(sorted(found, key=lambda figures: (-figures.not_met_percent, -figures.not_met)))
