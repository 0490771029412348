"""The screen of standing: ranked, four lines to each standard, evidence and sharing by keys."""

from textual.pilot import Pilot

from compact_tui.services import evidence
from compact_tui.services.books import open_audit
from tests.standing_samples import all_four
from tests.ui.conftest import NARROW, Bench, drive, place, press, sees


def test_the_whole_job_by_keyboard(audit: Bench) -> None:
    all_four(audit.desk())

    async def steps(pilot: Pilot[int]) -> None:
        await place(pilot, "Home")
        await press(pilot, "d")
        await place(pilot, "Standing")
        await sees(pilot, "2 of 3 differ")
        await sees(pilot, "12 answers: 5 full, 1 partial and 6 not yet")
        await press(pilot, "tab", "down", "down", "e")
        await sees(pilot, "Kept as evidence: 1 single-agency audit")
        await press(pilot, "s")
        await place(pilot, "Choose")
        await press(pilot, "down", "enter")
        await sees(pilot, "travel with the return")
        await press(pilot, "shift+tab", "enter")
        await place(pilot, "Results")
        await press(pilot, "escape")
        await place(pilot, "Standing")

    drive(audit.app(), NARROW, steps)

    assert [item.title for item in evidence.list_evidence(audit.desk())] == [
        "1 single-agency audit, 4 cases on standard 1, last 3 Dec 2026: 4 yes and 4 no"
    ]
    assert len(open_audit(audit.desk()).audit.standing) == 3


def test_enter_on_a_line_opens_what_explains_it(audit: Bench) -> None:
    all_four(audit.desk())

    async def steps(pilot: Pilot[int]) -> None:
        await place(pilot, "Home")
        for downs, there in ((0, "Standard"), (2, "AgencyAudit")):
            await press(pilot, "d")
            await place(pilot, "Standing")
            await press(pilot, "tab", *["down"] * downs, "enter")
            await place(pilot, there)
            await press(pilot, "escape")
            await place(pilot, "Standing")
            await press(pilot, "escape")
            await place(pilot, "Home")

    drive(audit.app(), NARROW, steps)


def test_too_little_for_evidence_is_told_and_nothing_is_kept(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await place(pilot, "Home")
        await press(pilot, "d")
        await place(pilot, "Standing")
        await sees(pilot, "nothing beside it yet")
        await press(pilot, "tab", "down", "e")
        await sees(pilot, "There is too little to keep as evidence")

    drive(audit.app(), NARROW, steps)

    assert evidence.list_evidence(audit.desk()) == ()


def test_the_return_lets_counts_travel_with_one_key(audit: Bench) -> None:
    all_four(audit.desk())

    async def steps(pilot: Pilot[int]) -> None:
        await place(pilot, "Home")
        await press(pilot, "r")
        await place(pilot, "Return")
        await sees(pilot, "is not in the return")
        await press(pilot, "d")
        await place(pilot, "Choose")
        await press(pilot, "down", "enter")
        await place(pilot, "Return")
        await sees(pilot, "3 Dec 2026, travel")

    drive(audit.app(), NARROW, steps)
