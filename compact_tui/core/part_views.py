"""Views of parts: those that are lent, one that was made, one that was opened, and one that is sent back."""

from collections.abc import Iterable

from compact_tui.core.audit_views import View
from compact_tui.core.days import how_far, say_day, say_short
from compact_tui.core.days import parse_day as _parse_day
from compact_tui.core.forms import Field, Form, parse_list
from compact_tui.core.lent_records import PartHere, PartLent
from compact_tui.core.pack import AuditPack
from compact_tui.core.show import numbers_of
from compact_tui.core.text import count, listed

FORMS = (
    ("part", "A file for this program"),
    ("workbook", "A spreadsheet"),
    ("page", "A page to fill in on paper"),
)
"""In what form standards are lent, and the words for it."""

LEND_FORM = Form(
    "lend",
    "Lend a part to a colleague",
    (
        Field(
            id="standards",
            question="Which standards?",
            help="Their numbers, with commas: 3, 5.",
            parse=parse_list,
            required=True,
        ),
        Field(id="lent_to", question="Who answers them?", help="A role or team, not a name: HR.", required=True),
        Field(id="due", question="Back by when?", help="May be left empty.", parse=_parse_day, show=say_day),
        Field(id="form", question="How do they answer?", choices=FORMS),
    ),
)
"""What is asked when standards are lent."""

PART_FILE_FORM = Form(
    "part-file",
    "Take in what came back",
    (Field(id="file", question="Which file?", help="Its path, as pasted from your file manager.", required=True),),
)
"""What is asked for a file that came back."""

OPEN_PART_FORM = Form(
    "part-open",
    "Open a part that somebody sent you",
    (
        Field(id="file", question="Which file?", help="Its path, as pasted from your file manager.", required=True),
        Field(id="folder", question="Where to?", help="Left empty: a folder beside the file."),
    ),
)
"""What is asked for a part that a colleague sent."""

NO_AUDIT = "No audit is open here. A part that somebody sent you can be opened."
"""What is said where nothing could be lent."""
COLLEAGUES = "Work with colleagues: lend a part, take in what came back"
"""What the place is called."""
_WORDS = {"late": "late", "out": "out", "back": "back", "called-off": "called off"}
"""States in the order in which they press, and the words for them."""


class PartLine(View, frozen=True, kw_only=True):
    """A part that was lent."""

    id: str
    lent_to: str
    standards: tuple[str, ...]
    numbers: str
    """The numbers of its standards: ``3, 5``."""
    form: str
    form_words: str
    lent_on: str
    due: str
    state: str
    """``out`` · ``late`` · ``back`` · ``called-off``."""
    state_words: str
    """The state with its day: ``late, was due 1 Dec 2026 (2 days ago)``."""
    words: str
    """The whole in one line."""
    file: str
    """Name of its file under ``lent``; empty where it was written elsewhere."""


class PartsView(View, frozen=True, kw_only=True):
    """What is lent of an audit, and whether the audit itself is a part."""

    title: str
    parts: tuple[PartLine, ...]
    """Late ones first, then those that are out, back and called off; each by the day it is due."""
    sentence: str
    is_part: bool
    """Whether this whole audit is a part that was lent to us."""
    part_sentence: str
    """Whose part it is and what to do with it; empty where it is none."""
    has_audit: bool
    """Whether an audit is open here of which something could be lent."""
    folder: str
    """Where the files of lent parts are."""


class PartMade(View, frozen=True, kw_only=True):
    """A part that was just lent."""

    id: str
    lent_to: str
    standards: tuple[str, ...]
    form: str
    path: str
    sentence: str
    next_step: str


class PartOpened(View, frozen=True, kw_only=True):
    """A colleague's part that was opened here."""

    folder: str
    """The workspace it lies in."""
    lent_to: str
    setting: str
    standards: int
    criteria: int
    due: str
    opened: bool
    """False where it had been opened there before."""
    sentence: str
    next_step: str


class PartReturned(View, frozen=True, kw_only=True):
    """A part that is ready to be sent back."""

    folder: str
    part_file: str
    draft_file: str
    read_me_file: str
    answered: int
    criteria: int
    sentence: str
    next_step: str


def part_lines(pack: AuditPack, parts: Iterable[PartLent], today: str) -> tuple[PartLine, ...]:
    """What is lent, the most pressing first."""
    order = tuple(_WORDS)
    numbers = numbers_of(pack)
    lines = [_line(part, numbers, today) for part in parts]
    return tuple(sorted(lines, key=lambda line: (order.index(line.state), not line.due, line.due, line.lent_on)))


def _line(part: PartLent, numbers: dict[str, str], today: str) -> PartLine:
    state = state_of(part, today)
    said = ", ".join(numbers.get(one, one) for one in part.standards)
    words = _state_words(part, state, today)
    return PartLine(
        id=part.id,
        lent_to=part.lent_to,
        standards=part.standards,
        numbers=said,
        form=part.form,
        form_words=dict(FORMS).get(part.form, part.form),
        lent_on=part.lent_on,
        due=part.due,
        state=state,
        state_words=words,
        words=f"{part.lent_to}: {said}",
        file=part.file,
    )


def state_of(part: PartLent, today: str) -> str:
    """Where a part is: ``out`` · ``late`` · ``back`` · ``called-off``; late from the day after it is due."""
    if part.called_off_on:
        return "called-off"
    if part.back_on:
        return "back"
    return "late" if part.due and part.due < today else "out"


def _state_words(part: PartLent, state: str, today: str) -> str:
    if state == "called-off":
        return f"called off {say_short(part.called_off_on)}"
    if state == "back":
        waits = f", {count(part.undecided, 'change')} to choose" if part.undecided else ""
        return f"back {say_short(part.back_on)}{waits}"
    if not part.due:
        return f"out since {say_short(part.lent_on)}"
    verb = "late, was due" if state == "late" else "out, due"
    return f"{verb} {say_short(part.due)} ({how_far(part.due, today)})"


def parts_words(parts: Iterable[PartLent], today: str) -> str:
    """How many parts are where, in a few words: ``1 late, 2 out``."""
    states = [state_of(part, today) for part in parts]
    said = [f"{states.count(state)} {words}" for state, words in _WORDS.items() if state in states]
    return ", ".join(said) if said else "nothing lent"


def parts_sentence(parts: Iterable[PartLent], today: str) -> str:
    """The same as a sentence."""
    states = [state_of(part, today) for part in parts]
    if not states:
        return "Nothing is lent yet."
    said = [f"{states.count(state)} {words}" for state, words in _WORDS.items() if state in states]
    return f"{count(len(states), 'part')}: {listed(said)}."


def part_sentence(part: PartHere) -> str:
    """Whose part an audit is, and what is to be done with it."""
    whose = f"Part of the audit of {part.setting or 'another setting'}, for {part.lent_to}"
    asked = f" Asked by {part.asked_by}." if part.asked_by else ""
    if part.returned_on:
        return f"{whose}: made ready to send back on {say_day(part.returned_on)}.{asked}"
    return f"{whose}: send it back{f' by {say_day(part.due)}' if part.due else ''}.{asked}"
