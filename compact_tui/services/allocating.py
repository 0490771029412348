"""Who reads which return: sharing out, handing over, and a share that is read twice."""

from collections.abc import Mapping

from msgspec.structs import replace

from compact_tui.core.allocating import (
    EVEN,
    SECOND,
    Waiting,
    drawn,
    loads,
    reading_number,
    return_of_id,
    shared_out,
)
from compact_tui.core.change import Edit
from compact_tui.core.errors import UsageError
from compact_tui.core.read_forms import ALLOCATE_FORM, HAND_OVER_FORM, SECOND_READING_FORM, readers_in
from compact_tui.core.read_records import Allocation, Reader
from compact_tui.core.read_views import Allocated
from compact_tui.core.text import count, did_you_mean, slug
from compact_tui.services.collected import facts_of
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import head_of, keep, kept, register_of
from compact_tui.services.read_queue import reader_called
from compact_tui.services.reading_parts import allocations_of, reading_named
from compact_tui.services.record_parts import taken

_NOTHING = "Nothing was changed."


def allocate(desk: Desk, typed: Mapping[str, str]) -> Allocated:
    """Share the returns that nobody reads yet out among readers; nobody gets their own setting.

    Running it again gives out what came since, so that the loads stay even.

    Args:
        desk: Where, when and who.
        typed: What was typed into ``ALLOCATE_FORM``.

    Raises:
        UsageError: If something typed cannot be taken, or an own setting is not in the register.
        WorkspaceError: If it cannot be saved.
    """
    filled = taken(ALLOCATE_FORM, typed, _NOTHING)
    before = {one.name: one for one in kept(desk, "readers", Reader)}
    readers = _readers(desk, filled.value("readers"), before)
    there = allocations_of(desk)
    waiting = tuple(one for one in _returns(desk) if one.id not in there)
    share = shared_out(waiting, readers, loads(there.values()), filled.value("way") or EVEN)
    made = [Allocation(id=id_, reader=reader, by=desk.who, at=desk.at) for id_, reader in share.given]
    edits = [edit("readers", one.id, before.get(one.name), one) for one in readers if before.get(one.name) != one]
    edits += [edit("allocations", one.id, None, one) for one in made]
    sentence = f"{count(len(made), 'return')} shared out among {count(len(readers), 'reader')}."
    if share.left:
        sentence += f" {count(len(share.left), 'return')} left: every reader's own setting."
    keep(desk, "allocate", sentence.rstrip("."), tuple(edits))
    return Allocated(given=share.given, left=share.left, sentence=sentence)


def read_twice(desk: Desk, typed: Mapping[str, str]) -> Allocated:
    """Have a share of the returns read a second time, blind, by somebody else; drawn by chance.

    Args:
        desk: Where, when and who.
        typed: What was typed into ``SECOND_READING_FORM``.

    Raises:
        UsageError: If something typed cannot be taken, there are not two readers, or a share is read twice already.
        WorkspaceError: If it cannot be saved.
    """
    share_of = int(taken(SECOND_READING_FORM, typed, _NOTHING).value("share"))
    readers, there = kept(desk, "readers", Reader), allocations_of(desk)
    if len(readers) < 2:
        raise UsageError("A second reading needs two readers.", "Share the returns out among two or more first.")
    firsts = {one.id: one for one in _returns(desk) if one.id in there}
    if any(one.endswith(SECOND) and return_of_id(one) in firsts for one in there):
        raise UsageError("A share of this round is read twice already.", _NOTHING)
    seed = sum(head_of(desk).cycle.encode())
    wanted = [
        Waiting(id_, firsts[id_].entry, firsts[id_].sector, not_by=there[id_].reader)
        for id_ in drawn(tuple(firsts), share_of, seed)
    ]
    share = shared_out(wanted, readers, loads(one for one in there.values() if one.id.endswith(SECOND)))
    made = [Allocation(id=f"{id_}{SECOND}", reader=reader, by=desk.who, at=desk.at) for id_, reader in share.given]
    sentence = (
        f"{count(len(made), 'return')} are read a second time, blind." if made else "There is nothing to read twice."
    )
    keep(desk, "read-twice", sentence.rstrip("."), tuple(edit("allocations", one.id, None, one) for one in made))
    return Allocated(given=tuple((one.id, one.reader) for one in made), left=share.left, sentence=sentence)


