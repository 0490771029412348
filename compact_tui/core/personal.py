"""What in a free text could identify a child or a patient.

Numbers, dates, postcodes, phone numbers, email addresses and initials with a date of birth. Names cannot be told.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from .erase_text import is_marker
from .personal_addresses import addresses_in, emails, postcodes, postcodes_in
from .personal_context import Around, Place
from .personal_fold import fold
from .personal_initials import birth_places
from .personal_numbers import nhs_numbers, upns, valid_nhs_number, valid_upn
from .personal_phones import numbers_in, phones
from .personal_words import FREE_MAIL
from .text import listed

__all__ = ["KINDS", "REFUSED", "Seen", "refused_kind", "seen_in", "valid_nhs_number", "valid_upn", "warning_of"]

KINDS: tuple[tuple[str, str], ...] = (
    ("nhs-number", "an NHS number"),
    ("upn", "a unique pupil number"),
    ("initials-birth", "initials with a date of birth or an age"),
    ("birth-date", "a date of birth"),
    ("phone", "a phone number"),
    ("email", "an email address"),
    ("postcode", "a postcode"),
)
"""Kind and the words for it, the most serious first."""
REFUSED = ("nhs-number", "upn", "initials-birth", "birth-date")
"""Kinds that may not stand at all where only a label belongs."""
_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_RANK = {kind: rank for rank, (kind, _) in enumerate(KINDS)}


class Seen(Struct, frozen=True):
    """One place in a text that could identify a child or a patient."""

    kind: str
    """One of ``KINDS``."""
    start: int
    """Where it starts in the text as given."""
    end: int
    """Where it has ended."""
    text: str
    """What stands there; never stored, never sent."""


def seen_in(text: str, own: Sequence[str] = ()) -> tuple[Seen, ...]:
    """What could identify a child or a patient, in order of place; where two overlap, the more serious.

    Args:
        text: What somebody wrote.
        own: Numbers, addresses and postcodes of the setting itself, which are never named.
    """
    folded = fold(_BRACKETS.sub(_blank, text))
    ours = _keys(own)
    places = [place for place in _all(Around(folded.text)) if not _is_ours(place, ours)]
    places.sort(key=lambda place: (_RANK[place.kind], place.start))
    taken = bytearray(len(folded.text))
    seen = []
    for place in places:
        if taken.find(1, place.start, place.end) < 0:
            taken[place.start : place.end] = b"\1" * (place.end - place.start)
            start, end = folded.where(place.start, place.end)
            seen.append(Seen(place.kind, start, end, text[start:end]))
    return tuple(sorted(seen, key=lambda one: one.start))


def refused_kind(text: str) -> str:
    """The words for what may not stand in a label, such as ``a date of birth``; empty where nothing of it is there."""
    found = {one.kind for one in seen_in(text)}
    return next((words for kind, words in KINDS if kind in REFUSED and kind in found), "")


def _blank(bracket: re.Match[str]) -> str:
    """Spaces where a text was erased: the day of erasing is nobody's date of birth."""
    return " " * len(bracket.group()) if is_marker(bracket.group()) else bracket.group()


def _all(around: Around) -> Iterator[Place]:
    for look in (nhs_numbers, upns, birth_places, phones, emails, postcodes):
        yield from look(around)


def _keys(own: Sequence[str]) -> frozenset[str]:
    """The setting's own numbers and addresses in the form in which places are compared."""
    keys = set()
    for one in own:
        plain = fold(one).text
        keys.add(re.sub(r"[\s.-]", "", plain).lower())
        for read in (numbers_in, postcodes_in, addresses_in):
            keys.update(read(plain))
    return frozenset(keys - {""})


def _is_ours(place: Place, ours: frozenset[str]) -> bool:
    """Whether a place is the setting's own; so is every address of a domain of its own."""
    if place.key in ours:
        return True
    host = place.key.partition("@")[2]
    return bool(host) and host.split(".")[0] not in FREE_MAIL and any(key.endswith(f"@{host}") for key in ours)


def warning_of(seen: Sequence[Seen]) -> str:
    """What to say beside the field, without what was seen; empty when nothing was."""
    kinds = {one.kind for one in seen}
    if not kinds:
        return ""
    words = listed(word for kind, word in KINDS if kind in kinds)
    return f"This looks like {words}. Please leave out what could identify a child or patient."
