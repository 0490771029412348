"""The queue of returns that want reading: each with the reasons to look, those that want it most first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from msgspec import Struct

from compact_tui.core.allocating import SECOND, return_of_id
from compact_tui.core.days import say_short
from compact_tui.core.errors import UsageError
from compact_tui.core.pack import AuditPack
from compact_tui.core.pack_head import PackHead
from compact_tui.core.partnership import PartnershipHead, RegisterEntry
from compact_tui.core.read_records import Allocation, Moderation, Reader, Remark
from compact_tui.core.read_views import QueueLine, QueueView, ReaderLine
from compact_tui.core.reader_agreement import agreement_sentences
from compact_tui.core.reasons_to_look import Case, Reason, reasons_to_look, weight_of, with_carried
from compact_tui.core.return_facts import ReturnFacts
from compact_tui.core.sector_words import sector_named
from compact_tui.core.setting import sector_word
from compact_tui.core.text import count, did_you_mean, listed
from compact_tui.services.collect_index import open_index
from compact_tui.services.collected import facts_of
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import head_of, kept, register_of
from compact_tui.services.partnership_pack import pack_asked
from compact_tui.services.reading_parts import allocations_of, lent_here, only_second
from compact_tui.services.return_rows import Packs


def queue(desk: Desk, *, reader: str = "", sector: str = "") -> QueueView:
    """The returns of the round that count, those first that most want a look.

    Args:
        desk: Where and when.
        reader: Only what this one reads, with what is read a second time; empty for every return once.
        sector: Only those of this sector, by its id or its name.

    Raises:
        UsageError: If no partnership was started here, nobody of this name reads, or there is no such sector.
    """
    head, register = head_of(desk), {one.id: one for one in register_of(desk)}
    only, allocations = sector_named(sector), allocations_of(desk)
    readers = tuple(one.name for one in kept(desk, "readers", Reader))
    who = reader_called(readers, reader) if reader else ""
    numbers = _decided(desk)
    to_look = _to_look(desk, head)
    of_round = {found.return_id for found in to_look}
    allocations = {reading: one for reading, one in allocations.items() if return_of_id(one.id) in of_round}
    twice = only_second(desk, allocations)
    lines = []
    for found in to_look:
        for reading in (found.return_id, f"{found.return_id}{SECOND}"):
            allocation = allocations.get(reading)
            if who and (allocation is None or allocation.reader != who):
                continue
            if not who and reading.endswith(SECOND) != (found.return_id in twice):
                continue
            lines.append(_line(found, reading, allocation, register, numbers[reading]))
    shown = [line for line in lines if only in {"", line.sector}]
    there = {return_of_id(one) for one in allocations}
    waiting = sum(line.return_id not in there for line in lines)
    second = sum(one.endswith(SECOND) for one in allocations)
    return QueueView(
        reader=who,
        lines=tuple(sorted(shown, key=lambda line: (bool(line.done_on), -line.weight, line.name.casefold(), line.id))),
        readers=tuple(_reader(name, allocations.values()) for name in readers),
        waiting=waiting,
        second=second,
        agreement=() if who else _agreement(desk, allocations.values()),
        title=f"Reading, {head.cycle}" + (f": {who}" if who else ""),
        sentence=_sentence(lines, waiting, second, who),
    )


class ToLook(Struct, frozen=True):
    """A return of the round that counts, with its reasons to look."""

    return_id: str
    entry: str
    name: str
    sector: str
    reasons: tuple[Reason, ...]


def _to_look(desk: Desk, head: PartnershipHead) -> tuple[ToLook, ...]:
    """Each return of the round that counts, with its reasons; looked for anew only where the index has changed."""
    path = desk.workspace.index_path
    stamp = (path, path.stat().st_mtime_ns, path.stat().st_size, head) if path.exists() else ()
    if not stamp or desk.shelf.to_look[0] != stamp:
        found = tuple(_looked(desk, head))
        state = path.stat()
        desk.shelf.to_look = ((path, state.st_mtime_ns, state.st_size, head), found)
    return cast(tuple[ToLook, ...], desk.shelf.to_look[1])


def _looked(desk: Desk, head: PartnershipHead) -> Iterator[ToLook]:
    """In two passes over what is counted; one return is held at a time, and the one before of each setting."""
    marks: Counter[str] = Counter()
    before: dict[str, ReturnFacts] = {}
    for facts in facts_of(desk):
        if facts.cycle == head.cycle:
            marks.update({grade.summary_mark for grade in facts.grades if grade.summary_mark})
        elif facts.cycle < head.cycle and (facts.entry not in before or before[facts.entry].cycle < facts.cycle):
            before[facts.entry] = facts
    packs, here, twice = Packs(desk), lent_here(desk), _of_two_programs(desk, head.cycle)
    carried = here.reasons if here else ()
    for facts in facts_of(desk, cycle=head.cycle):
        pack = packs.find(facts.pack, facts.edition, facts.variation) or _unknown(facts)
        also = {grade.summary_mark: marks[grade.summary_mark] - 1 for grade in facts.grades if grade.summary_mark}
        then = before.get(facts.entry)
        same = then is not None and then.pack == facts.pack
        reasons = reasons_to_look(Case(facts, pack, then if same else None, also, facts.return_id in twice))
        came = [one for one in carried if one.return_id == facts.return_id]
        reasons = with_carried(reasons, came) if came else reasons
        yield ToLook(facts.return_id, facts.entry, facts.name, facts.sector, reasons)


def _of_two_programs(desk: Desk, cycle: str) -> frozenset[str]:
    """Ids of the returns of a round whose setting sent returns that were made by several programs."""
    with open_index(desk) as index:
        rows = [row for row in index.returns(cycle=cycle) if row.entry and row.setting]
    programs: dict[str, set[str]] = {}
    for row in rows:
        programs.setdefault(row.entry, set()).add(row.setting)
    return frozenset(row.id for row in rows if len(programs[row.entry]) > 1)


def _unknown(facts: ReturnFacts) -> AuditPack:
    """Stands for an edition that is not here: rules that need its scale find nothing, and others hold."""
    return AuditPack(
        pack=PackHead(id=facts.pack, edition=facts.edition, title=facts.pack, wording=""), level=(), standard=()
    )


def reader_called(readers: Iterable[str], name: str) -> str:
    """The reader of this name.

    Raises:
        UsageError: With did-you-mean.
    """
    known = {one.casefold(): one for one in readers}
    wanted = " ".join(name.split())
    if wanted.casefold() in known:
        return known[wanted.casefold()]
    there = f"Who reads: {listed(known.values())}." if known else ""
    hint = did_you_mean(wanted, known.values()) or there
    hint = hint or "Share the returns out first: compact-tui partnership allocate"
    raise UsageError(f'Nobody called "{wanted}" reads here.', hint)


def _decided(desk: Desk) -> Counter[str]:
    """How many decisions were made in each reading."""
    made = Counter(
        f"{one.return_id}{SECOND if one.reading == 2 else ''}" for one in kept(desk, "moderations", Moderation)
    )
    made.update(one.return_id for one in kept(desk, "remarks", Remark))
    return made


def _line(
    found: ToLook,
    reading: str,
    allocation: Allocation | None,
    register: Mapping[str, RegisterEntry],
    decided: int,
) -> QueueLine:
    entry, reasons = register.get(found.entry), found.reasons
    sector = (entry.sector if entry else "") or found.sector
    done = allocation.done_on if allocation else ""
    who = allocation.reader if allocation else ""
    words = f"read {say_short(done)}" if done else count(decided, "decision") if decided else "not begun"
    more = f" (+{len(reasons) - 1})" if len(reasons) > 1 else ""
    return QueueLine(
        id=reading,
        return_id=found.return_id,
        entry=found.entry,
        name=entry.name if entry else found.name,
        sector=sector,
        sector_word=sector_word(sector),
        reader=who,
        reader_words=f"{who}, second reading" if reading.endswith(SECOND) else who or "no reader",
        second=reading.endswith(SECOND),
        reasons=reasons,
        weight=weight_of(reasons),
        decided=decided,
        done_on=done,
        state="done" if done else "started" if decided else "not-started",
        state_words=words,
        why=f"{reasons[0].words}{more}" if reasons else "nothing asks for a look",
    )


def _reader(name: str, allocations: Iterable[Allocation]) -> ReaderLine:
    own = [one for one in allocations if one.reader == name]
    done = sum(bool(one.done_on) for one in own)
    return ReaderLine(name=name, returns=len(own), done=done, words=f"{name}: {done} of {len(own)} read")


def _sentence(lines: list[QueueLine], waiting: int, second: int, who: str) -> str:
    if not lines:
        return "Nothing is here to read." if not who else f"Nothing is here to read for {who}."
    said = [f"{sum(bool(line.done_on) for line in lines)} of {count(len(lines), 'return')} read"]
    said += [f"{waiting} without a reader"] if waiting else []
    said += [f"{second} to be read twice"] if second and not who else []
    return f"{', '.join(said)}."


def _agreement(desk: Desk, allocations: Iterable[Allocation]) -> tuple[str, ...]:
    pairs = [(first, then) for one in allocations for _, first, then in one.compared]
    return agreement_sentences(pairs, pack_asked(desk)) if pairs else ()
