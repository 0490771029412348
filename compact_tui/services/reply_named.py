"""Which reply is meant, and which of the things that it asks."""

from compact_tui.core.audit import ReturnMade
from compact_tui.core.days import say_day
from compact_tui.core.errors import CompactError, ExitCode, UsageError, WorkspaceError
from compact_tui.core.reply import QUESTION, RECOMMENDATION, Reply, ReplyRemark
from compact_tui.core.reply_beside import newest_reply
from compact_tui.core.text import did_you_mean, listed
from compact_tui.services.books import audit_books, audit_of
from compact_tui.services.desk import Desk
from compact_tui.services.reply_beside import received_replies

_NOTHING = "Nothing was changed."


def reply_named(desk: Desk, reply_id: str = "") -> Reply:
    """The reply with an id; without one the newest.

    Raises:
        UsageError: If there is none, or none of this id.
        WorkspaceError: If none can be read.
    """
    received = received_replies(desk)
    replies = {one.id: one for one in received.replies}
    newest = newest_reply(received.replies)
    if newest is None and received.damaged:
        raise WorkspaceError("No reply that was opened here can be read.", " ".join(received.damaged))
    if newest is None:
        raise UsageError("No reply was opened here.", "Open the one that came: compact-tui return open FILE")
    if not reply_id:
        return newest
    if reply_id not in replies:
        raise UsageError(f'There is no reply "{reply_id}".', did_you_mean(reply_id, replies))
    return replies[reply_id]


def asked_named(desk: Desk, remark_id: str, reply_id: str = "") -> tuple[Reply, ReplyRemark]:
    """The reply that asks this, and what it asks; without an id of a reply it is looked for in all of them.

    Of replies to one return the newest that asks it counts; replies to returns that were made here come first.

    Raises:
        UsageError: If there is no such remark, or several.
        CompactError: If only replies to returns that were not made here ask it, and none of them is named.
    """
    newest = reply_named(desk, reply_id)
    if reply_id:
        return newest, _remark(newest, remark_id)
    made = returns_made(desk)
    every = received_replies(desk).replies
    here = [one for one in every if one.return_id in made] or every
    asking = [one for one in here if any(asked.id == remark_id and asks(asked) for asked in one.remarks)]
    by_return = {one.return_id: [other for other in asking if other.return_id == one.return_id] for one in asking}
    newest_ones = (newest_reply(replies) for replies in by_return.values())
    found = sorted((one for one in newest_ones if one is not None), key=lambda one: one.id)
    if len(found) > 1:
        named = listed(reply_words(one) for one in found)
        raise UsageError(
            f"{len(found)} replies have a {remark_id}: {named}.",
            f"{_NOTHING} Say which one is meant: --reply {found[0].id}",
        )
    reply = found[0] if found else newest
    remark = _remark(reply, remark_id)
    see_ours(desk, reply)
    return reply, remark


def see_ours(desk: Desk, reply: Reply) -> None:
    """See that a reply that nobody named is to a return that was made here.

    Raises:
        CompactError: If it is not.
    """
    if reply.return_id not in returns_made(desk):
        raise CompactError(
            f"The return that the reply {reply_words(reply)} is about was not made here.",
            f"{_NOTHING} Answer it where the return was made. To answer it here all the same, add: --reply {reply.id}",
            ExitCode.REFUSED,
        )


def reply_words(reply: Reply) -> str:
    """A reply with its number, whose it is and when it was made."""
    return f"{reply.id} (to {reply.setting}, made on {say_day(reply.made_on)})"


def asks(remark: ReplyRemark) -> bool:
    """Whether a remark wants an answer."""
    return remark.kind in {QUESTION, RECOMMENDATION}


def returns_made(desk: Desk) -> dict[str, ReturnMade]:
    """The returns that were made here, by id."""
    return {one.id: one for book in audit_books(desk) for one in audit_of(book).returns}


def _remark(reply: Reply, remark_id: str) -> ReplyRemark:
    known = {one.id: one for one in reply.remarks if asks(one)}
    if remark_id not in known and any(one.id == remark_id for one in reply.remarks):
        raise UsageError(f"{remark_id} is a comment: there is nothing to answer.", _NOTHING)
    if remark_id not in known:
        hint = did_you_mean(remark_id, known) or f"There is {', '.join(known) or 'nothing to answer'}."
        raise UsageError(f'The reply {reply.id} has no question or recommendation "{remark_id}".', f"{_NOTHING} {hint}")
    return known[remark_id]
