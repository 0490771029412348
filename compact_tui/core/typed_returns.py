"""Returns that the partnership typed in for a setting: how they say so, and how that is read off them again."""

from msgspec.structs import replace

from compact_tui.core.returns import Return
from compact_tui.core.text import clean_line

PAPER, WORKBOOK, SURVEY = "from paper", "from a workbook", "from a survey"
"""What a return is typed from, as the end of a sentence."""
_MARK = ", typed "


def typed(return_: Return, source: str, by: str) -> Return:
    """A return that says what it was typed from and by whom; its digest is to be made anew.

    Args:
        return_: The return as it was built.
        source: ``PAPER``, ``WORKBOOK`` or ``SURVEY``.
        by: Role of whoever typed it; empty where nobody said.
    """
    who = f" by {clean_line(by)}" if clean_line(by) else ""
    told = f"This return was typed {source}{who} at the partnership; the setting's own program did not make it."
    return replace(
        return_, made_by=f"{return_.made_by}{_MARK}{source}{who}", warnings=(*return_.warnings, told), digest=""
    )


def typed_from(return_: Return) -> str:
    """What a return was typed from and by whom; empty where the setting's own program made it."""
    return return_.made_by.partition(_MARK)[2]
