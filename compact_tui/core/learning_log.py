"""The learning and improvement log: how far each line is, and what the next round's figures say beside it."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from compact_tui.core.analysis_heat import short_sector
from compact_tui.core.analysis_views import Analysis, BesideFigures, GroupFigures
from compact_tui.core.days import how_far, say_day
from compact_tui.core.finding import short
from compact_tui.core.learning_forms import LEARNING_KINDS, NOT_YET, YES
from compact_tui.core.learning_views import LearningLine, LearningLog
from compact_tui.core.pack import AuditPack
from compact_tui.core.partnership import Learning
from compact_tui.core.text import count, listed

FOUND, PLANNED, LATE, DONE = "found", "planned", "late", "done"
LOOKED_AT, SHOWED, DID_NOT_SHOW = "looked-at", "showed", "did-not-show"
_STATES: Mapping[str, tuple[str, str]] = {
    LATE: ("late", "attention"),
    FOUND: ("nothing planned yet", "not-started"),
    PLANNED: ("planned", "started"),
    DONE: ("done", "done"),
    DID_NOT_SHOW: ("done, does not show yet", "attention"),
    LOOKED_AT: ("done, looked at again", "done"),
    SHOWED: ("done, and it shows", "done"),
}
"""Each state with its word and the state whose glyph stands for it, in the order of the list."""
_ORDER = tuple(_STATES)
ALL_SECTORS = "all sectors"
_WORDS = 70
"""Characters of a finding in a list."""


def state_of(line: Learning, today: str) -> str:
    """How far a line is on a day; the day that it is due is not late."""
    if line.helped == NOT_YET:
        return DID_NOT_SHOW
    if line.helped == YES:
        return SHOWED
    if line.showed:
        return LOOKED_AT
    if line.done_on:
        return DONE
    if line.due and line.due < today:
        return LATE
    return PLANNED if line.will_do else FOUND


def state_words(state: str) -> str:
    """A state in words."""
    return _STATES[state][0]


def standard_words(pack: AuditPack) -> dict[str, str]:
    """Number and name of each standard, by its id."""
    return {one.id: f"{one.number} {one.short or one.title}" for one in pack.standard}


def sector_words(sector: str) -> str:
    """A sector in a word or two."""
    return short_sector(sector) if sector else ALL_SECTORS


def wants_then_and_now(line: Learning, cycle: str) -> bool:
    """Whether the figures of this round say something about a line: it is of an earlier one, about a standard."""
    return bool(line.standard and line.cycle and line.cycle < cycle)


def learning_log(
    lines: Sequence[Learning], cycle: str, today: str, standards: Mapping[str, str], analysis: Analysis | None = None
) -> LearningLog:
    """The log with how far each line is: what waits for somebody first.

    Args:
        lines: The lines, in the order in which they were written.
        cycle: The round that goes on.
        today: The day (``YYYY-MM-DD``).
        standards: Number and name of each standard, by its id.
        analysis: The figures of this round; ``None`` where no line wants them.
    """
    shown = [_line(one, cycle, today, standards, analysis) for one in lines]
    shown.sort(key=lambda one: (_ORDER.index(one.state), one.due or "9999"))
    states = [one.state for one in shown]
    told = [f"{states.count(state)} {state_words(state)}" for state in _ORDER if state in states]
    said = f"{count(len(shown), 'line')}: {', '.join(told)}" if shown else "Nothing is in the log yet."
    return LearningLog(cycle=cycle, lines=tuple(shown), sentence=said)


def _line(
    line: Learning, cycle: str, today: str, standards: Mapping[str, str], analysis: Analysis | None
) -> LearningLine:
    state = state_of(line, today)
    word, mark = _STATES[state]
    then = then_and_now(analysis, line) if analysis is not None and wants_then_and_now(line, cycle) else ()
    shown = LearningLine(
        **{name: getattr(line, name) for name in ("id", "finding", "cycle", "standard", "sector", "kind", "will_do")},
        **{name: getattr(line, name) for name in ("who", "due", "done_on", "showed", "helped")},
        words=short(line.finding, _WORDS),
        standard_word=standards.get(line.standard, line.standard),
        sector_word=sector_words(line.sector),
        kind_word=dict(LEARNING_KINDS).get(line.kind, line.kind),
        state=state,
        state_word=f"due {how_far(line.due, today)}" if state == PLANNED and line.due else word,
        mark=mark,
        then_now=then,
    )
    return _with_lines(shown, today)


def _with_lines(line: LearningLine, today: str) -> LearningLine:
    return replace(line, lines=tuple(_told(line, today)))


def _told(line: LearningLine, today: str) -> Iterator[str]:
    yield line.finding
    about = [line.standard_word, line.sector_word, f"found in {line.cycle}" if line.cycle else ""]
    yield f"About: {', '.join(part for part in about if part)}."
    plan = line.will_do or "nothing is said yet."
    yield f"What the partnership does{f' ({line.kind_word.lower()})' if line.kind_word else ''}: {plan}"
    if line.who or line.due:
        due = f"by {say_day(line.due)}" if line.due else ""
        late = f" ({how_far(line.due, today)})" if line.due and not line.done_on else ""
        yield f"Who and when: {', '.join(part for part in (line.who, due) if part)}{late}."
    if line.done_on:
        yield f"Done on {say_day(line.done_on)}."
    yield from line.then_now
    if line.showed:
        yield f"What the next round showed: {line.showed}"


def then_and_now(analysis: Analysis, line: Learning) -> tuple[str, ...]:
    """What the figures of a line's standard and sector were in its round and are now; nothing that is suppressed."""
    if analysis.before_cycle != line.cycle:
        before = f"Changes are counted from {analysis.before_cycle}" if analysis.before_cycle else "No round before"
        return (f"{before}: the figures do not say how it stood in {line.cycle}.",)
    group = next((one for one in analysis.sectors if one.sector == line.sector), None)
    return tuple(_beside(group if line.sector else analysis.together, line, analysis.before_cycle))


def _beside(group: GroupFigures | None, line: Learning, before: str) -> Iterator[str]:
    figures = next((one for one in group.changes if one.standard == line.standard), None) if group else None
    if figures is None or (figures.n is None and not figures.all_then):
        yield f"Then and now: too few settings of {before} and of this round to show."
        return
    yield from _both_times(figures, before)
    if figures.all_then:
        yield (
            f"All settings of {before}: good or better {figures.all_then_strong} of {figures.all_then} "
            f"({figures.all_then_percent}%)."
        )
    now = next((one for one in group.standards if one.standard == line.standard), None) if group else None
    if now is not None and now.n and now.levels:
        yield f"All settings now: good or better {now.strong} of {now.n} ({now.strong_percent}%)."


def _both_times(figures: BesideFigures, before: str) -> Iterator[str]:
    if figures.n:
        yield (
            f"Settings that returned both times, {figures.n}: good or better {figures.strong_then} "
            f"({figures.strong_then_percent}%) in {before}, {figures.strong_now} ({figures.strong_now_percent}%) now; "
            f"{figures.up} higher, {figures.down} lower."
        )
    elif figures.n is None:
        yield "What changed in settings that returned both times is not shown, as it could tell about a few."


def about_words(lines: Sequence[LearningLine]) -> str:
    """How far the log is with something: ``planned``, ``late and done``; empty where it has nothing about it."""
    return listed(dict.fromkeys(line.state_word for line in lines))
