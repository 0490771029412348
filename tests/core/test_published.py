"""Figures published twice: what the few returns between them would be told of."""

from collections.abc import Sequence

import pytest

from compact_tui.core.partnership import FiguresPublished
from compact_tui.core.published import counted_now, told_between
from tests.analysis_samples import ELSEWHERE, MODERATED, NOW, SEVEN

Row = tuple[str, str, str, str]


def _rows(text: str) -> tuple[Row, ...]:
    """``p3`` is the setting 3, a primary school; ``p3b`` with another return, ``p3*`` with the committee's grades."""
    kinds = {"p": "primary-school", "n": "nursery", "c": "childminder"}
    return tuple((one[1], kinds[one[0]], one[1:].rstrip("*"), "*" * one.count("*")) for one in text.split())


def _told(before: str, now: str, *, cycle: str = NOW) -> str:
    published = FiguresPublished(
        id="fp-1", cycle=NOW, audit="lamps@1", sector="education", on="2026-11-03", counted=_rows(before)
    )
    return told_between(published, _rows(now), 3, cycle=cycle)


@pytest.mark.parametrize(
    ("now", "what"),
    [
        ("p1 p2 p3 p4", ""),
        ("p1 p2 p3 p4 p5", "1 return came in"),
        ("p1 p2 p3 p4 p5 p6", "2 returns came in"),
        ("p1 p2 p3 p4 p5 p6 p7", ""),
        ("p1 p2 p3", "1 counts no longer"),
        ("p1 p2 p3 p4b", "1 was sent again or is of another kind"),
        ("p1 p2 p3 n4", "1 was sent again or is of another kind"),
        ("p1 p2 p3 p4*", "1 was graded otherwise by the committee"),
        ("p1 p2* p3* p4*", ""),
        ("p1b p2 p3 p4 p5", "1 return came in and 1 was sent again or is of another kind"),
        ("p1* p2* p3* p4 p5", "1 return came in"),
        ("n1 n2 n3 p4 p5", "1 return came in"),
    ],
)
def test_few_returns_between_two_reports_are_told(now: str, what: str) -> None:
    told = _told("p1 p2 p3 p4", now)

    assert what in told
    assert bool(told) == bool(what)


def test_the_sentence_says_what_a_reader_could_do_and_what_helps() -> None:
    assert _told("p1 p2 p3", "p1 p2 p3 p4 p5") == (
        "Since the figures of 3 November 2026 were published: 2 returns came in. Whoever has both could work out "
        "theirs. Publish one of them only, or wait for 1 more."
    )


@pytest.mark.parametrize(
    ("before", "now", "what"),
    [
        ("p1 p2 p3 n4 n5 n6", "p1 p2 p3 n4 n5 n6 n7 p8 p9 pa", "1 return came in (nursery or pre-school)"),
        ("p1 p2 p3 n4 n5 n6", "p1 p2 p3 n4 n5 n6 n7 n8 n9", ""),
        ("p1 p2 p3 n4 c5 c6", "p1 p2 p3 n4 c5 c6 n7 n8 c9", ""),
        ("p1 p2 p3 n4 n5 n6", "p1 p2 p3 n4 n5* n6* n7 p8 p9 pa", "1 return came in (nursery or pre-school)"),
        ("p1 p2 p3 p4 p5", "p1 p2 p3 p4 p5 p6* p7 p8", "1 return came in (the committee's grades)"),
        ("p1* p2 p3 p4* p5* p6*", "p4* p5* p6*", "1 counts no longer (the committee's grades)"),
        ("p1* p2 p3 p4* p5* p6*", "p1b p2b p3b p4* p5* p6*", "(the committee's grades)"),
    ],
)
def test_few_of_a_group_that_is_shown_by_itself_are_told_beside_many_others(before: str, now: str, what: str) -> None:
    told = _told(before, now)

    assert what.lower() in told.lower()
    assert bool(told) == bool(what)


def test_of_an_earlier_round_it_says_which_part_tells() -> None:
    told = _told("p1 p2 p3", "p1 p2 p3 p4", cycle="2028-2030")

    assert told.endswith(f"They are of {NOW}, which this report tells as last time: leave that part out.")


def test_what_is_counted_is_remembered_by_sector_and_audit_with_a_digest_of_the_committees_grades() -> None:
    found = counted_now((*SEVEN, *ELSEWHERE), MODERATED)
    other = counted_now(SEVEN, MODERATED | {("r-P1", "u1"): "soaked"})

    def graded(rows: Sequence[Row]) -> list[str]:
        return [row[0] for row in rows if row[3]]

    assert set(found) == {
        ("education", "umbrella-care@2026.1"), ("early-years", "umbrella-care@2026.1"),
        ("small-group", "small-group@2026.1"),
    }  # fmt: skip
    rows = found["education", "umbrella-care@2026.1"]
    assert [row[:3] for row in rows][0] == ("P1", "primary-school", "r-P1")
    assert graded(rows) == ["P1", "P2", "P3"]
    assert {row[3] for row in rows} & {"=", "soaked"} == set()
    assert rows[0] != other["education", "umbrella-care@2026.1"][0]
    assert rows[1:] == other["education", "umbrella-care@2026.1"][1:]
