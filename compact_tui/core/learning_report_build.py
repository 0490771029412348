"""Building the learning report of a sector; also where too few returned to show figures, or nobody did."""

from collections.abc import Iterator

from compact_tui.core.analysis_heat import short_sector
from compact_tui.core.analysis_views import GroupFigures
from compact_tui.core.answered_words import came
from compact_tui.core.days import say_day
from compact_tui.core.learning_figures import Teller
from compact_tui.core.learning_report import REFERENCES, LearningReport, Ledger, Material, group_of
from compact_tui.core.learning_report_beside import own_and_ours, plans, since_last_time, staff_know
from compact_tui.core.learning_report_parts import (
    answered,
    each_standard,
    in_short,
    is_shown,
    often_not_met,
    strengths,
    to_improve,
)
from compact_tui.core.learning_report_words import asked, get_help, good_practice, method, planned, will_do
from compact_tui.core.pack import AuditPack
from compact_tui.core.page import ListBlock, Section
from compact_tui.core.variation import for_sector

_NOTES = (
    "Read it before you publish it: the Word file is yours to change.",
    "Publish it once, when the round is closed: two reports of one round, a return apart, tell about that return.",
)


def learning_report(material: Material, sector: str, *, numbered: bool = False) -> LearningReport:
    """What came of the round for a sector, ready to be read.

    Args:
        material: Figures that are shown, and what the partnership wrote.
        sector: Id of the sector.
        numbered: Whether the number of each figure stands behind it, for whoever checks the report.
    """
    ledger, seen = Ledger(numbered=numbered), for_sector(material.pack, sector)
    group = group_of(material, sector)
    teller = Teller(ledger, group, material.pack, None) if group is not None and came(group) else None
    told = teller if is_shown(group) else None
    word = group.word if group is not None else short_sector(sector)
    short = tuple(_short(told, material, sector)) if told is not None else _few(teller, material)
    figures = (answered(told), *_figures(told, material, seen)) if told is not None else ()
    staff = tuple(staff_know(material, ledger))
    sections = (
        Section("In short", 2, (ListBlock(short),)),
        asked(material, seen),
        *figures,
        *staff,
        *good_practice(material, sector),
        *will_do(material, sector, figures=told is not None),
        get_help(material, seen, _cited(told.group, seen) if told is not None else ()),
        method(material, told, shares=told is not None or bool(staff)),
    )
    head = material.head
    learnt = f"What {head.name} learnt from your returns" if told is not None else f"From {head.name}"
    return LearningReport(
        sector=sector,
        sector_word=word,
        partnership=head.name,
        cycle=head.cycle,
        made_on=material.today,
        title=f"Learning report: {word}, {head.cycle}",
        first_lines=(
            f"{learnt}, for everybody who works with {'them' if told else 'you'}. {say_day(material.today)}.",
            *((REFERENCES,) if ledger.figures and numbered else ()),
        ),
        in_short=short,
        sections=sections,
        figures=ledger.figures,
        notes=(*material.notes, *(() if told is not None else (_without(teller),)), *_NOTES),
    )


def _figures(teller: Teller, material: Material, seen: AuditPack) -> Iterator[Section]:
    yield each_standard(teller)
    yield strengths(teller)
    yield from to_improve(teller, seen)
    yield from own_and_ours(teller)
    yield from since_last_time(teller, material.analysis.before_cycle)
    yield from plans(teller)


def _short(teller: Teller, material: Material, sector: str) -> Iterator[str]:
    yield from in_short(teller, material)
    will = planned(material, sector)
    if will:
        yield f"The partnership will act on it: {will[0]}"


def _few(teller: Teller | None, material: Material) -> tuple[str, ...]:
    """What is said in short where no figure is shown."""
    if teller is None:
        return (
            f"No return of this sector has come in for {material.head.cycle} yet, so there are no figures.",
            "If yours is on its way: thank you. If something holds it up, the partnership helps: see below.",
        )
    threshold, group = material.analysis.threshold, teller.group
    if came(group) < threshold:
        why = f"Fewer than {threshold} settings returned: figures of so few would tell about single settings."
    elif group.returned < threshold:
        why = f"Fewer than {threshold} of them can be counted here: figures of so few would tell about single settings."
    else:
        why = f"No standard was graded by {threshold} settings or more, so no figures are shown."
    return (
        f"{teller.sent(share=False)}. Thank you.",
        why,
        "Each setting hears about its own return in its reply. What the partnership does is the same for all, below.",
    )


def _without(teller: Teller | None) -> str:
    """What whoever publishes a report should know that shows no figures."""
    if teller is None:
        return "Nobody of this sector has returned yet: this report has no figures. Is it not too early for it?"
    return "Too few returned for figures: this report shows none."


def _cited(group: GroupFigures, pack: AuditPack) -> tuple[str, ...]:
    """Ids of the sources behind what the report says is to improve."""
    often = {one.criterion for one in often_not_met(group)}
    return tuple(
        citation.source
        for standard in pack.standard
        for criterion in standard.criterion
        if criterion.id in often
        for citation in criterion.source
    )
