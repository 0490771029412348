"""The house: what may import what, how large things may be, and what never stands in code."""

import ast
import json
import os
import re
import subprocess
import sys
import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from compact_tui.core.pack_head import Value
from compact_tui.services.packs import list_packs, show_pack
from compact_tui.storage.preferences import preferences_path
from compact_tui.storage.workspace import default_root
from tests.source_tree import LAYERS, ROOT, Source, imports, layer_of, other_sources, package_sources, words_in

MAY_IMPORT = {
    "core": {"core"},
    "storage": {"storage", "core"},
    "exchange": {"exchange", "core"},
    "services": {"services", "storage", "exchange", "core"},
    "ui": {"ui", "services", "core"},
    "plain": {"plain", "services", "core"},
    "cli": {"cli", "ui", "plain", "services", "core"},
    "__main__": {"cli"},
}
"""The arrows. The package itself, which holds the version, may be asked by all but ``core``."""
OFFICE = {"xlsxwriter", "openpyxl", "defusedxml", "docx", "tomlkit", "olefile"}
"""Libraries of outside formats, each imported where it is used."""
FOREIGN = {
    "core": {"msgspec"},
    "storage": {"msgspec", "tinydb", "filelock", "platformdirs"},
    "exchange": {"msgspec", "jinja2", "icalendar", *OFFICE},
    "services": {"msgspec"},
    "ui": {"msgspec", "textual", "rich"},
    "plain": {"msgspec"},
    "cli": {"msgspec", "rich", "questionary"},
    "__main__": set[str](),
    "": set[str](),
}
"""What is not ours and may be imported in each part."""
NOT_PURE = {
    "os",
    "io",
    "pathlib",
    "shutil",
    "tempfile",
    "glob",
    "time",
    "random",
    "secrets",
    "uuid",
    "socket",
    "subprocess",
}
ASKS_THE_WORLD = {"open", "input", "print", "now", "utcnow", "today", "read_text", "write_text", "read_bytes", "getenv"}
SLOW = {"textual", "rich", "questionary", "prompt_toolkit", "jinja2", "asyncio", "icalendar"}
SLOW |= OFFICE - {"docx"}
"""What costs time and is imported where it is used, outside ``ui``."""
LONGEST_MODULE = 300
LONGEST_APP = 150
MOST_METHODS = 15
SOURCES = package_sources()


def _named(source: Source) -> str:
    return source.module


class Alone(NamedTuple):
    """A module that was imported alone in a fresh process."""

    brought: frozenset[str]
    wrong: str

    def packages(self) -> set[str]:
        """The packages that it brought which are neither Python's nor ours."""
        top = {name.partition(".")[0] for name in self.brought}
        return {name for name in top if name not in sys.stdlib_module_names and name != "compact_tui"}


def _modules_of(*parts: str) -> list[str]:
    return [source.module for source in SOURCES if source.layer in parts]


def _alone(modules: list[str], *before: str) -> dict[str, Alone]:
    """Import each module in a process that holds nothing but Python, and what is named to be there before.

    That is libraries, and parts further down: each module of theirs is imported alone by a test of its own, and by
    the arrows none of them imports one from further up.
    """
    named = [word for name in before for word in ("--with", name)]
    ran = subprocess.run(
        [sys.executable, "-m", "tests.alone", *named, *modules], cwd=ROOT, capture_output=True, text=True, check=True
    )
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    return {row["module"]: Alone(frozenset(row["brought"]), row["wrong"]) for row in rows}


def test_every_part_of_the_house_has_its_arrows() -> None:
    assert {source.layer for source in SOURCES} - {""} <= set(MAY_IMPORT) == set(LAYERS)


@pytest.mark.parametrize("source", SOURCES, ids=_named)
def test_a_module_imports_only_what_the_arrows_allow(source: Source) -> None:
    against = []
    for line, module in imports(source):
        top = module.partition(".")[0]
        if top == "compact_tui":
            part = layer_of(module)
            allowed = part in MAY_IMPORT.get(source.layer, set()) or (not part and source.layer != "core")
        else:
            allowed = top in sys.stdlib_module_names or top in FOREIGN[source.layer]
        if not allowed:
            against.append(f"{source.name}:{line} imports {module}")
    assert against == []


@pytest.mark.parametrize("source", [s for s in SOURCES if s.layer == "core"], ids=_named)
def test_core_asks_nothing_of_the_world(source: Source) -> None:
    taken = [f"{source.name}:{line} imports {module}" for line, module in imports(source) if module in NOT_PURE]
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in ASKS_THE_WORLD:
                taken.append(f"{source.name}:{node.lineno} calls {name}")
    assert taken == []


def test_every_module_of_core_can_be_imported_alone_and_brings_only_msgspec_and_core() -> None:
    core = _modules_of("core")

    alone = _alone(core, "msgspec")

    assert len(core) > 20
    assert {name: one.wrong for name, one in alone.items() if one.wrong} == {}
    assert {name: one.packages() for name, one in alone.items() if name and one.packages()} == {}
    ours = {other for name in core for other in alone[name].brought if other.startswith("compact_tui")}
    assert {layer_of(other) for other in ours} == {"", "core"}


