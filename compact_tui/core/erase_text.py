"""Finding a text that is to go, however it is written, and putting a dated marker in its place."""

import html
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from compact_tui.core.days import say_day
from compact_tui.core.errors import CompactError, ExitCode
from compact_tui.core.text import SIGNS_AS_TYPED, clean

SHORTEST = 4
"""Letters or digits that a text must have, so that erasing it does not tear holes everywhere."""
GAP = "[...]"
"""What stands for the text itself where it is shown before it is erased."""
_UNSEEN = dict.fromkeys([0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF])
"""Characters that nobody sees; a text is the same text with them."""
_PLAIN_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
"""Letters with an accent that is part of them, as keyboards without them write them."""
_SAME = SIGNS_AS_TYPED | _PLAIN_LETTERS
_ACCENTS = re.compile("[\u0300-\u036f]+")
_SPACES = re.compile(r"\s+")
_MARKER = re.compile(r"\[erased \d{1,2} [A-Z][a-z]+ \d{4}\]")
_BLOCKS = "address|article|aside|blockquote|br|dd|div|dl|dt|h[1-6]|header|hr|li|main|ol|p|section|table|td|th|tr|ul"
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_BLOCK = re.compile(rf"</?(?:{_BLOCKS})\b", re.IGNORECASE)

Writing = Literal["plain", "json", "html", "mail", "calendar", "csv"]
"""How a text is written down in a file."""
WRITINGS: tuple[Writing, ...] = ("plain", "json", "html", "mail", "calendar", "csv")


def marker_of(day: str) -> str:
    """What stands where something was erased: ``[erased 22 November 2026]``."""
    return f"[erased {say_day(day)}]"


def is_marker(text: str) -> bool:
    """Whether a text is nothing but such a marker."""
    return bool(_MARKER.fullmatch(text.strip()))


def fold(text: str) -> str:
    """A text without what does not count: case, accents, the kind of white space, of apostrophe, quotation mark and
    dash, and what nobody sees.
    """
    if text.isascii():
        return _SPACES.sub(" ", text.lower())
    apart = unicodedata.normalize("NFD", text.translate(_UNSEEN).casefold())
    return _SPACES.sub(" ", _ACCENTS.sub("", apart).translate(_SAME))


