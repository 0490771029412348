"""Standing: what is claimed of each standard beside what staff know, files show and boards show."""

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.board_views import LatestLook
from compact_tui.core.days import say_day
from compact_tui.core.errors import UsageError
from compact_tui.core.pack import Standard
from compact_tui.core.small_group import words_for
from compact_tui.core.standing import Beside, Known, Seen, Shown, Weighed, by_difference, weigh
from compact_tui.core.standing_rules import KNOWN, SEEN, SHOWN, VOICES
from compact_tui.core.standing_shared import StandingShared
from compact_tui.core.standing_sources import (
    FileSide,
    HeardSide,
    claimed_of,
    heard_side,
    joined,
    known_of,
    known_to_leave,
    places_to_look,
    seen_of,
    shown_of,
)
from compact_tui.core.standing_views import (
    CLAIMED,
    KEPT,
    NO,
    WHERES,
    StandingRow,
    StandingShare,
    StandingView,
    evidence_title,
    list_sentence,
    most_different,
    row_of,
    share_words,
    shared_of,
)
from compact_tui.core.standing_words import voices_of, with_sentence
from compact_tui.core.text import count, did_you_mean
from compact_tui.core.topics import Topic, Topics
from compact_tui.core.views import EvidenceView
from compact_tui.services.agency_books import all_agency
from compact_tui.services.agency_standing import agency_audits_touching
from compact_tui.services.board_books import walk_paths
from compact_tui.services.books import OpenAudit, open_audit
from compact_tui.services.desk import Desk, commit, edit
from compact_tui.services.evidence import add_evidence
from compact_tui.services.naming import standard_named
from compact_tui.services.spot_books import all_counted, all_heard, role_groups
from compact_tui.services.walks import latest_looks
from compact_tui.storage.content import read_content

_KINDS = {KNOWN: "spot-check", SHOWN: "case-file-audit", SEEN: "notice-board"}
"""Ids by which a pack names the kinds of evidence; one that it does not have is the first it has."""


class _Sides(Struct, frozen=True):
    """Everything that stands beside the claims, read once."""

    heard: HeardSide
    files: tuple[FileSide, ...]
    looks: tuple[LatestLook, ...]
    topics: dict[str, frozenset[str]]
    """Ids of the topics of each standard."""


def standing(desk: Desk, standard: str = "") -> StandingView:
    """What is claimed beside what is known, shown and seen; what differs most first.

    Args:
        desk: Where, when and who.
        standard: Id or number of one standard; empty for all.

    Raises:
        UsageError: If there is no audit, or no such standard.
        WorkspaceError: If a book cannot be read.
    """
    opened = open_audit(desk)
    only = standard_named(opened.pack, standard).id if standard else ""
    sides = _sides(desk, opened)
    rows = _rows(desk, opened, sides)
    shared = opened.audit.standing
    newer = bool(shared) and _figures(_counted(desk, opened, sides)) != _figures(shared)
    return StandingView(
        title=f"{words_for(opened.pack).whole} {opened.audit.head.cycle}",
        sentence=list_sentence(rows),
        rows=tuple(row for row in rows if only in ("", row.id)),
        shared=bool(shared),
        share_words=share_words(shared, newer=newer),
        newer_counts=newer,
    )


def differing(desk: Desk, opened: OpenAudit) -> tuple[str, ...]:
    """Where other signs differ from what is claimed, a line for each standard, what differs most first."""
    return most_different(_rows(desk, opened, _sides(desk, opened)))


def _sides(desk: Desk, opened: OpenAudit) -> _Sides:
    topics: tuple[Topic, ...] = read_content("topics.toml", Topics).topic
    titles = {topic.id: topic.title for topic in topics}
    audits = {one.audit.head.id: one.audit for one in all_agency(desk)}
    touching = agency_audits_touching(desk) if audits else ()
    return _Sides(
        heard=heard_side(all_heard(desk), all_counted(desk), role_groups(desk), titles, desk.today),
        files=tuple(FileSide(one, audits[one.id]) for one in touching),
        looks=latest_looks(desk) if walk_paths(desk) else (),
        topics=joined(opened.pack, topics),
    )


def _rows(desk: Desk, opened: OpenAudit, sides: _Sides) -> tuple[StandingRow, ...]:
    pack, audit = opened.pack, opened.audit
    by_id = {standard.id: standard for standard in pack.standard}
    weighed = by_difference(
        (_weighed(desk, opened, sides, standard) for standard in pack.standard),
        {standard.id: at for at, standard in enumerate(pack.standard)},
    )
    rows = []
    for one in weighed:
        standard = by_id[one.line.standard]
        leaves = _to_leave(desk, sides, standard)
        about = places_to_look(sides.looks, sides.files, standard.id, sides.topics[standard.id])
        rows.append(row_of(standard, with_sentence(one), leaves, audit.evidence, about))
    return tuple(rows)


