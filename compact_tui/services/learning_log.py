"""The learning log: what was found, what the partnership does about it, that it is done, and whether it helped."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core import learning_log as rules
from compact_tui.core.analysis_views import Analysis
from compact_tui.core.days import say_day
from compact_tui.core.errors import UsageError
from compact_tui.core.forms import as_typed
from compact_tui.core.learning_forms import LEARNING_FORM, LEARNT_DONE_FORM, SHOWED_FORM
from compact_tui.core.learning_offers import Voice, offers_of
from compact_tui.core.learning_views import LearningLine, LearningLog, Offer, Offers
from compact_tui.core.partnership import Learning
from compact_tui.core.text import did_you_mean
from compact_tui.services.desk import Desk, edit
from compact_tui.services.learning_sources import figures, standard_typed, standards_here, voices
from compact_tui.services.partnership_book import head_of, keep, kept
from compact_tui.services.partnership_pack import pack_asked
from compact_tui.services.record_parts import taken

_NOTHING = "Nothing was changed."


class _Sources(Struct, frozen=True):
    """What suggestions are made of."""

    analysis: Analysis
    voices: tuple[Voice, ...]


def learning_log(desk: Desk) -> LearningLog:
    """The log; beside a line of an earlier round what the figures were then and are now.

    Raises:
        UsageError: If no partnership was started here.
        WorkspaceError: If what was collected cannot be read.
    """
    lines, cycle = _lines(desk), head_of(desk).cycle
    wanted = any(rules.wants_then_and_now(one, cycle) for one in lines)
    return rules.learning_log(lines, cycle, desk.today, standards_here(desk), figures(desk) if wanted else None)


def show_learning(desk: Desk, line_id: str) -> LearningLine:
    """One line of the log, in full.

    Raises:
        UsageError: If there is no such line.
    """
    line = _named(_lines(desk), line_id)
    return next(one for one in learning_log(desk).lines if one.id == line.id)


def learning_typed(desk: Desk, line_id: str) -> dict[str, str]:
    """A line as it stands in its form.

    Raises:
        UsageError: If there is no such line.
    """
    line = _named(_lines(desk), line_id)
    return as_typed(LEARNING_FORM, {field.id: getattr(line, field.id) for field in LEARNING_FORM.fields})


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
    before = _named(_lines(desk), line_id) if line_id else None
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
    return as_typed(LEARNT_DONE_FORM, {"done": _named(_lines(desk), line_id).done_on or desk.today})


def note_done(desk: Desk, typed: Mapping[str, str], line_id: str) -> LearningLog:
    """Say on which day something was done; left empty, it was today.

    Raises:
        UsageError: If there is no such line, or what was typed is no day, or one that is still to come.
        WorkspaceError: If it cannot be saved.
    """
    before = _named(_lines(desk), line_id)
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
    line = _named(_lines(desk), line_id)
    return {"showed": line.showed, "helped": line.helped}


def note_showed(desk: Desk, typed: Mapping[str, str], line_id: str) -> LearningLog:
    """Say what the next round showed, in the officer's own words.

    Raises:
        UsageError: If there is no such line, it is not done yet, or something typed cannot be taken.
        WorkspaceError: If it cannot be saved.
    """
    before = _named(_lines(desk), line_id)
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
    _keep(desk, "learning-drop", "taken out", _named(_lines(desk), line_id), None)
    return learning_log(desk)


def suggest_findings(desk: Desk) -> Offers:
    """Findings worked out from what is shown of the round, and from what agencies sent in; nothing is taken.

    Raises:
        UsageError: If no partnership was started here.
        WorkspaceError: If what was collected cannot be read.
    """
    return _offers(desk, _sources(desk))


def take_finding(desk: Desk, wanted: str) -> Offers:
    """Take a finding that is suggested into the log.

    Args:
        desk: Where, when and who.
        wanted: Its number in the list, or its id.

    Raises:
        UsageError: If there is no such finding, or the log has it already.
        WorkspaceError: If what was collected cannot be read, or it cannot be saved.
    """
    sources = _sources(desk)
    offer = _offered(_offers(desk, sources).offers, wanted)
    line = Learning(
        id=desk.new_id("le"),
        finding=offer.finding,
        cycle=head_of(desk).cycle,
        standard=offer.standard,
        sector=offer.sector,
        offered=offer.id,
    )
    _keep(desk, "learning", "added", None, line)
    return _offers(desk, sources)


def _lines(desk: Desk) -> tuple[Learning, ...]:
    return kept(desk, "learning", Learning)


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


def _sources(desk: Desk) -> _Sources:
    return _Sources(figures(desk), voices(desk))


def _offers(desk: Desk, sources: _Sources) -> Offers:
    cycle = head_of(desk).cycle
    return offers_of(sources.analysis, pack_asked(desk), sources.voices, _lines(desk), cycle, desk.today)


def _offered(offers: Sequence[Offer], wanted: str) -> Offer:
    found = next((one for one in offers if wanted in {one.id, str(one.number)}), None)
    if found is None:
        raise UsageError(
            f'No finding that is suggested is "{wanted}".',
            f"See them with their numbers: compact-tui partnership log --suggest. {_NOTHING}",
        )
    if found.taken:
        raise UsageError(
            f"The log has a line about that already: {found.line}.",
            f"Change that one: compact-tui partnership log {found.line}. {_NOTHING}",
        )
    return found
