"""The program is killed between two answers: the round is gone on with, and nothing that was heard is lost."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from compact_tui.services import spot_checks
from compact_tui.services.spot_books import all_heard
from tests.asking import asking_desk

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
_ASKS = """
import sys, time
from pathlib import Path
from compact_tui.services import spot_checks
from tests.asking import asking_desk

desk = asking_desk(Path(sys.argv[1]), who="Head", name=sys.argv[2])
page = spot_checks.question_page(desk, sys.argv[3]) if sys.argv[3:] else spot_checks.begin(desk, "Porters", seed=1)
spot_checks.hear(desk, page.check, page.question, points=[page.rows[0].id], note=f"heard by {sys.argv[2]}")
spot_checks.hear(desk, page.check, page.question, level="partial")
print(page.check, page.question, flush=True)
time.sleep(60)
"""


def _asks_until_killed(folder: Path, name: str, *check: str) -> list[str]:
    """Let a process of its own ask one question, and kill it as soon as it says that the answer is kept."""
    child = subprocess.Popen(
        [sys.executable, "-c", _ASKS, str(folder), name, *check], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert child.stdout is not None
        said = child.stdout.readline().split()
    finally:
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        if child.stdout is not None:
            child.stdout.close()
    assert child.returncode == -signal.SIGKILL
    return said


@pytest.mark.timeout(240)
def test_a_round_that_was_killed_between_answers_is_gone_on_with(tmp_path: Path) -> None:
    folder = tmp_path / "ws"
    check, first = _asks_until_killed(folder, "one")
    again, second = _asks_until_killed(folder, "two", check)

    desk = asking_desk(folder, name="three")
    third = spot_checks.question_page(desk, check)
    spot_checks.hear(desk, check, third.question, level="full")
    end = spot_checks.finish(desk, check)

    assert (again, third.number, len({first, second, third.question})) == (check, 3, 3)
    heard = {one.question: (one.level, one.note, len(one.points)) for one in all_heard(asking_desk(folder))}
    assert heard == {
        first: ("partial", "heard by one", 1),
        second: ("partial", "heard by two", 1),
        third.question: ("full", "", 0),
    }
    assert end.lines[0] == "Porters, 3 answers: 1 full, 2 partial."
