"""A draft email with attachments, which a mail program opens ready to be sent."""

import re

from msgspec import Struct

from compact_tui.core.text import visible, visible_line

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?")


_TYPES = {
    ".json": "application/json",
    ".html": "text/html",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".doc": "application/msword",
    ".rtf": "application/rtf",
    ".zip": "application/zip",
}
_ANY = "application/octet-stream"


class Attachment(Struct, frozen=True):
    """A file that goes with an email."""

    name: str
    """Ours, never from data as it stands; its ending says what it is."""
    data: bytes

    @property
    def type(self) -> str:
        """What a mail program calls a file of this name, such as ``application/json``."""
        return _TYPES.get(self.name[self.name.rfind(".") :].lower(), _ANY) if "." in self.name else _ANY


def usable_addresses(addresses: tuple[str, ...]) -> tuple[str, ...]:
    """Those that a header can carry, each once."""
    plain = (address.strip() for address in addresses)
    return tuple(dict.fromkeys(address for address in plain if _is_address(address)))


def _is_address(text: str) -> bool:
    return bool(_ADDRESS.fullmatch(text)) and ".." not in text and not text.startswith(".") and ".@" not in text


def draft(to: tuple[str, ...], subject: str, body: str, attachments: tuple[Attachment, ...]) -> bytes:
    """An unsent email as the bytes of an ``.eml`` file.

    Args:
        to: Addresses; those that a header cannot carry are left out, see ``usable_addresses``.
        subject: Line breaks in it become spaces.
        body: Plain text.
        attachments: Carried byte for byte.
    """
    from email.headerregistry import Address
    from email.message import EmailMessage
    from email.policy import SMTP

    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    addresses = [Address(addr_spec=address) for address in usable_addresses(to)]
    if addresses:
        message["To"] = addresses
    # Mail programs would decode such a beginning; what is typed is not meant as code.
    message["Subject"] = visible_line(subject).replace("=?", "= ?")
    message.set_content(visible(body), charset="utf-8", cte="quoted-printable")
    for item in attachments:
        main, _, sub = item.type.partition("/")
        params = {"charset": "utf-8"} if main == "text" else {}
        message.add_attachment(item.data, maintype=main, subtype=sub, filename=item.name, params=params)
    return message.as_bytes()
