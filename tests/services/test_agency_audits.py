"""The register of single-agency audits, and each from its plan to the day it is closed."""

from pathlib import Path

import pytest

from compact_tui.core.errors import CompactError, UsageError, WorkspaceError
from compact_tui.services import agency_audits as audits
from compact_tui.services import agency_cases as cases
from compact_tui.services import agency_questions as questions
from compact_tui.services import agency_summary as found
from compact_tui.services.agency_books import agency_words, open_agency
from compact_tui.services.agency_standing import agency_audits_touching
from compact_tui.services.desk import Desk
from tests.services.agency_desks import QUESTIONS, begun, drawn, filled
from tests.services.desks import at, desk_in, reopened


def test_an_audit_is_begun_and_found_again_after_a_restart(desk: Desk) -> None:
    audit = begun(desk)

    view = audits.show(reopened(desk), audit)

    assert (view.head.status, view.head.started_on, view.standard_words) == ("started", "2026-12-03", "1")
    assert [text for _, text in view.questions] == list(QUESTIONS)
    assert view.next_step.startswith("Choose the cases")
    assert audits.show(reopened(desk)).head.id == audit


def test_questions_of_a_template_are_kept_with_the_audit(desk: Desk) -> None:
    form, usual = audits.form_of_start(desk, "case-files")
    view = audits.start(desk, "case-files", usual)

    assert set(usual) <= {field.id for field in form.fields}
    assert (len(view.questions), view.head.many, view.head.title) == (12, "files", usual["title"])
    kept = open_agency(desk, view.head.id).audit.questions[0]
    assert kept.yes and kept.partly and kept.no and kept.look and kept.why
    assert kept.standards == ("s07", "s10")


def test_it_works_in_an_empty_folder_without_a_setting(tmp_path: Path) -> None:
    alone = desk_in(tmp_path / "new")

    assert audits.register(alone).audits == ()
    assert not alone.workspace.root.exists()
    form, usual = audits.form_of_start(alone, "case-files")
    assert form.fields[0].id == "title"
    assert audits.start(alone, "case-files", usual).standard_words == "6, 7, 8, 9, 10 and 11"


def test_the_register_has_what_goes_on_first_then_plans_by_their_day_then_the_newest_that_is_over(desk: Desk) -> None:
    for title, day in (("Late plan", "2027-03-01"), ("Early plan", "2027-01-18")):
        audits.plan(desk, "own", {"title": title, "planned_for": day})
    for days, title in ((1, "Old"), (2, "New")):
        made = audits.plan(at(desk, days=days), "own", {"title": title, "planned_for": "2027-01-01"})
        audits.drop(at(desk, days=days), made.head.id, "Not needed.")
    going = begun(desk)

    view = audits.register(desk)

    assert [one.title for one in view.audits] == ["Umbrellas", "Early plan", "Late plan", "New", "Old"]
    assert view.sentence == "5 audits: 1 going on, 2 planned, 2 dropped."
    assert [one.waiting for one in view.audits] == [True, False, False, False, False]
    assert view.audits[0].id == going
    assert view.audits[1].when == "planned for 18 Jan 2027"
    assert view.audits[3].state == "Not needed."


def test_a_plan_whose_day_has_passed_asks_to_be_begun(desk: Desk) -> None:
    made = audits.plan(desk, "own", {"title": "Plan", "planned_for": "2026-12-10"})

    assert not audits.register(at(desk, days=7)).audits[0].waiting
    assert audits.register(at(desk, days=8)).audits[0].state == "the day has passed"
    begun_one = audits.begin(at(desk, days=8), made.head.id)
    assert (begun_one.head.status, begun_one.head.started_on) == ("started", "2026-12-11")


def test_the_same_work_is_named_before_it_is_done_twice(desk: Desk) -> None:
    first = begun(desk)

    found_ones = audits.doubled(desk, "own", {"title": "Again", "standards": "1, 2"})

    assert [one.id for one in found_ones] == [first]
    assert "so that the work is not done twice" in found_ones[0].sentence
    assert audits.doubled(desk, "own", {"standards": "2"}) == ()
    assert audits.doubled(desk, "case-files", {"standards": "1"}) == ()


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ({"title": ""}, "--title"),
        ({"title": "File of 943 476 5919"}, "an NHS number"),
        ({"title": "A", "team": "TB born 3 May 2015"}, "looks like"),
        ({"title": "A", "standards": "99"}, 'no standard "99"'),
    ],
)
def test_what_cannot_be_taken_begins_nothing(desk: Desk, typed: dict[str, str], part: str) -> None:
    with pytest.raises(UsageError, match=part):
        audits.start(desk, "own", typed)

    assert audits.register(desk).audits == ()


