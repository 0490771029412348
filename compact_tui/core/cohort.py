"""A made-up cohort of settings to practise on: the same number always draws the same settings, whatever runs it."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from compact_tui.core.partnership import RegisterEntry
from compact_tui.core.setting import sector_of_kind

FATES = ("whole", "late", "resent", "twice", "damaged", "unsigned", "earlier-edition", "renamed", "never")
"""What becomes of a setting's return: a file that is sound; one that comes after the day it was due; one that is sent
again with changes; the same file twice; one that was damaged on the way; one that is not finished; one of the edition
before; one under another name and without its number; none at all."""
_WEIGHTS = (58, 9, 7, 5, 3, 5, 3, 3, 7)
_KINDS: tuple[tuple[str, int, tuple[str, ...]], ...] = (
    ("primary-school", 24, ("Primary School", "Infant School", "Junior School")),
    ("secondary-school", 8, ("Academy", "High School")),
    ("special-school", 3, ("School",)),
    ("college", 2, ("Sixth Form College",)),
    ("alternative-provision", 2, ("Learning Centre",)),
    ("nursery", 20, ("Nursery", "Pre-school", "Day Nursery")),
    ("childminder", 10, ("Childminding",)),
    ("holiday-club", 4, ("Holiday Club",)),
    ("gp-practice", 6, ("Surgery", "Medical Practice")),
    ("charity", 7, ("Family Trust", "Youth Project")),
    ("sports-club", 8, ("Swimming Club", "Judo Club", "Football Club")),
    ("faith", 3, ("Church Children's Work",)),
    ("council-service", 2, ("Family Hub",)),
    ("voluntary-group", 6, ("Toddler Group", "Youth Choir")),
)
_FIRST = (
    "Acorn Ash Beacon Beech Bramble Brook Castle Cedar Chapel Clover Copper Coral Dolphin Elm Fern Fir Garden Harbour "
    "Hawthorn Hazel Heath Hill Holly Ivy Jubilee Kestrel Kite Lantern Lark Linden Maple Meadow Mill Oak Orchard Park "
    "Pebble Pine Poplar Quay Robin Rowan Sail Sandy Skylark Spring Station Swallow Tide Tower Valley Willow"
)
_SECOND = "Bank Cross End Field Gate Green Grove Lane Mead Rise Road Side Street View Walk Way"
_WORST, _SPREAD = 0.6, 0.38
_Item = TypeVar("_Item")


class CohortSetting(Struct, frozen=True, kw_only=True):
    """A made-up setting, and what becomes of its return."""

    number: int
    """From 1 on."""
    entry: RegisterEntry
    fate: str
    """One of ``FATES``."""
    quality: float
    """How likely it is, from 0 to 1, that a question is answered with the best answer."""
    both_areas: bool
    """Whether it works in the other area too."""


class Draw:
    """Chance that anyone can work out again: each draw is the SHA-256 of the seed and what is drawn."""

    def __init__(self, seed: int, *about: object) -> None:
        self._about = (seed, *about)

    def part(self, *what: object) -> float:
        """A number from 0 up to, but not including, 1."""
        told = ":".join(str(piece) for piece in (*self._about, *what))
        return int.from_bytes(hashlib.sha256(told.encode()).digest()[:6]) / 2**48

    def one(self, items: Sequence[_Item], *what: object) -> _Item:
        """One of some items, each as likely as another."""
        return items[int(self.part(*what) * len(items))]

    def weighed(self, items: Sequence[_Item], weights: Sequence[int], *what: object) -> _Item:
        """One of some items, each as likely as its weight says."""
        at = self.part(*what) * sum(weights)
        for item, weight in zip(items, weights, strict=True):
            at -= weight
            if at < 0:
                return item
        return items[-1]

    def number(self, lowest: int, highest: int, *what: object) -> int:
        """A whole number, both ends included."""
        return lowest + int(self.part(*what) * (highest - lowest + 1))


def cohort(settings: int, seed: int, other_area: str) -> Iterator[CohortSetting]:
    """So many made-up settings; the first ones are the same however many there are.

    From nine settings on, each of ``FATES`` is there once at least.

    Args:
        settings: How many.
        seed: Which cohort.
        other_area: The area beside their own that some of them work in too.
    """
    names: dict[str, int] = {}
    for number in range(1, settings + 1):
        draw = Draw(seed, number)
        kind, _, endings = draw.weighed(_KINDS, [weight for _, weight, _ in _KINDS], "kind")
        name = (
            f"{draw.one(_FIRST.split(), 'first')} {draw.one(_SECOND.split(), 'second')} {draw.one(endings, 'ending')}"
        )
        names[name] = names.get(name, 0) + 1
        name += f" {names[name]}" if names[name] > 1 else ""
        both = draw.part("area") < 0.12
        entry = RegisterEntry(
            id=f"P{number:05}",
            name=name,
            sector=sector_of_kind(kind),
            kind=kind,
            contact_name=f"{draw.one('ABCDEFGHJKLMNPRSTW', 'initial')}. {draw.one(_FIRST.split(), 'surname')}",
            contact_email=f"lead{number}@settings.example",
            other_areas=(other_area,) if both else (),
        )
        fate = FATES[number - 1] if number <= len(FATES) else draw.weighed(FATES, _WEIGHTS, "fate")
        quality = _WORST + _SPREAD * draw.part("quality")
        yield CohortSetting(number=number, entry=entry, fate=fate, quality=quality, both_areas=both)
