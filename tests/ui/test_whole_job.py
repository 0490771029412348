"""The whole job by keyboard alone, from nothing to a receipt; its return is that of the commands and services."""

from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from compact_tui.core.pack import AuditPack
from compact_tui.exchange.return_json import read
from compact_tui.services.books import open_audit
from compact_tui.services.home import home
from compact_tui.ui.widgets.choice_box import ChoiceBox
from tests import job
from tests.job import Plan, PlannedAnswer, plan_for, same_but_for_ids, told
from tests.test_whole_job import by_services
from tests.ui.conftest import (
    NARROW,
    WIDE,
    Bench,
    drive,
    field,
    focus,
    go_to,
    paste,
    place,
    press,
    program,
    sees,
    wait_for,
)


def _chose(box: ChoiceBox, text: str) -> bool:
    return box.chosen == text


def _is_back(pilot: Pilot[int], under: object) -> bool:
    return pilot.app.screen is under


async def _fill_in(pilot: Pilot[int], typed: dict[str, str]) -> None:
    """Fill in fields by tab, choose with the list, and save."""
    for name, text in typed.items():
        await field(pilot, name)
        box = pilot.app.focused
        if isinstance(box, ChoiceBox):
            if box.chosen != text:
                under = pilot.app.screen
                at = [known for known, _ in box.choices].index(text)
                await press(pilot, "enter")
                await place(pilot, "Choose")
                await press(pilot, "home", *["down"] * at, "enter")
                await wait_for(pilot, partial(_chose, box, text), f"{text} chosen")
                await wait_for(pilot, partial(_is_back, pilot, under), "the form again")
        else:
            await paste(pilot, text)
    await press(pilot, "ctrl+s")


async def _answer(pilot: Pilot[int], said: PlannedAnswer) -> None:
    await sees(pilot, f"━ {said.number}  ")
    await press(pilot, said.key)
    if said.reason:
        await place(pilot, "TextDialog")
        await paste(pilot, said.reason)
        await press(pilot, "ctrl+s")
        await place(pilot, "Criterion")
    # The cursor is on the answer that was given, so enter goes on to the note.
    await sees(pilot, f"{said.key}  ✓ ")
    await press(pilot, "enter")
    await focus(pilot, "note")
    await paste(pilot, said.note)
    await press(pilot, "escape")
    await focus(pilot, "answers")


async def _records(pilot: Pilot[int], key: str, typed: dict[str, str]) -> None:
    await press(pilot, key)
    await wait_for(pilot, lambda: type(pilot.app.screen).__name__ in {"FormDialog", "OfferDialog"}, "a dialog")
    if type(pilot.app.screen).__name__ == "OfferDialog":
        await place(pilot, "OfferDialog")
        await press(pilot, "ctrl+n")
    await place(pilot, "FormDialog")
    await _fill_in(pilot, typed)
    await place(pilot, "Criterion")


def _one_place_each(pack: AuditPack) -> Plan:
    """The plan, but that each piece of evidence speaks to one criterion: more cannot be said on a screen."""
    plan = plan_for(pack)
    return replace(plan, evidence=tuple(replace(item, supports=item.supports[:1]) for item in plan.evidence))


@pytest.mark.timeout(240)
@pytest.mark.usefixtures("unpainted")
@pytest.mark.parametrize("size", [NARROW, pytest.param(WIDE, marks=pytest.mark.long)])
def test_the_whole_job_by_keyboard_makes_the_same_return(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr("tests.test_whole_job.plan_for", _one_place_each)
    _, expected = by_services(tmp_path / "by services", "compact-12")

    async def set_up(pilot: Pilot[int]) -> None:
        await press(pilot, "n")
        await place(pilot, "Setup")
        await _fill_in(pilot, dict(job.SETTING))
        await place(pilot, "Home")
        await press(pilot, "n")
        await place(pilot, "FormDialog")
        await press(pilot, "ctrl+s")
        await place(pilot, "Home")
        await sees(pilot, "Begin with standard 1")

    drive(bench.app(), size, set_up)
    pack = open_audit(bench.desk()).pack
    plan = plan_for(pack)

    async def answer(pilot: Pilot[int]) -> None:
        await press(pilot, "n")
        by_criterion = {said.criterion: said for said in plan.answers}
        for standard, graded in zip(pack.standard, plan.standards, strict=True):
            await place(pilot, "Standard")
            await press(pilot, "home", "enter")
            await place(pilot, "Criterion")
            for criterion in standard.criterion:
                await _answer(pilot, by_criterion[criterion.id])
                await press(pilot, "right")
            await place(pilot, "Grade")
            await _grade(pilot, pack, graded.level, graded.reason, graded.summary)
            await press(pilot, "n")
        await place(pilot, "Return")

    drive(bench.app(), size, answer)

    async def send(pilot: Pilot[int]) -> None:
        for evidence in plan.evidence:
            await _evidence(pilot, pack, dict(evidence.typed), evidence.supports)
        for action in plan.actions:
            await _evidence(pilot, pack, dict(action.typed), action.supports, "a")
        await go_to(pilot, "Return")
        await press(pilot, "m")
        await sees(pilot, "Made, and NOT yet sent.")
        await press(pilot, "s")
        await place(pilot, "FormDialog")
        await field(pilot, "by")
        await press(pilot, "end", *["backspace"] * len(job.WHO))
        await paste(pilot, job.SENT_BY)
        await press(pilot, "enter")
        await place(pilot, "Return")
        await press(pilot, "o")
        await place(pilot, "FormDialog")
        await field(pilot, "ref")
        await paste(pilot, job.RECEIPT_REF)
        await press(pilot, "enter")
        await sees(pilot, "Return: receipt")

    drive(bench.app(), size, send)
    (folder,) = (bench.root / "sent").iterdir()
    (made,) = folder.glob("*-return.json")
    seen = read(made.read_bytes()).return_
    assert told(seen) == told(expected)
    assert same_but_for_ids(seen, expected)
    assert home(bench.desk()).next.place == "done"


async def _grade(pilot: Pilot[int], pack: AuditPack, level: str, reason: str, summary: str) -> None:
    at = [known.id for known in pack.level].index(level) + 1
    await press(pilot, str(at))
    if reason:
        await place(pilot, "TextDialog")
        await paste(pilot, reason)
        await press(pilot, "ctrl+s")
        await place(pilot, "Grade")
    await press(pilot, "s")
    await focus(pilot, "summary")
    await paste(pilot, summary)
    await press(pilot, "escape")
    await focus(pilot, "levels")


async def _evidence(
    pilot: Pilot[int], pack: AuditPack, typed: dict[str, str], supports: tuple[str, ...], key: str = "e"
) -> None:
    standard = next(s.id for s in pack.standard if any(c.id == supports[0] for c in s.criterion))
    await go_to(pilot, "Criterion", standard, supports[0])
    await wait_for(pilot, lambda: program(pilot).focused is not None, "the criterion")
    await _records(pilot, key, typed)
