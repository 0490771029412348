"""The whole audit on paper, to be filled in with a pen: nothing that was answered stands on it."""

from collections.abc import Iterator

from compact_tui.core.pack import AuditPack, Criterion, Level, Standard, numbered, word_of
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
from compact_tui.core.report import wording_words
from compact_tui.core.text import count

_FRONT = ("Name of the setting", "Who answered (roles)", "Begun on", "Finished on", "Typed in by, on")
_HOW = (
    "Tick one answer for each question. Where you are not sure, tick the answer that says so and find out.",
    "The two lines are for what you found: what you saw, whom you asked, what is missing.",
    "On the evidence line, say what backs the answer, where it is and who holds it.",
    "Write roles, never the name of a child, and nothing by which anybody could tell who a child is.",
    "Hand the sheets to whoever types them in, and keep them where other people's eyes do not fall on them.",
)
_NOTE_LINES, _SUMMARY_LINES, _PLAN_LINES = 2, 4, 3


def blank_page(pack: AuditPack, cycle: str = "", *, guided: bool = False) -> ReportPage:
    """A pack as sheets to fill in.

    Args:
        pack: The pack, as one variation sees it.
        cycle: What the round is called; empty where that is to be filled in.
        guided: Whether each question says what good looks like, where to look and whom to ask.
    """
    asked = sum(len(standard.criterion) for standard in pack.standard)
    title = f"To fill in on paper: {pack.pack.title}"
    return ReportPage(
        title=f"{title}, {cycle}" if cycle else title,
        first_lines=(
            f"{count(len(pack.standard), 'part')}, {count(asked, 'question')}. {_shared(pack)}".strip(),
            wording_words(pack.pack.wording),
        ),
        sections=(_front(pack), *(part for s in pack.standard for part in _standard(pack, s, guided=guided))),
    )


def _shared(pack: AuditPack) -> str:
    """A graded audit is shared out among colleagues; a group of a few people fills in one booklet."""
    return "Each part begins a new sheet, so that people can share." if pack.level else ""


def _front(pack: AuditPack) -> Section:
    blocks: list[AnyBlock] = [
        InkBlock("About these sheets", _FRONT),
        ListBlock(_HOW),
    ]
    if answers := tuple((answer.word, answer.meaning) for answer in pack.answer if answer.meaning):
        blocks.append(Facts(answers))
    if duties := tuple((duty.word, duty.meaning) for duty in pack.duty if duty.meaning):
        blocks += [Paragraph("What stands in brackets after a question says how strong it is."), Facts(duties)]
    return Section("Before you begin", 2, tuple(blocks))


def _standard(pack: AuditPack, standard: Standard, *, guided: bool) -> Iterator[Section]:
    opening: list[AnyBlock] = [Paragraph(standard.introduction)] if guided and standard.introduction else []
    opening.append(WritingBlock("Who answered this part (roles), and when", 1))
    yield Section(f"{standard.number}. {standard.title}", 2, tuple(opening), keep=True, new_side=bool(pack.level))
    for number, criterion in numbered(standard):
        yield _criterion(pack, number, criterion, guided=guided)
    yield from _whole(pack, standard)


def _criterion(pack: AuditPack, number: str, criterion: Criterion, *, guided: bool) -> Section:
    duty = word_of(pack, "duty", criterion.duty)
    blocks: list[AnyBlock] = [Paragraph(f"{criterion.text} ({duty})" if duty else criterion.text)]
    if guided:
        help_ = (
            ("What good looks like", criterion.good),
            ("Where to look", "\n".join(criterion.where)),
            ("Whom to ask", "\n".join(criterion.ask)),
        )
        said = tuple((name, text) for name, text in help_ if text)
        blocks += [Facts(said)] if said else []
    blocks += [
        TickBlock("", tuple(answer.word for answer in pack.answer)),
        WritingBlock("What we found", _NOTE_LINES),
        WritingBlock("Evidence: what, where, who holds it", 1),
    ]
    return Section(f"{number} {criterion.question}", 3, tuple(blocks), keep=True)


def _whole(pack: AuditPack, standard: Standard) -> Iterator[Section]:
    """What is said of a standard as a whole, after its questions."""
    models = {model.level: model.text for model in standard.model_answer}
    levels = [level for level in pack.level if models.get(level.id) or not models]
    if levels:
        boxes = tuple(_level(level, models.get(level.id, level.meaning)) for level in levels)
        heading = f"{standard.number}: which of these fits us best?"
        yield Section(heading, 3, (TickBlock("", boxes, stacked=True), WritingBlock("Why", 1)), keep=True)
    blocks: list[AnyBlock] = [WritingBlock(standard.impact_prompt, _SUMMARY_LINES)] if standard.impact_prompt else []
    blocks.append(WritingBlock("What we will do next, who does it, by when", _PLAN_LINES))
    yield Section(f"{standard.number}: in our own words", 3, tuple(blocks), keep=True)


def _level(level: Level, text: str) -> str:
    return f"{level.word}: {text}" if text else level.word
