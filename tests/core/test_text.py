"""What happens to text that people type, and to text that is shown."""

import pytest

from compact_tui.core.text import (
    clean,
    clean_line,
    count,
    did_you_mean,
    in_ascii,
    is_local_path,
    listed,
    nearest,
    slug,
    visible,
    visible_line,
    without_local_paths,
    word_count,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        (" \n ", ""),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\r\r\nb", "a\n\nb"),
        ("  a  b  ", "a  b"),
        ("e\u0301", "\u00e9"),
        ("a\ud800b", "a?b"),
        ("\U0001f600", "\U0001f600"),
    ],
)
def test_text_is_kept_composed_with_one_kind_of_line_end(typed: str, kept: str) -> None:
    assert clean(typed) == kept
    clean(typed).encode("utf-8")


def test_a_line_has_single_spaces_and_no_line_end() -> None:
    assert clean_line(" a \t b\r\nc\u00a0d ") == "a b c d"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain \u00e9", "plain \u00e9"),
        ("a\nb", "a\nb"),
        ("a\tb", "a    b"),
        ("\x1b[31m", "<U+001B>[31m"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\u2066b\u200b", "a<U+2066>b<U+200B>"),
        ("a\rb", "a<U+000D>b"),
        ("\x00\x7f\x9b", "<U+0000><U+007F><U+009B>"),
        ("a\u00a0b\u3000c", "a b c"),
        ("a\u2028b", "a<U+2028>b"),
        ("\ud800", "<U+D800>"),
        ("\U000e0041", "<U+E0041>"),
    ],
)
def test_what_would_steer_a_terminal_is_made_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_place_of_one_line_gets_one_line() -> None:
    assert visible_line("a\n\n b\x1b") == "a b<U+001B>"


@pytest.mark.parametrize(("text", "words"), [("", 0), (" \n ", 0), ("one", 1), ("two  words\n", 2), ("it's 3.5", 2)])
def test_words_are_counted_as_a_person_would(text: str, words: int) -> None:
    assert word_count(text) == words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("St Jude's School", "st-judes-school"),
        ("  --  ", "setting"),
        ("", "setting"),
        ("\u5b66\u6821", "setting"),
        ("\u00c9cole d'\u00c9t\u00e9", "ecole-dete"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con-x"),
        ("con.txt", "con-txt"),
        ("Lpt1", "lpt1-x"),
        ("com0", "com0"),
        ("a" * 60, "a" * 40),
        ("a" * 39 + " b", "a" * 39),
        ("x\x00y\ny", "x-y-y"),
    ],
)
def test_a_file_name_is_plain_and_ours(text: str, name: str) -> None:
    assert slug(text) == name


def test_a_name_has_the_length_that_was_asked_for() -> None:
    assert slug("Saint Jude", longest=6) == "saint"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("No path here.", "No path here."),
        ("In C:\\Users\\Ana\\list.docx today", "In [a file on our own computer] today"),
        ("see c:/files/a.txt", "see [a file on our own computer]"),
        ("at \\\\server\\share\\x.doc, and", "at [a file on our own computer], and"),
        ("file:///home/ana/x.pdf", "[a file on our own computer]"),
        ("(/home/ana/x.pdf)", "([a file on our own computer])"),
        ("~/notes.txt", "[a file on our own computer]"),
        ("/Users/ana/x", "[a file on our own computer]"),
        ("https://example.org/home/page", "https://example.org/home/page"),
        ("2026/27 and and/or", "2026/27 and and/or"),
        ("met 3/4, 24/7", "met 3/4, 24/7"),
    ],
)
def test_local_paths_do_not_leave_the_machine(text: str, left: str) -> None:
    assert without_local_paths(text) == left


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("C:\\x", True), (" c:/x ", True), ("\\\\server\\x", True), ("/home/ana", True), ("~/x", True),
        ("file:///x", True), ("https://example.org", False), ("The blue folder", False), ("", False), ("/", False),
        ("see C:\\x", False),
    ],
)  # fmt: skip
def test_a_whole_text_can_be_a_path(text: str, local: bool) -> None:
    assert is_local_path(text) is local


def test_the_nearest_known_word_is_offered_and_nothing_far_away() -> None:
    known = ("policy", "minutes", "log")

    assert nearest("polcy", known) == "policy"
    assert did_you_mean("minuets", known) == 'Did you mean "minutes"?'
    assert did_you_mean("zzz", known) == did_you_mean("", known) == did_you_mean("log", ()) == ""


@pytest.mark.parametrize(("number", "text"), [(0, "0 answers"), (1, "1 answer"), (2, "2 answers"), (-1, "-1 answers")])
def test_a_count_has_its_noun(number: int, text: str) -> None:
    assert count(number, "answer") == text
    assert count(number, "criterion", "criteria").startswith(f"{number} criteri")


def test_an_irregular_plural_is_told() -> None:
    assert (count(1, "criterion", "criteria"), count(3, "criterion", "criteria")) == ("1 criterion", "3 criteria")


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_words_are_listed_as_a_sentence_lists_them(words: list[str], text: str) -> None:
    assert listed(words) == text
    assert listed(iter(words)) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("plain", "plain"),
        ("\u201cZo\u00eb\u201d \u2013 caf\u00e9 \u2026", '"Zoe" - cafe ...'),
        ("\u2022 3 \u2192 4", "* 3 -> 4"),
        ("\u0416\u2602", "<U+0416><U+2602>"),
        ("\ufb01x\u00b2", "fix2"),
    ],
)
def test_text_in_ascii_drops_accents_and_names_what_has_no_likeness(text: str, shown: str) -> None:
    assert in_ascii(text) == shown
