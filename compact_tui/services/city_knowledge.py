"""What staff across the city know, from spot checks that settings sent and counts that travelled with returns."""

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from msgspec import Struct

from compact_tui.core.analysis_heat import ALL, short_sector
from compact_tui.core.city_knowledge import city_knowledge as counted
from compact_tui.core.city_knowledge import narrowed
from compact_tui.core.collect_views import CityAudit
from compact_tui.core.days import say_short
from compact_tui.core.knowledge_sums import Asked, KnowledgeFrame, StandardAsked, asked_of, first_month, told_of
from compact_tui.core.knowledge_views import CityKnowledge
from compact_tui.core.knowledge_words import staff_asked
from compact_tui.core.learning_log import standard_words
from compact_tui.core.matching import Matcher
from compact_tui.core.published_staff import StaffCounted, staff_now
from compact_tui.core.return_facts import ReturnFacts
from compact_tui.core.sector_words import sector_named
from compact_tui.core.spot_counts import Answered, CountsFrom, each_once
from compact_tui.core.standing_sources import joined
from compact_tui.core.text import clean_line
from compact_tui.core.topics import Topics
from compact_tui.exchange.documents import COUNTS
from compact_tui.exchange.spot_counts_json import read_kept_counts
from compact_tui.services.city_audits import city_audits, kept_documents
from compact_tui.services.collect_index import open_index
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import head_of, register_of
from compact_tui.services.partnership_pack import pack_asked
from compact_tui.services.round_returns import counted_returns
from compact_tui.storage.content import read_content


class Sent(Struct, frozen=True):
    """The answers that settings sent, each once."""

    answers: tuple[Answered, ...]
    sectors: Mapping[str, str]
    """The sector of each setting, by the id of its entry in the register."""


def city_knowledge(desk: Desk, sector: str = "") -> CityKnowledge:
    """What staff know of each topic, the least known first; few settings kept back.

    Args:
        desk: Where and when.
        sector: One sector, by its id or its name; empty for the city.

    Raises:
        UsageError: If no partnership was started here, or there is no such sector.
        WorkspaceError: If what was collected cannot be read.
    """
    only = sector_named(sector)
    told = ToldWithReturns(desk)
    for _ in told.noting(counted_returns(desk, head_of(desk).cycle)):
        pass
    view = counted(_asked(desk, told.matcher), told.asked, _frame(desk, city_audits(desk)))
    return narrowed(view, only, short_sector(only)) if only else view


class ToldWithReturns:
    """What returns on the audit that is asked for tell by standard, noted while they pass by on their way elsewhere."""

    def __init__(self, desk: Desk) -> None:
        head = head_of(desk)
        self.asked: list[Asked] = []
        self._audit, self._today = (head.pack, head.edition), desk.today
        self.matcher = Matcher(register_of(desk))

    def noting(self, returns: Iterable[ReturnFacts]) -> Iterator[ReturnFacts]:
        """The same returns; what each tells of its staff is noted."""
        for facts in returns:
            if facts.known and (facts.pack, facts.edition) == self._audit:
                self.asked += told_of(facts, self.matcher.part_of(facts.entry), self._today)
            yield facts


def staff_by_cell(desk: Desk, told: ToldWithReturns) -> dict[tuple[str, str], str]:
    """By sector (``ALL`` for the city) and standard what staff know of its topics, as a sentence, where it is shown.

    Args:
        desk: Where and when.
        told: What the returns tell, all of which have passed by.
    """
    view = counted(_asked(desk, told.matcher), told.asked, _frame(desk))
    cells = {(ALL, one.standard): one.figure for one in view.standards}
    cells |= {(group.sectors[0], one.standard): group for one in view.standards for group in one.groups}
    return {cell: staff_asked(figure) for cell, figure in cells.items() if figure.answers}


def topics_known(desk: Desk) -> CityKnowledge:
    """The same of the topics alone, without reading any return."""
    return counted(_asked(desk), (), _frame(desk))


def staff_counted(desk: Desk) -> StaffCounted:
    """The settings behind what staff know of each topic, as they are remembered when it is published."""
    return staff_now(_asked(desk))


def answers_sent(desk: Desk, matcher: Matcher | None = None) -> Sent:
    """Every answer of spot checks that was sent in, each once, and whose it is.

    A setting is known by the digest of its own id, where a return of the same was matched; else by its number or name
    in the register. Where the file does not say, by the address of the mail it came with. Nobody is guessed.

    Args:
        desk: Where.
        matcher: Finds settings in the register, where it was made already.

    Raises:
        WorkspaceError: If what was collected cannot be read.
    """
    register = register_of(desk)
    finds = matcher or Matcher(register)
    with open_index(desk) as index:
        by_mark = index.settings()
    documents = []
    for data in kept_documents(desk, COUNTS):
        document = read_kept_counts(data)
        documents.append((_whose(document.source, finds, by_mark), document))
    return Sent(each_once(documents), {entry.id: entry.sector for entry in register})


def _whose(source: CountsFrom | None, matcher: Matcher, by_mark: Mapping[str, str]) -> str:
    """The setting in the register; empty where nobody said whose the answers are, or it is not in it."""
    if source is None:
        return ""
    if source.mark in by_mark:
        return matcher.part_of(by_mark[source.mark])
    if source.entry:
        return matcher.part_of(source.entry)
    return matcher.find(source.register_id, source.name).entry


def _asked(desk: Desk, matcher: Matcher | None = None) -> tuple[Asked, ...]:
    """What was asked in the last year; found again only where something came in or the register changed."""
    path, first = desk.workspace.index_path, first_month(desk.today)
    state = path.stat() if path.exists() else None
    stamp = (path, state.st_mtime_ns, state.st_size, first, register_of(desk)) if state else ()
    if not stamp or desk.shelf.asked[0] != stamp:
        sent = answers_sent(desk, matcher)
        desk.shelf.asked = (stamp, tuple(asked_of(sent.answers, sent.sectors, first)))
    return cast(tuple[Asked, ...], desk.shelf.asked[1])


def _frame(desk: Desk, audits: tuple[CityAudit, ...] = ()) -> KnowledgeFrame:
    head, pack = head_of(desk), pack_asked(desk)
    topics = read_content("topics.toml", Topics).topic
    words, belong = standard_words(pack), joined(pack, topics)
    return KnowledgeFrame(
        cycle=head.cycle,
        since=first_month(desk.today),
        threshold=head.threshold,
        standards=tuple(StandardAsked(one.id, one.number, words[one.id], belong[one.id]) for one in pack.standard),
        titles={topic.id: topic.title for topic in topics},
        audits={one.id: tuple(_found(audit) for audit in audits if one.id in audit.standards) for one in pack.standard},
    )


def _found(audit: CityAudit) -> str:
    """What a single-agency audit found, without the agency's name."""
    parts = (
        ("what works", audit.works),
        ("what does not", audit.does_not),
        ("training it asks for", audit.training),
    )
    said = "; ".join(f"{words}: {clean_line(text).rstrip('.')}" for words, text in parts if text)
    when = say_short(audit.closed_on or audit.started_on)
    return f"Single-agency audit {audit.title}{f', {when}' if when else ''}. {said or 'Nothing is said of it yet'}."
