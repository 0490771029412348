"""What staff across the city know: by topic and by standard, with so few settings kept back that none can be told.

What is published is made of one kind of piece: the answers to a topic, or the counts of returns for a standard, of a
group of sectors that has as many settings as it takes. The groups of one topic share no setting and leave none over.
Everything else is a sum of pieces that are shown, so that no difference of two figures tells about a third.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.knowledge_figures import few, figure_of
from compact_tui.core.knowledge_sums import (
    Asked,
    KnowledgeFrame,
    StandardAsked,
    Sum,
    Sums,
    groups_shown,
    joined_sum,
    sums_of,
)
from compact_tui.core.knowledge_views import (
    CITY,
    CityKnowledge,
    KnowledgeFigure,
    KnowledgeStandard,
    KnowledgeTopic,
    NeverAsked,
)
from compact_tui.core.knowledge_words import (
    belongs_to,
    group_words,
    how_many_sent,
    in_short,
    not_asked,
    notes,
    staff_asked,
    standard_lines,
    topic_lines,
)
from compact_tui.core.setting import SECTORS
from compact_tui.core.suppression import may_show

_SECTORS = tuple(sector for sector, _ in SECTORS)


class _Shown(Struct):
    """A topic, or what returns tell of a standard, with what of it may be shown."""

    sums: Sums
    groups: tuple[tuple[str, ...], ...]
    whole: bool


def city_knowledge(asked: Sequence[Asked], told: Sequence[Asked], frame: KnowledgeFrame) -> CityKnowledge:
    """Count what staff know.

    Nobody is counted twice: of a setting that sent answers, what its return tells is left out, because the answers
    themselves are behind it; and so is what any return tells of a standard on whose topics there are answers of which
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
        NeverAsked(topic=topic, title=title, standard_words=belongs_to(topic, frame))
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
        never_asked_sentence=not_asked(never),
        sentence=how_many_sent(settings, shown, len(topics), len(order)),
        notes=tuple(notes(asked, told, doubtful, frame)),
    )


def narrowed(view: CityKnowledge, sector: str, word: str) -> CityKnowledge:
    """The same for one sector, as far as it may be shown by itself: its least known topics first."""
    topics = []
    for one in view.topics:
        elsewhere = bool(one.groups) and not any(sector in group.sectors for group in one.groups)
        figure = _of_sector(one.groups, sector, word, nobody=elsewhere)
        topics.append(replace(one, figure=figure, lines=_first(in_short(figure), one.lines)))
    standards = []
    for line in view.standards:
        figure = _of_sector(line.groups, sector, word, nobody=line.figure.settings == 0)
        lines = _first(in_short(figure), line.lines)
        standards.append(replace(line, figure=figure, sentence=staff_asked(figure), lines=lines))
    return replace(view, sector=sector, word=word, topics=_least_known_first(topics), standards=tuple(standards))


def _first(line: str, lines: Sequence[str]) -> tuple[str, ...]:
    return (line, *(other for other in lines if other != line))


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
    sent = {one.setting for one in asked}
    unknown = {one.about for one in asked if not one.setting}
    left = [one for one in told if one.setting not in sent]
    about = {one.about for one in left}
    doubtful = tuple(one.id for one in frame.standards if one.id in about and one.topics & unknown)
    return [one for one in left if one.about not in doubtful], doubtful


def _returns(told: Sequence[Asked], frame: KnowledgeFrame) -> dict[str, _Shown]:
    """By standard what of the returns may be shown.

    Where all topics of a standard belong to another too, both may tell of the same answers: then they are shown only of
    the same settings, as the difference would be the answers of those that are in one of them.
    """
    sums, shown = sums_of(told), {}
    beside: list[tuple[frozenset[str], frozenset[str]]] = []
    for standard in frame.standards:
        here = sums.get(standard.id, {})
        group = frozenset(setting for one in here.values() for setting in one.settings)
        alike = [other for topics, other in beside if topics <= standard.topics or standard.topics <= topics]
        if group and all(group == other for other in alike):
            beside.append((standard.topics, group))
            shown[standard.id] = _shown(here, frame.threshold)
        elif group:
            shown[standard.id] = _Shown(here, (), whole=False)
    return shown


def _topic(topic: str, shown: _Shown, frame: KnowledgeFrame) -> KnowledgeTopic:
    belongs = tuple(one.id for one in frame.standards if topic in one.topics)
    city = _figure(CITY, (), joined_sum(shown.sums.values()) if shown.whole else None)
    groups = tuple(_figure(group_words(group), group, _of(shown, group)) for group in shown.groups)
    audits = tuple(dict.fromkeys(said for standard in belongs for said in frame.audits.get(standard, ())))
    words = belongs_to(topic, frame)
    return KnowledgeTopic(
        topic=topic,
        title=frame.titles.get(topic, topic),
        standards=belongs,
        standard_words=words,
        figure=city,
        groups=groups,
        audits=audits,
        lines=tuple(topic_lines(city, groups, words, audits)),
    )


def _standard(
    standard: StandardAsked, by_topic: Mapping[str, _Shown], returns: Mapping[str, _Shown], frame: KnowledgeFrame
) -> KnowledgeStandard:
    told = returns.get(standard.id)
    pieces = [by_topic[topic] for topic in sorted(standard.topics) if topic in by_topic] + ([told] if told else [])
    whole = [joined_sum(one.sums.values()) for one in pieces if one.whole]
    n_told = sum(len(one.settings) for one in told.sums.values()) if told and told.whole else 0
    groups = []
    for sector in _SECTORS:
        alone = [_of(one, (sector,)) for one in pieces if (sector,) in one.groups]
        if alone:
            groups.append(_figure(group_words((sector,)), (sector,), joined_sum(alone), split=not n_told))
    city = _figure(CITY, (), None if pieces and not whole else joined_sum(whole), split=not n_told)
    return KnowledgeStandard(
        standard=standard.id,
        number=standard.number,
        words=standard.words,
        figure=city,
        groups=tuple(groups),
        told_with_returns=n_told,
        sentence=staff_asked(city),
        lines=tuple(
            standard_lines(city, groups, n_told, sorted(frame.titles.get(one, one) for one in standard.topics))
        ),
    )


def _figure(word: str, sectors: tuple[str, ...], sum_: Sum | None, *, split: bool = True) -> KnowledgeFigure:
    return few(word, sectors) if sum_ is None else figure_of(word, sectors, sum_, split=split)


def _of(shown: _Shown, group: Sequence[str]) -> Sum:
    return joined_sum(shown.sums[sector] for sector in group)


def _least_known_first(topics: Iterable[KnowledgeTopic]) -> tuple[KnowledgeTopic, ...]:
    """Those that are shown by what was known; those that are not in the order they have."""
    return tuple(sorted(topics, key=lambda one: (not one.figure.answers, one.figure.percent)))
