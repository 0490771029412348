"""Sentences that stand twice in a pack, and model answers that are another with words swapped."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from msgspec import Struct

from compact_tui.core.pack import AuditPack, Criterion, CriterionVariant, Standard, StandardVariant
from compact_tui.core.problems import Path, Problem, Severity

TOO_ALIKE = 0.6
"""Over this likeness two model answers are probably one text with words swapped."""
_FEWEST_WORDS = 4
SENTENCE_END = re.compile(r"(?<=[.!?])[\"')]*\s+")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


class _Passage(Struct, frozen=True):
    text: str
    path: Path
    name: str
    readers: frozenset[str]
    """Ids of the variations that show it."""


def words(text: str) -> tuple[str, ...]:
    """The words of a text, without case and punctuation."""
    return tuple(_WORD.findall(text.lower().replace("\u2019", "'")))


def likeness(one: tuple[str, ...], other: tuple[str, ...], floor: float = 0.0) -> float:
    """How alike two texts are, from 0 (nothing in common) to 1 (the same words in the same order).

    Args:
        one: The words of the one text.
        other: The words of the other.
        floor: Where the two cannot come over this figure, the cheap upper bound is given instead.
    """
    length = len(one) + len(other)
    if not length:
        return 1.0
    bound = 2 * (Counter(one) & Counter(other)).total() / length
    if bound <= floor:
        return bound
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def likeness_problems(pack: AuditPack) -> Iterator[Problem]:
    """Repeated sentences and model answers that are too alike, where one reader could meet both."""
    everyone = frozenset(variation.id for variation in pack.variation) or frozenset({""})
    passages = [passage for at, standard in enumerate(pack.standard) for passage in _passages(standard, at, everyone)]
    yield from _repeated(passages)
    yield from _alike([passage for passage in passages if "model_answer" in passage.path])


def _passages(standard: Standard, at: int, everyone: frozenset[str]) -> Iterator[_Passage]:
    here: Path = ("standard", at)
    yield from _said(standard, here, standard.id, ("introduction", "impact_prompt"), everyone)
    for n, criterion in enumerate(standard.criterion):
        path, readers = (*here, "criterion", n), _readers(criterion.variations, everyone)
        for key in ("question", "text"):
            yield _Passage(getattr(criterion, key), (*path, key), criterion.id, readers)
        yield from _said(criterion, path, criterion.id, ("good", "where", "ask"), readers)
    for n, model in enumerate(standard.model_answer):
        name = f"{standard.id}, model answer {model.level}"
        readers = _readers(model.variations, everyone)
        yield _Passage(model.text, (*here, "model_answer", n, "text"), name, readers)
    for n, step in enumerate(standard.next_step):
        name = f"{standard.id}, next steps from {step.from_}"
        for i, text in enumerate(step.steps):
            path = (*here, "next_step", n, "steps", i)
            yield _Passage(text, path, name, _readers(step.variations, everyone))


def _readers(variations: tuple[str, ...], everyone: frozenset[str]) -> frozenset[str]:
    return everyone.intersection(variations) if variations else everyone


def _said(
    item: Criterion | Standard, path: Path, name: str, keys: tuple[str, ...], readers: frozenset[str]
) -> Iterator[_Passage]:
    """What an item says, and what its variants say in its place."""
    variants: tuple[CriterionVariant | StandardVariant, ...] = item.variant
    for key in keys:
        left = readers
        for at, variant in enumerate(variants):
            if getattr(variant, key):
                theirs = _readers(variant.variations, readers)
                left -= theirs
                yield from _texts(getattr(variant, key), (*path, "variant", at, key), name, theirs)
        yield from _texts(getattr(item, key), (*path, key), name, left)


def _texts(said: str | tuple[str, ...], path: Path, name: str, readers: frozenset[str]) -> Iterator[_Passage]:
    if isinstance(said, str):
        yield _Passage(said, path, name, readers)
    else:
        for i, text in enumerate(said):
            yield _Passage(text, (*path, i), name, readers)


def _repeated(passages: list[_Passage]) -> Iterator[Problem]:
    seen: dict[tuple[str, ...], list[_Passage]] = {}
    for passage in passages:
        for sentence in SENTENCE_END.split(passage.text):
            said = words(sentence)
            if len(said) < _FEWEST_WORDS:
                continue
            first = next((earlier for earlier in seen.get(said, ()) if earlier.readers & passage.readers), None)
            if first is not None:
                key = next(step for step in reversed(first.path) if isinstance(step, str))
                what = f'"{sentence[:60]}" stands in {first.name} ({key}) already.'
                yield Problem(what=what, remedy="Say here what is true only here.", path=passage.path)
            seen.setdefault(said, []).append(passage)


def _alike(models: list[_Passage]) -> Iterator[Problem]:
    texts = [(model, words(model.text)) for model in models]
    for (one, said), (other, also) in combinations(texts, 2):
        if not said or not also or not one.readers & other.readers:
            continue
        figure = likeness(said, also, TOO_ALIKE)
        if figure > TOO_ALIKE:
            what = f"This is {figure:.2f} alike with {one.name} (1 is the same)."
            remedy = "Write what a reader would see only here."
            yield Problem(what=what, remedy=remedy, severity=Severity.WARNING, path=other.path)
