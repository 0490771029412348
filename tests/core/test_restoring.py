"""Going back to a copy: what happened outside the book is not unsaid by it."""

import pytest

from compact_tui.core.partnership import TABLES
from compact_tui.core.restoring import HAPPENED, restoring_edits

NOW = {"id": "x-1", "sent_on": "2026-12-04"}
OUTSIDE = [
    "requests", "chases", "receipts", "replies", "forwarded", "readings_lent", "figures_published", "originals_erased",
]  # fmt: skip


@pytest.mark.parametrize("table", OUTSIDE)
def test_what_was_sent_published_or_taken_away_since_the_copy_stays_as_it_is_now(table: str) -> None:
    assert table in TABLES
    assert restoring_edits({table: {"x-1": NOW}}, {}, ()) == ()
    assert restoring_edits({table: {"x-1": NOW}}, {table: {"x-1": NOW | {"sent_on": ""}}}, ()) == ()


@pytest.mark.parametrize("table", sorted(set(TABLES) - set(OUTSIDE)))
def test_what_was_decided_since_the_copy_is_as_it_was(table: str) -> None:
    (edit,) = restoring_edits({table: {"x-1": NOW}}, {}, ())

    assert table not in HAPPENED
    assert (edit.before, edit.after) == (NOW, None)


def test_what_happened_and_is_missing_here_comes_back_from_the_copy() -> None:
    (edit,) = restoring_edits({}, {"figures_published": {"x-1": NOW}}, ())

    assert (edit.before, edit.after) == (None, NOW)
