"""The records of lending: a part that went out to a colleague, and a part that is here to be answered."""

from compact_tui.core.record import Record


class PartLent(Record, frozen=True, kw_only=True):
    """Some standards of the audit, lent to a colleague as a file."""

    id: str
    standards: tuple[str, ...]
    lent_to: str
    """Role or team, not a name."""
    form: str = "part"
    """``part`` (a file for this program) · ``workbook`` · ``page``."""
    file: str = ""
    """Name of the file under ``lent``; never leaves the machine."""
    due: str = ""
    lent_on: str = ""
    back_on: str = ""
    """The day on which it came back last; empty while it is out."""
    undecided: int = 0
    """How many changes in it waited for a choice, as both sides had made one, when it came back last."""
    called_off_on: str = ""
    """The day on which it was called off; empty while it holds."""
    by: str = ""
    at: str = ""


class PartHere(Record, frozen=True, kw_only=True):
    """What makes an audit the part of another one: lent to us, to be answered and sent back."""

    id: str
    setting: str
    """Name of whose audit it is."""
    lent_to: str
    """Role or team it was lent to: ours."""
    asked_by: str = ""
    due: str = ""
    file: str = ""
    """Name of the part under ``received``; never leaves the machine."""
    returned_on: str = ""
    """The day on which it was last made ready to be sent back; empty while it was not."""
    by: str = ""
    at: str = ""
