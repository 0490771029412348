"""The audit on paper: every question with its boxes and lines, and nothing that anybody answered."""

import pytest
from msgspec.structs import replace

from compact_tui.core.blank_page import blank_page
from compact_tui.core.pack import numbered
from compact_tui.core.page import Facts, InkBlock, ListBlock, Paragraph, ReportPage, Section, TickBlock, WritingBlock
from compact_tui.core.report_text import page_lines
from compact_tui.core.variation import for_variation
from compact_tui.storage.packs import load_shipped
from tests.samples import lamp_pack, umbrella_pack, without_levels


def section(page: ReportPage, heading: str) -> Section:
    return next(section for section in page.sections if section.heading == heading)


def test_every_question_has_number_statement_duty_boxes_two_lines_and_a_line_for_evidence() -> None:
    pack = umbrella_pack()
    page = blank_page(pack)

    for standard in pack.standard:
        for number, criterion in numbered(standard):
            asked = section(page, f"{number} {criterion.question}")
            duty = next(duty.word for duty in pack.duty if duty.id == criterion.duty)
            assert asked.keep
            assert asked.blocks == (
                Paragraph(f"{criterion.text} ({duty})"),
                TickBlock("", tuple(answer.word for answer in pack.answer)),
                WritingBlock("What we found", 2),
                WritingBlock("Evidence: what, where, who holds it", 1),
            )


def test_each_standard_begins_a_side_and_ends_with_its_model_answers_and_room_for_words_and_plans() -> None:
    pack = umbrella_pack()
    page = blank_page(pack)

    begun = [part.heading for part in page.sections if part.new_side]
    assert begun == [f"{standard.number}. {standard.title}" for standard in pack.standard]
    models = section(page, "2: which of these fits us best?")
    boxes = models.blocks[0]
    assert isinstance(boxes, TickBlock)
    assert boxes.stacked
    assert [box.partition(":")[0] for box in boxes.boxes] == ["Bone dry", "A few drops", "Soaked"]
    assert boxes.boxes[1].startswith("A few drops: Lunch is the weak hour")
    own = section(page, "2: in our own words")
    assert own.blocks == (
        WritingBlock("What has changed for owners since someone watches the rack?", 4),
        WritingBlock("What we will do next, who does it, by when", 3),
    )


def test_guided_adds_what_good_looks_like_where_to_look_and_whom_to_ask() -> None:
    pack = umbrella_pack()
    plain, guided = blank_page(pack), blank_page(pack, guided=True)
    asked = pack.standard[1].criterion[0]

    help_ = Facts(
        (
            ("What good looks like", asked.good),
            ("Where to look", "The rota for this week\nThe mirror above the till"),
            ("Whom to ask", asked.ask[0]),
        )
    )
    assert section(guided, "2.1 Is the rack in sight?").blocks[1] == help_
    assert section(guided, "2. Keeping umbrellas").blocks[0] == Paragraph(pack.standard[1].introduction)
    assert asked.good not in "\n".join(page_lines(plain, 200))
    assert len(plain.sections) == len(guided.sections)


def test_a_question_without_guidance_or_a_known_duty_leaves_no_empty_rows() -> None:
    page = blank_page(lamp_pack(), guided=True)

    assert section(page, "1.1 Is there a bulb?").blocks[0] == Paragraph("A bulb. (must)")
    assert not any(block == Facts(()) for part in page.sections for block in part.blocks)
    bare = replace(lamp_pack().standard[0].criterion[0], duty="")
    pack = replace(lamp_pack(), standard=(replace(lamp_pack().standard[0], criterion=(bare,)),))
    assert section(blank_page(pack), "1.1 Is there a bulb?").blocks[0] == Paragraph("A bulb.")


def test_levels_without_model_answers_are_ticked_by_their_words_and_meanings() -> None:
    models = section(blank_page(lamp_pack()), "1: which of these fits us best?").blocks[0]

    assert models == TickBlock("", ("Bright", "Glowing", "Dim"), stacked=True)


def test_a_pack_without_levels_is_one_booklet_without_grades() -> None:
    page = blank_page(without_levels(umbrella_pack()))

    assert not any(part.new_side for part in page.sections)
    assert not any("fits us best" in part.heading for part in page.sections)
    assert page.first_lines[0] == "3 parts, 9 questions."
    assert section(page, "3: in our own words").keep


def test_the_front_sheet_explains_answers_and_duties_and_asks_who_and_when() -> None:
    front = blank_page(umbrella_pack(), "2026-2028").sections[0]

    ink, how, answers, _, duties = front.blocks
    assert isinstance(ink, InkBlock)
    assert ink.lines[0] == "Name of the setting"
    assert isinstance(how, ListBlock)
    assert any("never the name of a child" in line for line in how.items)
    assert isinstance(answers, Facts)
    assert answers.pairs[0] == ("In hand", "We could show it today.")
    assert isinstance(duties, Facts)
    assert [name for name, _ in duties.pairs] == ["must", "kind custom"]
    assert len(blank_page(lamp_pack()).sections[0].blocks) == 2


@pytest.mark.parametrize("cycle", ["", "2026-2028"])
def test_the_title_says_the_round_where_it_has_a_name(cycle: str) -> None:
    title = blank_page(umbrella_pack(), cycle).title

    assert title == "To fill in on paper: Care of visitors' umbrellas: three standards" + (f", {cycle}" * bool(cycle))


@pytest.mark.parametrize("variation", ["education", "early-years", "other", "education+early-years"])
def test_every_variation_of_the_shipped_pack_can_be_printed_whole(variation: str) -> None:
    pack = for_variation(load_shipped("compact-12"), variation)
    page = blank_page(pack, guided=True)

    assert sum(bool(part.keep and part.level == 3) for part in page.sections) == (
        sum(len(standard.criterion) for standard in pack.standard) + 2 * len(pack.standard)
    )
