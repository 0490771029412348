"""Whether the ids of a pack are sound and everything that names one names one that is there."""

import re
from collections.abc import Collection, Iterable, Iterator

from compact_tui.core.pack import (
    NO_SUGGESTION,
    NOT_GRADED,
    UNANSWERED,
    AuditPack,
    Criterion,
    CriterionVariant,
    Standard,
)
from compact_tui.core.problems import Path, Problem
from compact_tui.core.setting import KINDS, SECTORS
from compact_tui.core.suggest import COUNTS_AS
from compact_tui.core.switches import FEATURES
from compact_tui.core.text import did_you_mean, listed

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_ID = 60
_RESERVED = {"level": (NO_SUGGESTION, NOT_GRADED), "answer": (UNANSWERED,)}


def reference_problems(pack: AuditPack, topics: Collection[str] = ()) -> Iterator[Problem]:
    """Ids that are malformed, shared or reserved, and references to what is not there.

    Args:
        pack: The whole pack.
        topics: Ids of the question topics that are known; none means that topics are not looked at.
    """
    yield from malformed(pack.pack.id, ("pack", "id"))
    for table in ("level", "answer", "duty", "evidence_kind", "rung", "variation", "source"):
        ids: list[tuple[str, Path]] = [(item.id, (table, at, "id")) for at, item in enumerate(getattr(pack, table))]
        yield from _ids(ids, _RESERVED.get(table, ()))
    yield from _ids(list(_standard_ids(pack)), ())
    yield from _signers(pack)
    yield from _head_references(pack)
    known = _Known(pack, topics)
    for at, standard in enumerate(pack.standard):
        yield from _standard_references(standard, ("standard", at), known)


def _standard_ids(pack: AuditPack) -> Iterator[tuple[str, Path]]:
    for s, standard in enumerate(pack.standard):
        yield standard.id, ("standard", s, "id")
        for c, criterion in enumerate(standard.criterion):
            yield criterion.id, ("standard", s, "criterion", c, "id")


def _ids(ids: list[tuple[str, Path]], reserved: tuple[str, ...]) -> Iterator[Problem]:
    seen: set[str] = set()
    for name, path in ids:
        yield from malformed(name, path)
        if name in reserved:
            yield Problem(what=f'The program keeps the id "{name}" for itself.', remedy="Choose another.", path=path)
        if name in seen:
            remedy = "Give each its own; an id is never used twice."
            yield Problem(what=f'The id "{name}" is used twice.', remedy=remedy, path=path)
        seen.add(name)


def malformed(name: str, path: Path) -> Iterator[Problem]:
    """A name that cannot be an id."""
    if not _ID.fullmatch(name) or len(name) > _LONGEST_ID:
        remedy = f"Use small letters, digits and single hyphens, at most {_LONGEST_ID}."
        yield Problem(what=f'"{name[:_LONGEST_ID]}" cannot be an id.', remedy=remedy, path=path)


def unknown(name: str, known: Iterable[str], thing: str, path: Path) -> Iterator[Problem]:
    """A name that is not one of those that are known."""
    known = tuple(known)
    if name not in known:
        remedy = did_you_mean(name, known) or (f"There is {listed(known)}." if len(known) <= 8 else "")
        what = f'No {thing} "{name}" is known.' if name else f"No {thing} is named."
        yield Problem(what=what, remedy=remedy or f"Use the id of a {thing} that is there.", path=path)


def unknowns(names: tuple[str, ...], known: Iterable[str], thing: str, path: Path) -> Iterator[Problem]:
    """Names of a list that are not known or stand twice in it."""
    known = tuple(known)
    for at, name in enumerate(names):
        yield from unknown(name, known, thing, (*path, at))
        if name in names[:at]:
            yield Problem(what=f'"{name}" is named twice.', remedy="Take one out.", path=(*path, at))


def _signers(pack: AuditPack) -> Iterator[Problem]:
    """A role may stand once for each variation; two wordings of it are never for the same one."""
    variations = [variation.id for variation in pack.variation]
    taken: set[tuple[str, str]] = set()
    for at, signer in enumerate(pack.signer):
        yield from malformed(signer.id, ("signer", at, "id"))
        yield from unknowns(signer.variations, variations, "variation", ("signer", at, "variations"))
        for variation in signer.variations or variations or ("",):
            if (signer.id, variation) in taken:
                what = f'The signer "{signer.id}" stands twice' + (f' for "{variation}".' if variation else ".")
                yield Problem(what=what, remedy="Give each its own id or variations.", path=("signer", at, "id"))
            taken.add((signer.id, variation))
        for key in ("word", "declaration"):
            if not getattr(signer, key).strip():
                yield Problem(what=f"The {key} of the signer is empty.", remedy="Write it.", path=("signer", at, key))


