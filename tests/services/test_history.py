"""Undo and redo, across runs of the program and beside other people."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compact_tui.core.audit import CriterionAnswer, answer_to
from compact_tui.core.errors import CompactError
from compact_tui.services import grading, records
from compact_tui.services.answering import answer, show_criterion, write_note
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk, commit, edit
from compact_tui.services.history import history, redo, undo
from tests.services.desks import at, desk_in, reopened, started


def whats(desk: Desk) -> list[tuple[str, bool]]:
    return [(c.what, c.undone) for c in history(desk)]


def state(desk: Desk) -> object:
    audit = open_audit(reopened(desk)).audit
    return {a.criterion: a for a in audit.answers}, audit.grades, audit.evidence


def test_every_step_back_and_forth_holds_in_the_next_run(desk: Desk) -> None:
    states = [state(desk)]
    answer(desk, "1.1", "in-hand", note="Ten")
    states.append(state(desk))
    answer(desk, "1.1", "no-rain-here", reason="No roof")
    states.append(state(desk))
    grading.grade(desk, "1", "soaked")
    states.append(state(desk))
    records.add_evidence(desk, {"title": "Stubs"}, ("1.1",))
    states.append(state(desk))

    for wanted in reversed(states[:-1]):
        undo(reopened(desk))
        assert state(desk) == wanted
    for wanted in states[1:]:
        redo(reopened(desk))
        assert state(desk) == wanted


@pytest.mark.parametrize(
    ("verb", "message"), [(undo, "There is nothing to undo."), (redo, "There is nothing to redo.")]
)
def test_a_started_audit_has_nothing_to_undo_or_redo(desk: Desk, verb: object, message: str) -> None:
    assert callable(verb)
    with pytest.raises(CompactError) as caught:
        verb(desk)

    assert (caught.value.message, caught.value.hint) == (message, "Nothing was changed.")
    assert whats(desk) == [("audit 2026-2028 started", False)]


def test_something_new_ends_what_could_be_redone(desk: Desk) -> None:
    answer(desk, "1.1", "in-hand")
    undo(desk)
    answer(desk, "1.2", "in-hand")

    with pytest.raises(CompactError, match="nothing to redo"):
        redo(desk)
    assert show_criterion(desk, "1.1").answer == "unanswered"


def test_the_history_tells_what_was_done_and_what_no_longer_holds(desk: Desk) -> None:
    answer(desk, "1.1", "in-hand")
    answer(desk, "1.2", "half-way")
    undo(desk)
    undo(desk)
    redo(desk)

    assert whats(desk) == [
        ("redid 1.1 In hand", False),
        ("undid 1.1 In hand", True),
        ("undid 1.2 Half way", False),
        ("1.2 Half way", True),
        ("1.1 In hand", False),
        ("audit 2026-2028 started", False),
    ]
    undo(desk)
    assert whats(desk)[:3] == [
        ("undid 1.1 In hand", False),
        ("redid 1.1 In hand", True),
        ("undid 1.1 In hand", False),
    ]
    assert dict(whats(desk)[3:])["1.1 In hand"] is True
    assert [c.verb for c in history(desk)][:3] == ["undo", "redo", "undo"]


def test_an_undo_says_what_it_was_about(desk: Desk) -> None:
    answer(desk, "1.1", "in-hand")
    grading.grade(desk, "2", "soaked")
    grading.summarise(desk, "3", "Drier")
    records.add_action(desk, {"what": "Buy"}, ("1.1",))

    told = [undo(desk) for _ in range(4)]

    assert [(u.what, u.criterion, u.standard, u.kept_apart) for u in told] == [
        ("undid action: Buy", "", "", ()),
        ("undid 3 summary", "", "u3", ()),
        ("undid 2 graded Soaked", "", "u2", ()),
        ("undid 1.1 In hand", "u1-ticket", "", ()),
    ]


def test_who_undid_it_and_when_stands_in_the_history(desk: Desk) -> None:
    answer(desk, "1.1", "in-hand")
    head = at(desk_in(desk.workspace.root, who="Head", name="b"), days=1)

    undo(head)

    newest, answered = history(desk)[:2]
    assert (newest.by, newest.at, newest.what) == ("Head", "2026-12-04T12:00:00Z", "undid 1.1 In hand")
    assert (answered.by, answered.undone) == ("Lead", True)


def test_undo_after_a_colleague_answered_the_same_takes_theirs_back_first_and_keeps_both_in_the_history(
    desk: Desk,
) -> None:
    colleague = desk_in(desk.workspace.root, who="Head", name="b")
    answer(desk, "1.1", "in-hand", note="Mine")
    answer(colleague, "1.1", "half-way", note="Theirs")

    assert undo(desk).what == "undid 1.1 Half way"

    view = show_criterion(colleague, "1.1")
    assert (view.answer, view.note, view.by) == ("in-hand", "Mine", "Lead")
    told = [(c.what, c.by, c.undone) for c in history(colleague)][:3]
    assert told == [
        ("undid 1.1 Half way", "Lead", False),
        ("1.1 Half way", "Head", True),
        ("1.1 In hand", "Lead", False),
    ]
    assert redo(colleague).what == "redid 1.1 Half way"
    assert show_criterion(desk, "1.1").note == "Theirs"


def fixed(desk: Desk, before: CriterionAnswer | None, after: CriterionAnswer | None) -> None:
    """A change of the same record that is not on the undo list, such as an import's."""
    made = edit("answers", "u1-ticket", before, after)
    commit(desk, open_audit(desk).book, "import", "imported", (made,), undoable=False)