def _weighed(desk: Desk, opened: OpenAudit, sides: _Sides, standard: Standard) -> Weighed:
    claimed = claimed_of(opened.pack, opened.audit, standard)
    return weigh(standard.id, claimed, _beside(desk, sides, standard), desk.today)


def _beside(desk: Desk, sides: _Sides, standard: Standard) -> Beside:
    topics = sides.topics[standard.id]
    return Beside(
        known=known_of(sides.heard, topics, desk.today),
        shown=shown_of(sides.files, standard.id, topics, sides.heard.titles, desk.today),
        seen=seen_of(sides.looks, topics, desk.today),
    )


def _to_leave(desk: Desk, sides: _Sides, standard: Standard) -> Beside:
    """What stands beside the claim, as far as there is enough of it to leave."""
    beside = _beside(desk, sides, standard)
    known = known_to_leave(sides.heard, sides.topics[standard.id], desk.today)
    return Beside(
        known=known if known.answers >= VOICES[KNOWN].least else Known(),
        shown=beside.shown if beside.shown.cases >= VOICES[SHOWN].least else Shown(),
        seen=beside.seen if beside.seen.items >= VOICES[SEEN].least else Seen(),
    )


def standing_evidence(desk: Desk, standard: str, kind: str) -> EvidenceView:
    """Keep a line of a standard as evidence, with its figures and its day; what was kept before stays as it is.

    Args:
        desk: Where, when and who.
        standard: Id or number of the standard.
        kind: ``known shown seen``.

    Raises:
        UsageError: If there is no such standard or line, too little in it, or it is kept already.
    """
    opened = open_audit(desk)
    found = standard_named(opened.pack, standard)
    if kind not in WHERES:
        hint = did_you_mean(kind, WHERES) or f"Lines that can: {', '.join(WHERES)}."
        what = "What we say ourselves" if kind == CLAIMED else f'"{kind}"'
        raise UsageError(f"{what} cannot be kept as evidence.", f"{hint} Nothing was added.")
    sides = _sides(desk, opened)
    voice = next(
        voice for row in _rows(desk, opened, sides) if row.id == found.id for voice in row.voices if voice.kind == kind
    )
    if voice.evidence == NO:
        raise UsageError(
            f"There is too little to keep as evidence for standard {found.number}.",
            f"It takes {count(VOICES[kind].least, *VOICES[kind].unit)} at least. Nothing was added.",
        )
    if voice.evidence == KEPT:
        raise UsageError(f"This is {voice.evidence_words} already.", "There is nothing newer. Nothing was added.")
    leaves = voices_of(_to_leave(desk, sides, found))[kind]
    kinds = [one.id for one in opened.pack.evidence_kind]
    typed = {
        "title": evidence_title(found, leaves),
        "kind": _KINDS[kind] if _KINDS[kind] in kinds else next(iter(kinds), ""),
        "where": WHERES[kind],
        "seen_on": say_day(leaves.last),
    }
    return add_evidence(desk, typed, (found.id,))


def share_standing(desk: Desk, shared: bool) -> StandingShare:
    """Say whether counts of what is known, shown and seen travel with the return.

    They are kept as they are today; said again, they are counted again.

    Args:
        desk: Where, when and who.
        shared: Whether they do.

    Raises:
        UsageError: If there is no audit.
        WorkspaceError: If a book cannot be read, or the audit could not be saved.
    """
    opened = open_audit(desk)
    before = {one.standard: one for one in opened.audit.standing}
    after = {one.standard: one for one in _counted(desk, opened, _sides(desk, opened))} if shared else {}
    if shared and _figures(tuple(before.values())) == _figures(tuple(after.values())):
        after = before
    edits = tuple(
        edit("standing", key, before.get(key), after.get(key))
        for key in dict.fromkeys((*before, *after))
        if before.get(key) != after.get(key)
    )
    if edits:
        what = "counts of standing travel with the return" if shared else "standing does not travel with the return"
        commit(desk, opened.book, "standing", what, edits)
    told = sum(bool(one.known_answers or one.shown_audits or one.seen_items) for one in after.values())
    sentence = share_words(after.values())
    if shared:
        sentence += f" {told} of {count(len(after), words_for(opened.pack).part)} have enough to be told."
    return StandingShare(
        shared=shared,
        counted_on=max((one.counted_on for one in after.values()), default=""),
        standards=told,
        sentence=sentence,
    )


def _counted(desk: Desk, opened: OpenAudit, sides: _Sides) -> tuple[StandingShared, ...]:
    return tuple(
        shared_of(one.id, _to_leave(desk, sides, one), counted_on=desk.today, by=desk.who, at=desk.at)
        for one in opened.pack.standard
    )


def _figures(shared: tuple[StandingShared, ...]) -> tuple[StandingShared, ...]:
    """The counts alone, whoever counted them when."""
    return tuple(replace(one, counted_on="", by="", at="") for one in shared)
