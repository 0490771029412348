"""Letters that follow collecting: receipts, replies about what was put aside, and returns passed on to other areas."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from compact_tui import __version__
from compact_tui.core.collect_views import LettersMade, PutAside
from compact_tui.core.digest import short_mark, spoken_code
from compact_tui.core.errors import CompactError, ExitCode, UsageError
from compact_tui.core.partnership import Forwarded, ReceiptMade
from compact_tui.core.receipt import Receipt
from compact_tui.core.requests_made import made_before
from compact_tui.core.text import count, did_you_mean, slug
from compact_tui.exchange.collect_letters import (
    Letter,
    files_of,
    forward_letter,
    put_aside_letter,
    receipt_letter,
)
from compact_tui.exchange.email_draft import usable_addresses
from compact_tui.exchange.receipt_json import encode_receipt
from compact_tui.services.collected import return_bytes, return_of, return_row, returns_here
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import head_of, keep, kept, register_of
from compact_tui.storage.send_folder import make_folder

_NAME_LENGTH = 24


def make_receipts(desk: Desk, return_ids: Sequence[str] = ()) -> LettersMade:
    """Make receipts with a draft each, and note them; nothing is sent.

    Args:
        desk: Where, when and who.
        return_ids: Which returns; none means every one of this round that counts and has no receipt yet.

    Raises:
        UsageError: If one of them was not collected.
        WorkspaceError: If any of it cannot be written; nothing is made.
    """
    done = {one.id for one in kept(desk, "receipts", ReceiptMade)}
    here = () if return_ids else returns_here(desk, cycle=head_of(desk).cycle, state="current").returns
    wanted = [return_row(desk, one).id for one in return_ids] or [
        line.id for line in here if line.entry and line.id not in done
    ]
    if not wanted:
        return LettersMade(folder="", letters=0, without_address=0, sentence="Every return has its receipt.")
    made = [_receipt(desk, one) for one in wanted]
    folder, view = _written(desk, f"{desk.today}-receipts", [letter for letter, _ in made], "receipt")
    before = {one.id: one for one in kept(desk, "receipts", ReceiptMade)}
    edits = tuple(
        edit(
            "receipts",
            receipt.return_id,
            before.get(receipt.return_id),
            ReceiptMade(
                id=receipt.return_id,
                receipt=receipt.id,
                entry=receipt.register_id,
                made_on=desk.today,
                folder=folder,
                by=desk.who,
                at=desk.at,
            ),
        )
        for _, receipt in made
    )
    keep(desk, "receipts", f"{count(len(made), 'receipt')} made", edits, undoable=False)
    return view


def _receipt(desk: Desk, return_id: str) -> tuple[Letter, Receipt]:
    row, return_, head = return_row(desk, return_id), return_of(desk, return_id), head_of(desk)
    receipt = Receipt(
        id=f"rc-{short_mark(head.id, return_.id, return_.digest)}",
        return_id=return_.id,
        return_code=spoken_code(return_.digest),
        return_digest=return_.digest,
        register_id=row.entry,
        setting=return_.setting.name,
        cycle=return_.cycle,
        received_on=row.received_on,
        partnership=head.name,
        return_to=head.return_to,
        made_on=desk.today,
        made_by=f"compact_tui {__version__}",
    )
    entry = next((one for one in register_of(desk) if one.id == row.entry), None)
    to = usable_addresses((entry.contact_email if entry else "", return_.setting.contact_email))[:1]
    name = f"{slug(return_.setting.name, _NAME_LENGTH)}-{slug(return_.id)}-receipt"
    contact = entry.contact_name if entry and to == usable_addresses((entry.contact_email,))[:1] else ""
    return receipt_letter(name, to, receipt, encode_receipt(receipt), contact), receipt


def write_replies(desk: Desk, aside: Iterable[PutAside]) -> LettersMade:
    """Write a ready reply for each file that could not be taken; nothing is sent.

    Args:
        desk: Where, when and who.
        aside: What collecting put aside.

    Raises:
        UsageError: If no partnership was started here.
        WorkspaceError: If any of it cannot be written; nothing is made.
    """
    head = head_of(desk)
    letters = [
        put_aside_letter(f"{number:02}-{slug(one.file.rpartition(' > ')[2], _NAME_LENGTH)}-reply", one, head)
        for number, one in enumerate(aside, 1)
    ]
    if not letters:
        return LettersMade(folder="", letters=0, without_address=0, sentence="Nothing was put aside.")
    return _written(desk, f"{desk.today}-put-aside", letters, "reply", "replies")[1]


def forward(desk: Desk, return_id: str, area: str) -> LettersMade:
    """Make a draft that passes a return on to another area: the same bytes, the same id; nothing is sent.

    Args:
        desk: Where, when and who.
        return_id: The return.
        area: Name of the area, one of those the partnership knows an address of.

    Raises:
        UsageError: If either is not known.
        CompactError: If the setting does not share its return with that area.
        WorkspaceError: If it cannot be written; nothing is made.
    """
    head, return_ = head_of(desk), return_of(desk, return_id)
    known = {name.casefold(): (name, address) for name, address in head.other_areas}
    if area.strip().casefold() not in known:
        names = [name for name, _ in head.other_areas]
        hint = did_you_mean(area, names) or (f"Known: {', '.join(names)}." if names else "")
        more = "Add it: compact-tui partnership change --other-areas. Nothing was made."
        raise UsageError(f'No address is known for the area "{area}".', f"{hint} {more}".strip())
    name, address = known[area.strip().casefold()]
    if name.casefold() not in {one.casefold() for one in return_.shared_with}:
        shared = ", ".join(return_.shared_with) or "nobody else"
        raise CompactError(
            f"{return_.setting.name} does not share this return with {name}; it is shared with {shared}.",
            "Nothing was made. Ask the setting first; it says in its own program whom it shares with.",
            ExitCode.REFUSED,
        )
    before = [one for one in kept(desk, "forwarded", Forwarded) if (one.return_id, one.area) == (return_.id, name)]
    stem = f"{slug(return_.setting.name, _NAME_LENGTH)}-{slug(return_.id)}-return"
    told = (return_.id, return_.setting.name, head.name)
    letter = forward_letter(stem, name, (address,), told, return_bytes(desk, return_.id))
    folder, view = _written(desk, f"{desk.today}-forward-{slug(name, _NAME_LENGTH)}", [letter], "letter")
    record = Forwarded(
        id=desk.new_id("fw"), return_id=return_.id, area=name, on=desk.today, folder=folder, by=desk.who, at=desk.at
    )
    what = f"return of {return_.setting.name} made ready for {name}"
    keep(desk, "forward", what, (edit("forwarded", record.id, None, record),), undoable=False)
    if not before:
        return view
    old = str(desk.workspace.sent_folder.absolute() / before[-1].folder)
    told_before = made_before("letter", f"{name} with this return", before[-1].on, old, noted=False)
    return replace(view, sentence=f"{view.sentence} {told_before}")


def forward_all(desk: Desk) -> LettersMade:
    """Make a draft for each return of this round that is shared with another area and was not passed on yet.

    Raises:
        UsageError: If no partnership was started here.
        WorkspaceError: If one cannot be written; those made before it are kept and noted.
    """
    head = head_of(desk)
    areas = {name.casefold(): name for name, _ in head.other_areas}
    done = {(one.return_id, one.area) for one in kept(desk, "forwarded", Forwarded)}
    made: list[LettersMade] = []
    for line in returns_here(desk, cycle=head.cycle, state="current").returns if areas else ():
        shared = {areas.get(name.casefold(), "") for name in return_of(desk, line.id).shared_with} if line.entry else ()
        for area in sorted(area for area in shared if area and (line.id, area) not in done):
            made.append(forward(desk, line.id, area))
    told = f"{count(len(made), 'letter')} made in {desk.workspace.sent_folder.absolute()}."
    nothing = "No return of this round is shared with an area that is known here and still to be passed on."
    return LettersMade(
        folder=str(desk.workspace.sent_folder.absolute()) if made else "",
        letters=len(made),
        without_address=sum(one.without_address for one in made),
        sentence=f"{told} Nothing was sent: open each draft and send it." if made else nothing,
    )


def _written(desk: Desk, name: str, letters: Sequence[Letter], noun: str, nouns: str = "") -> tuple[str, LettersMade]:
    folder = make_folder(desk.workspace.sent_folder, name, f".unfinished-{desk.new_id('letters')}", files_of(letters))
    without = sum(not usable_addresses(letter.to) for letter in letters)
    told = f"{count(len(letters), noun, nouns)} made in {folder.absolute()}."
    told += " Nothing was sent: open each draft and send it."
    told += f" {without} without an address: fill it in." if without else ""
    view = LettersMade(folder=str(folder.absolute()), letters=len(letters), without_address=without, sentence=told)
    return folder.name, view
