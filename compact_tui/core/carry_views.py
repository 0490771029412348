"""Views of what was carried into a round: what went stale, what became of promises, and what waits to be confirmed."""

from collections.abc import Iterable

from compact_tui.core.audit import Action, Audit, CarriedAnswer, CarriedSummary
from compact_tui.core.audit_views import View
from compact_tui.core.carried import carried_words, waiting_in, waiting_words
from compact_tui.core.carry import LeftBehind, became_of, stale_day, why_stale
from compact_tui.core.days import days_until, say_short
from compact_tui.core.forms import Field, Form
from compact_tui.core.pack import AuditPack, Standard
from compact_tui.core.show import numbers_of
from compact_tui.core.small_group import title_for
from compact_tui.core.text import count, listed

CARRY_FORM = Form(
    "carry",
    "Begin the next round from this one",
    (
        Field(id="cycle", question="What is the new round called?", help="Such as 2028-2030."),
        Field(id="pack", question="Another edition of the pack?", help="Left empty: the newest that is here."),
    ),
)
"""What is asked when a round is carried forward."""
NOT_CARRIED = "This audit was not carried from an earlier one. The next round can begin from it: press s."
_LEFT_WORDS = {
    "answer": ("answer", "answers"),
    "unconfirmed": ("answer that was never confirmed", "answers that were never confirmed"),
    "summary": ("summary", "summaries"),
    "grade": ("grade", "grades"),
    "evidence": ("piece of evidence", "pieces of evidence"),
}


class CarriedRecord(View, frozen=True, kw_only=True):
    """A piece of evidence or an action that came over."""

    id: str
    kind: str
    """``evidence`` · ``action``."""
    state: str
    """``stale`` · ``kept`` · ``kept-late`` · ``broken`` · ``open``."""
    title: str
    numbers: tuple[str, ...]
    words: str
    """The whole in one line."""


class WaitingLine(View, frozen=True, kw_only=True):
    """Something said in the round before that waits to be confirmed."""

    item: str
    """Id of the criterion; of the standard for its summary."""
    kind: str
    """``answer`` · ``summary``."""
    number: str
    question: str
    cycle: str
    words: str
    """What was said, without the private note."""
    private_note: str
    """Never leaves this computer."""


class WaitingStandard(View, frozen=True, kw_only=True):
    """A standard with all of it that waits."""

    standard: str
    number: int
    title: str
    lines: tuple[WaitingLine, ...]
    sentence: str


class CarriedView(View, frozen=True, kw_only=True):
    """What came over from the round before, the most pressing first."""

    audit: str
    title: str
    cycle: str
    from_cycle: str
    """Empty where nothing was carried."""
    from_audit: str
    waiting: int
    sentence: str
    stale: tuple[CarriedRecord, ...]
    broken: tuple[CarriedRecord, ...]
    kept: tuple[CarriedRecord, ...]
    still_open: tuple[CarriedRecord, ...]
    standards: tuple[WaitingStandard, ...]
    """Those in which something waits."""
    left: tuple[LeftBehind, ...]
    """What did not come over; it stays in the old audit."""
    left_sentence: str


def carried_view(
    pack: AuditPack, audit: Audit, today: str, *, from_cycle: str = "", left: Iterable[LeftBehind] = ()
) -> CarriedView:
    """What came over, and what waits."""
    standards = tuple(one for s in pack.standard if (one := waiting_standard(pack, audit, s)).lines)
    left = tuple(left)
    records = _records(pack, audit, today)
    was_carried = bool(audit.head.carried_from)
    waiting = sum(len(one.lines) for one in standards)
    return CarriedView(
        audit=audit.head.id,
        title=title_for(pack, audit.head.cycle),
        cycle=audit.head.cycle,
        from_cycle=from_cycle if was_carried else "",
        from_audit=audit.head.carried_from,
        waiting=waiting,
        sentence=_sentence(waiting, standards, from_cycle) if was_carried else NOT_CARRIED,
        stale=_of(records, "stale"),
        broken=_of(records, "broken"),
        kept=_of(records, "kept", "kept-late"),
        still_open=_of(records, "open"),
        standards=standards,
        left=left,
        left_sentence=_left_sentence(left),
    )


def waiting_standard(pack: AuditPack, audit: Audit, standard: Standard) -> WaitingStandard:
    """All of a standard that waits, in the order of the pack."""
    numbers = numbers_of(pack)
    lines = tuple(_line(pack, standard, numbers, one) for one in waiting_in(audit, standard))
    return WaitingStandard(
        standard=standard.id,
        number=standard.number,
        title=standard.title,
        lines=lines,
        sentence=f"{waiting_words(len(lines))} in standard {standard.number}",
    )


