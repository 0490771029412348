"""A partnership's reply as it is shown beside the audit: what is asked, what is answered, what to look at first."""

from compact_tui.core.reply import AnswerLine, Reply, ReplyRemark, asked_words
from compact_tui.core.reply_beside import done_words
from compact_tui.core.reply_page import remark_words, reply_page
from compact_tui.core.reply_views import RemarkLine, ReplyView
from compact_tui.core.text import listed
from compact_tui.services.desk import Desk
from compact_tui.services.reply_beside import received_replies
from compact_tui.services.reply_drafts import lines_of, take_in_draft
from compact_tui.services.reply_made import answer_before
from compact_tui.services.reply_named import asks, reply_words, returns_made


def view_of_reply(desk: Desk, reply: Reply) -> ReplyView:
    """A reply with what is answered to it so far; a draft that an older version kept is taken in."""
    drafts = take_in_draft(desk, reply)
    lines = lines_of(desk, reply)
    remarks = tuple(_remark_line(one, lines.get(one.id, AnswerLine(remark=one.id))) for one in reply.remarks)
    waiting = [one.kind for one in remarks if one.open]
    ours = returns_made(desk).get(reply.return_id)
    notes = [*drafts, *received_replies(desk).damaged]
    if ours is None:
        notes.append(
            "The return that this reply is about was not made on this computer. Answers to it are written where the "
            "return was made: open this file there."
        )
    elif ours.code != reply.return_code:
        notes.append("The return that they read has another code than the one that was made here. Ring them.")
    others = [one for one in received_replies(desk).replies if one.id != reply.id]
    if others:
        named = listed(map(reply_words, others))
        notes.append(f"This is the reply {reply_words(reply)}. Opened here as well: {named}.")
    made = answer_before(desk, reply, lines.values())
    return ReplyView(
        id=reply.id,
        partnership=reply.partnership,
        setting=reply.setting,
        cycle=reply.cycle,
        return_id=reply.return_id,
        made_on=reply.made_on,
        known=ours is not None,
        notes=tuple(notes),
        remarks=remarks,
        open=len(waiting),
        answer_file=made.folder,
        answer_words=made.words,
        page=reply_page(reply, opened=True),
        sentence=f"{reply.partnership} replied to your return of {reply.cycle}. "
        + (f"{asked_words(waiting)} still to answer." if waiting else "Nothing is left to answer."),
    )


def _remark_line(remark: ReplyRemark, line: AnswerLine) -> RemarkLine:
    asked = asks(remark)
    done = done_words(line)
    waits = asked and not done
    return RemarkLine(
        id=remark.id,
        kind=remark.kind,
        asks=asked,
        words=remark_words(remark),
        answer=line.text,
        action=line.action,
        open=waits,
        state="attention" if waits else "done" if asked else "none",
        word=done or ("to answer" if asked else ""),
    )
