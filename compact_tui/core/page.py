"""A page to read or print, as a value: headings, paragraphs, facts, tables and blocks to copy."""

from msgspec import Struct


class Block(Struct, frozen=True, tag_field="block"):
    """Base of what stands under a heading."""


class Paragraph(Block, frozen=True, tag="paragraph"):
    """Running text; its line feeds are kept."""

    text: str


class ListBlock(Block, frozen=True, tag="list"):
    """A list of sentences."""

    items: tuple[str, ...]


class Facts(Block, frozen=True, tag="facts"):
    """Names and what is so, one pair a line."""

    pairs: tuple[tuple[str, str], ...]


class TableBlock(Block, frozen=True, tag="table"):
    """A table; the first cell of a row names the row."""

    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class CopyBlock(Block, frozen=True, tag="copy"):
    """Plain text to be copied as it stands."""

    label: str
    text: str


class InkBlock(Block, frozen=True, tag="ink"):
    """A box to be filled in with a pen."""

    label: str
    lines: tuple[str, ...]
    """What is asked for, a line each, such as ``Name``."""


class TickBlock(Block, frozen=True, tag="tick"):
    """Boxes to tick with a pen."""

    label: str
    boxes: tuple[str, ...]
    """What stands behind each box."""
    stacked: bool = False
    """One box a line, for longer texts; else in a row."""


class WritingBlock(Block, frozen=True, tag="writing"):
    """Empty lines to write on with a pen."""

    label: str
    lines: int


class ChartPart(Struct, frozen=True):
    """One part of a bar."""

    word: str
    count: int
    percent: int


class ChartBar(Struct, frozen=True):
    """One bar: a name and its parts, best first."""

    label: str
    parts: tuple[ChartPart, ...] = ()
    note: str = ""
    """What stands in place of a bar that has no parts, such as ``too few settings to show``."""


class ChartBlock(Block, frozen=True, tag="chart"):
    """Bars of parts that add up to a whole, with the same figures as a table and in a sentence."""

    title: str
    sentence: str
    """What it shows, for people who do not see it."""
    words: tuple[str, ...]
    """Every word a part may have, best first: their order gives the shade."""
    bars: tuple[ChartBar, ...]


AnyBlock = Paragraph | ListBlock | Facts | TableBlock | CopyBlock | InkBlock | TickBlock | WritingBlock | ChartBlock


class Section(Struct, frozen=True):
    """A heading and what stands under it."""

    heading: str
    level: int
    """2 for a section, 3 for a part of the section before it."""
    blocks: tuple[AnyBlock, ...]
    keep: bool = False
    """Never broken across two sides of paper."""
    new_side: bool = False
    """Begins a new side of paper."""


class ReportPage(Struct, frozen=True):
    """A page, whole."""

    title: str
    first_lines: tuple[str, ...]
    """What anyone must know before reading on."""
    sections: tuple[Section, ...]
    dense: bool = False
    """Printed small and close, so that it keeps to its sides of paper."""
    large: bool = False
    """Printed across the paper and so large that a hall can read it."""
