"""What is wrong with a notice list is said before anyone walks with it."""

from typing import Any

import pytest

from compact_tui.core.bank import Place
from compact_tui.core.notice import NoticeItem, NoticeList, Reading
from compact_tui.core.notice_lint import lint_notices
from compact_tui.core.problems import Severity
from tests.notice_samples import TODAY, edition, item, notices, number, old, source

TOPICS = ("drying",)


def told(made: NoticeList, today: str = TODAY) -> str:
    return " | ".join(f"{problem.where}: {problem.what}" for problem in lint_notices(made, TOPICS, today))


def test_a_sound_list_has_nothing_to_put_right() -> None:
    assert told(notices()) == ""


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"id": "Porter One"}, "cannot be an id"),
        ({"title": ""}, '"title" is missing'),
        ({"audiences": ()}, '"audiences" is missing'),
        ({"audiences": ("porters",)}, 'No audience "porters" is known'),
        ({"kind": "wall"}, 'No kind "wall"'),
        ({"sectors": ("sea",)}, 'No sector "sea"'),
        ({"needs": ("boats",)}, 'No need "boats"'),
        ({"look": "sometimes"}, 'No look "sometimes"'),
        ({"topics": ("rain",)}, 'No topic "rain"'),
        ({"topics": ()}, '"topics" is missing'),
        ({"says": ("One", "Two")}, "It says 2 things"),
        ({"says": ("1", "2", "3", "4", "5", "6", "7")}, "It says 7 things"),
        ({"why": ""}, '"why" is missing'),
        ({"out_of_date": ()}, '"out_of_date" is missing'),
        ({"why": "TBC"}, "only keeps a place"),
        ({"confidence": "D"}, 'No confidence "D"'),
        ({"confidence": ""}, "No confidence is named"),
        ({"source": ()}, "It names no source"),
        ({"source": (Place(source="rulez", place="1"),)}, 'No source "rulez"'),
        ({"source": (Place(source="rules", place=""),)}, '"place" is missing'),
        ({"checked_on": ""}, "Nobody says when the item was checked"),
        ({"checked_on": "2027-01-01"}, "has not come yet"),
        ({"checked_on": "22 November"}, "is not a day"),
        ({"review_by": "2026-12-02"}, "was to be looked at again"),
        ({"reads": (Reading(what="colour", of="red", ask="Which?"),)}, 'No reading "colour"'),
        ({"reads": (Reading(what="profile", of="lead_hat", ask="Which?"),)}, 'No profile to compare with "lead_hat"'),
        ({"reads": (Reading(what="number", of="snow", ask="Which?"),)}, 'No number to compare with "snow"'),
        ({"reads": (Reading(what="edition", of="snow", ask="Which?"),)}, 'No edition to compare with "snow"'),
        ({"reads": (Reading(what="date"),)}, '"ask" is missing'),
        ({"why": "Ring 023 9268 8793."}, "The number 023 9268 8793 stands in the words"),
        ({"says": ("One", "Two", "Ring 0800 1111")}, "The number 0800 1111 stands in the words"),
        ({"poster": ("# Ring", "> 0808 800 5000")}, "The number 0808 800 5000 stands in the words"),
        ({"poster": ("# Ring", "We are here Mon-Fri")}, "opening hours"),
        ({"poster": ("# Ring", "Any time, 24/7")}, "opening hours"),
        ({"poster": ("Ring",)}, "The first line of a poster is its title"),
        ({"poster": ("# Ring", "# Again")}, "The first line of a poster is its title"),
        ({"poster": ("# Ring", "> ")}, "The line is empty"),
        ({"poster": ("# Ring", "> {lead_hat}")}, 'No field of the profile "lead_hat"'),
        ({"poster": ("# Ring", "> {number:snow}")}, 'No number "snow"'),
        ({"poster": ("# Ring", "? Always here")}, "so it is never left out"),
        ({"poster": ("# Ring", "? {number:rain}")}, "so it is never left out"),
        ({"duty": "law"}, 'No duty "law"'),
        ({"duty": "should", "confidence": "I"}, "rests on no source that anybody has seen"),
        ({"duty": "must", "source": ()}, "rests on no source that anybody has seen"),
    ],
)
def test_what_is_wrong_with_an_item_is_said(changed: dict[str, Any], words: str) -> None:
    assert words in told(notices(item(**changed)))


@pytest.mark.parametrize(
    ("status", "duty", "words"),
    [
        ("in force", "must", ""),
        ("local page", "should", ""),
        ("local page", "must", 'The duty "must" rests on no source that is in force'),
        ("passed, not in force", "should", "passed but not in force"),
        ("passed, not in force", "must", "passed but not in force"),
        ("passed, not in force", "good-practice", ""),
        ("passed, not in force", "", ""),
    ],
)
def test_a_duty_rests_on_what_is_in_force(status: str, duty: str, words: str) -> None:
    found = told(notices(item(duty=duty), source=(source(status=status),)))

    assert words in found
    assert bool(words) == bool(found)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (notices(number=(number(number="ring us"),)), "is not one number"),
        (notices(number=(number(number="0800 1111, 0808 123 4567"),)), "is not one number"),
        (notices(number=(number(number="0845 123 4567"),)), "stands among the old ones too"),
        (notices(number=(number(about="Open all day"),)), "opening hours"),
        (notices(number=(number(confidence="G"),)), 'No confidence "G"'),
        (notices(number=(number(source=()),)), "It names no source"),
        (notices(number=(number(checked_on=""),)), "Nobody says when the number was checked"),
        (notices(number=(number(), number())), 'The number "rain" stands twice'),
        (notices(edition=(edition(in_force_from="soon"),)), "is not a day"),
        (notices(edition=(edition(short=()),)), '"short" is missing'),
        (notices(old=(old(seen=()),)), '"seen" is missing'),
        (notices(old=(old(why=""),)), '"why" is missing'),
        (notices(old=(old(state="gone"),)), 'No state "gone"'),
        (notices(old=(old(instead="lead_hat"),)), 'No field of the profile "lead_hat"'),
        (notices(source=(source(status="new"),)), 'No status "new"'),
        (notices(source=(source(checked_on="2027-01-01"),)), "has not come yet"),
        (notices(item(), item()), 'The item "porter" stands twice'),
    ],
)
def test_what_is_wrong_with_numbers_editions_old_ones_and_sources_is_said(made: NoticeList, words: str) -> None:
    assert words in told(made)


def test_999_and_101_may_stand_in_the_words_of_an_item() -> None:
    assert told(notices(item(says=("Ring 999", "or 101", "then tell us")))) == ""


def test_a_review_day_that_has_passed_is_a_warning_and_no_mistake() -> None:
    found = lint_notices(notices(), TOPICS, "2027-02-23")

    assert [problem.severity for problem in found] == [Severity.WARNING]


def test_a_poster_may_name_what_the_profile_and_the_numbers_have() -> None:
    fine: NoticeItem = item(poster=("# {name}", "? > {lead_phone}", "! {number:rain}", "1. {form_place}"))

    assert told(notices(fine)) == ""
