"""Charts in the HTML page: read as XML, every figure a text, readable without colour, proof against text."""

import re
from collections import Counter
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given

from compact_tui.core.page import ChartBar, ChartBlock
from compact_tui.exchange.html import page_html
from compact_tui.exchange.svg_chart import GROUNDS, MOST_BARS, WIDE, WIDE_ON_PAPER, Box, Ground, drawings
from tests.chart_samples import CHARTS, LAMPS, WORDS, bar, chart_page, hostile_chart
from tests.exchange.test_html import HOSTILE, luminance
from tests.pages import read_page


def svgs(*charts: ChartBlock) -> list[Element]:
    html = page_html(chart_page(*charts)).decode()
    return [fromstring(found) for found in re.findall(r"<svg .*?</svg>", html, re.DOTALL)]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one[1:]), luminance(other[1:])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def bars_of(boxes: tuple[Box, ...]) -> list[Box]:
    return [box for box in boxes if box.said]


def test_a_chart_is_a_picture_with_a_name_and_a_description_and_nothing_that_runs_or_is_fetched() -> None:
    for svg in svgs(LAMPS, hostile_chart(HOSTILE)):
        assert {element.tag for element in svg.iter()} <= {"svg", "title", "desc", "g", "rect", "path", "text"}
        names = {name for element in svg.iter() for name in element.attrib}
        assert names <= {
            "role", "viewBox", "aria-labelledby", "id", "x", "y", "width", "height", "fill", "stroke", "stroke-width",
            "d", "text-anchor",
        }  # fmt: skip
        assert svg.attrib["role"] == "img"
        title, description = svg[0], svg[1]
        assert [title.tag, description.tag] == ["title", "desc"]
        assert svg.attrib["aria-labelledby"] == f"{title.attrib['id']} {description.attrib['id']}"


def test_its_name_is_the_title_and_its_description_the_sentence() -> None:
    svg = svgs(LAMPS)[0]

    assert [svg[0].text, svg[1].text] == [LAMPS.title, LAMPS.sentence]


def test_no_two_charts_of_a_page_share_an_id() -> None:
    page = read_page(page_html(chart_page(LAMPS, LAMPS)))

    ids = Counter(e.attributes["id"] for e in page.elements if "id" in e.attributes)
    assert len([name for name in ids if name.startswith("chart-")]) == 16
    assert set(ids.values()) == {1}


def test_every_figure_and_every_word_is_text_in_the_picture_and_again_in_a_table_below() -> None:
    html = page_html(chart_page(LAMPS)).decode()
    said = [element.text for element in svgs(LAMPS)[0].iter() if element.text and element.text.strip()]

    assert [t for t in said if "%" in t] == [
        "Bright: 30 (75%)", "Dim: 9 (23%)", "Dark: 1 (3%)", "Dim: 5 (25%)", "Dark: 15 (75%)",
    ]  # fmt: skip
    assert {*WORDS, "Halls", "Lofts", "Cellars", "Too few to show."} <= set(said)
    assert [t for t in said if t.isdigit()] == ["30", "9", "5", "15"]
    assert html.index("</svg>") < html.index("<caption>How bright the rooms are: the figures</caption>")
    assert '<th scope="row" dir="auto">Lofts</th><td dir="auto">0 (0%)</td>' in html


@pytest.mark.parametrize("text", [HOSTILE, "", "\x1b[2J\x00\u202e", "a\nb", "\U0001f469 " * 80, "unbroken" * 50])
def test_hostile_words_are_text_and_nothing_else(text: str) -> None:
    data = page_html(chart_page(hostile_chart(text)))
    page = read_page(data)

    assert page.wrong == []
    assert page.stack == []
    assert page.all("script") == []
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e]", data.decode())
    assert len(svgs(hostile_chart(text))) == 4


@pytest.mark.parametrize("ground", GROUNDS)
def test_numbers_stand_out_from_what_they_are_written_on(ground: Ground) -> None:
    box = Box(0, 0, 100, 22, ground, "said", "12")

    assert contrast(ground.ink, "#ffffff" if box.plate else ground.fill) >= 4.5


def test_parts_next_to_each_other_differ_in_light_or_pattern_and_no_two_look_alike() -> None:
    for one, next_one in zip(GROUNDS, (*GROUNDS[1:], GROUNDS[0]), strict=True):
        assert contrast(one.fill, next_one.fill) >= 3 or (one.down, one.across) != (next_one.down, next_one.across)
    assert len({(one.fill, one.down, one.across) for one in GROUNDS}) == len(GROUNDS)


def test_every_part_has_a_dark_edge_and_white_beside_it() -> None:
    assert {r.attrib["stroke"] for r in svgs(LAMPS)[0].iter("rect") if "stroke" in r.attrib} == {"#1a1a1a"}
    first, second, third = bars_of(drawings(LAMPS)[0].boxes)[:3]
    assert first.x + first.wide + 2 == second.x
    assert second.x + second.wide + 2 == third.x


