"""What stands around a place in a text: the sentence, and whether its words speak of a family or of a public place."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from .personal_words import CONNECTING, FAMILY, FAMILY_PAIRS, PLACE_PAIRS, PLACES, POST_PAIRS, POSTS, STREETS

_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"""(?:(?<=[a-z\d)\]"'][a-z\d)\]"'])\.|[!?;])\s+(?=[^\W\d_a-z])|\n[^\S\n]*\n|[!?]\s""")
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


class _Mark(NamedTuple):
    """A word that leans one way: ``family``, ``place`` or ``post``."""

    start: int
    end: int
    lean: str


class Around:
    """A folded text with its sentences and the words in it that lean one way, found once in one pass."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._breaks = [found.end() for found in _BREAK.finditer(text)]
        self._marks = _marks(text)
        self._starts = [mark.start for mark in self._marks]

    def before(self, start: int, reach: int = REACH) -> str:
        """What stands before a place in its sentence, in small letters."""
        return self.text[self._from(start, reach) : start].lower()

    def after(self, end: int, reach: int = REACH_AFTER) -> str:
        """What stands after a place in its sentence, in small letters."""
        return self.text[end : self._to(end, reach)].lower()

    def leans(self, start: int, end: int, *, posts: bool = True) -> str:
        """``family`` or ``public`` by the words of the sentence that tell; ``""`` if none does.

        The nearest word before the place tells. But a public one tells in a sentence of a family only if it names the
        place, with nothing but small connecting words and names between. A word in brackets right behind the place
        tells more than one before it; any other word behind it only where none stands before it, and only close by.

        Args:
            start: Where the place starts.
            end: Where it has ended.
            posts: Whether people at their work count as public.
        """
        behind = self._mark_after(end, posts)
        if behind and self._opens(end):
            return _side(behind)
        before = self._mark_before(start, posts)
        if before is None:
            return _side(behind) if behind and self._connects(end, behind.start) else ""
        if before.lean != "family" and self.of_family(start, end) and not self._connects(before.end, start, names=True):
            return "family"
        return _side(before)

    def next_to(self, start: int, end: int) -> str:
        """The same by a word that names whose the place is: nothing but "on", "at", "mobile" and the like between."""
        before = self._mark_before(start, True)
        if before and self._connects(before.end, start):
            return _side(before)
        behind = self._mark_after(end, True)
        if behind and (self._opens(end) or self._connects(end, behind.start)):
            return _side(behind)
        return ""

    def of_family(self, start: int, end: int) -> bool:
        """Whether any word near by in the sentence is one of a family."""
        first = bisect_left(self._starts, self._from(start, REACH))
        last = bisect_left(self._starts, self._to(end, REACH_AFTER))
        return any(mark.lean == "family" for mark in self._marks[first:last])

    def _opens(self, end: int) -> bool:
        return self.text[end : end + 2].lstrip()[:1] in {"(", "["}

    def _connects(self, start: int, end: int, *, names: bool = False) -> bool:
        between = words_of(self.text[start:end])
        return {word.lower() for word in between if not (names and word[0].isupper())} <= CONNECTING

    def _mark_before(self, start: int, posts: bool) -> _Mark | None:
        lowest = self._from(start, REACH)
        for place in range(bisect_left(self._starts, start) - 1, -1, -1):
            mark = self._marks[place]
            if mark.start < lowest:
                break
            if posts or mark.lean != "post":
                return mark
        return None

    def _mark_after(self, end: int, posts: bool) -> _Mark | None:
        limit = self._to(end, REACH_AFTER)
        for mark in self._marks[bisect_left(self._starts, end) : bisect_left(self._starts, limit)]:
            if mark.end <= limit and (posts or mark.lean != "post"):
                return mark
        return None

    def _from(self, start: int, reach: int) -> int:
        place = bisect_right(self._breaks, start)
        return max(self._breaks[place - 1] if place else 0, start - reach)

    def _to(self, end: int, reach: int) -> int:
        place = bisect_left(self._breaks, end)
        return min(self._breaks[place] if place < len(self._breaks) else len(self.text), end + reach)


def _side(mark: _Mark | None) -> str:
    if mark is None:
        return ""
    return "family" if mark.lean == "family" else "public"


def _marks(text: str) -> list[_Mark]:
    marks: list[_Mark] = []
    before, ended = "", -1
    for found in _WORD.finditer(text):
        word = found.group().lower()
        if word in STREETS and marks and marks[-1].end == ended and marks[-1].lean != "family":
            marks.pop()
        elif lean := _lean(word, f"{before} {word}"):
            marks.append(_Mark(found.start(), found.end(), lean))
        before, ended = word, found.end()
    return marks


def _lean(word: str, pair: str) -> str:
    if pair in FAMILY_PAIRS:
        return "family"
    if word in PLACES or pair in PLACE_PAIRS:
        return "place"
    if word in POSTS or pair in POST_PAIRS:
        return "post"
    return "family" if word in FAMILY else ""


def names_before(before: str, most: int = 3) -> list[str]:
    """The last words of what stands before a place, the nearest last."""
    return _WORD.findall(before[-40:])[-most:]


def words_of(text: str) -> set[str]:
    """The words of a short stretch of text."""
    return set(_WORD.findall(text))
