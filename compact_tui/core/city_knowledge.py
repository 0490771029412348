"""What staff across the city know: by topic and by standard, with so few settings kept back that none can be told.

What is published is made of one kind of piece: the answers to a topic, or the counts of returns for a standard, of a
group of sectors that has as many settings as it takes. The groups of one topic share no setting and leave none over.
Everything else is a sum of pieces that are shown, so that no difference of two figures tells about a third.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.analysis_heat import short_sector
from compact_tui.core.days import MONTHS
from compact_tui.core.knowledge_figures import few, figure_of
from compact_tui.core.knowledge_sums import Asked, Sum, Sums, groups_shown, joined_sum, sums_of
from compact_tui.core.knowledge_views import (
    CITY,
    CityKnowledge,
    KnowledgeFigure,
    KnowledgeStandard,
    KnowledgeTopic,
    NeverAsked,
)
from compact_tui.core.setting import SECTORS
from compact_tui.core.standing_rules import OLD_AFTER_MONTHS
from compact_tui.core.suppression import may_join, may_show, named
from compact_tui.core.text import count

_SECTORS = tuple(sector for sector, _ in SECTORS)


class StandardAsked(Struct, frozen=True):
    """A standard that is asked for."""

    id: str
    number: int
    words: str
    """Number and name."""
    topics: frozenset[str]


class KnowledgeFrame(Struct, frozen=True, kw_only=True):
    """What answers are looked at by."""

    cycle: str
    since: str
    """The month (``YYYY-MM``) from which on answers count."""
    threshold: int
    standards: tuple[StandardAsked, ...]
    titles: Mapping[str, str]
    """Title of each topic, in the order of showing."""
    audits: Mapping[str, tuple[str, ...]] = {}
    """By standard what single-agency audits found, a sentence each."""


class _Shown(Struct):
    """A topic, or what returns tell of a standard, with what of it may be shown."""

    sums: Sums
    groups: tuple[tuple[str, ...], ...]
    whole: bool


def city_knowledge(asked: Sequence[Asked], told: Sequence[Asked], frame: KnowledgeFrame) -> CityKnowledge:
    """Count what staff know.

    Nobody is counted twice: of a setting that sent answers to a topic of a standard, what its return tells of that
    standard is left out; and so is what any return tells of a standard on whose topics there are answers of which
    nobody knows whose they are.

    Args:
        asked: Answers by topic, of each setting that sent them.
        told: Counts by standard, of each setting that let them travel with its return.
        frame: What they are looked at by.
    """
    by_topic = {topic: _shown(sums, frame.threshold) for topic, sums in sums_of(asked).items()}
    left, doubtful = _not_twice(asked, told, frame)
    returns = _returns(left, frame)
    order = [*frame.titles, *sorted(set(by_topic) - set(frame.titles))]
    topics = [_topic(topic, by_topic[topic], frame) for topic in order if topic in by_topic]
    never = tuple(
        NeverAsked(topic=topic, title=title, standard_words=_standard_words(topic, frame))
        for topic, title in frame.titles.items()
        if topic not in by_topic
    )
    settings = len({one.setting for one in asked})
    shown = sum(not topic.figure.suppressed for topic in topics)
    return CityKnowledge(
        title=f"What staff know, {frame.cycle}",
        cycle=frame.cycle,
        since=frame.since,
        settings=settings,
        settings_with_returns=len({one.setting for one in told}),
        threshold=frame.threshold,
        topics=_least_known_first(topics),
        standards=tuple(_standard(one, by_topic, returns, frame) for one in frame.standards),
        never_asked=never,
        never_asked_sentence=_never_asked(never),
        sentence=_sentence(settings, shown, len(topics), len(order)),
        notes=tuple(_notes(asked, told, doubtful, frame)),
    )


def first_month(today: str) -> str:
    """The first month (``YYYY-MM``) whose answers are not old: those of a year count."""
    year, month = divmod(int(today[:4]) * 12 + int(today[5:7]) - OLD_AFTER_MONTHS, 12)
    return f"{year:04}-{month + 1:02}"


def narrowed(view: CityKnowledge, sector: str, word: str) -> CityKnowledge:
    """The same for one sector, as far as it may be shown by itself: its least known topics first."""
    topics = []
    for one in view.topics:
        elsewhere = bool(one.groups) and not any(sector in group.sectors for group in one.groups)
        figure = _of_sector(one.groups, sector, word, nobody=elsewhere)
        topics.append(replace(one, figure=figure, lines=(f"{word}: {figure.sentence}", *one.lines)))
    standards = []
    for line in view.standards:
        figure = _of_sector(line.groups, sector, word, nobody=line.figure.settings == 0)
        lines = (f"{word}: {figure.sentence}", *line.lines)
        standards.append(replace(line, figure=figure, sentence=staff_asked(figure), lines=lines))
    return replace(view, sector=sector, word=word, topics=_least_known_first(topics), standards=tuple(standards))


def _of_sector(groups: Sequence[KnowledgeFigure], sector: str, word: str, *, nobody: bool) -> KnowledgeFigure:
    found = next((one for one in groups if one.sectors == (sector,)), None)
    return found or (figure_of(word, (sector,), Sum.nobody()) if nobody else few(word, (sector,)))


def _shown(sums: Sums, threshold: int) -> _Shown:
    whole = may_show(sum(len(one.settings) for one in sums.values()), threshold)
    return _Shown(sums, groups_shown(sums, _SECTORS, threshold), whole)


def _not_twice(
    asked: Sequence[Asked], told: Sequence[Asked], frame: KnowledgeFrame
) -> tuple[list[Asked], tuple[str, ...]]:
    """What returns tell of settings that sent no answers; and the standards of which they may tell nothing."""
    sent: dict[str, set[str]] = {}
    for one in asked:
        sent.setdefault(one.about, set()).add(one.setting)
    have = {one.id: set().union(*(sent.get(topic, set()) for topic in one.topics)) for one in frame.standards}
    left = [one for one in told if one.about in have and not {one.setting, ""} & have[one.about]]
    return left, tuple(standard for standard in have if "" in have[standard] and any(t.about == standard for t in told))


def _returns(told: Sequence[Asked], frame: KnowledgeFrame) -> dict[str, _Shown]:
    """By standard what of the returns may be shown; standards of the same topics are one figure, told twice."""
    sums, shown = sums_of(told), {}
    before: dict[frozenset[str], list[frozenset[str]]] = {}
    for standard in frame.standards:
        here = sums.get(standard.id, {})
        group = frozenset(setting for one in here.values() for setting in one.settings)
        beside = before.setdefault(standard.topics, [])
        if group and may_join(group, beside, frame.threshold):
            beside.append(group)
            shown[standard.id] = _shown(here, frame.threshold)
    return shown


def _topic(topic: str, shown: _Shown, frame: KnowledgeFrame) -> KnowledgeTopic:
    belongs = tuple(one.id for one in frame.standards if topic in one.topics)
    city = _figure(CITY, (), joined_sum(shown.sums.values()) if shown.whole else None)
    groups = tuple(_figure(_words(group), group, _of(shown, group)) for group in shown.groups)
    audits = tuple(dict.fromkeys(said for standard in belongs for said in frame.audits.get(standard, ())))
    words = _standard_words(topic, frame)
    return KnowledgeTopic(
        topic=topic,
        title=frame.titles.get(topic, topic),
        standards=belongs,
        standard_words=words,
        figure=city,
        groups=groups,
        audits=audits,
        lines=tuple(_lines(city, groups, words, audits)),
    )


def _standard(
    standard: StandardAsked, by_topic: Mapping[str, _Shown], returns: Mapping[str, _Shown], frame: KnowledgeFrame
) -> KnowledgeStandard:
    pieces = [by_topic[topic] for topic in sorted(standard.topics) if topic in by_topic]
    told = returns.get(standard.id)
    whole = [joined_sum(one.sums.values()) for one in (*pieces, *([told] if told else [])) if one.whole]
    groups = []
    for sector in _SECTORS:
        alone = [_of(one, (sector,)) for one in (*pieces, *([told] if told else [])) if (sector,) in one.groups]
        if alone:
            groups.append(_figure(_words((sector,)), (sector,), joined_sum(alone), split=not told))
    hidden = bool(pieces or told) and not whole
    city = _figure(CITY, (), None if hidden else joined_sum(whole), split=not told)
    n_told = sum(len(one.settings) for one in told.sums.values()) if told and told.whole else 0
    return KnowledgeStandard(
        standard=standard.id,
        number=standard.number,
        words=standard.words,
        figure=city,
        groups=tuple(groups),
        told_with_returns=n_told,
        sentence=staff_asked(city),
        lines=tuple(
            _standard_lines(city, groups, n_told, sorted(frame.titles.get(one, one) for one in standard.topics))
        ),
    )


def _figure(word: str, sectors: tuple[str, ...], sum_: Sum | None, *, split: bool = True) -> KnowledgeFigure:
    return few(word, sectors) if sum_ is None else figure_of(word, sectors, sum_, split=split)


def _of(shown: _Shown, group: Sequence[str]) -> Sum:
    return joined_sum(shown.sums[sector] for sector in group)


def _words(sectors: Sequence[str]) -> str:
    return named([short_sector(sector) or "sector not said" for sector in sectors])


def _standard_words(topic: str, frame: KnowledgeFrame) -> str:
    return ", ".join(one.words for one in frame.standards if topic in one.topics)


def _least_known_first(topics: Iterable[KnowledgeTopic]) -> tuple[KnowledgeTopic, ...]:
    """Those that are shown by what was known; those that are not in the order they have."""
    return tuple(sorted(topics, key=lambda one: (not one.figure.answers, one.figure.percent)))


def _lines(
    city: KnowledgeFigure, groups: Sequence[KnowledgeFigure], words: str, audits: Sequence[str]
) -> Iterator[str]:
    yield f"{city.word}: {city.sentence}"
    if city.levels:
        yield _heard(city)
    yield from (f"{one.word}: {one.sentence}" for one in groups)
    yield f"Belongs to: {words}." if words else "Belongs to no standard that is asked for."
    yield from audits


def staff_asked(figure: KnowledgeFigure) -> str:
    """What staff knew of the topics of a standard, as a sentence."""
    return f"Staff asked on its topics: {figure.sentence[:1].lower()}{figure.sentence[1:]}"


def _standard_lines(
    city: KnowledgeFigure, groups: Sequence[KnowledgeFigure], told: int, titles: Sequence[str]
) -> Iterator[str]:
    yield f"{city.word}: {city.sentence}"
    if city.levels:
        yield _heard(city)
    if told:
        yield f"Of these settings, {told} told it with their return."
    yield from (f"{one.word}: {one.sentence}" for one in groups)
    yield f"Its topics: {'; '.join(titles)}." if titles else "No topic belongs to it."


def _heard(city: KnowledgeFigure) -> str:
    return f"What was heard: {', '.join(f'{one.word} {one.count} ({one.percent}%)' for one in city.levels)}."


def _sentence(settings: int, shown: int, asked: int, topics: int) -> str:
    if not asked:
        return "No answers of spot checks came in yet."
    sent = count(settings, "setting")
    return f"{sent} sent answers to {asked} of {count(topics, 'topic')}; {shown} of them are shown."


def _never_asked(never: Sequence[NeverAsked]) -> str:
    if not never:
        return "Every topic was asked about."
    return f"No answer came in on {count(len(never), 'topic')}: {'; '.join(one.title for one in never)}."


def _notes(
    asked: Sequence[Asked], told: Sequence[Asked], doubtful: Sequence[str], frame: KnowledgeFrame
) -> Iterator[str]:
    year, month = frame.since.split("-")
    yield f"Answers since {MONTHS[int(month) - 1]} {year}, as settings asked their staff and wrote it down."
    yield f"Shown only where {frame.threshold} settings or more stand behind it, and totals only of what is shown."
    if told:
        yield (
            "By standard, also the counts that settings let travel with their return, where they sent no answers "
            "themselves. Of those only what was known in full is told."
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
