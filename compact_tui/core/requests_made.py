"""Views of requests and reminders that were made."""

from compact_tui.core.audit_views import View


class MadeLine(View, frozen=True, kw_only=True):
    """A request or reminder that was made for one setting."""

    entry: str
    name: str
    folder: str
    """Where its files are."""
    draft_file: str
    to: tuple[str, ...]
    """Empty where the register has no address."""


class MadeView(View, frozen=True, kw_only=True):
    """What was made at once."""

    kind: str
    """``request`` · ``reminder`` · ``reply``."""
    made: tuple[MadeLine, ...]
    passed: tuple[str, ...]
    """Settings for which nothing was made, and why, a sentence each."""
    notes: tuple[str, ...]
    """What is to be looked at before sending, a sentence each."""
    folder: str
    """The folder in which the folders are."""
    sentence: str
    next_step: str

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it, to be read."""
        made = (f"{line.name}: {line.folder}" for line in self.made)
        parts = (self.sentence, self.next_step, *self.notes, *self.passed, *made)
        return tuple(part for part in parts if part)


class NotedView(View, frozen=True, kw_only=True):
    """What was noted as sent."""

    noted: int
    on: str
    sentence: str
