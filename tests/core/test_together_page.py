"""Large pages: one criterion a side, every answer with room for a count, and what was agreed."""

from compact_tui.core.page import Paragraph, TableBlock, WritingBlock
from compact_tui.core.page_sides import sides_about
from compact_tui.core.together_page import together_page
from tests.samples import umbrella_pack


def test_each_criterion_has_a_side_of_its_own_with_room_for_counts() -> None:
    pack = umbrella_pack()
    page = together_page(pack, pack.standard[0])

    assert page.large
    assert page.title == f"1. {pack.standard[0].title}"
    sides = [part for part in page.sections if part.new_side]
    assert [part.heading for part in sides] == [
        f"1.{at} {criterion.question}" for at, criterion in enumerate(pack.standard[0].criterion, 1)
    ]
    statement, table, agreed = sides[0].blocks
    assert statement == Paragraph(pack.standard[0].criterion[0].text)
    assert isinstance(table, TableBlock)
    assert table.rows == tuple((answer.word, "") for answer in pack.answer)
    assert agreed == WritingBlock("What do we agree?", 2)
    assert all(part.keep for part in sides)
    assert sides_about(page) == 1 + len(sides)


def test_the_first_side_says_how_and_that_nobody_is_named() -> None:
    pack = umbrella_pack()
    page = together_page(pack, pack.standard[2])

    assert "No names of children" in page.first_lines[0]
    assert not page.sections[0].new_side
    assert page.sections[0].heading == "How we do this"
