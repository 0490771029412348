"""The grade of a standard: what is suggested and why, the model answers, the reason, the summary."""

from compact_tui.core.views import LevelView, StandardPage, StandardView
from compact_tui.plain.asking import long_text
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.standard import reply_choice, say_grade
from compact_tui.plain.teller import Teller
from compact_tui.services import grading

_HELP = (
    "Type the number of the model answer that fits you best.",
    "The suggestion follows from your answers; where you choose another, say why.",
    "The summary says what is different for children here.",
)


def grade_place(teller: Teller, visit: Visit) -> Step:
    """Say the suggestion and the model answers, take the grade, the reason and the summary."""
    page = grading.standard_page(visit.desk, visit.here.standard)
    standard = page.standard
    teller.say("", f"The grade of standard {standard.number}, {standard.title}")
    say_grade(teller, standard)
    chosen = choose(teller, _menu(page))
    level = next((one for one in standard.levels if one.id == chosen), None)
    if level is not None:
        return _take(teller, visit, page, level)
    return _other(teller, visit, page, chosen)


def _menu(page: StandardPage) -> Menu:
    standard = page.standard
    levels = tuple(Choice(level.id, level.word, _state(level)) for level in standard.levels)
    more = [
        Choice("models", "Read the model answers in full", letter="m"),
        Choice("summary", "Write the summary", letter="s"),
        Choice("reason", "Say why yours differs from the suggestion", letter="r"),
        Choice("clear", "Take the grade away again"),
        Choice("criteria", "Back to the questions of this standard"),
        Choice("next", "The next standard" if page.next else "The return", letter="n"),
    ]
    return Menu(
        heading=f"Which fits us? Grade: {standard.grade_word or 'not graded yet'}.",
        choices=(*levels, *(more if standard.grade_word else more[:2] + more[4:]), *reply_choice(standard)),
        enter="next" if standard.grade_word else "",
        enter_words=("the next standard" if page.next else "the return") if standard.grade_word else "",
        help=_HELP,
    )


def _state(level: LevelView) -> str:
    chosen = "chosen in the first pass; choose it to confirm it" if level.provisional else "chosen"
    marks = ", ".join(mark for mark in (chosen if level.chosen else "", "suggested" * level.suggested) if mark)
    return ". ".join(part for part in (marks, level.meaning) if part)


def _take(teller: Teller, visit: Visit, page: StandardPage, level: LevelView) -> Step:
    """Say the model answer, grade, ask for a reason where it differs, and for the summary."""
    differs = grading.needs_reason(visit.desk, page.standard.id, level.id)
    standard = grading.grade(visit.desk, page.standard.id, level.id)
    teller.kept(f"{standard.number} {standard.grade_word}.")
    if differs and not standard.reason:
        _give_reason(teller, visit, standard)
    if not standard.summary:
        _summarise(teller, visit, standard)
    return AGAIN


def _give_reason(teller: Teller, visit: Visit, standard: StandardView) -> None:
    about = (
        f"Your answers suggest {standard.suggested_word}. The reader of the return will ask why yours differs."
        if standard.suggested_word
        else "A sentence for the reader of the return, if you like."
    )
    reason = long_text(teller, f"Why {standard.grade_word}?", standard.reason, about)
    if reason != standard.reason:
        grading.grade(visit.desk, standard.id, standard.grade, reason=reason)
        teller.kept("The reason.")


def _summarise(teller: Teller, visit: Visit, standard: StandardView) -> None:
    text = long_text(teller, f"Summary of standard {standard.number}", standard.summary, standard.impact_prompt)
    if text != standard.summary:
        grading.summarise(visit.desk, standard.id, text)
        teller.kept("The summary.")


def _other(teller: Teller, visit: Visit, page: StandardPage, chosen: str) -> Step:
    standard = page.standard
    match chosen:
        case "models":
            teller.pages(_models(standard))
        case "summary":
            _summarise(teller, visit, standard)
        case "reason":
            _give_reason(teller, visit, standard)
        case "clear":
            grading.grade(visit.desk, standard.id, "")
            teller.say("The grade was taken away. u brings it back.")
        case "reply":
            return Step(place="reply")
        case "criteria":
            return Step(place="standard", standard=standard.id)
        case _:
            return Step(place="standard", standard=page.next) if page.next else Step(place="return")
    return AGAIN


def _models(standard: StandardView) -> list[str]:
    """The model answers, and the steps from one level to the next, each on a line."""
    lines: list[str] = []
    for level in standard.levels:
        lines += ["", f"{level.word}:", level.model_answer or level.meaning]
        for step in standard.next_steps:
            if step.from_word == level.word:
                lines += [f"From here to {step.to_word}:", *(f"  {said}" for said in step.steps)]
    return lines
