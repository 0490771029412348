"""What is asked about the person at the keyboard."""

from compact_tui.core.forms import Field, Form
from compact_tui.core.text import clean_line

LONGEST_INITIALS = 4


def parse_initials(text: str) -> str:
    """Initials, kept in capitals without dots.

    Raises:
        ValueError: If they are longer than four letters: a name is not wanted.
    """
    letters = "".join(char for char in clean_line(text) if char.isalpha()).upper()
    if len(letters) > LONGEST_INITIALS:
        raise ValueError("Initials only, at most four letters. A name is not needed.")
    return letters


WHO_FORM = Form(
    "who",
    "Who is at the keyboard?",
    (
        Field(
            id="role",
            question="Your role here",
            help="Such as Head, Deputy lead or Secretary. Your changes carry it, so that others know whom to ask.",
            required=True,
        ),
        Field(id="initials", question="Your initials", help="If you like. No name is needed.", parse=parse_initials),
    ),
)


def who_sentence(who: str) -> str:
    """Who is at the keyboard, in words."""
    return f"At the keyboard: {who}." if who else "Nobody has said who is at the keyboard: f4, or compact-tui who."


def said_as(role: str, initials: str) -> str:
    """A person as changes carry them: ``Head (AB)``."""
    return f"{role} ({initials})" if initials else role
