"""The request: the file with which a partnership asks a setting for its return."""

from collections.abc import Iterator

from msgspec import Struct

from compact_tui.core.days import is_day
from compact_tui.core.forms import parse_emails
from compact_tui.core.pack import AuditPack
from compact_tui.core.sent_text import LONGEST_TEXT, sent_text
from compact_tui.core.text import clean_line

FORMAT = "compact-request"
FORMAT_VERSION = 1
SOCIAL_CARE, OUT_OF_HOURS, LADO, OTHER = CONTACT_KINDS = ("social-care", "out-of-hours", "lado", "other")
"""What a contact is for."""
LONGEST_LINE = 300
"""Characters of a name, a number, an address."""
MOST = 30
"""Contacts, areas or addresses of one request."""


class RequestContact(Struct, frozen=True, kw_only=True):
    """Whom a setting of the area rings."""

    what: str
    """One of ``CONTACT_KINDS``."""
    name: str
    value: str
    """Number or address."""
    checked_on: str = ""
    """Day on which the partnership last rang it."""
    source: str = ""
    """Where it is published."""


class Request(Struct, frozen=True, kw_only=True):
    """The document. Days are ``YYYY-MM-DD``; empty text means not said."""

    format: str = FORMAT
    format_version: int = FORMAT_VERSION
    id: str
    made_by: str
    """The program that wrote it."""
    made_on: str
    partnership: str
    """Name of who asks."""
    register_id: str
    """The id the partnership's register knows the setting by."""
    setting: str
    """Name of the setting, as the register has it."""
    sector: str = ""
    kind: str = ""
    """What kind of setting the register says it is; a setting that has said so itself keeps what it said."""
    pack: str
    """Id of the audit pack that is asked for."""
    edition: str
    whole_pack: tuple[AuditPack, ...] = ()
    """The pack itself, where the request brings it; one or none."""
    cycle: str
    due: str = ""
    return_to: tuple[str, ...] = ()
    """Email addresses that the return goes to."""
    areas: tuple[str, ...] = ()
    """Areas that the return is shared with."""
    contacts: tuple[RequestContact, ...] = ()
    letter: str = ""
    """What the partnership writes to the setting."""
    digest: str = ""


def wrong_in(request: Request) -> Iterator[str]:
    """What cannot be right in a request that was read, as clauses."""
    for what, text in (("who asks", request.partnership), ("whom it asks", request.setting), ("its id", request.id)):
        if not text:
            yield f"it does not say {what}"
    if not request.pack or not request.edition or not request.cycle:
        yield "it does not say which audit it asks for"
    yield from _wrong_days(request)
    yield from _wrong_texts(request)
    for address in request.return_to:
        if not _is_address(address):
            yield f'"{address[:40]}" is no email address'
    for contact in request.contacts:
        if contact.what not in CONTACT_KINDS:
            yield f'"{contact.what[:40]}" is no kind of contact'
        if not contact.value or not contact.name:
            yield "a contact in it has no name or no number"
    if len(request.whole_pack) > 1:
        yield "it brings more than one audit pack"
    for pack in request.whole_pack:
        if (pack.pack.id, pack.pack.edition) != (request.pack, request.edition):
            yield "the audit pack that it brings is not the one it asks for"


def _wrong_days(request: Request) -> Iterator[str]:
    if not is_day(request.made_on):
        yield "it does not say on which day it was made"
    for day in (request.due, *(contact.checked_on for contact in request.contacts)):
        if day and not is_day(day):
            yield f'"{day[:20]}" is no day'


def _wrong_texts(request: Request) -> Iterator[str]:
    for name, items in (("contacts", request.contacts), ("areas", request.areas), ("addresses", request.return_to)):
        if len(items) > MOST:
            yield f"it has more than {MOST} {name}"
    for text in _lines(request):
        if len(text) > LONGEST_LINE:
            yield f"a line in it is longer than {LONGEST_LINE} characters"
        elif text != clean_line(text) or text != sent_text(text):
            yield f'"{ascii(text[:40])[1:-1]}" is not a plain line of text'
    if any("," in area for area in request.areas):
        yield "the name of an area in it holds a comma"
    if len(request.letter) > LONGEST_TEXT:
        yield f"its letter is longer than {LONGEST_TEXT:,} characters"
    if request.letter != sent_text(request.letter):
        yield "its letter holds characters that do not belong in a letter"


def _lines(request: Request) -> Iterator[str]:
    yield from (request.id, request.made_by, request.partnership, request.register_id, request.setting)
    yield from (request.sector, request.kind)
    yield from (request.pack, request.edition, request.cycle, *request.areas)
    for contact in request.contacts:
        yield from (contact.name, contact.value, contact.source)


def _is_address(address: str) -> bool:
    try:
        return len(address) <= LONGEST_LINE and parse_emails(address) == address and "," not in address
    except ValueError:
        return False
