"""Rules about grades: not given, stronger than the answers, strong without evidence, weak without a plan."""

from collections.abc import Iterator

from compact_tui.core.audit import grade_of, summary_of
from compact_tui.core.days import is_day
from compact_tui.core.finding import Case, Finding, years_before
from compact_tui.core.pack import Level, Standard, level_of, word_of
from compact_tui.core.progress import differs_upward, suggestion_for

_STRONG_LEVELS = 2
_OLD_AFTER_YEARS = 2


def _graded(case: Case) -> Iterator[tuple[Standard, Level]]:
    for standard in case.pack.standard:
        grade = grade_of(case.audit, standard.id)
        level = level_of(case.pack, grade.level) if grade else None
        if level is not None:
            yield standard, level


def not_graded(case: Case) -> Iterator[Finding]:
    """Standards without a grade."""
    for standard in case.pack.standard if case.pack.level else ():
        if grade_of(case.audit, standard.id) is None:
            yield Finding(
                "standard-not-graded",
                "warning",
                standard.id,
                case.numbers[standard.id],
                f"{standard.title} has no grade.",
                "Choose the model answer that fits you best.",
            )


def summary_missing(case: Case) -> Iterator[Finding]:
    """Graded standards without a summary."""
    for standard, _ in _graded(case):
        if not summary_of(case.audit, standard.id).text.strip():
            yield Finding(
                "summary-missing",
                "warning",
                standard.id,
                case.numbers[standard.id],
                f"{standard.title} has a grade but no summary.",
                standard.impact_prompt or "Write two or three sentences: what is different for children?",
            )


def weak_without_action(case: Case) -> Iterator[Finding]:
    """Weak grades without an action, open or done, anywhere in the standard."""
    for standard, level in _graded(case):
        if level.weak and not case.plans(standard):
            yield Finding(
                "weak-without-action",
                "warning",
                standard.id,
                case.numbers[standard.id],
                f"{standard.title} is graded {level.word}, and no action says what happens next.",
                "Add at least one action with a role and a date.",
            )


def above_suggested(case: Case) -> Iterator[Finding]:
    """Grades above what the answers suggest, without a reason."""
    for standard, level in _graded(case):
        grade = grade_of(case.audit, standard.id)
        suggested = suggestion_for(case.pack, case.audit, standard).level
        if differs_upward(case.pack, level.id, suggested) and not (grade and grade.reason.strip()):
            yield Finding(
                "above-suggested",
                "warning",
                standard.id,
                case.numbers[standard.id],
                f"{standard.title} is graded {level.word}; its answers suggest "
                f"{word_of(case.pack, 'level', suggested)}, and no reason is given.",
                "Say why your grade is right, or look at the answers again.",
            )


def _strong(case: Case) -> set[str]:
    best = sorted(case.pack.level, key=lambda level: level.rank, reverse=True)[:_STRONG_LEVELS]
    return {level.id for level in best if not level.weak}


def strong_without_evidence(case: Case) -> Iterator[Finding]:
    """Strong grades that nothing backs."""
    strong = _strong(case)
    for standard, level in _graded(case):
        if level.id in strong and not case.backing(standard):
            yield Finding(
                "strong-without-evidence",
                "warning",
                standard.id,
                case.numbers[standard.id],
                f"{standard.title} is graded {level.word} without any evidence.",
                "Add what a visitor could be shown, to the standard or to one of its criteria.",
            )


def strong_on_old_evidence(case: Case) -> Iterator[Finding]:
    """Strong grades of which all evidence was seen more than two years ago, or nobody says when."""
    strong, limit = _strong(case), years_before(case.today, _OLD_AFTER_YEARS)
    for standard, level in _graded(case):
        backing = case.backing(standard)
        if level.id not in strong or not backing:
            continue
        if not any(is_day(e.seen_on) and e.seen_on >= limit for e in backing):
            yield Finding(
                "strong-on-old-evidence",
                "warning",
                standard.id,
                case.numbers[standard.id],
                f"{standard.title} is graded {level.word}, but all its evidence was seen more than two years ago "
                "or has no date.",
                "Look at one piece again and write down the day.",
            )


RULES = (
    not_graded,
    summary_missing,
    weak_without_action,
    above_suggested,
    strong_without_evidence,
    strong_on_old_evidence,
)
