"""What settings answer to the replies they were sent, as it is collected."""

from collections.abc import Iterator, Mapping

from msgspec import convert
from msgspec.structs import replace

from compact_tui.core.change import Edit
from compact_tui.core.errors import CompactError
from compact_tui.core.partnership import ReplyMade
from compact_tui.core.read_records import Remark
from compact_tui.core.reply import AnswerLine, ReplyAnswer
from compact_tui.exchange.reply_json import read_answer
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import keep, kept, partnership_book


def take_answer(desk: Desk, data: bytes) -> tuple[str, bool]:
    """Take a setting's answer to a reply: each goes to the remark it answers; its id, and whether it says anything new.

    An older answer never takes the place of a newer one, so that the order in which they come does not matter. One
    that says it was made later than now was made on a computer whose clock is wrong, and counts as made now. What was
    taken back after the reply was made stands again where the setting has answered it.

    Raises:
        FileNotAcceptableError: If it is no sound answer.
        CompactError: If no such reply was made here, or it answers what was never asked of this return.
        WorkspaceError: If it cannot be saved.
    """
    answer = read_answer(data)
    reply = next((one for one in kept(desk, "replies", ReplyMade) if one.id == answer.reply), None)
    if reply is None or reply.return_id != answer.return_id:
        raise CompactError(
            f"{answer.setting or 'A setting'} answers the reply {answer.reply}, which was not made here.",
            "Nothing was taken from it. Ask the setting whose reply it answers.",
        )
    here = {one.id: one for one in kept(desk, "remarks", Remark)}
    asked = {one.id: one for one in (*_taken_back(desk), *here.values()) if one.return_id == reply.return_id}
    for line in answer.answers:
        if line.remark not in asked:
            raise CompactError(
                f"{answer.setting or 'A setting'} answers {line.remark}, which is not among what was asked of it.",
                "Nothing was taken from it. Ask the setting to answer the newest reply, and to send that.",
            )
    edits = tuple(_edits(reply, asked, here, answer, min(_made(answer), desk.at)))
    keep(desk, "partnership-answer", f"answer of {answer.setting} taken", edits, undoable=False)
    return answer.id, bool(edits)


def _made(answer: ReplyAnswer) -> str:
    """When an answer was made, as closely as it says."""
    return answer.made_at if answer.made_at.startswith(answer.made_on) else answer.made_on


def _taken_back(desk: Desk) -> Iterator[Remark]:
    """What was said to settings at any time, as it was when it was taken back."""
    for change in partnership_book(desk).history:
        for one in change.edits:
            if one.table == "remarks" and one.before and not one.after:
                yield convert(one.before, Remark)


def _edits(
    reply: ReplyMade, asked: Mapping[str, Remark], here: Mapping[str, Remark], answer: ReplyAnswer, made: str
) -> Iterator[Edit]:
    """What the answer changes; a day without an hour counts as before any hour of that day."""
    when = {"answered_on": made[:10], "answered_at": made if len(made) > len(made[:10]) else ""}
    for line in answer.answers:
        before = asked[line.remark]
        if _at(before) <= made:
            after = replace(before, answer=_said(line), **when)
            yield edit("remarks", after.id, here.get(after.id), after)
    if _at(reply) <= made:
        yield edit("replies", reply.id, reply, replace(reply, **when))


def _at(record: Remark | ReplyMade) -> str:
    return record.answered_at or record.answered_on


def _said(line: AnswerLine) -> str:
    planned = f"Action: {line.action}{f' (by {line.due})' if line.due else ''}" if line.action else ""
    return "\n".join(part for part in (line.text, planned) if part)
