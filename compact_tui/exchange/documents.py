"""What kind of document a file is, told from what is in it and never from its name alone."""

import msgspec
from msgspec import Struct

from compact_tui.core.agency_return import FORMAT as AGENCY_FORMAT
from compact_tui.core.decoding import UNDECODABLE
from compact_tui.core.reply import ANSWER_FORMAT
from compact_tui.core.returns import FORMAT as RETURN_FORMAT
from compact_tui.core.spot_counts import FORMAT as COUNTS_FORMAT
from compact_tui.exchange.spot_json import FORMAT as SPOT_FORMAT

RETURN, AGENCY, SPOT, COUNTS = "return", "agency-audit", "spot-rows", "spot-counts"
WORKBOOK, SURVEY, ANSWER, UNKNOWN = "workbook", "survey", "answer", "unknown"
_FORMATS = {
    RETURN_FORMAT: RETURN,
    AGENCY_FORMAT: AGENCY,
    SPOT_FORMAT: SPOT,
    COUNTS_FORMAT: COUNTS,
    ANSWER_FORMAT: ANSWER,
}
_BLANK = b"\xef\xbb\xbf \t\r\n"


class _Head(Struct):
    format: object = ""


def looks_like_json(data: bytes) -> bool:
    """Whether bytes begin as a document of ours does."""
    return data.lstrip(_BLANK)[:1] == b"{"


def said_format(data: bytes) -> str | None:
    """What a JSON document says under ``format``; empty where it says nothing, ``None`` where it is no JSON."""
    try:
        said = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=_Head).format
    except UNDECODABLE:
        return None
    return said if isinstance(said, str) else ""


def kind_of(data: bytes, name: str = "") -> str:
    """What a document is.

    Whatever looks like JSON and is of no other kind is taken for a return, so that a damaged one is put aside with
    the reason and not passed over.

    Args:
        data: Its bytes.
        name: What it is called; a ``.json`` is never passed over.
    """
    if looks_like_json(data):
        return _FORMATS.get(said_format(data) or "", RETURN)
    if data.startswith(b"PK") and b"xl/workbook.xml" in data:
        return WORKBOOK
    return RETURN if name.lower().endswith(".json") else UNKNOWN
