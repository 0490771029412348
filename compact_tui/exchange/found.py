"""Documents found in what was sent: mails, mailboxes, Outlook's own files and archives, opened as deep as they go."""

import hashlib
import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from compact_tui.exchange.mail_reading import attachments_of, is_mail, is_mailbox, messages_in, sender_of
from compact_tui.exchange.msg_reading import is_msg, msg_attachments
from compact_tui.exchange.wrapped import Unreadable

LARGEST = 64 * 1024 * 1024
"""Bytes of one document."""
DEEPEST = 4
"""How many wrappings may lie around a document: a mail in an archive in a mail is three."""
MOST = 20_000
"""Members of one archive."""
MOST_TIMES = 300
"""How many times larger a member may become when it is unpacked."""
_SMALL = 100_000
_OFFICE = ("xl/workbook.xml", "word/document.xml")
"""Members that tell a workbook or a text from an archive."""


class Found(Struct, frozen=True):
    """One document."""

    name: str
    """Where it was, from the outside in: ``inbox.mbox > mail 3 > return.json``."""
    data: bytes
    sender: str = ""
    """Address of the innermost mail it came with; empty where it came with none."""


class NotOpened(Struct, frozen=True):
    """Something that could not be opened."""

    name: str
    reason: str
    sender: str = ""
    sha256: str = ""
    """Digest of its bytes, to know it by."""


def found_in(name: str, data: bytes, depth: int = 0, sender: str = "") -> Iterator[Found | NotOpened]:
    """Every document in a file, itself if it wraps nothing; what cannot be opened is told, and the rest goes on.

    Args:
        name: What it is called.
        data: Its bytes.
        depth: How many wrappings lie around it.
        sender: Address of the mail around it.
    """
    if len(data) > LARGEST:
        yield NotOpened(name, f"larger than {LARGEST // 2**20} MB", sender, _sha256(data))
    elif depth > DEEPEST:
        yield NotOpened(name, f"wrapped more than {DEEPEST} times", sender, _sha256(data))
    elif is_msg(data):
        yield from _inside(name, data, depth, sender, lambda: msg_attachments(data))
    elif _is_archive(data):
        yield from _inside(name, data, depth, sender, lambda: _members(data))
    elif is_mailbox(data):
        for number, mail in enumerate(messages_in(io.BytesIO(data)), 1):
            yield from found_in(f"{name} > mail {number}", mail, depth + 1, sender)
    elif is_mail(data, name):
        yield from _inside(name, data, depth, sender_of(data) or sender, lambda: attachments_of(data))
    else:
        yield Found(name, data, sender)


def _inside(
    name: str, around: bytes, depth: int, sender: str, opened: Callable[[], Iterable[tuple[str, bytes]]]
) -> Iterator[Found | NotOpened]:
    try:
        for inner, data in opened():
            yield from found_in(f"{name} > {inner}", data, depth + 1, sender)
    except Unreadable as error:
        yield NotOpened(name, error.reason, sender, _sha256(around))


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _is_archive(data: bytes) -> bool:
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return not set(_OFFICE) & set(packed.namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return True


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            members = [member for member in packed.infolist() if not member.is_dir()]
            if len(members) > MOST:
                raise Unreadable(f"an archive of {len(members):,} files; at most {MOST:,} are taken")
            for member in members:
                yield member.filename, _unpacked(packed, member)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise Unreadable("the archive is damaged") from error


def _unpacked(packed: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    if member.flag_bits & 1:
        raise Unreadable(f"{member.filename} in the archive is protected by a password")
    grows = member.file_size > _SMALL and member.file_size > MOST_TIMES * max(member.compress_size, 1)
    if member.file_size > LARGEST or grows:
        raise Unreadable(f"{member.filename} in the archive is far too large")
    with packed.open(member) as file:
        unpacked = file.read(LARGEST + 1)
    if len(unpacked) > LARGEST:
        raise Unreadable(f"{member.filename} in the archive is far too large")
    return unpacked
