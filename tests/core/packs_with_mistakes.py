"""Builders: the small pack as plain data, and edits that put one thing wrong in it."""

from collections.abc import Callable
from pathlib import Path as FilePath
from typing import Any

import msgspec

from compact_tui.core.pack import AuditPack
from compact_tui.core.pack_lint import lint
from compact_tui.core.problems import Path, Problem
from compact_tui.storage.packs import read_pack

TODAY = "2026-11-22"
Edit = Callable[[Any], object]


def small() -> Any:
    pack, _ = read_pack(FilePath(__file__).parents[1] / "fixtures" / "small-pack")
    return msgspec.json.decode(msgspec.json.encode(pack))


def linted(plain: Any, today: str = TODAY) -> tuple[Problem, ...]:
    return lint(msgspec.convert(plain, AuditPack), today)


def put(path: Path, value: object) -> Edit:
    """An edit that puts a value at a path."""

    def edit(plain: Any) -> None:
        for step in path[:-1]:
            plain = plain[step]
        plain[path[-1]] = value

    return edit


def drop(path: Path) -> Edit:
    """An edit that takes an item out of a list."""

    def edit(plain: Any) -> None:
        for step in path[:-1]:
            plain = plain[step]
        del plain[path[-1]]

    return edit


def add(path: Path, value: object) -> Edit:
    """An edit that adds an item to a list."""

    def edit(plain: Any) -> None:
        for step in path:
            plain = plain[step]
        plain.append(value)

    return edit
