"""The page as HTML: sound, self-contained, readable by ear, and proof against what is in the text."""

import re
from collections import Counter

import msgspec
import pytest

from compact_tui.core.audit import Action, Audit, CriterionAnswer, Evidence, SignOff, Summary
from compact_tui.core.page import (
    CopyBlock,
    Facts,
    InkBlock,
    ListBlock,
    Paragraph,
    ReportPage,
    Section,
    TableBlock,
    TickBlock,
    WritingBlock,
)
from compact_tui.core.report import report_of
from compact_tui.exchange.html import page_html
from tests.chart_samples import LAMPS, chart_page, hostile_chart
from tests.pages import Page, read_page
from tests.samples import head, lamp_audit, lamp_pack, lamp_return, setting

HOSTILE = '</td></pre><script>alert("1")</script>\'&amp;{{ 7*7 }}{% raw %}'


def lamp_page(audit: Audit | None = None) -> bytes:
    return page_html(report_of(lamp_return(audit), lamp_pack()))


def every_block(text: str) -> ReportPage:
    blocks = (
        Paragraph(text),
        ListBlock((text, text)),
        Facts(((text, text),)),
        TableBlock(text, (text, text), ((text, text),)),
        CopyBlock(text, text),
        InkBlock(text, (text, text)),
        TickBlock(text, (text, text)),
        TickBlock(text, (text, text), stacked=True),
        WritingBlock(text, 2),
    )
    return ReportPage(text, (text, text), (Section(text, 2, blocks), Section(text, 3, blocks)))


def hostile_audit() -> Audit:
    mark = HOSTILE
    return Audit(
        head=head(cycle=mark),
        answers=(
            CriterionAnswer(criterion="hall-bulb", answer=mark, note=mark, reason=mark, by=mark, at=mark),
            CriterionAnswer(criterion=mark, note=mark),
        ),
        summaries=(Summary(standard="hall", text=mark),),
        evidence=(Evidence(id=mark, title=mark, kind=mark, where=mark, supports=("hall", mark)),),
        actions=(Action(id=mark, what=mark, who=mark, due=mark, status=mark, supports=("hall",)),),
        sign_offs=(SignOff(id=mark, role=mark, name=mark, on=mark, code=mark),),
    )


PAGES = [
    lamp_page(),
    lamp_page(Audit(head=head())),
    page_html(report_of(lamp_return(hostile_audit(), setting(name=HOSTILE)), lamp_pack())),
    page_html(every_block(HOSTILE)),
    page_html(ReportPage("", (), ())),
    page_html(chart_page(LAMPS, hostile_chart(HOSTILE))),
]


@pytest.mark.parametrize("data", PAGES)
def test_every_page_is_sound_and_self_contained(data: bytes) -> None:
    page = read_page(data)

    assert page.wrong == []
    assert page.stack == []
    assert page.elements[0].tag == "html"
    assert page.elements[0].attributes["lang"] == "en-GB"
    assert data.startswith(b"<!DOCTYPE html>")
    assert page.all("script", "iframe", "object", "embed", "link", "img", "form", "base") == []
    assert not [name for e in page.elements for name in e.attributes if name.startswith("on") or name == "src"]
    ids = Counter(e.attributes["id"] for e in page.elements if "id" in e.attributes)
    assert [i for i, n in ids.items() if n > 1] == []
    links = [e.attributes["href"] for e in page.all("a")]
    assert all(link.startswith("#") and link[1:] in ids for link in links)
    assert not re.search(rb"url\(|@import|https?:", data)


