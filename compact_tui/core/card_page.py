"""A pocket card of a few questions: folded to A6, with the answers behind the fold."""

import math
from collections.abc import Sequence

from msgspec import Struct

from compact_tui.core.asking_views import AskPage
from compact_tui.core.sheet_page import level_words

MOST = 3
"""Questions that fit on a card."""
_ROOM = 112.0
"""Millimetres that the questions have, by what was measured on printed cards."""


class CardQuestion(Struct, frozen=True):
    """One question of a card."""

    number: int
    prompt: str
    choices: tuple[str, ...]
    """What is read aloud after it."""
    levels: tuple[str, ...]
    """What it can amount to, to tick."""
    answer: str
    unsafe: tuple[str, ...]
    """What must not be heard."""
    source: str
    """With its marks."""


class CardPage(Struct, frozen=True):
    """A pocket card."""

    title: str
    check: str
    """The round that it belongs to, for typing in the answers afterwards."""
    questions: tuple[CardQuestion, ...]
    tight: bool
    """Whether it has to be printed smaller to keep to its side."""
    foot: str = "Never a name. Worried about a child? Act now: the card can wait."


def card_page(pages: Sequence[AskPage]) -> CardPage:
    """The first three questions of a round as a card.

    Args:
        pages: Every question of the round, in the order of asking.
    """
    questions = tuple(_question(page) for page in pages[:MOST])
    return CardPage(pages[0].group, pages[0].check, questions, sum(_tall(one) for one in questions) > _ROOM)


def _question(page: AskPage) -> CardQuestion:
    unsafe = tuple(row.words for row in page.rows if row.kind in {"must-not", "unsafe"})
    source = "; ".join((*page.sources[:1], *page.marks))
    levels = level_words(page)
    return CardQuestion(page.number, page.prompt, page.choices, levels, page.answer, unsafe, source)


def _tall(one: CardQuestion) -> float:
    """About how many millimetres a question takes on the front."""
    return 11 + 4.4 * math.ceil(len(one.prompt) / 42) + 4.2 * sum(math.ceil(len(said) / 50) for said in one.choices)
