"""What was lent, as it is kept in a hidden sheet of the workbook: JSON in letters that every spreadsheet keeps."""

import json

import msgspec

from compact_tui.core.digest import digest_of
from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.core.workbook import FORMAT, FORMAT_VERSION, Lent
from compact_tui.exchange.strict_json import NotStrictError, parse

_PIECE = 30_000
"""Letters of one cell."""


def lent_cells(lent: Lent) -> tuple[str, ...]:
    """What was lent as the texts of cells, one under the other."""
    text = json.dumps(msgspec.to_builtins(lent), separators=(",", ":"))
    # Spreadsheet files read _x0041_ as a letter of that number.
    text = text.replace("_", "\\u005f")
    return (FORMAT, *(text[at : at + _PIECE] for at in range(0, len(text), _PIECE)))


def lent_from(cells: tuple[str, ...]) -> Lent | None:
    """What was lent, from the texts of cells; ``None`` where they were changed or are not there.

    Raises:
        FileNotAcceptableError: If a newer version of the program wrote them.
    """
    if cells[:1] != (FORMAT,):
        return None
    try:
        plain = parse("".join(cells[1:]).encode("utf-8", "replace"))
    except NotStrictError:
        return None
    if not isinstance(plain, dict) or plain.get("format") != FORMAT or plain.get("digest") != digest_of(plain):
        return None
    version = plain.get("format_version")
    if not isinstance(version, int) or version > FORMAT_VERSION:
        raise FileNotAcceptableError(
            f"This workbook is of format version {version}; this program reads up to version {FORMAT_VERSION}.",
            "Nothing was changed. Use a newer compact-tui.",
        )
    try:
        return msgspec.convert(plain, Lent, strict=True)
    except msgspec.ValidationError:
        return None
