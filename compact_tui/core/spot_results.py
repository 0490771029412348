"""What spot checks have shown, by topic and role group. Nobody is ranked: groups stand in the setting's own order."""

from collections.abc import Sequence

from compact_tui.core.bank_use import Askable
from compact_tui.core.days import say_day, say_short
from compact_tui.core.spot_lists import follow_ups, gap_lines, never_asked, same_for_all, unsafe_heard, weakest
from compact_tui.core.spot_reckoning import OTHERS, Material, Reckoned, columns_of, reckon
from compact_tui.core.spot_suppression import LEAST, Merged
from compact_tui.core.spot_topics import UNASKED, topic_view
from compact_tui.core.spot_views import EvidenceDraft, GapsView, ResultsView, TopicView
from compact_tui.core.text import count, listed

WHERE = "Spot checks in this program: counts by role group, no names"
_HOW = (
    "Known: 80 % and more. Partly known: from 50 %. Partial counts half; to know where to look counts in full where "
    "the question allows it; something unsafe counts for nothing."
)
_NOT_SHOWN = (
    f"Not shown: fewer than {LEAST} answers, or a figure from which such a one could be worked out. Then there is a "
    "level of all groups together, or none."
)


def results(material: Material) -> ResultsView:
    """What spot checks have shown in the last year, with the trend of all terms.

    Args:
        material: What was heard, and what could be asked.
    """
    sums = reckon(material)
    columns, together = columns_of(material, sums)
    by_topic: dict[str, list[Askable]] = {}
    for one in material.askables:
        by_topic.setdefault(one.question.topic, []).append(one)
    asked = {topic for topic, _ in sums.ever}
    others = sorted({*by_topic, *asked} - set(material.topics))
    ids = [topic for topic in (*material.topics, *others) if topic in by_topic or topic in asked]
    criteria = _criteria(material, sums)
    topics = tuple(
        topic_view(
            topic, material, sums, columns, by_topic.get(topic, []), criteria.get(topic, ()), hidden=together.hidden
        )
        for topic in ids
    )
    everyone, nobody = same_for_all(sums.questions, material.questions)
    shown = frozenset(
        (topic.id, cell.group) for topic in topics for cell in topic.cells if cell.shown and cell.group != OTHERS
    )
    return ResultsView(
        from_day=sums.since,
        to_day=material.today,
        sentence=_sentence(topics, sums.since),
        groups=tuple(column.name for column in columns),
        merged=together.names,
        notes=_notes(material, sums, topics, together),
        unsafe=unsafe_heard(material.heard, material.questions, sums.since, shown),
        weakest=weakest(topics),
        never_asked=never_asked(topics, asked, by_topic),
        topics=topics,
        everyone=everyone,
        nobody=nobody,
        follow_ups=follow_ups(material.checks, material.heard, sums.said, sums.since),
    )


def gaps_of(view: ResultsView) -> GapsView:
    """What wants attention in the results."""
    return GapsView(
        sentence=view.sentence,
        unsafe=view.unsafe,
        weakest=view.weakest,
        never_asked=view.never_asked,
        groups=gap_lines(view),
        nobody=view.nobody,
        everyone=view.everyone,
    )


def evidence_of(view: ResultsView, topic: str) -> EvidenceDraft | None:
    """A result as evidence, with its figures and dates; ``None`` where there are too few answers for a figure."""
    found = next((one for one in view.topics if one.id == topic and one.shown and one.answers), None)
    if found is None:
        return None
    merged_ones = sum(cell.group == OTHERS and cell.word not in UNASKED for cell in found.cells) * len(view.merged)
    groups = merged_ones + sum(cell.group != OTHERS and cell.word not in UNASKED for cell in found.cells)
    from_groups = "" if merged_ones else f" from {count(groups, 'role group')}"
    levels = listed(f"{level.answers} {level.word}" for level in found.levels)
    days = say_short(found.from_day)
    if found.to_day != found.from_day:
        days = f"{days} to {say_short(found.to_day)}"
    return EvidenceDraft(
        topic=topic,
        title=f"Spot check, {found.title}: {count(found.answers, 'answer')}{from_groups}, {days}: {levels}",
        seen_on=found.to_day,
        where=WHERE,
        supports=found.criteria,
    )


def _criteria(material: Material, sums: Reckoned) -> dict[str, tuple[str, ...]]:
    """What the questions that were asked speak to, by topic."""
    found: dict[str, dict[str, None]] = {}
    for name in sums.questions:
        question = material.questions.get(name)
        if question is not None:
            found.setdefault(question.topic, {}).update(dict.fromkeys(question.criteria or question.standards))
    return {topic: tuple(names) for topic, names in found.items()}


def _sentence(topics: Sequence[TopicView], since: str) -> str:
    told = [topic for topic in topics if topic.answers]
    if told:
        answers = sum(topic.answers for topic in told)
        return f"{count(answers, 'answer')} in {count(len(told), 'topic')} since {say_day(since)}."
    if any(not topic.shown for topic in topics):
        return "Too few answers so far to show figures."
    return "Nothing was heard yet."


def _notes(material: Material, sums: Reckoned, topics: Sequence[TopicView], together: Merged) -> tuple[str, ...]:
    if not sums.cells:
        return ()
    people = sum(check.people for check in material.checks if check.on > sums.since)
    kept_back = any(not cell.shown for topic in topics for cell in topic.cells)
    return (
        _HOW,
        *((f"Shown as one, so that nobody can be picked out: {listed(together.names)}.",) if together.names else ()),
        *((_NOT_SHOWN,) if kept_back else ()),
        "Counts are answers, not people."
        + (f" Where somebody typed how many were asked, they add up to {people}." if people >= LEAST else ""),
    )
