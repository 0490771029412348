"""What else is shown of a standard, where one more group of the same settings is to be."""

from collections.abc import Mapping, Sequence

from compact_tui.core.suppression import may_stand

Overlaps = Mapping[frozenset[str], int]
"""For every set of names of groups how many settings are in exactly these."""


class Around:
    """How the groups of one standard overlap, and which are shown: of those that graded it, and of all asked for it.

    Of the latter counts what may be shown at all, not what is: so what is kept back tells nothing about who graded it.

    Args:
        graded: How those that graded it overlap.
        asked: How all that were asked for it do.
        shown: The groups that are shown.
        could: Those that may be, whoever graded it.
    """

    def __init__(self, graded: Overlaps, asked: Overlaps, shown: Sequence[str], could: Sequence[str]) -> None:
        self._graded, self._asked = graded, asked
        self._shown, self._could = list(shown), list(could)

    def stands(self, group: str, threshold: int) -> bool:
        """Whether a group may be shown beside them."""
        there = any(group in names for names in self._graded)
        return (
            there
            and bool(self._shown)
            and self._may(group, threshold)
            and may_stand(self._graded, group, self._shown, threshold)
        )

    def add(self, group: str, threshold: int, *, shown: bool) -> None:
        """A group that was looked at."""
        self._shown += [group] if shown else []
        self._could += [group] if self._may(group, threshold) else []

    def _may(self, group: str, threshold: int) -> bool:
        return may_stand(self._asked, group, self._could, threshold)
