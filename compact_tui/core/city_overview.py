"""The overview of a city on one side of paper: every sector, what is strong, what to improve, what will be done."""

from collections.abc import Iterator, Mapping

from compact_tui.core.analysis_heat import ALL, HeatRow, heat_page
from compact_tui.core.analysis_views import Analysis, GroupFigures
from compact_tui.core.answered_words import beside_all, came, returned_words, share_in
from compact_tui.core.days import say_day
from compact_tui.core.learning_figures import Teller, named, strong_words
from compact_tui.core.learning_offers import share_of
from compact_tui.core.learning_report import CITY, Count, CountKey, LearningReport, Ledger, Material
from compact_tui.core.learning_report_parts import by_strength, is_shown, least_strong, often_not_met, tied
from compact_tui.core.learning_report_words import planned
from compact_tui.core.page import AnyBlock, ListBlock, Paragraph, Section, TableBlock
from compact_tui.core.text import capitalised

_STRONGEST, _CRITERIA, _PLANS = 3, 3, 4
_NO_FIGURES = "Too few settings have returned yet to show figures of any sector."


def city_overview(material: Material, *, numbered: bool = False) -> LearningReport:
    """All sectors on one side.

    Args:
        material: Figures that are shown, and what the partnership wrote.
        numbered: Whether the number of each figure stands behind it, for whoever checks the overview.
    """
    ledger, analysis, head = Ledger(numbered=numbered), material.analysis, material.head
    teller = Teller(ledger, analysis.together, material.pack, _sectors(analysis))
    shown = is_shown(analysis.together)
    all_in = _all_in(ledger, analysis)
    short = (f"Returned: {all_in}.", *(tuple(_strong_and_weak(teller)) if shown else (_NO_FIGURES,)))
    will = planned(material, CITY)
    more = len(will) - _PLANS
    rest = (f"And {more} more, in the reports of the sectors.",) if more > 0 else ()
    said = ListBlock((*will[:_PLANS], *rest)) if will else Paragraph("It is being decided.")
    blocks: tuple[AnyBlock, ...] = (ListBlock(short),)
    return LearningReport(
        sector=CITY,
        sector_word="all sectors",
        partnership=head.name,
        cycle=head.cycle,
        made_on=material.today,
        title=f"City overview, {head.cycle}",
        first_lines=(f"{head.name}, {say_day(material.today)}: what settings said of themselves.",),
        in_short=short,
        sections=(
            Section("In short", 2, blocks),
            Section("Each standard, sector by sector", 2, (_table(ledger, material),)),
            Section("What the partnership will do", 2, (said,)),
            Section("How to read this", 2, (ListBlock(tuple(_how(ledger, material))),)),
        ),
        figures=ledger.figures,
        notes=material.notes,
    )


def _sectors(analysis: Analysis) -> Mapping[str, tuple[str, ...]]:
    """The sectors behind each standard and criterion of the figures of all together."""
    behind: dict[str, tuple[str, ...]] = {}
    for group in analysis.sectors:
        shown = [one.standard for one in group.standards if not one.suppressed and group.returned]
        for about in (*shown, *(one.criterion for one in group.criteria)):
            behind[about] = (*behind.get(about, ()), group.sector)
    return behind


def _all_in(ledger: Ledger, analysis: Analysis) -> str:
    sectors = tuple(group.sector for group in analysis.sectors)
    counts = (
        _count("returned", analysis.returns, "all", sectors),
        _count("expected", analysis.expected, "expected", sectors),
    )
    value = f"{analysis.returns} of {analysis.expected}{share_in(analysis.returns, analysis.expected)}"
    beside = beside_all(analysis)
    return f"{value}{ledger.note('Returns of all sectors', value, counts)}{f', {beside}' if beside else ''}"


def _count(name: str, n: int, measure: str, sectors: tuple[str, ...], standard: str = "", criterion: str = "") -> Count:
    key = CountKey(measure=measure, sectors=sectors, standard=standard, criterion=criterion)
    return Count(name=name, count=n, keys=(key,))


