"""What a person sees of standing: the standards in a ranked list, four lines to each, and what travels."""

from collections.abc import Iterable, Mapping

from compact_tui.core.audit import Evidence
from compact_tui.core.audit_views import View
from compact_tui.core.days import say_short
from compact_tui.core.pack import Standard
from compact_tui.core.standing import Beside, Known, Shown, StandingLine
from compact_tui.core.standing_rules import (
    DIFFERENCES,
    GOOD,
    KNOWN,
    LESS,
    MIXED,
    MORE,
    POOR,
    SEEN,
    SHOWN,
    VOICES,
)
from compact_tui.core.standing_shared import StandingShared
from compact_tui.core.standing_words import Voice, by_telling, claim_words, voice_words, voices_of
from compact_tui.core.text import capitalised, count, listed

CLAIMED = "claimed"
"""The fourth line, beside the ids of ``standing_rules.VOICES``."""
NOT_HELD = "Sharing is your choice; not sharing is never held against anyone."
NO, NEW, NEWER, KEPT = "", "new", "newer", "kept"
"""Whether a line can be kept as evidence: not, for the first time, because there is something newer, or it is kept."""
WHERES: Mapping[str, str] = {
    KNOWN: "Spot checks in this program: counts of answers, no names",
    SHOWN: "Single-agency audits in this program: counts of cases, no names",
    SEEN: "Walks round the notice boards in this program",
}
"""Where evidence made of a line lies; by this an item is known again."""
_STATES = {GOOD: "done", MIXED: "started", POOR: "attention"}


class StandingVoice(View, frozen=True, kw_only=True):
    """One line of a standard: what is claimed, or one way of knowing."""

    kind: str
    """``claimed known shown seen``."""
    title: str
    words: str
    age: str
    state: str
    """State whose glyph stands for it."""
    place: str
    """The place that explains it."""
    about: str
    """What to open there; empty for the place as a whole."""
    evidence: str = NO
    """``new newer kept``; empty where it cannot be kept as evidence."""
    evidence_words: str = ""


class StandingRow(View, frozen=True, kw_only=True):
    """A standard in the list."""

    id: str
    number: int
    title: str
    short: str
    state: str
    words: str
    """What differs, in a few words."""
    line: StandingLine
    voices: tuple[StandingVoice, ...]
    opens: StandingVoice
    """The line that tells most: where the difference is explained."""


class StandingView(View, frozen=True, kw_only=True):
    """Standing: every standard, what differs most first."""

    title: str
    sentence: str
    rows: tuple[StandingRow, ...]
    shared: bool
    """Whether the counts travel with the return."""
    share_words: str
    newer_counts: bool
    """Whether there are other counts than those that travel."""


class StandingShare(View, frozen=True, kw_only=True):
    """What became of the choice whether standing travels."""

    shared: bool
    counted_on: str
    standards: int
    """How many standards have a count in what travels."""
    sentence: str


def row_of(
    standard: Standard,
    line: StandingLine,
    leaves: Beside,
    kept: Iterable[Evidence],
    about: Mapping[str, str],
) -> StandingRow:
    """A standard as it is shown.

    Args:
        standard: The standard.
        line: Its line.
        leaves: Each way of knowing as far as it may leave: only that can become evidence.
        kept: The evidence of the audit.
        about: What explains each line best, by its kind.
    """
    difference = next(one for one in DIFFERENCES if one.id == line.difference)
    known, fit = tuple(kept), voices_of(leaves)
    voices = {
        CLAIMED: StandingVoice(
            kind=CLAIMED,
            title="We say",
            words=_capital(claim_words(line.claimed)),
            age=line.claimed.age,
            state="done" if line.claimed.level or not line.claimed.graded else "not-started",
            place="standard",
            about=standard.id,
        )
    }
    for kind, voice in voices_of(line).items():
        state, words = _offer(standard, kind, fit[kind], known)
        voices[kind] = StandingVoice(
            kind=kind,
            title=VOICES[kind].words,
            words=_capital(voice_words(kind, voice)),
            age=voice.age,
            state=_STATES.get(voice.says, "none"),
            place=_place(kind, about.get(kind, "")),
            about=line.known.telling.id if kind == KNOWN and line.known.telling else about.get(kind, ""),
            evidence=state,
            evidence_words=words,
        )
    first = next(iter(by_telling(line)), CLAIMED)
    return StandingRow(
        id=standard.id,
        number=standard.number,
        title=standard.title,
        short=standard.short or standard.title,
        state=difference.state,
        words=difference.words,
        line=line,
        voices=tuple(voices.values()),
        opens=voices[first],
    )


