"""Confirming what was carried from the round before: one by one, or a standard that was read; or dropping it."""

from collections.abc import Iterable, Iterator

from msgspec.structs import asdict, replace

from compact_tui.core.audit import CarriedAnswer, CarriedSummary, CriterionAnswer, Summary, answer_to
from compact_tui.core.carried import carried_key, waiting_answer, waiting_in, waiting_summary
from compact_tui.core.carry_views import WaitingStandard, waiting_standard
from compact_tui.core.change import Edit
from compact_tui.core.errors import CompactError, UsageError
from compact_tui.core.pack import Standard, word_of
from compact_tui.core.show import numbers_of
from compact_tui.core.text import count
from compact_tui.core.views import CriterionView
from compact_tui.services.answering import answer_edit, show_criterion
from compact_tui.services.books import OpenAudit, open_audit
from compact_tui.services.desk import Desk, commit, edit
from compact_tui.services.naming import criterion_named, standard_named

_NOTHING = "Nothing was changed."
_OURS = set(CriterionAnswer.__struct_fields__)


def waiting_of(desk: Desk, standard: str) -> WaitingStandard:
    """Everything of a standard that was carried and waits to be confirmed.

    Raises:
        UsageError: No audit, or no such standard.
    """
    opened = open_audit(desk)
    return waiting_standard(opened.pack, opened.audit, standard_named(opened.pack, standard))


def confirm(desk: Desk, criterion: str) -> CriterionView:
    """Say that a carried answer still holds: it becomes the answer, given today.

    A note that was written in the meantime stays below the carried one.

    Raises:
        UsageError: No such criterion, or nothing waits there.
    """
    opened = open_audit(desk)
    _, found = criterion_named(opened.pack, criterion)
    waits = _waiting(opened, found.id)
    word = word_of(opened.pack, "answer", waits.answer)
    what = f"{numbers_of(opened.pack)[found.id]} {word}, confirmed from {waits.cycle}"
    commit(desk, opened.book, "confirm", what, tuple(_confirmed(desk, opened, waits)))
    return show_criterion(desk, found.id)


def confirm_summary(desk: Desk, standard: str) -> WaitingStandard:
    """Say that the carried summary of a standard still holds.

    Raises:
        UsageError: No such standard, or no summary waits there.
    """
    opened = open_audit(desk)
    found = standard_named(opened.pack, standard)
    waits = _waiting_summary(opened, found)
    what = f"{found.number} summary confirmed from {waits.cycle}"
    commit(desk, opened.book, "confirm", what, tuple(_confirmed(desk, opened, waits)))
    return waiting_of(desk, found.id)


def confirm_standard(desk: Desk, standard: str, read: Iterable[str]) -> WaitingStandard:
    """Say that everything carried in a standard still holds, after reading it. One change.

    Args:
        desk: Where, when and who.
        standard: Its id or number.
        read: Ids of the items that the person was shown (``WaitingLine.item``); all that waits must be among them.

    Raises:
        UsageError: No such standard, or nothing waits in it.
        CompactError: Something waits there that was not shown.
    """
    opened = open_audit(desk)
    found = standard_named(opened.pack, standard)
    waits = list(waiting_in(opened.audit, found))
    if not waits:
        raise UsageError(f"Nothing waits to be confirmed in {found.number}, {found.title}.", _NOTHING)
    shown = set(read)
    unread = [one for one in waits if _item(one) not in shown]
    if unread:
        raise CompactError(
            f"{count(len(unread), 'carried answer')} in standard {found.number} "
            f"{'was' if len(unread) == 1 else 'were'} not read yet.",
            f"{_NOTHING} Read them all first, then confirm.",
        )
    what = f"{found.number} {count(len(waits), 'carried answer')} confirmed"
    commit(
        desk, opened.book, "confirm", what, tuple(one for waiting in waits for one in _confirmed(desk, opened, waiting))
    )
    return waiting_of(desk, found.id)


def dismiss(desk: Desk, criterion: str) -> CriterionView:
    """Drop what was carried to a criterion, to answer it afresh. The old audit keeps it; undo brings it back.

    Raises:
        UsageError: No such criterion, or nothing was carried to it.
    """
    opened = open_audit(desk)
    _, found = criterion_named(opened.pack, criterion)
    waits = waiting_answer(opened.audit, found.id)
    gone = [c for c in opened.kept.carried_answers if c.criterion == found.id and (c == waits or _is_old(c))]
    if not gone:
        raise _nothing_waits(numbers_of(opened.pack)[found.id])
    what = f"{numbers_of(opened.pack)[found.id]} carried answer dismissed"
    edits = tuple(edit("carried_answers", carried_key(one), one, None) for one in gone)
    commit(desk, opened.book, "dismiss", what, edits)
    return show_criterion(desk, found.id)


def dismiss_summary(desk: Desk, standard: str) -> WaitingStandard:
    """Drop the carried summary of a standard.

    Raises:
        UsageError: No such standard, or no summary waits there.
    """
    opened = open_audit(desk)
    found = standard_named(opened.pack, standard)
    waits = _waiting_summary(opened, found)
    what = f"{found.number} carried summary dismissed"
    commit(desk, opened.book, "dismiss", what, (edit("carried_summaries", carried_key(waits), waits, None),))
    return waiting_of(desk, found.id)


def _is_old(carried: CarriedAnswer) -> bool:
    """Whether it comes from another audit, which keeps it; what this one was answered before has no other place."""
    return bool(carried.from_audit)


def _item(carried: CarriedAnswer | CarriedSummary) -> str:
    return carried.criterion if isinstance(carried, CarriedAnswer) else carried.standard


def _waiting(opened: OpenAudit, criterion: str) -> CarriedAnswer:
    found = waiting_answer(opened.audit, criterion)
    if found is None:
        raise _nothing_waits(numbers_of(opened.pack)[criterion])
    return found


def _waiting_summary(opened: OpenAudit, standard: Standard) -> CarriedSummary:
    found = waiting_summary(opened.audit, standard.id)
    if found is None:
        raise _nothing_waits(f"the summary of {standard.number}")
    return found


def _nothing_waits(where: str) -> UsageError:
    return UsageError(f"Nothing carried waits at {where}.", f"{_NOTHING} See what does: compact-tui audit confirm")


def _confirmed(desk: Desk, opened: OpenAudit, waits: CarriedAnswer | CarriedSummary) -> Iterator[Edit]:
    if isinstance(waits, CarriedSummary):
        before = next((s for s in opened.kept.summaries if s.standard == waits.standard), None)
        after = Summary(standard=waits.standard, text=waits.text, by=desk.who, at=desk.at)
        yield edit("summaries", waits.standard, before, after)
        yield edit("carried_summaries", carried_key(waits), waits, None)
        return
    kept = answer_to(opened.kept, waits.criterion)
    said = {name: value for name, value in asdict(waits).items() if name in _OURS}
    answer = replace(
        CriterionAnswer(**said),
        note=_both(waits.note, kept.note),
        private_note=_both(waits.private_note, kept.private_note),
        by=desk.who,
        at=desk.at,
    )
    yield answer_edit(opened, kept, answer)
    yield edit("carried_answers", carried_key(waits), waits, None)


def _both(carried: str, written: str) -> str:
    """A carried text with what was written meanwhile below it."""
    return carried if carried == written else "\n\n".join(text for text in (carried, written) if text)
