"""Which setting of the register a return belongs to: by its number, else by its name, and never by a guess."""

from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

from msgspec import Struct

from compact_tui.core.partnership import RegisterEntry
from compact_tui.core.text import unaccented

BY_NUMBER, BY_NAME, BY_HAND = "by number", "by name", "by hand"
_LIKE = 0.72
"""How alike names must be to be offered, from 0 to 1."""
_OFFERED = 3
_TIMES = 64
"""How often at most one letter of a name is counted."""
_SMALL_WORDS = frozenset(["the", "of", "and", "a", "for", "st", "saint", "ltd", "limited", "cic"])


class MatchFound(Struct, frozen=True):
    """What came of looking for a setting."""

    entry: str
    """Id of the register's entry; empty where a person has to say."""
    how: str
    """``by number`` or ``by name``; else why a person has to say, as a sentence."""
    offered: tuple[str, ...] = ()
    """Ids of entries it could be, the likeliest first."""


class Matcher:
    """Finds settings in a register whose names were made plain once, for many returns."""

    def __init__(self, register: Iterable[RegisterEntry]) -> None:
        self._by_id = {entry.id.casefold(): entry for entry in register}
        self._by_name: dict[str, list[RegisterEntry]] = {}
        for entry in self._by_id.values():
            for name in dict.fromkeys(_names(entry)):
                self._by_name.setdefault(name, []).append(entry)
        self._slots: dict[str, int] = {}
        self._letters: dict[str, int] = {}
        self._by_address: dict[str, set[str]] = {}
        for entry in self._by_id.values():
            if entry.contact_email:
                self._by_address.setdefault(entry.contact_email.casefold(), set()).add(self.part_of(entry.id))

    def find(self, register_id: str, name: str, address: str = "") -> MatchFound:
        """Find the setting a return comes from.

        A number decides where the name agrees with it; where it does not, a person does, because a number that was
        mistyped would file a return under another setting.

        Args:
            register_id: The number the return has; empty where it has none.
            name: The name it has.
            address: The email address of its contact. A name alone decides nothing where another setting has that
                address: two schools of nearly one name must not be filed as one.
        """
        by_id, writes = self._by_id, self.sent_by(address)
        likely = (writes,) if writes else ()
        wanted = plain_name(name)
        named = self._by_name.get(wanted, []) if wanted else []
        numbered = by_id.get(register_id.strip().casefold()) if register_id.strip() else None
        if numbered is not None:
            if numbered in named or not wanted or (not named and likeness(name, numbered) >= _LIKE):
                return MatchFound(_alive(numbered, by_id).id, BY_NUMBER)
            offered = (numbered.id, *likely, *(entry.id for entry in named), *self._near(wanted))
            return MatchFound(
                "",
                f'Number {numbered.id} is "{numbered.name}" in the register, but the return says "{name}".',
                _first(offered),
            )
        unknown = f'The register has no number "{register_id.strip()}". ' if register_id.strip() else ""
        alive = list(dict.fromkeys(_alive(entry, by_id).id for entry in named))
        if len(alive) == 1 and not unknown:
            return self._by_its_name(alive[0], name, writes)
        if alive:
            why = "The name is there" if len(alive) == 1 else f"{len(alive)} settings have this name"
            return MatchFound("", f'{unknown}{why}: "{name}".', _first((*likely, *alive)))
        offered = (*likely, *self._near(wanted))
        return MatchFound("", f'{unknown}No setting of the register is called "{name}".', _first(offered))

    def _by_its_name(self, entry: str, name: str, writes: str) -> MatchFound:
        if writes in {"", entry}:
            return MatchFound(entry, BY_NAME)
        known, other = self._by_id[entry.casefold()], self._by_id[writes.casefold()]
        why = (
            f'By its name "{name}" it is of {known.name} ({known.id}), '
            f"but by its contact's address of {other.name} ({other.id})."
        )
        return MatchFound("", why, (writes, entry))

    def sent_by(self, address: str) -> str:
        """Id of the one setting whose contact has an address; empty where it is nobody's, or that of several."""
        known = self._by_address.get(address.strip().casefold(), set())
        return next(iter(known)) if len(known) == 1 else ""

    def part_of(self, entry: str) -> str:
        """Id of the setting that an entry is part of now: its own where it merged with none or is not known."""
        known = self._by_id.get(entry.casefold())
        return _alive(known, self._by_id).id if known else entry

    def knows(self, entry: str) -> bool:
        """Whether an id is one of the register."""
        return entry.casefold() in self._by_id

    def _near(self, wanted: str) -> tuple[str, ...]:
        best: dict[str, float] = {}
        matcher = SequenceMatcher(None)
        matcher.set_seq2(wanted)
        letters = self._letters_of(wanted)
        self._letters = self._letters or {name: self._letters_of(name) for name in self._by_name}
        for name, entries in self._by_name.items():
            if 2 * (letters & self._letters[name]).bit_count() < _LIKE * (len(wanted) + len(name)):
                continue
            matcher.set_seq1(name)
            alike = matcher.ratio()
            for entry in entries if alike >= _LIKE else ():
                best[entry.id] = max(alike, best.get(entry.id, 0.0))
        return tuple(sorted(best, key=lambda known: -best[known])[:_OFFERED])

    def _letters_of(self, name: str) -> int:
        """The letters of a name as one number: the ones that two of them share count what both names have in common.

        No two names are more alike than that, so most of a large register need not be looked at letter by letter.
        """
        found = 0
        for letter, times in Counter(name).items():
            slot = self._slots.setdefault(letter, len(self._slots))
            found |= ((1 << min(times, _TIMES)) - 1) << slot * _TIMES
        return found


def match(register_id: str, name: str, register: Iterable[RegisterEntry]) -> MatchFound:
    """The same for one return: see ``Matcher.find``."""
    return Matcher(register).find(register_id, name)


def plain_name(name: str) -> str:
    """A name without case, accents, signs and small words, for comparing."""
    letters = unaccented(name.casefold()).replace("'", "")
    kept = "".join(char if char.isalnum() else " " for char in letters)
    return " ".join(word for word in kept.split() if word not in _SMALL_WORDS)


def likeness(name: str, entry: RegisterEntry) -> float:
    """How alike a name is to the names of an entry, from 0 to 1."""
    wanted = plain_name(name)
    return max((SequenceMatcher(None, wanted, known).ratio() for known in _names(entry)), default=0.0)


def _first(offered: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(offered))[:_OFFERED]


def _names(entry: RegisterEntry) -> tuple[str, ...]:
    return tuple(plain_name(name) for name in (entry.name, *entry.former_names))


def _alive(entry: RegisterEntry, by_id: dict[str, RegisterEntry]) -> RegisterEntry:
    """The setting that an entry is part of now; itself where it merged with none."""
    seen = {entry.id}
    while entry.merged_into and entry.merged_into not in seen and entry.merged_into.casefold() in by_id:
        entry = by_id[entry.merged_into.casefold()]
        seen.add(entry.id)
    return entry
