"""Sentences that stand twice in a pack, and model answers that are another with words swapped."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from msgspec import Struct

from compact_tui.core.pack import AuditPack, Standard
from compact_tui.core.problems import Path, Problem, Severity

TOO_ALIKE = 0.6
"""Over this likeness two model answers are probably one text with words swapped."""
_FEWEST_WORDS = 4
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')]*\s+")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


class _Passage(Struct, frozen=True):
    text: str
    path: Path
    name: str
    variations: tuple[str, ...]


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
    passages = [passage for at, standard in enumerate(pack.standard) for passage in _passages(standard, at)]
    yield from _repeated(passages)
    yield from _alike([passage for passage in passages if "model_answer" in passage.path])


def _passages(standard: Standard, at: int) -> Iterator[_Passage]:
    here: Path = ("standard", at)
    for key in ("introduction", "impact_prompt"):
        yield _Passage(getattr(standard, key), (*here, key), standard.id, ())
    for n, criterion in enumerate(standard.criterion):
        path = (*here, "criterion", n)
        for key in ("question", "text", "good"):
            yield _Passage(getattr(criterion, key), (*path, key), criterion.id, criterion.variations)
        for key in ("where", "ask"):
            for i, text in enumerate(getattr(criterion, key)):
                yield _Passage(text, (*path, key, i), criterion.id, criterion.variations)
    for n, model in enumerate(standard.model_answer):
        name = f"{standard.id}, model answer {model.level}"
        yield _Passage(model.text, (*here, "model_answer", n, "text"), name, model.variations)
    for n, step in enumerate(standard.next_step):
        name = f"{standard.id}, next steps from {step.from_}"
        for i, text in enumerate(step.steps):
            yield _Passage(text, (*here, "next_step", n, "steps", i), name, step.variations)


def _meet(one: _Passage, other: _Passage) -> bool:
    """Whether some variation shows both."""
    return not one.variations or not other.variations or bool(set(one.variations) & set(other.variations))


def _repeated(passages: list[_Passage]) -> Iterator[Problem]:
    seen: dict[tuple[str, ...], list[_Passage]] = {}
    for passage in passages:
        for sentence in _SENTENCE_END.split(passage.text):
            said = words(sentence)
            if len(said) < _FEWEST_WORDS:
                continue
            first = next((earlier for earlier in seen.get(said, ()) if _meet(earlier, passage)), None)
            if first is not None:
                what = f'"{sentence[:60]}" stands in {first.name} ({first.path[-1]}) already.'
                if isinstance(first.path[-1], int):
                    what = f'"{sentence[:60]}" stands in {first.name} ({first.path[-2]}) already.'
                yield Problem(what=what, remedy="Say here what is true only here.", path=passage.path)
            seen.setdefault(said, []).append(passage)


def _alike(models: list[_Passage]) -> Iterator[Problem]:
    texts = [(model, words(model.text)) for model in models]
    for (one, said), (other, also) in combinations(texts, 2):
        if not said or not also or not _meet(one, other):
            continue
        figure = likeness(said, also, TOO_ALIKE)
        if figure > TOO_ALIKE:
            what = f"This is {figure:.2f} alike with {one.name} (1 is the same)."
            remedy = "Write what a reader would see only here."
            yield Problem(what=what, remedy=remedy, severity=Severity.WARNING, path=other.path)
