"""What two copies of a book last had in common."""

import pytest

from compact_tui.core.change import Change, Edit
from compact_tui.core.copies import before, last_common


def change(id_: str, *edits: Edit) -> Change:
    return Change(id=id_, at="2026-12-03T12:00:00Z", by="Lead", verb="v", edits=edits)


def note(was: str, now: str) -> Edit:
    return Edit("answers", "a", {"note": was} if was else None, {"note": now} if now else None)


A, B, C, D = (change(name, note(name, f"{name}!")) for name in "abcd")
B_GONE_ON_WITH = change("b", note("b", "b and more"))


@pytest.mark.parametrize(
    ("mine", "theirs", "common"),
    [
        ((), (), 0),
        ((A,), (), 0),
        ((), (A,), 0),
        ((A,), (B,), 0),
        ((A, B), (A, B), 2),
        ((A, B, C), (A, B, D), 2),
        ((A, B), (A, B_GONE_ON_WITH), 1),
        ((B,), (B_GONE_ON_WITH,), 0),
        ((B, C), (A, B, D), 1),
        ((A, B, C), (B,), 2),
    ],
)
def test_the_last_common_change_is_that_which_both_have_and_says_the_same(
    mine: tuple[Change, ...], theirs: tuple[Change, ...], common: int
) -> None:
    assert last_common(mine, theirs) == common


def test_changes_are_taken_back_newest_first() -> None:
    later = (
        change("x", note("", "one")),
        change("y", note("one", "two")),
        change("z", Edit("answers", "b", {"note": "old"}, None), Edit("actions", "t", None, {"what": "Dry"})),
    )
    now = {"answers": {"a": {"note": "two"}, "c": {"note": "same"}}, "actions": {"t": {"what": "Dry"}}}

    assert before(now, later) == {"answers": {"c": {"note": "same"}, "b": {"note": "old"}}, "actions": {}}
    assert before(now, later[1:])["answers"]["a"] == {"note": "one"}
    assert now["answers"]["a"] == {"note": "two"}
