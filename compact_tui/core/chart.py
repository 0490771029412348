"""A chart's figures in other forms: as a table, as words, and as lengths that add up to the whole bar."""

from compact_tui.core.page import ChartBar, ChartBlock, ChartPart, TableBlock

NOTHING = "-"
"""What stands in the table where a bar has no such part."""


def chart_table(chart: ChartBlock) -> TableBlock:
    """The same figures as a table: a row for each bar, a column for each word, and the notes if there are any."""
    words = chart_words(chart)
    noted = any(bar.note for bar in chart.bars)
    rows = tuple(
        (bar.label, *(_cell(bar, word) for word in words), *((bar.note or NOTHING,) if noted else ()))
        for bar in chart.bars
    )
    return TableBlock(f"{chart.title}: the figures", ("Name", *words, *(("Note",) if noted else ())), rows)


def chart_words(chart: ChartBlock) -> tuple[str, ...]:
    """Every word of the chart, best first; a word that only a part has stands last, so that no part is lost."""
    used = (part.word for bar in chart.bars for part in bar.parts)
    return tuple(dict.fromkeys((*chart.words, *used)))


def part_figures(part: ChartPart) -> str:
    """A part as figures, such as ``12 (40%)``."""
    return f"{part.count} ({part.percent}%)"


def bar_words(bar: ChartBar) -> str:
    """A bar in words, such as ``Good 12 (40%), Poor 18 (60%)``; its note where it has one."""
    parts = ", ".join(f"{part.word} {part_figures(part)}" for part in bar.parts)
    return ". ".join(said for said in (parts, bar.note) if said) or NOTHING


def lengths(bar: ChartBar, whole: int) -> tuple[int, ...]:
    """How long each part is drawn when the bar is ``whole`` long: together exactly that, or nothing of nothing."""
    total = sum(part.count for part in bar.parts)
    edges, counted = [0], 0
    for part in bar.parts:
        counted += part.count
        edges.append((2 * whole * counted + total) // (2 * total) if total else 0)
    return tuple(after - before for before, after in zip(edges, edges[1:], strict=False))


def _cell(bar: ChartBar, word: str) -> str:
    return ", ".join(part_figures(part) for part in bar.parts if part.word == word) or NOTHING
