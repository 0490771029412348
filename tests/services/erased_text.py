"""Whether a text stands in a file, worked out in another way than the program's own."""

import base64
import html
import quopri
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from tests.services.full_workspace import TEXT

MARKER = "[erased 5 December 2026]"


def bare(text: str) -> str:
    """A text as this test compares it, worked out in another way than the program's own."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\s>\u200b]+", "", unicodedata.normalize("NFC", text))


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    return ("utf-8", "latin-1") if b"\xc3" not in data else ("utf-8",)


def readings(data: bytes) -> Iterator[str]:
    """Everything that a file could say."""
    for encoding in _encodings(data):
        text = data.decode(encoding, "replace")
        yield text
        yield html.unescape(re.sub(r"<[^>]*>", "", text))
        yield re.sub(r"\r?\n ", "", text)
        yield (
            re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
            .replace("\\n", " ")
            .replace("\\t", " ")
        )
    yield quopri.decodestring(data).decode("utf-8", "replace")
    for blob in re.findall(rb"(?:[A-Za-z0-9+/=]{20,}\s*)+", data):
        plain = b"".join(blob.split())
        yield base64.b64decode(plain[: len(plain) // 4 * 4]).decode("utf-8", "replace")


def holding(root: Path, text: str = TEXT) -> list[str]:
    """Every file in which the text can be found."""
    wanted = bare(text)
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return [
        path.relative_to(root).as_posix()
        for path in files
        if any(wanted in bare(reading) for reading in readings(path.read_bytes()))
    ]
