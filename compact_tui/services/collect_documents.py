"""The documents in a file that came: opened, known by a mark, and told from those that are not collected."""

from collections.abc import Iterator
from pathlib import Path

from compact_tui.core.came import DAMAGED, KINDS, PARTNERSHIP, UNKNOWN
from compact_tui.core.errors import FileNotAcceptableError, WorkspaceError
from compact_tui.exchange.came_kinds import json_kind
from compact_tui.exchange.documents import RETURN, looks_like_json
from compact_tui.exchange.found import LARGEST, Found, NotOpened, found_in
from compact_tui.exchange.mail_reading import is_mailbox, messages_in
from compact_tui.storage.originals import opened, sha256_of


def documents_in_file(path: Path) -> Iterator[Found | NotOpened]:
    """Every document in a file; a mailbox is read one mail at a time, however large it is.

    Raises:
        FileNotAcceptableError: If it cannot be read, such as one that another program locks.
    """
    try:
        with opened(path) as file:
            if is_mailbox(file.read(8192)):
                file.seek(0)
                for number, mail in enumerate(messages_in(file), 1):
                    yield from found_in(f"{path.name} > mail {number}", mail, 1)
                return
            file.seek(0)
            yield from found_in(path.name, file.read(LARGEST + 1))
    except WorkspaceError as error:
        raise FileNotAcceptableError(error.message, "Close whatever has it open, and collect it again.") from error


def mark_of(found: Found) -> str:
    """What a document is known by: its SHA-256; of an empty one, which many may send, that of whose it is."""
    return sha256_of(found.data or f"{found.sender}\n{found.name.rpartition(' > ')[2]}".encode())


def refuse_ours(data: bytes, kind: str) -> None:
    """See that a document is none of the program's own that are not collected, such as a reply.

    Raises:
        FileNotAcceptableError: If it is one; says which.
    """
    if kind != RETURN or not looks_like_json(data):
        return
    known = json_kind(data)
    if known in {RETURN, DAMAGED, UNKNOWN}:
        return
    opens = " Open it with: compact-tui open FILE" if PARTNERSHIP in KINDS[known].ways else ""
    raise FileNotAcceptableError(
        f"This is {KINDS[known].words}, which is not collected.",
        f"Please send the return itself, if one was meant.{opens}",
    )
