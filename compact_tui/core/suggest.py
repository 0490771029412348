"""The rule table at work: which level the answers to a standard suggest, why, and the cheapest step up.

The table is data of the pack. What its conditions may read is fixed here:

========== ======================================================================================
unanswered ``none`` · ``some``: criteria that nobody has answered
applicable ``none`` · ``some``: criteria that are not marked not applicable
not_known  ``none`` · ``some``: answered "not known yet"
essential  the worst answer to an essential criterion: ``met`` · ``partly-met`` · ``not-met``
other      the rest: ``met`` · ``one-partly`` (one partly met, all else met) · ``some`` · ``most-not-met``
           (half or more not met)
impact     ``shown`` when the summary is written and evidence is of two kinds or more; else ``not-shown``
========== ======================================================================================
"""

import re
from collections.abc import Mapping
from itertools import combinations, product
from math import comb

from msgspec import Struct

from compact_tui.core.pack import NO_SUGGESTION, UNANSWERED, AuditPack, Level, Rule, Standard, level_of, numbered
from compact_tui.core.text import count, listed

CONDITIONS: Mapping[str, tuple[str, ...]] = {
    "unanswered": ("none", "some"),
    "applicable": ("some", "none"),
    "not_known": ("none", "some"),
    "essential": ("met", "partly-met", "not-met"),
    "other": ("met", "one-partly", "some", "most-not-met"),
    "impact": ("not-shown", "shown"),
}
COUNTS_AS = ("met", "partly-met", "not-met", "not-applicable", "not-known")
"""What an answer can count as."""
_MOST_TRIES = 2_000
"""How many ways of meeting some criteria are tried before all of them are named."""
_GAP = "The rule table of this pack says nothing for these answers: choose the model answer that fits you best."
_SHOW_IMPACT = "say in the summary what is different for children and add evidence of two kinds"
_NAMED = re.compile(r"\{([a-z_]+)\}")


class Facts(Struct, frozen=True):
    """What the rule table reads about one standard."""

    unanswered: str
    applicable: str
    not_known: str
    essential: str
    other: str
    impact: str


class Suggestion(Struct, frozen=True):
    """The level that the answers suggest."""

    level: str
    """A level id, or ``none``."""
    because: str
    step_up: str
    """One sentence naming the fewest answers that would lift the suggestion; empty at the top."""


def every_case() -> tuple[Facts, ...]:
    """Every combination that the conditions can take, for checking a table."""
    return tuple(Facts(*case) for case in product(*CONDITIONS.values()))


def rows_for(rules: tuple[Rule, ...], facts: Facts) -> tuple[Rule, ...]:
    """The rows of a table whose conditions all hold; a sound table has exactly one."""
    return tuple(
        rule
        for rule in rules
        if all(not getattr(rule, name) or getattr(facts, name) in getattr(rule, name) for name in CONDITIONS)
    )


def suggest(pack: AuditPack, standard: Standard, answers: Mapping[str, str], impact_shown: bool) -> Suggestion:
    """Suggest a level for a standard.

    Args:
        pack: The pack, as the audit's variation sees it.
        standard: One of its standards.
        answers: Answer id by criterion id; a missing one is unanswered.
        impact_shown: Whether the summary is written and evidence is of two kinds or more.
    """
    if not pack.rule or not standard.criterion:
        return Suggestion(NO_SUGGESTION, "Choose the model answer that fits you best.", "")
    counted = _counted(pack, standard, answers)
    rule = _row(pack, _facts(standard, counted, impact_shown))
    return Suggestion(
        rule.level,
        _sentence(rule.because, standard, counted),
        _step_up(pack, standard, counted, impact_shown, rule),
    )


def _row(pack: AuditPack, facts: Facts) -> Rule:
    """The first row that holds; a table with a gap, which the lint names, suggests nothing there."""
    rows = rows_for(pack.rule, facts)
    return rows[0] if rows else Rule(level=NO_SUGGESTION, because=_GAP)


def _counted(pack: AuditPack, standard: Standard, answers: Mapping[str, str]) -> dict[str, str]:
    counts_as = {kind.id: kind.counts_as for kind in pack.answer}
    return {c.id: counts_as.get(answers.get(c.id, UNANSWERED), UNANSWERED) for c in standard.criterion}


