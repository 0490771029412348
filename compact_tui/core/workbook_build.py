"""Makes the workbook of an audit: a front sheet, one sheet for each standard, the evidence and the actions."""

import re
from collections.abc import Iterator, Mapping

import msgspec
from msgspec.structs import replace

from compact_tui.core.audit import Audit, CriterionAnswer, grade_of, summary_of
from compact_tui.core.days import say_day
from compact_tui.core.digest import digest_of, spoken_code
from compact_tui.core.lending import lent_of, lent_standards
from compact_tui.core.pack import UNANSWERED, AuditPack, Criterion, Standard, level_of, numbered, word_of
from compact_tui.core.progress import answers_by_criterion
from compact_tui.core.record import Record
from compact_tui.core.show import numbers_of
from compact_tui.core.small_group import words_for
from compact_tui.core.text import clean_line, count
from compact_tui.core.workbook import (
    ACTIONS,
    EVIDENCE,
    FIELDS,
    ID,
    LONGEST_CELL,
    PRIVATE,
    STANDARD,
    STATES,
    Lent,
    Row,
    Sheet,
    SheetKind,
    Workbook,
    in_cell,
    length_in_cell,
)

_HOW = (
    "Each {part} has its own sheet; the names are at the bottom. White cells are yours to fill in.",
    "Click a cell under Answer and choose from the list. Where you are not sure, choose the answer that says so.",
    "Under What we found, write what you saw, whom you asked and what is missing. A few words will do.",
    "New evidence and new actions go into the empty rows of their sheets. Say by number what they belong to, "
    "such as {example}.",
    "Write roles, never the name of a child, and nothing by which anybody could tell who a child is.",
    "You may hide and widen what you like, and add columns of your own; those are left alone. The sheets are locked "
    "without a password: to sort one, take its protection off first. Please write no formulas: they are not read.",
    "Then save it, as it is (.xlsx), and give it back to whoever sent it.",
)
_HOW_GRADED = "Choose under Answer. What each of them looks like stands below."
_BAD_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31


def build_workbook(
    audit: Audit,
    pack: AuditPack,
    *,
    setting: str,
    made_on: str,
    standards: tuple[str, ...] = (),
    part: str = "",
    lent_to: str = "",
    due: str = "",
    private: bool = False,
    switched: Mapping[str, str] | None = None,
) -> Workbook:
    """An audit, or some standards of it, as a workbook.

    Args:
        audit: The audit.
        pack: Its pack, as its variation sees it.
        setting: Whose audit it is.
        made_on: The day.
        standards: Ids; none means all.
        part: Id under which it is noted that it was lent.
        lent_to: Role or team that fills it in.
        due: The day by which it should be back.
        private: Whether private notes go along.
        switched: Why each criterion that does not apply to the setting is switched off, by its id.
    """
    chosen = lent_standards(pack, standards)
    some = lent_of(audit, pack, chosen, private=private)
    lent = with_digest(
        Lent(
            audit=audit.head.id,
            pack=audit.head.pack,
            edition=audit.head.edition,
            variation=audit.head.variation,
            setting=setting,
            cycle=audit.head.cycle,
            standards=chosen,
            made_on=made_on,
            part=part,
            lent_to=lent_to,
            private=private,
            answers=some.answers,
            grades=some.grades,
            summaries=some.summaries,
            evidence=some.evidence,
            actions=some.actions,
        )
    )
    shown = tuple(s for s in pack.standard if s.id in chosen)
    return Workbook(
        title=f"{pack.pack.title}, {audit.head.cycle}",
        facts=_facts(pack, audit, lent, setting, due),
        how=tuple(line.format(example=_example(shown), part=words_for(pack).part) for line in _HOW),
        sheets=(*_standard_sheets(pack, some, shown, switched or {}, private=private), *_record_sheets(pack, some)),
        lists=tuple(_lists(pack)),
        lent=lent,
    )


def with_digest(lent: Lent) -> Lent:
    """What was lent, with the digest of just that."""
    return replace(lent, digest=digest_of(msgspec.to_builtins(lent)))


def _facts(pack: AuditPack, audit: Audit, lent: Lent, setting: str, due: str) -> tuple[tuple[str, str], ...]:
    asked, words = sum(len(s.criterion) for s in pack.standard if s.id in lent.standards), words_for(pack)
    facts = (
        ("Setting", setting),
        ("Round", audit.head.cycle),
        ("Audit pack", f"{pack.pack.title} ({audit.head.pack}, edition {audit.head.edition})"),
        ("Whose words", pack.pack.wording_note),
        ("For", lent.lent_to),
        ("What is in it", f"{count(len(lent.standards), words.part)}, {count(asked, words.question, words.questions)}"),
        ("Made on", say_day(lent.made_on)),
        ("Wanted back by", say_day(due)),
        ("Code of what stood in it", spoken_code(lent.digest)),
    )
    return tuple((name, text) for name, text in facts if text)


def _example(standards: tuple[Standard, ...]) -> str:
    numbers = [number for standard in standards for number, _ in numbered(standard)][:2]
    return ", ".join(numbers)


def _lists(pack: AuditPack) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "answer", tuple(answer.word for answer in pack.answer)
    yield "level", tuple(level.word for level in pack.level)
    yield "kind", tuple(kind.word for kind in pack.evidence_kind)
    yield "state", tuple(word for _, word in STATES)


