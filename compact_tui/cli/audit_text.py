"""An audit in lines of text for a person."""

from collections.abc import Iterator

from compact_tui.cli.output import wrapped
from compact_tui.core.pack import UNANSWERED
from compact_tui.core.views import AuditView, CriterionPage, CriterionView, StandardView


def overview(view: AuditView, width: int) -> Iterator[str]:
    """The audit with one line for each standard."""
    yield f"{view.title}, {view.cycle} ({view.id})"
    yield from wrapped(view.wording_note, width)
    yield ""
    widest = max((len(s.title) for s in view.standards), default=0)
    for standard in view.standards:
        done = f"{standard.answered} of {len(standard.criteria)} answered"
        word = (standard.grade_word or "not graded") if standard.levels else ""
        yield f"{standard.number:>3}  {standard.title:<{widest}}  {done:<17}  {word}".rstrip()
    yield ""
    yield "One standard in full, or one question: compact-tui audit show NUMBER"


def standard_lines(standard: StandardView, width: int) -> Iterator[str]:
    """A standard with its criteria."""
    yield f"{standard.number}  {standard.title}"
    if standard.levels:
        yield from wrapped(f"Grade: {_grade(standard)}", width)
    if standard.reason:
        yield from wrapped(f"Why: {standard.reason}", width, "  ")
    if standard.summary:
        yield from wrapped(f"Summary: {standard.summary}", width, "  ")
    for one in standard.partnership_says:
        yield from wrapped(f"From the partnership: {one.sentence}", width, "  ")
    if standard.partnership_says:
        yield "  The whole reply: compact-tui return open"
    for criterion in standard.criteria:
        yield ""
        yield from _criterion_lines(criterion, width)


def criterion_lines(page: CriterionPage, width: int) -> Iterator[str]:
    """A criterion with what was said to it, the answers to choose from, and what helps."""
    one = page.criterion
    yield from _criterion_lines(one, width)
    for said in one.before:
        yield from wrapped(said, width, "     ")
    yield ""
    for option in page.options:
        yield from wrapped(f"{option.id}: {option.word}. {option.meaning}", width, "  ")
    yield ""
    for line in one.guidance.lines:
        yield from wrapped(line, width)
    for source in one.guidance.sources:
        yield from wrapped(f"Source: {', '.join(filter(None, (source.title, source.edition, source.place)))}", width)
    yield ""
    yield f"Answer it: compact-tui audit answer {one.number} ANSWER"


def _grade(standard: StandardView) -> str:
    graded = standard.grade_word or "not graded"
    if not standard.suggested_word:
        return graded
    return f"{graded} (suggested: {standard.suggested_word}. {standard.suggested_because})"


def _criterion_lines(criterion: CriterionView, width: int) -> Iterator[str]:
    weight = ", ".join(part for part in (criterion.duty_word, "essential" if criterion.essential else "") if part)
    yield (
        f"{criterion.number}  {criterion.question} [{weight}]"
        if weight
        else f"{criterion.number}  {criterion.question}"
    )
    yield from wrapped(criterion.text, width, "     ")
    yield f"     Answer: {criterion.answer_word or 'not answered'}   ({criterion.id})"
    for name, text in (
        ("Note", criterion.note),
        ("Private note", criterion.private_note),
        ("Reason", criterion.reason),
    ):
        if text:
            yield from wrapped(f"{name}: {text}", width, "     ")
    for item in criterion.evidence:
        yield f"     Evidence: {item.title} ({item.id})"
    for action in criterion.actions:
        yield f"     Action: {action.what} ({action.id})"


def answered_lines(view: CriterionView) -> tuple[str, str]:
    """What is said after a criterion was answered."""
    if view.answer == UNANSWERED:
        return f"{view.number} {view.question} The answer was taken back.", "What waits now: compact-tui status"
    return f"{view.number} {view.question} {view.answer_word}.", "What waits next: compact-tui status"


def graded_lines(view: StandardView) -> Iterator[str]:
    """What is said after a standard was graded."""
    yield f"{view.number} {view.title}: {view.grade_word or 'grade taken back'}."
    if view.grade_word and view.suggested_word and view.suggested != view.grade:
        yield f"Suggested was {view.suggested_word}: {view.suggested_because}"
        if not view.reason:
            yield f"Say why yours differs: compact-tui audit grade {view.number} {view.grade} --reason TEXT"
            return
    yield "What waits next: compact-tui status"
