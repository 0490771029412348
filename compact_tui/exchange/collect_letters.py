"""The words of a partnership to those whose return came in, could not be taken, or is passed on to another area."""

from collections.abc import Iterable

from msgspec import Struct

from compact_tui.core.came_words import HOW_TO_OPEN
from compact_tui.core.collect_views import PutAside
from compact_tui.core.days import say_day
from compact_tui.core.partnership import PartnershipHead
from compact_tui.core.receipt import Receipt
from compact_tui.core.text import visible, visible_line
from compact_tui.exchange.email_draft import Attachment, draft, usable_addresses
from compact_tui.exchange.letter_words import FILL_IN, greeting, letter_text


class Letter(Struct, frozen=True):
    """An email that a person sends."""

    name: str
    """Name of its file without an ending."""
    to: tuple[str, ...]
    subject: str
    body: str
    attachments: tuple[Attachment, ...] = ()


def receipt_letter(name: str, to: tuple[str, ...], receipt: Receipt, data: bytes, contact: str = "") -> Letter:
    """The letter with a receipt, to a contact where one is known by name."""
    body = letter_text(
        to,
        greeting(contact),
        f"Thank you. The return of {receipt.setting or 'your setting'} for the Compact audit, {receipt.cycle}, came in "
        f"on {say_day(receipt.received_on)}. Its code is {receipt.return_code}: it is the return you made if your "
        "program shows the same code.",
        f"The receipt is attached, as a file for your program, which notes it: {HOW_TO_OPEN}",
        f"Or note it by hand on the page of your return: the day is {say_day(receipt.received_on)}, "
        f"the number {receipt.id}.",
        receipt.partnership,
    )
    subject = f"Receipt: Compact audit return, {receipt.setting}, {receipt.cycle}"
    return Letter(name, to, subject, body, (Attachment(f"{name}.json", data),))


def put_aside_letter(name: str, aside: PutAside, head: PartnershipHead) -> Letter:
    """The ready reply about a file that could not be taken."""
    to = usable_addresses((aside.sender,))
    file = visible_line(aside.file.rpartition(" > ")[2])
    body = letter_text(
        to,
        greeting(),
        f'Thank you for what you sent us for the Compact audit. We could not take in the file "{file}":',
        visible_line(aside.reason),
        "Please send it once more: the file of the return just as your program made it (compact-tui return make).",
        "Nothing of yours is lost: your answers are in your own program. If you are stuck, ring us and we will help.",
        head.name,
    )
    return Letter(name, to, f"Compact audit: we could not take in {file}", body)


def forward_letter(name: str, area: str, to: tuple[str, ...], told: tuple[str, str, str], data: bytes) -> Letter:
    """The letter with which a return is passed on.

    Args:
        name: Name of its file without an ending.
        area: The area it goes to.
        to: Where to.
        told: Id of the return, its setting, and who passes it on.
        data: The return as it came.
    """
    return_id, setting, partnership = told
    body = letter_text(
        to,
        greeting(),
        f"{setting} shares its Compact audit return with {area}. It is attached just as it came to us, under "
        f"its own number {return_id}, so that it counts once wherever it came from.",
        partnership,
    )
    attachment = Attachment(f"{name}.json", data)
    return Letter(name, to, f"Compact audit return of {setting}, for {area}", body, (attachment,))


def files_of(letters: Iterable[Letter]) -> dict[str, bytes]:
    """The drafts with what is attached to each beside it, and how to send them by hand."""
    files: dict[str, bytes] = {}
    told = [
        "HOW TO SEND THESE EMAILS",
        "",
        "Open each .eml with a double click; your mail program shows it ready to go.",
    ]
    told += [
        "If it does not open, write a new email by hand from what stands here. Nothing was sent by the program.",
        "",
    ]
    for letter in letters:
        files |= {one.name: one.data for one in letter.attachments}
        files[f"{letter.name}.eml"] = draft(letter.to, letter.subject, letter.body, letter.attachments)
        to = ", ".join(usable_addresses(letter.to)) or "(no address is known)"
        attach = [f"Attach: {one.name}" for one in letter.attachments]
        told += [f"--- {letter.name}.eml", f"To: {to}", f"Subject: {visible_line(letter.subject)}", *attach, ""]
        told += [letter.body.removeprefix(FILL_IN).strip(), ""]
    files["read-me-first.txt"] = visible("\n".join(told)).replace("\n", "\r\n").encode()
    return files
