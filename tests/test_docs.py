"""What is written about the program is true: its commands, its files, its links, and the packs it comes with."""

import argparse
import re
import shlex
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from textual.app import App

from compact_tui.cli.groups import GROUPS
from compact_tui.cli.parser import Parser, top_parser
from compact_tui.core.errors import ExitCode, UsageError
from compact_tui.core.problems import say
from compact_tui.services.packs import check_pack
from compact_tui.storage.packs import load_shipped, shipped_packs
from compact_tui.ui.commands import EVERYWHERE
from compact_tui.ui.places import PLACES, screen_class
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.screens.home import HomeScreen
from compact_tui.ui.screens.walk import ON_THE_WAY
from tests.source_tree import ROOT

CHECKED_ON = "2026-12-01"
"""The day on which packs are checked here: a review that is due later is no fault of the code."""
PAGES = tuple(sorted((*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "question_banks").glob("*.md"))))
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = (ROOT / "docs" / "commands.md").read_text("utf-8")
CI = (ROOT / ".ci" / "run").read_text("utf-8")
_PROGRAM = re.compile(r"^compact-tui(?: |$)")
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


@cache
def _parser() -> tuple[Parser, "argparse._SubParsersAction[Parser]"]:
    """The whole command line, every group in full."""
    parser, groups = top_parser()
    for group in GROUPS.values():
        import_module(f"compact_tui.cli.{group.module}").register(groups)
    return parser, groups


def _commands() -> list[str]:
    found = []
    for name, parser in _parser()[1].choices.items():
        found += [f"{name} {verb}" for verb in parser.verbs.choices] if parser.verbs else [name]
    return found


def _examples(text: str) -> list[str]:
    """What pages and help tell a person to type: what stands in backticks, or alone on a line of a block."""
    blocks = re.findall(r"^```\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    inline = re.findall(r"`([^`\n]+)`", re.sub(r"^```\n.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))
    return [
        said for said in (*inline, *(line for block in blocks for line in block.splitlines())) if _PROGRAM.match(said)
    ]


def _told() -> list[tuple[str, str]]:
    pages = [(page.name, example) for page in PAGES for example in _examples(page.read_text("utf-8"))]
    return pages + [("--help", f"compact-tui {group.example}") for group in GROUPS.values()]


def test_every_group_of_the_command_line_has_its_parser() -> None:
    assert set(_parser()[1].choices) == set(GROUPS)


@pytest.mark.parametrize("command", _commands())
def test_every_command_stands_on_the_page_of_commands(command: str) -> None:
    rows = [example for example in _examples(COMMANDS) if f"{example} ".startswith(f"compact-tui {command} ")]

    assert rows, f"docs/commands.md does not say what compact-tui {command} does"


def test_every_group_of_commands_stands_in_the_readme() -> None:
    table = README.partition("## The commands")[2].partition("Exit codes")[0]

    assert [name for name in GROUPS if f"`{name}`" not in table] == []


@pytest.mark.parametrize(("page", "example"), _told(), ids=lambda said: said[:60])
def test_every_command_that_is_told_can_be_typed(page: str, example: str) -> None:
    words = shlex.split(example.partition(" < ")[0], comments=True)[1:]
    if words == ["COMMAND", "--help"] or words[-1:] == ["--help"]:
        words = words[:-1] if words[0] in GROUPS else []

    try:
        _, rest = _parser()[0].parse_known_args(words)
    except UsageError as error:
        pytest.fail(f"{page}: {example}: {error.message}")
    assert rest == [], f"{page}: {example}"


def test_the_exit_codes_in_the_readme_are_those_of_the_program() -> None:
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)}

    assert told == {int(code) for code in ExitCode}


def test_every_key_in_the_readme_does_something() -> None:
    table = README.partition("## The keys")[2].partition("\n## ")[0]
    told = {key for row in re.findall(r"^\| (`.+?) \|", table, re.MULTILINE) for key in re.findall(r"`([^`]+)`", row)}
    screens: tuple[type[CompactScreen], ...] = (HomeScreen, *map(screen_class, PLACES))
    bound = {key for screen in screens for key in _keys(screen)}
    answers = {answer.key for name in shipped_packs() for answer in load_shipped(name).answer}

    assert {"m", "n", "u", "enter", "ctrl+z", "/"} <= told
    assert told - bound - answers == {App.COMMAND_PALETTE_BINDING}


def _keys(screen: type[CompactScreen]) -> Iterator[str]:
    for command in (*screen.COMMANDS_HERE, *ON_THE_WAY, *EVERYWHERE):
        yield from command.key.replace("slash", "/").split(",")


def _lines_of(first: str) -> list[str]:
    return [line for line in README.splitlines() if line.startswith(first)]


def test_the_two_commands_of_the_readme_are_said_for_both_systems() -> None:
    begin, install, then = "python3 -m venv .venv", ".venv/bin/python -m pip install", ".venv/bin/python -m pytest"
    ours = _lines_of(begin)

    assert ours == [
        f"{begin} && {install} . && .venv/bin/compact-tui",
        f'{begin} && {install} -e ".[test]" && {then}',
    ]
    windows = [line.replace("\\", "/").replace("/Scripts/", "/bin/") for line in _lines_of("py -m venv")]
    assert windows == [
        f"py -m venv .venv; {install} .; .venv/bin/python -m compact_tui",
        f'py -m venv .venv; {install} -e ".[test]"; {then}',
    ]


def test_the_checks_run_the_commands_of_the_readme() -> None:
    steps = _lines_of("python3 -m venv")[1].split(" && ")[1:]
    run = [line.removeprefix(".venv/bin/python ") for line in steps]
    lines = [line.split(" 2>&1 ")[0].replace("--quiet ", "") for line in CI.splitlines()]

    assert [f'"$python" {step}' in lines for step in run] == [True, True]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = [link for link in _LINK.findall(page.read_text("utf-8")) if "://" not in link]

    missing = [link for link in links if not (page.parent / link.partition("#")[0]).exists()]

    assert missing == []


def test_every_file_that_a_page_names_is_there() -> None:
    named = re.compile(r"`((?:compact_tui|tests|docs|question_banks|core|cli|ui|storage|exchange|services)/[\w/.-]+)`")
    missing = [
        f"{page.name}: {name}"
        for page in PAGES
        for name in named.findall(page.read_text("utf-8"))
        if not (ROOT / name).exists() and not (ROOT / "compact_tui" / name).exists()
    ]

    assert missing == []


def test_the_changelog_begins_with_what_is_not_released_yet() -> None:
    headings = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)

    assert headings[0] == "[Unreleased]"


@pytest.mark.parametrize("name", shipped_packs())
def test_every_shipped_pack_is_without_mistakes(name: str) -> None:
    assert [say(problem) for problem in check_pack(name, CHECKED_ON).problems] == []
