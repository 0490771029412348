"""A finding, and what the rules that find it may look at."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from compact_tui.core.audit import Action, Audit, CriterionAnswer, Evidence
from compact_tui.core.days import is_day
from compact_tui.core.pack import UNANSWERED, AuditPack, Criterion, Standard, numbered
from compact_tui.core.setting import Setting

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

    @property
    def id(self) -> str:
        """The same for the same thing found in the same place, whatever else changes."""
        return f"{self.rule}@{self.where or 'audit'}" + (f"#{self.field}" if self.field else "")


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

    def backing(self, standard: Standard) -> tuple[Evidence, ...]:
        """Evidence for a standard or any of its criteria."""
        ids = ids_of(standard)
        return tuple(e for e in self.audit.evidence if ids.intersection(e.supports))

    def plans(self, standard: Standard) -> tuple[Action, ...]:
        """Actions, open or done, from a standard or any of its criteria."""
        ids = ids_of(standard)
        return tuple(a for a in self.audit.actions if a.status != "dropped" and ids.intersection(a.supports))


def case_of(setting: Setting, pack: AuditPack, audit: Audit, today: str) -> Case:
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
    )


def ids_of(standard: Standard) -> set[str]:
    """The ids under which things may back a standard: its own and its criteria's."""
    return {standard.id, *(criterion.id for criterion in standard.criterion)}


def years_before(day: str, years: int) -> str:
    """The same day a number of years earlier; the last day of February where there is no such day."""
    if not is_day(day):
        return day
    value = date.fromisoformat(day)
    try:
        return value.replace(year=value.year - years).isoformat()
    except ValueError:
        return value.replace(year=value.year - years, day=28).isoformat()
