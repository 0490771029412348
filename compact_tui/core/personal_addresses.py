"""Email addresses and postcodes of persons rather than of posts and public places."""

import re
from collections.abc import Iterator

from .personal_context import Around, Place, words_of
from .personal_words import AREAS, FREE_MAIL, NOT_INWARD, ROLE_PARTS, ROLES, ROLES_OR_NAMES, WORK_ENDINGS

_DOMAIN = re.compile(r"\s?(?:[^\W_]|-){1,63}(?:(?:\.(?:[^\W_]|-){1,63}){0,4}\.[^\W\d_]{2,24})?(?![^\W_])")
_LOCAL = re.compile(r"[\w.+'-]{1,64}")
_SPELT = re.compile(
    r"""(?xi)(?<![\w.+-])(?P<local>[a-z0-9][\w.+-]{0,63})
    (?: \s?[\[(]\s?at\s?[\])]\s? (?P<host1>[a-z0-9-]{1,30}) \s?(?:\.|[\[(]\s?dot\s?[\])]|\sdot\s)\s?
      | \sat\s (?P<host2>[a-z0-9-]{1,30}) \sdot\s
      | \sat\s (?P<host3>[a-z0-9-]{1,30}) \. ) [a-z]{2,10}\b"""
)
_POSTCODE = re.compile(
    r"""(?xi)(?<![^\W_])(?P<area>[a-z]{1,2}|[cpsy]0(?=\d\d?\s))(?P<district>[1-9][a-z\d]?|0)
    (?P<gap>[\s-]{0,3})(?P<inward>\d[abd-hjlnp-uw-z]{2})(?![^\W_])"""
)
_ADDRESS = re.compile(
    r"\b(?:address|postcode|post code|road|rd|street|avenue|ave|close|lane|drive|crescent|terrace|gardens|flat"
    r"|lives?|living|moved|resid\w{1,6})\b"
)


def emails(around: Around) -> Iterator[Place]:
    """Email addresses of persons: those made like a name, those of free mail, and those that the words around name."""
    for start, end, name, host in _written(around.text):
        if _is_own(around, start, end, name, host):
            yield Place("email", start, end, f"{name}@{host}")
    for spelt in _SPELT.finditer(around.text):
        name, host = spelt["local"].lower(), (spelt["host1"] or spelt["host2"] or spelt["host3"]).lower()
        meant = _of_person(name) or (host in FREE_MAIL and not spelt["host3"])
        if meant and not _of_post(name):
            yield Place("email", spelt.start(), spelt.end(), f"{name}@{host}")


def addresses_in(text: str) -> set[str]:
    """Every email address of a text, whoever's it is, in small letters."""
    return {f"{name}@{host}" for _, _, name, host in _written(text)}


def _written(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Where addresses start and have ended, with what stands before the sign and behind it."""
    at = text.find("@")
    while at >= 0:
        apart = text[at - 1 : at] == " "
        local = _LOCAL.match(text[max(at - 64 - apart, 0) : at - apart][::-1])
        domain = _DOMAIN.match(text, at + 1)
        if local and domain:
            start = at - apart - len(local.group().rstrip(".'-+"))
            name, host = text[start : at - apart].lower(), domain.group().strip().lower()
            if name and (("." in host and not apart) or host.split(".")[0] in FREE_MAIL):
                yield start, domain.end(), name, host
        at = text.find("@", at + 1)


def _is_own(around: Around, start: int, end: int, name: str, host: str) -> bool:
    """Whether an address is of a person: by its first part, its domain, and the words beside it."""
    if _of_post(name):
        return False
    if _of_person(name) or re.match(r"\d\d[a-z]", name) or re.search(r"pupil|student|learner", host):
        return True
    if any(host == ending or host.endswith(f".{ending}") for ending in WORK_ENDINGS):
        return around.next_to(start, end) == "family"
    return host.split(".")[0] in FREE_MAIL or around.leans(start, end) == "family"


def _of_post(name: str) -> bool:
    parts = words_of(name)
    if parts & ROLES or (parts and parts <= ROLES_OR_NAMES | {"the", "our", "st"}):
        return True
    return any(role in name for role in ROLE_PARTS)


def _of_person(name: str) -> bool:
    """Whether the first part of an address is made like a name: two words, or one with a year."""
    return len(words_of(name.replace("-", ""))) > 1 or re.fullmatch(r"[^\W\d_]{3,}\d{2,4}", name) is not None


def postcodes(around: Around) -> Iterator[Place]:
    """Whole postcodes, unless the nearest telling word is of a public place."""
    for found in _POSTCODE.finditer(around.text):
        area = found["area"].upper().replace("0", "O")
        if area not in AREAS or found["inward"][1:] in NOT_INWARD:
            continue
        start, end = found.span()
        near = (found["gap"] or found.group().isupper()) and around.of_family(start, end)
        if not (_as_written(found) or near or _ADDRESS.search(around.before(start))):
            continue
        if around.leans(start, end, posts=False) != "public":
            yield Place("postcode", start, end, _code(found))


def postcodes_in(text: str) -> set[str]:
    """Every postcode of a text, whoever's it is, in small letters without a gap."""
    return {_code(found) for found in _POSTCODE.finditer(text)}


def _code(found: re.Match[str]) -> str:
    area = found["area"].upper().replace("0", "O")
    return f"{area}{found['district']}{found['inward']}".lower()


def _as_written(found: re.Match[str]) -> bool:
    """Whether a postcode is written so that no word beside it is needed: capitals or a gap, and an area of two."""
    letters = re.sub(r"[\d\s]", "", found.group())
    if letters.isupper():
        return bool(found["gap"]) or len(found["area"]) == 2
    return len(found["area"]) == 2 and (bool(found["gap"]) or letters.islower())
