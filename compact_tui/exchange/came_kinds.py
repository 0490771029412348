"""What came by email: every document in a file, and which kind of ``core.came`` each is, told from what is in it."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import PurePosixPath

import msgspec
from msgspec import Struct

from compact_tui.core.came import CLOSED, DAMAGED, UNKNOWN, Document
from compact_tui.core.decoding import UNDECODABLE
from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.core.part import FORMAT as PART_FORMAT
from compact_tui.core.reader_file import FORMAT as READING_FORMAT
from compact_tui.core.receipt import FORMAT as RECEIPT_FORMAT
from compact_tui.core.reply import REPLY_FORMAT
from compact_tui.core.request import FORMAT as REQUEST_FORMAT
from compact_tui.core.returns import FORMAT as RETURN_FORMAT
from compact_tui.exchange.bank_json import FORMAT as BANK_FORMAT
from compact_tui.exchange.documents import RETURN, WORKBOOK, kind_of, looks_like_json, said_format
from compact_tui.exchange.found import Found, NotOpened, found_in
from compact_tui.exchange.walk_json import FORMAT as WALK_FORMAT

MOST = 500
"""Documents that are looked at in one file; more is a mailbox, which is collected."""
_FORMATS: Mapping[str, str] = {
    REPLY_FORMAT: "reply",
    RECEIPT_FORMAT: "receipt",
    REQUEST_FORMAT: "request",
    WALK_FORMAT: "walk-rows",
    BANK_FORMAT: "bank",
}
_PAGES = {".html", ".htm", ".pdf", ".docx", ".doc", ".odt", ".png", ".jpg", ".jpeg", ".gif", ".ics", ".svg"}
_BANKS = {".gift"}
_TABLES = {".csv", ".tsv", ".ods", ".xls"}
_ANSWERED = re.compile(rb"(?m)^[ \t]*ANSWER[ \t]*:[ \t]*[A-Z][ \t]*\r?$")
_BANK_TABLE = re.compile(rb"(\xef\xbb\xbf)?\"?row\"?[,;\t]", re.IGNORECASE)
_BANK_TOML = re.compile(rb"(?m)^\[(bank|\[question\])\]")
_PACK_TOML = re.compile(rb"(?m)^\[(pack|\[standard\])\]")


class _Facts(Struct):
    """What tells apart documents of one format, and books from documents."""

    answered_on: object = ""
    decided_on: object = ""
    head: object = None


def documents_in(name: str, data: bytes) -> Iterator[tuple[Document, bytes]]:
    """Every document in a file that came, with its kind and its bytes.

    Args:
        name: What the file is called.
        data: Its bytes.
    """
    for at, found in enumerate(islice(found_in(name, data), MOST + 1)):
        if at == MOST:
            yield Document(name, CLOSED, f"More than {MOST} things are in it: what comes after is not looked at."), b""
            return
        if isinstance(found, NotOpened):
            yield Document(found.name, CLOSED, found.reason), b""
        else:
            yield Document(found.name, _kind(found)), found.data


def _kind(found: Found) -> str:
    data, ending = found.data, PurePosixPath(found.name).suffix.lower()
    if looks_like_json(data):
        return json_kind(data)
    if ending == ".json":
        return DAMAGED
    if kind_of(data) == WORKBOOK:
        return _of_workbook(data)
    if ending in _BANKS or (ending == ".txt" and _ANSWERED.search(data)):
        return "bank"
    if ending == ".toml":
        return "bank" if _BANK_TOML.search(data) else "pack" if _PACK_TOML.search(data) else UNKNOWN
    if ending in _TABLES:
        return "bank" if _BANK_TABLE.match(data) else "table"
    return "page" if ending in _PAGES else UNKNOWN


def json_kind(data: bytes) -> str:
    """Which kind of ``core.came`` a document is that looks like JSON."""
    said = said_format(data)
    if said is None:
        return DAMAGED
    if said in _FORMATS:
        return _FORMATS[said]
    try:
        facts = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=_Facts)
    except UNDECODABLE:
        return DAMAGED
    if said == PART_FORMAT:
        return "part-back" if facts.answered_on else "part-lent"
    if said == READING_FORMAT:
        return "reading-back" if facts.decided_on else "reading-out"
    known = kind_of(data)
    if known != RETURN or said == RETURN_FORMAT:
        return known
    if said == "" and isinstance(facts.head, dict) and isinstance(facts.head.get("book"), dict):
        return "book"
    return UNKNOWN


def _of_workbook(data: bytes) -> str:
    """An audit pack's where it has the sheets of one; any other is taken for an audit's, whose reader says if not."""
    from compact_tui.core.pack_sheet import READ_ME
    from compact_tui.core.pack_tables import pack_tables
    from compact_tui.exchange.xlsx_open import open_xlsx

    try:
        names = set(open_xlsx(data).sheetnames)
    except FileNotAcceptableError:
        return WORKBOOK
    return "pack" if {READ_ME, pack_tables()[0].name} <= names else WORKBOOK
