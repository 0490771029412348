"""The first pass: the model answers alone, one standard after the other, provisional until answered."""

from compact_tui.core.first_pass import FirstPassView
from compact_tui.plain.asking import ask_form
from compact_tui.plain.menu import Choice, Menu, choose, titled
from compact_tui.plain.moving import Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import first_pass

_HELP = (
    "Listen to the model answers and choose the one that fits best. It is provisional, for yourselves.",
    "You may stop at any time; what is chosen is saved.",
)
_RESULT = "result"
"""Stands in the place of a standard for what the first pass came to."""


def firstpass_place(teller: Teller, visit: Visit) -> Step:
    """One standard of the first pass; at the end, what it came to."""
    here = visit.here.standard
    if here == _RESULT:
        return _result(teller, visit)
    view = first_pass.first_pass(visit.desk, here) if here else _begin(teller, visit)
    _say(teller, view)
    more = (
        Choice("next", "The next standard, without choosing"),
        Choice("previous", "The standard before"),
        Choice("clear", "Take the choice back"),
        Choice(_RESULT, "What it came to so far"),
    )
    levels = tuple(Choice(level.id, level.word, "chosen" if level.chosen else "") for level in view.levels)
    shown = tuple(
        choice
        for choice, is_there in zip(
            more, (view.next, view.previous, view.chosen and not view.graded, True), strict=True
        )
        if is_there
    )
    heading = f"Which fits us? {view.standing}"
    chosen = choose(teller, Menu(heading=heading, choices=(() if view.graded else levels) + shown, help=_HELP))
    match chosen:
        case "next" | "previous":
            return _at(view.next if chosen == "next" else view.previous)
        case "clear":
            return _at(first_pass.choose_first(visit.desk, view.standard, "").standard)
        case "result":
            return _at(_RESULT)
    done = first_pass.choose_first(visit.desk, view.standard, chosen)
    teller.kept(f"{done.number} {done.chosen_words}, {done.left_words}.")
    return _at(done.waiting or _RESULT)


def _at(standard: str) -> Step:
    return Step(place="firstpass", standard=standard)


def _begin(teller: Teller, visit: Visit) -> FirstPassView:
    """Ask what has to be known first, and begin."""
    form = first_pass.first_pass_form(visit.desk)
    if not form.fields:
        return first_pass.begin_first_pass(visit.desk)
    return ask_form(teller, form, {}, lambda typed: first_pass.begin_first_pass(visit.desk, typed))


def _say(teller: Teller, view: FirstPassView) -> None:
    teller.say("", f"First pass, {view.position}: {view.standard_title}. {view.left_words}.", view.introduction)
    for level in view.levels:
        teller.say("", f"{level.word}:", level.model_answer)


def _result(teller: Teller, visit: Visit) -> Step:
    """What it came to, weakest first, and where to begin the full audit."""
    view = first_pass.first_pass_result(visit.desk)
    teller.say("", f"{view.title}: {view.sentence}.", view.begin_sentence, view.note)
    rows = tuple(
        Choice(line.standard, titled(at, line.number, line.title), line.words) for at, line in enumerate(view.lines, 1)
    )
    begin = (Choice("begin", "Begin the full audit there"),) if view.begin else ()
    menu = Menu(heading="What it came to. Change which?", choices=rows + begin, help=_HELP)
    chosen = choose(teller, menu)
    if chosen == "begin":
        return Step(place="standard", standard=view.begin)
    return _at(chosen)
