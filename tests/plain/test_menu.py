"""Choosing from a menu, asking for fields and texts: what is said and what is taken, without the program around it."""

import pytest

from compact_tui.core.days import parse_day, say_day
from compact_tui.core.forms import Field, Form
from compact_tui.plain.asking import ask, ask_form, long_text, yes
from compact_tui.plain.menu import Choice, Menu, choose, titled
from compact_tui.plain.moving import Ended, Moved
from compact_tui.plain.teller import Teller

MENU = Menu(
    heading="Which?",
    choices=(
        Choice("rain", "3.1 Does it rain?", "yes"),
        Choice("roof", "3.10 Is there a roof?"),
        Choice("roofer", "Roofer, call the", letter="r"),
        Choice("rest", "Rest", quiet=True),
    ),
)


class Talk:
    """Lines that are typed, and what was said."""

    def __init__(self, *lines: str, ascii_only: bool = False) -> None:
        self._lines = [f"{line}\n" for line in lines]
        self._said: list[str] = []
        self.teller = Teller(
            lambda: self._lines.pop(0) if self._lines else "", self._said.append, ascii_only=ascii_only
        )

    @property
    def said(self) -> str:
        """Everything."""
        return "".join(self._said)


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("1", "rain"),
        ("3.1", "rain"),
        ("3.10", "roof"),
        ("  3.1   does  IT", "rain"),
        ("r", "roofer"),
        ("roofer", "roofer"),
        ("roof", "roof"),
        ("rain", "rain"),
        ("res", "rest"),
        ("4", "rest"),
    ],
)
def test_a_choice_is_meant_by_number_letter_name_or_beginning(typed: str, chosen: str) -> None:
    assert choose(Talk(typed).teller, MENU) == chosen


def test_a_beginning_of_several_names_them_and_asks_again() -> None:
    talk = Talk("ro", "2")

    assert choose(talk.teller, MENU) == "roof"
    assert '"ro" could be 3.10 Is there a roof? and Roofer, call the. Type more of it, or\nthe number.' in talk.said


def test_a_menu_says_heading_choices_states_and_letters_and_keeps_the_quiet_ones_for_help() -> None:
    talk = Talk("?", "1")

    choose(talk.teller, MENU)

    told, _, help_lines = talk.said.partition("> ")
    assert told == (
        "\nWhich?\n1. 3.1 Does it rain?: yes\n2. 3.10 Is there a roof?\n3. Roofer, call the (or r)\n"
        "?: everything else that can be done here\n"
    )
    assert "4. Rest\n" in help_lines


def test_a_long_menu_comes_in_pieces_and_can_be_answered_after_each() -> None:
    menu = Menu(heading="Which?", choices=tuple(Choice(f"c{n}", f"choice {n}") for n in range(1, 46)))

    late, early = Talk("", "", "45"), Talk("7")

    assert (choose(late.teller, menu), choose(early.teller, menu)) == ("c45", "c7")
    assert late.said.count("Enter goes on, or type your choice > ") == 2
    assert "choice 21" not in early.said


def test_the_lines_that_end_are_told_to_whoever_asked() -> None:
    with pytest.raises(Ended):
        choose(Talk().teller, MENU)


def test_a_standard_in_a_list_has_its_number_once() -> None:
    assert (titled(3, 3, "Roofs"), titled(3, 7, "Roofs")) == ("Roofs", "Standard 7, Roofs")


DAY = Field(id="day", question="Which day?", help="Such as today.", parse=parse_day, show=say_day)
KIND = Field(id="kind", question="Kind", choices=(("a", "Apple"), ("b", "Bread")), required=True)


@pytest.mark.parametrize(
    ("field", "kept", "lines", "taken"),
    [
        (DAY, "", ("18/12/2026",), "18/12/2026"),
        (DAY, "3 May 2026", ("",), "3 May 2026"),
        (DAY, "3 May 2026", ("-",), "3 May 2026"),
        (DAY, "3 May 2026", (".",), ""),
        (DAY, "", ("soon", "?", ""), ""),
        (KIND, "", ("2",), "b"),
        (KIND, "", ("bre",), "b"),
        (KIND, "a", ("",), "a"),
        (KIND, "", ("", "3", "cake", "Apple"), "a"),
        (KIND, "a", (".", "b"), "b"),
    ],
)
def test_a_field_is_asked_until_what_is_typed_can_be_taken(
    field: Field, kept: str, lines: tuple[str, ...], taken: str
) -> None:
    assert ask(Talk(*lines).teller, field, kept) == taken


def test_what_is_kept_stands_in_brackets_or_on_a_line_of_its_own_when_long() -> None:
    short, long = Talk(""), Talk("")

    ask(short.teller, DAY, "3 May 2026")
    ask(long.teller, Field(id="t", question="What?"), "word " * 30)

    assert short.said.endswith("[3 May 2026] > ")
    assert "\n  Now: word word" in long.said
    assert long.said.endswith("\n> ")


def test_a_form_takes_every_field_and_a_long_one_in_lines() -> None:
    form = Form("f", "A form", (DAY, Field(id="note", question="What was said?", long=True)))

    taken = ask_form(Talk("", "One.", "Two.", ".").teller, form, {"day": "3 May 2026"}, dict)

    assert taken == {"day": "3 May 2026", "note": "One.\nTwo."}


def test_a_question_of_yes_or_no_takes_nothing_else() -> None:
    talk = Talk("", "maybe", "2")

    assert not yes(talk.teller, "Sure?")
    assert talk.said.count("Type 1 for yes or 2 for no.") == 2


@pytest.mark.parametrize(
    ("lines", "written"),
    [
        (("",), "old"),
        (("-",), "old"),
        ((".",), ""),
        (("new", "."), "new"),
        (("new", "-", ""), "new\n-\n"),
        (("a", "..", "...b", "."), "a\n.\n..b"),
        (("b", "q", "h", "."), "b\nq\nh"),
        (("x", "?", "y", "."), "x\ny"),
    ],
)
def test_a_text_is_typed_line_by_line(lines: tuple[str, ...], written: str) -> None:
    assert long_text(Talk(*lines).teller, "Note", "old") == written


def test_an_interruption_before_anything_was_typed_leaves_the_text() -> None:
    def interrupt() -> str:
        raise KeyboardInterrupt

    with pytest.raises(Moved):
        long_text(Teller(interrupt, lambda text: None), "Note", "old")


def test_lines_are_wrapped_at_words_under_their_number_and_columns_are_counted_wide() -> None:
    talk = Talk()

    talk.teller.say("12. " + "word " * 20, "雨" * 60, "  indented " + "w" * 100)

    lines = talk.said.splitlines()
    assert lines[1].startswith("    word")
    assert lines[2] == "雨" * 39
    assert max(map(len, lines)) <= 78


def test_facts_of_which_nothing_is_so_are_left_out() -> None:
    talk = Talk()

    talk.teller.facts((("Who", "Head"), ("When", ""), ("", "Last time: Good.")))

    assert talk.said == "Who: Head\nLast time: Good.\n"
