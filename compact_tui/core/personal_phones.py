"""Phone numbers that are somebody's own rather than those of a helpline, an office or a post."""

import re
from collections.abc import Iterator

from .personal_context import Around, Place, names_before
from .personal_words import OTHER_NUMBERS, PHONE_WORDS

_SEP = r"[\s.()/-]{0,3}"
_ALONE = r"(?<![\w+])(?<!\w[.-])"
_ENDED = r"(?!\w)(?![.-]\d)"
_LEAD = rf"(?:(?:\+|00){_SEP}44{_SEP}(?:\(0\){_SEP})?|\(?[0oO])"
_HOME = re.compile(rf"{_ALONE}{_LEAD}(?:{_SEP}\d){{9,10}}{_ENDED}")
_ABROAD = re.compile(rf"{_ALONE}(?:\+|00(?=[1-9]))(?!{_SEP}44)(?:{_SEP}\d){{9,14}}{_ENDED}")
_SHORT = re.compile(rf"{_ALONE}(?:7\d{{3}}[ -]?\d{{3}}[ -]?\d{{3}}|\d\d \d{{6}}|\d{{4}}[ -]?\d{{4}}|\d{{6,7}}){_ENDED}")
_LABEL = re.compile(r"(?<!\w)(?:tele?(?:phone)?|phone|mob(?:ile)?|landline|number)\W{0,4}(?:is|was|no|number)?\W{0,3}$")


def phones(around: Around) -> Iterator[Place]:
    """Phone numbers of persons.

    A mobile is one unless a post or a public place stands right beside it; another number is one unless the words
    of its sentence speak of a post or a public place. Numbers that start 03, 08 or 09 are never a person's.
    """
    for found in _HOME.finditer(around.text):
        key = national(found.group())
        if _well_formed(key, found.group()) and _is_own(around, found, mobile=key[1] == "7"):
            opened = found.group().startswith("(") and ")" not in found.group()
            yield Place("phone", found.start() + opened, found.end(), key)
    for found in _ABROAD.finditer(around.text):
        if _is_own(around, found, mobile=True):
            yield Place("phone", found.start(), found.end(), national(found.group()))
    for found in _SHORT.finditer(around.text):
        if _LABEL.search(around.before(found.start(), 30)) and around.of_family(*found.span()):
            yield Place("phone", found.start(), found.end(), national(found.group()))


def numbers_in(text: str) -> set[str]:
    """Every phone number of a text, whoever's it is, as dialled within the country."""
    return {national(found.group()) for pattern in (_HOME, _ABROAD) for found in pattern.finditer(text)}


def national(number: str) -> str:
    """The digits of a phone number as dialled within the country; a letter O in front is the nought it stands for."""
    number = re.sub(r"^[(]?[oO]", "0", number)
    digits = re.sub(r"\D", "", number.replace("(0)", ""))
    if re.match(r"[\s(]*(?:\+|00)", number):
        inland = re.match(r"(?:00)?44", digits)
        return f"0{digits[inland.end() :].removeprefix('0')}" if inland else digits
    return digits


def _well_formed(key: str, written: str) -> bool:
    """Whether the digits make a number of this country, set apart as people set it apart."""
    groups = [len(group) for group in re.findall(r"\d+", written)]
    spelt = set(groups) == {1}
    if (len(groups) > 6 and not spelt) or key[1] not in "127":
        return False
    if key[1] == "7":
        return len(key) == 11 and key[2] != "0"
    if groups[0] < 3 and not spelt and written.lstrip("(")[:2] not in {"+4", "00"}:
        return False
    if key[1] == "2":
        return len(key) == 11 and key[2] in "03489"
    return len(key) == 11 or (len(key) == 10 and 3 < groups[0] < 10)


def _is_own(around: Around, found: re.Match[str], *, mobile: bool) -> bool:
    label = [name for name in names_before(around.before(found.start(), 30)) if name not in {"no", "number", "is"}]
    if label and label[-1] in OTHER_NUMBERS - PHONE_WORDS:
        return False
    return (around.next_to(*found.span()) if mobile else around.leans(*found.span())) != "public"
