"""What is said of a file of records that was taken in."""

from argparse import Namespace

import pytest

from compact_tui.cli.exchange_verbs import tell_taken
from compact_tui.core.asking_views import RowConflict, RowsTaken


def test_where_two_computers_differ_both_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    conflict = RowConflict(id="h-1", what="note", ours="Wet.", theirs="Dry.")
    taken = RowsTaken(new=1, same=0, conflicts=(conflict,), left_out=(), done=True, sentence="1 taken.")

    assert tell_taken(Namespace(json=False), taken, "  Left out: one.") == 0

    assert capsys.readouterr().out.splitlines() == [
        "1 taken.",
        "  h-1, note: ours Wet.; theirs Dry.",
        "  Left out: one.",
    ]
