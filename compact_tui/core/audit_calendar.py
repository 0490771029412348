"""The calendar of audits: what agencies did and mean to do, month by month, for this year and the next."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from compact_tui.core.agency_audit import CLOSED, DROPPED, STARTED
from compact_tui.core.analysis_heat import short_sector
from compact_tui.core.audit_calendar_views import AuditCalendar, AuditLine, AuditMonth
from compact_tui.core.audit_doubling import PLANNED, double_words, doubles, months_between
from compact_tui.core.collect_views import CityAudit
from compact_tui.core.learning_forms import AUDIT_KINDS, say_month
from compact_tui.core.partnership import AuditPlanned
from compact_tui.core.record_views import CalendarEvent
from compact_tui.core.text import clean_line, count

DONE = "done"
_STATES: Mapping[str, tuple[str, str]] = {
    DONE: ("done", "done"),
    STARTED: ("under way", "started"),
    PLANNED: ("planned", "not-started"),
}
"""Each state with its word and the state whose glyph stands for it."""
_LAST = "9999-99"


def lines_of(sent: Iterable[CityAudit], planned: Iterable[AuditPlanned]) -> tuple[AuditLine, ...]:
    """The audits that were sent in and those that are planned, by month; those that were dropped are left out."""
    lines = [_of_agency(audit) for audit in sent if audit.status != DROPPED]
    lines += [_of_officer(audit) for audit in planned if not audit.dropped_on]
    return tuple(sorted(lines, key=lambda one: (one.month or _LAST, one.title.casefold(), one.id)))


def _of_agency(audit: CityAudit) -> AuditLine:
    state = {CLOSED: DONE, STARTED: STARTED}.get(audit.status, PLANNED)
    day = audit.started_on or audit.closed_on
    found = (("What works", audit.works), ("What does not", audit.does_not), ("Training", audit.training))
    return AuditLine(
        id=audit.id,
        planned_here=False,
        month=day[:7],
        title=audit.title,
        who=audit.setting,
        sector=audit.sector,
        standards=audit.standards,
        kind=audit.kind,
        state=state,
        state_word=_STATES[state][0],
        mark=_STATES[state][1],
        lines=(audit.sentence, *(f"{name}: {clean_line(said)}" for name, said in found if said)),
    )


def _of_officer(audit: AuditPlanned) -> AuditLine:
    return AuditLine(
        id=audit.id,
        planned_here=True,
        month=audit.month,
        title=audit.title,
        who=audit.who,
        sector=audit.sector,
        standards=(audit.standard,) if audit.standard else (),
        kind=audit.kind,
        state=PLANNED,
        state_word=_STATES[PLANNED][0],
        mark=_STATES[PLANNED][1],
        lines=(f"{audit.who}: {audit.title}.", *((f"Note: {audit.note}",) if audit.note else ())),
    )


def audit_calendar(lines: Sequence[AuditLine], standards: Mapping[str, str], today: str) -> AuditCalendar:
    """This year and the next, what would be done twice, and what nobody looked at for longest.

    Args:
        lines: The audits, by month.
        standards: Number and name of each standard, by its id, in the order of the pack.
        today: The day (``YYYY-MM-DD``).
    """
    words = dict(standards)
    pairs = [(one, other, double_words(one, other, words)) for one, other in doubles(lines)]
    told = tuple(_in_full(line, words, today, [said for *two, said in pairs if line in two]) for line in lines)
    planned = [one for one in told if one.state == PLANNED]
    states = [one.state for one in told]
    said = f"{states.count(DONE)} done, {states.count(STARTED)} under way, {len(planned)} planned"
    twice = f"{count(len(pairs), 'pair')} would look at the same; " if pairs else ""
    return AuditCalendar(
        months=tuple(_months(told, today)),
        twice=tuple(said for *_, said in pairs),
        longest=tuple(_longest(told, words, today)),
        events=tuple(_event(one) for one in planned if one.month),
        sentence=f"{twice}{said}." if told else "No audit was sent in, and none is planned yet.",
    )


def _in_full(line: AuditLine, standards: Mapping[str, str], today: str, twice: Sequence[str]) -> AuditLine:
    touches = ", ".join(standards.get(name, name) for name in line.standards)
    about = (
        dict(AUDIT_KINDS).get(line.kind, line.kind),
        f"touches {touches}" if touches else "names no standard",
        short_sector(line.sector) if line.sector else "all sectors",
    )
    when = say_month(line.month) or "no month said"
    late = ". That month is over: is it done?" if line.state == PLANNED and "" < line.month < today[:7] else ""
    own = f"{when}: {line.state_word}; {', '.join(part for part in about if part)}{late}"
    mark = "attention" if twice or late else line.mark
    return replace(
        line, mark=mark, twice=tuple(twice), lines=(*line.lines, f"{own.rstrip('.?')}{'?' if late else '.'}", *twice)
    )


def _months(lines: Sequence[AuditLine], today: str) -> Iterator[AuditMonth]:
    """What is earlier than this year under one heading, then month by month, what is later and what has no month."""
    first, last = f"{today[:4]}-01", f"{int(today[:4]) + 1}-12"
    earlier = [one for one in lines if "" < one.month < first]
    if earlier:
        yield AuditMonth(month=earlier[0].month, title=f"Before {today[:4]}", audits=tuple(earlier))
    for month in sorted({one.month for one in lines if first <= one.month <= last}):
        yield AuditMonth(month=month, title=say_month(month), audits=tuple(one for one in lines if one.month == month))
    later = tuple(one for one in lines if one.month > last)
    if later:
        yield AuditMonth(month=later[0].month, title=f"After {last[:4]}", audits=later)
    none = tuple(one for one in lines if not one.month)
    if none:
        yield AuditMonth(month="", title="No month said", audits=none)


def _longest(lines: Sequence[AuditLine], standards: Mapping[str, str], today: str) -> list[str]:
    """Each standard with when it was looked at last, those that nobody looked at first."""
    found = []
    for place, (standard, word) in enumerate(standards.items()):
        about = [one for one in lines if standard in one.standards]
        last = max((one.month for one in about if one.state != PLANNED and one.month), default="")
        plans = [one.month for one in about if one.state == PLANNED and one.month >= today[:7]]
        ahead = f"; planned for {say_month(min(plans))}" if plans else ""
        when = f"last in {say_month(last)}{_ago(last, today)}" if last else "nobody has looked at it yet"
        found.append((bool(plans), last, place, f"{word}: {when}{ahead}."))
    return [said for *_, said in sorted(found)]


def _ago(month: str, today: str) -> str:
    months = months_between(month, today[:7])
    return f", {count(months, 'month')} ago" if months and month < today[:7] else ""


def _event(line: AuditLine) -> CalendarEvent:
    return CalendarEvent(day=f"{line.month}-01", what=f"Audit: {line.title} ({line.who})", kind="audit", id=line.id)
