"""A part that came back, beside what stands here now and what stood there when it was lent."""

from typing import TypeVar

from msgspec.structs import replace

from compact_tui.core.audit import Audit, CriterionAnswer, Grade, Summary
from compact_tui.core.change import Plain
from compact_tui.core.free_text import TEXT_FIELDS
from compact_tui.core.lending import LENT_TABLES, lent_of
from compact_tui.core.merge_values import Tables
from compact_tui.core.merge_words import FILE_FIELDS
from compact_tui.core.pack import UNANSWERED, AuditPack
from compact_tui.core.part import Part, key_of, plain, tables_of
from compact_tui.core.text import without_local_paths

_Placed = TypeVar("_Placed", CriterionAnswer, Grade, Summary)


def sides_of(part: Part, kept: Audit, pack: AuditPack) -> tuple[Tables, Tables, Tables]:
    """What stood there when it was lent, what stands here now, and what came back; only of the standards lent.

    A local path that was left out of what was lent is no difference.
    """
    base, theirs = tables_of(part.base), tables_of(part.answered)
    about = tables_of(lent_of(kept, pack, part.standards, private=True))
    mine: dict[str, dict[str, Plain]] = {}
    for table in LENT_TABLES:
        wanted = about[table].keys() | base[table].keys() | theirs[table].keys()
        rows = {key_of(table, one): plain(one) for one in getattr(kept, table)}
        mine[table] = {key: record for key, record in rows.items() if key in wanted}
        _unveil(table, mine[table], base[table], theirs[table])
    for key, record in theirs["evidence"].items():
        theirs["evidence"][key] = {**record, **{name: type(record[name])() for name in FILE_FIELDS}}
    _set_provisional_apart(mine["grades"], base["grades"], theirs["grades"])
    return base, mine, theirs


def _unveil(table: str, mine: dict[str, Plain], base: dict[str, Plain], theirs: dict[str, Plain]) -> None:
    """Put our own words back where only the local path in them was left out."""
    for key, record in mine.items():
        for name in TEXT_FIELDS[table]:
            ours, lent = str(record.get(name, "")), (base.get(key) or {}).get(name)
            if lent == ours or lent != without_local_paths(ours):
                continue
            for side in (base, theirs):
                if (side.get(key) or {}).get(name) == lent:
                    side[key] = {**side[key], name: ours}


def _set_provisional_apart(mine: dict[str, Plain], base: dict[str, Plain], theirs: dict[str, Plain]) -> None:
    """A provisional grade of ours was never lent, so that its absence there says nothing."""
    for standard, grade in mine.items():
        if grade.get("provisional") and standard not in base:
            base[standard] = grade
            theirs.setdefault(standard, grade)


def not_asked_here(part: Part, pack: AuditPack) -> tuple[Part, tuple[str, ...]]:
    """A part that came back without what our pack does not ask, and a sentence on each thing left out.

    What is left out stays as it was when it was lent, so that nothing of ours changes.
    """
    notes: list[str] = []
    answered = replace(
        part.answered,
        answers=_fitting("answers", part.answered.answers, part.base.answers, pack, notes),
        grades=_fitting("grades", part.answered.grades, part.base.grades, pack, notes),
        summaries=_fitting("summaries", part.answered.summaries, part.base.summaries, pack, notes),
    )
    return replace(part, answered=answered), tuple(dict.fromkeys(notes))


def _fitting(
    table: str, theirs: tuple[_Placed, ...], lent: tuple[_Placed, ...], pack: AuditPack, notes: list[str]
) -> tuple[_Placed, ...]:
    before = {key_of(table, one): one for one in lent}
    kept = []
    for one in theirs:
        old, why = before.get(key_of(table, one)), _why_not(table, one, pack)
        if not why:
            kept.append(one)
            continue
        if one != old:
            notes.append(why)
        kept += [old] if old else []
    return tuple(kept)


def _why_not(table: str, record: _Placed, pack: AuditPack) -> str:
    """Why a record has no place in a pack; empty where it has one."""
    asked = {"answers": {criterion.id for one in pack.standard for criterion in one.criterion}}
    place = key_of(table, record)
    if place not in asked.get(table, {one.id for one in pack.standard}):
        return f'"{place}" is not asked in our audit any more: what they said there is left out.'
    if isinstance(record, CriterionAnswer):
        said, known = record.answer, {UNANSWERED, *(answer.id for answer in pack.answer)}
    elif isinstance(record, Grade):
        said, known = record.level, {level.id for level in pack.level}
    else:
        return ""
    return "" if said in known else f'"{said}" at {place} is no answer of our audit: it is left out.'
