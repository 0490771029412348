"""Keys typed faster than a place or a dialog opens are for what opens, and are commands of nothing else."""

from pathlib import Path

from textual import events
from textual.pilot import Pilot

from compact_tui.core.came import CAME_FORM
from compact_tui.exchange.reply_json import encode_reply
from compact_tui.services import records
from tests.reply_samples import reply
from tests.ui.conftest import NARROW, Bench, drive, fill, go_to, place, sees, wait_for, write


def test_what_is_typed_before_a_place_opens_is_typed_there(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await write(pilot, "a\n")
        await place(pilot, "Standard")

    drive(audit.app(), NARROW, steps)


def test_a_path_typed_before_the_dialog_of_a_place_opens_is_typed_into_it(audit: Bench, tmp_path: Path) -> None:
    file = tmp_path / "reply.json"
    file.write_bytes(encode_reply(reply()))

    async def steps(pilot: Pilot[int]) -> None:
        await write(pilot, f"z{file}\n")
        await place(pilot, "CameScreen")
        await sees(pilot, "Rain partnership replied")

    drive(audit.app(), NARROW, steps)


def test_what_is_typed_as_a_dialog_opens_is_typed_into_it(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Actions")
        pilot.app.post_message(events.Key("a", "a"))
        await wait_for(pilot, lambda: type(pilot.app.screen).__name__ == "FormDialog", "the dialog, empty as yet")
        await write(pilot, "Ring both referees")
        await fill(pilot, "", "Head", "")
        await place(pilot, "Actions")
        await sees(pilot, "Ring both referees")

    drive(audit.app(), NARROW, steps)
    assert [one.what for one in records.list_actions(audit.desk())] == ["Ring both referees"]


def test_a_problem_takes_nothing_that_was_typed_before_it_stood_there(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await write(pilot, "z/nowhere/at/all.json\n")
        await place(pilot, "ProblemDialog")
        await write(pilot, "\n")
        await place(pilot, "FormDialog")
        await sees(pilot, CAME_FORM.fields[0].question)

    drive(audit.app(), NARROW, steps)
