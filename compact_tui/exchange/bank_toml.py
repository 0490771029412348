"""A question bank as TOML, written so that its owner can go on with it in any editor."""

import json
from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from compact_tui.core.bank import QuestionBank


def encode(bank: QuestionBank, comments: Iterable[str] = ()) -> bytes:
    """A bank as UTF-8 TOML; what is as it would be anyway is left out.

    Args:
        bank: The bank.
        comments: Lines to stand above it.
    """
    lines = [f"# {line}".rstrip() for comment in comments for line in (comment.splitlines() or [""])]
    lines += ["", "[bank]"] if lines else ["[bank]"]
    lines += _table(bank.bank, "bank")
    for source in bank.source:
        lines += ["", "[[source]]", *_table(source, "source")]
    for question in bank.question:
        lines += ["", "[[question]]", *_table(question, "question")]
    return ("\n".join(lines) + "\n").encode()


def _table(item: Struct, name: str) -> Iterator[str]:
    """The keys of a table, then the tables inside it."""
    inside: list[tuple[str, tuple[Struct, ...]]] = []
    for field in msgspec.structs.fields(item):
        value = getattr(item, field.name)
        if value == field.default:
            continue
        if isinstance(value, tuple) and value and isinstance(value[0], Struct):
            inside.append((field.encode_name, value))
        else:
            yield f"{field.encode_name} = {_value(value)}"
    for key, items in inside:
        for one in items:
            yield f"[[{name}.{key}]]"
            yield from _table(one, f"{name}.{key}")


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_value(item) for item in value)}]"
    # JSON writes texts, numbers and truth as TOML does, but for the one control character that it lets through.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
