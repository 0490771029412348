"""What the setting answers to a remark of a partnership's reply, as it is kept in the audit until it is sent."""

from compact_tui.core.record import Record
from compact_tui.core.reply import AnswerLine


class ReplyAnswered(Record, frozen=True, kw_only=True):
    """The answer to one remark."""

    id: str
    """As ``id_of`` makes it, so that two people who answer the same remark answer the same record."""
    reply: str
    remark: str
    text: str = ""
    action: str = ""
    """What the setting will do about it; empty where it made no action of it."""
    due: str = ""
    """By when."""
    by: str = ""
    at: str = ""


def id_of(reply: str, remark: str) -> str:
    """The id of the answer to a remark."""
    return f"{reply}/{remark}"


def line_of(answered: ReplyAnswered) -> AnswerLine:
    """The same as it is sent."""
    return AnswerLine(remark=answered.remark, text=answered.text, action=answered.action, due=answered.due)
