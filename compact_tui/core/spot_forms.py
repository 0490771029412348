"""What is asked around spot checks: whom, what staff were told, what was remembered later, answers from paper."""

from collections.abc import Iterable

from compact_tui.core.bank import SPOKEN, Question
from compact_tui.core.days import parse_day, say_day
from compact_tui.core.forms import Field, Form
from compact_tui.core.personal import refused_kind
from compact_tui.core.record_forms import parse_path
from compact_tui.core.spot import LEVELS
from compact_tui.core.text import clean_line

PURPOSE = (
    "To find out what all of us know by heart about keeping children safe, and what to explain again. "
    "It is not a test of any person."
)
"""What staff are told where nobody wrote words of their own."""
MONTHS = 12
MOST_MONTHS = 72
MOST_PEOPLE = 9999
LONGEST_INITIALS = 4
COUNT = "count-"
"""What the id of a field with a count begins with; the level or option follows."""
_YES_NO = (("no", "No"), ("yes", "Yes, where the person agrees"))


def parse_label(text: str) -> str:
    """A name for people of this place; what could only be a child's or a patient's is refused.

    Raises:
        ValueError: With a sentence for the person.
    """
    label = clean_line(text)
    refused = refused_kind(label)
    if refused:
        raise ValueError(f"This looks like {refused}. Only a role group may stand here, such as lunchtime staff.")
    return label


def parse_initials(text: str) -> str:
    """Initials of a member of staff: letters only.

    Raises:
        ValueError: If it is anything else.
    """
    initials = parse_label(text).replace(".", "").replace(" ", "").upper()
    if initials and not (initials.isalpha() and len(initials) <= LONGEST_INITIALS):
        raise ValueError(f"Initials are at most {LONGEST_INITIALS} letters, such as JP. Never a name or a number.")
    return initials


def parse_people(text: str) -> str:
    """How many people, as digits; empty for nobody said.

    Raises:
        ValueError: If it is no whole number.
    """
    return _whole(text, "a number of people", MOST_PEOPLE)


def parse_months(text: str) -> str:
    """How many months.

    Raises:
        ValueError: If it is no whole number from 1 on.
    """
    months = _whole(text, "a number of months", MOST_MONTHS)
    if months == "0":
        raise ValueError("At least one month, or nothing could be looked at.")
    return months


def _whole(text: str, noun: str, most: int) -> str:
    typed = clean_line(text)
    if not typed:
        return ""
    if not (typed.isascii() and typed.isdigit()) or len(typed) > 6 or int(typed) > most:
        raise ValueError(f'"{typed}" is not {noun}. Write a whole number up to {most}.')
    return str(int(typed))


_PEOPLE = Field(id="people", question="How many people?", help="Enter skips it.", parse=parse_people)
_ON = Field(id="on", question="On which day?", help="Left empty, it was today.", parse=parse_day, show=say_day)


def whom_form(groups: Iterable[str], *, title: str = "Whom do you ask?") -> Form:
    """What is asked before a round.

    Args:
        groups: Role groups that can be chosen; another one can be typed.
        title: The question over it.
    """
    return Form("whom", title, (_group(groups), _PEOPLE))


def _group(groups: Iterable[str]) -> Field:
    known = tuple(groups)
    return Field(
        id="group",
        question="Role group",
        help=f"Such as {', '.join(known[:4])}." if known else "Such as lunchtime staff.",
        parse=parse_label,
        required=True,
        suggest=known,
    )


KEEPING_FORM = Form(
    "keeping",
    "What staff are told",
    (
        Field(id="purpose", question="Why do you ask these questions?", help="As you tell it to staff.", required=True),
        Field(
            id="months",
            question="For how many months are answers kept?",
            help="After that only counts stay, with no words and no initials.",
            parse=parse_months,
            required=True,
        ),
        Field(
            id="initials",
            question="May initials be kept?",
            help="Only if your notice to staff says so, and only of people who agree.",
            choices=_YES_NO,
        ),
        Field(id="told_on", question="On which day were they told?", parse=parse_day, show=say_day),
    ),
    of_us=True,
)


def later_form(*, initials: bool) -> Form:
    """What is asked when somebody remembered more later; initials only where the notice has them."""
    signed = Field(
        id="initials", question="Initials, if the person agrees", help="May be left empty.", parse=parse_initials
    )
    return Form(
        "later",
        "Sign and review: what was remembered later?",
        (
            Field(id="added", question="In their words", help="The first answer stays as it is.", required=True),
            Field(id="level", question="What is it with that?", choices=LEVELS),
            _ON,
            *((signed,) if initials else ()),
        ),
    )


def counts_form(question: Question, groups: Iterable[str]) -> Form:
    """What is asked where a group answered together: how many gave each answer."""
    choices = LEVELS if question.kind == SPOKEN else tuple((one.id, one.text) for one in question.option)
    fields = (Field(id=f"{COUNT}{id_}", question=words, parse=parse_people) for id_, words in choices)
    return Form("counts", "How many gave each answer?", (_group(groups), *fields, _ON))


def paper_form(groups: Iterable[str], rounds: Iterable[tuple[str, str]] = ()) -> Form:
    """What is asked when answers on paper are typed in.

    Args:
        groups: As above.
        rounds: Id and words of the sheets that wait for their answers.
    """
    sheets = tuple(rounds)
    sheet = Field(
        id="round",
        question="Which sheet?",
        help="Empty for questions named by their id.",
        choices=(*sheets, ("", "None")),
    )
    return Form(
        "paper",
        "Answers from paper",
        (
            *((sheet,) if sheets else ()),
            _group(groups),
            _PEOPLE,
            _ON,
        ),
    )


INITIALS_FORM = Form(
    "own",
    "Whose answers?",
    (Field(id="initials", question="Their initials", parse=parse_initials, required=True),),
    of_us=True,
)
FILE_FORM = Form(
    "rows",
    "Take in the rounds of a file",
    (Field(id="file", question="Which file?", help="Its path. It is only read.", parse=parse_path, required=True),),
    of_us=True,
)
