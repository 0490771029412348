"""What a made-up cohort sends beside plain files: mails, a mailbox, an archive, files that mean harm."""

import io
import zipfile
from collections.abc import Iterable
from email.message import EmailMessage
from email.policy import SMTP


def mail_with(sender: str, subject: str, name: str, data: bytes) -> bytes:
    """A mail that came in with a file attached.

    Args:
        sender: Its address.
        subject: Its subject.
        name: Name of the file.
        data: What is in it.
    """
    message = EmailMessage(policy=SMTP)
    message["From"], message["Subject"], message["To"] = sender, subject, "returns@partnership.example"
    message.set_content("Please find our return attached.\n\nSent from my telephone")
    message.add_attachment(data, maintype="application", subtype="json", filename=name)
    return message.as_bytes()


def mailbox_of(mails: Iterable[bytes]) -> bytes:
    """Mails as one mailbox, as mail programs export a folder."""
    return b"".join(b"From demo Thu Dec  3 10:00:00 2026\n" + mail.replace(b"\r\n", b"\n") + b"\n" for mail in mails)


def archive_of(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Files as one archive; the same files give the same bytes."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files:
            packed.writestr(zipfile.ZipInfo(name, (2026, 12, 3, 10, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def hostile_files(sound: bytes) -> tuple[tuple[str, bytes], ...]:
    """Files that a careless reader would stumble over; none of them is a return that can be taken.

    Args:
        sound: A sound return, which some of them are made of.
    """
    way_out = archive_of([("../../outside.json", sound[: len(sound) // 2])])
    return (
        ("deep.json", b'{"format": "compact-return", "a": ' + b"[" * 100_000),
        ("twice-named.json", sound.replace(b'"format"', b'"format": "compact-return", "format"', 1)),
        ("huge-number.json", b'{"format": "compact-return", "format_version": 1' + b"0" * 400 + b"}"),
        ("grade-changed.json", sound.replace(b'"made_on": "20', b'"made_on": "19', 1)),
        ("too-new.json", b'{"format": "compact-return", "format_version": 99}'),
        ("empty.json", b""),
        ("not-text.json", b"\xff\xfe{\x00"),
        ("way-out.zip", way_out),
        ("much-of-nothing.zip", archive_of([("nothing.json", b" " * 40_000_000)])),
        ("holiday.png", b"\x89PNG\r\n\x1a\n"),
    )