def _line(
    pack: AuditPack, standard: Standard, numbers: dict[str, str], carried: CarriedAnswer | CarriedSummary
) -> WaitingLine:
    if isinstance(carried, CarriedSummary):
        item, kind, question, private = carried.standard, "summary", f"Summary of {standard.title}", ""
    else:
        item, kind, private = carried.criterion, "answer", carried.private_note
        question = next(c.question for c in standard.criterion if c.id == item)
    return WaitingLine(
        item=item,
        kind=kind,
        number=numbers[item],
        question=question,
        cycle=carried.cycle,
        words=carried_words(pack, carried),
        private_note=private,
    )


def _sentence(waiting: int, standards: tuple[WaitingStandard, ...], cycle: str) -> str:
    if not waiting:
        return f"Everything carried from {cycle} is confirmed, answered anew or dismissed."
    what = f"{waiting_words(waiting)} from {cycle} in {count(len(standards), 'standard')}"
    wait, count_ = ("waits", "counts") if waiting == 1 else ("wait", "count")
    return f"{what} {wait} for you. Until you confirm, {'it' if waiting == 1 else 'they'} {count_} for nothing."


def _left_sentence(left: tuple[LeftBehind, ...]) -> str:
    if not left:
        return ""
    kinds = [(kind, sum(one.kind == kind for one in left)) for kind in _LEFT_WORDS]
    told = listed(count(number, *_LEFT_WORDS[kind]) for kind, number in kinds if number)
    return f"Not carried, and kept in the old audit: {told}."


def _of(records: Iterable[CarriedRecord], *states: str) -> tuple[CarriedRecord, ...]:
    return tuple(one for state in states for one in records if one.state == state)


def _records(pack: AuditPack, audit: Audit, today: str) -> tuple[CarriedRecord, ...]:
    numbers = numbers_of(pack)
    lines: list[CarriedRecord] = []
    for item in sorted(audit.evidence, key=lambda one: stale_day(one, today)):
        why = why_stale(item, today)
        if why:
            words = f"{item.title}: {why} {say_short(stale_day(item, today))}"
            lines.append(_record(item.id, "evidence", "stale", item.title, item.supports, numbers, words))
    for action in sorted(audit.actions, key=lambda one: one.due):
        state = became_of(action, today)
        who = f" ({action.who})" if action.who else ""
        line = f"{action.what}{who}: {_promise_words(action, state, today)}"
        lines.append(_record(action.id, "action", state, action.what, action.supports, numbers, line))
    return tuple(lines)


def _promise_words(action: Action, state: str, today: str) -> str:
    done, due = f"done {say_short(action.done_on)}".strip(), say_short(action.due)
    if state == "broken":
        return f"was due {due}, {_age(action.due, today)}, and is still open"
    if state == "open":
        return f"due {due}" if due else "open, without a day"
    if state == "kept-late":
        return f"{done}, was due {due}"
    return f"{done}, on time" if due else done


def _age(due: str, today: str) -> str:
    days = -days_until(due, today)
    return f"{count(days, 'day')} ago" if days < 60 else f"{count(days // 30, 'month')} ago"


def _record(
    id_: str, kind: str, state: str, title: str, supports: tuple[str, ...], numbers: dict[str, str], words: str
) -> CarriedRecord:
    known = tuple(numbers[name] for name in supports if name in numbers)
    return CarriedRecord(id=id_, kind=kind, state=state, title=title, numbers=known, words=words)


def carried_lines(view: CarriedView) -> tuple[str, ...]:
    """What came over, for reading: what went stale, then promises, then what waits and what stayed behind."""
    parts = (
        ("Evidence to look at again:", view.stale),
        ("Actions past their day and still open:", view.broken),
        ("Actions that were done:", view.kept),
        ("Actions that go on:", view.still_open),
    )
    lines = [view.sentence]
    for heading, records in parts if view.from_cycle else ():
        if records:
            lines += ["", heading, *(f"  {one.words}" for one in records)]
    if view.left:
        lines += ["", view.left_sentence, *(f"  {one.words}" for one in view.left)]
    return tuple(lines)


def waiting_lines(line: WaitingLine) -> tuple[str, ...]:
    """One thing that waits, whole."""
    private = (f"Private note: {line.private_note}",) if line.private_note else ()
    return (f"{line.number} {line.question}", f"From {line.cycle}, not confirmed: {line.words}", *private)