class Needle(Struct, frozen=True):
    """A text that is to go."""

    folded: str
    whole: bool = False
    """Whether only whole words count; so for what is too short to be told from the middle of other words."""

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where it stands in a text: from and to, without overlaps."""
        return spans_of(text, (self,))

    def replaced(self, text: str, marker: str) -> tuple[str, int]:
        """The text with the marker in its place, and how often it stood there."""
        spans = self.spans(text)
        for start, end in reversed(spans):
            text = text[:start] + marker + text[end:]
        return text, len(spans)


def spans_of(text: str, needles: Iterable[Needle]) -> tuple[tuple[int, int], ...]:
    """Where any of some texts stands in a text: from and to, without overlaps, the longest of those that overlap."""
    whole = fold(text)
    present = [needle for needle in needles if needle.folded in whole]
    if not present:
        return ()
    folded, at = _mapped(text)
    found = sorted((s, -_past_accents(text, e)) for wanted in present for s, e in _matches(folded, at, wanted))
    spans: list[tuple[int, int]] = []
    for start, end in found:
        if not spans or start >= spans[-1][1]:
            spans.append((start, -end))
    return tuple(spans)


def _past_accents(text: str, end: int) -> int:
    """The end of a letter with the accents that stand behind it as characters of their own."""
    behind = _ACCENTS.match(text, end)
    return behind.end() if behind else end


def _matches(folded: str, at: list[int], needle: Needle) -> Iterator[tuple[int, int]]:
    wanted = needle.folded
    start = folded.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        whole = _whole_characters(folded, at, start, end) and not (needle.whole and _in_a_word(folded, start, end))
        if whole:
            yield at[start], at[end - 1] + 1
        start = folded.find(wanted, end if whole else start + 1)


def _in_a_word(folded: str, start: int, end: int) -> bool:
    return folded[start - 1 : start].isalnum() or folded[end : end + 1].isalnum()


def needle_of(text: str, marker: str) -> Needle:
    """What a person wants to be gone.

    Raises:
        CompactError: If it is too short, or part of the marker itself; nothing may be erased then.
    """
    folded = fold(clean(text)).strip()
    letters = sum(char.isalnum() for char in folded)
    if letters < SHORTEST:
        raise CompactError(
            f"That is too short to erase: it has {letters} letters or digits, and {SHORTEST} are needed.",
            "It would tear holes into other words. Nothing was erased. To empty a whole field, name its place, "
            "such as 3.2#note.",
            ExitCode.REFUSED,
        )
    if folded in fold(marker):
        raise CompactError(
            f"That text is part of the mark that erasing leaves: {marker}.",
            "Nothing was erased. To empty a whole field, name its place, such as 3.2#note.",
            ExitCode.REFUSED,
        )
    return Needle(folded)


@lru_cache(maxsize=4096)
def _folded(char: str) -> str:
    return fold(char)


def _mapped(text: str) -> tuple[str, list[int]]:
    """A folded text, and for each of its characters the place of the character that it came from."""
    out: list[str] = []
    at: list[int] = []
    for place, char in enumerate(text):
        if char.isspace():
            if not out or out[-1] != " ":
                out.append(" ")
                at.append(place)
            continue
        for part in _folded(char):
            out.append(part)
            at.append(place)
    return "".join(out), at


def _whole_characters(folded: str, at: list[int], start: int, end: int) -> bool:
    """Whether a match begins and ends between characters, and not before a sign that belongs to the last."""
    if start and at[start - 1] == at[start]:
        return False
    return end == len(folded) or (at[end] != at[end - 1] and not unicodedata.combining(folded[end]))


_WRITTEN: dict[Writing, tuple[re.Pattern[str], Callable[[str], str]]] = {
    "plain": (re.compile(r"\r?\n(?:[>|][ \t]?)+"), lambda found: "\n"),
    "json": (
        re.compile(r'\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\["\\/bfnrt]'),
        lambda found: _json_char(found),
    ),
    "html": (
        re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});|</?[a-zA-Z][^<>]*>"),
        lambda found: _html_char(found),
    ),
    "mail": (
        re.compile(r"=[ \t]*\r?\n|=[0-7][0-9A-Fa-f]|=[CDcd]\w=\w\w|=[Ee]\w(?:=\w\w){2}|=[Ff]\w(?:=\w\w){3}"),
        lambda found: _mail_char(found),
    ),
    "calendar": (re.compile(r"\r?\n[ \t]|\\[nN,;\\]"), lambda found: _calendar_char(found)),
    "csv": (
        # A quotation mark written twice; neither the two of an empty cell nor the one that a cell begins with.
        re.compile(r'(?<=[^,;\t\r\n\ufeff])""|(?<=[,;\t\r\n\ufeff])""(?![,;\t\r\n"]|$)'),
        lambda found: '"',
    ),
}


def _json_char(found: str) -> str:
    plain = {'\\"': '"', "\\\\": "\\", "\\/": "/", "\\b": "\b", "\\f": "\f", "\\n": "\n", "\\r": "\r", "\\t": "\t"}
    if found in plain:
        return plain[found]
    units = bytes.fromhex("".join(found.split("\\u")))
    return units.decode("utf-16-be", "replace")


def _html_char(found: str) -> str:
    if found.startswith("&"):
        return html.unescape(found)
    return "\n" if _BLOCK.match(found) else ""


def _mail_char(found: str) -> str:
    if found[1:].isspace():
        return ""
    try:
        return bytes.fromhex(found.replace("=", "")).decode("utf-8", "replace")
    except ValueError:
        return found


def _calendar_char(found: str) -> str:
    if found[0] != "\\":
        return ""
    return "\n" if found[1] in "nN" else found[1]


def said(text: str, writing: Writing) -> str:
    """What a text says, read in one way of writing."""
    pattern, decode = _WRITTEN[writing]
    return pattern.sub(lambda found: decode(found[0]), text)


def _read(text: str, writing: Writing) -> tuple[str, list[tuple[int, int]]]:
    """What a text says, and for each character of that where in the text it stands."""
    pattern, decode = _WRITTEN[writing]
    out: list[str] = []
    at: list[tuple[int, int]] = []
    place = 0
    for found in pattern.finditer(text):
        out.append(text[place : found.start()])
        at.extend((one, one + 1) for one in range(place, found.start()))
        says = decode(found[0])
        out.append(says)
        at.extend([(found.start(), found.end())] * len(says))
        place = found.end()
    out.append(text[place:])
    at.extend((one, one + 1) for one in range(place, len(text)))
    return "".join(out), at


def erase_written(text: str, needles: Iterable[Needle], marker: str) -> tuple[str, int]:
    """Erase from the text of a file, however it is written: as it is, or as JSON, HTML, mail, a calendar or a table."""
    wanted, total, looked_through = tuple(needles), 0, ""
    for writing in WRITINGS:
        plain = said(text, writing)
        if plain == looked_through:
            continue
        spans = spans_of(plain, wanted)
        if spans:
            text, found = _erase_at(text, spans, marker, writing)
            total += found
        else:
            looked_through = plain
    return text, total


def _erase_at(text: str, spans: tuple[tuple[int, int], ...], marker: str, writing: Writing) -> tuple[str, int]:
    _, at = _read(text, writing)
    number, done, rest = 0, [], len(text)
    for start, end in reversed(spans):
        first, last = at[start][0], at[end - 1][1]
        if text[first - 1 : first] == '"' and text[last : last + 2] == '":':
            continue  # the name of a field
        tags = "".join(_TAG.findall(text[first:last])) if writing == "html" else ""
        done += [text[last:rest], marker + tags]
        rest = first
        number += 1
    return text[:rest] + "".join(reversed(done)), number


def readings(text: str) -> Iterator[str]:
    """What a text can say, read in each way of writing."""
    yield text
    for writing in WRITINGS:
        if _WRITTEN[writing][0].search(text):
            yield said(text, writing)


def glimpses(text: str, needle: Needle, width: int = 18) -> Iterator[str]:
    """A few words around each match, without it and without the rest of the sentence."""
    masked = needle.replaced(text.replace("\0", ""), "\0")[0]
    for found in re.finditer("\0", masked):
        before, after = masked[max(0, found.start() - width) : found.start()], masked[found.end() :][:width]
        before = re.split(r"[.!?\n]\s", before)[-1]
        after = re.split(r"[.!?\n](?:\s|$)", after)[0]
        if found.start() > width and len(before) == width:
            before = before.partition(" ")[2]
        if found.end() + width < len(masked) and len(after) == width:
            after = after.rpartition(" ")[0]
        yield " ".join(f"{before}\0{after}".split()).replace("\0", GAP)
