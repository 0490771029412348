"""Views of replies: those a partnership made, and the one that a setting received."""

from msgspec.structs import replace

from compact_tui.core.audit_views import View
from compact_tui.core.forms import Field, Form
from compact_tui.core.page import ReportPage

REPLY_FILE_FORM = Form(
    "reply-file",
    "Open a reply",
    (
        Field(
            id="file",
            question="Which file did the partnership send?",
            help="Its path, as pasted from your file manager.",
            required=True,
        ),
    ),
)
"""What is asked where a reply is opened."""
ANSWER_FORM = Form(
    "reply-answer",
    "Answer it",
    (Field(id="text", question="Your answer", help="The partnership reads it. No names.", long=True, required=True),),
)
"""What is asked about one question or recommendation."""


def answer_form(words: str) -> Form:
    """The same with the words that are answered beside the field."""
    (text,) = ANSWER_FORM.fields
    return replace(ANSWER_FORM, fields=(replace(text, help=f"To: {words} {text.help}"),))


class ReplyLine(View, frozen=True, kw_only=True):
    """A return of the round that counts, and whether a reply to it was made."""

    entry: str
    name: str
    return_id: str
    reply: str
    """Id of the newest reply; empty where there is none."""
    made_on: str
    sent_on: str
    answered_on: str
    folder: str
    state: str
    """``done started not-started``."""
    word: str


class RepliesView(View, frozen=True, kw_only=True):
    """The round's returns and their replies, by the name of the setting."""

    lines: tuple[ReplyLine, ...]
    made: int
    answered: int
    sentence: str


class RemarkLine(View, frozen=True, kw_only=True):
    """A question, recommendation or comment, with what was done about it."""

    id: str
    kind: str
    asks: bool
    """Whether it is a question or recommendation; a comment asks for nothing."""
    words: str
    answer: str
    action: str
    """What will be done; empty where no action was made of it."""
    open: bool
    """Whether it still wants an answer or an action."""
    state: str
    """``done attention none``."""
    word: str

    @property
    def lines(self) -> tuple[str, ...]:
        """It whole, with what was done about it."""
        said = f"Your answer: {self.answer}" if self.answer else ""
        action = f"Your action: {self.action}" if self.action else ""
        return tuple(line for line in (self.words, said, action) if line)


class ReplyView(View, frozen=True, kw_only=True):
    """A reply beside the audit it is about."""

    id: str
    partnership: str
    setting: str
    cycle: str
    return_id: str
    made_on: str
    known: bool
    """Whether the return it is about was made here."""
    notes: tuple[str, ...]
    """What to look at first."""
    remarks: tuple[RemarkLine, ...]
    open: int
    """Questions and recommendations without an answer or an action."""
    answer_file: str
    """Folder of the answer that was made last; empty where none was."""
    answer_words: str
    """Where it is, and whether it still holds all that is answered."""
    page: ReportPage
    sentence: str


class AnswerMade(View, frozen=True, kw_only=True):
    """The answer as files that are ready to be sent."""

    id: str
    folder: str
    draft_file: str
    answered: int
    sentence: str
