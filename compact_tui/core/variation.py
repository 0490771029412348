"""A pack as one variation sees it, or two in one audit, such as a nursery inside a school.

Two variations are named with a plus between them: ``education+early-years``. Criteria that both share stand
once; where their guidance differs, both are said, each under the title of its variation.
"""

from collections.abc import Iterable
from typing import TypeVar

from msgspec.structs import asdict, replace

from compact_tui.core.pack import (
    AuditPack,
    Citation,
    Criterion,
    CriterionVariant,
    InspectionAsk,
    ModelAnswer,
    NextStep,
    Signer,
    Standard,
    StandardVariant,
)
from compact_tui.core.pack_head import Serves

_Item = TypeVar(
    "_Item", Criterion, ModelAnswer, NextStep, CriterionVariant, StandardVariant, Serves, Signer, InspectionAsk
)
_Part = TypeVar("_Part", str, Citation)

BOTH = "+"
"""Stands between two variations of one audit."""


def for_variation(pack: AuditPack, variation: str) -> AuditPack:
    """The pack as one variation sees it, or as two together do."""
    chosen = tuple(variation.split(BOTH))
    titles = {v.id: v.title for v in pack.variation}
    strength = {duty.id: at for at, duty in enumerate(pack.duty)}
    return replace(
        pack,
        pack=replace(pack.pack, serves=_spoken_to(pack.pack.serves, chosen)),
        signer=_signers(pack.signer, chosen, titles),
        standard=tuple(_standard(standard, chosen, titles, strength) for standard in pack.standard),
    )


def for_sector(pack: AuditPack, sector: str) -> AuditPack:
    """The pack as settings of a sector see it; whole where it has no version for them."""
    there = [one.id for one in pack.variation if one.sector == sector and one.offered]
    return for_variation(pack, there[0]) if there else pack


def _spoken_to(items: tuple[_Item, ...], chosen: tuple[str, ...]) -> tuple[_Item, ...]:
    return tuple(item for item in items if not item.variations or set(chosen).intersection(item.variations))


def _signers(signers: tuple[Signer, ...], chosen: tuple[str, ...], titles: dict[str, str]) -> tuple[Signer, ...]:
    """Each role once: where two variations word it differently, it signs once, for both."""
    seen: dict[str, dict[str, Signer]] = {}
    for variation in chosen:
        for signer in _spoken_to(signers, (variation,)):
            seen.setdefault(signer.id, {})[variation] = signer
    order = list(dict.fromkeys(signer.id for signer in signers))
    return tuple(
        replace(
            next(iter(seen[name].values())),
            word=" / ".join(_once(signer.word for signer in seen[name].values())),
            declaration=_said_by_each({v: signer.declaration for v, signer in seen[name].items()}, titles),
            required=any(signer.required for signer in seen[name].values()),
        )
        for name in order
        if name in seen
    )


def _standard(
    standard: Standard, chosen: tuple[str, ...], titles: dict[str, str], strength: dict[str, int]
) -> Standard:
    seen = {variation: _as_seen(standard, variation) for variation in chosen}
    return replace(
        standard,
        introduction=_said_by_each({v: s.introduction for v, s in seen.items()}, titles),
        impact_prompt=_first_and_others(s.impact_prompt for s in seen.values()),
        criterion=tuple(
            _criterion(criterion, chosen, titles, strength) for criterion in _spoken_to(standard.criterion, chosen)
        ),
        model_answer=_model_answers(standard, chosen, titles),
        next_step=_next_steps(standard, chosen),
        inspection=_spoken_to(standard.inspection, chosen),
        variant=(),
    )


def _model_answers(standard: Standard, chosen: tuple[str, ...], titles: dict[str, str]) -> tuple[ModelAnswer, ...]:
    """One model answer for each level, where two variations are seen together."""
    if len(chosen) == 1:
        return _spoken_to(standard.model_answer, chosen)
    texts: dict[str, dict[str, str]] = {}
    for variation in chosen:
        for answer in _spoken_to(standard.model_answer, (variation,)):
            texts.setdefault(answer.level, {})[variation] = answer.text
    return tuple(ModelAnswer(level=level, text=_said_by_each(said, titles)) for level, said in texts.items())


def _next_steps(standard: Standard, chosen: tuple[str, ...]) -> tuple[NextStep, ...]:
    """One list of steps from each level to the next, where two variations are seen together."""
    if len(chosen) == 1:
        return _spoken_to(standard.next_step, chosen)
    steps: dict[tuple[str, str], list[str]] = {}
    for step in _spoken_to(standard.next_step, chosen):
        steps.setdefault((step.from_, step.to), []).extend(step.steps)
    return tuple(NextStep(from_=from_, to=to, steps=tuple(said)) for (from_, to), said in steps.items())


def _as_seen(standard: Standard, variation: str) -> Standard:
    for variant in _spoken_to(standard.variant, (variation,)):
        standard = replace(standard, **_said(variant))
    return standard


def _criterion(
    criterion: Criterion, chosen: tuple[str, ...], titles: dict[str, str], strength: dict[str, int]
) -> Criterion:
    seen: dict[str, Criterion] = {}
    for variation in chosen:
        if not criterion.variations or variation in criterion.variations:
            one = criterion
            for variant in _spoken_to(criterion.variant, (variation,)):
                one = replace(one, **_said(variant))
            seen[variation] = one
    views = tuple(seen.values())
    return replace(
        criterion,
        duty=min((view.duty for view in views), key=lambda duty: strength.get(duty, len(strength))),
        good=_said_by_each({v: view.good for v, view in seen.items()}, titles),
        where=_once(part for view in views for part in view.where),
        ask=_once(part for view in views for part in view.ask),
        evidence_kinds=_once(part for view in views for part in view.evidence_kinds),
        source=_once(part for view in views for part in view.source),
        variant=(),
    )


def _said(variant: CriterionVariant | StandardVariant) -> dict[str, object]:
    """What a variant says anew."""
    return {name: value for name, value in asdict(variant).items() if value and name != "variations"}


def _said_by_each(texts: dict[str, str], titles: dict[str, str]) -> str:
    """One text where all say the same; else each under its variation's title."""
    if len(set(texts.values())) <= 1:
        return next(iter(texts.values()), "")
    return "\n\n".join(f"{titles.get(variation, variation)}: {text.strip()}" for variation, text in texts.items())


def _first_and_others(texts: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(text for text in texts if text))


def _once(parts: Iterable[_Part]) -> tuple[_Part, ...]:
    return tuple(dict.fromkeys(parts))
