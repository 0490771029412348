"""Starting, listing and showing audits."""

from collections.abc import Mapping

from compact_tui.core.audit import AuditHead
from compact_tui.core.change import Change, Edit
from compact_tui.core.errors import CompactError, UsageError
from compact_tui.core.pack import AuditPack
from compact_tui.core.progress import Stop, next_unanswered
from compact_tui.core.setting import Setting, sectors_of
from compact_tui.core.show import audit_line, audit_view
from compact_tui.core.small_group import WHICH_FORM, ToolView, sector_from, tool_view
from compact_tui.core.text import clean_line
from compact_tui.core.variation import BOTH, for_variation
from compact_tui.core.views import AuditLine, AuditView, Hit
from compact_tui.services.books import AUDIT_BOOK, audit_books, audit_in, open_audit, read_setting
from compact_tui.services.desk import Desk, edit
from compact_tui.services.naming import criterion_named, standard_named
from compact_tui.services.reply_beside import reply_beside
from compact_tui.storage.book import Book
from compact_tui.storage.pack_copy import encode_pack


def usual_cycle(desk: Desk) -> str:
    """The name offered for a round that begins today: two years."""
    year = int(desk.today[:4])
    return f"{year}-{year + 2}"


def start(desk: Desk, *, pack: str = "", cycle: str = "") -> AuditLine:
    """Start an audit of the setting.

    Args:
        desk: Where, when and who.
        pack: Id of a shipped pack, or path of a pack's file or folder; else the shipped one for the sector.
        cycle: What the setting calls this round; else this year and two on.

    Raises:
        UsageError: No such pack, or the setting has not been named.
        CompactError: The pack is not complete for the setting's sector.
    """
    from compact_tui.services.packs import pack_for, pack_named

    setting = read_setting(desk)
    if setting is None or not setting.name:
        raise UsageError(
            "The program does not know who you are yet.", "Run compact-tui setup first; it takes a minute."
        )
    whole = pack_named(pack) if pack else pack_for(setting.sector)
    variation = variation_of(whole, setting)
    head = AuditHead(
        id=desk.new_id("a"),
        pack=whole.pack.id,
        edition=whole.pack.edition,
        variation=variation,
        wording=whole.pack.wording,
        cycle=clean_line(cycle) or usual_cycle(desk),
        started_on=desk.today,
    )
    return _line(desk, create_audit(desk, whole, head, f"audit {head.cycle} started"))


def create_audit(desk: Desk, whole: AuditPack, head: AuditHead, what: str, more: tuple[Edit, ...] = ()) -> Book:
    """Write the book of a new audit, and its pack beside it.

    Args:
        desk: Where, when and who.
        whole: The pack, with all its variations.
        head: Which audit it is.
        what: How it came to be, for the history.
        more: What else is in it from the first.

    Raises:
        WorkspaceError: If there is one already, or it cannot be written.
    """
    from compact_tui.storage.atomic import write_atomically

    path = desk.workspace.audit_path(head.cycle, head.id)
    change = Change(
        id=desk.new_id("c"),
        at=desk.at,
        by=desk.who,
        verb="start",
        what=what,
        undoable=False,
        edits=(edit("audit", head.id, None, head), *more),
    )
    desk.workspace.prepare()
    beside = desk.workspace.pack_path(path)
    beside.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(beside, encode_pack(whole))
    book = Book.create(path, AUDIT_BOOK, change)
    desk.shelf.books[path] = book
    desk.shelf.packs[beside] = for_variation(whole, head.variation)
    return book


def which_tool(desk: Desk, typed: Mapping[str, str]) -> ToolView:
    """Which tool is ours: the one for small groups, or the full audit, and what asks for it. Nothing is changed.

    Args:
        desk: Where.
        typed: The fields of ``core.small_group.WHICH_FORM``.

    Raises:
        UsageError: Something typed cannot be taken, or is missing.
    """
    from compact_tui.services.packs import pack_for
    from compact_tui.services.record_parts import taken

    filled = taken(WHICH_FORM, typed, "Nothing was changed.")
    sector = sector_from(filled)
    pack = pack_for(sector)
    variation = next((v.id for v in pack.variation if v.sector == sector), "all")
    return tool_view(filled, for_variation(pack, variation))


def variation_of(pack: AuditPack, setting: Setting) -> str:
    """The variation that a setting uses, two where a school has a nursery; a pack without variations serves all."""
    if not pack.variation:
        return "all"
    offered = {v.sector: v.id for v in pack.variation if v.offered}
    if setting.sector in offered:
        return BOTH.join(dict.fromkeys(offered[sector] for sector in sectors_of(setting) if sector in offered))
    titles = ", ".join(v.title for v in pack.variation if v.offered)
    raise CompactError(
        f"This edition of the audit ({pack.pack.edition}) is not ready for your sector ({setting.sector}) yet.",
        f"Ready in this edition: {titles}. If your sector is wrong, change it in setup. Nothing was started.",
    )


def list_audits(desk: Desk) -> tuple[AuditLine, ...]:
    """Every audit of the workspace."""
    return tuple(_line(desk, book) for book in audit_books(desk))


def _line(desk: Desk, book: Book) -> AuditLine:
    found = audit_in(desk, book)
    return audit_line(found.pack, found.audit)


def show(desk: Desk, standard: str = "") -> AuditView:
    """The audit, or one standard of it.

    Raises:
        UsageError: No audit, several and none named, or no such standard.
    """
    opened = open_audit(desk)
    chosen = (standard_named(opened.pack, standard),) if standard else opened.pack.standard
    return audit_view(opened.pack, opened.audit, desk.today, chosen, reply_beside(desk, opened))


def find(desk: Desk, text: str) -> tuple[Hit, ...]:
    """Every place in the audit that holds all the words of a text."""
    from compact_tui.core.search import find as find_in

    opened = open_audit(desk)
    return find_in(opened.pack, opened.audit, text)


def waiting(desk: Desk, *, standard: str = "", criterion: str = "") -> Stop | None:
    """The next place that waits for an answer or a grade, after the one given."""
    opened = open_audit(desk)
    after = None
    if criterion:
        found, chosen = criterion_named(opened.pack, criterion)
        after = Stop(found.id, chosen.id)
    elif standard:
        after = Stop(standard_named(opened.pack, standard).id)
    return next_unanswered(opened.pack, opened.audit, after)
