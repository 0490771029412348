"""Views of reading returns: the queue, and a return with what was decided about it beside what the setting wrote."""

from compact_tui.core.audit_views import View
from compact_tui.core.reasons_to_look import Reason


class QueueLine(View, frozen=True, kw_only=True):
    """A return in the queue."""

    id: str
    """Of its reading: id of the return, with ``#2`` where it is read a second time, blind."""
    return_id: str
    entry: str
    name: str
    sector: str
    sector_word: str
    reader: str
    """Empty while nobody reads it."""
    reader_words: str
    """Who reads it, and whether that is the second time."""
    second: bool
    reasons: tuple[Reason, ...]
    weight: int
    decided: int
    """How many decisions were made in this reading."""
    done_on: str
    state: str
    """``done started not-started``."""
    state_words: str
    why: str
    """The weightiest reason, and how many more there are."""


class ReaderLine(View, frozen=True, kw_only=True):
    """How far a reader is."""

    name: str
    returns: int
    done: int
    words: str


class QueueView(View, frozen=True, kw_only=True):
    """The returns of the round that want reading, those first that want it most."""

    reader: str
    """Whose queue it is; empty for everybody's."""
    lines: tuple[QueueLine, ...]
    readers: tuple[ReaderLine, ...]
    waiting: int
    """Returns that nobody reads yet."""
    second: int
    """Returns that are read twice."""
    agreement: tuple[str, ...]
    """How far the two readings agree, in sentences."""
    title: str
    sentence: str


class DecisionLine(View, frozen=True, kw_only=True):
    """Something that was decided about a return."""

    id: str
    kind: str
    """``moderation comment question recommendation``."""
    standard: str
    words: str
    by: str
    at: str


class StandardBeside(View, frozen=True, kw_only=True):
    """A standard of a return: what the setting wrote, and what the committee says."""

    id: str
    number: str
    title: str
    own: str
    """Level id, or ``not-graded``."""
    own_word: str
    moderated: str
    """Level id; empty where the setting's own grade stands."""
    moderated_word: str
    reason: str
    """Why the committee grades it so."""
    theirs: tuple[str, ...]
    """The setting's words, line by line."""
    ours: tuple[str, ...]
    """What was decided, line by line."""
    state: str
    """``done`` where something was decided, ``attention`` where there is a reason to look, else ``none``."""
    word: str
    """The own grade, with the committee's behind it where that differs."""


class ReadingView(View, frozen=True, kw_only=True):
    """A return beside its decisions."""

    id: str
    return_id: str
    entry: str
    name: str
    sector_word: str
    cycle: str
    reader: str
    second: bool
    done_on: str
    told: tuple[str, ...]
    """What must be known before reading on, in sentences."""
    reasons: tuple[Reason, ...]
    levels: tuple[tuple[str, str], ...]
    standards: tuple[StandardBeside, ...]
    plan: tuple[str, ...]
    """The setting's actions, one a line."""
    plan_words: str
    whole: tuple[str, ...]
    """What was decided about the return as a whole, line by line."""
    contacts: tuple[str, ...]
    """What was spoken with the setting, newest first."""
    decisions: tuple[DecisionLine, ...]
    """Every decision with its number, oldest first."""
    next: str
    """The reading that comes next in the same queue; empty where all the others are finished."""
    sentence: str = ""
    """What was done, and what is still open then; empty where it is only looked at."""


class ContactLine(View, frozen=True, kw_only=True):
    """A contact with a setting."""

    id: str
    entry: str
    name: str
    """The setting's."""
    on: str
    words: str
    """When, how, about what, and what was agreed."""


class ContactLog(View, frozen=True, kw_only=True):
    """The contacts with one setting, or with all."""

    lines: tuple[ContactLine, ...]
    """Newest first."""
    sentence: str

    @property
    def told(self) -> tuple[str, ...]:
        """It as lines."""
        return (self.sentence, *(f"{one.name}: {one.words}" for one in self.lines))


class Allocated(View, frozen=True, kw_only=True):
    """What came of sharing returns out."""

    given: tuple[tuple[str, str], ...]
    """Reading and reader."""
    left: tuple[str, ...]
    """Returns that nobody may read."""
    sentence: str


class ReadingFile(View, frozen=True, kw_only=True):
    """A file of a reader's that was made, or opened in a workspace of its own."""

    id: str
    reader: str
    returns: int
    path: str
    sentence: str
    next_step: str


def queue_lines(view: QueueView) -> tuple[str, ...]:
    """How the reading stands, as lines below the queue."""
    readers = tuple(line.words for line in view.readers) or ("Nobody reads yet: share the returns out first.",)
    return (view.sentence, *readers, *(("", *view.agreement) if view.agreement else ()))


def line_about(line: QueueLine) -> tuple[str, ...]:
    """A return of the queue with all its reasons, as lines."""
    who = f"Read by {line.reader}" if line.reader else "Nobody reads it yet"
    blind = ", a second time, blind" if line.second else ""
    reasons = tuple(f"- {reason.words}" for reason in line.reasons) or ("No rule asks for a look.",)
    return (f"{line.name}, {line.sector_word}", f"{who}{blind}: {line.state_words}.", *reasons)
