"""One GIFT question taken apart into title, words, answers and feedback, without asking yet what kind of ours it is."""

import re
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.shapes import MOST_ITEMS
from compact_tui.exchange.bank_formats import Refused
from compact_tui.exchange.gift_blocks import Block
from compact_tui.exchange.gift_text import Marked, hide, marked, show, steering

LONGEST = 200_000
"""Characters of one question with all its answers."""
BLANK = "_____"
"""Stands for answers in the middle of a sentence."""
_WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d{1,8})?)%")
_ANSWER = re.compile(r"[=~]")
_TRUE, _FALSE = {"t", "true"}, {"f", "false"}


class Answer(Struct, frozen=True):
    """One answer of a list."""

    text: Marked
    right: bool
    """Whether its sign is ``=``."""
    weight: float | None
    """Per cent; ``None`` where none is written."""
    feedback: Marked
    line: int


class Item(Struct, frozen=True, kw_only=True):
    """A question as the file has it."""

    block: Block
    title: str
    prompt: Marked
    general: Marked
    """Feedback whatever was answered."""
    answers: tuple[Answer, ...] = ()
    truth: bool | None = None
    """The right answer of a question that is true or false; ``None`` for other questions."""
    truth_feedback: tuple[Marked, ...] = ()
    """To who answers it wrongly, then to who answers rightly."""


class _Source:
    """The block while it is taken apart: knows the line of a place in its hidden text."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self.hidden = hide(block.text)

    def refuse(self, what: str, remedy: str, at: int = 0) -> Refused:
        return Refused(what, remedy, self.block.line + self.hidden.count("\n", 0, at))


def item_of(block: Block) -> Item:
    """Take a block apart.

    Raises:
        Refused: If it is not a question, or one that is broken or of a kind that a bank has not.
    """
    source = _Source(block)
    if len(block.text) > LONGEST:
        what = f"The question has {len(block.text):,} characters; at most {LONGEST:,} are taken."
        raise source.refuse(what, "Shorten it, or look whether blank lines between questions are missing.")
    if found := steering(block.text):
        what = f"The question holds a character that cannot be seen (U+{ord(found[0]):04X})."
        at = block.line + block.text.count("\n", 0, found.start())
        raise Refused(what, "Type the words anew instead of copying them.", at)
    title, start = _title(source)
    opened, closed = _braces(source, start)
    before, after = source.hidden[start:opened], source.hidden[closed + 1 :]
    prompt = marked(before + BLANK + after if after.strip() else before)
    inside, general = _general(source.hidden[opened + 1 : closed])
    item = Item(block=block, title=title, prompt=prompt, general=marked(general, prompt.format))
    return _answered(source, item, inside, opened + 1)


def _title(source: _Source) -> tuple[str, int]:
    hidden = source.hidden
    start = len(hidden) - len(hidden.lstrip())
    if not hidden.startswith("::", start):
        return "", start
    end = hidden.find("::", start + 2)
    if end < 0:
        raise source.refuse("The title has no end.", "Write :: behind it, and \\: for a colon within it.", start)
    return show(hidden[start + 2 : end].strip()), end + 2


def _braces(source: _Source, start: int) -> tuple[int, int]:
    hidden = source.hidden
    opened, closed = hidden.find("{", start), hidden.find("}", start)
    escape = "Write \\{ and \\} for braces that belong to the words."
    if opened < 0 and closed < 0:
        what = "This is a description: words without answers. A bank has questions only."
        raise source.refuse(what, "Leave it out, or add answers in { }.", start)
    if opened < 0 or 0 <= closed < opened:
        what = "A brace } closes what was not opened."
        raise source.refuse(what, f"{escape} Take out a blank line within the question if there is one.", closed)
    second = hidden.find("{", opened + 1)
    if closed < 0:
        what = "The answers that begin with { have no end."
        remedy = "Write } behind the last answer, and take out blank lines before it (\\n makes a line break)."
        raise source.refuse(what, remedy, opened)
    if 0 <= second < closed:
        raise source.refuse("There is a brace { within the answers.", escape, second)
    if second >= 0:
        what = "The question has answers in two places."
        raise source.refuse(what, "Make two questions of it, with a blank line between them.", second)
    if (again := hidden.find("}", closed + 1)) >= 0:
        raise source.refuse("A brace } closes what was not opened.", escape, again)
    return opened, closed


def _general(inside: str) -> tuple[str, str]:
    before, sign, general = inside.rpartition("####")
    return (before, general) if sign else (inside, "")


def _answered(source: _Source, item: Item, inside: str, at: int) -> Item:
    words = inside.strip()
    head, sign, rest = words.partition("#")
    if sign and not head:
        what = "This is a numerical question, which a bank has not."
        raise source.refuse(what, "Ask it with answers to choose from, or leave it out.", at)
    verdict = head.strip().lower()
    if verdict in _TRUE | _FALSE:
        feedback = tuple(marked(part, item.prompt.format) for part in rest.split("#", 1)) if sign else ()
        return replace(item, truth=verdict in _TRUE, truth_feedback=feedback)
    if words and "~" not in words:
        what, remedy = "This is a short answer question, which a bank has not.", "Add wrong answers with ~ to it."
        if "->" in words:
            what, remedy = "This is a matching question, which a bank has not.", "Make a question of each pair."
        raise source.refuse(what, f"{remedy} Or leave it out.", at)
    return replace(item, answers=_answers(source, inside, at, item.prompt.format))


def _answers(source: _Source, inside: str, at: int, outer: str) -> tuple[Answer, ...]:
    signs = [found.start() for found in _ANSWER.finditer(inside)]
    first = inside[: signs[0]] if signs else inside
    if first.strip():
        raise source.refuse("There are words before the first answer.", "Begin every answer with = or ~.", at)
    if len(signs) > MOST_ITEMS:
        what = f"The question has {len(signs):,} answers; at most {MOST_ITEMS} are taken."
        raise source.refuse(what, "Take some out.", at)
    made: list[Answer] = []
    line, counted = source.block.line + source.hidden.count("\n", 0, at), 0
    for start, end in pairwise((*signs, len(inside))):
        line += inside.count("\n", counted, start)
        counted = start
        words, _, feedback = inside[start + 1 : end].partition("#")
        words = words.strip()
        weight = _WEIGHT.match(words)
        text = marked(words[weight.end() :] if weight else words, outer)
        percent = float(weight[1]) if weight else None
        made.append(Answer(text, inside[start] == "=", percent, marked(feedback, outer), line))
    return tuple(made)
