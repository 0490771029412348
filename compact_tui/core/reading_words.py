"""The words for what a notice is compared with, and how the parts of what was read off are told apart."""

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from compact_tui.core.personal_phones import national
from compact_tui.core.setting import Setting

NAMES = {
    "lead_name": "your lead",
    "deputy_name": "the person who stands in",
    "governor_name": "your governor or committee member for safeguarding",
    "allegations_to": "the person who hears a worry about an adult here",
    "allegations_about_head_to": "the person who hears it when it is about them",
    "whistleblowing_to": "the person who hears what is done badly here",
    "first_aider": "your first aider",
}
"""Fields of the profile that name people, and whom."""
CONTACTS = {
    "lead_phone": "your lead's number",
    "deputy_phone": "the number of the person who stands in",
    "social_care_phone": "the number of children's social care in the day",
    "out_of_hours_phone": "the number of children's social care out of hours",
    "lado_contact": "the way to reach the LADO",
    "whistleblowing_to": "the way to reach whoever hears what is done badly here",
    "contact_phone": "the number of whoever completes the audit",
    "contact_email": "the address of whoever completes the audit",
}
"""Fields that hold numbers and addresses."""
PLACES = {
    "lead_where": "where your lead is found",
    "deputy_where": "where the person who stands in is found",
    "form_place": "where a concern is written down",
    "policy_place": "where the policy is",
}
"""Fields that say where something is."""
COMPARED = (*NAMES, *(field for field in CONTACTS if field not in NAMES), *PLACES)
"""Every field of the profile that something read off a notice is compared with."""
_LABELS = (
    ("out_of_hours_phone", r"out of hours|ooh|nights?|evenings?|weekends?"),
    ("social_care_phone", r"days?|day ?time|office hours"),
    ("deputy", r"dep(?:uty|uties|\.)?|ddsl|stands? in"),
    ("lead", r"lead|dsl|designated safeguarding lead|safeguarding officer"),
    ("governor_name", r"governors?|trustee|committee"),
)
_LABELLED = tuple((field, re.compile(rf"(?i)\b(?:{words})\b")) for field, words in _LABELS)
SHORT_NUMBERS = frozenset({"999", "101", "111", "112"})
"""Numbers of three digits that everybody knows."""
_DIGITS = re.compile(r"(?<![\w@.])(?:\+\s?|\(\s?)?[oO]?\d(?:[ \t\u00a0().-]{0,3}\d)*(?![\w@])")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LEAST_DIGITS = 5


class Number(Struct, frozen=True):
    """A number as it stands in a text."""

    written: str
    digits: str
    """As dialled within the country."""
    start: int
    end: int


def said(setting: Setting | None, field: str) -> str:
    """What the profile says; empty where it says nothing."""
    value = getattr(setting, field, "") if setting else ""
    return value if isinstance(value, str) else ""


def noun(field: str) -> str:
    """What a field of the profile holds, in words."""
    return NAMES.get(field) or CONTACTS.get(field) or PLACES.get(field) or field.replace("_", " ")


def folded(text: str) -> str:
    """Small letters without accents and apostrophes."""
    apart = unicodedata.normalize("NFKD", text.casefold().replace("'", "").replace("\u2019", ""))
    return "".join(char for char in apart if not unicodedata.combining(char))


def label_in(text: str) -> str:
    """Which of the things that stand side by side on a board a text speaks of; empty where it does not say."""
    return next((field for field, pattern in _LABELLED if pattern.search(text)), "")


def numbers(text: str, whole: frozenset[str] = frozenset()) -> Iterator[Number]:
    """The numbers of a text that can be rung; two that stand side by side are told apart.

    Args:
        text: The text.
        whole: Digits of the numbers that are known, which are never longer than they are.
    """
    for found in _DIGITS.finditer(text):
        groups = list(re.finditer(r"[+(]*[oO]?\d+\)?", found.group()))
        at = 0
        for n in range(1, len(groups) + 1):
            written = found.group()[groups[at].start() : groups[n - 1].end()]
            digits = national(written)
            following = groups[n].group().lstrip("(") if n < len(groups) else ""
            if n < len(groups) and not _ends(digits, following, whole):
                continue
            if len(digits) >= _LEAST_DIGITS or digits in SHORT_NUMBERS:
                first = found.start() + groups[at].start()
                yield Number(written.strip("( "), digits, first, found.start() + groups[n - 1].end())
            at = n


def _ends(digits: str, following: str, whole: frozenset[str]) -> bool:
    """Whether a number is complete before the next group of digits."""
    if digits in whole or digits in SHORT_NUMBERS or len(digits) >= 11:
        return True
    return len(digits) >= 8 and following.startswith(("0", "+"))


def emails(text: str) -> tuple[str, ...]:
    """The email addresses of a text."""
    return tuple(found.group().rstrip(".") for found in _EMAIL.finditer(text))


def without(text: str, parts: list[str]) -> str:
    """A text with parts of it taken out; what stood on both sides of one stays apart."""
    for part in sorted(parts, key=len, reverse=True):
        text = re.sub(re.escape(part), " ; ", text, flags=re.IGNORECASE)
    return text
