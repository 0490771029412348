"""The notice list, and what was read off a notice compared with it and with the profile."""

from collections.abc import Sequence

from compact_tui.core.notice import NoticeList, Reading
from compact_tui.core.reading_off import Finding
from compact_tui.core.reading_off import read_off as compared
from compact_tui.services.books import read_setting
from compact_tui.services.desk import Desk
from compact_tui.storage.notices import shipped_notices


def notice_list(desk: Desk) -> NoticeList:
    """The notice list that came with the program; read once for each desk.

    Raises:
        FileNotAcceptableError: If it was changed and cannot be read any more.
    """
    if desk.shelf.notice_list is None:
        desk.shelf.notice_list = shipped_notices()
    return desk.shelf.notice_list


def read_off(desk: Desk, reads: Sequence[Reading], text: str, expires: str = "") -> tuple[Finding, ...]:
    """Compare what was read off a notice with the profile, the editions in force and the numbers that are known.

    Args:
        desk: Where, when and who.
        reads: What can be read off the notice, as its item has it.
        text: What was read off, in any order, such as ``Sam Hill, 0845 671 0271, KCSIE 2025``.
        expires: The day (``YYYY-MM-DD``) that stands on it as its last; empty for none.
    """
    return compared(reads, text, notice_list(desk), read_setting(desk), desk.today, expires)
