"""A round as the partnership chases it: who is late by how much, by sector and by day."""

import pytest
from msgspec.structs import replace

from compact_tui.core.chasing import chase_view
from compact_tui.core.partnership import Chase, PartnershipHead, RegisterEntry, RequestMade

HEAD = PartnershipHead(id="ps", name="The partnership", pack="lamps", edition="1", cycle="2026", due="2026-12-01")
REGISTER = (
    RegisterEntry(id="P1", name="Wren", sector="early-years"),
    RegisterEntry(id="P2", name="Brolly", sector="education"),
    RegisterEntry(id="P3", name="ash", sector="education", due="2026-11-20"),
    RegisterEntry(id="P4", name="Elm", sector="education"),
    RegisterEntry(id="P5", name="Nobody knows"),
    RegisterEntry(id="P6", name="Closed", sector="education", closed_on="2026-11-01"),
    RegisterEntry(id="P7", name="Merged", sector="education", merged_into="P2"),
)
TODAY = "2026-12-03"


def made(kind: type[RequestMade] | type[Chase], entry: str, on: str, cycle: str = "2026", sent: str = "") -> object:
    return kind(id=f"{entry}-{on}", entry=entry, cycle=cycle, made_on=on, folder=f"f-{entry}", sent_on=sent, at=on)


def test_who_has_not_returned_stands_by_sector_the_latest_first_then_by_name() -> None:
    view = chase_view(HEAD, REGISTER, (), (), {"P4": "2026-11-30"}, TODAY)

    assert [(line.id, line.days_late) for line in view.awaited] == [("P3", 13), ("P2", 2), ("P1", 2), ("P5", 2)]
    assert [(s.word, s.expected, s.returned, s.awaited, s.late, s.percent) for s in view.sectors] == [
        ("Education", 3, 1, 2, 2, 33),
        ("Early years", 1, 0, 1, 1, 0),
        ("sector not said", 1, 0, 1, 1, 0),
    ]
    assert (view.expected, view.returned, view.late, view.percent) == (5, 1, 4, 20)
    assert view.sentence == "1 of 5 returns came in (20 per cent); 4 are late."


@pytest.mark.parametrize(
    ("due", "today", "late", "short", "sentence"),
    [
        ("2026-12-01", "2026-12-01", 0, "due 1 Dec 2026", "0 of 1 return came in (0 per cent)."),
        ("2026-12-01", "2026-12-02", 1, "1 day late", "0 of 1 return came in (0 per cent); 1 is late."),
        ("2026-12-01", "2026-11-29", 0, "due 1 Dec 2026", "0 of 1 return came in (0 per cent); due in 2 days."),
        ("", "2026-12-02", 0, "no day said", "0 of 1 return came in (0 per cent)."),
    ],
)
def test_nobody_is_late_on_the_day_itself_nor_where_no_day_was_said(
    due: str, today: str, late: int, short: str, sentence: str
) -> None:
    view = chase_view(replace(HEAD, due=due), REGISTER[:1], (), (), {}, today)

    assert (view.awaited[0].days_late, view.awaited[0].short, view.sentence) == (late, short, sentence)


def test_what_was_asked_and_reminded_in_this_round_is_told_and_that_of_another_is_not() -> None:
    requests = (
        made(RequestMade, "P1", "2024-10-01", "2024"),
        made(RequestMade, "P3", "2024-10-01", "2024"),
        made(RequestMade, "P1", "2026-10-01", sent="2026-10-02"),
        made(RequestMade, "P2", "2026-10-01"),
    )
    chases = (made(Chase, "P1", "2024-11-01", "2024"), made(Chase, "P1", "2026-12-02"), made(Chase, "P1", "2026-12-03"))

    view = chase_view(HEAD, REGISTER[:3], requests, chases, {}, TODAY)  # type: ignore[arg-type]

    told = {line.id: line for line in view.awaited}
    assert told["P1"].words == "2 days late; 2 reminders, the last 3 Dec 2026"
    assert told["P2"].words == "2 days late; request made, not sent yet"
    assert told["P3"].words == "13 days late; not asked yet"
    assert (told["P1"].asked_on, told["P1"].asked_sent, told["P1"].reminded_on) == (
        "2026-10-01",
        "2026-10-02",
        "2026-12-03",
    )
    assert [(one.kind, one.entry, one.sent_words) for one in view.log] == [
        ("reminder", "P1", "not noted yet"),
        ("reminder", "P1", "not noted yet"),
        ("request", "P2", "not noted yet"),
        ("request", "P1", "2 Oct 2026"),
    ]
    assert view.log[0].made_on == "2026-12-03"
    assert view.unsent == 3
    assert "3 emails made and not noted as sent yet." in view.lines


def test_the_response_rate_grows_by_day_and_counts_who_is_expected_and_who_returned_before_closing() -> None:
    came = {"P1": "2026-11-30", "P3": "2026-11-28", "P4": "2026-11-30", "P6": "2026-10-01", "gone": "2026-10-02"}

    view = chase_view(HEAD, REGISTER, (), (), came, TODAY)

    assert [(day.day, day.came, day.returned, day.percent) for day in view.rate] == [
        ("2026-10-01", 1, 1, 17),
        ("2026-11-28", 1, 2, 33),
        ("2026-11-30", 2, 4, 67),
    ]
    assert view.lines[-1] == "By the end of 30 November 2026: 4, 67 per cent"
    assert (view.expected, view.returned) == (6, 4)


def test_an_empty_register_says_how_to_fill_it() -> None:
    view = chase_view(HEAD, (), (), (), {}, TODAY)

    assert view.sentence == "The register is empty: take it from a table, or add settings one by one."
    assert (view.percent, view.sectors, view.awaited, view.rate) == (0, (), (), ())
