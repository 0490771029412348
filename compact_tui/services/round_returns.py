"""The returns of a round that are counted, as the register has their settings."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from compact_tui.core.errors import UsageError
from compact_tui.core.partnership import RegisterEntry
from compact_tui.core.return_facts import ReturnFacts
from compact_tui.core.setting import SECTORS
from compact_tui.core.text import did_you_mean
from compact_tui.services.collected import facts_of
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import register_of


def counted_returns(desk: Desk, cycle: str) -> Iterator[ReturnFacts]:
    """The returns of a round that count, with the sector and kind that the register has them under."""
    register = {entry.id: entry for entry in register_of(desk)}
    return (_as_registered(facts, register) for facts in facts_of(desk, cycle=cycle))


def check_sector(sector: str) -> None:
    """See that there is such a sector.

    Raises:
        UsageError: With did-you-mean.
    """
    known = [known for known, _ in SECTORS]
    if sector not in known:
        raise UsageError(
            f'There is no sector "{sector}".', did_you_mean(sector, known) or f"There is {', '.join(known)}."
        )


def _as_registered(facts: ReturnFacts, register: Mapping[str, RegisterEntry]) -> ReturnFacts:
    entry = register.get(facts.entry)
    if entry is None or (entry.sector in {"", facts.sector} and entry.kind in {"", facts.kind}):
        return facts
    return replace(facts, sector=entry.sector or facts.sector, kind=entry.kind or facts.kind)