def hand_over(desk: Desk, typed: Mapping[str, str]) -> Allocated:
    """Hand over to another reader what one has not finished, or one return of it; what was decided stays.

    Somebody who does not read yet does from then on; own settings are named as in ``ALLOCATE_FORM``.

    Args:
        desk: Where, when and who.
        typed: What was typed into ``HAND_OVER_FORM``.

    Raises:
        UsageError: If a name is not known, or nothing can be handed over.
        WorkspaceError: If it cannot be saved.
    """
    filled = taken(HAND_OVER_FORM, typed, _NOTHING)
    readers = {one.name: one for one in kept(desk, "readers", Reader)}
    giver = reader_called(readers, filled.value("reader"))
    receiver = _receiver(desk, filled.value("to"), readers)
    to = receiver.name
    if giver == to:
        raise UsageError(f"{giver} reads these already.", _NOTHING)
    there = allocations_of(desk)
    only = reading_named(desk, filled.value("only")).id if filled.value("only") else ""
    moving = [one for one in there.values() if one.reader == giver and not one.done_on and only in {"", one.id}]
    if not moving:
        raise UsageError(f"{giver} has nothing like that to hand over.", _NOTHING)
    entries = {one.id: one.entry for one in _returns(desk)}
    new = to not in readers
    edits: list[Edit] = [edit("readers", receiver.id, None, receiver)] if new else []
    given, left = [], []
    for one in moving:
        other = there.get(f"{one.id}{SECOND}" if reading_number(one.id) == 1 else return_of_id(one.id))
        if entries.get(return_of_id(one.id)) in receiver.own or (other is not None and other.reader == to):
            left.append(one.id)
            continue
        after = replace(one, reader=to, handed_on_from=giver, by=desk.who, at=desk.at)
        edits.append(edit("allocations", one.id, one, after))
        given.append((one.id, to))
    sentence = f"{count(len(given), 'return')} handed over from {giver} to {to}."
    if new:
        sentence += f" {to} reads from now on."
    if left:
        sentence += f" {len(left)} stay: {to}'s own setting, or read by {to} already."
    keep(desk, "hand-over", sentence.rstrip("."), tuple(edits))
    return Allocated(given=tuple(given), left=tuple(left), sentence=sentence)


def _receiver(desk: Desk, typed: str, readers: Mapping[str, Reader]) -> Reader:
    """Whom it is handed to: a reader, or somebody new; a name that is nearly a reader's is asked about.

    Raises:
        UsageError: If it is nearly a reader's name, or not one name.
    """
    name = " ".join(typed.split()).casefold()
    known = {one.casefold(): one for one in readers}
    if name in known or did_you_mean(typed, readers):
        return readers[reader_called(readers, typed)]
    filled = taken(ALLOCATE_FORM, {"readers": typed}, _NOTHING)
    new, *more = _readers(desk, filled.value("readers"), readers)
    if more:
        raise UsageError("It can be handed over to one reader only.", _NOTHING)
    return new


def typed_readers(desk: Desk) -> dict[str, str]:
    """The readers as they would be typed into ``ALLOCATE_FORM``."""
    named = (f"{one.name} = {' '.join(one.own)}" if one.own else one.name for one in kept(desk, "readers", Reader))
    return {"readers": ", ".join(named)}


def _readers(desk: Desk, typed: str, before: Mapping[str, Reader]) -> tuple[Reader, ...]:
    """The readers that were named, with what was known of them before; an id that the register lacks is refused."""
    from compact_tui.services.register import entry_named

    made = []
    for name, own in readers_in(typed):
        known = before.get(name) or Reader(id=f"rd-{slug(name)}", name=name)
        entries = tuple(entry_named(desk, one).id for one in own) or known.own
        changed = known.own != entries or name not in before
        made.append(replace(known, own=entries, by=desk.who, at=desk.at) if changed else known)
    return tuple(made)


def _returns(desk: Desk) -> tuple[Waiting, ...]:
    """The returns of the round that count, with the sector the register gives them."""
    sectors = {one.id: one.sector for one in register_of(desk)}
    return tuple(
        Waiting(facts.return_id, facts.entry, sectors.get(facts.entry, "") or facts.sector)
        for facts in facts_of(desk, cycle=head_of(desk).cycle)
    )
