"""The next round begun from the last: what comes over to be confirmed, what goes on, and what stays behind."""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import asdict, replace

from compact_tui.core.audit import Action, Audit, AuditHead, CarriedAnswer, CarriedSummary, Evidence, LastGrade
from compact_tui.core.days import day_of, is_day
from compact_tui.core.finding import years_before
from compact_tui.core.item_changes import KEPT, NEW, RETIRED
from compact_tui.core.pack import UNANSWERED, AuditPack, level_of
from compact_tui.core.pack_diff import STANDARD, PackDiff, pack_diff
from compact_tui.core.pack_moving import move

_ROUND = re.compile(r"(?P<begin>\d{4})(?P<between>\s?[-–/]\s?)(?P<end>\d{4})")


class LeftBehind(Struct, frozen=True, kw_only=True):
    """Something of the last round that does not come over; it stays in the old audit."""

    kind: str
    """``answer`` · ``unconfirmed`` (carried before, and never confirmed) · ``summary`` · ``grade`` · ``evidence``."""
    id: str
    words: str
    """What it is about: the question, the standard's title, the title of the evidence."""


class Carried(Struct, frozen=True, kw_only=True):
    """A new audit with what came over, and what did not."""

    audit: Audit
    left: tuple[LeftBehind, ...]


def next_cycle(cycle: str, usual: str) -> str:
    """The name of the round after one: ``2026-2028`` after ``2024-2026``; the usual name where it says no years."""
    found = _ROUND.fullmatch(cycle.strip())
    if found is None or int(found["end"]) <= int(found["begin"]):
        return usual
    begin, end = int(found["begin"]), int(found["end"])
    return f"{end}{found['between']}{2 * end - begin}"


def carry(last: Audit, old: AuditPack, new: AuditPack, head: AuditHead) -> Carried:
    """Begin the next round. Answers and summaries wait to be confirmed; evidence and actions go on as they are.

    Args:
        last: The audit of the round before, as it is kept.
        old: Its pack, as its variation sees it.
        new: The pack of the new round, as its variation sees it.
        head: The new audit's.
    """
    diff = pack_diff(old, new)
    moved = move(last, old, new, diff).audit
    asked = {criterion.id for standard in new.standard for criterion in standard.criterion}
    standards = {standard.id for standard in new.standard}
    from_ = {"cycle": last.head.cycle, "from_audit": last.head.id}
    known, known_summaries = len(last.carried_answers), len(last.carried_summaries)
    beside = [replace(c, **from_) for c in moved.carried_answers[known:] if c.criterion in asked]
    above = [replace(c, **from_) for c in moved.carried_summaries[known_summaries:] if c.standard in standards]
    answers = [CarriedAnswer(**asdict(a), **from_) for a in moved.answers if a.criterion in asked and _says(a)]
    summaries = [CarriedSummary(**asdict(s), **from_) for s in moved.summaries if s.standard in standards and s.text]
    evidence = tuple(found for item in last.evidence if (found := _still_backs(item, diff)))
    audit = Audit(
        head=replace(head, carried_from=last.head.id),
        evidence=evidence,
        actions=tuple(action for action in moved.actions if action.status != "dropped"),
        last_grades=tuple(_last_grades(last, new, diff)),
        carried_answers=(*answers, *beside),
        carried_summaries=(*summaries, *above),
    )
    return Carried(audit=audit, left=tuple(_left(last, old, audit)))


def _says(answer: object) -> bool:
    return getattr(answer, "answer", UNANSWERED) != UNANSWERED or any(
        getattr(answer, name) for name in ("note", "private_note", "reason")
    )


