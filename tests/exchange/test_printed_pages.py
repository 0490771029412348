"""The pages to print as HTML: sound, with boxes and sides as asked, and proof against whatever somebody typed."""

import re

import pytest
from msgspec.structs import replace

from compact_tui.core.audit import Action, Audit, CriterionAnswer, Evidence
from compact_tui.core.blank_page import blank_page
from compact_tui.core.inspection_page import inspection_page
from compact_tui.core.pack import AuditPack, InspectionAsk
from compact_tui.core.page import Paragraph, ReportPage, Section, TickBlock, WritingBlock
from compact_tui.core.report_text import page_lines
from compact_tui.core.return_build import build_return
from compact_tui.core.support_page import improvement_page, support_page
from compact_tui.core.together_page import together_page
from compact_tui.exchange.html import has_mark, page_html
from tests.exchange.test_html import HOSTILE
from tests.pages import read_page
from tests.samples import TODAY, head, setting, umbrella_pack, without_levels

TEXTS = [HOSTILE, "[bold red]x[/]", "\u202egnikcah\u2066 \x1b[2J\x00", "wide " * 40_000, "x" * 200_000]
IDS = ["markup", "brackets", "steering", "200 kB of words", "200 kB in one word"]
NAMES = ("blank", "together", "inspection", "improvement", "support")


def said_everywhere(text: str) -> AuditPack:
    """The small pack without levels, with a text wherever a page takes one from the pack."""
    pack = without_levels(umbrella_pack())
    first = pack.standard[0]
    criterion = replace(first.criterion[0], question=text, text=text, good=text, where=(text,), ask=(text,))
    standard = replace(
        first,
        title=text,
        introduction=text,
        impact_prompt=text,
        criterion=(criterion,),
        inspection=(InspectionAsk(ask=text, show=(text, text), fetch=(text,)),),
    )
    answers = tuple(replace(answer, word=text if answer.id == "half-way" else answer.word) for answer in pack.answer)
    return replace(pack, standard=(standard,), answer=answers)


def made(name: str, text: str) -> ReportPage:
    """A page with a text wherever a person or a pack could have put it."""
    pack = said_everywhere(text)
    audit = Audit(
        head=head(cycle=text, pack="umbrella-care", variation="gallery"),
        answers=(CriterionAnswer(criterion="u1-ticket", answer="need-support", note=text, reason=text, by=text),),
        evidence=(Evidence(id="e-1", title=text, where=text, held_by=text, seen_on=text, supports=("u1-ticket",)),),
        actions=(Action(id="t-1", what=text, who=text, due=text, supports=("u1-ticket",)),),
    )
    who = setting(name=text, lead_name=text, form_place=text)
    draft = build_return(who, pack, audit, return_id="", made_on=TODAY, made_by="", today=TODAY)
    return {
        "blank": lambda: blank_page(pack, text, guided=True),
        "together": lambda: together_page(pack, pack.standard[0]),
        "inspection": lambda: inspection_page(pack, audit, who, TODAY),
        "improvement": lambda: improvement_page(draft, pack),
        "support": lambda: support_page(draft, pack),
    }[name]()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", TEXTS, ids=IDS)
def test_whatever_was_typed_is_shown_and_does_nothing(name: str, text: str) -> None:
    data = page_html(made(name, text))
    page = read_page(data)

    assert (page.wrong, page.stack) == ([], [])
    assert page.all("script", "b", "img", "iframe", "link", "base") == []
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", data.decode())
    start = {HOSTILE: HOSTILE, TEXTS[2]: "<U+202E>gnikcah<U+2066> <U+001B>[2J"}.get(text, text[:60].strip())
    assert start in page.text


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", [*TEXTS[:3], "wide " * 4_000], ids=[*IDS[:3], "20 kB"])
def test_the_same_as_text_steers_no_terminal(name: str, text: str) -> None:
    lines = page_lines(made(name, text), 80)

    assert all(len(line) <= 80 for line in lines)
    assert all(line.isprintable() for line in lines)


def test_every_page_is_on_paper_with_numbers_and_large_pages_lie_across_it() -> None:
    small, large = (page_html(ReportPage("T", (), (), large=large)).decode() for large in (False, True))

    assert "@page { size: A4; margin" in small
    assert "@page { size: A4 landscape; margin" in large
    assert 'content: counter(page) " of " counter(pages)' in small
    assert '<body class="large">' in large
    assert "<body>" in small


@pytest.mark.parametrize(
    ("keep", "new_side", "css"),
    [(False, False, ""), (True, False, "keep "), (False, True, "side"), (True, True, "keep side")],
)
def test_parts_say_how_they_are_broken(keep: bool, new_side: bool, css: str) -> None:
    part = Section("Part", 2, (Paragraph("Text"),), keep=keep, new_side=new_side)
    page = read_page(page_html(ReportPage("T", (), (part,))))

    assert page.all("section")[0].attributes.get("class", "") == css


def test_boxes_are_drawn_by_their_border_and_passed_over_by_readers_aloud() -> None:
    blocks = (TickBlock("Tick", ("Met", "Not met")), TickBlock("", ("Good",), stacked=True), WritingBlock("Note", 3))
    page = read_page(page_html(ReportPage("T", (), (Section("S", 2, blocks),))))

    boxes = [e for e in page.all("span") if e.attributes.get("class") == "box"]
    assert len(boxes) == 3
    assert all(box.attributes["aria-hidden"] == "true" for box in boxes)
    assert [e.attributes["class"] for e in page.all("ul")] == ["boxes row", "boxes stack"]
    assert len([e for e in page.all("div") if e.attributes.get("class") == "line"]) == 2
    assert len([e for e in page.all("span") if e.attributes.get("class") == "rest"]) == 1


def test_a_file_is_known_by_its_mark_and_by_nothing_that_was_typed() -> None:
    mark = 'blank "a" <b>'
    page = ReportPage('<meta name="generator" content="compact_tui: other">', (), ())

    assert has_mark(page_html(page, mark), mark)
    assert not has_mark(page_html(page, mark), "blank")
    assert not has_mark(page_html(page, mark), "other")
    assert not has_mark(page_html(page), mark)
    assert b"generator" not in page_html(ReportPage("T", (), ()))
    assert not has_mark(b"", mark)
