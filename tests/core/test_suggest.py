"""The rule table at work: the level suggested, why, and the cheapest step up."""

from itertools import combinations_with_replacement, product
from pathlib import Path

import msgspec
import pytest

from compact_tui.core.pack import NO_SUGGESTION, UNANSWERED, AuditPack, Criterion, Rule, Standard, numbered
from compact_tui.core.rule_checks import can_occur
from compact_tui.core.suggest import COUNTS_AS, Facts, every_case, rows_for, suggest
from compact_tui.storage.packs import load_shipped, read_pack, shipped_packs

SHIPPED = load_shipped("compact-12")
LETTERS = {
    "m": "met", "p": "partly-met", "n": "not-met", "x": "not-applicable", "k": "not-known", "-": UNANSWERED,
}  # fmt: skip


def standard(shape: str) -> Standard:
    """Standard 3 with a criterion for each letter: ``E`` essential, ``o`` other."""
    return Standard(
        id="s",
        number=3,
        title="S",
        criterion=tuple(
            Criterion(id=f"c{at}", question="?", text=".", essential=letter == "E") for at, letter in enumerate(shape)
        ),
    )


def suggested(shape: str, given: str, impact: bool = False, pack: AuditPack = SHIPPED) -> tuple[str, str, str]:
    answers = {f"c{at}": LETTERS[letter] for at, letter in enumerate(given)}
    found = suggest(pack, standard(shape), answers, impact)
    return found.level, found.because, found.step_up


@pytest.mark.parametrize("pack_id", shipped_packs())
def test_every_case_of_a_shipped_rule_table_has_exactly_one_row(pack_id: str) -> None:
    pack = load_shipped(pack_id)

    assert len(every_case()) == 192
    assert bool(pack.rule) == bool(pack.level), "a shipped pack with levels suggests one"
    for case in every_case():
        if pack.rule and can_occur(case, frozenset(COUNTS_AS)):
            assert len(rows_for(pack.rule, case)) == 1, case


def test_the_cases_that_can_occur_are_those_that_answers_can_make() -> None:
    seen = set()
    for states in combinations_with_replacement(LETTERS.values(), 4):
        for essentials in range(5):
            made = standard("E" * essentials + "o" * (4 - essentials))
            for counted in {states, tuple(reversed(states))}:
                for impact in (False, True):
                    seen.add(case_of(made, dict(zip((c.id for c in made.criterion), counted, strict=True)), impact))

    every = {case for case in every_case() if can_occur(case, frozenset(COUNTS_AS))}
    assert seen <= every
    assert len(every - seen) <= 16, "four criteria make nearly every case"


EVERY = every_case()
ONE_ROW_A_CASE = msgspec.structs.replace(
    SHIPPED,
    rule=tuple(
        Rule(level=str(at), because="", **{name: (getattr(case, name),) for name in Facts.__struct_fields__})
        for at, case in enumerate(EVERY)
    ),
)


def case_of(made: Standard, answers: dict[str, str], impact: bool) -> Facts:
    """The case that the answers make, as a table with one row for each case says it."""
    return EVERY[int(suggest(ONE_ROW_A_CASE, made, answers, impact).level)]


