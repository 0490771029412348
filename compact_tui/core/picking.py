"""Picking the next questions for a role group: what is due first, mixed by topic, the same again for the same seed.

The rule follows the facts on spaced and mixed recall (retrieval practice helps, spacing helps, the exact intervals are
our own): a topic or fact that fewer than half knew is due after two weeks, one that most knew after six, one that
nearly all knew after twelve. A new edition makes it due now. Topics are drawn by how due they are, then the question
within the topic, so that a topic of one question comes up as well as one of twenty. It is a rule for a team's topics,
not for one person's memory; ``tests/benchmarks/spot_year.py`` tries it for a school year.
"""

import hashlib
from collections.abc import Iterable, Sequence

from msgspec import Struct

from compact_tui.core.bank import SCENARIO, Question, family_of
from compact_tui.core.bank_use import Askable
from compact_tui.core.memory import Memory, Tally, memory_of
from compact_tui.core.spot import Heard
from compact_tui.core.text import count

WEAK_BELOW, STRONG_FROM = 0.5, 0.8
"""Share known under which a fact is weak, and from which it is strong."""
WEAK_DAYS, MIDDLE_DAYS, STRONG_DAYS = 14, 42, 84
"""Days after which a weak, a middling and a strong fact is due again."""
SAME_WORDING_DAYS = 90
"""Days in which a group does not hear the same wording twice."""
_NEVER, _CRITICAL, _NEW_EDITION = 3.0, 2.0, 2.0
_LEAST = 0.02
"""Weight of what is not due at all: it may come up where nothing else is left."""
_COUNTED = "all-staff"
_ALSO_STAFF = {"lead", "manager", "early-years"}


class Picked(Struct, frozen=True):
    """A question that was picked, and why."""

    askable: Askable
    why: str
    repeated: bool = False
    """The same wording was heard within the last 90 days, for want of another."""


class _Candidate(Struct, frozen=True):
    askable: Askable
    why: str
    weight: float
    critical_due: bool
    weak_due: bool
    """Its topic is known by fewer than half, and due."""
    since: int
    """Days since this very wording was asked."""
    topic_draw: float
    """Topics with a higher one come first: by how due they are, with the seed's chance in it."""
    draw: float
    """The same of the question within its topic."""


def pick(
    askables: Sequence[Askable],
    heard: Iterable[Heard],
    *,
    group: str,
    roles: Sequence[str],
    today: str,
    seed: int,
    number: int = 3,
    topic: str = "",
) -> tuple[Picked, ...]:
    """Pick questions for a group; fewer than asked for where there are fewer.

    Args:
        askables: What may be asked today.
        heard: Everything that was heard so far, of all groups.
        group: Name of the group.
        roles: What they are, as ids of ``core.bank.ROLES``.
        today: The day.
        seed: Where chance begins; the same seed on the same day picks the same.
        number: How many questions are wanted.
        topic: Only this topic; empty for all.
    """
    memory = memory_of(heard, group)
    wanted = fitting_roles(roles)
    pool = [
        _candidate(one, memory, group, today, seed)
        for one in askables
        if fits(one.question, wanted) and topic in {"", one.question.topic}
    ]
    fresh = [one for one in pool if one.since > SAME_WORDING_DAYS]
    chosen = _mixed(fresh, number, [])
    picked = [Picked(one.askable, one.why) for one in chosen]
    left = [one for one in pool if one.since <= SAME_WORDING_DAYS]
    for one in sorted(left, key=lambda one: (-one.since, -one.draw)):
        if len(picked) >= number:
            break
        if all(family_of(one.askable.question) != family_of(p.askable.question) for p in picked):
            why = f"Every other wording was used; this one was last asked {_ago(one.since)}."
            picked.append(Picked(one.askable, why, repeated=True))
    return tuple(picked)


def fitting_roles(roles: Sequence[str]) -> set[str]:
    """The roles whose questions fit: leads, managers and early years staff are staff as well."""
    wanted = set(roles) or {_COUNTED}
    return wanted | ({_COUNTED} if wanted & _ALSO_STAFF else set())


def fits(question: Question, wanted: set[str]) -> bool:
    """Whether a question may be put to people of some ``fitting_roles``."""
    return not wanted.isdisjoint(question.roles or (_COUNTED,))


