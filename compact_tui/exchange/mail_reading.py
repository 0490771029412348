"""Mails as they are kept in files: the attachments of one, and the messages of a mailbox."""

import re
from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import getaddresses
from typing import BinaryIO

from compact_tui.exchange.wrapped import Unreadable

MOST_PARTS = 200
_HEADER = re.compile(rb"[!-9;-~]{1,60}:[ \t]")
_MAIL_ONLY = re.compile(
    rb"^(from|to|subject|received|return-path|message-id|mime-version|date|x-[a-z-]+):", re.IGNORECASE | re.MULTILINE
)
_BETWEEN = re.compile(rb"From \S+.*\d{4}\s*$")
"""The line before each message of a mailbox: who, and a date that ends with a year."""
_ADDRESS = re.compile(r"[!-?A-~]{1,64}@[A-Za-z0-9.-]{1,250}")
_QUOTED = re.compile(rb"^>+From ")


def is_mail(data: bytes, name: str = "") -> bool:
    """Whether bytes are one mail: headers first, at least one of which only mails have."""
    head = data[:8192].lstrip(b"\xef\xbb\xbf\r\n")
    if name.lower().endswith(".eml"):
        return True
    return bool(_HEADER.match(head)) and bool(_MAIL_ONLY.search(re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]))


def is_mailbox(data: bytes) -> bool:
    """Whether bytes are a mailbox (``.mbox``)."""
    first, _, rest = data[:8192].partition(b"\n")
    return bool(_BETWEEN.match(first)) and bool(_HEADER.match(rest))


def messages_in(file: BinaryIO) -> Iterator[bytes]:
    """The messages of a mailbox, one after the other; no more than one is held at a time.

    Args:
        file: The mailbox, opened for reading bytes.
    """
    lines: list[bytes] = []
    blank, begun = True, False
    for line in file:
        if blank and _BETWEEN.match(line):
            if begun:
                yield b"".join(lines)
            lines, begun = [], True
        elif begun:
            lines.append(line[1:] if _QUOTED.match(line) else line)
        blank = not line.strip()
    if begun:
        yield b"".join(lines)


def sender_of(data: bytes) -> str:
    """The one address that a mail says it came from; empty where there is none, or several."""
    head = re.split(rb"\r?\n\r?\n", data[:65536], maxsplit=1)[0]
    try:
        message = BytesParser(policy=policy.compat32).parsebytes(head + b"\n\n", headersonly=True)
        found = [address for _, address in getaddresses([str(one) for one in message.get_all("From", [])]) if address]
    except (MessageError, ValueError, LookupError, TypeError):
        return ""
    return found[0] if len(found) == 1 and _ADDRESS.fullmatch(found[0]) else ""


def attachments_of(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of everything attached to a mail; a mail attached to it comes as a mail.

    Raises:
        Unreadable: If it is no mail, or has more parts than any mail has.
    """
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
    except (MessageError, ValueError, LookupError, RecursionError) as error:
        raise Unreadable("the mail is damaged") from error
    assert isinstance(message, EmailMessage)
    yield from _parts(message)


def _parts(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    seen = 0
    try:
        for part in message.iter_attachments() if message.is_multipart() else [message]:
            seen += 1
            if seen > MOST_PARTS:
                raise Unreadable(f"a mail of more than {MOST_PARTS} parts")
            if part.get_content_type() == "message/rfc822":
                inner = part.get_payload()
                for number, mail in enumerate(inner if isinstance(inner, list) else [], 1):
                    yield f"attached mail {number}.eml", mail.as_bytes()
                continue
            content = part.get_payload(decode=True)
            name = part.get_filename() or ""
            if isinstance(content, bytes) and (name or part is not message):
                yield name or f"part {seen}", content
    except (MessageError, ValueError, LookupError, AttributeError, RecursionError) as error:
        raise Unreadable("the mail is damaged") from error
