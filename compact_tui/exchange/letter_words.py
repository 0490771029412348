"""Words that every email of the program begins with."""

from collections.abc import Iterable

from compact_tui.core.erase_text import is_marker
from compact_tui.core.text import visible
from compact_tui.exchange.email_draft import usable_addresses

FILL_IN = "Fill in the address that this goes to, then delete this line."
"""First line of an email whose address nobody knows."""


def greeting(name: str = "") -> str:
    """How a letter begins: by name where it is known whom it goes to, and the name was not erased."""
    return f"Dear {name if name and not is_marker(name) else 'colleague'},"


def letter_text(to: Iterable[str], *paragraphs: str) -> str:
    """The text of an email out of its paragraphs, empty ones left out; it begins by asking for a missing address."""
    first = "" if usable_addresses(tuple(to)) else FILL_IN
    return visible("\n\n".join(part for part in (first, *paragraphs) if part) + "\n")


def indented(lines: tuple[str, ...], nothing: str) -> str:
    """Lines under a point of what to do by hand, or what stands there where there are none."""
    return "\n".join(f"   {line}" for line in lines or (nothing,))
