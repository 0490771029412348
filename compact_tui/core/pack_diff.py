"""What a new edition of an audit pack does to each standard and criterion, by id, and to everything else."""

from collections import Counter
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from compact_tui.core.item_changes import CHANGED, HOWS, KEPT, MOVED, NEW, RETIRED, REWORDED, SAME
from compact_tui.core.likeness import likeness, words
from compact_tui.core.pack import AuditPack, Criterion, Standard
from compact_tui.core.pack_head import ItemChange
from compact_tui.core.problems import Problem
from compact_tui.core.word_diff import Piece, word_diff

STANDARD, CRITERION = "standard", "criterion"
_ANOTHER = 0.35
"""Likeness under which two wordings of one question probably ask different things."""
_TOLD = {"edition", "change", "item_change"}
"""What every edition changes about its head."""
_WORDING = {STANDARD: ("title",), CRITERION: ("question", "text")}
"""The fields whose change is a rewording."""


class ItemDiff(Struct, frozen=True, kw_only=True):
    """What became of one standard or criterion."""

    id: str
    kind: str
    """``standard`` or ``criterion``."""
    how: str
    """One of ``HOWS``."""
    title: str
    """Its title or question in the new edition; in the old one where it is retired."""
    was: tuple[str, ...] = ()
    """Ids in the old edition that it takes the place of; its own where it was there."""
    declared: bool = False
    """Whether the content owner says so; else it was worked out."""
    note: str = ""
    standard: str = ""
    """The standard of a criterion, in the new edition; in the old one where it is retired."""
    came_from: str = ""
    """The standard it stood in before, where that is another."""
    also: tuple[str, ...] = ()
    """Other fields that differ, such as what good looks like."""
    words: tuple[Piece, ...] = ()
    """The wording as pieces that stayed, went and came; empty where it is the same or there is only one."""


class TableDiff(Struct, frozen=True, kw_only=True):
    """What became of an item of another table, or of what the pack says about itself."""

    table: str
    id: str
    how: str
    """``new`` · ``retired`` · ``changed``."""
    fields: tuple[str, ...] = ()


class PackDiff(Struct, frozen=True, kw_only=True):
    """What one edition of a pack changes against another."""

    pack: str
    old_edition: str
    new_edition: str
    items: tuple[ItemDiff, ...]
    """In the order of the new edition, then what is retired."""
    tables: tuple[TableDiff, ...]
    problems: tuple[Problem, ...]
    """Changes of meaning that the content owner should declare or give a new id."""


class _Found(Struct, frozen=True):
    kind: str
    item: Standard | Criterion
    standard: str


def pack_diff(old: AuditPack, new: AuditPack) -> PackDiff:
    """Compare two editions. What the new one declares of an item holds; the rest is worked out.

    A declaration that stood in the old edition already tells of an earlier change, and is passed over.
    """
    before, after = _by_id(old), _by_id(new)
    past = set(old.pack.item_change)
    declared = {change.item: change for change in new.pack.item_change if change not in past and change.how in HOWS}
    items = [_diff(name, found, before, declared.get(name)) for name, found in after.items()]
    replaced = {name for item in items for name in item.was}
    gone = [name for name in before if name not in after and name not in replaced]
    return PackDiff(
        pack=new.pack.id,
        old_edition=old.pack.edition,
        new_edition=new.pack.edition,
        items=(*items, *(_retired(name, before[name], declared.get(name)) for name in gone)),
        tables=tuple(_tables(old, new)),
        problems=tuple(_undeclared(items)),
    )


def counts_of_items(diff: PackDiff, kind: str = CRITERION) -> tuple[tuple[str, int], ...]:
    """How many items of a kind became what, in the order of ``HOWS``; what did not happen is left out."""
    found = Counter(item.how for item in diff.items if item.kind == kind)
    return tuple((how, found[how]) for how in HOWS if found[how])


def _by_id(pack: AuditPack) -> dict[str, _Found]:
    found: dict[str, _Found] = {}
    for standard in pack.standard:
        found[standard.id] = _Found(STANDARD, standard, standard.id)
        found.update({c.id: _Found(CRITERION, c, standard.id) for c in standard.criterion})
    return found


