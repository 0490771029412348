"""The replies that were received here: kept as they came, read once each, the newest one beside its audit."""

from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from compact_tui.core.days import is_day, say_day
from compact_tui.core.errors import CompactError, ExitCode, FileNotAcceptableError, WorkspaceError
from compact_tui.core.reply import Reply
from compact_tui.core.reply_beside import reply_for
from compact_tui.core.text import slug
from compact_tui.services.books import OpenAudit
from compact_tui.services.desk import Desk


class Received(Struct, frozen=True):
    """The replies that lie in the folder ``received``."""

    replies: tuple[Reply, ...]
    """Those that can be read, by the names of their files."""
    damaged: tuple[str, ...]
    """A sentence about each that cannot."""


def reply_paths(desk: Desk) -> tuple[Path, ...]:
    """The files of the replies that were opened here, by name."""
    return tuple(sorted(desk.workspace.received_folder.glob("reply-*.json")))


def received_replies(desk: Desk) -> Received:
    """The replies that were opened here; a file is read again only when it has changed."""
    found = [_read(desk, path) for path in reply_paths(desk)]
    return Received(
        replies=tuple(one for one in found if isinstance(one, Reply)),
        damaged=tuple(one for one in found if isinstance(one, str)),
    )


def damaged_replies(desk: Desk) -> tuple[str, ...]:
    """What is to be said of the replies that lie here and cannot be read, a sentence or two each."""
    return received_replies(desk).damaged


def reply_beside(desk: Desk, opened: OpenAudit) -> Reply | None:
    """The newest reply to a return of this audit; ``None`` where there is none. Never fails for a damaged one."""
    if not opened.kept.returns:
        return None
    return reply_for(opened.kept, received_replies(desk).replies)


def keep_reply(desk: Desk, reply: Reply, data: bytes) -> None:
    """Keep a reply as it came, unless it is here already; one that is damaged here comes anew.

    Args:
        desk: Where.
        reply: The reply.
        data: The bytes it was read from.

    Raises:
        CompactError: If another one of its number was opened here before, or a text was erased from it here since;
            what is here stays.
        WorkspaceError: If it cannot be kept.
    """
    from compact_tui.storage.atomic import make_folder, write_atomically

    path = desk.workspace.received_folder / f"reply-{slug(reply.id)}.json"
    before = _read(desk, path) if path.exists() else None
    if isinstance(before, Reply):
        erased = _erased_on(path) if before != reply else ""
        if erased:
            raise CompactError(
                f"A text was erased from the reply {reply.id} here on {say_day(erased)}, and it is left so.",
                "Nothing was changed: what you have here is the reply without that text. The file that you opened may "
                f"still hold it: delete that. If {reply.partnership} sent you another reply since, ask for a new "
                "number for it.",
                ExitCode.REFUSED,
            )
        if before != reply:
            raise CompactError(
                f"Another reply with the number {reply.id} was opened here before, and it says something else.",
                f"Nothing was changed. Ask {reply.partnership} which of the two holds.",
                ExitCode.REFUSED,
            )
        return
    make_folder(path.parent)
    write_atomically(path, data)


def _erased_on(path: Path) -> str:
    """The day on which a text was erased from what is kept here; empty if none was."""
    from compact_tui.exchange.sealed_json import ERASED_KEY
    from compact_tui.storage.erasing import document_in
    from compact_tui.storage.reading import read_bytes

    day = (document_in(read_bytes(path)[0], path) or {}).get(ERASED_KEY)
    return day if isinstance(day, str) and is_day(day) else ""


def _read(desk: Desk, path: Path) -> Reply | str:
    """The reply in a file, or why it cannot be read."""
    from compact_tui.exchange.reply_json import read_reply
    from compact_tui.exchange.strict_json import LARGEST
    from compact_tui.storage.book_storage import Stamp
    from compact_tui.storage.reading import read_bytes

    known = desk.shelf.replies.get(path)
    with suppress(OSError):  # a file that went away is told of where it is read
        if known is not None and known[0] == Stamp.of(path.stat()):
            return known[1]
    try:
        data, found = read_bytes(path, LARGEST)
    except WorkspaceError as error:
        return _told(path, error)
    said: Reply | str
    try:
        said = read_reply(data)
    except FileNotAcceptableError as error:
        said = _told(path, error)
    desk.shelf.replies[path] = (Stamp.of(found), said)
    return said


def _told(path: Path, error: WorkspaceError | FileNotAcceptableError) -> str:
    return (
        f"{path.name} in the folder {path.parent.name} cannot be read. {error.message} Nothing of your audit is in it: "
        "open the file that the partnership sent once more, or ask them for it."
    )
