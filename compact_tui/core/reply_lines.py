"""What is answered to the remarks of a reply as it is sent now: an action as it stands in the plan."""

from collections.abc import Iterable

from compact_tui.core.audit import Action, Audit
from compact_tui.core.reply import AnswerLine
from compact_tui.core.reply_answered import ReplyAnswered


def line_now(answered: ReplyAnswered, actions: Iterable[Action]) -> AnswerLine:
    """The answer to one remark: its action with the words and the day that it has now, without it where it is gone.

    Args:
        answered: What is kept of it.
        actions: Those of the audit that it is kept in.
    """
    line = AnswerLine(remark=answered.remark, text=answered.text, action=answered.action, due=answered.due)
    if not answered.action_id:
        return line
    here = next((one for one in actions if one.id == answered.action_id), None)
    what, due = (here.what, here.due) if here else ("", "")
    return AnswerLine(remark=line.remark, text=line.text, action=what, due=due)


def lines_in(audit: Audit, reply_id: str) -> dict[str, AnswerLine]:
    """What an audit answers to a reply, by remark; one of which nothing is left is not in it."""
    lines = (line_now(one, audit.actions) for one in audit.reply_answers if one.reply == reply_id)
    return {line.remark: line for line in lines if line.text or line.action}
