"""The partnership that collects returns: who it is, whom it expects returns from, and what it decided about them."""

from collections.abc import Mapping

from compact_tui.core.original_erased import OriginalErased
from compact_tui.core.read_records import Allocation, Moderation, PlanVerdict, Reader, ReadingLent, Remark
from compact_tui.core.record import PartnershipRecord


class PartnershipHead(PartnershipRecord, frozen=True):
    """Who collects, and which round it is."""

    id: str
    name: str
    pack: str
    """Id of the audit pack that is asked for."""
    edition: str
    cycle: str
    due: str = ""
    return_to: tuple[str, ...] = ()
    """Email addresses that returns go to."""
    area: str = ""
    """The area it stands for, such as Portsmouth."""
    other_areas: tuple[tuple[str, str], ...] = ()
    """Other partnerships' areas and the address each takes returns at."""
    threshold: int = 5
    """Groups of fewer settings than this are suppressed in what is published."""
    letter: str = ""
    """What the letter with the request says, where it is not the usual one."""
    by: str = ""
    at: str = ""


class LocalContact(PartnershipRecord, frozen=True):
    """Whom settings ring, as it is told to them in the request."""

    id: str
    what: str
    """``social-care`` · ``out-of-hours`` · ``lado`` · ``other``."""
    name: str
    value: str
    """Number or address."""
    checked_on: str = ""
    source: str = ""
    by: str = ""
    at: str = ""


class RegisterEntry(PartnershipRecord, frozen=True):
    """A setting that a return is expected from."""

    id: str
    """The partnership's own id of it."""
    name: str
    sector: str = ""
    kind: str = ""
    phase: str = ""
    contact_name: str = ""
    contact_email: str = ""
    other_areas: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    due: str = ""
    """Where it differs from everybody's."""
    merged_into: str = ""
    """Id of the entry that it is part of now."""
    closed_on: str = ""
    note: str = ""
    by: str = ""
    at: str = ""


class RequestMade(PartnershipRecord, frozen=True):
    """A request that was made for a setting."""

    id: str
    entry: str
    cycle: str
    made_on: str
    folder: str
    """Name of its folder under ``sent``."""
    sent_on: str = ""
    by: str = ""
    at: str = ""


class Chase(PartnershipRecord, frozen=True):
    """A reminder to a setting that has not returned."""

    id: str
    entry: str
    cycle: str
    made_on: str
    folder: str = ""
    sent_on: str = ""
    by: str = ""
    at: str = ""


class Match(PartnershipRecord, frozen=True):
    """What a person decided about a return that did not match the register by itself."""

    id: str
    """Id of the return."""
    entry: str
    """Id of the entry it belongs to; empty where it was turned away."""
    reason: str = ""
    by: str = ""
    at: str = ""


class ContactNote(PartnershipRecord, frozen=True):
    """That somebody spoke with a setting, and what was agreed."""

    id: str
    entry: str
    on: str
    way: str
    """``rang`` · ``visited`` · ``wrote``."""
    what: str
    agreed: str = ""
    by: str = ""
    at: str = ""


class Learning(PartnershipRecord, frozen=True):
    """A line of the learning and improvement log: what was found, what is done about it, and whether it helped."""

    id: str
    finding: str
    cycle: str = ""
    """The round it was found in."""
    standard: str = ""
    sector: str = ""
    """Empty for all of them."""
    kind: str = ""
    """``training`` · ``guidance`` · ``multi-agency-audit`` · ``other``."""
    will_do: str = ""
    who: str = ""
    due: str = ""
    done_on: str = ""
    showed: str = ""
    """What the next cycle showed."""
    helped: str = ""
    """Whether that shows that it helped: ``yes`` or ``not-yet``."""
    offered: str = ""
    """Id of the suggestion it was taken from; empty where it was written by hand."""
    by: str = ""
    at: str = ""


