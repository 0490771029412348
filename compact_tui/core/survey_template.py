"""A mapping to fill in, written from a pack: every question, answer and level stands in it, columns are to be named."""

import json
from collections.abc import Iterator

from compact_tui.core.pack import AuditPack, numbered
from compact_tui.core.survey import FIELDS

_HEAD = """\
# What the columns of your survey tool's table are, so that its rows can be taken as returns.
# Put the heading of a column, as it stands in the first line of the table, after column =.
# Take out what you did not ask. A word here may be any word that your survey offers; add lines for more words.
# Check and use it with: compact-tui partnership collect TABLE.csv --mapping THIS-FILE"""


def template(pack: AuditPack, variation: str, cycle: str) -> str:
    """The text of the file.

    Args:
        pack: The pack, as the variation sees it.
        variation: The variation.
        cycle: What the round is called.
    """
    return "\n".join(_lines(pack, variation, cycle)) + "\n"


def _lines(pack: AuditPack, variation: str, cycle: str) -> Iterator[str]:
    yield from (_HEAD, "", "[survey]", f"pack = {_quoted(pack.pack.id)}", f"edition = {_quoted(pack.pack.edition)}")
    yield from (f"variation = {_quoted(variation)}", f"cycle = {_quoted(cycle)}")
    yield '# id = "Respondent ID"'
    yield '# date = "End Date"'
    yield "# rows_begin = 3  # where the table has a second line of headings"
    for known, words in FIELDS:
        yield from ("", f"[[field]]  # {words}", f"column = {_quoted(words[:1].upper() + words[1:])}")
        yield f"is = {_quoted(known)}"
    for standard in pack.standard:
        yield from ("", f"# {standard.number} {standard.title}", "[[standard]]", f"id = {_quoted(standard.id)}")
        if pack.level:
            yield f"column = {_quoted(f'{standard.number} {standard.title}: level')}"
        yield f"summary = {_quoted(f'{standard.number} {standard.title}: summary')}"
        for number, criterion in numbered(standard):
            yield from ("[[criterion]]", f"id = {_quoted(criterion.id)}")
            yield f"column = {_quoted(f'{number} {criterion.question}')}"
            yield f"# note = {_quoted(f'{number} note')}"
    for table, words_of in (("answer", pack.answer), ("level", pack.level)):
        for one in words_of:
            yield from ("", f"[[{table}]]", f"word = {_quoted(one.word)}", f"is = {_quoted(one.id)}")


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
