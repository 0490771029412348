"""One single-agency audit at a glance: where it stands, what comes next, and what is missing before it is closed."""

from collections.abc import Mapping, Sequence

from compact_tui.core.agency_audit import (
    CLOSED,
    DROPPED,
    PLANNED,
    STARTED,
    STATUSES,
    AgencyAudit,
    AgencyHead,
    AgencySent,
    looked_at,
    sample_of,
    second_of,
    summary_kept,
)
from compact_tui.core.agency_counts import untold_cases
from compact_tui.core.agency_show import ACT_NOW, case_lines, standard_words, when_words
from compact_tui.core.agency_template import kind_words
from compact_tui.core.agency_twice import second_view
from compact_tui.core.agency_views import AgencyOverview, CaseLine, Doubled
from compact_tui.core.days import days_until, is_day, say_day
from compact_tui.core.sample_words import sample_sentences
from compact_tui.core.text import count, listed

YEAR = 365
"""Days in which an audit of the same kind and standards counts as much the same."""


def overview(
    audit: AgencyAudit, numbers: Mapping[str, str], others: Sequence[AgencyAudit], today: str
) -> AgencyOverview:
    """One audit, whole and at a glance.

    Args:
        audit: The audit.
        numbers: Numbers of standards by id.
        others: Every audit of the workspace; this one may be among them.
        today: The day (``YYYY-MM-DD``).
    """
    head, lines = audit.head, case_lines(audit)
    done = sum(line.done for line in lines)
    to_do = missing(audit)
    untold = untold_cases(audit)
    unfinished = head.status in (PLANNED, STARTED)
    return AgencyOverview(
        head=head,
        kind_words=kind_words(head.kind),
        status_words=dict(STATUSES)[head.status],
        when=when_words(head),
        standard_words=standard_words(head, numbers),
        questions=tuple((asked.id, asked.text) for asked in audit.questions),
        sample=sample_of(audit),
        sample_sentences=sample_sentences(head, audit.samples),
        cases=lines,
        done=done,
        case_sentence=f"{done} of {looked_at(head, len(lines))} done." if lines else f"No {head.many} chosen yet.",
        next_case=next((line.ref for line in lines if not line.done), ""),
        second=second_of(audit),
        second_sentence=second_view(audit).sentence,
        summary_sentence=_summary_words(audit),
        actions=audit.actions,
        attached=audit.attached,
        next_step=_next_step(audit, lines, to_do),
        to_do=to_do if unfinished else (),
        doubled=doubled(head, others, today) if unfinished else (),
        act_now=f"{listed(untold)}: a child may be unsafe. {ACT_NOW}" if untold else "",
        sent_sentence=_sent_words(audit.sends),
    )


def missing(audit: AgencyAudit) -> tuple[str, ...]:
    """What is missing before an audit can be closed, each as a sentence."""
    head, said = audit.head, summary_kept(audit)
    found = []
    if not audit.questions:
        found.append("It has no questions yet: add your own.")
    if not audit.cases:
        found.append(f"No {head.many} have been chosen.")
    waiting = sum(not case.done_on for case in audit.cases)
    if waiting:
        found.append(f"{looked_at(head, waiting)} not done yet.")
    untold = untold_cases(audit)
    if untold:
        found.append(f"{listed(untold)}: nobody has said that the lead was told of a child who may be unsafe.")
    reading = second_of(audit)
    if reading and not reading.finished_on:
        found.append("The second reading is not finished.")
    still = second_view(audit).open_differences
    if still:
        found.append(f"{count(still, 'difference')} between two readers to agree on.")
    if not (said.works or said.does_not):
        found.append("The summary does not say yet what works or what does not.")
    return tuple(found)


def _summary_words(audit: AgencyAudit) -> str:
    said = summary_kept(audit)
    texts = (said.works, said.does_not, said.views, said.themes, said.training)
    written = sum(bool(text) for text in texts)
    return f"{written} of {len(texts)} texts written, {count(len(audit.actions), 'action')}."


def _next_step(audit: AgencyAudit, lines: Sequence[CaseLine], to_do: Sequence[str]) -> str:
    head = audit.head
    if head.status == PLANNED:
        return "Begin it when the day has come; everything can be changed until then."
    if head.status == DROPPED:
        return "It was dropped. Reopen it to go on."
    if head.status == CLOSED:
        return "Send it, then say when it was sent." if not any(one.sent_on for one in audit.sends) else "It is done."
    waiting = next((line for line in lines if not line.done), None)
    if waiting:
        return f"Go on with {waiting.ref}, {waiting.position}."
    if not audit.questions:
        return "Add your questions: what do you ask of every case?"
    if not audit.cases:
        return f"Choose the {head.many}: how many there are, how many you look at, and how."
    return to_do[0] if to_do else "Everything is there: close it, then send it."


def _sent_words(sends: Sequence[AgencySent]) -> str:
    if not sends:
        return "Nothing has been made to send yet."
    last = sends[-1]
    return f"Sent on {say_day(last.sent_on)}." if last.sent_on else f"Made in {last.folder}, not sent yet."


def doubled(head: AgencyHead, others: Sequence[AgencyAudit], today: str) -> tuple[Doubled, ...]:
    """Audits with the same template and a standard in common, planned, going on, or done in the last twelve months.

    Args:
        head: The audit that is begun or planned; where it names no standard, the template alone decides.
        others: Every audit of the workspace.
        today: The day (``YYYY-MM-DD``).
    """
    found = []
    for other in (audit.head for audit in others):
        common = set(head.standards) & set(other.standards)
        alike = other.template == head.template and (common or not head.standards or not other.standards)
        same_team = not head.team or not other.team or head.team.casefold() == other.team.casefold()
        if other.id == head.id or other.status == DROPPED or not alike or not same_team:
            continue
        if other.status == CLOSED and is_day(other.closed_on) and -days_until(other.closed_on, today) > YEAR:
            continue
        words = f'"{other.title}" asks much the same and was {when_words(other)}.'
        found.append(Doubled(other.id, f"{words} Look there first, so that the work is not done twice."))
    return tuple(found)
