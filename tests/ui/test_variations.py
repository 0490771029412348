"""The whole audit by keyboard on the shipped packs, in the variations that the whole job does not walk."""

import pytest
from textual.pilot import Pilot

from compact_tui.core.progress import progress
from compact_tui.services.audits import start
from compact_tui.services.books import open_audit
from compact_tui.services.settings import set_up
from tests.ui.conftest import NARROW, WIDE, Bench, drive, go_to, place, press, sees

SETTINGS = {
    "nursery": {"sector": "early-years", "kind": "nursery"},
    "club": {"sector": "other", "kind": "sports-club", "without": "overnight"},
    "group": {"sector": "small-group", "kind": "voluntary-group"},
}


@pytest.mark.timeout(240)
@pytest.mark.usefixtures("unpainted")
@pytest.mark.parametrize(
    ("name", "size"),
    [pytest.param("nursery", NARROW, marks=pytest.mark.long), ("club", WIDE), ("group", NARROW)],
)
def test_every_criterion_is_answered_and_every_standard_graded_by_keyboard(
    bench: Bench, name: str, size: tuple[int, int]
) -> None:
    desk = bench.desk()
    set_up(desk, {"name": name, **SETTINGS[name]})
    start(desk)
    pack = open_audit(desk).pack
    key = pack.answer[0].key

    async def steps(pilot: Pilot[int]) -> None:
        first = pack.standard[0]
        await go_to(pilot, "Criterion", first.id, first.criterion[0].id)
        for standard in pack.standard:
            for at, _ in enumerate(standard.criterion, 1):
                await sees(pilot, f"━ {standard.number}.{at}  ")
                await press(pilot, key)
                await sees(pilot, f"{key}  ✓ ")
                await press(pilot, "right")
            if pack.level:
                await place(pilot, "Grade")
                await press(pilot, "2")
                await sees(pilot, f"grade: {pack.level[1].word}")
                await press(pilot, "n")
                await place(pilot, "Standard" if standard is not pack.standard[-1] else "Return")
                if standard is not pack.standard[-1]:
                    await press(pilot, "home", "enter")
                    await place(pilot, "Criterion")
        await place(pilot, "Return")

    drive(bench.app(), size, steps)

    opened = open_audit(bench.desk())
    assert progress(opened.pack, opened.audit).complete
    assert {answer.answer for answer in opened.audit.answers} == {pack.answer[0].id}
