"""Answering criteria and writing beside them, on the small pack."""

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import UsageError, WorkspaceError
from compact_tui.core.views import CriterionView
from compact_tui.services import audits, grading
from compact_tui.services.answering import answer, criterion_page, show_criterion, write_note
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.history import history, undo
from tests.services.desks import ALL_CRITERIA, at, desk_in, reopened

ANSWERS = ("in-hand", "half-way", "need-support", "no-rain-here", "still-asking")


def kept(desk: Desk, criterion: str = "u1-ticket") -> CriterionView:
    return show_criterion(reopened(desk), criterion)


@pytest.mark.parametrize("given", ANSWERS)
def test_every_answer_of_the_pack_can_be_given_and_is_there_in_the_next_run(desk: Desk, given: str) -> None:
    view = answer(desk, "1.1", given, note="Ten of ten", reason="A dry hall")

    assert view == kept(desk)
    assert (view.id, view.answer, view.note) == ("u1-ticket", given, "Ten of ten")
    assert (view.by, view.at) == ("Lead", "2026-12-03T12:00:00Z")


def test_what_the_reason_is_kept_for_is_the_answer_that_needs_one(desk: Desk) -> None:
    assert answer(desk, "1.1", "no-rain-here", reason=" We  have\r\nno roof ").reason == "We  have\nno roof"
    assert answer(desk, "1.1", "no-rain-here").reason == "We  have\nno roof"
    assert answer(desk, "1.1", "in-hand").reason == ""
    assert answer(desk, "1.1", "half-way", reason="Said all the same").reason == "Said all the same"


@pytest.mark.parametrize("reason", [None, "", " \n "])
def test_an_answer_that_needs_a_reason_is_not_taken_without(desk: Desk, reason: str | None) -> None:
    answer(desk, "1.1", "half-way")

    with pytest.raises(UsageError, match="Say why it does not apply to you"):
        answer(desk, "1.1", "no-rain-here", reason=reason)

    assert kept(desk).answer == "half-way"


def test_a_reason_cannot_be_taken_away_from_an_answer_that_needs_it(desk: Desk) -> None:
    answer(desk, "1.1", "no-rain-here", reason="No roof")

    with pytest.raises(UsageError, match="Say why"):
        answer(desk, "1.1", "no-rain-here", reason=" ")

    assert kept(desk).reason == "No roof"


def test_unanswered_takes_an_answer_back_and_leaves_the_notes(desk: Desk) -> None:
    answer(desk, "1.1", "no-rain-here", note="Kept", reason="No roof")
    write_note(desk, "1.1", "Kept too", private=True)

    view = answer(desk, "1.1", "unanswered")

    assert (view.answer, view.answer_word, view.reason) == ("unanswered", "", "")
    assert (view.note, view.private_note) == ("Kept", "Kept too")
    assert audits.list_audits(reopened(desk))[0].answered == 0
    assert history(desk)[0].what == "1.1 answer removed"


@pytest.mark.parametrize(("note", "left"), [(None, "First"), ("", ""), (" Second ", "Second")])
def test_an_answer_leaves_the_note_unless_another_is_given(desk: Desk, note: str | None, left: str) -> None:
    answer(desk, "1.1", "in-hand", note="First")

    assert answer(desk, "1.1", "half-way", note=note).note == left


@pytest.mark.parametrize(
    ("who", "by", "kept_by"), [("Lead", "", "Lead"), ("Lead", " Head\n", "Head"), ("", "", ""), ("", "Head", "Head")]
)
def test_an_answer_is_of_whoever_gave_it(desk: Desk, who: str, by: str, kept_by: str) -> None:
    assert answer(replace(desk, who=who), "1.1", "in-hand", by=by).by == kept_by


@pytest.mark.parametrize(
    ("criterion", "given", "message", "hint"),
    [
        ("1.4", "in-hand", 'There is no criterion "1.4".', "compact-tui audit show lists them; numbers such as 3.2"),
        ("u1-tickt", "in-hand", 'There is no criterion "u1-tickt".', 'Did you mean "u1-ticket"?'),
        ("1", "in-hand", 'There is no criterion "1".', "compact-tui audit show"),
        ("1.1", "in hand", '"in hand" is not an answer here.', 'Did you mean "in-hand"?'),
        ("1.1", "met", '"met" is not an answer here.', f"Answers: {', '.join(ANSWERS)}."),
        ("1.1", "", '"" is not an answer here.', "Answers: "),
    ],
)
def test_an_unknown_criterion_or_answer_is_told_with_what_may_be_meant(
    desk: Desk, criterion: str, given: str, message: str, hint: str
) -> None:
    with pytest.raises(UsageError) as caught:
        answer(desk, criterion, given, reason="r")

    assert caught.value.message == message
    assert caught.value.hint.startswith(hint)
    assert len(history(desk)) == 1


def test_typing_in_one_note_is_one_change_however_often_it_is_saved(desk: Desk) -> None:
    view, change_id = write_note(desk, "1.1", "T")
    for text in ("Te", "Ten", "Ten of\r\nten "):
        view, again = write_note(desk, "1.1", text, change_id=change_id)
        assert again == change_id

    assert view.note == kept(desk).note == "Ten of\nten"
    assert [(c.id, c.what) for c in history(reopened(desk))][:1] == [(change_id, "1.1 note")]
    assert len(history(desk)) == 2
    assert undo(desk).what == "undid 1.1 note"
    assert kept(desk).note == ""


