"""Banks that are taken from files and written to files: what is asked, and what is told of it."""

from msgspec import Struct

from compact_tui.core.bank_changes import QuestionChange
from compact_tui.core.forms import Field, Form
from compact_tui.core.problems import Problem, say

FORMATS: tuple[tuple[str, str], ...] = (
    ("toml", "TOML: this program's own, to change with a text editor"),
    ("json", "JSON: for other programs"),
    ("csv", "CSV: for a spreadsheet"),
    ("gift", "GIFT: for Moodle"),
    ("aiken", "Aiken: choices only, for simple quiz programs"),
)
"""Formats in which a bank can be written: id and words."""
TAKE_FORM = Form(
    "take-bank",
    "Take a bank from a file",
    (
        Field(
            id="file",
            question="Which file?",
            help="One that ends with .toml, .json, .csv, .gift or .txt. You see what would change first.",
            required=True,
        ),
    ),
)
WRITE_FORM = Form(
    "write-bank",
    "Write the bank to a file",
    (
        Field(id="format", question="In which format?", choices=FORMATS, required=True),
        Field(id="output", question="To which file?", help="A file that is there already is kept.", required=True),
    ),
)


class BankTaken(Struct, frozen=True, kw_only=True):
    """What taking a bank from a file does, or would do."""

    bank: str
    title: str
    file: str
    """Where it stands, or would stand."""
    done: bool
    """Whether it was written: not for a dry run, nor where nothing differs."""
    questions: tuple[QuestionChange, ...]
    sentence: str
    notes: tuple[str, ...]
    """What to know of it, a sentence each."""
    problems: tuple[Problem, ...]


class BankWritten(Struct, frozen=True, kw_only=True):
    """A bank that was written to a file."""

    bank: str
    format: str
    file: str
    lost: tuple[str, ...]
    """What the format cannot carry, a sentence each."""
    flags: int
    """How many remarks on its questions went with it."""


def taken_lines(view: BankTaken) -> tuple[str, ...]:
    """What taking a bank does or would do, in lines."""
    return (
        view.sentence,
        *(f"  {change.state:<8}{change.id}" for change in view.questions if change.state != "same"),
        *view.notes,
        *(f"{problem.severity.value}: {say(problem)}" for problem in view.problems),
        f"Taken: {view.file}" if view.done else "Nothing was written.",
    )


def written_lines(view: BankWritten) -> tuple[str, ...]:
    """What was written where, and what the format could not carry."""
    return (f"Written: {view.file}", *view.lost)
