"""A text is found however it is written, and only as a whole; what stays is as it was."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compact_tui.core.erase_text import erase_written, fold, glimpses, is_marker, marker_of, needle_of
from compact_tui.core.errors import CompactError, ExitCode

MARKER = "[erased 22 November 2026]"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Tom Bell rang.", "{} rang."),
        ("TOM\u00a0\u2003bell", "{}"),
        ("Tom\r\nBell", "{}"),
        ("To\u200bm B\u00adell", "{}"),
        ("atom bells", "a{}s"),
        ("Tom Bell, tom bell", "{}, {}"),
        ("Tom, Bell", "Tom, Bell"),
        ("TomBell", "TomBell"),
        ("", ""),
    ],
)
def test_case_and_white_space_do_not_matter(text: str, left: str) -> None:
    assert needle_of(" tom  Bell ", MARKER).replaced(text, MARKER)[0] == left.format(MARKER, MARKER)


@pytest.mark.parametrize(
    ("wanted", "text", "found"),
    [
        ("Zoë Straße", "ZOE\u0308 STRASSE", 1),
        ("zoe\u0308 strasse", "Zoë Straße", 1),
        ("Rene", "René", 1),
        ("René", "Rene", 1),
        ("Lukasz", "ŁUKASZ", 1),
        ("Soren Ægir", "Søren Aegir", 1),
        ("tras", "Straße", 0),
        ("rasx", "raßx", 0),
        ("ΟΔΟΣ", "οδος", 1),
    ],
)
def test_letters_are_the_same_letters_composed_or_not_and_never_halved(wanted: str, text: str, found: int) -> None:
    assert len(needle_of(wanted, MARKER).spans(text)) == found


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Rene\u0301 O\u2019Brien\u2013Bell rang", "[x] rang"),
        ("RENE O'BRIEN-BELL rang", "[x] rang"),
        ("Ren\u00e9 O\u02bcBrien\u2011Bell\u0301\u0302 rang", "[x] rang"),
        (r'{"note": "Rene\u0301 O\u2019Brien\u2010Bell\u0301"}', '{"note": "[x]"}'),
        ("Rene O Brien-Bell rang", "Rene O Brien-Bell rang"),
        ("Rene OBrien-Bell rang", "Rene OBrien-Bell rang"),
    ],
)
def test_a_name_is_the_same_name_with_other_accents_apostrophes_and_dashes(text: str, left: str) -> None:
    assert erase_written(text, [needle_of("ren\u00e9 o'brien-bell", MARKER)], "[x]")[0] == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (r'{"note": "Tom\u0020B\u0065ll\nwent"}', r'{"note": "[x]\nwent"}'),
        (r'{"note": "Tom\n\tBell"}', '{"note": "[x]"}'),
        ("<p>Tom</p>\n<p>Bell</p>", "<p>[x]</p><p></p>"),
        ("<b>Tom</b> B&#101;l&#x6C;", "<b>[x]</b>"),
        ('<a title="Tom Bell">', '<a title="[x]">'),
        ("To=\r\nm=20Bell", "[x]"),
        ("SUMMARY:Tom B\r\n ell\\, Head", "SUMMARY:[x]\\, Head"),
        ("SUMMARY:Tom\\nBell", "SUMMARY:[x]"),
        ("> Tom\r\n> Bell", "> [x]"),
        ("a = b & c < d > e", "a = b & c < d > e"),
    ],
)
def test_it_is_found_in_every_way_of_writing_and_what_is_around_stays(text: str, left: str) -> None:
    assert erase_written(text, [needle_of("Tom Bell", MARKER)], "[x]")[0] == left


@pytest.mark.parametrize(
    "row",
    [
        ['The "Acorns" of Tom', "", "x"],
        ["", 'by the "Acorns" of Tom, twice: "acorns" of tom'],
        ['a,"Acorns" of Tom', '"Acorns" of Tom'],
        ['"Acorns" of Tom', '""', 'x\n"Acorns" of Tom"'],
    ],
)
def test_a_quotation_mark_that_a_table_writes_twice_is_one_and_the_table_stays_a_table(row: list[str]) -> None:
    written, wanted = io.StringIO(), needle_of('"Acorns" of Tom', MARKER)
    csv.writer(written).writerows([row, ["last", "row"]])

    left, found = erase_written(written.getvalue(), [wanted], MARKER)

    assert found == sum(len(wanted.spans(cell)) for cell in row) > 0
    assert list(csv.reader(io.StringIO(left, newline=""))) == [
        [wanted.replaced(cell, MARKER)[0] for cell in row],
        ["last", "row"],
    ]


def test_the_name_of_a_field_in_a_damaged_file_stays() -> None:
    text, found = erase_written('{"note":"A note.","', [needle_of("note", MARKER)], "[x]")

    assert (text, found) == ('{"note":"A [x].","', 1)


def test_of_several_texts_the_longest_goes_whole() -> None:
    needles = [needle_of("Bell rang", MARKER), needle_of("Bell rang twice", MARKER)]

    assert erase_written("Tom Bell rang twice.", needles, "[x]") == ("Tom [x].", 1)


@pytest.mark.parametrize("wanted", ["", "abc", "a b c", "------", "é!ü?"])
def test_fewer_than_four_letters_or_digits_are_refused(wanted: str) -> None:
    with pytest.raises(CompactError, match="too short") as caught:
        needle_of(wanted, MARKER)

    assert caught.value.code == ExitCode.REFUSED


def test_four_digits_are_enough_but_no_part_of_the_marker() -> None:
    assert needle_of("1 9 8 4", MARKER).spans("in 1 9 8 4 and")
    with pytest.raises(CompactError, match="part of the mark"):
        needle_of("2026", MARKER)


def test_the_marker_carries_the_day_and_is_known_again() -> None:
    assert marker_of("2026-11-22") == MARKER
    assert is_marker(f" {MARKER} ")
    assert not is_marker(f"{MARKER} more")


def test_a_glimpse_shows_a_few_words_around_and_never_the_text_itself() -> None:
    text = "Nothing here. On Monday morning Tom Bell rang us and Tom Bell came. Nothing there."

    shown = tuple(glimpses(text, needle_of("tom bell", MARKER)))

    assert shown == ("Monday morning [...] rang us and [...]", "[...] rang us and [...] came")


@given(st.text(max_size=40), st.text(min_size=4, max_size=8), st.text(max_size=40))
def test_whatever_is_around_it_the_text_is_gone_afterwards(before: str, wanted: str, after: str) -> None:
    if sum(char.isalnum() for char in fold(wanted).strip()) < 4 or "[" in wanted or "]" in wanted:
        return
    try:
        needle = needle_of(wanted, MARKER)
    except CompactError:
        return

    left, _ = needle.replaced(before + wanted + after, MARKER)

    assert not needle.spans(left)


def test_a_text_that_only_one_way_of_reading_shows_is_found_in_that_one() -> None:
    marker = marker_of("2026-11-22")
    wanted = needle_of("left > right", marker)

    assert erase_written("turn left\n> right, then up", (wanted,), marker) == (f"turn {marker}, then up", 1)