def _facts(standard: Standard, counted: Mapping[str, str], impact_shown: bool) -> Facts:
    essential = [counted[c.id] for c in standard.criterion if c.essential and counted[c.id] != "not-applicable"]
    other = [counted[c.id] for c in standard.criterion if not c.essential and counted[c.id] != "not-applicable"]
    return Facts(
        unanswered="some" if UNANSWERED in counted.values() else "none",
        applicable="some" if essential or other else "none",
        not_known="some" if "not-known" in counted.values() else "none",
        essential=next((state for state in ("not-met", "partly-met") if state in essential), "met"),
        other=_other(other),
        impact="shown" if impact_shown else "not-shown",
    )


def _other(answers: list[str]) -> str:
    known = [answer for answer in answers if answer not in {"not-known", UNANSWERED}]
    not_met, partly = known.count("not-met"), known.count("partly-met")
    if not not_met and partly <= 1:
        return "one-partly" if partly else "met"
    return "most-not-met" if not_met * 2 >= len(known) else "some"


def _numbers(standard: Standard, counted: Mapping[str, str], state: str, essential: bool | None = None) -> str:
    return listed(
        number
        for number, criterion in numbered(standard)
        if counted[criterion.id] == state and essential in {None, criterion.essential}
    )


def _sentence(template: str, standard: Standard, counted: Mapping[str, str]) -> str:
    states = list(counted.values())
    still_open = [
        f"{number} {state.replace('-', ' ')}"
        for number, criterion in numbered(standard)
        if (state := counted[criterion.id]) in {"partly-met", "not-met", "not-known"}
    ]
    values = {
        "criteria": count(len(states) - states.count("not-applicable"), "criterion", "criteria"),
        "unanswered": count(states.count(UNANSWERED), "criterion", "criteria"),
        "not_known": _numbers(standard, counted, "not-known"),
        "partly_met": _numbers(standard, counted, "partly-met"),
        "not_met": _numbers(standard, counted, "not-met"),
        "open": listed(still_open),
        "essential_partly_met": _numbers(standard, counted, "partly-met", True),
        "essential_not_met": _numbers(standard, counted, "not-met", True),
    }
    # Not str.format: a pack comes from others, and "{open:>999999999}" is a format too.
    return _NAMED.sub(lambda found: values.get(found[1], found[0]), template)


SENTENCE_NAMES = (
    "criteria", "unanswered", "not_known", "partly_met", "not_met",
    "open", "essential_partly_met", "essential_not_met",
)  # fmt: skip
"""What a rule's sentence may name in braces."""


def _step_up(pack: AuditPack, standard: Standard, counted: dict[str, str], impact_shown: bool, now: Rule) -> str:
    """The fewest answers to lift, then the best level they reach; among very many, all of them."""
    level = level_of(pack, now.level)
    if level is None:
        return ""
    answers = _fewest_answers(pack, standard, counted, impact_shown, level)
    if answers:
        numbers, word = answers
        return f"Cheapest step up: with {numbers} met, {word} is suggested."
    if impact_shown:
        return ""
    better = _reached(pack, standard, counted, True, level)
    if better is not None:
        return f"Cheapest step up: {_SHOW_IMPACT}; then {better.word} is suggested."
    both = _fewest_answers(pack, standard, counted, True, level)
    if not both:
        return ""
    numbers, word = both
    return f"Cheapest step up: have {numbers} met, {_SHOW_IMPACT}; then {word} is suggested."


def _fewest_answers(
    pack: AuditPack, standard: Standard, counted: dict[str, str], impact_shown: bool, now: Level
) -> tuple[str, str] | None:
    """The numbers of the fewest criteria that lift the level when met, and the word of the level they reach."""
    numbers = {criterion.id: number for number, criterion in numbered(standard)}
    lacking = [c for c, state in counted.items() if state in {"not-met", "partly-met", "not-known"}]
    for size in _sizes(len(lacking)):
        reached = [
            (better.rank, better.word, chosen)
            for chosen in combinations(lacking, size)
            if (better := _reached(pack, standard, counted | dict.fromkeys(chosen, "met"), impact_shown, now))
        ]
        if reached:
            _, word, chosen = max(reached, key=lambda step: step[0])
            return listed(numbers[c] for c in chosen), word
    return None


def _sizes(lacking: int) -> list[int]:
    sizes: list[int] = []
    tries = 0
    for size in range(1, lacking + 1):
        tries += comb(lacking, size)
        if tries > _MOST_TRIES:
            return [*sizes, lacking]
        sizes.append(size)
    return sizes


def _reached(
    pack: AuditPack, standard: Standard, counted: Mapping[str, str], impact_shown: bool, now: Level
) -> Level | None:
    """The level that such answers suggest, if it is better than the one now."""
    level = level_of(pack, _row(pack, _facts(standard, counted, impact_shown)).level)
    return level if level is not None and level.rank > now.rank else None
