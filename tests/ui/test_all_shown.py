"""No screen and no dialog is without its golden: each is among the places and dialogs of the tests, or says why not."""

from importlib import import_module
from pathlib import Path

import pytest

import compact_tui.ui
from compact_tui.ui.dialogs.base import Dialog
from compact_tui.ui.places import PLACES as SCREENS
from compact_tui.ui.screens.base import CompactScreen
from tests.ui.places import DIALOGS, PLACES

HALVES = {
    "AgencyPlace": "what the screens of a single-agency audit share",
    "CompactScreen": "what all screens share",
    "FormScreen": "what the screens that are a form share",
    "RecordsScreen": "what the lists of evidence and actions share",
    "SettlingScreen": "what the writing screens share on which carried answers are settled",
    "WalkScreen": "what the screens share on which criteria are walked through",
    "WritingScreen": "what the screens with a text to write share",
    "Dialog": "what all dialogs share",
    "LookUp": "what the dialogs in which a list narrows share",
}
"""Classes of screens and dialogs that are never on the screen themselves, and why they are there."""
FOLDER = Path(compact_tui.ui.__file__).parent
MODULES = sorted(
    f"compact_tui.ui.{folder}.{path.stem}"
    for folder in ("screens", "dialogs")
    for path in (FOLDER / folder).glob("*.py")
    if path.stem != "__init__"
)


def _classes(module: str) -> set[str]:
    """The screens and dialogs that a module makes, by the name that the tests have for them."""
    made = [one for one in vars(import_module(module)).values() if isinstance(one, type) and one.__module__ == module]
    return {one.__name__ for one in made if issubclass(one, CompactScreen | Dialog)}


@pytest.mark.parametrize("module", MODULES)
def test_every_screen_and_dialog_of_a_module_has_a_golden(module: str) -> None:
    shown = {*(f"{name}Screen" for name in PLACES), *DIALOGS}

    assert _classes(module) - shown <= HALVES.keys(), "Put it into PLACES or DIALOGS of tests/ui/places.py."


def test_every_module_of_screens_and_dialogs_makes_one() -> None:
    assert [module for module in MODULES if not _classes(module)] == []


def test_what_needs_no_golden_is_there_and_is_no_place_of_its_own() -> None:
    made = set().union(*(_classes(module) for module in MODULES))

    assert made >= HALVES.keys()
    assert not {name.partition(".")[2] for name in SCREENS.values()} & HALVES.keys()


def test_every_place_that_can_be_gone_to_is_among_the_places_of_the_tests() -> None:
    assert {name.lower() for name in PLACES} == {"home", *SCREENS}
