"""What every place has: its keys at the foot, help, the palette, and an action behind each command."""

from functools import partial
from itertools import chain
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from compact_tui.ui.app import CompactApp
from compact_tui.ui.messages import Go
from compact_tui.ui.places import PLACES as SCREENS
from compact_tui.ui.places import screen_class
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.screens.home import HomeScreen
from compact_tui.ui.widgets.help_box import HelpBox
from compact_tui.ui.widgets.pick_list import PickList
from compact_tui.ui.widgets.status_bar import StatusBar
from compact_tui.ui.widgets.text_box import TextBox
from tests.ui.conftest import (
    NARROW,
    WIDE,
    Bench,
    by_palette,
    drive,
    gone,
    place,
    press,
    program,
    screen_text,
    sees,
    wait_for,
)
from tests.ui.places import DIALOGS, PLACES, half_way, open_dialog, open_place
from tests.ui.ready import ready_for

CLASSES: dict[str, type[CompactScreen]] = {"home": HomeScreen, **{name: screen_class(name) for name in SCREENS}}
ALLOWED = "✓▸!·✗❯•■□▏…–→←—’‘“”"
"""Glyphs that are one cell wide and in every font, beside letters and box drawing."""


def here(pilot: Pilot[int]) -> CompactScreen:
    """The place that is open."""
    screen = program(pilot).screen
    assert isinstance(screen, CompactScreen)
    return screen


GOLDENS = Path(__file__).with_name("goldens")
"""Every place and dialog as text at both sizes."""
FEW = ("Home", "Audit", "Criterion")
"""Places of three shapes, where all of them at one size are enough."""
APART = (("CityKnowledge",), ("Reports",), ("Collect", "Replies", "Reply"))
"""Places that want a partnership of their own: what others did to theirs would show."""
_TOGETHER = tuple(name for name in PLACES if name not in chain(*APART))
LEGS = (*(_TOGETHER[at : at + 12] for at in range(0, len(_TOGETHER), 12)), *APART)
"""Every place, a few to a walk: each is opened once for all that is looked at in it."""
DIALOGS_EVERYWHERE = {"f9": "ActNowDialog", "ctrl+f": "FindDialog", "ctrl+r": "HistoryDialog"}


@pytest.mark.parametrize("name", CLASSES)
def test_every_command_has_an_action(name: str) -> None:
    screen = CLASSES[name]
    commands = [*screen.COMMANDS_HERE, *getattr(screen, "ON_THE_WAY", ())]
    assert commands
    for command in commands:
        action = command.action.partition("(")[0]
        owner, method = (CompactApp, action[4:]) if action.startswith("app.") else (screen, action)
        assert callable(getattr(owner, f"action_{method}", None)), f"{name}: {command.label}"


@pytest.mark.parametrize("name", CLASSES)
def test_no_key_of_a_place_does_two_things(name: str) -> None:
    keys = [key for command in CLASSES[name].COMMANDS_HERE if command.key for key in command.key.split(",")]
    assert len(keys) == len(set(keys))


def keys_are_told(pilot: Pilot[int], name: str) -> None:
    """The foot shows its keys with help among them, and the palette lists everything."""
    foot = screen_text(program(pilot)).splitlines()[-1]
    assert len(foot) <= 80, name
    for command in here(pilot).commands:
        if command.footer:
            assert f"{command.key_words} {command.label}" in foot, name
    assert "f1 Help" in foot, name
    assert foot.rstrip().endswith("^p palette"), name
    offered = [command.title for command in program(pilot).get_system_commands(here(pilot))]
    for command in here(pilot).commands:
        if here(pilot).check_action(command.action, ()):
            assert command.label in offered, name
    assert {"Light or dark", "Quit"} <= set(offered), name
    assert len(offered) == len(set(offered)), name


