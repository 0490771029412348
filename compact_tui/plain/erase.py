"""Erasing a text everywhere: looked for first, and erased only after a yes."""

from compact_tui.core.erase_views import erase_lines
from compact_tui.core.forms import Field
from compact_tui.plain.asking import ask, yes
from compact_tui.plain.moving import BACK, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services.erasing import erase

_WANTED = Field(
    id="wanted",
    question="Which text is to go everywhere?",
    help="The words as they stand there, or a place such as 3.2#note for all that ever stood in it.",
    required=True,
)
_WHY = Field(
    id="because",
    question="Why are those files taken away?",
    help="It is kept with your name and the day, so that others know why the files are gone.",
    required=True,
)


def erase_place(teller: Teller, visit: Visit) -> Step:
    """Ask for the text or place, say where it stands, and erase it if the person says yes."""
    desk = visit.desk
    wanted = ask(teller, _WANTED, visit.here.record)
    found = erase(desk, wanted, dry_run=True)
    teller.pages(("", *erase_lines(found)))
    if (found.places or found.originals) and yes(teller, "Erase it everywhere? It cannot be undone."):
        because = ""
        if found.originals and yes(teller, "Take those files away as well? They cannot be got back from here."):
            because = ask(teller, _WHY)
        teller.drafts.clear()  # what was typed into a form and left may hold it too
        teller.pages(("", *erase_lines(erase(desk, wanted, originals=bool(because), because=because))))
        teller.say("What you typed stands in this window until it is closed.")
    return BACK
