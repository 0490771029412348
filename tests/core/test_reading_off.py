"""What was read off a notice is compared with the profile, the editions in force and the numbers that are known."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from compact_tui.core.notice import (
    Reading,
)
from compact_tui.core.reading_off import OUT_OF_DATE, RIGHT, UNKNOWN, WRONG, proposed, read_off
from compact_tui.core.setting import Setting
from tests.core.reading_off_samples import LIST, OURS

TODAY = "2026-11-22"
LEAD = (Reading(what="profile", of="lead_name"), Reading(what="profile", of="lead_phone"))
TEAM = (Reading(what="profile", of="lead_name"), Reading(what="profile", of="deputy_name"))
NUMBERS = (Reading(what="profile", of="social_care_phone"), Reading(what="profile", of="out_of_hours_phone"))
LINES = (Reading(what="number", of="adults"), Reading(what="number", of="children"))
CHILDREN = (Reading(what="number", of="children"),)
SCHOOLS = (Reading(what="edition", of="schools"),)
BOTH = (*SCHOOLS, Reading(what="edition", of="together"))
EARLY = (Reading(what="edition", of="early"),)
DATE = (Reading(what="date"),)
LADO = (Reading(what="profile", of="lado_contact"),)
PLACE = (Reading(what="profile", of="form_place"),)
WORRIED = (
    Reading(what="profile", of="lead_name"),
    Reading(what="profile", of="social_care_phone"),
    Reading(what="edition", of="schools"),
)


@dataclass
class Case:
    """Something read off, and what comes of it, in order."""

    reads: tuple[Reading, ...]
    text: str
    states: tuple[str, ...]
    words: str = ""


def profile(field: str) -> tuple[Reading, ...]:
    return (Reading(what="profile", of=field),)


CASES = [
    Case(LEAD, "", ()),
    Case(LEAD, "   ", ()),
    Case(LEAD, "Jo Park", (RIGHT,)),
    Case(LEAD, "JO PARK", (RIGHT,)),
    Case(LEAD, "jo  park", (RIGHT,)),
    Case(LEAD, "Mrs Park", (RIGHT,)),
    Case(LEAD, "Mrs. J. Park", (RIGHT,)),
    Case(LEAD, "J Park", (RIGHT,)),
    Case(LEAD, "Park, Jo", (RIGHT,)),
    Case(LEAD, "Park Jo", (RIGHT,)),
    Case(LEAD, "Jo", (RIGHT,)),
    Case(LEAD, "Jo A. Park", (RIGHT,)),
    Case(LEAD, "DSL: Jo Park (headteacher), room 4", (RIGHT,)),
    Case(LEAD, "Our safeguarding lead is Jo Park", (RIGHT,)),
    Case(LEAD, "Sam Hill", (WRONG,), "The poster names Sam Hill; your lead is Jo Park."),
    Case(LEAD, "sam hill", (WRONG,), "The poster names Sam Hill; your lead is Jo Park."),
    Case(LEAD, "Sam Park", (WRONG,)),
    Case(LEAD, "Jo Hill", (WRONG,)),
    Case(LEAD, "Jo Page", (WRONG,), "Jo Page; your lead is Jo Park"),
    Case(LEAD, "S Park", (WRONG,)),
    Case(LEAD, "Jo Parke", (WRONG,)),
    Case(LEAD, "Joanna Park", (UNKNOWN,), "may be Jo Park"),
    Case(LEAD, "JP", (UNKNOWN,)),
    Case(LEAD, "J.P.", (UNKNOWN,)),
    Case(LEAD, "S.P.", (WRONG,)),
    Case(LEAD, "Jo P.", (RIGHT,)),
    Case(LEAD, "Jo Park Sam Hill", (UNKNOWN,)),
    Case(LEAD, "sam.hill@brolly.example", (UNKNOWN,)),
    Case(LEAD, "Ash O'Neill-Lee", (WRONG,), "your lead is Jo Park"),
    Case(LEAD, "Jo Park, Ash O'Neill Lee", (RIGHT, RIGHT)),
    Case(LEAD, "Jo Park and Sam Hill", (RIGHT, UNKNOWN), "Sam Hill is not in your profile"),
    Case(TEAM, "Lead: Sam Hill; Deputy: Jo Park", (WRONG, WRONG), "the person who stands in is Mr Ash"),
    Case(TEAM, "lead Jo Park / deputy Mr ONeill-Lee", (RIGHT, RIGHT)),
    Case(profile("deputy_name"), "Mrs O'Neill-Lee", (RIGHT,)),
    Case(profile("deputy_name"), "Mrs Lee", (UNKNOWN,)),
    Case(profile("governor_name"), "Zoe Day, governor", (RIGHT,)),
    Case(profile("governor_name"), "Zoe", (RIGHT,)),
    Case(profile("governor_name"), "zoe day", (RIGHT,)),
    Case(profile("governor_name"), "Zoe Night", (WRONG,)),
    Case(profile("first_aider"), "Tom Fox & Mia Khan", (RIGHT, RIGHT)),
    Case(profile("first_aider"), "Tom Fox, Al Gray", (RIGHT, UNKNOWN)),
    Case(profile("allegations_to"), "Headteacher", (RIGHT,)),
    Case(profile("allegations_to"), "Head teacher", (RIGHT,)),
    Case(profile("allegations_to"), "the manager", (WRONG,)),
    Case(profile("allegations_about_head_to"), "Kim Bell", (RIGHT,)),
    Case(profile("allegations_about_head_to"), "Chair of governors: Kim Bell", (RIGHT,)),
    Case(profile("allegations_about_head_to"), "Chair of governors", (RIGHT,)),
    Case(profile("lead_name"), "the head", (UNKNOWN,), "names a post"),
    Case(LEAD, "Jo Park 02392000001", (RIGHT, RIGHT)),
    Case(LEAD, "Jo Park +44 (0)23 9200 0001", (RIGHT, RIGHT)),
    Case(LEAD, "Jo Park 0044 23 9200 0001", (RIGHT, RIGHT)),
    Case(LEAD, "Jo Park (023) 9200-0001", (RIGHT, RIGHT)),
    Case(LEAD, "Jo Park O23 9200 0001", (RIGHT, RIGHT)),
    Case(LEAD, "Jo Park 9200 0001", (RIGHT, RIGHT), "lacks the area code"),
    Case(LEAD, "Jo Park 023 9200 0002", (RIGHT, WRONG), "Your lead's number is 023 9200 0001"),
    Case(LEAD, "Jo Park 07700 900123", (RIGHT, WRONG), "is the number of the person who stands in"),
    Case(LEAD, "Jo Park sam.hill@brolly.example", (RIGHT, UNKNOWN), "in no list here. Look up whose it is."),
    Case(NUMBERS, "023 9268 8793, 0300 555 1373", (RIGHT, RIGHT)),
    Case(NUMBERS, "023 9268 8793 0300 555 1373", (RIGHT, RIGHT)),
    Case(NUMBERS, "0300 555 1373 999", (RIGHT, RIGHT)),
    Case(NUMBERS, "023 9268 8793 / 0300 555 1374", (RIGHT, WRONG), "out of hours is 0300 555 1373"),
    Case(NUMBERS, "day 0300 555 1373, nights 023 9268 8793", (WRONG, WRONG), "stands there as"),
    Case(NUMBERS, "023 9268 8793 (day); 0300 555 1373 (evenings, weekends)", (RIGHT, RIGHT)),
    Case(NUMBERS, "023 9268 8793, 0300 555 1373, 01234 567890", (RIGHT, RIGHT, UNKNOWN), "in no list here"),
    Case(NUMBERS, "88793", (WRONG,)),
    Case(NUMBERS, "0845 671 0271", (OUT_OF_DATE,), "Ring it to check. Your profile has 023 9268 8793."),
    Case(NUMBERS, "08456710271", (OUT_OF_DATE,)),
    Case(NUMBERS, "023 9268 8793 or 0845 671 0271", (RIGHT, UNKNOWN)),
    Case(LINES, "0808 800 5000 0800 1111", (RIGHT, RIGHT)),
    Case(LINES, "0808 800 5001 and 0800 1111", (WRONG, RIGHT), "Helpline for adults has 0808 800 5000"),
    Case(LINES, "0808 800 5000", (RIGHT,)),
    Case(LINES, "0800 2222", (OUT_OF_DATE,), "Helpline for children is 0800 1111 now"),
    Case(LINES, "0845 111 2222", (OUT_OF_DATE,)),
    Case(LINES, "0800 3333 0300 999 8888", (WRONG, WRONG), "0300 999 8888 is not what your profile"),
    Case(CHILDREN, "0808 800 5000", (WRONG,), "Helpline for children has 0800 1111"),
    Case(CHILDREN, "999 or 0800 1111", (RIGHT, RIGHT)),
    Case(LADO, "LADO@council.example", (RIGHT,)),
    Case(LADO, "lado@elsewhere.example", (WRONG,)),
    Case(LADO, "023 9284 1111", (RIGHT,)),
    Case(LADO, "board@council.example", (OUT_OF_DATE,), "an old address of the Board that was"),
    Case(LADO, "see www.oldboard.example/lado", (OUT_OF_DATE,)),
    Case(LADO, "ring the old board on 023 9284 1111", (OUT_OF_DATE, RIGHT)),
    Case(SCHOOLS, "KCSIE 2026", (RIGHT,)),
    Case(SCHOOLS, "KCSIE 2025", (OUT_OF_DATE,), "the edition is 2026, in force since 1 September 2026"),
    Case(SCHOOLS, "kcsie25", (OUT_OF_DATE,)),
    Case(SCHOOLS, "KCSIE '25", (OUT_OF_DATE,)),
    Case(SCHOOLS, "KCSIE 2025/26", (OUT_OF_DATE,)),
    Case(SCHOOLS, "KCSIE 2025-2026", (OUT_OF_DATE,)),
    Case(SCHOOLS, "2025 edition of KCSIE", (OUT_OF_DATE,)),
    Case(SCHOOLS, "Keeping children safe in education, September 2024", (OUT_OF_DATE,)),
    Case(SCHOOLS, "Keeping Children  Safe in Education Part one (2026)", (RIGHT,)),
    Case(SCHOOLS, "September 2025", (OUT_OF_DATE,)),
    Case(SCHOOLS, "2026", (RIGHT,)),
    Case(SCHOOLS, "KCSIE 2027", (UNKNOWN,), "newer than what is known here"),
    Case(SCHOOLS, "KCSIE", (UNKNOWN,), "In force is 2026"),
    Case(BOTH, "2025", (UNKNOWN,), "of which document"),
    Case(BOTH, "KCSIE 2025, WT 2018", (OUT_OF_DATE, OUT_OF_DATE)),
    Case(BOTH, "KCSIE 2026 and Working Together 2023", (RIGHT, OUT_OF_DATE)),
    Case(BOTH, "WT26 KCSIE26", (RIGHT, RIGHT)),
    Case(EARLY, "EYFS September 2025", (RIGHT,), "Look whether another has followed."),
    Case(EARLY, "EYFS January 2025", (UNKNOWN,), "Read the month again"),
    Case(EARLY, "EYFS 2024", (OUT_OF_DATE,)),
    Case(DATE, "next review 1 September 2026", (OUT_OF_DATE,), "ran out on 1 September 2026, 82 days ago"),
    Case(DATE, "valid until 22/11/2026", (RIGHT,), "today"),
    Case(DATE, "expires 12 Dec 2026", (RIGHT,), "have the next one ready"),
    Case(DATE, "next review: November 2026", (RIGHT,), "30 November 2026"),
    Case(DATE, "until Sept 2027", (RIGHT,)),
    Case(DATE, "checked on 2026-11-01", (RIGHT,)),
    Case(DATE, "reviewed September 2025", (OUT_OF_DATE,), "more than a year ago"),
    Case(DATE, "checked 3 January 2027", (UNKNOWN,), "not come yet"),
    Case(DATE, "1st of March 2024", (OUT_OF_DATE,)),
    Case(DATE, "01/10/2026", (UNKNOWN,), "If it is the day of the next check"),
    Case(DATE, "31/02/2026", (UNKNOWN,), "is not a day"),
    Case(DATE, "1 May 2027", (RIGHT,), "still to come"),
    Case(DATE, "soon", ()),
    Case(PLACE, "office, red folder", (RIGHT,)),
    Case(PLACE, "red folder", (RIGHT,)),
    Case(PLACE, "on the website", (UNKNOWN,), "Red folder, office"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.reads[0].of or 'date'}: {case.text}")
def test_what_was_read_is_judged(case: Case) -> None:
    found = read_off(case.reads, case.text, LIST, OURS, TODAY)

    assert tuple(finding.state for finding in found) == case.states, [finding.sentence for finding in found]
    assert case.words in " ".join(finding.sentence for finding in found)


def test_last_years_edition_a_former_lead_and_an_old_number_are_all_found() -> None:
    found = read_off(WORRIED, "Tell Sam Hill or ring 0845 671 0271. KCSIE 2025", LIST, OURS, TODAY)

    assert [finding.state for finding in found] == [WRONG, OUT_OF_DATE, OUT_OF_DATE]
    assert found[0].sentence == "The poster names Sam Hill; your lead is Jo Park."
    assert "0845 671 0271 may be an old number of the old desk" in found[1].sentence
    assert found[2].sentence == ("KCSIE 2025 has been replaced: the edition is 2026, in force since 1 September 2026.")
    assert proposed(found) == WRONG


@pytest.mark.parametrize("setting", [None, Setting(id="s", name="Brolly House")], ids=["nobody", "empty"])
@pytest.mark.parametrize(
    ("reads", "text", "field"),
    [
        (LEAD, "Sam Hill", "lead_name"),
        (NUMBERS, "023 9268 8793", "social_care_phone"),
        (NUMBERS, "0845 671 0271", "social_care_phone"),
        (LADO, "lado@council.example", "lado_contact"),
        (PLACE, "red folder", "form_place"),
    ],
)
def test_an_empty_profile_is_said_and_asked_for_and_nothing_is_called_right_or_wrong(
    setting: Setting | None, reads: tuple[Reading, ...], text: str, field: str
) -> None:
    (found,) = read_off(reads, text, LIST, setting, TODAY)

    assert found.ask == field
    assert found.state in (UNKNOWN, OUT_OF_DATE)
    assert (found.state == OUT_OF_DATE) == text.startswith("0845")


def test_an_old_number_that_the_profile_has_too_is_still_old() -> None:
    ours = replace(OURS, social_care_phone="0845 671 0271")

    (found,) = read_off(NUMBERS, "0845 671 0271", LIST, ours, TODAY)

    assert found.state == OUT_OF_DATE


@pytest.mark.parametrize(("read", "state"), [("Jo Park", UNKNOWN), ("Sam Hill", WRONG), ("J Park", UNKNOWN)])
def test_initials_in_the_profile_are_nobody_for_certain(read: str, state: str) -> None:
    (found,) = read_off(LEAD, read, LIST, replace(OURS, lead_name="J. P."), TODAY)

    assert found.state == state


def test_several_numbers_of_one_field_are_each_right() -> None:
    ours = replace(OURS, social_care_phone="023 9268 8793 or 023 9268 0000")

    found = read_off(NUMBERS, "023 9268 0000", LIST, ours, TODAY)

    assert [finding.state for finding in found] == [RIGHT]


@pytest.mark.parametrize(
    ("day", "text", "state"),
    [
        ("2026-08-31", "KCSIE 2025", RIGHT),
        ("2026-08-31", "KCSIE 2026", UNKNOWN),
        ("2026-08-31", "KCSIE 2024", OUT_OF_DATE),
        ("2026-09-01", "KCSIE 2025", OUT_OF_DATE),
        ("2026-09-01", "KCSIE 2026", RIGHT),
    ],
)
def test_an_edition_holds_from_its_day_and_not_before(day: str, text: str, state: str) -> None:
    (found,) = read_off(SCHOOLS, text, LIST, OURS, day)

    assert found.state == state


@pytest.mark.parametrize(
    ("expires", "state", "words"),
    [
        ("2026-11-21", OUT_OF_DATE, "1 day ago"),
        ("2026-11-22", RIGHT, "today"),
        ("2027-01-03", RIGHT, "have the next one ready"),
        ("2027-01-04", RIGHT, "It holds until 4 January 2027."),
    ],
)
def test_the_last_day_that_was_given_is_judged_even_where_nothing_was_read(
    expires: str, state: str, words: str
) -> None:
    (found,) = read_off(LEAD, "", LIST, OURS, TODAY, expires)

    assert found.state == state
    assert words in found.sentence


@pytest.mark.parametrize(
    ("text", "mark"),
    [("Jo Park", "there"), ("Sam Hill", "wrong"), ("Joanna Park", ""), ("", ""), ("Jo Park and Al Gray", "")],
)
def test_a_mark_follows_only_where_everything_could_be_compared(text: str, mark: str) -> None:
    assert proposed(read_off(LEAD, text, LIST, OURS, TODAY)) == mark


@settings(max_examples=150, deadline=None)
@given(text=st.text(alphabet=st.sampled_from("aAoO09 1245KCSIEWTjp.,;:/-+()'@\u00a0\u00eb\n"), max_size=60))
def test_whatever_is_read_off_comes_back_as_sentences_and_never_as_a_fault(text: str) -> None:
    found = read_off((*WORRIED, *NUMBERS, *LINES, *DATE, *PLACE, *LADO), text, LIST, OURS, TODAY)

    assert all(finding.sentence.endswith((".", "?")) for finding in found)
    assert all(finding.state in (RIGHT, WRONG, OUT_OF_DATE, UNKNOWN) for finding in found)


@given(text=st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_any_text_at_all_can_be_read_off(text: str) -> None:
    read_off((*LEAD, *BOTH, *DATE), text, LIST, None, TODAY)
