r"""Text of a GIFT file: escapes, line breaks, marks such as ``[html]``, and characters that cannot be seen.

While a question is taken apart, escaped characters are hidden behind control characters, so that what is left
of ``~ = # { } :`` is structure. Control characters of the file itself are refused before.
"""

import html
import re

from msgspec import Struct

_ESCAPED = {"~": "\x01", "=": "\x02", "#": "\x03", "{": "\x04", "}": "\x05", ":": "\x06", "\\": "\x07", "n": "\x0e"}
_SHOWN = str.maketrans({"\x0e": "\n", **{hidden: char for char, hidden in _ESCAPED.items() if char != "n"}})
_WRITTEN = str.maketrans({"\n": "\\n", **{char: f"\\{char}" for char in _ESCAPED if char != "n"}})
_ESCAPE = re.compile(r"\\([~=#{}:n\\])")
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_MARK = re.compile(r"\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*+)[^<>]*+>")
_HUGE_NUMBER = re.compile(r"&#[xX]?[0-9a-fA-F]{8,}+;?")
"""A character that there is not; Python would refuse to count so far."""
_LOOKS_LIKE_SIGNS = re.compile(r"\[(?:html|moodle|plain|markdown)\]|%", re.IGNORECASE)
_BREAKS = {"br", "p", "div", "li", "ul", "ol", "tr", "table"}
_SILENT = {*_BREAKS, "span"}
PLAIN, HTML = "plain", "html"


class Marked(Struct, frozen=True):
    """A piece of text with the format that it is in."""

    text: str
    format: str
    """``html``, ``moodle``, ``plain``, ``markdown``; empty where none is named."""
    left_out: tuple[str, ...] = ()
    """Names of the HTML elements of which only the words were kept."""


def steering(text: str) -> re.Match[str] | None:
    """The first character that cannot be seen and steers what is shown: NUL, escape, a change of direction."""
    return _STEERING.search(text)


def hide(text: str) -> str:
    """Text with its escaped characters out of the way."""
    return _ESCAPE.sub(lambda found: _ESCAPED[found[1]], text)


def show(hidden: str) -> str:
    r"""The words of a piece of hidden text: lines joined, escapes as what they stand for, ``\n`` as a new line."""
    return " ".join(part for line in hidden.split("\n") if (part := line.strip())).translate(_SHOWN)


def marked(hidden: str, outer: str = "") -> Marked:
    """The words of a piece of hidden text and their format.

    Args:
        hidden: The piece; it may begin with a mark.
        outer: The format of what it stands in, which holds where it has no mark.
    """
    stripped = hidden.strip()
    mark = _MARK.match(stripped)
    form = mark[1].lower() if mark else outer
    text = show(stripped[mark.end() :] if mark else stripped)
    return _without_html(text) if form == HTML else Marked(text, form)


def _without_html(text: str) -> Marked:
    names = [found[1].lower() for found in _TAG.finditer(text)]
    broken = _TAG.sub(lambda found: "\n" if found[1].lower() in _BREAKS else "", text)
    lines = (" ".join(html.unescape(_HUGE_NUMBER.sub("\ufffd", line)).split()) for line in broken.split("\n"))
    words = "\n".join(line for line in lines if line)
    return Marked(_STEERING.sub("\ufffd", words), HTML, tuple(sorted({name for name in names if name not in _SILENT})))


def written(text: str) -> str:
    """Text as it stands in a file: escaped; a character that cannot be seen is written out as ``<U+202E>``."""
    one = text.replace("\r\n", "\n").replace("\r", "\n")
    return _STEERING.sub(lambda found: f"<U+{ord(found[0]):04X}>", one).translate(_WRITTEN)


def written_piece(text: str) -> str:
    """The same for an answer or a feedback, whose beginning must not be taken for a mark or a weight."""
    return f"[{PLAIN}]{written(text)}" if _LOOKS_LIKE_SIGNS.match(text) else written(text)


def one_line(text: str) -> str:
    """Text for a place that holds one line and no escapes: what cannot be seen becomes a question mark."""
    return " ".join(_STEERING.sub("?", " ".join(text.split())).split())
