"""What was collected: the returns that are here, one of them, and whose they are where that was not clear."""

from collections.abc import Callable, Iterator, Sequence

from compact_tui.core.collect_views import OfferLine, PutAside, ReturnLine, ReturnsView
from compact_tui.core.errors import UsageError
from compact_tui.core.matched_before import SO_LAST_ROUND
from compact_tui.core.matching import Matcher
from compact_tui.core.original_erased import RETURN, OriginalErased
from compact_tui.core.partnership import RegisterEntry, expected
from compact_tui.core.return_facts import ReturnFacts
from compact_tui.core.return_views import ReturnFileView
from compact_tui.core.returns import Return
from compact_tui.core.sector_words import sector_named
from compact_tui.core.setting import sector_word
from compact_tui.core.text import count, did_you_mean
from compact_tui.exchange.return_json import read
from compact_tui.services.collect_index import open_index
from compact_tui.services.desk import Desk
from compact_tui.services.matched_before import last_round
from compact_tui.services.partnership_book import head_of, kept, register_of
from compact_tui.services.put_aside import told_of, waiting_in, with_just_now
from compact_tui.services.return_files import pack_for, view_of
from compact_tui.services.return_rows import TURNED_AWAY, Packs
from compact_tui.storage.originals import original_path
from compact_tui.storage.reading import read_bytes
from compact_tui.storage.return_index import ReturnIndex, ReturnRow

CURRENT, SUPERSEDED, UNMATCHED, AWAY, ASIDE = "current", "superseded", "unmatched", "turned-away", "aside"
_STATES = {
    CURRENT: "counts",
    SUPERSEDED: "a later one is here",
    UNMATCHED: "belongs to nobody yet",
    AWAY: "turned away",
}
_SEE_ALL = "See them all: compact-tui partnership list"


def returns_here(
    desk: Desk,
    *,
    sector: str = "",
    cycle: str = "",
    state: str = "",
    entry: str = "",
    just_now: Sequence[PutAside] = (),
) -> ReturnsView:
    """The returns that were collected, in the order of their settings' names.

    Args:
        desk: Where and when.
        sector: Only those of this sector, by its id or its name, as the register has it, else as the return says.
        cycle: Only those of this round.
        state: Only those that stand so: ``current``, ``superseded``, ``unmatched`` or ``turned-away``;
            ``aside`` for none of them, only what was put aside.
        entry: Only those of this setting, by its id.
        just_now: What collecting put aside last, which is said first and in the words of then.

    Raises:
        UsageError: If no partnership was started here, or there is no such sector or round.
    """
    only, register = sector_named(sector), {one.id: one for one in register_of(desk)}
    matcher, asked = Matcher(register.values()), cycle or head_of(desk).cycle
    gone = kept(desk, "originals_erased", OriginalErased)
    with open_index(desk) as index:
        _see_round(cycle, {head_of(desk).cycle, *index.cycles()})
        last = last_round(desk, index, matcher)
        every = [_line(row, register, matcher, asked, last) for row in index.returns(cycle=cycle)]
        there = {one.id for one in gone if index.file(one.id) is not None}
        aside = with_just_now(tuple(map(told_of, waiting_in(desk, index))), just_now)
    shown = [
        line for line in every if only in {"", line.sector} and state in {"", line.state} and entry in {"", line.entry}
    ]
    numbers = {known: sum(line.state == known for line in every) for known in _STATES}
    wanted = sum(expected(one, desk.today) for one in register.values())
    others = sum(line.cycle != asked for line in every if line.state == CURRENT)
    said = [f"{count(numbers[CURRENT] - others, 'return')} of {wanted} expected"]
    said += [f"{others} of other rounds"] if others else []
    said += [f"{numbers[SUPERSEDED]} that a later one took the place of"] if numbers[SUPERSEDED] else []
    said += [f"{numbers[UNMATCHED]} of nobody in the register yet"] if numbers[UNMATCHED] else []
    said += [f"{numbers[AWAY]} turned away"] if numbers[AWAY] else []
    said += [f"{count(len(aside), 'file')} put aside"] if aside else []
    erased = sum(one.kind == RETURN and bool(one.document) and one.id not in there for one in gone)
    said += [f"{erased} taken away to erase a text"] if erased else []
    return ReturnsView(
        returns=tuple(sorted(shown, key=lambda line: ((line.entry_name or line.name).casefold(), line.made_on))),
        current=numbers[CURRENT],
        superseded=numbers[SUPERSEDED],
        unmatched=numbers[UNMATCHED],
        turned_away=numbers[AWAY],
        expected=wanted,
        put_aside=aside,
        sentence=f"{', '.join(said)}.",
    )


def _see_round(cycle: str, known: set[str]) -> None:
    if cycle and cycle not in known:
        hint = did_you_mean(cycle, known) or f"Rounds here: {', '.join(sorted(known))}."
        raise UsageError(f'No return of a round "{cycle}" is here.', hint)


