"""Where the key for finding leads: into the audit, or to a row of the list that is open."""

from compact_tui.services import audits
from compact_tui.services.books import audit_books
from compact_tui.ui.dialogs.find import FindDialog
from compact_tui.ui.dialogs.find_row import FindRowDialog
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.pick_list import PickList


async def find_in_audit(screen: CompactScreen) -> None:
    """Find a word in the audit, or jump to a number; without an audit say what comes first, and ask nothing."""
    books = screen.attempt(audit_books)
    if books == ():
        screen.notify(screen.AUDIT_FIRST, timeout=3)
    if not books or screen.attempt(audits.find, "") is None:
        return
    hit = await screen.app.push_screen_wait(FindDialog(lambda text: screen.attempt(audits.find, text) or ()))
    if hit is not None:
        screen.go("criterion" if hit.criterion else "standard", hit.standard, hit.criterion)


async def find_in_list(screen: CompactScreen) -> None:
    """Find a row of the first list of a place that has any, and put the cursor on it."""
    listed = next((one for one in screen.query(PickList) if one.rows), None)
    if listed is None:
        screen.notify("There is no list to find in here.", timeout=3)
        return
    found = await screen.app.push_screen_wait(FindRowDialog(listed.rows))
    # The list may have changed meanwhile, as where emails are made beside it.
    at = next((at for at, row in enumerate(listed.rows) if row.id == found), None)
    if at is not None:
        listed.focus()
        listed.cursor = at
