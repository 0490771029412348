"""The one-minute guide and the glossary."""

from pathlib import Path

from compact_tui.core.guide import Glossary, Guide, Term, look_up
from compact_tui.storage.content import read_content


def guide() -> Guide:
    """The one-minute guide."""
    return read_content("guide.toml", Guide)


def print_guide(output: str) -> Path:
    """Write the guide as a page to read or print; a file that is there already is kept.

    Raises:
        UsageError: If the file is there already.
        WorkspaceError: If it could not be written.
    """
    from compact_tui.core.guide import guide_page
    from compact_tui.services.pages import write_page

    return write_page(guide_page(guide()), Path(output))


def glossary(text: str = "") -> tuple[Term, ...]:
    """The terms that a text is found in; every term for no text."""
    return look_up(read_content("glossary.toml", Glossary), text)
