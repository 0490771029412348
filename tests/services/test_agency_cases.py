"""The cases of a single-agency audit: which ones, what each shows, and a child who may be unsafe."""

from collections.abc import Callable

import pytest

from compact_tui.core.errors import CompactError, UsageError
from compact_tui.services import agency_audits as audits
from compact_tui.services import agency_cases as cases
from compact_tui.services import agency_summary as found
from compact_tui.services.agency_books import open_agency
from compact_tui.services.desk import Desk
from compact_tui.services.erasing import erase
from tests.services.agency_desks import begun, drawn, filled
from tests.services.desks import at, reopened

AGAIN = {"total": "10", "size": "3", "seed": "8", "redrawn_because": "Two were of one family."}


def test_cases_get_references_of_the_programs_and_places_in_the_list(desk: Desk) -> None:
    audit = drawn(desk, key_place="Locked cabinet")

    view = audits.show(desk, audit)

    assert [(one.ref, one.position) for one in view.cases] == [
        ("C01", "number 3 of 10"),
        ("C02", "number 8 of 10"),
        ("C03", "number 9 of 10"),
        ("C04", "number 10 of 10"),
    ]
    assert view.sample is not None
    assert (view.sample.seed, view.sample.key_place) == (7, "Locked cabinet")
    assert "Locked cabinet" not in " ".join(view.sample_sentences)


def test_without_a_seed_the_program_takes_one_that_can_be_used_again(desk: Desk) -> None:
    audit = begun(desk)
    first = cases.draw(desk, audit, {"total": "40", "size": "6"})
    assert first.sample is not None
    assert 1 <= first.sample.seed <= 10**6

    again = cases.draw(
        desk, audit, {"total": "40", "size": "6", "seed": str(first.sample.seed), "redrawn_because": "To check."}
    )

    assert [one.position for one in again.cases] == [one.position for one in first.cases]


def test_drawing_again_needs_a_reason_puts_answers_away_and_can_be_taken_back(desk: Desk) -> None:
    audit = drawn(desk)
    cases.answer(desk, audit, "C01", "1", "yes", note="Wet.")
    cases.write_case(desk, audit, "C01", {"strength": "Quick"})
    with pytest.raises(UsageError, match="Say why they are drawn again"):
        cases.draw(desk, audit, {**AGAIN, "redrawn_because": ""})

    view = cases.draw(desk, audit, AGAIN)

    assert [one.ref for one in view.cases] == ["C01", "C02", "C03"]
    assert {one.answered for one in view.cases} == {0}
    assert view.sample_sentences[-1] == "Drawn again on 3 December 2026: Two were of one family."
    assert cases.case_page(desk, audit, "C01").strength == ""
    audits.take_back(desk, audit)
    assert cases.case_page(reopened(desk), audit, "C01").strength == "Quick"
    assert len(audits.show(desk, audit).cases) == 4


def test_a_case_is_answered_question_by_question_and_done(desk: Desk) -> None:
    audit = drawn(desk)

    page = cases.case_page(desk, audit)
    assert (page.ref, page.place, page.previous, page.next) == ("C01", "case 1 of 4", "", "C02")
    page = cases.answer(desk, audit, "c1", "1", "partly", note=" Damp\r\nat the rim ")
    assert (page.answered, page.questions[0].answer_words, page.questions[0].note) == (1, "partly", "Damp\nat the rim")
    assert page.first_open == page.questions[1].id
    with pytest.raises(CompactError, match="1 question of C01 is still open"):
        cases.done(desk, audit, "C01")
    cases.answer(desk, audit, "C01", page.first_open, "not-applicable")
    page = cases.done(desk, audit, "C01")

    assert (page.done, page.sentence) == (True, "All questions are answered.")
    view = audits.show(reopened(desk), audit)
    assert (view.done, view.next_case, view.case_sentence) == (1, "C02", "1 of 4 cases done.")
    assert not cases.done(desk, audit, "C01", is_done=False).done


def test_what_is_not_given_stays_and_an_empty_answer_takes_it_back(desk: Desk) -> None:
    audit = drawn(desk)
    cases.answer(desk, audit, "C01", "1", "no", note="Torn.", unsafe=True)

    kept = cases.answer(desk, audit, "C01", "1", "yes").questions[0]
    assert (kept.answer, kept.note, kept.unsafe) == ("yes", "Torn.", True)
    back = cases.answer(desk, audit, "C01", "1", "").questions[0]
    assert (back.answer, back.answer_words, back.note) == ("", "", "Torn.")


