"""What is asked around notice boards: a board, an item of one's own, why something is not needed, what was read off."""

from collections.abc import Iterable

from compact_tui.core.board import NoticeBoard
from compact_tui.core.days import parse_day, say_day
from compact_tui.core.forms import Field, Form
from compact_tui.core.notice import AUDIENCES, CHILDREN, LOOKS, STAFF, VISITORS
from compact_tui.core.record_forms import parse_path
from compact_tui.core.text import clean, clean_line

_MOST_BOARDS = 99
_WORDS = dict(AUDIENCES)
ROW = "row-"
"""What the id of a board's row of letters begins with; the board follows."""
AUDIENCE_CHOICES: tuple[tuple[str, str], ...] = (
    *AUDIENCES,
    (f"{STAFF}, {VISITORS}", f"{_WORDS[STAFF]}; {_WORDS[VISITORS].lower()}"),
    (f"{STAFF}, {CHILDREN}, {VISITORS}", "Everybody"),
)
"""Whom a board can be for; ids of several are separated as ``core.forms.split`` reads them."""


def parse_order(text: str) -> str:
    """Which board it is on the way round, as digits.

    Raises:
        ValueError: If it is no whole number from 1 on.
    """
    typed = clean_line(text)
    if not (typed.isascii() and typed.isdigit()) or len(typed) > 6 or not 1 <= int(typed) <= _MOST_BOARDS:
        raise ValueError(f'"{typed}" is not a place on the way. Write a whole number from 1 to {_MOST_BOARDS}.')
    return str(int(typed))


BOARD_FORM = Form(
    "board",
    "A notice board",
    (
        Field(id="name", question="What do you call it?", help="Such as Staff room.", required=True),
        Field(id="place", question="Where does it hang?", help="For somebody who does not know the building."),
        Field(id="audience", question="Whom is it for?", choices=AUDIENCE_CHOICES, required=True),
        Field(
            id="order",
            question="Which one is it on the shortest way round?",
            help="1 comes first. Left empty, it comes last.",
            parse=parse_order,
        ),
    ),
    of_us=True,
)
OWN_FORM = Form(
    "own-item",
    "Something of your own that must hang",
    (
        Field(id="title", question="What is it?", help="Such as Our walking bus.", required=True),
        Field(id="says", question="What must it say?", help="A line for each point.", parse=clean, long=True),
        Field(id="audience", question="On which boards?", choices=AUDIENCE_CHOICES, required=True),
        Field(id="look", question="How often to look?", choices=tuple((known, words) for known, words, _ in LOOKS)),
    ),
    of_us=True,
)
_REASON = Field(
    id="reason", question="Why is it not needed here?", help="One sentence: We have no pool.", required=True
)
OFF_FORM = Form("off", "This does not belong on this board", (_REASON,), of_us=True)
REASON_FORM = Form("not-needed", "Not needed here", (_REASON,), of_us=True)
BESIDE_FORM = Form(
    "beside",
    "Beside the mark",
    (
        Field(id="note", question="A note", help="What you saw. Never a child's name."),
        Field(
            id="expires",
            question="Which day stands on it as its last?",
            help="Such as 31 August 2027. May be left empty.",
            parse=parse_day,
            show=say_day,
        ),
    ),
)
WALK_FILE_FORM = Form(
    "walk-file",
    "Take in the walks of a file",
    (Field(id="file", question="Which file?", help="Its path. It is only read.", parse=parse_path, required=True),),
    of_us=True,
)


def reads_form(title: str, asks: Iterable[str]) -> Form:
    """What is asked when an item is read off; one answer in any order.

    Args:
        title: The item.
        asks: What can be read off it, as questions.
    """
    return Form(
        "reads",
        f"{title}: what does it say?",
        (
            Field(
                id="reads",
                question=" ".join(asks) or "What does it say?",
                help="In any order, with commas: Sam Hill, 023 9200 0000, edition 2025.",
            ),
        ),
        of_us=True,
    )


def paper_form(boards: Iterable[NoticeBoard]) -> Form:
    """What is asked when a walk is typed in from its sheet: a row of letters for each board."""
    letters = "A letter for each number: t there, o out of date, w wrong, m missing, n not needed, - not looked at."
    how = "Such as: t t o w(old number) n(no pool)"
    rows = (
        Field(id=f"{ROW}{one.id}", question=f"{one.name}?", help=letters if at == 0 else how, parse=clean_line)
        for at, one in enumerate(boards)
    )
    on = Field(id="on", question="On which day?", help="Left empty, it was today.", parse=parse_day, show=say_day)
    return Form("paper-walk", "A walk from its sheet", (on, *rows), of_us=True)


def typed_board(board: NoticeBoard) -> dict[str, str]:
    """A board as a person would type it into the form."""
    audience = ", ".join(board.audiences)
    return {"name": board.name, "place": board.place, "audience": audience, "order": str(board.order or "")}
