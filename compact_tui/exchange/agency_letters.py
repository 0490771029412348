"""The words that go with a completed single-agency audit: the email, and what to do when no mail program helps."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from compact_tui.core.agency_page import agency_first_line
from compact_tui.core.agency_return import AgencyReturn
from compact_tui.core.days import say_day
from compact_tui.core.digest import spoken_code
from compact_tui.core.text import visible, visible_line
from compact_tui.exchange.email_draft import Attachment, draft, usable_addresses
from compact_tui.exchange.letter_words import FILL_IN, greeting, indented, letter_text


class AgencyNames(Struct, frozen=True):
    """Names of the files of a send folder; every one is ours."""

    json_file: str
    page_file: str
    word_file: str
    own_files: tuple[str, ...]
    """The agency's own reports."""
    draft_file: str
    read_me_file: str

    @property
    def attached(self) -> tuple[tuple[str, str], ...]:
        """Every file that goes with the email, with what it is."""
        return (
            (self.word_file, "the completed template, for Word"),
            (self.page_file, "the same as a page to read or print in a browser"),
            (self.json_file, "the same for a program"),
            *((name, "our own audit report") for name in self.own_files),
        )


def agency_subject(return_: AgencyReturn) -> str:
    """The subject of the email."""
    who = return_.setting.name or return_.setting.id
    return visible_line(f"Single-agency audit: {who}, {return_.about.title}")


def agency_body(return_: AgencyReturn, names: AgencyNames) -> str:
    """The text of the email."""
    setting = return_.setting
    contact = ", ".join(part for part in (setting.contact_name, setting.contact_role) if part)
    reach = ", ".join(part for part in (setting.contact_email, setting.contact_phone) if part)
    return letter_text(
        setting.return_to,
        greeting(),
        f'This is the single-agency audit "{return_.about.title}" of {setting.name or "our setting"}, '
        f"made on {say_day(return_.made_on)}. Attached are:",
        "\n".join(f"- {name}: {what}" for name, what in names.attached),
        "The template asks for no names of children, families or staff.",
        f"It takes the place of {return_.supersedes}." if return_.supersedes else "",
        f"Its code is {spoken_code(return_.digest)}. If you would like to be sure that this is what we made, "
        "ring us and compare it with the code on the page.",
        f"Contact: {contact or 'not said'}" + (f"\n{reach}" if reach else ""),
    )


def agency_draft(return_: AgencyReturn, names: AgencyNames, files: Mapping[str, bytes]) -> bytes:
    """The draft email with every file attached.

    Args:
        return_: The document.
        names: What the files are called.
        files: What is in them, by name.
    """
    attachments = tuple(Attachment(name, files[name]) for name, _ in names.attached)
    return draft(return_.setting.return_to, agency_subject(return_), agency_body(return_, names), attachments)


def agency_read_me(return_: AgencyReturn, names: AgencyNames, notes: Sequence[str] = ()) -> bytes:
    """What to do by hand when the mail program will not open the draft, as text with Windows line ends.

    Args:
        return_: The document.
        names: What the files are called.
        notes: What else is to be known before sending, a sentence each.
    """
    addresses = usable_addresses(return_.setting.return_to)
    first = "\n".join((agency_first_line(return_), *notes))
    body = agency_body(return_, names).removeprefix(FILL_IN).strip()
    text = f"""\
{first}

HOW TO SEND THIS AUDIT

Open {names.draft_file} with a double click. Your mail program shows the email, ready to be sent.
If it does not open, or opens empty, write a new email by hand:

1. To:
{indented(addresses, "(no address is known: ask the partnership)")}
2. Subject:
   {agency_subject(return_)}
3. Attach these files from this folder:
{indented(tuple(name for name, _ in names.attached), "")}
4. Paste this text:

-----
{body}
-----

To read it first: open {names.page_file} with your browser.

Made is not sent. When the email has gone, say so:

   compact-tui agency-audit sent {return_.audit} --on DATE --by ROLE

(or press the key for "sent" on the audit's page)
"""
    return visible(text).replace("\n", "\r\n").encode("utf-8")
