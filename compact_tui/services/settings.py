"""Saying who the setting is."""

from collections.abc import Mapping

from msgspec.structs import fields, replace

from compact_tui.core.change import Change
from compact_tui.core.forms import Filled, Form, fill, refuse_problems, split
from compact_tui.core.setting import Setting, sector_of_kind
from compact_tui.core.setting_forms import PEOPLE_FORM, SETTING_FORM
from compact_tui.services.books import SETTING_BOOK, read_setting
from compact_tui.services.desk import Desk, commit, edit
from compact_tui.storage.book import Book

_LISTS = ("areas", "return_to", "without")


def typed_setting(desk: Desk, form: Form = SETTING_FORM) -> dict[str, str]:
    """What a form about the setting holds now, as a person would type it."""
    setting = read_setting(desk)
    if setting is None:
        return {}
    kept = {f.name: getattr(setting, f.name) for f in fields(Setting)}
    typed = {name: ", ".join(value) if isinstance(value, tuple) else value for name, value in kept.items()}
    return {field.id: field.show(typed[field.id]) for field in form.fields}


def check_setting(typed: Mapping[str, str]) -> Filled:
    """Check what was typed about the setting; the sector follows from the kind where it is not said."""
    typed = dict(typed)
    if not typed.get("sector", "").strip():
        typed["sector"] = sector_of_kind(typed.get("kind", "").strip())
    return fill(SETTING_FORM, typed)


def set_up(desk: Desk, typed: Mapping[str, str]) -> Setting:
    """Say who the setting is, or change it. Fields that are not in ``typed`` stay as they are.

    The sector follows a new kind where it followed the old one and nothing else is said.

    Raises:
        UsageError: If something typed cannot be taken.
        WorkspaceError: If it cannot be saved.
    """
    before = read_setting(desk)
    followed = before is not None and before.sector == sector_of_kind(before.kind)
    follow = followed and bool(typed.get("kind", "").strip()) and "sector" not in typed
    filled = check_setting(typed_setting(desk) | ({"sector": ""} if follow else {}) | dict(typed))
    values: dict[str, object] = dict(_taken(filled))
    lists = {name: split(filled.value(name)) for name in _LISTS}
    return keep_setting(desk, before, values | lists, "setting changed")


def typed_people(desk: Desk) -> dict[str, str]:
    """What the form on whom to ring holds now, as a person would type it."""
    return typed_setting(desk, PEOPLE_FORM)


def set_people(desk: Desk, typed: Mapping[str, str]) -> Setting:
    """Say whom to ring and where things are. Fields that are not in ``typed`` stay as they are.

    It works before anything else about the setting was said; nothing of it leaves this computer.

    Raises:
        UsageError: If something typed cannot be taken.
        WorkspaceError: If it cannot be saved.
    """
    before = read_setting(desk)
    values = _taken(fill(PEOPLE_FORM, typed_people(desk) | dict(typed)))
    return keep_setting(desk, before, values, "people and numbers changed")


def _taken(filled: Filled) -> dict[str, str]:
    refuse_problems(filled, "Nothing was saved.")
    return dict(filled.values)


def keep_setting(desk: Desk, before: Setting | None, values: Mapping[str, object], what: str) -> Setting:
    """Keep what was checked already about the setting, as one change.

    Args:
        desk: Where, when and who.
        before: The setting as it is; ``None`` where nobody has said anything.
        values: The fields that are set.
        what: The change in a few words, for the history.

    Raises:
        WorkspaceError: If it cannot be saved.
    """
    after = replace(before or Setting(id=desk.new_id("set"), name=""), **values)
    made = edit("setting", "setting", before, after)
    path = desk.workspace.setting_path
    if before is None and path not in desk.shelf.books:
        desk.workspace.prepare()
        what = "setting named" if after.name else what
        change = Change(id=desk.new_id("c"), at=desk.at, by=desk.who, verb="setup", what=what, edits=(made,))
        desk.shelf.books[path] = Book.create(path, SETTING_BOOK, change)
    else:
        commit(desk, desk.shelf.books[path], "setup", what, (made,))
    return after
