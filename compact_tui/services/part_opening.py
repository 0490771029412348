"""A part that was lent to us: opening it as a workspace of its own, and sending it back."""

from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from compact_tui import __version__
from compact_tui.core.change import Change, Edit
from compact_tui.core.days import say_day
from compact_tui.core.errors import UsageError, WorkspaceError
from compact_tui.core.lending import LENT_TABLES
from compact_tui.core.lent_records import PartHere
from compact_tui.core.part import Part, key_of, records_for
from compact_tui.core.part_views import OPEN_PART_FORM, PartOpened, PartReturned
from compact_tui.core.record_forms import parse_path
from compact_tui.core.setting import Setting
from compact_tui.core.show import audit_line
from compact_tui.core.text import count, slug
from compact_tui.services.audits import create_audit
from compact_tui.services.books import SETTING_BOOK, audit_books, current_audit, open_audit
from compact_tui.services.desk import Desk, Shelf, backups_of, commit, edit
from compact_tui.services.part_importing import part_in
from compact_tui.services.record_parts import taken
from compact_tui.storage.atomic import make_folder, write_atomically
from compact_tui.storage.book import Book
from compact_tui.storage.send_folder import make_folder as make_send_folder
from compact_tui.storage.workspace import Workspace
from compact_tui.storage.writer import SaveNow

_NAME_LENGTH = 24
_NOTHING = "Nothing was opened."


def open_part(desk: Desk, typed: Mapping[str, str]) -> PartOpened:
    """Open a part that a colleague sent: a workspace of its own, with an audit of just these standards.

    Args:
        desk: When and who; its own workspace is left alone.
        typed: The fields of ``OPEN_PART_FORM``.

    Raises:
        FileNotAcceptableError: If the file is not a part; says why.
        UsageError: If the folder holds something else already.
        WorkspaceError: If it could not be written.
    """
    filled = taken(OPEN_PART_FORM, typed, _NOTHING)
    path = Path(parse_path(filled.value("file"))).expanduser()
    part = part_in(path)
    folder = parse_path(filled.value("folder"))
    root = Path(folder).expanduser() if folder else part_folder(part, path)
    there = replace(
        desk,
        workspace=Workspace(root),
        saver=SaveNow(backups_of(Workspace(root))),
        who=part.lent_to,
        audit_id="",
        shelf=Shelf(),
    )
    if root.exists() and any(root.iterdir()):
        return _opened_before(there, part)
    _write(there, part, path)
    return _opened(there, part, opened=True)


def part_folder(part: Part, path: Path) -> Path:
    """The folder that a part is opened in where none is named: beside the file that it came in."""
    return path.parent / f"part-{slug(part.lent_to, _NAME_LENGTH)}-{slug(part.setting.name, _NAME_LENGTH)}"


def _opened_before(there: Desk, part: Part) -> PartOpened:
    kept = [current_audit(there, book) for book in audit_books(there)]
    if part.id not in {here.id for audit in kept for here in audit.part_here}:
        raise UsageError(
            f"{there.workspace.root} is there already and holds something else.",
            f"{_NOTHING} Choose another folder for the part with --folder.",
        )
    return _opened(there, part, opened=False)


def _write(there: Desk, part: Part, path: Path) -> None:
    """The setting, the part as it came, and the audit; the audit last, as it is what counts as opened."""
    setting = Setting(**{name: getattr(part.setting, name) for name in part.setting.__struct_fields__})
    change = Change(
        id=there.new_id("c"),
        at=there.at,
        by=there.who,
        verb="setup",
        what="setting named",
        undoable=False,
        edits=(edit("setting", "setting", None, setting),),
    )
    file = f"part-{slug(part.id)}.json"
    make_folder(there.workspace.received_folder)
    write_atomically(there.workspace.received_folder / file, path.read_bytes())
    Book.create(there.workspace.setting_path, SETTING_BOOK, change)
    here = PartHere(
        id=part.id,
        setting=part.setting.name,
        lent_to=part.lent_to,
        asked_by=part.asked_by,
        due=part.due,
        file=file,
        by=there.who,
        at=there.at,
    )
    records = part.answered if part.answered_on else part.base
    edits: list[Edit] = [edit("part_here", here.id, None, here)]
    for table in LENT_TABLES:
        edits += [edit(table, key_of(table, one), None, one) for one in getattr(records, table)]
    head = replace(part.audit, pack_copy="")
    create_audit(there, part.pack, head, f"part for {part.lent_to} opened", tuple(edits))


