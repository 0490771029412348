"""A pack as a page to read before starting, and the sources it rests on."""

import pytest
from msgspec.structs import replace

from compact_tui.core.pack import (
    AnswerKind,
    AuditPack,
    Citation,
    Criterion,
    CriterionVariant,
    Duty,
    Level,
    ModelAnswer,
    Source,
    Standard,
    Variation,
)
from compact_tui.core.pack_head import PackHead, Serves
from compact_tui.core.pack_page import SourceLine, pack_page, sources_of
from compact_tui.core.page import Facts, ListBlock, Paragraph, ReportPage, Section, TableBlock
from compact_tui.core.variation import for_variation
from tests.samples import without_levels

TODAY = "2026-11-22"
LAW = Source(id="law", title="The law", edition="2025", publisher="Town", checked_on="2026-01-10", status="in force")
BOOK = Source(id="book", title="A handbook", checked_on="2026-01-10", status="non-statutory")
IDLE = Source(id="idle", title="An idle paper", checked_on="2026-01-10", status="non-statutory")


def cite(source: str, *, on: str = "2026-01-10", confidence: str = "C", place: str = "Section 2") -> Citation:
    return Citation(source=source, place=place, confidence=confidence, checked_on=on)


GATE = Criterion(
    id="gate",
    question="Is the gate shut?",
    text="The gate is shut at eight.",
    duty="must",
    essential=True,
    good="The bolt\nis across.",
    where=("The gate",),
    ask=("Porter: who has the key?",),
    source=(cite("law"),),
    variant=(CriterionVariant(variations=("club",), duty="should", good="Ask the hall.", source=(cite("book"),)),),
)
DOOR = Criterion(
    id="door",
    question="Is the door locked?",
    text="The door is locked at nine.",
    duty="should",
    good="It is.",
    where=("The door",),
    source=(cite("book", confidence="C2", place="Page 7"),),
    variations=("school",),
)
PACK = AuditPack(
    pack=PackHead(
        id="gates",
        edition="2026.1",
        title="Gates and doors",
        wording="independent",
        wording_note="Our own words.",
        review_by="2027-07-01",
        serves=(Serves(text="The Gates Act", variations=("school",)), Serves(text="The Doors Act")),
    ),
    level=(Level(id="fine", word="Fine", rank=2, meaning="All shut."), Level(id="open", word="Open", rank=1)),
    answer=(AnswerKind(id="yes", word="Yes", key="y", counts_as="met", meaning="It is shut."),),
    duty=(Duty(id="must", word="Must"), Duty(id="should", word="Should")),
    variation=(
        Variation(id="school", title="Schools", sector="education"),
        Variation(id="club", title="Clubs", sector="other"),
    ),
    source=(IDLE, BOOK, LAW),
    standard=(
        Standard(
            id="way-in",
            number=3,
            title="The way in",
            introduction="Somebody\ncomes in.",
            criterion=(GATE, DOOR),
            model_answer=(ModelAnswer(level="fine", text="Nobody\ncomes in."),),
        ),
    ),
)


def lines_of(pack: AuditPack, today: str = TODAY) -> dict[str, SourceLine]:
    return {line.id: line for line in sources_of(pack, today)}


def with_gate(**changes: object) -> AuditPack:
    standard = PACK.standard[0]
    return replace(PACK, standard=(replace(standard, criterion=(replace(GATE, **changes), DOOR)),))


def test_those_that_carry_most_musts_come_first_then_those_cited_most() -> None:
    assert [(line.id, line.musts, line.criteria) for line in sources_of(PACK, TODAY)] == [
        ("law", 1, ("gate",)),
        ("book", 0, ("gate", "door")),
        ("idle", 0, ()),
    ]
    assert lines_of(PACK)["law"].title == "The law"


@pytest.mark.parametrize(
    ("changes", "musts"),
    [
        ({}, {"law": 1, "book": 0}),
        ({"variant": ()}, {"law": 1, "book": 0}),
        # The variant lowers the duty and keeps the source, or keeps the duty and changes the source.
        ({"variant": (CriterionVariant(variations=("club",), duty="should"),)}, {"law": 1, "book": 0}),
        ({"variant": (CriterionVariant(variations=("club",), source=(cite("book"),)),)}, {"law": 1, "book": 1}),
        # It is a must for clubs only.
        (
            {
                "duty": "should",
                "variant": (CriterionVariant(variations=("club",), duty="must", source=(cite("book"),)),),
            },
            {"law": 0, "book": 1},
        ),
        (
            {"duty": "should", "variant": (CriterionVariant(variations=("club",), duty="must"),)},
            {"law": 1, "book": 0},
        ),
        # A variant for nobody who sees it.
        (
            {
                "variations": ("school",),
                "variant": (CriterionVariant(variations=("club",), duty="must", source=(cite("book"),)),),
            },
            {"law": 1, "book": 0},
        ),
        ({"duty": "should", "variant": ()}, {"law": 0, "book": 0}),
        ({"source": (cite("law"), cite("law", place="Section 9"))}, {"law": 1, "book": 0}),
    ],
)
def test_a_must_counts_for_what_it_rests_on_where_it_is_one(changes: dict[str, object], musts: dict[str, int]) -> None:
    found = lines_of(with_gate(**changes))

    assert {name: found[name].musts for name in musts} == musts


def test_a_pack_without_variations_counts_its_musts_too() -> None:
    pack = replace(with_gate(variant=()), variation=())

    assert lines_of(pack)["law"].musts == 1


