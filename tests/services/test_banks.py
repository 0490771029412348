"""Question banks in a workspace: which there are, how they stand, confirming, checking, making, taking and writing."""

from functools import cache
from pathlib import Path

import pytest

from compact_tui.core.bank_views import BankPage, QuestionPage
from compact_tui.core.errors import CompactError, UsageError
from compact_tui.services import bank_linting, bank_making, bank_pages
from compact_tui.services.banks import all_banks, askable
from compact_tui.services.desk import Desk
from compact_tui.services.spot_books import confirmations
from compact_tui.storage.banks import shipped_banks
from tests.services.desks import at, desk_in, reopened

SHIPPED = cache(shipped_banks)
DRAFT, BANK = "pre-school-phone-law", "whistleblowing"
TRIPS = {"title": "Our trips", "owner": "Deputy lead", "topic": "activities-and-trips"}
FIRST = {
    "prompt": "Who carries the register on a walk?",
    "answer": "The adult at the front, on paper, so that it can be read when a phone is flat.",
    "must": "The adult at the front",
    "why": "A list tells at once who is missing.",
    "source": "Our policy on trips, 2026",
    "place": "Page 2",
}


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped banks are the same for every test here; reading them takes longer than most of them."""
    monkeypatch.setattr("compact_tui.services.banks.shipped_banks", SHIPPED)


@pytest.fixture
def bare(tmp_path: Path) -> Desk:
    """A desk on an empty workspace, with nobody named."""
    return desk_in(tmp_path / "ws", who="Designated lead")


@pytest.fixture
def trips(bare: Desk) -> Desk:
    """The same with a bank of its own."""
    bank_making.new_bank(bare, TRIPS | FIRST)
    return bare


def own_file(desk: Desk, name: str) -> Path:
    return desk.workspace.banks_folder / name


def edited(desk: Desk, path: Path, old: str, new: str) -> Desk:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return reopened(desk)


def test_an_empty_workspace_lists_the_shipped_banks_and_is_left_empty(bare: Desk) -> None:
    view = bank_pages.list_banks(bare)

    assert len(view.banks) == 22
    assert sum(line.questions for line in view.banks) == 328
    assert sum(line.drafts for line in view.banks) == 55
    assert view.sentence.startswith("273 questions may be asked today. None is past its review day. 55 drafts wait")
    assert not bare.workspace.root.exists()


def test_what_is_past_its_review_day_is_counted_and_still_asked(bare: Desk) -> None:
    later = at(bare, days=60)

    view = bank_pages.list_banks(later)

    due = sum(line.due_for_review for line in view.banks)
    assert due > 0
    assert f'{due} of them carry the mark "check the edition".' in view.sentence
    assert sum(line.asked for line in view.banks) == 273


def test_a_bank_and_a_question_are_shown_by_their_ids(bare: Desk) -> None:
    whole, one = bank_pages.show_bank(bare, BANK), bank_pages.show_bank(bare, DRAFT)

    assert isinstance(whole, BankPage)
    assert (whole.line.id, len(whole.questions)) == (BANK, 9)
    assert isinstance(one, QuestionPage)
    assert (one.line.askable, one.line.state, one.confirmed) == (False, "draft", "")
    assert "until the lead has opened its document" in one.line.why_not


def test_an_id_that_is_nearly_right_is_answered_with_the_right_one(bare: Desk) -> None:
    with pytest.raises(UsageError) as told:
        bank_pages.show_bank(bare, "whistle-blowing")

    assert told.value.hint == 'Did you mean "whistleblowing"?'


def test_a_confirmed_draft_is_asked_until_that_is_taken_back(bare: Desk) -> None:
    view = bank_pages.confirm(bare, DRAFT, "3 December 2026")

    assert (view.questions, view.drafts, view.notes) == ((DRAFT,), (DRAFT,), ())
    assert view.sentence == "1 question confirmed as checked on 3 December 2026. 1 draft may be asked from now on."
    assert confirmations(reopened(bare))[DRAFT].by == "Designated lead"
    page = bank_pages.show_bank(reopened(bare), DRAFT)
    assert isinstance(page, QuestionPage) and page.line.askable
    assert page.confirmed == "Confirmed by Designated lead on 3 December 2026, edition 2026.1."
    assert bank_pages.take_back(bare).what == f"undid confirmed: {DRAFT}"
    assert confirmations(reopened(bare)) == {}


def test_confirming_a_bank_takes_the_mark_from_all_of_it(bare: Desk) -> None:
    later = at(bare, days=120)
    before = next(line for line in bank_pages.list_banks(later).banks if line.id == BANK)

    view = bank_pages.confirm(later, BANK, later.today)

    after = next(line for line in bank_pages.list_banks(later).banks if line.id == BANK)
    assert (before.due_for_review, after.due_for_review, len(view.questions)) == (7, 0, 9)


def test_checked_before_the_review_day_leaves_the_mark_and_says_so(bare: Desk) -> None:
    view = bank_pages.confirm(at(bare, days=120), BANK, "2026-12-03")

    assert view.notes == ('7 questions keep the mark "check the edition": checked before their review day.',)


@pytest.mark.parametrize(
    ("name", "day", "words"),
    [
        ("nothing-such", "2026-12-01", "There is no question bank or question"),
        (BANK, "tomorrow", '"tomorrow" is not a day'),
        (BANK, "2026-12-04", "4 December 2026 has not come yet"),
    ],
)
def test_what_cannot_be_confirmed_says_why_and_keeps_nothing(bare: Desk, name: str, day: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        bank_pages.confirm(bare, name, day)

    assert not bare.workspace.root.exists()


def test_nobody_cannot_confirm(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Say who has opened the documents"):
        bank_pages.confirm(desk_in(tmp_path, who=""), BANK, "2026-12-01")


def test_with_nothing_confirmed_there_is_nothing_to_take_back(bare: Desk) -> None:
    with pytest.raises(CompactError, match="nothing to undo"):
        bank_pages.take_back(bare)


def test_every_shipped_bank_is_without_errors_and_warnings(bare: Desk) -> None:
    checks = bank_linting.lint_banks(at(bare, days=-11))

    assert [problem.what for one in checks for problem in one.problems] == []
    assert len(checks) == 22


def test_a_bank_is_checked_by_id_and_by_file(trips: Desk) -> None:
    path = own_file(trips, "our-trips.toml")
    desk = edited(trips, path, 'topic = "activities-and-trips"', 'topic = "trips"')

    by_id, by_file = bank_linting.lint_banks(desk, "our-trips"), bank_linting.lint_banks(desk, str(path))

    assert by_id == by_file
    assert (by_id[0].errors, by_id[0].warnings) == (1, 0)
    assert (by_id[0].problems[0].file, by_id[0].problems[0].line) == ("our-trips.toml", 28)
    with pytest.raises(UsageError, match="no question bank or file"):
        bank_linting.lint_banks(desk, "our-trps")


def test_a_bank_that_cannot_be_read_is_told_and_stops_nothing(trips: Desk) -> None:
    own_file(trips, "torn.toml").write_text("[bank\n", "utf-8")
    desk = reopened(trips)

    assert len(all_banks(desk)) == len(all_banks(desk)) == 23
    assert [sentence for sentence in desk.shelf.notices if "torn.toml cannot be used" in sentence] == desk.shelf.notices
    assert bank_linting.lint_banks(desk)[-1].errors == 1


def test_a_bank_of_ones_own_is_begun_sound_and_asked_at_once(trips: Desk) -> None:
    (check,) = bank_linting.lint_banks(reopened(trips), "our-trips")

    assert (check.errors, check.warnings, check.questions) == (0, 0, 1)
    assert [one.question.prompt for one in askable(reopened(trips)) if one.bank == "our-trips"] == [FIRST["prompt"]]


def test_a_bank_begun_without_a_question_has_an_example_that_is_not_asked(bare: Desk) -> None:
    made = bank_making.new_bank(bare, TRIPS)

    assert "It is an example and a draft." in made.sentence
    assert bank_linting.lint_banks(reopened(bare), "our-trips")[0].problems == ()
    assert [one for one in askable(reopened(bare)) if one.bank == "our-trips"] == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"title": ""}, "--title: This is needed."),
        ({"topic": "trip"}, '"trip" is not one of'),
        ({"prompt": "Who counts?"}, "--answer: This is needed."),
        ({"title": "Whistleblowing"}, 'There is a bank "whistleblowing" already.'),
    ],
)
def test_a_bank_that_cannot_be_begun_says_what_is_lacking(bare: Desk, typed: dict[str, str], words: str) -> None:
    with pytest.raises(UsageError) as told:
        bank_making.new_bank(bare, TRIPS | typed)

    assert words in told.value.message
    assert not bare.workspace.root.exists()
