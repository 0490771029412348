"""Reasons to look that come along to where the returns they were found in are not."""

from compact_tui.core.read_records import ReasonCarried
from compact_tui.core.reasons_to_look import Reason, carried_of, with_carried


def _reason(id_: str, weight: int, words: str = "") -> Reason:
    return Reason(id=id_, words=words or id_, weight=weight, standards=("u1",))


def test_what_came_along_saw_more_so_it_stands_for_what_was_found_and_the_weightiest_is_first() -> None:
    found = (_reason("lowest", 100), _reason("same-text", 50, "found here"), _reason("set-aside", 20))
    came = (
        ReasonCarried(return_id="r-1", id="same-text", words="came along", weight=50, standards=("u1", "u2")),
        ReasonCarried(return_id="r-1", id="leap", words="up", weight=40),
    )

    told = with_carried(found, came)

    assert [(one.id, one.words) for one in told] == [
        ("lowest", "lowest"), ("same-text", "came along"), ("leap", "up"), ("set-aside", "set-aside"),
    ]  # fmt: skip
    assert told[1].standards == ("u1", "u2")
    assert with_carried(found, ()) == found


def test_only_reasons_that_need_other_returns_go_along() -> None:
    reasons = (_reason("lowest", 100), _reason("same-text", 50), _reason("leap", 40))

    assert [(one.return_id, one.id, one.standards) for one in carried_of("r-1", reasons)] == [
        ("r-1", "same-text", ("u1",)),
        ("r-1", "leap", ("u1",)),
    ]
