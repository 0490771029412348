"""Changing evidence, seeing it again, and what it backs."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import CompactError, UsageError
from compact_tui.core.pack import AuditPack, Standard
from compact_tui.services import records
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.history import history, undo
from tests.services.desks import at, desk_in, reopened

TYPED = {
    "title": "Ticket roll",
    "kind": "ticket-stub",
    "where": "By the door",
    "held_by": "Porter",
    "seen_on": "1 Dec 2026",
    "review_by": "1 June 2027",
}


@pytest.fixture
def roll(desk: Desk) -> str:
    return records.add_evidence(desk, TYPED, ("1.1",)).id


def test_what_is_kept_stands_in_the_form_as_it_would_be_typed(desk: Desk, roll: str) -> None:
    typed = records.typed_evidence(desk, roll)

    assert typed == {**TYPED, "seen_on": "1 December 2026", "review_by": "1 June 2027", "file": ""}
    before = open_audit(desk).audit
    records.edit_evidence(desk, roll, typed)
    assert open_audit(reopened(desk)).audit == before
    assert len(history(desk)) == 2


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("title", "Roll of tickets", "Roll of tickets"),
        ("kind", "visitor-word", "visitor-word"),
        ("where", "Office", "Office"),
        ("held_by", "", ""),
        ("seen_on", "2/12/2026", "2026-12-02"),
        ("review_by", "", ""),
    ],
)
def test_one_field_is_changed_the_others_stay_and_undo_brings_it_back(
    desk: Desk, roll: str, field: str, typed: str, kept: str
) -> None:
    before = records.show_evidence(desk, roll)

    after = records.edit_evidence(desk, roll, {field: typed})

    names = ("title", "kind", "where", "held_by", "seen_on", "review_by", "supports")
    assert {n for n in names if getattr(after, n) != getattr(before, n)} == {field}
    assert getattr(after, field) == kept
    assert records.show_evidence(reopened(desk), roll) == after
    undo(desk)
    assert records.show_evidence(reopened(desk), roll) == before


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"title": " "}, "--title: This is needed."),
        ({"kind": "ticket-stubs"}, '"ticket-stubs" is not a kind of evidence.'),
        ({"seen_on": "soon"}, '--seen-on: "soon" is not a day.'),
    ],
)
def test_a_change_that_cannot_be_taken_changes_nothing(
    desk: Desk, roll: str, typed: dict[str, str], message: str
) -> None:
    with pytest.raises(UsageError) as caught:
        records.edit_evidence(desk, roll, {"where": "Elsewhere", **typed})

    assert caught.value.message.startswith(message)
    assert records.show_evidence(reopened(desk), roll).where == "By the door"


def test_a_kind_that_the_pack_no_longer_has_does_not_hinder_other_changes(desk: Desk, roll: str) -> None:
    opened = open_audit(desk)
    desk.shelf.packs[desk.workspace.pack_path(opened.book.path)] = _without_kinds(opened.pack)

    assert records.edit_evidence(desk, roll, {"where": "Office"}).kind == "ticket-stub"


def _without_kinds(pack: AuditPack) -> AuditPack:
    return replace(pack, evidence_kind=pack.evidence_kind[1:])


def test_one_piece_backs_many_criteria_and_no_longer_backs_others(desk: Desk, roll: str) -> None:
    after = records.edit_evidence(desk, roll, {}, more=("2.1", "u3", "1.1"), fewer=("1.1",))

    assert after.supports == ("u2-watch", "u3")
    assert records.use_evidence(desk, roll, "3.2").numbers == ("2.1", "3", "3.2")
    assert records.use_evidence(desk, roll, "3.2").numbers == ("2.1", "3", "3.2")
    assert len(history(desk)) == 4
    with pytest.raises(UsageError, match="no criterion"):
        records.use_evidence(desk, roll, "9.9")


def test_what_it_backs_is_ticked_in_pack_order_with_standards_as_a_whole(desk: Desk, roll: str) -> None:
    rows = records.evidence_backs(desk, roll)

    assert [(r.number, r.belongs) for r in rows][:5] == [
        ("1", False),
        ("1.1", True),
        ("1.2", False),
        ("1.3", False),
        ("2", False),
    ]
    assert rows[0].words == "Taking umbrellas in, as a whole"
    assert records.back_with_evidence(desk, roll, ("u2", "u1-greeting")).supports == ("u2", "u1-greeting")
    assert records.back_with_evidence(desk, roll, ()).supports == ()


def test_a_criterion_that_is_no_longer_asked_stays_until_it_is_unticked(desk: Desk, roll: str) -> None:
    opened = open_audit(desk)
    gone = [standard for standard in opened.pack.standard if standard.id != "u1"]
    desk.shelf.packs[desk.workspace.pack_path(opened.book.path)] = _with(opened.pack, gone)

    last = records.evidence_backs(desk, roll)[-1]

    assert (last.id, last.number, last.words, last.belongs) == ("u1-ticket", "", "No longer asked: u1-ticket", True)
    assert records.back_with_evidence(desk, roll, ("u1-ticket", "u2")).supports == ("u1-ticket", "u2")
    assert records.edit_evidence(desk, roll, {"where": "Attic"}).supports == ("u1-ticket", "u2")
    assert records.edit_evidence(desk, roll, {}, fewer=("u1-ticket",)).supports == ("u2",)


def _with(pack: AuditPack, standards: list[Standard]) -> AuditPack:
    return replace(pack, standard=tuple(standards))


@pytest.mark.parametrize(
    ("text", "found"),
    [("3.2", ["3.2"]), ("1", ["1", "1.1", "1.2", "1.3"]), ("UMBRELLA ticket", ["1.1"]), ("zebra", [])],
)
def test_lines_to_tick_are_narrowed_by_number_and_words(desk: Desk, roll: str, text: str, found: list[str]) -> None:
    assert [row.number for row in records.narrowed(records.evidence_backs(desk, roll), text)] == found


def test_what_could_be_used_at_a_criterion_stands_before_what_backs_it_already(desk: Desk, roll: str) -> None:
    other = records.add_evidence(desk, {"title": "What visitors said"}, ()).id

    offers = records.evidence_to_use(desk, "u1-ticket")

    assert [(o.id, o.here, o.about) for o in offers] == [
        (other, False, ""),
        (roll, True, "1.1, Ticket stubs, By the door"),
    ]
    assert [o.id for o in records.narrowed(offers, "DOOR roll")] == [roll]


@pytest.mark.parametrize(
    ("seen_on", "review_by", "moved"),
    [
        ("2026-06-03", "2026-12-03", "2027-06-04"),
        ("2026-12-01", "2026-12-02", "2026-12-04"),
        ("2026-12-01", "", ""),
        ("", "2026-12-09", "2026-12-09"),
        ("2026-12-09", "2026-12-01", "2026-12-01"),
        ("2026-12-03", "2027-12-03", "2027-12-03"),
    ],
)
def test_seen_again_moves_the_day_to_look_again_by_the_same_span(
    desk: Desk, seen_on: str, review_by: str, moved: str
) -> None:
    item = records.add_evidence(desk, {"title": "Roll", "seen_on": seen_on, "review_by": review_by}, ())

    view = records.seen_again(desk, item.id)

    assert (view.seen_on, view.review_by) == ("2026-12-03", moved)
    assert records.show_evidence(reopened(desk), item.id) == view


def test_seen_twice_on_a_day_is_one_change_and_undo_brings_back_both_days(desk: Desk, roll: str) -> None:
    records.seen_again(desk, roll)
    records.seen_again(desk, roll)

    assert [c.what for c in history(desk)][:2] == ["evidence seen again: Ticket roll", "evidence: Ticket roll"]
    undo(desk)
    assert records.show_evidence(desk, roll).seen_on == "2026-12-01"


def test_evidence_past_its_day_says_so_from_the_day_after(desk: Desk, roll: str) -> None:
    assert not records.show_evidence(at(desk, days=180), roll).review_late
    assert records.show_evidence(at(desk, days=181), roll).review_late


def test_what_two_people_change_in_one_piece_is_both_kept(desk: Desk, roll: str) -> None:
    colleague = desk_in(desk.workspace.root, name="b", who="Head")
    records.list_evidence(colleague)

    records.edit_evidence(desk, roll, {"where": "Office"})
    records.edit_evidence(colleague, roll, {"held_by": "Caretaker"}, more=("2.1",))

    view = records.show_evidence(reopened(desk), roll)
    assert (view.where, view.held_by, view.numbers) == ("Office", "Caretaker", ("1.1", "2.1"))


def test_the_roles_that_were_named_before_are_offered_those_named_most_often_first(desk: Desk, roll: str) -> None:
    for who in ("Head", "Head", "Cleaner", " "):
        records.add_action(desk, {"what": "Mop", "who": who}, ())

    fields = {f.id: f for f in records.form_of_evidence(desk).fields}

    assert fields["held_by"].suggest == ("Head", "Cleaner", "Porter")
    assert fields["held_by"].help.startswith("A role, not a name. Used before: Head, ")
    assert {f.id: f for f in records.form_of_action(desk).fields}["who"].suggest == fields["held_by"].suggest


@pytest.mark.parametrize("verb", [records.seen_again, records.typed_evidence, records.evidence_backs])
def test_what_is_not_there_is_told_with_the_nearest(desk: Desk, roll: str, verb: object) -> None:
    with pytest.raises(CompactError) as caught:
        verb(desk, f"{roll}x")  # type: ignore[operator]

    assert caught.value.hint == f'Did you mean "{roll}"?'


def test_the_page_has_the_ladder_of_the_audit_and_of_each_standard(desk: Desk, roll: str, tmp_path: Path) -> None:
    page = records.evidence_page(desk)

    assert [item.id for item in page.items] == [roll]
    assert page.ladder.missing == "nothing yet: Visitors say, Floor is dry"
    assert [ladder.standard for ladder in page.standards] == ["u1", "u2", "u3"]
