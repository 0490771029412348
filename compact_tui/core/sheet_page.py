"""A round of questions on paper: boxes to tick on the front, model answers on the back."""

from collections.abc import Mapping, Sequence

from compact_tui.core.asking_views import AskPage
from compact_tui.core.bank import MUST, MUST_NOT, SHOULD
from compact_tui.core.page import (
    AnyBlock,
    Facts,
    InkBlock,
    ListBlock,
    Paragraph,
    ReportPage,
    Section,
    TickBlock,
    WritingBlock,
)
from compact_tui.core.paper_answers import SHORT
from compact_tui.core.spot import KNEW_WHERE, LEVELS

_WEIGHTS: Mapping[str, str] = {MUST: "needed", SHOULD: "good to hear", MUST_NOT: "unsafe if said"}
_OPTIONS: Mapping[str, str] = {"right": "right", "wrong": "not right", "unsafe": "unsafe"}
_HOW = "Read it aloud and wait. Tick what you hear. Turn over and say the answer back: nobody fails."
_NO_NAMES = "Never a name, of staff or of a child. Worried about a child? Act now: this sheet can wait."


def sheet_page(pages: Sequence[AskPage]) -> ReportPage:
    """The questions of a round as a sheet; front and back each begin a side of their own.

    Args:
        pages: Every question of the round, in the order of asking.
    """
    check = pages[0].check
    letters = {level: letter for letter, level in SHORT.items()}
    typed = ", ".join(f"{letters[level]} {word}" for level, word in LEVELS)
    how = (
        f"At the spot checks (key p), or with: compact-tui spot-check paper --round {check} --on DATE "
        f'--answers "1 f; 2 p", where {typed}.'
    )
    front = (
        Section(f"Sheet {check}", 2, (InkBlock("", ("Asked on", "How many people")),), keep=True),
        *(_question(page) for page in pages),
    )
    back = (
        Section("Model answers: say them back", 2, (), new_side=True),
        *(_answer(page) for page in pages),
        Section("Type it in afterwards", 3, (Paragraph(how),), keep=True),
    )
    title, first = f"Spot check: {pages[0].group}", (_HOW, _NO_NAMES)
    return ReportPage(title=title, first_lines=first, sections=(*front, *back), dense=True)


def _question(page: AskPage) -> Section:
    critical = " (critical)" if page.critical else ""
    blocks: list[AnyBlock] = []
    if page.choices:
        blocks.append(TickBlock("Read aloud", page.choices, stacked=True))
    else:
        boxes = tuple(f"{row.words} ({_WEIGHTS[row.kind]})" for row in page.rows)
        blocks.append(TickBlock("What you hear", boxes, stacked=True))
    blocks += [TickBlock("", level_words(page)), WritingBlock("Note", 1)]
    return Section(f"{page.number}. {page.prompt}{critical}", 3, tuple(blocks), keep=True)


def level_words(page: AskPage) -> tuple[str, ...]:
    """The levels that an answer to a question can be of; to know where to look only where the question allows it."""
    return tuple(word for level, word in LEVELS if level != KNEW_WHERE or page.knew_where)


def _answer(page: AskPage) -> Section:
    blocks: list[AnyBlock] = [Paragraph(page.answer)]
    if page.choices:
        blocks.append(
            ListBlock(tuple(_option(choice, row.kind) for choice, row in zip(page.choices, page.rows, strict=True)))
        )
    facts = [("Why it matters", page.why_it_matters), ("Source", "\n".join(page.sources))]
    facts += [("Check first", ", ".join(page.marks)), ("Why this question", page.why_asked)]
    blocks.append(Facts(tuple((name, said) for name, said in facts if said)))
    return Section(f"{page.number}. {page.prompt}", 3, tuple(blocks), keep=True)


def _option(choice: str, kind: str) -> str:
    return f"{choice}: {_OPTIONS[kind]}"
