"""The calendar of audits: which two would be done twice, the months, and what nobody looked at for longest."""

import pytest
from msgspec.structs import replace

from compact_tui.core.audit_calendar import audit_calendar, lines_of
from compact_tui.core.audit_calendar_views import AuditLine
from compact_tui.core.audit_doubling import is_double, months_between
from compact_tui.core.collect_views import CityAudit
from compact_tui.core.partnership import AuditPlanned

TODAY = "2026-12-03"
STANDARDS = {"u1": "1 The tray", "u2": "2 The mirror"}
SENT = CityAudit(
    id="ga-1", setting="Police", sector="other", title="Umbrella files", kind="case-file", status="closed",
    started_on="2026-10-05", closed_on="2026-11-10", made_on="2026-11-12", cases=6, standards=("u1",), works="Dry.",
    does_not="", training="How to ask", actions=2, open_actions=1, sentence="Police: Umbrella files, closed.",
)  # fmt: skip
PLANNED = AuditPlanned(id="ap-1", title="Trays", who="NHS", month="2027-03", standard="u1", sector="other")
ONE = AuditLine(
    id="a", planned_here=True, month="2027-01", title="A", who="Police", sector="other", standards=("u1",),
    kind="case-file", state="planned", state_word="planned", mark="not-started",
)  # fmt: skip
OTHER = replace(ONE, id="b", who="NHS", month="2027-03", kind="observation")


@pytest.mark.parametrize(
    ("one", "other", "double"),
    [
        ({}, {}, True),
        ({}, {"month": "2027-06"}, True),
        ({}, {"month": "2027-07"}, False),
        ({}, {"month": "2026-08"}, True),
        ({}, {"month": "2026-07"}, False),
        ({}, {"month": ""}, False),
        ({}, {"standards": ("u2",)}, False),
        ({}, {"standards": ("u2", "u1")}, True),
        ({}, {"standards": ()}, False),
        ({}, {"standards": (), "kind": "case-file"}, True),
        ({"standards": (), "kind": "own"}, {"standards": (), "kind": "own"}, False),
        ({"standards": (), "kind": "multi-agency"}, {"standards": (), "kind": "multi-agency"}, False),
        ({"standards": (), "kind": ""}, {"standards": (), "kind": ""}, False),
        ({}, {"standards": ("u2",), "kind": "case-file"}, False),
        ({}, {"sector": "education"}, False),
        ({}, {"sector": ""}, True),
        ({}, {"sector": "education", "who": "POLICE"}, True),
        ({"who": ""}, {"sector": "education", "who": ""}, False),
        ({"state": "done"}, {}, True),
        ({"state": "started"}, {"state": "done"}, False),
        ({"state": "done"}, {"state": "done"}, False),
    ],
)
def test_two_are_done_twice_where_thing_time_and_place_are_near(
    one: dict[str, object], other: dict[str, object], double: bool
) -> None:
    first, second = replace(ONE, **one), replace(OTHER, **other)

    assert (is_double(first, second), is_double(second, first)) == (double, double)


def test_months_are_counted_over_the_end_of_a_year() -> None:
    assert (months_between("2026-11", "2027-02"), months_between("2027-02", "2026-11")) == (3, 3)


def test_what_was_sent_in_and_what_is_planned_stand_by_month_and_what_would_be_done_twice_is_said_at_both() -> None:
    view = audit_calendar(lines_of([SENT], [PLANNED]), STANDARDS, TODAY)

    assert [(month.title, [one.title for one in month.audits]) for month in view.months] == [
        ("October 2026", ["Umbrella files"]),
        ("March 2027", ["Trays"]),
    ]
    said = '"Umbrella files" (Police, October 2026) and "Trays" (NHS, March 2027): both touch 1 The tray, within 6 '
    assert view.twice == (f"{said}months. Could they do one together?",)
    assert [one.twice for month in view.months for one in month.audits] == [view.twice, view.twice]
    assert {one.mark for month in view.months for one in month.audits} == {"attention"}
    assert view.sentence == "1 pair would look at the same; 1 done, 0 under way, 1 planned."


def test_the_same_agency_is_asked_whether_it_is_the_same_audit() -> None:
    [said] = audit_calendar(lines_of([SENT], [replace(PLANNED, who="police")]), STANDARDS, TODAY).twice

    assert said.endswith("Is it the same one? Then take out the one that is planned.")


def test_years_before_and_after_and_no_month_have_a_heading_each_and_what_was_dropped_is_nowhere() -> None:
    planned = [
        replace(PLANNED, id=month or "none", month=month, standard="")
        for month in ("2025-12", "2026-01", "2027-12", "2028-01", "")
    ]
    gone = replace(PLANNED, id="gone", dropped_on=TODAY)
    lines = lines_of([replace(SENT, status="dropped")], [*planned, gone])

    view = audit_calendar(lines, STANDARDS, TODAY)

    assert [(month.title, month.audits[0].id) for month in view.months] == [
        ("Before 2026", "2025-12"),
        ("January 2026", "2026-01"),
        ("December 2027", "2027-12"),
        ("After 2027", "2028-01"),
        ("No month said", "none"),
    ]
    assert [event.day for event in view.events] == ["2025-12-01", "2026-01-01", "2027-12-01", "2028-01-01"]
    assert view.months[0].audits[0].lines[-1].endswith("That month is over: is it done?")
    assert not view.months[2].audits[0].lines[-1].endswith("?")


@pytest.mark.parametrize(
    ("sent", "planned", "longest"),
    [
        ([], [], ["1 The tray: nobody has looked at it yet.", "2 The mirror: nobody has looked at it yet."]),
        ([SENT], [], ["2 The mirror: nobody has looked at it yet.", "1 The tray: last in October 2026, 2 months ago."]),
        (
            [SENT],
            [replace(PLANNED, standard="u2")],
            ["1 The tray: last in October 2026, 2 months ago.",
             "2 The mirror: nobody has looked at it yet; planned for March 2027."],
        ),
        (
            [replace(SENT, started_on="2026-12-01"), replace(SENT, id="x", started_on="2024-12-01", standards=("u2",))],
            [],
            ["2 The mirror: last in December 2024, 24 months ago.", "1 The tray: last in December 2026."],
        ),
        (
            [],
            [replace(PLANNED, month="2026-11")],
            ["1 The tray: nobody has looked at it yet.", "2 The mirror: nobody has looked at it yet."],
        ),
    ],
)  # fmt: skip
def test_what_nobody_looked_at_for_longest_stands_first_and_what_is_planned_last(
    sent: list[CityAudit], planned: list[AuditPlanned], longest: list[str]
) -> None:
    assert list(audit_calendar(lines_of(sent, planned), STANDARDS, TODAY).longest) == longest


def test_an_audit_that_an_agency_plans_has_no_month_and_one_under_way_has() -> None:
    lines = lines_of(
        [replace(SENT, status="planned", started_on="", closed_on=""), replace(SENT, id="ga-2", status="started")], []
    )  # noqa: E501

    assert [(one.id, one.state, one.month, one.planned_here) for one in lines] == [
        ("ga-2", "started", "2026-10", False),
        ("ga-1", "planned", "", False),
    ]


def test_with_nothing_known_the_calendar_says_so() -> None:
    view = audit_calendar((), STANDARDS, TODAY)

    assert (view.months, view.sentence) == ((), "No audit was sent in, and none is planned yet.")
