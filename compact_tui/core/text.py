"""What happens to text that people type, and to text that is shown."""

import re
import unicodedata
from collections.abc import Iterable

HIDDEN_PATH = "[a file on our own computer]"
_PATHS = re.compile(
    r"""(?xi)
    \b(?:file|smb|afp):/{2,3}[^\s"'<>|]+                   # an address of a file or share
    | (?<![\w/])(?:[a-z]:[\\/]|\\\\[\w.$-]+\\)              # C:\ or \\server\\
      (?:[^\s\\/:*?"<>|,;]+(?:[ ][^\s\\/:*?"<>|,;]+){0,3}[\\/])*   # folders, with a few spaces in their names
      (?:[^\s\\/:*?"<>|,;.]+(?:[ ][^\s\\/:*?"<>|,;.]+){0,4}\.\w{1,5}\b|[^\s\\/:*?"<>|,;]*)
    | (?<![\w/.:])(?:~|/(?:home|users|mnt|media|volumes|tmp|var|root|private|srv|opt|run))/
      (?:[^\s/"'<>|,;]+(?:[ ][^\s/"'<>|,;]+){0,2}/)*
      (?:[^\s/"'<>|,;.]+(?:[ ][^\s/"'<>|,;.]+){0,4}\.\w{1,5}\b|[^\s/"'<>|,;]*)
    """
)
_LOOKS_LIKE_PATH = re.compile(r"(?i)^(?:file:/|[a-z]:[\\/]|\\\\|~?/(?=\S)|~/)")


def clean(text: str) -> str:
    r"""Text as it is kept: composed (NFC), lines ended by ``\n``, no spaces at either end.

    Lone surrogates, which no file could carry, become the replacement character.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.encode("utf-8", "replace").decode("utf-8") if _has_surrogate(text) else text
    return unicodedata.normalize("NFC", text).strip()


def _has_surrogate(text: str) -> bool:
    return not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text)


def clean_line(text: str) -> str:
    """The same for text of one line: any run of white space is one space."""
    return " ".join(clean(text).split())


def visible(text: str) -> str:
    """Text that is safe to show in a terminal: what would steer it is made visible.

    Control, escape and bidirectional-override characters become ``<U+001B>`` and the like;
    line feeds stay, tabs become spaces.
    """
    if text.replace("\n", "").isprintable():
        return text
    return "".join(_visible_char(char) for char in text.replace("\t", "    "))


def _visible_char(char: str) -> str:
    if char == "\n" or char.isprintable():
        return char
    if unicodedata.category(char) == "Zs":
        return " "
    return f"<U+{ord(char):04X}>"


def visible_line(text: str) -> str:
    """The same for a place of one line."""
    return visible(" ".join(text.split()))


MARKS_IN_ASCII = str.maketrans(
    {"…": "...", "·": "-", "–": "-", "—": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "•": "*", "→": "->", "←": "<-"}
)
"""Typographic marks as consoles without them write them."""


SIGNS_AS_TYPED = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02b9\u02bb\u02bc\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    }
)
"""Apostrophes, quotation marks and dashes as a keyboard has them; word processors bend and stretch them. Sign by sign,
so that places stay."""


def unaccented(text: str) -> str:
    """A text without accents, with apostrophes, quotation marks and dashes as a keyboard has them."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text.translate(SIGNS_AS_TYPED))
    return "".join(char for char in apart if not unicodedata.combining(char))


def in_ascii(text: str) -> str:
    """Text in letters and signs that every terminal has; accents are left out, what has no likeness is named."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text.translate(MARKS_IN_ASCII))
    return "".join(
        char if char.isascii() else f"<U+{ord(char):04X}>" for char in apart if not unicodedata.combining(char)
    )


def word_count(text: str) -> int:
    """How many words a person would count."""
    return len(text.split())


def slug(text: str, longest: int = 40) -> str:
    """A name for a file made of plain small letters, digits and hyphens; ``setting`` if nothing is left."""
    parts = re.findall(r"[a-z0-9]+", unaccented(text).replace("'", "").lower())
    name = "-".join(parts)
    if len(name) > longest:
        name = name[:longest].rpartition("-")[0] or name[:longest]
    reserved = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
    return f"{name}-x" if name in reserved else name or "setting"


def without_local_paths(text: str) -> str:
    """Text as it may leave the machine: every local file path in it is replaced by a phrase."""
    if "/" not in text and "\\" not in text:
        return text
    return _PATHS.sub(HIDDEN_PATH, text)


def is_local_path(text: str) -> bool:
    """Whether the whole of a text is a path on this computer or its network."""
    return bool(_LOOKS_LIKE_PATH.match(text.strip()))


def nearest(wanted: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or ``""``."""
    from difflib import get_close_matches

    close = get_close_matches(wanted, list(known), n=1, cutoff=0.6)
    return close[0] if close else ""


def did_you_mean(wanted: str, known: Iterable[str]) -> str:
    """``Did you mean "x"?``, or ``""`` when nothing is near."""
    close = nearest(wanted, known)
    return f'Did you mean "{close}"?' if close else ""


def capitalised(words: str) -> str:
    """Words as a sentence or a heading begins: the first letter in capitals, the others as they are."""
    return f"{words[:1].upper()}{words[1:]}"


def count(number: int, one: str, many: str = "") -> str:
    """A count with its noun: ``1 answer``, ``3 answers``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def size_words(size: int) -> str:
    """A number of bytes as a person says it: ``12 KB``, ``3.1 GB``."""
    if size < 1000:
        return count(size, "byte")
    for unit, step in (("KB", 10**3), ("MB", 10**6)):
        if size < step * 999.5:
            return f"{size / step:.0f} {unit}"
    return f"{size / 10**9:.1f} GB"


def listed(words: Iterable[str]) -> str:
    """Words as a sentence lists them: ``a, b and c``."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
