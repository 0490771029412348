"""What each standard was graded last time, typed in from an old return."""

from msgspec.structs import replace

from compact_tui.core.audit import LastGrade
from compact_tui.core.errors import UsageError
from compact_tui.core.last_time import LastTimeView, cycle_of, last_of, last_time_view, last_word
from compact_tui.core.returns import NOT_ASKED
from compact_tui.core.text import clean_line
from compact_tui.services.books import OpenAudit, open_audit
from compact_tui.services.desk import Desk, commit, edit
from compact_tui.services.naming import level_named, standard_named

_VERB = "last-time"


def last_time(desk: Desk) -> LastTimeView:
    """Last time's grades, standard by standard.

    Raises:
        UsageError: If the audit has no grades.
    """
    opened = _graded(desk)
    return last_time_view(opened.pack, opened.audit)


def _graded(desk: Desk) -> OpenAudit:
    opened = open_audit(desk)
    if not opened.pack.level:
        raise UsageError("This audit has no grades, so there are none of last time either.", "Nothing was changed.")
    return opened


def set_last(desk: Desk, standard: str, level: str, cycle: str = "") -> LastTimeView:
    """Say what a standard was graded last time.

    Args:
        desk: Where, when and who.
        standard: Its id or number.
        level: Id of the level then, or ``not-asked``.
        cycle: What that round was called; else what it was called for the other standards.

    Raises:
        UsageError: Unknown standard or level.
    """
    opened = _graded(desk)
    found = standard_named(opened.pack, standard)
    chosen = "" if level == NOT_ASKED else level_named(opened.pack, level).id
    before = last_of(opened.audit, found.id)
    called = clean_line(cycle) or (before.cycle if before else "") or cycle_of(opened.audit)
    after = LastGrade(standard=found.id, level=chosen, cycle=called, by=desk.who, at=desk.at)
    if before is None or (before.level, before.cycle) != (chosen, called):
        what = f"{found.number} last time: {last_word(opened.pack, chosen).lower()}"
        commit(desk, opened.book, _VERB, what, (edit("last_grades", found.id, before, after),))
    return last_time(desk)


def name_last_round(desk: Desk, cycle: str) -> LastTimeView:
    """Say what last time's round was called, for every standard that was typed in."""
    opened = _graded(desk)
    called = clean_line(cycle)
    edits = tuple(
        edit("last_grades", last.standard, last, replace(last, cycle=called, by=desk.who, at=desk.at))
        for last in opened.audit.last_grades
        if last.cycle != called
    )
    if edits:
        commit(desk, opened.book, _VERB, f"last time was {called or 'not named'}", edits)
    return last_time(desk)


def clear_last(desk: Desk, standard: str = "") -> LastTimeView:
    """Take back what a standard was graded last time; undo brings it back.

    Args:
        desk: Where, when and who.
        standard: Its id or number; empty for all.

    Raises:
        UsageError: Unknown standard.
    """
    opened = _graded(desk)
    found = standard_named(opened.pack, standard) if standard else None
    gone = [last for last in opened.audit.last_grades if found is None or last.standard == found.id]
    what = f"{found.number} last time taken away" if found else "last time's grades taken away"
    if gone:
        commit(desk, opened.book, _VERB, what, tuple(edit("last_grades", g.standard, g, None) for g in gone))
    return last_time(desk)
