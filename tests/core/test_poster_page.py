"""A poster is filled from the profile and the known numbers; what is missing is asked for, never made up."""

import pytest

from compact_tui.core.poster_lines import ALARM, HEADING, LARGE, POINT, STEP, TEXT, TITLE, poster_line
from compact_tui.core.poster_page import INK, missing_for, poster_side, to_check
from compact_tui.core.setting import Setting
from tests.notice_samples import TODAY, item, notices, number

POSTER = item(
    poster=(
        "# Wet?",
        "Ask",
        "> {lead_name}",
        "? At {lead_where}",
        "## Or ring",
        "> {number:rain}",
        "1. Stand still",
        "1. Shake: {social_care_phone}",
        "! Lightning? {number:rain}",
    ),
    audiences=("visitors", "staff"),
)
LIST = notices(POSTER)
OURS = Setting(
    id="s", name="Brolly House", lead_name="Jo Park", social_care_phone="023 9268 8793", numbers_checked_on="2026-11-20"
)
NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("written", "kind", "text", "optional"),
    [
        ("# Wet?", TITLE, "Wet?", False),
        ("## Or", HEADING, "Or", False),
        ("> Jo", LARGE, "Jo", False),
        ("- One", POINT, "One", False),
        ("1. One", STEP, "One", False),
        ("! Run", ALARM, "Run", False),
        ("Run", TEXT, "Run", False),
        ("? > {lead_phone}", LARGE, "{lead_phone}", True),
        ("? Here", TEXT, "Here", True),
        ("#Wet", TEXT, "#Wet", False),
        ("2. Two", TEXT, "2. Two", False),
        ("", TEXT, "", False),
    ],
)
def test_a_line_is_what_it_begins_with(written: str, kind: str, text: str, optional: bool) -> None:
    line = poster_line(written)

    assert (line.kind, line.text, line.optional) == (kind, text, optional)


def test_a_poster_is_filled_and_its_steps_are_numbered() -> None:
    side = poster_side(POSTER, LIST, OURS)

    assert (side.title, side.audience) == ("Wet?", "visitors")
    assert [(block.kind, block.text.replace(NBSP, " "), block.number) for block in side.blocks] == [
        (TEXT, "Ask", 0),
        (LARGE, "Jo Park", 0),
        (HEADING, "Or ring", 0),
        (LARGE, "0808 123 4567", 0),
        (STEP, "Stand still", 1),
        (STEP, "Shake: 023 9268 8793", 2),
        (ALARM, "Lightning? 0808 123 4567", 0),
    ]


def test_a_line_with_a_question_mark_stands_where_the_profile_says_it() -> None:
    ours = Setting(id="s", name="", lead_name="Jo Park", lead_where="the door", social_care_phone="1")

    assert "At the door" in [block.text for block in poster_side(POSTER, LIST, ours).blocks]


def test_no_number_is_broken_over_two_lines() -> None:
    side = poster_side(POSTER, LIST, OURS)

    assert f"0808{NBSP}123{NBSP}4567" in side.blocks[3].text
    assert f"023{NBSP}9268{NBSP}8793" in side.blocks[5].text
    assert "Jo Park" in side.blocks[1].text


@pytest.mark.parametrize(
    ("setting", "missing"),
    [
        (None, ("lead_name", "social_care_phone", "numbers_checked_on")),
        (Setting(id="s", name="x"), ("lead_name", "social_care_phone", "numbers_checked_on")),
        (Setting(id="s", name="x", lead_name="Jo"), ("social_care_phone", "numbers_checked_on")),
        (OURS, ()),
    ],
)
def test_what_the_profile_does_not_say_is_missing_but_never_an_optional_line(
    setting: Setting | None, missing: tuple[str, ...]
) -> None:
    assert missing_for((POSTER,), setting) == missing


def test_a_poster_of_national_numbers_only_needs_nothing_of_the_profile() -> None:
    plain = item(poster=("# Ring", "> {number:rain}"))

    side = poster_side(plain, notices(plain), None)

    assert missing_for((plain,), None) == ()
    assert side.checked == "Checked on 22 November 2026"
    assert side.sources == "0808 123 4567: House rules (The house)."


def test_what_is_left_blank_is_a_line_for_a_pen_and_nothing_else() -> None:
    side = poster_side(POSTER, LIST, None, blank=True)

    assert [block.text for block in side.blocks if INK in block.text] == [INK, f"Shake: {INK}"]
    assert side.checked == f"Checked on {INK}"


@pytest.mark.parametrize(
    ("ours", "theirs", "corner"),
    [
        ("2026-11-20", "2026-11-22", "Checked on 20 November 2026"),
        ("2026-12-01", "2026-11-22", "Checked on 22 November 2026"),
        ("", "2026-11-22", ""),
    ],
)
def test_the_corner_says_the_oldest_day_and_none_that_nobody_has_said(ours: str, theirs: str, corner: str) -> None:
    made = notices(POSTER, number=(number(checked_on=theirs),))
    setting = Setting(id="s", name="", lead_name="Jo", social_care_phone="1", numbers_checked_on=ours)

    assert poster_side(POSTER, made, setting).checked == corner


def test_the_sources_of_all_that_stands_on_it_are_said() -> None:
    told = poster_side(POSTER, LIST, OURS).sources

    assert told == "Names and local numbers: our own profile; 0808 123 4567: House rules (The house)."


def test_numbers_from_second_hand_are_to_be_looked_up() -> None:
    assert to_check((POSTER,), LIST, TODAY) == ("Rain Line 0808 123 4567",)
    assert to_check((POSTER,), notices(POSTER, number=(number(confidence="C"),)), TODAY) == ()


@pytest.mark.parametrize(("points", "size"), [(3, "grand"), (12, "large"), (18, "medium"), (30, "small")])
def test_the_more_there_is_to_say_the_smaller_the_letters(points: int, size: str) -> None:
    long = item(poster=("# Wet?", *(f"- Point {n}" for n in range(points))))

    assert poster_side(long, notices(long), None).size == size


def test_a_long_name_in_large_letters_takes_the_room_of_two_lines() -> None:
    short, long = (item(poster=("# Wet?", *[f"> {name}"] * 5)) for name in ("Jo", "Alexandra Montgomery-Featherstone"))

    assert [poster_side(one, notices(one), None).size for one in (short, long)] == ["grand", "medium"]
