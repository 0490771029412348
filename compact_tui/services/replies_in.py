"""A reply that a partnership sent: kept, read beside the audit, turned into actions, and answered within weeks."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from compact_tui import __version__
from compact_tui.core.audit import Action
from compact_tui.core.change import Edit
from compact_tui.core.errors import CompactError, UsageError, WorkspaceError
from compact_tui.core.record_forms import parse_path
from compact_tui.core.reply import AnswerLine, Reply, ReplyAnswer, wrong_in_answer
from compact_tui.core.reply_answered import ReplyAnswered
from compact_tui.core.reply_beside import newest_reply
from compact_tui.core.reply_views import AnswerMade, ReplyView
from compact_tui.core.sent_text import as_sent, sent_text, why_too_long
from compact_tui.core.text import clean_line, count, slug
from compact_tui.exchange.email_draft import Attachment
from compact_tui.exchange.reply_json import encode_answer, read_reply
from compact_tui.exchange.reply_letters import answer_parcel, parcel_files
from compact_tui.exchange.strict_json import LARGEST
from compact_tui.services.actions import add_action
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.receipts_in import note_reply
from compact_tui.services.reply_beside import keep_reply, received_replies
from compact_tui.services.reply_drafts import edit_of, keep_answer, lines_of, take_in_draft
from compact_tui.services.reply_made import folder_end
from compact_tui.services.reply_named import asked_named, reply_named, see_ours
from compact_tui.services.reply_shown import view_of_reply
from compact_tui.storage.reading import read_given
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
    data = read_given(Path(named).expanduser(), LARGEST, f"{_NOTHING} Choose the file of the reply.")
    reply = read_reply(data)
    keep_reply(desk, reply, data)
    note_reply(desk, reply)
    return view_of_reply(desk, reply)


def show_reply(desk: Desk, reply_id: str = "") -> ReplyView:
    """A reply that was opened before; without an id the newest.

    Raises:
        UsageError: If there is none, or none of this id.
    """
    return view_of_reply(desk, reply_named(desk, reply_id))


def has_reply(desk: Desk) -> bool:
    """Whether a reply that can be read was opened here."""
    return bool(received_replies(desk).replies)


def act_on(desk: Desk, remark_id: str, reply_id: str = "", text: str | None = None) -> ReplyView:
    """Make an action of a question or recommendation, from the standard that it is about.

    Args:
        desk: Where, when and who.
        remark_id: The question or recommendation.
        reply_id: Which reply; empty for the one to our return that has it.
        text: What the setting answers to it besides, kept in the same step; ``None`` leaves that as it is.

    Raises:
        UsageError: If there is no such remark or several, it is one already, nothing is said, or no audit is open.
        CompactError: If no reply is named, and it is to a return that was not made here.
        WorkspaceError: If it cannot be saved.
    """
    reply, remark = asked_named(desk, remark_id, reply_id)
    said = {} if text is None else {"text": _said(text)}
    take_in_draft(desk, reply)
    if lines_of(desk, reply).get(remark.id, AnswerLine(remark=remark.id)).action:
        raise UsageError("An action was made of it already.", _NOTHING)
    opened = open_audit(desk)
    days = _DAYS.get(remark.priority)
    due = (date.fromisoformat(desk.today) + timedelta(days=days)).isoformat() if days else ""
    supports = tuple(standard.id for standard in opened.pack.standard if standard.id == remark.standard)

    def also(made: Action) -> tuple[Edit, ...]:
        return (edit_of(desk, reply, remark.id, partial(_acted, action=made, said=said)),)

    add_action(desk, {"what": clean_line(remark.text), "due": due}, supports, also)
    return view_of_reply(desk, reply)


def answer_remark(desk: Desk, remark_id: str, text: str, reply_id: str = "") -> ReplyView:
    """Say what the setting answers to a question or recommendation; said again, the new words stand.

    Raises:
        UsageError: If there is no such remark or several, nothing is said, or more than can be kept.
        CompactError: If no reply is named, and it is to a return that was not made here.
        WorkspaceError: If it cannot be saved.
    """
    reply, remark = asked_named(desk, remark_id, reply_id)
    said = _said(text)
    take_in_draft(desk, reply)
    what = f"answer to {remark.id} of {reply.partnership}"
    keep_answer(desk, reply, remark.id, lambda one: replace(one, text=said), what)
    return view_of_reply(desk, reply)


def _acted(one: ReplyAnswered, action: Action, said: dict[str, str]) -> ReplyAnswered:
    return replace(one, action=action.what, due=action.due, action_id=action.id, **said)


def _said(text: str) -> str:
    said = sent_text(text)
    wrong = why_too_long(said) if said else "An answer needs words."
    if wrong:
        raise UsageError(wrong, _NOTHING)
    return said


def make_answer(desk: Desk, reply_id: str = "") -> AnswerMade:
    """Make the answer to a reply: a file and the draft of an email, in a folder under ``sent``.

    Without an id it is the newest reply; where nothing of that is answered, the newest of which something is.

    Raises:
        UsageError: If nothing was answered yet.
        CompactError: If no reply is named, and it is to a return that was not made here; or if it cannot be sent.
        WorkspaceError: If it cannot be written; nothing is made then.
    """
    reply = reply_named(desk, reply_id)
    if not reply_id and not lines_of(desk, reply):
        others = [one for one in received_replies(desk).replies if lines_of(desk, one)]
        reply = newest_reply(others) or reply
    if not reply_id:
        see_ours(desk, reply)
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
    answer = ReplyAnswer(
        id=desk.new_id("an"),
        made_by=f"compact_tui {__version__}",
        made_on=desk.today,
        made_at=desk.at,
        reply=reply.id,
        return_id=reply.return_id,
        register_id=reply.register_id,
        setting=reply.setting,
        answers=tuple(lines),
    )
    sent = as_sent(answer)
    for clause in wrong_in_answer(sent):
        raise CompactError(f"No answer can be made: {clause}.", "Say that answer anew. What is said here stays.")
    return sent
