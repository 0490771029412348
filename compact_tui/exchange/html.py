"""A page as one self-contained HTML file: no script, nothing fetched, made to be read, heard and printed."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from compact_tui.core.page import ReportPage
from compact_tui.core.text import visible

if TYPE_CHECKING:
    from jinja2 import Template

_TEMPLATE = "page.html.j2"
_STEERING = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}
"""Characters that make text read in another order than it is written in."""


def page_html(page: ReportPage) -> bytes:
    """The page as UTF-8 HTML; every text in it is escaped."""
    return _template().render(page=page).encode("utf-8")


@cache
def _template() -> "Template":
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["shown"] = shown
    text = (files("compact_tui.exchange") / "templates" / _TEMPLATE).read_text("utf-8")
    return environment.from_string(text)


def shown(text: str) -> str:
    """Text for a page: control and direction-override characters made visible, joined emoji left whole."""
    return "".join(visible(char) if _steers(char) else char for char in text)


def _steers(char: str) -> bool:
    return (ord(char) < 0x20 and char not in "\n\t") or 0x7F <= ord(char) < 0xA0 or ord(char) in _STEERING
