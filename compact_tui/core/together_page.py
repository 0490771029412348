"""A standard's criteria as large pages for a meeting of everybody: one criterion a side, with room for a count."""

from compact_tui.core.pack import AuditPack, Criterion, Standard, numbered
from compact_tui.core.page import ListBlock, Paragraph, ReportPage, Section, TableBlock, WritingBlock

_HOW = (
    "Read the statement aloud. Everybody thinks for a moment, alone.",
    "Hands up for each answer. Write down how many, never who.",
    "Hear one person from each answer. What have they seen?",
    "Agree on an answer, or on what somebody will find out.",
)


def together_page(pack: AuditPack, standard: Standard) -> ReportPage:
    """The pages of one standard, to be held up, pinned to a wall or shown in a hall."""
    return ReportPage(
        title=f"{standard.number}. {standard.title}",
        first_lines=("Safeguarding, all of us together. No names of children, here or on these sheets.",),
        sections=(
            Section("How we do this", 2, (ListBlock(_HOW),)),
            *(_side(pack, number, criterion) for number, criterion in numbered(standard)),
        ),
        large=True,
    )


def _side(pack: AuditPack, number: str, criterion: Criterion) -> Section:
    rows = tuple((answer.word, "") for answer in pack.answer)
    table = TableBlock(f"{number}: how many say what", ("What we say", "How many"), rows)
    agreed = WritingBlock("What do we agree?", 2)
    return Section(
        f"{number} {criterion.question}", 2, (Paragraph(criterion.text), table, agreed), keep=True, new_side=True
    )