def test_unknown_templates_and_audits_are_told_with_what_was_meant(desk: Desk) -> None:
    with pytest.raises(UsageError, match='no template "casefiles"') as caught:
        audits.start(desk, "casefiles", {"title": "A"})
    assert "case-files" in caught.value.hint
    with pytest.raises(UsageError, match="No single-agency audit is going on"):
        audits.show(desk)
    audit = begun(desk)
    with pytest.raises(UsageError, match="There is no single-agency audit"):
        audits.show(desk, audit + "x")
    other = begun(desk, title="Coats")
    with pytest.raises(UsageError, match="Several") as several:
        audits.show(desk)
    assert audit in several.value.hint and other in several.value.hint


def test_what_it_says_about_itself_can_be_changed_and_taken_back(desk: Desk) -> None:
    audit = begun(desk)

    view = audits.change(desk, audit, {"team": "Cloakroom", "standards": "1, 3"})
    assert (view.head.team, view.standard_words, view.head.title) == ("Cloakroom", "1 and 3", "Umbrellas")

    assert "about it changed" in audits.take_back(desk, audit)
    assert audits.show(desk, audit).head.team == ""
    audits.do_again(desk, audit)
    assert audits.show(desk, audit).head.team == "Cloakroom"


def test_questions_stay_once_something_was_answered(desk: Desk) -> None:
    audit = begun(desk)
    assert len(questions.remove_question(desk, audit, "2").questions) == 1
    cases.draw(desk, audit, {"total": "3", "size": "1"})
    cases.answer(desk, audit, "C01", "1", "yes")

    with pytest.raises(CompactError, match="the questions stay"):
        questions.add_question(desk, audit, {"text": "More?"})
    with pytest.raises(CompactError, match="the questions stay"):
        questions.remove_question(desk, audit, "1")


def test_it_is_closed_when_everything_is_there_and_says_all_that_is_missing(desk: Desk) -> None:
    audit = drawn(desk)
    with pytest.raises(CompactError, match="4 cases not done yet.*does not say yet what works"):
        audits.close(desk, audit)

    filled_one = filled(desk)
    found.summarise(desk, filled_one, {"works": "They are dry."})
    closed = audits.close(at(desk, days=1), filled_one)

    assert (closed.head.status, closed.head.closed_on, closed.to_do) == ("closed", "2026-12-04", ())
    assert closed.next_step == "Send it, then say when it was sent."
    with pytest.raises(CompactError, match="is closed"):
        cases.answer(desk, filled_one, "C01", "1", "no")
    assert audits.reopen(desk, filled_one).head.status == "started"


def test_a_dropped_audit_stays_in_the_register_with_its_reason(desk: Desk) -> None:
    audit = begun(desk)
    with pytest.raises(UsageError, match="--reason"):
        audits.drop(desk, audit, " ")

    assert audits.drop(desk, audit, "Done with the nursery").head.dropped_why == "Done with the nursery"
    with pytest.raises(CompactError, match="is dropped"):
        audits.begin(desk, audit)
    assert audits.reopen(desk, audit).head.dropped_why == ""


def test_home_says_what_waits(desk: Desk) -> None:
    assert agency_words(desk) == "none yet"
    audits.plan(desk, "own", {"title": "Plan", "planned_for": "2027-01-18"})
    assert agency_words(desk) == "next 18 Jan 2027"
    audit = filled(desk)
    assert agency_words(desk) == "1 going on"
    found.summarise(desk, audit, {"does_not": "Nothing."})
    audits.close(desk, audit)
    assert agency_words(desk) == "1 not sent yet"


def test_standing_is_given_the_counts_of_audits_that_touch_standards(desk: Desk) -> None:
    audits.plan(desk, "own", {"title": "Plan", "planned_for": "2027-01-18"})
    ours = filled(desk)
    theirs = audits.start(at(desk, days=1), "case-files", {"title": "Files"}).head.id
    cases.draw(desk, theirs, {"total": "4", "size": "2", "seed": "1"})
    cases.answer(desk, theirs, "C01", "1", "no")

    newest, older = agency_audits_touching(desk)

    assert (newest.id, newest.on, newest.cases, older.id, older.standards) == (theirs, "2026-12-04", 1, ours, ("u1",))
    assert "s07" in newest.standards and newest.topics[0] == "recording"
    assert (newest.tallies[0].id, newest.tallies[0].no, newest.tallies[0].unanswered) == ("recording", 1, 9)


def test_a_damaged_book_is_said_by_name(desk: Desk) -> None:
    audit = begun(desk)
    book = open_agency(desk, audit).book
    rows = book.path.read_text("utf-8").replace('"status":"started"', '"status":3')
    for copy in desk.workspace.backups_folder.rglob("*.json"):
        copy.unlink()
    book.path.write_text(rows, "utf-8")

    with pytest.raises(WorkspaceError, match=book.path.name):
        audits.register(reopened(desk))
