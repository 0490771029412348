"""The round before, made ready to compare: only standards that ask the same, on a scale of the same levels."""

from collections import Counter
from collections.abc import Iterable, Mapping
from sys import intern

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.analysis_sums import Past, Steps
from compact_tui.core.analysis_then import Stood, Then
from compact_tui.core.item_changes import KEPT
from compact_tui.core.pack import AuditPack
from compact_tui.core.pack_diff import STANDARD, pack_diff
from compact_tui.core.return_facts import ReturnFacts

Kept = Mapping[str, str]
"""Id of a standard in the older edition, and in this one."""
_NONE: Mapping[tuple[str, str], str] = {}


class BeforeRead(Struct, frozen=True):
    """What came of reading the round before."""

    settings: Mapping[str, Past] = {}
    then: Then = Then()
    left_out: int = 0
    """Returns that cannot be compared, because they belong to no setting of the register or their edition differs."""


def standards_kept(old: AuditPack | None, new: AuditPack) -> Kept:
    """The standards of an older edition that can be compared; none where it is another pack, scale, or not here."""
    if old is None or old.pack.id != new.pack.id or {one.id for one in old.level} != {one.id for one in new.level}:
        return {}
    if old.pack.edition == new.pack.edition:
        return {standard.id: standard.id for standard in new.standard}
    items = [item for item in pack_diff(old, new).items if item.kind == STANDARD and item.how in KEPT]
    return {item.was[0]: item.id for item in items if len(item.was) == 1}


def read_before(
    returns: Iterable[ReturnFacts],
    pack: AuditPack,
    kept: Mapping[tuple[str, str], Kept],
    moderated: Mapping[tuple[str, str], str] = _NONE,
) -> BeforeRead:
    """Keep of each setting's last return what is compared: some bytes, however many settings there are.

    Args:
        returns: The returns of the round before, each setting's newest only.
        pack: The pack of this round.
        kept: By pack and edition of those returns the standards that can be compared.
        moderated: The committee's level by return and standard.
    """
    steps, found, left_out = Steps(pack), {}, 0
    graded: dict[tuple[str, str], Counter[Stood]] = {}
    asked: dict[tuple[str, str], Counter[Stood]] = {}
    returned: dict[tuple[str, str], Counter[str]] = {}
    strong: Counter[tuple[str, str]] = Counter()
    for facts in returns:
        names = kept.get((facts.pack, facts.edition), {})
        left_out += not facts.entry or not names
        if not names:
            continue
        past = _past(facts, pack, names, steps, moderated)
        returned.setdefault((facts.sector, past.audit), Counter())[facts.kind] += 1
        for at, place in enumerate(past.levels):
            here = (facts.sector, pack.standard[at].id)
            stood = replace(past.stood(at), known=bool(facts.entry))
            if past.asked[at]:
                asked.setdefault(here, Counter())[stood] += 1
            if place:
                graded.setdefault(here, Counter())[stood] += 1
                strong[here] += bool(facts.entry) and place in steps.strong
        if facts.entry:
            found[facts.entry] = past
    return BeforeRead(found, Then(graded, asked, strong, returned), left_out)


def _past(
    facts: ReturnFacts, pack: AuditPack, names: Kept, steps: Steps, moderated: Mapping[tuple[str, str], str]
) -> Past:
    places, theirs, asked = (bytearray(len(pack.standard)) for _ in range(3))
    for grade in facts.grades:
        at = steps.standard.get(names.get(grade.standard, ""), -1)
        if at >= 0:
            asked[at] = 1
            places[at] = steps.place.get(grade.level, 0)
            theirs[at] = moderated.get((facts.return_id, grade.standard), "") in steps.place
    return Past(
        facts.sector,
        bytes(places),
        intern(f"{facts.pack}@{facts.edition}"),
        intern(facts.kind),
        bytes(theirs) if any(theirs) else b"",
        bytes(asked),
    )
