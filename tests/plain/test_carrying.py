"""The last round in typed lines: the next begun, what was carried confirmed or dropped, two compared; and a request."""

from pathlib import Path

from compact_tui.services import answering, grading
from compact_tui.services.books import open_audit, read_setting
from tests.plain.conftest import Room
from tests.services.test_requests import file_of, request


def said(room: Room) -> None:
    desk = room.desk("Lead")
    answering.answer(desk, "u1-ticket", "in-hand", note="Ten tickets.")
    answering.answer(desk, "u1-wet-rack", "half-way")
    grading.summarise(desk, "u1", "Fewer wet coats.")
    answering.answer(desk, "u2-watch", "in-hand")


def test_the_next_round_is_begun_and_confirmed(audit: Room) -> None:
    said(audit)

    heard = audit.talk(
        "The last round",
        ("This audit was not carried", "Begin the next round"),
        ("[2028-2030]", ""),
        ("Another edition", ""),
        ("The audit 2028-2030 is begun.", "1"),
        ("From 2026-2028, not confirmed: In hand. Ten tickets.", "1.2"),
        ("1.2. Does it still hold?", "Drop it"),
        ("Dropped.", "All of it"),
        ("All of it", "1"),
        ("2.1", "2.1"),
        ("Does it still hold?", "It still holds"),
        ("Nothing waits in 2", "q"),
        who="Lead",
    )

    assert heard.unread == ()
    kept = open_audit(audit.desk()).kept
    assert {a.criterion for a in kept.answers} == {"u1-ticket", "u2-watch"}
    assert [s.text for s in kept.summaries] == ["Fewer wet coats."]


def test_a_request_is_heard_then_taken(audit: Room, tmp_path: Path) -> None:
    file = file_of(tmp_path, request())

    heard = audit.talk(
        "About your setting",
        ("About your setting", "Open a request"),
        ("Which file did the partnership send?", file),
        ("Day it is due: nothing -> 18 January 2027", ""),
        ("Take this request?", "Take it"),
        ("is taken", "q"),
    )

    assert heard.unread == ()
    kept = read_setting(audit.desk())
    assert kept is not None
    assert kept.due == "2027-01-18"
