"""The one table of glyphs: state is always glyph + word + colour."""

from collections.abc import Mapping

from textual.widget import Widget

from compact_tui.core.text import MARKS_IN_ASCII

_FULL: Mapping[str, str] = {
    "done": "✓",
    "current": "▸",
    "attention": "!",
    "started": "·",
    "not-started": "·",
    "wrong": "✗",
    "cursor": "❯",
    "bullet": "•",
    "full": "■",
    "empty": "□",
    "palette": "▏",
    "between": "·",
    "": " ",
}
_ASCII: Mapping[str, str] = {
    "done": "x",
    "current": ">",
    "attention": "!",
    "started": ".",
    "not-started": ".",
    "wrong": "X",
    "cursor": ">",
    "bullet": "*",
    "full": "#",
    "empty": "-",
    "palette": "|",
    "between": "-",
    "": " ",
}


class Glyphs:
    """The glyphs that this terminal can show.

    Args:
        ascii_only: For consoles without the full set.
    """

    def __init__(self, ascii_only: bool = False) -> None:
        self.ascii_only = ascii_only
        self._table = _ASCII if ascii_only else _FULL

    def __getitem__(self, state: str) -> str:
        """The glyph of a state; a blank for one without."""
        return self._table.get(state, " ")

    def bar(self, part: int, whole: int) -> str:
        """Progress as blocks, one for each of the whole."""
        return self["full"] * part + self["empty"] * (whole - part)

    def text(self, text: str) -> str:
        """Text with its typographic marks replaced where the console has none."""
        return text.translate(MARKS_IN_ASCII) if self.ascii_only else text


def glyphs_of(widget: Widget) -> Glyphs:
    """The glyphs of the program that a widget is part of."""
    glyphs = getattr(widget.app, "glyphs", None)
    return glyphs if isinstance(glyphs, Glyphs) else Glyphs()
