"""The lint of question banks: each rule by a bank with one thing wrong."""

from typing import Any

import pytest
from msgspec.structs import replace

from compact_tui.core.bank import BankSource, Option, Place, Point, Question, QuestionBank, Wording
from compact_tui.core.bank_checks_names import Known
from compact_tui.core.bank_lint import Linted, lint_one
from compact_tui.core.problems import Place as LineOf
from compact_tui.core.problems import Problem, Severity, say
from tests.bank_samples import TODAY, bank, question, story

KNOWN = Known(topics=("drying", "lending"), standards=("u1", "u2"), criteria=("u1-ticket",))
RULES = BankSource(id="rules", title="House rules", edition="2026", status="in force", checked_on="2026-11-22")
RIGHT: dict[str, Any] = {
    "topic": "drying",
    "duty": "must",
    "confidence": "C",
    "why": "Nobody slips on a dry floor.",
    "checked_on": "2026-11-22",
    "review_by": "2027-07-01",
}


def sound(number: int = 1, **more: Any) -> Question:
    return question(number, **{**RIGHT, **more})


def told(number: int = 1, **more: Any) -> Question:
    return story(number, **{**RIGHT, **more})


def shelf(*questions: Question, **more: Any) -> QuestionBank:
    made = bank(*questions, **more)
    return replace(made, bank=replace(made.bank, review_by="2027-07-01"))


def found(made: QuestionBank, *others: QuestionBank, shipped: bool = False) -> tuple[Problem, ...]:
    return lint_one(Linted(made, shipped=shipped), others, KNOWN, TODAY)


def test_sound_questions_are_left_alone() -> None:
    spoken = sound(prompt="Where does a wet umbrella go?")
    scenario = told(2, prompt="A visitor shakes one out over the carpet. Your next move?", answer="Show the rack.",
                    why="Wet carpets smell for days.")  # fmt: skip

    assert [say(problem) for problem in found(shelf(spoken, scenario), shipped=True)] == []


WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"id": "Q 1"}, "Q 1, id", '"Q 1" cannot be an id.'),
    ({"kind": "spokn"}, "q-1, kind", 'No kind of question "spokn" is known. Did you mean "spoken"?'),
    ({"status": "alive"}, "q-1, status", 'No status "alive" is known. Did you mean "live"?'),
    ({"duty": ""}, "q-1, duty", "No duty is named."),
    ({"duty": "shoud"}, "q-1, duty", 'Did you mean "should"?'),
    ({"topic": "dryng"}, "q-1, topic", 'No topic "dryng" is known. Did you mean "drying"?'),
    ({"roles": ()}, "q-1", "The question names no role."),
    ({"roles": ("all-staf",)}, "q-1, roles 1", 'Did you mean "all-staff"?'),
    ({"sectors": ("schools",)}, "q-1, sectors 1", 'No sector "schools" is known.'),
    ({"standards": ("u9",)}, "q-1, standards 1", 'No standard "u9" is known.'),
    ({"criteria": ("u1-tiket",)}, "q-1, criteria 1", 'Did you mean "u1-ticket"?'),
    ({"criteria": ("u1-ticket", "u1-ticket")}, "q-1, criteria 2", '"u1-ticket" is named twice.'),
    ({"confidence": ""}, "q-1", "does not say how it was seen"),
    ({"confidence": "C3"}, "q-1, confidence", 'The confidence "C3" is not known. Use C (seen'),
    ({"confidence": "G"}, "q-1, confidence", "Nobody has seen the text behind this question (G"),
    ({"source": ()}, "q-1", "The question names no source."),
    ({"source": (Place(source="rulez", place="p"),)}, "q-1, source 1, source", 'Did you mean "rules"?'),
    ({"source": (Place(source="rules", place=""),)}, "q-1, source 1, place", '"place" is missing or empty.'),
    ({"checked_on": ""}, "q-1", "Nobody says when the question was checked."),
    ({"checked_on": "22/11/2026"}, "q-1, checked_on", '"22/11/2026" is not a day.'),
    ({"checked_on": "2026-12-04"}, "q-1, checked_on", "4 December 2026 has not come yet."),
    ({"review_by": "July"}, "q-1, review_by", '"July" is not a day.'),
    ({"review_by": "2026-12-02"}, "q-1, review_by", "was to be looked at again by 2 December 2026"),
    ({"review_by": "2026-11-01"}, "q-1, review_by", "to be reviewed before it was last checked"),
    ({"in_force_from": "soon"}, "q-1, in_force_from", '"soon" is not a day.'),
    ({"in_force_from": "2027-02-01", "in_force_to": "2027-01-01"}, "q-1, in_force_to", "ends before it begins"),
    ({"wording": (Wording(on="never", was="Old?"),)}, "q-1, wording 1, on", '"never" is not a day.'),
    ({"prompt": ""}, "q-1, prompt", '"prompt" is missing or empty.'),
    ({"why": ""}, "q-1, why", '"why" is missing or empty.'),
    ({"point": ()}, "q-1", "Nothing says what a full answer needs."),
    ({"point": (Point(id="a", weight="shuold", say="A"),)}, "q-1, a, weight", 'Did you mean "should"?'),
    ({"point": (Point(id="a", weight="must", say=""),)}, "q-1, a, say", '"say" is missing or empty.'),
    ({"point": (Point(id="a", weight="must", say="A"),) * 2}, "q-1, a, id", 'The point "a" stands twice.'),
    ({"critical": True, "point": (Point(id="a", weight="must", say="A"),)}, "q-1", "which answer is unsafe"),
    ({"option": (Option(id="a", text="A"),)}, "q-1, a", "A spoken question has no options."),
    ({"prompt": "Umbrella? " * 31}, "q-1, prompt", "has 310 characters; up to 300"),
    ({"answer": "Dry it. " * 36}, "q-1, answer", "has 72 words; up to 70"),
    ({"answer": "Ring {lead_name}."}, "q-1, answer", '"{lead_name}" is filled by nothing.'),
    ({"from_profile": ("lead_nam",)}, "q-1, from_profile 1", 'Did you mean "lead_name"?'),
    ({"from_profile": ("lead_name",)}, "q-1, from_profile 1", '"lead_name" is asked of the profile, and stands'),
    ({"from_profile": ("lead_name",), "why": "{lead_name} minds."}, "q-1, why", "not filled from the profile"),
    ({"answer": "The rule will start in May 2026."}, "q-1, answer", '"May 2026" stands here as if it were to come'),
    ({"answer": "It is not before 2 December 2026."}, "q-1, answer", '"2 December 2026" stands here'),
    ({"answer": "TBC, on the rack."}, "q-1, answer", '"TBC" only keeps a place.'),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "where", "words"), WRONG, ids=lambda said: str(said)[:50])
def test_one_thing_wrong_is_found_where_it_is(fields: dict[str, Any], where: str, words: str) -> None:
    problems = found(shelf(sound(**fields)))

    assert [problem.where for problem in problems if words in say(problem)] == [where]


MANY = tuple(Option(id=f"o{n}", text="T", feedback="F") for n in range(7))
STORIES: list[tuple[dict[str, Any], str]] = [
    ({"option": story().option[:2]}, "There are 2 options; this kind needs 3 or more."),
    ({"option": (*story().option, *MANY)}, "more than 9 options"),
    ({"option": tuple(replace(option, right=False) for option in story().option)}, "None of its options is right."),
    ({"kind": "choice"}, "2 of its options are right; this kind has one right answer."),
    ({"kind": "multiple", "option": (*story().option[1:], MANY[0])}, "One of its options"),
    ({"kind": "true-false"}, 'has two options, "true" and "false"'),
    ({"option": tuple(replace(o, right=True, unsafe=False) for o in story().option)}, "Every option is right."),
    ({"option": tuple(replace(option, right=True) for option in story().option)}, "right and unsafe at once"),
    ({"option": tuple(replace(option, feedback="") for option in story().option)}, '"feedback" is missing'),
    ({"option": tuple(replace(o, unsafe=False) for o in story().option), "critical": True}, "no option is marked"),
    ({"point": question().point}, "Points are for spoken questions only."),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "words"), STORIES, ids=lambda said: str(said)[:50])
