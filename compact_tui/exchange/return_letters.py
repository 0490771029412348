"""The words that go with a return: the email to its reader, and what to do when no mail program helps."""

from msgspec import Struct

from compact_tui.core.days import say_day
from compact_tui.core.digest import spoken_code
from compact_tui.core.returns import Return, content_code, first_line
from compact_tui.core.signing import counted, who_signed
from compact_tui.core.text import visible, visible_line
from compact_tui.exchange.email_draft import Attachment, draft, usable_addresses
from compact_tui.exchange.letter_words import FILL_IN, greeting, indented, letter_text


class SendNames(Struct, frozen=True):
    """Names of the files of a send folder."""

    return_file: str
    report_file: str
    draft_file: str
    read_me_file: str


def subject_of(return_: Return) -> str:
    """The subject of the email."""
    parts = ("Compact audit return:", return_.setting.name or return_.setting.id, return_.cycle)
    state = "" if return_.complete else " (not complete or not signed)"
    return visible_line(" ".join(parts)) + state


def signed_otherwise(return_: Return) -> str:
    """A sentence naming those who signed something else than what stands here; empty where nobody did."""
    now = content_code(return_)
    others = [sign for sign in counted(return_.sign_offs) if sign.code and sign.code != now]
    return f"Something was changed after it was signed by {who_signed(others)}." if others else ""


def body_of(return_: Return, names: SendNames) -> str:
    """The text of the email."""
    setting = return_.setting
    contact = ", ".join(part for part in (setting.contact_name, setting.contact_role) if part)
    reach = ", ".join(part for part in (setting.contact_email, setting.contact_phone) if part)
    return letter_text(
        setting.return_to,
        " ".join(line for line in (first_line(return_), signed_otherwise(return_)) if line),
        greeting(),
        f"This is the return of {setting.name or 'our setting'} for the Compact audit, {return_.cycle}, "
        f"made on {say_day(return_.made_on)}. Attached are:",
        f"- {names.return_file}: the return itself, for your program\n"
        f"- {names.report_file}: the same as a page to read or print",
        f"It takes the place of the return {return_.supersedes}." if return_.supersedes else "",
        f"Its code is {spoken_code(return_.digest)}. If you would like to be sure that this is the return we made, "
        "ring us and read out the code that your program shows.",
        f"Shared with: {', '.join(return_.shared_with)}" if return_.shared_with else "",
        f"Contact: {contact or 'not said'}" + (f"\n{reach}" if reach else ""),
    )


def draft_of(return_: Return, names: SendNames, return_data: bytes, report_data: bytes) -> bytes:
    """The draft email with the return and its page."""
    attachments = (
        Attachment(names.return_file, return_data),
        Attachment(names.report_file, report_data),
    )
    return draft(return_.setting.return_to, subject_of(return_), body_of(return_, names), attachments)


def read_me_of(return_: Return, names: SendNames) -> bytes:
    """What to do by hand when the mail program will not open the draft, as text with Windows line ends."""
    addresses = usable_addresses(return_.setting.return_to)
    other = tuple(visible_line(a) for a in return_.setting.return_to if a.strip() and a.strip() not in addresses)
    text = f"""\
{first_line(return_)}

HOW TO SEND THIS RETURN

Open {names.draft_file} with a double click. Your mail program shows the email, ready to be sent.
If it does not open, or opens empty, write a new email by hand:

1. To:
{indented(addresses, "(no address is known: ask the partnership)")}
2. Subject:
   {subject_of(return_)}
3. Attach these two files from this folder:
   {names.return_file}
   {names.report_file}
4. Paste this text:

-----
{body_of(return_, names).removeprefix(FILL_IN).strip()}
-----

The code of this return is {spoken_code(return_.digest)}. It can be read out over the phone.

Made is not sent. When the email has gone, say so:

   compact-tui return sent {return_.id} --on DATE --by ROLE

(or press the key for "sent" on the Return screen). When the receipt has come:

   compact-tui return receipt {return_.id} --on DATE --ref NUMBER
"""
    if other:
        text += f"\nThese cannot be used as email addresses: {', '.join(other)}\n"
    return visible(text).replace("\n", "\r\n").encode("utf-8")
