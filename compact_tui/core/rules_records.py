"""Rules about actions and evidence: unowned, overdue, out of reach, unseen, out of date."""

import re
from collections.abc import Iterator

from compact_tui.core.audit import Action
from compact_tui.core.days import is_day, say_day
from compact_tui.core.finding import Case, Found, rule, short, years_before

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def _open(case: Case) -> Iterator[Action]:
    return (action for action in case.audit.actions if action.status == "open")


@rule("action-overdue", "warning", "The day of an action has passed", "due")
def action_overdue(case: Case) -> Iterator[Found]:
    """Open actions of which the day has passed."""
    for action in _open(case):
        if is_day(action.due) and action.due < case.today:
            yield Found(
                action.id,
                f'The action "{short(action.what)}" was due on {say_day(action.due)} and is still open.',
                "Say what came of it, or set a new date.",
                number=case.number(action.supports),
            )


@rule("action-unowned", "warning", "An action does not say who does it, or by when", "who")
def action_without_who_or_due(case: Case) -> Iterator[Found]:
    """Open actions that nobody owns or that have no date."""
    for action in _open(case):
        lacking = [
            what for what, said in (("who does it", action.who.strip()), ("by when", is_day(action.due))) if not said
        ]
        if lacking:
            yield Found(
                action.id,
                f'The action "{short(action.what)}" does not say {" or ".join(lacking)}.',
                "Give it a role and a date.",
                number=case.number(action.supports),
            )


def _last_day(case: Case) -> str:
    """The last day of the round, as far as its name says; empty when it names no year."""
    years = _YEAR.findall(case.audit.head.cycle)
    return f"{max(years)}-12-31" if years else ""


@rule("action-after-round", "warning", "An action is due after the end of the round", "due")
def action_after_round(case: Case) -> Iterator[Found]:
    """Open actions that are due after the last year that the name of the round says."""
    end = _last_day(case)
    for action in _open(case):
        if end and is_day(action.due) and action.due > end:
            yield Found(
                action.id,
                f'The action "{short(action.what)}" is due on {say_day(action.due)}, after the end of this round.',
                "Bring it forward, or say what is done about it within the round.",
                number=case.number(action.supports),
            )


@rule("action-far-off", "note", "An action is more than a year away", "due")
def action_far_off(case: Case) -> Iterator[Found]:
    """Open actions within the round that are due more than a year from now."""
    far, end = years_before(case.today, -1), _last_day(case)
    for action in _open(case):
        if is_day(action.due) and far < action.due and not (end and action.due > end):
            yield Found(
                action.id,
                f'The action "{short(action.what)}" is due on {say_day(action.due)}, more than a year away.',
                "Add a first step with a nearer date.",
                number=case.number(action.supports),
            )


@rule("action-without-outcome", "note", "A finished action does not say what happened", "outcome")
def action_without_outcome(case: Case) -> Iterator[Found]:
    """Actions that are done or dropped, and nobody says what came of it."""
    for action in case.audit.actions:
        if action.status != "open" and not action.outcome.strip():
            yield Found(
                action.id,
                f'The action "{short(action.what)}" is {action.status}, and does not say what happened.',
                "Say in one sentence what came of it.",
                number=case.number(action.supports),
            )


@rule("evidence-in-future", "warning", "Evidence was seen on a day that has not come", "seen_on")
def evidence_in_future(case: Case) -> Iterator[Found]:
    """Evidence that is said to have been seen on a day in the future."""
    for item in case.audit.evidence:
        if is_day(item.seen_on) and item.seen_on > case.today:
            yield Found(
                item.id,
                f'The evidence "{short(item.title)}" is said to have been seen on {say_day(item.seen_on)}, '
                "which has not come yet.",
                "Correct the day.",
                number=case.number(item.supports),
            )


@rule("evidence-review-due", "warning", "Evidence is past the day to look at it again", "review_by")
def evidence_review_due(case: Case) -> Iterator[Found]:
    """Evidence that should have been looked at again by now."""
    for item in case.audit.evidence:
        if is_day(item.review_by) and item.review_by < case.today:
            yield Found(
                item.id,
                f'The evidence "{short(item.title)}" was to be looked at again by {say_day(item.review_by)}.',
                "Look at it again and write down the day.",
                number=case.number(item.supports),
            )


@rule("evidence-nowhere", "note", "Evidence does not say where it is or who holds it", "where")
def evidence_nowhere(case: Case) -> Iterator[Found]:
    """Evidence that nobody could find: neither a place nor a holder is said."""
    for item in case.audit.evidence:
        if not item.where.strip() and not item.held_by.strip():
            yield Found(
                item.id,
                f'The evidence "{short(item.title)}" does not say where it is or who holds it.',
                "Write down the place, or the role that holds it.",
                number=case.number(item.supports),
            )


@rule("evidence-idle", "note", "Evidence supports nothing in this audit", "supports")
def idle_evidence(case: Case) -> Iterator[Found]:
    """Evidence that backs nothing in this pack."""
    for item in case.audit.evidence:
        if not any(supported in case.numbers for supported in item.supports):
            yield Found(
                item.id,
                f'The evidence "{short(item.title)}" supports nothing in this audit.',
                "Link it to the criterion it speaks for, or remove it.",
            )


RULES = (
    action_overdue,
    action_without_who_or_due,
    action_after_round,
    action_far_off,
    action_without_outcome,
    evidence_in_future,
    evidence_review_due,
    evidence_nowhere,
    idle_evidence,
)
