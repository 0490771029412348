"""The place of the spot checks: testing oneself, counts, paper, what was remembered later, what is kept."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from compact_tui.services import spot_checks, spot_exchange, spot_keeping, spot_rounds
from compact_tui.services.desk import Desk
from compact_tui.services.spot_books import all_heard
from compact_tui.ui.app import CompactApp
from tests.asking import with_bank
from tests.services.desks import at
from tests.ui.conftest import (
    NARROW,
    WIDE,
    Bench,
    drive,
    fill,
    go_to,
    place,
    press,
    program,
    screen_text,
    sees,
    write,
)


@pytest.fixture
def told(bench: Bench) -> Bench:
    """A workspace in which staff were told, initials too, and one answer was heard."""
    desk = asking(bench)
    spot_keeping.tell_staff(desk, {"initials": "yes", "months": "6"})
    spot_rounds.record(at(desk, days=-300), "Porters", "q-1", "partial", note="Old zebra", initials="JP")
    spot_rounds.record(desk, "Porters", "q-1", "partial", note="At the gate")
    return bench


def asking(bench: Bench) -> Desk:
    """A desk with the umbrella bank, as another program would have it."""
    return with_bank(bench.desk("Head"))


def app_of(bench: Bench) -> CompactApp:
    """The program with the umbrella bank."""
    app = bench.app()
    with_bank(app.session.desk)
    return app


def test_one_tests_oneself_until_it_is_right_and_nothing_is_kept(bench: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Spot")
        await press(pilot, "s")
        await place(pilot, "SelfTest")
        for number in range(1, 5):
            await sees(pilot, f"question {number} of 4")
            await _until_right(pilot)
            await press(pilot, "enter")
        await place(pilot, "Choose")
        await sees(pilot, "4 questions,")
        await press(pilot, "enter")
        await place(pilot, "Spot")

    drive(app_of(bench), NARROW, steps)
    assert all_heard(asking(bench)) == ()
    assert not bench.root.joinpath("spot-checks").exists()


async def _until_right(pilot: Pilot[int]) -> None:
    """Answer the question that is shown: by its points, by several options, or wrong first and then right."""
    shown = screen_text(program(pilot))
    if "space shows the answer" in shown:
        await press(pilot, "space")
        await sees(pilot, "On the rack")
        await press(pilot, "1", "enter")
        await sees(pilot, "That is: full.")
    elif "Several are right" in shown:
        await press(pilot, _letter(shown, "On the rack"), "enter")
        await sees(pilot, "Right so far, and there is more: try again.")
        await press(pilot, _letter(shown, "In the tray"), "enter")
        await sees(pilot, "That is right.")
    else:
        await press(pilot, _letter(shown, "Shake it indoors"))
        await sees(pilot, "Somebody could slip.")
        await press(pilot, _letter(shown, "Ask the porter"))
        await sees(pilot, "That is right.")
    await sees(pilot, "enter goes on.")


def _letter(shown: str, words: str) -> str:
    line = next(line for line in shown.splitlines() if words in line)
    return line.partition(words)[0].split()[-1 if line.partition(words)[0].split()[-1] in "abc" else -2]


def test_a_self_test_is_kept_without_a_name_where_one_says_so(bench: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "SelfTest")
        for _ in range(4):
            await _until_right(pilot)
            await press(pilot, "enter")
        await place(pilot, "Choose")
        await press(pilot, "down", "enter")
        await place(pilot, "Spot")
        await sees(pilot, "4 answers heard so far.")

    drive(app_of(bench), WIDE, steps)
    assert {one.question: one.level for one in all_heard(asking(bench))} == {
        "q-1": "full",
        "q-2": "not-yet",
        "q-3": "partial",
        "q-5": "full",
    }


def test_counts_of_a_group_are_typed_in(told: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Spot")
        await press(pilot, "t")
        await place(pilot, "Choose")
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await fill(pilot, "", "5", "2")
        await press(pilot, "ctrl+s")
        await place(pilot, "Spot")
        await sees(pilot, "Porters, 7 answers:")

    drive(app_of(told), NARROW, steps)
    assert spot_rounds.list_rounds(asking(told))[0].people == 7


def test_answers_from_paper_are_asked_for_again_until_they_can_be_read(told: Bench) -> None:
    spot_checks.begin(asking(told), "Cooks", seed=1, way="paper")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Spot")
        await press(pilot, "p")
        await place(pilot, "FormDialog")
        await press(pilot, "ctrl+s")
        await place(pilot, "TextDialog")
        await write(pilot, "1 f")
        await press(pilot, "enter")
        await write(pilot, "2 splendid")
        await press(pilot, "ctrl+s")
        await sees(pilot, 'Answer 2, "2 splendid"')
        await press(pilot, *["backspace"] * 8, "p", "ctrl+s")
        await place(pilot, "Spot")
        await sees(pilot, "Cooks, 2 answers: 1 full, 1 partial.")

    drive(app_of(told), NARROW, steps)
    assert [one.level for one in all_heard(asking(told))[-2:]] == ["full", "partial"]


def test_what_was_remembered_later_is_added_and_both_are_shown(told: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Spot")
        await press(pilot, "r")
        await place(pilot, "Rounds")
        await sees(pilot, "Note: At the gate")
        await press(pilot, "l")
        await place(pilot, "Choose")
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await fill(pilot, "And never on a lap.")
        await press(pilot, "ctrl+s")
        await sees(pilot, "Later, 3 Dec 2026: And never on a lap.")
        await sees(pilot, "partial")
        await press(pilot, "enter")
        await sees(pilot, "This round is ended.")
        await press(pilot, "escape")
        await place(pilot, "Spot")

    drive(app_of(told), NARROW, steps)
    assert all_heard(asking(told))[-1].level == "partial"


def test_what_is_over_and_a_persons_own_answers_are_taken_out_after_asking(told: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Keeping")
        await sees(pilot, "After 6 months only counts stay.")
        await press(pilot, "p")
        await place(pilot, "FormDialog")
        await fill(pilot, "jp")
        await place(pilot, "Confirm")
        await sees(pilot, "Old zebra")
        await press(pilot, "enter")
        await sees(pilot, "1 answer with the initials JP.")
        await press(pilot, "o")
        await place(pilot, "Confirm")
        await press(pilot, "d")
        await sees(pilot, "are taken out; only counts stay.")

    drive(app_of(told), WIDE, steps)
    assert [one.note for one in all_heard(asking(told))] == ["At the gate"]
    assert not [p for p in told.root.rglob("*.json") if "Old zebra" in p.read_text("utf-8")]


def test_rounds_are_written_to_a_file_and_taken_in_from_one(told: Bench, tmp_path: Path) -> None:
    other = with_bank(Bench(Path("other")).desk("Lead"))
    spot_rounds.record(other, "Cooks", "q-2", "full")
    file = Path(spot_exchange.export_rows(other, tmp_path / "other.json").path)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Keeping")
        await press(pilot, "w")
        await sees(pilot, "are written to")
        await press(pilot, "t")
        await place(pilot, "FormDialog")
        await fill(pilot, str(file))
        await sees(pilot, "were here already")
        await press(pilot, "c")
        await place(pilot, "FormDialog")
        await press(pilot, "ctrl+s")
        await sees(pilot, "Kept. Tell your staff.")

    drive(app_of(told), WIDE, steps)
    assert list(told.root.joinpath("pages").glob("spot-checks-*.json"))


def test_nothing_to_go_on_with_is_said(told: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Spot")
        await press(pilot, "g")
        await sees(pilot, "No round waits: press n to ask.")
        await press(pilot, "m")
        await place(pilot, "People")
        await press(pilot, "escape")
        await place(pilot, "Spot")

    drive(app_of(told), NARROW, steps)
