"""What a return tells of what staff know, files show and boards show: counts only."""

from compact_tui.core.return_parts import Part


class ReturnKnown(Part, frozen=True):
    """Answers of spot checks on the topics of a standard; nothing where they are too few."""

    answers: int
    full: int
    last: str


class ReturnShown(Part, frozen=True):
    """What single-agency audits show of a standard; nothing where too few cases were looked at."""

    audits: int
    yes: int
    partly: int
    no: int
    last: str


class ReturnSeen(Part, frozen=True):
    """Things on notice boards that belong to a standard; nothing where they are too few."""

    items: int
    right: int
    last: str


class ReturnStanding(Part, frozen=True):
    """What staff know, files show and boards show of a standard: counts only."""

    id: str
    """Id of the standard."""
    counted_on: str
    """The day on which it was counted."""
    known: ReturnKnown
    shown: ReturnShown
    seen: ReturnSeen
