"""Opening a file that came by email in typed lines: what it is, what it would do, and taking it."""

from compact_tui.core.came import CAME_FORM, CameDone, CameLine, CamePreview
from compact_tui.core.came_words import CAME
from compact_tui.core.merge_values import Choices
from compact_tui.core.merge_words import MergeView
from compact_tui.core.request_opened import told_lines
from compact_tui.plain.asking import ask, yes
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.merging import ask_merge
from compact_tui.plain.moving import AGAIN, BACK, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import came
from compact_tui.services.desk import Desk

_HELP = ("Name the file, or the whole email that was saved. You are told first what it is.",)
_LEFT = "All is left as it is."


def came_place(teller: Teller, visit: Visit) -> Step:
    """Ask for the file, say what is in it, and take what is wanted."""
    desk = visit.desk
    file = ask(teller, CAME_FORM.fields[0])
    view = came.look_at_came(desk, file)
    teller.say("", view.sentence)
    here = [line for line in view.lines if line.way]
    if len(view.lines) > 1:
        teller.say(*(f"{line.name}: {line.sentence}" for line in view.lines))
    if not here:
        return BACK
    line = here[0] if len(here) == 1 else _which(teller, here)
    done = _take(teller, desk, file, line)
    if done is None:
        teller.say(_LEFT)
        return AGAIN
    teller.say(*([] if done.merge else [done.sentence]), *done.lines)
    return _go_on(teller, done) if done.place else AGAIN


def _which(teller: Teller, here: list[CameLine]) -> CameLine:
    rows = tuple(Choice(line.id, line.words, line.name) for line in here)
    chosen = choose(teller, Menu(heading="Which of them?", choices=rows, help=_HELP))
    return next(line for line in here if line.id == chosen)


def _take(teller: Teller, desk: Desk, file: str, line: CameLine) -> CameDone | None:
    """Take it, after a look where it would change something; ``None`` where it was left."""
    preview = came.preview_came(desk, file, line.id) if line.looked_at else CamePreview(title=line.words)
    if preview.merge is not None:
        return _merge(teller, desk, file, line, preview.merge)
    if preview.request is not None:
        teller.pages(told_lines(preview.request))
        begin = (Choice("begin", "Take it, and begin the audit"),) if preview.request.can_start else ()
        choices = (Choice("leave", "Leave it"), Choice("take", "Take it"), *begin)
        wish = choose(teller, Menu(heading="Take this request?", choices=choices))
        return None if wish == "leave" else came.take_came(desk, file, line.id, begin=wish == "begin")
    teller.pages(preview.lines)
    if line.looked_at and not yes(teller, "Take it?"):
        return None
    return came.take_came(desk, file, line.id)


def _merge(teller: Teller, desk: Desk, file: str, line: CameLine, view: MergeView) -> CameDone | None:
    done: list[CameDone] = []

    def look(choices: Choices) -> MergeView:
        return came.preview_came(desk, file, line.id, choices).merge or view

    def take(choices: Choices) -> MergeView:
        done.append(came.take_came(desk, file, line.id, choices))
        return done[-1].merge or view

    return done[-1] if ask_merge(teller, look, take) is not None else None


def _go_on(teller: Teller, done: CameDone) -> Step:
    choices = (Choice("go", "Go to where it is"), Choice("another", CAME), Choice("back", "Back"))
    chosen = choose(teller, Menu(heading="What next?", choices=choices, enter="go", enter_words="go to where it is"))
    return {"go": Step(place=done.place), "another": AGAIN}.get(chosen, BACK)
