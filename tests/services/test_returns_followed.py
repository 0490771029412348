"""What became of a return: when it was sent, and the receipt."""

from pathlib import Path

import pytest

from compact_tui.core.errors import UsageError
from compact_tui.services import returns
from compact_tui.services.books import audit_of, open_audit
from compact_tui.services.desk import Desk
from tests.services.return_desks import MOMENT, desk_in, gallery


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return gallery(tmp_path)


@pytest.mark.parametrize("typed", ["4 December 2026", "4/12/2026", "2026-12-04"])
def test_the_person_says_when_it_was_sent(desk: Desk, typed: str) -> None:
    made = returns.make(desk)
    later = desk_in(desk.workspace.root, MOMENT.replace(day=10))

    told = returns.sent(later, made.id, typed, " Head\n")

    assert (told.id, told.state, told.sentence) == (made.id, "sent", "sent on 4 Dec 2026 by Head")
    kept = open_audit(desk_in(desk.workspace.root)).audit.returns[-1]
    assert (kept.sent_on, kept.sent_by, kept.digest) == ("2026-12-04", "Head", made.digest)


def test_a_receipt_is_noted_with_its_number(desk: Desk) -> None:
    made = returns.make(desk)
    later = desk_in(desk.workspace.root, MOMENT.replace(day=10))
    returns.sent(later, made.id, "4 December 2026", "Head")

    told = returns.receipt(later, made.id, "9 December 2026", "R-17")

    assert (told.state, told.sentence) == ("receipt", "receipt 9 Dec 2026")
    assert audit_of(open_audit(desk).book).returns[-1].receipt_ref == "R-17"


def test_an_older_return_can_be_noted_and_the_answer_is_about_that_one(desk: Desk) -> None:
    first, _ = returns.make(desk), returns.make(desk)

    assert returns.sent(desk, first.id, "2026-12-03", "Head").id == first.id
    assert [bool(r.sent_on) for r in open_audit(desk).audit.returns] == [True, False]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2 December 2026", "2 December 2026 is before it was made (3 December 2026)."),
        ("4 December 2026", "4 December 2026 has not come yet."),
        ("soon", '"soon" is not a day.'),
        ("", "is not a day"),
        ("31/02/2026", "is not a day"),
        ("3 December 0026", "is not a day"),
    ],
)
def test_a_day_that_cannot_be_right_is_refused_with_a_sentence(desk: Desk, typed: str, said: str) -> None:
    made = returns.make(desk)

    for verb in (returns.sent, returns.receipt):
        with pytest.raises(UsageError) as caught:
            verb(desk, made.id, typed, "x")
        assert said in caught.value.message
        assert "Nothing was noted" in caught.value.hint
    assert open_audit(desk).audit.returns[-1].sent_on == ""


def test_a_receipt_cannot_come_before_it_was_sent(desk: Desk) -> None:
    made = returns.make(desk)
    later = desk_in(desk.workspace.root, MOMENT.replace(day=10))
    returns.sent(later, made.id, "5 December 2026", "Head")

    with pytest.raises(UsageError, match=r"before it was sent \(5 December 2026\)"):
        returns.receipt(later, made.id, "4 December 2026", "R")


def test_an_unknown_return_is_answered_with_what_was_probably_meant(desk: Desk) -> None:
    with pytest.raises(UsageError) as none_yet:
        returns.sent(desk, "r-1", "2026-12-03", "Head")
    made = returns.make(desk)
    with pytest.raises(UsageError) as near:
        returns.sent(desk, made.id[:-1], "2026-12-03", "Head")
    with pytest.raises(UsageError) as far:
        returns.receipt(desk, "zzz", "2026-12-03", "R")

    assert "compact-tui return make" in none_yet.value.hint
    assert near.value.hint == f'Did you mean "{made.id}"?'
    assert far.value.hint == f"Returns here: {made.id}."
