"""What is asked for a line of the learning log, for its end, and for an audit that is planned."""

from compact_tui.core.agency_template import KINDS as AGENCY_KINDS
from compact_tui.core.days import MONTHS, parse_day, say_day
from compact_tui.core.forms import Field, Form
from compact_tui.core.setting import SECTORS
from compact_tui.core.text import clean

TRAINING = "training"
LEARNING_KINDS: tuple[tuple[str, str], ...] = (
    (TRAINING, "Training"),
    ("guidance", "Guidance"),
    ("multi-agency-audit", "A multi-agency audit"),
    ("other", "Something else"),
)
"""What a partnership does about a finding: id and words."""
YES, NOT_YET = "yes", "not-yet"
HELPED: tuple[tuple[str, str], ...] = ((YES, "Yes, it shows"), (NOT_YET, "No, not yet"))
MULTI_AGENCY = "multi-agency"
AUDIT_KINDS: tuple[tuple[str, str], ...] = (*AGENCY_KINDS, (MULTI_AGENCY, "multi-agency audit"))
"""What an audit that is planned looks at: id and words."""


def parse_month(text: str) -> str:
    """A month that a person typed, as ``YYYY-MM``: ``2027-03``, ``3/2027``, ``March 2027``, or any day in it.

    Raises:
        ValueError: With a sentence for the person.
    """
    plain = text.strip()
    for day in (plain, f"{plain}-01", f"1/{plain}", f"1 {plain}"):
        try:
            return parse_day(day)[:7]
        except ValueError:
            continue
    raise ValueError(f'"{plain}" is not a month. Write it like March 2027, 3/2027 or 2027-03.')


def say_month(month: str) -> str:
    """``2027-03`` as ``March 2027``; empty where it is none."""
    return f"{MONTHS[int(month[5:7]) - 1]} {month[:4]}" if month else ""


_STANDARD = Field(id="standard", question="Which standard?", help="Its number or id; empty where it is none.")
_SECTOR = Field(id="sector", question="Which sector?", help="Empty for all of them.", choices=SECTORS)

LEARNING_FORM = Form(
    "learning",
    "A line of the learning log",
    (
        Field(
            id="finding",
            question="What was found?",
            help="In words that name no child, person or setting.",
            parse=clean,
            required=True,
            long=True,
        ),
        Field(id="will_do", question="What will the partnership do about it?", parse=clean, long=True),
        Field(id="kind", question="What kind of thing is that?", choices=LEARNING_KINDS),
        Field(id="who", question="Who does it?", help="A role, not a name."),
        Field(id="due", question="By which day?", parse=parse_day, show=say_day),
        _STANDARD,
        _SECTOR,
    ),
)

LEARNT_DONE_FORM = Form(
    "learning-done",
    "It is done",
    (Field(id="done", question="On which day was it done?", parse=parse_day, show=say_day, required=True),),
)

SHOWED_FORM = Form(
    "learning-showed",
    "Did the next round show it?",
    (
        Field(
            id="showed",
            question="What did the next round show?",
            help="In your own words; the figures stand beside the line.",
            parse=clean,
            required=True,
            long=True,
        ),
        Field(id="helped", question="Does that show that it helped?", choices=HELPED),
    ),
)

AUDIT_FORM = Form(
    "audit-planned",
    "An audit that somebody means to do",
    (
        Field(id="title", question="What will be audited?", required=True),
        Field(id="who", question="Who does it?", help="The agency, or the partnership itself.", required=True),
        Field(
            id="month",
            question="In which month?",
            help="Such as March 2027. Empty where that is not said yet.",
            parse=parse_month,
            show=say_month,
        ),
        Field(id="kind", question="What is looked at?", choices=AUDIT_KINDS),
        _STANDARD,
        _SECTOR,
        Field(id="note", question="Note", help="Stays in the partnership."),
    ),
    of_us=True,
)
