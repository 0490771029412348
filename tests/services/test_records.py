"""Evidence and actions."""

import pytest

from compact_tui.core.errors import UsageError
from compact_tui.core.views import EvidenceView
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.history import history, redo, undo
from compact_tui.services.records import (
    add_action,
    add_evidence,
    form_of_evidence,
    list_actions,
    list_evidence,
    place_of,
    remove_action,
    remove_evidence,
)
from tests.services.desks import at, desk_in, reopened


def test_evidence_is_kept_with_all_that_was_typed(desk: Desk) -> None:
    typed = {
        "title": " Ten\nstubs ",
        "kind": "ticket-stub",
        "where": "Desk drawer",
        "held_by": "Porter",
        "seen_on": "1/12/2026",
        "review_by": "1 June 2027",
    }

    view = add_evidence(desk, typed, ("1.1", "u2", "u1-ticket", "2"))

    assert view == EvidenceView(
        id=view.id,
        title="Ten stubs",
        kind="ticket-stub",
        kind_word="Ticket stubs",
        where="Desk drawer",
        held_by="Porter",
        seen_on="2026-12-01",
        review_by="2027-06-01",
        supports=("u1-ticket", "u2"),
        numbers=("1.1", "2"),
        rung_word="Stubs show",
    )
    assert list_evidence(reopened(desk)) == (view,)
    kept = open_audit(reopened(desk)).audit.evidence[0]
    assert (kept.by, kept.at, kept.file) == ("Lead", "2026-12-03T12:00:00Z", "")


@pytest.mark.parametrize(
    "path",
    [r"C:\Users\Jane Smith\list.docx", r"\\server\share\list.docx", "/home/jane/list.docx", "~/list", "file:///x/y"],
)
def test_a_path_of_this_computer_is_kept_apart_and_not_shown(desk: Desk, path: str) -> None:
    view = add_evidence(desk, {"title": "List", "where": path}, ("1.1",))

    assert view.where == "A file kept at the setting"
    assert path not in str(list_evidence(desk))
    assert open_audit(reopened(desk)).audit.evidence[0].file == path


@pytest.mark.parametrize("where", ["Office, top shelf", "https://school.example/policy", "Cupboard and/or safe", ""])
def test_a_place_that_is_no_path_stays_as_it_is(desk: Desk, where: str) -> None:
    assert add_evidence(desk, {"title": "List", "where": where}, ()).where == where
    assert open_audit(desk).audit.evidence[0].file == ""


@pytest.mark.parametrize(
    ("typed", "supports", "message"),
    [
        ({}, (), "--title: This is needed."),
        ({"title": "T", "kind": "ticket-stubs"}, (), '"ticket-stubs" is not a kind of evidence.'),
        ({"title": "T", "seen_on": "soon"}, (), '--seen-on: "soon" is not a day.'),
        ({"title": "T", "review_by": "31/6/2027"}, (), '--review-by: "31/6/2027" is not a day.'),
        ({"title": "T"}, ("1.1", "9.9"), 'There is no criterion "9.9".'),
    ],
)
def test_evidence_that_cannot_be_taken_is_not_added(
    desk: Desk, typed: dict[str, str], supports: tuple[str, ...], message: str
) -> None:
    with pytest.raises(UsageError) as caught:
        add_evidence(desk, typed, supports)

    assert caught.value.message.startswith(message)
    assert caught.value.hint
    assert (list_evidence(reopened(desk)), len(history(desk))) == ((), 1)


@pytest.mark.parametrize(
    ("typed", "supports", "message"),
    [
        ({"who": "Head"}, ("1.1",), "--what: This is needed."),
        ({"what": "W", "due": "30/2/2027"}, ("1.1",), '--due: "30/2/2027" is not a day.'),
        ({"what": "W"}, ("u9",), 'There is no criterion "u9".'),
    ],
)
def test_an_action_that_cannot_be_taken_is_not_added(
    desk: Desk, typed: dict[str, str], supports: tuple[str, ...], message: str
) -> None:
    with pytest.raises(UsageError) as caught:
        add_action(desk, typed, supports)

    assert caught.value.message.startswith(message)
    assert (list_actions(reopened(desk)), len(history(desk))) == ((), 1)


def test_the_kinds_that_are_offered_are_the_packs(desk: Desk) -> None:
    kind = next(f for f in form_of_evidence(desk).fields if f.id == "kind")

    assert kind.choices == (("ticket-stub", "Ticket stubs"), ("visitor-word", "What visitors told us"))


def test_actions_come_overdue_first_then_by_date_then_without_one(desk: Desk) -> None:
    for what, due in (
        ("none", ""),
        ("later", "2027-01-10"),
        ("today", "2026-12-03"),
        ("late", "2026-12-02"),
        ("none either", ""),
        ("very late", "2026-01-01"),
    ):
        add_action(desk, {"what": what, "due": due, "who": "Porter"}, ("3.1",))

    views = list_actions(reopened(desk))

    assert [(a.what, a.overdue) for a in views] == [
        ("very late", True),
        ("late", True),
        ("today", False),
        ("later", False),
        ("none", False),
        ("none either", False),
    ]
    assert views[0].numbers == ("3.1",)
    assert [a.what for a in list_actions(at(desk, days=1)) if a.overdue] == ["very late", "late", "today"]


def test_what_is_removed_comes_back_whole_with_undo(desk: Desk) -> None:
    evidence = add_evidence(desk, {"title": "Stubs", "where": "/home/jane/x"}, ("1.1",))
    action = add_action(desk, {"what": "Buy a spike", "due": "2027-01-10"}, ("1.2",))
    whole = open_audit(desk).audit

    remove_evidence(desk, evidence.id)
    remove_action(desk, action.id)

    assert (list_evidence(reopened(desk)), list_actions(reopened(desk))) == ((), ())
    assert [c.what for c in history(desk)][:2] == ["action removed: Buy a spike", "evidence removed: Stubs"]
    undo(reopened(desk))
    undo(reopened(desk))
    assert open_audit(reopened(desk)).audit == whole
    redo(desk)
    assert list_evidence(desk) == ()


def test_removing_what_is_not_there_changes_nothing(desk: Desk) -> None:
    evidence = add_evidence(desk, {"title": "Stubs"}, ("1.1",))

    with pytest.raises(UsageError) as near:
        remove_evidence(desk, f"{evidence.id}x")
    with pytest.raises(UsageError) as far:
        remove_action(desk, "x")

    assert near.value.hint == f'Did you mean "{evidence.id}"?'
    assert (far.value.message, far.value.hint) == ('There is no action "x".', "compact-tui action list shows the ids.")
    assert list_evidence(desk) == (evidence,)


def test_what_two_people_add_at_once_is_all_there(desk: Desk) -> None:
    colleague = desk_in(desk.workspace.root, name="b")
    add_evidence(desk, {"title": "Mine"}, ("1.1",))
    add_evidence(colleague, {"title": "Theirs"}, ("1.1",))
    add_action(desk, {"what": "Mine too"}, ())

    assert [e.title for e in list_evidence(reopened(desk))] == ["Mine", "Theirs"]
    assert [a.what for a in list_actions(colleague)] == ["Mine too"]


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ("u2", ("standard", "u2", "")),
        ("u2-repair", ("criterion", "u2", "u2-repair")),
        ("gone", ("audit", "", "")),
        ("", ("audit", "", "")),
    ],
)
def test_what_a_record_is_about_has_a_place_where_it_is_worked_on(
    desk: Desk, item: str, place: tuple[str, str, str]
) -> None:
    assert place_of(desk, item) == place
