"""Views of collecting: what came in, what was put aside and why, and what a person has to decide."""

from compact_tui.core.audit_views import View

ACCEPTED, DUPLICATE, SUPERSEDED, QUARANTINED = "accepted", "duplicate", "superseded", "quarantined"


class PutAside(View, frozen=True, kw_only=True):
    """A file that was not taken."""

    file: str
    reason: str
    remedy: str = ""
    """What to write to whoever sent it."""


class Collected(View, frozen=True, kw_only=True):
    """What came of collecting."""

    accepted: int
    duplicates: int
    superseded: int
    """Returns that count no more because a later one of the same setting and round is here."""
    quarantined: tuple[PutAside, ...]
    other: int
    """Documents of another kind that were kept: single-agency audits, rows of spot checks, answers."""
    unmatched: int
    """Returns that belong to no setting of the register yet."""
    passed: int
    """Files that hold nothing for this program, such as pictures in mails."""
    stopped: bool
    """Whether it was stopped before the end; run it again to go on."""
    sentence: str
