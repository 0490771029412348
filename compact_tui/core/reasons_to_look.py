"""Why a reader should look at a return first: rules with words, worst first. They ask for a look and judge nothing."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from msgspec import Struct

from compact_tui.core.audit_views import View
from compact_tui.core.pack import NOT_GRADED, AuditPack, Level
from compact_tui.core.read_records import ReasonCarried
from compact_tui.core.return_facts import GradeFact, ReturnFacts
from compact_tui.core.text import count, listed


class Reason(View, frozen=True, kw_only=True):
    """One reason to look at a return."""

    id: str
    words: str
    weight: int
    """More comes first in the queue."""
    standards: tuple[str, ...] = ()
    """Ids of the standards it is about; empty where it is about all of it."""


class Case(Struct, frozen=True):
    """A return with what the rules look at beside it."""

    facts: ReturnFacts
    pack: AuditPack
    before: ReturnFacts | None
    """The same setting's return of the round before, on the same standards."""
    also_in: Mapping[str, int]
    """For the mark of a text in how many other settings' returns it stands."""
    elsewhere: bool = False
    """Whether another return of this setting and round came from a program that is not the one of this return."""


FROM_OTHERS = frozenset({"two-programs", "leap", "same-text"})
"""Ids of the reasons that need returns beside the one that is looked at."""
Rule = Callable[[Case], Iterator[Reason]]


def reasons_to_look(case: Case) -> tuple[Reason, ...]:
    """Every reason to look at a return, the weightiest first."""
    return _sorted(reason for rule in RULES for reason in rule(case))


def with_carried(found: Iterable[Reason], carried: Iterable[ReasonCarried]) -> tuple[Reason, ...]:
    """The reasons found where only some returns are, with those that came along: they saw more, so their words hold."""
    came = {one.id: Reason(id=one.id, words=one.words, weight=one.weight, standards=one.standards) for one in carried}
    return _sorted((*(one for one in found if one.id not in came), *came.values()))


def carried_of(return_id: str, reasons: Iterable[Reason]) -> tuple[ReasonCarried, ...]:
    """Of the reasons to look at a return, those that a reader's own workspace cannot find."""
    return tuple(
        ReasonCarried(return_id=return_id, id=one.id, words=one.words, weight=one.weight, standards=one.standards)
        for one in reasons
        if one.id in FROM_OTHERS
    )


def _sorted(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """The weightiest first; of one weight in the order of the rules."""
    return tuple(sorted(reasons, key=lambda reason: -reason.weight))


def weight_of(reasons: tuple[Reason, ...]) -> int:
    """How far up the queue a return belongs."""
    return sum(reason.weight for reason in reasons)


def _lowest(case: Case) -> Iterator[Reason]:
    """A standard at the lowest level of the scale."""
    lowest = min((level for level in case.pack.level if level.weak), key=lambda level: level.rank, default=None)
    at = [grade.standard for grade in case.facts.grades if lowest and grade.level == lowest.id]
    if at and lowest:
        yield _reason("lowest", f"graded {lowest.word.lower()}", 100, case, at)


def _duty(case: Case) -> Iterator[Reason]:
    """A duty of the strongest kind that is not met."""
    must = case.pack.duty[0] if case.pack.duty else None
    open_ = [one for one in case.facts.answers if must and one.duty == must.id and one.counts_as == "not-met"]
    if open_ and must:
        words = f'{count(len(open_), "criterion", "criteria")} marked "{must.word}" not met'
        yield _reason("duty", words, 80, case, dict.fromkeys(one.standard for one in open_))


def _no_action(case: Case) -> Iterator[Reason]:
    """A weak grade without an open action."""
    weak = {level.id for level in case.pack.level if level.weak}
    at = [grade.standard for grade in case.facts.grades if grade.level in weak and not grade.actions]
    if at:
        yield _reason("no-action", "a weak grade and nothing that will be done", 70, case, at)


def _thin(case: Case) -> Iterator[Reason]:
    """Everything at the top, with less than one piece of evidence for each standard."""
    top = max(case.pack.level, key=lambda level: level.rank, default=None)
    graded = _graded(case.facts)
    evidence = sum(grade.evidence for grade in graded)
    if top and graded and all(grade.level == top.id for grade in graded) and evidence < len(graded):
        words = f"every standard {top.word.lower()}, with {count(evidence, 'piece', 'pieces')} of evidence in all"
        yield Reason(id="thin", words=words, weight=60)


def _two_programs(case: Case) -> Iterator[Reason]:
    """It took the place of a return that another program made: two settings of one name may stand as one."""
    if case.elsewhere:
        yield Reason(id="two-programs", words="returns came from two programs: are they one setting's?", weight=90)


def _leap(case: Case) -> Iterator[Reason]:
    """Two levels or more up since last time."""
    if case.before is None:
        return
    steps = {level.id: at for at, level in enumerate(sorted(case.pack.level, key=_rank))}
    then = {grade.standard: grade.level for grade in case.before.grades}
    at = [
        grade.standard
        for grade in case.facts.grades
        if grade.level in steps
        and then.get(grade.standard) in steps
        and steps[grade.level] - steps[then[grade.standard]] >= 2
    ]
    if at:
        yield _reason("leap", "two levels up or more since last time", 40, case, at)


def _same_text(case: Case) -> Iterator[Reason]:
    """A summary that stands word for word in another setting's return."""
    at = [grade.standard for grade in case.facts.grades if case.also_in.get(grade.summary_mark, 0)]
    if at:
        yield _reason("same-text", "the same words as another setting's", 50, case, at)


def _set_aside(case: Case) -> Iterator[Reason]:
    """Findings of the program that the setting set aside."""
    if case.facts.set_asides:
        words = f"{count(case.facts.set_asides, 'finding')} set aside: read the reasons"
        yield Reason(id="set-aside", words=words, weight=20)


def _unsigned(case: Case) -> Iterator[Reason]:
    """Nobody signed it, or it is not finished."""
    if not case.facts.signed:
        yield Reason(id="unsigned", words="nobody has signed it", weight=30)
    open_ = [grade.standard for grade in case.facts.grades if grade.level == NOT_GRADED]
    if open_ and case.pack.level:
        yield _reason("unfinished", "not graded", 30, case, open_)


def _not_known(case: Case) -> Iterator[Reason]:
    """Much that is not known yet."""
    asked = [one for one in case.facts.answers if one.counts_as]
    unknown = [one for one in asked if one.counts_as == "not-known"]
    if len(unknown) * 10 > len(asked):
        yield Reason(id="not-known", words=f"{len(unknown)} of {len(asked)} answers are not known yet", weight=25)


RULES: tuple[Rule, ...] = (
    _lowest,
    _two_programs,
    _duty,
    _no_action,
    _thin,
    _same_text,
    _leap,
    _unsigned,
    _not_known,
    _set_aside,
)
"""Every rule, in the order in which reasons of one weight are told."""


def _graded(facts: ReturnFacts) -> list[GradeFact]:
    return [grade for grade in facts.grades if grade.level != NOT_GRADED]


def _rank(level: Level) -> int:
    return level.rank


def _reason(id_: str, words: str, weight: int, case: Case, at: Collection[str]) -> Reason:
    numbers = {standard.id: str(standard.number) for standard in case.pack.standard}
    which = listed(numbers.get(standard, standard) for standard in at)
    noun = "standard" if len(at) == 1 else "standards"
    return Reason(id=id_, words=f"{words}: {noun} {which}", weight=weight, standards=tuple(at))
