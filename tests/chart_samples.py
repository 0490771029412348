"""Charts for tests, and how hypothesis makes more."""

from hypothesis import strategies as st

from compact_tui.core.page import ChartBar, ChartBlock, ChartPart, ReportPage, Section
from compact_tui.core.suppression import percent

WORDS = ("Bright", "Dim", "Dark")


def bar(label: str, *counts: int, note: str = "", words: tuple[str, ...] = WORDS) -> ChartBar:
    """A bar of so many of each word."""
    parts = (ChartPart(word, n, percent(n, sum(counts))) for word, n in zip(words, counts, strict=False))
    return ChartBar(label, tuple(parts), note)


LAMPS = ChartBlock(
    "How bright the rooms are",
    "Halls are brightest; lofts are dark.",
    WORDS,
    (bar("Halls", 30, 9, 1), bar("Lofts", 0, 5, 15), ChartBar("Cellars", note="Too few to show.")),
)


def chart_page(*charts: ChartBlock) -> ReportPage:
    """A page with nothing but charts."""
    return ReportPage("Lamps", ("Read this.",), (Section("Rooms", 2, charts), Section("More", 3, charts)))


def hostile_chart(text: str) -> ChartBlock:
    """A chart that says the same text wherever it says anything."""
    return ChartBlock(text, text, (text,), (ChartBar(text, (ChartPart(text, 3, 100),), text), ChartBar(text)))


_LABELS = st.text(max_size=90)
BARS = st.builds(
    lambda label, counts, note: bar(label, *counts, note=note, words=("a", "b", "c", "d", "e", "f", "g")),
    _LABELS,
    st.lists(st.integers(0, 5000), max_size=7),
    st.sampled_from(("", "Too few.")),
)
CHARTS = st.builds(
    lambda title, words, bars: ChartBlock(title, "Said.", words, tuple(bars)),
    _LABELS,
    st.sampled_from((("a", "b", "c", "d", "e", "f", "g"), ("a", "b"), ())),
    st.lists(BARS, max_size=20),
)