@pytest.mark.parametrize(
    ("changes", "today", "due", "checked_on"),
    [
        ({}, "2027-01-10", False, "2026-01-10"),
        ({}, "2027-01-11", True, "2026-01-10"),
        ({"source": (cite("law", on="2025-11-21"),)}, TODAY, True, "2025-11-21"),
        ({"source": (cite("law", on="2025-11-22"),)}, TODAY, False, "2025-11-22"),
        ({"source": (cite("law"), cite("law", on="2020-02-29"))}, TODAY, True, "2020-02-29"),
        (
            {"variant": (CriterionVariant(variations=("club",), source=(cite("law", on="2020-01-01"),)),)},
            TODAY,
            True,
            "2020-01-01",
        ),
        ({"source": (cite("law", on="last spring"),)}, TODAY, True, "2026-01-10"),
        ({"source": (cite("law", on=""),)}, TODAY, True, "2026-01-10"),
    ],
)
def test_a_source_is_due_when_its_oldest_check_is_over_a_year_old_or_has_no_day(
    changes: dict[str, object], today: str, due: bool, checked_on: str
) -> None:
    pack = with_gate(**changes)
    line = lines_of(replace(pack, pack=replace(pack.pack, review_by="")), today)["law"]

    assert (line.due, line.checked_on) == (due, checked_on)


@pytest.mark.parametrize(
    ("review_by", "due"),
    [("2026-11-21", True), ("2026-11-22", False), ("", False), ("soon", False)],
)
def test_every_source_is_due_once_the_pack_is_past_its_review(review_by: str, due: bool) -> None:
    pack = replace(PACK, pack=replace(PACK.pack, review_by=review_by))

    assert {line.due for line in sources_of(pack, TODAY)} == {due}


def test_a_source_that_nobody_has_checked_has_no_day_and_is_due() -> None:
    line = lines_of(replace(PACK, source=(replace(IDLE, checked_on=""),)))["idle"]

    assert (line.checked_on, line.due) == ("", True)


def test_it_is_said_where_only_secondary_text_was_seen() -> None:
    found = lines_of(PACK)

    assert {name: line.secondary for name, line in found.items()} == {"law": False, "book": True, "idle": False}


def section(page: ReportPage, heading: str) -> Section:
    return next(s for s in page.sections if s.heading == heading)


def test_the_page_says_what_it_is_and_whose_words_it_has() -> None:
    page = pack_page(for_variation(PACK, "school"))

    assert page.title == "Gates and doors"
    assert page.first_lines == ("Edition 2026.1.", "Our own words.")
    assert [s.heading for s in page.sections] == ["How it works", "3. The way in"]
    bare = replace(PACK, pack=replace(PACK.pack, wording_note=""))
    assert pack_page(bare).first_lines == ("Edition 2026.1.",)


def test_how_it_works_tells_answers_levels_duties_served_and_the_review() -> None:
    blocks = section(pack_page(for_variation(PACK, "school")), "How it works").blocks

    assert blocks == (
        Paragraph("Answers that can be given:"),
        Facts((("Yes", "It is shut."),)),
        Paragraph("Levels:"),
        Facts((("Fine", "All shut."), ("Open", ""))),
        Paragraph("A completed audit answers:"),
        ListBlock(("The Gates Act", "The Doors Act")),
        Paragraph("To be looked at again by 1 July 2027."),
    )
    club = section(pack_page(for_variation(PACK, "club")), "How it works").blocks
    assert ListBlock(("The Doors Act",)) in club


def test_a_pack_without_levels_does_not_speak_of_them() -> None:
    plain = without_levels(replace(PACK, pack=replace(PACK.pack, serves=(), review_by="")))

    page = pack_page(for_variation(plain, "school"))

    assert section(page, "How it works").blocks == (
        Paragraph("Answers that can be given:"),
        Facts((("Yes", "It is shut."),)),
    )
    assert not any(isinstance(block, Facts) for block in section(page, "3. The way in").blocks)


def test_each_criterion_is_a_row_with_its_strength_guidance_and_sources() -> None:
    introduction, table, model = section(pack_page(for_variation(PACK, "school")), "3. The way in").blocks

    assert introduction == Paragraph("Somebody comes in.")
    assert isinstance(table, TableBlock)
    assert table.caption == "Standard 3: its criteria"
    assert table.rows == (
        (
            "3.1",
            "The gate is shut at eight.",
            "Must, essential",
            "The bolt is across.",
            "The gate\nPorter: who has the key?",
            "The law 2025, Section 2",
        ),
        (
            "3.2",
            "The door is locked at nine.",
            "Should",
            "It is.",
            "The door",
            "A handbook, Page 7 (look it up in the source itself)",
        ),
    )
    assert model == Facts((("Fine", "Nobody comes in."),))


def test_another_variation_reads_its_own_words_and_an_unknown_source_stands_by_its_id() -> None:
    pack = replace(PACK, source=())

    table = section(pack_page(for_variation(pack, "club")), "3. The way in").blocks[1]

    assert isinstance(table, TableBlock)
    assert table.rows == (
        (
            "3.1",
            "The gate is shut at eight.",
            "Should, essential",
            "Ask the hall.",
            "The gate\nPorter: who has the key?",
            "book, Section 2",
        ),
    )


def test_a_standard_without_criteria_has_no_table() -> None:
    pack = replace(PACK, standard=(replace(PACK.standard[0], criterion=()),))

    assert not any(isinstance(block, TableBlock) for block in section(pack_page(pack), "3. The way in").blocks)