def test_stripes_keep_inside_their_part_and_numbers_on_them_have_a_plate() -> None:
    box = Box(10, 20, 20, 12, Ground("#ffffff", down=True, across=True), "said", "7")

    assert box.stripes == "M13 20V32M19 20V32M25 20V32M10 23H30M10 29H30"
    assert 0 < box.plate < box.wide
    assert Box(10, 20, 20, 12, Ground("#ffffff", down=True)).plate == 0
    assert Box(10, 20, 20, 12, GROUNDS[0], "said", "7").plate == 0


def test_a_part_too_narrow_for_its_number_has_none_and_one_of_nothing_is_not_drawn() -> None:
    chart = ChartBlock("t", "s", WORDS, (bar("Halls", 1000, 3, 0),))

    assert [(box.said, box.number) for box in bars_of(drawings(chart)[0].boxes)] == [
        ("Bright: 1000 (100%)", "1000"),
        ("Dim: 3 (0%)", ""),
    ]


def test_many_bars_make_several_drawings_that_say_which_they_are_and_look_the_same() -> None:
    chart = ChartBlock("Rooms", "s", (), tuple(bar(f"r{n}", n + 1, n) for n in range(MOST_BARS + 1)))

    made = drawings(chart)
    assert [one.title for one in made] == ["Rooms (1 of 2)", "Rooms (2 of 2)"]
    assert [len(bars_of(one.boxes)) for one in made] == [2 * MOST_BARS - 1, 2]
    assert [box.ground for box in made[1].boxes] == [*GROUNDS[:2], *GROUNDS[:2]]


def test_a_chart_without_bars_is_its_table_alone() -> None:
    assert drawings(ChartBlock("t", "s", ("a",), ())) == ()


@pytest.mark.parametrize("wide", [WIDE, WIDE_ON_PAPER])
@given(CHARTS)
def test_no_part_is_lost_or_stands_outside_and_nothing_stands_on_something_else(wide: int, chart: ChartBlock) -> None:
    made = drawings(chart, wide)

    drawn = [part for one in chart.bars for part in one.parts if part.count]
    boxes = [box for one in made for box in bars_of(one.boxes)]
    assert len(boxes) <= len(drawn)
    assert {box.said for box in boxes} <= {f"{p.word}: {p.count} ({p.percent}%)" for p in drawn}
    assert sum(len(one.boxes) - len(bars_of(one.boxes)) for one in made) % max(len(made), 1) == 0
    assert {one.wide for one in made} <= {wide}
    for one in made:
        assert all(box.x >= 0 and box.x + box.wide <= wide and box.y + box.tall <= one.tall for box in one.boxes)
        rows = sorted({line.y for line in one.words})
        assert all(0 < y <= one.tall for y in rows)
        assert not [(y, box) for y in rows for box in bars_of(one.boxes) if box.y - 1 < y - 4 < box.y + box.tall]


def test_on_paper_a_chart_is_as_wide_as_the_text_and_says_the_same_in_letters_of_its_size() -> None:
    chart = ChartBlock(
        "t", "s", WORDS, (bar("A label of rooms that is longer than a screen is wide, and goes on", 3, 2, 1),)
    )
    on_screen, on_paper, *_ = svgs(chart)

    assert [svg.attrib["viewBox"].split()[2] for svg in (on_screen, on_paper)] == [str(WIDE), str(WIDE_ON_PAPER)]
    texts = [" ".join(e.text or "" for e in svg.iter("text")) for svg in (on_screen, on_paper)]
    assert texts[0] == texts[1]
    assert len(list(on_paper.iter("text"))) < len(list(on_screen.iter("text")))
    edges = [float(r.attrib["x"]) + float(r.attrib["width"]) for r in on_paper.iter("rect")]
    assert WIDE_ON_PAPER - 5 < max(edges) <= WIDE_ON_PAPER
    html = page_html(chart_page(chart)).decode()
    screen, _, paper = html.partition("@media print")
    assert ".on-paper { display: none; }" in screen
    assert ".on-screen { display: none; }" in paper.partition("</style>")[0]
    assert ".chart svg { max-width: none;" in paper


def test_a_legend_of_many_words_goes_on_in_further_rows_and_no_words_lie_over_each_other() -> None:
    words = tuple(f"word number {n}" for n in range(7))
    chart = ChartBlock("t", "s", words, (bar("Halls", 1, 2, words=words), ChartBar("Cellars", note="Too few.")))
    lines = drawings(chart)[0].words

    assert all(line.x + 7 * len(line.text) <= WIDE for line in lines)
    rows = sorted({line.y for line in lines})
    assert len(rows) == 3 + len(["Halls", "Cellars", "Too few."])
    assert all(below - above >= 17 for above, below in zip(rows, rows[1:], strict=False))
