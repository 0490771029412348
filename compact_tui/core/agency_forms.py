"""What is asked around single-agency audits: to plan or start one, to choose cases, beside a case, and at the end."""

from msgspec.structs import replace

from compact_tui.core.agency_audit import ANSWERS, METHODS
from compact_tui.core.case_reference import parse_plain
from compact_tui.core.days import parse_day, say_day
from compact_tui.core.forms import Field, Form, Parser, parse_list
from compact_tui.core.sampling import MOST_IN_ALL, MOST_LOOKED_AT, numbers_typed, strata_typed
from compact_tui.core.text import clean, clean_line

MOST_SHARE = 100
USUAL_SHARE = "20"
"""Per cent of the cases that a second reader is given where nobody says otherwise."""
STATES = (("open", "Still to do"), ("done", "Done"), ("dropped", "Will not be done"))


def _number(most: int) -> Parser:
    def parse(text: str) -> str:
        typed = clean_line(text)
        if not (typed.isascii() and typed.isdigit() and len(typed) <= 6 and 0 < int(typed) <= most):
            raise ValueError(f'"{typed[:12]}" is not a number from 1 to {most}.')
        return str(int(typed))

    return parse


def parse_seed(text: str) -> str:
    """Where chance begins: a whole number.

    Raises:
        ValueError: If it is none.
    """
    typed = clean_line(text)
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 10):
        raise ValueError("The number that chance begins with has only digits, at most ten of them.")
    return str(int(typed))


def parse_numbers(text: str) -> str:
    """Numbers of the list, kept as ``3, 17, 29``.

    Raises:
        ValueError: If one of them is none.
    """
    return ", ".join(map(str, numbers_typed(text)))


def parse_strata(text: str) -> str:
    """Groups with how many each has, kept as ``Year 3: 12, Year 4: 20``.

    Raises:
        ValueError: If that cannot be read, or a name has an identifier in it.
    """
    return ", ".join(f"{parse_plain(group.name)}: {group.total}" for group in strata_typed(text))


