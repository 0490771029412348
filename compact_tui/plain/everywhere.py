"""What works at every prompt: help, back, home, undo, act now, leave."""

from collections.abc import Callable

from compact_tui.core.act_now import act_now_lines
from compact_tui.core.errors import CompactError
from compact_tui.core.text import capitalised
from compact_tui.plain.moving import AGAIN, BACK, HOME, LEAVE, Moved, Step
from compact_tui.plain.teller import WIDTH, Teller
from compact_tui.services.act_now import act_now
from compact_tui.services.desk import Desk
from compact_tui.services.history import Undone, redo, undo

HELP = (
    "At every prompt you can type:",
    "  a number, or the beginning of a choice",
    "  ? for this help",
    "  b for one step back, h for home",
    "  u to undo the last change, redo to do it again",
    "  ! for what to do when a child may be at risk",
    "  / to find a word or a number",
    "  q to save and leave. Everything is saved as you go.",
)
_GOES = {"b": BACK, "h": HOME, "q": LEAVE, "/": Step(place="find")}
_WORDS = {"back": "b", "home": "h", "undo": "u", "quit": "q", "leave": "q", "find": "/", "help": "?", "redo": "redo"}


def everywhere(
    teller: Teller, desk: Callable[[], Desk], here: Callable[[], Step] = lambda: HOME
) -> Callable[[str, bool], bool]:
    """What does the commands of every prompt, on the desk and at the place as they are then."""

    def do(typed: str, words: bool) -> bool:
        typed = typed.lower()
        said = _WORDS.get(typed, typed) if words else typed
        if said in _GOES:
            raise Moved(_GOES[said])
        if said == "?":
            teller.say(*HELP)
        elif said == "!":
            teller.say("", act_now(desk()).title, *act_now_lines(act_now(desk()), WIDTH))
        elif said == "u" or (words and said == "redo"):
            if here().place.startswith("agency") and here().standard:
                _take_back_there(teller, desk(), here().standard, again=said == "redo")
            take_back(teller, desk(), redo if said == "redo" else undo)
        else:
            return False
        return True

    return do


def _take_back_there(teller: Teller, desk: Desk, audit: str, *, again: bool) -> None:
    """The same in a single-agency audit, which has changes of its own."""
    from compact_tui.services import agency_audits

    try:
        what = agency_audits.do_again(desk, audit) if again else agency_audits.take_back(desk, audit)
    except CompactError as error:
        teller.problem(error)
    else:
        teller.say(f"{capitalised(what)}.")
    raise Moved(AGAIN)


def take_back(teller: Teller, desk: Desk, verb: Callable[[Desk], Undone]) -> None:
    """Undo or redo, say what, and show the place again."""
    try:
        done = verb(desk)
    except CompactError as error:
        teller.problem(error)
        return
    teller.say(f"{capitalised(done.what)}.")
    if done.kept_apart:
        teller.say("Someone had changed it meanwhile; their words are in the history.")
    raise Moved(AGAIN)
