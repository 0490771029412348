"""Asking settings for their returns: a request, its page and the draft of an email for each, and reminders."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from compact_tui import __version__
from compact_tui.core.chase_views import AwaitedLine
from compact_tui.core.errors import CompactError, UsageError
from compact_tui.core.pack import AuditPack
from compact_tui.core.partnership import (
    Chase,
    LocalContact,
    PartnershipHead,
    RegisterEntry,
    ReplyMade,
    RequestMade,
    expected,
)
from compact_tui.core.request import Request, wrong_in
from compact_tui.core.request_build import build_request, old_contacts
from compact_tui.core.requests_made import MadeLine, MadeView, NotedView, made_before, unsaid, without_address
from compact_tui.core.text import count
from compact_tui.services.chasing import chase, returned_on
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import contacts_of, head_of, keep, kept, register_of
from compact_tui.services.partnership_pack import pack_asked
from compact_tui.services.register import entry_named
from compact_tui.services.request_folder import write_request
from compact_tui.services.returns import day_noted
from compact_tui.services.settling import settle

if TYPE_CHECKING:
    from compact_tui.core.record import PartnershipRecord

Told = Callable[[int, int], bool]
"""Hears how many are made of how many; says whether to go on."""
_REQUEST, _REMINDER = "request", "reminder"
_NOTHING = "Nothing was made."
_NEXT = "Open the draft email in each folder and send it; then say so: s in Requests, or compact-tui partnership sent"
_NOBODY = "The register names nobody yet to ask. Fill it first: compact-tui partnership register import FILE"
_HELD = "a return here that belongs to nobody yet could be theirs. Say first whose it is."


class _Round(Struct, frozen=True):
    """What every request of a round has in common."""

    head: PartnershipHead
    contacts: tuple[LocalContact, ...]
    pack: AuditPack
    own: bool
    """Whether the pack is one that settings' programs do not come with."""


def make_requests(desk: Desk, names: Iterable[str] = (), told: Told | None = None) -> MadeView:
    """Make the request for some settings, or for all that were not asked in this round yet.

    Args:
        desk: Where, when and who.
        names: Ids or names of settings; those are asked again where they were asked before. Empty for all.
        told: Hears how far it is, and may stop it; running it again goes on.

    Raises:
        UsageError: If a name is not in the register, or no return is expected of it.
        CompactError: If what a request would say cannot be right; nothing is made then.
        WorkspaceError: If anything could not be written; what was made before it is kept and noted.
    """
    settle(desk, _NOTHING)
    round_, named = _round(desk), [entry_named(desk, name) for name in names]
    passed: list[str] = []
    if named:
        _refuse_closed(named, desk.today)
        entries = named
    else:
        asked = {one.entry for one in kept(desk, "requests", RequestMade) if one.cycle == round_.head.cycle}
        came = returned_on(desk, round_.head.cycle)
        open_ones = [entry for entry in register_of(desk) if expected(entry, desk.today)]
        entries = [entry for entry in open_ones if entry.id not in asked and entry.id not in came]
        if not open_ones:
            passed.append(_NOBODY)
        before = len(open_ones) - len(entries)
        if before:
            passed.append(f"{count(before, 'setting')} asked before, or returned already: nothing new was made.")
    return _made(desk, round_, _REQUEST, [(entry, 0) for entry in entries], passed, told)


