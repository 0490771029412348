"""Where standing comes from: an audit's grades, spot checks, single-agency audits and walks, joined by topics."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from compact_tui.core.agency_audit import AgencyAudit
from compact_tui.core.agency_case import Asked
from compact_tui.core.agency_counts import tallies
from compact_tui.core.agency_views import Tally, Touching
from compact_tui.core.audit import Audit, answer_to, final_grade_of
from compact_tui.core.board_views import LatestLook
from compact_tui.core.memory import SCORES
from compact_tui.core.pack import UNANSWERED, AuditPack, Standard, level_of
from compact_tui.core.spot import Counted, Heard, RoleGroup
from compact_tui.core.spot_lists import unsafe_heard
from compact_tui.core.spot_sums import Said, said_in
from compact_tui.core.spot_suppression import LEAST, GroupCount, merged
from compact_tui.core.standing import Claimed, Known, Seen, Shown, Telling, a_year_before, hundredths
from compact_tui.core.standing_rules import KNOWN, SEEN, SHOWN, VOICES
from compact_tui.core.topics import Topic
from compact_tui.core.walk import MISSING, NOT_RIGHT, OUT_OF_DATE, THERE, WRONG

_WORST = (WRONG, OUT_OF_DATE, MISSING)
"""What is not right on a board, the worst first: what is wrong leads somebody to the wrong place."""


class HeardSide(Struct, frozen=True, kw_only=True):
    """What was heard in spot checks, ready to be joined."""

    said: Mapping[str, tuple[Said, ...]]
    """By topic."""
    unsafe: tuple[str, ...]
    """Topics of the questions to which something unsafe was heard, and nothing safe since."""
    sizes: Mapping[str, int]
    """How many people a role group is, where somebody has said."""
    titles: Mapping[str, str]


class FileSide(Struct, frozen=True):
    """One single-agency audit, ready to be joined."""

    touching: Touching
    audit: AgencyAudit


def joined(pack: AuditPack, topics: Iterable[Topic]) -> dict[str, frozenset[str]]:
    """Ids of the topics of each standard: those that name it, its own, and those of its criteria."""
    known = tuple(topics)
    return {
        standard.id: frozenset(
            (
                *(topic.id for topic in known if standard.id in topic.standards),
                *standard.topics,
                *(topic for criterion in standard.criterion for topic in criterion.topics),
            )
        )
        for standard in pack.standard
    }


def claimed_of(pack: AuditPack, audit: Audit, standard: Standard) -> Claimed:
    """What is claimed of a standard; a provisional grade claims nothing yet."""
    counts_as = {kind.id: kind.counts_as for kind in pack.answer}
    answers = [answer_to(audit, criterion.id) for criterion in standard.criterion]
    standing = [counts_as.get(one.answer, "") for one in answers]
    grade = final_grade_of(audit, standard.id) if pack.level else None
    level = level_of(pack, grade.level) if grade else None
    ranks = sorted({one.rank for one in pack.level})
    days = [one.at[:10] for one in answers if one.answer != UNANSWERED]
    return Claimed(
        level=level.id if level else "",
        word=level.word if level else "",
        strong=level is not None and not level.weak and 2 * ranks.index(level.rank) >= len(ranks),
        weak=level is not None and level.weak,
        on=grade.at[:10] if grade and level else max(days, default="") if not pack.level else "",
        graded=bool(pack.level),
        met=standing.count("met"),
        partly=standing.count("partly-met"),
        answered=sum(one.answer != UNANSWERED for one in answers) - standing.count("not-applicable"),
        applicable=len(standing) - standing.count("not-applicable"),
    )


def heard_side(
    heard: Sequence[Heard],
    counted: Iterable[Counted],
    groups: Iterable[RoleGroup],
    titles: Mapping[str, str],
    today: str,
) -> HeardSide:
    """What was heard, by topic.

    Args:
        heard: What was heard.
        counted: What only counts are left of.
        groups: The role groups.
        titles: Titles of topics by id.
        today: The day it is told on.
    """
    said: dict[str, list[Said]] = {}
    for one in said_in(heard, counted):
        said.setdefault(one.topic, []).append(one)
    unsafe = unsafe_heard(heard, {}, a_year_before(today), ())
    return HeardSide(
        said={topic: tuple(found) for topic, found in said.items()},
        unsafe=tuple(one.topic for one in unsafe if not one.settled),
        sizes={group.name: group.size for group in groups},
        titles=titles,
    )


def known_of(side: HeardSide, topics: frozenset[str], today: str) -> Known:
    """What staff know of a standard's topics: the answers of the last year, else the older ones."""
    said = _recent([one for topic in sorted(topics) for one in side.said.get(topic, ())], today)
    unsafe = [topic for topic in side.unsafe if topic in topics]
    return _known(side, said, unsafe)


