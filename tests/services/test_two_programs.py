"""Two programs on one workspace, through the services: nothing is lost and both histories are whole."""

import multiprocessing
import os
from pathlib import Path

import pytest

from compact_tui.core.change import Change
from compact_tui.core.errors import WorkspaceError
from compact_tui.services.answering import answer, write_note
from compact_tui.services.books import AUDIT_BOOK, open_audit
from compact_tui.services.desk import desk_at
from compact_tui.storage.pages import page_paths, read_page
from tests.services.desks import ALL_CRITERIA, desk_in, reopened, started

EACH = 300
"""Changes of each program."""
ANSWERS = ("in-hand", "half-way", "still-asking")


def _work(root: Path, who: str) -> None:
    """The head answers every third time, and else writes the private note; the lead writes the note."""
    os.fsync = lambda fd: None
    desk = desk_at(root, {}, who)
    for number in range(EACH):
        criterion = ALL_CRITERIA[number % len(ALL_CRITERIA)]
        if who == "Head" and number % 3 == 0:
            answer(desk, criterion, ANSWERS[number // 9 % 3])
        else:
            write_note(desk, criterion, f"{who} {number}", private=who == "Head")


def entries(path: Path, history: tuple[Change, ...]) -> list[Change]:
    return [entry for page in page_paths(path) for entry in read_page(page, AUDIT_BOOK)] + list(history)


@pytest.mark.skipif(os.name != "posix", reason="children are started as on POSIX")
def test_two_programs_save_600_answers_and_notes_between_them_and_all_are_there(tmp_path: Path) -> None:
    root = tmp_path / "Compact audit"
    begun = started(root)
    context = multiprocessing.get_context("fork")
    children = [context.Process(target=_work, args=(root, who)) for who in ("Lead", "Head")]
    for child in children:
        child.start()
    for child in children:
        child.join(50)
    assert [child.exitcode for child in children] == [0, 0]

    opened = open_audit(reopened(begun))
    told = entries(opened.book.path, opened.book.history)
    by = {who: [entry for entry in told if entry.by == who and entry.verb != "start"] for who in ("Lead", "Head")}
    assert len(by["Head"]) == EACH
    assert len(by["Lead"]) == EACH
    assert len({entry.id for entry in told}) == len(told) == 2 * EACH + 1
    assert opened.book.revision == 2 * EACH + 1
    kept = {a.criterion: a for a in opened.audit.answers}
    assert list(map(len, (kept, opened.audit.answers))) == [9, 9]
    for at_, criterion in enumerate(ALL_CRITERIA):
        last = max(n for n in range(EACH) if n % 9 == at_)
        assert kept[criterion].note == f"Lead {last}"
        private = [n for n in range(EACH) if n % 9 == at_ and n % 3]
        assert kept[criterion].private_note == (f"Head {private[-1]}" if private else "")
        given = [n for n in range(EACH) if n % 9 == at_ and n % 3 == 0]
        assert kept[criterion].answer == (ANSWERS[given[-1] // 9 % 3] if given else "unanswered")


def test_every_change_in_the_history_starts_from_what_the_one_before_left(tmp_path: Path, no_fsync: None) -> None:
    one = started(tmp_path)
    other = desk_in(tmp_path, who="Head", name="b")
    for number in range(12):
        write_note(one, "1.1", f"one {number}")
        answer(other, "1.1", ANSWERS[number % 3])

    values: dict[tuple[str, str], object] = {}
    for entry in open_audit(reopened(one)).book.history:
        for made in entry.edits:
            assert values.get((made.table, made.id)) == made.before, entry.what
            values[made.table, made.id] = made.after


def test_a_program_that_finds_the_workspace_taken_away_says_so_and_keeps_what_was_typed(tmp_path: Path) -> None:
    root = tmp_path / "ws"
    desk = started(root)
    root.rename(tmp_path / "elsewhere")

    with pytest.raises(WorkspaceError):
        answer(desk, "1.1", "in-hand")

    (tmp_path / "elsewhere").rename(root)
    assert answer(desk, "1.2", "in-hand").answer == "in-hand"
