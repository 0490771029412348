"""Taking in a part that came back: what changed, what both changed, what is refused."""

import json
from pathlib import Path

import msgspec
import pytest

from compact_tui.core.digest import digest_of
from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.core.merge_values import Choices
from compact_tui.services import (
    answering,
    grading,
    history,
    parts,
    records,
    returns,
)
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk, Shelf, backups_of
from compact_tui.services.part_importing import import_part, preview_part
from compact_tui.storage.workspace import Workspace
from tests.services.desks import at, desk_in, set_up, started
from tests.services.part_desks import lender, lent, opened_by, sent_back


def note(desk: Desk, criterion: str) -> str:
    return answering.show_criterion(desk, criterion).note


def test_two_parts_go_out_and_come_back_with_a_conflict(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    porter = opened_by(desk, lent(desk, "1", "Porters"), tmp_path / "porters")
    caretaker = opened_by(desk, lent(desk, "2, 3", "Caretaker", due="2026-12-10"), tmp_path / "caretaker")
    assert [(line.lent_to, line.numbers, line.state) for line in parts.list_parts(desk).parts] == [
        ("Caretaker", "2, 3", "out"),
        ("Porters", "1", "out"),
    ]

    answering.answer(porter, "u1-ticket", "half-way", note="Nine tickets.")
    answering.answer(porter, "u1-wet-rack", "in-hand", note="Dry.")
    records.add_evidence(porter, {"title": "Rack photo"}, ("u1-wet-rack",))
    answering.answer(caretaker, "u3-match", "in-hand")
    grading.summarise(caretaker, "u3", "Fewer lost.")
    answering.answer(desk, "u1-ticket", "need-support", note="Eight tickets.")
    answering.answer(desk, "u1-greeting", "in-hand")
    from_porter, from_caretaker = sent_back(porter), sent_back(caretaker)

    view = preview_part(desk, from_porter)
    assert [(line.place, line.words, line.state) for line in view.lines] == [
        ("1.1", "Answer", "both"),
        ("1.1", "Note", "both"),
        ("1.3", "Answer", "mine"),
        ("1.2", "Answer", "theirs"),
        ("1.2", "Note", "theirs"),
        ("1.2", "Evidence", "theirs"),
    ]
    choices = Choices({"answers/u1-ticket/answer": "theirs"}, both="keep")
    done = import_part(desk, from_porter, choices)
    assert (done.undecided, done.taken) == (0, 5)
    import_part(desk, from_caretaker)

    audit = open_audit(desk).kept
    said = {answer.criterion: (answer.answer, answer.by) for answer in audit.answers}
    assert said == {
        "u1-ticket": ("half-way", "Porters officer"),
        "u2-watch": ("half-way", "Lead"),
        "u1-greeting": ("in-hand", "Lead"),
        "u1-wet-rack": ("in-hand", "Porters officer"),
        "u3-match": ("in-hand", "Caretaker officer"),
    }
    assert note(desk, "u1-ticket") == "Lead: Eight tickets.\n\nPorters officer: Nine tickets."
    assert answering.show_criterion(desk, "u1-ticket").private_note == "Ask Bob."
    assert note(desk, "u2-watch") == r"See C:\Users\jo\rota.xlsx for it."
    assert [piece.title for piece in audit.evidence] == ["Ticket roll", "Rack photo"]
    assert audit.summaries[0].text == "Fewer lost."
    assert {line.state for line in parts.list_parts(desk).parts} == {"back"}
    assert "porter" not in json.dumps(msgspec.to_builtins(returns.preview(desk).warnings)).lower()


def test_undo_takes_a_part_back_whole_and_a_copy_was_made_before(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    porter = opened_by(desk, lent(desk, "1", "Porters"), tmp_path / "porters")
    answering.answer(porter, "u1-wet-rack", "in-hand")
    records.add_evidence(porter, {"title": "Rack photo"}, ("u1-wet-rack",))
    before = open_audit(desk).kept

    import_part(desk, sent_back(porter))
    assert open_audit(desk).kept != before
    history.undo(desk)

    assert open_audit(desk).kept == before
    assert "import" in [copy.why for copy in backups_of(desk.workspace).every_copy()]


def test_what_both_changed_stays_ours_until_it_is_decided_and_the_file_can_be_taken_in_again(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    porter = opened_by(desk, lent(desk, "1", "Porters"), tmp_path / "porters")
    answering.write_note(porter, "u1-ticket", "Nine.")
    answering.write_note(desk, "u1-ticket", "Eight.")
    file = sent_back(porter)

    first = import_part(desk, file)
    assert (first.undecided, first.taken, note(desk, "u1-ticket")) == (1, 0, "Eight.")
    assert parts.list_parts(desk).parts[0].state_words == "back 3 Dec 2026, 1 change to choose"
    import_part(desk, file, Choices(both="keep"))
    assert note(desk, "u1-ticket") == "Lead: Eight.\n\nPorters: Nine."
    assert parts.list_parts(desk).parts[0].state_words == "back 3 Dec 2026"
    revision = open_audit(desk).book.revision
    again = import_part(desk, file)

    assert (again.undecided, again.taken, open_audit(desk).book.revision) == (0, 0, revision)


def test_a_part_that_comes_back_unchanged_changes_nothing(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    porter = opened_by(desk, lent(desk, "1, 2, 3", "Porters"), tmp_path / "porters")

    view = import_part(desk, sent_back(porter))

    assert (view.lines, view.taken) == ((), 0)
    assert [line.state for line in parts.list_parts(desk).parts] == ["back"]


def test_what_is_no_part_of_ours_is_refused_and_nothing_is_taken(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    file = lent(desk, "2", "HR")
    hr = opened_by(desk, file, tmp_path / "hr")
    back = sent_back(hr)
    other = started(tmp_path / "other")
    other = msgspec.structs.replace(other, shelf=Shelf())
    stranger = desk_in(tmp_path / "stranger", name="x")
    set_up(stranger)
    revision = open_audit(desk).book.revision
    broken = tmp_path / "broken.json"
    broken.write_text(back.read_text("utf-8").replace("Brolly", "Molly"), "utf-8")

    for where, path, message in (
        (desk, file, "nothing was answered in it yet"),
        (desk, tmp_path / "gone.json", "gone.json"),
        (desk, broken, "damaged or altered"),
        (desk, desk.workspace.setting_path, "is not a part"),
        (stranger, back, "is of another audit: Brolly House 2026-2028"),
        (hr, back, "is itself the part"),
    ):
        with pytest.raises(FileNotAcceptableError) as raised:
            import_part(where, path)
        assert message in raised.value.message
    assert open_audit(desk).book.revision == revision


def test_a_part_of_an_undone_lending_can_still_be_taken_in(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    hr = opened_by(desk, lent(desk, "2", "HR"), tmp_path / "hr")
    history.undo(desk)
    assert parts.list_parts(desk).parts == ()

    import_part(desk, sent_back(hr))

    assert [(line.lent_to, line.state) for line in parts.list_parts(desk).parts] == [("HR", "back")]


def test_a_part_can_be_answered_in_turns_on_two_computers(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    first = opened_by(desk, lent(desk, "2", "HR"), tmp_path / "first")
    answering.answer(first, "u2-repair", "in-hand")
    second = opened_by(desk, sent_back(first), tmp_path / "second")
    answering.answer(second, "u2-parasols", "in-hand")

    import_part(desk, sent_back(second))

    said = {answer.criterion: answer.answer for answer in open_audit(desk).kept.answers}
    assert (said["u2-repair"], said["u2-parasols"]) == ("in-hand", "in-hand")
    assert Workspace(tmp_path / "second").received_folder.is_dir()


def test_what_our_audit_does_not_ask_any_more_is_left_out_and_said(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    hr = opened_by(desk, lent(desk, "1, 2", "HR"), tmp_path / "hr")
    for criterion in ("u1-ticket", "u1-wet-rack", "u2-repair"):
        answering.answer(hr, criterion, "half-way", note="Theirs.")
    grading.grade(hr, "u2", "bone-dry", reason="Dry.")
    file = sent_back(hr)
    opened = open_audit(desk)
    pack = opened.pack
    fewer = msgspec.structs.replace(
        pack,
        answer=tuple(answer for answer in pack.answer if answer.id != "half-way"),
        level=tuple(level for level in pack.level if level.id != "bone-dry"),
        standard=tuple(
            msgspec.structs.replace(s, criterion=tuple(c for c in s.criterion if c.id != "u1-wet-rack"))
            for s in pack.standard
        ),
    )
    desk.shelf.packs[desk.workspace.pack_path(opened.book.path)] = fewer
    before = opened.kept

    view = import_part(desk, file)

    assert [note.split(":")[0] for note in view.notes] == [
        '"half-way" at u1-ticket is no answer of our audit',
        '"u1-wet-rack" is not asked in our audit any more',
        '"half-way" at u2-repair is no answer of our audit',
        '"bone-dry" at u2 is no answer of our audit',
    ]
    after = open_audit(desk).kept
    assert (after.answers, after.grades) == (before.answers, before.grades)


def test_a_path_that_somebody_put_into_a_part_is_not_taken_in(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    back = sent_back(opened_by(desk, lent(desk, "1", "HR"), tmp_path / "hr"))
    plain = json.loads(back.read_text("utf-8"))
    added = {"id": "e-theirs", "title": "Log", "file": "/etc/hosts", "sha256": "1", "file_size": 4, "file_on": "x"}
    plain["answered"]["evidence"].append(added)
    plain["digest"] = digest_of(plain)
    back.write_text(json.dumps(plain), "utf-8")

    import_part(desk, back)

    taken = next(piece for piece in open_audit(desk).kept.evidence if piece.id == "e-theirs")
    assert (taken.title, taken.file, taken.sha256, taken.file_size, taken.file_on) == ("Log", "", "", 0, "")


def test_a_part_that_comes_once_more_is_back_since_then(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    file = sent_back(opened_by(desk, lent(desk, "1", "HR"), tmp_path / "hr"))

    for days, words in ((0, "back 3 Dec 2026"), (2, "back 5 Dec 2026")):
        import_part(at(desk, days=days), file)
        assert parts.list_parts(desk).parts[0].state_words == words
