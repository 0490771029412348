"""Testing oneself in typed lines: try until it is right; nothing is kept unless the person says so."""

from compact_tui.core.self_test import SelfAnswer, SelfQuestion
from compact_tui.core.text import clean_line
from compact_tui.plain.asking import yes
from compact_tui.plain.moving import Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import self_test as verbs
from compact_tui.services.desk import Desk

_HELP = ("Type the number of your answer; where several are right, all of them with spaces between.",)


def selftest_place(teller: Teller, visit: Visit) -> Step:
    """Test oneself, then go back to the spot checks."""
    ask_oneself(teller, visit.desk)
    return Step(place="spot")


def ask_oneself(
    teller: Teller, desk: Desk, *, number: int = verbs.LENGTH, seed: int | None = None, topic: str = "", role: str = ""
) -> None:
    """Ask the questions of a self-test, each until it is right, and whether to keep it.

    Raises:
        Moved: If the person leaves; nothing is kept.
    """
    test = verbs.self_test(desk, role=role, number=number, seed=seed, topic=topic)
    teller.say("", f"Test yourself: {len(test.questions)} questions. Nothing is kept unless you say so at the end.")
    teller.say(f"The seed is {test.seed}: with it the same test comes again.")
    answers = [_ask(teller, desk, question) for question in test.questions]
    teller.say("", *verbs.self_result(desk, test, answers).lines)
    if yes(teller, f"Keep it, as one answer each of {test.role}, with no name?"):
        verbs.keep_self_test(desk, test, answers)
        teller.kept("Kept.")


def _ask(teller: Teller, desk: Desk, question: SelfQuestion) -> SelfAnswer:
    """Ask one question until it is right; what was chosen first."""
    teller.say("", f"Question {question.number} of {question.of}, {question.topic}.", question.prompt, question.how)
    if question.spoken:
        teller.ask("Enter shows the answer > ")
    teller.say(*(f"{number}. {row.words}" for number, row in enumerate(question.rows, 1)))
    first: SelfAnswer | None = None
    while True:
        chosen = _chosen(teller, question)
        answer = SelfAnswer(question=question.question, chosen=chosen)
        tried = verbs.try_answer(desk, question.question, chosen)
        teller.say(tried.sentence, *(f"  {line}" for line in tried.feedback))
        first = first or answer
        if tried.right:
            break
    teller.say(f"The answer: {question.answer}", question.why_it_matters, f"Source: {'; '.join(question.sources)}")
    teller.facts((("Mind", "; ".join(question.marks)),))
    return first


def _chosen(teller: Teller, question: SelfQuestion) -> tuple[str, ...]:
    while True:
        typed = teller.ask("> ", _HELP, words=True)
        words = typed.replace(",", " ").split()
        good = all(word.isascii() and word.isdigit() and 1 <= int(word[:4]) <= len(question.rows) for word in words)
        if good and (words or question.spoken) and (len(words) < 2 or question.several or question.spoken):
            return tuple(dict.fromkeys(question.rows[int(word) - 1].id for word in words))
        teller.say(f'"{clean_line(typed)[:40]}" is not an answer here. {_HELP[0]}')
