"""The one-minute guide as lines, and what a term means."""

import pytest

from compact_tui.core.guide import Glossary, Guide, GuidePart, Term, guide_lines, look_up

GUIDE = Guide((GuidePart("What it is", "You look at\n  what is there."), GuidePart("Why", "It helps.")))
RATIO = Term(term="Ratio", also=("ratios", "adults per child"), meaning="How many adults there are.")
MODERATION = Term(term="Moderation", meaning="A second look at a grade.", also=("moderated grade",))
LEAD = Term(term="DSL", also=("designated safeguarding lead",), meaning="Whom to tell. Not the head's word alone.")
HEAD = Term(term="Head", meaning="Who answers for the ratio, and for a DSL in school.")
GLOSSARY = Glossary((LEAD, HEAD, MODERATION, RATIO))


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (80, ("What it is: You look at what is there.", "Why: It helps.")),
        (24, ("What it is: You look at", "what is there.", "Why: It helps.")),
    ],
)
def test_the_guide_is_a_paragraph_for_each_part_begun_by_its_heading(width: int, lines: tuple[str, ...]) -> None:
    assert guide_lines(GUIDE, width) == lines


def test_a_guide_of_nothing_has_no_lines() -> None:
    assert guide_lines(Guide(()), 80) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", (LEAD, HEAD, MODERATION, RATIO)),
        ("  ", (LEAD, HEAD, MODERATION, RATIO)),
        ("DSL", (LEAD, HEAD)),
        (" dsl ", (LEAD, HEAD)),
        ("designated  safeguarding\nLEAD", (LEAD,)),
        ("ratio", (RATIO, MODERATION, HEAD)),
        ("RATIOS", (RATIO,)),
        ("head", (HEAD, LEAD)),
        ("second look", (MODERATION,)),
        ("umbrella", ()),
        ("d.l", ()),
    ],
)
def test_a_term_is_looked_up_by_its_name_first_then_in_names_then_in_meanings(
    text: str, found: tuple[Term, ...]
) -> None:
    assert look_up(GLOSSARY, text) == found


def test_a_term_stands_once_however_often_it_holds_the_text() -> None:
    both = Term(term="Peg", also=("peg", "peg rail"), meaning="A peg.")

    assert look_up(Glossary((both,)), "peg") == (both,)
