"""Numbers of the health service and of pupils, by their check digit and what stands around them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from .personal_context import Around, Place, names_before, words_of
from .personal_fold import fold
from .personal_words import GOODS, NHS_PHRASES, NHS_WORDS, ONE_CHILD, OTHER_NUMBERS

_DIGITS = re.compile(r"\d+")
_APART = re.compile(r"\s?[-.]?\s{0,4}")
_WIDEST = 6
_UPN = re.compile(
    r"(?:(?<![^\W_])|(?<=upn))[a-hj-np-rt-z](?:[\s./-]{0,3}\d){11}[\s./-]{0,3}[\da-hj-np-rt-z](?![^\W_])",
    re.IGNORECASE,
)
_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_PRINTED = (3, 3, 4)
"""How an NHS number is set apart on letters and cards."""
_NEAR = 60
"""How many signs before a number may hold the word that says what it is."""


def valid_nhs_number(digits: str) -> bool:
    """Whether ten digits, set apart or not, have the check digit of an NHS number. Ten times one digit is none."""
    return _checks(re.sub(r"[\s.-]", "", fold(digits).text))


def _checks(digits: str) -> bool:
    if len(digits) != 10 or not digits.isascii() or not digits.isdigit() or len(set(digits)) == 1:
        return False
    return sum(int(digit) * weight for digit, weight in zip(digits, range(10, 0, -1), strict=True)) % 11 == 0


def valid_upn(text: str) -> bool:
    """Whether thirteen signs, set apart or not, have the check letter of a pupil number, lasting or temporary."""
    signs = _squeezed(fold(text).text).upper()
    if not re.fullmatch(rf"[{_LETTERS}][0-9]{{11}}[0-9{_LETTERS}]", signs):
        return False
    values = [int(sign) if sign.isdigit() else _LETTERS.index(sign) for sign in signs[1:]]
    return _LETTERS[sum(value * weight for value, weight in zip(values, range(2, 14), strict=True)) % 23] == signs[0]


def _squeezed(text: str) -> str:
    return re.sub(r"[\s./-]", "", text)


def nhs_numbers(around: Around) -> Iterator[Place]:
    """NHS numbers: printed in groups of 3, 3 and 4, or in any other way beside a word of the health service."""
    groups = [found.span() for found in _DIGITS.finditer(around.text)]
    digits = "".join(around.text[start:end] for start, end in groups)
    filled = list(accumulate(end - start for start, end in groups))
    chains = _chains(around.text, groups)
    for first, (start, end) in enumerate(groups):
        count = filled[first] - (end - start)
        last = bisect_left(filled, count + 10, first)
        if last == len(groups) or filled[last] != count + 10 or chains[last] > first:
            continue
        number = digits[count : count + 10]
        if _checks(number):
            shape = tuple(stop - begin for begin, stop in groups[first : last + 1])
            if _is_meant(around, start, groups[last][1], shape):
                yield Place("nhs-number", start, groups[last][1], number)


def _chains(text: str, groups: list[tuple[int, int]]) -> list[int]:
    """For each group of figures, the first of those that stand before it with nothing but a gap between each."""
    chains: list[int] = []
    for place, (start, _) in enumerate(groups):
        apart = (
            place and start - groups[place - 1][1] <= _WIDEST and _APART.fullmatch(text, groups[place - 1][1], start)
        )
        chains.append(chains[-1] if apart else place)
    return chains


def _is_meant(around: Around, start: int, end: int, shape: tuple[int, ...]) -> bool:
    before = around.before(start, _NEAR)
    names = names_before(before)
    leads = around.text[start] != "0" or "nhs" in names
    if not leads or (_is_part(around.text, start, end) and not set(names) & NHS_WORDS):
        return False
    if names and names[-1] in OTHER_NUMBERS and not (names[-1].startswith("ref") and "nhs" in names):
        return False
    near = words_of(before) | words_of(around.after(end, 30))
    if near & NHS_WORDS or any(phrase in before for phrase in NHS_PHRASES) or names[-1:] and names[-1] in ONE_CHILD:
        return True
    return shape == _PRINTED and around.of_family(start, end) and not set(names) & OTHER_NUMBERS


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether a number goes on at either side, as a part of a longer number or of a code does."""
    return bool(
        re.search(r"(?:[^\W_]|[+#/]|\d[\s.,/:-])$", text[max(start - 2, 0) : start])
        or re.match(r"[^\W_]|[\s.,/:-]?\d", text[end : end + 2])
    )


def upns(around: Around) -> Iterator[Place]:
    """Unique pupil numbers, lasting and temporary; without a word that names one, only from an authority's range."""
    for found in _UPN.finditer(around.text):
        if not valid_upn(found.group()):
            continue
        before = around.before(found.start(), _NEAR)
        names = set(names_before(before))
        named = re.search(r"\bu\.?p\.?ns?\b", before + around.after(found.end(), 20)) or names & ONE_CHILD
        if named or (found.group().isalnum() and not names & GOODS):
            yield Place("upn", found.start(), found.end(), _squeezed(found.group()).lower())
