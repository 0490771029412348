"""The email and the words that go with a single-agency audit, and proof against what is in them."""

import email
from email.message import EmailMessage
from email.policy import default

import pytest
from msgspec.structs import replace

from compact_tui.core.agency_return import AgencyReturn
from compact_tui.exchange.agency_letters import AgencyNames, agency_body, agency_draft, agency_read_me
from tests.agency import agency_audit, agency_return
from tests.samples import setting

NAMES = AgencyNames(
    json_file="a.json",
    page_file="a.html",
    word_file="a.docx",
    own_files=("a-own-report.pdf",),
    draft_file="a-email.eml",
    read_me_file="read-me-first.txt",
)
FILES = {name: name.encode() for name, _ in NAMES.attached}


def mail(return_: AgencyReturn) -> EmailMessage:
    message = email.message_from_bytes(agency_draft(return_, NAMES, FILES), policy=default)
    assert isinstance(message, EmailMessage)
    return message


@pytest.mark.parametrize("title", ["Files\r\nBcc: evil@example.org", "=?utf-8?q?x?=", "a\x00b\x1b[2J"])
def test_no_text_reaches_the_headers_as_a_line_of_its_own(title: str) -> None:
    audit = agency_audit()

    found = mail(agency_return(replace(audit, head=replace(audit.head, title=title))))

    assert found["Bcc"] is None
    assert "\n" not in found["Subject"] and "=?" not in found["Subject"]
    assert found["To"] == "committee@example.org"


def test_an_email_without_an_address_asks_for_one_first() -> None:
    found = mail(agency_return(who=setting(return_to=())))

    body = found.get_body(("plain",))
    assert found["To"] is None
    assert body is not None
    assert body.get_content().startswith("Fill in the address")


def test_the_read_me_without_an_address_says_whom_to_ask_and_what_else_is_to_be_known() -> None:
    text = agency_read_me(agency_return(who=setting(return_to=())), NAMES, ("It is large.",)).decode()

    assert "(no address is known: ask the partnership)" in text
    assert text.splitlines()[1] == "It is large."
    assert "Fill in the address" not in text


def test_the_body_names_every_file_and_the_contact_and_what_it_takes_the_place_of() -> None:
    body = agency_body(replace(agency_return(), supersedes="m-0"), NAMES)

    for said in (*FILES, "Jo Gray, Lead", "jo@example.org", "It takes the place of m-0."):
        assert said in body
    assert "takes the place" not in agency_body(agency_return(), NAMES)
