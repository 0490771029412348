"""Question banks in the Aiken format (https://docs.moodle.org/en/Aiken_format): one right answer, nothing else."""

import re
from collections.abc import Iterator

from compact_tui.core.bank import CHOICE, TRUE_FALSE, Option, Question, QuestionBank
from compact_tui.core.problems import Problem
from compact_tui.core.text import count
from compact_tui.exchange.bank_formats import (
    IMPORTED,
    LETTERS,
    LONGEST_ID,
    Names,
    Reading,
    Refused,
    Written,
    lines_of,
    nothing,
    plain_bank,
)
from compact_tui.exchange.gift_text import one_line, steering

LONGEST = 20_000
"""Characters of a line."""
_CHOICE = re.compile(r"([A-Z])[.)]\s+(.*)")
_RIGHT = re.compile(r"ANSWER:\s*(.*)")
_Line = tuple[int, str]


def read_aiken(text: str) -> Reading:
    """Read questions in Aiken format; a broken one is refused with its line, the others are still taken."""
    try:
        lines = lines_of(text)
    except Refused as refused:
        return nothing(refused.problem)
    taken: list[Question] = []
    problems: list[Problem] = []
    names = Names()
    for group in _groups(lines):
        try:
            taken.append(_question(group, names))
        except Refused as refused:
            problems.append(refused.problem)
    return Reading(plain_bank(IMPORTED, taken), tuple(problems))


def _groups(lines: list[str]) -> Iterator[list[_Line]]:
    """The lines of each question: up to its answer, or to where the next one begins."""
    group: list[_Line] = []
    for number, line in enumerate(lines, start=1):
        words = line.strip()
        if not words:
            continue
        if group and _CHOICE.match(group[-1][1]) and not (_CHOICE.match(words) or _RIGHT.match(words)):
            yield group
            group = []
        group.append((number, words))
        if _RIGHT.match(words):
            yield group
            group = []
    if group:
        yield group


def _question(group: list[_Line], names: Names) -> Question:
    for number, words in group:
        if len(words) > LONGEST:
            raise Refused(f"The line has {len(words):,} characters; at most {LONGEST:,} are taken.", "Cut it.", number)
        if found := steering(words):
            what = f"The line holds a character that cannot be seen (U+{ord(found[0]):04X})."
            raise Refused(what, "Type the words anew instead of copying them.", number)
    (first, prompt), rest = group[0], group[1:]
    if _CHOICE.match(prompt) or _RIGHT.match(prompt):
        raise Refused("There is no question before this line.", "Write it on one line before its answers.", first)
    if rest and not (_CHOICE.match(rest[0][1]) or _RIGHT.match(rest[0][1])):
        what = "The question goes on in a second line, or an answer does not begin with a letter and a full stop."
        raise Refused(what, "Write the question on one line, and answers as A. or A) and a space.", rest[0][0])
    right = _RIGHT.match(rest[-1][1]) if rest else None
    if not right:
        raise Refused("The question has no line ANSWER:", "Write ANSWER: and the letter below it.", group[-1][0])
    options = [_option(number, words, at) for at, (number, words) in enumerate(rest[:-1])]
    if len(options) < 2:
        raise Refused("The question has fewer than two answers.", "Write at least A. and B.", first)
    letter = right[1].strip()
    if letter not in LETTERS[: len(options)] or len(letter) != 1:
        what = f'"{letter[:20]}" is not the letter of one of its answers.'
        raise Refused(what, f"Write one letter from A to {LETTERS[len(options) - 1]}.", rest[-1][0])
    return _made(prompt, options, LETTERS.index(letter), names)


def _option(number: int, words: str, at: int) -> str:
    found = _CHOICE.match(words)
    if not found or at >= len(LETTERS) or found[1] != LETTERS[at]:
        wanted = f"{LETTERS[at]}." if at < len(LETTERS) else "ANSWER:"
        raise Refused(f"Here {wanted} should stand.", "Write the answers in the order of their letters.", number)
    return found[2]


def _made(prompt: str, texts: list[str], right: int, names: Names) -> Question:
    own = Names()
    options = tuple(Option(id=own.given(text), text=text, right=at == right) for at, text in enumerate(texts))
    name = names.given(prompt[: 2 * LONGEST_ID])
    return Question(id=name, topic="", kind=CHOICE, prompt=prompt, answer=texts[right], option=options)


def write_aiken(bank: QuestionBank) -> Written:
    """Write what Aiken can carry of a bank: questions with one right answer to choose."""
    parts: list[str] = []
    lost: list[str] = []
    for question in bank.question:
        reason = _not_carried(question)
        if reason:
            lost.append(f'The question "{one_line(question.id)[:60]}" is left out: {reason}.')
        else:
            parts.append(_written(question))
    if parts:
        carried = count(len(parts), "question is", "questions are")
        what = "without id, topic, model answer, feedback, roles, sources and dates"
        lost.append(f"{carried} carried as words, answers and the right letter only: {what}.")
    return Written("\n\n".join(parts) + "\n" if parts else "", tuple(lost))


def _not_carried(question: Question) -> str:
    right = sum(option.right for option in question.option)
    if question.kind not in {CHOICE, TRUE_FALSE}:
        return f"it is of the kind {one_line(question.kind)}"
    if right != 1 or not 2 <= len(question.option) <= len(LETTERS):
        return f"it has {count(len(question.option), 'answer')}, {right} of them right"
    words = [question.prompt, *(option.text for option in question.option)]
    if any(text != one_line(text) or not text or len(text) > LONGEST - 9 for text in words):
        return "its words do not fit on one line each"
    if _CHOICE.match(question.prompt) or _RIGHT.match(question.prompt):
        return "it begins like an answer"
    return ""


def _written(question: Question) -> str:
    answers = [f"{letter}. {option.text}" for letter, option in zip(LETTERS, question.option, strict=False)]
    right = next(at for at, option in enumerate(question.option) if option.right)
    return "\n".join([question.prompt, *answers, f"ANSWER: {LETTERS[right]}"])
