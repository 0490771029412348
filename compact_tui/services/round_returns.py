"""The returns of a round that are counted, as the register has their settings."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from compact_tui.core.chasing import in_round
from compact_tui.core.partnership import RegisterEntry
from compact_tui.core.return_facts import ReturnFacts
from compact_tui.services.collect_index import open_index
from compact_tui.services.collected import facts_of
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import register_of


def counted_returns(desk: Desk, cycle: str) -> Iterator[ReturnFacts]:
    """The returns of a round that count, with the sector and kind that the register has them under."""
    register = {entry.id: entry for entry in register_of(desk)}
    return (_as_registered(facts, register) for facts in facts_of(desk, cycle=cycle))


def settings_in_round(desk: Desk, cycle: str) -> tuple[RegisterEntry, ...]:
    """The settings that are counted in a round, whether or not they returned, each under the sector it is counted in.

    That is the register's; where the register has none, that of its return.

    Raises:
        WorkspaceError: If the index of what came in cannot be read.
    """
    came = _sectors_returned(desk, cycle)
    return tuple(
        entry if entry.sector else replace(entry, sector=came.get(entry.id, ""))
        for entry in register_of(desk)
        if in_round(entry, came, desk.today)
    )


def _as_registered(facts: ReturnFacts, register: Mapping[str, RegisterEntry]) -> ReturnFacts:
    entry = register.get(facts.entry)
    if entry is None or (entry.sector in {"", facts.sector} and entry.kind in {"", facts.kind}):
        return facts
    return replace(facts, sector=entry.sector or facts.sector, kind=entry.kind or facts.kind)


def _sectors_returned(desk: Desk, cycle: str) -> dict[str, str]:
    """The sector that the return of a round says which counts, by the id of the register's entry."""
    if not (desk.workspace.index_path.exists() or desk.workspace.originals_folder.exists()):
        return {}
    with open_index(desk) as index:
        return {row.entry: row.sector for row in index.returns(cycle=cycle, current=True) if row.entry}
