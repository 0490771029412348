"""Everything that can be said of a notice list before anyone walks with it."""

from collections.abc import Collection, Iterator, Sequence

import msgspec

from compact_tui.core.bank import BankSource, Place
from compact_tui.core.bank_checks_dates import checked_day, in_force_days, review_due
from compact_tui.core.bank_checks_names import CONFIDENCES, DUTIES, SOURCE_STATUSES, unique_ids
from compact_tui.core.bank_use import GOOD_PRACTICE, NOT_IN_FORCE
from compact_tui.core.guidance_checks import empty, wrong_day
from compact_tui.core.notice import (
    AUDIENCES,
    ITEM_KINDS,
    LOOKS,
    OLD_STATES,
    KnownEdition,
    KnownNumber,
    NoticeItem,
    NoticeList,
    OldContact,
    Reading,
)
from compact_tui.core.notice_checks import number_problems, poster_problems, text_problems
from compact_tui.core.problems import Locate, Path, Problem, nowhere, say_where
from compact_tui.core.reading_words import COMPARED
from compact_tui.core.reference_checks import malformed, unknown, unknowns
from compact_tui.core.seen_checks import IN_FORCE, MUST
from compact_tui.core.setting import SECTORS
from compact_tui.core.switches import FEATURES

READINGS = ("profile", "number", "edition", "date")
"""What can be read off a notice."""
SEEN = ("C", "C2")
"""How a duty or a number must have been seen."""
_TABLES = ("source", "number", "edition", "old", "item")


def lint_notices(
    notices: NoticeList, topics: Collection[str], today: str, locate: Locate = nowhere
) -> tuple[Problem, ...]:
    """What the owner of a list should put right, in the order of its files.

    Args:
        notices: The list.
        topics: Ids of the topics that are known; none means that topics are not looked at.
        today: The day (``YYYY-MM-DD``) that nothing may have been checked after.
        locate: Finds the line of what is found.
    """
    plain = msgspec.to_builtins(notices)
    placed = []
    for problem in _all(notices, topics, today):
        place = locate(problem.path)
        where = say_where(plain, problem.path)
        placed.append(msgspec.structs.replace(problem, where=where, file=place.file, line=place.line))
    return tuple(sorted(placed, key=lambda problem: (problem.file, problem.line)))


def _all(notices: NoticeList, topics: Collection[str], today: str) -> Iterator[Problem]:
    head = notices.notice
    yield from malformed(head.id, ("notice", "id"))
    yield from empty(head, ("title", "edition"), ("notice",))
    yield from review_due(head.review_by, "list", ("notice", "review_by"), today)
    for at, change in enumerate(head.change):
        yield from wrong_day(change.on, ("notice", "change", at, "on"), today)
    for table in _TABLES:
        yield from unique_ids([one.id for one in getattr(notices, table)], table, (table,))
    for at, source in enumerate(notices.source):
        yield from _source(source, ("source", at), today)
    known = [source.id for source in notices.source]
    for at, number in enumerate(notices.number):
        yield from _known(number, ("number", at), known, today, ("name", "number", "about"))
        yield from number_problems(number, notices, ("number", at))
    for at, edition in enumerate(notices.edition):
        yield from _known(edition, ("edition", at), known, today, ("title", "edition", "short"))
        yield from wrong_day(edition.in_force_from, ("edition", at, "in_force_from"))
    for at, old in enumerate(notices.old):
        yield from _known(old, ("old", at), known, today, ("name", "seen", "why"))
        yield from unknown(old.state, [state for state, _ in OLD_STATES], "state", ("old", at, "state"))
        if old.instead:
            yield from unknown(old.instead, COMPARED, "field of the profile", ("old", at, "instead"))
    for at, item in enumerate(notices.item):
        yield from _item(item, notices, ("item", at), topics, today)


def _source(source: BankSource, path: Path, today: str) -> Iterator[Problem]:
    yield from empty(source, ("title",), path)
    yield from unknown(source.status, SOURCE_STATUSES, "status", (*path, "status"))
    yield from checked_day(source.checked_on, "source", path, today)
    yield from in_force_days(source, path)


