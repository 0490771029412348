"""Review: what a reader of the return would question, and setting a finding aside."""

from compact_tui.core.audit import SetAside
from compact_tui.core.errors import CompactError, UsageError
from compact_tui.core.finding import Finding
from compact_tui.core.findings import errors_of
from compact_tui.core.personal import seen_in, warning_of
from compact_tui.core.progress import is_answered
from compact_tui.core.return_build import findings_of_return
from compact_tui.core.review_views import (
    FILTERS,
    FindingView,
    ReviewView,
    finding_view,
    review_view,
    sentence_of,
    tally,
)
from compact_tui.core.setting import own_details
from compact_tui.core.small_group import title_for
from compact_tui.core.text import clean, count, did_you_mean
from compact_tui.services.books import OpenAudit, open_audit, read_setting
from compact_tui.services.desk import Desk, commit, edit
from compact_tui.services.drafts import NO_SETTING


def review(desk: Desk, filter_id: str = "all") -> ReviewView:
    """What a reader of the return would question, worst first, with where to mend each.

    Args:
        desk: Where, when and who.
        filter_id: Which to show: an id of ``core.review_views.FILTERS``; the counts are always of all.

    Raises:
        UsageError: If there is no audit, or several and none was named, or the filter is not known.
    """
    known = [name for name, _ in FILTERS]
    if filter_id not in known:
        hint = did_you_mean(filter_id, known) or f"One of {', '.join(known)}."
        raise UsageError(f'"{filter_id}" is nothing to look through.', hint)
    opened = open_audit(desk)
    title = title_for(opened.pack, opened.audit.head.cycle)
    return review_view(opened.pack, opened.audit, findings_in(desk, opened), title, filter_id)


def findings_in(desk: Desk, opened: OpenAudit) -> tuple[Finding, ...]:
    """The findings of an open audit, in the words in which they would leave."""
    return findings_of_return(read_setting(desk) or NO_SETTING, opened.pack, opened.audit, desk.today)


def errors_in(desk: Desk, opened: OpenAudit) -> tuple[FindingView, ...]:
    """The errors that hold a return back."""
    return tuple(finding_view(opened.pack, opened.audit, e) for e in errors_of(findings_in(desk, opened)))


def held_back(desk: Desk, opened: OpenAudit) -> tuple[str, ...]:
    """The same in a sentence each."""
    return tuple(map(_sentence, errors_in(desk, opened)))


def _sentence(error: FindingView) -> str:
    return f"{error.number}: {error.message}" if error.number else error.message


def review_words(desk: Desk, opened: OpenAudit) -> str:
    """How many findings there are, in words; an audit that nobody has begun is not met with them."""
    if not opened.audit.grades and not any(map(is_answered, opened.audit.answers)):
        return "once you have begun"
    return sentence_of(tally(findings_in(desk, opened)))


def refuse_while_errors(desk: Desk, opened: OpenAudit, what: str) -> None:
    """Hold something back while an error stands.

    Args:
        desk: Where, when and who.
        opened: The audit.
        what: What is not done: ``The return was not made``.

    Raises:
        CompactError: With every error and its place; nothing is done.
    """
    errors = errors_in(desk, opened)
    if errors:
        said = " ".join(map(_sentence, errors))
        raise CompactError(
            f"{what}: {count(len(errors), 'error')} to put right first. {said}",
            f"Your answers are safe. {errors[0].remedy} Review leads to each: press v on Home, or see them with "
            "compact-tui audit check",
        )


def set_aside(desk: Desk, finding_id: str, reason: str) -> FindingView:
    """Set a finding aside with a reason; the rule, the place and the reason travel with the return.

    Raises:
        UsageError: If there is no such finding, or no reason is given.
        CompactError: If it is one that cannot be set aside.
    """
    opened = open_audit(desk)
    finding = _found(desk, opened, finding_id)
    if finding.firm:
        raise CompactError(
            f"This cannot be set aside: {finding.message}", f"A return with it would mislead. {finding.remedy}"
        )
    said = clean(reason)
    if not said:
        raise UsageError("Say why it can stand: the reader of the return sees your reason.", "Nothing was set aside.")
    before = next((a for a in opened.kept.set_asides if a.id == finding.id), None)
    after = SetAside(
        id=finding.id,
        rule=finding.rule,
        where=finding.where,
        reason=said,
        mark=finding.mark,
        by=desk.who,
        at=desk.at,
    )
    what = f"{_named(finding)} set aside"
    commit(desk, opened.book, "set-aside", what, (edit("set_asides", after.id, before, after),))
    return _shown(desk, finding_id)


def take_up(desk: Desk, finding_id: str) -> FindingView:
    """Let a finding that was set aside stand again.

    Raises:
        UsageError: If there is no such finding, or it was not set aside.
    """
    opened = open_audit(desk)
    finding = _found(desk, opened, finding_id)
    before = next((a for a in opened.kept.set_asides if a.id == finding.id), None)
    if before is None:
        raise UsageError("This was not set aside.", "Nothing was changed.")
    what = f"{_named(finding)} taken up again"
    commit(desk, opened.book, "take-up", what, (edit("set_asides", before.id, before, None),))
    return _shown(desk, finding_id)


def _named(finding: Finding) -> str:
    return f"{finding.number} {finding.rule}".strip()


def _found(desk: Desk, opened: OpenAudit, finding_id: str) -> Finding:
    known = {finding.id: finding for finding in findings_in(desk, opened)}
    if finding_id not in known:
        hint = did_you_mean(finding_id, known) or "compact-tui audit check lists them."
        raise UsageError(f'There is no finding "{finding_id}".', f"{hint} Nothing was changed.")
    return known[finding_id]


def _shown(desk: Desk, finding_id: str) -> FindingView:
    opened = open_audit(desk)
    return finding_view(opened.pack, opened.audit, _found(desk, opened, finding_id))


def warning_beside(desk: Desk, text: str) -> str:
    """What to say beside a field while a text stands in it that could identify a child; empty when nothing could.

    It never stops anybody: the text is kept as it is.
    """
    if not text.strip():
        return ""
    return warning_of(seen_in(text, own_details(read_setting(desk) or NO_SETTING)))
