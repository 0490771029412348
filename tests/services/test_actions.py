"""The action plan: done, dropped, open again, changed, and where actions came from."""

from collections.abc import Callable

import pytest

from compact_tui.core.errors import UsageError
from compact_tui.core.views import ActionView
from compact_tui.services import records
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.history import history, undo
from tests.services.desks import at, desk_in, reopened


@pytest.fixture
def mop(desk: Desk) -> str:
    return records.add_action(desk, {"what": "Mop the floor", "who": "Cleaner", "due": "10 Jan 2027"}, ("1.2",)).id


def test_done_keeps_what_happened_and_the_day_and_undo_opens_it_again(desk: Desk, mop: str) -> None:
    before = open_audit(desk).audit

    view = records.do_action(desk, mop, "Dry since Monday.", "1 Dec 2026")

    assert (view.status, view.outcome, view.done_on) == ("done", "Dry since Monday.", "2026-12-01")
    assert view.state_word == "done 1 Dec 2026"
    assert records.show_action(reopened(desk), mop) == view
    assert history(desk)[0].what == "action done: Mop the floor"
    undo(desk)
    assert open_audit(reopened(desk)).audit == before


def test_done_without_words_is_today_and_keeps_what_was_written_before(desk: Desk, mop: str) -> None:
    records.edit_action(desk, mop, {"outcome": "Half of it is dry."})

    view = records.do_action(desk, mop)

    assert (view.done_on, view.outcome) == ("2026-12-03", "Half of it is dry.")


@pytest.mark.parametrize(
    ("on", "said"),
    [("4 Dec 2026", "4 December 2026 is still to come."), ("soon", '--on: "soon" is not a day.')],
)
def test_a_day_that_cannot_be_leaves_it_open(desk: Desk, mop: str, on: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        records.do_action(desk, mop, "Dry.", on)

    assert caught.value.message.startswith(said)
    assert records.show_action(reopened(desk), mop).status == "open"


def test_dropped_needs_a_reason_and_says_when(desk: Desk, mop: str) -> None:
    with pytest.raises(UsageError, match="This is needed"):
        records.drop_action(desk, mop, "  ")
    assert records.show_action(desk, mop).status == "open"

    view = records.drop_action(desk, mop, "The floor is carpeted now.")

    assert (view.status, view.outcome, view.state_word) == (
        "dropped",
        "The floor is carpeted now.",
        "dropped 3 Dec 2026",
    )


@pytest.mark.parametrize("close", [records.do_action, records.drop_action])
def test_what_is_closed_is_not_closed_twice_but_can_be_opened_again(
    desk: Desk,
    mop: str,
    close: Callable[[Desk, str, str], ActionView],
) -> None:
    close(desk, mop, "Carpeted.")

    for again in (records.do_action, records.drop_action):
        with pytest.raises(UsageError) as caught:
            again(desk, mop, "Twice.")
        assert "3 December 2026" in caught.value.message
    view = records.reopen_action(desk, mop)

    assert (view.status, view.done_on, view.outcome) == ("open", "", "Carpeted.")
    with pytest.raises(UsageError, match="is open"):
        records.reopen_action(desk, mop)
    assert len(history(desk)) == 4


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("what", "Mop it twice", "Mop it twice"),
        ("who", "Porter", "Porter"),
        ("due", "2027-02-01", "2027-02-01"),
        ("due", "", ""),
        ("outcome", "Begun.", "Begun."),
    ],
)
def test_one_field_is_changed_and_the_others_stay(desk: Desk, mop: str, field: str, typed: str, kept: str) -> None:
    before = records.show_action(desk, mop)

    after = records.edit_action(desk, mop, {field: typed})

    names = ("what", "who", "due", "status", "outcome", "supports")
    assert {n for n in names if getattr(after, n) != getattr(before, n)} == {field}
    assert getattr(after, field) == kept
    undo(desk)
    assert records.show_action(reopened(desk), mop) == before


def test_saving_the_form_as_it_is_changes_nothing(desk: Desk, mop: str) -> None:
    records.edit_action(desk, mop, records.typed_action(desk, mop))

    assert len(history(desk)) == 2


def test_an_action_comes_from_several_criteria(desk: Desk, mop: str) -> None:
    assert records.edit_action(desk, mop, {}, more=("2.1", "u3"), fewer=("1.2",)).numbers == ("2.1", "3")
    assert records.action_from(desk, mop, ("u1-ticket", "1.2")).numbers == ("1.1", "1.2")
    assert [row.number for row in records.action_belongs(desk, mop) if row.belongs] == ["1.1", "1.2"]
    assert [o.id for o in records.actions_here(desk, "u1-ticket")] == [mop]
    assert records.actions_here(desk, "u2-watch") == ()


def test_a_day_in_the_past_is_taken_and_counts_as_overdue_at_once(desk: Desk) -> None:
    view = records.add_action(desk, {"what": "Late", "due": "2026-11-30"}, ())

    assert (view.overdue, view.state_word, view.due_words) == (True, "overdue", "30 Nov 2026, 3 days ago")


def test_closed_ones_come_last_and_are_never_overdue(desk: Desk, mop: str) -> None:
    late = records.add_action(desk, {"what": "Late", "due": "2026-11-30"}, ()).id
    records.add_action(desk, {"what": "Some day"}, ())

    assert [a.what for a in records.list_actions(desk)] == ["Late", "Mop the floor", "Some day"]
    assert records.actions_page(desk).sentence == "3 open, 1 overdue"
    records.do_action(desk, late)
    assert [a.what for a in records.list_actions(at(desk, days=99))] == ["Mop the floor", "Some day", "Late"]
    assert records.actions_page(desk).sentence == "2 open"


def test_what_two_people_do_to_one_action_is_both_kept(desk: Desk, mop: str) -> None:
    colleague = desk_in(desk.workspace.root, name="b", who="Head")
    records.list_actions(colleague)

    records.edit_action(desk, mop, {"who": "Porter"})
    records.do_action(colleague, mop, "Dry.")

    view = records.show_action(reopened(desk), mop)
    assert (view.who, view.status, view.outcome) == ("Porter", "done", "Dry.")


@pytest.mark.parametrize(
    "verb",
    [records.do_action, records.reopen_action, records.show_action, records.typed_action, records.action_belongs],
)
def test_what_is_not_there_is_told_with_the_nearest(desk: Desk, mop: str, verb: object) -> None:
    with pytest.raises(UsageError) as caught:
        verb(desk, f"{mop}x")  # type: ignore[operator]

    assert caught.value.hint == f'Did you mean "{mop}"?'