async def help_comes_and_goes(pilot: Pilot[int], name: str) -> None:
    """Help stands beside the work and names every key."""
    await press(pilot, "f1")
    await sees(pilot, "Keys here")
    box = here(pilot).query_one(HelpBox)
    words = " ".join(str(static.render()) for static in box.walk_children() if hasattr(static, "render"))
    for command in here(pilot).COMMANDS_HERE:
        assert command.help in words, name
    assert (here(pilot).HELP or "").split("\n")[0] in screen_text(program(pilot)), name
    await press(pilot, "f1")
    await wait_for(pilot, lambda: not here(pilot).query(HelpBox), f"the help of {name} to go")


async def dialogs_lead_back(pilot: Pilot[int], name: str) -> None:
    """Act now, find and history open with one key, and escape comes back; in Setup the last two are letters to type."""
    opens = {"f9": "ActNowDialog"} if name == "Setup" else DIALOGS_EVERYWHERE
    if here(pilot).finds_in_list:
        opens = {**opens, "ctrl+f": "FindRowDialog"}
    empty = not any(one.rows for one in here(pilot).query(PickList))
    for key, dialog in opens.items():
        await press(pilot, key)
        if dialog == "FindRowDialog" and empty:
            await sees(pilot, "There is no list to find in here.")
            program(pilot).clear_notifications()
            await gone(pilot, "There is no list to find in here.")
            continue
        await place(pilot, dialog)
        if dialog == "ActNowDialog":
            await sees(pilot, "ring 999")
        await press(pilot, "escape")
        await place(pilot, name)


def _but_for_saving(text: str) -> str:
    """A screen without the word on saving in its first row: on a walk through many places one before may have saved."""
    first, _, rest = text.partition("\n")
    return f"{first.removesuffix('saved 12:00').rstrip()}\n{rest}"


@pytest.mark.usefixtures("unpainted")
@pytest.mark.parametrize("names", LEGS, ids=lambda names: f"{names[0]}-to-{names[-1]}")
def test_every_place_says_the_same_without_colour_and_has_keys_help_find_history_and_act_now(
    audit: Bench, names: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    half_way(audit)
    monkeypatch.setenv("NO_COLOR", "1")
    app = audit.app()
    assert app.no_color

    async def steps(pilot: Pilot[int]) -> None:
        for name in names:
            await open_place(pilot, name)
            await pilot.pause()
            kept = (GOLDENS / f"{name.lower()}-80x24.txt").read_text("utf-8")
            assert _but_for_saving(screen_text(app)) == _but_for_saving(kept), name
            keys_are_told(pilot, name)
            await help_comes_and_goes(pilot, name)
            await dialogs_lead_back(pilot, name)

    drive(app, NARROW, steps)


def test_the_legs_of_the_walk_lead_through_every_place() -> None:
    assert sorted(name for names in LEGS for name in names) == sorted(PLACES)


@pytest.mark.parametrize("name", FEW)
def test_quitting_by_the_palette_ends_the_program(audit: Bench, name: str) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await open_place(pilot, name)
        await by_palette(pilot, "Quit")

    assert drive(audit.app(), NARROW, steps) == 0


@pytest.mark.parametrize("path", sorted(GOLDENS.iterdir()), ids=lambda path: path.stem)
def test_nothing_on_any_screen_is_wider_than_one_cell_or_missing_from_fonts(path: Path) -> None:
    shown = path.read_text("utf-8")  # each place and dialog at both sizes, as test_goldens.py holds

    odd = {c for c in shown if ord(c) > 126 and c not in ALLOWED and not "\u2500" <= c <= "\u259f"}

    assert not odd
    assert not {c for c in shown if c != "\n" and cell_len(c) != 1}


def _is_open(pilot: Pilot[int], name: str) -> bool:
    return type(pilot.app.screen).__name__ == f"{name}Screen"


async def leave_dialog(pilot: Pilot[int], name: str) -> None:
    """Be at a place again."""
    if name in DIALOGS:
        await press(pilot, "escape")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, CompactScreen), f"{name} to go")


