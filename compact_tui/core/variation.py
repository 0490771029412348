"""A pack as one variation sees it: its own criteria, words and duties in place of the others'."""

from typing import TypeVar

from msgspec.structs import asdict, replace

from compact_tui.core.pack import (
    AuditPack,
    Criterion,
    CriterionVariant,
    ModelAnswer,
    NextStep,
    Standard,
    StandardVariant,
)

_Item = TypeVar("_Item", Criterion, ModelAnswer, NextStep, CriterionVariant, StandardVariant)


def for_variation(pack: AuditPack, variation: str) -> AuditPack:
    """The pack as one variation sees it."""
    return replace(pack, standard=tuple(_standard(standard, variation) for standard in pack.standard))


def _spoken_to(items: tuple[_Item, ...], variation: str) -> tuple[_Item, ...]:
    return tuple(item for item in items if not item.variations or variation in item.variations)


def _standard(standard: Standard, variation: str) -> Standard:
    changed = replace(
        standard,
        criterion=tuple(_criterion(c, variation) for c in _spoken_to(standard.criterion, variation)),
        model_answer=_spoken_to(standard.model_answer, variation),
        next_step=_spoken_to(standard.next_step, variation),
        variant=(),
    )
    for variant in _spoken_to(standard.variant, variation):
        changed = replace(changed, **_said(variant))
    return changed


def _criterion(criterion: Criterion, variation: str) -> Criterion:
    changed = replace(criterion, variant=())
    for variant in _spoken_to(criterion.variant, variation):
        changed = replace(changed, **_said(variant))
    return changed


def _said(variant: CriterionVariant | StandardVariant) -> dict[str, object]:
    """What a variant says anew."""
    return {name: value for name, value in asdict(variant).items() if value and name != "variations"}
