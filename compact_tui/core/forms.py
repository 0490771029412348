"""Forms as data: dialogs, prompts and command options are made from them, and a parser stands once."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from compact_tui.core.days import parse_day, say_day
from compact_tui.core.setting import KINDS, SECTORS
from compact_tui.core.switches import FEATURES
from compact_tui.core.text import clean, clean_line, did_you_mean

Parser = Callable[[str], str]
"""Typed text in, kept text out; raises ``ValueError`` with a sentence for the person."""


class Field(Struct, frozen=True, kw_only=True):
    """One thing that is asked."""

    id: str
    question: str
    help: str = ""
    parse: Parser = clean_line
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    """Id and words of what may be chosen; empty for free text."""
    long: bool = False
    """Free text of several lines."""
    show: Callable[[str], str] = str
    """Kept text as a person would type it."""


class Form(Struct, frozen=True):
    """What is asked together."""

    id: str
    title: str
    fields: tuple[Field, ...]


class Problem(Struct, frozen=True):
    """Why a field cannot be taken."""

    field: str
    sentence: str


class Filled(Struct, frozen=True):
    """A form as it was filled in: what can be kept, and what cannot and why."""

    values: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]

    def value(self, field_id: str) -> str:
        """What is kept of a field; empty when nothing was said."""
        return dict(self.values).get(field_id, "")


def fill(form: Form, typed: Mapping[str, str]) -> Filled:
    """Take what was typed into a form. Fields that are not in ``typed`` count as left empty."""
    values: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for field in form.fields:
        raw = typed.get(field.id, "")
        try:
            values.append((field.id, parse_field(field, raw)))
        except ValueError as error:
            problems.append(Problem(field.id, str(error)))
    return Filled(tuple(values), tuple(problems))


def parse_field(field: Field, raw: str) -> str:
    """What is kept of a typed text.

    Raises:
        ValueError: With a sentence saying what is wrong.
    """
    text = clean(raw) if field.long else raw.strip()
    if not text:
        if field.required:
            raise ValueError("This is needed.")
        return ""
    kept = _choice(field, text) if field.choices else field.parse(text)
    if field.required and not kept:
        raise ValueError("This is needed.")
    return kept


def _choice(field: Field, text: str) -> str:
    ids = [known for known, _ in field.choices]
    if text in ids:
        return text
    raise ValueError(f'"{text}" is not one of {", ".join(ids)}. {did_you_mean(text, ids)}'.strip())


def parse_emails(text: str) -> str:
    """Email addresses, separated by commas, semicolons or spaces, kept separated by ``, ``."""
    addresses = text.replace(";", " ").replace(",", " ").split()
    for address in addresses:
        name, _, host = address.partition("@")
        parts = host.split(".")
        if not (name and len(parts) > 1 and all(parts) and "@" not in host and address.isprintable()):
            raise ValueError(f'"{address}" is not an email address. Write it like lead@school.example.')
    return ", ".join(dict.fromkeys(addresses))


def parse_list(text: str) -> str:
    """Names separated by commas, kept separated by ``, ``."""
    return ", ".join(dict.fromkeys(clean_line(part) for part in text.split(",") if part.strip()))


def parse_features(text: str) -> str:
    """Things a setting does not have, separated by commas, kept separated by ``, ``."""
    known = [feature for feature, _ in FEATURES]
    wanted = [part.strip().lower().removeprefix("no ") for part in text.split(",") if part.strip()]
    for word in wanted:
        if word not in known:
            raise ValueError(f'"{word}" is not one of {", ".join(known)}. {did_you_mean(word, known)}'.strip())
    return ", ".join(feature for feature in known if feature in wanted)


def split(kept: str) -> tuple[str, ...]:
    """The parts of a kept list."""
    return tuple(part for part in kept.split(", ") if part)


SETTING_FORM = Form(
    "setting",
    "About your setting",
    (
        Field(id="name", question="Name of the setting", help="As the partnership knows it.", required=True),
        Field(
            id="kind",
            question="Kind of setting",
            help="Decides which version of the audit you see.",
            choices=tuple((known, word) for known, word, _ in KINDS),
        ),
        Field(
            id="sector",
            question="Sector",
            help="Chosen from the kind. Groups paid by the council or the NHS take the full audit: more is asked.",
            choices=SECTORS,
            required=True,
        ),
        Field(
            id="nursery",
            question="A nursery of your own inside the school?",
            help="Then one audit serves both, and shared questions are asked once.",
            choices=(("yes", "Yes, under the same management"), ("no", "No")),
        ),
        Field(
            id="without",
            question="What do you not have?",
            help="Any of: staff, premises, food, overnight, transport, website. Their questions are switched off.",
            parse=parse_features,
        ),
        Field(
            id="areas",
            question="Area or areas you work in",
            help="Separated by commas. The return is shared with all of them.",
            parse=parse_list,
        ),
        Field(
            id="return_to",
            question="Email address the return goes to",
            help="From your partnership's letter or website. Check it before you send.",
            parse=parse_emails,
        ),
        Field(id="due", question="Day it is due", help="Such as 18 December 2026.", parse=parse_day, show=say_day),
        Field(id="contact_name", question="Who completes it", help="The partnership may ring with a question."),
        Field(id="contact_role", question="Their role", help="Such as designated safeguarding lead."),
        Field(id="contact_email", question="Their email", parse=parse_emails),
        Field(id="contact_phone", question="Their phone"),
        Field(id="register_id", question="Register number", help="Only if the partnership gave you one."),
    ),
)

START_FORM = Form(
    "start",
    "Start an audit",
    (
        Field(
            id="cycle",
            question="What do you call this round?",
            help="A name or years, such as 2026-2028.",
            required=True,
        ),
    ),
)


def evidence_form(kinds: tuple[tuple[str, str], ...]) -> Form:
    """What is asked about a piece of evidence; the kinds come from the pack."""
    return Form(
        "evidence",
        "What did you see?",
        (
            Field(
                id="title",
                question="What is it?",
                help="Name the thing, never a child: Record against staff list.",
                required=True,
            ),
            Field(id="kind", question="Kind", choices=kinds),
            Field(id="where", question="Where is it?", help="Office, shared drive, minute book."),
            Field(id="held_by", question="Who holds it?", help="A role, not a name."),
            Field(id="seen_on", question="Day you saw it", parse=parse_day, show=say_day),
            Field(id="review_by", question="Look again by", help="May be left empty.", parse=parse_day, show=say_day),
        ),
    )


ACTION_FORM = Form(
    "action",
    "What will be done?",
    (
        Field(id="what", question="What will be done?", help="Start with a verb: Ring both referees.", required=True),
        Field(id="who", question="Who does it?", help="A role, not a name."),
        Field(id="due", question="By when?", help="Such as 18 December 2026.", parse=parse_day, show=say_day),
    ),
)

SENT_FORM = Form(
    "sent",
    "Was it sent?",
    (
        Field(id="on", question="Day it was sent", parse=parse_day, show=say_day, required=True),
        Field(id="by", question="Who sent it?", help="A role, such as head.", required=True),
    ),
)

COPY_FORM = Form(
    "copy",
    "Where can it be written?",
    (Field(id="folder", question="Folder", help="One you may write to, such as a USB stick.", required=True),),
)

RECEIPT_FORM = Form(
    "receipt",
    "Did a receipt come?",
    (
        Field(id="on", question="Day the receipt came", parse=parse_day, show=say_day, required=True),
        Field(id="ref", question="Its number, if it has one"),
    ),
)
