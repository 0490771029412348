"""What is asked of a partnership: about itself, about a setting of its register, and about whom settings ring."""

from compact_tui.core.days import parse_day, say_day
from compact_tui.core.forms import Field, Form, parse_emails, parse_list, split
from compact_tui.core.record_forms import parse_path
from compact_tui.core.setting import KINDS, SECTORS
from compact_tui.core.suppression import THRESHOLD
from compact_tui.core.text import clean, clean_line

CONTACTS: tuple[tuple[str, str], ...] = (
    ("social-care", "Children's social care, in the day (MASH)"),
    ("out-of-hours", "Children's social care, evenings and weekends"),
    ("lado", "Designated officer for allegations (LADO)"),
    ("other", "Somebody else"),
)
"""Whom settings ring: id and words."""


def parse_threshold(text: str) -> str:
    """The least number of settings whose figures are shown, from 3 to 50.

    Raises:
        ValueError: With a sentence saying what is wrong.
    """
    if not (text.isascii() and text.isdigit() and 3 <= int(text) <= 50):
        raise ValueError("Type a number from 3 to 50. Under 3, one setting could read off another's grade.")
    return str(int(text))


def parse_area(text: str) -> str:
    """The name of one area.

    Raises:
        ValueError: If a comma is in it, which would make two of it elsewhere.
    """
    if "," in text:
        raise ValueError("Name one area, without a comma. Others go under other areas.")
    return clean_line(text)


def parse_areas(text: str) -> str:
    """Other areas with their addresses, ``Southampton = returns@soton.example``, kept separated by ``, ``.

    Raises:
        ValueError: With a sentence saying what is wrong.
    """
    pairs = []
    for part in split(parse_list(text.replace(";", ","))):
        area, _, address = (side.strip() for side in part.partition("="))
        if not area or not address or " " in address:
            raise ValueError(
                f'"{part[:40]}" is not an area with its address. Write: Southampton = returns@soton.example'
            )
        pairs.append(f"{area} = {parse_emails(address)}")
    return ", ".join(pairs)


def areas_in(kept: str) -> tuple[tuple[str, str], ...]:
    """Areas and addresses of what ``parse_areas`` kept."""
    return tuple((area, address) for area, _, address in (part.partition(" = ") for part in split(kept)))


PARTNERSHIP_FORM = Form(
    "partnership",
    "About the partnership and this round",
    (
        Field(id="name", question="Name of the partnership", required=True),
        Field(id="area", question="Area it stands for", help="Such as Portsmouth.", parse=parse_area, required=True),
        Field(id="cycle", question="What is this round called?", help="Such as 2026-2028.", required=True),
        Field(id="due", question="Day returns are due", parse=parse_day, show=say_day),
        Field(id="return_to", question="Email address returns go to", parse=parse_emails),
        Field(
            id="threshold",
            question="Smallest group that is shown",
            help=f"Figures of fewer settings are kept back. {THRESHOLD} where nothing is said.",
            parse=parse_threshold,
        ),
        Field(
            id="other_areas",
            question="Other areas, and where they take returns",
            help="Such as: Southampton = returns@soton.example. Separated by commas.",
            parse=parse_areas,
        ),
        Field(
            id="letter",
            question="What the letter with the request says",
            help="Left empty, the usual words. Day, address and whom to ring are added by themselves.",
            parse=clean,
            long=True,
        ),
    ),
    of_us=True,
)

ENTRY_FORM = Form(
    "entry",
    "A setting of the register",
    (
        Field(id="name", question="Name of the setting", required=True),
        Field(id="kind", question="Kind of setting", choices=tuple((known, word) for known, word, _ in KINDS)),
        Field(id="sector", question="Sector", help="Follows from the kind where it is left empty.", choices=SECTORS),
        Field(id="phase", question="Phase", help="Such as infant, junior, all-through."),
        Field(id="contact_name", question="Whom to write to"),
        Field(id="contact_email", question="Their email", parse=parse_emails),
        Field(id="other_areas", question="Other areas it works in", help="Separated by commas.", parse=parse_list),
        Field(id="former_names", question="Names it had before", help="Separated by commas.", parse=parse_list),
        Field(id="due", question="Due, where it is another day", parse=parse_day, show=say_day),
        Field(id="merged_into", question="Part of (id of the setting it merged with)"),
        Field(id="closed_on", question="Closed on", parse=parse_day, show=say_day),
        Field(id="note", question="Note", help="Stays in the partnership."),
    ),
    of_us=True,
)

CONTACT_FORM = Form(
    "contact",
    "Whom settings ring",
    (
        Field(id="what", question="What is it?", choices=CONTACTS, required=True),
        Field(id="name", question="Its name, as settings know it", required=True),
        Field(id="value", question="Number or address", required=True),
        Field(
            id="checked_on",
            question="Day somebody rang it",
            help="Settings are told how old it is. After 90 days they are asked to ring before relying on it.",
            parse=parse_day,
            show=say_day,
        ),
        Field(id="source", question="Where it is published"),
    ),
    of_us=True,
)

REGISTER_FILE_FORM = Form(
    "register-file",
    "Take settings from a table",
    (
        Field(
            id="file",
            question="Which file?",
            help="CSV or a workbook (.xlsx), with a column of ids and one of names.",
            parse=parse_path,
            required=True,
        ),
    ),
    of_us=True,
)

FILTER_FORM = Form(
    "register-filter",
    "Show only some settings",
    (
        Field(id="find", question="Id or name holds", help="Left empty, all of them."),
        Field(id="sector", question="Sector", choices=SECTORS),
    ),
    of_us=True,
)

SENT_FORM = Form(
    "requests-sent",
    "What was made has been sent",
    (Field(id="on", question="On which day?", help="Left empty, today.", parse=parse_day, show=say_day),),
    of_us=True,
)

ENTRY_ID = Field(id="id", question="Its number in your register", help="Your own, such as P017.", required=True)
NEW_ENTRY_FORM = Form(ENTRY_FORM.id, "Add a setting to the register", (ENTRY_ID, *ENTRY_FORM.fields), of_us=True)
