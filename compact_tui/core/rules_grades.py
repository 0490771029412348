"""Rules about grades: not given, stronger than the answers, strong without evidence, weak without a plan."""

from collections.abc import Iterator

from compact_tui.core.audit import final_grade_of, grade_of, summary_of
from compact_tui.core.days import is_day
from compact_tui.core.finding import Case, Found, rule, years_before
from compact_tui.core.pack import NO_SUGGESTION, Level, Standard, level_of, word_of
from compact_tui.core.progress import differs_upward, suggestion_for
from compact_tui.core.text import count, listed

_STRONG_LEVELS = 2
_OLD_AFTER_YEARS = 2
_FEWEST_STANDARDS = 3
_FEW_PIECES = 2
"""Pieces of evidence for each standard, below which the same best grade everywhere is questioned."""
_FAR = 2
"""Levels between last time's grade and this one's, from which a reader asks."""


def _graded(case: Case) -> Iterator[tuple[Standard, Level]]:
    for standard in case.pack.standard:
        grade = final_grade_of(case.audit, standard.id)
        level = level_of(case.pack, grade.level) if grade else None
        if level is not None:
            yield standard, level


def _reason(case: Case, standard: Standard) -> str:
    grade = grade_of(case.audit, standard.id)
    return grade.reason.strip() if grade else ""


def _strong(case: Case) -> set[str]:
    best = sorted(case.pack.level, key=lambda level: level.rank, reverse=True)[:_STRONG_LEVELS]
    return {level.id for level in best if not level.weak}


@rule("grade-provisional", "error", "A grade waits to be confirmed", "grade", firm=True)
def provisional(case: Case) -> Iterator[Found]:
    """Grades that were chosen in a first pass, before the criteria were answered, or before the pack changed."""
    for standard in case.pack.standard:
        grade = grade_of(case.audit, standard.id)
        if grade and grade.provisional:
            word = word_of(case.pack, "level", grade.level)
            edition = f"under edition {grade.edition}, before its questions changed, and not confirmed"
            told = edition if grade.edition else "from the first pass only"
            yield Found(
                standard.id,
                f"{standard.title} is graded {word} {told}; such a grade is never sent.",
                "Answer its criteria, then choose the grade again.",
            )


@rule("strong-but-essential-not-met", "error", "A strong grade stands while an essential criterion is not met", "grade")
def strong_but_essential_not_met(case: Case) -> Iterator[Found]:
    """Strong grades of standards of which an essential criterion is answered as not met."""
    strong = _strong(case)
    for standard, level in _graded(case):
        missed = [c for c in standard.criterion if c.essential and case.standing(c) == "not-met"]
        if level.id in strong and missed:
            numbers = listed(case.numbers[criterion.id] for criterion in missed)
            yield Found(
                standard.id,
                f"{standard.title} is graded {level.word}, but {numbers}, which is essential, is answered as not met."
                if len(missed) == 1
                else f"{standard.title} is graded {level.word}, but {numbers}, which are essential, are answered as "
                "not met.",
                "Choose a grade that says so, or look at the answer again.",
            )


@rule("standard-not-graded", "warning", "A standard has no grade", "grade")
def not_graded(case: Case) -> Iterator[Found]:
    """Standards without a grade."""
    for standard in case.pack.standard if case.pack.level else ():
        if grade_of(case.audit, standard.id) is None:
            yield Found(standard.id, f"{standard.title} has no grade.", "Choose the model answer that fits you best.")


@rule("summary-missing", "warning", "A graded standard has no summary", "summary")
def summary_missing(case: Case) -> Iterator[Found]:
    """Graded standards without a summary."""
    for standard, _ in _graded(case):
        if not summary_of(case.audit, standard.id).text.strip():
            yield Found(
                standard.id,
                f"{standard.title} has a grade but no summary.",
                standard.impact_prompt or "Write two or three sentences: what is different for children?",
            )


@rule("weak-without-action", "warning", "A weak grade has no action", "action")
def weak_without_action(case: Case) -> Iterator[Found]:
    """Weak grades without an action, open or done, anywhere in the standard."""
    for standard, level in _graded(case):
        if level.weak and not case.plans(standard):
            yield Found(
                standard.id,
                f"{standard.title} is graded {level.word}, and no action says what happens next.",
                "Add at least one action with a role and a date.",
            )


