"""The receipt: the file with which a partnership says that a return came in, and which one."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from compact_tui.core.days import is_day

FORMAT: Literal["compact-receipt"] = "compact-receipt"
FORMAT_VERSION: Literal[1] = 1


class Receipt(Struct, frozen=True, kw_only=True):
    """The document. Days are ``YYYY-MM-DD``; empty text means not said."""

    format: Literal["compact-receipt"] = FORMAT
    format_version: Literal[1] = FORMAT_VERSION
    id: str
    return_id: str
    return_code: str
    """The spoken code of what came in."""
    return_digest: str
    register_id: str
    """The id the partnership's register knows the setting by."""
    setting: str
    cycle: str
    received_on: str
    partnership: str
    return_to: tuple[str, ...]
    made_on: str
    made_by: str
    """Program and version."""
    digest: str = ""


def wrong_in(receipt: Receipt) -> Iterator[str]:
    """What cannot be right in a receipt that was read, as clauses."""
    if not receipt.id or not receipt.return_id or not receipt.return_digest:
        yield "it does not say which return it is for"
    if not is_day(receipt.received_on):
        yield "it does not say on which day the return came in"
