"""What a report says about each standard, and its blocks to copy into another form."""

from compact_tui.core.page import AnyBlock, CopyBlock, Facts, Paragraph, Section, TableBlock
from compact_tui.core.report_words import NOTHING, Names, action_line, by_when, lines, named, word_of
from compact_tui.core.return_parts import ReturnCriterion, ReturnEvidence, ReturnStandard
from compact_tui.core.returns import Return

_HEADERS = ("Number", "Criterion", "Answer", "Note", "Evidence and actions", "Answered by")


def standard_section(standard: ReturnStandard, names: Names) -> Section:
    """One standard: grade, summary, and every criterion with what was answered."""
    pack = names.pack
    graded = [
        ("Grade", word_of(pack, "level", standard.grade)),
        ("Graded by", by_when(standard.graded_by, standard.graded_at)),
        ("Suggested by the answers", word_of(pack, "level", standard.suggested)),
        ("Why that is suggested", standard.because),
        ("Suggested when it was graded", _suggested_then(standard, names)),
        ("Why the grade is what it is", standard.reason),
    ]
    pairs = [
        *(graded if names.graded else ()),
        ("Summary by", by_when(standard.summary_by, standard.summary_at)),
        ("Evidence and actions", lines(*_backing(standard, names)).removeprefix(NOTHING)),
    ]
    blocks: list[AnyBlock] = [
        Facts(tuple((name, said) for name, said in pairs if said)),
        Paragraph(standard.summary or "No summary is written."),
    ]
    if standard.criteria:
        rows = tuple(_row(criterion, names) for criterion in standard.criteria)
        blocks.append(TableBlock(f"{names.title(standard)}: its criteria and the answers", _HEADERS, rows))
    return Section(names.title(standard), 2, tuple(blocks))


def _suggested_then(standard: ReturnStandard, names: Names) -> str:
    return word_of(names.pack, "level", standard.suggested_when_graded) if standard.suggested_when_graded else ""


def _backing(item: ReturnStandard | ReturnCriterion, names: Names) -> tuple[str, str]:
    return names.evidence_titles(item.evidence), names.action_lines(item.actions)


def _row(criterion: ReturnCriterion, names: Names) -> tuple[str, ...]:
    known = names.criteria.get(criterion.id)
    return (
        names.number(criterion.id),
        known.text or known.question if known else criterion.id,
        word_of(names.pack, "answer", criterion.answer),
        lines(criterion.note, named("Reason", criterion.reason)),
        lines(*_backing(criterion, names)),
        by_when(criterion.by, criterion.at) or NOTHING,
    )


def copy_section(return_: Return, names: Names) -> tuple[Section, ...]:
    """Grade, summary, evidence and actions of each standard as plain text, for other people's forms."""
    opening = Section(
        "To copy into another form",
        2,
        (Paragraph("The same words as plain blocks, for a form that asks for them standard by standard."),),
    )
    return (opening, *(_copies(standard, names) for standard in return_.standards))


def _copies(standard: ReturnStandard, names: Names) -> Section:
    ids = {standard.id, *(criterion.id for criterion in standard.criteria)}
    evidence = [e for e in names.evidence.values() if ids.intersection(e.supports)]
    actions = [a for a in names.actions.values() if ids.intersection(a.supports)]
    return Section(
        f"{names.title(standard)}: to copy",
        3,
        (
            *((CopyBlock("Grade", word_of(names.pack, "level", standard.grade)),) if names.graded else ()),
            CopyBlock("Summary", standard.summary or NOTHING),
            CopyBlock("Evidence", "\n".join(evidence_line(e, names) for e in evidence) or NOTHING),
            CopyBlock("Actions", "\n".join(action_line(a) for a in actions) or NOTHING),
        ),
    )


def evidence_line(item: ReturnEvidence, names: Names) -> str:
    """A piece of evidence in one line: what, of which kind, where, with whom, when seen."""
    kind = word_of(names.pack, "evidence_kind", item.kind)
    parts = (item.title, kind, item.where, named("held by", item.held_by), named("seen", by_when("", item.seen_on)))
    return "; ".join(part for part in parts if part)
