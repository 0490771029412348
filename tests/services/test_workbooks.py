"""Workbooks out and back: nothing changes by itself, nothing is lost, and one undo takes all of it back."""

from datetime import date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import Workbook

from compact_tui.core.errors import CompactError, FileNotAcceptableError, UsageError, WorkspaceError
from compact_tui.core.merge_values import Choices
from compact_tui.core.workbook import LONGEST_CELL
from compact_tui.core.workbook_views import WorkbookTaken
from compact_tui.services import actions, answering, audits, evidence, history, workbooks
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.storage.book import Book
from tests.services.desks import SMALL_PACK, at, desk_in, reopened, set_up
from tests.workbooks import FIXTURES, half_filled, in_hands, written


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr("os.fsync", lambda handle: None)
    return half_filled(tmp_path / "brolly")


def _lines(taken: WorkbookTaken) -> dict[str, tuple[str, str, str]]:
    """State, what they say and what will stand, by id of the line."""
    return {line.id: (line.state, line.theirs, line.result) for line in taken.merge.lines}


def _kept(desk: Desk) -> object:
    return open_audit(reopened(desk)).kept


@pytest.mark.parametrize("private", [False, True])
def test_what_comes_back_as_it_went_changes_nothing(desk: Desk, private: bool) -> None:
    before, path = _kept(desk), written(desk, private=private)

    taken = workbooks.import_workbook(desk, path)

    assert (taken.merge.lines, taken.merge.notes, taken.wrong, taken.backup, taken.settled) == ((), (), (), "", True)
    assert _kept(desk) == before


def test_what_a_colleague_filled_in_comes_in_as_one_change_in_their_name(desk: Desk) -> None:
    hands = in_hands(desk, "1", "2", lent_to="Porter", due="10 Dec 2026")
    hands.fill("1 ", "1.2", "Answer", "IN HAND")
    hands.fill("1 ", "1.2", "What we found", "Emptied at noon.\nAnd at four.")
    hands.fill("2 ", "2.2", "Answer", "no rain here")
    hands.fill("2 ", "2.2", "Reason", "Nothing breaks.")
    hands.fill("2 ", "Which of these fits us best?", "Answer", "soaked")
    hands.fill("2 ", "In our own words", "What we found", "Nobody watches at noon.")
    hands.fill("Evidence", "Ticket roll", "Look again", "1/6/27")
    hands.fill("Actions", "Empty the tray at four", "State", "Done")
    hands.add("Evidence", What_is="Rib book", Kind="ticket stubs", Seen_on=date(2026, 12, 2), Speaks="2.2, 2")
    hands.add("Actions", What_will="Hang a mirror", Who="Porter", By_when="18 Dec 2026", Comes="2.1")
    path = hands.save(desk.workspace.root / "back.xlsx")
    later = at(reopened(desk), days=2)
    before = _kept(desk)

    shown = workbooks.preview_workbook(later, path)
    assert (_kept(desk), shown.merge.done, shown.backup) == (before, False, "")
    taken = workbooks.import_workbook(later, path)

    assert (taken.merge.theirs, taken.merge.undecided, taken.wrong, taken.merge.notes) == (9, 0, (), ())
    audit = open_audit(reopened(desk)).kept
    answers = {answer.criterion: answer for answer in audit.answers}
    rack, repair = answers["u1-wet-rack"], answers["u2-repair"]
    assert (rack.answer, rack.note, rack.by, rack.at) == (
        "in-hand", "Emptied at noon.\nAnd at four.", "Porter", "2026-12-05T12:00:00Z",
    )  # fmt: skip
    assert (repair.answer, repair.reason) == ("no-rain-here", "Nothing breaks.")
    assert answers["u1-ticket"].private_note == "Ask Bob about the spare roll."
    assert [(grade.standard, grade.level, grade.by) for grade in audit.grades][1:] == [("u2", "soaked", "Porter")]
    assert [(s.standard, s.text) for s in audit.summaries][1:] == [("u2", "Nobody watches at noon.")]
    roll, book = audit.evidence
    assert (roll.review_by, book.title, book.kind, book.seen_on, book.supports) == (
        "2027-06-01", "Rib book", "ticket-stub", "2026-12-02", ("u2-repair", "u2"),
    )  # fmt: skip
    tray, mirror = audit.actions
    assert (tray.status, tray.done_on, mirror.what, mirror.due, mirror.status, mirror.supports) == (
        "done", "2026-12-05", "Hang a mirror", "2026-12-18", "open", ("u2-watch",),
    )  # fmt: skip
    part = audit.parts[0]
    assert (part.lent_to, part.form, part.standards, part.due, part.lent_on, part.back_on) == (
        "Porter", "workbook", ("u1", "u2"), "2026-12-10", "2026-12-03", "2026-12-05",
    )  # fmt: skip
    assert Path(taken.backup).parts[-3:-1] == ("2026-12-05", "audits")
    assert ".before-import-1" in taken.backup

    changes = len(history.history(later))
    again = workbooks.import_workbook(later, path)
    assert (again.merge.lines, again.backup, len(history.history(later))) == ((), "", changes)
    history.undo(later)
    assert open_audit(reopened(desk)).kept == before


