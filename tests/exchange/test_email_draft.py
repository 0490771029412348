"""Drafts of emails: what goes with them is called what it is."""

from email import message_from_bytes
from email.policy import default

import pytest

from compact_tui.exchange.email_draft import Attachment, draft

_OFFICE = "application/vnd.openxmlformats-officedocument"
_BYTES = b"PK\x00\xff\r\n\n.\r\n"


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("reply.json", "application/json"),
        ("page.html", "text/html"),
        ("report.docx", f"{_OFFICE}.wordprocessingml.document"),
        ("sheet.xlsx", f"{_OFFICE}.spreadsheetml.sheet"),
        ("days.ics", "text/calendar"),
        ("rows.csv", "text/csv"),
        ("all.zip", "application/zip"),
        ("read-me.txt", "text/plain"),
        ("old.pdf", "application/pdf"),
        ("OLD.PDF", "application/pdf"),
        ("pdf", "application/octet-stream"),
        ("a.pdf.exe", "application/octet-stream"),
        ("", "application/octet-stream"),
    ],
)
def test_a_file_goes_under_the_type_that_its_ending_says_byte_for_byte(name: str, type_: str) -> None:
    mail = message_from_bytes(draft(("a@b.example",), "S", "B", (Attachment(name, _BYTES),)), policy=default)

    (attached,) = mail.iter_attachments()
    assert attached.get_content_type() == Attachment(name, _BYTES).type == type_
    assert attached.get_payload(decode=True) == _BYTES
    assert attached.get_param("charset") == ("utf-8" if type_.startswith("text/") else None)
