"""Views of a round as the partnership chases it: who is awaited, by sector, by day, and what was sent."""

from compact_tui.core.audit_views import View
from compact_tui.core.days import say_day, say_short
from compact_tui.core.text import count


class AwaitedLine(View, frozen=True, kw_only=True):
    """A setting whose return has not come."""

    id: str
    name: str
    sector: str
    sector_word: str
    due: str
    days_late: int
    """0 on the day it is due and before, and where no day was said."""
    asked_on: str
    """When the request was made; empty where none was."""
    asked_sent: str
    """When it was sent; empty where nobody has said so."""
    reminders: int
    reminded_on: str
    """When the newest reminder was made."""
    email: str
    maybe_here: bool
    """Whether a return that is here and belongs to nobody yet could be theirs."""
    short: str
    """How late it is, in two or three words."""
    words: str
    """The same with what was done about it."""


class SectorLine(View, frozen=True, kw_only=True):
    """How a sector has answered."""

    sector: str
    word: str
    expected: int
    returned: int
    awaited: int
    late: int
    percent: int


class RateLine(View, frozen=True, kw_only=True):
    """How many had answered by the end of a day on which something came."""

    day: str
    came: int
    returned: int
    percent: int


class SentLine(View, frozen=True, kw_only=True):
    """Something that was made for a setting in this round."""

    id: str
    kind: str
    """``request`` · ``reminder``."""
    entry: str
    name: str
    made_on: str
    sent_on: str
    sent_words: str
    folder: str


class ChaseView(View, frozen=True, kw_only=True):
    """The round: who has answered, who has not, what was sent."""

    cycle: str
    due: str
    expected: int
    returned: int
    late: int
    """Settings whose day has passed and whose return has not come."""
    percent: int
    unsent: int
    """Requests and reminders that were made and that nobody has said were sent."""
    sectors: tuple[SectorLine, ...]
    awaited: tuple[AwaitedLine, ...]
    """By sector, then the latest first, then by name."""
    rate: tuple[RateLine, ...]
    log: tuple[SentLine, ...]
    """Newest first."""
    sentence: str

    @property
    def standing(self) -> tuple[str, ...]:
        """How the round stands, in sentences."""
        unsent = (f"{count(self.unsent, 'email')} made and not noted as sent yet.",) if self.unsent else ()
        return (self.sentence, *unsent)

    @property
    def lines(self) -> tuple[str, ...]:
        """The figures, to be read."""
        sectors = (
            f"{one.word}: {one.returned} of {one.expected} ({one.percent} per cent), {one.late} late"
            for one in self.sectors
        )
        days = tuple(f"By the end of {say_day(one.day)}: {one.returned}, {one.percent} per cent" for one in self.rate)
        return (*self.standing, "", *sectors, *((("", *days)) if days else ()))

    @property
    def log_lines(self) -> tuple[str, ...]:
        """What was made and sent, a line each, newest first."""
        return tuple(
            f"{say_short(one.made_on)}  {one.kind}  {one.name}; sent: {one.sent_words}  ({one.folder})"
            for one in self.log
        )
