"""Saying who the setting is."""

from collections.abc import Mapping

from msgspec.structs import fields, replace

from compact_tui.core.change import Change
from compact_tui.core.errors import UsageError
from compact_tui.core.forms import Filled, fill, split
from compact_tui.core.setting import Setting, sector_of_kind
from compact_tui.core.setting_forms import SETTING_FORM
from compact_tui.services.books import SETTING_BOOK, read_setting
from compact_tui.services.desk import Desk, commit, edit
from compact_tui.storage.book import Book

_LISTS = ("areas", "return_to", "without")


def typed_setting(desk: Desk) -> dict[str, str]:
    """What the form about the setting holds now, as a person would type it."""
    setting = read_setting(desk)
    if setting is None:
        return {}
    kept = {f.name: getattr(setting, f.name) for f in fields(Setting)}
    typed = {name: ", ".join(value) if isinstance(value, tuple) else value for name, value in kept.items()}
    return {field.id: field.show(typed[field.id]) for field in SETTING_FORM.fields}


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
    if filled.problems:
        first = filled.problems[0]
        option = first.field.replace("_", "-")
        raise UsageError(f"--{option}: {first.sentence}", "Nothing was saved.")
    values = dict(filled.values)
    lists = {name: split(values.pop(name)) for name in _LISTS}
    named = Setting(id=before.id if before else desk.new_id("set"), name=values.pop("name"))
    after = replace(named, **values, **lists)
    made = edit("setting", "setting", before, after)
    path = desk.workspace.setting_path
    if before is None and path not in desk.shelf.books:
        desk.workspace.prepare()
        change = Change(id=desk.new_id("c"), at=desk.at, by=desk.who, verb="setup", what="setting named", edits=(made,))
        desk.shelf.books[path] = Book.create(path, SETTING_BOOK, change)
    else:
        commit(desk, desk.shelf.books[path], "setup", "setting changed", (made,))
    return after
