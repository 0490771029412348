"""The themes that actions of settings are counted under: the usual ones until the officer changes them."""

from collections.abc import Mapping

from msgspec.structs import replace

from compact_tui.core.action_themes import THEME_FORM, ThemeList, ThemesView, terms_in, typed_theme
from compact_tui.core.errors import UsageError
from compact_tui.core.partnership import Theme
from compact_tui.core.text import count, did_you_mean
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import keep, kept
from compact_tui.services.record_parts import taken
from compact_tui.storage.content import read_content

_NOTHING = "Nothing was changed."


def themes_of(desk: Desk) -> tuple[Theme, ...]:
    """The themes of this partnership; the usual ones while nobody changed them."""
    return kept(desk, "themes", Theme) or _usual()


def list_themes(desk: Desk) -> ThemesView:
    """The themes, and whose they are.

    Raises:
        UsageError: If no partnership was started here.
    """
    own = kept(desk, "themes", Theme)
    themes = own or _usual()
    whose = "as you keep them" if own else "as they come with the program"
    return ThemesView(themes=themes, usual=not own, sentence=f"{count(len(themes), 'theme')}, {whose}.")


def theme_typed(desk: Desk, theme_id: str) -> dict[str, str]:
    """A theme as it stands in its form.

    Raises:
        UsageError: If there is no such theme.
    """
    return typed_theme(_named(themes_of(desk), theme_id))


def keep_theme(desk: Desk, typed: Mapping[str, str], theme_id: str = "") -> ThemesView:
    """Add a theme, or change one; fields that are not typed stay as they are.

    Args:
        desk: Where, when and who.
        typed: What was typed into ``THEME_FORM``.
        theme_id: The theme to change; empty for a new one.

    Raises:
        UsageError: If there is no such theme, or something typed cannot be taken.
        WorkspaceError: If it cannot be saved.
    """
    themes = themes_of(desk)
    before = _named(themes, theme_id) if theme_id else None
    filled = taken(THEME_FORM, typed_theme(before) | dict(typed), _NOTHING)
    terms = terms_in(filled.value("terms"))
    theme = replace(
        before or Theme(id=desk.new_id("th"), word=""),
        word=filled.value("word"),
        terms=terms,
        by=desk.who,
        at=desk.at,
    )
    own = bool(kept(desk, "themes", Theme))
    now = [theme if one.id == theme.id else one for one in themes] + ([] if before else [theme])
    edits = [edit("themes", theme.id, before, theme)] if own else [edit("themes", one.id, None, one) for one in now]
    keep(desk, "theme", f"theme {theme.word} kept", tuple(edits))
    return list_themes(desk)


def drop_theme(desk: Desk, theme_id: str) -> ThemesView:
    """Take a theme out.

    Raises:
        UsageError: If there is no such theme, or it is the last one.
        WorkspaceError: If it cannot be saved.
    """
    themes = themes_of(desk)
    theme = _named(themes, theme_id)
    if len(themes) == 1:
        raise UsageError("It is the only theme.", f"Change it instead. {_NOTHING}")
    own = bool(kept(desk, "themes", Theme))
    left = [edit("themes", one.id, None, one) for one in themes if one.id != theme.id]
    edits = [edit("themes", theme.id, theme, None)] if own else left
    keep(desk, "theme-drop", f"theme {theme.word} taken out", tuple(edits))
    return list_themes(desk)


def _usual() -> tuple[Theme, ...]:
    return read_content("action_themes.toml", ThemeList).theme


def _named(themes: tuple[Theme, ...], name: str) -> Theme:
    wanted = name.strip().lower()
    found = next((one for one in themes if wanted in {one.id, one.word.lower()}), None)
    if found is None:
        raise UsageError(f'There is no theme "{name}".', did_you_mean(wanted, [one.id for one in themes]) or _NOTHING)
    return found
