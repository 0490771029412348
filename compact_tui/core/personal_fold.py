"""A text as its signs are meant: digits of any script, spaces and hyphens of any kind, nothing invisible."""

import unicodedata

from msgspec import Struct

from .text import SIGNS_AS_TYPED

_NOTHING = {"Cf", "Mn", "Me"}
"""Categories that are not seen: soft hyphens, joiners, direction marks, accents set apart, keycaps."""
_SAID = SIGNS_AS_TYPED | str.maketrans({"\u2044": "/", "\u2215": "/"})


class Folded(Struct, frozen=True):
    """A folded text that knows where each of its signs stood."""

    text: str
    places: tuple[int, ...] | None
    """The offset of each sign in the text as given; ``None`` where nothing moved."""

    def where(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the folded text as offsets in the text as given."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1


def fold(text: str) -> Folded:
    """The same text in plain digits, spaces, hyphens and letters; no sign becomes more than one."""
    if text.isascii():
        return Folded(text, None)
    known: dict[str, str] = {}
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        plain = known.get(sign)
        if plain is None:
            plain = known[sign] = _plain(sign)
        if plain:
            signs.append(plain)
            places.append(place)
    return Folded("".join(signs), tuple(places))


def _plain(sign: str) -> str:
    if sign.isascii():
        return sign
    if ord(sign) in _SAID:
        return sign.translate(_SAID)
    category = unicodedata.category(sign)
    if category in _NOTHING:
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(sign))
    if category == "Pd":
        return "-"
    if category in {"Zl", "Zp"} or sign == "\u0085":
        return "\n"
    if category == "Zs":
        return " "
    whole = unicodedata.normalize("NFKC", sign)
    return whole if len(whole) == 1 and category != "No" else sign
