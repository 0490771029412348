"""The year's dates, month by month, and a file of them for a calendar program."""

from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import calendar

_CHOICES = (
    Choice("read", "Hear what is due, month by month"),
    Choice("write", "Write it as a file for a calendar program"),
)


def calendar_place(teller: Teller, visit: Visit) -> Step:
    """Say what is due when, or write the calendar file."""
    view = calendar.calendar(visit.desk)
    if choose(teller, Menu(heading=f"What is due when: {view.sentence}", choices=_CHOICES)) == "write":
        teller.say(calendar.write_calendar(visit.desk).sentence)
        return AGAIN
    lines = []
    for month in view.months:
        lines += ["", month.title]
        lines += [f"{line.day_word}: {line.what}, {line.kind_word}, {line.when}" for line in month.lines]
    teller.pages(lines)
    return AGAIN
