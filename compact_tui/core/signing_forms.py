"""What is asked of a person who signs."""

from compact_tui.core.days import parse_day, say_day
from compact_tui.core.forms import Field, Form
from compact_tui.core.text import clean_line

LONGEST_NAME = 120
"""Characters of a name."""


def parse_name(text: str) -> str:
    """A person's name on one line.

    Raises:
        ValueError: If it is longer than any name; with a sentence for the person.
    """
    name = clean_line(text)
    if len(name) > LONGEST_NAME:
        raise ValueError(f"That is longer than {LONGEST_NAME} characters. Write the name alone.")
    return name


def sign_form(role: str) -> Form:
    """What is asked of the person who signs.

    Args:
        role: Who that is, in words; empty where the pack names nobody, and then it is asked.
    """
    who = Field(
        id="role", question="What are you here?", help="Such as head, or chair.", parse=parse_name, required=True
    )
    return Form(
        "sign",
        f"Sign as {role}" if role else "Sign",
        (
            *(() if role else (who,)),
            Field(id="name", question="Your name", help="As you would sign on paper.", parse=parse_name, required=True),
            Field(id="on", question="Day", parse=parse_day, show=say_day, required=True),
        ),
    )


CYCLE_FORM = Form(
    "last-time",
    "Last time",
    (
        Field(
            id="cycle", question="What was that round called?", help="Such as 2024-2026, or a year. May be left empty."
        ),
    ),
)
