"""Two programs on one workspace, through the services: nothing is lost and both histories are whole."""

import multiprocessing
import os
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.change import Change
from compact_tui.core.errors import WorkspaceError
from compact_tui.services.answering import answer, show_criterion, write_note
from compact_tui.services.audits import list_audits, start
from compact_tui.services.books import AUDIT_BOOK, open_audit
from compact_tui.services.desk import desk_at
from compact_tui.storage.book import Book
from compact_tui.storage.pages import page_paths, read_page
from tests.services.desks import ALL_CRITERIA, SMALL_PACK, desk_in, reopened, started

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
    context = multiprocessing.get_context("spawn")
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
    write_note(desk, "1.2", "Before")
    root.rename(tmp_path / "elsewhere")

    with pytest.raises(WorkspaceError) as caught:
        answer(desk, "1.1", "in-hand")

    assert "a-3.json" in caught.value.message
    (tmp_path / "elsewhere").rename(root)
    assert answer(desk, "1.2", "in-hand").note == "Before"


@pytest.mark.parametrize("gone", ["workspace", "file"])
def test_what_is_not_saved_yet_is_still_shown_when_the_workspace_or_the_file_is_gone(tmp_path: Path, gone: str) -> None:
    root = tmp_path / "ws"
    desk = started(root)
    waiting = replace(desk, saver=Later())
    answer(waiting, "1.1", "half-way")
    there = root if gone == "workspace" else open_audit(waiting).book.path
    there.rename(tmp_path / "elsewhere")

    assert show_criterion(waiting, "1.1").answer == "half-way"
    assert answer(waiting, "1.1", "in-hand").answer == "in-hand"
    (tmp_path / "elsewhere").rename(there)
    open_audit(waiting).book.save()
    assert show_criterion(reopened(desk), "1.1").answer == "in-hand"


class Later:
    """A saver that has not got round to it."""

    def save(self, book: Book, now: datetime) -> None:
        """Not yet."""


def test_an_audit_that_somebody_moved_away_is_not_missed(tmp_path: Path) -> None:
    desk = started(tmp_path / "ws")
    second = start(desk, pack=str(SMALL_PACK), cycle="2028-2030")
    file = open_audit(replace(desk, audit_id=second.id)).book.path

    file.rename(tmp_path / file.name)

    assert open_audit(desk).audit.head.id == "a-3"
    (tmp_path / file.name).rename(file)
    assert [line.id for line in list_audits(desk)] == ["a-3", second.id]