def make_reminders(desk: Desk, names: Iterable[str] = (), told: Told | None = None) -> MadeView:
    """Make a reminder for some settings whose return has not come, or for all that are late.

    Args:
        desk: Where, when and who.
        names: Ids or names of settings, late or not; empty for all that are late and were not reminded today.
        told: Hears how far it is, and may stop it; running it again goes on.

    Raises:
        UsageError: If a name is not in the register, or its return is not awaited.
        CompactError: If what a reminder would say cannot be right; nothing is made then.
        WorkspaceError: If anything could not be written; what was made before it is kept and noted.
    """
    settle(desk, _NOTHING)
    awaited = {line.id: line for line in chase(desk).awaited}
    named = [entry_named(desk, name) for name in names]
    _refuse_closed(named, desk.today)
    for entry in named:
        if entry.id not in awaited:
            raise UsageError(f"The return of {entry.name} has come in.", _NOTHING)
    late = [line for line in awaited.values() if line.days_late]
    due = [awaited[entry.id] for entry in named] or [line for line in late if not line.maybe_here]
    waiting = due if named else [line for line in due if line.reminded_on != desk.today]
    again, held = len(due) - len(waiting), 0 if named else len(late) - len(due)
    passed = [f"{count(again, 'setting')} reminded today already: nothing new was made."] if again else []
    passed += [f"{count(held, 'setting')} left out: {_HELD}"] if held else []
    entries = {entry.id: entry for entry in register_of(desk)}
    return _made(desk, _round(desk), _REMINDER, [_late(entries, line) for line in waiting], passed, told)


def _late(entries: dict[str, RegisterEntry], line: AwaitedLine) -> tuple[RegisterEntry, int]:
    return entries[line.id], line.days_late


def _refuse_closed(entries: Sequence[RegisterEntry], today: str) -> None:
    for entry in entries:
        if not expected(entry, today):
            raise UsageError(f"No return is expected of {entry.name}: it closed, or is part of another.", _NOTHING)


def _round(desk: Desk) -> _Round:
    from compact_tui.services.packs import list_packs

    head, pack = head_of(desk), pack_asked(desk)
    own = all((line.id, line.edition) != (pack.pack.id, pack.pack.edition) for line in list_packs())
    return _Round(head, contacts_of(desk), pack, own)


def _pack_of(round_: _Round, entry: RegisterEntry) -> tuple[AuditPack, bool]:
    """The pack that fits a setting's sector, and whether it has to go with the request."""
    from compact_tui.services.packs import pack_for

    if not entry.sector or _fits(round_.pack, entry.sector):
        return round_.pack, round_.own
    shipped = pack_for(entry.sector)
    return (shipped, False) if _fits(shipped, entry.sector) else (round_.pack, round_.own)


def _fits(pack: AuditPack, sector: str) -> bool:
    return any(one.sector == sector and one.offered for one in pack.variation)


def _never_mind(done: int, of: int) -> bool:
    return True


def _made(
    desk: Desk,
    round_: _Round,
    kind: str,
    entries: Sequence[tuple[RegisterEntry, int]],
    passed: Sequence[str],
    told: Told | None,
) -> MadeView:
    before = _made_before(desk, round_, kind, [entry for entry, _ in entries])
    packs = {entry.id: _pack_of(round_, entry) for entry, _ in entries}
    ready = [(entry, late, _request(desk, round_, entry, *packs[entry.id])) for entry, late in entries]
    told = told or _never_mind
    lines: list[MadeLine] = []
    records: list[RequestMade | Chase] = []
    try:
        for entry, late, request in ready:
            if not told(len(lines), len(ready)):
                break
            title = packs[entry.id][0].pack.title
            line = write_request(desk.workspace.sent_folder, request, entry, title, late, reminder=kind == _REMINDER)
            lines.append(line)
            records.append(_record(desk, round_, kind, entry, request, line))
    finally:
        _note(desk, kind, records)
    left = len(ready) - len(lines)
    stopped = (f"Stopped: {count(left, kind)} not made. Do it again to go on.",) if left else ()
    others = Counter(pack.pack.title for pack, _ in packs.values() if pack.pack.id != round_.pack.pack.id)
    return MadeView(
        kind=kind,
        made=tuple(lines),
        passed=(*stopped, *passed),
        notes=(
            *before,
            *without_address(lines),
            *unsaid(one for *_, one in ready[: len(lines)]),
            *(
                f"{count(number, 'setting')} asked for {title}: it is made for their sector."
                for title, number in others.items()
            ),
            *(old_contacts(round_.contacts, desk.today) if lines else ()),
        ),
        folder=str(desk.workspace.sent_folder.absolute()),
        sentence=f"{count(len(lines), kind)} made, NOT yet sent." if lines else f"No {kind} was made.",
        next_step=_NEXT if lines else "",
    )


