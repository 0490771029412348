"""What was collected: the returns that are here, one of them, and whose they are where that was not clear."""

from collections.abc import Iterable, Iterator

from compact_tui.core.collect_views import Decided, OfferLine, ReturnLine, ReturnsView
from compact_tui.core.errors import UsageError
from compact_tui.core.matching import Matcher
from compact_tui.core.partnership import Match, RegisterEntry, expected
from compact_tui.core.report import report_of
from compact_tui.core.return_facts import ReturnFacts
from compact_tui.core.return_views import ReturnFileView
from compact_tui.core.returns import Return, counts_of
from compact_tui.core.text import clean_line, count, did_you_mean
from compact_tui.exchange.return_json import read
from compact_tui.services.collect_index import open_index, rebuild_index
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import keep, register_of
from compact_tui.services.register import entry_named
from compact_tui.services.return_files import pack_for
from compact_tui.services.return_rows import TURNED_AWAY, Packs, counts, how_decided, matches_of, settle
from compact_tui.storage.originals import original_path
from compact_tui.storage.reading import read_bytes
from compact_tui.storage.return_index import ReturnIndex, ReturnRow

__all__ = [
    "facts_of", "facts_of_return", "match_return", "rebuild_index", "rematch", "return_bytes", "return_of",
    "return_row", "returns_here", "show_return", "turn_away",
]  # fmt: skip

CURRENT, SUPERSEDED, UNMATCHED, AWAY = "current", "superseded", "unmatched", "turned-away"
_STATES = {
    CURRENT: "counts",
    SUPERSEDED: "a later one is here",
    UNMATCHED: "belongs to nobody yet",
    AWAY: "turned away",
}


def returns_here(desk: Desk, *, sector: str = "", cycle: str = "", state: str = "", entry: str = "") -> ReturnsView:
    """The returns that were collected, in the order of their settings' names.

    Args:
        desk: Where and when.
        sector: Only those of this sector, as the register has it, else as the return says.
        cycle: Only those of this round.
        state: Only those that stand so: ``current``, ``superseded``, ``unmatched`` or ``turned-away``.
        entry: Only those of this setting, by its id.

    Raises:
        UsageError: If no partnership was started here.
    """
    register = {one.id: one for one in register_of(desk)}
    matcher = Matcher(register.values())
    with open_index(desk) as index:
        every = [_line(row, register, matcher) for row in index.returns(cycle=cycle)]
    shown = [
        line
        for line in every
        if sector in {"", line.sector} and state in {"", line.state} and entry in {"", line.entry}
    ]
    numbers = {known: sum(line.state == known for line in every) for known in _STATES}
    wanted = sum(expected(one, desk.today) for one in register.values())
    said = [f"{count(numbers[CURRENT], 'return')} of {wanted} expected"]
    said += [f"{numbers[SUPERSEDED]} that a later one took the place of"] if numbers[SUPERSEDED] else []
    said += [f"{numbers[UNMATCHED]} of nobody in the register yet"] if numbers[UNMATCHED] else []
    said += [f"{numbers[AWAY]} turned away"] if numbers[AWAY] else []
    return ReturnsView(
        returns=tuple(sorted(shown, key=lambda line: ((line.entry_name or line.name).casefold(), line.made_on))),
        current=numbers[CURRENT],
        superseded=numbers[SUPERSEDED],
        unmatched=numbers[UNMATCHED],
        turned_away=numbers[AWAY],
        expected=wanted,
        sentence=f"{', '.join(said)}.",
    )


def _line(row: ReturnRow, register: dict[str, RegisterEntry], matcher: Matcher) -> ReturnLine:
    entry = register.get(row.entry)
    state = CURRENT if row.current else SUPERSEDED
    if not row.entry:
        state = AWAY if row.how == TURNED_AWAY else UNMATCHED
    offered = matcher.find(row.register_id, row.name).offered if state == UNMATCHED else ()
    return ReturnLine(
        id=row.id,
        name=row.name,
        entry=row.entry,
        entry_name=entry.name if entry else "",
        sector=(entry.sector if entry else "") or row.sector,
        kind=(entry.kind if entry else "") or row.kind,
        pack=row.pack,
        edition=row.edition,
        cycle=row.cycle,
        made_on=row.made_on,
        received_on=row.received_on,
        state=state,
        state_words=_STATES[state],
        how=row.how,
        typed_from=row.typed_from,
        offered=tuple(OfferLine(known, register[known].name) for known in offered if known in register),
    )


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
        row = _row(index, return_id)
        found = index.facts_of(row.id)
    assert found is not None, "a return is kept with its facts"
    return found