def _head_references(pack: AuditPack) -> Iterator[Problem]:
    for at, answer in enumerate(pack.answer):
        yield from unknown(answer.counts_as, COUNTS_AS, "way of counting", ("answer", at, "counts_as"))
    for at, variation in enumerate(pack.variation):
        yield from unknown(variation.sector, (sector for sector, _ in SECTORS), "sector", ("variation", at, "sector"))
    variations = [variation.id for variation in pack.variation]
    for at, served in enumerate(pack.pack.serves):
        yield from unknowns(served.variations, variations, "variation", ("pack", "serves", at, "variations"))
    rungs = [rung.id for rung in pack.rung]
    for at, kind in enumerate(pack.evidence_kind):
        if kind.rung:
            yield from unknown(kind.rung, rungs, "rung", ("evidence_kind", at, "rung"))
    if pack.pack.together_kind:
        kinds = [kind.id for kind in pack.evidence_kind]
        yield from unknown(pack.pack.together_kind, kinds, "kind of evidence", ("pack", "together_kind"))
    levels = (*(level.id for level in pack.level), NO_SUGGESTION)
    for at, rule in enumerate(pack.rule):
        yield from unknown(rule.level, levels, "level", ("rule", at, "level"))


class _Known:
    """What may be named in a standard, by kind of thing."""

    def __init__(self, pack: AuditPack, topics: Collection[str]) -> None:
        self.levels = [level.id for level in pack.level]
        self.variations = [variation.id for variation in pack.variation]
        self.duties = [duty.id for duty in pack.duty]
        self.evidence_kinds = [kind.id for kind in pack.evidence_kind]
        self.sources = [source.id for source in pack.source]
        self.topics = topics


def _standard_references(standard: Standard, here: Path, known: _Known) -> Iterator[Problem]:
    yield from _topics(standard.topics, here, known)
    for at, criterion in enumerate(standard.criterion):
        yield from _criterion_references(criterion, (*here, "criterion", at), known)
    for at, model in enumerate(standard.model_answer):
        path = (*here, "model_answer", at)
        yield from unknown(model.level, known.levels, "level", (*path, "level"))
        yield from unknowns(model.variations, known.variations, "variation", (*path, "variations"))
    for at, step in enumerate(standard.next_step):
        path = (*here, "next_step", at)
        yield from unknown(step.from_, known.levels, "level", (*path, "from"))
        yield from unknown(step.to, known.levels, "level", (*path, "to"))
        yield from unknowns(step.variations, known.variations, "variation", (*path, "variations"))
    named = [variant.variations for variant in standard.variant]
    yield from _variant_variations(named, (), here, known)


def _criterion_references(criterion: Criterion, path: Path, known: _Known) -> Iterator[Problem]:
    yield from unknown(criterion.duty, known.duties, "duty", (*path, "duty"))
    yield from _said_references(criterion, path, known)
    yield from unknowns(criterion.variations, known.variations, "variation", (*path, "variations"))
    yield from _topics(criterion.topics, path, known)
    yield from unknowns(criterion.needs, [feature for feature, _ in FEATURES], "need", (*path, "needs"))
    yield from unknowns(criterion.kinds, [kind for kind, _, _ in KINDS], "kind of setting", (*path, "kinds"))
    named = [variant.variations for variant in criterion.variant]
    yield from _variant_variations(named, criterion.variations, path, known)
    for at, variant in enumerate(criterion.variant):
        here = (*path, "variant", at)
        if variant.duty:
            yield from unknown(variant.duty, known.duties, "duty", (*here, "duty"))
        yield from _said_references(variant, here, known)


def _said_references(said: Criterion | CriterionVariant, path: Path, known: _Known) -> Iterator[Problem]:
    """What a criterion and a variant of it may both name."""
    kinds = (*path, "evidence_kinds")
    yield from unknowns(said.evidence_kinds, known.evidence_kinds, "kind of evidence", kinds)
    for n, citation in enumerate(said.source):
        yield from unknown(citation.source, known.sources, "source", (*path, "source", n, "source"))


def _topics(names: tuple[str, ...], path: Path, known: _Known) -> Iterator[Problem]:
    if known.topics:
        yield from unknowns(names, known.topics, "topic", (*path, "topics"))


def _variant_variations(
    named: list[tuple[str, ...]], asked: tuple[str, ...], path: Path, known: _Known
) -> Iterator[Problem]:
    """Each variant is for variations that see the item, and each variation has one at most."""
    taken: set[str] = set()
    for at, variations in enumerate(named):
        here = (*path, "variant", at, "variations")
        if not variations:
            yield Problem(what="The variant names no variation.", remedy="Say whom it is for.", path=here)
        yield from unknowns(variations, known.variations, "variation", here)
        for n, name in enumerate(variations):
            if asked and name in known.variations and name not in asked:
                what = f'The variant is for "{name}", which does not see this criterion.'
                yield Problem(what=what, remedy="Add it to the criterion, or take it out.", path=(*here, n))
            if name in taken:
                what = f'"{name}" has a variant of this already.'
                yield Problem(what=what, remedy="Put both into one.", path=(*here, n))
        taken.update(variations)
