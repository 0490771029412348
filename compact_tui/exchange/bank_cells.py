"""Values of a question bank as the cells of a spreadsheet's row, and back."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, TypeVar, get_args

import msgspec
from msgspec import Struct
from msgspec.structs import FieldInfo

from compact_tui.exchange.bank_formats import Refused
from compact_tui.exchange.strict_json import NotStrictError, parse

Cells = dict[str, str]
"""Filled cells of a row by the name of their column."""
EMPTY = "\\e"
"""Stands for a text that is empty on purpose where an empty cell would mean something else."""
_LIKE_EMPTY = re.compile(r"\\+e")
_FORMULA = re.compile("'*[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")
"""Begins what a spreadsheet would run instead of show."""
_NUMBERED = re.compile(r"([a-z_]+?)_([1-9]\d{0,2})_([a-z_]+)")
_YES, _NO = {"yes", "true", "1", "x"}, {"no", "false", "0"}

S = TypeVar("S", bound=Struct)


def guarded(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text of a guarded cell."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def flat(value: Struct) -> Cells:
    """The filled cells of a value; the third answer's text is in ``option_3_text``."""
    cells: Cells = {}
    for name, field in _fields(type(value)).items():
        item = getattr(value, name)
        if isinstance(item, tuple) and _items(field) is not str:
            for number, inner in enumerate(item, start=1):
                cells.update({f"{name}_{number}_{key}": cell for key, cell in flat(inner).items()})
        elif cell := _cell(item, field):
            cells[name] = cell
    return cells


def _cell(item: Any, field: FieldInfo) -> str:
    if isinstance(item, bool):
        return "yes" if item else "no"
    if isinstance(item, str):
        return f"\\{item}" if _LIKE_EMPTY.fullmatch(item) else item or ("" if field.default == "" else EMPTY)
    plain = all(one and one == one.strip() and ";" not in one for one in item) and not "".join(item).startswith("[")
    return "; ".join(item) if plain else json.dumps(item, ensure_ascii=False)


def folded(cells: Mapping[str, str], kind: type[S], line: int) -> S:
    """The value of a row.

    Raises:
        Refused: If a cell that is needed is missing, or one does not hold what belongs there.
    """
    numbered: dict[str, dict[int, Cells]] = {}
    for column, cell in cells.items():
        if found := _NUMBERED.fullmatch(column):
            numbered.setdefault(found[1], {}).setdefault(int(found[2]), {})[found[3]] = cell
    made: dict[str, Any] = {}
    for name, field in _fields(kind).items():
        inner = _items(field)
        if inner and inner is not str:
            made[name] = tuple(folded(part, inner, line) for _, part in sorted(numbered.get(name, {}).items()))
        elif name in cells:
            made[name] = _value(cells[name], field, line)
        elif field.required:
            raise Refused(f'The column "{name}" is missing or empty here.', "Fill it in.", line)
    return kind(**made)


def _value(cell: str, field: FieldInfo, line: int) -> object:
    if field.type is bool:
        word = cell.strip().lower()
        if word not in _YES | _NO:
            raise Refused(f'In the column "{field.name}" stands "{cell[:20]}".', "Write yes or no.", line)
        return word in _YES
    if field.type is str:
        return "" if cell == EMPTY else cell[1:] if _LIKE_EMPTY.fullmatch(cell) else cell
    if not cell.startswith("["):
        return tuple(part for one in cell.split(";") if (part := one.strip()))
    try:
        return msgspec.convert(parse(cell.encode("utf-8", "replace")), tuple[str, ...])
    except (NotStrictError, msgspec.ValidationError) as error:
        what = f'The list in the column "{field.name}" cannot be read.'
        raise Refused(what, "Write its words with ; between them.", line) from error


def columns_of(rows: Iterable[Cells], kinds: Iterable[type[Struct]]) -> tuple[str, ...]:
    """Names of the columns that rows need, in the order of the fields of what they hold."""
    most: dict[str, int] = {}
    for row in rows:
        for column in row:
            if found := _NUMBERED.fullmatch(column):
                most[found[1]] = max(most.get(found[1], 0), int(found[2]))
    return tuple(dict.fromkeys(column for kind in kinds for column in _columns(kind, most)))


def _columns(kind: type[Struct], most: Mapping[str, int]) -> Iterable[str]:
    for name, field in _fields(kind).items():
        inner = _items(field)
        if not inner or inner is str:
            yield name
        else:
            yield from (f"{name}_{at}_{key}" for at in range(1, most.get(name, 0) + 1) for key in _fields(inner))


def is_column(name: str, kinds: Iterable[type[Struct]]) -> bool:
    """Whether a column of this name can hold anything of these kinds."""
    found = _NUMBERED.fullmatch(name)
    for kind in kinds:
        field = _fields(kind).get(found[1] if found else name)
        inner = _items(field) if field else None
        nested = inner is not None and inner is not str
        if field and (bool(found) == nested) and (not found or found[3] in _fields(inner)):
            return True
    return False


@cache
def _fields(kind: Any) -> Mapping[str, FieldInfo]:
    return {field.name: field for field in msgspec.structs.fields(kind)}


def _items(field: FieldInfo) -> Any:
    """The type of a list's items; ``None`` for what is no list."""
    return next(iter(get_args(field.type)), None)
