"""Rules about answers: what is not said yet, and what is said without a reason or a plan."""

from collections.abc import Iterator

from compact_tui.core.audit import Action, CarriedAnswer
from compact_tui.core.carried import waiting_in
from compact_tui.core.days import day_of, is_day
from compact_tui.core.finding import Case, Found, days_before, rule
from compact_tui.core.pack import UNANSWERED, Criterion, Standard
from compact_tui.core.small_group import words_for
from compact_tui.core.text import count, listed

_KNOWN_WITHIN_DAYS = 60
MUST = "must"
"""Id of the duty that law or statutory guidance lays down."""


def _that_stand(case: Case, standard: Standard, state: str) -> list[Criterion]:
    return [criterion for criterion in standard.criterion if case.standing(criterion) == state]


def _numbers(case: Case, criteria: list[Criterion]) -> str:
    return listed(case.numbers[criterion.id] for criterion in criteria)


@rule("nothing-answered", "error", "Nothing in the audit is answered", "answer", firm=True)
def nothing_answered(case: Case) -> Iterator[Found]:
    """An audit of which no person has answered anything."""
    first = next((criterion for _, criterion in case.criteria()), None)
    if first is not None and not any(case.said(answer) for answer in case.audit.answers):
        yield Found(first.id, "Nothing is answered yet.", "Answer the audit before you make a return of it.")


@rule("criterion-unanswered", "warning", "Criteria are not answered", "answer")
def unanswered(case: Case) -> Iterator[Found]:
    """Criteria that nobody has answered, one finding for each standard."""
    words = words_for(case.pack)
    for standard in case.pack.standard:
        missing = _that_stand(case, standard, UNANSWERED)
        if missing:
            are = "is" if len(missing) == 1 else "are"
            yield Found(
                missing[0].id,
                f"{count(len(missing), words.question, words.questions)} of {standard.title} {are} not answered: "
                f"{_numbers(case, missing)}.",
                'Answer each; "not known yet" is an answer too.',
                number=case.numbers[standard.id],
            )


def _not_known(case: Case, standard: Standard, old: bool) -> list[Criterion]:
    limit = days_before(case.today, _KNOWN_WITHIN_DAYS)
    return [
        criterion
        for criterion in _that_stand(case, standard, "not-known")
        if (is_day(day := day_of(case.answer_to(criterion).at)) and day < limit) == old
    ]


@rule("not-known-left", "warning", "Criteria are left at not known yet", "answer")
def not_known(case: Case) -> Iterator[Found]:
    """Criteria left at "not known yet", one finding for each standard."""
    for standard in case.pack.standard:
        open_ = _not_known(case, standard, old=False)
        if open_:
            yield Found(
                open_[0].id,
                f"Not known yet: {_numbers(case, open_)}.",
                "Find out and change the answer, or add an action that says who finds out by when.",
                number=case.numbers[standard.id],
            )


@rule("not-known-long", "warning", "Criteria are not known for more than 60 days", "answer")
def not_known_long(case: Case) -> Iterator[Found]:
    """Criteria that stand at "not known yet" for more than sixty days, one finding for each standard."""
    for standard in case.pack.standard:
        old = _not_known(case, standard, old=True)
        if old:
            yield Found(
                old[0].id,
                f"Not known for more than {_KNOWN_WITHIN_DAYS} days: {_numbers(case, old)}.",
                "Find out this week, or answer that it is not met and plan what happens next.",
                number=case.numbers[standard.id],
            )


@rule("carried-unconfirmed", "note", "Answers of the round before are not confirmed", "answer")
def carried_unconfirmed(case: Case) -> Iterator[Found]:
    """What was carried from the round before and nobody confirmed, one finding for each standard."""
    for standard in case.pack.standard:
        waits = list(waiting_in(case.audit, standard))
        if waits:
            first = waits[0]
            are = "is" if len(waits) == 1 else "are"
            yield Found(
                first.criterion if isinstance(first, CarriedAnswer) else first.standard,
                f"{count(len(waits), 'carried answer')} of {standard.title} {are} not confirmed, and count"
                f"{'s' if len(waits) == 1 else ''} for nothing.",
                "Confirm what still holds, and answer the rest afresh.",
                number=case.numbers[standard.id],
            )


@rule("no-reason", "warning", "An answer that needs a reason has none", "reason")
def not_applicable_without_reason(case: Case) -> Iterator[Found]:
    """Answers that need a reason and have none."""
    need = {kind.id for kind in case.pack.answer if kind.needs_reason or kind.counts_as == "not-applicable"}
    for _, criterion in case.criteria():
        answer = case.answer_to(criterion)
        if answer.answer in need and not answer.reason.strip():
            yield Found(
                criterion.id,
                "This is answered as not applicable, without a reason.",
                "Say in one sentence why it cannot apply to your setting.",
            )


@rule("essential-not-applicable", "warning", "An essential criterion is said not to apply", "answer")
def not_applicable_essential(case: Case) -> Iterator[Found]:
    """Essential criteria that are said not to apply."""
    for _, criterion in case.criteria():
        if criterion.essential and case.standing(criterion) == "not-applicable":
            yield Found(
                criterion.id,
                "This is essential, and is answered as not applicable.",
                "Check that it really cannot apply to you; a reader will ask.",
            )


def _plans(case: Case, criterion: Criterion) -> list[Action]:
    return [a for a in case.audit.actions if criterion.id in a.supports and a.status != "dropped"]


@rule("must-not-met", "warning", "A duty is not met, and no action says who mends it by when", "action")
def must_not_met(case: Case) -> Iterator[Found]:
    """What law or statutory guidance asks, not met, and nobody named to put it right by a date."""
    for _, criterion in case.criteria():
        if criterion.duty != MUST or case.standing(criterion) != "not-met":
            continue
        if not any(a.who.strip() and a.due for a in _plans(case, criterion)):
            yield Found(
                criterion.id,
                "This is required by law or statutory guidance and not met; no action says who mends it by when.",
                "Add an action to it with a role and a date.",
            )


@rule("essential-partly-met", "warning", "An essential criterion is partly met, without an action", "action")
def essential_partly_met(case: Case) -> Iterator[Found]:
    """Essential criteria that are met in part, and nothing is planned for the rest."""
    for _, criterion in case.criteria():
        if criterion.essential and case.standing(criterion) == "partly-met" and not _plans(case, criterion):
            yield Found(
                criterion.id,
                "This is essential and only partly met; no action says what happens about the rest.",
                "Add an action to it with a role and a date.",
            )


RULES = (
    nothing_answered,
    unanswered,
    not_known,
    not_known_long,
    carried_unconfirmed,
    not_applicable_without_reason,
    not_applicable_essential,
    must_not_met,
    essential_partly_met,
)
