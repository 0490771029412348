"""Analysing a round: how settings graded themselves by sector and standard, and which returns are behind a figure."""

from collections.abc import Mapping, Sequence
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.analysis import Expected
from compact_tui.core.analysis import analyse as counted
from compact_tui.core.analysis_before import BeforeRead, Kept, read_before, standards_kept
from compact_tui.core.analysis_behind import BehindView, behind_view
from compact_tui.core.analysis_heat import ALL, AnalysisPage, AuditCounted, heat_page, narrowed, short_sector
from compact_tui.core.analysis_sums import Beside
from compact_tui.core.analysis_views import Analysis
from compact_tui.core.errors import UsageError
from compact_tui.core.original_erased import OriginalErased, not_counted
from compact_tui.core.pack import AuditPack
from compact_tui.core.read_records import Moderation
from compact_tui.core.sector_words import sector_named
from compact_tui.core.setting import SECTORS
from compact_tui.core.text import did_you_mean
from compact_tui.services.city_knowledge import ToldWithReturns, staff_by_cell
from compact_tui.services.collect_index import open_index
from compact_tui.services.desk import Desk
from compact_tui.services.naming import standard_named
from compact_tui.services.partnership_book import head_of, kept, partnership_book
from compact_tui.services.partnership_pack import pack_asked
from compact_tui.services.return_rows import whole_pack
from compact_tui.services.round_returns import counted_returns, settings_in_round
from compact_tui.services.themes import themes_of


def analyse(desk: Desk, sector: str = "", standard: str = "", audit: str = "") -> AnalysisPage:
    """Count this round's returns: each setting's newest only, small groups suppressed.

    Args:
        desk: Where and when.
        sector: One sector, by its id or its name; empty for all.
        standard: Id or number of one standard; empty for all.
        audit: Which of the audits that came in is counted, as ``pack@edition``; empty for the one that is asked for.

    Raises:
        UsageError: If no partnership was started here, or there is no such sector, standard or audit.
        WorkspaceError: If what was collected cannot be read.
    """
    head, pack = head_of(desk), audit_named(desk, audit)
    only = standard_named(pack, standard).id if standard else ""
    shown = sector_named(sector)
    figures = _figures(desk, pack)
    title = f"Analysis of {head.cycle}"
    return heat_page(narrowed(figures.analysis, shown, only), pack, title, audits_in(desk, pack), figures.staff)


class _Figures(Struct, frozen=True):
    """A round counted on one audit."""

    analysis: Analysis
    staff: Mapping[tuple[str, str], str]
    """What staff know, by sector and standard."""


def _figures(desk: Desk, pack: AuditPack) -> _Figures:
    """The figures of an audit, counted anew only where the book, the index or the day is another one."""
    state, audit = _state(desk), _audit_id(pack)
    if not _same(desk.shelf.analyses[0], state):
        desk.shelf.analyses = (state, {})
    known = desk.shelf.analyses[1]
    if audit in known:
        return cast(_Figures, known[audit])
    figures = _count(desk, pack)
    if _same(state, _state(desk)):
        known[audit] = figures
    return figures


def _state(desk: Desk) -> tuple[object, ...]:
    path = desk.workspace.index_path
    stands = path.stat() if path.exists() else None
    index = (stands.st_ino, stands.st_mtime_ns, stands.st_size) if stands else ()
    return (partnership_book(desk).history, path, desk.today, *index)


def _same(one: object, other: tuple[object, ...]) -> bool:
    """Whether two states are one; a book gives another history after every change."""
    return isinstance(one, tuple) and len(one) > 0 and one[0] is other[0] and one[1:] == other[1:]


def _count(desk: Desk, pack: AuditPack) -> _Figures:
    head, told = head_of(desk), ToldWithReturns(desk)
    returns = told.noting(counted_returns(desk, head.cycle))
    analysis = counted(returns, pack, _expected(desk), threshold=head.threshold, beside=beside_of(desk, pack))
    asked = _audit_id(pack) == f"{head.pack}@{head.edition}"
    analysis = replace(analysis, left_out=(*analysis.left_out, *_taken_away(desk)))
    return _Figures(analysis, staff_by_cell(desk, told) if asked else {})


def _taken_away(desk: Desk) -> tuple[str, ...]:
    """What is said of returns that were taken away to erase a text."""
    erased = kept(desk, "originals_erased", OriginalErased)
    if not erased:
        return ()
    cycle = head_of(desk).cycle
    with open_index(desk) as index:
        here = [row.entry for row in index.returns(cycle=cycle, current=True)]
    return not_counted(erased, cycle, here)


