"""Counts of a group as figures: each standard by level, each criterion by what was answered."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from compact_tui.core.analysis_views import CriterionFigures, LevelCount, StandardFigures
from compact_tui.core.pack import NOT_GRADED, AuditPack, Standard
from compact_tui.core.suppression import may_show, percent

MET, NOT_MET, NOT_APPLICABLE, NOT_KNOWN = "met", "not-met", "not-applicable", "not-known"
_ANSWERED = (MET, "partly-met", NOT_MET, NOT_APPLICABLE, NOT_KNOWN)

Counts = Mapping[tuple[str, str], int]
"""By standard and level, or by criterion and what the answer counts as."""


def standards_of(levels: Counts, pack: AuditPack, threshold: int, *, whole: bool) -> tuple[StandardFigures, ...]:
    """Each standard of a pack; those that too few graded, or all where the group may not be shown, suppressed."""
    return tuple(_standard(levels, pack, standard, threshold, whole=whole) for standard in pack.standard)


def suppressed(standard: Standard) -> StandardFigures:
    """A standard of which nothing is shown."""
    return StandardFigures(standard=standard.id, number=standard.number, title=standard.title, n=None, suppressed=True)


def _standard(levels: Counts, pack: AuditPack, standard: Standard, threshold: int, *, whole: bool) -> StandardFigures:
    counts = {level.id: levels.get((standard.id, level.id), 0) for level in pack.level}
    ungraded = levels.get((standard.id, NOT_GRADED), 0)
    n = sum(counts.values()) if counts else ungraded
    if not whole or not may_show(n, threshold):
        return suppressed(standard)
    ranked = sorted(pack.level, key=lambda level: -level.rank)
    strong = sum(counts[level.id] for level in pack.level if not level.weak)
    return StandardFigures(
        standard=standard.id,
        number=standard.number,
        title=standard.title,
        n=n,
        not_graded=ungraded if counts else 0,
        levels=tuple(
            LevelCount(level=level.id, word=level.word, count=counts[level.id], percent=percent(counts[level.id], n))
            for level in ranked
        ),
        strong=strong,
        strong_percent=percent(strong, n),
    )


def with_answers(
    standards: Sequence[StandardFigures], criteria: Sequence[CriterionFigures]
) -> tuple[StandardFigures, ...]:
    """Standards with how many of the answers to their criteria say that they are met.

    Only criteria that are shown are added up, so that the sum tells nothing about one that is not.
    """
    asked: Counter[str] = Counter()
    met: Counter[str] = Counter()
    for one in criteria:
        asked[one.standard] += one.n - one.not_applicable
        met[one.standard] += one.met
    return tuple(
        one
        if one.suppressed
        else replace(
            one,
            answers=asked[one.standard],
            met=met[one.standard],
            met_percent=percent(met[one.standard], asked[one.standard]),
        )
        for one in standards
    )


def criteria_of(
    answers: Counts, pack: AuditPack, seen: AuditPack, shown: set[str], threshold: int
) -> tuple[CriterionFigures, ...]:
    """The criteria of the standards that are shown, those most often not met first; those of too few are left out.

    A question is named as the sector's own audit counts and marks it. One that only some are asked, such as a school
    about its nursery, has no number of its own there.

    Too few are also those to whom a criterion applies where it is not applicable to all others: to whom it applies,
    everybody can know, such as which of the settings have boarders.
    """
    found = []
    own = {
        criterion.id: (f"{standard.number}.{place}", criterion.duty)
        for standard in seen.standard
        for place, criterion in enumerate(standard.criterion, 1)
    }
    for standard in pack.standard:
        if standard.id not in shown:
            continue
        for criterion in standard.criterion:
            number, duty = own.get(criterion.id, (str(standard.number), criterion.duty))
            counts = {meaning: answers.get((criterion.id, meaning), 0) for meaning in _ANSWERED}
            asked = sum(counts.values())
            applied = asked - counts[NOT_APPLICABLE]
            if not asked or not may_show(asked, threshold) or not may_show(applied, threshold):
                continue
            found.append(
                CriterionFigures(
                    criterion=criterion.id,
                    standard=standard.id,
                    number=number,
                    question=criterion.question,
                    duty=duty,
                    n=asked,
                    met=counts[MET],
                    not_met=counts[NOT_MET],
                    must_not_met=counts[NOT_MET] if duty == strongest(pack) else 0,
                    not_applicable=counts[NOT_APPLICABLE],
                    not_known=counts[NOT_KNOWN],
                    not_met_percent=percent(counts[NOT_MET], asked),
                )
            )
    return _worst_first(found, pack)


def criteria_together(
    criteria: Iterable[CriterionFigures], groups: Sequence[Sequence[CriterionFigures]], pack: AuditPack
) -> tuple[CriterionFigures, ...]:
    """The criteria of several sectors together: named and marked as their audits do, where these agree."""
    own: dict[str, list[CriterionFigures]] = {}
    for one in (figures for group in groups for figures in group):
        own.setdefault(one.criterion, []).append(one)
    standards = {standard.id: str(standard.number) for standard in pack.standard}
    told = (
        replace(
            one,
            number=_agreed((each.number for each in own[one.criterion]), standards[one.standard]),
            duty=_agreed((each.duty for each in own[one.criterion]), ""),
            must_not_met=sum(each.must_not_met for each in own[one.criterion]),
        )
        for one in criteria
    )
    return _worst_first(told, pack)


def _agreed(words: Iterable[str], other: str) -> str:
    said = set(words)
    return said.pop() if len(said) == 1 else other


def _worst_first(criteria: Iterable[CriterionFigures], pack: AuditPack) -> tuple[CriterionFigures, ...]:
    """Those most often not met first; of two that are it as often, the one that is marked more strongly."""
    strength = {duty.id: at for at, duty in enumerate(pack.duty)}
    return tuple(
        sorted(criteria, key=lambda one: (-one.not_met_percent, -one.not_met, strength.get(one.duty, len(strength))))
    )


def strongest(pack: AuditPack) -> str:
    """The duty that a pack names first: the strongest."""
    return pack.duty[0].id if pack.duty else ""
