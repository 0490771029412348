"""Letters to a setting greet by name whom the register says to write to, and nobody by a name that is another's."""

import email
from email import policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from compact_tui.services import replies_out, requests_out
from compact_tui.services.collect_letters import make_receipts
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk
from compact_tui.services.erasing import erase
from compact_tui.services.register import edit_entry
from tests.services.collect_desks import partnership, posted, return_by


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = partnership(tmp_path / "partnership", settings=2)
    edit_entry(made, "G1", {"contact_name": "Ann Lee"})
    collect(made, [posted(tmp_path / "in", return_by(1), return_by(2))])
    return made


def greetings(folder: Path) -> dict[str, str]:
    """How each draft of a folder begins, by the address it goes to."""
    found = {}
    for path in folder.rglob("*.eml"):
        message = email.message_from_bytes(path.read_bytes(), policy=policy.default)
        assert isinstance(message, EmailMessage)
        body = message.get_body(("plain",))
        assert body is not None
        found[str(message["To"])] = next(line for line in body.get_content().splitlines() if line)
    return found


EXPECTED = {"lead1@gallery.example": "Dear Ann Lee,", "lead2@gallery.example": "Dear colleague,"}


def test_a_request_a_receipt_and_a_reply_begin_with_the_name(desk: Desk) -> None:
    requests_out.make_requests(desk, ["G1", "G2"])
    assert greetings(desk.workspace.sent_folder) == EXPECTED

    assert greetings(Path(make_receipts(desk).folder)) == EXPECTED

    made = replies_out.make_replies(desk, ["G1", "G2"]).made
    assert greetings(Path(made[0].folder)) | greetings(Path(made[1].folder)) == EXPECTED


def test_a_reminder_begins_with_the_name(tmp_path: Path) -> None:
    desk = partnership(tmp_path / "partnership", settings=2)
    edit_entry(desk, "G1", {"contact_name": "Ann Lee"})
    requests_out.make_requests(desk, ["G1", "G2"])
    requests_out.note_sent(desk)

    made = requests_out.make_reminders(desk, ["G1", "G2"]).made

    assert greetings(Path(made[0].folder)) | greetings(Path(made[1].folder)) == EXPECTED


def test_a_receipt_that_goes_to_the_address_in_the_return_names_nobody(desk: Desk) -> None:
    edit_entry(desk, "G1", {"contact_email": ""})

    assert set(greetings(Path(make_receipts(desk).folder)).values()) == {"Dear colleague,"}


def test_a_name_that_was_erased_is_no_name(desk: Desk) -> None:
    erase(desk, "Ann Lee")

    assert set(greetings(Path(make_receipts(desk).folder)).values()) == {"Dear colleague,"}
