"""A partnership's year by the keyboard alone, and a setting's answer at the end of it.

The cohort is collected beforehand; what is looked at is what is on the disk after the last key.
"""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from compact_tui.core.analysis_heat import plain_figures
from compact_tui.core.read_records import PlanVerdict, Remark
from compact_tui.services import answering, facts, grading, replies_in, requests, requests_out, returns
from compact_tui.services.analysing import analyse
from compact_tui.services.chasing import chase
from compact_tui.services.collecting import collect
from compact_tui.services.partnership_book import kept
from compact_tui.services.records import list_actions
from compact_tui.services.replies_out import list_replies
from compact_tui.ui.widgets.pick_list import PickList
from tests.ui.conftest import (
    NARROW,
    Bench,
    drive,
    field,
    fill,
    place,
    press,
    program,
    screen_text,
    sees,
    wait_for,
    write,
)
from tests.year import Cohort, counted_by_analysis, counted_by_sql

QUESTION, ANSWER = "Who holds the keys?", "The office does."


@pytest.fixture
def setting(bench: Bench) -> Bench:
    """A setting's own workspace."""
    return Bench(Path("cedar"))


async def to_row(pilot: Pilot[int], list_: str, wanted: str) -> None:
    """Move down to a row, from wherever the cursor is."""
    listed = pilot.app.screen.query_one(f"#{list_}", PickList)
    await wait_for(pilot, lambda: any(row.id == wanted for row in listed.rows), f"the row {wanted}")
    await press(pilot, "home")
    for _ in listed.rows:
        if listed.row is not None and listed.row.id == wanted:
            return
        await press(pilot, "down")
    pytest.fail(f"No key leads to {wanted}:\n{screen_text(program(pilot))}")


async def to_hub(pilot: Pilot[int], key: str, name: str) -> None:
    """From a place back to the hub, and into another one."""
    await press(pilot, "escape")
    await place(pilot, "Partnership")
    await press(pilot, key)
    await place(pilot, name)


async def takes_in(pilot: Pilot[int], folder: str, told: str) -> None:
    """Take in a folder where Collect is open."""
    await press(pilot, "a")
    await place(pilot, "FormDialog")
    await fill(pilot, folder)
    await press(pilot, "ctrl+s")
    await place(pilot, "Collect")
    await sees(pilot, told)


async def reads(pilot: Pilot[int], own: str) -> None:
    """Share the returns out, then moderate, ask, send the plan back and be done with one of them."""
    await press(pilot, "a")
    await place(pilot, "FormDialog")
    await fill(pilot, "Ann Lee, Sam Hill")
    await press(pilot, "ctrl+s")
    await sees(pilot, "returns shared out among 2 readers.")
    await to_row(pilot, "queue", own)
    await press(pilot, "enter")
    await place(pilot, "Reading")
    await press(pilot, "down", "down", "down", "m")
    await place(pilot, "FormDialog")
    await press(pilot, "enter")
    await place(pilot, "Choose")
    await press(pilot, "down", "enter")
    await place(pilot, "FormDialog")
    await field(pilot, "reason", "One reference is missing.")
    await press(pilot, "ctrl+s")
    await place(pilot, "Reading")
    await press(pilot, "r")
    await place(pilot, "FormDialog")
    await press(pilot, "enter")
    await place(pilot, "Choose")
    await press(pilot, "down", "enter")
    await place(pilot, "FormDialog")
    await field(pilot, "text", QUESTION)
    await press(pilot, "ctrl+s")
    await place(pilot, "Reading")
    await press(pilot, "p")
    await place(pilot, "FormDialog")
    await press(pilot, "enter")
    await place(pilot, "Choose")
    await press(pilot, "down", "enter")
    await place(pilot, "FormDialog")
    await field(pilot, "reason", "Nobody is named.")
    await press(pilot, "ctrl+s")
    await place(pilot, "Reading")
    await press(pilot, "d")
    await sees(pilot, "· read")
    await press(pilot, "escape")
    await place(pilot, "ReadQueue")


