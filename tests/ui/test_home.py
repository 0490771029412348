"""Home: where things stand, what is next, and one key to each place."""

import pytest
from textual.pilot import Pilot

from compact_tui.core.errors import UsageError
from compact_tui.core.views import HomeView
from compact_tui.services import answering, audits
from compact_tui.services.books import open_audit, read_setting
from compact_tui.services.desk import Desk
from compact_tui.services.home import home
from compact_tui.ui.places import PLACES as SCREENS
from compact_tui.ui.screens.home import HomeScreen
from tests.ui.conftest import (
    NARROW,
    SIZES,
    SMALL_PACK,
    Bench,
    by_palette,
    drive,
    fill,
    go_to,
    gone,
    leave,
    place,
    press,
    program,
    screen_text,
    sees,
)
from tests.ui.places import half_way

KEYS = {
    "a": "Audit",
    "r": "Return",
    "s": "Setup",
    "e": "Evidence",
    "t": "Actions",
    "m": "People",
    "f": "FirstPass",
    "o": "Together",
}
WORDS = {
    "Audit": "Audit",
    "Return": "Return",
    "Setting": "Setup",
    "Evidence": "Evidence",
    "Actions": "Actions",
    "Whom": "People",
}


@pytest.mark.usefixtures("unpainted")
@pytest.mark.parametrize("size", SIZES)
def test_each_place_has_a_key_and_escape_comes_back(audit: Bench, size: tuple[int, int]) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        for key, name in KEYS.items():
            await press(pilot, key)
            await place(pilot, name)
            await press(pilot, "escape")
            await place(pilot, "Home")

    drive(audit.app(), size, steps)


