"""What the numbers and addresses on a notice may be: the profile's, national ones, and old ones."""

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from compact_tui.core.notice import FORMER, KnownNumber, NoticeList, OldContact
from compact_tui.core.personal_phones import national
from compact_tui.core.reading_words import CONTACTS, emails, noun, numbers, said
from compact_tui.core.setting import Setting

_LEAST_TAIL = 6


class Expected(Struct, frozen=True):
    """A number or an address that may stand on the notice."""

    key: str
    """The field of the profile, or the id of the known number."""
    noun: str
    value: str
    ours: bool
    """Whether it is the profile's."""
    digits: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()

    def has(self, part: str) -> bool:
        """Whether some digits or an address are among its own."""
        return part in self.digits or part in self.addresses

    def has_tail(self, part: str) -> bool:
        """Whether some digits are one of its numbers without the area code."""
        return len(part) >= _LEAST_TAIL and any(one.endswith(part) for one in self.digits)

    @property
    def whose(self) -> str:
        """Whose it is, to stand behind it."""
        return f"is {self.noun}" if self.ours else f"belongs to {self.noun}"

    def right(self, written: str) -> str:
        """What is said when it is the one."""
        return f"{written} {self.whose}{', as in your profile' if self.ours else ''}."

    def instead(self) -> str:
        """What it should be."""
        return f"{self.noun} {'is' if self.ours else 'has'} {self.value}"


class Contacts:
    """Everything that a number or an address can be compared with.

    Args:
        fields: Fields of the profile that the notice carries.
        ids: Ids of the known numbers that it carries.
        notices: The list.
        setting: Who we are; ``None`` while nobody has said.
    """

    def __init__(self, fields: Sequence[str], ids: Sequence[str], notices: NoticeList, setting: Setting | None) -> None:
        ours = [_of_profile(field, setting) for field in CONTACTS]
        known = [_of_number(number) for number in notices.number]
        self.asked = [one for one in ours if one.key in fields and one.value]
        self.asked += [one for one in known if one.key in ids]
        self.others = [one for one in (*ours, *known) if one.value and one not in self.asked]
        self.empty = tuple(field for field in CONTACTS if field in fields and not said(setting, field))
        self._notices = notices

    @cached_property
    def whole(self) -> frozenset[str]:
        """Digits of every number that is known, old ones too."""
        digits = {one for known in (*self.asked, *self.others) for one in known.digits}
        return frozenset(digits | {national(seen) for old in self._notices.old for seen in old.seen if _rings(seen)})

    def old_of(self, part: str) -> OldContact | None:
        """What is old about some digits or an address; ``None`` where nothing is known."""
        for old in self._notices.old:
            if any(part in (national(seen) if _rings(seen) else "", seen.casefold()) for seen in old.seen):
                return old
        for number in self._notices.number:
            if part in {national(former) for former in number.former}:
                why = f"{number.name} is {number.number} now."
                return OldContact(id=number.id, name=number.name, seen=number.former, state=FORMER, why=why)
        return None

    def old_words(self) -> list[tuple[str, OldContact]]:
        """Words of addresses that are old, longest first."""
        words = [(seen, old) for old in self._notices.old for seen in old.seen if not _rings(seen)]
        return sorted(words, key=lambda pair: -len(pair[0]))


def _rings(seen: str) -> bool:
    return bool(seen) and all(char.isdigit() or char in " +()-" for char in seen)


def _of_profile(field: str, setting: Setting | None) -> Expected:
    value = said(setting, field)
    digits = frozenset(number.digits for number in numbers(value))
    return Expected(field, noun(field), value, True, digits, frozenset(one.casefold() for one in emails(value)))


def _of_number(number: KnownNumber) -> Expected:
    return Expected(number.id, number.name, number.number, False, frozenset({national(number.number)}))
