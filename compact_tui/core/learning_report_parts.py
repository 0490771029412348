"""Parts of a learning report that are made of figures: who answered, what is strong, what to improve."""

from collections.abc import Iterator, Sequence

from compact_tui.core.analysis_notes import MOST
from compact_tui.core.analysis_views import CriterionFigures, GroupFigures, StandardFigures
from compact_tui.core.learning_figures import Teller, named
from compact_tui.core.learning_offers import Weak, share_of, weak_standards
from compact_tui.core.learning_report import Material
from compact_tui.core.pack import AuditPack, Criterion, Standard, standard_of
from compact_tui.core.page import AnyBlock, ChartBar, ChartBlock, ChartPart, ListBlock, Paragraph, Section, TableBlock
from compact_tui.core.text import clean_line, count

STRENGTHS, WEAKEST, CRITERIA, MUSTS = 4, 3, 5, 5
TOO_FEW = "too few settings to show"
_APPLIED = "not met, part met or not known"


def is_shown(group: GroupFigures | None) -> bool:
    """Whether any figure of a group is shown."""
    return group is not None and any(share_of(one) for one in group.standards)


def by_strength(group: GroupFigures) -> list[StandardFigures]:
    """The standards that are shown, the strongest first."""
    shown = [(share_of(one), one) for one in group.standards]
    return [one for share, one in sorted(((s, o) for s, o in shown if s), key=lambda pair: -pair[0][2])]


def least_strong(group: GroupFigures) -> list[StandardFigures]:
    """The standards with most to do: those under most, else the last one where not all are good or better."""
    figures = {one.standard: one for one in group.standards}
    weak: Sequence[Weak] = weak_standards(group)[:WEAKEST] or weak_standards(group, 100)[:1]
    return [figures[one.standard] for one in weak]


def often_not_met(group: GroupFigures, most: int = CRITERIA) -> tuple[CriterionFigures, ...]:
    """The criteria that were most often not met; what a single setting answered is not often."""
    return tuple([one for one in group.criteria if one.not_met > 1][:most])


def same_share(group: GroupFigures, told: Sequence[StandardFigures]) -> int:
    """How many standards stand as the last of some does, and are not among them."""
    last = (share_of(told[-1]) or (0, 0, 0))[2]
    return sum((share_of(one) or (0, 0, -1))[2] == last for one in group.standards if one not in told)


def tied(group: GroupFigures, told: Sequence[StandardFigures]) -> str:
    """The same as words to stand behind them; empty where there are none."""
    others = same_share(group, told)
    return f"; the same share in {count(others, 'other standard')}" if others else ""


def answered(teller: Teller) -> Section:
    """Who answered."""
    group = teller.group
    blocks: list[AnyBlock] = [Paragraph(f"{teller.sent()}.")]
    if group.kinds:
        rows = tuple((one.word, teller.kind(one)) for one in group.kinds)
        which = "Settings in these figures" if group.elsewhere else "Who returned"
        blocks.append(TableBlock(f"{which}, by kind of setting", ("Kind of setting", "Returned"), rows))
    return Section("Who answered", 2, tuple(blocks))


def each_standard(teller: Teller) -> Section:
    """How settings see each standard, as a chart with its table."""
    group = teller.group
    levels = [level for one in group.standards if not one.suppressed for level in one.levels]
    words = tuple(dict.fromkeys(level.word for level in levels)) or ("met", _APPLIED)
    bars = tuple(_bar(teller, one) for one in group.standards)
    told = "graded themselves" if levels else "answered"
    least = least_strong(group)
    most = f"The strongest is {named(by_strength(group)[0], teller.pack)}"
    sentence = f"{most}; most is to do in {named(least[0], teller.pack)}." if least else f"{most}."
    chart = ChartBlock(f"How settings {told}, standard by standard", sentence, words, bars)
    return Section("Each standard", 2, (chart,))


def _bar(teller: Teller, one: StandardFigures) -> ChartBar:
    label = named(one, teller.pack)
    share = share_of(one)
    if share is None:
        return ChartBar(label, (), TOO_FEW if one.suppressed else "nobody graded it")
    if one.levels:
        parts = tuple(ChartPart(level.word, level.count, level.percent) for level in one.levels)
        return ChartBar(f"{label}{teller.spread(one)}", parts)
    part, of, percent = share
    met = ChartPart("met", part, percent), ChartPart(_APPLIED, of - part, 100 - percent)
    return ChartBar(f"{label}{teller.share_ref(one)}", met)


def strengths(teller: Teller) -> Section:
    """What is strong."""
    ranked = by_strength(teller.group)
    strong = [one for one in ranked if (share_of(one) or (0, 0, 0))[2] >= MOST][:STRENGTHS]
    lead = f"In these standards at least {MOST}% are {teller.better}, the strongest first:"
    if not strong:
        lead, strong = f"In no standard at least {MOST}% are {teller.better} yet. The strongest:", ranked[:1]
    items = tuple(f"{named(one, teller.pack)}: {teller.graded(one)}." for one in strong)
    return Section("Strengths", 2, (Paragraph(lead), ListBlock(items)))


