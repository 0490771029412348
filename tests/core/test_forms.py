"""What may be typed into a form, what is kept of it, and every sentence that refuses it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compact_tui.core.forms import Field, Form, Problem, fill, parse_emails, parse_field, parse_list, split
from compact_tui.core.record_forms import ACTION_FORM, evidence_form
from compact_tui.core.return_forms import RECEIPT_FORM, SENT_FORM, START_FORM
from compact_tui.core.setting_forms import SETTING_FORM
from compact_tui.core.text import without_local_paths

EVIDENCE_FORM = evidence_form((("ticket-stub", "Ticket stubs"), ("visitor-word", "What visitors told us")))
FORMS = (SETTING_FORM, START_FORM, EVIDENCE_FORM, ACTION_FORM, SENT_FORM, RECEIPT_FORM)
FIELDS = [(form, field) for form in FORMS for field in form.fields]
NOT_A_DAY = '"{}" is not a day. Write it like 18 December 2026, 18/12/2026 or 2026-12-18.'
NOT_AN_EMAIL = '"{}" is not an email address. Write it like lead@school.example.'


def why(field: Field, typed: str) -> str:
    with pytest.raises(ValueError) as caught:
        parse_field(field, typed)
    return str(caught.value)


@pytest.mark.parametrize(("form", "field"), FIELDS, ids=[f"{form.id}-{field.id}" for form, field in FIELDS])
@pytest.mark.parametrize("typed", ["", " ", "\t\r\n", "\u2003"])
def test_a_field_left_empty_is_empty_or_says_that_it_is_needed(form: Form, field: Field, typed: str) -> None:
    if field.required:
        assert why(field, typed) == "This is needed."
    else:
        assert parse_field(field, typed) == ""


def test_what_is_needed_is_little() -> None:
    needed = {form.id: [f.id for f in form.fields if f.required] for form in FORMS}

    assert needed == {
        "setting": ["name", "sector"],
        "start": ["cycle"],
        "evidence": ["title"],
        "action": ["what"],
        "sent": ["on", "by"],
        "receipt": ["on"],
    }


def test_a_needed_field_of_which_nothing_is_kept_is_needed_still() -> None:
    assert why(Field(id="x", question="?", parse=parse_list, required=True), " , ,") == "This is needed."


DAYS = [field for _, field in FIELDS if field.id in {"due", "seen_on", "review_by", "on"}]


@pytest.mark.parametrize("field", DAYS, ids=[f.id for f in DAYS])
@pytest.mark.parametrize("typed", ["2026-12-18", "18/12/2026", " 18 dec 2026 ", "18th December 2026", "18.12.2026"])
def test_a_day_is_kept_in_one_form_and_shown_in_words_that_can_be_typed_again(field: Field, typed: str) -> None:
    kept = parse_field(field, typed)

    assert (kept, field.show(kept)) == ("2026-12-18", "18 December 2026")
    assert parse_field(field, field.show(kept)) == kept


@pytest.mark.parametrize("typed", ["tomorrow", "30/2/2026", "12/18/2026", "2026-13-01", "18 Mai 2026", "18/12/26"])
def test_what_is_not_a_day_is_refused_with_how_to_write_one(typed: str) -> None:
    assert {why(field, f" {typed} ") for field in DAYS} == {NOT_A_DAY.format(typed)}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a@b.example", "a@b.example"),
        ("a@b.example,c@d.example", "a@b.example, c@d.example"),
        (" a@b.example ; c@d.example\n e@f.example ;", "a@b.example, c@d.example, e@f.example"),
        ("a@b.example a@b.example", "a@b.example"),
        ("jo+audit@sub.school.example", "jo+audit@sub.school.example"),
        ("zoë@schule.example", "zoë@schule.example"),
        (" ;, ", ""),
    ],
)
def test_email_addresses_may_be_separated_in_any_way(typed: str, kept: str) -> None:
    assert parse_emails(typed) == kept
    assert parse_emails(kept) == kept


@pytest.mark.parametrize(
    "wrong",
    ["lead", "@b.example", "a@", "a@b", "a@.example", "a@b.", "a@b..example", "a@b@c.example", "a\u202e@b.example"],
)
def test_what_is_not_an_email_address_is_refused_by_name(wrong: str) -> None:
    with pytest.raises(ValueError) as caught:
        parse_emails(f"good@one.example {wrong}")

    assert str(caught.value) == NOT_AN_EMAIL.format(wrong)


@pytest.mark.parametrize(
    ("typed", "kept", "parts"),
    [
        ("", "", ()),
        (" , ,", "", ()),
        ("Portsmouth", "Portsmouth", ("Portsmouth",)),
        ("Portsmouth,Isle  of\nWight , Portsmouth", "Portsmouth, Isle of Wight", ("Portsmouth", "Isle of Wight")),
        ("Hayling; Havant", "Hayling; Havant", ("Hayling; Havant",)),
    ],
)
def test_a_list_is_separated_by_commas_and_names_each_once(typed: str, kept: str, parts: tuple[str, ...]) -> None:
    assert parse_list(typed) == kept
    assert parse_list(kept) == kept
    assert split(kept) == parts


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("educaton", '"educaton" is not one of education, early-years, other, small-group. Did you mean "education"?'),
        (
            "Education",
            '"Education" is not one of education, early-years, other, small-group. Did you mean "education"?',
        ),
        ("zoo", '"zoo" is not one of education, early-years, other, small-group.'),
    ],
)
def test_a_choice_that_is_none_is_refused_with_what_may_be_chosen(typed: str, said: str) -> None:
    assert why(next(f for f in SETTING_FORM.fields if f.id == "sector"), typed) == said


def test_a_choice_is_kept_by_its_id() -> None:
    kind = EVIDENCE_FORM.fields[1]

    assert parse_field(kind, " visitor-word ") == "visitor-word"
    assert why(kind, "What visitors told us").startswith(
        '"What visitors told us" is not one of ticket-stub, visitor-word.'
    )


def test_a_line_is_one_line_and_a_long_text_keeps_its_lines() -> None:
    line, long = Field(id="a", question="?"), Field(id="b", question="?", long=True, parse=str)

    assert parse_field(line, " Two\r\nlines \t here ") == "Two lines here"
    assert parse_field(long, " Two\r\nlines \t here ") == "Two\nlines \t here"
    assert parse_field(line, "Cafe\u0301") == "Café"


def test_a_form_is_filled_with_what_can_be_kept_and_says_why_the_rest_cannot() -> None:
    filled = fill(ACTION_FORM, {"what": " Ring  both referees ", "due": "soon", "colour": "red"})

    assert filled.values == (("what", "Ring both referees"), ("who", ""))
    assert filled.problems == (Problem("due", NOT_A_DAY.format("soon")),)
    assert (filled.value("what"), filled.value("due"), filled.value("colour")) == ("Ring both referees", "", "")


def test_an_empty_form_has_a_problem_for_each_field_that_is_needed() -> None:
    assert fill(SENT_FORM, {}).problems == (Problem("on", "This is needed."), Problem("by", "This is needed."))


def test_every_question_is_asked_once_in_a_form_and_is_short_enough_for_a_narrow_screen() -> None:
    for form in FORMS:
        ids, questions = [f.id for f in form.fields], [f.question for f in form.fields]
        assert sorted(ids) == sorted(set(ids))
        assert sorted(questions) == sorted(set(questions))
        assert max(map(len, questions)) <= 40


@pytest.mark.parametrize(("form", "field"), FIELDS, ids=[f"{form.id}-{field.id}" for form, field in FIELDS])
@given(typed=st.text(max_size=30))
@settings(derandomize=True, deadline=None, max_examples=60)
def test_any_text_is_kept_or_refused_with_a_sentence_and_what_is_kept_can_be_typed_again(
    form: Form, field: Field, typed: str
) -> None:
    try:
        kept = parse_field(field, typed)
    except ValueError as error:
        assert str(error).endswith((".", "?"))
        return
    assert "\n" not in kept
    assert not kept or parse_field(field, field.show(kept)) == kept


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("", ""),
        ("either/or, 24/7, 3/12/2026, s/he", "either/or, 24/7, 3/12/2026, s/he"),
        ("https://school.example/home/policy and www.x.example/tmp/a", None),
        (r"On C:\Users\jane\a.docx, I think", "On [a file on our own computer], I think"),
        ("c:/users/jane/a.docx", "[a file on our own computer]"),
        (r"\\server\share\b.docx", "[a file on our own computer]"),
        ("(see /home/jane/c.docx)", "(see [a file on our own computer])"),
        ("file:///home/jane/d.docx", "[a file on our own computer]"),
        ("~/e.docx", "[a file on our own computer]"),
        (r"A backslash \ alone", r"A backslash \ alone"),
    ],
)
def test_paths_of_this_computer_are_taken_out_of_a_text_and_addresses_are_left(text: str, left: str | None) -> None:
    assert without_local_paths(text) == (text if left is None else left)


@given(st.text("abc /\\:~.\n", max_size=40))
@settings(derandomize=True, deadline=None, max_examples=300)
def test_taking_paths_out_twice_takes_out_no_more(text: str) -> None:
    once = without_local_paths(text)

    assert without_local_paths(once) == once
