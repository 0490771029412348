"""The inspection pack: in the inspector's order, what to show, where it is, whom to fetch, what is missing."""

import pytest
from msgspec.structs import replace

from compact_tui.core.audit import Action, Audit, CriterionAnswer, Evidence, Grade
from compact_tui.core.inspection_page import can_inspect, in_order, inspection_page
from compact_tui.core.pack import InspectionAsk
from compact_tui.core.page import Facts, ListBlock, Paragraph, ReportPage, Section, TableBlock
from compact_tui.core.report_text import page_lines
from tests.samples import head, lamp_pack, setting, umbrella_pack, without_levels

TODAY = "2026-12-03"
EMPTY = Audit(head=head(pack="umbrella-care", variation="gallery"))


def page_of(audit: Audit = EMPTY, **changes: object) -> ReportPage:
    return inspection_page(replace(umbrella_pack(), **changes), audit, setting(), TODAY)


def part(page: ReportPage, number: int) -> Section:
    return next(section for section in page.sections if section.heading.startswith(f"{number}. "))


def tables(section: Section) -> list[TableBlock]:
    return [block for block in section.blocks if isinstance(block, TableBlock)]


def missing(audit: Audit, number: int = 1) -> tuple[str, ...]:
    last = part(page_of(audit), number).blocks[-1]
    return last.items if isinstance(last, ListBlock) else ()


def answered(**said: str) -> Audit:
    answers = tuple(CriterionAnswer(criterion=f"u1-{name.replace('_', '-')}", answer=a) for name, a in said.items())
    return replace(EMPTY, answers=answers)


def test_standards_come_in_the_inspectors_order_and_the_rest_in_the_packs() -> None:
    page = page_of()

    assert [section.heading[:2] for section in page.sections[1:]] == ["2.", "1.", "3."]
    assert all(section.new_side for section in page.sections[1:])


@pytest.mark.parametrize(
    ("order", "expected"),
    [((), [1, 2, 3]), (("u3",), [3, 1, 2]), (("gone", "u2"), [2, 1, 3]), (("u3", "u2", "u1"), [3, 2, 1])],
)
def test_an_order_may_be_empty_partial_or_name_what_is_gone(order: tuple[str, ...], expected: list[int]) -> None:
    pack = umbrella_pack()
    pack = replace(pack, pack=replace(pack.pack, inspection_order=order))

    assert [standard.number for standard in in_order(pack)] == expected


def test_what_is_asked_stands_with_what_to_show_and_whom_to_fetch() -> None:
    asked = tables(part(page_of(), 2))[0]

    assert asked.caption == "What may be asked"
    assert asked.headers == ("They may ask", "Put on the table", "Fetch")
    assert asked.rows == (
        (
            "Show me the rack as it was at noon yesterday.",
            "• The rota for that hour\n• The rib book, open at yesterday",
            "Shop assistant",
        ),
        (
            "Whose umbrella did you mend last, and does the owner know?",
            "The rib book",
            "• Attendant\n• The owner, if near",
        ),
    )


def test_two_variations_in_one_audit_are_told_apart() -> None:
    pack = umbrella_pack()
    asks = (
        InspectionAsk(ask="Kiosk?", show=("Till",), variations=("kiosk",)),
        InspectionAsk(ask="Both?", show=("Rack",), variations=("gallery", "kiosk")),
        InspectionAsk(ask="Gallery?", variations=("gallery",)),
        InspectionAsk(ask="All?", show=("Door",)),
    )
    pack = replace(pack, standard=(replace(pack.standard[0], inspection=asks), *pack.standard[1:]))
    audit = replace(EMPTY, head=head(pack="umbrella-care", variation="gallery+kiosk"))

    said = tables(part(inspection_page(pack, audit, setting(), TODAY), 1))

    assert [table.caption for table in said] == [
        "What may be asked",
        "What may be asked: Kiosks and pop-up shows",
        "What may be asked: Galleries with a cloakroom",
    ]
    assert [[row[0] for row in table.rows] for table in said] == [["Both?", "All?"], ["Kiosk?"], ["Gallery?"]]
    assert said[2].rows == (("Gallery?", "-", "-"),)


def test_our_own_evidence_says_where_it_is_who_holds_it_and_what_it_is_for() -> None:
    evidence = (
        Evidence(id="e-1", title="Ticket roll", where="By the door", held_by="Porter", seen_on="2026-11-20",
                 review_by="2026-12-01", supports=("u1-ticket", "u1", "gone"), file="/home/p/roll.pdf"),
        Evidence(id="e-2", title="Elsewhere", supports=("u2",)),
    )  # fmt: skip
    section = part(page_of(replace(EMPTY, evidence=evidence)), 1)

    own = tables(section)[1]
    assert own.rows == (
        (
            "Ticket roll",
            "By the door\nHeld by: Porter",
            "20 November 2026\nTo be looked at again by 1 December 2026: overdue",
            "1.1, 1",
        ),
    )
    facts = section.blocks[0]
    assert isinstance(facts, Facts)
    assert dict(facts.pairs)["Whom to fetch"] == "Porter"
    assert "roll.pdf" not in str(section)


