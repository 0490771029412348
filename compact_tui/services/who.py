"""Who is at the keyboard: said once, carried by every change, switched with one key."""

import os
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.errors import WorkspaceError
from compact_tui.core.forms import fill, refuse_problems
from compact_tui.core.text import clean_line
from compact_tui.core.who_forms import WHO_FORM, said_as, who_sentence
from compact_tui.services.books import audit_books, read_setting
from compact_tui.services.desk import Desk
from compact_tui.storage.preferences import load_preferences, preferences_path, store_preferences

_MOST_OFFERED = 9
"""Roles that a person can choose with one digit."""


class WhoView(Struct, frozen=True, kw_only=True):
    """Who is at the keyboard, and who was before."""

    who: str
    """Empty while nobody has said."""
    sentence: str
    known: tuple[str, ...]
    """Who has worked here before, most recent first, and the roles that the profile names."""


def who_is(desk: Desk) -> WhoView:
    """Who is at the keyboard, and who could be."""
    setting = read_setting(desk)
    changes = [change for book in audit_books(desk) for change in book.history]
    newest_first = sorted(changes, key=lambda change: change.at, reverse=True)
    roles = [*(change.by for change in newest_first), setting.contact_role if setting else ""]
    known = tuple(dict.fromkeys(role for role in roles if role))[:_MOST_OFFERED]
    return WhoView(who=desk.who, sentence=who_sentence(desk.who), known=known)


def be(desk: Desk, typed: Mapping[str, str]) -> Desk:
    """Say who is at the keyboard, from now on and on this computer.

    Args:
        desk: The desk so far.
        typed: The fields of the form, or ``who`` with somebody who has worked here before.

    Raises:
        UsageError: If no role is said, or the initials are a name.
        WorkspaceError: If it could not be kept for next time.
    """
    who = clean_line(typed.get("who", ""))
    if not who:
        filled = fill(WHO_FORM, typed)
        refuse_problems(filled, "Nothing was changed.")
        who = said_as(filled.value("role"), filled.value("initials"))
    _remember(desk.workspace.root, who)
    return replace(desk, who=who)


def be_nobody(desk: Desk) -> Desk:
    """Forget who was at the keyboard of this computer.

    Raises:
        WorkspaceError: If that could not be kept.
    """
    _remember(desk.workspace.root, "")
    return replace(desk, who="")


def remembered(root: Path) -> str:
    """Who was at the keyboard of this computer last; empty when nobody has said."""
    return load_preferences(preferences_path(os.environ))[0].who_at(root)


def _remember(root: Path, who: str) -> None:
    path = preferences_path(os.environ)
    trouble = store_preferences(load_preferences(path)[0].with_who(root, who), path)
    if trouble:
        raise WorkspaceError(trouble, "Nothing else was changed. You can say who you are with --by each time.")