def _still_backs(item: Evidence, diff: PackDiff) -> Evidence | None:
    """Evidence with what it backs in the new edition; what it backed in a replaced question goes to its standard."""
    if not item.supports:
        return item
    items = {one.id: one for one in diff.items}
    backs: dict[str, None] = {}
    for name in item.supports:
        here = items.get(name)
        if here is not None and here.how in KEPT:
            backs[name] = None
            continue
        takers = [one for one in diff.items if name in one.was and one.how not in (NEW, RETIRED)]
        backs.update(dict.fromkeys(one.standard for one in takers))
    return replace(item, supports=tuple(backs)) if backs else None


def _last_grades(last: Audit, new: AuditPack, diff: PackDiff) -> Iterator[LastGrade]:
    """What the standards that are still asked were graded, and which of them were not asked then."""
    grades = {grade.standard: grade for grade in last.grades if not grade.provisional}
    hows = {item.id: item.how for item in diff.items if item.kind == STANDARD}
    cycle = last.head.cycle
    for standard in new.standard if new.level else ():
        how, grade = hows.get(standard.id, NEW), grades.get(standard.id)
        if how == NEW:
            yield LastGrade(standard=standard.id, cycle=cycle)
        elif how in KEPT and grade is not None and level_of(new, grade.level) is not None:
            yield LastGrade(standard=standard.id, level=grade.level, cycle=cycle, by=grade.by, at=grade.at)


def _left(last: Audit, old: AuditPack, now: Audit) -> Iterator[LeftBehind]:
    questions = {c.id: c.question for s in old.standard for c in s.criterion}
    titles = {s.id: s.title for s in old.standard}
    answered = {c.was or c.criterion for c in now.carried_answers}
    for answer in (a for a in last.answers if _says(a) and a.criterion not in answered):
        yield LeftBehind(kind="answer", id=answer.criterion, words=questions.get(answer.criterion, answer.criterion))
    said = {a.criterion for a in last.answers if a.answer != UNANSWERED}
    for carried in (c for c in last.carried_answers if not c.was and c.criterion not in said):
        yield LeftBehind(kind="unconfirmed", id=carried.criterion, words=questions.get(carried.criterion, ""))
    written = {c.was or c.standard for c in now.carried_summaries}
    for summary in (s for s in last.summaries if s.text and s.standard not in written):
        yield LeftBehind(kind="summary", id=summary.standard, words=titles.get(summary.standard, summary.standard))
    graded = {grade.standard for grade in now.last_grades}
    for grade in (g for g in last.grades if not g.provisional and g.standard not in graded):
        yield LeftBehind(kind="grade", id=grade.standard, words=titles.get(grade.standard, grade.standard))
    kept = {item.id for item in now.evidence}
    for item in (e for e in last.evidence if e.id not in kept):
        yield LeftBehind(kind="evidence", id=item.id, words=item.title)


def why_stale(item: Evidence, today: str) -> str:
    """Why a piece of evidence is to be looked at again: its day has passed, or it is over a year old."""
    if is_day(item.review_by) and item.review_by < today:
        return "to be looked at again since"
    seen = item.seen_on if is_day(item.seen_on) else day_of(item.at)
    return "seen more than a year ago, on" if is_day(seen) and seen < years_before(today, 1) else ""


def stale_day(item: Evidence, today: str) -> str:
    """The day that ``why_stale`` speaks of."""
    late = is_day(item.review_by) and item.review_by < today
    return item.review_by if late else (item.seen_on if is_day(item.seen_on) else day_of(item.at))


def became_of(action: Action, today: str) -> str:
    """What became of a promise: ``kept`` · ``kept-late`` · ``broken`` (past its day and open) · ``open``."""
    if action.status != "open":
        late = is_day(action.due) and is_day(action.done_on) and action.done_on > action.due
        return "kept-late" if late else "kept"
    return "broken" if is_day(action.due) and action.due < today else "open"


def carried_tables(audit: Audit) -> Mapping[str, tuple[Struct, ...]]:
    """What of a new audit comes from the last, by table."""
    names = ("evidence", "actions", "last_grades", "carried_answers", "carried_summaries")
    return {name: getattr(audit, name) for name in names}
