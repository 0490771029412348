"""What is shown of a workbook that was written, and of one that comes back."""

from compact_tui.core.audit_views import View
from compact_tui.core.merge_words import MergeView


class WorkbookWritten(View, frozen=True, kw_only=True):
    """A workbook that was written."""

    path: str
    standards: tuple[str, ...]
    """Ids of the standards in it."""
    part: str
    """Id under which it is noted that it was lent; empty where it was lent to nobody."""
    sentence: str


class WorkbookTaken(View, frozen=True, kw_only=True):
    """What a workbook would change, or has changed."""

    merge: MergeView
    wrong: tuple[str, ...]
    """Cells and rows that cannot be taken, one sentence each; they are among the notes of the merge too."""
    backup: str = ""
    """Path of the copy of the audit as it was before; empty while nothing was taken in."""

    @property
    def settled(self) -> bool:
        """Whether nothing is left to put right or to choose."""
        return not self.wrong and not self.merge.undecided
