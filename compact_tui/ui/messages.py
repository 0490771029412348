"""Messages that screens and the saving thread send to the program."""

from textual.message import Message

from compact_tui.core.errors import CompactError


class Go(Message):
    """The person wants to be somewhere else.

    Args:
        place: ``home setup audit standard criterion grade return evidence actions``.
        standard: Id of the standard, where the place has one.
        criterion: Id of the criterion, where the place has one.
    """

    def __init__(self, place: str, standard: str = "", criterion: str = "") -> None:
        super().__init__()
        self.place = place
        self.standard = standard
        self.criterion = criterion


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
