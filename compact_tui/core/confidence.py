"""How surely a fact is known: from the source itself, or only from what others say of it."""

SECONDARY = "C2"
"""Seen in a text about the source, not in the source."""
LOOK_UP = "look it up in the source itself"
"""What is told beside such a fact."""


def told_beside(confidence: str) -> str:
    """What is told beside a fact of this confidence; empty for nothing."""
    return LOOK_UP if confidence == SECONDARY else ""
