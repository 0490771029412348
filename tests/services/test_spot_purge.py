"""What goes when its time is over, or when a person asks for it, is nowhere any more."""

from pathlib import Path

import pytest

from compact_tui.core.errors import UsageError
from compact_tui.services import spot_checks, spot_exchange, spot_keeping, spot_purge, spot_rounds
from compact_tui.services.desk import Desk
from compact_tui.services.spot_books import all_checks, all_counted, all_heard, month_books
from tests.asking import asking_desk, with_bank
from tests.services.desks import at, reopened


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with an answer of a year ago in books, history and dated copies, and one of today."""
    desk = asking_desk(tmp_path / "ws")
    spot_keeping.tell_staff(desk, {"initials": "yes", "months": "6"})
    old = at(desk, days=-300)
    spot_rounds.record(old, "Porters", "q-1", "partial", note="Zebra at the gate", initials="JP")
    spot_rounds.record(at(old, days=1), "Porters", "q-1", "partial", note="Second zebra")
    spot_rounds.record(at(old, days=2), "Porters", "q-2", "full", initials="AB")
    spot_rounds.record(desk, "Porters", "q-1", "full", note="Heron", initials="JP")
    return desk


def where(desk: Desk, word: str) -> list[str]:
    """The files of a workspace in which a word stands."""
    files = (path for path in desk.workspace.root.rglob("*") if path.is_file())
    return sorted(str(p.relative_to(desk.workspace.root)) for p in files if word in p.read_text("utf-8", "replace"))


def test_what_is_over_leaves_counts_only_in_every_copy(desk: Desk) -> None:
    spot_exchange.export_rows(desk)
    assert len(where(desk, "ebra")) >= 3, "the fixture must have dated copies and an export"

    seen = spot_purge.purge(desk, dry_run=True)
    assert len(where(desk, "ebra")) >= 3
    done = spot_purge.purge(desk)

    assert where(desk, "ebra") == []
    assert (seen.answers, done.answers, seen.done, done.done) == (3, 3, False, True)
    assert done.sentence.startswith("Answers from before 3 June 2026: 3 answers in ")
    later = with_bank(reopened(desk))
    assert [one.note for one in all_heard(later)] == ["Heron"]
    assert {(one.month, one.question, one.level, one.answers) for one in all_counted(later)} == {
        ("2026-02", "q-1", "partial", 2),
        ("2026-02", "q-2", "full", 1),
    }
    assert len(all_checks(later)) == 1


def test_a_line_with_a_count_stays_and_cannot_be_undone(desk: Desk) -> None:
    spot_purge.purge(desk)

    book = next(iter(month_books(reopened(desk))))
    assert book.history[-1].what == "taken out for good: 3 answers"
    assert not book.history[-1].undoable
    assert spot_purge.purge(desk).sentence == "Answers from before 3 June 2026: none."


def test_asking_goes_on_after_it_in_the_same_run(desk: Desk) -> None:
    spot_purge.purge(desk)

    page = spot_checks.begin(desk, "Porters", seed=1)
    spot_checks.hear(desk, page.check, page.question, level="full")

    assert len(all_heard(with_bank(reopened(desk)))) == 2


def test_a_person_sees_their_own_answers_and_has_them_taken_out_of_everything(desk: Desk) -> None:
    spot_exchange.export_rows(desk)
    own = spot_purge.own_rows(desk, "j.p.")
    assert [one.note for one in own.rows] == ["Zebra at the gate", "Heron"]

    seen = spot_purge.remove_own_rows(desk, "JP", dry_run=True)
    done = spot_purge.remove_own_rows(desk, "JP")

    assert where(desk, "Zebra") == where(desk, "Heron") == where(desk, '"JP"') == []
    assert where(desk, "Second zebra") != []
    assert (seen.answers, done.answers) == (2, 2)
    later = with_bank(reopened(desk))
    assert (len(all_heard(later)), len(all_checks(later)), all_counted(later)) == (2, 2, ())
    assert spot_purge.own_rows(later, "JP").sentence == "0 answers with the initials JP."


def test_initials_that_were_taken_back_are_found_in_the_history(desk: Desk) -> None:
    page = spot_checks.begin(desk, "Porters", seed=1)
    spot_checks.hear(desk, page.check, page.question, initials="MM", note="Otter")
    spot_checks.take_back(desk, page.check)
    assert where(desk, "Otter") != []

    spot_purge.remove_own_rows(desk, "MM")

    assert where(desk, "Otter") == []


def test_a_file_that_nobody_can_look_into_is_named(desk: Desk) -> None:
    folder = desk.workspace.spot_checks_folder
    (folder / "2026-01.json.damaged-1").write_text("{ Zebra", "utf-8")

    done = spot_purge.purge(desk)

    assert "2026-01.json.damaged-1 cannot be read" in done.not_reached[0]


@pytest.mark.parametrize("typed", ["", "Jo Park", "J1"])
def test_only_initials_are_looked_for(desk: Desk, typed: str) -> None:
    for verb in (spot_purge.own_rows, spot_purge.remove_own_rows):
        with pytest.raises(UsageError):
            verb(desk, typed)
