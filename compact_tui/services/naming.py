"""Turning what a person typed into a standard, criterion, answer or level of the pack."""

from compact_tui.core.errors import UsageError
from compact_tui.core.pack import AnswerKind, AuditPack, Criterion, Level, Standard, numbered
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
    ids = [standard.id for standard in pack.standard]
    raise UsageError(f'There is no standard "{name}".', did_you_mean(wanted, ids) or f"Standards: {', '.join(ids)}.")


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


def answer_named(pack: AuditPack, name: str) -> AnswerKind:
    """The answer with this id.

    Raises:
        UsageError: With did-you-mean.
    """
    ids = [kind.id for kind in pack.answer]
    for kind in pack.answer:
        if kind.id == name:
            return kind
    raise UsageError(f'"{name}" is not an answer here.', did_you_mean(name, ids) or f"Answers: {', '.join(ids)}.")


def level_named(pack: AuditPack, name: str) -> Level:
    """The level with this id.

    Raises:
        UsageError: With did-you-mean.
    """
    ids = [level.id for level in pack.level]
    for level in pack.level:
        if level.id == name:
            return level
    raise UsageError(f'"{name}" is not a level here.', did_you_mean(name, ids) or f"Levels: {', '.join(ids)}.")


def kind_named(pack: AuditPack, name: str) -> str:
    """Id of a kind of evidence; empty stays empty.

    Raises:
        UsageError: With did-you-mean.
    """
    ids = [kind.id for kind in pack.evidence_kind]
    if name and name not in ids:
        raise UsageError(f'"{name}" is not a kind of evidence.', did_you_mean(name, ids) or f"Kinds: {', '.join(ids)}.")
    return name
