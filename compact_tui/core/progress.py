"""How far an audit has come: counts, states and what comes next."""

from msgspec import Struct

from compact_tui.core.audit import Audit, CriterionAnswer, Evidence, Grade, final_grade_of, grade_of, summary_of
from compact_tui.core.pack import UNANSWERED, AuditPack, Criterion, Standard, level_of, numbered, word_of
from compact_tui.core.suggest import Suggestion, suggest

PROVISIONAL = "provisional"
"""The word that stands beside a level of the first pass, wherever it is shown."""
FILTERS: tuple[tuple[str, str], ...] = (
    ("all", "all criteria"),
    ("unanswered", "unanswered only"),
    ("open", "not met, partly met or not known"),
    ("musts", "musts only"),
)
"""Which criteria the audit walks through: id and words."""


class StandardProgress(Struct, frozen=True):
    """How far one standard has come."""

    standard: str
    criteria: int
    answered: int
    graded: bool
    """Whether its grade stands; one of the first pass does not."""
    state: str
    """``done`` · ``attention`` (graded, but with criteria unanswered) · ``started`` · ``not-started``."""


class Progress(Struct, frozen=True):
    """How far an audit has come."""

    standards: tuple[StandardProgress, ...]
    criteria: int
    answered: int
    graded: int
    to_grade: int
    """How many standards are graded when all is done; 0 for a pack without levels."""
    provisional: int = 0
    """How many standards have a level of the first pass only; they are not among the graded."""

    @property
    def complete(self) -> bool:
        """Whether everything is answered and graded."""
        return self.answered == self.criteria and self.graded >= self.to_grade


class Stop(Struct, frozen=True):
    """A place on the way through the audit."""

    standard: str
    criterion: str = ""
    """Empty: the grade of the standard."""


def answers_by_criterion(audit: Audit) -> dict[str, CriterionAnswer]:
    """The answers, by criterion id."""
    return {answer.criterion: answer for answer in audit.answers}


def is_answered(answer: CriterionAnswer | None) -> bool:
    """Whether a criterion has an answer; "not known yet" is one."""
    return answer is not None and answer.answer != UNANSWERED


def progress(pack: AuditPack, audit: Audit) -> Progress:
    """How far an audit has come."""
    answers = answers_by_criterion(audit)
    gradable = bool(pack.level)
    standards = tuple(standard_progress(standard, audit, answers, gradable) for standard in pack.standard)
    return Progress(
        standards,
        sum(s.criteria for s in standards),
        sum(s.answered for s in standards),
        sum(s.graded for s in standards),
        len(standards) if gradable else 0,
        sum(grade is not None and grade.provisional for grade in (grade_of(audit, s.standard) for s in standards)),
    )


def standard_progress(
    standard: Standard, audit: Audit, answers: dict[str, CriterionAnswer], gradable: bool
) -> StandardProgress:
    """How far one standard has come; ``answers`` by criterion id, ``gradable`` when the pack has levels."""
    answered = sum(is_answered(answers.get(c.id)) for c in standard.criterion)
    graded = final_grade_of(audit, standard.id) is not None
    if graded:
        state = "done" if answered == len(standard.criterion) else "attention"
    elif not gradable and answered == len(standard.criterion):
        state = "done"
    else:
        state = "started" if answered else "not-started"
    return StandardProgress(standard.id, len(standard.criterion), answered, graded, state)


def grade_words(pack: AuditPack, grade: Grade) -> str:
    """A level in words, marked where it is provisional."""
    word = word_of(pack, "level", grade.level)
    return f"{word} ({PROVISIONAL})" if grade.provisional else word


def evidence_of_standard(audit: Audit, standard: Standard) -> tuple[Evidence, ...]:
    """The evidence that backs a standard or any of its criteria."""
    ids = {standard.id, *(c.id for c in standard.criterion)}
    return tuple(e for e in audit.evidence if ids.intersection(e.supports))


def impact_shown(audit: Audit, standard: Standard) -> bool:
    """Whether the summary is written and evidence of two kinds or more backs the standard."""
    kinds = {e.kind for e in evidence_of_standard(audit, standard) if e.kind}
    return bool(summary_of(audit, standard.id).text) and len(kinds) >= 2


def suggestion_for(pack: AuditPack, audit: Audit, standard: Standard) -> Suggestion:
    """The level that an audit's answers suggest for a standard."""
    answers = {answer.criterion: answer.answer for answer in audit.answers}
    return suggest(pack, standard, answers, impact_shown(audit, standard))


def differs_upward(pack: AuditPack, chosen: str, suggested: str) -> bool:
    """Whether a chosen level is better than the suggested one."""
    one, other = level_of(pack, chosen), level_of(pack, suggested)
    return one is not None and other is not None and one.rank > other.rank


def wanted(pack: AuditPack, criterion: Criterion, answer: CriterionAnswer | None, filter_id: str) -> bool:
    """Whether a filter lets a criterion through."""
    if filter_id == "unanswered":
        return not is_answered(answer)
    if filter_id == "open":
        given = answer.answer if answer else UNANSWERED
        counts_as = next((kind.counts_as for kind in pack.answer if kind.id == given), "")
        return counts_as in {"partly-met", "not-met", "not-known"}
    return filter_id != "musts" or criterion.duty == "must"


def stops(pack: AuditPack, audit: Audit, filter_id: str = "all") -> tuple[Stop, ...]:
    """The places of the audit in order: each standard's criteria, then its grade."""
    answers = answers_by_criterion(audit)
    way: list[Stop] = []
    for standard in pack.standard:
        chosen = [c for _, c in numbered(standard) if wanted(pack, c, answers.get(c.id), filter_id)]
        way.extend(Stop(standard.id, c.id) for c in chosen)
        if filter_id == "all" and pack.level:
            way.append(Stop(standard.id))
    return tuple(way)


def next_unanswered(pack: AuditPack, audit: Audit, after: Stop | None = None) -> Stop | None:
    """The next place that waits for a person: a criterion without answer, or an ungraded standard.

    Looks onward from ``after`` and then from the beginning; ``None`` when nothing waits.
    """
    way = stops(pack, audit)
    start = way.index(after) + 1 if after in way else 0
    answers = answers_by_criterion(audit)
    for stop in way[start:] + way[:start]:
        if stop.criterion and not is_answered(answers.get(stop.criterion)):
            return stop
        if not stop.criterion and final_grade_of(audit, stop.standard) is None:
            return stop
    return None
