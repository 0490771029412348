"""The draft email and the page for sending by hand, read again by the standard library."""

from email import message_from_bytes, policy
from email.message import EmailMessage

import msgspec
import pytest

from compact_tui.core.audit import Audit
from compact_tui.core.digest import spoken_code
from compact_tui.core.returns import Return, content_code, with_digest
from compact_tui.core.setting import Setting
from compact_tui.exchange.email_draft import usable_addresses
from compact_tui.exchange.return_json import encode
from compact_tui.exchange.return_letters import SendNames, body_of, draft_of, read_me_of, subject_of
from tests.samples import head, lamp_audit, lamp_return, setting

NAMES = SendNames("gallery-return.json", "gallery-report.html", "gallery-email.eml", "gallery-read-me-first.txt")
PAGE = "<!DOCTYPE html>\r\n<p>\u00e9\u6f22</p>\n.\n".encode()
UNFINISHED = "This return is not complete: 2 of 2 standards not graded"


def letter(return_: Return) -> EmailMessage:
    data = draft_of(return_, NAMES, encode(return_), PAGE)
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert message.defects == []
    return message


def body(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    assert part is not None
    text: str = part.get_content()
    return text.replace("\r\n", "\n")


def made(who: Setting | None = None, audit: Audit | None = None) -> Return:
    return lamp_return(audit, who)


def test_the_draft_opens_ready_to_be_sent() -> None:
    message = letter(made())

    assert message["X-Unsent"] == "1"
    assert message["To"] == "committee@example.org"
    assert message["Subject"] == "Compact audit return: The Gallery 2026-2028"
    assert message["From"] is None


def test_the_attachments_are_the_files_byte_for_byte() -> None:
    return_ = made()

    parts = list(letter(return_).iter_attachments())

    assert [(p.get_filename(), p.get_content_type()) for p in parts] == [
        ("gallery-return.json", "application/json"),
        ("gallery-report.html", "text/html"),
    ]
    assert [p.get_payload(decode=True) for p in parts] == [encode(return_), PAGE]
    assert parts[1].get_content_charset() == "utf-8"


def test_every_line_of_the_file_is_ascii_and_ends_as_mail_does() -> None:
    data = draft_of(made(setting(name="Caf\u00e9 \u6f22 " * 60)), NAMES, b"{}", PAGE)

    assert data.isascii()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(len(line) for line in data.split(b"\r\n")) <= 998


def signed_as_it_is() -> Return:
    """A return that holds exactly what was signed."""
    audit = lamp_audit()
    sign = msgspec.structs.replace(audit.sign_offs[0], code=content_code(made()))
    return made(audit=msgspec.structs.replace(audit, sign_offs=(sign,)))


def test_a_letter_says_so_when_something_was_changed_after_it_was_signed() -> None:
    said = "Something was changed after it was signed by A. Light (Head)."

    assert said in body(letter(made())) and said in read_me_of(made(), NAMES).decode()
    assert "was changed after" not in body(letter(signed_as_it_is()))


def test_the_body_says_what_is_attached_the_code_and_whom_to_ask() -> None:
    return_ = signed_as_it_is()

    text = body(letter(return_))

    assert text.startswith("This return is complete and signed by A. Light (Head).\n")
    assert "- gallery-return.json: the return itself" in text
    assert "- gallery-report.html: the same as a page" in text
    assert f"Its code is {spoken_code(return_.digest)}." in text
    assert "Contact: Jo Gray, Lead\njo@example.org, 023 9200 0000" in text
    assert "Shared with: Portsmouth, Southampton" in text


def test_an_unfinished_return_says_so_in_the_first_line_and_in_the_subject() -> None:
    message = letter(made(audit=Audit(head=head())))

    assert body(message).startswith(UNFINISHED)
    assert message["Subject"].endswith(" (not complete or not signed)")


def test_an_unsigned_return_says_so_in_the_first_line() -> None:
    unsigned = msgspec.structs.replace(lamp_audit(), sign_offs=())

    assert body(letter(made(audit=unsigned))).startswith("This return is not signed: ")


def test_without_an_address_the_first_line_asks_to_fill_it_in_and_the_second_keeps_the_state() -> None:
    message = letter(made(setting(return_to=()), Audit(head=head())))

    assert message["To"] is None
    lines = [line for line in body(message).splitlines() if line]
    assert lines[0] == "Fill in the address that this goes to, then delete this line."
    assert lines[1].startswith(UNFINISHED)


def test_a_return_that_takes_the_place_of_another_says_so() -> None:
    again = with_digest(msgspec.structs.replace(made(), supersedes="r-0"))

    assert "It takes the place of the return r-0." in body(letter(again))
    assert "takes the place" not in body(letter(made()))


@pytest.mark.parametrize(
    "text",
    [
        "Gallery\r\nBcc: evil@example.org",
        "Gallery\nX-Evil: 1",
        "Gallery\r\n\r\n<html>",
        "a\x00b\x1b[2J",
        "\U0001f469\u200d\U0001f680\u202e",
        "\u0645\u0631\u062d\u0628\u0627",
        "x" * 5000,
        "=?utf-8?q?evil?=",
        "",
    ],
)
def test_no_text_of_the_setting_reaches_the_headers_as_a_line_of_its_own(text: str) -> None:
    who = setting(name=text, contact_name=text, contact_email=text, areas=(text,), return_to=(text, "a@b.org"))
    return_ = made(who, msgspec.structs.replace(lamp_audit(), head=head(cycle=text)))

    message = letter(return_)

    assert set(message.keys()) == {"X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"}
    assert message["To"] == "a@b.org"
    assert "\n" not in message["Subject"]
    assert "evil?=" not in text or message["Subject"].startswith("Compact audit return: = ?utf-8")
    assert len(list(message.iter_attachments())) == 2
    assert all(char.isprintable() or char == "\n" for char in body(message))


@pytest.mark.parametrize(
    ("given", "usable"),
    [
        ((" a@b.org ", "a@b.org", "c.d+e@f-g.co.uk"), ("a@b.org", "c.d+e@f-g.co.uk")),
        (("", "nobody", "@b.org", "a@", "a@@b", "a b@c.org", "a@b c.org", "a@-b.org"), ()),
        (("Jo <jo@b.org>", "a@b.org,c@d.org", "a@b.org;c@d.org", '"a"@b.org'), ()),
        (("a@b.org\nBcc: x@y.org", "\u00fc@b.org", "a@\u00fc.org", "a..b@c.org", ".a@c.org", "a.@c.org"), ()),
        (("x" * 65 + "@b.org",), ()),
    ],
)
def test_only_plain_addresses_are_used(given: tuple[str, ...], usable: tuple[str, ...]) -> None:
    assert usable_addresses(given) == usable


def test_the_page_for_sending_by_hand_has_all_that_is_needed() -> None:
    return_ = made(setting(return_to=("one@example.org", "two@example.org", "Jo at the council")))

    text = read_me_of(return_, NAMES).decode()

    lines = [line.strip() for line in text.split("\r\n")]
    assert lines[0] == "This return is complete and signed by A. Light (Head)."
    for line in ("one@example.org", "two@example.org", subject_of(return_), NAMES.return_file, NAMES.report_file):
        assert line in lines
    assert "compact-tui return sent r-1 --on DATE --by ROLE" in lines
    assert "Made is not sent. When the email has gone, say so:" in lines
    assert f"The code of this return is {spoken_code(return_.digest)}." in text
    assert "These cannot be used as email addresses: Jo at the council" in text
    pasted = "\n".join(text.replace("\r\n", "\n").split("\n-----\n")[1:2])
    assert pasted == body_of(return_, NAMES).strip()


def test_without_an_address_the_page_says_whom_to_ask() -> None:
    text = read_me_of(made(setting(return_to=()), Audit(head=head())), NAMES).decode()

    assert "(no address is known: ask the partnership)" in text
    assert text.startswith(UNFINISHED)
    assert "delete this line" not in text


def test_the_page_has_windows_line_ends_and_shows_what_would_steer_a_screen() -> None:
    data = read_me_of(made(setting(name="a\x1b\r\nb\u202e")), NAMES)

    assert b"\n" not in data.replace(b"\r\n", b"")
    assert b"\x1b" not in data
    assert "\u202e" not in data.decode()
