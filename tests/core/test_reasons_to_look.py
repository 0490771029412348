"""Why a reader should look at a return first."""

import pytest
from msgspec.structs import replace

from compact_tui.core.pack import UNANSWERED
from compact_tui.core.reasons_to_look import RULES, Case, Reason, reasons_to_look, weight_of
from compact_tui.core.return_facts import AnswerFact, GradeFact, ReturnFacts, facts_of, text_mark
from tests.samples import lamp_audit, lamp_pack, lamp_return

PACK = lamp_pack()
CALM = ReturnFacts(
    return_id="r-1",
    name="The Gallery",
    sector="education",
    pack="lamps",
    edition="1",
    variation="all",
    cycle="2026-2028",
    signed=True,
    grades=(
        GradeFact("hall", "bright", evidence=1, summary_mark="sha256:a"),
        GradeFact("stairs", "glowing", evidence=2, actions=1),
    ),
    answers=(
        AnswerFact("hall-bulb", "hall", "lit", "met", "must"),
        AnswerFact("hall-switch", "hall", "out", "not-met", "nice"),
    ),
)


def _reasons(facts: ReturnFacts, before: ReturnFacts | None = None, **also_in: int) -> list[tuple[str, str]]:
    found = reasons_to_look(Case(facts, PACK, before, {f"sha256:{mark}": n for mark, n in also_in.items()}))
    return [(reason.id, reason.words) for reason in found]


def test_a_return_beside_one_of_another_program_asks_whether_they_are_one_settings() -> None:
    assert reasons_to_look(Case(CALM, PACK, None, {})) == ()
    (reason,) = reasons_to_look(Case(CALM, PACK, None, {}, elsewhere=True))

    assert (reason.id, reason.words) == ("two-programs", "returns came from two programs: are they one setting's?")


def _graded(hall: str, stairs: str, **more: object) -> ReturnFacts:
    first, second = CALM.grades
    return replace(CALM, grades=(replace(first, level=hall), replace(second, level=stairs)), **more)


def test_a_return_that_leaves_nothing_to_ask_gives_no_reason() -> None:
    assert _reasons(CALM, before=CALM) == []


@pytest.mark.parametrize(
    ("facts", "reasons"),
    [
        (_graded("dim", "glowing"), [("lowest", "graded dim: standard 1"), ("no-action", "standard 1")]),
        (_graded("glowing", "dim"), [("lowest", "graded dim: standard 2")]),
        (
            replace(CALM, answers=(AnswerFact("hall-bulb", "hall", "out", "not-met", "must"),)),
            [("duty", '1 criterion marked "must" not met: standard 1')],
        ),
        (
            replace(CALM, grades=tuple(GradeFact(name, "bright") for name in ("hall", "stairs"))),
            [("thin", "every standard bright, with 0 pieces of evidence in all")],
        ),
        (replace(CALM, signed=False), [("unsigned", "nobody has signed it")]),
        (_graded("bright", "not-graded"), [("unfinished", "not graded: standard 2")]),
        (
            replace(CALM, answers=(AnswerFact("hall-bulb", "hall", "in-the-dark", "not-known", "must"),)),
            [("not-known", "1 of 1 answers are not known yet")],
        ),
        (replace(CALM, set_asides=2), [("set-aside", "2 findings set aside: read the reasons")]),
    ],
)
def test_each_rule_says_what_and_where(facts: ReturnFacts, reasons: list[tuple[str, str]]) -> None:
    found = _reasons(facts)

    assert [known for known, _ in found] == [known for known, _ in reasons]
    assert all(words.endswith(expected) for (_, words), (_, expected) in zip(found, reasons, strict=True))


@pytest.mark.parametrize(
    ("then", "now", "leaps"),
    [
        (("dim", "dim"), ("bright", "glowing"), ["two levels up or more since last time: standard 1"]),
        (("dim", "dim"), ("bright", "bright"), ["two levels up or more since last time: standards 1 and 2"]),
        (("glowing", "dim"), ("bright", "glowing"), []),
        (("bright", "bright"), ("dim", "dim"), []),
        (("not-graded", "gone"), ("bright", "bright"), []),
    ],
)
def test_two_levels_up_since_last_time_is_worth_a_question(
    then: tuple[str, str], now: tuple[str, str], leaps: list[str]
) -> None:
    assert [words for known, words in _reasons(_graded(*now), before=_graded(*then)) if known == "leap"] == leaps


def test_the_words_of_another_setting_are_found_by_their_mark() -> None:
    assert _reasons(CALM, a=1) == [("same-text", "the same words as another setting's: standard 1")]
    assert _reasons(CALM, b=1) == []
    assert text_mark("") == ""
    assert text_mark("Children feel safe here.") == ""
    long = "Every child here can name three adults they would tell, and two outside of it."
    assert text_mark(long) == text_mark(long.upper().replace(",", "")) != ""


def test_the_weightiest_reason_comes_first_and_weights_add_up() -> None:
    found = reasons_to_look(Case(_graded("dim", "not-graded", signed=False), PACK, None, {}))

    assert [reason.id for reason in found] == ["lowest", "no-action", "unsigned", "unfinished"]
    assert weight_of(found) == sum(reason.weight for reason in found) == 230


def test_every_rule_fires_somewhere_and_none_without_cause() -> None:
    empty = ReturnFacts(
        return_id="r", name="", sector="", pack="lamps", edition="1", variation="", cycle="", signed=True
    )

    assert [list(rule(Case(empty, PACK, None, {}))) for rule in RULES] == [[] for _ in RULES]


def test_what_is_counted_of_a_return_is_what_stands_in_it() -> None:
    facts = facts_of(lamp_return(), PACK, entry="P01", received_on="2026-12-04")

    assert (facts.entry, facts.name, facts.sector, facts.signed) == ("P01", "The Gallery", "education", True)
    assert [(g.standard, g.level, g.evidence, g.actions) for g in facts.grades] == [
        ("hall", "bright", 1, 1),
        ("stairs", "bright", 1, 0),
    ]
    assert [(a.criterion, a.counts_as, a.duty) for a in facts.answers] == [
        ("hall-bulb", "met", "must"),
        ("hall-switch", "met", "nice"),
        ("hall-shade", "not-applicable", "nice"),
        ("stairs-bulb", "met", "must"),
    ]
    assert facts.actions == ("Buy a shade",)


def test_an_action_that_is_done_is_none_that_will_be() -> None:
    audit = lamp_audit()
    done = replace(audit, actions=tuple(replace(action, status="done") for action in audit.actions))

    assert [grade.actions for grade in facts_of(lamp_return(done), PACK).grades] == [0, 0]


def test_answers_of_an_edition_that_is_not_here_are_kept_and_count_as_nothing() -> None:
    facts = facts_of(lamp_return(), None)

    assert {answer.counts_as for answer in facts.answers} == {""}
    assert UNANSWERED not in {answer.answer for answer in facts.answers}
    assert reasons_to_look(Case(facts, PACK, None, {})) == (
        Reason(id="set-aside", words="1 finding set aside: read the reasons", weight=20),
    )
