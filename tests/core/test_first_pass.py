"""The first pass as values: minutes in words, weakest first, and where to begin."""

import pytest
from msgspec.structs import replace

from compact_tui.core.audit import Audit, Grade, LastGrade, final_grade_of
from compact_tui.core.findings import find_all
from compact_tui.core.first_pass import (
    first_open,
    first_pass_result,
    first_pass_view,
    first_pass_words,
    form_to_begin,
    left_words,
    minutes_for,
)
from compact_tui.core.last_time import last_time_view
from compact_tui.core.progress import Stop, next_unanswered, progress
from compact_tui.core.rail import rail_of
from compact_tui.core.setting import Setting
from compact_tui.core.show import standard_view
from tests.samples import TODAY, head, umbrella_pack
from tests.samples import setting as brolly_house

PACK = umbrella_pack()


def with_grades(*grades: tuple[str, str, bool]) -> Audit:
    kept = tuple(Grade(standard=name, level=level, provisional=first) for name, level, first in grades)
    return Audit(head=head(), grades=kept)


@pytest.mark.parametrize(
    ("standards", "minutes", "words"),
    [
        (0, 0, "nothing left to choose"),
        (1, 2, "about 2 minutes left"),
        (2, 3, "about 3 minutes left"),
        (3, 5, "about 5 minutes left"),
        (12, 18, "about 18 minutes left"),
    ],
)
def test_a_standard_takes_a_minute_and_a_half(standards: int, minutes: int, words: str) -> None:
    assert (minutes_for(standards), left_words(standards)) == (minutes, words)


def test_a_page_shows_the_model_answers_in_the_packs_order_each_with_its_key() -> None:
    view = first_pass_view(PACK, with_grades(("u2", "soaked", True)), PACK.standard[1], "Audit")

    assert [(level.key, level.id, level.chosen) for level in view.levels] == [
        ("1", "bone-dry", False),
        ("2", "a-few-drops", False),
        ("3", "soaked", True),
    ]
    assert all(level.model_answer for level in view.levels)
    assert (view.position, view.previous, view.next) == ("2 of 3", "u1", "u3")
    assert (view.chosen_words, view.standing) == ("Soaked (provisional)", "Here now: Soaked (provisional).")
    assert (view.done, view.total, view.minutes_left) == (1, 3, 3)


def test_a_model_answer_that_the_pack_does_not_have_is_stood_in_for_by_the_meaning_of_its_level() -> None:
    bare = replace(PACK.standard[0], model_answer=())
    pack = replace(PACK, standard=(bare,))

    view = first_pass_view(pack, with_grades(), bare, "Audit")

    assert [level.model_answer for level in view.levels] == [level.meaning for level in PACK.level]
    assert (view.previous, view.next, view.waiting) == ("", "", "u1")


@pytest.mark.parametrize(
    ("here", "grades", "waiting"),
    [
        (0, (), "u2"),
        (2, (), "u1"),
        (2, (("u1", "soaked", True),), "u2"),
        (0, (("u2", "soaked", True), ("u3", "soaked", False)), "u1"),
        (1, (("u1", "soaked", True), ("u2", "soaked", True), ("u3", "soaked", False)), ""),
    ],
)
def test_the_next_page_that_waits_is_looked_for_onward_and_round(
    here: int, grades: tuple[tuple[str, str, bool], ...], waiting: str
) -> None:
    assert first_pass_view(PACK, with_grades(*grades), PACK.standard[here], "Audit").waiting == waiting


def test_a_grade_given_after_answering_is_said_to_be_left_as_it_is() -> None:
    view = first_pass_view(PACK, with_grades(("u1", "soaked", False)), PACK.standard[0], "Audit")

    assert view.graded
    assert view.chosen_words == "Soaked"
    assert view.standing == "Here now: Soaked. It was graded after answering; the first pass leaves that as it is."


def test_the_pass_goes_on_with_the_first_standard_that_has_no_level() -> None:
    assert first_open(PACK, with_grades(("u1", "soaked", True))).id == "u2"
    assert first_open(PACK, with_grades(*((s.id, "soaked", True) for s in PACK.standard))).id == "u1"


def test_the_result_is_weakest_first_with_what_was_not_chosen_last() -> None:
    result = first_pass_result(PACK, with_grades(("u1", "bone-dry", True), ("u3", "soaked", True)), "Audit")

    assert [(line.standard, line.words, line.weak) for line in result.lines] == [
        ("u3", "Soaked (provisional)", True),
        ("u1", "Bone dry (provisional)", False),
        ("u2", "not chosen yet", False),
    ]
    assert (result.done, result.total, result.begin) == (2, 3, "u3")
    assert result.begin_sentence.startswith("Begin the full audit with 3 ")
    assert result.begin_sentence.endswith(": you chose Soaked there.")
    assert result.sentence == "2 of 3 chosen, 2 provisional, about 2 minutes left"


