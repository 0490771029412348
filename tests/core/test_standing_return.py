"""Standing on its way out: in the return, on the report, among what has changed, and on the head's page."""

from typing import Any

import pytest
from msgspec.structs import replace

from compact_tui.core.audit import Audit
from compact_tui.core.page import ListBlock, Paragraph, ReportPage, Section, TableBlock
from compact_tui.core.report import report_of
from compact_tui.core.return_changes import changes_between
from compact_tui.core.return_standing import ReturnKnown, ReturnSeen, ReturnShown
from compact_tui.core.returns import Return, content_code
from compact_tui.core.standing_shared import StandingShared
from tests.core.test_head_page import page_of
from tests.samples import lamp_audit, lamp_pack, lamp_return, without_levels

HEADING = "What staff know, files show and boards show"
HALL = StandingShared(
    standard="hall",
    counted_on="2026-12-03",
    known_answers=12,
    known_full=5,
    known_last="2026-11-30",
    shown_audits=1,
    shown_yes=8,
    shown_partly=2,
    shown_no=1,
    shown_last="2026-10-01",
    seen_items=9,
    seen_right=8,
    seen_last="2026-11-02",
    by="Lead",
    at="2026-12-03T12:00:00Z",
)
STAIRS = StandingShared(standard="stairs", counted_on="2026-12-03")
GONE = StandingShared(standard="cellar", counted_on="2026-12-03", known_answers=9, known_full=9)


def shared(*rows: StandingShared, **changes: Any) -> Audit:
    return replace(lamp_audit(), standing=rows, **changes)


def section(page: ReportPage, heading: str) -> Section | None:
    return next((one for one in page.sections if one.heading == heading), None)


def table(return_: Return) -> TableBlock:
    found = section(report_of(return_, lamp_pack()), HEADING)
    assert found is not None
    return next(block for block in found.blocks if isinstance(block, TableBlock))


def test_the_counts_stand_in_the_order_of_the_pack_and_those_of_no_standard_stay_here() -> None:
    made = lamp_return(shared(STAIRS, GONE, HALL))

    assert [one.id for one in made.standing] == ["hall", "stairs"]
    assert (made.standing[0].known, made.standing[0].counted_on) == (ReturnKnown(12, 5, "2026-11-30"), "2026-12-03")
    assert made.standing[0].shown == ReturnShown(1, 8, 2, 1, "2026-10-01")
    assert made.standing[0].seen == ReturnSeen(9, 8, "2026-11-02")
    assert made.standing[1].known == ReturnKnown(0, 0, "")


def test_the_report_tells_them_and_has_a_dash_where_there_are_too_few() -> None:
    rows = table(lamp_return(shared(HALL, STAIRS))).rows

    assert rows == (
        (
            "1",
            "Bright",
            "5 of 12 answers in full; 30 Nov 2026",
            "1 audit: yes 8, partly 2, no 1; 1 Oct 2026",
            "8 of 9 things right; 2 Nov 2026",
        ),
        ("2", "Bright", "-", "-", "-"),
    )


def test_a_report_without_grades_has_no_column_for_them() -> None:
    made = lamp_return(shared(HALL))
    made = replace(made, pack=replace(made.pack, levels=()))

    found = section(report_of(made, without_levels(lamp_pack())), HEADING)

    assert found is not None
    assert next(b for b in found.blocks if isinstance(b, TableBlock)).headers[1] == "Staff know"


def test_a_report_says_nothing_of_it_where_it_is_not_shared() -> None:
    assert section(report_of(lamp_return(), lamp_pack()), HEADING) is None
    told = section(report_of(lamp_return(shared(HALL)), lamp_pack()), HEADING)
    assert told is not None
    assert isinstance(told.blocks[0], Paragraph)
    assert "never held against anyone" in told.blocks[0].text


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        ((), (HALL,), "added"),
        ((HALL,), (), "taken out"),
        ((HALL,), (replace(HALL, known_full=6),), "counted again"),
    ],
)
def test_it_is_part_of_what_is_signed(
    before: tuple[StandingShared, ...], now: tuple[StandingShared, ...], words: str
) -> None:
    then, today = lamp_return(shared(*before)), lamp_return(shared(*now))

    assert content_code(then) != content_code(today)
    changes = changes_between(then, today, lamp_pack())
    assert [(one.kind, one.words) for one in changes] == [
        ("standing", f"What staff know, files show and boards show: the counts were {words}")
    ]


def test_who_counted_them_is_not_part_of_it() -> None:
    other = replace(HALL, by="Deputy", at="2026-12-03T13:00:00Z")

    assert content_code(lamp_return(shared(HALL))) == content_code(lamp_return(shared(other)))


def test_the_heads_page_has_at_most_five_lines_of_it_and_no_section_for_none() -> None:
    lines = [f"{number} Lamp: graded Bright; dark." for number in range(1, 8)]

    found = section(page_of(standing=lines), "Where other signs differ")

    assert found is not None
    assert found.blocks == (ListBlock(tuple(lines[:5])),)
    assert section(page_of(), "Where other signs differ") is None