def _strong_and_weak(teller: Teller) -> Iterator[str]:
    strongest = by_strength(teller.group)[:_STRONGEST]
    told = "; ".join(f"{named(one, teller.pack)} {teller.share(one)}" for one in strongest)
    yield f"Strongest ({teller.better}): {told}{tied(teller.group, strongest)}."
    weakest = least_strong(teller.group)
    if weakest:
        told = "; ".join(f"{named(one, teller.pack)} {teller.share(one)}" for one in weakest)
        yield f"Most to do: {told}{tied(teller.group, weakest)}."
    for one in often_not_met(teller.group, _CRITERIA):
        yield f"Most often not met: {one.number} {one.question} {teller.not_met(one)}."


def _table(ledger: Ledger, material: Material) -> TableBlock:
    page = heat_page(material.analysis, material.pack, "")
    groups = {group.sector: group for group in material.analysis.sectors}
    returned = [group for group in groups.values() if group.sector in {column.sector for column in page.columns}]
    counts = [
        _count(f"{group.word}: {name}", n, measure, (group.sector,))
        for group in returned
        for name, measure, n in (
            ("returned", "all", came(group)),
            ("expected", "expected", group.expected),
            ("not in these figures", "elsewhere", group.elsewhere),
        )
    ]
    first = f"Returned{ledger.note('Returned by sector', _told(counts), counts)}" if counts else "Returned"
    columns = [column for column in page.columns if column.sector != ALL]
    everybody = any(column.sector == ALL for column in page.columns)
    rows = [
        (
            first,
            *(column.returned for column in columns),
            *(("",) if everybody else ()),
        )
    ]
    rows += [_row(ledger, row, groups) for row in page.rows]
    headers = ("Standard", *(column.word for column in columns), *(("All shown",) if everybody else ()))
    better = strong_words(material.pack)
    caption = f"{capitalised(better)}, of those that graded it" if material.pack.level else page.measure
    return TableBlock(caption, headers, tuple(rows))


def _row(ledger: Ledger, row: HeatRow, groups: Mapping[str, GroupFigures]) -> tuple[str, ...]:
    counts = [one for cell in row.cells if cell.sector in groups for one in _cell(groups[cell.sector], row.standard)]
    name = f"{row.number} {row.short}"
    ref = ledger.note(f"{name}, sector by sector", _told(counts), counts) if counts else ""
    return (f"{name}{ref}", *(cell.words for cell in row.cells))


def _cell(group: GroupFigures, standard: str) -> Iterator[Count]:
    figures = next(one for one in group.standards if one.standard == standard)
    share = share_of(figures)
    if share is None:
        return
    if figures.levels:
        yield _count(f"{group.word}: strong", share[0], "strong", (group.sector,), standard)
        yield _count(f"{group.word}: graded", share[1], "graded", (group.sector,), standard)
        return
    asked = tuple(one.criterion for one in group.criteria if one.standard == standard)
    for name, n, measure in (("met", share[0], "met"), ("applied", share[1], "applied")):
        keys = tuple(
            CountKey(measure=measure, sectors=(group.sector,), standard=standard, criterion=one) for one in asked
        )
        yield Count(name=f"{group.word}: {name}", count=n, keys=keys)


def _told(counts: list[Count]) -> str:
    return ", ".join(f"{one.name} {one.count}" for one in counts)


def _how(ledger: Ledger, material: Material) -> Iterator[str]:
    analysis = material.analysis
    numbers = " Numbers in square brackets stand for the returns behind a figure." if ledger.numbered else ""
    yield (
        "Self-assessment: what settings claim of themselves, no ranking. Each cell says what share of how many, and "
        f"most, some or few in words.{numbers}"
    )
    yield (
        f"Groups of fewer than {analysis.threshold} settings are not shown, nor what could tell about them. "
        f"{analysis.covers}"
    )
    yield from (f"{group.word}: {returned_words(group)}." for group in analysis.sectors if group.elsewhere)
