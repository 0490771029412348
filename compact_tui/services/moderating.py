"""What a reader decides about a return: the committee's grade, remarks, the plan, and contact with the setting."""

from collections.abc import Mapping

from msgspec.structs import replace

from compact_tui.core.allocating import SECOND
from compact_tui.core.days import say_day
from compact_tui.core.errors import UsageError
from compact_tui.core.pack import NOT_GRADED
from compact_tui.core.read_forms import PLAN_FORM, REMARK_FORM
from compact_tui.core.read_records import Allocation, Moderation, PlanVerdict, Remark
from compact_tui.core.read_show import level_words
from compact_tui.core.read_views import ReadingView
from compact_tui.core.sent_text import why_too_long
from compact_tui.core.text import clean
from compact_tui.services.desk import Desk, edit
from compact_tui.services.naming import level_named, standard_named
from compact_tui.services.partnership_book import keep, kept
from compact_tui.services.reading_page import reading_page
from compact_tui.services.reading_parts import (
    Reading,
    allocations_of,
    compared_now,
    moderations_in,
    next_number,
    reading_named,
)
from compact_tui.services.record_parts import taken

_NOTHING = "Nothing was changed."
NO_GRADE = "none"
"""Typed instead of a level: the setting's own grade stands again."""


def moderate(desk: Desk, name: str, standard: str, level: str, reason: str = "") -> ReadingView:
    """Say the committee's grade of a standard, beside the setting's own; it is never written over that.

    Args:
        desk: Where, when and who.
        name: The return or its setting, with ``#2`` for a second reading.
        standard: Its id or number.
        level: Id of the level; ``none`` or empty lets the setting's own grade stand again.
        reason: Why; the setting reads it.

    Raises:
        UsageError: If something named is not there, a reason is missing, or this second reading is finished.
        WorkspaceError: If it cannot be saved.
    """
    reading = reading_named(desk, name)
    found = standard_named(reading.pack, standard)
    own = next((one.grade for one in reading.return_.standards if one.id == found.id), NOT_GRADED)
    if reading.number == 2 and reading.allocation is not None and reading.allocation.done_on:
        raise UsageError("This second reading is finished: what it said stays as it is.", _NOTHING)
    before = next((one for one in moderations_in(desk, reading.id) if one.standard == found.id), None)
    after = None
    what = f"{reading.row.name}: standard {found.number} as the setting graded it"
    if level and level != NO_GRADE:
        chosen = level_named(reading.pack, level)
        why = clean(reason)
        too_long = why_too_long(why)
        if too_long:
            raise UsageError(too_long, _NOTHING)
        if not why and chosen.id != own:
            raise UsageError(
                f"The setting graded this {level_words(reading.pack, own).lower()}: say why {chosen.word.lower()}.",
                f"It is told the reason in its reply. {_NOTHING}",
            )
        after = Moderation(
            id=before.id if before else next_number(desk, "moderations", "m"),
            return_id=reading.row.id,
            standard=found.id,
            level=chosen.id,
            reason=why,
            reading=reading.number,
            by=desk.who,
            at=desk.at,
        )
        what = f"{reading.row.name}: standard {found.number} {chosen.word} ({after.id})"
    kept_as = after or before
    if kept_as is not None:
        keep(desk, "moderate", what, (edit("moderations", kept_as.id, before, after),))
    return reading_page(desk, reading.id)


def remark(desk: Desk, name: str, typed: Mapping[str, str]) -> ReadingView:
    """Say something to a setting, ask it something, or recommend something.

    Args:
        desk: Where, when and who.
        name: The return or its setting.
        typed: What was typed into ``REMARK_FORM``.

    Raises:
        UsageError: If something typed cannot be taken, or this is a second reading.
        WorkspaceError: If it cannot be saved.
    """
    reading = _first(desk, name)
    filled = taken(REMARK_FORM, typed, _NOTHING)
    kind, standard, priority = (filled.value(field) for field in ("kind", "standard", "priority"))
    if priority and kind != "recommendation":
        raise UsageError("Only a recommendation says by when.", _NOTHING)
    made = Remark(
        id=next_number(desk, "remarks", "k"),
        return_id=reading.row.id,
        kind=kind,
        text=filled.value("text"),
        standard=standard_named(reading.pack, standard).id if standard else "",
        priority=priority or ("this-cycle" if kind == "recommendation" else ""),
        by=desk.who,
        at=desk.at,
    )
    keep(desk, "remark", f"{reading.row.name}: {kind} {made.id}", (edit("remarks", made.id, None, made),))
    return reading_page(desk, reading.id)


