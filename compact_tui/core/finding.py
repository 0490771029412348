"""A finding, a rule, and what a rule may look at."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from compact_tui.core.audit import Action, Audit, CriterionAnswer, Evidence
from compact_tui.core.days import is_day
from compact_tui.core.pack import UNANSWERED, AuditPack, Criterion, Standard, numbered
from compact_tui.core.setting import Setting
from compact_tui.core.switches import switched_off

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""Worst first."""


class Finding(Struct, frozen=True):
    """Something worth putting right, found by a rule, with the place to fix it."""

    rule: str
    severity: Severity
    where: str
    """Id of the criterion, standard, action or piece of evidence; empty for the audit as a whole."""
    number: str
    """The number it is shown under, such as ``3.2``; empty when it has none."""
    message: str
    remedy: str
    set_aside: str = ""
    """Why a person has set it aside; empty while it stands."""
    field: str = ""
    """What of that place: ``answer note reason grade summary evidence action title where what outcome`` …"""
    mark: str = ""
    """What exactly was found, as a digest; a finding that was set aside stands again when it changes."""
    firm: bool = False
    """Cannot be set aside."""
    stays: bool = False
    """Speaks of what never leaves this computer, so it is not told to the reader of the return."""
    seen: tuple[str, ...] = ()
    """What stands there word for word, for the person at the screen; it is never kept and never leaves."""

    @property
    def id(self) -> str:
        """The same for the same thing found in the same place, whatever else changes."""
        return f"{self.rule}@{self.where or 'audit'}" + (f"#{self.field}" if self.field else "")


class Found(Struct, frozen=True):
    """What a rule says about one place; the rule itself says the rest."""

    where: str
    message: str
    remedy: str
    field: str = ""
    """Where it differs from the field of the rule."""
    number: str = ""
    """Where it is not that of ``where``."""
    matched: tuple[str, ...] = ()
    """What was found, word for word, where the message must not say it."""
    stays: bool = False


Look = Callable[["Case"], Iterator[Found]]


class Rule(Struct, frozen=True):
    """One thing that a reader would question."""

    id: str
    severity: Severity
    words: str
    """What it finds, for whoever does not know its id."""
    field: str
    """What of the place is looked at, unless the rule says otherwise."""
    look: Look
    firm: bool = False

    @property
    def explained(self) -> str:
        """What it looks for, as its author wrote it down."""
        return self.look.__doc__ or ""


def rule(
    rule_id: str, severity: Severity, words: str, field: str = "", *, firm: bool = False
) -> Callable[[Look], Rule]:
    """Make a rule of a function that goes through a case."""
    return lambda look: Rule(rule_id, severity, words, field, look, firm)


class Case(Struct, frozen=True):
    """What a rule looks at: an audit with its pack and setting, and look-ups that many rules need."""

    setting: Setting
    pack: AuditPack
    audit: Audit
    today: str
    numbers: Mapping[str, str]
    """Number by id of standard or criterion."""
    answers: Mapping[str, CriterionAnswer]
    """Answer by id of criterion."""
    counts_as: Mapping[str, str]
    """What the rule table reads, by answer id."""
    switched: Mapping[str, str]
    """Why the setting's profile switches a criterion off, by its id."""
    code: str = ""
    """The code of what would be signed now; empty when nobody worked it out."""

    def standing(self, criterion: Criterion) -> str:
        """How a criterion stands: ``met partly-met not-met not-applicable not-known unanswered``."""
        answer = self.answers.get(criterion.id)
        return self.counts_as.get(answer.answer, UNANSWERED) if answer else UNANSWERED

    def answer_to(self, criterion: Criterion) -> CriterionAnswer:
        """The answer to a criterion; an unanswered one if nobody has said anything."""
        return self.answers.get(criterion.id, CriterionAnswer(criterion=criterion.id))

    def criteria(self) -> Iterator[tuple[Standard, Criterion]]:
        """Every criterion with its standard, in pack order."""
        return ((standard, criterion) for standard in self.pack.standard for criterion in standard.criterion)

    def said(self, answer: CriterionAnswer) -> bool:
        """Whether a person answered: not the setting's profile, and with an answer of this pack."""
        by_profile = self.switched.get(answer.criterion, "") == answer.reason != ""
        return answer.answer in self.counts_as and answer.criterion in self.numbers and not by_profile

    def number(self, supports: tuple[str, ...]) -> str:
        """The number of the first thing that a record supports; empty when there is none."""
        return next((self.numbers[item] for item in supports if item in self.numbers), "")

    def backing(self, standard: Standard) -> tuple[Evidence, ...]:
        """Evidence for a standard or any of its criteria."""
        ids = ids_of(standard)
        return tuple(e for e in self.audit.evidence if ids.intersection(e.supports))

    def plans(self, standard: Standard) -> tuple[Action, ...]:
        """Actions, open or done, from a standard or any of its criteria."""
        ids = ids_of(standard)
        return tuple(a for a in self.audit.actions if a.status != "dropped" and ids.intersection(a.supports))


def case_of(setting: Setting, pack: AuditPack, audit: Audit, today: str, code: str = "") -> Case:
    """What the rules look at."""
    numbers = {standard.id: str(standard.number) for standard in pack.standard}
    for standard in pack.standard:
        numbers |= {criterion.id: number for number, criterion in numbered(standard)}
    return Case(
        setting=setting,
        pack=pack,
        audit=audit,
        today=today,
        numbers=numbers,
        answers={answer.criterion: answer for answer in audit.answers},
        counts_as={kind.id: kind.counts_as for kind in pack.answer},
        switched=switched_off(pack, setting),
        code=code,
    )


def ids_of(standard: Standard) -> set[str]:
    """The ids under which things may back a standard: its own and its criteria's."""
    return {standard.id, *(criterion.id for criterion in standard.criterion)}


def days_before(day: str, days: int) -> str:
    """The day so many days earlier; later, for a negative number."""
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat() if is_day(day) else day


def short(text: str, longest: int = 60) -> str:
    """A text of a person as a message names it: one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 3].rstrip()}..."


def years_before(day: str, years: int) -> str:
    """The same day a number of years earlier; the last day of February where there is no such day."""
    if not is_day(day):
        return day
    value = date.fromisoformat(day)
    try:
        return value.replace(year=value.year - years).isoformat()
    except ValueError:
        return value.replace(year=value.year - years, day=28).isoformat()
