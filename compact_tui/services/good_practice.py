"""Good practice that learning reports tell: written down in the officer's own words, without naming anybody."""

from collections.abc import Mapping

from msgspec.structs import replace

from compact_tui.core.errors import CompactError, ExitCode, UsageError
from compact_tui.core.forms import as_typed
from compact_tui.core.good_practice import (
    GOOD_PRACTICE_FORM,
    PracticeLine,
    PracticeView,
    is_told,
    one_line,
    round_words,
    warnings_about,
    why_refused,
)
from compact_tui.core.learning_log import sector_words
from compact_tui.core.partnership import GoodPractice
from compact_tui.core.text import count, did_you_mean
from compact_tui.services.collected import return_row
from compact_tui.services.desk import Desk, edit
from compact_tui.services.learning_sources import standard_number, standard_typed, standards_here
from compact_tui.services.partnership_book import head_of, keep, kept, register_of
from compact_tui.services.record_parts import taken

_NOTHING = "Nothing was changed."


def list_practice(desk: Desk) -> PracticeView:
    """The good practice that is written down, with what to look at before it is published.

    Raises:
        UsageError: If no partnership was started here.
    """
    standards, register, cycle = standards_here(desk), register_of(desk), head_of(desk).cycle
    lines = tuple(
        PracticeLine(
            **{name: getattr(one, name) for name in ("id", "text", "cycle", "sector", "standard", "return_id")},
            words=one_line(one.text),
            in_round=is_told(one.cycle, cycle),
            round_words=round_words(one.cycle, cycle),
            sector_word=sector_words(one.sector),
            about=", ".join(part for part in (sector_words(one.sector), one.cycle) if part),
            standard_word=standards.get(one.standard, one.standard),
            warnings=tuple(part for part in (why_refused(one.text, register), *warnings_about(one.text)) if part),
        )
        for one in kept(desk, "good_practice", GoodPractice)
    )
    view = PracticeView(lines=lines, sentence="")
    doubtful, older = sum(bool(one.warnings) for one in lines), len(view.older)
    said = [f"{count(len(lines), 'example')} of good practice" if lines else "No good practice is written down yet"]
    said += [f"{older} not in this round's reports"] if older else []
    said += [f"{doubtful} to look at again"] if doubtful else []
    return replace(view, sentence=f"{', '.join(said)}.")


def practice_typed(desk: Desk, practice_id: str) -> dict[str, str]:
    """Good practice as it stands in its form.

    Raises:
        UsageError: If there is none of this id.
    """
    one = _named(desk, practice_id)
    here = {field.id: getattr(one, field.id) for field in GOOD_PRACTICE_FORM.fields}
    return as_typed(GOOD_PRACTICE_FORM, here | {"standard": standard_number(desk, one.standard)})


def keep_practice(desk: Desk, typed: Mapping[str, str], practice_id: str = "") -> PracticeView:
    """Write down good practice, or change it; fields that are not typed stay as they are.

    Args:
        desk: Where, when and who.
        typed: What was typed into ``GOOD_PRACTICE_FORM``.
        practice_id: What to change; empty for a new one, of this round.

    Raises:
        CompactError: If it names a setting, or holds what would tell who a child is.
        UsageError: If there is none of this id, or no such standard or return, or something typed cannot be taken.
        WorkspaceError: If it cannot be saved.
    """
    before = _named(desk, practice_id) if practice_id else None
    filled = taken(GOOD_PRACTICE_FORM, (practice_typed(desk, practice_id) if before else {}) | dict(typed), _NOTHING)
    values = dict(filled.values)
    values["standard"] = standard_typed(desk, values["standard"], before.standard if before else "")
    if values["return_id"]:
        return_row(desk, values["return_id"])
    refused = why_refused(values["text"], register_of(desk))
    if refused:
        raise CompactError(refused, f"Say what was done without saying where or by whom. {_NOTHING}", ExitCode.REFUSED)
    plain = before or GoodPractice(id=desk.new_id("gp"), text="", cycle=head_of(desk).cycle)
    after = replace(plain, **values, by=desk.who, at=desk.at)
    what = f"good practice {'changed' if before else 'written down'}"
    keep(desk, "good-practice", what, (edit("good_practice", after.id, before, after),))
    return list_practice(desk)


def take_over_practice(desk: Desk, practice_id: str) -> PracticeView:
    """Write good practice of an earlier round down again for this one, as it stands; the earlier one stays.

    Raises:
        CompactError: If it names a setting by now, or holds what would tell who a child is.
        UsageError: If there is none of this id, or this round's reports tell it already.
        WorkspaceError: If it cannot be saved.
    """
    one, cycle = _named(desk, practice_id), head_of(desk).cycle
    told = [each for each in kept(desk, "good_practice", GoodPractice) if is_told(each.cycle, cycle)]
    if any((each.text, each.sector, each.standard) == (one.text, one.sector, one.standard) for each in told):
        raise UsageError(f"The reports of {cycle} tell this already.", _NOTHING)
    return keep_practice(desk, practice_typed(desk, practice_id))


def drop_practice(desk: Desk, practice_id: str) -> PracticeView:
    """Take good practice out; undo brings it back.

    Raises:
        UsageError: If there is none of this id.
        WorkspaceError: If it cannot be saved.
    """
    one = _named(desk, practice_id)
    keep(desk, "good-practice-drop", "good practice taken out", (edit("good_practice", one.id, one, None),))
    return list_practice(desk)


def _named(desk: Desk, practice_id: str) -> GoodPractice:
    known = {one.id: one for one in kept(desk, "good_practice", GoodPractice)}
    if practice_id not in known:
        hint = did_you_mean(practice_id, known) or "See them with their ids: compact-tui partnership good-practice"
        raise UsageError(f'There is no good practice "{practice_id}".', hint)
    return known[practice_id]
