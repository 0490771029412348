"""The improvement plan of a self-assessment without grades: what is in place, what comes first, what needs help."""

from compact_tui.core.pack import UNANSWERED, AuditPack
from compact_tui.core.page import AnyBlock, ListBlock, Paragraph, Section, TableBlock
from compact_tui.core.report_words import Names, word_of
from compact_tui.core.return_parts import ReturnCriterion
from compact_tui.core.returns import Return
from compact_tui.core.text import count

NEED_SUPPORT = "need-support"
"""Id of the answer with which a group asks for help."""
OPEN = ("not-met", "partly-met", "not-known")
"""What counts as open, the most pressing first."""


def improvement_plan(return_: Return, names: Names) -> Section:
    """What is in place is said first; then every open point with a first step, those that need help apart."""
    still = open_points(return_, names.pack)
    blocks: list[AnyBlock] = [Paragraph(opening(return_, names.pack))]
    if still:
        rows = tuple(_row(criterion, names) for criterion in still)
        headers = ("Number", "What to work on", "Where we are", "A first step", "Our note")
        blocks.append(TableBlock("What to do next, in the order of the questions", headers, rows))
    support = [c for c in still if c.answer == NEED_SUPPORT]
    if support:
        blocks.append(Paragraph("We ask for help with these. Whom to ask: the partnership, or a group like ours."))
        blocks.append(ListBlock(tuple(f"{names.number(c.id)} {_question(c, names)}" for c in support)))
    return Section("Improvement plan", 2, tuple(blocks))


def open_points(return_: Return, pack: AuditPack) -> list[ReturnCriterion]:
    """The criteria that are answered and not wholly met, in the order of the questions."""
    counts_as = {kind.id: kind.counts_as for kind in pack.answer}
    return [c for s in return_.standards for c in s.criteria if counts_as.get(c.answer) in OPEN]


def opening(return_: Return, pack: AuditPack) -> str:
    """How much is in place and how much is left, in words that encourage."""
    counts_as = {kind.id: kind.counts_as for kind in pack.answer}
    answers = [criterion.answer for standard in return_.standards for criterion in standard.criteria]
    met = sum(counts_as.get(answer) == "met" for answer in answers)
    return _opening(met, len(open_points(return_, pack)), answers.count(UNANSWERED))


def _opening(met: int, still: int, silent: int) -> str:
    if not met + still:
        return "Nothing is answered yet." if silent else "Nothing here applies to us."
    points = f"{count(still, 'point')} to work on."
    if not met:
        parts = [points, "Everyone begins somewhere; begin with the first."]
    else:
        keep = "1 is in place: keep doing it." if met == 1 else f"{met} of {met + still} are in place: keep doing them."
        parts = [keep, points] if still else [keep]
    if silent:
        parts.append(f"{count(silent, 'question')} {'is' if silent == 1 else 'are'} not answered yet.")
    elif not still:
        parts.append("Nothing is left to work on.")
    return " ".join(parts)


def _question(criterion: ReturnCriterion, names: Names) -> str:
    known = names.criteria.get(criterion.id)
    return known.question if known else criterion.id


def _row(criterion: ReturnCriterion, names: Names) -> tuple[str, ...]:
    known = names.criteria.get(criterion.id)
    return (
        names.number(criterion.id),
        known.text if known else criterion.id,
        word_of(names.pack, "answer", criterion.answer),
        known.good if known else "",
        criterion.note,
    )
