"""Files that were put aside and wait, and saying that one was dealt with."""

from collections.abc import Iterator, Sequence

from compact_tui.core.collect_views import DealtWith, PutAside
from compact_tui.core.errors import UsageError
from compact_tui.core.partnership import AsideDealt
from compact_tui.core.text import count, did_you_mean, listed
from compact_tui.services.collect_index import QUARANTINED, open_index
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import keep, kept
from compact_tui.storage.return_index import FileRow, ReturnIndex

_ASK_AGAIN = "Nothing was taken from it. Ask the sender to send it again."
_SHORTEST, _SHOWN = 6, 8
"""Characters of an id that are enough to name it by, and that are shown."""


def dealt_with(desk: Desk) -> frozenset[str]:
    """SHA-256 of the files that a person dealt with."""
    return frozenset(one.id for one in kept(desk, "aside_dealt", AsideDealt))


def waiting_in(desk: Desk, index: ReturnIndex) -> Iterator[FileRow]:
    """The files that were put aside and that nobody dealt with, by name."""
    dealt = dealt_with(desk)
    return (row for row in index.files(QUARANTINED) if row.sha256 not in dealt)


def told_of(row: FileRow) -> PutAside:
    """What is said of a file that was put aside."""
    remedy = row.remedy or _ASK_AGAIN
    return PutAside(file=row.name, reason=row.reason, remedy=remedy, sender=row.sender, id=row.sha256)


def with_just_now(waiting: Sequence[PutAside], just_now: Sequence[PutAside]) -> tuple[PutAside, ...]:
    """What was put aside just now, said as it was then and without what was dealt with since, then all the rest."""
    ids = {one.id for one in waiting}
    new = [one for one in just_now if not one.id or one.id in ids]
    told = {one.id for one in new}
    return (*new, *(one for one in waiting if one.id not in told))


def deal_with(desk: Desk, names: Sequence[str] = ()) -> DealtWith:
    """Say that files which were put aside were dealt with: they are listed and counted no more; undo brings them back.

    Args:
        desk: Where, when and who.
        names: Each by its name as it is listed, the last part of it, or its id; none means every one that waits.

    Raises:
        UsageError: If one does not wait, or a name is that of several.
        WorkspaceError: If it cannot be saved.
    """
    with open_index(desk) as index:
        waiting = tuple(waiting_in(desk, index))
    rows = tuple(dict.fromkeys(_named(waiting, name).sha256 for name in names)) if names else ()
    chosen = [row for row in waiting if row.sha256 in rows] if names else list(waiting)
    if not chosen:
        return DealtWith(files=(), sentence="No file that was put aside waits.")
    edits = tuple(
        edit("aside_dealt", row.sha256, None, AsideDealt(id=row.sha256, on=desk.today, by=desk.who, at=desk.at))
        for row in chosen
    )
    keep(desk, "aside-dealt", f"{count(len(chosen), 'file')} put aside dealt with", edits)
    said = chosen[0].name if len(chosen) == 1 else count(len(chosen), "file")
    verb = "is noted as dealt with and not listed" if len(chosen) == 1 else "are noted as dealt with and not listed"
    left = len(waiting) - len(chosen)
    return DealtWith(
        files=tuple(row.name for row in chosen),
        sentence=f"{said} {verb} any more; {count(left, 'file')} put aside {'waits' if left == 1 else 'wait'}.",
    )


def _named(waiting: Sequence[FileRow], name: str) -> FileRow:
    wanted = name.strip()
    by_id = [row for row in waiting if len(wanted) >= _SHORTEST and row.sha256.startswith(wanted.lower())]
    found = by_id or [row for row in waiting if wanted and wanted in {row.name, row.name.rpartition(" > ")[2]}]
    if len(found) == 1:
        return found[0]
    if found:
        ids = listed(row.sha256[:_SHOWN] for row in found)
        raise UsageError(f'{len(found)} files put aside are called "{wanted}".', f"Name one by its id: {ids}.")
    hint = did_you_mean(wanted, [row.name for row in waiting]) or "See them all: compact-tui partnership list"
    raise UsageError(f'No file "{wanted}" that was put aside waits.', f"{hint} Nothing was changed.")
