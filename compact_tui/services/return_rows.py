"""What is kept in the index of one return, which setting it is matched to, and which of several counts."""

from collections.abc import Iterable, Mapping

from compact_tui.core.matching import BY_HAND, Matcher
from compact_tui.core.pack import AuditPack
from compact_tui.core.partnership import Match
from compact_tui.core.return_chains import Link, chain_of
from compact_tui.core.return_facts import facts_of, setting_mark
from compact_tui.core.returns import Return
from compact_tui.core.typed_returns import typed_from
from compact_tui.core.variation import for_variation
from compact_tui.services.books import audit_books, current_audit, whole_pack_beside
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import kept
from compact_tui.services.partnership_pack import pack_asked
from compact_tui.storage.packs import load_shipped, shipped_packs
from compact_tui.storage.return_index import ReturnIndex, ReturnRow

TURNED_AWAY = "turned away"
"""How a return stands that a person decided not to count."""


def put_return(
    index: ReturnIndex,
    return_: Return,
    sha256: str,
    matcher: Matcher,
    by_hand: Mapping[str, Match],
    pack: AuditPack | None,
    received_on: str,
) -> None:
    """Put a return into the index, matched to the register by hand where somebody did, else by number or name."""
    decided = by_hand.get(return_.id)
    if decided:
        entry, how = decided.entry, how_decided(decided)
    else:
        found = matcher.find(return_.setting.register_id, return_.setting.name, return_.setting.contact_email)
        entry, how = found.entry, found.how
    index.put_return(
        ReturnRow(
            id=return_.id,
            sha256=sha256,
            supersedes=return_.supersedes,
            register_id=return_.setting.register_id,
            entry=entry,
            how=how,
            name=return_.setting.name,
            sector=return_.setting.sector,
            kind=return_.setting.kind,
            pack=return_.pack.id,
            edition=return_.pack.edition,
            cycle=return_.cycle,
            made_on=return_.made_on,
            received_on=received_on,
            current=counts(how),
            typed_from=typed_from(return_),
            setting=setting_mark(return_.setting.id),
            contact=return_.setting.contact_email,
        ),
        facts_of(return_, pack, entry=entry, received_on=received_on),
    )


def how_decided(decided: Match) -> str:
    """How a return is matched that a person decided about."""
    return BY_HAND if decided.entry else TURNED_AWAY


def counts(how: str) -> bool:
    """Whether a return counts that nothing takes the place of, by how it was matched."""
    return how != TURNED_AWAY


def settle(index: ReturnIndex, entry: str, cycle: str) -> tuple[str, ...]:
    """Sort out which return of a setting and round counts; ids of those that do not."""
    rows = list(index.returns(entry=entry, cycle=cycle))
    if not rows:
        return ()
    chain = chain_of(Link(row.id, row.supersedes, row.made_on) for row in rows)
    index.settle(entry, cycle, chain.current)
    return chain.superseded


def matches_of(desk: Desk) -> dict[str, Match]:
    """What people decided about returns, by id of the return."""
    return {one.id: one for one in kept(desk, "matches", Match)}


class Packs:
    """The packs that returns answer, each looked up once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._whole: dict[tuple[str, str], AuditPack | None] = {}
        self._seen: dict[tuple[str, str, str], AuditPack] = {}

    def find(self, pack: str, edition: str, variation: str) -> AuditPack | None:
        """A pack in an edition as a variation sees it; ``None`` where the partnership does not have it."""
        if (pack, edition) not in self._whole:
            self._whole[pack, edition] = whole_pack(self._desk, pack, edition)
        whole, key = self._whole[pack, edition], (pack, edition, variation)
        if whole is None:
            return None
        if key not in self._seen:
            self._seen[key] = for_variation(whole, variation)
        return self._seen[key]

    def of(self, return_: Return) -> AuditPack | None:
        """The pack that a return answers."""
        return self.find(return_.pack.id, return_.pack.edition, return_.pack.variation)


def whole_pack(desk: Desk, pack: str, edition: str) -> AuditPack | None:
    """A pack in an edition with all its variations: the partnership's own copy, a shipped one, or an audit's here."""
    for candidate in _packs_here(desk, pack, edition):
        if (candidate.pack.id, candidate.pack.edition) == (pack, edition):
            return candidate
    return None


def _packs_here(desk: Desk, pack: str, edition: str) -> Iterable[AuditPack]:
    if desk.workspace.pack_path(desk.workspace.partnership_path, f"{pack}-{edition}").exists():
        yield pack_asked(desk, pack, edition)
    if pack in shipped_packs():
        yield load_shipped(pack)
    for book in audit_books(desk):
        if current_audit(desk, book).head.pack == pack:
            yield whole_pack_beside(desk, book)