@pytest.mark.usefixtures("unpainted")
def test_each_place_has_a_row(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        for down, line in enumerate(home(audit.desk()).places[1:], 1):
            await press(pilot, "home", *["down"] * down, "enter")
            if line.id == "came":  # it asks for the file at once
                await place(pilot, "FormDialog")
                await press(pilot, "escape")
            await place(pilot, SCREENS[line.id].partition(".")[2] if line.id in SCREENS else "FindDialog")
            await press(pilot, "escape")
            await place(pilot, "Home")

    drive(audit.app(), NARROW, steps)


@pytest.mark.usefixtures("unpainted")
def test_each_place_is_in_the_palette(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        for label, name in WORDS.items():
            await by_palette(pilot, label)
            await place(pilot, name)
            await press(pilot, "escape")
            await place(pilot, "Home")

    drive(audit.app(), NARROW, steps)


def test_what_takes_long_to_ask_comes_after_the_first_paint(audit: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    def asking(desk: Desk, last_here: str = "", *, quick: bool = False) -> HomeView:
        asked.append(quick)
        return home(desk, last_here, quick=quick)

    monkeypatch.setattr("compact_tui.services.home.home", asking)

    async def steps(pilot: Pilot[int]) -> None:
        await sees(pilot, "once you have begun")
        await press(pilot, "e", "escape")
        await place(pilot, "Home")

    drive(audit.app(), NARROW, steps)
    assert asked == [True, False, False]


def test_next_goes_to_what_waits(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await sees(pilot, "Begin with standard 1, Taking umbrellas in.")
        await press(pilot, "n")
        await place(pilot, "Standard")
        assert program(pilot).screen.query("#criteria")
        answering.answer(audit.desk(), "1.1", "in-hand")
        await press(pilot, "escape")
        await place(pilot, "Audit")
        await press(pilot, "escape")
        await place(pilot, "Home")
        await sees(pilot, "Go on with 1.2, in Taking umbrellas in.")
        await press(pilot, "n")
        await place(pilot, "Criterion")
        await sees(pilot, "1.2  Do wet ones stand apart?")

    drive(audit.app(), NARROW, steps)


def test_the_first_run_leads_from_nothing_to_the_first_question(bench: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        for key in "aret":
            await press(pilot, key)
            await sees(pilot, "Start an audit first: press n.")
            assert type(pilot.app.screen).__name__ == "HomeScreen"
        await press(pilot, "n")
        await place(pilot, "Setup")
        await fill(pilot, "Oakfield")
        await press(pilot, "enter")
        await place(pilot, "Choose")
        await press(pilot, "enter")
        await place(pilot, "Setup")
        await press(pilot, "ctrl+s")
        await place(pilot, "Home")
        await sees(pilot, "Start your audit.")
        await press(pilot, "n")
        await place(pilot, "FormDialog")
        await sees(pilot, "2026-2028")
        await press(pilot, "enter")
        await place(pilot, "Home")
        await sees(pilot, "Your audit is started.")
        await press(pilot, "n")
        await place(pilot, "Standard")

    drive(bench.app(), NARROW, steps)
    (line,) = audits.list_audits(bench.desk())
    assert (line.pack, line.cycle, line.answered) == ("compact-12", "2026-2028", 0)
    setting = read_setting(bench.desk())
    assert setting is not None
    assert (setting.name, setting.kind, setting.sector) == ("Oakfield", "primary-school", "education")


@pytest.mark.parametrize(("where", "says"), [("Home", "press n."), ("Agency", "press n on")])
def test_finding_where_no_audit_was_started_says_what_comes_first_and_asks_nothing(
    bench: Bench, where: str, says: str
) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        if where != "Home":
            await go_to(pilot, where)
        await press(pilot, "slash")
        await sees(pilot, f"Start an audit first: {says}")
        await press(pilot, "ctrl+z")
        await place(pilot, where)

    drive(bench.app(), NARROW, steps)


def test_the_hint_without_an_audit_names_the_key_of_home_that_starts_one(bench: Bench) -> None:
    with pytest.raises(UsageError) as caught:
        open_audit(bench.desk())

    keys = {command.action: command.key for command in HomeScreen.COMMANDS_HERE}
    assert f"press {keys['next']} on Home" in caught.value.hint


def test_finding_where_it_is_not_said_which_audit_tells_so_once_and_asks_nothing(audit: Bench) -> None:
    audit.start(cycle="2024-2026")

    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "slash")
        await place(pilot, "ProblemDialog")
        await sees(pilot, "More than one audit is open here.")
        await press(pilot, "escape")
        await place(pilot, "Home")

    drive(audit.app(), NARROW, steps)


def test_an_audit_that_is_not_started_after_all_leaves_nothing(bench: Bench) -> None:
    bench.set_up()

    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "n")
        await place(pilot, "FormDialog")
        await press(pilot, "escape")
        await place(pilot, "Home")

    drive(bench.app(), NARROW, steps)
    assert audits.list_audits(bench.desk()) == ()


def test_the_welcome_is_hidden_for_good_and_can_be_seen_again(audit: Bench) -> None:
    async def hide(pilot: Pilot[int]) -> None:
        await sees(pilot, "one question")
        await press(pilot, "w")
        await gone(pilot, "one question")
        await leave(pilot)

    async def see_again(pilot: Pilot[int]) -> None:
        await place(pilot, "Home")
        assert "one question" not in screen_text(program(pilot))
        await by_palette(pilot, "Welcome")
        await sees(pilot, "one question")

    drive(audit.app(), NARROW, hide)
    drive(audit.app(), NARROW, see_again)


def test_one_of_several_audits_is_chosen(audit: Bench) -> None:
    audit.start(cycle="2024-2026")

    async def steps(pilot: Pilot[int]) -> None:
        await sees(pilot, "Choose which audit to go on with.")
        await press(pilot, "n")
        await place(pilot, "Choose")
        await press(pilot, "enter")
        await place(pilot, "Home")
        await sees(pilot, "Begin with standard 1")
        chosen = program(pilot).session.desk.audit_id
        await press(pilot, "c")
        await place(pilot, "Choose")
        await press(pilot, "escape")
        await place(pilot, "Home")
        assert program(pilot).session.desk.audit_id == chosen
        await press(pilot, "c")
        await place(pilot, "Choose")
        await press(pilot, "down", "enter")
        await place(pilot, "Home")
        await sees(pilot, "Begin with standard 1")
        assert program(pilot).session.desk.audit_id not in {"", chosen}

    drive(audit.app(), NARROW, steps)


def test_choosing_explains_itself_where_there_is_one_audit(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "c")
        await sees(pilot, "There is only one audit here.")

    drive(audit.app(), NARROW, steps)


@pytest.mark.parametrize("key", ["escape", "ctrl+c"])
def test_escape_and_ctrl_c_at_home_say_how_to_leave(audit: Bench, key: str) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, key)
        await sees(pilot, "ctrl+q saves and leaves.")
        await press(pilot, "q")

    assert drive(audit.app(), NARROW, steps) == 0


def test_a_standard_is_opened_on_the_rail_of_a_wide_window(audit: Bench) -> None:
    half_way(audit)

    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "shift+tab")
        await press(pilot, "end", "enter")
        await place(pilot, "Standard")
        await sees(pilot, "3 Giving umbrellas back")

    drive(audit.app(), SIZES[1], steps)


def test_the_person_is_named_by_the_settings_contact_role(bench: Bench) -> None:
    bench.set_up(contact_role="Head porter")
    bench.start(SMALL_PACK)

    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "n")
        await place(pilot, "Standard")
        await press(pilot, "enter")
        await place(pilot, "Criterion")
        await press(pilot, "h")
        await sees(pilot, "✓ In hand")

    drive(bench.app(), NARROW, steps)
    assert bench.criterion("1.1").by == "Head porter"
