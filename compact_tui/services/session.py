"""Sitting down at the desk in the full-screen program: who was here when, saving beside the screen, leaving."""

import os
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.errors import CompactError
from compact_tui.services.books import read_setting
from compact_tui.services.desk import Desk, backups_of, desk_at
from compact_tui.storage.atomic import make_folder
from compact_tui.storage.book import Book, Saved
from compact_tui.storage.preferences import Preferences, load_preferences, preferences_path, store_preferences
from compact_tui.storage.presence import arrive, leave
from compact_tui.storage.writer import Writer

_PAUSE = 0.05
"""Seconds between a change and its saving, in which the screen paints it."""
_PATIENCE = 10.0
"""Seconds to wait for the last save on leaving."""


class Session(Struct, frozen=True):
    """A person at the full-screen program."""

    desk: Desk
    writer: Writer
    preferences: Preferences
    last_here: str
    """Instant at which this person was last in this workspace; empty if never."""
    notice: str = ""
    """A sentence about preferences that could not be read."""
    presence: Path | None = None
    """The note that says that the workspace is open here."""


def sit_down(
    root: Path | None,
    *,
    who: str = "",
    audit: str = "",
    on_saved: Callable[[bool, int], None],
    on_failed: Callable[[CompactError], None],
) -> Session:
    """Begin a session.

    Args:
        root: The workspace; ``None`` for the person's usual one.
        who: Role of the person at the keyboard; else who was there last, else the setting's contact role.
        audit: Id of the audit to work on.
        on_saved: Called on the saving thread: whether others' changes came in, and how many fields both changed.
        on_failed: Called on the saving thread when a save failed; everything is kept in memory.
    """
    preferences, notice = load_preferences(preferences_path(os.environ))
    desk = desk_at(root, who=who)
    desk = desk if desk.who else replace(desk, who=preferences.who_at(desk.workspace.root))

    def saved(book: Book, done: Saved) -> None:
        on_saved(done.merged, sum(len(conflict.fields) for conflict in done.conflicts))

    writer = Writer(
        backups_of(desk.workspace),
        now=desk.now,
        pause=_PAUSE,
        on_saved=saved,
        on_failed=lambda book, error: on_failed(error),
    )
    desk = replace(desk, saver=writer, audit_id=audit)
    root = desk.workspace.root
    return Session(desk, writer, preferences, preferences.here_last(root), notice, arrive(root, desk.who, desk.at))


def named(desk: Desk) -> Desk:
    """The desk with the setting's contact role as the person at the keyboard, where nobody said otherwise.

    Raises:
        WorkspaceError: If the setting cannot be read.
    """
    setting = None if desk.who else read_setting(desk)
    return replace(desk, who=setting.contact_role) if setting else desk


def named_still(session: Session) -> Session:
    """The session with nobody at the keyboard, where this computer has just forgotten who that was."""
    root, kept = session.desk.workspace.root, stay(session)
    forgotten = session.preferences.who_at(root) and not kept.preferences.who_at(root)
    return replace(kept, desk=replace(kept.desk, who="")) if forgotten else kept


def stay(session: Session) -> Session:
    """The session with the preferences as they are kept now, so that leaving writes them back whole."""
    preferences, notice = load_preferences(preferences_path(os.environ))
    return replace(session, preferences=preferences, notice=notice)


def prefer(session: Session, **changes: object) -> Session:
    """Keep a preference for next time; a sentence in ``notice`` if it cannot be kept."""
    preferences = replace(session.preferences, **changes)
    notice = store_preferences(preferences, preferences_path(os.environ))
    return replace(session, preferences=preferences, notice=notice)


def stand_up(session: Session) -> bool:
    """End a session: save what is left, note the moment.

    Returns:
        Whether everything is saved.
    """
    saved = session.writer.close(_PATIENCE)
    desk = session.desk
    preferences = session.preferences.with_here(desk.workspace.root, desk.at)
    store_preferences(preferences, preferences_path(os.environ))
    leave(session.presence)
    return saved


def save_copies(session: Session, folder: Path) -> tuple[Path, ...]:
    """Write what could not be saved to another folder, which is made if it is not there.

    Raises:
        WorkspaceError: If that folder cannot be written either.
    """
    made = []
    make_folder(folder)
    for book in session.writer.unsaved():
        path = folder / book.path.name
        book.save_copy_to(path)
        made.append(path)
    return tuple(made)
