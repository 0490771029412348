"""Rounds from one computer to another, without duplicates, and with conflicts shown."""

from pathlib import Path

import pytest

from compact_tui.core.errors import FileNotAcceptableError, UsageError
from compact_tui.services import spot_checks, spot_keeping, spot_rounds
from compact_tui.services.desk import Desk
from compact_tui.services.spot_books import all_checks, all_heard, role_groups
from compact_tui.services.spot_exchange import export_rows, import_rows
from tests.asking import asking_desk
from tests.services.desks import at


@pytest.fixture
def laptop(tmp_path: Path) -> Desk:
    """The manager's laptop, with a round and a flag."""
    desk = asking_desk(tmp_path / "laptop", name="m")
    spot_keeping.tell_staff(desk, {"initials": "yes"})
    page = spot_checks.begin(desk, "Porters", seed=1, people=2)
    spot_checks.hear(desk, page.check, page.question, level="full", note="At the gate", initials="JP")
    spot_checks.flag(desk, page.check, page.question, "Too long")
    spot_rounds.record(at(desk, days=-40), "Cooks", "q-1", "partial")
    return desk


@pytest.fixture
def office(tmp_path: Path) -> Desk:
    """The lead's computer, with a round of its own."""
    desk = asking_desk(tmp_path / "office", who="Lead", name="o")
    spot_rounds.record(desk, "porters", "q-2", "full")
    return desk


def test_rounds_are_taken_in_once_and_the_second_time_nothing_is_new(laptop: Desk, office: Desk) -> None:
    file = Path(export_rows(laptop).path)

    dry = import_rows(office, file, dry_run=True)
    assert (dry.new, dry.done, len(all_heard(office))) == (5, False, 1)
    first, second = import_rows(office, file), import_rows(office, file)

    assert (first.new, first.same, first.conflicts) == (5, 0, ())
    assert (second.new, second.same, second.conflicts) == (0, 5, ())
    assert {check.id for check in all_checks(laptop)} < {check.id for check in all_checks(office)}
    assert sorted(group.name for group in role_groups(office)) == ["Cooks", "porters"]
    back = import_rows(laptop, Path(export_rows(office).path))
    assert (back.new, back.same, back.conflicts) == (2, 5, ())


def test_initials_come_only_where_staff_were_told_so_here(laptop: Desk, office: Desk) -> None:
    file = Path(export_rows(laptop).path)

    taken = import_rows(office, file)

    assert taken.left_out == ("The initials of 1 answer: what staff are told here does not have them.",)
    assert {one.initials for one in all_heard(office)} == {""}
    assert import_rows(office, file).conflicts == ()


def test_where_both_differ_ours_stay_and_both_are_shown(laptop: Desk, office: Desk) -> None:
    file = Path(export_rows(laptop).path)
    import_rows(office, file)
    page = spot_checks.question_page(laptop, all_checks(laptop)[-1].id, all_checks(laptop)[-1].questions[0])
    spot_checks.hear(laptop, page.check, page.question, level="partial", note="At the door")

    taken = import_rows(office, Path(export_rows(laptop).path))

    conflict = taken.conflicts[0]
    assert (taken.new, conflict.what, conflict.ours, conflict.theirs) == (
        0,
        "level, note",
        "full; At the gate",
        "partial; At the door",
    )
    assert "1 record differ from ours; ours stay." in taken.sentence
    assert "At the gate" in {one.note for one in all_heard(office)}


def test_what_is_older_than_answers_are_kept_here_is_left_out(laptop: Desk, office: Desk) -> None:
    spot_keeping.tell_staff(office, {"months": "1", "initials": "yes"})

    taken = import_rows(office, Path(export_rows(laptop).path))

    assert taken.left_out == ("2 records older than answers are kept here.",)
    assert {one.group for one in all_heard(office)} == {"porters", "Porters"}


def test_an_answer_without_its_round_is_left_out(laptop: Desk, office: Desk) -> None:
    file = Path(export_rows(laptop).path)
    text = file.read_text("utf-8")
    lost = all_heard(laptop)[0].check
    file.write_text(text.replace(f'"check": "{lost}"', '"check": "s-nowhere"'), "utf-8")

    taken = import_rows(office, file)

    assert taken.left_out[0] == "1 answer of a round that is neither here nor in the file."


def test_another_file_is_never_written_over(laptop: Desk, tmp_path: Path) -> None:
    target = tmp_path / "letter.json"
    target.write_text("{}", "utf-8")

    with pytest.raises(UsageError, match="is there already"):
        export_rows(laptop, target)
    named = tmp_path / "folder" / "rows.json"
    assert export_rows(laptop, named).path == str(named)
    assert export_rows(laptop, named).flags == 1


def test_a_file_that_is_not_as_it_must_be_changes_nothing(laptop: Desk, office: Desk, tmp_path: Path) -> None:
    file = tmp_path / "rows.json"
    file.write_bytes(Path(export_rows(laptop).path).read_bytes()[:-40])

    with pytest.raises(FileNotAcceptableError, match="it is damaged or breaks off"):
        import_rows(office, file)
    assert len(all_heard(office)) == 1
