"""Beginning the next round from the last, and seeing what came over."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from compact_tui.core.audit import Audit, AuditHead
from compact_tui.core.carried import carried_key
from compact_tui.core.carry import LeftBehind, carried_tables, carry, next_cycle
from compact_tui.core.carry_views import CARRY_FORM, CarriedView, carried_view
from compact_tui.core.change import Edit
from compact_tui.core.errors import CompactError, UsageError
from compact_tui.core.free_text import KEYS
from compact_tui.core.pack import AuditPack
from compact_tui.core.text import clean_line
from compact_tui.core.variation import for_variation
from compact_tui.services.audits import create_audit, usual_cycle, variation_of
from compact_tui.services.books import (
    OpenAudit,
    audit_books,
    audit_in,
    current_audit,
    open_audit,
    read_setting,
    whole_pack_beside,
)
from compact_tui.services.desk import Desk, edit
from compact_tui.services.record_parts import taken
from compact_tui.services.settling import settle
from compact_tui.storage.packs import load_shipped, shipped_packs

_NOTHING = "Nothing was started."
_CARRIED = ("carried_answers", "carried_summaries")


def offered_carry(desk: Desk) -> dict[str, str]:
    """What the form of the next round holds before anything is typed: the name that follows the last one."""
    return {"cycle": next_cycle(open_audit(desk).kept.head.cycle, usual_cycle(desk)), "pack": ""}


def carry_forward(desk: Desk, typed: Mapping[str, str], from_audit: str = "") -> CarriedView:
    """Begin the next round from an audit; the old one stays as it is.

    Args:
        desk: Where, when and who.
        typed: The fields of ``CARRY_FORM``: what the round is called, and another edition of the pack.
        from_audit: Id of the audit to begin from; else the one that is open.

    Raises:
        UsageError: No such audit or pack, or a round of that name is here already.
        CompactError: It is another pack, or the audit is a part of somebody else's.
        WorkspaceError: It could not be written; nothing is started.
    """
    settle(desk, _NOTHING)
    filled = taken(CARRY_FORM, typed, _NOTHING)
    last = open_audit(replace(desk, audit_id=from_audit) if from_audit else desk)
    if last.kept.part_here:
        raise CompactError(
            "This audit is a part that was lent to you, so no next round begins from it.",
            f"{_NOTHING} Open your own audit, and carry that one.",
        )
    whole = _pack(desk, last, filled.value("pack"))
    setting = read_setting(desk)
    variation = last.kept.head.variation if setting is None else variation_of(whole, setting)
    head = AuditHead(
        id=desk.new_id("a"),
        pack=whole.pack.id,
        edition=whole.pack.edition,
        variation=variation,
        wording=whole.pack.wording,
        cycle=clean_line(filled.value("cycle")) or next_cycle(last.kept.head.cycle, usual_cycle(desk)),
        started_on=desk.today,
    )
    _refuse_twice(desk, head.cycle)
    made = carry(last.kept, last.pack, for_variation(whole, variation), head)
    what = f"audit {head.cycle} carried forward from {last.kept.head.cycle}"
    create_audit(desk, whole, made.audit.head, what, tuple(_edits(made.audit)))
    return carried(replace(desk, audit_id=head.id))


def carried(desk: Desk) -> CarriedView:
    """What came over from the round before, and what of it waits to be confirmed.

    Raises:
        UsageError: No audit, or several and none named.
    """
    opened = open_audit(desk)
    last = _audit_with(desk, opened.kept.head.carried_from)
    return carried_view(
        opened.pack,
        opened.audit,
        desk.today,
        from_cycle=last.kept.head.cycle if last else _cycle_in(opened.kept),
        left=_left(last, opened) if last else (),
    )


def _left(last: OpenAudit, opened: OpenAudit) -> tuple[LeftBehind, ...]:
    """What did not come over, worked out again: the old audit may have been gone on with, so only as it was asked."""
    return carry(last.kept, last.pack, opened.pack, opened.kept.head).left


def _cycle_in(audit: Audit) -> str:
    """What the round before was called, where its audit is not here any more."""
    said = [c.cycle for c in audit.carried_answers] + [last.cycle for last in audit.last_grades]
    return next(filter(None, said), "an earlier round")


def _audit_with(desk: Desk, audit_id: str) -> OpenAudit | None:
    books = (book for book in audit_books(desk) if audit_id and current_audit(desk, book).head.id == audit_id)
    return next((audit_in(desk, book) for book in books), None)


def _pack(desk: Desk, last: OpenAudit, name: str) -> AuditPack:
    """The pack of the new round: the one named, or the newest of its kind that is here."""
    from compact_tui.services.packs import pack_named

    kept = whole_pack_beside(desk, last.book)
    if name:
        whole = pack_named(name)
        if whole.pack.id != kept.pack.id:
            raise CompactError(
                f'"{whole.pack.title}" ({whole.pack.id}) is another pack than the one of the last audit '
                f"({kept.pack.id}), so its answers answer other questions.",
                f"{_NOTHING} Carry it with an edition of the same pack, or start afresh: compact-tui audit start",
            )
        return whole
    shipped = load_shipped(kept.pack.id) if kept.pack.id in shipped_packs() else kept
    return shipped if _age(shipped) >= _age(kept) else kept


def _age(pack: AuditPack) -> tuple[str, str]:
    return pack.pack.valid_from, pack.pack.edition


def _refuse_twice(desk: Desk, cycle: str) -> None:
    if cycle in {current_audit(desk, book).head.cycle for book in audit_books(desk)}:
        raise UsageError(f"There is an audit called {cycle} here already.", f"{_NOTHING} Give the round another name.")


def _edits(audit: Audit) -> Iterator[Edit]:
    for table, records in carried_tables(audit).items():
        for record in records:
            key = KEYS.get("grades" if table == "last_grades" else table, "id")
            name = carried_key(record) if table in _CARRIED else getattr(record, key)  # type: ignore[arg-type]
            yield edit(table, name, None, record)