def known_to_leave(side: HeardSide, topics: frozenset[str], today: str) -> Known:
    """The same as far as it may leave: without topics of few answers, and nothing where few people were asked.

    A topic belongs to several standards. Of two standards that differ by one topic nobody can work out the few
    answers of that topic, as these are in neither.
    """
    said = _recent([one for topic in sorted(topics) for one in side.said.get(topic, ())], today)
    many = {topic for topic in topics if sum(one.answers for one in said if one.topic == topic) >= LEAST}
    fit = [one for one in said if one.topic in many]
    groups = dict.fromkeys((one.group for one in fit), 0)
    for one in fit:
        groups[one.group] += one.answers
    together = merged([GroupCount(name, answers, side.sizes.get(name, 0)) for name, answers in groups.items()])
    return Known() if together.hidden else _known(side, fit, ())


def _known(side: HeardSide, said: Sequence[Said], unsafe: Sequence[str]) -> Known:
    by_topic: dict[str, list[Said]] = {}
    for one in said:
        by_topic.setdefault(one.topic, []).append(one)
    full, partial, answers = _levels(said)
    told = {topic: _levels(found) for topic, found in by_topic.items()}
    return Known(
        answers=answers,
        full=full,
        partial=partial,
        not_yet=answers - full - partial,
        unsafe=len(unsafe),
        last=max((one.on for one in said), default=""),
        telling=_least(KNOWN, {topic: (f, 2 * f + p, 2 * n) for topic, (f, p, n) in told.items()}, side.titles),
        unsafe_on=side.titles.get(unsafe[0], unsafe[0]) if unsafe else "",
    )


def _levels(said: Iterable[Said]) -> tuple[int, int, int]:
    """Answers in full, partial ones, and all; something unsafe counts for nothing."""
    full = partial = answers = 0
    for one in said:
        score = 0 if one.unsafe else SCORES.get(one.level, 0)
        answers += one.answers
        full += one.answers if score == 2 else 0
        partial += one.answers if score == 1 else 0
    return full, partial, answers


def shown_of(
    sides: Iterable[FileSide], standard: str, topics: frozenset[str], titles: Mapping[str, str], today: str
) -> Shown:
    """What files show of a standard: the audits of the last year that touch it, else the older ones.

    Args:
        sides: The audits.
        standard: Id of the standard.
        topics: Its topics.
        titles: Titles of topics by id.
        today: The day it is told on.
    """
    touching = [side for side in sides if _touches(side, standard, topics)]
    days = _recent_days([side.touching.on for side in touching], today)
    found = [side for side in touching if side.touching.on in days]
    rows = [row for side in found for row in _belonging(side.audit, standard, topics)]
    by_topic: dict[str, tuple[int, int, int]] = {}
    for asked, row in rows:
        for topic in asked.topics:
            yes, halves, whole = by_topic.get(topic, (0, 0, 0))
            by_topic[topic] = (yes + row.yes, halves + 2 * row.yes + row.partly, whole + 2 * _rated(row))
    return Shown(
        audits=len(found),
        cases=sum(side.touching.cases for side in found),
        yes=sum(row.yes for _, row in rows),
        partly=sum(row.partly for _, row in rows),
        no=sum(row.no for _, row in rows),
        last=max((side.touching.on for side in found), default=""),
        telling=_least(SHOWN, by_topic, titles),
    )


