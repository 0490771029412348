"""What is asked around reading returns: who reads, what a reader decides, and what was said on the telephone."""

from compact_tui.core.allocating import WAYS
from compact_tui.core.days import parse_day, say_day
from compact_tui.core.forms import Field, Form
from compact_tui.core.record_forms import parse_path
from compact_tui.core.text import clean_line

REMARKS = (("comment", "Comment"), ("question", "Question to the setting"), ("recommendation", "Recommendation"))
PRIORITIES = (("now", "Now"), ("this-term", "This term"), ("this-cycle", "This round"))
CONTACT_WAYS = (("rang", "Rang"), ("visited", "Visited"), ("wrote", "Wrote"))
VERDICTS = (("accepted", "Accepted"), ("sent-back", "Sent back"))
USUAL_SHARE = "10"


def parse_readers(text: str) -> str:
    """Readers, each with the settings that are their own: ``Sam Hill = P017 P018, Ann Lee``.

    Raises:
        ValueError: With a sentence saying what is wrong.
    """
    kept: dict[str, str] = {}
    for part in text.replace(";", ",").split(","):
        name, sign, own = part.partition("=")
        name, ids = clean_line(name), own.split()
        if not name and not ids:
            continue
        if not name or (sign and not ids):
            raise ValueError(f'"{clean_line(part)[:40]}" is not a reader. Write: Sam Hill = P017, Ann Lee')
        if name in kept:
            raise ValueError(f'"{name[:40]}" is named twice.')
        kept[name] = f"{name} = {' '.join(ids)}" if ids else name
    return ", ".join(kept.values())


def readers_in(kept: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Names, and what each has as their own settings, of what ``parse_readers`` kept."""
    parts = (part.partition(" = ") for part in kept.split(", ") if part)
    return tuple((name, tuple(own.split())) for name, _, own in parts)


def parse_share(text: str) -> str:
    """A whole number from 1 to 100.

    Raises:
        ValueError: With a sentence saying what is wrong.
    """
    number = text.removesuffix("%").strip()
    if not (number.isascii() and number.isdigit() and 1 <= int(number) <= 100):
        raise ValueError("Type how many of a hundred are read twice, from 1 to 100.")
    return str(int(number))


ALLOCATE_FORM = Form(
    "allocate",
    "Share the returns out among readers",
    (
        Field(
            id="readers",
            question="Who reads?",
            help="Names with commas; after = the ids of settings of their own: Sam Hill = P017, Ann Lee.",
            parse=parse_readers,
            required=True,
        ),
        Field(id="way", question="How?", help="Left empty, evenly.", choices=WAYS),
    ),
    of_us=True,
)
SECOND_READING_FORM = Form(
    "second-reading",
    "Have a share read twice, blind",
    (
        Field(
            id="share",
            question="How many of a hundred?",
            help="They are drawn by chance. The second reader does not see what the first one said.",
            parse=parse_share,
            required=True,
        ),
    ),
    of_us=True,
)
HAND_OVER_FORM = Form(
    "hand-over",
    "Hand over what is not read yet",
    (
        Field(id="reader", question="From whom?", required=True),
        Field(
            id="to",
            question="To whom?",
            help="A reader, or somebody new; after = the ids of settings of their own: Ann Lee = P017.",
            required=True,
        ),
        Field(id="only", question="Only this return", help="Left empty, all that this reader has not finished."),
    ),
    of_us=True,
)
MODERATE_FORM = Form(
    "moderate",
    "The committee's grade beside the setting's own",
    (
        Field(id="level", question="Grade (its id)", help="Left empty, the setting's own grade stands again."),
        Field(
            id="reason",
            question="Why?",
            help="The setting reads this in its reply. No names of children or staff.",
            long=True,
        ),
    ),
)
REMARK_FORM = Form(
    "remark",
    "Say something to the setting",
    (
        Field(id="kind", question="What is it?", choices=REMARKS, required=True),
        Field(id="text", question="In your words", help="The setting reads this. No names.", long=True, required=True),
        Field(id="standard", question="Standard (number or id)", help="Left empty, about the return as a whole."),
        Field(id="priority", question="By when, of a recommendation", choices=PRIORITIES),
    ),
)
PLAN_FORM = Form(
    "plan-verdict",
    "The setting's action plan",
    (
        Field(id="verdict", question="What becomes of it?", choices=VERDICTS, required=True),
        Field(id="reason", question="Why?", help="Needed where it is sent back.", long=True),
    ),
)
CONTACT_NOTE_FORM = Form(
    "contact-note",
    "Contact with the setting",
    (
        Field(id="way", question="How?", choices=CONTACT_WAYS, required=True),
        Field(id="what", question="About what?", help="Roles, no names of children.", long=True, required=True),
        Field(id="agreed", question="What was agreed?", long=True),
        Field(id="on", question="On which day?", help="Left empty, today.", parse=parse_day, show=say_day),
    ),
)
REMARK_NUMBER_FORM = Form(
    "remark-number",
    "Take back a remark",
    (Field(id="number", question="Which number?", help="Such as k-0001.", required=True),),
    of_us=True,
)
READING_EXPORT_FORM = Form(
    "reading-export",
    "Give a reader their returns as a file",
    (
        Field(id="reader", question="Whose?", help="Left empty where this workspace is the reader's own."),
        Field(id="output", question="Where to?", help="Left empty, the usual folder.", parse=parse_path),
    ),
    of_us=True,
)
READING_FILE_FORM = Form(
    "reading-file",
    "Take in a reader's file",
    (Field(id="file", question="Which file?", parse=parse_path, required=True),),
    of_us=True,
)


def moderate_form(levels: tuple[tuple[str, str], ...]) -> Form:
    """The form of a moderated grade with the levels of a pack: id and word."""
    level, reason = MODERATE_FORM.fields
    chosen = Field(id=level.id, question="Which grade?", help=level.help, choices=levels)
    return Form(MODERATE_FORM.id, MODERATE_FORM.title, (chosen, reason))
