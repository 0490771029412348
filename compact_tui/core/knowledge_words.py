"""What is said of staff's knowledge, in sentences."""

from collections.abc import Iterator, Sequence

from compact_tui.core.analysis_heat import short_sector
from compact_tui.core.days import MONTHS
from compact_tui.core.knowledge_sums import Asked, KnowledgeFrame
from compact_tui.core.knowledge_views import KnowledgeFigure, NeverAsked
from compact_tui.core.suppression import named
from compact_tui.core.text import count


def group_words(sectors: Sequence[str]) -> str:
    """The words of some sectors shown as one."""
    return named([short_sector(sector) or "sector not said" for sector in sectors])


def belongs_to(topic: str, frame: KnowledgeFrame) -> str:
    """Numbers and names of the standards that a topic belongs to."""
    return ", ".join(one.words for one in frame.standards if topic in one.topics)


def topic_lines(
    city: KnowledgeFigure, groups: Sequence[KnowledgeFigure], words: str, audits: Sequence[str]
) -> Iterator[str]:
    """All that is told of a topic, a sentence a line."""
    yield in_short(city)
    if city.levels:
        yield _heard(city)
    yield from (in_short(one) for one in groups)
    yield f"Belongs to: {words}." if words else "Belongs to no standard that is asked for."
    yield from audits


def staff_asked(figure: KnowledgeFigure) -> str:
    """What staff knew of the topics of a standard, as a sentence."""
    return f"Staff asked on its topics: {_small(figure.sentence)}"


def standard_lines(
    city: KnowledgeFigure, groups: Sequence[KnowledgeFigure], told: int, titles: Sequence[str]
) -> Iterator[str]:
    """The same of a standard."""
    yield in_short(city)
    if city.levels:
        yield _heard(city)
    if told:
        yield f"Of these settings, {told} told it with their return."
    yield from (in_short(one) for one in groups)
    yield f"Its topics: {'; '.join(titles)}." if titles else "No topic belongs to it."


def in_short(figure: KnowledgeFigure) -> str:
    """A figure with the group it is of."""
    return f"{figure.word}: {_small(figure.sentence)}"


def _small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _heard(city: KnowledgeFigure) -> str:
    return f"What was heard: {', '.join(f'{one.word} {one.count} ({one.percent}%)' for one in city.levels)}."


def how_many_sent(settings: int, shown: int, asked: int, topics: int) -> str:
    """Who sent answers and how much of it is shown, in one sentence."""
    if not asked:
        return "No answers of spot checks came in yet."
    return f"{count(settings, 'setting')} sent answers; {asked} of {count(topics, 'topic')} asked, {shown} shown."


def not_asked(never: Sequence[NeverAsked]) -> str:
    """The topics on which nothing came in, in one sentence."""
    if not never:
        return "Every topic was asked about."
    return f"No answer came in on {count(len(never), 'topic')}: {'; '.join(one.title for one in never)}."


def notes(
    asked: Sequence[Asked], told: Sequence[Asked], doubtful: Sequence[str], frame: KnowledgeFrame
) -> Iterator[str]:
    """How it is counted, what it covers and what it leaves out, a sentence each."""
    year, month = frame.since.split("-")
    yield f"Answers since {MONTHS[int(month) - 1]} {year}, as settings asked their staff and wrote it down."
    yield f"Shown only where {frame.threshold} settings or more stand behind it, and totals only of what is shown."
    if told:
        yield (
            "By standard, also the counts that settings let travel with their return, of those that sent no answers "
            "themselves. There only what was known in full is told."
        )
    if any(not one.setting for one in asked):
        yield (
            "Answers of settings that are not in the register, or of which nobody knows whose they are, count as one "
            "setting. Put the settings into the register, or ask for the files again, to tell them apart."
        )
    if doubtful:
        words = {one.id: one.words for one in frame.standards}
        yield (
            "So that nobody counts twice beside these, counts of returns are left out of "
            f"{', '.join(words[standard] for standard in doubtful)}."
        )