def test_every_module_can_be_imported_alone_and_only_the_full_screen_ones_bring_what_is_slow() -> None:
    quiet = [source.module for source in SOURCES if source.layer not in {"ui", "core"}]

    alone = _alone(quiet, "msgspec", "tinydb", "filelock", "platformdirs", *_modules_of("core"))

    assert set(alone) == {"", *quiet}
    assert {name: one.wrong for name, one in alone.items() if one.wrong} == {}
    slow = {name: SLOW & {other.partition(".")[0] for other in one.brought} for name, one in alone.items()}
    assert {name: found for name, found in slow.items() if found} == {}


def test_every_module_of_the_full_screen_can_be_imported_alone() -> None:
    screens = _modules_of("ui")

    alone = _alone(screens, "textual.app", "textual.widgets", "textual.widgets.text_area", *_modules_of("services"))

    assert set(alone) == {"", *screens}
    assert {name: one.wrong for name, one in alone.items() if one.wrong} == {}


def test_no_screen_imports_a_screen() -> None:
    bases = ("base", "walk", "writing", "settling", "records", "form_place", "agency_place")
    shared = {f"compact_tui.ui.screens.{base}" for base in bases}
    screens = [source for source in SOURCES if source.module.startswith("compact_tui.ui.screens.")]
    crossing = [
        f"{source.name}:{line} imports {module}"
        for source in screens
        for line, module in imports(source)
        if module.startswith("compact_tui.ui.screens.") and module not in shared
    ]

    assert len(screens) > 5
    assert crossing == []


@pytest.mark.parametrize("source", SOURCES, ids=_named)
def test_a_module_and_its_classes_stay_small(source: Source) -> None:
    longest = LONGEST_APP if source.module == "compact_tui.ui.app" else LONGEST_MODULE
    too_large = []
    lines = source.text.count("\n")
    if lines > longest:
        too_large.append(f"{source.name} has {lines} lines, at most {longest}")
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef):
            methods = sum(map(_is_public_method, node.body))
            if methods > MOST_METHODS:
                too_large.append(f"{source.name}: {node.name} has {methods} public methods, at most {MOST_METHODS}")
    assert too_large == []


def _is_public_method(part: ast.stmt) -> bool:
    if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
        is_property = any(isinstance(mark, ast.Name) and mark.id == "property" for mark in part.decorator_list)
        return not part.name.startswith("_") and not is_property
    return False


@cache
def _ids_of_shipped_packs() -> tuple[re.Pattern[str], frozenset[str]]:
    """A pattern of the ids of standards and criteria, and the ids of levels.

    A level id that is also the name of a field of a pack, such as ``good``, cannot be told from that name.
    """
    packs = [show_pack(line.id, variation=variation) for line in list_packs() for variation in line.variations]
    parts = {standard.id for pack in packs for standard in pack.standard}
    parts |= {criterion.id for pack in packs for standard in pack.standard for criterion in standard.criterion}
    fields = {field.encode_name for kind in Value.__subclasses__() for field in msgspec.structs.fields(kind)}
    levels = {level.id for pack in packs for level in pack.level} - fields
    return re.compile(
        rf"(?<![\w-])({'|'.join(map(re.escape, sorted(parts, key=len, reverse=True)))})(?![\w-])"
    ), frozenset(levels)


def test_the_ids_of_the_shipped_pack_are_known_to_this_test() -> None:
    parts, levels = _ids_of_shipped_packs()

    assert parts.search('show("s03")')
    assert parts.search("see s03-record-of-checks") is not None
    assert {"outstanding", "inadequate"} <= levels


@pytest.mark.parametrize("source", SOURCES, ids=_named)
def test_no_id_of_a_shipped_pack_stands_in_code(source: Source) -> None:
    parts, levels = _ids_of_shipped_packs()

    found = [
        f"{source.name}:{line} {text!r}" for line, text in words_in(source) if parts.search(text) or text in levels
    ]

    assert found == []


def test_nothing_the_program_shows_is_two_cells_wide_or_an_emoji() -> None:
    kinds = ("*.py", "*.tcss", "*.toml", "*.j2", "*.md")
    paths = [
        path
        for name in ("compact_tui", "question_banks", "docs")
        for kind in kinds
        for path in (ROOT / name).rglob(kind)
    ]
    paths += ROOT.glob("*.md")
    wide = [
        f"{path.relative_to(ROOT)}:{number} U+{ord(sign):04X}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        for sign in line
        if unicodedata.east_asian_width(sign) in "WF" or sign == "\ufe0f" or ord(sign) >= 0x1F000
    ]

    assert len(paths) > 100
    assert wide == []


@pytest.mark.parametrize("source", SOURCES + other_sources(), ids=_named)
def test_no_error_is_caught_blindly(source: Source) -> None:
    blind = []
    for node in ast.walk(source.tree) if "except" in source.text else ():
        if isinstance(node, ast.ExceptHandler):
            names = {getattr(kind, "id", "") for kind in ast.walk(node.type)} if node.type else {"everything"}
            passes = all(isinstance(step, ast.Pass) for step in node.body)
            if node.type is None or (passes and names & {"Exception", "BaseException"}):
                blind.append(f"{source.name}:{node.lineno}")
    assert blind == []


def test_no_test_can_touch_the_files_of_the_person_who_runs_it(tmp_path: Path) -> None:
    folders = default_root(os.environ, Path.home()), preferences_path(os.environ)

    assert [folder.is_relative_to(tmp_path) for folder in folders] == [True, True]
