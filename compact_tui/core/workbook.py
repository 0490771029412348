"""The workbook as a value: sheets, columns and rows, what was lent in it, and what was read from one."""

from collections.abc import Mapping

from msgspec import Struct

from compact_tui.core.audit import Action, CriterionAnswer, Evidence, Grade, Summary
from compact_tui.core.text import clean

FORMAT = "compact-workbook"
FORMAT_VERSION = 1
LONGEST_CELL = 32_767
"""UTF-16 units of the longest text that a cell holds."""


class Column(Struct, frozen=True, kw_only=True):
    """One column of a kind of sheet; a header stands for the same column wherever it was moved."""

    id: str
    header: str
    width: int
    """In characters."""
    kind: str = "text"
    """``id`` (hidden) · ``fixed`` (ours, never read) · ``text`` · ``line`` · ``choice`` · ``day`` · ``items``."""


class SheetKind(Struct, frozen=True):
    """What the sheets of one kind have: their columns, and those by which such a sheet is known."""

    id: str
    columns: tuple[Column, ...]
    known_by: tuple[str, ...]


ID = "id"
PRIVATE = "private_note"
_ID = Column(id=ID, header="Id, leave as it is", width=4, kind="id")

STANDARD = SheetKind(
    "standard",
    (
        _ID,
        Column(id="number", header="No.", width=5, kind="fixed"),
        Column(id="question", header="Question", width=26, kind="fixed"),
        Column(id="good", header="What good looks like", width=36, kind="fixed"),
        Column(id="where", header="Where to look, whom to ask", width=28, kind="fixed"),
        Column(id="answer", header="Answer", width=14, kind="choice"),
        Column(id="reason", header="Reason, where one is needed", width=16),
        Column(id="note", header="What we found", width=34),
        Column(id=PRIVATE, header="Private note, never sent", width=22),
    ),
    ("question", "answer"),
)
EVIDENCE = SheetKind(
    "evidence",
    (
        _ID,
        Column(id="title", header="What is it?", width=36, kind="line"),
        Column(id="kind", header="Kind", width=20, kind="choice"),
        Column(id="where", header="Where is it?", width=24, kind="line"),
        Column(id="held_by", header="Who holds it?", width=20, kind="line"),
        Column(id="seen_on", header="Seen on", width=13, kind="day"),
        Column(id="review_by", header="Look again by", width=13, kind="day"),
        Column(id="supports", header="Speaks to (numbers)", width=16, kind="items"),
    ),
    ("title",),
)
ACTIONS = SheetKind(
    "actions",
    (
        _ID,
        Column(id="what", header="What will be done?", width=36, kind="line"),
        Column(id="who", header="Who does it?", width=20, kind="line"),
        Column(id="due", header="By when?", width=13, kind="day"),
        Column(id="status", header="State", width=11, kind="choice"),
        Column(id="outcome", header="What happened?", width=28, kind="line"),
        Column(id="done_on", header="Done on", width=13, kind="day"),
        Column(id="supports", header="Comes from (numbers)", width=16, kind="items"),
    ),
    ("what",),
)
SHEET_KINDS = (STANDARD, EVIDENCE, ACTIONS)

FIELDS: Mapping[str, Mapping[str, str]] = {
    "answers": {"answer": "answer", "reason": "reason", "note": "note", PRIVATE: PRIVATE},
    "grades": {"answer": "level", "reason": "reason"},
    "summaries": {"note": "text"},
    "evidence": {column.id: column.id for column in EVIDENCE.columns if column.id != ID},
    "actions": {column.id: column.id for column in ACTIONS.columns if column.id != ID},
}
"""Which column holds which field of a record, by table of the audit's book."""
STATES = (("open", "open"), ("done", "done"), ("dropped", "dropped"))
"""Id and word of the states of an action."""


class Row(Struct, frozen=True, kw_only=True):
    """One row: what its cells show, and which of them are to be filled in."""

    key: str = ""
    """``table/id`` of the record it holds; empty for a row that only says something, or a new record."""
    cells: Mapping[str, str]
    """What stands in a column, by its id; days as ``YYYY-MM-DD``."""
    fill: tuple[str, ...] = ()
    """Ids of the columns that may be filled in."""
    offers: str = ""
    """Id of the list of words offered in its choice."""
    strong: bool = False
    """A heading among the rows."""


class Sheet(Struct, frozen=True, kw_only=True):
    """One sheet of records."""

    name: str
    title: str
    kind: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    spare: Row | None = None
    """What an empty row for a new record is like."""


class Lent(Struct, frozen=True, kw_only=True):
    """What stood in a workbook when it was made: what changes are told by when it comes back."""

    format: str = FORMAT
    format_version: int = FORMAT_VERSION
    audit: str
    pack: str
    edition: str
    variation: str
    setting: str = ""
    """Name of the setting, for a partnership that a filled workbook is sent to."""
    cycle: str = ""
    standards: tuple[str, ...]
    made_on: str
    part: str = ""
    """Id of the part under which it is noted; empty where it was lent to nobody."""
    lent_to: str = ""
    private: bool = False
    answers: tuple[CriterionAnswer, ...] = ()
    grades: tuple[Grade, ...] = ()
    summaries: tuple[Summary, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    actions: tuple[Action, ...] = ()
    digest: str = ""


class Workbook(Struct, frozen=True, kw_only=True):
    """A whole workbook."""

    title: str
    facts: tuple[tuple[str, str], ...]
    how: tuple[str, ...]
    sheets: tuple[Sheet, ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    """Words that are offered, by id of the list."""
    lent: Lent


class CellRead(Struct, frozen=True):
    """One cell as it was read."""

    ref: str
    """Such as ``F7``."""
    text: str
    wrong: str = ""
    """``formula`` or ``error``, where the cell holds one; then there is no text."""


class RowRead(Struct, frozen=True):
    """One row as it was read: its cells by id of the column. A cell that was merged away is not among them."""

    at: int
    cells: Mapping[str, CellRead]


class SheetRead(Struct, frozen=True):
    """One sheet as it was read."""

    name: str
    kind: str
    """Id of a kind of sheet."""
    columns: frozenset[str]
    """Ids of the columns that were found."""
    rows: tuple[RowRead, ...]


class WorkbookRead(Struct, frozen=True):
    """A workbook as it was read, and what there is to say about the file."""

    lent: Lent | None
    """``None`` where the sheet that keeps it is gone or was changed."""
    sheets: tuple[SheetRead, ...]
    notes: tuple[str, ...]


def in_cell(text: str) -> str:
    """A text as a cell can hold it: without the characters that no spreadsheet file has room for."""
    if text.isprintable():
        return text
    return "".join(char for char in text if char in "\n\t" or _fits(ord(char)))


def _fits(code: int) -> bool:
    return code >= 0x20 and code & 0xFFFE != 0xFFFE and not 0xD800 <= code <= 0xDFFF


def same_in_cell(one: str, other: str) -> bool:
    """Whether two texts look the same once they went through a cell."""
    return one == other or _through(one) == _through(other)


def _through(text: str) -> str:
    # Readers of this kind of file take out the mark by which it escapes underscores (openpyxl 3.1).
    return clean(in_cell(text).replace("x005F_", ""))


def length_in_cell(text: str) -> int:
    """How much room a text takes in a cell, in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "replace")) // 2
