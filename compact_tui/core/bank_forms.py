"""A bank of one's own, begun by answering a few questions."""

from collections.abc import Mapping
from datetime import date, timedelta

from msgspec.structs import replace

from compact_tui.core.bank import (
    MUST,
    MUST_NOT,
    SPOKEN,
    BankChange,
    BankHead,
    BankSource,
    Place,
    Point,
    Question,
    QuestionBank,
)
from compact_tui.core.days import parse_day, say_day
from compact_tui.core.forms import Field, Form
from compact_tui.core.text import clean_line, slug
from compact_tui.core.topics import Topic

_A_YEAR = timedelta(days=365)
_LONGEST_ID = 60


BANK_FORM = Form(
    "bank",
    "A question bank of your own",
    (
        Field(id="title", question="What is the bank called?", help="Such as Our trips and outings.", required=True),
        Field(id="owner", question="Who looks after it?", help="A role, such as the deputy lead.", required=True),
        Field(id="topic", question="Which topic is it about?", help="Its id, such as our-setting.", required=True),
        Field(
            id="prompt",
            question="The first question, as you would read it aloud",
            help="Leave it empty to begin with an example.",
        ),
        Field(id="answer", question="The answer you would say back", help="What to do, with whom, how fast."),
        Field(id="must", question="What has to be in a full answer?", help="As you would hear it."),
        Field(id="unsafe", question="What would be unsafe to hear?", help="May be left empty."),
        Field(id="why", question="Why does it matter to a child?", help="One sentence."),
        Field(id="source", question="Where is that written?", help="Such as Our policy on trips, 2026."),
        Field(id="place", question="Where in it?", help="A page or section."),
    ),
)
"""What is asked for a bank and its first question, whatever the topics are."""


def with_topics(topics: tuple[Topic, ...]) -> Form:
    """The same with the topics that there are to choose from."""
    subjects = tuple((topic.id, topic.title) for topic in topics)
    fields = (replace(field, choices=subjects, help="") if field.id == "topic" else field for field in BANK_FORM.fields)
    return Form(BANK_FORM.id, BANK_FORM.title, tuple(fields))


def confirm_form(title: str) -> Form:
    """What is asked of whoever confirms a question or a bank."""
    day = Field(
        id="checked_on",
        question="The lead opened its documents on which day?",
        help="It holds for this edition, until its next review day has passed.",
        parse=parse_day,
        show=say_day,
        required=True,
    )
    return Form("confirm", f"Still right: {title}", (day,))


EXAMPLE: Mapping[str, str] = {
    "prompt": "Halfway through a trip you count the group and one child is missing. What do you do first?",
    "answer": "Keep the others together with another adult, look where the child was last seen, and ring the trip "
    "leader now. If they are not found within minutes, ring 999. The lead and the family are told the same hour.",
    "must": "I ring the trip leader at once",
    "unsafe": "I would finish the visit first",
    "why": "The first minutes are when a child is found nearby.",
    "source": "Our policy on trips and outings",
    "place": "Put the page or section here",
}
"""The question of a bank that was begun without one; it is a draft, because it is nobody's yet."""
NEEDED_WITH_PROMPT = ("answer", "must", "why", "source", "place")
"""Fields without which a first question is none."""


def begun_bank(values: Mapping[str, str], today: str) -> QuestionBank:
    """The bank that a filled form makes.

    Args:
        values: What was said, by field of the form.
        today: The day it is begun (``YYYY-MM-DD``): checked today, looked at again in a year.
    """
    own = bool(values.get("prompt"))
    said = {**EXAMPLE, **{key: clean_line(text) for key, text in values.items() if own or key not in EXAMPLE}}
    name, again = slug(said["title"], _LONGEST_ID), (date.fromisoformat(today) + _A_YEAR).isoformat()
    points = [Point(id="needed", weight=MUST, say=said["must"])]
    if said["unsafe"]:
        points.append(Point(id="unsafe", weight=MUST_NOT, say=said["unsafe"]))
    question = Question(
        id=f"{slug(said['title'], 20)}-{slug(said['prompt'], 38)}",
        topic=said["topic"],
        kind=SPOKEN,
        status="live" if own else "draft",
        duty="should",
        prompt=said["prompt"],
        answer=said["answer"],
        why=said["why"],
        roles=("all-staff", "volunteer"),
        confidence="I",
        checked_on=today,
        review_by=again,
        source=(Place(source="ours", place=said["place"]),),
        point=tuple(points),
    )
    head = BankHead(
        id=name,
        title=said["title"],
        edition="1",
        subject=said["topic"],
        owner=said["owner"],
        review_by=again,
        change=(BankChange(edition="1", on=today, what="First edition."),),
    )
    source = BankSource(id="ours", title=said["source"], checked_on=today, status="local page")
    return QuestionBank(bank=head, source=(source,), question=(question,))


HINTS = (
    "A question bank of your own. Open this file in any plain editor (Notepad, TextEdit).",
    "To add a question, copy everything from [[question]] to the end, paste it below, and change the words.",
    "Give every question its own id, and never use an id twice. Nobody's name, and nothing about a child.",
    "",
    "Then check it:          compact-tui bank lint",
    "What may stand here:    docs/bank-format.md",
)
"""What stands above a bank that was begun here."""