@pytest.mark.parametrize("data", PAGES)
def test_headings_are_in_order_and_tables_can_be_heard(data: bytes) -> None:
    page = read_page(data)

    levels = [int(e.tag[1]) for e in page.all("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))
    tables = len(page.all("table"))
    assert len(page.all("caption")) == tables == len(page.all("thead"))
    assert all(e.attributes.get("scope") in {"col", "row"} for e in page.all("th"))
    assert all(row_has_header(page, n) for n in range(len(page.all("tr"))))
    assert page.all("main")[0].attributes["id"] == "main"
    assert page.all("a")[0].attributes == {"class": "skip", "href": "#main"}


def row_has_header(page: Page, number: int) -> bool:
    starts = [n for n, e in enumerate(page.elements) if e.tag == "tr"]
    return page.elements[starts[number] + 1].tag == "th"


@pytest.mark.parametrize("text", [HOSTILE, '"quoted"', "<b>", "a & b", "&lt;"])
def test_all_text_is_shown_as_it_is_typed(text: str) -> None:
    page = read_page(page_html(every_block(text)))

    shown = [t for path, t in page.texts if t == text and "style" not in path]
    # Title, heading, two first lines, one link, and in each of two sections a heading and twenty-two texts.
    assert len(shown) == 1 + 1 + 2 + 1 + 2 * (1 + 1 + 2 + 2 + 5 + 2 + 3 * 3 + 1)


def test_control_and_override_characters_are_made_visible_and_joined_emoji_stay_whole() -> None:
    data = page_html(every_block("a\x00b\x1bc\x9bd\u202ee \U0001f469\u200d\U0001f680 \u0645\u200f\tf\r")).decode()

    assert "a&lt;U+0000&gt;b&lt;U+001B&gt;c&lt;U+009B&gt;d&lt;U+202E&gt;e" in data
    assert "\U0001f469\u200d\U0001f680" in data
    assert "\u0645\u200f\tf&lt;U+000D&gt;" in data
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", data)


def test_line_feeds_and_right_to_left_text_are_left_to_the_reader() -> None:
    page = read_page(page_html(every_block("\u0645\u0631\u062d\u0628\u0627\n\u0623")))

    assert [t for _, t in page.texts].count("\u0645\u0631\u062d\u0628\u0627\n\u0623") > 10
    assert {e.attributes.get("dir") for e in page.all("td", "dd", "pre", "li", "h2") if e.attributes} >= {"auto"}


def test_an_unfinished_return_says_so_before_anything_but_the_title() -> None:
    page = read_page(lamp_page(Audit(head=head())))

    said = [t.strip() for path, t in page.texts if t.strip() and path[-1] in {"h1", "p"}]
    assert said[1].startswith("This return is not complete: ")
    assert "it is not the partnership's own text" in said[2]


def test_everything_that_was_answered_is_on_the_page() -> None:
    text = read_page(lamp_page()).text

    for said in (
        "Two bulbs, checked on Monday.",
        "The bulb hangs bare.",
        "Bulb log",
        "Buy a shade",
        "Nobody has tripped since May.",
        "To copy into another form",
    ):
        assert said in text
    assert "Ask Bob" not in text


def test_the_page_can_be_printed() -> None:
    data = lamp_page().decode()

    assert "@media print" in data
    assert "break-inside: avoid" in data


def luminance(colour: str) -> float:
    full = "".join(c * 2 for c in colour) if len(colour) == 3 else colour
    parts = [int(full[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_text_colour_stands_out_from_every_background() -> None:
    css = lamp_page().decode().split("<style>")[1].split("</style>")[0]
    inks = set(re.findall(r"(?<![-\w])color: #([0-9a-f]{3,6})", css))
    papers = set(re.findall(r"background: #([0-9a-f]{3,6})", css))

    assert inks
    assert papers
    for ink in inks:
        for paper in papers:
            light, dark = sorted((luminance(ink), luminance(paper)), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, paper)


def test_a_page_of_twelve_standards_and_long_notes_is_made_quickly() -> None:
    note = "We look at it every week and write it down. " * 40
    audit = msgspec.structs.replace(
        lamp_audit(),
        answers=tuple(msgspec.structs.replace(a, note=note) for a in lamp_audit().answers),
    )

    assert len(lamp_page(audit)) > 4 * len(note)
