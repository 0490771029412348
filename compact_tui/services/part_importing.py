"""Taking in a part that came back: what it would change, and changing it."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.change import Edit
from compact_tui.core.days import say_day
from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.core.lent_records import PartLent
from compact_tui.core.merge_values import Choices
from compact_tui.core.merge_words import LENT_RULES, MergeView, merge_view, saying_of
from compact_tui.core.merging import Merged, merge
from compact_tui.core.part import Part
from compact_tui.core.part_sides import not_asked_here, sides_of
from compact_tui.core.text import count
from compact_tui.exchange.part_json import read_part
from compact_tui.exchange.strict_json import LARGEST
from compact_tui.services.books import OpenAudit, audit_books, current_audit, open_audit
from compact_tui.services.desk import Desk, backups_of, commit, edit
from compact_tui.services.settling import settle
from compact_tui.storage.reading import read_given

_NOTHING = "Nothing was taken in."


class CameBack(Struct, frozen=True):
    """A part that came back, and the audit it is of."""

    part: Part
    opened: OpenAudit
    notes: tuple[str, ...]


def preview_part(desk: Desk, path: Path, choices: Choices | None = None) -> MergeView:
    """What taking in a part would change; nothing is changed.

    Args:
        desk: Where, when and who.
        path: The file that came back.
        choices: What was chosen so far.

    Raises:
        FileNotAcceptableError: If it is not a part of an audit here that was answered; says why.
    """
    back = _came_back(desk, path)
    return merge_view(_title(back.part), _merged(desk, back, choices), notes=back.notes)


def import_part(desk: Desk, path: Path, choices: Choices | None = None) -> MergeView:
    """Take in a part that came back, as one change that undo takes back whole. A copy of the book is made before.

    What both changed stays as it is here until it is decided; taking the same file in again asks for it again.

    Args:
        desk: Where, when and who.
        path: The file that came back.
        choices: What to do with what both changed, and what of theirs to leave out.

    Raises:
        FileNotAcceptableError: If it is not a part of an audit here that was answered; says why.
        WorkspaceError: If it could not be saved.
    """
    settle(desk, _NOTHING)
    back = _came_back(desk, path)
    merged = _merged(desk, back, choices)
    view = merge_view(_title(back.part), merged, notes=back.notes, done=True)
    edits = (*merged.edits, *_noted(desk, back, view.undecided))
    if edits:
        backups_of(desk.workspace).take(back.opened.book.path, desk.today, "import")
        what = f"part of {back.part.lent_to} taken in: {count(view.taken, 'change')}"
        commit(replace(desk, audit_id=back.opened.kept.head.id), back.opened.book, "part-import", what, edits)
    return view


def _title(part: Part) -> str:
    by = f" by {part.answered_by}" if part.answered_by else ""
    return f"Part of {part.lent_to}, sent back on {say_day(part.answered_on)}{by}"


def _merged(desk: Desk, back: CameBack, choices: Choices | None) -> Merged:
    base, mine, theirs = sides_of(back.part, back.opened.kept, back.opened.pack)
    saying = saying_of(back.opened.pack, desk.who or "We", back.part.lent_to)
    return merge(base, mine, theirs, rules=LENT_RULES, saying=saying, choices=choices)


def _noted(desk: Desk, back: CameBack, undecided: int) -> tuple[Edit, ...]:
    """That it is back today, and what waits for a choice; of one that was lent elsewhere, that it was lent too."""
    part = back.part
    before = next((lent for lent in back.opened.kept.parts if lent.id == part.id), None)
    after = replace(
        before
        or PartLent(id=part.id, standards=part.standards, lent_to=part.lent_to, due=part.due, lent_on=part.lent_on),
        back_on=desk.today,
        undecided=undecided,
        by=desk.who,
        at=desk.at,
    )
    if before is not None and (before.back_on, before.undecided) == (after.back_on, after.undecided):
        return ()
    return (edit("parts", after.id, before, after),)


def _came_back(desk: Desk, path: Path) -> CameBack:
    part = part_in(path)
    if not part.answered_on:
        raise FileNotAcceptableError(
            f"This is the part as it was lent to {part.lent_to}: nothing was answered in it yet.",
            f'{_NOTHING} Open it with "compact-tui audit part open", or ask for the file that was sent back.',
        )
    known = {current_audit(desk, book).head.id for book in audit_books(desk)}
    if part.audit.id not in known:
        raise FileNotAcceptableError(
            f"This part is of another audit: {part.setting.name or 'a setting'} {part.audit.cycle}.",
            f"{_NOTHING} Open the workspace of that audit first, with --workspace.",
        )
    opened = open_audit(replace(desk, audit_id=part.audit.id))
    if opened.kept.part_here:
        raise FileNotAcceptableError(
            "This audit is itself the part that was lent: what came back belongs into the audit it was lent from.",
            f"{_NOTHING} Open the workspace of that audit first, with --workspace.",
        )
    fitting, notes = not_asked_here(part, opened.pack)
    lent = next((one for one in opened.kept.parts if one.id == part.id), None)
    if lent is not None and lent.called_off_on:
        notes = (f"This part was called off on {say_day(lent.called_off_on)}; it can be taken in all the same.", *notes)
    return CameBack(fitting, opened, notes)


def part_in(path: Path, *, altered_too: bool = False) -> Part:
    """The part that a file holds; ``altered_too`` as ``read_part`` has it.

    Raises:
        FileNotAcceptableError: If it is not there or not a sound part; says why.
    """
    data = read_given(path, LARGEST, f"{_NOTHING} Choose the .json file of a part.")
    return read_part(data, altered_too=altered_too)
