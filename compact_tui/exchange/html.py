"""A page as one self-contained HTML file: no script, nothing fetched, made to be read, heard and printed."""

import re
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING

from msgspec import Struct

from compact_tui.core.chart import chart_table
from compact_tui.core.page import ReportPage
from compact_tui.core.text import slug, visible
from compact_tui.exchange.svg_chart import WIDE_ON_PAPER, drawings

if TYPE_CHECKING:
    from jinja2 import Template

_TEMPLATE = "page.html.j2"
_MARKED = '<meta name="generator" content="compact_tui: {}">'
_HEAD = 4096
"""Bytes in which a mark stands, before any text that somebody typed could be long."""
_LONGEST_MARK = 200
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that control, or make text read in another order than it is written in; not tabs and line feeds."""


def page_html(page: ReportPage, mark: str = "") -> bytes:
    """The page as UTF-8 HTML; every text in it is escaped.

    Args:
        page: The page.
        mark: What ``has_mark`` is to know the file by later; empty for none.
    """
    return rendered(_TEMPLATE, page, mark)


def rendered(name: str, page: Struct, mark: str = "") -> bytes:
    """A page as a template of ours has it, as UTF-8 HTML; the rest as in ``page_html``."""
    return _template(name).render(page=page, mark=_plain(mark)).encode("utf-8")


def has_mark(data: bytes, mark: str) -> bool:
    """Whether a file is a page of ours that was made with a mark."""
    return _MARKED.format(_plain(mark)).encode("utf-8") in data[:_HEAD]


def _plain(mark: str) -> str:
    """A mark in letters that need no escaping."""
    return slug(mark, _LONGEST_MARK) if mark else ""


@cache
def _template(name: str) -> "Template":
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {
        "shown": shown,
        "drawings": drawings,
        "drawings_on_paper": partial(drawings, wide=WIDE_ON_PAPER),
        "chart_table": chart_table,
    }
    text = (files("compact_tui.exchange") / "templates" / name).read_text("utf-8")
    return environment.from_string(text)


def shown(text: str) -> str:
    """Text for a page: control and direction-override characters made visible, joined emoji left whole."""
    return _STEERING.sub(lambda found: visible(found[0]), text)
