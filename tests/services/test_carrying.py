"""Beginning the next round from the last: what waits, what goes on, what stays behind, and what counts meanwhile."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import CompactError, UsageError
from compact_tui.core.progress import progress
from compact_tui.services import (
    answering,
    audits,
    carrying,
    confirming,
    editions,
    erasing,
    first_pass,
    history,
    home,
    returns,
    review,
)
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.storage.pack_copy import encode_pack
from tests.lighthouse import edition_two
from tests.services.carry_desks import NEW_ROUND, last_round
from tests.services.desks import at, reopened


@pytest.fixture
def old(tmp_path: Path) -> Desk:
    """The last round, three years on."""
    return last_round(tmp_path)


@pytest.fixture
def new(old: Desk) -> Desk:
    """The next round, begun from it with the same edition."""
    carrying.carry_forward(old, NEW_ROUND)
    return old


def test_the_new_round_waits_and_counts_nothing(old: Desk) -> None:
    before = open_audit(old).kept

    view = carrying.carry_forward(old, NEW_ROUND)

    opened = open_audit(reopened(old))
    said = len(before.answers) + len(before.summaries)
    assert (view.cycle, view.from_cycle, view.waiting, len(view.standards)) == ("2028-2030", "2026-2028", said, 11)
    assert opened.kept.head.carried_from == before.head.id
    assert (opened.kept.answers, opened.kept.grades, opened.kept.summaries) == ((), (), ())
    counts = progress(opened.pack, opened.audit)
    assert (counts.answered, counts.graded, counts.provisional) == (0, 0, 0)
    assert returns.preview(old).counts.answered == 0
    assert first_pass.begin_first_pass(old, {}).chosen == ""
    assert {(g.standard, g.level, g.cycle) for g in opened.kept.last_grades} == {
        (s.id, "bright", "2026-2028") for s in opened.pack.standard
    }
    assert open_audit(replace(old, audit_id=before.head.id)).kept == before


def test_what_went_stale_and_what_became_of_promises_is_shown_first(new: Desk) -> None:
    view = carrying.carried(new)

    assert [(one.title, one.words) for one in view.stale] == [
        ("Oil bill", "Oil bill: seen more than a year ago, on 1 Nov 2026"),
        ("Boat log", "Boat log: seen more than a year ago, on 3 Dec 2026"),
        ("Old chart", "Old chart: seen more than a year ago, on 3 Dec 2026"),
    ]
    assert [one.words for one in view.broken] == [
        "Mend the horn (Keeper): was due 1 May 2027, 31 months ago, and is still open"
    ]
    assert [one.words for one in view.kept] == [
        "Oil the lock (Keeper): done 4 May 2027",
        "Count the steps (Keeper): done 20 Feb 2027, on time",
    ]
    assert view.left == ()
    kept = {one.id: one for one in open_audit(new).kept.actions}
    assert [kept[one.id].done_on for one in view.kept] == ["2027-05-04", "2027-02-20"]


def test_an_answer_is_confirmed_one_by_one_and_taken_back(new: Desk) -> None:
    waits = answering.show_criterion(new, "2.2")
    assert (waits.answer_word, waits.waits) == ("", True)
    assert waits.before == ("From 2026-2028, not confirmed: No lamp. There is only one lens. Note on l2-spare.",)

    done = confirming.confirm(new, "2.2")

    assert (done.answer, done.reason, done.note) == ("no-lamp", "There is only one lens.", "Note on l2-spare.")
    assert (done.by, done.at[:10], done.waits, done.before) == ("Lead", new.today, False, ())
    with pytest.raises(UsageError, match="Nothing carried waits at 2.2"):
        confirming.confirm(new, "2.2")
    history.undo(new)
    again = answering.show_criterion(reopened(new), "2.2")
    assert (again.answer_word, again.before) == ("", waits.before)


def test_what_was_written_meanwhile_stays_below_what_is_confirmed(new: Desk) -> None:
    answering.write_note(new, "l1-clean", "Seen today.")

    done = confirming.confirm(new, "l1-clean")

    assert (done.note, done.private_note) == ("Note on l1-clean.\n\nSeen today.", "Private words on l1.")


def test_answering_anew_settles_it_in_the_same_change(new: Desk) -> None:
    answering.answer(new, "l1-clean", "out")

    assert not answering.show_criterion(new, "l1-clean").waits
    assert "l1-clean" not in {c.criterion for c in open_audit(new).kept.carried_answers}
    history.undo(new)
    assert answering.show_criterion(new, "l1-clean").waits


def test_a_standard_is_confirmed_only_by_whoever_was_shown_all_of_it(new: Desk) -> None:
    shown = confirming.waiting_of(new, "1")
    items = [line.item for line in shown.lines]
    assert items[-1] == "l1"
    with pytest.raises(CompactError, match="1 carried answer in standard 1 was not read yet"):
        confirming.confirm_standard(new, "1", items[1:])
    assert len(confirming.waiting_of(new, "1").lines) == len(items)

    left = confirming.confirm_standard(new, "1", items)

    opened = open_audit(reopened(new))
    assert left.lines == ()
    assert {a.criterion for a in opened.kept.answers} == set(items[:-1])
    assert [s.text for s in opened.kept.summaries] == ["Summary of l1."]
    assert progress(opened.pack, opened.audit).answered == len(items) - 1
    with pytest.raises(UsageError, match="Nothing waits to be confirmed in 1,"):
        confirming.confirm_standard(new, "1", items)
    history.undo(new)
    assert confirming.waiting_of(new, "1") == shown


def test_a_summary_is_confirmed_or_dismissed_alone(new: Desk) -> None:
    confirming.confirm_summary(new, "1")
    confirming.dismiss_summary(new, "2")

    kept = open_audit(new).kept
    assert [s.standard for s in kept.summaries] == ["l1"]
    assert {"l1", "l2"}.isdisjoint({c.standard for c in kept.carried_summaries})
    with pytest.raises(UsageError, match="the summary of 2"):
        confirming.confirm_summary(new, "2")


def test_a_dismissed_answer_is_to_be_given_afresh_and_the_old_audit_keeps_it(old: Desk, new: Desk) -> None:
    first = open_audit(new).kept.head.carried_from

    assert confirming.dismiss(new, "l1-clean").before == ()

    assert open_audit(new).kept.answers == ()
    assert "Note on l1-clean." in {a.note for a in open_audit(replace(old, audit_id=first)).kept.answers}
    with pytest.raises(UsageError, match="Nothing carried waits"):
        confirming.dismiss(new, "l1-clean")
    history.undo(new)
    assert answering.show_criterion(new, "l1-clean").waits


def test_home_and_the_review_ask_for_it(new: Desk) -> None:
    shown = home.home(new)
    waiting = len(confirming.waiting_of(new, "1").lines)
    title = open_audit(new).pack.standard[0].title
    assert (shown.next.place, shown.next.standard) == ("carried", "l1")
    assert shown.next.sentence == f"Confirm {waiting} carried answers in standard 1, {title}."
    assert len([f for f in review.review(new).findings if f.rule == "carried-unconfirmed"]) == 11

    confirming.confirm_standard(new, "1", [line.item for line in confirming.waiting_of(new, "1").lines])

    assert home.home(new).next.standard == "l2"
    assert len([f for f in review.review(new).findings if f.rule == "carried-unconfirmed"]) == 10


def test_personal_data_in_what_waits_is_seen_and_erased_and_does_not_leave(old: Desk) -> None:
    answering.write_note(old, "l1-clean", "The boy of NHS number 943 476 5919 rang.")
    carrying.carry_forward(old, NEW_ROUND)

    found = [f for f in review.review(old).findings if f.rule == "child-identified"]

    assert [f.where for f in found] == ["l1-clean"]
    erasing.erase(old, "943 476 5919")
    assert not any("943 476" in c.note for c in open_audit(reopened(old)).kept.carried_answers)
    assert not any("943 476" in path.read_text() for path in old.workspace.audits_folder.glob("*.json"))


@pytest.mark.parametrize(
    ("typed", "from_audit", "message"),
    [
        ({"cycle": "2026-2028", "pack": ""}, "", "an audit called 2026-2028 here already"),
        ({"cycle": "", "pack": "small-group"}, "", "is another pack"),
        ({"cycle": "", "pack": "lighthose"}, "", "There is no pack"),
        (NEW_ROUND, "a-99", 'There is no audit "a-99" here'),
    ],
)
def test_what_cannot_be_carried_is_refused_and_nothing_is_started(
    old: Desk, typed: dict[str, str], from_audit: str, message: str
) -> None:
    with pytest.raises(CompactError, match=message) as raised:
        carrying.carry_forward(old, typed, from_audit)

    assert raised.value.hint
    assert len(audits.list_audits(old)) == 1


def test_an_audit_that_was_not_carried_says_so(old: Desk) -> None:
    view = carrying.carried(old)

    assert (view.from_cycle, view.waiting, view.left) == ("", 0, ())
    assert view.sentence.startswith("This audit was not carried")
    assert carrying.offered_carry(old) == {"cycle": "2028-2030", "pack": ""}


def test_the_round_that_goes_on_is_meant_where_none_is_named(new: Desk) -> None:
    assert open_audit(new).kept.head.cycle == "2028-2030"
    assert home.home(new).title.endswith("2028-2030")
    carrying.carry_forward(at(new, days=700), NEW_ROUND)
    assert open_audit(new).kept.head.cycle == "2030-2032"
    assert {one.kind for one in carrying.carried(new).left} == {"unconfirmed"}


def test_a_second_line_of_rounds_has_to_be_named(new: Desk) -> None:
    audits.start(new, pack=str(new.workspace.root.parent / "made-for-the-test.pack.json"), cycle="Apart")

    with pytest.raises(UsageError, match="More than one audit"):
        open_audit(new)
    assert home.home(new).next.place == "choose"


def test_what_waits_cannot_be_confirmed_for_a_question_that_a_new_edition_changed_in_meaning(new: Desk) -> None:
    waits = {one.criterion: one for one in open_audit(new).kept.carried_answers}
    path = new.workspace.root.parent / "two.pack.json"
    path.write_bytes(encode_pack(edition_two()))

    editions.take_edition(new, str(path))

    after = open_audit(reopened(new)).kept.carried_answers
    was = {(one.criterion, one.was) for one in after}
    assert {("l3-clean", "l3-clean"), ("l4-count", "l4-clean"), ("l2-clean", "")} <= was
    assert {one.note for one in waits.values()} <= {one.note for one in after}
    with pytest.raises(UsageError):
        confirming.confirm(reopened(new), "l3-clean")
    assert confirming.confirm(reopened(new), "l2-clean").answer == "lit"
    history.undo(reopened(new))
    history.undo(reopened(new))
    assert {one.criterion: one for one in open_audit(reopened(new)).kept.carried_answers} == waits