def test_the_next_piece_of_typing_is_a_change_of_its_own(desk: Desk) -> None:
    write_note(desk, "1.1", "First")
    write_note(desk, "1.1", "Second")

    assert [c.what for c in history(desk)][:2] == ["1.1 note", "1.1 note"]
    undo(desk)
    assert kept(desk).note == "First"


def test_the_private_note_is_apart_from_the_note(desk: Desk) -> None:
    write_note(desk, "1.1", "Open")
    view, _ = write_note(desk, "1.1", "Quiet", private=True)

    assert (view.note, view.private_note) == ("Open", "Quiet")
    assert history(desk)[0].what == "1.1 private note"


@pytest.mark.parametrize("private", [False, True])
def test_a_note_that_stays_as_it_was_changes_nothing(desk: Desk, private: bool) -> None:
    assert write_note(desk, "1.1", " \n ", private=private)[1] == ""
    write_note(desk, "1.1", "Said", private=private)
    before = history(desk)

    assert write_note(desk, "1.1", " Said ", private=private)[1] == ""
    assert history(desk) == before


def test_a_note_typed_and_taken_out_again_does_not_stand_in_the_way_of_undo(desk: Desk) -> None:
    answer(desk, "1.1", "in-hand")
    _, change_id = write_note(desk, "1.1", "T")
    write_note(desk, "1.1", "", change_id=change_id)

    assert undo(desk).what == "undid 1.1 In hand"
    assert kept(desk).answer == "unanswered"


def test_a_note_typed_while_a_colleague_answers_keeps_both(desk: Desk) -> None:
    colleague = desk_in(desk.workspace.root, who="Head", name="b")
    _, change_id = write_note(desk, "1.1", "Ten")
    answer(colleague, "1.1", "in-hand")

    _, change_id = write_note(desk, "1.1", "Ten of ten", change_id=change_id)
    write_note(desk, "1.1", "Ten of ten.", change_id=change_id)

    view = kept(desk)
    assert (view.answer, view.by, view.note) == ("in-hand", "Head", "Ten of ten.")


def test_what_cannot_be_saved_is_told_and_stays_in_memory(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.replace", full)
        with pytest.raises(WorkspaceError):
            answer(desk, "1.1", "in-hand")

    assert show_criterion(desk, "1.1").answer == "in-hand"
    assert kept(desk).answer == "unanswered"
    answer(desk, "1.2", "in-hand")
    assert [kept(desk, c).answer for c in ("1.1", "1.2")] == ["in-hand", "in-hand"]


def test_the_page_of_a_criterion_has_the_way_on_and_what_can_be_answered(desk: Desk) -> None:
    answer(desk, "1.2", "half-way")

    page = criterion_page(desk, "u1-wet-rack")

    assert (page.position, page.standard_number, page.standard_answered, page.standard_criteria) == (
        "1.2 of 1.3",
        1,
        1,
        3,
    )
    assert (page.previous, page.next, page.title) == ("u1-ticket", "u1-greeting", "Compact audit 2026-2028")
    assert [(o.id, o.key, o.needs_reason, o.chosen) for o in page.options] == [
        ("in-hand", "h", False, False),
        ("half-way", "w", False, True),
        ("need-support", "s", False, False),
        ("no-rain-here", "r", True, False),
        ("still-asking", "a", False, False),
    ]
    assert page.rail.answered == 1


@pytest.mark.parametrize(
    ("here", "filter_id", "previous", "following"),
    [
        ("u1-ticket", "all", "", "u1-wet-rack"),
        ("u1-greeting", "all", "u1-wet-rack", ""),
        ("u2-watch", "all", "u1-greeting", "u2-repair"),
        ("u3-lend", "all", "u3-unclaimed", ""),
        ("u1-ticket", "musts", "", "u2-watch"),
        ("u1-greeting", "musts", "u1-ticket", "u2-watch"),
        ("u3-unclaimed", "musts", "u3-match", ""),
        ("u1-ticket", "unanswered", "", "u1-greeting"),
        ("u1-wet-rack", "unanswered", "u1-ticket", "u1-greeting"),
        ("u1-greeting", "open", "u1-wet-rack", ""),
        ("u1-ticket", "open", "", "u1-wet-rack"),
    ],
)
def test_the_way_on_follows_the_filter_also_from_a_place_it_leaves_out(
    desk: Desk, here: str, filter_id: str, previous: str, following: str
) -> None:
    answer(desk, "u1-wet-rack", "need-support")

    page = criterion_page(desk, here, filter_id)

    assert (page.criterion.id, page.previous, page.next, page.filter) == (here, previous, following, filter_id)


def test_walking_on_from_the_first_criterion_and_over_the_grades_meets_each_once(desk: Desk) -> None:
    met = []
    for standard in ("1", "2", "3"):
        here = grading.standard_page(desk, standard).first_open
        while here:
            met.append(here)
            here = criterion_page(desk, here).next

    assert tuple(met) == ALL_CRITERIA


def test_answering_again_later_says_when_it_was_last_looked_at(desk: Desk) -> None:
    answer(desk, "1.1", "in-hand")

    assert answer(at(desk, days=1), "1.1", "in-hand").at == "2026-12-04T12:00:00Z"


def test_another_program_on_the_workspace_sees_an_answer_at_once(desk: Desk) -> None:
    colleague = desk_in(desk.workspace.root, name="b")
    assert show_criterion(colleague, "1.1").answer == "unanswered"

    answer(desk, "1.1", "half-way")

    assert show_criterion(colleague, "1.1").answer == "half-way"
    assert len(open_audit(colleague).audit.answers) == 1
