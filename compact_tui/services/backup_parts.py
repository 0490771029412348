"""What going back to a copy would change, in words: per standard of an audit, or per question about the setting."""

from collections.abc import Iterator
from typing import TypeVar

from msgspec.structs import replace

from compact_tui.core.audit import Audit, CriterionAnswer, Evidence
from compact_tui.core.audit_views import View
from compact_tui.core.backup_views import BackupPart
from compact_tui.core.change import Edit
from compact_tui.core.pack import AuditPack
from compact_tui.core.return_changes import changes_between
from compact_tui.core.setting_forms import PEOPLE_FORM, SETTING_FORM
from compact_tui.core.show import numbers_of
from compact_tui.core.switches import with_switches
from compact_tui.services.books import OpenAudit, audit_in, audit_of, read_setting
from compact_tui.services.desk import Desk
from compact_tui.services.drafts import draft_of
from compact_tui.storage.book import Book

_R = TypeVar("_R", CriterionAnswer, Evidence)


class _Said(View, frozen=True, kw_only=True):
    """One line, and the number it is told under."""

    number: str
    words: str


def parts_of_audit(desk: Desk, now: Book, then: Book) -> tuple[BackupPart, ...]:
    """What would change in an audit, standard by standard; what belongs to none comes first.

    Raises:
        WorkspaceError: If the pack beside the audit cannot be read.
    """
    opened = audit_in(desk, now)
    pack = opened.pack
    kept = replace(audit_of(then), sign_offs=opened.kept.sign_offs, returns=opened.kept.returns)
    back = OpenAudit(now, kept, with_switches(kept, pack, read_setting(desk)), pack)
    shared = changes_between(draft_of(desk, opened, ""), draft_of(desk, back, ""), pack)
    said = [_Said(number=item.number, words=item.words) for item in shared if item.kind != "form"]
    said += _private(pack, opened.kept, kept)
    return tuple(_grouped(pack, said))


def _private(pack: AuditPack, now: Audit, then: Audit) -> Iterator[_Said]:
    """What differs in that which never leaves, so that no return shows it."""
    numbers = numbers_of(pack)
    for item, before, after in _pairs(now.answers, then.answers, "criterion"):
        if (before.private_note if before else "") != (after.private_note if after else ""):
            number = numbers.get(item, "")
            yield _Said(number=number, words=f"{number or item} private note changed")
    for _, seen, was in _pairs(now.evidence, then.evidence, "id"):
        if seen and was and seen.file != was.file:
            number = next((numbers[one] for one in was.supports if one in numbers), "")
            yield _Said(number=number, words=f'Evidence "{was.title}": the file on this computer changed')
    provisional = {grade.standard: grade for grade in now.grades}
    for grade in then.grades:
        known = provisional.get(grade.standard)
        if known is not None and known.provisional != grade.provisional:
            number = numbers.get(grade.standard, "")
            happens = "provisional again" if grade.provisional else "no longer provisional"
            yield _Said(number=number, words=f"Grade of standard {number or grade.standard}: {happens}")


def _pairs(now: tuple[_R, ...], then: tuple[_R, ...], key: str) -> Iterator[tuple[str, _R | None, _R | None]]:
    here: dict[str, _R] = {getattr(record, key): record for record in now}
    there: dict[str, _R] = {getattr(record, key): record for record in then}
    for id_ in dict.fromkeys((*there, *here)):
        yield id_, here.get(id_), there.get(id_)


def _grouped(pack: AuditPack, said: list[_Said]) -> Iterator[BackupPart]:
    by_standard: dict[str, list[str]] = {}
    for one in said:
        by_standard.setdefault(one.number.partition(",")[0].partition(".")[0], []).append(one.words)
    known = {str(standard.number): standard.title for standard in pack.standard}
    elsewhere = [words for number, lines in by_standard.items() if number not in known for words in lines]
    if elsewhere:
        yield BackupPart(number="", title="The audit as a whole", lines=tuple(elsewhere))
    for number, title in known.items():
        if number in by_standard:
            yield BackupPart(number=number, title=title, lines=tuple(by_standard[number]))


def parts_of_setting(edits: tuple[Edit, ...]) -> tuple[BackupPart, ...]:
    """What would change in what was said about the setting, in the order of its forms."""
    lines = [line for edit in edits if edit.table == "setting" for line in _fields(edit)]
    return (BackupPart(number="", title="About your setting", lines=tuple(lines)),) if lines else ()


def _fields(edit: Edit) -> Iterator[str]:
    before, after = edit.before or {}, edit.after or {}
    for field in (*SETTING_FORM.fields, *PEOPLE_FORM.fields):
        old, new = _shown(before.get(field.id)), _shown(after.get(field.id))
        if old != new:
            words = dict(field.choices)
            yield f"{field.question}: {words.get(old, field.show(old)) or 'nothing'} -> " + (
                words.get(new, field.show(new)) or "nothing"
            )


def _shown(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
