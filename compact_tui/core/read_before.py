"""What was said of a setting last round, to stand beside the return that is read now."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from compact_tui.core.pack import AuditPack
from compact_tui.core.read_records import Moderation, PlanVerdict, Remark
from compact_tui.core.read_show import level_words, plan_words, remark_lines


class ReadBefore(Struct, frozen=True, kw_only=True):
    """The return of the round before, and what was decided about it."""

    cycle: str
    pack: AuditPack
    """The edition that it answered, for the words of its levels."""
    own: Mapping[str, str]
    """The setting's own level of each standard, by the standard's id."""
    moderations: Sequence[Moderation]
    remarks: Sequence[Remark]
    verdict: PlanVerdict | None
    actions: int
    """How many actions its plan had."""


def said_before(before: ReadBefore | None) -> dict[str, tuple[str, ...]]:
    """All of it in lines, by the id of the standard; under the empty one what is about the whole return."""
    if before is None:
        return {}
    every = {"": tuple(_of_all(before))}
    every |= {standard: tuple(_of_standard(before, standard)) for standard in before.own}
    return {standard: tuple(line.replace("\n", " ") for line in lines) for standard, lines in every.items() if lines}


def _of_standard(before: ReadBefore, standard: str) -> Iterator[str]:
    """How a standard stood last round, and what was said of it then."""
    ours = next((one for one in before.moderations if one.standard == standard), None)
    committee = f"; the committee: {level_words(before.pack, ours.level)} ({ours.reason})" if ours else ""
    yield f"Last round, {before.cycle}: {level_words(before.pack, before.own[standard])}{committee}"
    yield from (f"  {line}" for one in before.remarks if one.standard == standard for line in remark_lines(one))


def _of_all(before: ReadBefore) -> Iterator[str]:
    """What was said of the whole return last round, and what became of its plan."""
    if before.verdict is not None:
        yield f"Last round, {before.cycle}: {plan_words(before.verdict, before.actions)}"
    yield from (f"Last round: {line}" for one in before.remarks if not one.standard for line in remark_lines(one))
