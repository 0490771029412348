"""What is told of a wrapping that cannot be opened."""


class Unreadable(Exception):  # noqa: N818 (it says why a file is put aside, and ends nothing)
    """A wrapping that cannot be opened.

    Args:
        reason: Why, as the end of a sentence.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
