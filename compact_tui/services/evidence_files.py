"""The files of evidence: what they hold, and whether they changed, were moved or are gone."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.audit import Evidence
from compact_tui.core.errors import CompactError
from compact_tui.core.record_views import FileCheck, VerifyView
from compact_tui.core.text import count, size_words
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk, commit, edit
from compact_tui.services.record_parts import record_named
from compact_tui.storage.fingerprint import Fingerprint, find_moved, fingerprint, is_something, path_of, size_of

WORDS = {
    "gone": "gone",
    "unreadable": "cannot be read",
    "changed": "changed",
    "moved": "moved",
    "not-kept": "not looked at yet",
    "same": "same",
}
"""Each state in words, the one that needs a look first."""
_TAKES = {
    "changed": "Take it as it is now.",
    "moved": "Take its new place.",
    "not-kept": "Keep what it holds now.",
}


class FileWanted(Struct, frozen=True):
    """A file that is to be kept with a piece of evidence."""

    path: str
    """As it was typed; empty for none."""
    needed: bool
    """Whether it has to be readable; else a path that leads nowhere is kept as it is."""


class FileKept(Struct, frozen=True):
    """A file that was looked at."""

    path: str
    sha256: str = ""
    """Empty where it could not be read."""
    size: int = 0


def look_at_file(wanted: FileWanted) -> FileKept:
    """Read a file, so that it can be told later whether it changed.

    Reads the file whole and touches nothing else, so that it may run beside the screen.

    Raises:
        FileNotAcceptableError: If it is a folder or a device, or reading it takes too long.
        WorkspaceError: If it is not there or cannot be read.
    """
    if not wanted.path:
        return FileKept("")
    path = path_of(wanted.path).absolute()
    try:
        found = fingerprint(path)
    except CompactError:
        if wanted.needed:
            raise
        return FileKept(wanted.path)
    return FileKept(str(path), found.sha256, found.size)


def file_fields(wanted: FileWanted, today: str, looked: FileKept | None = None) -> dict[str, Any]:
    """What a piece of evidence keeps of its file.

    Args:
        wanted: The file.
        today: The day (``YYYY-MM-DD``).
        looked: What it holds, where somebody has read it already.

    Raises:
        FileNotAcceptableError: As for :func:`look_at_file`.
        WorkspaceError: As for :func:`look_at_file`.
    """
    kept = looked or look_at_file(wanted)
    day = today if kept.sha256 else ""
    return {"file": kept.path, "sha256": kept.sha256, "file_size": kept.size, "file_on": day}


def files_to_check(desk: Desk, evidence_id: str = "") -> tuple[Evidence, ...]:
    """The evidence that has a file on this computer; only the one with an id, if one is given.

    Raises:
        UsageError: If there is no such evidence.
    """
    all_of_it = open_audit(desk).audit.evidence
    if evidence_id:
        all_of_it = (record_named(all_of_it, evidence_id, "evidence", "evidence"),)
    return tuple(item for item in all_of_it if item.file)


def check_file(item: Evidence) -> FileCheck:
    """What became of the file of one piece of evidence. Reads files and touches nothing else."""
    path = path_of(item.file)
    try:
        size = size_of(path)
    except CompactError as error:
        return _away(item, error)
    try:
        found = fingerprint(path)
    except CompactError as error:
        if item.sha256 and size != item.file_size:  # that alone says that it changed
            return _check(item, "changed", f"{_sizes(item, size)} {error.message}")
        return _check(item, "unreadable", f"{error.message} {error.hint}".strip())
    now = {"sha256": found.sha256, "size": found.size}
    if not item.sha256:
        return _check(item, "not-kept", "The file is there; what it holds was not kept before.", **now)
    if found.sha256 != item.sha256:
        return _check(item, "changed", _sizes(item, found.size), **now)
    return _check(item, "same", "As it was kept.", **now)


def _sizes(item: Evidence, size: int) -> str:
    if size == item.file_size:
        return f"It holds something else now, in the same {size_words(size)}."
    return f"It holds something else now: {size_words(item.file_size)} then, {size_words(size)} now."


def _away(item: Evidence, error: CompactError) -> FileCheck:
    """A file that is not where it was: moved if what it held lies near by, else gone or unreadable."""
    path = path_of(item.file).absolute()
    if is_something(path):
        return _check(item, "unreadable", f"{error.message} {error.hint}".strip())
    kept = Fingerprint(item.sha256, item.file_size)
    moved = find_moved(path, kept) if item.sha256 else None
    if moved is None:
        return _check(item, "gone", "It is not there, nor near by. Give its new place, or take the file out here.")
    now = {"sha256": kept.sha256, "size": kept.size}
    return _check(item, "moved", f"It lies at {moved} now.", found=str(moved), **now)


def _check(item: Evidence, state: str, sentence: str, **more: Any) -> FileCheck:
    return FileCheck(
        id=item.id,
        title=item.title,
        path=item.file,
        state=state,
        word=WORDS[state],
        sentence=sentence,
        takes=_TAKES.get(state, "") if more.get("sha256") else "",
        **more,
    )


def checked(checks: tuple[FileCheck, ...]) -> VerifyView:
    """The checks of several files as one view, what needs a look first."""
    order = tuple(WORDS)
    counts = [(sum(check.state == state for check in checks), WORDS[state]) for state in order]
    said = ", ".join(f"{number} {word}" for number, word in counts if number)
    none = "No evidence has a file on this computer, so there is nothing to check."
    return VerifyView(
        files=tuple(sorted(checks, key=lambda check: order.index(check.state))),
        same=all(check.state == "same" for check in checks),
        to_take=sum(bool(check.takes) for check in checks),
        sentence=f"{count(len(checks), 'file')}: {said}." if checks else none,
    )


def verify(desk: Desk, evidence_id: str = "", told: Callable[[int, int], None] = lambda at, of: None) -> VerifyView:
    """Look whether the files of the evidence are as they were kept.

    Args:
        desk: Where.
        evidence_id: Only this piece; empty for all.
        told: Is told before each file which one of how many it is.

    Raises:
        UsageError: If there is no such evidence.
    """
    items = files_to_check(desk, evidence_id)
    checks = []
    for at, item in enumerate(items, 1):
        told(at, len(items))
        checks.append(check_file(item))
    return checked(tuple(checks))


def take_files(desk: Desk, seen: VerifyView) -> int:
    """Take files as they were just seen: a new place, or what they hold now. One change; undo takes it back.

    A piece of evidence whose file was changed here meanwhile is left as it is.

    Returns:
        How many were taken.
    """
    opened = open_audit(desk)
    there = {item.id: item for item in opened.audit.evidence}
    edits = []
    for check in seen.files:
        item = there.get(check.id)
        if item is None or not check.takes or item.file != check.path:
            continue
        file = check.found or item.file
        after = replace(
            item,
            file=file,
            sha256=check.sha256,
            file_size=check.size,
            file_on=desk.today,
            by=desk.who,
            at=desk.at,
        )
        edits.append(edit("evidence", item.id, item, after))
    if edits:
        what = f"{count(len(edits), 'file')} of evidence taken as now"
        commit(desk, opened.book, "evidence", what, tuple(edits))
    return len(edits)
