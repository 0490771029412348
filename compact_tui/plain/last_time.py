"""Last time: what each standard was graded then, typed in from an old return."""

from compact_tui.core.signing_forms import CYCLE_FORM
from compact_tui.plain.asking import ask, yes
from compact_tui.plain.menu import Choice, Menu, choose, titled
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import last_time

_HELP = (
    "Take your old return. Choose a standard, then the level it had then.",
    "So the first report already shows what has changed.",
)


def lasttime_place(teller: Teller, visit: Visit) -> Step:
    """Say what is typed in, and ask for a standard's grade of then."""
    desk = visit.desk
    view = last_time.last_time(desk)
    rows = tuple(
        Choice(line.standard, titled(at, line.number, line.title), line.sentence or "nothing typed in")
        for at, line in enumerate(view.lines, 1)
    )
    more = (
        Choice("round", "What that round was called", view.cycle or "not said"),
        Choice("clear", "Take all of it away"),
    )
    chosen = choose(teller, Menu(heading=f"Last time's grades: {view.sentence}.", choices=rows + more, help=_HELP))
    if chosen == "round":
        last_time.name_last_round(desk, ask(teller, CYCLE_FORM.fields[0], view.cycle))
    elif chosen == "clear":
        if yes(teller, "Take all of last time's grades away? u brings them back."):
            last_time.clear_last(desk)
    else:
        levels = tuple(Choice(option.id, option.word) for option in view.options)
        line = next(line for line in view.lines if line.standard == chosen)
        none = (Choice("none", "Take it away"),) if line.level else ()
        level = choose(teller, Menu(heading=f"{line.number}. {line.title}: last time?", choices=levels + none))
        if level == "none":
            last_time.clear_last(desk, chosen)
        else:
            last_time.set_last(desk, chosen, level)
        teller.kept()
    return AGAIN
