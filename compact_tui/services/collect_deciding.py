"""Deciding whose a return is where that was not clear, and looking again after the register changed."""

from collections.abc import Iterable, Iterator

from compact_tui.core.collect_views import Decided
from compact_tui.core.errors import UsageError
from compact_tui.core.matched_before import SO_LAST_ROUND
from compact_tui.core.matching import Matcher
from compact_tui.core.partnership import Match
from compact_tui.core.text import clean_line, count
from compact_tui.services.collect_index import open_index
from compact_tui.services.collected import row_in
from compact_tui.services.desk import Desk, edit
from compact_tui.services.matched_before import last_round
from compact_tui.services.partnership_book import keep, register_of
from compact_tui.services.register import entry_named
from compact_tui.services.return_rows import TURNED_AWAY, counts, how_decided, matches_of, settle
from compact_tui.storage.return_index import ReturnIndex, ReturnRow


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
    return _decide(desk, return_id, found.id, reason, f"belongs to {found.name} now.")


def match_as_before(desk: Desk, return_id: str) -> Decided:
    """Say that a return belongs where a person put one of the same name and number last round.

    Args:
        desk: Where, when and who.
        return_id: The return.

    Raises:
        UsageError: If it is not here, it belongs to a setting or was turned away already, or nobody decided so last
            round.
        WorkspaceError: If it cannot be saved.
    """
    with open_index(desk) as index:
        row = row_in(index, return_id)
        waits = not row.entry and row.how != TURNED_AWAY
        entry = last_round(desk, index, Matcher(register_of(desk)))(row) if waits else ""
    if not entry:
        raise UsageError(
            f'Nobody matched a return called "{row.name}" by hand last round.'
            if waits
            else f'The return of "{row.name}" does not wait to be matched.',
            "Say which setting it belongs to: compact-tui partnership match RETURN SETTING. Nothing was changed.",
        )
    return match_return(desk, row.id, entry, SO_LAST_ROUND)


def turn_away(desk: Desk, return_id: str, reason: str) -> Decided:
    """Say that a return belongs to nobody here and does not count; it is kept.

    Raises:
        UsageError: If it is not here, or no reason is given.
        WorkspaceError: If it cannot be saved.
    """
    if not clean_line(reason):
        raise UsageError("A return is turned away with a reason.", "Say why in a few words. Nothing was changed.")
    return _decide(desk, return_id, "", reason, "is turned away; it is kept, and not counted.")


def _decide(desk: Desk, return_id: str, entry: str, reason: str, told: str) -> Decided:
    with open_index(desk) as index:
        row = row_in(index, return_id)
        before = matches_of(desk).get(row.id)
        after = Match(id=row.id, entry=entry, reason=clean_line(reason), by=desk.who, at=desk.at)
        sentence = f'The return of "{row.name}" {told}'
        keep(desk, "match", sentence.rstrip("."), (edit("matches", row.id, before, after),))
        _place(index, ((row, entry, how_decided(after)),))
    return Decided(returns=(row.id,), sentence=sentence)


def rematch(desk: Desk, *, waiting: bool = False) -> Decided:
    """Look again where each return belongs, after the register changed or a decision was taken back.

    What a person decided holds.

    Args:
        desk: Where.
        waiting: Only those that belong to nobody yet, or of which a person decided.

    Raises:
        UsageError: If no partnership was started here.
        WorkspaceError: If it cannot be saved.
    """
    matcher, decided = Matcher(register_of(desk)), matches_of(desk)
    with open_index(desk) as index:
        moving = []
        for row in _waiting(index, decided) if waiting else index.returns():
            if row.id in decided:
                entry, how = decided[row.id].entry, how_decided(decided[row.id])
            else:
                found = matcher.find(row.register_id, row.name, row.contact)
                entry, how = found.entry, found.how
            if (entry, how) != (row.entry, row.how):
                moving.append((row, entry, how))
        _place(index, moving)
    moved = tuple(row.id for row, entry, _ in moving if entry != row.entry)
    return Decided(returns=moved, sentence=f"{count(len(moved), 'return')} changed place in the register.")


def _waiting(index: ReturnIndex, decided: Iterable[str]) -> Iterator[ReturnRow]:
    """Those of nobody, and those decided by a person: it may have been stopped before it was in the index."""
    yield from index.returns(entry="")
    rows = (index.return_(return_id) for return_id in decided)
    yield from (row for row in rows if row is not None and row.entry)


def _place(index: ReturnIndex, moving: Iterable[tuple[ReturnRow, str, str]]) -> None:
    """Put returns under other settings, and sort out which count there and where they were."""
    with index.together():
        touched: dict[tuple[str, str], None] = {}
        for row, entry, how in moving:
            index.match(row.id, entry, how, current=counts(how))
            touched[row.entry, row.cycle] = touched[entry, row.cycle] = None
        for entry, cycle in touched:
            if entry:
                settle(index, entry, cycle)
