"""Every place and dialog as plain text at both sizes, so that nothing is said by colour alone.

Rewritten by ``GOLDEN=write``, never where ``CI`` is set.
"""

import os
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.ui.conftest import SIZES, Bench, drive, program, screen_text
from tests.ui.places import DIALOGS, PLACES, half_way, open_dialog, open_place

GOLDENS = Path(__file__).with_name("goldens")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", [*PLACES, *DIALOGS])
def test_a_place_or_dialog_looks_as_it_did(audit: Bench, name: str, size: tuple[int, int]) -> None:
    half_way(audit)
    shown = ""

    async def steps(pilot: Pilot[int]) -> None:
        nonlocal shown
        await (open_place if name in PLACES else open_dialog)(pilot, name)
        await pilot.pause()
        shown = screen_text(program(pilot))

    drive(audit.app(), size, steps)
    compare(f"{name.lower()}-{size[0]}x{size[1]}", shown)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_first_screen_of_all_looks_as_it_did(bench: Bench, size: tuple[int, int]) -> None:
    shown = ""

    async def steps(pilot: Pilot[int]) -> None:
        nonlocal shown
        await pilot.pause()
        shown = screen_text(program(pilot))

    drive(bench.app(), size, steps)
    compare(f"first-{size[0]}x{size[1]}", shown)


def compare(name: str, shown: str) -> None:
    """Compare a screen with the one that is kept, or keep it."""
    path = GOLDENS / f"{name}.txt"
    if os.environ.get("GOLDEN") == "write":
        assert not os.environ.get("CI"), "Goldens are not rewritten where CI is set: look at them, and commit them."
        path.write_text(shown, "utf-8", newline="\n")
    assert path.read_text("utf-8") == shown, f"{path.name} differs; if it should, run with GOLDEN=write."


def test_goldens_are_not_rewritten_by_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOLDEN", "write")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(AssertionError, match="not rewritten"):
        compare("none", "Nothing.\n")


def test_every_golden_that_is_kept_is_compared() -> None:
    names = [*(name.lower() for name in (*PLACES, *DIALOGS)), "first"]
    wanted = {f"{name}-{width}x{height}.txt" for name in names for width, height in SIZES}
    assert {path.name for path in GOLDENS.iterdir()} <= wanted  # one that is missing fails above
