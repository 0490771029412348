"""A chart's figures as a table, in words, as lines of text and as lengths."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compact_tui.core.chart import bar_words, chart_table, chart_words, lengths
from compact_tui.core.page import ChartBar, ChartBlock, ChartPart
from compact_tui.core.page_sides import sides_about
from compact_tui.core.page_speech import spoken_lines
from compact_tui.core.report_text import columns, page_lines
from tests.chart_samples import BARS, CHARTS, LAMPS, bar, chart_page, hostile_chart


def test_the_same_figures_stand_as_a_table_with_notes_in_place_of_what_is_kept_back() -> None:
    table = chart_table(LAMPS)

    assert table.caption == "How bright the rooms are: the figures"
    assert table.headers == ("Name", "Bright", "Dim", "Dark", "Note")
    assert table.rows == (
        ("Halls", "30 (75%)", "9 (23%)", "1 (3%)", "-"),
        ("Lofts", "0 (0%)", "5 (25%)", "15 (75%)", "-"),
        ("Cellars", "-", "-", "-", "Too few to show."),
    )


def test_without_notes_there_is_no_column_for_them() -> None:
    table = chart_table(ChartBlock("t", "s", ("Bright", "Dim"), (bar("Halls", 1),)))

    assert (table.headers, table.rows) == (("Name", "Bright", "Dim"), (("Halls", "1 (100%)", "-"),))


def test_a_word_the_chart_does_not_name_is_not_lost() -> None:
    odd = ChartBlock("t", "s", ("Bright",), (ChartBar("Halls", (ChartPart("Odd", 2, 67), ChartPart("Bright", 1, 33))),))

    assert chart_words(odd) == ("Bright", "Odd")
    assert chart_table(odd).rows == (("Halls", "1 (33%)", "2 (67%)"),)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (bar("x", 3, 1), "Bright 3 (75%), Dim 1 (25%)"),
        (bar("x", 3, note="Few."), "Bright 3 (100%). Few."),
        (ChartBar("x", note="Few."), "Few."),
        (ChartBar("x"), "-"),
    ],
)
def test_a_bar_is_said_in_words(one: ChartBar, said: str) -> None:
    assert bar_words(one) == said


@pytest.mark.parametrize(
    ("counts", "whole", "long"),
    [
        ((1, 1), 10, (5, 5)),
        ((1, 1, 1), 10, (3, 4, 3)),
        ((0, 4), 10, (0, 10)),
        ((0, 0), 10, (0, 0)),
        ((), 10, ()),
        ((999, 1), 10, (10, 0)),
    ],
)
def test_the_parts_share_the_length_of_the_bar(counts: tuple[int, ...], whole: int, long: tuple[int, ...]) -> None:
    assert lengths(bar("x", *counts), whole) == long


@given(BARS, st.integers(1, 500))
def test_the_lengths_add_up_to_the_whole_and_none_is_off_by_more_than_one(one: ChartBar, whole: int) -> None:
    long, total = lengths(one, whole), sum(part.count for part in one.parts)

    assert len(long) == len(one.parts)
    assert sum(long) == (whole if total else 0)
    assert all(abs(size * total - part.count * whole) <= total for size, part in zip(long, one.parts, strict=True))


@given(CHARTS)
def test_no_part_of_any_chart_is_lost_in_its_table(chart: ChartBlock) -> None:
    table = chart_table(chart)

    assert len(table.rows) == len(chart.bars)
    assert {len(row) for row in table.rows} <= {len(table.headers)}
    for row, one in zip(table.rows, chart.bars, strict=True):
        said = dict(zip(table.headers[1:], row[1:], strict=True))
        assert all(said[part.word] == f"{part.count} ({part.percent}%)" for part in one.parts)


def test_on_a_screen_each_bar_is_drawn_in_letters_and_said_with_its_figures() -> None:
    lines = page_lines(chart_page(LAMPS), 60)

    at = lines.index("How bright the rooms are.")
    assert lines[at : at + 10] == (
        "How bright the rooms are.",
        "Halls are brightest; lofts are dark.",
        "# Bright  = Dim  - Dark",
        "Halls",
        "  ##################=====- Bright 30 (75%), Dim 9 (23%),",
        "    Dark 1 (3%)",
        "Lofts",
        "  ======------------------ Bright 0 (0%), Dim 5 (25%), Dark",
        "    15 (75%)",
        "Cellars",
    )
    assert lines[at + 10] == "  Too few to show."


def test_on_a_narrow_screen_the_legend_stands_below_itself_and_a_bar_takes_half() -> None:
    lines = page_lines(chart_page(LAMPS), 20)

    assert lines[lines.index("# Bright") :][:3] == ("# Bright", "= Dim", "- Dark")
    assert "  ########== Bright" in lines


@given(CHARTS, st.integers(20, 90))
def test_no_line_is_wider_than_the_screen(chart: ChartBlock, width: int) -> None:
    assert all(columns(line) <= width for line in page_lines(chart_page(chart), width))


def test_it_is_heard_as_its_sentence_and_a_line_for_each_bar() -> None:
    said = list(spoken_lines(chart_page(LAMPS)))

    assert said[4:8] == [
        "How bright the rooms are: Halls are brightest; lofts are dark.",
        "- Halls: Bright 30 (75%), Dim 9 (23%), Dark 1 (3%)",
        "- Lofts: Bright 0 (0%), Dim 5 (25%), Dark 15 (75%)",
        "- Cellars: Too few to show.",
    ]


def test_what_would_steer_a_terminal_is_made_visible() -> None:
    assert "\x1b" not in "".join(page_lines(chart_page(hostile_chart("a\x1b[2Jb\u202e")), 40))


def test_more_bars_take_more_paper() -> None:
    many = ChartBlock("t", "s", ("Bright",), (bar("Halls", 1),) * 40)

    assert sides_about(chart_page(LAMPS)) == 2
    assert sides_about(chart_page(many)) in {6, 7, 8}