def test_open_actions_stand_by_day_with_the_overdue_said_and_closed_ones_left_out() -> None:
    actions = (
        Action(id="t-1", what="Some day", supports=("u1-ticket",)),
        Action(id="t-2", what="Soon", who="Porter", due="2026-12-18", supports=("u1",)),
        Action(id="t-3", what="Late", who="Cleaner", due="2026-12-01", supports=("u1-wet-rack",)),
        Action(id="t-4", what="Closed", status="done", supports=("u1",)),
        Action(id="t-5", what="Elsewhere", supports=("u2",)),
    )
    blocks = part(page_of(replace(EMPTY, actions=actions)), 1).blocks

    listed = blocks[blocks.index(Paragraph("Still open in our action plan:")) + 1]
    assert listed == ListBlock(
        (
            "1.2: Late; Cleaner; by 1 December 2026, overdue",
            "1: Soon; Porter; by 18 December 2026",
            "1.1: Some day; nobody named; no day named",
        )
    )


def test_what_is_missing_is_said_plainly() -> None:
    audit = answered(ticket="in-hand", wet_rack="half-way", greeting="still-asking")

    assert missing(audit) == (
        "No evidence is entered for: 1.1 and 1.2.",
        "Not wholly met, and no action is open for it: 1.2.",
        "We do not know yet: 1.3.",
        "No grade is chosen.",
    )
    assert missing(EMPTY) == ("Not answered yet: 1.1, 1.2 and 1.3.", "No grade is chosen.")


def test_an_open_action_or_evidence_fills_the_gap_and_a_closed_action_does_not() -> None:
    audit = answered(ticket="in-hand", wet_rack="half-way", greeting="no-rain-here")
    evidence = (Evidence(id="e-1", title="Roll", where="Door", supports=("u1-ticket", "u1-wet-rack")),)
    planned = Action(id="t-1", what="Empty it", supports=("u1-wet-rack",))
    whole = replace(audit, evidence=evidence, actions=(planned,), grades=(Grade(standard="u1", level="bone-dry"),))

    assert missing(whole) == ()
    assert part(page_of(whole), 1).blocks[-1] == Paragraph("Nothing is missing here.")
    closed = replace(whole, actions=(replace(planned, status="done"),))
    assert missing(closed) == ("Not wholly met, and no action is open for it: 1.2.",)


def test_evidence_that_nobody_could_find_is_named() -> None:
    audit = replace(EMPTY, evidence=(Evidence(id="e-1", title="Roll", supports=("u1",)),))

    assert missing(audit)[-1] == "It is not said where this is or who holds it: Roll."


@pytest.mark.parametrize(
    ("grades", "expected"),
    [
        ((), "Not graded yet"),
        ((Grade(standard="u1", level="bone-dry"),), "Bone dry"),
        ((Grade(standard="u1", level="bone-dry", provisional=True),), "Bone dry (provisional)"),
        ((Grade(standard="u1", level="gone"),), "Not graded yet"),
    ],
)
def test_the_grade_is_said_as_it_stands(grades: tuple[Grade, ...], expected: str) -> None:
    facts = part(page_of(replace(EMPTY, grades=grades)), 1).blocks[0]

    assert isinstance(facts, Facts)
    assert facts.pairs[0] == ("Our grade", expected)


def test_an_audit_without_levels_speaks_of_no_grade() -> None:
    page = inspection_page(without_levels(umbrella_pack()), EMPTY, None, TODAY)

    assert "grade" not in "\n".join(page_lines(page, 100)).casefold()
    assert page.title == "Inspection pack of a setting that has not said its name"


def test_people_and_papers_are_the_profiles_and_gaps_are_named_with_what_to_do() -> None:
    full = {name: name for name in ("deputy_name", "allegations_to", "governor_name", "policy_place", "form_place")}
    told = setting(lead_name="Jo Park", lead_where="office by the door", **full)
    front = inspection_page(umbrella_pack(), EMPTY, told, TODAY).sections[0]
    bare = inspection_page(umbrella_pack(), EMPTY, None, TODAY).sections[0]

    assert isinstance(front.blocks[0], Facts)
    assert front.blocks[0].pairs[0] == ("Safeguarding lead", "Jo Park, office by the door")
    assert not any("Fill in" in str(block) for block in front.blocks)
    assert isinstance(bare.blocks[0], Facts)
    assert {said for _, said in bare.blocks[0].pairs} == {"Not said yet"}
    assert any("Whom to ring" in str(block) for block in bare.blocks)


def test_a_private_note_is_never_on_it() -> None:
    audit = replace(EMPTY, answers=(CriterionAnswer(criterion="u1-ticket", answer="in-hand", private_note="Ask Bob"),))

    assert "Ask Bob" not in str(page_of(audit))


def test_only_a_pack_that_says_what_is_asked_can_make_one() -> None:
    assert can_inspect(umbrella_pack())
    assert not can_inspect(lamp_pack())
