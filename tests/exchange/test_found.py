"""Documents found in mails, mailboxes, Outlook's files and archives; what cannot be opened is told and ends nothing."""

import hashlib
import io
import zipfile
from email.message import EmailMessage

import pytest

from compact_tui.exchange import found as found_module
from compact_tui.exchange.found import Found, NotOpened, found_in
from compact_tui.exchange.mail_reading import messages_in
from tests.msg_files import msg_file

RETURN = b'{"format": "compact-return"}'


def _mail(*attached: tuple[str, bytes], body: str = "Our return is attached.") -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "lead@brolly.example", "committee@example.org", "Return"
    mail.set_content(body)
    for name, data in attached:
        mail.add_attachment(data, maintype="application", subtype="json", filename=name)
    return mail.as_bytes()


def _zip(*members: tuple[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members:
            packed.writestr(name, data)
    return target.getvalue()


def _mailbox(*mails: bytes) -> bytes:
    return b"".join(b"From lead@brolly.example Thu Dec  3 10:00:00 2026\n" + mail + b"\n\n" for mail in mails)


def _forwarded(inner: bytes) -> bytes:
    from email import message_from_bytes, policy

    outer = EmailMessage()
    outer["From"], outer["Subject"] = "officer@example.org", "FW: Return"
    outer.set_content("See below.")
    outer.add_attachment(message_from_bytes(inner, policy=policy.default))
    return outer.as_bytes()


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("return.json", RETURN, ["return.json"]),
        ("a.eml", _mail(("return.json", RETURN)), ["a.eml > return.json"]),
        ("no-ending", _mail(("return.json", RETURN)), ["no-ending > return.json"]),
        ("fw.eml", _forwarded(_mail(("return.json", RETURN))), ["fw.eml > attached mail 1.eml > return.json"]),
        (
            "in.mbox",
            _mailbox(_mail(("one.json", RETURN)), _mail(), _mail(("two.json", RETURN))),
            ["in.mbox > mail 1 > one.json", "in.mbox > mail 3 > two.json"],
        ),
        (
            "out.msg",
            msg_file([("return.json", RETURN), ("Zoë.json", RETURN * 300)]),
            ["out.msg > return.json", "out.msg > Zoë.json"],
        ),
        (
            "all.zip",
            _zip(("a/return.json", RETURN), ("b.eml", _mail(("c.json", RETURN)))),
            ["all.zip > a/return.json", "all.zip > b.eml > c.json"],
        ),
        ("empty.zip", _zip(), []),
        ("empty.eml", _mail(), []),
        ("empty", b"", ["empty"]),
    ],
)
def test_every_document_is_found_however_it_is_wrapped(name: str, data: bytes, expected: list[str]) -> None:
    there = list(found_in(name, data))

    assert [one.name for one in there] == expected
    assert all(isinstance(one, Found) for one in there)


def test_what_is_attached_comes_out_byte_for_byte() -> None:
    data = bytes(range(256)) * 40

    for wrapped in (_mail(("x.bin", data)), msg_file([("x.bin", data)]), _zip(("x.bin", data))):
        [one] = found_in("it", wrapped)
        assert isinstance(one, Found)
        assert one.data == data


def test_a_line_of_a_mail_that_begins_with_from_does_not_end_it() -> None:
    mail = _mail(("one.json", RETURN), body="Hello\n\n>From the school\nFrom now on we shall.")

    assert [one.name for one in found_in("in.mbox", _mailbox(mail, mail))] == [
        "in.mbox > mail 1 > one.json",
        "in.mbox > mail 2 > one.json",
    ]


def test_the_mark_that_a_mailbox_puts_before_a_line_is_taken_off_again() -> None:
    box = b"From lead 2026\nTo: us\n\n>From now on.\n>>From then.\n\nFrom lead 2026\nTo: us\n\nBye.\n"

    assert list(messages_in(io.BytesIO(box))) == [b"To: us\n\nFrom now on.\n>From then.\n\n", b"To: us\n\nBye.\n"]


def test_a_workbook_is_a_document_and_no_archive() -> None:
    book = _zip(("xl/workbook.xml", b"<workbook/>"), ("[Content_Types].xml", b""))

    assert [one.name for one in found_in("return.xlsx", book)] == ["return.xlsx"]


def _locked() -> bytes:
    packed = bytearray(_zip(("return.json", RETURN)))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        packed[packed.index(mark) + flags] |= 1
    return bytes(packed)


def _nested(times: int) -> bytes:
    data = RETURN
    for _ in range(times):
        data = _zip(("in.zip" if data != RETURN else "return.json", data))
    return data


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 cut short", "the archive is damaged"),
        (_zip(("return.json", RETURN))[:-30], "the archive is damaged"),
        (_locked(), "return.json in the archive is protected by a password"),
        (_zip(("bomb.json", b" " * 30_000_000)), "bomb.json in the archive is far too large"),
        (_nested(6), "wrapped more than 4 times"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "the Outlook file is damaged"),
    ],
)
def test_what_cannot_be_opened_is_told_with_its_reason(data: bytes, reason: str) -> None:
    there = list(found_in("it", data))

    assert [type(one) for one in there] == [NotOpened]
    assert [one.reason for one in there if isinstance(one, NotOpened)] == [reason]


def test_the_rest_of_an_archive_is_taken_though_one_member_is_damaged() -> None:
    packed = _zip(("bad.zip", b"PK\x03\x04 cut short"), ("return.json", RETURN))

    assert [(type(one), one.name) for one in found_in("all.zip", packed)] == [
        (NotOpened, "all.zip > bad.zip"),
        (Found, "all.zip > return.json"),
    ]


def test_an_old_workbook_is_not_taken_for_a_mail() -> None:
    [one] = found_in("old.xls", msg_file([], first="Workbook"))

    assert isinstance(one, NotOpened)
    assert one.reason == "an old Office file, and no mail; save it again in today's format"


def test_a_document_over_the_bound_is_told_and_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(found_module, "LARGEST", 10)

    digest = hashlib.sha256(RETURN).hexdigest()
    assert list(found_in("return.json", RETURN)) == [NotOpened("return.json", "larger than 0 MB", "", digest)]


def test_an_archive_of_too_many_files_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(found_module, "MOST", 2)

    data = _zip(*((f"{at}.json", RETURN) for at in range(3)))
    [one] = found_in("all.zip", data)

    reason, digest = "an archive of 3 files; at most 2 are taken", hashlib.sha256(data).hexdigest()
    assert one == NotOpened("all.zip", reason, "", digest)


@pytest.mark.parametrize(
    ("header", "sender"),
    [
        ("Jo <jo@brolly.example>", "jo@brolly.example"),
        ("jo@brolly.example, al@brolly.example", ""),
        ("nobody", ""),
        ('"Jo\nBcc: x@y.example" <jo at brolly>', ""),
    ],
)
def test_a_document_says_from_whom_it_came_where_that_is_one_address(header: str, sender: str) -> None:
    mail = _mail(("return.json", RETURN)).replace(b"lead@brolly.example", header.encode(), 1)

    assert {one.sender for one in found_in("m.eml", mail)} <= {sender}
    assert [one.sender for one in found_in("all.zip", _zip(("m.eml", mail)))] == [sender]