def _opened(there: Desk, part: Part, *, opened: bool) -> PartOpened:
    line = audit_line(part.pack, open_audit(there).kept)
    due = f" It is wanted back by {say_day(part.due)}." if part.due else ""
    what = f"{count(line.standards, 'standard')} with {count(line.criteria, 'question')}"
    verb = "is opened" if opened else "was opened before, and what you answered is still there"
    folder = there.workspace.root.absolute()
    return PartOpened(
        folder=str(folder),
        lent_to=part.lent_to,
        setting=part.setting.name,
        standards=line.standards,
        criteria=line.criteria,
        due=part.due,
        opened=opened,
        sentence=f"The part of {part.setting.name} for {part.lent_to} {verb}: {what}.{due}",
        next_step=f'Answer it with: compact-tui --workspace "{folder}"\n'
        f'Then make it ready to send back: compact-tui --workspace "{folder}" audit part return',
    )


def return_part(desk: Desk) -> PartReturned:
    """Make a part ready to be sent back: a folder with the part, a draft email, and how to send by hand.

    It may be made again at any time, also when not everything is answered.

    Raises:
        UsageError: If this audit is not a part.
        WorkspaceError: If any of it could not be written and read back; nothing is made.
    """
    from compact_tui.exchange.part_json import encode_part, read_part
    from compact_tui.exchange.part_letters import PartNames, part_draft, part_read_me

    opened = open_audit(desk)
    here = next(iter(opened.kept.part_here), None)
    if here is None:
        raise UsageError(
            "This audit is not a part that was lent to you.",
            "Open one first: compact-tui audit part open FILE. To send your whole audit: compact-tui return make",
        )
    lent = part_in(desk.workspace.received_folder / here.file, altered_too=True)
    part = replace(
        lent,
        made_by=f"compact_tui {__version__}",
        answered=records_for(opened.kept, opened.pack, lent.standards),
        answered_on=desk.today,
        answered_by=desk.who,
    )
    line = audit_line(opened.pack, opened.audit)
    data = encode_part(part)
    if replace(read_part(data), digest=part.digest) != part:
        raise WorkspaceError("The part does not read back as it was written.", "Nothing was made. Report this.")
    stem = f"part-{slug(part.lent_to, _NAME_LENGTH)}-{slug(part.setting.name, _NAME_LENGTH)}"
    names = PartNames(f"{stem}.json", f"{stem}-email.eml", f"{stem}-read-me-first.txt")
    files = {
        names.part_file: data,
        names.draft_file: part_draft(part, names, data, line.answered, line.criteria),
        names.read_me_file: part_read_me(part, names, line.answered, line.criteria),
    }
    unfinished = f".unfinished-{slug(part.id)}"
    folder = make_send_folder(desk.workspace.sent_folder, f"{desk.today}-{stem}", unfinished, files)
    after = replace(here, returned_on=desk.today, by=desk.who, at=desk.at)
    commit(desk, opened.book, "part-return", "part made ready to send back", (edit("part_here", here.id, here, after),))
    paths = [str((folder / name).absolute()) for name in files]
    before = f" One was made before, on {say_day(here.returned_on)}: this one is newer." if here.returned_on else ""
    return PartReturned(
        folder=str(folder.absolute()),
        part_file=paths[0],
        draft_file=paths[1],
        read_me_file=paths[2],
        answered=line.answered,
        criteria=line.criteria,
        sentence=f"The part is ready to be sent back, with {line.answered} of {line.criteria} questions answered."
        f"{before}",
        next_step=f"Nothing was sent. Open the draft email in {folder.absolute()} and send it.",
    )
