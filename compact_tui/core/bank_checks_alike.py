"""What a bank has in common with others, or twice in itself: ids, sentences, and questions worded nearly alike."""

from collections.abc import Iterable, Iterator

from compact_tui.core.bank import Question, QuestionBank
from compact_tui.core.likeness import SENTENCE_END, TOO_ALIKE, likeness, words
from compact_tui.core.problems import Path, Problem, Severity

_FEWEST_WORDS = 5
_CLOSING_WORDS = 7
"""Words of the shortest question that may close one story only; "What do you do?" may close any."""
_PROSE = ("prompt", "answer", "why")
_SHOWN = 60


def alike_problems(bank: QuestionBank, others: Iterable[QuestionBank]) -> Iterator[Problem]:
    """Ids, sentences and wordings of a bank that stand elsewhere already.

    Args:
        bank: The bank that is told.
        others: The banks that were there before it.
    """
    before = [question for other in others for question in other.question]
    ids = {question.id: other.bank.title for other in others for question in other.question}
    for at, question in enumerate(bank.question):
        if question.id in ids:
            what = f'The id "{question.id}" belongs to a question of "{ids[question.id]}".'
            yield Problem(what=what, remedy="Give it another; an id is never used twice.", path=("question", at, "id"))
    yield from _repeated(bank, before)
    yield from _alike(bank, before)


def _repeated(bank: QuestionBank, before: list[Question]) -> Iterator[Problem]:
    seen = {said: question.id for question in before for _, said, _ in _sentences(question)}
    for at, question in enumerate(bank.question):
        for sentence, said, path in _sentences(question):
            if said in seen:
                what = f'"{sentence[:_SHOWN]}" stands in {seen[said]} already.'
                yield Problem(what=what, remedy="Say here what is true only here.", path=("question", at, *path))
            seen.setdefault(said, question.id)


def _sentences(question: Question) -> Iterator[tuple[str, tuple[str, ...], Path]]:
    """The sentences of what is read or said; points and options may echo the answer."""
    prose: list[tuple[str, Path]] = [(getattr(question, key), (key,)) for key in _PROSE]
    prose += [(option.feedback, ("option", at, "feedback")) for at, option in enumerate(question.option)]
    for text, path in prose:
        for sentence in SENTENCE_END.split(text):
            said = words(sentence)
            closing = path == ("prompt",) and sentence.endswith("?") and len(said) < _CLOSING_WORDS
            if len(said) >= _FEWEST_WORDS and not closing:
                yield sentence, said, path


def _alike(bank: QuestionBank, before: list[Question]) -> Iterator[Problem]:
    there = [(question, words(question.prompt)) for question in before]
    for at, question in enumerate(bank.question):
        said = words(question.prompt)
        for other, also in there:
            if 2 * min(len(said), len(also)) <= TOO_ALIKE * (len(said) + len(also)):
                continue
            figure = likeness(said, also, TOO_ALIKE)
            if figure > TOO_ALIKE:
                what = f"The wording is {figure:.2f} alike with {other.id} (1 is the same)."
                remedy = "Ask it from another side, or leave one out."
                yield Problem(what=what, remedy=remedy, severity=Severity.WARNING, path=("question", at, "prompt"))
        there.append((question, said))
