"""A receipt that a partnership sent: noted beside the return that it is for."""

from pathlib import Path

from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.core.return_views import ReturnSentView
from compact_tui.exchange.receipt_json import read_receipt
from compact_tui.exchange.strict_json import LARGEST
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.returns import receipt
from compact_tui.storage.reading import read_bytes


def take_receipt(desk: Desk, path: Path) -> ReturnSentView:
    """Note the receipt that is in a file; it must be for just the return that was made here.

    Raises:
        FileNotAcceptableError: If it is no receipt, or is for a return with other content.
        UsageError: If the return is not of this audit.
        WorkspaceError: If the file cannot be read, or it cannot be saved.
    """
    came = read_receipt(read_bytes(path, LARGEST)[0])
    made = next((one for one in open_audit(desk).audit.returns if one.id == came.return_id), None)
    if made is not None and made.digest != came.return_digest:
        raise FileNotAcceptableError(
            f"This receipt is for return {came.return_id} with the code {came.return_code}; yours has {made.code}.",
            "Nothing was noted. Ring the partnership: what came in there is not what you made.",
        )
    return receipt(desk, came.return_id, came.received_on, came.id)
