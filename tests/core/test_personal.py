"""What in a free text could identify a child or a patient: the whole, and numbers of every kind."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compact_tui.core.personal import KINDS, Seen, seen_in, valid_nhs_number, valid_upn, warning_of

WIDE = "\uff19\uff14\uff13 \uff14\uff17\uff16 \uff15\uff19\uff11\uff19"
ARABIC = "\u0669\u0664\u0663 \u0664\u0667\u0666 \u0665\u0669\u0661\u0669"


def found(text: str, own: Sequence[str] = ()) -> list[tuple[str, str]]:
    """Kind and words of what is seen, in order."""
    return [(seen.kind, seen.text) for seen in seen_in(text, own)]


@pytest.mark.parametrize(
    ("digits", "valid"),
    [
        ("", False),
        ("9434765919", True),
        ("943 476 5919", True),
        ("943-476-5919", True),
        (WIDE, True),
        ("9434765918", False),
        ("4344765919", False),
        ("943476591", False),
        ("94347659190", False),
        ("1111111111", False),
        ("0000000000", False),
        ("943476591X", False),
        ("\u00b943476591\u2079", False),
    ],
)
def test_an_nhs_number_has_its_check_digit(digits: str, valid: bool) -> None:
    assert valid_nhs_number(digits) is valid


@pytest.mark.parametrize(
    ("signs", "valid"),
    [
        ("", False),
        ("H801200001001", True),
        ("h 801 2000 01 001", True),
        ("Y21291212568Q", False),
        ("E91993301839T", True),
        ("U33090522522h", True),
        ("A801200001001", False),
        ("I801200001001", False),
        ("H80120000100S", False),
        ("H80120000100", False),
        ("H8012000010011", False),
        ("\uff28801200001001", True),
    ],
)
def test_a_pupil_number_has_its_check_letter(signs: str, valid: bool) -> None:
    assert valid_upn(signs) is valid


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("NHS no 9 4 3 4 7 6 5 9 1 9", "9 4 3 4 7 6 5 9 1 9"),
        ("NHS number 943 476\r\n   5919", "943 476\r\n   5919"),
        (f"NHS no {WIDE}, seen", WIDE),
        (f"NHS no {ARABIC}", ARABIC),
        ("NHS no 94\u00ad3\u00a0476\u20115919", "94\u00ad3\u00a0476\u20115919"),
        ("NHS9434765919", "9434765919"),
        ("NHS:9434765919.", "9434765919"),
        ("N.H.S. no 9434765919", "9434765919"),
        ("his nhs num is 94 34 76 59 19", "94 34 76 59 19"),
        ("(NHS 943.476.5919)", "943.476.5919"),
        ("NHS ref: 9434765919", "9434765919"),
        ("9434765919 is the NHS number", "9434765919"),
        ("hospital number 9434765919", "9434765919"),
        ("patient 943 476 5919 was not brought", "943 476 5919"),
        ("the girl came with 943-476-5919 on her red book", "943-476-5919"),
    ],
)
def test_an_nhs_number_is_seen_however_it_is_written(text: str, number: str) -> None:
    assert found(text) == [("nhs-number", number)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("UPN H801200001001", "H801200001001"),
        ("UPN\nH801200001001", "H801200001001"),
        ("upn:h801200001001", "h801200001001"),
        ("UPNH801200001001", "H801200001001"),
        ("U.P.N. H 801 2000 01 001", "H 801 2000 01 001"),
        ("H801200001001", "H801200001001"),
        ("pupil ref H801200001001, left in July", "H801200001001"),
        ("temporary UPN E91993301839T", "E91993301839T"),
    ],
)
def test_a_pupil_number_is_seen_however_it_is_written(text: str, number: str) -> None:
    assert found(text) == [("upn", number)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("077 00 90 01 23 is dad", "077 00 90 01 23"),
        ("07700\n900123", "07700\n900123"),
        ("0\u200b7700\u00a0900123", "0\u200b7700\u00a0900123"),
        ("o7700 900123 dad", "o7700 900123"),
        ("mum mobile 7700 900123", "7700 900123"),
        ("(07700) 900 123", "(07700) 900 123"),
        ("(07700 900 123)", "07700 900 123"),
        ("+44 (0) 7700 900123", "+44 (0) 7700 900123"),
        ("0044 7700 900123", "0044 7700 900123"),
        ("+353 87 123 4567, the uncle in Cork", "+353 87 123 4567"),
        ("School rang 07700 900123, no answer", "07700 900123"),
        ("07700 900123 (gran), not the school", "07700 900123"),
        ("home tel 9284 1234", "9284 1234"),
        ("nan's landline is 023 9284 1234", "023 9284 1234"),
        ("mum's work number 023 9284 1234", "023 9284 1234"),
        ("her number is 01234 56789", "01234 56789"),
    ],
)
def test_a_phone_number_of_a_family_is_seen_however_it_is_written(text: str, number: str) -> None:
    assert found(text) == [("phone", number)]


@pytest.mark.parametrize(
    "text",
    [
        "NHS number 943 476 5918",
        "NHS number 1111111111",
        "NHS invoice 9434765919",
        "NHS England board paper 12/2024",
        "order 943 476 5919 for the boy's chair",
        "a grant of 9434765919 pounds",
        "943 476 5919",
        "Tel 9434765919",
        "ULN 9434765919",
        "child AB9434765919",
        "NHS 943 476 and then 5919",
        "child 12.943 476 5919",
        "ISBN 9781234567897",
        "UPN A801200001001",
        "serial H801200001001",
        "XH801200001001",
        "NSPCC 0808 800 5000, Childline 0800 1111, Ofsted 0300 123 1231",
        "mum was given 101, 111, 116 123 and 85258",
        "MASH 023 9268 8793",
        "office 023 9284 1234",
        "mum gave 023 9284 1234 (the clinic)",
        "call the helpline on 023 9284 1234",
        "Child's dad has the duty line, 023 9284 1234",
        "Contact the DSL on 07700 900123",
        "On-call manager: 07700 900 123",
        "07700 900123 (school trip phone)",
        "order number 07700900123",
        "minutes 0207 12 34",
        "07000 900123",
        "02500 123456",
        "IP 192.168.10.12 at 12:30 on 2026-09-12 10:30:15",
        "H2O, B12, section 17 and section 47",
        "\u0661\u0662 \u0663\u0664",
        "",
        "\u00ad\u200b",
    ],
)
def test_a_number_that_is_nobodys_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_places_are_offsets_in_the_text_as_given() -> None:
    text = "\u00ad\U0001f600 na\u0131\u0308ve e\u0301 NHS 94\u00ad3 476 5919\u00ad and mum 0\u20607700 900123"

    seen = seen_in(text)

    assert [one.kind for one in seen] == ["nhs-number", "phone"]
    assert [text[one.start : one.end] for one in seen] == [one.text for one in seen]
    assert seen[0].text == "94\u00ad3 476 5919"


PIECES = st.sampled_from(
    ["NHS ", "943 476 5919", "dob ", "3/4/15", " JS, ", "0", "7700 900123", "@", "jo.b", "gmail.com", "PO4", " 8RA",
     "\u00ad", "\uff11", "e\u0301", "(", ")", ".", "\n", " ", "Y3", ", 7", "H80120000", "1001", "\U0001f600", "mum "]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES | st.text(max_size=2), max_size=30).map("".join))
def test_whatever_is_written_places_are_inside_it_and_apart(text: str) -> None:
    seen = seen_in(text)

    assert [text[one.start : one.end] for one in seen] == [one.text for one in seen]
    assert all(one.text.strip() for one in seen)
    assert all(one.end <= following.start for one, following in zip(seen, seen[1:], strict=False))


def test_what_is_seen_comes_in_order_without_overlaps() -> None:
    text = "po4 8ra, JS, dob 3/4/15, mum 07700 900123, NHS 943 476 5919/9434765919, a.b@gmail.com and H801200001001"

    seen = seen_in(text)

    assert [one.kind for one in seen] == [
        "postcode", "initials-birth", "phone", "nhs-number", "nhs-number", "email", "upn"
    ]  # fmt: skip
    assert all(one.end <= following.start for one, following in zip(seen, seen[1:], strict=False))


@pytest.mark.parametrize("text", ["Sam K, dob {}.", "Zo\u00eb K, born {}, spoke.", "{} {}, aged 9"])
def test_the_day_on_which_a_text_was_erased_is_no_date_of_birth(text: str) -> None:
    assert found(text.replace("{}", "14.03.2015"))
    assert found(text.replace("{}", "[erased 22 November 2026]")) == []


def test_where_two_overlap_the_more_serious_is_told() -> None:
    assert found("JS born 3/4/15") == [("initials-birth", "JS born 3/4/15")]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("ring us on 023 9284 1234", "02392 841234"),
        ("ring us on +44 23 9284 1234", "Office: 023 9284 1234 (term time)"),
        ("mobile 07700 900123", "+447700900123"),
        ("come to PO4 8RA", "The Hall, 4 High Street, Portsmouth po4 8ra"),
        ("come to po4 8ra", "PO48RA"),
        ("to jo.gray@acorns.co.uk", "Jo Gray <Jo.Gray@acorns.co.uk>"),
        ("to sam.hill@acorns.co.uk", "jo.gray@acorns.co.uk"),
        ("little.acorns@gmail.com", "Little.Acorns@Gmail.com"),
        ("mum has upn H801200001001", "H 801 2000 01 001"),
        ("\uff30\uff2f\uff14 \uff18\uff32\uff21", "PO4 8RA"),
    ],
)
def test_the_settings_own_numbers_and_addresses_are_never_told(text: str, own: str) -> None:
    assert found(text) != []
    assert found(text, ["", "12", own]) == []


def test_what_the_profile_does_not_say_yet_hides_nothing() -> None:
    assert found("JS, dob 3/4/15", ["", " ", "\u00ad"]) == [("initials-birth", "JS, dob 3/4/15")]


def test_a_free_mail_address_of_the_setting_does_not_hide_the_others() -> None:
    assert found("jo.bloggs@gmail.com", ["little.acorns@gmail.com"]) == [("email", "jo.bloggs@gmail.com")]
    assert found("po4 8rb", ["PO4 8RA"]) == [("postcode", "po4 8rb")]


def test_the_warning_names_each_kind_once_and_never_what_was_seen() -> None:
    seen = seen_in("mum 07700 900123, dad 07700 900124, dob 3/4/15")

    assert warning_of(()) == ""
    assert warning_of(seen) == (
        "This looks like a date of birth and a phone number. Please leave out what could identify a child or patient."
    )
    assert "an NHS number." in warning_of([Seen("nhs-number", 0, 10, "9434765919")])


def test_every_kind_has_its_words() -> None:
    assert [kind for kind, _ in KINDS] == [
        "nhs-number", "upn", "initials-birth", "birth-date", "phone", "email", "postcode"
    ]  # fmt: skip
    assert all(words.startswith(("a ", "an ", "initials ")) for _, words in KINDS)
