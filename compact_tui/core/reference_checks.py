"""Whether the ids of a pack are sound and everything that names one names one that is there."""

import re
from collections.abc import Iterable, Iterator

from compact_tui.core.pack import NO_SUGGESTION, NOT_GRADED, UNANSWERED, AuditPack
from compact_tui.core.problems import Path, Problem
from compact_tui.core.setting import SECTORS
from compact_tui.core.suggest import COUNTS_AS
from compact_tui.core.text import did_you_mean, listed

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_ID = 60
_RESERVED = {"level": (NO_SUGGESTION, NOT_GRADED), "answer": (UNANSWERED,)}


def reference_problems(pack: AuditPack) -> Iterator[Problem]:
    """Ids that are malformed, shared or reserved, and references to what is not there."""
    yield from _malformed(pack.pack.id, ("pack", "id"))
    for table in ("level", "answer", "duty", "evidence_kind", "variation", "source"):
        ids: list[tuple[str, Path]] = [(item.id, (table, at, "id")) for at, item in enumerate(getattr(pack, table))]
        yield from _ids(ids, _RESERVED.get(table, ()))
    yield from _ids(list(_standard_ids(pack)), ())
    yield from _head_references(pack)
    yield from _standard_references(pack)


def _standard_ids(pack: AuditPack) -> Iterator[tuple[str, Path]]:
    for s, standard in enumerate(pack.standard):
        yield standard.id, ("standard", s, "id")
        for c, criterion in enumerate(standard.criterion):
            yield criterion.id, ("standard", s, "criterion", c, "id")


def _ids(ids: list[tuple[str, Path]], reserved: tuple[str, ...]) -> Iterator[Problem]:
    seen: set[str] = set()
    for name, path in ids:
        yield from _malformed(name, path)
        if name in reserved:
            yield Problem(what=f'The program keeps the id "{name}" for itself.', remedy="Choose another.", path=path)
        if name in seen:
            remedy = "Give each its own; an id is never used twice."
            yield Problem(what=f'The id "{name}" is used twice.', remedy=remedy, path=path)
        seen.add(name)


def _malformed(name: str, path: Path) -> Iterator[Problem]:
    if not _ID.fullmatch(name) or len(name) > _LONGEST_ID:
        remedy = f"Use small letters, digits and single hyphens, at most {_LONGEST_ID}."
        yield Problem(what=f'"{name[:_LONGEST_ID]}" cannot be an id.', remedy=remedy, path=path)


def _unknown(name: str, known: Iterable[str], thing: str, path: Path) -> Iterator[Problem]:
    known = tuple(known)
    if name not in known:
        remedy = did_you_mean(name, known) or (f"There is {listed(known)}." if len(known) <= 8 else "")
        what = f'No {thing} "{name}" is known.' if name else f"No {thing} is named."
        yield Problem(what=what, remedy=remedy or f"Use the id of a {thing} of this pack.", path=path)


def _unknowns(names: tuple[str, ...], known: Iterable[str], thing: str, path: Path) -> Iterator[Problem]:
    known = tuple(known)
    for at, name in enumerate(names):
        yield from _unknown(name, known, thing, (*path, at))
        if name in names[:at]:
            yield Problem(what=f'"{name}" is named twice.', remedy="Take one out.", path=(*path, at))


def _head_references(pack: AuditPack) -> Iterator[Problem]:
    for at, answer in enumerate(pack.answer):
        yield from _unknown(answer.counts_as, COUNTS_AS, "way of counting", ("answer", at, "counts_as"))
    for at, variation in enumerate(pack.variation):
        yield from _unknown(variation.sector, (sector for sector, _ in SECTORS), "sector", ("variation", at, "sector"))
    levels = (*(level.id for level in pack.level), NO_SUGGESTION)
    for at, rule in enumerate(pack.rule):
        yield from _unknown(rule.level, levels, "level", ("rule", at, "level"))


def _standard_references(pack: AuditPack) -> Iterator[Problem]:
    levels = [level.id for level in pack.level]
    variations = [variation.id for variation in pack.variation]
    duties = [duty.id for duty in pack.duty]
    kinds = [kind.id for kind in pack.evidence_kind]
    sources = [source.id for source in pack.source]
    for s, standard in enumerate(pack.standard):
        here: Path = ("standard", s)
        for at, criterion in enumerate(standard.criterion):
            path = (*here, "criterion", at)
            yield from _unknown(criterion.duty, duties, "duty", (*path, "duty"))
            yield from _unknowns(criterion.evidence_kinds, kinds, "kind of evidence", (*path, "evidence_kinds"))
            yield from _unknowns(criterion.variations, variations, "variation", (*path, "variations"))
            for n, citation in enumerate(criterion.source):
                yield from _unknown(citation.source, sources, "source", (*path, "source", n, "source"))
        for at, model in enumerate(standard.model_answer):
            path = (*here, "model_answer", at)
            yield from _unknown(model.level, levels, "level", (*path, "level"))
            yield from _unknowns(model.variations, variations, "variation", (*path, "variations"))
        for at, step in enumerate(standard.next_step):
            path = (*here, "next_step", at)
            yield from _unknown(step.from_, levels, "level", (*path, "from"))
            yield from _unknown(step.to, levels, "level", (*path, "to"))
            yield from _unknowns(step.variations, variations, "variation", (*path, "variations"))
