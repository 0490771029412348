"""Last time's grades beside this time's."""

import msgspec
import pytest

from compact_tui.core.audit import LastGrade
from compact_tui.core.last_time import change_words, last_of, last_sentence, last_time_view, last_word
from compact_tui.core.returns import NOT_ASKED
from tests.samples import lamp_audit, lamp_pack


@pytest.mark.parametrize(
    ("then", "now", "words"),
    [
        ("dim", "bright", "2 levels up"),
        ("glowing", "bright", "1 level up"),
        ("bright", "dim", "2 levels down"),
        ("dim", "dim", "the same"),
        (NOT_ASKED, "dim", "new"),
        ("", "dim", "new"),
        ("dim", "not-graded", ""),
        ("dim", "", ""),
        (NOT_ASKED, "", ""),
        ("retired-level", "dim", ""),
    ],
)
def test_a_grade_has_moved_by_steps_of_the_scale(then: str, now: str, words: str) -> None:
    assert change_words(lamp_pack(), then, now) == words


def test_the_word_of_a_level_that_is_no_longer_there_is_its_id() -> None:
    assert last_word(lamp_pack(), "retired-level") == "retired-level"
    assert last_word(lamp_pack(), "") == "Not asked"


def test_the_quiet_line_says_what_it_was_and_how_it_moved() -> None:
    pack, audit = lamp_pack(), lamp_audit()

    assert last_sentence(pack, last_of(audit, "stairs"), "bright") == "Last time (2024-2026): Glowing; now 1 level up."
    assert last_sentence(pack, last_of(audit, "stairs"), "not-graded") == "Last time (2024-2026): Glowing."
    assert last_sentence(pack, LastGrade(standard="hall"), "dim") == "Last time: Not asked."
    assert last_sentence(pack, last_of(audit, "hall"), "dim") == ""


def test_the_view_has_every_standard_and_a_key_for_every_level() -> None:
    view = last_time_view(lamp_pack(), lamp_audit())

    assert [(option.key, option.word) for option in view.options] == [
        ("1", "Bright"),
        ("2", "Glowing"),
        ("3", "Dim"),
        ("0", "Not asked"),
    ]
    assert [(line.level, line.sentence) for line in view.lines] == [
        ("", "not typed in"),
        ("glowing", "Glowing, now 1 level up"),
    ]
    assert (view.cycle, view.typed, view.sentence) == ("2024-2026", 1, "1 of 2 typed in")
    nothing = last_time_view(lamp_pack(), msgspec.structs.replace(lamp_audit(), last_grades=()))
    assert (nothing.cycle, nothing.sentence) == ("", "nothing typed in yet")
