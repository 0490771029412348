"""What came here or waits here as a sealed file, without a text: marked, and sealed anew where we go on with it."""

from msgspec.structs import replace

from compact_tui.core.digest import DIGEST_KEY, digest_of
from compact_tui.core.reader_file import FORMAT as READING
from compact_tui.core.reply import ANSWER_FORMAT, REPLY_FORMAT
from compact_tui.exchange.return_json import ERASED_KEY
from compact_tui.storage.erase_kinds import LENT, RECEIVED
from compact_tui.storage.erasing import Rewritten, document_in, pretty

_GOES_ON = {(RECEIVED, ANSWER_FORMAT), (RECEIVED, READING), (RECEIVED, REPLY_FORMAT)}
"""A reply, our draft of the answer to it, and the returns that a reader works on: the program reads them again."""
_COPIES = {(LENT, READING)}
"""What somebody else has now: our copy says that it is not as it was."""


def received_copy(file: Rewritten, today: str) -> Rewritten:
    """A file that is rewritten, so that the program goes on reading it.

    Args:
        file: What it would be without the text.
        today: The day that it is marked with.
    """
    document = document_in(file.data, file.path) if file.data is not None else None
    what = (file.kind, str((document or {}).get("format", "")))
    if document is None or what not in _GOES_ON | _COPIES:
        return file
    marked = {**document, ERASED_KEY: today}
    if what in _GOES_ON:
        marked[DIGEST_KEY] = digest_of(marked)
    return replace(file, data=pretty(marked))
