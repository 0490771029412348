"""The improvement plan of one side, and the page that says whom to ask."""

import pytest
from msgspec.structs import replace

from compact_tui.core.audit import Action, Audit, CriterionAnswer
from compact_tui.core.pack import AuditPack, Citation, Source
from compact_tui.core.page import InkBlock, ListBlock, Paragraph, ReportPage, TableBlock
from compact_tui.core.return_build import build_return
from compact_tui.core.returns import Return
from compact_tui.core.support_page import can_ask, improvement_page, support_page, whom_to_ask
from tests.samples import TODAY, head, lamp_pack, setting, umbrella_pack, without_levels

PACK = without_levels(umbrella_pack())


def answered(answers: dict[str, str]) -> Return:
    return made(**answers)  # type: ignore[arg-type]


def made(*actions: Action, pack: AuditPack = PACK, name: str = "Brolly Club", **answers: str) -> Return:
    said = tuple(
        CriterionAnswer(criterion=key.replace("_", "-"), answer=answer, note=f"Note on {key}.")
        for key, answer in answers.items()
    )
    audit = Audit(head=head(pack="umbrella-care", variation="gallery"), answers=said, actions=actions)
    who = setting(name=name)
    return build_return(who, pack, audit, return_id="", made_on=TODAY, made_by="", today=TODAY)


def plan(return_: Return) -> TableBlock:
    return next(b for b in improvement_page(return_, PACK).sections[0].blocks if isinstance(b, TableBlock))


def test_what_is_planned_comes_first_overdue_on_top_then_what_has_no_plan_with_room_for_a_pen() -> None:
    return_ = made(
        Action(id="t-1", what="Hang a mirror", who="Porter", due="2026-12-18", supports=("u2-watch",)),
        Action(id="t-2", what="Empty the tray", who="Cleaner", due="2026-12-01", supports=("u1-wet-rack",)),
        Action(id="t-3", what="Done before", status="done", supports=("u1-ticket",)),
        u1_wet_rack="half-way",
        u2_watch="need-support",
        u2_repair="half-way",
        u3_match="still-asking",
        u1_greeting="in-hand",
    )

    rows = plan(return_).rows

    assert rows[0] == ("Empty the tray", "Cleaner", "1 December 2026 (overdue)", "1.2")
    assert rows[1] == ("Hang a mirror", "Porter", "18 December 2026", "2.1")
    assert [row[1:] for row in rows[2:]] == [("", "", "3.1"), ("", "", "2.2")]
    assert rows[3][0] == "Are broken ribs mended or reported? (Half way)"


def test_the_strongest_duty_then_the_furthest_from_met_is_most_pressing() -> None:
    essential = replace(PACK.standard[2].criterion[2], essential=True)
    third = replace(PACK.standard[2], criterion=(*PACK.standard[2].criterion[:2], essential))
    pack = replace(PACK, standard=(*PACK.standard[:2], third))
    return_ = made(
        pack=pack, u1_greeting="half-way", u2_repair="need-support", u2_watch="still-asking", u3_lend="half-way"
    )

    page = improvement_page(return_, pack)

    table = next(block for block in page.sections[0].blocks if isinstance(block, TableBlock))
    assert [row[3] for row in table.rows] == ["3.3", "2.1", "2.2", "1.3"]


def test_an_action_for_the_standard_as_a_whole_plans_its_questions() -> None:
    return_ = made(Action(id="t-1", what="All of it", supports=("u2",)), u2_repair="half-way", u1_ticket="half-way")

    assert [row[3] for row in plan(return_).rows] == ["2", "1.1"]


def test_a_long_plan_keeps_to_one_side_and_counts_the_rest() -> None:
    actions = [Action(id=f"t-{n}", what="word " * 900, who="w" * 300, supports=("u1",)) for n in range(20)]
    page = improvement_page(made(*actions, name="A name " * 9), PACK)

    table = next(block for block in page.sections[0].blocks if isinstance(block, TableBlock))
    assert len(table.rows) == 9
    assert all(len(cell) <= 90 for row in table.rows for cell in row)
    assert Paragraph("11 points more in the full report.") in page.sections[0].blocks


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, "Nothing is answered yet."),
        ({"u1_ticket": "in-hand"}, "1 is in place: keep doing it. 8 questions are not answered yet."),
    ],
)
def test_where_nothing_is_open_it_says_so_and_has_no_table(answers: dict[str, str], said: str) -> None:
    blocks = improvement_page(answered(answers), PACK).sections[0].blocks

    assert blocks == (Paragraph(said), InkBlock("We talk about this again", ("On", "With")))


def test_it_is_theirs_to_share() -> None:
    assert "only if we choose" in improvement_page(made(), PACK).first_lines[0]
    assert improvement_page(made(name=""), PACK).title == "What we do next: our group"


def advised(pack: AuditPack) -> AuditPack:
    source = Source(id="tips", title="Tips for racks", publisher="Guild of Porters", status="local page")
    cited = Citation(source="tips", place="1", confidence="C", checked_on="2026-01-10")
    first = replace(PACK.standard[1].criterion[0], source=(*PACK.standard[1].criterion[0].source, cited, cited))
    standard = replace(PACK.standard[1], criterion=(first, *PACK.standard[1].criterion[1:]))
    return replace(pack, source=(*pack.source, source), standard=(pack.standard[0], standard, pack.standard[2]))


def asked_part(page: ReportPage) -> tuple[object, ...]:
    return page.sections[1].blocks


def test_each_call_for_help_says_what_it_is_what_was_noted_and_whom_to_ask() -> None:
    pack = advised(PACK)
    page = support_page(made(pack=pack, u2_watch="need-support", u2_repair="half-way"), pack)

    assert [part.heading for part in page.sections] == ["What we ask for", "2.1 Is the rack in sight?"]
    assert page.sections[1].keep
    assert asked_part(page) == (
        Paragraph("What it asks: Someone can see the rack at every hour the museum is open."),
        Paragraph("What we said: Note on u2_watch."),
        Paragraph(f"What would help: {pack.standard[1].criterion[0].good}"),
        Paragraph("Whom to ask, and what to read:"),
        ListBlock(("Guild of Porters: Tips for racks", "The partnership, or a group like ours")),
        Paragraph("Among ourselves, ask first:"),
        ListBlock(("Shop assistant: who watches while you are at lunch?",)),
    )


def test_the_publisher_of_a_law_is_not_somebody_to_ask() -> None:
    assert whom_to_ask(PACK.standard[1].criterion[0], PACK) == ("The partnership, or a group like ours",)
    assert whom_to_ask(PACK.standard[1].criterion[1], PACK)[0] == "Guild of Attendants: The cloakroom handbook"


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, 'No question is answered with "We need support".'),
        (
            {"u1_ticket": "need-support"},
            '1 question answered with "We need support". Asking is the strong thing to do.',
        ),
    ],
)
def test_the_page_counts_what_is_asked_for(answers: dict[str, str], said: str) -> None:
    page = support_page(answered(answers), PACK)

    assert page.sections[0].blocks == (Paragraph(said),)
    assert len(page.sections) == 1 + len(answers)


def test_a_pack_can_ask_for_help_where_it_has_an_answer_for_it() -> None:
    assert can_ask(PACK)
    assert not can_ask(lamp_pack())
