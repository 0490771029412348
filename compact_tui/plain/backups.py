"""Backups: the copies that are there, what going back to one would change, and going back."""

from compact_tui.core.backup_views import preview_lines
from compact_tui.plain.asking import yes
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import backups

_HELP = ("Choose a copy to hear what going back to it would change. Nothing is changed before you say yes.",)


def backups_place(teller: Teller, visit: Visit) -> Step:
    """Choose a copy, hear what would change, and go back to it."""
    desk = visit.desk
    view = backups.list_backups(desk)
    if not view.backups:
        teller.say("", view.sentence)
        return Step(place="back")
    rows = tuple(
        Choice(
            line.id, f"{line.day_words}, {line.book_words}", f"{line.why_words}, {line.size_words}, {line.state_words}"
        )
        for line in view.backups
    )
    chosen = choose(teller, Menu(heading=f"Backups. {view.sentence}", choices=rows, help=_HELP))
    copy = backups.show_backup(desk, chosen)
    teller.pages(preview_lines(copy))
    if copy.changes and yes(teller, "Go back to this copy? How it is now is copied first."):
        done = backups.restore(desk, chosen)
        teller.say(done.sentence, done.undo)
    return AGAIN
