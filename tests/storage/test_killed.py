"""The program is killed at any instant: what was acknowledged is there, and every file opens."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL and fork")


def _kill(folder: Path, instants: int, seed: int) -> tuple[int, int]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.killing", str(folder / "book.json"), str(instants), str(seed)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    acknowledged, left_over = map(int, done.stdout.split())
    return acknowledged, left_over


def test_every_acknowledged_change_survives_40_kills(tmp_path: Path) -> None:
    acknowledged, left_over = _kill(tmp_path, 40, seed=7)

    assert acknowledged > 40
    assert left_over > 0, "no kill hit a save, so this proved nothing"


@pytest.mark.long
@pytest.mark.timeout(600)
def test_every_acknowledged_change_survives_1000_kills(tmp_path: Path) -> None:
    acknowledged, left_over = _kill(tmp_path, 1000, seed=11)

    assert acknowledged > 1000
    assert left_over > 100