def drop_remark(desk: Desk, number: str) -> ReadingView:
    """Take back what was said to a setting; undo brings it back.

    Raises:
        UsageError: If there is no such remark, or the setting has answered it.
        WorkspaceError: If it cannot be saved.
    """
    found = next((one for one in kept(desk, "remarks", Remark) if one.id == number.strip()), None)
    if found is None:
        raise UsageError(f'There is no remark "{number}".', "Each stands with its number beside its return.")
    if found.answer:
        raise UsageError(f"The setting has answered {found.id}.", "It stays. Say what has changed in a new comment.")
    keep(desk, "remark", f"{found.kind} {found.id} taken back", (edit("remarks", found.id, found, None),))
    return reading_page(desk, found.return_id)


def decide_plan(desk: Desk, name: str, typed: Mapping[str, str]) -> ReadingView:
    """Accept a setting's action plan, or send it back with a reason.

    Args:
        desk: Where, when and who.
        name: The return or its setting.
        typed: What was typed into ``PLAN_FORM``.

    Raises:
        UsageError: If something typed cannot be taken, or it is sent back without a reason.
        WorkspaceError: If it cannot be saved.
    """
    reading = _first(desk, name)
    filled = taken(PLAN_FORM, typed, _NOTHING)
    accepted, reason = filled.value("verdict") == "accepted", filled.value("reason")
    if not accepted and not reason:
        raise UsageError("A plan is sent back with a reason.", f"The setting is told what to change. {_NOTHING}")
    before = next((one for one in kept(desk, "plan_verdicts", PlanVerdict) if one.id == reading.row.id), None)
    after = PlanVerdict(id=reading.row.id, accepted=accepted, reason=reason, by=desk.who, at=desk.at)
    what = f"{reading.row.name}: plan {'accepted' if accepted else 'sent back'}"
    keep(desk, "plan", what, (edit("plan_verdicts", after.id, before, after),))
    return reading_page(desk, reading.id)


def finish_reading(desk: Desk, name: str, *, again: bool = False) -> ReadingView:
    """Say that a return is read; with both readings of it finished, how far they agree is kept as it is then.

    Args:
        desk: Where, when and who.
        name: The return or its setting, with ``#2`` for a second reading.
        again: Open a first reading again instead.

    Raises:
        UsageError: If nobody reads it yet, or a second reading is to be opened again.
        WorkspaceError: If it cannot be saved.
    """
    reading = reading_named(desk, name)
    before = reading.allocation
    if before is None:
        raise UsageError(
            "Nobody reads this return yet.", "Share the returns out first: compact-tui partnership allocate"
        )
    if again and reading.number == 2:
        raise UsageError("A second reading stays finished: it would not be blind any more.", _NOTHING)
    after = replace(before, done_on="" if again else before.done_on or desk.today, by=desk.who, at=desk.at)
    edits = [edit("allocations", after.id, before, after)]
    first, second = _both(desk, reading, after)
    if first is not None and second is not None and first.done_on and second.done_on and not second.compared:
        frozen = replace(second, compared=compared_now(desk, reading))
        old = before if second.id == before.id else allocations_of(desk)[second.id]
        edits = [one for one in edits if one.id != second.id] + [edit("allocations", second.id, old, frozen)]
    keep(desk, "read", f"{reading.row.name}: {'opened again' if again else 'read'}", tuple(edits))
    view = reading_page(desk, reading.id)
    return replace(view, sentence=_finished(desk, view, reading, before.done_on, again=again))


def _finished(desk: Desk, view: ReadingView, reading: Reading, done_on: str, *, again: bool) -> str:
    """What came of finishing a reading, or of opening it again."""
    second = " a second time" if view.second else ""
    if again:
        return f"{view.name} is open to be read again." if done_on else f"{view.name} was open already."
    said = (
        f"{view.name} was read{second} already, on {say_day(done_on)}." if done_on else f"{view.name} is read{second}."
    )
    decided = any(one.id == reading.row.id for one in kept(desk, "plan_verdicts", PlanVerdict))
    if view.second or decided or not reading.return_.actions:
        return said
    return f"{said} Its action plan is not decided yet: a reply made now says that it is still being read."


def _both(desk: Desk, reading: Reading, now: Allocation) -> tuple[Allocation | None, Allocation | None]:
    there = allocations_of(desk) | {now.id: now}
    return there.get(reading.row.id), there.get(f"{reading.row.id}{SECOND}")


def _first(desk: Desk, name: str) -> Reading:
    reading = reading_named(desk, name)
    if reading.number == 2:
        raise UsageError(
            "A second reading gives grades, and nothing else.", "What is said to the setting comes from the first one."
        )
    return reading