@pytest.mark.parametrize(
    ("shape", "given", "impact", "level", "because"),
    [
        ("Eooo", "----", False, "none", "4 criteria"),
        ("Eooo", "mmm-", True, "none", "1 criterion"),
        ("Eooo", "nnn-", True, "none", "1 criterion"),
        ("Eooo", "xxx-", True, "none", "1 criterion"),
        ("Eooo", "xxxx", False, "none", "No criterion here applies to you"),
        ("Eooo", "xxxx", True, "none", "No criterion here applies to you"),
        ("Eooo", "nmmm", True, "inadequate", "Essential and not met: 3.1"),
        ("EEoo", "npmm", True, "inadequate", "Essential and not met: 3.1"),
        ("EEoo", "nnkm", True, "inadequate", "3.1 and 3.2"),
        ("Eooo", "mnnm", True, "inadequate", ": 3.2 and 3.3"),
        ("Eoo", "mnm", True, "inadequate", ": 3.2"),
        ("Eoooo", "mnmmm", True, "requires-improvement", "what holds the level here is 3.2 not met."),
        ("Eoooo", "mnnxx", True, "inadequate", ": 3.2 and 3.3"),
        ("Eoooo", "mnkkk", True, "inadequate", ": 3.2"),
        ("Eoooo", "mkmmm", True, "requires-improvement", "Not known yet: 3.2"),
        ("Eoooo", "kmmmm", True, "requires-improvement", "Not known yet: 3.1"),
        ("Eoooo", "pkmmm", True, "requires-improvement", "Not known yet: 3.2"),
        ("Eoooo", "pmmmm", True, "requires-improvement", "only partly met, which holds the level here: 3.1"),
        ("Eoooo", "mppmm", True, "requires-improvement", "3.2 partly met and 3.3 partly met."),
        ("Eoooo", "mpnmm", True, "requires-improvement", "3.2 partly met and 3.3 not met."),
        ("Eoooo", "mpmmm", True, "good", "All is met but 3.2, which is partly met"),
        ("Eoooo", "mmmmm", False, "good", "Everything that applies is met (5 criteria)"),
        ("Eoooo", "mmmmx", True, "outstanding", "Everything that applies is met (4 criteria)"),
        ("ooooo", "mmmmm", True, "outstanding", "Everything that applies is met (5 criteria)"),
        ("EEE", "mmm", True, "outstanding", "Everything that applies is met (3 criteria)"),
        ("EEE", "mmm", False, "good", "Everything that applies is met (3 criteria)"),
        ("Eo", "xm", True, "outstanding", "Everything that applies is met (1 criterion)"),
    ],
)
def test_the_answers_suggest_a_level_and_say_why(
    shape: str, given: str, impact: bool, level: str, because: str
) -> None:
    found = suggested(shape, given, impact)

    assert found[0] == level
    assert because in found[1]


@pytest.mark.parametrize(
    ("shape", "given", "impact", "step"),
    [
        ("Eooo", "mmm-", False, ""),
        ("Eooo", "xxxx", False, ""),
        ("Eooo", "mmmm", True, ""),
        ("Eoooo", "mpmmm", True, "Cheapest step up: with 3.2 met, Outstanding is suggested."),
        ("Eoooo", "nmmmm", True, "Cheapest step up: with 3.1 met, Outstanding is suggested."),
        ("Eoooo", "nmmmm", False, "Cheapest step up: with 3.1 met, Good is suggested."),
        ("EEooo", "nnmmm", False, "Cheapest step up: with 3.1 and 3.2 met, Good is suggested."),
        ("Eoooo", "mppmm", True, "Cheapest step up: with 3.2 met, Good is suggested."),
        ("Eoooo", "mknmm", True, "Cheapest step up: with 3.2 and 3.3 met, Outstanding is suggested."),
        ("Eoooo", "mnnnn", True, "Cheapest step up: with 3.2, 3.3 and 3.4 met, Requires improvement is suggested."),
        (
            "E" * 40,
            "n" * 40,
            False,
            "Cheapest step up: with " + ", ".join(f"3.{n}" for n in range(1, 40)) + " and 3.40 met, Good is suggested.",
        ),
        ("EEEoo", "nnnmm", False, "Cheapest step up: with 3.1, 3.2 and 3.3 met, Good is suggested."),
        (
            "Eooo",
            "mmmm",
            False,
            "Cheapest step up: say in the summary what is different for children and add evidence of two kinds; "
            "then Outstanding is suggested.",
        ),
        (
            "Eooo",
            "mpmm",
            False,
            "Cheapest step up: have 3.2 met, say in the summary what is different for children and add evidence of "
            "two kinds; then Outstanding is suggested.",
        ),
    ],
)
def test_the_step_up_names_the_fewest_answers(shape: str, given: str, impact: bool, step: str) -> None:
    assert suggested(shape, given, impact)[2] == step


def test_there_is_a_step_up_from_every_level_but_the_best() -> None:
    best = max(SHIPPED.level, key=lambda level: level.rank).id
    for given in product("mpnxk", repeat=4):
        for impact in (False, True):
            level, _, step = suggested("EEoo", "".join(given), impact)
            assert (step == "") == (level in {best, NO_SUGGESTION}), (given, impact)


