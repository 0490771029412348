"""Boxes to tick and lines to write on, as lines of text, and about how many sides of paper a page takes."""

import pytest

from compact_tui.core.page import (
    AnyBlock,
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
from compact_tui.core.page_sides import sides_about
from compact_tui.core.report_text import page_lines

LONG = "Words to read. " * 400


def page_of(*blocks: AnyBlock, **options: bool) -> ReportPage:
    return ReportPage("Title", ("First.",), (Section("Part", 2, blocks),), **options)


def body(*blocks: AnyBlock, width: int = 40) -> list[str]:
    return list(page_lines(page_of(*blocks), width))[9:]


def test_boxes_in_a_row_are_never_torn_from_their_brackets() -> None:
    assert body(TickBlock("Tick one", ("Met", "Partly met", "Not met", "Not known yet")), width=30) == [
        "Tick one:",
        "[_] Met [_] Partly met [_] Not",
        "met [_] Not known yet",
    ]


def test_stacked_boxes_stand_one_a_line_with_their_text_hanging() -> None:
    assert body(TickBlock("", ("Good: all of it is in place, and we know it.", "Bad"), stacked=True)) == [
        "[_] Good: all of it is in place, and we",
        "    know it.",
        "[_] Bad",
    ]


def test_lines_to_write_on_are_as_many_and_as_wide_as_asked() -> None:
    assert body(WritingBlock("What we found", 2)) == ["What we found:", "_" * 40, "_" * 40]


def test_a_box_of_ink_names_what_is_asked() -> None:
    assert body(InkBlock("Sign here", ("Name",)), width=60) == ["Sign here:", f"  Name {'_' * 30}"]


@pytest.mark.parametrize(
    "block",
    [
        TickBlock("a\x1b[2Jb", ("c\u202ed", "<b>e</b>"), stacked=True),
        TickBlock("a\x1b[2Jb", ("c\u202ed", "<b>e</b>")),
        WritingBlock("a\x1b[2Jb c\u202ed <b>e</b>", 1),
        InkBlock("a\x1b[2Jb", ("c\u202ed", "<b>e</b>")),
    ],
)
def test_what_would_steer_a_terminal_is_made_visible(block: AnyBlock) -> None:
    said = "\n".join(body(block, width=200))

    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "a<U+001B>[2Jb" in said
    assert "c<U+202E>d" in said
    assert "<b>e</b>" in said


BLOCKS: list[AnyBlock] = [
    Paragraph(LONG),
    ListBlock((LONG,)),
    Facts((("Name", LONG),)),
    CopyBlock("Copy", LONG),
    TableBlock("Table", ("One", "Two"), ((LONG, ""),)),
    TickBlock("", (LONG,)),
    TickBlock("", (LONG,), stacked=True),
    WritingBlock("Words", 60),
    InkBlock("Ink", ("Name",) * 60),
]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_more_of_a_block_takes_more_sides(block: AnyBlock) -> None:
    assert sides_about(page_of()) == 1
    assert sides_about(page_of(block)) >= 2
    assert sides_about(page_of(*[block] * 4)) > sides_about(page_of(block))


def test_dense_pages_take_fewer_sides_and_new_sides_are_counted() -> None:
    assert sides_about(page_of(*BLOCKS, dense=True)) < sides_about(page_of(*BLOCKS))
    parts = tuple(Section(str(n), 2, (Paragraph("Short."),), new_side=n > 0) for n in range(5))
    assert sides_about(ReportPage("T", (), parts)) == 5
    assert sides_about(ReportPage("T", (), parts, large=True)) == 5


def test_a_part_that_is_kept_together_goes_to_the_next_side_whole() -> None:
    half = (WritingBlock("Words", 19),)
    loose = tuple(Section(str(n), 3, half) for n in range(4))
    kept = tuple(Section(str(n), 3, half, keep=True) for n in range(4))

    assert sides_about(ReportPage("T", (), kept)) > sides_about(ReportPage("T", (), loose))


def test_a_page_of_nothing_is_one_side() -> None:
    assert sides_about(ReportPage("", (), ())) == 1
