"""What is shown of the backups: the copies that are there, and what going back to one would change."""

from collections.abc import Iterable, Iterator, Mapping

from compact_tui.core.audit_views import View
from compact_tui.core.change import Edit
from compact_tui.core.partnership_words import NOUNS as PARTNERSHIP_NOUNS
from compact_tui.core.text import count, listed

WHY_WORDS: Mapping[str, str] = {
    "": "as the day began",
    "restore": "before going back",
    "import": "before an import",
    "new-edition": "before a new edition",
    "merge": "before another copy was merged into it",
    "merged": "another copy of it, which was merged",
}
"""Why a copy was made, by what it was made before."""
_NOUNS: Mapping[str, tuple[str, str]] = {
    "setting": ("entry about your setting", "entries about your setting"),
    "checks": ("round of questions", "rounds of questions"),
    "heard": ("answer that was heard", "answers that were heard"),
    "flags": ("flagged question", "flagged questions"),
    "counted": ("count of answers", "counts of answers"),
    "keeping": ("notice to staff", "notices to staff"),
    "groups": ("role group", "role groups"),
    "confirmed": ("confirmed question", "confirmed questions"),
    "audit": ("front sheet of the audit", "front sheets of the audit"),
    "answers": ("answer", "answers"),
    "grades": ("grade", "grades"),
    "summaries": ("summary", "summaries"),
    "evidence": ("piece of evidence", "pieces of evidence"),
    "actions": ("action", "actions"),
    "sign_offs": ("signature", "signatures"),
    "set_asides": ("finding set aside", "findings set aside"),
    "last_grades": ("grade of last time", "grades of last time"),
    "standing": ("count of standing that is shared", "counts of standing that are shared"),
    "returns": ("return", "returns"),
    "reply_answers": ("answer to a reply", "answers to a reply"),
    **PARTNERSHIP_NOUNS,
}
"""What the records of a table are called; others are called entries."""

_HAPPENS = (("comes back", "come back"), ("goes", "go"), ("changes", "change"))
"""What happens to one and to several: added, removed, changed."""


class BackupLine(View, frozen=True, kw_only=True):
    """A copy of a book."""

    id: str
    """Such as ``2026-12-03/setting``."""
    day: str
    day_words: str
    why: str
    """What it was made before, such as ``restore``; empty for the copy of the day."""
    why_words: str
    book: str
    """The book's file, from the workspace on."""
    book_words: str
    size: int
    """Bytes."""
    size_words: str
    readable: bool
    state_words: str
    """Whether it can be opened, and if not, why."""


class BackupsView(View, frozen=True, kw_only=True):
    """The copies that are there, newest first."""

    backups: tuple[BackupLine, ...]
    sentence: str


class CountOf(View, frozen=True, kw_only=True):
    """How many records of one kind would change."""

    table: str
    added: int
    removed: int
    changed: int
    words: str


class BackupPart(View, frozen=True, kw_only=True):
    """What would change in one standard, or elsewhere."""

    number: str
    """Number of the standard; empty for what belongs to none."""
    title: str
    lines: tuple[str, ...]


class BackupView(View, frozen=True, kw_only=True):
    """What would change if a copy were restored."""

    backup: BackupLine
    changes: int
    """How many records would change."""
    whole_file: bool
    """Whether the book itself is gone, so that the copy takes its place as it is."""
    sentence: str
    counts: tuple[CountOf, ...]
    parts: tuple[BackupPart, ...]
    stays: str
    """What stays as it is now, whatever the copy says."""


class RestoredView(View, frozen=True, kw_only=True):
    """What was restored."""

    id: str
    present: str
    """Id of the copy of how it was just before; empty where nothing was there."""
    changes: int
    whole_file: bool
    sentence: str
    undo: str
    """How to take it back."""
    undoable: bool = False
    """Whether the undo of the audit takes it back."""


def counts_of_edits(edits: Iterable[Edit]) -> tuple[CountOf, ...]:
    """How many records of each kind some edits add, remove and change, in the order in which they come."""
    by_table: dict[str, list[Edit]] = {}
    for edit in edits:
        by_table.setdefault(edit.table, []).append(edit)
    return tuple(_count(table, found) for table, found in by_table.items())


def _count(table: str, edits: list[Edit]) -> CountOf:
    added = sum(edit.before is None for edit in edits)
    removed = sum(edit.after is None for edit in edits)
    changed = len(edits) - added - removed
    one, many = _NOUNS.get(table, ("entry", "entries"))
    said = [
        f"{count(number, one, many)} {verb if number == 1 else verbs}"
        for number, (verb, verbs) in zip((added, removed, changed), _HAPPENS, strict=True)
        if number
    ]
    return CountOf(table=table, added=added, removed=removed, changed=changed, words=listed(said))


def preview_lines(view: BackupView) -> Iterator[str]:
    """What would change, as lines to read."""
    yield view.sentence
    for one in view.counts:
        yield f"  {one.words}"
    if view.stays:
        yield view.stays
    for part in view.parts:
        yield ""
        yield f"{part.number} {part.title}".strip()
        for line in part.lines:
            yield f"  {line}"
