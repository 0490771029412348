"""The calendar of audits in typed lines: month by month, what would be done twice, what nobody looked at."""

from compact_tui.core.learning_forms import AUDIT_FORM
from compact_tui.plain.asking import ask_form
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import audit_calendar

_HELP = ("Audits that agencies sent in through Collect, and those that are planned here.",)
_WHAT = (
    Choice("hear", "Hear it, month by month"),
    Choice("longest", "Hear which standards nobody looked at for longest"),
    Choice("add", "Plan an audit"),
)
_OWN = (Choice("change", "Change one that is planned here"), Choice("drop", "Take one off"))
_END = (Choice("write", "Write what is planned for a calendar program"), Choice("back", "The learning log"))


def auditcalendar_place(teller: Teller, visit: Visit) -> Step:
    """Say how the calendar stands and ask what to do about it."""
    desk = visit.desk
    view = audit_calendar.audit_calendar(desk)
    teller.say("", view.sentence, *view.twice)
    own = tuple(
        Choice(one.id, f"{one.title}, {one.who}", month.title)
        for month in view.months
        for one in month.audits
        if one.planned_here
    )
    choices = (*_WHAT, *(_OWN if own else ()), *_END)
    match choose(teller, Menu(heading="The calendar of audits. What next?", choices=choices, help=_HELP)):
        case "back":
            return Step(place="learninglog")
        case "hear":
            lines = []
            for month in view.months:
                lines += ["", month.title]
                lines += [f"{one.title}, {one.who}: {one.state_word}" for one in month.audits]
            teller.pages(lines)
        case "longest":
            teller.pages(view.longest)
        case "add":
            ask_form(teller, AUDIT_FORM, {}, lambda said: audit_calendar.keep_audit(desk, said))
            teller.kept()
        case "change":
            which = choose(teller, Menu(heading="Which one?", choices=own))
            typed = audit_calendar.audit_typed(desk, which)
            ask_form(teller, AUDIT_FORM, typed, lambda said: audit_calendar.keep_audit(desk, said, which), about=which)
            teller.kept()
        case "write":
            teller.say(audit_calendar.write_audit_calendar(desk).sentence)
        case _:
            audit_calendar.drop_audit(desk, choose(teller, Menu(heading="Which one?", choices=own)))
            teller.kept()
    return AGAIN
