"""Review: what a reader of the return would question, worst first, and setting a finding aside."""

from compact_tui.core.review_views import FILTERS, FindingView
from compact_tui.plain.asking import long_text
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import review

_HELP = (
    "Errors hold the return back; warnings and notes are questions that a reader may ask.",
    "Type a number to hear one in full and to go where it is mended.",
)
_ELSEWHERE = {"sign-off": "signing"}
"""Places that Review names by another word."""


def review_place(teller: Teller, visit: Visit) -> Step:
    """Say the findings; or one of them in full."""
    if visit.here.record:
        return _one(teller, visit)
    view = review.review(visit.desk, visit.here.walk)
    choices = tuple(Choice(one.id, _line(one), "set aside" if one.set_aside else "") for one in view.findings)
    which = Choice("filter", "Choose which to hear", view.filter_words)
    menu = Menu(heading=f"Review: {view.sentence}.", choices=(*choices, which), help=_HELP)
    chosen = choose(teller, menu)
    if chosen != "filter":
        return Step(place="review", record=chosen, walk=visit.here.walk)
    rows = tuple(Choice(known, words) for known, words in FILTERS)
    return Step(place="review", walk=choose(teller, Menu(heading="Which findings?", choices=rows)))


def _one(teller: Teller, visit: Visit) -> Step:
    desk = visit.desk
    found = [one for one in review.review(desk).findings if one.id == visit.here.record]
    if not found:
        teller.say("This is mended: it does not stand any more.")
        return Step(place="back")
    finding = found[0]
    _say(teller, finding)
    choices = [Choice("go", "Go there and mend it")]
    if finding.set_aside:
        choices.append(Choice("take-up", "Let it stand again"))
    elif not finding.firm:
        choices.append(Choice("set-aside", "Set it aside, with a reason"))
    if finding.seen:
        choices.append(Choice("erase", "Erase what ever stood there"))
    match choose(teller, Menu(heading="What now?", choices=tuple(choices), help=_HELP)):
        case "take-up":
            review.take_up(desk, finding.id)
            teller.say("It stands again.")
        case "set-aside":
            reason = long_text(teller, "Why can it stand? The reader of the return sees your reason.", "")
            review.set_aside(desk, finding.id, reason)
            teller.say("Set aside. u takes that back.")
        case "erase":
            return Step(place="erase", record=f"{finding.where}#{finding.field}")
        case _:
            place = _ELSEWHERE.get(finding.place, finding.place)
            return Step(place=place, standard=finding.standard, criterion=finding.criterion, record=finding.record)
    return AGAIN


def _say(teller: Teller, finding: FindingView) -> None:
    teller.say("", f"{finding.severity_word.capitalize()}: {finding.message}")
    teller.facts(
        (
            ("Where", " ".join(part for part in (finding.number, finding.title) if part)),
            ("In", finding.field_words),
            ("It says", ", ".join(finding.seen)),
            ("What to do", finding.remedy),
            ("Rule", finding.rule_words),
            ("Set aside because", finding.set_aside),
        )
    )
    if finding.firm:
        teller.say("It cannot be set aside.")


def _line(finding: FindingView) -> str:
    return f"{' '.join(filter(None, (finding.severity_word, finding.number)))}: {finding.message}"
