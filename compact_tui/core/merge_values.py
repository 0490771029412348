"""The values of a merge: how tables are merged, what differs, what was chosen."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from compact_tui.core.change import Plain

Table = Mapping[str, Plain]
"""Records by id."""
Tables = Mapping[str, Table]

SAME, MINE, THEIRS, BOTH = "same", "mine", "theirs", "both"
"""What may be the state of a line: nobody or both alike, only we, only they, both differently."""
KEEP = "keep"
"""The third way beside ``mine`` and ``theirs``: the texts of both, one under the other."""
WAYS = (MINE, THEIRS, KEEP)


class TableRule(Struct, frozen=True, kw_only=True):
    """How the records of one table are merged. A field that is named nowhere stands for itself."""

    together: tuple[str, ...] = ()
    """Fields that make sense only together, such as an answer and its reason; the first gives the line its name."""
    texts: tuple[str, ...] = ()
    """Fields of which the texts of both sides can be kept, one under the other."""
    stamps: tuple[str, ...] = ("by", "at")
    """Who and when; never a line of their own."""
    leads: tuple[str, ...] = ()
    """The fields whose writer they name; empty where they speak of the whole record."""
    hidden: tuple[str, ...] = ()
    """Fields that do not travel: ours stand, whatever the other side holds."""
    blank: Callable[[str], Plain] | None = None
    """The record that stands where there is none; without it, adding and removing is a line of its own."""


class MergeLine(Struct, frozen=True, kw_only=True):
    """One thing that differs, for a person to look at."""

    id: str
    """Names it in choices: ``<table>/<record>/<field>``."""
    table: str
    record: str
    field: str
    """Name of the field; empty where the whole record was added or removed."""
    place: str = ""
    """Where it is, in words, such as ``3.2``."""
    words: str = ""
    """What it is, in words, such as ``Note``."""
    base: str
    """What stood before, as it is said; empty for nothing."""
    mine: str
    theirs: str
    mine_by: str = ""
    theirs_by: str = ""
    state: str
    """``mine`` · ``theirs`` · ``both``."""
    ways: tuple[str, ...]
    """What may be chosen; none where only we changed it."""
    choice: str
    """What was chosen, or holds unless something else is chosen; empty while both stand undecided."""
    result: str
    """What will stand, as it is said."""


class Saying(Struct, frozen=True, kw_only=True):
    """How lines are said: who the two sides are, and words for places, fields and values."""

    me: str = "Ours"
    them: str = "Theirs"
    place: Callable[[str, str, Plain], str] = lambda _table, record, _plain: record
    """Of a table, an id and the record."""
    field: Callable[[str, str], str] = lambda _table, field: field.replace("_", " ").capitalize()
    """Of a table and a field; the field is empty for a whole record."""
    value: Callable[[str, str, object], str] = lambda _table, _field, value: plain_words(value)
    """Of a table, a field and its value."""
    record: Callable[[str, Plain], str] = lambda _table, plain: plain_words(list(plain.values()))
    """A whole record in a few words."""


class Choices(Struct, frozen=True):
    """What a person chose."""

    lines: Mapping[str, str] = {}
    """By id of the line: ``mine`` · ``theirs`` · ``keep``."""
    both: str = ""
    """For every line that both changed and that is not named: the same, or empty to leave it as it is."""


def plain_words(value: object) -> str:
    """A value of a record as a person may read it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(plain_words(item) for item in value)
    return "" if value is None else str(value)
