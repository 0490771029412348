"""The record of what the setting lets travel with its return of what staff know, files show and boards show."""

from compact_tui.core.record import Record


class StandingShared(Record, frozen=True, kw_only=True):
    """Counts of a standard that the setting has chosen to let travel with the return, as they were on that day.

    There is one for every standard while they are shared, and none while they are not. They are kept as they were,
    so that what was signed does not change by the passing of time.
    """

    standard: str
    counted_on: str
    known_answers: int = 0
    known_full: int = 0
    known_last: str = ""
    """The day of the last answer; empty where there are too few to be told."""
    shown_audits: int = 0
    shown_yes: int = 0
    shown_partly: int = 0
    shown_no: int = 0
    shown_last: str = ""
    seen_items: int = 0
    seen_right: int = 0
    seen_last: str = ""
    by: str = ""
    at: str = ""
