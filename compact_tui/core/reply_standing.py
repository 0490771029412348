"""How a partnership's reply stands with the setting: what is still to be answered, and by when."""

from datetime import date, timedelta

from msgspec import Struct

from compact_tui.core.audit import Audit, latest_return
from compact_tui.core.days import days_until, how_far, say_short
from compact_tui.core.reply import QUESTION, RECOMMENDATION, SENT_BACK, Reply
from compact_tui.core.reply_lines import lines_in
from compact_tui.core.views import NextStepView

DAYS = 28
"""Days within which a reply is answered: the four weeks that it asks for (``core.reply_page``)."""
_PLACE = "reply"


class ReplyStanding(Struct, frozen=True, kw_only=True):
    """A reply to a return of the audit, and what the setting did with it."""

    reply: str
    """Its id."""
    asked: int
    """Questions and recommendations in it."""
    waiting: int
    """Those without an answer or an action."""
    until: str
    """The day by which it is to be answered."""
    plan_back: bool
    """Whether the action plan was sent back, and no return was made since."""
    made: bool
    """Whether an answer was made that holds all that is answered."""
    made_before: bool
    """Whether an answer was made at all."""

    @property
    def to_do(self) -> bool:
        """Whether the setting still has something to do about it."""
        return bool(self.waiting) or self.plan_back or (bool(self.asked) and not self.made)

    def words(self, today: str) -> str:
        """How it stands, in a few words."""
        if self.waiting:
            return f"{self.waiting} to answer, {self._by(today)}"
        if self.asked and not self.made:
            return "make the answer again" if self.made_before else f"answered: make the answer, {self._by(today)}"
        if self.plan_back:
            return "change your action plan"
        return "answer made" if self.asked else "nothing to answer"

    def _by(self, today: str) -> str:
        late = days_until(self.until, today) < 0
        return f"due {how_far(self.until, today)}" if late else f"by {say_short(self.until)}"

    def step(self, today: str) -> NextStepView | None:
        """What is next because of it; ``None`` for nothing."""
        if self.waiting:
            sentence = f"Answer the partnership's reply: {self.waiting} left, {self._by(today)}."
        elif self.asked and not self.made:
            again = " again" if self.made_before else ""
            sentence = f"The partnership's reply: make the answer{again}, and send it."
        elif self.plan_back:
            sentence = "Your action plan was sent back: change it, and make the return again."
            return NextStepView(sentence=sentence, place="actions")
        else:
            return None
        return NextStepView(sentence=sentence, place=_PLACE)


def reply_standing(audit: Audit, reply: Reply, *, made: bool, made_before: bool) -> ReplyStanding:
    """How a reply to a return of this audit stands.

    Args:
        audit: With what was answered.
        reply: As ``core.reply_beside.reply_for`` gave it.
        made: Whether an answer was made that holds all that is answered.
        made_before: Whether an answer was made at all.
    """
    asked = {one.id for one in reply.remarks if one.kind in {QUESTION, RECOMMENDATION}}
    done = set(lines_in(audit, reply.id))
    latest = latest_return(audit)
    return ReplyStanding(
        reply=reply.id,
        asked=len(asked),
        waiting=len(asked - done),
        until=(date.fromisoformat(reply.made_on) + timedelta(days=DAYS)).isoformat(),
        plan_back=reply.plan == SENT_BACK and latest is not None and latest.id == reply.return_id,
        made=made,
        made_before=made_before,
    )
