"""Messages that screens and the saving thread send to the program."""

from textual.message import Message

from compact_tui.core.errors import CompactError


class Go(Message):
    """The person wants to be somewhere else.

    Args:
        place: ``home setup audit standard criterion grade return evidence actions review`` …
        standard: Id of the standard, where the place has one.
        criterion: Id of the criterion, where the place has one.
        field: What to begin with there: a field, or the id of a record; empty for its usual beginning.
        back: The place that escape leads back to, where that is not the usual one.
    """

    def __init__(self, place: str, standard: str = "", criterion: str = "", *, field: str = "", back: str = "") -> None:
        super().__init__()
        self.place = place
        self.standard = standard
        self.criterion = criterion
        self.field = field
        self.back = back


class SavedNow(Message):
    """The saving thread has written everything.

    Args:
        merged: Someone else's changes came in with it.
        conflicts: How many fields both had changed; ours stands, theirs is in the history.
    """

    def __init__(self, merged: bool, conflicts: int) -> None:
        super().__init__()
        self.merged = merged
        self.conflicts = conflicts


class NotSaved(Message):
    """The saving thread could not write; everything is kept in memory."""

    def __init__(self, error: CompactError) -> None:
        super().__init__()
        self.error = error
