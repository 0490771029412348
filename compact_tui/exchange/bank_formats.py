"""What the outside formats of question banks share: what came of reading and of writing, ids for what had none."""

from collections.abc import Iterable

from msgspec import Struct

from compact_tui.core.bank import BankHead, Question, QuestionBank
from compact_tui.core.problems import Problem
from compact_tui.core.text import slug

LARGEST = 20_000_000
"""Characters of a whole file."""
LONGEST_ID = 60
"""Characters of an id that is made of a title or a question."""
IMPORTED = "Imported questions"
"""Title of a bank whose file names none."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Reading(Struct, frozen=True):
    """What came of reading a bank in an outside format."""

    bank: QuestionBank
    """What could be taken; it may hold no question at all."""
    problems: tuple[Problem, ...]
    """An error for every item that was refused, a warning where something of a taken item was left behind."""


class Written(Struct, frozen=True):
    """A bank in an outside format."""

    text: str
    lost: tuple[str, ...]
    """What the format cannot carry, a sentence each; empty when it carries everything."""


class Refused(ValueError):
    """An item that cannot be taken; it does not stop the others.

    Args:
        what: What is wrong, as one sentence.
        remedy: What to do, as one sentence.
        line: Where it is, counted from 1.
    """

    def __init__(self, what: str, remedy: str, line: int) -> None:
        super().__init__(what)
        self.problem = Problem(what=what, remedy=remedy, line=line)


def lines_of(text: str) -> list[str]:
    """The lines of a file from any system, without byte order mark and line ends.

    Raises:
        Refused: If the file is larger than any bank.
    """
    if len(text) > LARGEST:
        what = f"The file has {len(text):,} characters; at most {LARGEST:,} are taken."
        raise Refused(what, "Split it into several files.", 1)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def plain_bank(title: str, questions: Iterable[Question]) -> QuestionBank:
    """A bank for questions whose file says nothing of a bank but perhaps its title."""
    name = slug(title, LONGEST_ID)
    return QuestionBank(
        bank=BankHead(id=name, title=title, edition="1", subject=name),
        question=tuple(questions),
    )


def nothing(problem: Problem) -> Reading:
    """The reading of a file of which nothing could be taken."""
    return Reading(plain_bank(IMPORTED, ()), (problem,))


class Names:
    """Ids made of words, every one given once."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._next: dict[str, int] = {}

    def given(self, words: str) -> str:
        """An id of these words that was not given before: ``dry-it``, then ``dry-it-2``."""
        stem = slug(words, LONGEST_ID)
        name = stem
        while name in self._given:
            number = self._next.get(stem, 2)
            self._next[stem] = number + 1
            name = f"{stem}-{number}"
        self._given.add(name)
        return name
