"""The improvement plan: what is in place first, then every open point, and those that need help apart."""

import pytest
from msgspec.structs import replace

from compact_tui.core.audit import Audit, CriterionAnswer
from compact_tui.core.pack import AnswerKind, AuditPack
from compact_tui.core.page import ListBlock, Paragraph, Section, TableBlock
from compact_tui.core.report import report_of
from compact_tui.core.report_plan import improvement_plan
from compact_tui.core.report_words import Names
from compact_tui.core.return_build import build_return
from compact_tui.core.returns import Return
from tests.samples import TODAY, head, lamp_audit, lamp_pack, setting, without_levels

IDS = ("hall-bulb", "hall-switch", "hall-shade", "stairs-bulb")
HELP = AnswerKind(id="need-support", word="Please help", key="h", counts_as="not-met")


def lamps() -> AuditPack:
    """The lamps without grades, with an answer that asks for help, and what good looks like."""
    pack = without_levels(lamp_pack())
    standards = tuple(
        replace(s, criterion=tuple(replace(c, good=f"Good {c.id}.") for c in s.criterion)) for s in pack.standard
    )
    return replace(pack, answer=(*pack.answer, HELP), standard=standards)


def return_of(*answers: str) -> Return:
    """The return of these answers, in the order of the criteria."""
    said = tuple(
        CriterionAnswer(criterion=name, answer=answer, note=f"Note {name}.", reason="None here.")
        for name, answer in zip(IDS, answers, strict=False)
    )
    audit = Audit(head=head(), answers=said)
    return build_return(setting(), lamps(), audit, return_id="r", made_on=TODAY, made_by="test", today=TODAY)


def plan_of(*answers: str) -> Section:
    return_ = return_of(*answers)
    return improvement_plan(return_, Names(return_, lamps()))


@pytest.mark.parametrize(
    ("answers", "opening"),
    [
        ((), "Nothing is answered yet."),
        (("no-lamp",), "Nothing is answered yet."),
        (("no-lamp",) * 4, "Nothing here applies to us."),
        (("lit",) * 4, "4 of 4 are in place: keep doing them. Nothing is left to work on."),
        (("lit",) * 3, "3 of 3 are in place: keep doing them. 1 question is not answered yet."),
        (("lit", "out", "no-lamp", "out"), "1 is in place: keep doing it. 2 points to work on."),
        (("lit", "lit", "no-lamp", "flickers"), "2 of 3 are in place: keep doing them. 1 point to work on."),
        (("out",) * 4, "4 points to work on. Everyone begins somewhere; begin with the first."),
        (("in-the-dark", "flickers"),
         "2 points to work on. Everyone begins somewhere; begin with the first. 2 questions are not answered yet."),
    ],
)  # fmt: skip
def test_what_is_in_place_is_said_first_and_kindly(answers: tuple[str, ...], opening: str) -> None:
    first = plan_of(*answers).blocks[0]

    assert first == Paragraph(opening)


def test_every_open_point_is_a_row_with_a_first_step_and_our_note() -> None:
    plan = plan_of("lit", "flickers", "in-the-dark", "out")

    table = plan.blocks[1]
    assert (plan.heading, plan.level) == ("Improvement plan", 2)
    assert isinstance(table, TableBlock)
    assert table.caption == "What to do next, in the order of the questions"
    assert table.rows == (
        ("1.2", "A switch.", "Flickers", "Good hall-switch.", "Note hall-switch."),
        ("1.3", "A shade.", "In the dark", "Good hall-shade.", "Note hall-shade."),
        ("2.1", "Lit stairs.", "Out", "Good stairs-bulb.", "Note stairs-bulb."),
    )


@pytest.mark.parametrize("answers", [("lit",) * 4, ("no-lamp",) * 4, ("lit", "no-lamp")])
def test_where_nothing_is_open_there_is_no_table(answers: tuple[str, ...]) -> None:
    assert [type(block) for block in plan_of(*answers).blocks] == [Paragraph]


def test_what_a_group_needs_help_with_is_listed_apart() -> None:
    plan = plan_of("need-support", "out", "lit", "need-support")

    table, asked, points = plan.blocks[1:]
    assert isinstance(table, TableBlock)
    assert [row[0] for row in table.rows] == ["1.1", "1.2", "2.1"]
    assert isinstance(asked, Paragraph)
    assert asked.text.startswith("We ask for help with these.")
    assert points == ListBlock(("1.1 Is there a bulb?", "2.1 Lit?"))


def test_an_answer_of_the_packs_own_that_is_not_met_asks_nobody_for_help() -> None:
    assert [type(block) for block in plan_of("out", "out").blocks] == [Paragraph, TableBlock]


def test_a_criterion_that_the_pack_does_not_know_stands_by_its_id() -> None:
    return_ = return_of("need-support", "lit")
    unknown = replace(lamps(), standard=())

    plan = improvement_plan(return_, Names(return_, unknown))

    table, _, points = plan.blocks[1:]
    assert isinstance(table, TableBlock)
    assert table.rows == (("hall-bulb", "hall-bulb", "Please help", "", "Note hall-bulb."),)
    assert points == ListBlock(("hall-bulb hall-bulb",))


def test_the_report_of_a_pack_without_levels_has_the_plan_and_no_word_of_grades() -> None:
    return_ = return_of("lit", "out", "no-lamp", "lit")

    page = report_of(return_, lamps())

    assert [s.heading for s in page.sections][:2] == ["What this is", "Improvement plan"]
    assert "grade" not in str(page).lower()
    assert page.first_lines[0] == "This return is not signed: everything is answered, but nobody has signed it."


def test_a_pack_with_levels_has_its_grades_at_a_glance_and_no_plan() -> None:
    return_ = build_return(
        setting(), lamp_pack(), lamp_audit(), return_id="r", made_on=TODAY, made_by="test", today=TODAY
    )

    headings = [s.heading for s in report_of(return_, lamp_pack()).sections]

    assert headings[:2] == ["What this is", "Grades at a glance"]
    assert "Improvement plan" not in headings
