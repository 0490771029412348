"""Single-agency audits in typed lines: from the plan to the day on which it was sent."""

from pathlib import Path

from compact_tui.services import agency_audits, agency_cases, agency_second, agency_send, agency_summary
from tests.plain.conftest import Room
from tests.services.agency_desks import begun, drawn, filled

AUDIT = (("Home. What next?", "Single"), ("Single-agency audits.", "1"))


def test_an_audit_is_begun_with_a_question_of_our_own_and_its_cases_are_chosen(audit: Room) -> None:
    said = audit.talk(
        ("Home. What next?", "Single"),
        ("No single-agency audit yet.", "Begin"),
        ("What will you look at?", "our own"),
        ("What do you call this audit?", "Umbrellas"),
        *[""] * 7,
        ("It is in the register.", "Add a question"),
        ("What do you ask of every case?", "Was it dry?"),
        *[""] * 5,
        ("What next?", "Choose which"),
        ("How are they chosen?", ""),
        ("How many are there in all?", "10"),
        ("How many do you look at?", "2"),
        *[""] * 6,
        ("2 of 10", "q"),
    )

    assert said.unread == ()
    view = agency_audits.show(audit.desk())
    assert (view.head.title, [text for _, text in view.questions], len(view.cases)) == (
        "Umbrellas",
        ["Was it dry?"],
        2,
    )


def test_cases_are_answered_one_question_at_a_time(audit: Room) -> None:
    drawn(audit.desk())

    said = audit.talk(
        *AUDIT,
        ("Go on with C01", ""),
        ("Question 1 of 2: Was the umbrella dry?", "y"),
        ("Question 2 of 2: Did its owner say so?", "u"),
        ("Question 1 of 2: Was the umbrella dry?", "y"),
        ("Question 2 of 2: Did its owner say so?", "Write a note"),
        ("A note to this question", "He nodded."),
        ".",
        ("Saved.", "partly"),
        ("What with it?", "Write what"),
        ("What was done well?", "Quick."),
        ".",
        *[""] * 4,
        ("What with it?", "It is done"),
        ("C01 is done.", "not applicable"),
        ("Question 2 of 2", "Back, and"),
        ("1 of 4", "q"),
    )

    assert said.unread == ()
    page = agency_cases.case_page(audit.desk(), ref="C01")
    assert [(one.answer, one.note) for one in page.questions] == [("yes", ""), ("partly", "He nodded.")]
    assert (page.strength, page.done) == ("Quick.", True)
    assert agency_cases.case_page(audit.desk(), ref="C02").questions[0].answer == "not-applicable"


def test_a_child_who_may_be_unsafe_leads_to_what_to_do_now_until_the_lead_was_told(audit: Room) -> None:
    name = drawn(audit.desk())

    said = audit.talk(
        *AUDIT,
        ("Go on with C01", ""),
        ("Question 1 of 2", "What I read"),
        ("999", "y"),
        ("Act now: Stop", "n"),
        ("What with it?", "The lead was told"),
        ("It is noted with today's day.", "Change an answer"),
        ("Which one?", "1"),
        ("Question 1 of 2", "no"),
        ("What with it?", "Back to the audit"),
        ("What next?", "q"),
    )

    assert said.unread == ()
    page = agency_cases.case_page(audit.desk(), name, "C01")
    assert (page.unsafe, page.act_now, page.told_on) == (True, "", "2026-12-03")
    assert page.questions[0].answer == "no"


def test_a_second_reader_reads_blind_and_both_agree(audit: Room) -> None:
    name = filled(audit.desk())

    said = audit.talk(
        *AUDIT,
        ("What next?", "A second reader"),
        ("Nobody has read a second time.", "Give some"),
        ("Who reads a second time?", "Usher"),
        ("in per cent", ""),
        ("Where does chance begin?", ""),
        ("A second reader. What next?", "Read"),
        ("Question 1 of 2", "What I read"),
        ("Act now: Stop, and act on it now", "The lead was told"),
        ("It is noted with today's day.", "y"),
        ("Question 2 of 2", "p"),
        ("A second reader. What next?", "Finish"),
        ("stays as it is.", "yes"),
        ("The same answer to 1 of 2 questions (50%).", "1"),
        ("The answer", "partly"),
        ("What was decided, and why?", "Half."),
        ".",
        ("What you agree on counts.", "Back"),
        ("What next?", "q"),
    )

    assert said.unread == ()
    blind, _, compared = said.said.partition("Finish? Then")
    assert "First:" not in blind
    assert "First: no. Second: partly" in compared
    (one,) = agency_second.second(audit.desk(), name).differences
    assert (one.agreed, one.note) == ("partly", "Half.")


def test_what_was_found_is_written_with_an_action_then_closed_made_and_sent(audit: Room, tmp_path: Path) -> None:
    name = filled(audit.desk())
    ours = tmp_path / "ours.pdf"
    ours.write_bytes(b"%PDF ours")

    said = audit.talk(
        *AUDIT,
        ("What next?", "What you found"),
        ("What you found. What next?", "Hear"),
        ("yes in 4 of 4", "Write it up"),
        ("What works?", "All dry."),
        ".",
        *[""] * 7,
        ("Saved.", "Add what"),
        ("What will be done?", "Ask the owner"),
        *[""] * 5,
        ("Saved.", "Back"),
        ("What next?", "Name the file"),
        ("Which file is it?", str(ours)),
        ("Saved.", "Close it"),
        ("closed 3 Dec 2026", "See it"),
        ("Sending it. What next?", "Make it"),
        ("Made, and NOT yet sent.", "Say when"),
        ("Day it was sent", ""),
        ("Who sent it?", "Head"),
        ("Sent on 3 Dec 2026 by Head.", "q"),
    )

    assert said.unread == ()
    assert agency_send.preview(audit.desk(), name).state == "Sent on 3 Dec 2026 by Head."
    (action,) = agency_summary.summary(audit.desk(), name).actions
    assert action.what == "Ask the owner"
    assert list((audit.desk().workspace.sent_folder).glob("*/*own-report.pdf"))


def test_one_that_is_planned_is_begun_changed_taken_back_and_dropped(audit: Room) -> None:
    said = audit.talk(
        ("Home. What next?", "Single"),
        ("Single-agency audits.", "Plan"),
        ("What will you look at?", "our own"),
        ("What do you call this audit?", "Later"),
        *[""] * 6,
        ("Planned for which day?", "18 January 2027"),
        ("planned for 18 Jan 2027", "Begin it today"),
        ("started 3 Dec 2026", "u"),
        ("planned for 18 Jan 2027", "redo"),
        ("started 3 Dec 2026", "It will not"),
        ("Why will it not be done?", "No umbrellas left."),
        ("dropped 3 Dec 2026", "Open it again"),
        ("started 3 Dec 2026", "q"),
    )

    assert said.unread == ()


def test_one_that_asks_much_the_same_is_said_before_another_is_begun(audit: Room) -> None:
    begun(audit.desk())

    said = audit.talk(
        ("Home. What next?", "Single"),
        ("Single-agency audits.", "Begin"),
        ("What will you look at?", "our own"),
        ("What do you call this audit?", "Umbrellas again"),
        *[""] * 7,
        ("so that the work is not done twice", "no"),
        ("Single-agency audits.", "q"),
    )

    assert said.unread == ()
    assert len(agency_audits.register(audit.desk()).audits) == 1
