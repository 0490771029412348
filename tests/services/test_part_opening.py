"""A part that was sent to us: opening it, answering it, sending it back."""

import email
from pathlib import Path

import pytest

from compact_tui.core.days import say_day
from compact_tui.core.errors import CompactError, UsageError
from compact_tui.services import (
    answering,
    grading,
    home,
    part_opening,
    parts,
    returns,
)
from compact_tui.services.books import open_audit
from tests.services.desks import desk_in, reopened, started
from tests.services.part_desks import lender, lent, opened_by


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
    assert "made before" not in made.sentence

    again = part_opening.return_part(reopened(hr))
    assert again.folder != made.folder
    assert again.sentence.endswith(f" One was made before, on {say_day(hr.today)}: this one is newer.")


def test_an_audit_that_was_not_lent_to_us_is_not_sent_back_as_a_part(tmp_path: Path) -> None:
    desk = started(tmp_path)

    with pytest.raises(UsageError, match="not a part"):
        part_opening.return_part(desk)
    with pytest.raises(UsageError, match='There is no part "p-9"'):
        parts.call_off(desk, "p-9")