def _touches(side: FileSide, standard: str, topics: frozenset[str]) -> bool:
    named = side.touching.standards
    return standard in named if named else any(topics.intersection(asked.topics) for asked in side.audit.questions)


def _belonging(audit: AgencyAudit, standard: str, topics: frozenset[str]) -> list[tuple[Asked, Tally]]:
    """The questions that belong to a standard, with their counts; all of them where none says to which it belongs."""
    rows = list(zip(audit.questions, tallies(audit), strict=True))
    fitting = [
        (asked, row)
        for asked, row in rows
        if (standard in asked.standards if asked.standards else topics.intersection(asked.topics))
    ]
    return fitting or rows


def _rated(row: Tally) -> int:
    return row.yes + row.partly + row.no


def seen_of(looks: Iterable[LatestLook], topics: frozenset[str], today: str) -> Seen:
    """What is seen of a standard: the latest look of the last year at each thing on a board, else the older ones."""
    judged = [one for one in looks if topics.intersection(one.topics) and one.mark in (THERE, *NOT_RIGHT)]
    days = _recent_days([one.on for one in judged], today)
    found = [one for one in judged if one.on in days]
    wrong = sorted((one for one in found if one.mark in NOT_RIGHT), key=lambda one: _WORST.index(one.mark))
    return Seen(
        items=len(found),
        right=len(found) - len(wrong),
        wrong=len(wrong),
        last=max((one.on for one in found), default=""),
        telling=next((_thing(one) for one in wrong), None),
    )


def _thing(look: LatestLook) -> Telling:
    return Telling(id=look.item, words=look.title, board=look.board_name, mark=look.mark_words)


def places_to_look(
    looks: Iterable[LatestLook], sides: Iterable[FileSide], standard: str, topics: frozenset[str]
) -> dict[str, str]:
    """What explains each line best: id of the board with the worst thing, and of the newest audit."""
    here = [one for one in looks if topics.intersection(one.topics)]
    worst = sorted(here, key=lambda one: _WORST.index(one.mark) if one.mark in NOT_RIGHT else len(_WORST))
    newest = sorted(
        (side.touching for side in sides if _touches(side, standard, topics)), key=lambda one: one.on, reverse=True
    )
    return {SEEN: worst[0].board if worst else "", SHOWN: newest[0].id if newest else ""}


def _least(kind: str, sums: Mapping[str, tuple[int, int, int]], titles: Mapping[str, str]) -> Telling | None:
    """The weakest of those with enough answers, where it is not as good as it could be.

    Args:
        kind: An id of ``VOICES``.
        sums: By topic: how many were right, how much that is in halves, and how much it could be.
        titles: Titles of topics by id.
    """
    rule = VOICES[kind]
    shares = [(hundredths(halves, whole), one) for one, (_, halves, whole) in sums.items() if whole >= 2 * rule.least]
    lowest, topic = min(shares, default=(100, ""))
    if lowest >= rule.good_from:
        return None
    right, _, whole = sums[topic]
    return Telling(id=topic, words=titles.get(topic, topic), right=right, of=whole // 2)


def _recent(said: list[Said], today: str) -> list[Said]:
    days = _recent_days([one.on for one in said], today)
    return [one for one in said if one.on in days]


def _recent_days(days: Sequence[str], today: str) -> frozenset[str]:
    """The days of the last year; where there are none, all."""
    since = a_year_before(today)
    return frozenset(day for day in days if day > since) or frozenset(days)
