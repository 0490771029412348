"""A five-minute briefing as a page to print and read out."""

from compact_tui.core.page import AnyBlock, ListBlock, Paragraph, ReportPage, Section, WritingBlock
from compact_tui.core.spot_briefing import BriefingView

_MARKS = "Before you read it out: {}."


def briefing_page(view: BriefingView) -> ReportPage:
    """A briefing as one side of paper."""
    asked: list[AnyBlock] = [Paragraph(view.prompt), *([ListBlock(view.choices)] if view.choices else [])]
    said: list[AnyBlock] = [Paragraph(view.answer)]
    if view.why:
        said.append(Paragraph(f"Why it matters: {view.why}"))
    return ReportPage(
        title=f"{view.title}: five minutes together",
        first_lines=(
            "Say the question, wait, hear a few, then read the answer out. Nobody is named, nobody is wrong.",
            *((view.standing,) if view.standing else ()),
        ),
        sections=(
            Section("Ask everybody (1 minute)", 2, tuple(asked), keep=True),
            Section("Say the answer (1 minute)", 3, tuple(said), keep=True),
            Section("Talk about it (3 minutes)", 3, (ListBlock(view.discussion),), keep=True),
            Section(
                "What we agreed", 3, (WritingBlock("We will", 3), WritingBlock("Done on, with whom", 1)), keep=True
            ),
            Section("Where it stands", 3, _source(view), keep=True),
        ),
    )


def _source(view: BriefingView) -> tuple[AnyBlock, ...]:
    lines = (*view.sources, *((_MARKS.format(", ".join(view.marks)),) if view.marks else ()), view.follow_up)
    return (ListBlock(lines),)