@pytest.mark.usefixtures("unpainted")
@pytest.mark.parametrize(("size", "names"), [(NARROW, (*PLACES, *DIALOGS)), (WIDE, FEW)])
def test_with_ascii_no_screen_needs_another_sign(audit: Bench, size: tuple[int, int], names: tuple[str, ...]) -> None:
    half_way(audit)

    async def steps(pilot: Pilot[int]) -> None:
        for name in names:
            await (open_place if name in PLACES else open_dialog)(pilot, name)
            shown = screen_text(program(pilot))
            rows = [row for row in shown.splitlines() if any(ord(c) > 126 for c in row)]
            assert not rows, f"{name}:\n" + "\n".join(rows)
            await leave_dialog(pilot, name)

    drive(audit.app(ascii_only=True), size, steps)


def test_ascii_screens_still_tell_cursor_and_state_apart(audit: Bench) -> None:
    half_way(audit)

    async def steps(pilot: Pilot[int]) -> None:
        await open_place(pilot, "Audit")
        shown = screen_text(program(pilot))
        assert "1  x Taking umbrellas in" in shown
        assert "> 2  . Keeping umbrellas" in shown

    drive(audit.app(ascii_only=True), NARROW, steps)


@pytest.mark.usefixtures("unpainted")
@pytest.mark.parametrize(("size", "names"), [((50, 15), tuple(PLACES)), ((59, 24), FEW), ((80, 17), FEW)])
def test_a_window_that_is_too_small_asks_for_a_larger_one_and_goes_on(
    audit: Bench, size: tuple[int, int], names: tuple[str, ...]
) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        for name in names:
            ready_for(pilot, name)
            pilot.app.post_message(Go(name.lower(), *PLACES[name]))
            await wait_for(pilot, partial(_is_open, pilot, name), name)
            await sees(pilot, "Please make this window larger")
            assert "palette" not in screen_text(program(pilot))
        await pilot.resize_terminal(80, 24)
        await sees(pilot, "palette")

    drive(audit.app(), size, steps)


def test_words_being_written_survive_a_window_that_becomes_too_small(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await open_place(pilot, "Criterion")
        here(pilot).query_one(TextBox).focus()
        await pilot.pause()
        await press(pilot, "T", "e", "n")
        await pilot.resize_terminal(50, 15)
        await sees(pilot, "Please make this window larger")
        await pilot.resize_terminal(80, 24)
        await sees(pilot, "Ten")

    drive(audit.app(), NARROW, steps)
    assert audit.criterion("1.1").note == "Ten"


def test_every_sheet_is_read_and_every_widget_styled_once_at_the_start(
    audit: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    again: list[str] = []
    monkeypatch.setattr(CompactApp, "refresh_css", lambda app, animate=True: again.append(app.theme))

    async def steps(pilot: Pilot[int]) -> None:
        await sees(pilot, "What next?")

    drive(audit.app(), NARROW, steps)
    assert again == []


def test_light_and_dark_are_kept_for_next_time(audit: Bench) -> None:
    ways = {"-theme-compact-dark", "-dark-mode", "-theme-compact-light", "-light-mode", "-theme-textual-dark"}
    light, looks = {"-theme-compact-light", "-light-mode"}, []

    async def change(pilot: Pilot[int]) -> None:
        assert program(pilot).theme == "compact-dark"
        assert program(pilot).classes & ways == {"-theme-compact-dark", "-dark-mode"}
        program(pilot).action_look()
        assert program(pilot).theme == "compact-light"
        await wait_for(pilot, lambda: program(pilot).classes & ways == light, "the light look")
        await pilot.pause()
        looks.append(here(pilot).query_one(StatusBar).styles.background)

    async def again(pilot: Pilot[int]) -> None:
        assert program(pilot).theme == "compact-light"
        assert program(pilot).classes & ways == light
        assert here(pilot).query_one(StatusBar).styles.background == looks[0]

    drive(audit.app(), NARROW, change)
    drive(audit.app(), NARROW, again)
