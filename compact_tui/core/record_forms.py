"""What is asked about a piece of evidence and about an action."""

from collections.abc import Iterable

from msgspec.structs import replace

from compact_tui.core.days import parse_day, say_day
from compact_tui.core.forms import Field, Form
from compact_tui.core.text import clean_line

_MOST_SUGGESTED = 5


def parse_path(text: str) -> str:
    """A path as it was typed or pasted, without the quotation marks that Windows copies with it."""
    line = clean_line(text)
    return line[1:-1].strip() if len(line) > 1 and line[0] == line[-1] and line[0] in "\"'" else line


_TITLE = Field(
    id="title",
    question="What is it?",
    help="Name the thing, never a child: Record against staff list.",
    required=True,
)
_WHERE = Field(id="where", question="Where is it?", help="Office, shared drive, minute book.")
_HELD_BY = Field(id="held_by", question="Who holds it?", help="A role, not a name.")
_FILE = Field(
    id="file",
    question="A file on this computer",
    help="Its path, if you want to know later whether it changed. It never leaves this computer.",
    parse=parse_path,
)
_WHO = Field(id="who", question="Who does it?", help="A role, not a name.")


def evidence_form(kinds: tuple[tuple[str, str], ...], roles: Iterable[str] = ()) -> Form:
    """What is asked about a piece of evidence.

    Args:
        kinds: Id and words of each kind; they come from the pack.
        roles: Roles that were named before, those named most often first.
    """
    return Form(
        "evidence",
        "What did you see?",
        (
            _TITLE,
            Field(id="kind", question="Kind", choices=kinds),
            _WHERE,
            _suggesting(_HELD_BY, roles),
            Field(id="seen_on", question="Day you saw it", parse=parse_day, show=say_day),
            Field(id="review_by", question="Look again by", help="May be left empty.", parse=parse_day, show=say_day),
            _FILE,
        ),
    )


def action_form(roles: Iterable[str] = ()) -> Form:
    """What is asked about an action.

    Args:
        roles: Roles that were named before, those named most often first.
    """
    return Form(
        "action",
        "What will be done?",
        (
            Field(
                id="what", question="What will be done?", help="Start with a verb: Ring both referees.", required=True
            ),
            _suggesting(_WHO, roles),
            Field(id="due", question="By when?", help="Such as 18 December 2026.", parse=parse_day, show=say_day),
        ),
    )


def _suggesting(field: Field, roles: Iterable[str]) -> Field:
    offered = tuple(roles)[:_MOST_SUGGESTED]
    if not offered:
        return field
    return replace(field, suggest=offered, help=f"{field.help} Used before: {', '.join(offered)}.")


ACTION_FORM = action_form()
"""The same without roles, for options of commands."""

_OUTCOME = Field(id="outcome", question="What happened?", help="One or two sentences; never a child's name.")


def action_edit_form(roles: Iterable[str] = ()) -> Form:
    """What can be changed about an action; the roles as above."""
    return Form("action", "Change this action", (*action_form(roles).fields, _OUTCOME))


DONE_FORM = Form(
    "done",
    "It is done: what happened?",
    (
        _OUTCOME,
        Field(id="on", question="On which day?", help="Left empty, it was today.", parse=parse_day, show=say_day),
    ),
)
"""What is asked when an action is done."""

DROP_FORM = Form(
    "drop",
    "Drop this action: why?",
    (
        Field(
            id="reason",
            question="Why will it not be done?",
            help="The reader of the plan sees it. One sentence is enough.",
            required=True,
        ),
    ),
)
"""What is asked when an action is dropped."""
