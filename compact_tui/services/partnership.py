"""The partnership's side: starting it, saying who collects and for which round, and whom settings ring."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from compact_tui.core.errors import UsageError
from compact_tui.core.forms import Filled, as_typed, split
from compact_tui.core.pack import AuditPack
from compact_tui.core.partnership import LocalContact, PartnershipHead
from compact_tui.core.partnership_forms import CONTACT_FORM, PARTNERSHIP_FORM, areas_in
from compact_tui.core.partnership_views import PartnershipView, contact_view
from compact_tui.core.suppression import THRESHOLD
from compact_tui.core.text import did_you_mean
from compact_tui.core.views import ChangeView
from compact_tui.services.desk import Desk, edit
from compact_tui.services.history import Undone, changes_in, redo_in, undo_in
from compact_tui.services.partnership_book import begin_partnership, contacts_of, head_of, is_partnership, keep
from compact_tui.services.partnership_book import partnership_book as _book
from compact_tui.services.partnership_pack import keep_pack, pack_asked
from compact_tui.services.partnership_places import partnership_places
from compact_tui.services.record_parts import taken
from compact_tui.services.register import match_again

_NOTHING = "Nothing was saved."


def start_partnership(desk: Desk, typed: Mapping[str, str], *, pack: str = "") -> PartnershipView:
    """Make this workspace a partnership's; a setting's own files in it are not touched.

    Args:
        desk: Where, when and who.
        typed: What was typed into ``PARTNERSHIP_FORM``.
        pack: Id of a shipped pack, or path of one of its own; else the usual one.

    Raises:
        UsageError: If something typed cannot be taken, there is no such pack, or a partnership was started here.
        FileNotAcceptableError: If the file named is no pack that can be used.
        WorkspaceError: If it cannot be written.
    """
    from compact_tui.services.packs import default_pack, pack_named

    filled = taken(PARTNERSHIP_FORM, typed, _NOTHING)
    asked = pack_named(pack or default_pack())
    head = _head(PartnershipHead(id=desk.new_id("ps"), name="", pack="", edition="", cycle=""), filled, asked, desk)
    if not is_partnership(desk):
        desk.workspace.prepare()
        keep_pack(desk, asked)
    begin_partnership(desk, "partnership-start", f"{head.name} started", (edit("partnership", head.id, None, head),))
    return show_partnership(desk)


def change_partnership(desk: Desk, typed: Mapping[str, str], *, pack: str = "") -> PartnershipView:
    """Change who collects, the round, the day or the pack; fields that are not typed stay as they are.

    Raises:
        UsageError: If something typed cannot be taken, there is no such pack, or no partnership was started here.
        FileNotAcceptableError: If the file named is no pack that can be used.
        WorkspaceError: If it cannot be saved.
    """
    from compact_tui.services.packs import pack_named

    before = head_of(desk)
    filled = taken(PARTNERSHIP_FORM, typed_partnership(desk) | dict(typed), _NOTHING)
    asked = pack_named(pack) if pack else None
    if asked is not None:
        keep_pack(desk, asked)
    after = _head(before, filled, asked, desk)
    if after.cycle != before.cycle and after.due == before.due and before.due < desk.today:
        after = replace(after, due="")  # nobody is late in a round that has only begun
    if replace(after, by=before.by, at=before.at) != before:
        what = f"{after.name}: what is said of it changed"
        keep(desk, "partnership-change", what, (edit("partnership", after.id, before, after),))
    return show_partnership(desk)


def _head(before: PartnershipHead, filled: Filled, pack: AuditPack | None, desk: Desk) -> PartnershipHead:
    values: dict[str, Any] = dict(filled.values)
    values["return_to"] = split(filled.value("return_to"))
    values["other_areas"] = areas_in(filled.value("other_areas"))
    values["threshold"] = int(filled.value("threshold") or THRESHOLD)
    if pack is not None:
        values |= {"pack": pack.pack.id, "edition": pack.pack.edition}
    return replace(before, **values, by=desk.who, at=desk.at)


def typed_partnership(desk: Desk) -> dict[str, str]:
    """What is kept of the partnership as a person would type it; empty where none was started."""
    if not is_partnership(desk):
        return {}
    head = head_of(desk)
    kept = {
        "name": head.name,
        "area": head.area,
        "cycle": head.cycle,
        "due": head.due,
        "return_to": ", ".join(head.return_to),
        "threshold": str(head.threshold),
        "other_areas": ", ".join(f"{area} = {address}" for area, address in head.other_areas),
        "letter": head.letter,
    }
    return as_typed(PARTNERSHIP_FORM, kept)


def show_partnership(desk: Desk) -> PartnershipView:
    """Who collects, how the round stands, and where to go; says so where no partnership was started here."""
    if not is_partnership(desk):
        return PartnershipView(started=False)
    from compact_tui.services.chasing import round_standing

    head, pack = head_of(desk), pack_asked(desk)
    return PartnershipView(
        started=True,
        name=head.name,
        area=head.area,
        cycle=head.cycle,
        due=head.due,
        return_to=head.return_to,
        other_areas=head.other_areas,
        threshold=head.threshold,
        pack=head.pack,
        edition=head.edition,
        pack_title=pack.pack.title,
        letter=head.letter,
        contacts=tuple(contact_view(contact, desk.today) for contact in contacts_of(desk)),
        standing=round_standing(desk),
        places=partnership_places(desk),
    )


def keep_contact(desk: Desk, typed: Mapping[str, str], contact_id: str = "") -> PartnershipView:
    """Add somebody whom settings ring, or change one; fields that are not typed stay as they are.

    Raises:
        UsageError: If something typed cannot be taken, or there is no such contact.
        WorkspaceError: If it cannot be saved.
    """
    before = _contact(desk, contact_id) if contact_id else None
    filled = taken(CONTACT_FORM, (typed_contact(desk, contact_id) if before else {}) | dict(typed), _NOTHING)
    plain = LocalContact(id=contact_id or desk.new_id("ct"), what="", name="", value="")
    after = replace(before or plain, **dict(filled.values), by=desk.who, at=desk.at)
    what = f"whom settings ring: {after.name} {'changed' if before else 'added'}"
    keep(desk, "contact-point", what, (edit("contacts", after.id, before, after),))
    return show_partnership(desk)


def drop_contact(desk: Desk, contact_id: str) -> PartnershipView:
    """Take out somebody whom settings ring; undo brings them back.

    Raises:
        UsageError: If there is no such contact.
        WorkspaceError: If it cannot be saved.
    """
    before = _contact(desk, contact_id)
    keep(
        desk,
        "contact-point",
        f"whom settings ring: {before.name} taken out",
        (edit("contacts", before.id, before, None),),
    )
    return show_partnership(desk)


def typed_contact(desk: Desk, contact_id: str) -> dict[str, str]:
    """What is kept of a contact, as a person would type it.

    Raises:
        UsageError: If there is no such contact.
    """
    contact = _contact(desk, contact_id)
    return as_typed(CONTACT_FORM, {field.id: getattr(contact, field.id) for field in CONTACT_FORM.fields})


def _contact(desk: Desk, contact_id: str) -> LocalContact:
    known = {contact.id: contact for contact in contacts_of(desk)}
    if contact_id not in known:
        hint = did_you_mean(contact_id, known) or "See them all: compact-tui partnership about"
        raise UsageError(f'Nobody whom settings ring has the id "{contact_id}".', hint)
    return known[contact_id]


def partnership_history(desk: Desk) -> tuple[ChangeView, ...]:
    """What was changed in the partnership's book, newest first."""
    return changes_in(_book(desk))


def undo_partnership(desk: Desk) -> Undone:
    """Take back the last change of the partnership's book.

    Raises:
        CompactError: If there is nothing to undo.
    """
    done = undo_in(desk, _book(desk))
    match_again(desk)
    return done


def redo_partnership(desk: Desk) -> Undone:
    """Do again what was taken back last.

    Raises:
        CompactError: If there is nothing to redo.
    """
    done = redo_in(desk, _book(desk))
    match_again(desk)
    return done
