"""GIFT read: every question that can be taken, and a sentence with its line for everything that cannot."""

from msgspec import Struct

from compact_tui.core.bank import BankHead, BankSource, Question, QuestionBank
from compact_tui.core.problems import Problem, Severity, has_errors
from compact_tui.exchange.bank_formats import IMPORTED, Names, Reading, Refused, lines_of, nothing, plain_bank
from compact_tui.exchange.gift_blocks import Block, blocks
from compact_tui.exchange.gift_items import item_of
from compact_tui.exchange.gift_notes import head_of, taken_as_it_is, with_note
from compact_tui.exchange.gift_questions import Seen, seen_in


class _Taken(Struct):
    """What was taken so far."""

    questions: list[Question]
    sources: dict[str, BankSource]
    problems: list[Problem]
    head: tuple[BankHead, tuple[BankSource, ...]] | None = None
    title: str = ""


def read_gift(text: str) -> Reading:
    """Read questions in Moodle's GIFT format.

    Choice, multiple choice, true or false and the missing word are taken, and an essay question in whose general
    feedback points to listen for stand. Anything else is refused by name and line; the others are still taken.

    Args:
        text: The file; a byte order mark and the line ends of any system are overlooked.
    """
    try:
        lines = lines_of(text)
    except Refused as refused:
        return nothing(refused.problem)
    taken, names = _Taken([], {}, []), Names()
    for block in blocks(lines):
        taken.title = taken.title or (block.category[0] if block.category else "")
        if block.text.strip():
            _take(block, names, taken)
        elif block.note:
            _take_head(block, taken)
    bank = plain_bank(taken.title or IMPORTED, taken.questions)
    head, sources = taken.head or (bank.bank, tuple(taken.sources.values()))
    return Reading(QuestionBank(bank=head, source=sources, question=bank.question), tuple(taken.problems))


def seen(block: Block, names: Names) -> Seen:
    """What a block shows, notes apart.

    Raises:
        Refused: If it is broken or of a kind that a bank has not.
    """
    return seen_in(item_of(block), names)


def _take(block: Block, names: Names, taken: _Taken) -> None:
    try:
        shown = seen(block, names)
    except Refused as refused:
        taken.problems.append(refused.problem)
        return
    if has_errors(shown.problems) and not taken_as_it_is(block.note):
        taken.problems += [problem for problem in shown.problems if problem.severity is Severity.ERROR]
        return
    noted = with_note(shown.question, block.note, block.note_line)
    taken.questions.append(noted.question)
    taken.problems += [problem for problem in shown.problems if problem.severity is Severity.WARNING]
    taken.problems += noted.problems
    for source in shown.sources:
        taken.sources.setdefault(source.id, source)


def _take_head(block: Block, taken: _Taken) -> None:
    head = head_of(block.note)
    if head and not taken.head:
        taken.head = head
        return
    what = "There is a second note on a bank." if head else "The note on the bank is damaged; it was left out."
    remedy = "Look the title, edition and sources of the bank through."
    taken.problems.append(Problem(what=what, remedy=remedy, severity=Severity.WARNING, line=block.note_line))
