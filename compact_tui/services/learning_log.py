"""The learning log: what was found, what the partnership does about it, that it is done, and whether it helped."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from compact_tui.core import learning_log as rules
from compact_tui.core.days import say_day
from compact_tui.core.errors import UsageError
from compact_tui.core.forms import as_typed
from compact_tui.core.learning_forms import LEARNING_FORM, LEARNT_DONE_FORM, SHOWED_FORM
from compact_tui.core.learning_views import LearningLine, LearningLog
from compact_tui.core.partnership import Learning
from compact_tui.core.text import did_you_mean
from compact_tui.services.desk import Desk, edit
from compact_tui.services.learning_sources import figures, log_lines, standard_number, standard_typed, standards_here
from compact_tui.services.partnership_book import head_of, keep
from compact_tui.services.record_parts import taken

_NOTHING = "Nothing was changed."


def learning_log(desk: Desk) -> LearningLog:
    """The log; beside a line of an earlier round what the figures were then and are now.

    Raises:
        UsageError: If no partnership was started here.
        WorkspaceError: If what was collected cannot be read.
    """
    lines, cycle = log_lines(desk), head_of(desk).cycle
    wanted = any(rules.wants_then_and_now(one, cycle) for one in lines)
    return rules.learning_log(lines, cycle, desk.today, standards_here(desk), figures(desk) if wanted else None)


def show_learning(desk: Desk, line_id: str) -> LearningLine:
    """One line of the log, in full.

    Raises:
        UsageError: If there is no such line.
    """
    line = _named(log_lines(desk), line_id)
    return next(one for one in learning_log(desk).lines if one.id == line.id)


def learning_typed(desk: Desk, line_id: str) -> dict[str, str]:
    """A line as it stands in its form.

    Raises:
        UsageError: If there is no such line.
    """
    line = _named(log_lines(desk), line_id)
    here = {field.id: getattr(line, field.id) for field in LEARNING_FORM.fields}
    return as_typed(LEARNING_FORM, here | {"standard": standard_number(desk, line.standard)})


def keep_learning(desk: Desk, typed: Mapping[str, str], line_id: str = "") -> LearningLog:
    """Add a line, or change one; fields that are not typed stay as they are.

    Args:
        desk: Where, when and who.
        typed: What was typed into ``LEARNING_FORM``.
        line_id: The line to change; empty for a new one, of this round.

    Raises:
        UsageError: If there is no such line or standard, or something typed cannot be taken.
        WorkspaceError: If it cannot be saved.
    """
    before = _named(log_lines(desk), line_id) if line_id else None
    filled = taken(LEARNING_FORM, (learning_typed(desk, line_id) if before else {}) | dict(typed), _NOTHING)
    values = dict(filled.values)
    values["standard"] = standard_typed(desk, values["standard"], before.standard if before else "")
    plain = before or Learning(id=desk.new_id("le"), finding="", cycle=head_of(desk).cycle)
    _keep(desk, "learning", "changed" if before else "added", before, replace(plain, **values))
    return learning_log(desk)


def done_typed(desk: Desk, line_id: str) -> dict[str, str]:
    """The day on which a line was done as it stands in its form; today where that is not said yet.

    Raises:
        UsageError: If there is no such line.
    """
    return as_typed(LEARNT_DONE_FORM, {"done": _named(log_lines(desk), line_id).done_on or desk.today})


def note_done(desk: Desk, typed: Mapping[str, str], line_id: str) -> LearningLog:
    """Say on which day something was done; left empty, it was today.

    Raises:
        UsageError: If there is no such line, or what was typed is no day, or one that is still to come.
        WorkspaceError: If it cannot be saved.
    """
    before = _named(log_lines(desk), line_id)
    day = taken(LEARNT_DONE_FORM, {"done": typed.get("done", "").strip() or desk.today}, _NOTHING).value("done")
    if day > desk.today:
        raise UsageError(f"{say_day(day)} is still to come.", f"Say the day on which it was done. {_NOTHING}")
    _keep(desk, "learning-done", "done", before, replace(before, done_on=day))
    return learning_log(desk)


def showed_typed(desk: Desk, line_id: str) -> dict[str, str]:
    """What was said of what the next round showed, as it stands in its form.

    Raises:
        UsageError: If there is no such line.
    """
    line = _named(log_lines(desk), line_id)
    return {"showed": line.showed, "helped": line.helped}


def note_showed(desk: Desk, typed: Mapping[str, str], line_id: str) -> LearningLog:
    """Say what the next round showed, in the officer's own words.

    Raises:
        UsageError: If there is no such line, it is not done yet, or something typed cannot be taken.
        WorkspaceError: If it cannot be saved.
    """
    before = _named(log_lines(desk), line_id)
    if not before.done_on:
        raise UsageError("It is not said yet that this was done.", f"Say first on which day it was. {_NOTHING}")
    filled = taken(SHOWED_FORM, showed_typed(desk, line_id) | dict(typed), _NOTHING)
    _keep(desk, "learning-showed", "what it showed", before, replace(before, **dict(filled.values)))
    return learning_log(desk)


def drop_learning(desk: Desk, line_id: str) -> LearningLog:
    """Take a line out; undo brings it back.

    Raises:
        UsageError: If there is no such line.
        WorkspaceError: If it cannot be saved.
    """
    _keep(desk, "learning-drop", "taken out", _named(log_lines(desk), line_id), None)
    return learning_log(desk)


def _keep(desk: Desk, verb: str, what: str, before: Learning | None, after: Learning | None) -> None:
    stamped = replace(after, by=desk.who, at=desk.at) if after else None
    line = after or before
    if line is not None:
        keep(desk, verb, f"learning log: {what}", (edit("learning", line.id, before, stamped),))


def _named(lines: Sequence[Learning], line_id: str) -> Learning:
    found = next((one for one in lines if one.id == line_id), None)
    if found is None:
        hint = did_you_mean(line_id, [one.id for one in lines]) or "See them all: compact-tui partnership log"
        raise UsageError(f'There is no line "{line_id}" in the learning log.', hint)
    return found
