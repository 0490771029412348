"""What a return keeps of items that its pack does not have."""

from compact_tui.core.return_parts import Part, ReturnAction, ReturnCriterion, ReturnEvidence, ReturnGrade


class ParkedAnswer(ReturnCriterion, frozen=True, tag_field="record", tag="answer"):
    """An answer to a criterion that the pack does not ask."""


class ParkedGrade(ReturnGrade, frozen=True, tag_field="record", tag="grade"):
    """The grade of a standard that the pack does not have."""


class ParkedSummary(Part, frozen=True, tag_field="record", tag="summary"):
    """The summary of a standard that the pack does not have."""

    id: str
    summary: str
    by: str
    at: str


class ParkedEvidence(ReturnEvidence, frozen=True, tag_field="record", tag="evidence"):
    """Evidence for nothing that the pack asks."""


class ParkedAction(ReturnAction, frozen=True, tag_field="record", tag="action"):
    """An action from nothing that the pack asks."""


Parked = ParkedAnswer | ParkedGrade | ParkedSummary | ParkedEvidence | ParkedAction
"""A parked record, told apart by ``record``."""