@pytest.mark.parametrize(
    ("grades", "begin", "sentence"),
    [
        ((), "u1", "Begin the full audit with 1 Taking umbrellas in: nothing is chosen there."),
        ((("u1", "soaked", False),), "u2", "Begin the full audit with 2 Keeping umbrellas: nothing is chosen there."),
        (
            (("u1", "soaked", False), ("u2", "soaked", False), ("u3", "bone-dry", False)),
            "",
            "Every standard is graded; there is nothing left for a first pass.",
        ),
        (
            (("u1", "soaked", False), ("u2", "bone-dry", True), ("u3", "bone-dry", True)),
            "u2",
            "Begin the full audit with 2 Keeping umbrellas: you chose Bone dry there.",
        ),
    ],
)
def test_the_full_audit_begins_where_it_is_weakest_and_not_graded_yet(
    grades: tuple[tuple[str, str, bool], ...], begin: str, sentence: str
) -> None:
    result = first_pass_result(PACK, with_grades(*grades), "Audit")

    assert (result.begin, result.begin_sentence) == (begin, sentence)


@pytest.mark.parametrize(
    ("grades", "words"),
    [
        ((), "not begun, about 5 minutes"),
        ((("u1", "soaked", False),), "1 of 3 chosen, about 3 minutes left"),
        ((("u1", "soaked", True),), "1 of 3 chosen, 1 provisional, about 3 minutes left"),
    ],
)
def test_how_far_it_has_come_is_said_in_words(grades: tuple[tuple[str, str, bool], ...], words: str) -> None:
    assert first_pass_words(PACK, with_grades(*grades)) == words


def test_a_provisional_grade_counts_as_not_graded() -> None:
    audit = with_grades(("u1", "bone-dry", True), ("u2", "soaked", False))

    counts = progress(PACK, audit)

    assert (counts.graded, counts.provisional, counts.complete) == (1, 1, False)
    assert [(row.graded, row.state) for row in counts.standards] == [
        (False, "not-started"),
        (True, "attention"),
        (False, "not-started"),
    ]
    assert final_grade_of(audit, "u1") is None
    assert next_unanswered(PACK, audit, Stop("u1", PACK.standard[0].criterion[2].id)) == Stop("u1")


def test_the_rail_and_the_standard_say_provisional_in_words() -> None:
    audit = with_grades(("u1", "bone-dry", True), ("u2", "soaked", False))

    rail = rail_of(PACK, audit)
    shown = standard_view(PACK, audit, PACK.standard[0], TODAY)

    assert [row.word for row in rail.rows] == ["provisional", "Soaked", ""]
    assert rail.sentence == "0 of 9 answered, 1 of 3 graded, 1 provisional"
    assert (shown.grade_word, shown.provisional, shown.state) == ("Bone dry (provisional)", True, "not-started")
    assert [level.provisional for level in shown.levels] == [True, False, False]


@pytest.mark.parametrize(
    ("setting", "asked"),
    [
        (None, ["name", "kind"]),
        (Setting(id="s", name=" ", sector="education"), ["name", "kind"]),
        (Setting(id="s", name="Brolly House"), ["name", "kind"]),
        (Setting(id="s", name="Brolly House", sector="education"), []),
    ],
)
def test_only_what_nobody_has_said_is_asked_before_it(setting: Setting | None, asked: list[str]) -> None:
    form = form_to_begin(setting)

    assert [field.id for field in form.fields] == asked
    assert all(field.required for field in form.fields)


def test_a_reader_asks_of_a_provisional_grade_only_that_it_is_one() -> None:
    audit = with_grades(("u1", "bone-dry", True), ("u2", "soaked", True))

    asked = {f.rule for f in find_all(brolly_house(), PACK, audit, TODAY) if f.where in {"u1", "u2"}}

    assert asked == {"grade-provisional"}


def test_a_provisional_grade_is_not_held_against_last_times() -> None:
    last = LastGrade(standard="u1", level="soaked")
    audit = replace(with_grades(("u1", "bone-dry", True)), last_grades=(last,))

    line = last_time_view(PACK, audit).lines[0]

    assert (line.now_word, line.change) == ("", "")
    assert standard_view(PACK, audit, PACK.standard[0], TODAY).last_time == "Last time: Soaked."
