"""Evidence and actions line by line: changed, seen again, done, taken away."""

from pathlib import Path

from compact_tui.services import records
from tests.plain.conftest import Room


def test_evidence_is_changed_seen_again_given_to_more_questions_and_taken_away(audit: Room) -> None:
    records.add_evidence(audit.desk(), {"title": "Roll", "seen_on": "2026-11-01"}, ("1.1",))

    heard = audit.talk(
        "evidence", "roll", "i saw", "change", ("What is it?", "Ticket roll"), *[""] * 6, "which questions",
        ("2.1 ", "2.1"), "done", ("Backs: 1.1, 2.1", "go"), ("1.1. Your answer?", "q"),
    )  # fmt: skip

    assert heard.unread == ()
    (item,) = records.list_evidence(audit.desk())
    assert (item.title, item.seen_on, item.numbers) == ("Ticket roll", "2026-12-03", ("1.1", "2.1"))
    audit.talk("evidence", "ticket", "take it away", "no", "take it away", "yes", "q")
    assert records.list_evidence(audit.desk()) == ()


def test_files_kept_with_evidence_are_checked_and_taken_as_they_are(audit: Room, tmp_path: Path) -> None:
    file = tmp_path / "roll.txt"
    file.write_text("one")
    records.add_evidence(audit.desk(), {"title": "Roll", "file": str(file)}, ("1.1",))
    file.write_text("two")

    heard = audit.talk("evidence", "check", ("Take them as they are now?", "1"), "check", "what kinds", "q")

    assert "Roll: changed" in heard.said
    assert "Roll: same" in heard.said
    assert heard.unread == ()


def test_an_action_is_done_opened_changed_dropped_and_taken_away(audit: Room) -> None:
    records.add_action(audit.desk(), {"what": "Ring", "due": "2026-11-01"}, ("1.1",))

    heard = audit.talk(
        "actions", ("overdue", "ring"), "it is done", ("What happened?", "Rang."), ("which day", ""),
        ("State: done", "open it"), "change", "Ring both", *[""] * 3, ("Ring both", "it will not"), "No phone.",
        ("State: dropped", "which questions"), "2.1", "done", ("From: 1.1, 2.1", "go"), "q",
    )  # fmt: skip

    assert heard.unread == ()
    (item,) = records.list_actions(audit.desk())
    assert (item.what, item.status, item.outcome, item.numbers) == ("Ring both", "dropped", "No phone.", ("1.1", "2.1"))
    audit.talk("actions", "ring", "take", "1", "q")
    assert records.list_actions(audit.desk()) == ()


def test_what_was_typed_about_one_record_is_never_offered_for_another(audit: Room) -> None:
    for what in ("Ring", "Write"):
        records.add_action(audit.desk(), {"what": what}, ("1.1",))

    heard = audit.talk("actions", "ring", "change", "Ring twice", "b", "b", "write", "change", ("[Write] > ", "b"))

    assert heard.unread == ()
    assert "offered again" in heard.said
