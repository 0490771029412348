"""What is due when."""

import pytest

from compact_tui.core.audit import Action, Audit, AuditHead, Evidence, ReturnMade
from compact_tui.core.days import how_far
from compact_tui.core.text import size_words
from compact_tui.core.year_calendar import calendar_sentence, events_of, months_of
from tests.samples import setting

HEAD = AuditHead(id="a-1", pack="p", edition="1", variation="v", wording="w", cycle="2026", started_on="2026-12-01")
TODAY = "2026-12-03"


def audit() -> Audit:
    return Audit(
        head=HEAD,
        actions=(
            Action(id="t-1", what="Buy a spike", who="Porter", due="2027-01-10"),
            Action(id="t-2", what="Hang a mirror", due="2026-12-02"),
            Action(id="t-3", what="Done long ago", due="2026-12-09", status="done"),
            Action(id="t-4", what="Dropped", due="2026-12-09", status="dropped"),
            Action(id="t-5", what="Some day"),
            Action(id="t-6", what="No day at all", due="soon"),
        ),
        evidence=(
            Evidence(id="e-1", title="Ticket roll", review_by="2027-01-10"),
            Evidence(id="e-2", title="Look in /home/jane/secret/roll.pdf\nplease", review_by="2026-12-03"),
            Evidence(id="e-3", title="Never again"),
        ),
    )


def test_open_actions_reviews_and_the_due_date_come_by_day() -> None:
    events = events_of(audit(), setting(due="2026-12-18"))

    assert [(e.day, e.kind, e.id, e.what) for e in events] == [
        ("2026-12-02", "action", "t-2", "Hang a mirror"),
        ("2026-12-03", "review", "e-2", "Look again at: Look in [a file on our own computer] please"),
        ("2026-12-18", "due", "a-1", "Return due: 2026"),
        ("2027-01-10", "action", "t-1", "Buy a spike (Porter)"),
        ("2027-01-10", "review", "e-1", "Look again at: Ticket roll"),
    ]


@pytest.mark.parametrize(("sent_on", "receipt_on", "due"), [("", "", 1), ("2026-12-02", "", 0), ("", "2026-12-03", 0)])
def test_a_return_that_went_off_or_came_in_is_not_due_any_more(sent_on: str, receipt_on: str, due: int) -> None:
    made = ReturnMade(
        id="r-1",
        made_at="2026-12-01T10:00:00Z",
        folder="",
        return_file="",
        digest="",
        code="",
        complete=True,
        sent_on=sent_on,
        receipt_on=receipt_on,
    )
    events = events_of(Audit(head=HEAD, returns=(made,)), setting(due="2026-12-18"))
    assert [e.kind for e in events] == ["due"] * due


@pytest.mark.parametrize("who", [None, setting(due=""), setting(due="in spring")])
def test_without_a_due_date_nothing_is_due(who: object) -> None:
    assert [e.kind for e in events_of(Audit(head=HEAD), who)] == []  # type: ignore[arg-type]


def test_months_hold_only_what_is_due_and_say_how_far_off_it_is() -> None:
    months = months_of(events_of(audit(), None), TODAY)

    assert [(m.title, [(x.day_word, x.when, x.late, x.place) for x in m.lines]) for m in months] == [
        (
            "December 2026",
            [("2 Dec 2026", "1 day ago", True, "actions"), ("3 Dec 2026", "today", False, "evidence")],
        ),
        (
            "January 2027",
            [("10 Jan 2027", "in 38 days", False, "actions"), ("10 Jan 2027", "in 38 days", False, "evidence")],
        ),
    ]
    assert months_of((), TODAY) == ()


def test_the_sentence_says_how_many_and_how_many_passed() -> None:
    events = events_of(audit(), None)

    assert calendar_sentence(events, TODAY) == "4 dates, 1 passed already"
    assert calendar_sentence(events[-1:], TODAY) == "1 date"
    assert calendar_sentence((), TODAY) == "nothing has a day yet"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-12-03", "today"),
        ("2026-12-04", "in 1 day"),
        ("2026-12-02", "1 day ago"),
        ("2027-12-03", "in 365 days"),
        ("", ""),
        ("soon", ""),
    ],
)
def test_how_far_off_a_day_is(day: str, words: str) -> None:
    assert how_far(day, TODAY) == words


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1 KB"),
        (999_499, "999 KB"),
        (999_500, "1 MB"),
        (12_400_000, "12 MB"),
        (999_500_000, "1.0 GB"),
        (3_100_000_000, "3.1 GB"),
    ],
)
def test_a_size_is_said_as_a_person_says_it(size: int, words: str) -> None:
    assert size_words(size) == words
