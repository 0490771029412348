"""A round in typed lines: a question to read aloud, what was heard by numbers, the answer to say back, the next."""

from collections.abc import Iterator
from contextlib import contextmanager

from compact_tui.core.asking_views import AskPage, RoundEnd
from compact_tui.core.errors import CompactError
from compact_tui.core.paper_answers import SHORT
from compact_tui.core.spot import LEVELS
from compact_tui.core.text import clean_line
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Ended, Moved, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import spot_checks
from compact_tui.services.desk import Desk

_WEIGHTS = {
    "must": "needed",
    "should": "adds to it",
    "must-not": "unsafe",
    "right": "right",
    "wrong": "not right",
    "unsafe": "unsafe",
}
_HELP = (
    "Type the numbers of what you heard, such as 1 3, and Enter. Nothing heard: only Enter.",
    "After the numbers you can say what it was: f full, p partial, n not yet, k knew where to look.",
    "t and words: a line of note. x and words: this question is not good. w: why this question.",
    "u takes back the last step. b leaves; the round can be gone on with.",
)
_FIRST = (
    "Read it aloud. Only Enter shows what to listen for.",
    *_HELP[2:],
)
_OTHER = "other"


def corridor_place(teller: Teller, visit: Visit) -> Step:
    """Go on with the round named as ``standard``, to its end."""
    end = ask_round(teller, visit.desk, visit.here.standard)
    teller.kept(f"{end.follow_up or 'The round is ended'}.")
    return Step(place="spot")


def ask_round(teller: Teller, desk: Desk, check: str) -> RoundEnd:
    """Ask what is left of a round, and end it.

    Raises:
        Moved: If the person leaves; the round can be gone on with.
    """
    question: str | None = ""
    with _own_undo(teller, desk, check) as taken_back:
        while question is not None:
            page = spot_checks.question_page(desk, check, taken_back.pop() if taken_back else question)
            try:
                _ask(teller, desk, page)
            except Moved as moved:
                if moved.step != AGAIN:
                    raise
                question = page.question
                continue
            question = page.next or None
    return _end(teller, desk, check)


@contextmanager
def _own_undo(teller: Teller, desk: Desk, check: str) -> Iterator[list[str]]:
    """Let ``u`` take back the last step of the round meanwhile; holds the question that it was about."""
    everywhere = teller.everywhere
    questions: list[str] = []

    def do(typed: str, words: bool) -> bool:
        if typed.lower() not in ({"u", "undo"} if words else {"u"}):
            return everywhere(typed, words)
        try:
            questions.append(spot_checks.take_back(desk, check).question)
        except CompactError as error:
            teller.problem(error)
            return True
        teller.say("Taken back.")
        raise Moved(AGAIN)

    teller.everywhere = do
    try:
        yield questions
    finally:
        teller.everywhere = everywhere


def _ask(teller: Teller, desk: Desk, page: AskPage) -> None:
    again = " (asked before)" if page.repeated else ""
    teller.say("", f"Question {page.number} of {page.of}, {page.topic}{again}. Read aloud:", "", page.prompt)
    if page.choices:
        teller.say(*(f"{number}. {row.words}" for number, row in enumerate(page.rows, 1)))
    else:
        while _aside(teller, desk, page, teller.ask("Enter shows what to listen for > ", _FIRST, words=True)):
            pass
        teller.say("Listen for:")
        teller.say(*(f"{number}. {row.words} ({_WEIGHTS[row.kind]})" for number, row in enumerate(page.rows, 1)))
    heard = _heard(teller, desk, page)
    _say_back(teller, heard)
    level = _level(teller, desk, heard) or heard.proposed
    kept = spot_checks.hear(desk, page.check, page.question, level=level)
    teller.kept(f"{kept.level_words.capitalize()}.")


def _say_back(teller: Teller, page: AskPage) -> None:
    if page.choices:
        teller.say(*(f"  {row.words}: {_WEIGHTS[row.kind]}. {row.feedback}".rstrip() for row in page.rows if row.heard))
    teller.say("Say this back:", page.answer)
    if page.knew_where:
        teller.say('"I would ask the lead" is a good answer here.')
    teller.say(page.why_it_matters, f"Source: {'; '.join(page.sources)}")
    teller.facts((("Mind", "; ".join(page.marks)),))


def _heard(teller: Teller, desk: Desk, page: AskPage) -> AskPage:
    """Ask for the numbers of what was heard, and keep them; a level said with them is kept too."""
    while True:
        typed = teller.ask("What did you hear? > ", _HELP, words=True)
        if _aside(teller, desk, page, typed):
            continue
        words = typed.lower().replace(",", " ").split()
        numbers = [word for word in words if word.isascii() and word.isdigit()]
        levels = [word for word in words if word in SHORT]
        if len(numbers) + len(levels) < len(words) or len(levels) > 1 or not _all_there(numbers, page):
            teller.say(f'"{clean_line(typed)[:40]}" is not understood. {_HELP[0]}')
            continue
        points = [page.rows[int(number) - 1].id for number in dict.fromkeys(numbers)]
        level = SHORT[levels[0]] if levels else ""
        return spot_checks.hear(desk, page.check, page.question, points=points, level=level)


def _all_there(numbers: list[str], page: AskPage) -> bool:
    return all(1 <= int(number[:4]) <= len(page.rows) for number in numbers)


def _level(teller: Teller, desk: Desk, page: AskPage) -> str:
    """Ask whether it is what it amounts to; empty where it was said already or is."""
    if page.level:
        return page.level
    unsafe = "Something unsafe was heard. " if page.unsafe else ""
    while True:
        typed = teller.ask(f"{unsafe}Enter keeps {page.proposed_words}, or f p n k > ", _HELP, words=True)
        if _aside(teller, desk, page, typed):
            continue
        if not typed or typed.lower() in SHORT:
            return SHORT.get(typed.lower(), "")
        teller.say(f"Type {', '.join(f'{key} for {dict(LEVELS)[level]}' for key, level in SHORT.items())}.")


def _aside(teller: Teller, desk: Desk, page: AskPage, typed: str) -> bool:
    """Do what is no answer: a note, a flag, the reason; whether it was that."""
    key, _, words = typed.partition(" ")
    if typed.lower() == "w":
        teller.say(page.why_asked)
    elif key.lower() == "t" and words:
        teller.warn(words)
        spot_checks.hear(desk, page.check, page.question, note=words)
        teller.kept("Noted.")
    elif key.lower() == "x" and words:
        spot_checks.flag(desk, page.check, page.question, words)
        teller.kept("Flagged.")
    elif key.lower() in {"t", "x"} and not words:
        teller.say(f"Type {key} and a few words on the same line.")
    else:
        return False
    return True


def _end(teller: Teller, desk: Desk, check: str) -> RoundEnd:
    """Two lines on how it went, and one follow-up."""
    end = spot_checks.finish(desk, check)
    teller.say("", *end.lines)
    choices = (*(Choice(words, words) for words in end.follow_ups), Choice(_OTHER, "Something else, in your own words"))
    menu = Menu(heading="And now?", choices=choices, enter=end.follow_ups[0], enter_words=end.follow_ups[0])
    try:
        chosen = choose(teller, menu)
        if chosen == _OTHER:
            chosen = teller.ask("What follows? > ")
            teller.warn(chosen)
    except Ended:
        return end
    return spot_checks.finish(desk, check, chosen)