def _known(
    one: KnownNumber | KnownEdition | OldContact, path: Path, sources: Sequence[str], today: str, keys: tuple[str, ...]
) -> Iterator[Problem]:
    """What holds for numbers, editions and old ones alike: somebody has seen them somewhere, on a day."""
    yield from empty(one, keys, path)
    yield from unknown(one.confidence, SEEN, "confidence", (*path, "confidence"))
    yield from _cited(one.source, path, sources)
    yield from checked_day(one.checked_on, path[0] if isinstance(path[0], str) else "", path, today)


def _cited(places: Sequence[Place], path: Path, sources: Sequence[str]) -> Iterator[Problem]:
    if not places:
        what = "It names no source."
        yield Problem(what=what, remedy="Add source = [{ source = ..., place = ... }].", path=path)
    for at, cited in enumerate(places):
        yield from unknown(cited.source, sources, "source", (*path, "source", at, "source"))
        yield from empty(cited, ("place",), (*path, "source", at))


def _item(item: NoticeItem, notices: NoticeList, path: Path, topics: Collection[str], today: str) -> Iterator[Problem]:
    yield from empty(item, ("title", "audiences", "topics"), path)
    yield from unknown(item.kind, [kind for kind, _ in ITEM_KINDS], "kind", (*path, "kind"))
    yield from unknowns(item.audiences, [audience for audience, _ in AUDIENCES], "audience", (*path, "audiences"))
    yield from unknowns(item.sectors, [sector for sector, _ in SECTORS], "sector", (*path, "sectors"))
    yield from unknowns(item.needs, [feature for feature, _ in FEATURES], "need", (*path, "needs"))
    yield from unknown(item.look, [look for look, _, _ in LOOKS], "look", (*path, "look"))
    yield from unknown(item.confidence, CONFIDENCES, "confidence", (*path, "confidence"))
    if topics:
        yield from unknowns(item.topics, topics, "topic", (*path, "topics"))
    for at, reading in enumerate(item.reads):
        yield from _reading(reading, notices, (*path, "reads", at))
    yield from _cited(item.source, path, [source.id for source in notices.source])
    yield from checked_day(item.checked_on, "item", path, today)
    if item.review_by or not notices.notice.review_by:
        yield from review_due(item.review_by, "item", (*path, "review_by"), today)
    yield from text_problems(item, path)
    yield from poster_problems(item, notices, path)
    yield from _duty(item, notices, path)


def _reading(reading: Reading, notices: NoticeList, path: Path) -> Iterator[Problem]:
    known: dict[str, Sequence[str]] = {
        "profile": COMPARED,
        "number": [number.id for number in notices.number],
        "edition": [edition.id for edition in notices.edition],
    }
    yield from unknown(reading.what, READINGS, "reading", (*path, "what"))
    if reading.what in known:
        yield from unknown(reading.of, known[reading.what], f"{reading.what} to compare with", (*path, "of"))
    yield from empty(reading, ("ask",), path)


def _duty(item: NoticeItem, notices: NoticeList, path: Path) -> Iterator[Problem]:
    """A duty rests on something that somebody has seen; a must on something that is in force."""
    if not item.duty or item.duty == GOOD_PRACTICE:
        return
    yield from unknown(item.duty, DUTIES, "duty", (*path, "duty"))
    cited = [source for source in notices.source if source.id in {place.source for place in item.source}]
    remedy = f'Name one, or make it duty = "{GOOD_PRACTICE}".'
    if item.confidence not in SEEN or not cited:
        what = "The duty rests on no source that anybody has seen (confidence C or C2)."
        yield Problem(what=what, remedy=remedy, path=(*path, "duty"))
    elif any(source.status == NOT_IN_FORCE for source in cited):
        what = "The duty rests on a law that is passed but not in force."
        yield Problem(what=what, remedy=remedy, path=(*path, "duty"))
    elif item.duty == MUST and not any(source.status == IN_FORCE for source in cited):
        what = 'The duty "must" rests on no source that is in force.'
        yield Problem(what=what, remedy=remedy, path=(*path, "duty"))
