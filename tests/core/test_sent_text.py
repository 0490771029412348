"""Text as it travels: nothing that cannot be seen, and whatever can be typed can be sent."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from compact_tui.core.sent_text import LONGEST_TEXT, as_sent, sent_text, why_too_long
from tests.reply_samples import reply


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("Who counts them?", "Who counts them?"),
        (" two\nlines \n", "two\nlines"),
        ("a\u00a0b\u2003c\td", "a b c d"),
        ("a\u2028b\x0bc\x85d\x0ce", "a\nb\nc\nd\ne"),
        ("Safe\u00adguarding\u200b\ufeff", "Safeguarding"),
        ("\ufeff Who?", "Who?"),
        ("A\u202eB\x1b[31mC\x07", "AB[31mC"),
        ("\uf0b7 first\n\uf0a7 second", "\u2022 first\n\u2022 second"),
        ("\U0001f469\u200d\U0001f3eb Zoe\u0308", "\U0001f469\u200d\U0001f3eb Zo\u00eb"),
        ("\ud800x", "?x"),
        ("", ""),
    ],
)
def test_what_cannot_be_seen_does_not_travel_and_the_words_do(typed: str, sent: str) -> None:
    assert sent_text(typed) == sent


@given(st.text(max_size=60))
def test_a_text_that_travels_stays_as_it_is_and_steers_no_terminal(typed: str) -> None:
    sent = sent_text(typed)

    assert sent_text(sent) == sent
    kinds = {unicodedata.category(char) for char in sent if char not in "\n\u200c\u200d"}
    assert not kinds & {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    assert {char for char in sent if unicodedata.category(char) == "Zs"} <= {" "}


def test_every_text_of_a_document_is_sent_so_however_deep_it_stands() -> None:
    plain = reply()
    asked = replace(plain.remarks[0], text=f"\ufeff{plain.remarks[0].text}\u200b")
    odd = replace(plain, setting="Brolly\u00a0House", remarks=(asked, *plain.remarks[1:]))

    assert odd != plain
    assert as_sent(odd) == plain
    assert as_sent(plain) == plain


def test_a_text_is_too_long_by_one_character() -> None:
    assert why_too_long("x" * LONGEST_TEXT) == ""
    assert why_too_long("x" * (LONGEST_TEXT + 1)).startswith("This has 10,001 characters, and 10,000 can be kept.")
