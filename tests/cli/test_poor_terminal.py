"""Terminals that cannot draw, and computers that know no home."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from compact_tui.cli import main as cli_main
from compact_tui.services import doctor
from compact_tui.services.desk import desk_at
from compact_tui.storage.preferences import preferences_path
from compact_tui.storage.workspace import default_root
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("term", "opened"), [("dumb", "plain"), ("unknown", "plain"), ("DUMB", "plain"), ("linux", "full"), ("", "full")]
)
def test_a_terminal_that_cannot_draw_gets_the_line_by_line_program_and_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, term: str, opened: str
) -> None:
    seen: list[str] = []
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr(cli_main, "at_terminal", lambda: True)

    def opens(name: str) -> Callable[..., int]:
        def open_it(*args: object, **options: object) -> int:
            seen.append(name)
            return 0

        return open_it

    monkeypatch.setattr(cli_main, "open_plain", opens("plain"))
    monkeypatch.setitem(sys.modules, "compact_tui.ui.app", SimpleNamespace(run_app=opens("full")))

    ran = run()

    assert (ran.code, seen) == (0, [opened])
    assert ("--plain" in ran.err) == (opened == "plain")


def test_doctor_names_the_way_for_a_terminal_that_cannot_draw() -> None:
    dumb = doctor.Terminal(is_terminal=True, columns=80, lines=24, colours="none", encoding="utf-8", draws=False)

    (check,) = (check for check in doctor.examine(desk_at(), dumb).checks if check.id == "terminal")

    assert (check.state, check.said) == ("advice", "cannot draw a full screen")
    assert "compact-tui --plain" in check.remedy


def test_where_the_system_knows_no_home_the_present_folder_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_home(*args: object, **options: object) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr("platformdirs.user_documents_path", no_home)
    monkeypatch.setattr("platformdirs.user_config_path", no_home)
    monkeypatch.chdir(tmp_path)

    assert default_root({}, tmp_path) == tmp_path / "Compact audit"
    assert preferences_path({}) == tmp_path / ".compact-tui" / "preferences.json"