@rule("above-suggested", "warning", "A grade is above the suggested one, without a reason", "reason")
def above_suggested(case: Case) -> Iterator[Found]:
    """Grades above what the answers suggest, without a reason."""
    for standard, level in _graded(case):
        suggested = suggestion_for(case.pack, case.audit, standard).level
        if differs_upward(case.pack, level.id, suggested) and not _reason(case, standard):
            yield Found(
                standard.id,
                f"{standard.title} is graded {level.word}; its answers suggest "
                f"{word_of(case.pack, 'level', suggested)}, and no reason is given.",
                "Say why your grade is right, or look at the answers again.",
            )


@rule("answers-changed-since", "warning", "Answers have changed since, and suggest another grade", "grade")
def answers_changed_since(case: Case) -> Iterator[Found]:
    """Grades that are older than their answers, where these suggest another level by now."""
    for standard, level in _graded(case):
        grade = grade_of(case.audit, standard.id)
        newest = max((case.answer_to(criterion).at for criterion in standard.criterion), default="")
        if grade is None or not grade.at or newest <= grade.at or grade.suggested in {"", NO_SUGGESTION}:
            continue
        suggested = suggestion_for(case.pack, case.audit, standard).level
        told = differs_upward(case.pack, level.id, suggested) and not grade.reason.strip()  # by the rule above
        if suggested not in {grade.suggested, level.id, NO_SUGGESTION} and not told:
            yield Found(
                standard.id,
                f"{standard.title} was graded {level.word} before its answers were changed; they now suggest "
                f"{word_of(case.pack, 'level', suggested)}.",
                "Look at the grade again and choose it once more, the same or another.",
            )


@rule("strong-without-evidence", "warning", "A strong grade has no evidence", "evidence")
def strong_without_evidence(case: Case) -> Iterator[Found]:
    """Strong grades that nothing backs."""
    strong = _strong(case)
    for standard, level in _graded(case):
        if level.id in strong and not case.backing(standard):
            yield Found(
                standard.id,
                f"{standard.title} is graded {level.word} without any evidence.",
                "Add what a visitor could be shown, to the standard or to one of its criteria.",
            )


@rule("strong-on-old-evidence", "warning", "A strong grade rests on old evidence only", "evidence")
def strong_on_old_evidence(case: Case) -> Iterator[Found]:
    """Strong grades of which all evidence was seen more than two years ago, or nobody says when."""
    strong, limit = _strong(case), years_before(case.today, _OLD_AFTER_YEARS)
    for standard, level in _graded(case):
        backing = case.backing(standard)
        if level.id not in strong or not backing:
            continue
        if not any(is_day(e.seen_on) and e.seen_on >= limit for e in backing):
            yield Found(
                standard.id,
                f"{standard.title} is graded {level.word}, but all its evidence was seen more than two years ago "
                "or has no date.",
                "Look at one piece again and write down the day.",
            )


@rule("far-from-last-time", "warning", "A grade is two levels or more from last time's, without a reason", "reason")
def far_from_last_time(case: Case) -> Iterator[Found]:
    """Grades two levels or more above or below last time's, without a reason."""
    order = [level.id for level in sorted(case.pack.level, key=lambda level: level.rank)]
    before = {last.standard: last.level for last in case.audit.last_grades}
    for standard, level in _graded(case):
        last = before.get(standard.id, "")
        if last not in order or _reason(case, standard):
            continue
        steps = order.index(level.id) - order.index(last)
        if abs(steps) >= _FAR:
            yield Found(
                standard.id,
                f"{standard.title} is graded {level.word}; last time it was {word_of(case.pack, 'level', last)}, "
                f"{count(abs(steps), 'level')} {'lower' if steps > 0 else 'higher'}, and no reason is given.",
                "Say in a sentence what has changed since.",
            )


@rule("all-the-best", "note", "Every standard has the best grade, on little evidence", "grade")
def all_the_best(case: Case) -> Iterator[Found]:
    """The best grade for every standard, with fewer than two pieces of evidence for each."""
    graded = list(_graded(case))
    if len(graded) < max(_FEWEST_STANDARDS, len(case.pack.standard)):
        return
    best = max(case.pack.level, key=lambda level: level.rank)
    pieces = len({item.id for standard, _ in graded for item in case.backing(standard)})
    if all(level.id == best.id for _, level in graded) and pieces < _FEW_PIECES * len(graded):
        yield Found(
            "",
            f"Every standard is graded {best.word}, on {count(pieces, 'piece', 'pieces')} of evidence in all.",
            "Look once more at the one you are least sure of, or add what you could show for each.",
        )


RULES = (
    provisional,
    strong_but_essential_not_met,
    not_graded,
    summary_missing,
    weak_without_action,
    above_suggested,
    answers_changed_since,
    strong_without_evidence,
    strong_on_old_evidence,
    far_from_last_time,
    all_the_best,
)
