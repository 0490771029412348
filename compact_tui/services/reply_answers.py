"""What settings answer to the replies they were sent, as it is collected."""

from msgspec.structs import replace

from compact_tui.core.errors import CompactError
from compact_tui.core.partnership import ReplyMade
from compact_tui.core.read_records import Remark
from compact_tui.exchange.reply_json import read_answer
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import keep, kept


def take_answer(desk: Desk, data: bytes) -> str:
    """Take a setting's answer to a reply: each goes to the remark it answers; its id.

    An older answer never takes the place of a newer one, so that the order in which they come does not matter.

    Raises:
        FileNotAcceptableError: If it is no sound answer.
        CompactError: If no such reply was made here.
        WorkspaceError: If it cannot be saved.
    """
    answer = read_answer(data)
    reply = next((one for one in kept(desk, "replies", ReplyMade) if one.id == answer.reply), None)
    if reply is None or reply.return_id != answer.return_id:
        raise CompactError(
            f"{answer.setting or 'A setting'} answers the reply {answer.reply}, which was not made here.",
            "Nothing was taken from it. Ask the setting whose reply it answers.",
        )
    remarks = {one.id: one for one in kept(desk, "remarks", Remark) if one.return_id == reply.return_id}
    edits = []
    for line in answer.answers:
        before = remarks.get(line.remark)
        if before is not None and before.answered_on <= answer.made_on:
            planned = f"Action: {line.action}{f' (by {line.due})' if line.due else ''}" if line.action else ""
            said = "\n".join(part for part in (line.text, planned) if part)
            after = replace(before, answer=said, answered_on=answer.made_on)
            edits.append(edit("remarks", before.id, before, after))
    if reply.answered_on <= answer.made_on:
        edits.append(edit("replies", reply.id, reply, replace(reply, answered_on=answer.made_on)))
    keep(desk, "partnership-answer", f"answer of {answer.setting} taken", tuple(edits), undoable=False)
    return answer.id
