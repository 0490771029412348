"""Two pages for a self-assessment without grades: what to do first, and whom to ask where help is needed."""

from collections.abc import Iterator

from compact_tui.core.days import say_day
from compact_tui.core.pack import AuditPack, Criterion, Source
from compact_tui.core.page import AnyBlock, InkBlock, ListBlock, Paragraph, ReportPage, Section, TableBlock
from compact_tui.core.report import is_overdue, plan_order, wording_words
from compact_tui.core.report_plan import NEED_SUPPORT, OPEN, open_points, opening
from compact_tui.core.report_words import NOTHING, Names, word_of
from compact_tui.core.return_parts import ReturnCriterion
from compact_tui.core.returns import Return
from compact_tui.core.text import clean_line, count

_MOST = 9
"""Lines of the plan, so that it keeps to one side."""
_LONGEST, _LONGEST_WHO = 90, 40
"""Characters of what is planned, and of who does it."""
_PEN = ""
"""Stands in a cell that is left for a pen."""
_ADVISES = ("non-statutory", "local page")
"""Status of sources whose publishers give advice; those of laws do not."""
_ALWAYS = "The partnership, or a group like ours"


def improvement_page(return_: Return, pack: AuditPack) -> ReportPage:
    """On one side of paper: what to do first, who does it, by when.

    What is planned comes first, overdue and soonest on top; then what is open and has no plan yet, the essential
    and the strongest duties on top, with room for a pen.
    """
    names = Names(return_, pack)
    rows = [*_planned(return_, names), *_unplanned(return_, names)]
    blocks: list[AnyBlock] = [Paragraph(opening(return_, pack))]
    if rows:
        headers = ("What to work on", "Who", "By when", "For")
        blocks.append(TableBlock("What to work on, the most pressing first", headers, tuple(rows[:_MOST])))
    if len(rows) > _MOST:
        blocks.append(Paragraph(f"{count(len(rows) - _MOST, 'point')} more in the full report."))
    blocks.append(InkBlock("We talk about this again", ("On", "With")))
    return ReportPage(
        title=f"What we do next: {return_.setting.name or 'our group'}",
        first_lines=(
            f"As it stood on {say_day(return_.made_on)}. It is ours: we share it only if we choose to.",
            wording_words(return_.pack.wording),
        ),
        sections=(Section("Our plan", 2, tuple(blocks)),),
    )


def support_page(return_: Return, pack: AuditPack) -> ReportPage:
    """What we asked for help with, and whom to ask for each."""
    names = Names(return_, pack)
    asked = [c for s in return_.standards for c in s.criteria if c.answer == NEED_SUPPORT]
    word = word_of(pack, "answer", NEED_SUPPORT)
    if asked:
        told = f'{count(len(asked), "question")} answered with "{word}". Asking is the strong thing to do.'
    else:
        told = f'No question is answered with "{word}".'
    return ReportPage(
        title=f"What we need help with: {return_.setting.name or 'our group'}",
        first_lines=(
            f"As it stood on {say_day(return_.made_on)}. Take it along or read it out; it names no child.",
            wording_words(return_.pack.wording),
        ),
        sections=(
            Section("What we ask for", 2, (Paragraph(told),)),
            *(_asked(criterion, names, pack) for criterion in asked),
        ),
    )


def can_ask(pack: AuditPack) -> bool:
    """Whether a pack has an answer with which a group asks for help."""
    return any(kind.id == NEED_SUPPORT for kind in pack.answer)


def _planned(return_: Return, names: Names) -> Iterator[tuple[str, ...]]:
    for action in sorted((a for a in return_.actions if a.status == "open"), key=plan_order):
        late = " (overdue)" if is_overdue(action, return_.made_on) else ""
        yield (
            _short(action.what),
            _short(action.who, _LONGEST_WHO),
            say_day(action.due) + late,
            names.all_numbers(action.supports),
        )


def _unplanned(return_: Return, names: Names) -> Iterator[tuple[str, ...]]:
    pack = names.pack
    counts_as = {kind.id: kind.counts_as for kind in pack.answer}
    strength = {duty.id: at for at, duty in enumerate(pack.duty)}
    planned = {one for action in return_.actions if action.status == "open" for one in action.supports}

    def pressing(criterion: ReturnCriterion) -> tuple[bool, int, int]:
        known = names.criteria.get(criterion.id)
        duty = strength.get(known.duty, len(strength)) if known else len(strength)
        return not (known and known.essential), duty, OPEN.index(counts_as[criterion.answer])

    standard_of = {c.id: s.id for s in return_.standards for c in s.criteria}
    still = [c for c in open_points(return_, pack) if not planned & {c.id, standard_of[c.id]}]
    for criterion in sorted(still, key=pressing):
        known = names.criteria.get(criterion.id)
        words = f"{known.question if known else criterion.id} ({word_of(pack, 'answer', criterion.answer)})"
        yield _short(words), _PEN, _PEN, names.number(criterion.id)


def _short(text: str, longest: int = _LONGEST) -> str:
    line = clean_line(text)
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def _asked(criterion: ReturnCriterion, names: Names, pack: AuditPack) -> Section:
    known = names.criteria.get(criterion.id)
    if known is None:
        return Section(criterion.id, 3, (Paragraph(criterion.note or NOTHING),), keep=True)
    rows = [
        ("What it asks", known.text),
        ("What we said", criterion.note),
        ("What would help", known.good),
    ]
    blocks: list[AnyBlock] = [Paragraph(f"{name}: {said}") for name, said in rows if said]
    blocks += [Paragraph("Whom to ask, and what to read:"), ListBlock(whom_to_ask(known, pack))]
    if known.ask:
        blocks += [Paragraph("Among ourselves, ask first:"), ListBlock(known.ask)]
    return Section(f"{names.number(criterion.id)} {known.question}", 3, tuple(blocks), keep=True)


def whom_to_ask(criterion: Criterion, pack: AuditPack) -> tuple[str, ...]:
    """Who gives advice on a criterion: the publishers of the guidance it rests on, and always the partnership."""
    sources: dict[str, Source] = {source.id: source for source in pack.source}
    cited = [sources[c.source] for c in criterion.source if c.source in sources]
    lines = [f"{s.publisher}: {s.title}" for s in cited if s.status in _ADVISES and s.publisher]
    return (*dict.fromkeys(lines), _ALWAYS)