def audits_in(desk: Desk, counted_one: AuditPack) -> tuple[AuditCounted, ...]:
    """The audits that returns of this round answer and that can be counted, the one that is asked for first."""
    head = head_of(desk)
    with open_index(desk) as index:
        there = [one for one in index.editions(head.cycle) if one != (head.pack, head.edition)]
    packs = [pack_asked(desk), *(pack for pack in (whole_pack(desk, *one) for one in there) if pack is not None)]
    return tuple(
        AuditCounted(id=_audit_id(pack), word=_audit_word(pack), chosen=_audit_id(pack) == _audit_id(counted_one))
        for pack in packs
    )


def audit_named(desk: Desk, audit: str) -> AuditPack:
    """The pack of an audit that came in, by ``pack@edition`` or the pack alone; the one asked for where it is empty.

    Raises:
        UsageError: If no return of this round answers it, or its pack is not here.
    """
    asked = pack_asked(desk)
    if audit in {"", asked.pack.id, _audit_id(asked)}:
        return asked
    with open_index(desk) as index:
        there = index.editions(head_of(desk).cycle)
    for pack_id, edition in reversed(there):
        if audit in {pack_id, f"{pack_id}@{edition}"}:
            pack = whole_pack(desk, pack_id, edition)
            if pack is not None:
                return pack
    known = [one.id for one in audits_in(desk, asked)]
    hint = did_you_mean(audit, known) or f"What can be counted: {', '.join(known)}."
    raise UsageError(f'No return of this round that can be counted answers "{audit}".', hint)


def _audit_id(pack: AuditPack) -> str:
    return f"{pack.pack.id}@{pack.pack.edition}"


def _audit_word(pack: AuditPack) -> str:
    return f"{pack.pack.title}, edition {pack.pack.edition}"


def behind(desk: Desk, standard: str, sector: str = ALL, audit: str = "") -> BehindView:
    """The returns behind the figures of a standard, with their names: for use inside the partnership.

    Args:
        desk: Where and when.
        standard: Id or number of the standard.
        sector: One sector, by its id or its name; ``all`` for all.
        audit: As in ``analyse``.

    Raises:
        UsageError: If no partnership was started here, or there is no such sector, standard or audit.
    """
    pack = audit_named(desk, audit)
    found = standard_named(pack, standard)
    of = sector if sector == ALL else sector_named(sector)
    return behind_view(counted_returns(desk, head_of(desk).cycle), pack, found, moderated_levels(desk), sector=of)


def moderated_levels(desk: Desk) -> dict[tuple[str, str], str]:
    """The committee's level by return and standard; what a second reader thought is not among them."""
    return {
        (one.return_id, one.standard): one.level for one in kept(desk, "moderations", Moderation) if one.reading == 1
    }


def beside_of(desk: Desk, pack: AuditPack) -> Beside:
    """What this round is counted beside: the committee's grades, the round before and the themes."""
    cycle, kept_standards = round_before(desk, pack)
    before = BeforeRead()
    moderated = moderated_levels(desk)
    if cycle:
        before = read_before(counted_returns(desk, cycle), pack, kept_standards, moderated)
    return Beside(
        moderated=moderated,
        before=before.settings,
        then=before.then,
        before_cycle=cycle,
        themes=themes_of(desk),
    )


def round_before(desk: Desk, pack: AuditPack) -> tuple[str, dict[tuple[str, str], Kept]]:
    """The round before this one by its name, empty where there is none; and what can be compared, by pack and edition.

    Raises:
        WorkspaceError: If what was collected cannot be read.
    """
    with open_index(desk) as index:
        earlier = [one for one in index.cycles() if one < head_of(desk).cycle]
        editions = index.editions(earlier[-1]) if earlier else []
    return earlier[-1] if earlier else "", {which: standards_kept(whole_pack(desk, *which), pack) for which in editions}


def _expected(desk: Desk) -> Sequence[Expected]:
    there = settings_in_round(desk, head_of(desk).cycle)
    words = [(sector, short_sector(sector)) for sector, _ in SECTORS]
    words += [("", "Sector not said")] if any(not entry.sector for entry in there) else []
    return [Expected(sector, word, sum(one.sector == sector for one in there)) for sector, word in words]