def return_row(desk: Desk, return_id: str) -> ReturnRow:
    """What the index knows of a return.

    Raises:
        UsageError: With did-you-mean.
    """
    with open_index(desk) as index:
        return _row(index, return_id)


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


def show_return(desk: Desk, return_id: str) -> ReturnFileView:
    """A return with the page on it.

    Raises:
        UsageError: If it is not here.
        WorkspaceError: If its file cannot be read.
    """
    row = return_row(desk, return_id)
    path = original_path(desk.workspace.originals_folder, row.sha256)
    found = read(read_bytes(path)[0])
    return_ = found.return_
    return ReturnFileView(
        path=str(path.absolute()),
        id=return_.id,
        setting=return_.setting.name,
        cycle=return_.cycle,
        made_on=return_.made_on,
        complete=return_.complete,
        code=found.code,
        digest=return_.digest,
        unknown=tuple(item.where for item in found.unknown),
        counts=counts_of(return_),
        warnings=return_.warnings,
        page=report_of(return_, Packs(desk).of(return_) or pack_for(return_, desk)),
    )


def match_return(desk: Desk, return_id: str, entry: str, reason: str = "") -> Decided:
    """Say which setting of the register a return belongs to; it stays so when the register changes.

    Args:
        desk: Where, when and who.
        return_id: The return.
        entry: Id or name of the setting.
        reason: Why, in a few words.

    Raises:
        UsageError: If either is not known.
        WorkspaceError: If it cannot be saved.
    """
    found = entry_named(desk, entry)
    return _decide(desk, return_id, found.id, reason, f'Return {{id}} of "{{name}}" belongs to {found.name} now.')


def turn_away(desk: Desk, return_id: str, reason: str) -> Decided:
    """Say that a return belongs to nobody here and does not count; it is kept.

    Raises:
        UsageError: If it is not here, or no reason is given.
        WorkspaceError: If it cannot be saved.
    """
    if not clean_line(reason):
        raise UsageError("A return is turned away with a reason.", "Say why in a few words. Nothing was changed.")
    return _decide(desk, return_id, "", reason, 'Return {id} of "{name}" is turned away; it is kept, and not counted.')


def _decide(desk: Desk, return_id: str, entry: str, reason: str, told: str) -> Decided:
    with open_index(desk) as index:
        row = _row(index, return_id)
        before = matches_of(desk).get(row.id)
        after = Match(id=row.id, entry=entry, reason=clean_line(reason), by=desk.who, at=desk.at)
        sentence = told.format(id=row.id, name=row.name)
        keep(desk, "match", sentence.rstrip("."), (edit("matches", row.id, before, after),))
        _place(index, ((row, entry, how_decided(after)),))
    return Decided(returns=(row.id,), sentence=sentence)


def rematch(desk: Desk) -> Decided:
    """Look again where each return belongs, after the register changed or a decision was taken back.

    What a person decided holds.

    Raises:
        UsageError: If no partnership was started here.
        WorkspaceError: If it cannot be saved.
    """
    matcher, decided = Matcher(register_of(desk)), matches_of(desk)
    with open_index(desk) as index:
        moving = []
        for row in index.returns():
            if row.id in decided:
                entry, how = decided[row.id].entry, how_decided(decided[row.id])
            else:
                found = matcher.find(row.register_id, row.name)
                entry, how = found.entry, found.how
            if (entry, how) != (row.entry, row.how):
                moving.append((row, entry, how))
        _place(index, moving)
    moved = tuple(row.id for row, entry, _ in moving if entry != row.entry)
    return Decided(returns=moved, sentence=f"{count(len(moved), 'return')} changed place in the register.")


def _place(index: ReturnIndex, moving: Iterable[tuple[ReturnRow, str, str]]) -> None:
    """Put returns under other settings, and sort out which count there and where they were."""
    with index.together():
        touched = {}
        for row, entry, how in moving:
            index.match(row.id, entry, how, current=counts(how))
            touched[row.entry, row.cycle] = touched[entry, row.cycle] = None
        for entry, cycle in touched:
            if entry:
                settle(index, entry, cycle)


def _row(index: ReturnIndex, return_id: str) -> ReturnRow:
    wanted = return_id.strip()
    row = index.return_(wanted)
    if row is not None:
        return row
    known = [one.id for one in index.returns()]
    hint = did_you_mean(wanted, known) or "See them all: compact-tui partnership list"
    raise UsageError(f'No return "{wanted}" was collected.', hint)
