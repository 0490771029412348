"""The partnership's side on screen: started, the register filled, settings asked, the late ones reminded."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from compact_tui.services import partnership, register
from compact_tui.services.chasing import chase
from compact_tui.services.partnership_book import is_partnership, register_of
from compact_tui.ui.messages import Go
from compact_tui.ui.widgets.pick_list import PickList
from tests.services.partnership_desks import TABLE, TYPED, with_register
from tests.ui.conftest import (
    NARROW,
    SMALL_PACK,
    Bench,
    by_palette,
    drive,
    field,
    fill,
    go_to,
    place,
    press,
    program,
    saved,
    screen_text,
    sees,
    wait_for,
    write,
)


@pytest.fixture
def rain(bench: Bench) -> Bench:
    """A partnership with three settings in its register."""
    partnership.start_partnership(bench.desk("Officer"), TYPED, pack=str(SMALL_PACK))
    with_register(bench.desk("Officer"))
    return bench


@pytest.mark.parametrize(("keys", "arrives"), [("jr", "Register"), ("jl", "ReadQueue"), ("jrx", "Register")])
def test_keys_that_are_typed_faster_than_a_place_opens_are_that_places(rain: Bench, keys: str, arrives: str) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        for key in keys:
            pilot.app.simulate_key(key)
        await place(pilot, arrives)
        assert not list(pilot.app.screen.query("Toast"))
        await press(pilot, "escape")
        await place(pilot, "Partnership")
        await press(pilot, "escape")
        await place(pilot, "Home")
        await press(pilot, "j")
        await place(pilot, "Partnership")
        for key in ("escape", "m"):
            pilot.app.simulate_key(key)
        await place(pilot, "People")

    drive(rain.app(), NARROW, steps)


def test_a_partnership_is_started_and_its_register_filled_by_keys(bench: Bench, tmp_path: Path) -> None:
    table = tmp_path / "settings.csv"
    table.write_text(TABLE, "utf-8")

    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "j")
        await place(pilot, "Partnership")
        await sees(pilot, "No partnership was started in this workspace. Press n")
        await press(pilot, "r")
        await sees(pilot, "Start a partnership first: press n.")
        await press(pilot, "n")
        await place(pilot, "FormDialog")
        await fill(pilot, "Rain partnership", "Portsea", "2026-2028", "1 Dec 2026")
        await press(pilot, "ctrl+s")
        await place(pilot, "Partnership")
        await sees(pilot, "The register is empty")
        await press(pilot, "r")
        await place(pilot, "Register")
        await press(pilot, "i")
        await place(pilot, "FormDialog")
        await fill(pilot, table.name)
        await place(pilot, "Confirm")
        await sees(pilot, "3 new settings, 0 changed, 0 rows not taken.")
        await press(pilot, "t")
        await place(pilot, "Register")
        await sees(pilot, "Taken: 3 new settings")
        await press(pilot, "escape")
        await place(pilot, "Partnership")
        await sees(pilot, "3 settings")
        await saved(pilot)

    drive(bench.app(), NARROW, steps)
    assert partnership.show_partnership(bench.desk()).name == "Rain partnership"
    assert [entry.id for entry in register_of(bench.desk())] == ["P01", "P02", "P03"]


def test_a_look_at_a_table_that_is_left_takes_nothing_and_a_wrong_file_is_told_of(rain: Bench, tmp_path: Path) -> None:
    table = tmp_path / "more.csv"
    table.write_text("id,name\nP09,Wren\n", "utf-8")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Register")
        await press(pilot, "i")
        await place(pilot, "FormDialog")
        await fill(pilot, "gone.csv")
        await place(pilot, "ProblemDialog")
        await press(pilot, "escape")
        await place(pilot, "FormDialog")
        await sees(pilot, "gone.csv")
        await press(pilot, "escape")
        await place(pilot, "Register")
        await press(pilot, "i")
        await place(pilot, "FormDialog")
        await fill(pilot, table.name)
        await place(pilot, "Confirm")
        await press(pilot, "escape")
        await place(pilot, "Register")
        await sees(pilot, "P09 Wren: new")

    drive(rain.app(), NARROW, steps)
    assert len(register_of(rain.desk())) == 3


def test_a_setting_is_added_filtered_changed_and_taken_back(rain: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Register")
        await press(pilot, "a")
        await place(pilot, "FormDialog")
        await fill(pilot, "P07", "Wren House")
        await press(pilot, "ctrl+s")
        await place(pilot, "Register")
        await sees(pilot, "Wren House is added.")
        await press(pilot, "f")
        await place(pilot, "FormDialog")
        await fill(pilot, "wren")
        await press(pilot, "ctrl+s")
        await place(pilot, "Register")
        await sees(pilot, "Settings (1)")
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await field(pilot, "note", "Two sites")
        await press(pilot, "ctrl+s")
        await place(pilot, "Register")
        await sees(pilot, "Note: Two sites")
        await press(pilot, "ctrl+z")
        await sees(pilot, "Undid Wren House changed")
        await saved(pilot)

    drive(rain.app(), NARROW, steps)
    view = register.list_register(rain.desk(), find="P07").entries[0]
    assert (view.name, view.note) == ("Wren House", "")


def test_a_setting_is_found_in_the_register_by_name_or_id_and_no_audit_is_asked_for(rain: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Register")
        listed = pilot.app.screen.query_one(PickList)
        await press(pilot, "slash")
        await place(pilot, "FindRowDialog")
        await sees(pilot, "3 rows")
        await write(pilot, "acórns little")
        await sees(pilot, "1 row ")
        await press(pilot, "enter")
        await place(pilot, "Register")
        await wait_for(pilot, lambda: listed.row and listed.row.id == "P02", "the cursor on Little Acorns")
        await sees(pilot, "Kind: Nursery")
        await press(pilot, "slash")
        await place(pilot, "FindRowDialog")
        await write(pilot, "p03")
        await sees(pilot, "1 row ")
        await press(pilot, "escape")
        await place(pilot, "Register")
        assert listed.cursor == 1
        await press(pilot, "slash")
        await place(pilot, "FindRowDialog")
        await write(pilot, "oak")
        await sees(pilot, "Nothing found. Try a shorter word.")
        await press(pilot, "enter", "escape")
        await place(pilot, "Register")
        offered = {one.title: one.help for one in program(pilot).get_system_commands(pilot.app.screen)}
        assert offered["Find"] == "Find a row of this list by its name or id"

    drive(rain.app(), NARROW, steps)


@pytest.mark.parametrize("name", ["Partnership", "Chase", "Replies", "LearningLog", "ReadQueue", "Collect", "Came"])
def test_finding_on_the_partnerships_side_never_asks_for_an_audit(rain: Bench, name: str) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        pilot.app.post_message(Go(name.lower(), back="partnership"))
        await place(pilot, name)
        listed = pilot.app.screen.query_one(PickList)
        await press(pilot, "slash")
        if not listed.rows:
            await sees(pilot, "There is no list to find in here.")
            return
        await place(pilot, "FindRowDialog")
        await press(pilot, "down", "enter")
        await place(pilot, name)
        await wait_for(pilot, lambda: listed.cursor == 1, "the cursor on the second row")
        assert pilot.app.focused is listed

    drive(rain.app(), NARROW, steps)


def test_all_are_asked_the_late_ones_reminded_and_it_is_noted_as_sent(rain: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Register")
        await press(pilot, "r")
        await sees(pilot, "1 request made, NOT yet sent.")
        await by_palette(pilot, "Ask all")
        await sees(pilot, "2 requests made, NOT yet sent.")
        await go_to(pilot, "Chase")
        await sees(pilot, "2 days late")
        await press(pilot, "d")
        await sees(pilot, "2 reminders made, NOT yet sent.")
        await press(pilot, "v")
        await sees(pilot, "5 emails made and not noted as sent yet.")
        await press(pilot, "s")
        await place(pilot, "FormDialog")
        await press(pilot, "ctrl+s")
        await place(pilot, "Chase")
        await press(pilot, "g")
        await sees(pilot, "sent: 3 Dec 2026")
        await saved(pilot)

    drive(rain.app(), NARROW, steps)
    view = chase(rain.desk())
    assert (len(view.log), view.unsent) == (5, 0)
    assert len(list(rain.desk().workspace.sent_folder.iterdir())) == 5


def test_contact_points_are_added_changed_taken_out_and_brought_back(rain: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "ContactPoints")
        await sees(pilot, "Nobody is named yet. Press a")
        await press(pilot, "a")
        await place(pilot, "FormDialog")
        await press(pilot, "down", "down", "enter")
        await field(pilot, "name", "LADO")
        await field(pilot, "value", "1234")
        await field(pilot, "checked_on", "1 Aug 2026")
        await press(pilot, "ctrl+s")
        await place(pilot, "ContactPoints")
        await sees(pilot, "checked 124 days ago")
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await field(pilot, "source", "Our web page")
        await press(pilot, "ctrl+s")
        await place(pilot, "ContactPoints")
        await press(pilot, "d")
        await sees(pilot, "Nobody is named yet")
        await press(pilot, "ctrl+z")
        await sees(pilot, "LADO: 1234")
        await saved(pilot)

    drive(rain.app(), NARROW, steps)
    (one,) = partnership.show_partnership(rain.desk()).contacts
    assert (one.name, one.value, one.source) == ("LADO", "1234", "Our web page")


def test_home_has_no_row_of_the_partnership_where_none_was_started(bench: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        assert "partnership's side" not in screen_text(program(pilot))
        await by_palette(pilot, "The partnership's side")
        await place(pilot, "Partnership")

    drive(bench.app(), NARROW, steps)
    assert not is_partnership(bench.desk())