def test_the_same_answer_again_is_no_change(desk: Desk) -> None:
    audit = drawn(desk)
    cases.answer(desk, audit, "C01", "1", "yes")
    before = len(open_agency(desk, audit).book.history)

    cases.answer(at(desk, minutes=9), audit, "C01", "1", "yes")
    cases.write_case(desk, audit, "C01", {})

    assert len(open_agency(desk, audit).book.history) == before


@pytest.mark.parametrize(
    ("ref", "question", "answer", "part"),
    [
        ("C09", "1", "yes", 'no case "C09"'),
        ("C01", "3", "yes", 'no question "3"'),
        ("C01", "1", "maybe", '"maybe" is no answer'),
        ("C01", "1", "Yes", "is no answer"),
        ("", "1", "yes", "There is no case"),
    ],
)
def test_what_is_not_there_is_said(desk: Desk, ref: str, question: str, answer: str, part: str) -> None:
    with pytest.raises(UsageError, match=part):
        cases.answer(desk, drawn(desk), ref, question, answer)


@pytest.mark.parametrize("typed", ["TB 03/04/2015", "943 476 5919", "H801200001001"])
def test_an_identifier_in_place_of_a_reference_is_refused_and_not_said_again(desk: Desk, typed: str) -> None:
    audit = drawn(desk)

    with pytest.raises(UsageError) as caught:
        cases.answer(desk, audit, typed, "1", "yes")

    assert "Nothing was kept" in caught.value.message
    assert typed not in caught.value.message + caught.value.hint
    assert typed not in open_agency(desk, audit).book.path.read_text("utf-8")


def test_a_child_who_may_be_unsafe_leads_to_acting_now_until_the_lead_was_told(desk: Desk) -> None:
    audit = filled(desk)
    found.summarise(desk, audit, {"works": "Much."})
    with pytest.raises(CompactError, match="Nothing in C02 says"):
        cases.told(desk, audit, "C02")

    page = cases.answer(desk, audit, "C02", "2", unsafe=True)

    assert page.act_now.startswith("Stop, and act on it now: F9")
    view = audits.show(desk, audit)
    assert view.act_now.startswith("C02: a child may be unsafe.")
    with pytest.raises(CompactError, match="nobody has said that the lead was told"):
        audits.close(desk, audit)
    told = cases.told(desk, audit, "C02")
    assert (told.act_now, told.unsafe, told.told_on) == ("", True, "2026-12-03")
    assert audits.show(desk, audit).act_now == ""
    assert audits.close(desk, audit).head.status == "closed"


def test_what_is_written_beside_a_case_is_kept_field_by_field(desk: Desk) -> None:
    audit = drawn(desk)
    cases.write_case(desk, audit, "C01", {"strength": "Quick", "due": "18 December 2026"})

    page = cases.write_case(desk, audit, "C01", {"learning": "Ask twice"})

    assert (page.strength, page.learning, page.due) == ("Quick", "Ask twice", "2026-12-18")
    with pytest.raises(UsageError, match="--due"):
        cases.write_case(desk, audit, "C01", {"due": "soon"})


@pytest.mark.parametrize(
    "change",
    [
        lambda desk, audit: cases.draw(desk, audit, AGAIN),
        lambda desk, audit: cases.answer(desk, audit, "C01", "1", "yes"),
        lambda desk, audit: cases.write_case(desk, audit, "C01", {"strength": "x"}),
        lambda desk, audit: cases.done(desk, audit, "C01"),
        lambda desk, audit: found.summarise(desk, audit, {"works": "x"}),
    ],
)
def test_nothing_of_a_dropped_audit_changes(desk: Desk, change: Callable[[Desk, str], object]) -> None:
    audit = drawn(desk)
    audits.drop(desk, audit, "Enough.")

    with pytest.raises(CompactError, match="is dropped"):
        change(desk, audit)


def test_a_text_that_should_not_be_there_is_erased_from_book_history_and_backups(desk: Desk) -> None:
    audit = drawn(desk)
    cases.answer(desk, audit, "C01", "1", "yes", note="Tom Bell had it.")
    cases.write_case(at(desk, days=1), audit, "C02", {"learning": "Ask Tom Bell."})

    done = erase(desk, "Tom Bell")

    assert done.done and done.text_erased > 2
    assert [
        path for path in desk.workspace.root.rglob("*") if path.is_file() and b"Tom Bell" in path.read_bytes()
    ] == []
    assert "Tom Bell" not in cases.case_page(reopened(desk), audit, "C01").questions[0].note
