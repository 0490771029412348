"""One standard: what it is about, its criteria with their answers, and what they suggest."""

from compact_tui.core.views import StandardPage, StandardView
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import grading

_HELP = (
    "First what it is about, then its questions with your answers. Type a number to open one.",
    "The suggestion follows from the answers; the grade is yours.",
)


def standard_place(teller: Teller, visit: Visit) -> Step:
    """Say the standard and ask which of its criteria to open."""
    page = grading.standard_page(visit.desk, visit.here.standard)
    standard = page.standard
    teller.say("", f"{page.part_word.capitalize()} {standard.number}, {standard.title}", standard.introduction)
    say_grade(teller, standard)
    chosen = choose(teller, _menu(page))
    if chosen == "grade":
        return Step(place="grade", standard=standard.id)
    if chosen == "reply":
        return Step(place="reply")
    if chosen in {"next", "previous"}:
        return Step(place="standard", standard=page.next if chosen == "next" else page.previous)
    return Step(place="criterion", standard=standard.id, criterion=chosen)


def _menu(page: StandardPage) -> Menu:
    standard = page.standard
    choices = [
        Choice(one.id, f"{one.number} {one.question}", one.answer_word or f"not answered, {one.duty_word}")
        for one in standard.criteria
    ]
    if standard.levels:
        choices.append(
            Choice("grade", f"Grade this {page.part_word}", standard.grade_word or "not graded yet", letter="g")
        )
    if page.next:
        choices.append(Choice("next", f"The next {page.part_word}", letter="n"))
    if page.previous:
        choices.append(Choice("previous", f"The {page.part_word} before", letter="p"))
    choices += reply_choice(standard)
    enter = page.first_open
    if standard.levels and standard.answered == len(standard.criteria):
        enter = "grade"
    part = f"{page.part_word.capitalize()} {standard.number}"
    return Menu(
        heading=f"{part}: {standard.counted}.",
        choices=tuple(choices),
        enter=enter,
        enter_words=next((choice.words for choice in choices if choice.id == enter), ""),
        help=_HELP,
    )


def say_grade(teller: Teller, standard: StandardView) -> None:
    """Say the grade, what is suggested and why, the summary, and what the partnership replied."""
    if standard.levels:
        teller.facts(
            (
                (
                    "Grade",
                    f"{standard.grade_word or 'not graded yet'}{', provisional' if standard.provisional else ''}",
                ),
                ("", standard.last_time),
                ("Suggested", standard.suggested_word),
                ("Because", standard.suggested_because),
                ("To go one up", standard.step_up),
                ("Your reason", standard.reason),
            )
        )
    teller.facts((("Summary", standard.summary),))
    teller.facts(("From the partnership", one.sentence) for one in standard.partnership_says)


def reply_choice(standard: StandardView) -> list[Choice]:
    """The way to the partnership's reply, where it says something about a standard."""
    return [Choice("reply", "The partnership's reply", letter="y")] if standard.partnership_says else []
