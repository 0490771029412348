"""Results of spot checks on the screen: by topic and role group, briefing, evidence, paper."""

import pytest
from textual.pilot import Pilot

from compact_tui.services import spot_keeping, spot_rounds
from compact_tui.services.desk import Desk
from compact_tui.services.records import list_evidence
from compact_tui.ui.app import CompactApp
from tests.asking import with_bank
from tests.bank_samples import question, story
from tests.ui.conftest import NARROW, SIZES, Bench, by_palette, drive, go_to, place, press, sees

BANK = (
    question(1, topic="recording", criteria=("u1-wet-rack",)),
    story(2, topic="prevent"),
    question(3, topic="attendance"),
)


def asking(bench: Bench) -> Desk:
    """A desk with the umbrella bank."""
    return with_bank(bench.desk("Head"), *BANK)


def app_of(bench: Bench) -> CompactApp:
    """The program with the same bank."""
    app = bench.app()
    with_bank(app.session.desk, *BANK)
    return app


@pytest.fixture
def heard(audit: Bench) -> Bench:
    """Answers of two groups, one of them unsafe."""
    desk = asking(audit)
    for _ in range(6):
        spot_rounds.record(desk, "Porters", "q-1", "not-yet")
        spot_rounds.record(desk, "Cleaners", "q-1", "full")
        spot_rounds.record(desk, "Cleaners", "q-2", "full")
    spot_rounds.record(desk, "Cleaners", "q-2", "not-yet", heard=["shake"])
    return audit


@pytest.mark.parametrize("size", SIZES)
def test_unsafe_stands_first_and_each_topic_is_told_by_role_group(heard: Bench, size: tuple[int, int]) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "i")
        await place(pilot, "Spot")
        await press(pilot, "v")
        await place(pilot, "Results")
        await sees(pilot, "❯ ! 3 Dec 2026, Cleaners: Where does umbrella 2 dry?")
        await press(pilot, "down", "down")
        await sees(pilot, "❯ · Writing it down")
        await sees(pilot, "! Porters")
        await sees(pilot, "not yet known: 0 % of 6 answers")
        await sees(pilot, "✓ Cleaners")
        await sees(pilot, "6 full, 6 not yet")
        await press(pilot, "escape")
        await place(pilot, "Spot")

    drive(app_of(heard), size, steps)


def test_enter_opens_the_briefing_one_key_writes_it_and_escape_comes_back_to_the_topic(heard: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Results")
        await press(pilot, "down", "down", "enter")
        await place(pilot, "Briefing")
        await sees(pilot, "Writing it down: 5 minutes together")
        await sees(pilot, "Say: On the rack by the door")
        await press(pilot, "w")
        await sees(pilot, "The briefing on Writing it down, one side: written to")
        await press(pilot, "l")
        await sees(pilot, "The slide, answer on the next")
        await press(pilot, "escape")
        await place(pilot, "Results")
        await sees(pilot, "❯ · Writing it down")

    drive(app_of(heard), NARROW, steps)
    names = sorted(path.name for path in heard.desk().workspace.pages_folder.iterdir())
    assert names == ["2026-12-03-briefing-recording.html", "spot-slide-q-1.html"]


def test_a_result_is_offered_with_its_criteria_ticked_and_kept_on_saving(heard: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Results")
        await press(pilot, "down", "down", "e")
        await place(pilot, "TickDialog")
        await sees(pilot, "1.2")
        await sees(pilot, "ticked")
        await press(pilot, "escape")
        await place(pilot, "Results")
        await press(pilot, "e")
        await place(pilot, "TickDialog")
        await press(pilot, "ctrl+s")
        await place(pilot, "Results")
        await sees(pilot, "Kept as evidence")

    drive(app_of(heard), NARROW, steps)
    (item,) = list_evidence(heard.desk())
    assert item.title.startswith("Spot check, Writing it down: 12 answers from 2 role groups, 3 Dec 2026")
    assert item.supports == ("u1-wet-rack",)


def test_without_an_audit_the_offer_says_what_to_do(bench: Bench) -> None:
    desk = asking(bench)
    for _ in range(5):
        spot_rounds.record(desk, "Porters", "q-1", "not-yet")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Results")
        await press(pilot, "e")
        await sees(pilot, "No audit has been started here")

    drive(app_of(bench), NARROW, steps)


def test_a_sheet_and_a_card_are_printed_for_a_group_once_staff_were_told(heard: Bench) -> None:
    async def untold(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Results")
        await press(pilot, "s")
        await sees(pilot, "Say first what staff are told")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Results")
        await press(pilot, "s")
        await place(pilot, "Choose")
        await press(pilot, "enter")
        await sees(pilot, "The sheet, answers on the back: written to")
        await by_palette(pilot, "Card")
        await place(pilot, "Choose")
        await press(pilot, "enter")
        await sees(pilot, "The pocket card")
        await by_palette(pilot, "Slide")
        await sees(pilot, "The slide, answer on the next")

    drive(app_of(heard), NARROW, untold)
    spot_keeping.tell_staff(asking(heard))
    drive(app_of(heard), NARROW, steps)


def test_with_nothing_heard_it_says_what_to_do_and_every_topic_has_a_briefing(bench: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Results")
        await sees(pilot, "Nothing was heard yet: escape, then n asks three questions")
        await sees(pilot, "never asked")
        await press(pilot, "home", "enter")
        await sees(pilot, "Move to a topic first.")
        await press(pilot, "end", "enter")
        await place(pilot, "Briefing")

    drive(app_of(bench), NARROW, steps)
