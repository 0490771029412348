"""Pages to print: what there is, reading one, writing it as a file."""

from compact_tui.core.page_speech import spoken_lines
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import print_pages

_HELP = ("Each page is written as a file that any browser opens and prints. Choose one to hear or write it.",)
_WHAT = (Choice("write", "Write it as a file to print"), Choice("read", "Read it here"))


def pages_place(teller: Teller, visit: Visit) -> Step:
    """Choose a page, then read or write it."""
    desk = visit.desk
    view = print_pages.pages(desk)
    rows = tuple(Choice(line.id, line.words, f"{line.about} {line.sides_words}") for line in view.pages)
    chosen = choose(teller, Menu(heading=f"Pages. {view.sentence}", choices=rows, help=_HELP))
    line = next(line for line in view.pages if line.id == chosen)
    standard = ""
    if line.asks_standard:
        standards = tuple(Choice(one.id, one.words) for one in view.standards)
        standard = choose(teller, Menu(heading=f"{line.words}: which standard?", choices=standards))
    if choose(teller, Menu(heading=f"{line.words}. What with it?", choices=_WHAT, help=_HELP)) == "write":
        teller.say(print_pages.print_page(desk, chosen, standard).sentence)
    else:
        teller.pages(spoken_lines(print_pages.page(desk, chosen, standard)))
    return AGAIN