def test_what_was_not_lent_is_no_difference(desk: Desk) -> None:
    path = written(desk, "3", lent_to="Porter")
    evidence.add_evidence(desk, {"title": "Spike"}, ("3.1",))
    answering.write_note(desk, "1.1", "Eleven now.")

    taken = workbooks.import_workbook(desk, path)

    assert (taken.merge.lines, taken.merge.notes) == ((), ())
    assert [part.back_on for part in open_audit(desk).kept.parts] == ["2026-12-03"]


def test_what_never_left_stays_as_it_is_here(desk: Desk, tmp_path: Path) -> None:
    kept = tmp_path / "rota one.pdf"
    kept.write_bytes(b"rota")
    answering.write_note(desk, "1.3", "It stands in /home/jo/sign.txt.")
    seen = evidence.add_evidence(desk, {"title": "Rota", "file": str(kept), "held_by": "Porter"}, ("1.3",))
    hands = in_hands(desk)
    assert hands.cell("1 ", "1.3", "What we found").value == "It stands in [a file on our own computer]."
    hands.fill("1 ", "1.3", "Answer", "In hand")
    hands.fill("Evidence", "Rota", "Who holds", "Head porter")

    taken = workbooks.import_workbook(desk, hands.save(desk.workspace.root / "back.xlsx"))

    assert list(_lines(taken)) == ["answers/u1-greeting/answer", f"evidence/{seen.id}/held_by"]
    audit = open_audit(reopened(desk)).kept
    greeting, item = audit.answers[2], audit.evidence[-1]
    assert (greeting.answer, greeting.reason, greeting.note) == ("in-hand", "", "It stands in /home/jo/sign.txt.")
    assert (item.held_by, item.file, item.file_size) == ("Head porter", str(kept), 4)


def test_where_both_changed_something_nobody_loses_until_somebody_chooses(desk: Desk) -> None:
    hands = in_hands(desk, lent_to="Porter")
    hands.fill("1 ", "1.1", "What we found", "Nine tickets of ten.")
    hands.fill("1 ", "1.2", "Answer", "In hand")
    hands.fill("1 ", "Which of these fits us best?", "Answer", "Soaked")
    path = hands.save(desk.workspace.root / "back.xlsx")
    answering.write_note(desk, "1.1", "All eleven have one.")
    answering.answer(desk, "1.2", "need-support")
    answering.write_note(desk, "2.1", "A new lamp.")

    left = workbooks.import_workbook(desk, path)
    assert _lines(left) == {
        "answers/u1-ticket/note": ("both", "Nine tickets of ten.", "All eleven have one."),
        "answers/u1-wet-rack/answer": ("both", "In hand", "We need support"),
        "answers/u2-watch/note": ("mine", "", "A new lamp."),
        "grades/u1/level": ("theirs", "Soaked: The tray.", "Soaked: The tray."),
    }
    assert (left.merge.undecided, left.settled) == (2, False)
    assert answering.show_criterion(desk, "1.1").note == "All eleven have one."

    chosen = Choices(lines={"answers/u1-ticket/note": "keep"}, both="theirs")
    assert workbooks.import_workbook(desk, path, chosen).settled
    assert answering.show_criterion(desk, "1.1").note == "Lead: All eleven have one.\n\nPorter: Nine tickets of ten."
    assert answering.show_criterion(desk, "1.2").answer == "in-hand"


def test_an_action_that_is_open_again_has_no_day_on_which_it_was_done(desk: Desk) -> None:
    actions.do_action(desk, open_audit(desk).kept.actions[0].id, "Emptied.")
    hands = in_hands(desk)
    hands.fill("Actions", "Empty the tray at four", "State", "open")

    workbooks.import_workbook(desk, hands.save(desk.workspace.root / "back.xlsx"))

    tray = open_audit(desk).kept.actions[0]
    assert (tray.status, tray.done_on, tray.outcome) == ("open", "", "Emptied.")


