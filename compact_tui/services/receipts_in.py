"""What a partnership sent as a sign that it has a return, noted beside the return: a receipt, or the reply itself."""

from pathlib import Path

from msgspec.structs import replace

from compact_tui.core.days import say_short
from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.core.reply import Reply
from compact_tui.core.return_views import ReturnSentView
from compact_tui.exchange.receipt_json import read_receipt
from compact_tui.exchange.strict_json import LARGEST
from compact_tui.services.books import audit_books, audit_of, open_audit
from compact_tui.services.desk import Desk, commit, edit
from compact_tui.services.returns import made_day, receipt
from compact_tui.storage.reading import read_given


def take_receipt(desk: Desk, path: Path) -> ReturnSentView:
    """Note the receipt that is in a file; it must be for just the return that was made here.

    Raises:
        FileNotAcceptableError: If it is no receipt or cannot be read, or is for a return with other content.
        UsageError: If the return is not of this audit.
        WorkspaceError: If it cannot be saved.
    """
    came = read_receipt(read_given(path, LARGEST))
    made = next((one for one in open_audit(desk).audit.returns if one.id == came.return_id), None)
    if made is not None and made.digest != came.return_digest:
        raise FileNotAcceptableError(
            f"This receipt is for return {came.return_id} with the code {came.return_code}; yours has {made.code}.",
            "Nothing was noted. Ring the partnership: what came in there is not what you made.",
        )
    return receipt(desk, came.return_id, came.received_on, came.id)


def note_reply(desk: Desk, reply: Reply) -> None:
    """Note beside the return that a reply is about that the partnership has it, where no receipt was noted yet.

    A reply to a return that was not made here, or that has another code, says nothing of ours. Where the day on which
    they say that it came in cannot be right it is the day of today.

    Raises:
        WorkspaceError: If it cannot be saved.
    """
    for book in audit_books(desk):
        for made in audit_of(book).returns:
            if made.id == reply.return_id and made.code == reply.return_code and not made.receipt_on:
                earliest = made.sent_on or made_day(made.made_at)
                day = reply.received_on if earliest <= reply.received_on <= desk.today else desk.today
                after = replace(made, receipt_on=day, receipt_ref=reply.id)
                what = f"return receipt {say_short(day)}, as their reply came"
                commit(desk, book, "return-receipt", what, (edit("returns", made.id, made, after),))
