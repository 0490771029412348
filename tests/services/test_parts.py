"""Lending parts of an audit, answering them elsewhere, and taking them in again."""

import email
import json
from pathlib import Path

import msgspec
import pytest

from compact_tui.core.digest import digest_of
from compact_tui.core.errors import CompactError, FileNotAcceptableError, UsageError
from compact_tui.core.merge_values import Choices
from compact_tui.services import (
    answering,
    erasing,
    grading,
    history,
    home,
    part_importing,
    part_opening,
    parts,
    records,
    returns,
    taking_in,
)
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk, Shelf, backups_of
from compact_tui.storage.workspace import Workspace
from tests.services.desks import at, desk_in, reopened, set_up, started
from tests.services.part_desks import lender, lent, opened_by, sent_back

import_part, preview_part = part_importing.import_part, part_importing.preview_part


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
    import_part(desk, file, Choices(both="keep"))
    assert note(desk, "u1-ticket") == "Lead: Eight.\n\nPorters: Nine."
    revision = open_audit(desk).book.revision
    again = import_part(desk, file)

    assert (again.undecided, again.taken, open_audit(desk).book.revision) == (0, 0, revision)


def test_a_part_that_comes_back_unchanged_changes_nothing(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    porter = opened_by(desk, lent(desk, "1, 2, 3", "Porters"), tmp_path / "porters")

    view = import_part(desk, sent_back(porter))

    assert (view.lines, view.taken) == ((), 0)
    assert [line.state for line in parts.list_parts(desk).parts] == ["back"]


def test_nothing_private_goes_along(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    (tmp_path / "roll.pdf").write_bytes(b"roll")
    records.edit_evidence(desk, open_audit(desk).kept.evidence[0].id, {"file": str(tmp_path / "roll.pdf")})
    file = lent(desk, "1, 2, 3", "Porters")
    porter = opened_by(desk, file, tmp_path / "porters")
    answering.write_note(porter, "u1-ticket", "Bob sleeps.", private=True)

    texts = file.read_text("utf-8"), sent_back(porter).read_text("utf-8")

    for text in texts:
        assert [word for word in ("Ask Bob", "sleeps", "roll.pdf", "rota.xlsx", str(tmp_path)) if word in text] == []


def test_a_provisional_grade_stays_at_home_and_a_final_one_comes_back(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    grading.grade(desk, "u1", "a-few-drops", reason="Tray.")
    file = lent(desk, "1, 2", "Porters")
    porter = opened_by(desk, file, tmp_path / "porters")
    grading.grade(porter, "u2", "bone-dry", reason="All dry.")

    view = import_part(desk, sent_back(porter))

    assert [(line.words, line.state) for line in view.lines] == [("Grade", "theirs")]
    assert {grade.standard: (grade.level, grade.by) for grade in open_audit(desk).kept.grades} == {
        "u1": ("a-few-drops", "Lead"),
        "u2": ("bone-dry", "Porters officer"),
    }


def test_a_colleague_sees_only_what_was_lent_and_is_told_to_send_it_back(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    file = lent(desk, "2", "HR", due="18 December 2026")
    opened = part_opening.open_part(desk, {"file": str(file)})

    theirs = desk_in(Path(opened.folder), who="HR")
    assert Path(opened.folder) == file.parent / "part-hr-brolly-house"
    assert [standard.number for standard in open_audit(theirs).pack.standard] == [2]
    assert opened.sentence.endswith(
        "for HR is opened: 1 standard with 3 questions. It is wanted back by 18 December 2026."
    )
    view = home.home(theirs)
    assert view.standing[0] == (
        "Part of the audit of Brolly House, for HR: send it back by 18 December 2026. Asked by Lead."
    )
    listed = parts.list_parts(theirs)
    assert (listed.is_part, listed.part_sentence) == (True, view.standing[0])
    with pytest.raises(CompactError, match="no return is made of it"):
        returns.make(theirs)
    for criterion in ("u2-watch", "u2-repair", "u2-parasols"):
        answering.answer(theirs, criterion, "in-hand")
    grading.grade(theirs, "u2", "bone-dry")
    assert home.home(theirs).next.place == "colleagues"
    part_opening.return_part(theirs)
    assert "made ready to send back on 3 December 2026" in home.home(theirs).standing[0]


def test_opening_a_part_again_finds_what_was_answered(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    file = lent(desk, "2", "HR")
    hr = opened_by(desk, file, tmp_path / "hr")
    answering.answer(hr, "u2-repair", "in-hand")

    again = part_opening.open_part(desk, {"file": str(file), "folder": str(tmp_path / "hr")})

    assert not again.opened
    assert "was opened before" in again.sentence
    assert answering.show_criterion(reopened(hr), "u2-repair").answer == "in-hand"


def test_a_part_is_not_opened_into_a_folder_that_holds_something_else(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    file = lent(desk, "2", "HR")

    for folder in (desk.workspace.root, file.parent):
        with pytest.raises(UsageError, match="holds something else"):
            part_opening.open_part(desk, {"file": str(file), "folder": str(folder)})


def test_a_part_is_sent_back_with_an_email_to_whoever_asked(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    hr = opened_by(desk, lent(desk, "2", "HR"), tmp_path / "hr")

    made = part_opening.return_part(hr)

    message = email.message_from_bytes(Path(made.draft_file).read_bytes())
    assert (message["To"], message["Subject"]) == (
        "lead@school.example",
        "Compact audit: HR, part of Brolly House 2026-2028",
    )
    attached = [part.get_payload(decode=True) for part in message.walk() if part.get_filename()]
    assert attached == [Path(made.part_file).read_bytes()]
    assert "1 of 3 questions are answered" in Path(made.read_me_file).read_text("utf-8")
    assert (made.answered, made.criteria) == (1, 3)
    assert Path(made.folder).parent == hr.workspace.sent_folder.absolute()


@pytest.mark.parametrize(
    ("days", "steps", "state", "words"),
    [
        (0, (), "out", "out, due 10 Dec 2026 (in 7 days)"),
        (7, (), "out", "out, due 10 Dec 2026 (today)"),
        (8, (), "late", "late, was due 10 Dec 2026 (1 day ago)"),
        (8, ("call off",), "called-off", "called off 11 Dec 2026"),
        (8, ("back",), "back", "back 11 Dec 2026"),
        (8, ("call off", "back"), "called-off", "called off 11 Dec 2026"),
    ],
)
def test_a_part_is_out_late_back_or_called_off(
    tmp_path: Path, days: int, steps: tuple[str, ...], state: str, words: str
) -> None:
    desk = lender(tmp_path)
    hr = opened_by(desk, lent(desk, "2", "HR", due="10/12/2026"), tmp_path / "hr")
    later = at(desk, days=days)
    (part,) = parts.list_parts(later).parts
    if "call off" in steps:
        parts.call_off(later, part.id)
    if "back" in steps:
        view = import_part(later, sent_back(hr))
        called_off = ("This part was called off on 11 December 2026; it can be taken in all the same.",)
        assert view.notes == (called_off if "call off" in steps else ())

    (line,) = parts.list_parts(later).parts
    assert (line.state, line.state_words) == (state, words)


def test_late_parts_stand_first(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    for to, due in (("A", ""), ("B", "2026-12-20"), ("C", "2026-12-01"), ("D", "2026-12-10")):
        lent(desk, "1", to, due=due)

    view = parts.list_parts(desk)

    assert [line.lent_to for line in view.parts] == ["C", "D", "B", "A"]
    assert view.sentence == "4 parts: 1 late and 3 out."


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"lent_to": "HR"}, "--standards: This is needed."),
        ({"standards": "1"}, "--lent-to: This is needed."),
        ({"standards": "9", "lent_to": "HR"}, 'There is no standard "9".'),
        ({"standards": "1", "lent_to": "HR", "due": "soon"}, '"soon" is not a day'),
        ({"standards": "1", "lent_to": "HR", "form": "fax"}, '"fax" is not one of'),
    ],
)
def test_what_cannot_be_lent_is_said_and_nothing_is_noted(tmp_path: Path, typed: dict[str, str], message: str) -> None:
    desk = started(tmp_path)

    with pytest.raises(UsageError) as raised:
        parts.export_part(desk, typed)

    assert message in raised.value.message
    assert parts.list_parts(desk).parts == ()


def test_a_page_lent_holds_its_standards_only(tmp_path: Path) -> None:
    desk = lender(tmp_path)

    made = parts.export_part(desk, {"standards": "u2", "lent_to": "Night staff", "form": "page", "due": "10/12/2026"})

    text = Path(made.path).read_text("utf-8")
    titles = [standard.title for standard in open_audit(desk).pack.standard]
    assert [title in text for title in titles] == [False, True, False]
    assert "for Night staff, back by 10 December 2026" in text
    assert Path(made.path).parent == desk.workspace.lent_folder.absolute()


def test_a_file_of_ones_own_choice_is_never_written_over(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    target = tmp_path / "part.json"
    typed = {"standards": "2", "lent_to": "HR"}

    made = parts.export_part(desk, typed, str(target))
    with pytest.raises(UsageError, match="is there already"):
        parts.export_part(desk, typed, str(target))

    assert made.path == str(target)
    assert len(parts.list_parts(desk).parts) == 1


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


def test_an_audit_that_was_not_lent_to_us_is_not_sent_back_as_a_part(tmp_path: Path) -> None:
    desk = started(tmp_path)

    with pytest.raises(UsageError, match="not a part"):
        part_opening.return_part(desk)
    with pytest.raises(UsageError, match='There is no part "p-9"'):
        parts.call_off(desk, "p-9")


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


@pytest.mark.parametrize("what", ["Ten tickets", "1.1#note"])
def test_a_text_that_is_erased_is_gone_from_what_was_lent_on_both_sides(tmp_path: Path, what: str) -> None:
    desk = lender(tmp_path)
    file = lent(desk, "1", "HR")
    hr = opened_by(desk, file, tmp_path / "hr")

    for each in (desk, hr):
        erasing.erase(each, what)
        texts = [path.read_bytes() for path in each.workspace.root.rglob("*.json")]
        assert not any(b"Ten tickets" in text for text in texts)
    back = sent_back(reopened(hr))

    assert b"Ten tickets" not in back.read_bytes()
    import_part(desk, back)
    assert not any(b"Ten tickets" in path.read_bytes() for path in desk.workspace.root.rglob("*.json"))


def test_a_workbook_is_lent_and_taken_in_by_what_the_file_is(tmp_path: Path) -> None:
    desk = lender(tmp_path)
    made = parts.export_part(desk, {"standards": "2", "lent_to": "HR", "form": "workbook", "due": "10/12/2026"})
    hr = opened_by(desk, lent(desk, "1", "Porters"), tmp_path / "porters")
    answering.answer(hr, "u1-wet-rack", "in-hand")
    back = sent_back(hr)
    book = open_audit(desk).book.path
    copy = book.with_name(f"{book.stem} (1).json")
    copy.write_bytes(book.read_bytes())

    assert (made.form, Path(made.path).suffix) == ("workbook", ".xlsx")
    lines = {line.lent_to: (line.form, line.numbers, line.due) for line in parts.list_parts(desk).parts}
    assert lines["HR"] == ("workbook", "2", "2026-12-10")
    views = [
        taking_in.preview_file(desk, file)
        for file in (made.path, f'"{back}"', copy.relative_to(desk.workspace.root).as_posix())
    ]
    assert [(view.taken, view.done) for view in views] == [(0, False), (1, False), (0, False)]
    assert taking_in.take_file(desk, str(back)).done
    with pytest.raises(CompactError, match=r"gone\.xlsx"):
        taking_in.preview_file(desk, str(tmp_path / "gone.xlsx"))


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
