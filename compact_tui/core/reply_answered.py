"""What the setting answers to a remark of a partnership's reply, as it is kept in the audit until it is sent."""

from compact_tui.core.record import Record


class ReplyAnswered(Record, frozen=True, kw_only=True):
    """The answer to one remark."""

    id: str
    """As ``id_of`` makes it, so that two people who answer the same remark answer the same record."""
    reply: str
    remark: str
    text: str = ""
    action: str = ""
    """What the setting will do about it, as it was when the action was made; empty where it made none of it."""
    due: str = ""
    """By when, as it was then."""
    action_id: str = ""
    """Id of the action in the plan; empty in what an older version of the program kept."""
    by: str = ""
    at: str = ""


def id_of(reply: str, remark: str) -> str:
    """The id of the answer to a remark."""
    return f"{reply}/{remark}"
