"""What stands around a place in a text: the sentence, and whether its words speak of a family or of a public place."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from .personal_words import FAMILY, FAMILY_PAIRS, PUBLIC, PUBLIC_PAIRS

_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[.!?;]\s+(?=[^\W\d_a-z])|\n[^\S\n]*\n|[!?]\s")
REACH = 80
"""How many signs before a place are read."""
REACH_AFTER = 40
"""How many signs after it."""


class Place(NamedTuple):
    """A stretch of a folded text that may identify somebody."""

    kind: str
    start: int
    end: int
    key: str
    """What was found in one form, so that it can be compared."""


class Around:
    """The words of a folded text that lean one way, and its sentences, found once in one pass."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._breaks = [found.end() for found in _BREAK.finditer(text)]
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._family: list[bool] = []
        before = ""
        for found in _WORD.finditer(text):
            word = found.group().lower()
            pair = f"{before} {word}"
            public = word in PUBLIC or pair in PUBLIC_PAIRS
            family = pair in FAMILY_PAIRS or (word in FAMILY and not public)
            if public or family:
                self._starts.append(found.start())
                self._ends.append(found.end())
                self._family.append(family)
            before = word

    def before(self, start: int, reach: int = REACH) -> str:
        """What stands before a place in its sentence, in small letters."""
        return self.text[self._from(start, reach) : start].lower()

    def after(self, end: int, reach: int = REACH_AFTER) -> str:
        """What stands after a place in its sentence, in small letters."""
        return self.text[end : self._to(end, reach)].lower()

    def _from(self, start: int, reach: int) -> int:
        place = bisect_right(self._breaks, start)
        return max(self._breaks[place - 1] if place else 0, start - reach)

    def _to(self, end: int, reach: int) -> int:
        place = bisect_left(self._breaks, end)
        return min(self._breaks[place] if place < len(self._breaks) else len(self.text), end + reach)

    def leans(self, start: int, end: int) -> str:
        """``family`` or ``public`` by the nearest word of the sentence that tells; ``""`` if none does.

        A word in brackets right after the place tells more than one before it.
        """
        told = self._told_after(end, self._to(end, REACH_AFTER))
        if told and re.match(r"\s?[(\[-]", self.text[end : end + 3]):
            return told
        last = bisect_left(self._starts, start) - 1
        if last >= 0 and self._starts[last] >= self._from(start, REACH):
            return "family" if self._family[last] else "public"
        return told

    def _told_after(self, end: int, limit: int) -> str:
        first = bisect_left(self._starts, end)
        if first < len(self._starts) and self._ends[first] <= limit:
            return "family" if self._family[first] else "public"
        return ""

    def of_family(self, start: int, end: int) -> bool:
        """Whether any word near by in the sentence is one of a family."""
        first = bisect_left(self._starts, self._from(start, REACH))
        last = bisect_right(self._ends, self._to(end, REACH_AFTER))
        return any(self._family[first:last])


def last_word(before: str) -> str:
    """The last word of what stands before a place, without the signs after it; ``""`` if there is none."""
    found = re.search(r"([^\W\d_]+)[\W_]{0,4}$", before[-30:])
    return found.group(1) if found else ""


def words_of(text: str) -> set[str]:
    """The words of a short stretch of text in small letters."""
    return set(_WORD.findall(text))
