"""Asking whether counts of what is known, shown and seen travel with the return; by more than one screen."""

from compact_tui.core.standing_views import NOT_HELD
from compact_tui.services.standing import share_standing
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.pick_list import Row

_TOLD = (
    "Per standard: how many answers, cases and things on boards, how many of them were right, and the last day.",
    "Counts only, over all groups, and none where they are few. The reader sees them in the preview.",
    NOT_HELD,
)
_ROWS = (
    Row("no", "No, they stay here"),
    Row("yes", "Yes, with the counts of today"),
)


async def ask_sharing(screen: CompactScreen) -> bool:
    """Ask, and do as is said; says whether anything was chosen."""
    from compact_tui.ui.dialogs.choose import Choose

    chosen = await screen.app.push_screen_wait(Choose("Do these counts travel with the return?", _ROWS, lines=_TOLD))
    done = screen.attempt(share_standing, chosen == "yes") if chosen else None
    if done is not None:
        screen.notify(done.sentence, timeout=4, markup=False)
    return done is not None
