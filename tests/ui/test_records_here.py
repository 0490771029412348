"""Evidence and actions at a criterion: what is there already is offered first."""

from textual.pilot import Pilot

from compact_tui.services import records
from tests.ui.conftest import NARROW, Bench, by_palette, drive, fill, go_to, place, press, sees, write
from tests.ui.places import half_way


async def at(pilot: Pilot[int], criterion: str, key: str) -> None:
    """Ask at a criterion where something is there already; ``a`` is an answer of this pack."""
    await go_to(pilot, "Criterion", criterion.partition("-")[0], criterion)
    if key == "a":
        await by_palette(pilot, "Action")
    else:
        await press(pilot, key)
    await place(pilot, "OfferDialog")


def test_evidence_that_is_there_is_used_without_typing_it_again(audit: Bench) -> None:
    half_way(audit)

    async def steps(pilot: Pilot[int]) -> None:
        await at(pilot, "u2-watch", "e")
        await press(pilot, "enter")
        await place(pilot, "Criterion")
        await sees(pilot, "Evidence (1)")
        await press(pilot, "ctrl+z")
        await sees(pilot, "Evidence (0)")
        await press(pilot, "ctrl+y")
        await sees(pilot, "Evidence (1)")

    drive(audit.app(), NARROW, steps)
    (kept,) = records.list_evidence(audit.desk())
    assert kept.numbers == ("1.1", "2.1")


def test_a_new_piece_is_the_last_in_the_list_and_has_a_key(audit: Bench) -> None:
    half_way(audit)

    async def steps(pilot: Pilot[int]) -> None:
        await at(pilot, "u2-watch", "e")
        await write(pilot, "zebra")
        await sees(pilot, "1 line")
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await write(pilot, "Mirror")
        await press(pilot, "ctrl+s")
        await place(pilot, "Criterion")
        await sees(pilot, "Evidence (1)")
        await press(pilot, "e")
        await place(pilot, "OfferDialog")
        await press(pilot, "ctrl+n")
        await place(pilot, "FormDialog")
        await press(pilot, "escape")
        await place(pilot, "Criterion")

    drive(audit.app(), NARROW, steps)
    assert [(e.title, e.numbers) for e in records.list_evidence(audit.desk())] == [
        ("Ticket roll", ("1.1",)),
        ("Mirror", ("2.1",)),
    ]


def test_what_backs_it_already_is_changed_seen_again_or_let_go(audit: Bench) -> None:
    half_way(audit)

    async def steps(pilot: Pilot[int]) -> None:
        await at(pilot, "u1-ticket", "e")
        await press(pilot, "enter")
        await place(pilot, "Choose")
        await press(pilot, "down", "enter")
        await place(pilot, "Criterion")
        await sees(pilot, "door, 3 Dec")
        await at(pilot, "u1-ticket", "e")
        await press(pilot, "enter")
        await place(pilot, "Choose")
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await write(pilot, "s")
        await press(pilot, "ctrl+s")
        await place(pilot, "Criterion")
        await sees(pilot, "Ticket rolls")
        await at(pilot, "u1-ticket", "e")
        await press(pilot, "enter")
        await place(pilot, "Choose")
        await press(pilot, "end", "enter")
        await place(pilot, "Criterion")
        await sees(pilot, "Evidence (0)")

    drive(audit.app(), NARROW, steps)
    (kept,) = records.list_evidence(audit.desk())
    assert (kept.title, kept.seen_on, kept.numbers) == ("Ticket rolls", "2026-12-03", ())


def test_an_action_from_here_is_done_opened_again_dropped_and_let_go(audit: Bench) -> None:
    half_way(audit)

    async def choose(pilot: Pilot[int], *keys: str) -> None:
        await at(pilot, "u1-wet-rack", "a")
        await press(pilot, "enter")
        await place(pilot, "Choose")
        await press(pilot, *keys)

    async def steps(pilot: Pilot[int]) -> None:
        await choose(pilot, "enter")
        await place(pilot, "FormDialog")
        await fill(pilot, "It is empty")
        await press(pilot, "enter")
        await place(pilot, "Criterion")
        await sees(pilot, "done")
        await choose(pilot, "enter")
        await place(pilot, "Criterion")
        await sees(pilot, "overdue")
        await choose(pilot, "down", "enter")
        await place(pilot, "FormDialog")
        await write(pilot, "No tray")
        await press(pilot, "enter")
        await place(pilot, "Criterion")
        await sees(pilot, "dropped")
        await choose(pilot, "end", "enter")
        await place(pilot, "Criterion")
        await sees(pilot, "Actions (0)")

    drive(audit.app(), NARROW, steps)
    last = records.list_actions(audit.desk())[-1]
    assert (last.what, last.status, last.outcome, last.numbers) == ("Empty the tray at four", "dropped", "No tray", ())


def test_leaving_the_list_changes_nothing(audit: Bench) -> None:
    half_way(audit)
    before = len(audit.history())

    async def steps(pilot: Pilot[int]) -> None:
        for criterion, key in (("u2-watch", "e"), ("u1-wet-rack", "a")):
            await at(pilot, criterion, key)
            await press(pilot, "escape")
            await place(pilot, "Criterion")

    drive(audit.app(), NARROW, steps)
    assert len(audit.history()) == before
