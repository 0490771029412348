"""Testing oneself: questions with their options shuffled, feedback to each try, until it is right."""

import hashlib
from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.ask_page import LEVEL_WORDS, ask_rows, source_lines
from compact_tui.core.asking import amount
from compact_tui.core.asking_views import AskRow
from compact_tui.core.bank import MULTIPLE, SPOKEN, Question, QuestionBank
from compact_tui.core.bank_use import Askable
from compact_tui.core.spot import FULL
from compact_tui.core.text import count

_LETTERS = "abcdefgh"


class SelfQuestion(Struct, frozen=True, kw_only=True):
    """A question of a self-test, with all that may be shown of it."""

    question: str
    number: int
    of: int
    topic: str
    """The topic's title."""
    prompt: str
    how: str
    """What to do, in a sentence."""
    spoken: bool
    """Said to oneself first; then what was said is ticked."""
    several: bool
    """Several can be chosen before it is looked at."""
    rows: tuple[AskRow, ...]
    answer: str
    why_it_matters: str
    sources: tuple[str, ...]
    marks: tuple[str, ...]


class SelfTest(Struct, frozen=True, kw_only=True):
    """A self-test; the same seed on the same day makes the same one."""

    seed: int
    role: str
    """Role group or role it was made for, as it was named."""
    questions: tuple[SelfQuestion, ...]


class Tried(Struct, frozen=True, kw_only=True):
    """What a try comes to."""

    right: bool
    """Whether one can go on; ticked points of a spoken answer always do."""
    level: str
    level_words: str
    unsafe: bool
    sentence: str
    feedback: tuple[str, ...]
    """To each option that was chosen."""


class SelfAnswer(Struct, frozen=True, kw_only=True):
    """What somebody chose first."""

    question: str
    chosen: tuple[str, ...]


class SelfResult(Struct, frozen=True, kw_only=True):
    """How a self-test went, in lines."""

    lines: tuple[str, ...]


def self_question(asked: Askable, bank: QuestionBank, number: int, of: int, seed: int, topic: str) -> SelfQuestion:
    """A question of a self-test; its options stand in an order that only the seed decides."""
    question = asked.question
    rows = ask_rows(question, ())
    spoken, several = question.kind == SPOKEN, question.kind == MULTIPLE
    if not spoken:
        mixed = sorted(rows, key=lambda row: _chance(seed, question.id, row.id))
        rows = tuple(replace(row, key=letter) for letter, row in zip(_LETTERS, mixed, strict=False))
    how = "Choose one."
    if spoken:
        how = "Say your answer to yourself, then look, and tick what you said."
    elif several:
        how = "Several are right: choose them all, then look."
    return SelfQuestion(
        question=question.id,
        number=number,
        of=of,
        topic=topic,
        prompt=question.prompt,
        how=how,
        spoken=spoken,
        several=several,
        rows=rows,
        answer=question.answer,
        why_it_matters=question.why,
        sources=source_lines(question, bank),
        marks=asked.marks,
    )


def tried(question: Question, chosen: Collection[str]) -> Tried:
    """What a try comes to, with the feedback to what was chosen."""
    came_to = amount(question, chosen)
    spoken = question.kind == SPOKEN
    right = spoken or came_to.level == FULL
    options = [option for option in question.option if option.id in chosen]
    return Tried(
        right=right,
        level=came_to.level,
        level_words=LEVEL_WORDS[came_to.level],
        unsafe=came_to.unsafe,
        sentence=_sentence(question, chosen, right=right, level=came_to.level),
        feedback=tuple(option.feedback for option in options if option.feedback),
    )


def _sentence(question: Question, chosen: Collection[str], *, right: bool, level: str) -> str:
    if question.kind == SPOKEN:
        return f"That is: {LEVEL_WORDS[level]}."
    if right:
        return "That is right."
    if not chosen:
        return "Choose at least one."
    wrong = any(not option.right for option in question.option if option.id in chosen)
    return "Not this time: try again." if wrong else "Right so far, and there is more: try again."


def self_result(test: SelfTest, firsts: Mapping[str, Tried]) -> SelfResult:
    """How a self-test went: what was right at once, and what is worth another look."""
    known = [one for one in test.questions if firsts.get(one.question) and firsts[one.question].level == FULL]
    looked = [one for one in test.questions if one.question in firsts]
    again = dict.fromkeys(one.topic for one in looked if one not in known)
    first = f"{count(len(looked), 'question')}, {len(known)} full at the first try."
    second = f"Worth another look: {', '.join(again)}." if again else "You knew all of them."
    return SelfResult(lines=(first, second, "Nothing of this is kept unless you say so."))


def first_tries(questions: Iterable[Question], answers: Iterable[SelfAnswer]) -> dict[str, Tried]:
    """What the first try at each question came to, by its id."""
    known = {question.id: question for question in questions}
    return {one.question: tried(known[one.question], one.chosen) for one in answers if one.question in known}


def _chance(seed: int, *names: str) -> bytes:
    return hashlib.blake2b(f"{seed}:{':'.join(names)}".encode(), digest_size=8).digest()
