"""The one-minute guide and the glossary."""

from compact_tui.core.guide import Glossary, Guide, Term, look_up
from compact_tui.storage.content import read_content


def guide() -> Guide:
    """The one-minute guide."""
    return read_content("guide.toml", Guide)


def glossary(text: str = "") -> tuple[Term, ...]:
    """The terms that a text is found in; every term for no text."""
    return look_up(read_content("glossary.toml", Glossary), text)
