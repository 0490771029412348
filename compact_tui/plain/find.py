"""Finding a word anywhere, or jumping to a standard or criterion by its number."""

from compact_tui.core.text import count
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import audits

_HOW = ("Type a word to find it anywhere, or a number such as 3.2 to go there.", "b goes one step back.")


def find_place(teller: Teller, visit: Visit) -> Step:
    """Ask for a word or number, and go where it was found."""
    teller.say("", "Find a word, or type a number such as 3.2.")
    text = teller.ask(help_lines=_HOW)
    if not text:
        teller.say(*_HOW)
        return AGAIN
    hits = audits.find(visit.desk, text)
    if not hits:
        teller.say(f'Nothing holds "{text[:60]}". Try a shorter word.')
        return AGAIN
    heading = f"{count(len(hits), 'place')}. Go to which?"
    choices = tuple(
        Choice(str(at), f"{hit.number} {hit.title}", f"{hit.field}, {hit.excerpt}") for at, hit in enumerate(hits)
    )
    hit = hits[int(choose(teller, Menu(heading=heading, choices=choices)))]
    return Step(place="criterion" if hit.criterion else "standard", standard=hit.standard, criterion=hit.criterion)
