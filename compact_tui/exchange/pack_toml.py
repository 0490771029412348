"""An audit pack as the text files of ``docs/pack-format.md``, written so that a person can go on with them."""

from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any, get_args

import msgspec
from msgspec import Struct

from compact_tui.core.pack import AuditPack, Standard
from compact_tui.core.text import slug

HEAD_FILE = "pack.toml"
_SOURCES_FILE = "sources.toml"
_WIDE = 100
"""Characters after which a text is written on several lines, and how long those become."""


def pack_files(pack: AuditPack) -> Mapping[str, bytes]:
    """The files of a pack's folder by name: head and shared tables, sources, and one for each standard."""
    shared = {
        field.encode_name: getattr(pack, field.name)
        for field in msgspec.structs.fields(pack)
        if field.encode_name not in {"standard", "source"}
    }
    files = {HEAD_FILE: _document(shared)}
    if pack.source:
        files[_SOURCES_FILE] = _document({"source": pack.source})
    for standard in pack.standard:
        files[_unused(standard, files)] = _document({"standard": (standard,)})
    if not pack.standard:
        files[HEAD_FILE] = b"standard = []\n" + files[HEAD_FILE]
    return files


def _unused(standard: Standard, files: Mapping[str, bytes]) -> str:
    name = f"{slug(standard.id, 60)}.toml"
    return name if name not in files else f"standard-{standard.number}-{name}"


def _document(tables: Mapping[str, Any]) -> bytes:
    import tomlkit

    document = tomlkit.document()
    # A scale without levels has to be said, and plain keys stand before tables.
    for name in [name for name, value in tables.items() if value == () and name == "level"]:
        document[name] = []
    for name, value in tables.items():
        if isinstance(value, Struct):
            document[name] = _table(value)
        elif value:
            document[name] = _tables(value)
    return tomlkit.dumps(document).encode()


def _tables(items: tuple[Struct, ...]) -> Any:
    import tomlkit

    tables = tomlkit.aot()
    for item in items:
        tables.append(_table(item))
    return tables


def _table(item: Struct) -> Any:
    """A table with its plain keys first, then the tables inside it; what is as it would be anyway is left out."""
    import tomlkit

    table = tomlkit.table()
    for key, value in _plain_first(item):
        if isinstance(value, tuple) and value and isinstance(value[0], Struct):
            table[key] = _tables(value)
        elif isinstance(value, tuple):
            table[key] = _list(value)
        elif isinstance(value, str):
            table[key] = _text(value)
        else:
            table[key] = value
    return table


def _plain_first(item: Struct) -> Iterator[tuple[str, Any]]:
    fields = sorted(msgspec.structs.fields(item), key=lambda field: issubclass(_item_type(field.type), Struct))
    for field in fields:
        value = getattr(item, field.name)
        if field.required or value != field.default:
            yield field.encode_name, value


def _item_type(kind: Any) -> type:
    item = (get_args(kind) or (kind,))[0]
    return item if isinstance(item, type) else object


def _list(items: tuple[str, ...]) -> Any:
    import tomlkit

    array = tomlkit.array()
    array.extend(_text(item, wrapped=False) for item in items)
    return array.multiline(sum(map(len, items)) > _WIDE)


def _text(text: str, *, wrapped: bool = True) -> Any:
    """A text in quotes; a long one on lines of its own, which reading joins again."""
    import tomlkit
    from tomlkit.items import String, StringType, Trivia

    if not wrapped or (len(text) <= _WIDE and "\n" not in text):
        return tomlkit.string(text)
    paragraphs = (
        "\n".join(wrap(part, _WIDE, break_long_words=False, break_on_hyphens=False)) for part in text.split("\n\n")
    )
    joined = "{}\n".format("\n\n".join(paragraphs))
    quoted = tomlkit.string(joined, multiline=True).as_string()
    # A line that begins right after the quotes is the first of the text.
    return String(StringType.MLB, joined, "\n" + quoted[3:-3], Trivia())
