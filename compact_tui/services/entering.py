"""Returns on paper or in Word: typed in on the audit's own screens, in a workspace of their own, then collected."""

from msgspec.structs import replace

from compact_tui.core.audit import AuditHead, ReturnMade
from compact_tui.core.change import Change
from compact_tui.core.collect_views import Collected, EntryOpened
from compact_tui.core.days import say_day
from compact_tui.core.digest import short_mark, spoken_code
from compact_tui.core.errors import UsageError
from compact_tui.core.partnership import RegisterEntry
from compact_tui.core.returns import content_code, with_digest
from compact_tui.core.setting import Setting
from compact_tui.core.text import slug
from compact_tui.core.typed_returns import PAPER, typed
from compact_tui.exchange.return_json import encode
from compact_tui.services.audits import create_audit, variation_of
from compact_tui.services.books import SETTING_BOOK, audit_books, open_audit
from compact_tui.services.collect_index import open_index
from compact_tui.services.collected import is_here, return_bytes
from compact_tui.services.collecting import take_bytes
from compact_tui.services.desk import Desk, Shelf, backups_of, commit, edit
from compact_tui.services.drafts import draft_of
from compact_tui.services.partnership_book import head_of
from compact_tui.services.partnership_pack import pack_asked
from compact_tui.services.register import entry_named
from compact_tui.storage.book import Book
from compact_tui.storage.workspace import Workspace
from compact_tui.storage.writer import SaveNow

_LONGEST = 60


def enter(desk: Desk, entry: str) -> EntryOpened:
    """Open the place where a setting's return is typed in from paper; it is made where it is not there.

    Args:
        desk: Where, when and who.
        entry: Id or name of the setting in the register.

    Raises:
        UsageError: If the register has no such setting.
        CompactError: If the pack is not ready for the setting's sector.
        WorkspaceError: If it cannot be written.
    """
    found = entry_named(desk, entry)
    there = _there(desk, found)
    opened = not audit_books(there)
    if opened:
        _begin(desk, there, found)
    folder = there.workspace.root.absolute()
    with open_index(desk) as index:
        row = next(index.returns(entry=found.id, cycle=head_of(desk).cycle, current=True), None)
    counts = (
        f" Return {row.id}, made on {say_day(row.made_on)}, counts for it; what you type in takes its place."
        if row
        else ""
    )
    verb = "is ready to be typed in" if opened else "was begun before, and what was typed is still there"
    return EntryOpened(
        entry=found.id,
        name=found.name,
        folder=str(folder),
        opened=opened,
        sentence=f"The return of {found.name} on paper {verb}.{counts}",
        next_step=f'Type it in with: compact-tui --workspace "{folder}"\n'
        f"Then collect it: compact-tui partnership enter {found.id} --take",
    )


def take_entered(desk: Desk, entry: str) -> Collected:
    """Collect what was typed in from paper, as a return that says so; typed on later, it takes the older one's place.

    Raises:
        UsageError: If the register has no such setting, or nothing was typed in for it.
        WorkspaceError: If it cannot be written.
    """
    found = entry_named(desk, entry)
    there = _there(desk, found)
    if not audit_books(there):
        raise UsageError(
            f"Nothing was typed in for {found.name} yet.", f"Begin: compact-tui partnership enter {found.id}"
        )
    opened = open_audit(there)
    draft = draft_of(there, opened, "")
    return_id = f"r-{short_mark(opened.kept.head.id, content_code(draft))}"
    if is_here(desk, return_id):
        return take_bytes(desk, f"paper of {found.name}", return_bytes(desk, return_id))
    made = with_digest(typed(replace(draft, id=return_id), PAPER, desk.who))
    collected = take_bytes(desk, f"paper of {found.name}", encode(made))
    kept = ReturnMade(
        id=made.id,
        made_at=desk.at,
        folder="",
        return_file="",
        digest=made.digest,
        code=spoken_code(made.digest),
        complete=made.complete,
        supersedes=made.supersedes,
    )
    what = f"collected by the partnership as return {made.id}"
    commit(there, opened.book, "return-made", what, (edit("returns", made.id, None, kept),), undoable=False)
    return collected


def _there(desk: Desk, entry: RegisterEntry) -> Desk:
    """A desk on the workspace in which a setting's return is typed."""
    name = slug(entry.id, _LONGEST)
    # Ids that differ in signs only would share a folder.
    name = name if name == entry.id else f"{name}-{short_mark(entry.id)}"
    workspace = Workspace(desk.workspace.root / "typed" / name)
    return replace(desk, workspace=workspace, saver=SaveNow(backups_of(workspace)), audit_id="", shelf=Shelf())


def _begin(desk: Desk, there: Desk, entry: RegisterEntry) -> None:
    """Write who the setting is and an audit that nobody has begun; the audit last, as it is what counts as begun."""
    head, pack = head_of(desk), pack_asked(desk)
    setting = Setting(
        id=f"set-{short_mark(head.id, entry.id)}",
        name=entry.name,
        sector=entry.sector,
        kind=entry.kind,
        register_id=entry.id,
        areas=tuple(area for area in (head.area, *entry.other_areas) if area),
        return_to=head.return_to,
        due=entry.due or head.due,
        contact_name=entry.contact_name,
        contact_email=entry.contact_email,
    )
    variation = variation_of(pack, setting)
    if not there.workspace.setting_path.exists():
        there.workspace.prepare()
        named = Change(
            id=there.new_id("c"),
            at=there.at,
            by=there.who,
            verb="setup",
            what="setting named",
            undoable=False,
            edits=(edit("setting", "setting", None, setting),),
        )
        Book.create(there.workspace.setting_path, SETTING_BOOK, named)
    audit = AuditHead(
        id=there.new_id("a"),
        pack=pack.pack.id,
        edition=pack.pack.edition,
        variation=variation,
        wording=pack.pack.wording,
        cycle=head.cycle,
        started_on=there.today,
    )
    create_audit(there, pack, audit, "return on paper begun")