def _line(
    row: ReturnRow, register: dict[str, RegisterEntry], matcher: Matcher, asked: str, last: Callable[[ReturnRow], str]
) -> ReturnLine:
    entry = register.get(row.entry)
    state = CURRENT if row.current else SUPERSEDED
    if not row.entry:
        state = AWAY if row.how == TURNED_AWAY else UNMATCHED
    before = last(row) if state == UNMATCHED else ""
    found = matcher.find(row.register_id, row.name, row.contact).offered if state == UNMATCHED else ()
    offered = dict.fromkeys((before, *found) if before else found)
    sector = (entry.sector if entry else "") or row.sector
    return ReturnLine(
        id=row.id,
        name=row.name,
        entry=row.entry,
        entry_name=entry.name if entry else "",
        sector=sector,
        sector_word=sector_word(sector),
        kind=(entry.kind if entry else "") or row.kind,
        pack=row.pack,
        edition=row.edition,
        cycle=row.cycle,
        made_on=row.made_on,
        received_on=row.received_on,
        state=state,
        state_words=_STATES[state] + (f" ({row.cycle})" if row.cycle != asked else ""),
        how=row.how,
        typed_from=row.typed_from,
        offered=tuple(_offer(register[known], known == before) for known in offered if known in register),
        as_last_round=before,
    )


def _offer(entry: RegisterEntry, as_last_round: bool) -> OfferLine:
    words = f"{entry.name} ({entry.id})"
    return OfferLine(entry.id, entry.name, f"{words}, {SO_LAST_ROUND}" if as_last_round else words)


def facts_of(desk: Desk, *, cycle: str = "", current: bool = True) -> Iterator[ReturnFacts]:
    """What is counted of the returns that belong to a setting, one at a time; never more than one is held.

    Args:
        desk: Where.
        cycle: Only those of this round.
        current: Only those that count; else also those that a later one took the place of.
    """
    with open_index(desk) as index:
        yield from (facts for facts in index.facts(cycle=cycle, current=current) if facts.entry)


def facts_of_return(desk: Desk, return_id: str) -> ReturnFacts:
    """What is counted of one return.

    Raises:
        UsageError: If it is not here.
    """
    with open_index(desk) as index:
        row = row_in(index, return_id)
        found = index.facts_of(row.id)
    assert found is not None, "a return is kept with its facts"
    return found


def return_row(desk: Desk, return_id: str) -> ReturnRow:
    """What the index knows of a return.

    Raises:
        UsageError: With did-you-mean.
    """
    with open_index(desk) as index:
        return row_in(index, return_id)


def is_here(desk: Desk, return_id: str) -> bool:
    """Whether a return of this id was collected."""
    with open_index(desk) as index:
        return index.return_(return_id) is not None


def return_bytes(desk: Desk, return_id: str) -> bytes:
    """A return byte for byte as it came.

    Raises:
        UsageError: If it is not here.
        WorkspaceError: If its file cannot be read.
    """
    row = return_row(desk, return_id)
    return read_bytes(original_path(desk.workspace.originals_folder, row.sha256))[0]


def return_of(desk: Desk, return_id: str) -> Return:
    """A return whole.

    Raises:
        UsageError: If it is not here.
        WorkspaceError: If its file cannot be read.
    """
    return read(return_bytes(desk, return_id)).return_


def show_return(desk: Desk, name: str) -> ReturnFileView:
    """A return with the page on it, by its id or that of its setting.

    Raises:
        UsageError: If it is not here.
        WorkspaceError: If its file cannot be read.
    """
    row = row_named(desk, name)
    path = original_path(desk.workspace.originals_folder, row.sha256)
    found = read(read_bytes(path)[0])
    return view_of(path, found, Packs(desk).of(found.return_) or pack_for(found.return_, desk))


def row_named(desk: Desk, name: str) -> ReturnRow:
    """What the index knows of a return: by its id, or the one of this round that counts by the id of its setting.

    Raises:
        UsageError: With did-you-mean.
    """
    cycle = head_of(desk).cycle
    with open_index(desk) as index:
        of_entry = next(index.returns(entry=name, cycle=cycle, current=True), None) if name else None
        entry = None if of_entry else next((one for one in register_of(desk) if one.id == name), None)
        if of_entry is not None or entry is None:
            return of_entry or row_in(index, name)
    before = row_before(desk, entry.id, cycle)
    hint = f"In {before.cycle} it did: name that return, {before.id}." if before else ""
    raise UsageError(f"{entry.name} has not returned in {cycle} yet.", hint or _SEE_ALL)


def row_before(desk: Desk, entry: str, cycle: str) -> ReturnRow | None:
    """The return of an entry of the register that counted in the newest round before another one."""
    with open_index(desk) as index:
        rows = [one for one in index.returns(entry=entry, current=True) if one.cycle < cycle]
    return max(rows, key=lambda one: one.cycle, default=None)


def row_in(index: ReturnIndex, return_id: str) -> ReturnRow:
    """What the index knows of a return.

    Raises:
        UsageError: With did-you-mean.
    """
    wanted = return_id.strip()
    row = index.return_(wanted)
    if row is not None:
        return row
    known = [one.id for one in index.returns()]
    hint = did_you_mean(wanted, known) or _SEE_ALL
    raise UsageError(f'No return "{wanted}" was collected.', hint)
