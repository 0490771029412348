"""Any pack: made from the fields of its values, so that a new field is tried without being named here."""

from typing import Any, get_args

import msgspec
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.pack import AuditPack, Criterion, Standard
from compact_tui.core.shapes import flowing

WORD = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=6)
LINE = st.lists(WORD, min_size=1, max_size=4).map(" ".join).map(flowing).filter(bool)
AWKWARD = st.sampled_from(
    ("=1+1", "@now", "-3", "¶", "a ¶ b", "¶¶", "'quoted'", '"""', "\\n", "0012", "1.10", "true", "#")
)
TEXT = LINE | AWKWARD | st.lists(LINE, min_size=2, max_size=3).map("\n\n".join).map(flowing)
NUMBER = st.integers(-(2**40), 2**40)
ID = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,3})?", fullmatch=True)


def _field(kind: Any, required: bool) -> st.SearchStrategy[Any]:
    if kind is str:
        return TEXT if required else TEXT | st.just("")
    if kind is int:
        return NUMBER
    if kind is bool:
        return st.booleans()
    inner = get_args(kind)
    if inner:
        item = inner[0]
        one = TEXT if item is str else _struct(item)
        return st.lists(one, min_size=int(required), max_size=2).map(tuple)
    return _struct(kind)


def _struct(kind: type[Struct]) -> st.SearchStrategy[Any]:
    fields = msgspec.structs.fields(kind)
    made = {f.name: ID if f.name == "id" else _field(f.type, f.required) for f in fields}
    return st.fixed_dictionaries(made).map(lambda values: kind(**values))


def _criterion(criterion: Criterion, name: str) -> Criterion:
    variants = {variant.variations: variant for variant in criterion.variant}
    return replace(criterion, id=name, variant=tuple(variants.values()))


def _sound(pack: AuditPack) -> AuditPack:
    """The same with what every pack has: standards in order, and ids by which rows find what they belong to."""
    standards: list[Standard] = []
    for at, standard in enumerate(pack.standard, 1):
        variants = {variant.variations: variant for variant in standard.variant}
        criteria = tuple(_criterion(c, f"{at}-{n}-{c.id}") for n, c in enumerate(standard.criterion))
        standards.append(
            replace(standard, id=f"{at}-{standard.id}", number=at, criterion=criteria, variant=tuple(variants.values()))
        )
    return replace(pack, standard=tuple(standards))


def packs() -> st.SearchStrategy[AuditPack]:
    """Any pack whose texts are as reading leaves them."""
    return _struct(AuditPack).map(_sound)