def test_options_that_cannot_be_marked_are_found(fields: dict[str, Any], words: str) -> None:
    assert words in " ".join(say(problem) for problem in found(shelf(told(**fields))))


SOURCES: list[tuple[dict[str, Any], str]] = [
    ({"status": "in forse"}, 'No status "in forse" is known. Did you mean "in force"?'),
    ({"title": ""}, '"title" is missing'),
    ({"checked_on": ""}, "Nobody says when the source was checked."),
    ({"checked_on": "2027-01-01"}, "1 January 2027 has not come yet."),
    ({"in_force_from": "2026-02-01", "in_force_to": "2026-01-01"}, "It ends before it begins to hold."),
    ({"status": "passed, not in force"}, "is passed but not in force, and the question puts it as a duty"),
    ({"in_force_to": "2027-08-31"}, "No source of this question holds after 31 August 2027"),
]


@pytest.mark.parametrize(("fields", "words"), SOURCES, ids=lambda said: str(said)[:50])
def test_an_unsound_source_is_found(fields: dict[str, Any], words: str) -> None:
    problems = found(shelf(sound(), source=(replace(RULES, **fields),)))

    assert words in " ".join(say(problem) for problem in problems)


def test_good_practice_may_rest_on_a_law_that_is_not_in_force() -> None:
    passed = replace(RULES, status="passed, not in force")

    assert found(shelf(sound(duty="good-practice"), source=(passed,))) == ()


def test_a_draft_may_say_that_nobody_has_seen_its_text_and_a_retired_question_may_lack_anything() -> None:
    gone = Question(id="gone", topic="drying", kind="spoken", prompt="", answer="", status="retired", duty="must",
                    roles=("all-staff",), confidence="C")  # fmt: skip

    assert found(shelf(sound(status="draft", confidence="D"), gone)) == ()


@pytest.mark.parametrize(
    ("number", "local"),
    [
        ("023 9283 4000", True),
        ("+44 23 9283 4000", True),
        ("07700 900123", True),
        ("0808 800 5000", False),
        ("0300 123 1234", False),
        ("999", False),
        ("101", False),
    ],
)
@pytest.mark.parametrize("shipped", [True, False])
def test_local_numbers_stand_in_no_bank_that_comes_with_the_program(number: str, local: bool, shipped: bool) -> None:
    problems = found(shelf(sound(answer=f"Ring {number} now.")), shipped=shipped)

    assert ["local one" in problem.what for problem in problems] == [True] * (local and shipped)


@pytest.mark.parametrize(
    "sentence",
    [
        "It was to start in May 2026.",
        "Since May 2026 racks have numbers.",
        "It will start in January 2027.",
        "It will start on 3 December 2026.",
        "It will be so.",
    ],
)
def test_days_that_are_past_or_still_to_come_are_left_alone(sentence: str) -> None:
    assert found(shelf(sound(answer=sentence))) == ()


def test_a_text_that_is_hard_to_read_names_its_hardest_sentence() -> None:
    hard = "Organisational accountability necessitates comprehensive documentation of precipitation-related incidents."

    problems = found(shelf(sound(prompt="Why?", answer=f"Dry it. {hard}")))

    assert [problem.severity for problem in problems] == [Severity.WARNING]
    assert f'the hardest sentence is "{hard[:60]}' in problems[0].what


def test_problems_come_with_their_lines_in_the_order_of_the_file() -> None:
    made = shelf(sound(prompt="", duty=""), sound(2, topic="x", why="Other."))

    def locate(path: tuple[str | int, ...]) -> LineOf:
        return LineOf("b.toml", 100 * int(path[1]) + len(path) if len(path) > 1 else 1)

    problems = lint_one(Linted(made, locate), (), KNOWN, TODAY)

    assert [problem.line for problem in problems] == sorted(problem.line for problem in problems)
    assert say(problems[-1]).startswith("b.toml, line 103: q-2, ")
