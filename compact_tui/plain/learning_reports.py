"""Learning reports in typed lines, with the good practice that they tell."""

from compact_tui.core.good_practice import GOOD_PRACTICE_FORM
from compact_tui.core.learning_report import report_page
from compact_tui.core.page_speech import spoken_lines
from compact_tui.plain.asking import ask_form
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import good_practice, learning_reports
from compact_tui.services.desk import Desk

_HELP = (
    "A report says what a sector sent back, what is strong, what to improve and what you will do.",
    "It is written as a Word file to change and as a page; a Word file that you changed is never overwritten.",
)
_WHAT = (
    Choice("hear", "Hear a report"),
    Choice("write", "Write one"),
    Choice("trace", "Write one with the returns behind each figure, for inside only"),
    Choice("all", "Write all of them"),
    Choice("practice", "Good practice"),
    Choice("back", "The partnership's side"),
)


def reports_place(teller: Teller, visit: Visit) -> Step:
    """Say which reports there are and ask what to do."""
    desk = visit.desk
    view = learning_reports.list_reports(desk)
    teller.say("", f"Learning reports of {view.cycle}: {view.sentence}", *view.notes)
    chosen = choose(teller, Menu(heading="Learning reports. What next?", choices=_WHAT, help=_HELP))
    if chosen == "back":
        return Step(place="partnership")
    if chosen == "practice":
        return Step(place="goodpractice")
    if chosen == "all":
        teller.pages(line for one in learning_reports.write_reports(desk) for line in one.lines)
        return AGAIN
    named = tuple(Choice(one.sector, one.words, f"{one.returned}, {one.word}") for one in view.lines)
    sector = choose(teller, Menu(heading="Which report?", choices=named))
    if chosen == "hear":
        teller.pages(spoken_lines(report_page(learning_reports.show_report(desk, sector))))
    else:
        teller.pages(learning_reports.write_report(desk, sector, trace=chosen == "trace").lines)
    return AGAIN


def goodpractice_place(teller: Teller, visit: Visit) -> Step:
    """Say the good practice, and write down, change or take out one."""
    desk = visit.desk
    view = good_practice.list_practice(desk)
    told = ((f"{one.text} ({one.round_words})", *one.warnings) for one in view.lines)
    teller.say("", view.sentence, *(part for parts in told for part in parts))
    named = tuple(Choice(one.id, one.words, one.sector_word) for one in view.lines)
    older = tuple(Choice(one.id, one.words, one.round_words) for one in view.older)
    choices = (
        Choice("add", "Write one down"),
        *((Choice("change", "Change one"), Choice("drop", "Take one out")) if named else ()),
        *((Choice("again", "Take one over from an earlier round"),) if older else ()),
        Choice("back", "The reports"),
    )
    match choose(teller, Menu(heading="Good practice. What next?", choices=choices)):
        case "back":
            return Step(place="reports")
        case "add":
            ask_form(teller, GOOD_PRACTICE_FORM, {}, lambda said: good_practice.keep_practice(desk, said))
        case "change":
            _change(teller, desk, choose(teller, Menu(heading="Which one?", choices=named)))
        case "again":
            good_practice.take_over_practice(desk, choose(teller, Menu(heading="Which one?", choices=older)))
        case _:
            good_practice.drop_practice(desk, choose(teller, Menu(heading="Which one?", choices=named)))
    teller.kept()
    return AGAIN


def _change(teller: Teller, desk: Desk, which: str) -> None:
    typed = good_practice.practice_typed(desk, which)
    ask_form(
        teller, GOOD_PRACTICE_FORM, typed, lambda said: good_practice.keep_practice(desk, said, which), about=which
    )