@pytest.mark.parametrize("settings", [40, pytest.param(200, marks=pytest.mark.long)])
def test_a_year_by_keyboard_ends_with_an_answer_that_is_collected(
    bench: Bench, setting: Bench, unpainted: None, settings: int
) -> None:
    cohort = Cohort(bench.root, settings)
    own = cohort.of("never")[0].entry
    office = bench.desk("Officer")
    collect(office, [cohort.inbox])
    asked = requests_out.make_requests(office, [own.id]).made[0]
    school = setting.desk("Lead")
    requests.take_request(school, str(next(Path(asked.folder).glob("*-request.json"))), begin=True)
    answering.answer(school, "3.2", "met")
    grading.grade(school, "3", "good", reason="We looked.")
    sent = returns.make(school)
    returned = chase(office).returned
    folders: list[str] = []

    async def first(pilot: Pilot[int]) -> None:
        await press(pilot, "n")
        await place(pilot, "Partnership")
        await sees(pilot, f"{settings} settings")
        await press(pilot, "r")
        await place(pilot, "Register")
        await to_row(pilot, "entries", own.id)
        await sees(pilot, own.contact_email)
        await to_hub(pilot, "c", "Chase")
        await to_row(pilot, "awaited", own.id)
        await sees(pilot, f"{own.name}: 14 days late")
        await to_hub(pilot, "i", "Collect")
        await takes_in(pilot, str(Path(sent.folder).resolve()), "1 return taken")
        await to_hub(pilot, "l", "ReadQueue")
        await reads(pilot, sent.id)
        await to_hub(pilot, "a", "Analysis")
        await sees(pilot, "Good or better")
        await press(pilot, "down", "down", "enter")
        await place(pilot, "Behind")
        await sees(pilot, "inside the partnership only")
        await press(pilot, "escape")
        await place(pilot, "Analysis")
        await to_hub(pilot, "y", "Replies")
        await to_row(pilot, "replies", own.id)
        await press(pilot, "enter")
        await sees(pilot, "1 reply made.")

    async def theirs(pilot: Pilot[int]) -> None:
        reply = next(bench.root.resolve().glob(f"sent/*-reply-{own.id.lower()}-*/*-reply.json"))
        await press(pilot, "r")
        await place(pilot, "Return")
        await press(pilot, "y")
        await place(pilot, "Reply")
        await press(pilot, "o")
        await place(pilot, "FormDialog")
        await fill(pilot, str(reply))
        await place(pilot, "Reply")
        await sees(pilot, QUESTION)
        await press(pilot, "t")
        await sees(pilot, "an action")
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await write(pilot, ANSWER)
        await press(pilot, "ctrl+s")
        await place(pilot, "Reply")
        await sees(pilot, "answered")
        await press(pilot, "m")
        await sees(pilot, "Your answer is in")
        folders.extend(str(path.resolve()) for path in setting.root.glob("sent/*-answer-*"))

    async def last(pilot: Pilot[int]) -> None:
        await press(pilot, "n")
        await place(pilot, "Partnership")
        await press(pilot, "i")
        await place(pilot, "Collect")
        await takes_in(pilot, folders[0], "1 answer to our replies taken")
        await to_hub(pilot, "y", "Replies")
        await sees(pilot, "1 replied to, 1 answered; ")

    drive(bench.app(), NARROW, first)
    drive(setting.app(), NARROW, theirs)
    drive(bench.app(), NARROW, last)

    desk = bench.desk("Officer")
    assert chase(desk).returned == returned + 1
    assert [one.entry for one in list_replies(desk).lines if one.answered_on] == [own.id]
    assert [(one.text, one.answer) for one in kept(desk, "remarks", Remark)] == [
        (QUESTION, f"{ANSWER}\nAction: {QUESTION}")
    ]
    assert [one.accepted for one in kept(desk, "plan_verdicts", PlanVerdict)] == [False]
    assert [one.what for one in list_actions(setting.desk())] == [QUESTION]
    assert replies_in.show_reply(setting.desk()).open == 0
    facts.write_facts(desk, "tables")
    by_sql = counted_by_sql(Path("tables/facts.sqlite"), "compact-12", "2026.1")
    shown = counted_by_analysis(plain_figures(analyse(desk).analysis))
    assert len(shown) >= 24
    assert shown == {cell: by_sql[cell] for cell in shown}
