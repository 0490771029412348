"""The audit as a whole: the standards, each with its state, and the ways through it."""

from compact_tui.core.progress import FILTERS
from compact_tui.plain.menu import Choice, Menu, choose, titled
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import audits, grading

_HELP = (
    "Every standard with how far it has come. Type its number to open it.",
    "Next waiting takes you to the next question or grade that waits for you.",
)
STATES = {"done": "done", "attention": "needs attention", "started": "begun", "not-started": "not started"}


def audit_place(teller: Teller, visit: Visit) -> Step:
    """Say the standards and ask which to open."""
    first = audits.waiting(visit.desk)
    page = grading.standard_page(visit.desk, first.standard if first else "1")
    standards = tuple(
        Choice(row.id, titled(at, row.number, row.title), ", ".join(filter(None, (STATES[row.state], row.words))))
        for at, row in enumerate(page.rail.rows, 1)
    )
    more = (
        Choice("waiting", "Next waiting: the next question or grade that waits for you"),
        Choice("walk", "Walk through some of the questions only"),
        Choice("return", "See the return"),
        Choice("find", "Find a word, or jump to a number"),
    )
    chosen = choose(
        teller,
        Menu(
            heading=f"{page.title}. Which {page.part_word}? {page.rail.sentence}.",
            choices=standards + more,
            enter="waiting",
            enter_words="the next question or grade that waits for you",
            help=_HELP,
        ),
    )
    if chosen == "waiting":
        return waiting(teller, visit)
    if chosen == "walk":
        return _walk(teller, visit)
    return Step(place=chosen) if chosen in {"return", "find"} else Step(place="standard", standard=chosen)


def waiting(teller: Teller, visit: Visit, standard: str = "", criterion: str = "") -> Step:
    """The next place that waits for an answer or a grade."""
    stop = audits.waiting(visit.desk, standard=standard, criterion=criterion)
    if stop is None:
        teller.say("Nothing waits: everything is done.")
        return AGAIN
    return Step(place="criterion" if stop.criterion else "grade", standard=stop.standard, criterion=stop.criterion)


def _walk(teller: Teller, visit: Visit) -> Step:
    """Ask which questions to walk through, and begin."""
    chosen = choose(
        teller,
        Menu(heading="Which questions?", choices=tuple(Choice(known, words) for known, words in FILTERS)),
    )
    first = audits.show(visit.desk).standards[0].criteria[0].id
    return Step(place="criterion", criterion=first, walk=chosen)
