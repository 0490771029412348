"""Whether each offered variation finds its standards complete and its musts founded, whatever variants say anew."""

from collections.abc import Iterator

from msgspec import Struct

from compact_tui.core.pack import (
    AuditPack,
    Citation,
    Criterion,
    CriterionVariant,
    Source,
    Standard,
    StandardVariant,
)
from compact_tui.core.problems import Path, Problem
from compact_tui.core.text import listed
from compact_tui.core.variation import for_variation

MUST = "must"
"""The duty that only a source in force can carry."""
IN_FORCE = "in force"
"""The status of a source that can carry a duty."""
_STANDARD_TEXTS = ("introduction", "impact_prompt")
_CRITERION_TEXTS = ("good", "where", "ask", "evidence_kinds", "source")


class _Lack(Struct, frozen=True):
    what: str
    remedy: str
    path: Path


def seen_problems(pack: AuditPack) -> Iterator[Problem]:
    """What a variation finds empty or unfounded; told once with the variations that find it so."""
    readers: dict[Path, list[str]] = {}
    lacking: dict[tuple[Path, _Lack], list[str]] = {}
    for item, lacks, variation in _readings(pack):
        readers.setdefault(item, []).append(variation)
        for lack in lacks:
            lacking.setdefault((item, lack), []).append(variation)
    for (item, lack), names in lacking.items():
        only = "" if names == readers[item] else f" for {listed(names)}"
        yield Problem(what=f"{lack.what}{only}.", remedy=lack.remedy, path=lack.path)


def _readings(pack: AuditPack) -> Iterator[tuple[Path, list[_Lack], str]]:
    """Each standard and criterion as each offered variation reads it, with what it lacks there."""
    sources = {source.id: source for source in pack.source}
    offered = [variation.id for variation in pack.variation if variation.offered] or [""]
    unread = {(s, c) for s, standard in enumerate(pack.standard) for c in range(len(standard.criterion))}
    for variation in offered:
        seen = for_variation(pack, variation)
        for s, (standard, as_seen) in enumerate(zip(pack.standard, seen.standard, strict=True)):
            here: Path = ("standard", s)
            yield here, list(_empty(standard, as_seen, _STANDARD_TEXTS, here, variation)), variation
            asked = [c for c, one in enumerate(standard.criterion) if _speaks_to(one.variations, variation)]
            for c, criterion in zip(asked, as_seen.criterion, strict=True):
                path = (*here, "criterion", c)
                yield path, list(_lacks(standard.criterion[c], criterion, path, variation, sources)), variation
                unread.discard((s, c))
    for s, c in sorted(unread):
        path, criterion = ("standard", s, "criterion", c), pack.standard[s].criterion[c]
        yield path, list(_lacks(criterion, criterion, path, "", sources)), ""


def _speaks_to(variations: tuple[str, ...], variation: str) -> bool:
    return not variations or variation in variations


def _lacks(
    written: Criterion, seen: Criterion, path: Path, variation: str, sources: dict[str, Source]
) -> Iterator[_Lack]:
    yield from _empty(written, seen, _CRITERION_TEXTS, path, variation)
    if seen.duty == MUST and not any(_carries(citation, sources) for citation in seen.source):
        duty, source = (_stands_at(written, path, variation, key) for key in ("duty", "source"))
        yield _Lack(
            'The duty "must" rests on no source that is in force and was seen',
            "Name one (confidence C or C2), or lower the duty.",
            source if len(source) > len(duty) else duty,
        )


def _carries(citation: Citation, sources: dict[str, Source]) -> bool:
    source = sources.get(citation.source)
    return citation.confidence != "I" and source is not None and source.status == IN_FORCE


def _empty(
    written: Criterion | Standard, seen: Criterion | Standard, keys: tuple[str, ...], path: Path, variation: str
) -> Iterator[_Lack]:
    for key in keys:
        if not getattr(seen, key):
            yield _Lack(f'"{key}" is missing or empty', "Fill it in.", _stands_at(written, path, variation, key))


def _stands_at(written: Criterion | Standard, path: Path, variation: str, key: str) -> Path:
    """Where the text stands that a variation reads: in the last variant that says it, else in the item itself."""
    variants: tuple[CriterionVariant | StandardVariant, ...] = written.variant
    said = [
        at for at, variant in enumerate(variants) if _speaks_to(variant.variations, variation) and getattr(variant, key)
    ]
    return (*path, "variant", said[-1], key) if said else (*path, key)
