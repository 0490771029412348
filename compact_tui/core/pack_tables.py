"""Which sheets an audit pack has in a spreadsheet, and which columns: worked out from the values themselves."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import get_args

import msgspec
from msgspec import Struct
from msgspec.structs import FieldInfo

from compact_tui.core.guidance_checks import CONFIDENCES, STATUSES
from compact_tui.core.item_changes import HOWS
from compact_tui.core.pack import AuditPack
from compact_tui.core.setting import SECTORS
from compact_tui.core.suggest import COUNTS_AS

TablePath = tuple[str, ...]
"""Keys that lead from the pack to a table: ``("standard", "criterion", "source")``."""

YES, NO = "yes", "no"
_PARAGRAPH = " ¶ "
"""Stands for a new paragraph inside an item of a list, whose lines are items; a sign of that kind is doubled."""
_NAMES: Mapping[TablePath, str] = {
    ("pack",): "Pack",
    ("pack", "change"): "Change log",
    ("pack", "item_change"): "Item changes",
    ("pack", "serves"): "Serves",
    ("variation",): "Variations",
    ("level",): "Levels",
    ("answer",): "Answers",
    ("duty",): "Duties",
    ("evidence_kind",): "Evidence kinds",
    ("rung",): "Rungs",
    ("signer",): "Signers",
    ("source",): "Sources",
    ("rule",): "Rules",
    ("standard",): "Standards",
    ("standard", "variant"): "Standard variants",
    ("standard", "criterion"): "Criteria",
    ("standard", "criterion", "source"): "Citations",
    ("standard", "criterion", "variant"): "Criterion variants",
    ("standard", "criterion", "variant", "source"): "Variant citations",
    ("standard", "model_answer"): "Model answers",
    ("standard", "next_step"): "Next steps",
    ("standard", "inspection"): "Inspection asks",
}
"""What each sheet is called, in the order of the workbook; a table that is not here gets a name and comes last."""
_CLOSED: Mapping[str, tuple[str, ...]] = {
    "counts_as": COUNTS_AS,
    "confidence": CONFIDENCES,
    "status": STATUSES,
    "sector": tuple(sector for sector, _ in SECTORS),
    "how": HOWS,
}
"""Fields with closed values."""
_NAMES_A = {"from": "level", "to": "level", "together_kind": "evidence_kind"}
"""Fields that name an item of a table whose name is not theirs."""


class Column(Struct, frozen=True, kw_only=True):
    """A column of a sheet."""

    key: str
    """The key in a pack's files, or the name of the table above whose item the row belongs to."""
    kind: str
    """``text`` · ``list`` (one per line) · ``number`` · ``yes-no``."""
    required: bool
    above: bool = False
    """It says which item of the table above the row belongs to."""
    choices: tuple[str, ...] = ()
    """The closed values it can have; empty for any."""
    names: TablePath = ()
    """The table whose ids it names; empty for none."""

    @property
    def title(self) -> str:
        """The words at its head."""
        return self.key.replace("_", " ").capitalize()


class Table(Struct, frozen=True):
    """A sheet: one kind of item, a row each; the head of the pack has its keys below each other."""

    path: TablePath
    name: str
    item: type[Struct]
    columns: tuple[Column, ...]

    @property
    def single(self) -> bool:
        """Whether there is one such item only."""
        return self.path == ("pack",)

    @property
    def above(self) -> tuple[Column, ...]:
        """The columns that say where a row belongs."""
        return tuple(column for column in self.columns if column.above)

    @property
    def own(self) -> tuple[Column, ...]:
        """The columns of the item itself."""
        return tuple(column for column in self.columns if not column.above)


@cache
def pack_tables() -> tuple[Table, ...]:
    """Every sheet of a pack."""
    found = tuple(_tables(AuditPack, (), ()))
    order = {path: at for at, path in enumerate(_NAMES)}
    return tuple(sorted(found, key=lambda table: order.get(table.path, len(order))))


def inner_tables(path: TablePath) -> tuple[Table, ...]:
    """The sheets of what stands inside the items of a table."""
    return tuple(table for table in pack_tables() if table.path[:-1] == path)


def row_key(item: Struct) -> tuple[str, ...]:
    """What an item is called by in the rows of the tables inside it: its id, else the variations it is for."""
    name = getattr(item, "id", None)
    return (name,) if name is not None else (as_cell(getattr(item, "variations", ())),)


def as_cell(value: str | bool | int | tuple[str, ...]) -> str:
    """A value as the text of a cell; the items of a list stand below each other."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, tuple):
        return "\n".join(item.replace("¶", "¶¶").replace("\n\n", _PARAGRAPH) for item in value)
    return str(value)


def items_in(text: str) -> list[str]:
    """The items of a list from the text of a cell."""
    lines = (line.strip() for line in text.split("\n"))
    return [line.replace(_PARAGRAPH, "\n\n").replace("¶¶", "¶") for line in lines if line]


def _tables(item: type[Struct], path: TablePath, above: tuple[Column, ...]) -> Iterator[Table]:
    for field in msgspec.structs.fields(item):
        inner = _item_of(field)
        if inner is None:
            continue
        here = (*path, field.encode_name)
        own = tuple(_column(one) for one in msgspec.structs.fields(inner) if _item_of(one) is None)
        name = _NAMES.get(here, " ".join(here[1:] or here).replace("_", " ").capitalize())
        yield Table(here, name, inner, (*above, *own))
        if any(_item_of(one) for one in msgspec.structs.fields(inner)):
            yield from _tables(inner, here, _columns_below(inner, here, above))


def _columns_below(item: type[Struct], path: TablePath, above: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns by which the rows inside an item say that they belong to it."""
    if path == ("pack",):
        return ()
    column = Column(key=path[-1], kind="text", required=True, above=True, names=path)
    if "id" in item.__struct_fields__:
        return (column,)
    if "variations" not in item.__struct_fields__:
        raise TypeError(f"{item.__name__} has neither id nor variations, so nothing can name it from another sheet")
    return (*above, msgspec.structs.replace(column, kind="list", names=()))


def _column(field: FieldInfo) -> Column:
    key = field.encode_name
    table = _NAMES_A.get(key, key)
    kinds = {str: "text", int: "number", bool: "yes-no"}
    kind = kinds.get(field.type, "list") if isinstance(field.type, type) else "list"
    named = (table,) if kind == "text" and table in _tables_with_ids() else ()
    choices = (YES, NO) if kind == "yes-no" else _CLOSED.get(key, ())
    return Column(key=key, kind=kind, required=field.required, choices=choices, names=named)


@cache
def _tables_with_ids() -> frozenset[str]:
    fields = msgspec.structs.fields(AuditPack)
    items = ((field.encode_name, _item_of(field)) for field in fields)
    return frozenset(name for name, item in items if item is not None and "id" in item.__struct_fields__)


def _item_of(field: FieldInfo) -> type[Struct] | None:
    """The values of a field that holds items of their own; ``None`` for a plain one."""
    kind = (get_args(field.type) or (field.type,))[0]
    return kind if isinstance(kind, type) and issubclass(kind, Struct) else None