def _standard_sheets(
    pack: AuditPack, some: Audit, standards: tuple[Standard, ...], switched: Mapping[str, str], *, private: bool
) -> Iterator[Sheet]:
    columns = tuple(column for column in STANDARD.columns if private or column.id != PRIVATE)
    answers = answers_by_criterion(some)
    for standard in standards:
        rows = [_heading(standard)]
        for number, criterion in numbered(standard):
            given = answers.get(criterion.id, CriterionAnswer(criterion=criterion.id))
            row = _criterion(pack, number, criterion, given, private=private)
            off = switched.get(criterion.id, "") if given.answer == UNANSWERED else ""
            asked = f"{row.cells['question']}\n{off} Nothing needs to be answered here." if off else ""
            rows.append(replace(row, cells={**row.cells, "question": asked}) if off else row)
        rows += _whole(pack, some, standard)
        name = _BAD_IN_NAMES.sub(" ", clean_line(f"{standard.number} {standard.short or standard.title}"))
        title = f"{standard.number}. {standard.title}"
        yield Sheet(
            name=name[:_LONGEST_NAME].strip(" '"), title=title, kind=STANDARD.id, columns=columns, rows=tuple(rows)
        )


def _heading(standard: Standard) -> Row:
    return Row(cells={"question": standard.title, "good": standard.introduction}, strong=True)


def _criterion(pack: AuditPack, number: str, criterion: Criterion, given: CriterionAnswer, *, private: bool) -> Row:
    duty = word_of(pack, "duty", criterion.duty)
    asked = f"{criterion.question}\n{criterion.text}" + (f" ({duty})" if duty else "")
    cells = {
        "number": number,
        "question": asked,
        "good": criterion.good,
        "where": "\n".join((*criterion.where, *criterion.ask)),
        **cells_of(pack, "answers", given, {}),
    }
    fill = tuple(column for column in FIELDS["answers"] if private or column != PRIVATE)
    return Row(key=f"answers/{criterion.id}", cells=cells, fill=fill, offers="answer")


def _whole(pack: AuditPack, some: Audit, standard: Standard) -> Iterator[Row]:
    """What is said of a standard as a whole: the grade beside its model answers, and the summary."""
    number = {"number": str(standard.number)}
    if pack.level:
        grade = grade_of(some, standard.id)
        cells = (
            number | {"question": GRADE, "good": _HOW_GRADED} | (cells_of(pack, "grades", grade, {}) if grade else {})
        )
        yield Row(key=f"grades/{standard.id}", cells=cells, fill=tuple(FIELDS["grades"]), offers="level")
        models = {model.level: model.text for model in standard.model_answer}
        for level in pack.level:
            yield Row(cells={"question": level.word, "good": models.get(level.id, level.meaning)})
    summary = summary_of(some, standard.id)
    cells = number | {"question": SUMMARY, "good": standard.impact_prompt} | cells_of(pack, "summaries", summary, {})
    yield Row(key=f"summaries/{standard.id}", cells=cells, fill=tuple(FIELDS["summaries"]))


GRADE = "Which of these fits us best?"
"""What stands beside the grade of a standard."""
SUMMARY = "In our own words"
"""What stands beside its summary."""


def _record_sheets(pack: AuditPack, some: Audit) -> Iterator[Sheet]:
    numbers = numbers_of(pack)
    for kind, title, offers in ((EVIDENCE, "Evidence", "kind"), (ACTIONS, "Actions", "state")):
        records: tuple[Record, ...] = getattr(some, kind.id)
        rows = tuple(
            Row(
                key=f"{kind.id}/{getattr(record, 'id')}",  # noqa: B009 (evidence and actions have one)
                cells=cells_of(pack, kind.id, record, numbers),
                fill=_filled(kind),
                offers=offers,
            )
            for record in records
        )
        spare = Row(cells={}, fill=_filled(kind), offers=offers)
        yield Sheet(name=title, title=title, kind=kind.id, columns=kind.columns, rows=rows, spare=spare)


def _filled(kind: SheetKind) -> tuple[str, ...]:
    return tuple(column.id for column in kind.columns if column.id != ID)


def cells_of(pack: AuditPack, table: str, record: Record, numbers: Mapping[str, str]) -> dict[str, str]:
    """What the cells of a record show, by id of the column; words instead of ids."""
    return {
        column: shown(pack, table, field, getattr(record, field), numbers) for column, field in FIELDS[table].items()
    }


def shown(pack: AuditPack, table: str, field: str, value: object, numbers: Mapping[str, str]) -> str:
    """A field of a record as its cell shows it."""
    if isinstance(value, tuple):
        return ", ".join(numbers.get(item, item) for item in value)
    text = str(value)
    if (table, field) == ("answers", "answer"):
        return "" if text == UNANSWERED else word_of(pack, "answer", text)
    if (table, field) == ("grades", "level"):
        level = level_of(pack, text)
        return level.word if level else text
    return word_of(pack, "evidence_kind", text) if (table, field) == ("evidence", "kind") else text


def too_long(workbook: Workbook) -> tuple[str, ...]:
    """Where each text stands that no cell can hold whole, such as ``sheet 1 Leading, 1.2, What we found``."""
    found = []
    for sheet in workbook.sheets:
        headers = {column.id: column.header for column in sheet.columns}
        for row in sheet.rows:
            for column, text in row.cells.items():
                if length_in_cell(in_cell(text)) > LONGEST_CELL:
                    name = row.cells.get("number") or row.key.partition("/")[2]
                    found.append(f"sheet {sheet.name}, {name}, {headers[column]}")
    return tuple(found)
