"""What the cases of a single-agency audit show, counted: per question, and per topic."""

from collections import Counter
from collections.abc import Iterable, Mapping

from compact_tui.core.agency_audit import (
    NO,
    NOT_APPLICABLE,
    PARTLY,
    RANDOM,
    YES,
    AgencyAudit,
    answer_id,
    sample_of,
    settled,
)
from compact_tui.core.agency_views import Tally
from compact_tui.core.sampling import beyond


def tallies(audit: AgencyAudit) -> tuple[Tally, ...]:
    """How often each answer was given to each question; of cases that were read twice, what was agreed on."""
    said = settled(audit)
    made = []
    for asked in audit.questions:
        found = Counter(said.get(answer_id(case.id, asked.id), "") for case in audit.cases)
        made.append(_tally(asked.id, asked.text, found, _others(audit, found)))
    return tuple(made)


def topic_tallies(audit: AgencyAudit, titles: Mapping[str, str]) -> tuple[Tally, ...]:
    """The same for each topic over all its questions: those with most "no" and "partly" first, then as asked.

    Args:
        audit: The audit.
        titles: Titles of topics by id; a topic without one is shown by its id.
    """
    said = settled(audit)
    found: dict[str, Counter[str]] = {}
    for asked in audit.questions:
        for topic in asked.topics:
            here = found.setdefault(topic, Counter())
            here.update(said.get(answer_id(case.id, asked.id), "") for case in audit.cases)
    made = [_tally(topic, titles.get(topic, topic), counted, "") for topic, counted in found.items()]
    return tuple(sorted(made, key=lambda one: (-one.no, -one.partly)))


def _others(audit: AgencyAudit, found: Counter[str]) -> str:
    """What the "no" and "partly" of a question say of the cases that nobody looked at, where chance chose."""
    sample = sample_of(audit)
    rated = found[YES] + found[PARTLY] + found[NO]
    if sample is None or sample.method != RANDOM or rated != sample.size:
        return ""
    return beyond(sample.total, sample.size, found[NO] + found[PARTLY], '"no" or "partly" too')


def _tally(name: str, words: str, found: Counter[str], others: str) -> Tally:
    return Tally(
        id=name,
        words=words,
        yes=found[YES],
        partly=found[PARTLY],
        no=found[NO],
        not_applicable=found[NOT_APPLICABLE],
        unanswered=found[""],
        sentence=_sentence(found),
        beyond=others,
    )


def _sentence(found: Counter[str]) -> str:
    rated = found[YES] + found[PARTLY] + found[NO]
    said = [f"yes in {found[YES]} of {rated}", f"partly in {found[PARTLY]}", f"no in {found[NO]}"] if rated else []
    apart = [("not applicable in", NOT_APPLICABLE), ("not answered in", "")]
    more = [f"{words} {found[key]}" for words, key in apart if found[key]]
    return "; ".join(part for part in (", ".join(said), *more) if part) or "nothing looked at yet"


def topics_of(audit: AgencyAudit) -> tuple[str, ...]:
    """Ids of the topics that its questions belong to, each once."""
    return _once(topic for asked in audit.questions for topic in asked.topics)


def unsafe_cases(audit: AgencyAudit) -> tuple[str, ...]:
    """References of the cases in which either reader read something that shows a child who may be unsafe."""
    marked = {one.case for one in audit.answers if one.unsafe} | {one.case for one in audit.second_reads if one.unsafe}
    return tuple(case.id for case in audit.cases if case.id in marked)


def untold_cases(audit: AgencyAudit) -> tuple[str, ...]:
    """Those of them of which nobody has said that the lead was told of what each reader read."""
    told = {note.case for note in audit.notes if note.told_on}
    first = {one.case for one in audit.answers if one.unsafe and one.case not in told}
    second = {one.case for one in audit.second_reads if one.unsafe and not one.told_on}
    return tuple(ref for ref in unsafe_cases(audit) if ref in first | second)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
