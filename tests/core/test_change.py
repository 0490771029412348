"""Undo, redo and the meeting of two changes."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compact_tui.core.change import Change, Edit, reversed_edits, stacks, taken_back, three_way

Record = dict[str, object]
EDIT = Edit("answers", "a", None, {"answer": "met"})


def change(id_: str, undoes: str = "", *, undoable: bool = True, edits: tuple[Edit, ...] = (EDIT,)) -> Change:
    return Change(id=id_, at="2026-12-03T12:00:00Z", by="Lead", verb="v", undoes=undoes, undoable=undoable, edits=edits)


def ids(changes: tuple[Change, ...]) -> list[str]:
    return [c.id for c in changes]


@dataclass
class TwoLists:
    """What a person expects of undo and redo: one value, what was before it, and what was after it."""

    value: int = 0
    before: list[int] = field(default_factory=list)
    after: list[int] = field(default_factory=list)

    def do(self, value: int) -> None:
        if value != self.value:
            self.before.append(self.value)
            self.after.clear()
            self.value = value

    def undo(self) -> None:
        self.after.append(self.value)
        self.value = self.before.pop()

    def redo(self) -> None:
        self.before.append(self.value)
        self.value = self.after.pop()


STEPS = st.lists(st.one_of(st.integers(0, 3), st.sampled_from(["undo", "redo", "fixed"])), max_size=40)


@given(STEPS)
@settings(derandomize=True, deadline=None, max_examples=300)
def test_any_history_is_undone_and_redone_as_two_lists_would(steps: list[int | str]) -> None:
    model, value = TwoLists(), 0
    history: list[Change] = []

    for number, step in enumerate(steps):
        now, id_ = stacks(history), f"c{number}"
        assert [len(now.undo), len(now.redo)] == [len(model.before), len(model.after)]
        if step == "fixed":
            history.append(change(id_, undoable=False))
        elif isinstance(step, int):
            history.append(change(id_, edits=(Edit("t", "r", {"n": value}, {"n": step}),)))
            value = step
            model.do(step)
        elif stack := (now.undo if step == "undo" else now.redo):
            (edit,) = reversed_edits(stack[0])
            history.append(change(id_, undoes=stack[0].id, edits=(edit,)))
            assert edit.before == {"n": value}
            assert edit.after is not None
            value = int(str(edit.after["n"]))
            model.undo() if step == "undo" else model.redo()
        assert value == model.value


@pytest.mark.parametrize(
    ("history", "undo", "redo", "gone"),
    [
        ((), [], [], set()),
        ((change("x"),), ["x"], [], set()),
        ((change("x"), change("u", "x")), [], ["u"], {"x"}),
        ((change("x"), change("u", "x"), change("r", "u")), ["r"], [], {"u"}),
        ((change("x"), change("u", "x"), change("r", "u"), change("u2", "r")), [], ["u2"], {"r", "x"}),
        ((change("x"), change("u", "x"), change("y")), ["y"], [], {"x"}),
        ((change("x"), change("made", undoable=False)), ["x"], [], set()),
        ((change("x"), change("u", "x"), change("made", undoable=False)), [], ["u"], {"x"}),
        # Others changed something between somebody's change and its undo: both can still be taken back.
        ((change("x"), change("y"), change("u", "x")), ["u", "y", "x"], [], {"x"}),
        # The change that was undone has gone to a page of the history.
        ((change("u", "gone"),), ["u"], [], {"gone"}),
        # Two people undid the same thing; the second undo came to nothing.
        ((change("x"), change("u", "x"), change("u2", "x", edits=())), [], ["u"], {"x"}),
    ],
)
def test_a_history_is_read_as_what_can_be_undone_redone_and_no_longer_holds(
    history: tuple[Change, ...], undo: list[str], redo: list[str], gone: set[str]
) -> None:
    read = stacks(history)

    assert (ids(read.undo), ids(read.redo), taken_back(history)) == (undo, redo, frozenset(gone))


def test_what_was_typed_and_taken_out_again_is_neither_undone_nor_forgets_what_can_be_redone() -> None:
    nothing = change("n", edits=(Edit("answers", "a", {"note": "x"}, {"note": "x"}),))

    read = stacks([change("x"), change("y"), change("u", "y"), nothing])

    assert (ids(read.undo), ids(read.redo)) == (["x"], ["u"])


def test_edits_are_taken_back_last_first() -> None:
    first, second = Edit("t", "1", None, {"a": 1}), Edit("t", "1", {"a": 1}, {"a": 2})

    assert reversed_edits(change("x", edits=(first, second))) == (
        Edit("t", "1", {"a": 2}, {"a": 1}),
        Edit("t", "1", {"a": 1}, None),
    )


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged", "both"),
    [
        (None, None, None, None, ()),
        (None, {"a": "1"}, None, {"a": "1"}, ()),
        (None, None, {"a": "1"}, {"a": "1"}, ()),
        (None, {"a": "1"}, {"a": "1"}, {"a": "1"}, ()),
        (None, {"a": "1"}, {"b": "2"}, {"a": "1", "b": "2"}, ()),
        (None, {"a": "1"}, {"a": "2"}, {"a": "1"}, ("a",)),
        (None, {"a": "", "b": "2"}, {"a": "1", "b": ""}, {"a": "1", "b": "2"}, ()),
        (None, {"a": [], "b": None}, {"a": ["x"], "b": 0}, {"a": ["x"], "b": 0}, ()),
        (None, {"a": ""}, {"a": "", "b": ""}, {"a": "", "b": ""}, ()),
        (None, {"a": False}, {"a": True}, {"a": False}, ("a",)),
        ({"a": "0"}, None, None, None, ()),
        ({"a": "0"}, None, {"a": "0"}, None, ()),
        ({"a": "0"}, {"a": "0"}, None, None, ()),
        ({"a": "0"}, None, {"a": "1"}, {"a": "1"}, ("a",)),
        ({"a": "0", "b": "0"}, {"a": "0", "b": "1"}, None, {"a": "0", "b": "1"}, ("a", "b")),
        ({}, {}, None, None, ()),
        ({"a": "0", "b": "0"}, {"a": "1", "b": "0"}, {"a": "0", "b": "2"}, {"a": "1", "b": "2"}, ()),
        ({"a": "0", "b": "0"}, {"b": "0"}, {"a": "0", "b": "1"}, {"b": "1"}, ()),
        ({"a": "0"}, {}, {"a": "1"}, {}, ("a",)),
        ({"a": "0"}, {"a": "1"}, {}, {"a": "1"}, ("a",)),
        ({"a": ["x"]}, {"a": ["x", "y"]}, {"a": ["x"], "new": 1}, {"a": ["x", "y"], "new": 1}, ()),
    ],
)
def test_two_versions_of_a_record_meet_field_by_field(
    base: Record | None, mine: Record | None, theirs: Record | None, merged: Record | None, both: tuple[str, ...]
) -> None:
    assert three_way(base, mine, theirs) == (merged, both)


RECORDS = st.none() | st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["", "x", "y", "z"]), max_size=4)


@given(RECORDS, RECORDS, RECORDS)
@settings(derandomize=True, deadline=None, max_examples=250)
def test_a_merge_never_drops_a_change_without_naming_it(
    base: Record | None, mine: Record | None, theirs: Record | None
) -> None:
    merged, both = three_way(base, mine, theirs)

    start, result = base or {}, merged or {}
    for side in (mine, theirs):
        for name in {*(side or {}), *start}:
            value = (side or {}).get(name)
            if base is None and value == "":
                continue  # who made a record and left a field empty changed nothing in it
            if value != start.get(name) and name not in both and side is not None:
                assert result.get(name) == value
    if mine is not None and theirs is not None:
        assert {name: result.get(name) for name in both} == {name: mine.get(name) for name in both}


@given(RECORDS, RECORDS, RECORDS)
@settings(derandomize=True, deadline=None, max_examples=250)
def test_a_merge_is_the_same_from_both_sides_but_for_what_both_changed(
    base: Record | None, mine: Record | None, theirs: Record | None
) -> None:
    one, both = three_way(base, mine, theirs)
    other, both_too = three_way(base, theirs, mine)

    assert set(both) == set(both_too)
    assert (one is None) == (other is None)
    rest = {*(one or {}), *(other or {})} - set(both)
    assert {n: (one or {}).get(n) for n in rest} == {n: (other or {}).get(n) for n in rest}


@given(RECORDS, RECORDS)
@settings(derandomize=True, deadline=None)
def test_where_one_side_alone_changed_or_both_did_the_same_there_is_no_conflict(
    base: Record | None, changed: Record | None
) -> None:
    assert three_way(base, changed, base) == (changed, ())
    assert three_way(base, base, changed) == (changed, ())
    assert three_way(base, changed, changed) == (changed, ())


def test_a_merged_record_is_nobody_elses() -> None:
    theirs: Record = {"a": "1"}

    merged, _ = three_way(theirs, theirs, theirs)
    assert merged is not None
    merged["a"] = "2"

    assert theirs == {"a": "1"}
