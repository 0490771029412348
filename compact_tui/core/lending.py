"""What of an audit goes along when some of its standards are lent: never a private note or a local path."""

from collections.abc import Iterable
from typing import TypeVar

from msgspec.structs import replace

from compact_tui.core.audit import Action, Audit, CriterionAnswer, Evidence
from compact_tui.core.free_text import TEXT_FIELDS
from compact_tui.core.pack import AuditPack
from compact_tui.core.record import Record
from compact_tui.core.text import without_local_paths

LENT_TABLES = ("answers", "grades", "summaries", "evidence", "actions")
"""The tables of an audit of which something is lent."""
_R = TypeVar("_R", bound=Record)


def lent_standards(pack: AuditPack, standards: Iterable[str]) -> tuple[str, ...]:
    """Ids of the standards that are lent, in pack order; none named means all."""
    wanted = set(standards)
    return tuple(s.id for s in pack.standard if not wanted or s.id in wanted)


def lent_of(audit: Audit, pack: AuditPack, standards: Iterable[str], *, private: bool = False) -> Audit:
    """The answers, grades, summaries, evidence and actions of some standards, as they may be handed over.

    Args:
        audit: The audit.
        pack: Its pack, as its variation sees it.
        standards: Ids; none means all of the pack, and then evidence and actions that belong to nothing go along too.
        private: Whether private notes go along.
    """
    chosen = set(lent_standards(pack, standards))
    whole = len(chosen) == len(pack.standard)
    asked = {c.id for s in pack.standard if s.id in chosen for c in s.criterion}
    about = chosen | asked

    def belongs(item: Evidence | Action) -> bool:
        return whole or bool(about.intersection(item.supports))

    return Audit(
        head=audit.head,
        answers=tuple(_answer(a, private=private) for a in audit.answers if a.criterion in asked),
        grades=tuple(_veiled("grades", g) for g in audit.grades if g.standard in chosen),
        summaries=tuple(_veiled("summaries", s) for s in audit.summaries if s.standard in chosen),
        evidence=tuple(_evidence(e) for e in audit.evidence if belongs(e)),
        actions=tuple(_veiled("actions", a) for a in audit.actions if belongs(a)),
    )


def _answer(answer: CriterionAnswer, *, private: bool) -> CriterionAnswer:
    return _veiled("answers", answer if private else replace(answer, private_note=""))


def _evidence(item: Evidence) -> Evidence:
    return replace(_veiled("evidence", item), file="", sha256="", file_size=0, file_on="")


def _veiled(table: str, record: _R) -> _R:
    """A record whose free texts name no file of this computer."""
    texts: dict[str, str] = {name: getattr(record, name) for name in TEXT_FIELDS[table]}
    return replace(record, **{name: without_local_paths(text) for name, text in texts.items()})
