"""The rules of standing, as data: from when on something tells, what it says, and what differs from what is claimed."""

from collections.abc import Mapping

from msgspec import Struct

KNOWN, SHOWN, SEEN = "known", "shown", "seen"
NONE, TOO_FEW, OLD, GOOD, MIXED, POOR = "none", "too-few", "old", "good", "mixed", "poor"
JUDGED = frozenset({GOOD, MIXED, POOR})
"""How something stands where it may be set beside a claim."""
STRONG, MIDDLE, WEAK, NO_CLAIM = "strong", "middle", "weak", ""


class VoiceRule(Struct, frozen=True, kw_only=True):
    """When one way of knowing tells something, and what."""

    id: str
    words: str
    """What it is, in a word or two."""
    none: str
    """What is said where there is nothing."""
    unit: tuple[str, str]
    """What is counted, one and several."""
    least: int
    """So many of the unit at least, before anything is judged."""
    good_from: int
    """Hundredths from which it speaks for a strong claim."""
    poor_below: int
    """Hundredths below which it speaks for a weak one."""
    why: str
    """The reason for these numbers."""


VOICES: Mapping[str, VoiceRule] = {
    rule.id: rule
    for rule in (
        VoiceRule(
            id=KNOWN,
            words="Staff know",
            none="nobody was asked about it yet",
            unit=("answer", "answers"),
            least=5,
            good_from=80,
            poor_below=50,
            why="Fewer than five answers could be one person's bad morning, and could point at that person. Known and "
            "not yet known are drawn where the results of spot checks draw them.",
        ),
        VoiceRule(
            id=SHOWN,
            words="Files show",
            none="no single-agency audit touches it yet",
            unit=("case", "cases"),
            least=4,
            good_from=80,
            poor_below=50,
            why="With fewer than four files one unusual family would be a quarter of the picture.",
        ),
        VoiceRule(
            id=SEEN,
            words="Boards show",
            none="nothing of it was looked at on a notice board yet",
            unit=("thing", "things"),
            least=3,
            good_from=90,
            poor_below=50,
            why="A board is quickly put right, so more is asked of it: one thing wrong among nine already differs.",
        ),
    )
}
"""The three ways of knowing that stand beside the claim, in the order in which they are shown."""
OLD_AFTER_MONTHS = 12
"""What is older is shown and not judged: a school year changes who works there."""
CLAIMED_GOOD_FROM, CLAIMED_POOR_BELOW = 80, 50
"""Hundredths of answers in place that stand for a strong and for a weak claim, where a pack has no grades."""

GAPS: Mapping[tuple[str, str], int] = {
    (STRONG, GOOD): 0,
    (STRONG, MIXED): 1,
    (STRONG, POOR): 2,
    (MIDDLE, GOOD): -1,
    (MIDDLE, MIXED): 0,
    (MIDDLE, POOR): 1,
    (WEAK, GOOD): -1,
    (WEAK, MIXED): 0,
    (WEAK, POOR): 0,
}
"""How far a claim and one way of knowing are apart: above nothing, more is claimed than the other says."""

MORE, UNGRADED, LESS, AGREES = "claims-more", "not-claimed", "claims-less", "agrees"
OLD_DATA, TOO_LITTLE, NOTHING, NOT_ASKED = "old", "too-little", "no-data", "not-applicable"


class Difference(Struct, frozen=True):
    """What can be said about a standard as a whole."""

    id: str
    words: str
    """In a list: it names what to look at, never who is to blame."""
    state: str
    """State whose glyph stands for it."""


DIFFERENCES: tuple[Difference, ...] = (
    Difference(MORE, "other signs are weaker", "attention"),
    Difference(UNGRADED, "not claimed yet", "started"),
    Difference(LESS, "other signs are stronger", "started"),
    Difference(OLD_DATA, "too old to tell", "none"),
    Difference(TOO_LITTLE, "too little to tell", "none"),
    Difference(NOTHING, "nothing beside it yet", "none"),
    Difference(AGREES, "the signs agree", "done"),
    Difference(NOT_ASKED, "does not apply", "none"),
)
"""All that can be said, in the order of the list: what differs most first."""


def judged(kind: str, amount: int, hundredths: int, *, old: bool, unsafe: bool = False) -> str:
    """What one way of knowing says, as ``none too-few old good mixed poor``.

    Args:
        kind: An id of ``VOICES``.
        amount: How much there is of its unit.
        hundredths: How much of that was right.
        old: Whether all of it is older than ``OLD_AFTER_MONTHS``.
        unsafe: Whether something unsafe was heard since and not answered safely: that outweighs every number.
    """
    rule = VOICES[kind]
    if unsafe:
        return POOR
    if not amount:
        return NONE
    if old:
        return OLD
    if amount < rule.least:
        return TOO_FEW
    return _placed(hundredths, rule.good_from, rule.poor_below)


def claim_by_answers(hundredths: int) -> str:
    """How strong a claim is where a pack has no grades."""
    return {GOOD: STRONG, MIXED: MIDDLE, POOR: WEAK}[_placed(hundredths, CLAIMED_GOOD_FROM, CLAIMED_POOR_BELOW)]


def _placed(hundredths: int, good_from: int, poor_below: int) -> str:
    return GOOD if hundredths >= good_from else POOR if hundredths < poor_below else MIXED


def difference_of(claim: str, voices: Mapping[str, str], *, asked: bool) -> tuple[str, int]:
    """What can be said about a standard, and how far apart the claim and the others are.

    More is claimed where any other sign is weaker; less only where every sign that can be judged is stronger.

    Args:
        claim: ``strong middle weak``; empty where nothing is claimed.
        voices: What each way of knowing says, as ``judged`` gives it.
        asked: False where nothing of the standard applies.
    """
    if not asked:
        return NOT_ASKED, 0
    told = [state for state in voices.values() if state in JUDGED]
    if not told:
        states = set(voices.values())
        return (OLD_DATA if OLD in states else TOO_LITTLE if TOO_FEW in states else NOTHING), 0
    if claim == NO_CLAIM:
        return UNGRADED, told.count(POOR)
    gaps = [GAPS[claim, state] for state in told]
    over = sum(gap for gap in gaps if gap > 0)
    if over:
        return MORE, over
    return (LESS, -sum(gaps)) if max(gaps) < 0 else (AGREES, 0)
