"""Runs commands in this process, on a workspace of their own and with a fixed clock."""

import io
import itertools
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

import msgspec
import pytest

from compact_tui.cli.main import main
from compact_tui.services import desk as desks
from compact_tui.services.desk import Desk

SMALL_PACK = Path(__file__).parents[1] / "fixtures" / "small-pack"
NOW = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)


class Ran(msgspec.Struct, frozen=True):
    """What a command ended with and printed."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """What it printed, decoded."""
        assert self.out.endswith("\n")
        assert self.out.count("\n") == 1
        return json.loads(self.out)


class Run(Protocol):
    """Runs a command."""

    def __call__(self, *argv: str, stdin: bytes = b"") -> Ran: ...


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "Compact audit"
    monkeypatch.setenv("COMPACT_TUI_WORKSPACE", str(folder))
    monkeypatch.setenv("COMPACT_TUI_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("TZ", "UTC")
    return folder


@pytest.fixture
def run(workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    usual, numbers = desks.desk_at, itertools.count(1)

    def fixed(root: Path | None = None, *, who: str = "") -> Desk:
        desk = usual(root, who=who)
        return msgspec.structs.replace(desk, now=lambda: NOW, new_id=lambda prefix: f"{prefix}-{next(numbers)}")

    def run_one(*argv: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsys.readouterr()
        code = main(argv)
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    monkeypatch.setattr(desks, "desk_at", fixed)
    return run_one


@pytest.fixture
def started(run: Run) -> Run:
    """A setting and an audit of the small pack, whose id is ``a-3``."""
    assert run("setup", "--name", "Brolly House", "--sector", "education").code == 0
    assert run("audit", "start", "--pack", str(SMALL_PACK), "--cycle", "2026").code == 0
    return run
