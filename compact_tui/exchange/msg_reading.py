"""Outlook's own mail files (.msg): what is attached to one. The format is Microsoft's [MS-OXMSG]."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from compact_tui.exchange.wrapped import Unreadable

if TYPE_CHECKING:
    from olefile import OleFileIO

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ATTACHMENT = "__attach_version1.0_"
_DATA = "__substg1.0_37010102"
_NAMES = (
    ("__substg1.0_3707001F", "utf-16-le"),
    ("__substg1.0_3704001F", "utf-16-le"),
    ("__substg1.0_3707001E", "cp1252"),
    ("__substg1.0_3704001E", "cp1252"),
)
"""Where the long and the short name stand, as Unicode and as bytes."""
MOST_PARTS = 200
LARGEST = 64 * 1024 * 1024


def is_msg(data: bytes) -> bool:
    """Whether bytes are a file of Outlook, or of another old Office program."""
    return data.startswith(_MAGIC)


def msg_attachments(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of everything attached.

    Raises:
        Unreadable: If it is damaged, or something else of the same old format.
    """
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            folders = [path for path in ole.listdir(streams=False, storages=True) if len(path) == 1]
            attached = [path[0] for path in folders if path[0].startswith(_ATTACHMENT)]
            if not ole.exists("__properties_version1.0"):
                raise Unreadable("an old Office file, and no mail; save it again in today's format")
            for at, folder in enumerate(attached[:MOST_PARTS], 1):
                if ole.exists(f"{folder}/{_DATA}") and ole.get_size(f"{folder}/{_DATA}") <= LARGEST:
                    yield _name(ole, folder) or f"attachment {at}", ole.openstream(f"{folder}/{_DATA}").read()
    except (OSError, ValueError, IndexError, TypeError, AttributeError) as error:
        raise Unreadable("the Outlook file is damaged") from error


def _name(ole: "OleFileIO[Any]", folder: str) -> str:
    for stream, encoding in _NAMES:
        if ole.exists(f"{folder}/{stream}"):
            raw: bytes = ole.openstream(f"{folder}/{stream}").read()
            return raw.decode(encoding, "replace").rstrip("\0")
    return ""