def _place(kind: str, about: str) -> str:
    if kind == KNOWN:
        return "results"
    if kind == SHOWN:
        return "agencyaudit" if about else "agency"
    return "board" if about else "boards"


def _capital(words: str) -> str:
    return capitalised(words)


def _offer(standard: Standard, kind: str, voice: Voice, kept: Iterable[Evidence]) -> tuple[str, str]:
    """Whether a line can be kept as evidence, and what is said about it."""
    if not amount_of(voice):
        return NO, "too little to keep as evidence"
    made = [item for item in kept if item.where == WHERES[kind] and standard.id in item.supports]
    if not made:
        return NEW, "can be kept as evidence"
    seen_on = max(item.seen_on for item in made)
    if voice.last > seen_on:
        return NEWER, f"kept as evidence of {say_short(seen_on)}; there is something newer"
    return KEPT, f"kept as evidence of {say_short(seen_on)}"


def amount_of(voice: Voice) -> int:
    """How much there is of one way of knowing."""
    if isinstance(voice, Known):
        return voice.answers
    return voice.cases if isinstance(voice, Shown) else voice.items


def evidence_title(standard: Standard, voice: Voice) -> str:
    """A line as the title of a piece of evidence, with its figures and its day."""
    return f"{_evidence_what(voice)} on standard {standard.number}, last {say_short(voice.last)}: {_figures(voice)}"


def _evidence_what(voice: Voice) -> str:
    if isinstance(voice, Known):
        return f"Spot checks, {count(voice.answers, 'answer')}"
    if isinstance(voice, Shown):
        return f"{count(voice.audits, 'single-agency audit')}, {count(voice.cases, 'case')}"
    return f"Notice boards, {count(voice.items, 'thing')}"


def _figures(voice: Voice) -> str:
    if isinstance(voice, Known):
        parts = ((voice.full, "full"), (voice.partial, "partial"), (voice.not_yet, "not yet"))
    elif isinstance(voice, Shown):
        parts = ((voice.yes, "yes"), (voice.partly, "partly"), (voice.no, "no"))
    else:
        parts = ((voice.right, "right"), (voice.wrong, "not right"), (0, ""))
    return listed(f"{number} {word}" for number, word in parts if number)


def list_sentence(rows: Iterable[StandingRow]) -> str:
    """How many standards differ, in a few words."""
    found = [row.line.difference for row in rows]
    differ = found.count(MORE) + found.count(LESS)
    if not differ:
        return "nothing differs so far"
    return f"{differ} of {len(found)} {'differs' if differ == 1 else 'differ'}"


def most_different(rows: Iterable[StandingRow]) -> tuple[str, ...]:
    """The standards where other signs differ from what is claimed, a line each, what differs most first."""
    return tuple(f"{row.number} {row.title}: {row.line.because}" for row in rows if row.line.difference in (MORE, LESS))


def shared_of(standard: str, leaves: Beside, *, counted_on: str, by: str, at: str) -> StandingShared:
    """The counts of a standard as they travel."""
    known, shown, seen = leaves.known, leaves.shown, leaves.seen
    return StandingShared(
        standard=standard,
        counted_on=counted_on,
        known_answers=known.answers,
        known_full=known.full,
        known_last=known.last,
        shown_audits=shown.audits,
        shown_yes=shown.yes,
        shown_partly=shown.partly,
        shown_no=shown.no,
        shown_last=shown.last,
        seen_items=seen.items,
        seen_right=seen.right,
        seen_last=seen.last,
        by=by,
        at=at,
    )


def share_words(shared: Iterable[StandingShared], *, newer: bool = False) -> str:
    """Whether the counts travel with the return, in a sentence or two."""
    days = sorted({one.counted_on for one in shared})
    if not days:
        return f"What staff know, files show and boards show is not in the return. {NOT_HELD}"
    day, more = say_short(days[-1]), " There are newer ones." if newer else ""
    return f"Counts of what staff know, files show and boards show, of {day}, travel with the return.{more}"