def test_what_was_changed_since_in_the_same_field_is_said_and_the_rest_of_it_stays(desk: Desk) -> None:
    answer(desk, "1.1", "in-hand")
    was = answer_to(open_audit(desk).audit, "u1-ticket")
    answer(at(desk, minutes=1), "1.1", "half-way")
    now = answer_to(open_audit(desk).audit, "u1-ticket")
    colleague = at(desk_in(desk.workspace.root, who="Head", name="b"), minutes=5)
    theirs = CriterionAnswer(criterion="u1-ticket", answer="need-support", note="Imported", by="Head", at=colleague.at)
    fixed(colleague, now, theirs)

    done = undo(desk)

    kept = answer_to(open_audit(reopened(desk)).audit, "u1-ticket")
    assert done.kept_apart == ("answer",)
    assert (kept.answer, kept.note) == (was.answer, "Imported")
    entry = open_audit(reopened(desk)).book.history[-1]
    assert entry.edits[0].before is not None
    assert entry.edits[0].before["answer"] == "need-support"


def test_undoing_a_first_answer_that_was_written_beside_since_does_not_drop_the_writing(desk: Desk) -> None:
    answer(desk, "1.1", "in-hand")
    now = answer_to(open_audit(desk).audit, "u1-ticket")
    fixed(desk, now, CriterionAnswer(criterion="u1-ticket", answer="in-hand", note="Imported", by=now.by, at=now.at))

    done = undo(desk)

    assert show_criterion(reopened(desk), "1.1").note == "Imported"
    assert "note" in done.kept_apart
    assert undo_is_empty(desk)


def undo_is_empty(desk: Desk) -> bool:
    try:
        undo(desk)
    except CompactError:
        return True
    return False


def test_undo_brings_back_what_was_removed_since(desk: Desk) -> None:
    answer(desk, "1.1", "in-hand", note="Ten")
    answer(desk, "1.1", "half-way")
    fixed(desk, answer_to(open_audit(desk).audit, "u1-ticket"), None)

    done = undo(desk)

    assert show_criterion(reopened(desk), "1.1").note == "Ten"
    assert show_criterion(reopened(desk), "1.1").answer == "in-hand"
    assert "answer" in done.kept_apart


def test_an_undo_that_changes_nothing_any_more_is_done_with(desk: Desk) -> None:
    answer(desk, "1.2", "in-hand")
    answer(desk, "1.1", "in-hand")
    fixed(desk, answer_to(open_audit(desk).audit, "u1-ticket"), None)

    assert undo(desk).what == "undid 1.1 In hand"
    assert undo(desk).what == "undid 1.2 In hand"
    assert undo_is_empty(desk)


STEP = st.one_of(
    st.tuples(st.sampled_from(["in-hand", "half-way", "still-asking"]), st.sampled_from(["1.1", "1.2"])),
    st.sampled_from(["undo", "redo", "note", "reopen"]),
)


@pytest.fixture(scope="module")
def numbers() -> Iterator[int]:
    return iter(range(1_000_000))


@given(st.lists(STEP, min_size=4, max_size=14))
@settings(derandomize=True, deadline=None, max_examples=10)
def test_any_row_of_steps_can_be_walked_back_to_the_beginning_and_forth_again(
    tmp_path_factory: pytest.TempPathFactory, numbers: Iterator[int], steps: list[object]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", lambda handle: None)
        desk = at(started(tmp_path_factory.mktemp(f"walk{next(numbers)}")), minutes=1)
        begun = state(desk)
        for number, step in enumerate(steps):
            desk = reopened(desk) if step == "reopen" else at(desk, minutes=1)
            if isinstance(step, tuple):
                answer(desk, step[1], step[0])
            elif step == "note":
                write_note(desk, "1.1", f"note {number}")
            elif step in {"undo", "redo"}:
                undo_is_empty(desk) if step == "undo" else redo_is_empty(desk)
        while not redo_is_empty(desk):
            pass
        ended, back = state(desk), 0
        while not undo_is_empty(desk):
            back += 1
        assert state(desk) == begun
        forth = 0
        while not redo_is_empty(desk):
            forth += 1
        assert (state(desk), forth) == (ended, back)


def redo_is_empty(desk: Desk) -> bool:
    try:
        redo(desk)
    except CompactError:
        return True
    return False
