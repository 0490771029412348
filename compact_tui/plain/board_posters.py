"""Posters in typed lines: which one, what is missing, and where it was written."""

from compact_tui.core.poster_views import PosterPrinted
from compact_tui.plain.asking import ask_form
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import posters, settings
from compact_tui.services.desk import Desk

_HELP = ("A poster is one side of A4 with your own names and numbers. Nothing is invented: what is missing is asked.",)
_MISSING = (
    Choice("say", "Say it now; it is kept with whom to ring"),
    Choice("blank", "Leave a line to write on"),
    Choice("no", "Not now"),
)


def posters_place(teller: Teller, visit: Visit) -> Step:
    """Say the posters, and write one."""
    view = posters.posters(visit.desk)
    rows = tuple(Choice(one.id, one.title, f"for {one.audience_words}, {one.state}") for one in view.posters)
    chosen = choose(teller, Menu(heading=f"Posters: {view.sentence}", choices=rows, help=_HELP))
    made = posters.poster(visit.desk, chosen)
    if not made.page:
        teller.say(made.sentence)
        made = _with_what_is_missing(teller, visit.desk, chosen, made)
    if made.page:
        teller.say(made.sentence, *made.notes)
    return Step(place="boards")


def _with_what_is_missing(teller: Teller, desk: Desk, name: str, made: PosterPrinted) -> PosterPrinted:
    what = choose(teller, Menu(heading="Something is missing. What now?", choices=_MISSING))
    if what == "blank":
        return posters.poster(desk, name, blank=True)
    if what == "say":
        form = posters.poster_form(desk, name)
        ask_form(teller, form, {}, lambda typed: settings.set_people(desk, typed), about=name)
        made = posters.poster(desk, name)
        if not made.page:
            teller.say(made.sentence)
    return made
