"""The words that go with a part on its way back: the email, and what to do when no mail program helps."""

from msgspec import Struct

from compact_tui.core.came_words import HOW_TO_OPEN
from compact_tui.core.days import say_day
from compact_tui.core.part import Part
from compact_tui.core.text import visible, visible_line
from compact_tui.exchange.email_draft import Attachment, draft, usable_addresses
from compact_tui.exchange.letter_words import FILL_IN, greeting, indented, letter_text


class PartNames(Struct, frozen=True):
    """Names of the files of the folder."""

    part_file: str
    draft_file: str
    read_me_file: str


def part_subject(part: Part) -> str:
    """The subject of the email."""
    return visible_line(f"Compact audit: {part.lent_to}, part of {part.setting.name} {part.audit.cycle}")


def part_body(part: Part, names: PartNames, answered: int, asked: int) -> str:
    """The text of the email.

    Args:
        part: The part.
        names: Names of the files.
        answered: How many of its criteria are answered.
        asked: How many there are.
    """
    return letter_text(
        part.reply_to,
        greeting(),
        f"This is the part of the Compact audit that you sent to {part.lent_to} on {say_day(part.lent_on)}. "
        f"{answered} of {asked} questions are answered. Attached is:",
        f"- {names.part_file}: the part, for your program",
        f"To take it in, {HOW_TO_OPEN}. You are shown what would change first.",
        f"Answered by: {part.answered_by}" if part.answered_by else "",
    )


def part_draft(part: Part, names: PartNames, data: bytes, answered: int, asked: int) -> bytes:
    """The draft email with the part."""
    body = part_body(part, names, answered, asked)
    return draft(part.reply_to, part_subject(part), body, (Attachment(names.part_file, data),))


def part_read_me(part: Part, names: PartNames, answered: int, asked: int) -> bytes:
    """What to do by hand when the mail program will not open the draft, as text with Windows line ends."""
    addresses = usable_addresses(part.reply_to) or ("(no address is known: ask whoever sent you the part)",)
    body = part_body(part, names, answered, asked).removeprefix(FILL_IN).strip()
    text = f"""\
HOW TO SEND THIS PART BACK

Open {names.draft_file} with a double click. Your mail program shows the email, ready to be sent.
If it does not open, or opens empty, write a new email by hand:

1. To:
{indented(tuple(visible_line(address) for address in addresses), "")}
2. Subject:
   {part_subject(part)}
3. Attach this file from this folder:
   {names.part_file}
4. Paste this text:

-----
{body}
-----

You may answer more and make it again: the newer one takes the place of this one.
"""
    return visible(text).replace("\n", "\r\n").encode("utf-8")
