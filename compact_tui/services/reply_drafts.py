"""What is answered to a reply, until it is sent: kept in the audit's book, with its history, undo and copies."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from compact_tui.core.audit import Audit
from compact_tui.core.change import Edit
from compact_tui.core.errors import CompactError
from compact_tui.core.reply import AnswerLine, Reply
from compact_tui.core.reply_answered import ReplyAnswered, id_of
from compact_tui.core.reply_lines import line_now
from compact_tui.core.text import slug
from compact_tui.exchange.reply_json import read_answer
from compact_tui.services.books import audit_books, current_audit, one_goes_on, open_audit
from compact_tui.services.desk import Desk, commit, edit
from compact_tui.services.settling import settle
from compact_tui.storage.putting_away import put_away
from compact_tui.storage.reading import read_bytes

_NOTHING = "Nothing was changed."


def answered(desk: Desk, reply: Reply) -> dict[str, ReplyAnswered]:
    """What was answered so far, by remark, in the order in which it was; said in two rounds, the newest stands.

    Raises:
        WorkspaceError: If an audit cannot be read.
    """
    return {remark: one for remark, (one, _) in _newest(desk, reply).items()}


def _newest(desk: Desk, reply: Reply) -> dict[str, tuple[ReplyAnswered, Audit]]:
    audits = [current_audit(desk, book) for book in audit_books(desk)]
    newest: dict[str, tuple[ReplyAnswered, Audit]] = {}
    for audit, one in ((own, one) for own in audits for one in own.reply_answers if one.reply == reply.id):
        known = newest.get(one.remark)
        if known is None or known[0].at < one.at:
            newest[one.remark] = one, audit
    return newest


def keep_answer(
    desk: Desk, reply: Reply, remark: str, changed: Callable[[ReplyAnswered], ReplyAnswered], what: str
) -> None:
    """Keep what is answered to a remark, as one change of the audit that is open.

    Args:
        desk: Where, when and who.
        reply: The reply.
        remark: Id of the remark.
        changed: Makes the answer out of the one before.
        what: The change in a few words.

    Raises:
        UsageError: If no audit is open, or it is not clear which.
        WorkspaceError: If it cannot be saved.
    """
    commit(desk, open_audit(desk).book, "reply-answer", what, (edit_of(desk, reply, remark, changed),))


def edit_of(desk: Desk, reply: Reply, remark: str, changed: Callable[[ReplyAnswered], ReplyAnswered]) -> Edit:
    """What ``keep_answer`` does to the record, to go with another change.

    Raises:
        UsageError: If no audit is open, or it is not clear which.
    """
    id_ = id_of(reply.id, remark)
    here = next((one for one in open_audit(desk).kept.reply_answers if one.id == id_), None)
    start = here or _of_another_round(desk, reply, remark) or ReplyAnswered(id=id_, reply=reply.id, remark=remark)
    return edit("reply_answers", id_, here, replace(changed(start), by=desk.who, at=desk.at))


def _of_another_round(desk: Desk, reply: Reply, remark: str) -> ReplyAnswered | None:
    """What another audit answered, its action as it stands in that one's plan."""
    found = _newest(desk, reply).get(remark)
    if found is None:
        return None
    line = line_now(found[0], found[1].actions)
    return replace(found[0], action=line.action, due=line.due, action_id="")


def take_in_draft(desk: Desk, reply: Reply) -> tuple[str, ...]:
    """Take in the draft that an older version of the program kept as a file, and put the file away.

    Where no audit is open it waits. What stands in the audit already is newer, and stays.

    Returns:
        What is to be said about it: nothing, unless it cannot be taken.
    """
    path = desk.workspace.received_folder / f"answer-{slug(reply.id)}.json"
    if not path.exists():
        return ()
    if not one_goes_on(desk):
        return (f"{path.name} in the folder received holds answers to it: open the audit they belong to first.",)
    try:
        lines = read_answer(read_bytes(path)[0]).answers
        _take_in(desk, reply, lines, path)
    except CompactError as error:
        return (f"{path.name} in the folder received holds answers that cannot be taken: {error.message}",)
    return ()


def _take_in(desk: Desk, reply: Reply, lines: tuple[AnswerLine, ...], path: Path) -> None:
    known = answered(desk, reply)
    edits = []
    for line in lines:
        if line.remark not in known:
            id_ = id_of(reply.id, line.remark)
            after = ReplyAnswered(
                id=id_,
                reply=reply.id,
                remark=line.remark,
                text=line.text,
                action=line.action,
                due=line.due,
                by=desk.who,
                at=desk.at,
            )
            edits.append(edit("reply_answers", id_, None, after))
    what = f"answers to {reply.partnership} taken over"
    commit(desk, open_audit(desk).book, "reply-answer", what, tuple(edits), undoable=False)
    settle(desk, _NOTHING)
    put_away(path, f"taken-over-{path.name}")


def lines_of(desk: Desk, reply: Reply) -> dict[str, AnswerLine]:
    """What was answered so far as it is sent, by remark; one of which nothing is left is not in it."""
    lines = ((remark, line_now(one, audit.actions)) for remark, (one, audit) in _newest(desk, reply).items())
    return {remark: line for remark, line in lines if line.text or line.action}
