"""What is suggested for the learning log, worked out of what is shown; a person takes each, or leaves it."""

from collections.abc import Sequence

from msgspec import Struct

from compact_tui.core.analysis_views import Analysis
from compact_tui.core.errors import UsageError
from compact_tui.core.learning_offers import Voice, offers_of
from compact_tui.core.learning_views import Offer, Offers
from compact_tui.core.partnership import Learning
from compact_tui.services.desk import Desk, edit
from compact_tui.services.learning_sources import figures, log_lines, voices
from compact_tui.services.partnership_book import head_of, keep
from compact_tui.services.partnership_pack import pack_asked

_NOTHING = "Nothing was changed."


class _Sources(Struct, frozen=True):
    """What suggestions are made of."""

    analysis: Analysis
    voices: tuple[Voice, ...]


def suggest_findings(desk: Desk) -> Offers:
    """Findings worked out from what is shown of the round, and from what agencies sent in; nothing is taken.

    Raises:
        UsageError: If no partnership was started here.
        WorkspaceError: If what was collected cannot be read.
    """
    return _offers(desk, _sources(desk))


def take_finding(desk: Desk, wanted: str) -> Offers:
    """Take a finding that is suggested into the log.

    Args:
        desk: Where, when and who.
        wanted: Its number in the list, or its id.

    Raises:
        UsageError: If there is no such finding, or the log has it already.
        WorkspaceError: If what was collected cannot be read, or it cannot be saved.
    """
    sources = _sources(desk)
    offer = _offered(_offers(desk, sources).offers, wanted)
    line = Learning(
        id=desk.new_id("le"),
        finding=offer.finding,
        cycle=head_of(desk).cycle,
        standard=offer.standard,
        sector=offer.sector,
        offered=offer.id,
        by=desk.who,
        at=desk.at,
    )
    keep(desk, "learning", "learning log: added", (edit("learning", line.id, None, line),))
    return _offers(desk, sources)


def _sources(desk: Desk) -> _Sources:
    return _Sources(figures(desk), voices(desk))


def _offers(desk: Desk, sources: _Sources) -> Offers:
    cycle = head_of(desk).cycle
    return offers_of(sources.analysis, pack_asked(desk), sources.voices, log_lines(desk), cycle, desk.today)


def _offered(offers: Sequence[Offer], wanted: str) -> Offer:
    found = next((one for one in offers if wanted in {one.id, str(one.number)}), None)
    if found is None:
        raise UsageError(
            f'No finding that is suggested is "{wanted}".',
            f"See them with their numbers: compact-tui partnership log --suggest. {_NOTHING}",
        )
    if found.taken:
        raise UsageError(
            f"The log has a line about that already: {found.line}.",
            f"Change that one: compact-tui partnership log {found.line}. {_NOTHING}",
        )
    return found