def _diff(name: str, found: _Found, before: dict[str, _Found], said: ItemChange | None) -> ItemDiff:
    there = before.get(name)
    was = tuple(one for one in (said.was if said else ()) if one in before) or ((name,) if there else ())
    how = _how(found, there, said, was)
    if how == NEW:
        was = ()
    moved_from = there.standard if there and there.kind == found.kind and there.standard != found.standard else ""
    return ItemDiff(
        id=name,
        kind=found.kind,
        how=how,
        title=_title(found),
        was=was,
        declared=said is not None and said.how == how,
        note=said.note if said else "",
        standard=found.standard,
        came_from=moved_from if found.kind == CRITERION else "",
        also=_also(there.item, found.item, found.kind) if there and there.kind == found.kind else (),
        words=word_diff(" ".join(_wording(before[one]) for one in was), _wording(found)) if was else (),
    )


def _how(found: _Found, there: _Found | None, said: ItemChange | None, was: tuple[str, ...]) -> str:
    if said is not None and _can_be(said, there, was):
        return said.how
    if there is None:
        return NEW
    if there.kind != found.kind or _another_meaning(there, found):
        return CHANGED
    if there.standard != found.standard:
        return MOVED
    return SAME if _wording(there) == _wording(found) else REWORDED


def _can_be(said: ItemChange, there: _Found | None, was: tuple[str, ...]) -> bool:
    """Whether what is declared fits the old edition; one that skips an edition may not."""
    if said.how in KEPT:
        return there is not None
    return said.how == NEW or (said.how != RETIRED and bool(was))


def _another_meaning(there: _Found, found: _Found) -> bool:
    if found.kind == STANDARD:
        return False
    return likeness(words(_wording(there)), words(_wording(found))) < _ANOTHER


def _wording(found: _Found) -> str:
    return " ".join(getattr(found.item, key) for key in _WORDING[found.kind])


def _title(found: _Found) -> str:
    return found.item.title if isinstance(found.item, Standard) else found.item.question


def _also(old: Struct, new: Struct, kind: str) -> tuple[str, ...]:
    left_out = {"criterion", *_WORDING[kind]}
    return tuple(name for name in _differing(old, new) if name not in left_out)


def _differing(old: Struct, new: Struct) -> Iterator[str]:
    for field in msgspec.structs.fields(new):
        if getattr(old, field.name) != getattr(new, field.name):
            yield field.encode_name


def _retired(name: str, found: _Found, said: ItemChange | None) -> ItemDiff:
    return ItemDiff(
        id=name,
        kind=found.kind,
        how=RETIRED,
        title=_title(found),
        was=(name,),
        declared=said is not None and said.how == RETIRED,
        note=said.note if said else "",
        standard=found.standard,
    )


def _undeclared(items: list[ItemDiff]) -> Iterator[Problem]:
    for item in items:
        if item.how == CHANGED and not item.declared and item.was == (item.id,):
            what = f'"{item.title}" reads like another question than the one that had this id.'
            remedy = f'Give it a new id, or say in [[pack.item_change]] that it is "{REWORDED}" or "{CHANGED}".'
            yield Problem(what=what, remedy=remedy, where=item.id)


def _tables(old: AuditPack, new: AuditPack) -> Iterator[TableDiff]:
    """What differs outside the standards: the head, the scale, answers, signers, sources, rules and all there is."""
    fields = tuple(name for name in _differing(old.pack, new.pack) if name not in _TOLD)
    if fields:
        yield TableDiff(table="pack", id=new.pack.id, how="changed", fields=fields)
    for field in msgspec.structs.fields(new):
        if field.name not in {"pack", "standard"}:
            yield from _table(field.encode_name, getattr(old, field.name), getattr(new, field.name))


def _table(name: str, old: tuple[Struct, ...], new: tuple[Struct, ...]) -> Iterator[TableDiff]:
    before, after = ({_key(item): item for item in items} for items in (old, new))
    for key, item in after.items():
        if key not in before:
            yield TableDiff(table=name, id=key, how="new")
        elif before[key] != item:
            yield TableDiff(table=name, id=key, how="changed", fields=tuple(_differing(before[key], item)))
    for key in before:
        if key not in after:
            yield TableDiff(table=name, id=key, how="retired")
    if [key for key in before if key in after] != [key for key in after if key in before]:
        yield TableDiff(table=name, id="", how="changed", fields=("order",))


def _key(item: Struct) -> str:
    """What an item is called by: its id and the variations it is for; a rule, which has neither, by its sentence."""
    id_ = getattr(item, "id", "")
    if not id_:
        return " ".join(str(getattr(item, key, "")) for key in ("level", "because")).strip()
    variations = ", ".join(getattr(item, "variations", ()))
    return f"{id_} ({variations})" if variations else str(id_)
