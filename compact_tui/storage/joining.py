"""Several TOML files as one: tables of the same name joined, with the file and line that each item came from."""

from collections.abc import Mapping

from msgspec import Struct

from compact_tui.core.problems import Path, Place, Problem
from compact_tui.storage.locate import line_index, line_of


class TomlText(Struct, frozen=True):
    """The text of one file."""

    file: str
    text: str


class Joined:
    """The contents of several files as one."""

    def __init__(self) -> None:
        self.contents: dict[str, object] = {}
        self._head = ""
        self._owners: dict[str, TomlText] = {}
        self._origins: dict[tuple[str, int], tuple[TomlText, int]] = {}
        self._indexes: dict[str, Mapping[Path, int]] = {}

    def add(self, contents: Mapping[str, object], text: TomlText) -> tuple[Problem, ...]:
        """Add a file: lists are made longer, anything else may stand in one file only."""
        self._head = self._head or text.file
        problems = []
        for key, value in contents.items():
            there = self.contents.setdefault(key, [] if isinstance(value, list) else value)
            owner = self._owners.setdefault(key, text)
            if isinstance(there, list) and isinstance(value, list):
                self._origins.update({(key, len(there) + at): (text, at) for at in range(len(value))})
                there.extend(value)
            elif owner is not text:
                what = f'"{key[:40]}" stands in {owner.file} already.'
                line = self._line(text, (key,))
                problems.append(Problem(what=what, remedy="Keep one of the two.", file=text.file, line=line))
        return tuple(problems)

    def sort_by_number(self, key: str) -> None:
        """Bring a list into the order of its items' numbers; those without one come last."""
        items = self.contents.get(key)
        if not isinstance(items, list):
            return
        order = sorted(range(len(items)), key=lambda at: _number(items[at]))
        came_from = [self._origins[key, at] for at in order]
        self.contents[key] = [items[at] for at in order]
        self._origins.update({(key, at): origin for at, origin in enumerate(came_from)})

    def locate(self, path: Path) -> Place:
        """The file and line of a path, or of the nearest thing around it."""
        name = path[0] if path else ""
        if not isinstance(name, str) or name not in self._owners:
            return Place(self._head)
        if len(path) > 1 and isinstance(path[1], int) and (name, path[1]) in self._origins:
            text, at = self._origins[name, path[1]]
            return Place(text.file, self._line(text, (name, at, *path[2:])))
        owner = self._owners[name]
        return Place(owner.file, self._line(owner, path))

    def _line(self, text: TomlText, path: Path) -> int:
        """Texts are looked through once, and only when there is something to say about them."""
        if text.file not in self._indexes:
            self._indexes[text.file] = line_index(text.text)
        return line_of(self._indexes[text.file], path)


def _number(item: object) -> tuple[bool, int]:
    number = item.get("number") if isinstance(item, dict) else None
    return (False, number) if isinstance(number, int) else (True, 0)
