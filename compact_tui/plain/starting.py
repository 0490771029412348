"""Starting an audit, and choosing which one to work on."""

from msgspec.structs import replace

from compact_tui.core.small_group import start_form
from compact_tui.plain.asking import ask_form
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import BACK, HOME, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import audits, home


def start_place(teller: Teller, visit: Visit) -> Step:
    """Ask what the round is called, and start the audit."""
    desk = visit.desk
    form, typed = start_form(home.home(desk).sector), {"cycle": audits.usual_cycle(desk)}
    line = ask_form(teller, form, typed, lambda answers: audits.start(desk, cycle=answers["cycle"]))
    teller.say(f"Your audit {line.cycle} is started. Enter takes you to the first question.")
    return HOME


def choose_place(teller: Teller, visit: Visit) -> Step:
    """Choose which audit to work on."""
    lines = audits.list_audits(visit.desk)
    if not lines:
        teller.say("No audit has been started here yet.")
        return BACK
    choices = tuple(
        Choice(line.id, f"{line.cycle} ({line.id})", f"{line.answered} of {line.criteria} answered") for line in lines
    )
    chosen = choose(teller, Menu(heading="Which audit?", choices=choices))
    session = replace(visit.session, desk=replace(visit.desk, audit_id=chosen))
    return Step(place="home", session=session)
