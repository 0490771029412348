"""What is asked about a piece of evidence and about an action."""

from compact_tui.core.days import parse_day, say_day
from compact_tui.core.forms import Field, Form


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