class _NotYet:
    """Saves nothing for now, as where the disk is full."""

    def save(self, book: Book, now: datetime) -> None:
        """Wait."""


def test_nothing_comes_in_while_something_of_ours_is_not_saved(desk: Desk) -> None:
    hands = in_hands(desk)
    hands.fill("1 ", "1.2", "Answer", "In hand")
    path = hands.save(desk.workspace.root / "back.xlsx")
    waiting = replace(desk, saver=_NotYet())
    answering.answer(waiting, "2.1", "in-hand")

    with pytest.raises(WorkspaceError, match="not saved yet") as refused:
        workbooks.import_workbook(waiting, path)

    assert refused.value.hint.startswith("Nothing was taken in.")
    assert answering.show_criterion(waiting, "1.2").answer == "half-way"


def test_a_workbook_that_libreoffice_saved_comes_back_whole(desk: Desk) -> None:
    taken = workbooks.import_workbook(desk, FIXTURES / "saved-by-libreoffice.xlsx")

    audit = open_audit(desk).kept
    answers = {answer.criterion: (answer.answer, answer.note) for answer in audit.answers}
    assert (taken.wrong, taken.merge.notes, taken.merge.theirs) == ((), (), 6)
    assert answers["u1-wet-rack"] == ("in-hand", "Emptied at noon and at four.\nSeen twice.")
    assert (audit.actions[0].due, audit.evidence[1].seen_on) == ("2027-01-15", "2026-12-03")


def test_a_workbook_of_another_audit_or_of_none_is_refused(desk: Desk, tmp_path: Path) -> None:
    other = desk_in(tmp_path / "other", name="z")
    set_up(other)
    audits.start(other, pack=str(SMALL_PACK), cycle="2026-2028")

    with pytest.raises(FileNotAcceptableError, match="made from another audit") as refused:
        workbooks.preview_workbook(desk, written(other))
    assert "--audit" in refused.value.hint

    blank = Workbook()
    blank.save(tmp_path / "blank.xlsx")
    with pytest.raises(FileNotAcceptableError, match="has no row that this audit asks about"):
        workbooks.import_workbook(desk, tmp_path / "blank.xlsx")


def test_a_text_that_no_cell_holds_is_refused_by_name(desk: Desk) -> None:
    answering.write_note(desk, "1.1", "x" * LONGEST_CELL)
    written(desk)
    answering.write_note(desk, "1.1", "x" * (LONGEST_CELL - 1) + "\U0001d11e")

    with pytest.raises(UsageError, match=r"sheet 1 Taking in, 1\.1, What we found") as refused:
        written(desk)
    assert "audit part export" in refused.value.hint
    assert len(list(desk.workspace.lent_folder.iterdir())) == 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"private": True, "lent_to": "Porter"}, "never lent"),
        ({"lent_to": "Porter", "due": "soon"}, "is not a day"),
        ({"standards": ("9",)}, 'no standard "9"'),
    ],
)
def test_what_cannot_be_written_is_refused_and_nothing_is_noted(
    desk: Desk, options: dict[str, object], words: str
) -> None:
    before = _kept(desk)

    with pytest.raises(CompactError, match=words):
        workbooks.export_workbook(desk, **options)  # type: ignore[arg-type]

    assert (_kept(desk), desk.workspace.lent_folder.exists()) == (before, False)


def test_a_file_that_is_there_is_never_written_over(desk: Desk, tmp_path: Path) -> None:
    first, second = written(desk, "1", "3", lent_to="The porters"), written(desk, "1", "3", lent_to="The porters")
    assert [path.name for path in (first, second)] == [
        "2026-2028-part-1-3-for-the-porters-2026-12-03.xlsx",
        "2026-2028-part-1-3-for-the-porters-2026-12-03-2.xlsx",
    ]

    with pytest.raises(UsageError, match="is there already"):
        written(desk, output=first)
    assert written(desk, output=tmp_path / "new" / "mine.xlsx").exists()


def test_a_text_that_could_name_a_child_comes_in_and_is_said(desk: Desk) -> None:
    hands = in_hands(desk)
    hands.fill("1 ", "1.2", "What we found", "Sam K, dob 14.03.2015")

    taken = workbooks.preview_workbook(desk, hands.save(desk.workspace.root / "back.xlsx"))

    assert [note.partition("This looks like")[0] for note in taken.merge.notes] == ["1.2, Note: "]
    assert taken.settled
