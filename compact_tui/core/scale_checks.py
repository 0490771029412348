"""Whether the scale and the answers of a pack are sound, and each offered variation can be graded on all of it."""

from collections import Counter
from collections.abc import Callable, Iterator

from compact_tui.core.pack import AuditPack, Standard
from compact_tui.core.problems import Path, Problem
from compact_tui.core.text import listed
from compact_tui.core.variation import for_variation

_FEWEST_LEVELS, _MOST_LEVELS = 2, 9


def scale_problems(pack: AuditPack) -> Iterator[Problem]:
    """Ranks, answer keys, standard numbers, and what a variation lacks."""
    yield from _levels(pack)
    yield from _answers(pack)
    yield from _shared((s.number for s in pack.standard), "number", lambda at: ("standard", at, "number"))
    yield from _variations(pack)


def _shared(values: Iterator[object], name: str, path: Callable[[int], Path]) -> Iterator[Problem]:
    seen: set[object] = set()
    for at, value in enumerate(values):
        if value in seen:
            yield Problem(what=f'The {name} "{value}" is used twice.', remedy="Give each its own.", path=path(at))
        seen.add(value)


def _levels(pack: AuditPack) -> Iterator[Problem]:
    graded = pack.rule or any(standard.model_answer or standard.next_step for standard in pack.standard)
    if not pack.level and not graded:
        return  # a self-assessment without grades
    if not _FEWEST_LEVELS <= len(pack.level) <= _MOST_LEVELS:
        what = f"The scale has {len(pack.level)} levels; it needs {_FEWEST_LEVELS} to {_MOST_LEVELS}."
        yield Problem(what=what, path=("level",))
    yield from _shared((level.rank for level in pack.level), "rank", lambda at: ("level", at, "rank"))
    yield from _shared((level.word.lower() for level in pack.level), "word", lambda at: ("level", at, "word"))


def _answers(pack: AuditPack) -> Iterator[Problem]:
    if not pack.answer and any(standard.criterion for standard in pack.standard):
        yield Problem(what="There are criteria but no answers to give.", remedy="Add [[answer]] tables.")
    for at, answer in enumerate(pack.answer):
        if not (len(answer.key) == 1 and answer.key.isascii() and answer.key.islower()):
            what = f'The key "{answer.key[:20]}" is not one small letter.'
            yield Problem(what=what, remedy="Use one letter from a to z.", path=("answer", at, "key"))
    yield from _shared((answer.key for answer in pack.answer), "key", lambda at: ("answer", at, "key"))
    yield from _shared((answer.word.lower() for answer in pack.answer), "word", lambda at: ("answer", at, "word"))


def _variations(pack: AuditPack) -> Iterator[Problem]:
    """What is missing for offered variations; told once with the variations that it is missing for."""
    offered = [variation.id for variation in pack.variation if variation.offered]
    if not pack.variation:
        offered = [""]
    elif not offered:
        yield Problem(what="No variation is offered, so nobody can start an audit.", path=("variation",))
    lacking: dict[tuple[str, Path], list[str]] = {}
    for variation in offered:
        seen = for_variation(pack, variation)
        if not any(standard.criterion for standard in seen.standard):
            lacking.setdefault(("No standard has a criterion", ("standard",)), []).append(variation)
        for at, standard in enumerate(seen.standard):
            for what in (*_model_answers(pack, standard), *_next_steps(pack, standard)):
                lacking.setdefault((what, ("standard", at)), []).append(variation)
    for (what, path), names in lacking.items():
        only = "" if names == offered else f" for {listed(names)}"
        yield Problem(what=f"{what}{only}.", remedy="Add what is missing or take out what is too much.", path=path)


def _model_answers(pack: AuditPack, standard: Standard) -> Iterator[str]:
    there = Counter(model.level for model in standard.model_answer)
    for level in pack.level:
        if there[level.id] != 1:
            yield f'The level "{level.id}" has {there[level.id] or "no"} model answers, where it needs one'


def _next_steps(pack: AuditPack, standard: Standard) -> Iterator[str]:
    ranked = sorted(pack.level, key=lambda level: level.rank)
    wanted = [(low.id, high.id) for low, high in zip(ranked, ranked[1:], strict=False)]
    there = Counter((step.from_, step.to) for step in standard.next_step)
    for low, high in wanted:
        if there[low, high] != 1:
            yield f'There are {there[low, high] or "no"} next steps from "{low}" to "{high}", where one list is needed'
    for low, high in there.keys() - set(wanted):
        yield f'The next steps from "{low}" to "{high}" do not lead to the level just above'
