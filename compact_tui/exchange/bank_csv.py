"""Question banks as CSV for spreadsheets: a row for the bank, one for each source and one for each question."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from compact_tui.core.bank import BankHead, BankSource, Question, QuestionBank
from compact_tui.core.problems import Problem, Severity
from compact_tui.core.text import did_you_mean
from compact_tui.exchange.bank_cells import Cells, columns_of, flat, folded, guarded, is_column, unguarded
from compact_tui.exchange.bank_formats import IMPORTED, LARGEST, Reading, Refused, Written, nothing, plain_bank

ROW = "row"
"""The first column: what the row is."""
BANK, SOURCE, QUESTION = "bank", "source", "question"
_KINDS: dict[str, type[Struct]] = {BANK: BankHead, SOURCE: BankSource, QUESTION: Question}
_SEPARATORS = ",;\t"
_TOLD = 9
"""How many columns are told of, at most."""


def write_csv(bank: QuestionBank) -> Written:
    """Write a bank as CSV with everything it holds.

    The text begins with a byte order mark, without which Excel takes accents apart. A cell that a spreadsheet
    would take for a formula begins with an apostrophe, which is taken off again when it is read.
    """
    rows: list[Cells] = [{ROW: BANK, **flat(bank.bank)}]
    rows += [{ROW: SOURCE, **flat(source)} for source in bank.source]
    rows += [{ROW: QUESTION, **flat(question)} for question in bank.question]
    columns = [ROW, *columns_of(rows, (Question, BankHead, BankSource))]
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow(columns)
    writer.writerows([guarded(row.get(column, "")) for column in columns] for row in rows)
    return Written("\ufeff" + target.getvalue(), ())


def read_csv(text: str) -> Reading:
    """Read a bank from CSV; a row that cannot be taken is refused with its line, the others are still taken.

    Columns may stand in any order, and those that are not needed may be missing; a file without the column
    ``row`` holds questions only. Cells may be parted by commas, semicolons or tabs.
    """
    if len(text) > LARGEST:
        what = f"The file has {len(text):,} characters; at most {LARGEST:,} are taken."
        return nothing(Problem(what=what, remedy="Split it into several files.", line=1))
    problems: list[Problem] = []
    made: dict[str, list[object]] = {kind: [] for kind in _KINDS}
    for line, cells in _rows(text.removeprefix("\ufeff"), problems):
        kind = cells.pop(ROW, "").strip().lower() or QUESTION
        try:
            made[_known(kind, line)].append(folded(cells, _KINDS[kind], line))
        except Refused as refused:
            problems.append(refused.problem)
    heads = [one for one in made[BANK] if isinstance(one, BankHead)]
    if len(heads) > 1:
        problems.append(Problem(what="There is more than one row on the bank.", remedy="Keep one.", line=1))
    questions = tuple(one for one in made[QUESTION] if isinstance(one, Question))
    sources = tuple(one for one in made[SOURCE] if isinstance(one, BankSource))
    head = heads[0] if heads else plain_bank(IMPORTED, ()).bank
    return Reading(QuestionBank(bank=head, source=sources, question=questions), tuple(problems))


def _known(kind: str, line: int) -> str:
    if kind not in _KINDS:
        remedy = did_you_mean(kind[:40], _KINDS) or "Write bank, source or question in the first column."
        raise Refused(f'"{kind[:40]}" is not a kind of row.', remedy, line)
    return kind


def _rows(text: str, problems: list[Problem]) -> Iterator[tuple[int, Cells]]:
    """Line and filled cells of each row below the head, by the name of their column."""
    head = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    before = 1
    try:
        columns = _columns(next(reader, []), problems)
        for cells in reader:
            line, before = before + 1, reader.line_num
            if len(cells) > len(columns):
                what = f"The row has {len(cells)} cells, but there are {len(columns)} columns."
                problems.append(Problem(what=what, remedy="Look for a quotation mark that is missing.", line=line))
            elif any(cells):
                filled = zip(columns, cells, strict=False)
                yield line, {column: unguarded(cell) for column, cell in filled if column and cell}
    except csv.Error as error:
        what = f"From here on the file is not CSV ({error})."
        problems.append(Problem(what=what, remedy="Save it again as CSV (UTF-8).", line=max(before, reader.line_num)))


def _columns(head: list[str], problems: list[Problem]) -> list[str]:
    columns = [cell.strip().lower() for cell in head]
    kinds = tuple(_KINDS.values())
    twice = [column for column, times in Counter(columns).items() if times > 1 and column]
    unknown = [column for column in columns if column and column != ROW and not is_column(column, kinds)]
    for column in twice[:_TOLD]:
        problems.append(Problem(what=f'The column "{column[:40]}" stands twice.', remedy="Keep one.", line=1))
    for column in unknown[:_TOLD]:
        remedy = did_you_mean(column[:40], columns_of((), kinds)) or "It was passed over."
        what = f'The column "{column[:40]}" is not known.'
        problems.append(Problem(what=what, remedy=remedy, severity=Severity.WARNING, line=1))
    passed = {*twice, *unknown}
    return ["" if column in passed else column for column in columns]
