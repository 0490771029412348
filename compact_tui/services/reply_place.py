"""How the partnership's reply stands, for Home and for the year's dates; quick where no reply came."""

from typing import TYPE_CHECKING

from compact_tui.services.books import OpenAudit
from compact_tui.services.desk import Desk

if TYPE_CHECKING:
    from compact_tui.core.record_views import CalendarEvent
    from compact_tui.core.reply_standing import ReplyStanding


def reply_place(desk: Desk, opened: OpenAudit) -> "ReplyStanding | None":
    """The newest reply to a return of this audit; ``None`` where there is none."""
    if not opened.kept.returns or not any(desk.workspace.received_folder.glob("reply-*.json")):
        return None
    from compact_tui.core.reply_standing import reply_standing  # all that replies need is slow to load
    from compact_tui.services.reply_beside import reply_beside
    from compact_tui.services.reply_drafts import lines_of
    from compact_tui.services.reply_made import answer_before

    reply = reply_beside(desk, opened)
    if reply is None:
        return None
    made = answer_before(desk, reply, lines_of(desk, reply).values())
    return reply_standing(opened.kept, reply, made=made.whole, made_before=bool(made.folder))


def reply_events(desk: Desk, opened: OpenAudit) -> "tuple[CalendarEvent, ...]":
    """The day by which it is to be answered, while there is something to answer or to send."""
    stands = reply_place(desk, opened)
    if stands is None or not stands.to_do:
        return ()
    from compact_tui.core.record_views import CalendarEvent

    return (CalendarEvent(day=stands.until, what="Answer the partnership's reply", kind="reply", id=stands.reply),)
