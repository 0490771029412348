"""Pages of the spot checks: sheet, card, slide and briefing."""

from pathlib import Path

import pytest

from compact_tui.core.errors import CompactError, UsageError
from compact_tui.core.spot_views import SpotPrinted
from compact_tui.services import spot_pages, spot_rounds
from compact_tui.services.desk import Desk
from compact_tui.services.spot_books import all_checks
from tests.asking import asking_desk
from tests.bank_samples import question, story
from tests.pages import read_page

BANK = (
    question(1, topic="recording", knew_where=True, answer="On the <rack> & open."),
    story(2, topic="prevent"),
    question(3, topic="attendance", critical=True, why="Wet coats."),
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return asking_desk(tmp_path / "ws", *BANK)


def text(made: SpotPrinted) -> str:
    page = read_page(Path(made.page).read_bytes())
    assert page.wrong == []
    assert not page.all("script", "img", "link", "iframe")
    return " ".join(page.text.split())


def test_a_sheet_has_the_questions_in_front_and_the_answers_behind_and_its_answers_can_be_typed_in(desk: Desk) -> None:
    made = spot_pages.sheet(desk, "Porters", seed=1)

    said = text(made)
    front, back = said.split("Model answers: say them back")[-2:]
    assert "On the <rack> & open." in back
    assert "On the <rack> & open." not in front
    assert "On a visitor's lap (unsafe if said)" in front
    assert "Where does umbrella 3 dry? (critical)" in front
    assert "b Ask the porter: right" in back
    assert "Why it mattersWet coats." in back
    assert front.count("knew where to look") == 1
    assert made.round in front
    assert (all_checks(desk)[0].id, all_checks(desk)[0].way) == (made.round, "paper")
    view = spot_rounds.enter_paper(desk, {"round": made.round, "group": "Porters"}, "1 f; 2 p; 3 n")
    assert [line.level for line in view.heard] == ["full", "partial", "not-yet"]


def test_a_round_can_be_printed_again_and_another_file_is_kept(desk: Desk, tmp_path: Path) -> None:
    made = spot_pages.sheet(desk, "Porters", seed=1)
    again = spot_pages.sheet(desk, round_id=made.round)
    assert again == made
    assert len(all_checks(desk)) == 1

    mine = tmp_path / "mine.html"
    mine.write_text("Mine")
    with pytest.raises(UsageError, match="is there already"):
        spot_pages.card(desk, "Porters", output=str(mine))
    with pytest.raises(UsageError, match="is there already and is not this page"):
        spot_pages.sheet(desk, round_id=made.round, output=str(mine))
    assert mine.read_text() == "Mine"
    assert len(all_checks(desk)) == 1


def test_a_card_has_three_questions_and_their_answers_on_the_other_half(desk: Desk) -> None:
    made = spot_pages.card(desk, "Porters", seed=1)
    page = read_page(Path(made.page).read_bytes())

    halves = page.all("section")
    said = text(made)
    assert [half.attributes["aria-label"] for half in halves] == ["Questions", "Answers"]
    front, back = said.split("Read the answer back")
    assert all(f"Where does umbrella {n} dry?" in front for n in (1, 2, 3))
    assert "a Put it on the rack" in front
    assert "Unsafe if said: Shake it indoors" in back
    assert "House rules, 2026, Page 2" in back
    assert front.count("knew where to look") == 1
    assert f"paper --round {made.round}" in said


def test_a_long_card_is_printed_smaller(tmp_path: Path) -> None:
    long = asking_desk(tmp_path / "long", *(story(n, prompt="So it rains. " * 17, topic=f"t{n}") for n in (1, 2, 3)))
    short = asking_desk(tmp_path / "short", question(1))

    assert b'class="questions tight"' in Path(spot_pages.card(long, "Porters").page).read_bytes()
    assert b'class="questions"' in Path(spot_pages.card(short, "Porters").page).read_bytes()


def test_a_slide_shows_the_answer_only_after_the_question(desk: Desk) -> None:
    made = spot_pages.slide(desk, "q-2")

    question_side, answer_side = text(made).split("The answer is on the next slide")
    assert "Where does umbrella 2 dry?" in question_side
    assert "Hands up" in question_side
    assert "On the rack by the door" not in question_side
    assert "On the rack by the door" in answer_side
    assert "a Put it on the rack" in answer_side
    assert "Shake it indoors" not in answer_side
    assert spot_pages.slide(desk, topic="attendance").question == "q-3"
    assert all_checks(desk) == ()


def test_a_briefing_is_a_page_of_todays_date_and_is_brought_up_to_date(desk: Desk) -> None:
    made = spot_pages.briefing_page(desk, "prevent")

    assert Path(made.page).name == "2026-12-03-briefing-prevent.html"
    said = text(made)
    assert "Prevent: five minutes together" in said
    assert "What could get in the way" in said
    assert "House rules, 2026, Page 2" in said
    assert spot_pages.briefing_page(desk, "prevent") == made


def test_nothing_to_ask_and_nobody_named_are_said(tmp_path: Path) -> None:
    desk = asking_desk(tmp_path / "ws", question(1, roles=("governor",)))

    with pytest.raises(CompactError, match="no question that may be put to everybody"):
        spot_pages.slide(desk)
    with pytest.raises(UsageError, match="Say who is asked"):
        spot_pages.sheet(desk)
    with pytest.raises(UsageError, match='no round "s-9"'):
        spot_pages.card(desk, round_id="s-9")