def _made_before(desk: Desk, round_: _Round, kind: str, entries: Sequence[RegisterEntry]) -> tuple[str, ...]:
    """What was made for these settings before: a request in this round, a reminder today."""
    older: list[RequestMade | Chase] = (
        [one for one in kept(desk, "requests", RequestMade) if one.cycle == round_.head.cycle]
        if kind == _REQUEST
        else [one for one in kept(desk, "chases", Chase) if one.made_on == desk.today]
    )
    newest = {one.entry: one for one in older}
    folder = desk.workspace.sent_folder.absolute()
    return tuple(
        made_before(kind, entry.name, old.made_on, str(folder / old.folder), sent_on=old.sent_on)
        for entry in entries
        if (old := newest.get(entry.id)) is not None
    )


def _request(desk: Desk, round_: _Round, entry: RegisterEntry, pack: AuditPack, whole: bool) -> Request:
    request = build_request(
        round_.head,
        entry,
        round_.contacts,
        pack,
        request_id=desk.new_id("rq"),
        made_on=desk.today,
        made_by=f"compact_tui {__version__}",
        whole=whole,
    )
    for clause in wrong_in(request):
        raise CompactError(
            f"No request can be made for {entry.name}: {clause}.",
            f"{_NOTHING} Put it right in the register, in what is said of the partnership, or in whom settings ring.",
        )
    return request


def _record(
    desk: Desk, round_: _Round, kind: str, entry: RegisterEntry, request: Request, line: MadeLine
) -> RequestMade | Chase:
    record = RequestMade if kind == _REQUEST else Chase
    return record(
        id=request.id,
        entry=entry.id,
        cycle=round_.head.cycle,
        made_on=desk.today,
        folder=line.folder.replace("\\", "/").rpartition("/")[2],
        by=desk.who,
        at=desk.at,
    )


def _note(desk: Desk, kind: str, records: Sequence["PartnershipRecord"]) -> None:
    if records:
        table = "requests" if kind == _REQUEST else "chases"
        edits = tuple(edit(table, str(getattr(one, "id", "")), None, one) for one in records)
        keep(desk, f"partnership-{kind}", f"{count(len(edits), kind)} made", edits, undoable=False)
        settle(desk, "That they were made is not noted yet.")


def note_sent(desk: Desk, names: Iterable[str] = (), on: str = "") -> NotedView:
    """Say that what was made for some settings, or for all, has been sent.

    Args:
        desk: Where, when and who.
        names: Ids or names of settings; empty for everything that was made and not noted yet.
        on: The day, as typed; else today.

    Raises:
        UsageError: If a name is not in the register, or the day cannot be right.
        WorkspaceError: If it cannot be saved.
    """
    wanted = {entry_named(desk, name).id for name in names}
    requests, chases = kept(desk, "requests", RequestMade), kept(desk, "chases", Chase)
    both: list[tuple[str, RequestMade | Chase | ReplyMade]] = [("requests", one) for one in requests]
    both += [("chases", one) for one in chases]
    both += [("replies", one) for one in kept(desk, "replies", ReplyMade)]
    waiting = [(t, one) for t, one in both if not one.sent_on and (not wanted or one.entry in wanted)]
    if not waiting:
        raise UsageError("Nothing waits to be noted as sent.", "Make requests first: compact-tui partnership request")
    day = day_noted(on or desk.today, max(one.made_on for _, one in waiting), "it was made", desk.today)
    edits = tuple(edit(t, one.id, one, replace(one, sent_on=day, by=desk.who, at=desk.at)) for t, one in waiting)
    what = f"{count(len(edits), 'email')} noted as sent"
    keep(desk, "partnership-sent", what, edits)
    return NotedView(noted=len(edits), on=day, sentence=f"{what}.")