_TITLE = Field(
    id="title",
    question="What do you call this audit?",
    help="Such as Case files, autumn term. Never a child's name.",
    parse=parse_plain,
    required=True,
)
_PLANNED_FOR = Field(
    id="planned_for",
    question="Planned for which day?",
    help="Only if it does not begin today, such as 18 January 2027.",
    parse=parse_day,
    show=say_day,
)
START_FORM = Form(
    "agency-audit",
    "About this audit",
    (
        _TITLE,
        Field(id="team", question="Which team or service?", help="Left empty, all of us.", parse=parse_plain),
        Field(
            id="why",
            question="Why this, and why now?",
            help="A theme, a worry, a change in practice, or its turn in the year.",
            parse=parse_plain,
        ),
        Field(
            id="period",
            question="From which time are the cases?",
            help="Such as September to December 2026.",
            parse=parse_plain,
        ),
        Field(id="lead", question="Who leads it?", help="A role, not a name.", parse=parse_plain),
        Field(id="auditors", question="Who looks at the cases?", help="Roles, not names.", parse=parse_plain),
        Field(
            id="standards",
            question="Which standards does it touch?",
            help="Their numbers, separated by commas.",
            parse=parse_list,
        ),
        _PLANNED_FOR,
    ),
)
"""What is asked when an audit is planned or started."""
PLAN_FORM = Form(
    "agency-plan",
    START_FORM.title,
    (*START_FORM.fields[:-1], replace(_PLANNED_FOR, help="Such as 18 January 2027.", required=True)),
)
"""The same where it does not begin today."""
SAMPLE_FORM = Form(
    "agency-sample",
    "Which ones do you look at?",
    (
        Field(
            id="method",
            question="How are they chosen?",
            help="By chance is the easiest to defend.",
            choices=METHODS,
        ),
        Field(
            id="total",
            question="How many are there in all?",
            help="Number them on a paper list, from 1 on. With groups, each has a list of its own.",
            parse=_number(MOST_IN_ALL),
        ),
        Field(
            id="size",
            question="How many do you look at?",
            help="Five is enough for a first time.",
            parse=_number(MOST_LOOKED_AT),
        ),
        Field(
            id="strata",
            question="Which groups, and how many in each?",
            help="Only to choose within groups: Year 3: 12, Year 4: 20.",
            parse=parse_strata,
        ),
        Field(
            id="numbers",
            question="Which numbers of the list?",
            help="Only where you choose for a reason: 3, 17, 29.",
            parse=parse_numbers,
        ),
        Field(id="reason", question="Why just these?", help="Needed where you choose for a reason.", parse=parse_plain),
        Field(
            id="key_place",
            question="Where is the paper list kept?",
            help="Such as the lead's locked cabinet. The names stay there.",
            parse=parse_plain,
        ),
        Field(
            id="seed",
            question="Where does chance begin?",
            help="Left empty, the program takes a new number and keeps it. The same number draws the same cases.",
            parse=parse_seed,
        ),
        Field(
            id="redrawn_because",
            question="Why are they drawn again?",
            help="Needed the second time; what was answered is put away with the first ones.",
            parse=parse_plain,
        ),
    ),
)
"""What is asked before cases are chosen."""
_WHO = Field(id="who", question="Who does it?", help="A role, not a name.")
_DUE = Field(id="due", question="By when?", help="Such as 18 December 2026.", parse=parse_day, show=say_day)
CASE_FORM = Form(
    "agency-case",
    "Beside this case",
    (
        Field(id="strength", question="What was done well?", long=True, parse=clean),
        Field(id="learning", question="One thing to learn from it", long=True, parse=clean),
        Field(id="action", question="What needs doing in this case?", long=True, parse=clean),
        _WHO,
        _DUE,
    ),
)
"""What is written beside a case; none of it leaves."""
SUMMARY_FORM = Form(
    "agency-summary",
    "What you found",
    (
        Field(id="works", question="What works?", long=True, parse=clean),
        Field(id="does_not", question="What does not work yet?", long=True, parse=clean),
        Field(
            id="views",
            question="What do children and families say?",
            help="How you asked, and what you heard. In nobody's exact words if they could be known by them.",
            long=True,
            parse=clean,
        ),
        Field(id="themes", question="Which themes run through it?", long=True, parse=clean),
        Field(
            id="training", question="What should others learn, and which training is needed?", long=True, parse=clean
        ),
        Field(id="rating", question="Your rating, if you use one", help="In your own words; may be left empty."),
        Field(id="shared_with", question="Whom did you share it with inside?", help="Roles, not names."),
        Field(id="shared_on", question="On which day?", parse=parse_day, show=say_day),
    ),
)
"""What is asked at the end; all of it leaves."""
ACTION_FORM = Form(
    "agency-action",
    "What will be done?",
    (
        Field(id="what", question="What will be done?", help="Start with a verb.", required=True),
        _WHO,
        _DUE,
        Field(id="how_known", question="How will you know that it worked?"),
        Field(id="status", question="Where does it stand?", choices=STATES),
        Field(id="outcome", question="What happened?", help="Once it is done, or will not be done."),
    ),
)
SECOND_FORM = Form(
    "agency-second",
    "A second reader",
    (
        Field(id="reader", question="Who reads a second time?", help="A role, not a name.", parse=parse_plain),
        Field(
            id="share",
            question="How many of the cases, in per cent?",
            help="Left empty, 20: at least one case, chosen by chance.",
            parse=_number(MOST_SHARE),
        ),
        Field(id="seed", question="Where does chance begin?", help="Left empty, a new number.", parse=parse_seed),
    ),
)
DECIDE_FORM = Form(
    "agency-decide",
    "What do you agree on?",
    (
        Field(
            id="answer",
            question="The answer",
            choices=tuple((known, words) for known, words, _ in ANSWERS),
            required=True,
        ),
        Field(id="note", question="What was decided, and why?", long=True, parse=clean),
    ),
)
DROP_AGENCY_FORM = Form(
    "agency-drop",
    "Drop this audit: why?",
    (Field(id="reason", question="Why will it not be done?", parse=parse_plain, required=True),),
)
QUESTION_FORM = Form(
    "agency-question",
    "A question of your own",
    (
        Field(
            id="text",
            question="What do you ask of every case?",
            help="One that yes, partly or no answers.",
            parse=parse_plain,
            required=True,
        ),
        Field(id="yes", question="What does yes look like?"),
        Field(id="partly", question="What does partly look like?"),
        Field(id="no", question="What does no look like?"),
        Field(id="look", question="Where is it found?"),
        Field(id="why", question="Why does it matter to a child?"),
    ),
)
