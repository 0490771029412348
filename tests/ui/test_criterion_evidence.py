"""Evidence and actions added where a question is answered."""

from textual.pilot import Pilot

from compact_tui.services import records
from tests.ui.conftest import (
    NARROW,
    Bench,
    by_palette,
    drive,
    fill,
    go_to,
    place,
    press,
    saved,
    sees,
    write,
)


def test_evidence_is_added_by_keyboard(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await press(pilot, "e")
        await place(pilot, "FormDialog")
        await fill(pilot, "Ticket roll")
        await press(pilot, "enter")
        await place(pilot, "Choose")
        await press(pilot, "down", "enter")
        await place(pilot, "FormDialog")
        await fill(pilot, "By the door", "Porter", "1 Dec 2026", "")
        await press(pilot, "enter")
        await place(pilot, "Criterion")
        await sees(pilot, "Evidence (1)")
        await saved(pilot)

    drive(audit.app(), NARROW, steps)
    (kept,) = records.list_evidence(audit.desk())
    assert (kept.title, kept.kind, kept.where, kept.held_by) == ("Ticket roll", "visitor-word", "By the door", "Porter")
    assert (kept.seen_on, kept.review_by, kept.supports) == ("2026-12-01", "", ("u1-ticket",))


def test_evidence_and_an_action_are_added_by_the_palette(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await by_palette(pilot, "Evidence")
        await place(pilot, "FormDialog")
        await write(pilot, "Roll")
        await press(pilot, "ctrl+s")
        await place(pilot, "Criterion")
        await by_palette(pilot, "Action")
        await place(pilot, "FormDialog")
        await fill(
            pilot,
            "Buy a roll",
            "Porter",
        )
        await write(pilot, "18 Dec 2026")
        await press(pilot, "enter")
        await place(pilot, "Criterion")
        await sees(pilot, "Actions (1)")

    drive(audit.app(), NARROW, steps)
    assert [item.title for item in records.list_evidence(audit.desk())] == ["Roll"]
    (kept,) = records.list_actions(audit.desk())
    assert (kept.what, kept.who, kept.due, kept.supports) == ("Buy a roll", "Porter", "2026-12-18", ("u1-ticket",))


def test_evidence_that_is_left_half_typed_is_not_added_and_a_wrong_day_is_told(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await press(pilot, "e")
        await place(pilot, "FormDialog")
        await press(pilot, "ctrl+s")
        await sees(pilot, "✗ This is needed.")
        await write(pilot, "Roll")
        for _ in range(4):
            await press(pilot, "tab")
        await write(pilot, "the 40th")
        await press(pilot, "ctrl+s")
        await sees(pilot, "✗ ")
        await press(pilot, "escape")
        await place(pilot, "Criterion")

    drive(audit.app(), NARROW, steps)
    assert records.list_evidence(audit.desk()) == ()
