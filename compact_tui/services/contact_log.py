"""The contact log: who spoke with which setting, and what was agreed."""

from collections.abc import Mapping

from compact_tui.core.partnership import ContactNote
from compact_tui.core.read_forms import CONTACT_NOTE_FORM
from compact_tui.core.read_show import contact_lines
from compact_tui.core.read_views import ContactLine, ContactLog
from compact_tui.core.text import count
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import keep, kept, register_of
from compact_tui.services.reading_parts import next_number
from compact_tui.services.record_parts import taken
from compact_tui.services.register import entry_named

_NOTHING = "Nothing was changed."


def contact_log(desk: Desk, entry: str = "") -> ContactLog:
    """What was spoken with settings, newest first.

    Args:
        desk: Where.
        entry: Id or name of one setting; empty for all.

    Raises:
        UsageError: If there is no such setting, or no partnership was started here.
    """
    only = entry_named(desk, entry) if entry else None
    names = {one.id: one.name for one in register_of(desk)}
    notes = [one for one in kept(desk, "contact_notes", ContactNote) if only is None or one.entry == only.id]
    notes.sort(key=lambda one: (one.on, one.at, one.id), reverse=True)
    lines = tuple(
        ContactLine(id=one.id, entry=one.entry, name=names.get(one.entry, one.entry), on=one.on, words=words)
        for one in notes
        for words in contact_lines([one])
    )
    whom = f" with {only.name}" if only else ""
    spoken = (
        f"{count(len(lines), 'contact')}{whom}, newest first." if lines else f"Nobody wrote down a contact{whom} yet."
    )
    return ContactLog(lines=lines, sentence=spoken)


def note_contact(desk: Desk, entry: str, typed: Mapping[str, str]) -> ContactNote:
    """Write down that somebody spoke with a setting, and what was agreed.

    Args:
        desk: Where, when and who.
        entry: Id or name of the setting.
        typed: What was typed into ``CONTACT_NOTE_FORM``.

    Raises:
        UsageError: If something typed cannot be taken, or there is no such setting.
        WorkspaceError: If it cannot be saved.
    """
    found = entry_named(desk, entry)
    filled = taken(CONTACT_NOTE_FORM, typed, _NOTHING)
    made = ContactNote(
        id=next_number(desk, "contact_notes", "n"),
        entry=found.id,
        on=filled.value("on") or desk.today,
        way=filled.value("way"),
        what=filled.value("what"),
        agreed=filled.value("agreed"),
        by=desk.who,
        at=desk.at,
    )
    keep(desk, "contact", f"{found.name}: {made.way} ({made.id})", (edit("contact_notes", made.id, None, made),))
    return made