def test_the_suggested_level_never_falls_when_an_answer_becomes_met() -> None:
    rank = {level.id: level.rank for level in SHIPPED.level}
    for given in product("mpnk", repeat=4):
        before = suggested("EEoo", "".join(given))[0]
        for at in range(4):
            after = suggested("EEoo", "".join(given[:at]) + "m" + "".join(given[at + 1 :]))[0]
            assert rank[after] >= rank[before], (given, at)


def test_an_answer_that_the_pack_does_not_know_counts_as_unanswered() -> None:
    assert suggest(SHIPPED, standard("E"), {"c0": "perhaps", "other": "met"}, True).level == NO_SUGGESTION


def test_a_pack_without_a_rule_table_suggests_nothing_whatever_was_answered() -> None:
    pack, _ = read_pack(Path(__file__).parents[1] / "fixtures" / "small-pack")
    assert pack is not None

    for answer in (*(kind.id for kind in pack.answer), UNANSWERED):
        found = suggest(pack, pack.standard[0], {c.id: answer for c in pack.standard[0].criterion}, True)
        assert found.level == NO_SUGGESTION
        assert (found.because, found.step_up) == ("Choose the model answer that fits you best.", "")


def test_a_standard_without_criteria_suggests_nothing() -> None:
    assert suggested("", "")[0] == NO_SUGGESTION


def test_what_an_answer_counts_as_is_read_and_not_its_id() -> None:
    pack, _ = read_pack(Path(__file__).parents[1] / "fixtures" / "small-pack")
    assert pack is not None
    rules = (
        Rule(level="soaked", because="{not_met} needs help.", essential=("not-met",)),
        Rule(level="bone-dry", because="All {criteria}.", essential=("met", "partly-met")),
    )
    pack = msgspec.structs.replace(pack, rule=rules)
    first = pack.standard[0]
    answers = dict.fromkeys((c.id for c in first.criterion), "in-hand")

    found = suggest(pack, first, answers | {"u1-ticket": "need-support"}, False)

    assert (found.level, found.because) == ("soaked", "1.1 needs help.")
    assert found.step_up == "Cheapest step up: with 1.1 met, Bone dry is suggested."
    assert suggest(pack, first, answers, False).because == "All 3 criteria."


def test_of_two_equal_steps_the_one_to_the_better_level_is_named() -> None:
    rules = (
        Rule(level="inadequate", because="Both.", essential=("not-met",), other=("most-not-met",)),
        Rule(level="good", because="The other.", essential=("met",)),
        Rule(level="outstanding", because="The essential.", essential=("not-met",), other=("met",)),
    )
    pack = msgspec.structs.replace(SHIPPED, rule=rules)

    assert suggested("Eo", "nn", True, pack)[2] == "Cheapest step up: with 3.2 met, Outstanding is suggested."


@pytest.mark.parametrize("words", ["{open:>999999999}", "{open.__class__}", "{0}", "{nobody}", "{", "}", "{{open}"])
def test_a_sentence_that_is_no_sentence_is_shown_and_never_run(words: str) -> None:
    pack = msgspec.structs.replace(SHIPPED, rule=(Rule(level="good", because=words),))

    because = suggested("E", "m", True, pack)[1]

    assert len(because) < 40
    assert because == words.replace("{open}", "")


def test_a_table_with_a_gap_suggests_nothing_there_and_says_so() -> None:
    pack = msgspec.structs.replace(SHIPPED, rule=(Rule(level="good", because="Yes.", essential=("met",)),))

    assert suggested("Eo", "mm", True, pack)[:2] == ("good", "Yes.")
    assert suggested("Eo", "nm", True, pack) == (
        NO_SUGGESTION,
        "The rule table of this pack says nothing for these answers: choose the model answer that fits you best.",
        "",
    )


def test_numbers_are_those_that_the_standard_is_shown_with() -> None:
    assert [number for number, _ in numbered(standard("Eoo"))] == ["3.1", "3.2", "3.3"]
