"""The lint of rule tables: one row for every case, and sentences that name only what they may."""

from typing import Any

import msgspec
import pytest

from compact_tui.core.problems import say
from compact_tui.storage.packs import load_shipped, shipped_packs
from tests.core.packs_with_mistakes import Edit, drop, linted, put, small

RULED = load_shipped(shipped_packs()[0])


def ruled() -> Any:
    """The small pack with a sound rule table that speaks of its own levels."""
    plain = small()
    plain["rule"] = msgspec.json.decode(msgspec.json.encode(RULED.rule))
    ranked = [level.id for level in sorted(RULED.level, key=lambda level: level.rank)]
    ours = dict(zip(ranked, ["soaked", "soaked", "a-few-drops", "bone-dry"], strict=True))
    for rule in plain["rule"]:
        rule["level"] = ours.get(rule["level"], rule["level"])
    return plain


def test_a_sound_rule_table_has_nothing_to_put_right() -> None:
    assert linted(ruled()) == ()


RULE_MISTAKES: list[tuple[Edit, str, str, str]] = [
    (put(("rule", 2, "level"), "soked"), "rule 3, level", 'No level "soked"', 'Did you mean "soaked"?'),
    (put(("rule", 2, "essential"), ["not met"]), "rule 3, essential 1", 'never "not met"', '"not-met"'),
    (put(("rule", 2, "because"), ""), "rule 3, because", "is empty", "Say why"),
    (put(("rule", 2, "because"), "{essential_not_meet}"), "rule 3, because", "not known", "essential_not_met"),
    (put(("rule", 2, "because"), "{open!r}"), "rule 3, because", '"{open!r}"', ""),
    (put(("rule", 2, "because"), "{open:>9999999}"), "rule 3, because", "not known", ""),
    (put(("rule", 2, "because"), "Half a {bracket"), "rule 3, because", "bracket stands alone", "Close it"),
    (put(("rule", 2, "because"), "Half a bracket}"), "rule 3, because", "bracket stands alone", ""),
    (drop(("rule", 9)), "rule", "No row says what to suggest in 1 case, such as when: unanswered none, applicable "
     "some, not_known none, essential met, other met, impact shown.", "Add a row"),
    (put(("rule", 8, "impact"), []), "rule 10", "Rows 9 and 10 all hold in 1 case, such as when: unanswered none",
     "Narrow"),
    (put(("rule", 1, "not_known"), ["some"]), "rule 2", "No answers can ever lead to this row.", "drop it"),
    (put(("rule", 1, "not_known"), ["some"]), "rule", "No row says what to suggest in 2 cases", ""),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "where", "what", "remedy"), RULE_MISTAKES)
def test_a_mistake_in_a_rule_table_is_found(edit: Edit, where: str, what: str, remedy: str) -> None:
    plain = ruled()
    edit(plain)

    found = linted(plain)

    assert any(problem.where == where and what in problem.what and remedy in problem.remedy for problem in found), [
        say(problem) for problem in found
    ]


def test_a_table_need_not_speak_of_answers_that_the_pack_does_not_offer() -> None:
    plain = ruled()
    plain["answer"] = [answer for answer in plain["answer"] if answer["counts_as"] != "not-known"]
    assert [(p.where, p.what) for p in linted(plain)] == [("rule 5", "No answers can ever lead to this row.")]

    del plain["rule"][4]
    assert linted(plain) == ()


@pytest.mark.parametrize(
    ("gone", "dead"),
    [("not-applicable", {2}), ("partly-met", {6, 8}), ("not-met", {3, 4}), ("not-known", {5})],
)
def test_rows_for_answers_that_nobody_can_give_are_named(gone: str, dead: set[int]) -> None:
    plain = ruled()
    plain["answer"] = [answer for answer in plain["answer"] if answer["counts_as"] != gone]

    assert {p.where for p in linted(plain)} == {f"rule {row}" for row in dead}
