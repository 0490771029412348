"""Who is at the keyboard: chosen from those who were here before, or said anew."""

from msgspec.structs import replace

from compact_tui.core.who_forms import WHO_FORM
from compact_tui.plain.asking import ask_form
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import who

_HELP = ("Your changes carry your role, so that others know whom to ask. No name is needed.",)


def who_place(teller: Teller, visit: Visit) -> Step:
    """Say who is at the keyboard and ask who is."""
    desk = visit.desk
    view = who.who_is(desk)
    known = tuple(Choice(f"known-{at}", role) for at, role in enumerate(view.known))
    more = (Choice("other", "Somebody else"), Choice("nobody", "Nobody in particular"))
    chosen = choose(teller, Menu(heading=f"{view.sentence} Who is here now?", choices=known + more, help=_HELP))
    if chosen == "other":
        desk = ask_form(teller, WHO_FORM, {}, lambda typed: who.be(desk, typed))
    elif chosen == "nobody":
        desk = who.be_nobody(desk)
    else:
        desk = who.be(desk, {"who": view.known[int(chosen.removeprefix("known-"))]})
    teller.say(who.who_is(desk).sentence)
    return Step(place="back", session=replace(visit.session, desk=desk))
