"""Whether the words of a bank can be said aloud, hold today, and are true in every setting."""

import re
from collections.abc import Iterator

from compact_tui.core.bank import RETIRED, Question, QuestionBank
from compact_tui.core.days import MONTHS
from compact_tui.core.likeness import SENTENCE_END, words
from compact_tui.core.personal_phones import numbers_in
from compact_tui.core.placeholder import placeholder_in
from compact_tui.core.problems import Path, Problem, Severity
from compact_tui.core.reading_age import hardest_sentence, reading_age

MOST_ALOUD = 300
"""Characters of a question that can be read aloud in one go."""
MOST_SAID = 70
"""Words of an answer that can be said back in one go."""
OLDEST = 13
"""Reading age in years over which a text is hard to take in while standing in a corridor."""
_NATIONWIDE = ("03", "08")
"""How numbers begin that are the same for everyone."""
_BRACED = re.compile(r"\{([^{}\s]*)\}")
_SPOKEN = {"say", "text"}
"""What people say may be as thin as what people say."""
_SHOWN = 70
_TO_COME = re.compile(r"(?i)\b(?:will|going to|until|not before|expected|planned|due|soon|yet)\b")
_OVER = re.compile(r"(?i)\b(?:was|were|had)\b")
_WHEN = re.compile(rf"\b(?:(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) )?(20\d\d)\b")


def texts_of(question: Question) -> Iterator[tuple[str, Path]]:
    """Every text of a question that somebody reads or hears, with its place in the question."""
    for key in ("prompt", "answer", "why"):
        yield getattr(question, key), (key,)
    for at, point in enumerate(question.point):
        yield point.say, ("point", at, "say")
    for at, option in enumerate(question.option):
        yield option.text, ("option", at, "text")
        yield option.feedback, ("option", at, "feedback")


def word_problems(bank: QuestionBank, today: str, *, shipped: bool) -> Iterator[Problem]:
    """Texts that are too long, too hard, overtaken by the calendar, or true in one place only.

    Args:
        bank: The bank.
        today: The day (``YYYY-MM-DD``) on which it is looked at.
        shipped: Whether it comes with the program: then nothing local may stand in it.
    """
    for at, question in enumerate(bank.question):
        if question.status == RETIRED:
            continue
        path: Path = ("question", at)
        yield from _length(question, path)
        yield from _age(question, path)
        yield from _own(question, path)
        for text, place in texts_of(question):
            here = (*path, *place)
            if shipped:
                yield from _local(text, here)
            yield from _overtaken(text, here, today)
            if unfinished := placeholder_in(text) if place[-1] not in _SPOKEN else "":
                what = f'"{unfinished[:_SHOWN]}" only keeps a place.'
                yield Problem(what=what, remedy="Write what belongs there.", severity=Severity.WARNING, path=here)


def _length(question: Question, path: Path) -> Iterator[Problem]:
    if len(question.prompt) > MOST_ALOUD:
        what = f"The question has {len(question.prompt)} characters; up to {MOST_ALOUD} can be read aloud."
        yield Problem(what=what, remedy="Shorten the story.", path=(*path, "prompt"))
    if (said := len(words(question.answer))) > MOST_SAID:
        what = f"The answer has {said} words; up to {MOST_SAID} can be said back in one go."
        remedy = "Say what to do, with whom and how fast; the rest goes into why."
        yield Problem(what=what, remedy=remedy, severity=Severity.WARNING, path=(*path, "answer"))


def _age(question: Question, path: Path) -> Iterator[Problem]:
    text = f"{question.prompt} {question.answer}"
    age = reading_age(text)
    if age > OLDEST:
        what = f'The reading age is {age:.0f}; the hardest sentence is "{hardest_sentence(text)[:_SHOWN]}".'
        remedy = "Make two sentences of it, or take shorter words."
        yield Problem(what=what, remedy=remedy, severity=Severity.WARNING, path=(*path, "answer"))


def _own(question: Question, path: Path) -> Iterator[Problem]:
    """Braces are filled from the profile, and only where the question says so and the program fills them."""
    named: set[str] = set()
    for text, place in texts_of(question):
        for name in _BRACED.findall(text):
            named.add(name)
            if name not in question.from_profile:
                what, remedy = f'"{{{name}}}" is filled by nothing.', "Name the field in from_profile."
                yield Problem(what=what, remedy=remedy, path=(*path, *place))
            elif place == ("why",):
                what = '"why" is not filled from the profile.'
                yield Problem(what=what, remedy="Write it without names and numbers.", path=(*path, *place))
    for at, name in enumerate(question.from_profile):
        if name not in named:
            what = f'"{name}" is asked of the profile, and stands nowhere in the question.'
            remedy = f'Write "{{{name}}}" where it belongs, or take it out.'
            yield Problem(what=what, remedy=remedy, path=(*path, "from_profile", at))


def _local(text: str, path: Path) -> Iterator[Problem]:
    for number in sorted(numbers_in(text)):
        if not number.startswith(_NATIONWIDE):
            what = f"The number {number} is a local one."
            remedy = "Local numbers come from the setting's profile: use from_profile."
            yield Problem(what=what, remedy=remedy, path=path)


def _overtaken(text: str, path: Path, today: str) -> Iterator[Problem]:
    """Sentences that speak of a day to come which has come."""
    for sentence in SENTENCE_END.split(text):
        for found in _WHEN.finditer(sentence):
            day, month, year = found.groups()
            if _OVER.search(sentence) or not _TO_COME.search(sentence[: found.start()]):
                continue
            number = MONTHS.index(month) + 1 if month else 12
            last = f"{year}-{number:02d}-{int(day or 31):02d}"
            if last < today:
                what = f'"{found.group()}" stands here as if it were to come, and has passed.'
                remedy = "See whether the sentence still holds, and say it as it is now."
                yield Problem(what=what, remedy=remedy, severity=Severity.WARNING, path=path)
