"""Rules about answers: what is not said yet, what is said without a reason, what is said too often."""

from collections.abc import Iterator

from compact_tui.core.finding import Case, Finding
from compact_tui.core.pack import UNANSWERED, Criterion, Standard
from compact_tui.core.text import count, listed

_SAME_NOTE_LENGTH = 25
_SAME_NOTE_TIMES = 3
MUST = "must"
"""Id of the duty that law or statutory guidance lays down."""


def _that_stand(case: Case, standard: Standard, state: str) -> list[Criterion]:
    return [criterion for criterion in standard.criterion if case.standing(criterion) == state]


def _numbers(case: Case, criteria: list[Criterion]) -> str:
    return listed(case.numbers[criterion.id] for criterion in criteria)


def unanswered(case: Case) -> Iterator[Finding]:
    """Criteria that nobody has answered, one finding for each standard."""
    for standard in case.pack.standard:
        missing = _that_stand(case, standard, UNANSWERED)
        if missing:
            are = "is" if len(missing) == 1 else "are"
            yield Finding(
                "criterion-unanswered",
                "warning",
                missing[0].id,
                case.numbers[standard.id],
                f"{count(len(missing), 'criterion', 'criteria')} of {standard.title} {are} not answered: "
                f"{_numbers(case, missing)}.",
                'Answer each; "not known yet" is an answer too.',
            )


def not_known(case: Case) -> Iterator[Finding]:
    """Criteria left at "not known yet", one finding for each standard."""
    for standard in case.pack.standard:
        open_ = _that_stand(case, standard, "not-known")
        if open_:
            yield Finding(
                "not-known-left",
                "warning",
                open_[0].id,
                case.numbers[standard.id],
                f"Not known yet: {_numbers(case, open_)}.",
                "Find out and change the answer, or add an action that says who finds out by when.",
            )


def not_applicable_without_reason(case: Case) -> Iterator[Finding]:
    """Answers that need a reason and have none."""
    need = {kind.id for kind in case.pack.answer if kind.needs_reason or kind.counts_as == "not-applicable"}
    for _, criterion in case.criteria():
        answer = case.answer_to(criterion)
        if answer.answer in need and not answer.reason.strip():
            yield Finding(
                "no-reason",
                "warning",
                criterion.id,
                case.numbers[criterion.id],
                "This is answered as not applicable, without a reason.",
                "Say in one sentence why it cannot apply to your setting.",
            )


def not_applicable_essential(case: Case) -> Iterator[Finding]:
    """Essential criteria that are said not to apply."""
    for _, criterion in case.criteria():
        if criterion.essential and case.standing(criterion) == "not-applicable":
            yield Finding(
                "essential-not-applicable",
                "warning",
                criterion.id,
                case.numbers[criterion.id],
                "This is essential, and is answered as not applicable.",
                "Check that it really cannot apply to you; a reader will ask.",
            )


def must_not_met(case: Case) -> Iterator[Finding]:
    """What law or statutory guidance asks, not met, and nobody named to put it right by a date."""
    for _, criterion in case.criteria():
        if criterion.duty != MUST or case.standing(criterion) != "not-met":
            continue
        plans = [a for a in case.audit.actions if criterion.id in a.supports and a.status != "dropped"]
        if not any(a.who.strip() and a.due for a in plans):
            yield Finding(
                "must-not-met",
                "warning",
                criterion.id,
                case.numbers[criterion.id],
                "This is required by law or statutory guidance and not met; no action says who mends it by when.",
                "Add an action to it with a role and a date.",
            )


def same_note(case: Case) -> Iterator[Finding]:
    """The same note on three criteria or more: it says nothing about any of them."""
    found: dict[str, list[Criterion]] = {}
    for _, criterion in case.criteria():
        words = " ".join(case.answer_to(criterion).note.casefold().split())
        if len(words) >= _SAME_NOTE_LENGTH:
            found.setdefault(words, []).append(criterion)
    for criteria in found.values():
        if len(criteria) >= _SAME_NOTE_TIMES:
            yield Finding(
                "same-note",
                "note",
                criteria[0].id,
                case.numbers[criteria[0].id],
                f"The same note stands at {_numbers(case, criteria)}.",
                "Say at each what is so there: what would you show a visitor?",
            )


RULES = (unanswered, not_known, not_applicable_without_reason, not_applicable_essential, must_not_met, same_note)
