"""The program's own files, read once: what each module imports, and the words that stand in it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
LAYERS = ("core", "storage", "exchange", "services", "ui", "plain", "cli", "__main__")


class Import(NamedTuple):
    """One import, wherever in the file it stands."""

    line: int
    module: str
    """Its full name; of ``from package import module`` the name of the module."""


class Source(NamedTuple):
    """One Python file."""

    path: Path
    module: str
    layer: str
    """The part of the house; empty for the package itself."""
    text: str

    @property
    def tree(self) -> ast.Module:
        """What the text says to Python."""
        return _parsed(self)

    @property
    def name(self) -> str:
        """The file, as a message names it."""
        return self.path.relative_to(ROOT).as_posix()


@cache
def package_sources() -> tuple[Source, ...]:
    """Every Python file of the program."""
    return tuple(_read(path) for path in sorted((ROOT / "compact_tui").rglob("*.py")))


@cache
def other_sources() -> tuple[Source, ...]:
    """Every Python file of the question banks and the tests."""
    return tuple(_read(path) for name in ("question_banks", "tests") for path in sorted((ROOT / name).rglob("*.py")))


def _read(path: Path) -> Source:
    text = path.read_text("utf-8")
    parts = path.relative_to(ROOT).with_suffix("").parts
    layer = parts[1] if parts[0] == "compact_tui" and parts[1] in LAYERS else ""
    module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Source(path, module, layer, text)


@cache
def _parsed(source: Source) -> ast.Module:
    return ast.parse(source.text, str(source.path))


@cache
def imports(source: Source) -> tuple[Import, ...]:
    """What a file imports, inside its functions and for type checkers too."""
    return tuple(_imports(source))


def _imports(source: Source) -> Iterator[Import]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from (Import(node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = source.module.split(".")[: -node.level] if node.level else []
            base = ".".join([*package, *([node.module] if node.module else [])])
            for alias in node.names:
                whole = f"{base}.{alias.name}"
                yield Import(node.lineno, whole if _is_module(whole) else base)


def _is_module(name: str) -> bool:
    path = ROOT.joinpath(*name.split("."))
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


def layer_of(module: str) -> str:
    """The part of the house that a module of ours belongs to; empty for the package itself."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def words_in(source: Source) -> Iterator[tuple[int, str]]:
    """The texts of a file that are no docstrings, each with its line."""
    docstrings = {id(node.value) for node in ast.walk(source.tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value