def to_improve(teller: Teller, seen: AuditPack) -> Iterator[Section]:
    """What to improve: the weakest standards, the criteria most often not met, the duties.

    Args:
        teller: The figures.
        seen: The pack as settings of the sector see it.
    """
    weakest = least_strong(teller.group)
    lead = (
        "Most is to do in the standards below. What good looks like is taken from the audit itself."
        if weakest
        else f"Everybody is {teller.better} in every standard that is shown. What follows are single points."
    )
    others = same_share(teller.group, weakest) if weakest else 0
    if others:
        lead += f" {count(others, 'other standard has', 'other standards have')} the same share as the last of them."
    yield Section("What to improve", 2, (Paragraph(lead),))
    for one in weakest:
        standard = standard_of(seen, one.standard)
        good = _good(standard, seen) if standard else ""
        blocks: list[AnyBlock] = [Paragraph(f"{teller.graded(one)}.")]
        blocks += [Paragraph(f"What good looks like: {good}")] if good else []
        yield Section(named(one, teller.pack), 3, tuple(blocks), keep=True)
    often = often_not_met(teller.group)
    if often:
        yield _often(teller, often, seen)
    must = teller.pack.duty[0] if teller.pack.duty else None
    times = teller.group.duties_not_met
    if must is not None and times is not None and any(one.duty == must.id for one in teller.group.criteria):
        yield _duties(teller, must.word, times)


def _good(standard: Standard, pack: AuditPack) -> str:
    """What a standard looks like at the lowest level that is not weak."""
    strong = sorted((level for level in pack.level if not level.weak), key=lambda level: level.rank)
    wanted = strong[0].id if strong else ""
    return clean_line(next((one.text for one in standard.model_answer if one.level == wanted), ""))


def _often(teller: Teller, often: Sequence[CriterionFigures], seen: AuditPack) -> Section:
    rows = tuple((f"{one.number} {one.question}", teller.not_met(one), teller.not_known(one)) for one in often)
    table = TableBlock(
        "Questions most often answered with not met", ("Question", "Not met, of those asked", "Not known yet"), rows
    )
    known = {criterion.id: criterion for standard in seen.standard for criterion in standard.criterion}
    good = tuple(
        f"{one.number}: {said}"
        for one in often
        if one.criterion in known and (said := _good_answer(known[one.criterion], seen))
    )
    more: tuple[AnyBlock, ...] = (Paragraph("What good looks like:"), ListBlock(good)) if good else ()
    return Section("Most often not met", 3, (table, *more))


def _good_answer(criterion: Criterion, pack: AuditPack) -> str:
    titles = {source.id: source.title for source in pack.source}
    rests = "; ".join(
        dict.fromkeys(", ".join(part for part in (titles.get(c.source, ""), c.place) if part) for c in criterion.source)
    )
    good = clean_line(criterion.good)
    return f"{good} ({rests})" if good and rests else good or (f"See {rests}." if rests else "")


def _duties(teller: Teller, word: str, times: int) -> Section:
    lead = f'What is marked "{word}" was answered with not met {count(times, "time")}{teller.duties(times, word)}.'
    worst = [one for one in teller.group.criteria if one.must_not_met][:MUSTS]
    items = tuple(f"{one.number} {one.question} Not met: {teller.not_met(one)}." for one in worst)
    blocks: tuple[AnyBlock, ...] = (Paragraph(lead), ListBlock(items)) if items else (Paragraph(lead),)
    return Section("Duties", 3, blocks)


def _most_often(teller: Teller) -> Iterator[str]:
    """The question that was most often not met, and how many are it as often."""
    found = often_not_met(teller.group, len(teller.group.criteria))
    if found:
        worst = found[0]
        tied = sum((one.not_met, one.n) == (worst.not_met, worst.n) for one in found[1:])
        others = f"; as often not met: {count(tied, 'other question')}" if tied else ""
        yield f'Most often not met is "{worst.question}" ({worst.number}): {teller.not_met(worst)}{others}.'
    elif teller.group.criteria:
        yield "No question was answered with not met by more than one setting."


def in_short(teller: Teller, material: Material) -> Iterator[str]:
    """Three to five sentences worked out of the figures."""
    group = teller.group
    yield f"{teller.sent()}."
    strongest = by_strength(group)[0]
    also = tied(group, [strongest])
    yield f"The strongest standard is {named(strongest, teller.pack)}: {teller.graded(strongest)}{also}."
    least = least_strong(group)[:1]
    if least:
        yield f"Most is to do in {named(least[0], teller.pack)}: {teller.graded(least[0])}{tied(group, least)}."
    else:
        yield f"In every standard that is shown everybody is {teller.better}."
    yield from _most_often(teller)
    rose = [one for one in group.changes if one.n and one.strong_now != one.strong_then]
    if rose:
        most = max(rose, key=lambda one: abs(one.strong_now_percent - one.strong_then_percent))
        way = "risen" if most.strong_now > most.strong_then else "fallen"
        ref = teller.beside(most, "changed", "last time and this")
        yield (
            f"Since {material.analysis.before_cycle}, {named(most, teller.pack)} has {way} most among "
            f"{count(most.n or 0, 'setting')} that returned both times: {teller.better} {most.strong_then} "
            f"({most.strong_then_percent}%) then, {most.strong_now} ({most.strong_now_percent}%) now{ref}."
        )
