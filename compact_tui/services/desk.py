"""The desk: what every verb needs at hand, and the books that lie open on it."""

import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from compact_tui.core.audit import Audit
from compact_tui.core.change import Change, Edit
from compact_tui.core.days import instant
from compact_tui.core.pack import AuditPack
from compact_tui.core.text import clean_line
from compact_tui.storage.backups import Backups
from compact_tui.storage.book import Book
from compact_tui.storage.workspace import Workspace, default_root
from compact_tui.storage.writer import SaveNow, Saver

if TYPE_CHECKING:
    from compact_tui.core.notice import NoticeList
    from compact_tui.core.reply import Reply
    from compact_tui.storage.banks import BankReading

_ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"  # 32, so that every letter is as likely as another


def new_id(prefix: str) -> str:
    """A short id that no other will have, such as ``a-7k2m9xq4``; no letters that are read wrongly aloud."""
    return f"{prefix}-{''.join(_ID_LETTERS[byte % len(_ID_LETTERS)] for byte in os.urandom(8))}"


def utc_now() -> datetime:
    """The moment now."""
    return datetime.now(UTC)


class Shelf:
    """The books and packs that this process has opened, so that each is read once."""

    def __init__(self) -> None:
        self.books: dict[Path, Book] = {}
        self.packs: dict[Path, AuditPack] = {}
        self.audits: dict[Path, tuple[object, Audit]] = {}
        """The audit each book held last, with the state of the book it was read from."""
        self.banks: tuple[BankReading, ...] = ()
        """The question banks, once they were asked for."""
        self.notice_list: NoticeList | None = None
        """The notice list that came with the program, once it was asked for."""
        self.usual_packs: dict[str, AuditPack] = {}
        """The pack of each sector, once it was asked for where no audit is open."""
        self.whys: dict[tuple[str, str], tuple[str, bool]] = {}
        """Why a question of a round was picked and whether it is a repetition, by the ids of both."""
        self.to_look: tuple[object, tuple[object, ...]] = ((), ())
        """The returns of the round with their reasons to look, behind the state of the index they were found in."""
        self.analyses: tuple[object, dict[str, object]] = ((), {})
        """The figures of each audit that was counted, behind the state of the book and index they were made from."""
        self.asked: tuple[object, tuple[object, ...]] = ((), ())
        """What settings' staff were asked, behind the state of the index and the register it was found in."""
        self.replies: dict[Path, tuple[object, Reply | str]] = {}
        """Each reply that was received, or why it cannot be read, behind the state of its file."""
        self.notices: list[str] = []
        """Sentences for the person about what had to be put right at opening, oldest first."""


class Desk(Struct, frozen=True, kw_only=True):
    """What a verb works with: where, when, who, and how saving is done."""

    workspace: Workspace
    saver: Saver
    """Saves at once (commands) or on a thread of its own (full screen)."""
    now: Callable[[], datetime] = utc_now
    new_id: Callable[[str], str] = new_id
    who: str = ""
    """Role of the person at the keyboard; empty when not said."""
    audit_id: str = ""
    """The audit asked for; empty means the only open one."""
    shelf: Shelf

    @property
    def at(self) -> str:
        """The instant now, as it is kept."""
        return instant(self.now())

    @property
    def today(self) -> str:
        """The day now, where the person is."""
        return self.now().astimezone().date().isoformat()


def desk_at(root: Path | None = None, environ: Mapping[str, str] = os.environ, who: str = "") -> Desk:
    """A desk for commands on the workspace at a folder, or on the person's usual one."""
    workspace = Workspace(root or default_root(environ, home_folder(environ)))
    return Desk(workspace=workspace, saver=SaveNow(backups_of(workspace)), who=clean_line(who), shelf=Shelf())


def backups_of(workspace: Workspace) -> Backups:
    """The dated copies of a workspace's books."""
    return Backups(workspace.backups_folder, workspace.root)


def home_folder(environ: Mapping[str, str]) -> Path:
    """The person's home folder; the present folder where the system names none."""
    named = environ.get("USERPROFILE" if os.name == "nt" else "HOME", "")
    return Path(named) if named else Path.cwd()


def plain(record: Struct | None) -> dict[str, object] | None:
    """A record in its plain form, as books keep it."""
    return None if record is None else msgspec.to_builtins(record)


def edit(table: str, record_id: str, before: Struct | None, after: Struct | None) -> Edit:
    """What one verb did to one record."""
    return Edit(table, record_id, plain(before), plain(after))


def commit(
    desk: Desk,
    book: Book,
    verb: str,
    what: str,
    edits: tuple[Edit, ...],
    *,
    change_id: str = "",
    undoes: str = "",
    undoable: bool = True,
) -> Change:
    """Make one change to a book and have it saved.

    Args:
        desk: Where, when and who.
        book: The book to change.
        verb: The verb's name.
        what: The change in a few words, for the history.
        edits: What it does; nothing happens when nothing differs.
        change_id: Id of the newest change, to go on with it (typing in one field is one change).
        undoes: Id of the change that this one takes back.
        undoable: False for what has effects outside the book.

    Raises:
        WorkspaceError: If it could not be saved and the desk saves at once.
    """
    change = Change(
        id=change_id or desk.new_id("c"),
        at=desk.at,
        by=desk.who,
        verb=verb,
        what=what,
        undoes=undoes,
        undoable=undoable,
        edits=edits,
    )
    if change_id or undoes or any(e.before != e.after for e in edits):
        book.apply(change)
        desk.saver.save(book, desk.now())
    return change
