"""A reply that a partnership sent: kept, read beside the audit, turned into actions, and answered within weeks."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from msgspec.structs import replace

from compact_tui import __version__
from compact_tui.core.audit import Action, ReturnMade
from compact_tui.core.change import Edit
from compact_tui.core.days import say_day
from compact_tui.core.errors import FileNotAcceptableError, UsageError, WorkspaceError
from compact_tui.core.record_forms import parse_path
from compact_tui.core.reply import QUESTION, RECOMMENDATION, AnswerLine, Reply, ReplyAnswer, ReplyRemark, asked_words
from compact_tui.core.reply_beside import done_words, newest_reply
from compact_tui.core.reply_page import remark_words, reply_page
from compact_tui.core.reply_views import AnswerMade, RemarkLine, ReplyView
from compact_tui.core.text import clean, clean_line, count, did_you_mean, listed, slug
from compact_tui.exchange.email_draft import Attachment
from compact_tui.exchange.reply_json import encode_answer, read_reply
from compact_tui.exchange.reply_letters import answer_parcel, parcel_files
from compact_tui.exchange.strict_json import LARGEST
from compact_tui.services.actions import add_action
from compact_tui.services.books import audit_books, audit_of, open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.receipts_in import note_reply
from compact_tui.services.reply_beside import keep_reply, received_replies
from compact_tui.services.reply_drafts import edit_of, keep_answer, lines_of, take_in_draft
from compact_tui.services.reply_made import answer_before, folder_end
from compact_tui.storage.reading import read_bytes
from compact_tui.storage.send_folder import make_folder as make_send_folder

_NOTHING = "Nothing was changed."
_DAYS = {"now": 14, "this-term": 90}
"""Days within which a recommendation of a priority is to be done; others have no day."""


def open_reply(desk: Desk, file: str) -> ReplyView:
    """Read a reply and keep it in the folder ``received``; opening it again changes nothing.

    A reply to a return that was made here is its receipt as well.

    Args:
        desk: Where, when and who.
        file: Path of the reply.

    Raises:
        UsageError: No file is named.
        FileNotAcceptableError: It is not a sound reply; says why.
        CompactError: Another reply of the same number is here already.
        WorkspaceError: It cannot be kept.
    """
    named = parse_path(file)
    if not named:
        raise UsageError("No file is named.", f"{_NOTHING} Name the reply that the partnership sent.")
    try:
        data, _ = read_bytes(Path(named).expanduser(), LARGEST)
    except WorkspaceError as error:
        raise FileNotAcceptableError(error.message, f"{_NOTHING} Choose the file of the reply.") from error
    reply = read_reply(data)
    keep_reply(desk, reply, data)
    note_reply(desk, reply)
    return _view(desk, reply)


def show_reply(desk: Desk, reply_id: str = "") -> ReplyView:
    """A reply that was opened before; without an id the newest.

    Raises:
        UsageError: If there is none, or none of this id.
    """
    return _view(desk, _reply(desk, reply_id))


def has_reply(desk: Desk) -> bool:
    """Whether a reply that can be read was opened here."""
    return bool(received_replies(desk).replies)


def act_on(desk: Desk, remark_id: str, reply_id: str = "") -> ReplyView:
    """Make an action of a question or recommendation, from the standard that it is about.

    Raises:
        UsageError: If there is no such remark or several, it is one already, or no audit is open.
        WorkspaceError: If it cannot be saved.
    """
    reply, remark = _asked(desk, remark_id, reply_id)
    take_in_draft(desk, reply)
    if lines_of(desk, reply).get(remark.id, AnswerLine(remark=remark.id)).action:
        raise UsageError("An action was made of it already.", _NOTHING)
    opened = open_audit(desk)
    days = _DAYS.get(remark.priority)
    due = (date.fromisoformat(desk.today) + timedelta(days=days)).isoformat() if days else ""
    supports = tuple(standard.id for standard in opened.pack.standard if standard.id == remark.standard)

    def also(made: Action) -> tuple[Edit, ...]:
        return (edit_of(desk, reply, remark.id, lambda one: replace(one, action=made.what, due=due)),)

    add_action(desk, {"what": clean_line(remark.text), "due": due}, supports, also)
    return _view(desk, reply)


def answer_remark(desk: Desk, remark_id: str, text: str, reply_id: str = "") -> ReplyView:
    """Say what the setting answers to a question or recommendation; said again, the new words stand.

    Raises:
        UsageError: If there is no such remark or several, or nothing is said.
        WorkspaceError: If it cannot be saved.
    """
    reply, remark = _asked(desk, remark_id, reply_id)
    said = clean(text).strip()
    if not said:
        raise UsageError("An answer needs words.", _NOTHING)
    take_in_draft(desk, reply)
    what = f"answer to {remark.id} of {reply.partnership}"
    keep_answer(desk, reply, remark.id, lambda one: replace(one, text=said), what)
    return _view(desk, reply)


def make_answer(desk: Desk, reply_id: str = "") -> AnswerMade:
    """Make the answer to a reply: a file and the draft of an email, in a folder under ``sent``.

    Without an id it is the newest reply; where nothing of that is answered, the newest of which something is.

    Raises:
        UsageError: If nothing was answered yet.
        WorkspaceError: If it cannot be written; nothing is made then.
    """
    reply = _reply(desk, reply_id)
    if not reply_id and not lines_of(desk, reply):
        others = [one for one in received_replies(desk).replies if lines_of(desk, one)]
        reply = newest_reply(others) or reply
    waiting = take_in_draft(desk, reply)
    if waiting:
        raise WorkspaceError(" ".join(waiting), "No answer was made, as it would not be whole.")
    lines = lines_of(desk, reply)
    if not lines:
        raise UsageError("Nothing is answered yet.", "Answer a question, or make an action of a recommendation, first.")
    answer = _answer(desk, reply, lines.values())
    stem = f"{slug(reply.setting, 24)}-answer"
    attached = (Attachment(f"{stem}.json", encode_answer(answer)),)
    parcel = answer_parcel(answer, reply.answer_to, attached, f"{stem}-email.eml")
    name = f"{desk.today}-{folder_end(reply)}"
    folder = make_send_folder(desk.workspace.sent_folder, name, f".unfinished-{answer.id}", parcel_files(parcel))
    return AnswerMade(
        id=answer.id,
        folder=str(folder.absolute()),
        draft_file=str(folder.absolute() / parcel.draft_file),
        answered=len(lines),
        sentence=f"The answer to {reply.partnership} is ready: {count(len(lines), 'answer')}. Made is not sent: open "
        "the draft email and send it.",
    )


def _answer(desk: Desk, reply: Reply, lines: Iterable[AnswerLine]) -> ReplyAnswer:
    return ReplyAnswer(
        id=desk.new_id("an"),
        made_by=f"compact_tui {__version__}",
        made_on=desk.today,
        reply=reply.id,
        return_id=reply.return_id,
        register_id=reply.register_id,
        setting=reply.setting,
        answers=tuple(lines),
    )


def _reply(desk: Desk, reply_id: str) -> Reply:
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


def _asked(desk: Desk, remark_id: str, reply_id: str) -> tuple[Reply, ReplyRemark]:
    """The reply that asks this, and what it asks; without an id of a reply it is looked for in all of them.

    Of replies to one return the newest that asks it counts; replies to returns that were made here come first.
    """
    newest = _reply(desk, reply_id)
    if reply_id:
        return newest, _remark(newest, remark_id)
    made = _returns_made(desk)
    every = received_replies(desk).replies
    here = [one for one in every if one.return_id in made] or every
    asking = [one for one in here if any(asked.id == remark_id and _asks(asked) for asked in one.remarks)]
    by_return = {one.return_id: [other for other in asking if other.return_id == one.return_id] for one in asking}
    newest_ones = (newest_reply(replies) for replies in by_return.values())
    found = sorted((one for one in newest_ones if one is not None), key=lambda one: one.id)
    if len(found) > 1:
        named = listed(_named(one) for one in found)
        raise UsageError(
            f"{len(found)} replies have a {remark_id}: {named}.",
            f"{_NOTHING} Say which one is meant: --reply {found[0].id}",
        )
    reply = found[0] if found else newest
    return reply, _remark(reply, remark_id)


def _named(reply: Reply) -> str:
    return f"{reply.id} (to {reply.setting}, made on {say_day(reply.made_on)})"


def _asks(remark: ReplyRemark) -> bool:
    return remark.kind in {QUESTION, RECOMMENDATION}


def _returns_made(desk: Desk) -> dict[str, ReturnMade]:
    """The returns that were made here, by id."""
    return {one.id: one for book in audit_books(desk) for one in audit_of(book).returns}


def _remark(reply: Reply, remark_id: str) -> ReplyRemark:
    known = {one.id: one for one in reply.remarks if _asks(one)}
    if remark_id not in known and any(one.id == remark_id for one in reply.remarks):
        raise UsageError(f"{remark_id} is a comment: there is nothing to answer.", _NOTHING)
    if remark_id not in known:
        hint = did_you_mean(remark_id, known) or f"There is {', '.join(known) or 'nothing to answer'}."
        raise UsageError(f'The reply {reply.id} has no question or recommendation "{remark_id}".', f"{_NOTHING} {hint}")
    return known[remark_id]


def _view(desk: Desk, reply: Reply) -> ReplyView:
    drafts = take_in_draft(desk, reply)
    lines = lines_of(desk, reply)
    remarks = tuple(_remark_line(one, lines.get(one.id, AnswerLine(remark=one.id))) for one in reply.remarks)
    waiting = [one.kind for one in remarks if one.open]
    ours = _returns_made(desk).get(reply.return_id)
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
        notes.append(f"This is the reply {_named(reply)}. Opened here as well: {listed(map(_named, others))}.")
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
    asked = _asks(remark)
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