class GoodPractice(PartnershipRecord, frozen=True):
    """Good practice that a learning report tells, in the officer's own words, without what would identify anybody."""

    id: str
    text: str
    cycle: str = ""
    sector: str = ""
    """Empty where it is told to all of them."""
    standard: str = ""
    return_id: str = ""
    """The return it was seen in: known inside the partnership only."""
    by: str = ""
    at: str = ""


class AuditPlanned(PartnershipRecord, frozen=True):
    """A single-agency or multi-agency audit that somebody means to do, so that none is done twice."""

    id: str
    title: str
    who: str
    """The agency, or the partnership itself."""
    month: str = ""
    """``YYYY-MM``."""
    kind: str = ""
    """Kind of single-agency audit, or ``multi-agency``."""
    standard: str = ""
    sector: str = ""
    dropped_on: str = ""
    note: str = ""
    by: str = ""
    at: str = ""


class Theme(PartnershipRecord, frozen=True):
    """A theme that actions of settings are counted under."""

    id: str
    word: str
    terms: tuple[str, ...] = ()
    """Words that an action of this theme uses, in lower case."""
    by: str = ""
    at: str = ""


class ReplyMade(PartnershipRecord, frozen=True):
    """A reply that was made for a setting."""

    id: str
    return_id: str
    entry: str
    made_on: str
    folder: str
    sent_on: str = ""
    answered_on: str = ""
    answered_at: str = ""
    """The instant, where the setting's program told it."""
    by: str = ""
    at: str = ""


class Forwarded(PartnershipRecord, frozen=True):
    """A return that was passed on to another area, under its own id."""

    id: str
    return_id: str
    area: str
    on: str
    folder: str
    by: str = ""
    at: str = ""


class ReceiptMade(PartnershipRecord, frozen=True):
    """A receipt that was made for a return."""

    id: str
    """Id of the return."""
    receipt: str
    """Id of the receipt."""
    entry: str
    made_on: str
    folder: str
    by: str = ""
    at: str = ""


class AsideDealt(PartnershipRecord, frozen=True):
    """That a person dealt with a file that was put aside, so that it does not wait any more."""

    id: str
    """SHA-256 of its bytes."""
    on: str
    by: str = ""
    at: str = ""


class FiguresPublished(PartnershipRecord, frozen=True):
    """What the figures of a sector counted when something with them was written."""

    id: str
    cycle: str
    audit: str
    """Pack and edition; empty of a topic."""
    sector: str
    """Of a topic also ``city``."""
    on: str
    counted: tuple[tuple[str, str, str, str], ...]
    """For each setting its id in the register (else its return's), its kind, its return, and a digest of the
    committee's grades of it, empty where there are none. Of a topic its id and a digest of what its staff knew."""
    topic: str = ""
    """Id of the topic, of what staff know; empty of returns."""
    spread: bool = False
    """Whether nothing was told but how many are at which level, as in replies and the training plan; then ``counted``
    has settings and returns only."""
    by: str = ""
    at: str = ""


TABLES: Mapping[str, type[PartnershipRecord]] = {
    "partnership": PartnershipHead,
    "contacts": LocalContact,
    "register": RegisterEntry,
    "requests": RequestMade,
    "chases": Chase,
    "matches": Match,
    "readers": Reader,
    "allocations": Allocation,
    "readings_lent": ReadingLent,
    "moderations": Moderation,
    "remarks": Remark,
    "plan_verdicts": PlanVerdict,
    "contact_notes": ContactNote,
    "learning": Learning,
    "good_practice": GoodPractice,
    "audits_planned": AuditPlanned,
    "themes": Theme,
    "replies": ReplyMade,
    "forwarded": Forwarded,
    "receipts": ReceiptMade,
    "figures_published": FiguresPublished,
    "originals_erased": OriginalErased,
    "aside_dealt": AsideDealt,
}
"""The tables of the partnership's book and what each record is."""


def expected(entry: RegisterEntry, day: str) -> bool:
    """Whether a return is expected from an entry on a day: not where it closed before, or is part of another now."""
    return not entry.merged_into and not (entry.closed_on and entry.closed_on <= day)
