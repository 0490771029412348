"""One whole job, told once: what every way through the program (services, commands, keyboard) says, and how to compare.

The answers are made from the pack, so that the same plan serves any pack. Nothing in it depends on the
order of the steps, but that a standard is graded after its criteria are answered.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import cycle

import msgspec
from msgspec import Struct

from compact_tui.core.pack import AuditPack, Criterion, numbered
from compact_tui.core.returns import Return
from compact_tui.core.suggest import suggest

NOW = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)
"""The moment of the job; each way sets the clock to it."""
WHO = "Designated safeguarding lead"
"""Who sits there: the setting's contact role, so that the full-screen program names the same."""
CYCLE = "2026-2028"
SENT_ON, SENT_BY, RECEIPT_ON, RECEIPT_REF = "2026-12-03", "Head", "2026-12-03", "R-77"
SETTING: Mapping[str, str] = {
    "name": "Oakfield Primary School",
    "kind": "primary-school",
    "sector": "education",
    "areas": "Portsmouth",
    "return_to": "returns@partnership.example",
    "due": "2026-12-18",
    "contact_name": "Jo Gray",
    "contact_role": WHO,
    "contact_email": "lead@oakfield.example",
}
_IN_TURN = ("met", "met", "partly-met", "met", "not-known", "met", "not-met", "met", "not-applicable", "met", "met")
"""What the answers count as, over and over; a length that no standard's number of criteria divides."""


class PlannedAnswer(Struct, frozen=True):
    """What is answered to one criterion."""

    criterion: str
    number: str
    answer: str
    key: str
    """The key of the answer on the criterion screen."""
    note: str
    reason: str
    """Empty but where the answer needs one."""


class PlannedStandard(Struct, frozen=True):
    """How one standard is graded."""

    standard: str
    level: str
    """Empty where the pack has no levels."""
    reason: str
    """Empty where the level is the suggested one, or none is suggested."""
    summary: str


class PlannedEvidence(Struct, frozen=True):
    """A piece of evidence, as it is typed."""

    typed: Mapping[str, str]
    supports: tuple[str, ...]


class PlannedAction(Struct, frozen=True):
    """An action, as it is typed."""

    typed: Mapping[str, str]
    supports: tuple[str, ...]


class Plan(Struct, frozen=True):
    """Everything that is said in the job."""

    answers: tuple[PlannedAnswer, ...]
    standards: tuple[PlannedStandard, ...]
    evidence: tuple[PlannedEvidence, ...]
    actions: tuple[PlannedAction, ...]


def plan_for(pack: AuditPack) -> Plan:
    """The job on a pack, as its variation sees it."""
    answers = _answers(pack)
    first, last = pack.standard[0], pack.standard[-1]
    kinds = [kind.id for kind in pack.evidence_kind]
    return Plan(
        answers=answers,
        standards=_standards(pack, answers),
        evidence=(
            PlannedEvidence(
                {
                    "title": "Staff list against the record",
                    "kind": kinds[0],
                    "where": "Office, blue folder",
                    "held_by": "Business manager",
                    "seen_on": "2026-11-20",
                    "review_by": "2027-11-20",
                },
                (first.criterion[0].id,),
            ),
            PlannedEvidence(
                {"title": "What we were told in the corridor", "kind": kinds[-1], "seen_on": "2026-11-23"},
                (last.criterion[0].id, last.criterion[1].id),
            ),
        ),
        actions=(
            PlannedAction({"what": "Ring both referees", "who": "Head", "due": "2026-12-18"}, (first.criterion[1].id,)),
            PlannedAction(
                {"what": "Ask again in January", "who": "Deputy", "due": "2027-01-15"}, (last.criterion[-1].id,)
            ),
        ),
    )


def _answers(pack: AuditPack) -> tuple[PlannedAnswer, ...]:
    turns = cycle(_IN_TURN)
    return tuple(
        _answer(pack, number, criterion, next(turns))
        for standard in pack.standard
        for number, criterion in numbered(standard)
    )


def _answer(pack: AuditPack, number: str, criterion: Criterion, counts_as: str) -> PlannedAnswer:
    kind = next(kind for kind in pack.answer if kind.counts_as == counts_as)
    return PlannedAnswer(
        criterion=criterion.id,
        number=number,
        answer=kind.id,
        key=kind.key,
        note=f"Looked at {number} on Friday: “fine”, says the café.",
        reason=f"It cannot be so here, see {number}." if kind.needs_reason else "",
    )


def _standards(pack: AuditPack, answers: tuple[PlannedAnswer, ...]) -> tuple[PlannedStandard, ...]:
    """Mostly the suggested level; every fourth another one, with a reason; a weak one beside an essential not met."""
    given = {answer.criterion: answer.answer for answer in answers}
    counts_as = {kind.id: kind.counts_as for kind in pack.answer}
    planned = []
    for at, standard in enumerate(pack.standard):
        suggested = suggest(pack, standard, given, impact_shown=False).level
        missed = any(c.essential and counts_as[given[c.id]] == "not-met" for c in standard.criterion)
        levels = [level.id for level in pack.level if level.weak or not missed]
        differs = at % 4 == 3 and suggested in levels
        others = (level for level in levels if level != suggested)
        level = next(others, "") if differs or suggested not in levels else suggested
        planned.append(
            PlannedStandard(
                standard=standard.id,
                level=level,
                reason=f"We know more than {standard.number} tells." if differs else "",
                summary=f"Standard {standard.number}: children are heard sooner.\nIt shows at the gate.",
            )
        )
    return tuple(planned)


_PASSING = {"id", "audit", "supersedes", "started_on", "made_on", "digest", "by", "at"}
_PASSING_ENDS = ("_by", "_at")
_KEPT = {"held_by", "review_by"}


def told(return_: Return) -> object:
    """A return without its ids, times and digest; evidence and actions are named by their places in the lists.

    Who typed what is left out with the times: the command that adds an action has no option for it.
    """
    plain = msgspec.to_builtins(return_)
    names = {item.id: f"evidence {n}" for n, item in enumerate(return_.evidence)}
    names |= {item.id: f"action {n}" for n, item in enumerate(return_.actions)}
    asked = [(s.id, [c.id for c in s.criteria]) for s in return_.standards]
    return _told(plain, names), return_.pack, asked


def _told(value: object, names: Mapping[str, str]) -> object:
    if isinstance(value, dict):
        return {key: _told(item, names) for key, item in value.items() if not _passing(key)}
    if isinstance(value, list | tuple):
        return [_told(item, names) for item in value]
    return names.get(value, value) if isinstance(value, str) else value


def _passing(key: str) -> bool:
    return key not in _KEPT and (key in _PASSING or key.endswith(_PASSING_ENDS))


def same_but_for_ids(return_a: Return, return_b: Return) -> bool:
    """Whether two returns say the same, but for ids, times, who was at the keyboard, and the digest."""
    return told(return_a) == told(return_b)
