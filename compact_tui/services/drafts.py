"""The return as it would be made now: what the preview shows, what is made, and what is signed."""

from compact_tui import __version__
from compact_tui.core.return_build import build_return
from compact_tui.core.returns import Return
from compact_tui.core.setting import Setting
from compact_tui.services.books import OpenAudit, read_setting
from compact_tui.services.desk import Desk

NO_SETTING = Setting(id="setting", name="")
"""Stands where nobody has said who we are."""


def draft_of(desk: Desk, opened: OpenAudit, return_id: str) -> Return:
    """The return of an audit as it stands; its digest is still empty.

    Args:
        desk: Where, when and who.
        opened: The audit.
        return_id: Id of the return; empty for one that is only looked at.
    """
    return build_return(
        read_setting(desk) or NO_SETTING,
        opened.pack,
        opened.audit,
        return_id=return_id,
        made_on=desk.today,
        made_by=f"compact_tui {__version__}",
        today=desk.today,
    )
