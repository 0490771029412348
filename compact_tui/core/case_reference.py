"""What may stand where a case, a group or an audit is named: never what could only be a child's or a patient's.

References of cases are made by the program. Where a person types one all the same, an identifier is refused and the
reason is said; what was typed is not said again. Names cannot be told, and nothing here claims to.
"""

import re

from compact_tui.core.personal import KINDS, refused_kind, valid_nhs_number
from compact_tui.core.text import clean_line

_DAY = re.compile(
    r"(?<!\d)(?:\d{1,2}[/.\- ]\d{1,2}[/.\- ](?:\d{4}|\d{2})|(?:19|20)\d{2}[/.\-]\d{1,2}[/.\-]\d{1,2})(?!\d)"
)
_DIGITS = re.compile(r"(?<!\d)\d(?:[ \-]?\d){5,}(?!\d)")
REMEDY = (
    "A case is known here by the reference the program made, such as C01, and by its place in your list. "
    "Keep the list with the names on paper, locked away."
)


def why_refused(text: str) -> str:
    """Why a text may not stand as the reference of a case; empty where it may.

    Beside what is refused everywhere, a day or a long number is: neither belongs in a reference, and both could be
    a child's.
    """
    kind = _identifier(text)
    if kind:
        return f"This looks like {kind}."
    if _DAY.search(text):
        return "There is a date in it, which could be a date of birth."
    if _DIGITS.search(text):
        return "There is a long number in it, which could be a child's or a patient's."
    return ""


def _identifier(text: str) -> str:
    """The words for an identifier in a text; a ten-digit number needs no words around it here to be an NHS number."""
    bare = any(valid_nhs_number(found) for found in _DIGITS.findall(text))
    return refused_kind(text) or (dict(KINDS)["nhs-number"] if bare else "")


def parse_plain(text: str) -> str:
    """A title, a team, a group or a place of one line, without an identifier in it.

    Raises:
        ValueError: With the reason, for the person.
    """
    line = clean_line(text)
    kind = _identifier(line)
    if kind:
        raise ValueError(f"This looks like {kind}. It would go out with the audit. {REMEDY}")
    return line


def parse_reference(text: str) -> str:
    """The reference of a case as it is kept: ``c1`` and ``C01`` are written as they are, in capitals.

    Raises:
        ValueError: With the reason, for the person.
    """
    line = clean_line(text)
    why = why_refused(line)
    if why:
        raise ValueError(f"{why} It was not kept. {REMEDY}")
    return line.upper()