def _candidate(askable: Askable, memory: Memory, group: str, today: str, seed: int) -> _Candidate:
    question = askable.question
    fact = memory.of(memory.facts, family_of(question))
    topic = memory.of(memory.topics, question.topic)
    new = bool(fact.edition) and fact.edition != askable.edition
    due = _due(fact, today, critical=question.critical)
    weight = max(due * (_CRITICAL if question.critical else 1.0) * (_NEW_EDITION if new else 1.0), _LEAST)
    topic_due = _due(topic, today, critical=False)
    topic_weight = max(topic_due * (_NEW_EDITION if new else 1.0), _LEAST)
    return _Candidate(
        askable=askable,
        why=_why(askable, fact, topic, group, today, new=new),
        weight=weight,
        critical_due=question.critical and (due >= 1 or new),
        weak_due=bool(topic.answers) and topic.share < WEAK_BELOW and topic_due >= 1,
        since=memory.of(memory.questions, question.id).days_since(today),
        topic_draw=_chance(seed, question.topic) ** (1 / topic_weight),
        draw=_chance(seed, question.id) ** (1 / weight),
    )


def interval(share: float, *, critical: bool = False) -> int:
    """Days after which something that a share of the group knows is due again."""
    if share < WEAK_BELOW:
        return WEAK_DAYS
    days = MIDDLE_DAYS if share < STRONG_FROM else STRONG_DAYS
    return min(days, MIDDLE_DAYS) if critical else days


def _due(fact: Tally, today: str, *, critical: bool) -> float:
    """How far a fact is through its interval: 1 and more is due; what is not half through hardly comes up."""
    if not fact.answers:
        return _NEVER
    through = fact.days_since(today) / interval(fact.share, critical=critical)
    return min(through, _NEVER) if through >= 1 else through**3 / 4


def _mixed(pool: list[_Candidate], number: int, chosen: list[_Candidate]) -> list[_Candidate]:
    """Topic by topic, from as many as there are.

    A critical fact that is due goes first, then a weak topic that is due, so that neither is crowded out by what was
    never asked; one in three is a story.
    """
    ranked = sorted(pool, key=lambda one: (-one.topic_draw, -one.draw, one.askable.question.id))
    critical = sorted((one for one in ranked if one.critical_due), key=lambda one: -one.draw)[:1]
    taken = {one.askable.question.topic for one in critical}
    weak = [one for one in ranked if one.weak_due and one.askable.question.topic not in taken][:1]
    first = [*critical, *weak]
    order = [*first, *(one for one in ranked if one not in first)]
    for fresh_topic in (True, False):
        for one in order:
            if len(chosen) >= number:
                break
            question = one.askable.question
            topics = {other.askable.question.topic for other in chosen}
            facts = {family_of(other.askable.question) for other in chosen}
            if one in chosen or family_of(question) in facts or (fresh_topic and question.topic in topics):
                continue
            chosen.append(one)
    if number >= 3 and not any(one.askable.question.kind == SCENARIO for one in chosen):
        _put_in_a_story(ranked, chosen)
    return chosen


def _put_in_a_story(ranked: list[_Candidate], chosen: list[_Candidate]) -> None:
    """Put a scenario in the place of the last question, where there is one that is due."""
    if not chosen:
        return
    kept = chosen[:-1]
    topics = {one.askable.question.topic for one in kept}
    facts = {family_of(one.askable.question) for one in kept}
    for one in ranked:
        question = one.askable.question
        fits = question.topic not in topics and family_of(question) not in facts
        if question.kind == SCENARIO and fits and one.weight > _LEAST:
            chosen[-1] = one
            return


def _chance(seed: int, name: str) -> float:
    """A number between 0 and 1 that only depends on the seed and the name."""
    digest = hashlib.blake2b(f"{seed}:{name}".encode(), digest_size=8).digest()
    return (int.from_bytes(digest, "big") + 1) / (2**64 + 1)


def _why(askable: Askable, fact: Tally, topic: Tally, group: str, today: str, *, new: bool) -> str:
    """Why a question is a good one to ask this group now, as a sentence."""
    critical = " It is critical." if askable.question.critical else ""
    if not fact.answers:
        return f"Never asked to {group}{'' if topic.answers else ', nor anything of its topic'}.{critical}"
    asked = f"last asked {_ago(fact.days_since(today))}"
    if new:
        return f"There is a new edition since it was {asked}.{critical}"
    known = f"{round(fact.share * 100)} % known by {group}, {count(fact.answers, 'answer')}"
    if fact.share < WEAK_BELOW:
        return f"Weak so far: {known}, {asked}.{critical}"
    due = fact.days_since(today) >= interval(fact.share, critical=askable.question.critical)
    return f"{'Due again' if due else 'Known, and asked for the mix'}: {known}, {asked}.{critical}"


def _ago(days: int) -> str:
    if days < 14:
        return "today" if days == 0 else f"{count(days, 'day')} ago"
    return f"{days // 7} weeks ago"
