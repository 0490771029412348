"""Finding the command, and saying what went wrong."""

import re
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from compact_tui import __version__
from compact_tui.cli import main as cli_main
from compact_tui.cli.groups import GROUPS
from compact_tui.services import home
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("argv", "message", "hint"),
    [
        (("audti",), 'There is no command "audti".', 'Did you mean "audit"?'),
        (("qqqq",), 'There is no command "qqqq".', "compact-tui --help lists the commands."),
        (("audit",), "compact-tui audit needs a verb.", "There is start, list, show"),
        (("audit", "shwo"), 'compact-tui audit has no "shwo".', 'Did you mean "show"?'),
        (("schema", "retrun"), 'compact-tui schema has no "retrun".', 'Did you mean "return"?'),
        (("status", "--jsn"), 'compact-tui status does not take "--jsn".', 'Did you mean "--json"?'),
        (("status", "--js"), 'compact-tui status does not take "--js".', "--json"),
        (("evidence", "add", "--titel", "x"), "--titel", 'Did you mean "--title"?'),
        (("audit", "list", "more"), 'compact-tui audit list does not take "more".', "--help"),
        (("audit", "answer", "1.1"), "The following arguments are required: ANSWER.", "audit answer --help"),
        (("audit", "answer", "1.1", "met", "--note", "-x"), "--note", "--note=-x"),
        (("return", "sent", "r-1"), "--on", "return sent --help"),
        (("--workspace", "", "status"), "--workspace needs the name of a folder.", "usual folder"),
    ],
)
def test_wrong_usage_is_told_on_standard_error_with_the_nearest_word(
    run: Run, argv: tuple[str, ...], message: str, hint: str
) -> None:
    ran = run(*argv)

    assert (ran.code, ran.out) == (2, "")
    first, second = ran.err.splitlines()
    assert message in first
    assert hint in second


@pytest.mark.parametrize("argv", [("--json", "audti"), ("audit", "shwo", "--json"), ("evidence", "list", "--json")])
def test_standard_output_stays_empty_on_error_with_json_too(run: Run, argv: tuple[str, ...]) -> None:
    ran = run(*argv)

    assert (ran.code, ran.out) == (2, "")


@pytest.mark.parametrize("argv", [("--version",), ("--version", "--plain"), ("--version", "status")])
def test_the_version_is_told(run: Run, argv: tuple[str, ...]) -> None:
    assert run(*argv).out == f"compact-tui {__version__}\n"


def test_help_names_every_command_with_its_example(run: Run) -> None:
    ran = run("--help")

    assert ran.code == 0
    for group in GROUPS.values():
        assert re.search(rf"^  {group.name} +{re.escape(group.help)}$", ran.out, re.MULTILINE)
        assert f"compact-tui {group.example}" in ran.out
    assert "{" not in ran.out


_VERBS = {
    "audit": "start list show answer grade summary history undo redo",
    "evidence": "add list show remove",
    "action": "add list remove",
    "return": "make show verify sent receipt",
    "pack": "list show lint",
}


@pytest.mark.parametrize("name", GROUPS)
def test_every_parser_has_help_with_the_shared_options_and_an_example(run: Run, name: str) -> None:
    for verb in ("", *_VERBS.get(name, "").split()):
        ran = run(name, *([verb] if verb else []), "--help")

        assert ran.code == 0
        assert f"Example: compact-tui {name}" in ran.out
        for flag in ("--workspace DIR", "--audit ID", "--json", "--plain", "--ascii"):
            assert flag in ran.out
        if not verb:
            assert all(f"    {known} " in ran.out for known in _VERBS.get(name, "").split())


def test_no_option_may_be_shortened(run: Run) -> None:
    for argv in (("--works", "x", "status"), ("status", "--plai"), ("audit", "answer", "1.1", "met", "--rea", "x")):
        assert run(*argv).code == 2


def test_interrupting_ends_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(desk: object, **options: bool) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(home, "home", interrupted)
    ran = run("status", "--json")

    assert (ran.code, ran.out) == (130, "")
    assert "stays saved" in ran.err


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    def fails(desk: object, **options: bool) -> None:
        raise ZeroDivisionError("a \ud800 surrogate")

    monkeypatch.setattr(home, "home", fails)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))
    return tmp_path / "temp"


def test_a_fault_of_the_program_says_so_and_where_its_traceback_is(run: Run, faulty: Path) -> None:
    faulty.mkdir()

    ran = run("status", "--json")

    assert (ran.code, ran.out) == (4, "")
    (kept,) = faulty.glob("compact-tui-fault-*.txt")
    assert "fault of the program" in ran.err
    assert "saved is safe" in ran.err
    assert str(kept) in ran.err
    assert "ZeroDivisionError" in kept.read_text("utf-8")
    assert "ZeroDivisionError" not in ran.err


def test_a_fault_whose_traceback_cannot_be_kept_is_told_on_the_spot(run: Run, faulty: Path) -> None:
    ran = run("status")

    assert (ran.code, ran.out) == (4, "")
    assert "ZeroDivisionError" in ran.err


def test_without_a_terminal_and_a_command_the_status_is_told_and_how_to_start(started: Run) -> None:
    ran = started()

    assert ran.code == 0
    assert ran.out.splitlines()[0] == "Brolly House"
    assert ran.out.splitlines()[5].startswith("To start, run compact-tui in a terminal window")


def test_without_a_command_plain_opens_the_line_by_line_program(started: Run) -> None:
    ran = started("--plain", stdin=b"q\n")

    assert (ran.code, ran.err) == (0, "")
    assert "Home. What next?\n1. Begin with standard 1, " in ran.out
    assert ran.out.endswith("> Everything is saved. Goodbye.\n")


def test_without_a_command_json_gives_the_status_as_data(started: Run) -> None:
    assert started("--json").data["setting"] == "Brolly House"


def _at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    opened: list[tuple[object, ...]] = []

    def run_app(root: Path | None = None, *, ascii_only: bool = False, audit: str = "", who: str = "") -> int:
        opened.append((root, ascii_only, audit, who))
        return 0

    monkeypatch.setitem(sys.modules, "compact_tui.ui.app", SimpleNamespace(run_app=run_app))
    monkeypatch.delenv("TERM", raising=False)
    monkeypatch.setattr(cli_main, "at_terminal", lambda: True)
    monkeypatch.setattr("compact_tui.cli.demo.at_terminal", lambda: True)
    return opened


def test_in_a_terminal_the_full_screen_opens_with_the_options_given(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = _at_a_terminal(monkeypatch)

    assert run().code == 0
    assert run("--workspace", str(tmp_path), "--ascii", "--audit", "a-9", "--by", "Head").code == 0
    assert opened == [(None, False, "", ""), (tmp_path, True, "a-9", "Head")]


def test_the_demonstration_opens_in_a_terminal_unless_told_not_to(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = _at_a_terminal(monkeypatch)
    monkeypatch.setattr("compact_tui.services.demo.demo", lambda desk: desk.workspace.root)

    assert run("demo", str(tmp_path / "one")).code == 0
    assert run("demo", str(tmp_path / "two"), "--no-open").code == 0
    assert run("demo", str(tmp_path / "three"), "--json").data == {"folder": str(tmp_path / "three")}
    assert opened == [(tmp_path / "one", False, "", "")]


def test_help_says_what_can_be_chosen_and_parts_no_word_that_is_typed(run: Run) -> None:
    said = run("setup", "--help").out

    assert "Kind of setting. One of: primary-school, secondary-school," in " ".join(said.split())
    assert not [line for line in said.splitlines() if line.endswith("-")]
    assert "--due DATE" in said
