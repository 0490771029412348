"""The program as a process: every group once, what is imported, and what happens to its streams."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from compact_tui import __version__
from compact_tui.cli.groups import GROUPS
from tests.cli.conftest import Run
from tests.services.test_requests import file_of, request

PROGRAM = (sys.executable, "-m", "compact_tui")
READING = (
    *(("status",), ("where",), ("doctor",), ("find", "ticket"), ("schema", "return")),
    *(("audit", "list"), ("audit", "show"), ("audit", "show", "2"), ("audit", "history")),
    *(("evidence", "list"), ("action", "list"), ("pack", "list"), ("pack", "show"), ("pack", "lint")),
)
_WATCH = """
import sys
from compact_tui.cli.main import main
heavy = ("textual", "rich", "questionary", "prompt_toolkit", "jinja2", "compact_tui.ui")
for argv in {commands}:
    code = main([*argv, "--json"])
    found = [name for name in heavy if name in sys.modules]
    print(code, found, argv, file=sys.stderr)
"""


def _run(*argv: str, stdin: bytes | None = None, **environ: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAM, *argv], env={**os.environ, **environ}, input=stdin, capture_output=True, check=False, timeout=30
    )


@pytest.mark.parametrize("name", GROUPS)
def test_every_group_runs_as_a_process(started: Run, tmp_path: Path, name: str) -> None:
    assert started("audit", "answer", "1.2", "in-hand").code == 0
    assert started("action", "add", "--what", "Buy rolls", "--by", "2026-12-18").code == 0
    made = started("return", "make", "--json").data["return_file"] if name == "return" else ""
    commands = {
        "demo": ("demo", str(tmp_path / "demo"), "--no-open"),
        "setup": ("setup", "--due", "2026-12-18"),
        "audit": ("audit", "answer", "1.1", "in-hand", "--note", "-"),
        "evidence": ("evidence", "add", "--title", "Roll", "--for", "1.1"),
        "action": ("action", "add", "--what", "Buy", "--by", "2026-12-18", "--for", "1.1"),
        "find": ("find", "ticket"),
        "return": ("return", "verify", made),
        "open": ("open", file_of(tmp_path, request()), "--dry-run"),
        "schema": ("schema", "return"),
        "pack": ("pack", "list"),
        "backup": ("backup", "list"),
        "erase": ("erase", "ticket roll", "--dry-run"),
        "bank": ("bank", "list"),
        "spot-check": ("spot-check", "next", "--role", "Porters"),
        "board": ("board", "list"),
        "agency-audit": ("agency-audit", "list"),
        "partnership": ("partnership", "start", "--name", "Brolly board", "--area", "Wetton", "--cycle", "2026-2028"),
    }

    ran = _run(*commands.get(name, (name,)), "--json", stdin="é".encode())

    assert (ran.returncode, ran.stderr) == (0, b"")
    assert json.loads(ran.stdout) not in ([], {}, None)


def test_the_version_needs_no_parser() -> None:
    script = "import sys; sys.argv[1:] = ['--version']\nfrom compact_tui.__main__ import run\n"
    script += "code = run(); print(code, 'argparse' in sys.modules, 'msgspec' in sys.modules)"

    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)

    assert ran.stdout == f"compact-tui {__version__}\n0 False False\n"


def test_no_reading_command_imports_what_only_screens_and_pages_need(started: Run) -> None:
    script = _WATCH.format(commands=READING)

    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)

    assert ran.stderr.splitlines() == [f"0 [] {argv}" for argv in READING]
    assert [bool(json.loads(line)) for line in ran.stdout.splitlines()] == [
        argv not in {("evidence", "list"), ("action", "list")} for argv in READING
    ]


def test_only_the_group_that_is_asked_for_is_imported(started: Run) -> None:
    script = "import sys; from compact_tui.cli.main import main; main(['where', '--json'])\n"
    script += "print([m for m in sys.modules if m.startswith('compact_tui.cli.')], file=sys.stderr)"

    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)

    loaded = {name.removeprefix("compact_tui.cli.") for name in eval(ran.stderr)}
    assert loaded == {"main", "common", "groups", "output", "parser", "where"}


def test_a_reader_that_has_gone_away_is_no_error(started: Run) -> None:
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    command, pipe = [*PROGRAM, "audit", "show"], subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, env=buffered) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()

    assert (process.returncode, said) == (0, b"")


def test_output_into_a_pipe_is_utf_8_whatever_the_locale(started: Run) -> None:
    started("audit", "answer", "1.1", "in-hand", "--note", "Жэк ☂")

    ran = _run("audit", "show", "1", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")

    assert ran.returncode == 0
    assert "Note: Жэк ☂" in ran.stdout.decode("utf-8")


def test_an_error_of_a_process_is_on_standard_error_only(started: Run) -> None:
    ran = _run("audit", "answer", "1.9", "in-hand", "--json")

    assert (ran.returncode, ran.stdout) == (2, b"")
    assert ran.stderr.decode().splitlines()[0] == 'There is no criterion "1.9".'
