"""Opening a file that came by email in typed lines."""

from pathlib import Path

from compact_tui.exchange.reply_json import encode_reply
from compact_tui.services import answering, replies_in
from compact_tui.services.settings import typed_setting
from tests.exchange.test_came_kinds import headed, mail
from tests.plain.conftest import Room
from tests.reply_samples import reply
from tests.services.part_desks import lent, opened_by, sent_back
from tests.services.test_requests import file_of, request


def test_an_email_with_several_things_is_said_and_the_reply_opened(audit: Room, tmp_path: Path) -> None:
    file = tmp_path / "post.eml"
    file.write_bytes(mail(("reply.json", encode_reply(reply())), ("own.gift", b"::x:: Why? {=A ~B}")))

    heard = audit.talk(
        "came",
        ("Which file?", str(file)),
        ("reply.json: This is a partnership's reply", "1"),
        ("replied to your return", ""),
        ("The partnership's reply. What next?", "q"),
    )

    assert heard.unread == ()
    assert replies_in.show_reply(audit.desk()).id == "rp-1"


def test_a_request_is_heard_before_it_is_taken_and_a_return_is_left(audit: Room, tmp_path: Path) -> None:
    other = tmp_path / "return.json"
    other.write_bytes(headed("compact-return"))

    audit.talk(
        "came",
        ("Which file?", str(other)),
        ("Nothing was changed.", "q"),
    )
    audit.talk(
        "came",
        ("Which file?", file_of(tmp_path, request())),
        ("Enter goes on", ""),
        ("Take this request?", "take"),
        ("is taken", "back"),
        ("", "q"),
    )

    assert typed_setting(audit.desk())["return_to"] != ""


def test_a_part_that_came_back_is_heard_and_taken_in(audit: Room, tmp_path: Path) -> None:
    there = opened_by(audit.desk(), lent(audit.desk(), "u2", "Stewards"), tmp_path / "there")
    answering.answer(there, "u2-watch", "in-hand", note="Two on the door.")

    audit.talk(
        "came",
        ("Which file?", str(sent_back(there))),
        ("What now?", "Take"),
        ("What next?", "back"),
        ("", "q"),
    )

    assert answering.show_criterion(audit.desk(), "u2-watch").note == "Two on the door."
