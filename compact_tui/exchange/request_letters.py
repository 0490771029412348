"""The words that go with a request and with a reminder: the email, and what to do when no mail program helps."""

from collections.abc import Sequence

from msgspec import Struct

from compact_tui.core.days import say_day
from compact_tui.core.request import Request
from compact_tui.core.request_build import WORRIED, request_lines
from compact_tui.core.request_opened import contact_lines
from compact_tui.core.text import count, visible, visible_line
from compact_tui.exchange.email_draft import Attachment, draft, usable_addresses
from compact_tui.exchange.letter_words import FILL_IN, greeting, indented, letter_text


class RequestNames(Struct, frozen=True):
    """Names of the files of a folder that is sent to a setting; every one is ours."""

    request_file: str
    page_file: str
    draft_file: str
    read_me_file: str


class Letter(Struct, frozen=True):
    """An email as it is written."""

    to: tuple[str, ...]
    subject: str
    body: str


def request_letter(
    request: Request,
    title: str,
    to: Sequence[str],
    names: RequestNames,
    days_late: int = 0,
    *,
    contact: str = "",
    reminder: bool = False,
) -> Letter:
    """The email with a request, or with a reminder of it.

    Args:
        request: The request.
        title: What the pack calls itself.
        to: Addresses of the setting.
        names: What the files are called.
        days_late: By how many days its return is late.
        contact: Whom it goes to, by name; empty where nobody is named.
        reminder: Whether it was asked before.
    """
    first = _reminding(request, days_late) if reminder else ()
    body = letter_text(
        to,
        "" if not reminder and request.letter.startswith("Dear") else greeting(contact),
        *first,
        *request_lines(request, title)[1 if reminder else 0 :],
        f"Attached are:\n- {names.request_file}: for your program\n- {names.page_file}: the same to read or print",
        "\n".join((f"{WORRIED}:", *(f"- {line}" for line in contact_lines(request, request.made_on))))
        if request.contacts
        else "",
        request.partnership,
    )
    what = "Reminder: your return" if reminder else "Your return"
    by = f", by {say_day(request.due)}" if request.due and not days_late else ""
    subject = f"{what} for the Compact audit {request.cycle}, {request.setting}{by}"
    return Letter(tuple(to), visible_line(subject), body)


def _reminding(request: Request, days_late: int) -> tuple[str, ...]:
    late = f" It was due on {say_day(request.due)}, {count(days_late, 'day')} ago." if days_late else ""
    return (
        f"We have not had the return of {request.setting} in the round {request.cycle} yet.{late}",
        "If it is on its way, thank you: nothing more is needed. If something stands in the way, tell us; "
        "we can talk about another day, and a return that is not complete is still worth sending.",
    )


def letter_draft(letter: Letter, names: RequestNames, request_data: bytes, page_data: bytes) -> bytes:
    """The draft email with the request and its page."""
    attachments = (
        Attachment(names.request_file, request_data),
        Attachment(names.page_file, page_data),
    )
    return draft(letter.to, letter.subject, letter.body, attachments)


def letter_read_me(letter: Letter, names: RequestNames) -> bytes:
    """What to do by hand when the mail program will not open the draft, as text with Windows line ends."""
    text = f"""\
HOW TO SEND THIS

Open {names.draft_file} with a double click. Your mail program shows the email, ready to be sent.
If it does not open, or opens empty, write a new email by hand:

1. To:
{indented(usable_addresses(letter.to), "(no address is known: look it up, and write it into the register)")}
2. Subject:
   {letter.subject}
3. Attach these two files from this folder:
   {names.request_file}
   {names.page_file}
4. Paste this text:

-----
{letter.body.removeprefix(FILL_IN).strip()}
-----

Made is not sent. When the emails have gone, say so:

   compact-tui partnership sent --on DATE

(or press s on the Chase screen).
"""
    return visible(text).replace("\n", "\r\n").encode("utf-8")
