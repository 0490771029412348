"""A mapping to fill in, written from a pack: every question, answer and level stands in it, columns are to be named."""

import json
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from compact_tui.core.pack import AuditPack, numbered
from compact_tui.core.survey import FIELDS
from compact_tui.core.text import capitalised

_HEAD = """\
# What the columns of your survey tool's table are, so that its rows can be taken as returns.
# Put the heading of a column, as it stands in the first line of the table, after column =.
# Take out what you did not ask. A word here may be any word that your survey offers; add lines for more words.
# Check and use it with: compact-tui partnership collect TABLE.csv --mapping THIS-FILE"""
_ALIKE = 0.85
"""How alike a heading and what is looked for must be, of 1."""
_LONG = 12
"""Characters from which words can be told to be alike; shorter ones must be the same."""
_SAID = {
    "register_id": ("register number", "setting number", "setting id"),
    "name": ("name", "setting", "setting name", "name of your setting"),
    "kind": ("kind", "type of setting"),
    "contact_name": ("contact", "contact name", "your name"),
    "contact_role": ("role", "contact role", "your role"),
    "contact_email": ("email", "contact email", "your email", "email address"),
    "contact_phone": ("phone", "telephone", "contact phone", "your telephone"),
}
"""What survey tools call what is said of a setting."""


class _Headings:
    """The headings of a table, each given out once; without a table every heading that is wanted is given as it is."""

    def __init__(self, headings: Sequence[str] | None) -> None:
        self._none = headings is None
        self.left = list(headings or ())

    def same(self, *wanted: str) -> str:
        """The heading that is the same as one of some words; empty where none is."""
        plain = {_plain(one) for one in wanted}
        found = next((one for one in self.left if _plain(one) in plain), "")
        if found:
            self.left.remove(found)
        return found

    def take(self, *wanted: str) -> str:
        """The heading that is the first of some words, or else the one most like it; empty where none is."""
        if self._none:
            return wanted[0]
        plain = [_plain(one) for one in wanted]
        found = self.same(*wanted)
        if not found:
            ratios = [(max(_alike(_plain(one), want) for want in plain), one) for one in self.left]
            ratio, likely = max(ratios, default=(0.0, ""))
            found = likely if ratio >= _ALIKE else ""
            self.left = [one for one in self.left if one != found]
        return found


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _alike(heading: str, wanted: str) -> float:
    numbers = re.findall(r"\d+", heading), re.findall(r"\d+", wanted)
    if min(len(heading), len(wanted)) < _LONG or (all(numbers) and numbers[0] != numbers[1]):
        return 0.0
    return SequenceMatcher(None, heading, wanted, autojunk=False).ratio()


def template(pack: AuditPack, variation: str, cycle: str, headings: Sequence[str] | None = None) -> str:
    """The text of the file.

    Args:
        pack: The pack, as the variation sees it.
        variation: The variation.
        cycle: What the round is called.
        headings: Those of a table, to be put in where they are what is asked or like it; what none is like becomes a
            comment. ``None`` for what they could be called.
    """
    return "\n".join(_lines(pack, variation, cycle, _Headings(headings))) + "\n"


def _lines(pack: AuditPack, variation: str, cycle: str, there: _Headings) -> Iterator[str]:
    yield from (_HEAD, "", "[survey]", f"pack = {quoted(pack.pack.id)}", f"edition = {quoted(pack.pack.edition)}")
    yield from (f"variation = {quoted(variation)}", f"cycle = {quoted(cycle)}")
    for key, usual in (("id", ("Respondent ID", "Response ID")), ("date", ("End Date", "Date", "Submitted"))):
        found = there.same(*usual)
        yield f"{key} = {quoted(found)}" if found else f"# {key} = {quoted(usual[0])}"
    yield "# rows_begin = 3  # where the table has a second line of headings"
    for known, words in FIELDS:
        column = there.take(capitalised(words), known, *_SAID.get(known, ()))
        yield ""
        yield from _block(f"[[field]]  # {words}", (("is", known),), (("column", column),))
    for standard in pack.standard:
        name = f"{standard.number} {standard.title}"
        yield from ("", f"# {name}")
        level = there.take(f"{name}: level", f"{name} grade", name) if pack.level else ""
        summary = there.take(f"{name}: summary")
        yield from _block("[[standard]]", (("id", standard.id),), (("column", level), ("summary", summary)))
        for number, criterion in numbered(standard):
            column = there.take(f"{number} {criterion.question}", criterion.question, number)
            yield from _block("[[criterion]]", (("id", criterion.id),), (("column", column),))
            yield f"# note = {quoted(f'{number} note')}"
    for table, words_of in (("answer", pack.answer), ("level", pack.level)):
        for one in words_of:
            yield from ("", f"[[{table}]]", f"word = {quoted(one.word)}", f"is = {quoted(one.id)}")
    if there.left:
        yield from ("", "# Headings of the table that nothing was found for:")
        yield from (f"#   {quoted(heading)}" for heading in there.left)


def _block(head: str, ids: Sequence[tuple[str, str]], columns: Sequence[tuple[str, str]]) -> Iterator[str]:
    """A table of the file; a comment where no heading of the table is like it."""
    said = [(key, value) for key, value in columns if value]
    out = "" if said else "# "
    yield f"{out}{head}" if said else f"{out}{head.partition('  #')[0]}  # no heading of the table is like it"
    yield from (f"{out}{key} = {quoted(value)}" for key, value in ids)
    yield from (f"{key} = {quoted(value)}" for key, value in said or ())
    if not said:
        yield f'{out}{columns[0][0]} = ""'


def quoted(text: str) -> str:
    """Text as it stands in the file."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
