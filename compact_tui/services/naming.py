"""Turning what a person typed into a standard, criterion, answer or level of the pack."""

from typing import TypeVar

from compact_tui.core.errors import UsageError
from compact_tui.core.pack import AnswerKind, AuditPack, Criterion, EvidenceKind, Level, Standard, numbered
from compact_tui.core.text import did_you_mean


def standard_named(pack: AuditPack, name: str) -> Standard:
    """The standard with this id or number.

    Raises:
        UsageError: With did-you-mean.
    """
    wanted = name.strip().lower()
    for standard in pack.standard:
        if wanted in {standard.id, str(standard.number)}:
            return standard
    hint = did_you_mean(wanted, [standard.id for standard in pack.standard])
    numbers = ", ".join(str(standard.number) for standard in pack.standard)
    raise UsageError(f'There is no standard "{name}".', hint or f"Standards: {numbers}.")


def criterion_named(pack: AuditPack, name: str) -> tuple[Standard, Criterion]:
    """The criterion with this id or number (such as ``3.2``), and its standard.

    Raises:
        UsageError: With did-you-mean.
    """
    wanted = name.strip().lower()
    ids: list[str] = []
    for standard in pack.standard:
        for number, criterion in numbered(standard):
            if wanted in {criterion.id, number}:
                return standard, criterion
            ids.append(criterion.id)
    hint = did_you_mean(wanted, ids) or "compact-tui audit show lists them; numbers such as 3.2 will do."
    raise UsageError(f'There is no criterion "{name}".', hint)


def supported_named(pack: AuditPack, name: str) -> str:
    """Id of the criterion or standard that evidence or an action speaks to.

    Raises:
        UsageError: With did-you-mean.
    """
    for standard in pack.standard:
        if name.strip().lower() in {standard.id, str(standard.number)}:
            return standard.id
    return criterion_named(pack, name)[1].id


_Named = TypeVar("_Named", AnswerKind, Level, EvidenceKind)


def _named(items: tuple[_Named, ...], name: str, what: str, many: str) -> _Named:
    ids = [item.id for item in items]
    if name in ids:
        return items[ids.index(name)]
    raise UsageError(f'"{name}" is not {what}.', did_you_mean(name, ids) or f"{many}: {', '.join(ids)}.")


def answer_named(pack: AuditPack, name: str) -> AnswerKind:
    """The answer with this id.

    Raises:
        UsageError: With did-you-mean.
    """
    return _named(pack.answer, name, "an answer here", "Answers")


def level_named(pack: AuditPack, name: str) -> Level:
    """The level with this id.

    Raises:
        UsageError: With did-you-mean.
    """
    if not pack.level:
        raise UsageError("This audit has no grades: its answers are all there is.", "Nothing was changed.")
    return _named(pack.level, name, "a level here", "Levels")


def kind_named(pack: AuditPack, name: str) -> str:
    """Id of a kind of evidence; empty stays empty.

    Raises:
        UsageError: With did-you-mean.
    """
    return _named(pack.evidence_kind, name, "a kind of evidence", "Kinds").id if name else ""
