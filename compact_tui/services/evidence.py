"""Evidence: adding, changing, seeing again, listing and taking away; one piece may back many criteria."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace

from compact_tui.core.audit import Evidence
from compact_tui.core.days import days_until, is_day
from compact_tui.core.forms import Form, as_typed
from compact_tui.core.ladder import ladder_of, ladders
from compact_tui.core.record_forms import evidence_form, parse_path
from compact_tui.core.record_views import BelongsView, EvidencePage, OfferView
from compact_tui.core.show import evidence_view, numbers_of
from compact_tui.core.text import is_local_path
from compact_tui.core.views import EvidenceView
from compact_tui.services.books import OpenAudit, open_audit
from compact_tui.services.desk import Desk, commit, edit
from compact_tui.services.evidence_files import FileKept, FileWanted, file_fields
from compact_tui.services.naming import kind_named
from compact_tui.services.record_parts import belonging, belongs_to, changed_belonging, record_named, roles_named, taken

KEPT_AT_THE_SETTING = "A file kept at the setting"
_AS_IT_WAS = "Nothing was changed."


def form_of_evidence(desk: Desk) -> Form:
    """What is asked about a piece of evidence: the kinds are the pack's, the roles those that were named before."""
    opened = open_audit(desk)
    kinds = tuple((kind.id, kind.word) for kind in opened.pack.evidence_kind)
    return evidence_form(kinds, roles_named(opened.audit))


def typed_evidence(desk: Desk, evidence_id: str) -> dict[str, str]:
    """A piece of evidence as a person would type it into the form.

    Raises:
        UsageError: If there is no such evidence.
    """
    return as_typed(form_of_evidence(desk), _fields(_named(open_audit(desk), evidence_id)))


def add_evidence(
    desk: Desk, typed: Mapping[str, str], supports: tuple[str, ...], looked: FileKept | None = None
) -> EvidenceView:
    """Add a piece of evidence.

    A path on this computer is kept apart (``file``), so that it never leaves with the return; what the file holds
    is kept as a digest.

    Args:
        desk: Where, when and who.
        typed: The fields of the evidence form.
        supports: Ids or numbers of the criteria (or standards) it backs.
        looked: What the file holds, where somebody has read it already.

    Raises:
        UsageError: Something typed cannot be taken; nothing is added.
        FileNotAcceptableError: The file is a folder, or too large to read.
        WorkspaceError: The file cannot be read.
    """
    opened = open_audit(desk)
    values = _values(desk, opened, typed, looked, "Nothing was added.")
    item = Evidence(id=desk.new_id("e"), supports=belonging(opened, supports), by=desk.who, at=desk.at, **values)
    return _keep(desk, opened, None, item, f"evidence: {item.title}")


def edit_evidence(
    desk: Desk,
    evidence_id: str,
    typed: Mapping[str, str],
    *,
    more: tuple[str, ...] = (),
    fewer: tuple[str, ...] = (),
    looked: FileKept | None = None,
) -> EvidenceView:
    """Change a piece of evidence. Fields that are not in ``typed`` stay as they are.

    Args:
        desk: Where, when and who.
        evidence_id: Its id.
        typed: Fields of the evidence form.
        more: Ids or numbers of criteria (or standards) that it backs as well.
        fewer: Those that it no longer backs.
        looked: What the file holds, where somebody has read it already.

    Raises:
        UsageError: If there is no such evidence, or something typed cannot be taken; nothing is changed.
        FileNotAcceptableError: The file is a folder, or too large to read.
        WorkspaceError: The file cannot be read.
    """
    opened = open_audit(desk)
    before = _named(opened, evidence_id)
    whole = typed_evidence(desk, evidence_id) | dict(typed)
    values = _values(desk, opened, whole, looked, _AS_IT_WAS, before)
    supports = changed_belonging(opened, before.supports, more, fewer)
    after = replace(before, supports=supports, by=desk.who, at=desk.at, **values)
    return _keep(desk, opened, before, after, f"evidence changed: {after.title}")


def _values(
    desk: Desk,
    opened: OpenAudit,
    typed: Mapping[str, str],
    looked: FileKept | None,
    nothing: str,
    before: Evidence | None = None,
) -> dict[str, Any]:
    """What is kept of the form; a file that stays the same is not read again."""
    kind = typed.get("kind", "").strip()
    if before is None or kind != before.kind:
        kind_named(opened.pack, kind)
    offered = tuple((known.id, known.word) for known in opened.pack.evidence_kind)
    gone = ((kind, kind),) if kind and kind not in dict(offered) else ()
    values: dict[str, Any] = dict(taken(evidence_form((*offered, *gone)), typed, nothing).values)
    wanted = _wanted(values.pop("file"), values["where"], before)
    if is_local_path(values["where"]):
        values["where"] = KEPT_AT_THE_SETTING
    if before is not None and wanted.path == before.file:
        return values
    return values | file_fields(wanted, desk.today, looked)


def file_wanted(desk: Desk, typed: Mapping[str, str], evidence_id: str = "") -> FileWanted:
    """Which file has to be read before what was typed can be kept, so that it can be read beside the screen.

    Args:
        desk: Where.
        typed: The fields of the evidence form.
        evidence_id: The piece of evidence that is changed; empty for a new one.

    Raises:
        UsageError: If there is no such evidence.
    """
    before = _named(open_audit(desk), evidence_id) if evidence_id else None
    wanted = _wanted(parse_path(typed.get("file", "")), typed.get("where", "").strip(), before)
    return wanted if before is None or wanted.path != before.file else FileWanted("", False)


def _wanted(file: str, where: str, before: Evidence | None) -> FileWanted:
    """The file that was named as such, or else as the place where the evidence is."""
    by_the_way = is_local_path(where) and file == (before.file if before else "")
    return FileWanted(where if by_the_way else file, needed=not by_the_way)


def use_evidence(desk: Desk, evidence_id: str, criterion: str) -> EvidenceView:
    """Let a piece of evidence that is there already back one more criterion (or standard).

    Raises:
        UsageError: If there is no such evidence or criterion.
    """
    return edit_evidence(desk, evidence_id, {}, more=(criterion,))


def back_with_evidence(desk: Desk, evidence_id: str, supports: tuple[str, ...]) -> EvidenceView:
    """Say anew which criteria (or standards) a piece of evidence backs.

    Raises:
        UsageError: If there is no such evidence, or one of them is not known.
    """
    opened = open_audit(desk)
    before = _named(opened, evidence_id)
    after = replace(before, supports=belonging(opened, supports, before.supports), by=desk.who, at=desk.at)
    return _keep(desk, opened, before, after, f"evidence backs other criteria: {after.title}")


def seen_again(desk: Desk, evidence_id: str) -> EvidenceView:
    """Say that a piece of evidence was seen again today; the day to look again moves by the same span.

    Raises:
        UsageError: If there is no such evidence.
    """
    opened = open_audit(desk)
    before = _named(opened, evidence_id)
    review_by = before.review_by
    if is_day(before.seen_on) and is_day(review_by) and review_by > before.seen_on:
        span = timedelta(days=days_until(review_by, before.seen_on))
        review_by = (date.fromisoformat(desk.today) + span).isoformat()
    after = replace(before, seen_on=desk.today, review_by=review_by, by=desk.who, at=desk.at)
    if (after.seen_on, after.review_by) == (before.seen_on, before.review_by):
        return evidence_view(opened.pack, before, numbers_of(opened.pack), desk.today)
    return _keep(desk, opened, before, after, f"evidence seen again: {after.title}")


def remove_evidence(desk: Desk, evidence_id: str) -> None:
    """Take a piece of evidence away; undo brings it back.

    Raises:
        UsageError: If there is no such evidence.
    """
    opened = open_audit(desk)
    item = _named(opened, evidence_id)
    commit(desk, opened.book, "evidence", f"evidence removed: {item.title}", (edit("evidence", item.id, item, None),))


def list_evidence(desk: Desk) -> tuple[EvidenceView, ...]:
    """All evidence of the audit, in the order in which it was added."""
    opened = open_audit(desk)
    numbers = numbers_of(opened.pack)
    return tuple(evidence_view(opened.pack, item, numbers, desk.today) for item in opened.audit.evidence)


def show_evidence(desk: Desk, evidence_id: str) -> EvidenceView:
    """One piece of evidence.

    Raises:
        UsageError: If there is no such evidence.
    """
    opened = open_audit(desk)
    return evidence_view(opened.pack, _named(opened, evidence_id), numbers_of(opened.pack), desk.today)


def evidence_page(desk: Desk) -> EvidencePage:
    """All evidence, with the ladder of the whole audit and of each standard."""
    opened = open_audit(desk)
    found = ladders(opened.pack, opened.audit)
    whole = found[0] if found else ladder_of(opened.pack, ())
    return EvidencePage(items=list_evidence(desk), ladder=whole, standards=found[1:])


def evidence_backs(desk: Desk, evidence_id: str) -> tuple[BelongsView, ...]:
    """Every criterion and standard, and whether a piece of evidence backs it.

    Raises:
        UsageError: If there is no such evidence.
    """
    opened = open_audit(desk)
    return belongs_to(opened.pack, _named(opened, evidence_id).supports)


def evidence_to_use(desk: Desk, criterion: str) -> tuple[OfferView, ...]:
    """The evidence that is there already, as it is offered at a criterion: what backs it not yet stands first."""
    offers = [
        OfferView(
            id=item.id,
            words=item.title,
            about=", ".join(part for part in (*item.numbers, item.kind_word, item.where) if part),
            here=criterion in item.supports,
        )
        for item in list_evidence(desk)
    ]
    return tuple(sorted(offers, key=lambda offer: offer.here))


def _named(opened: OpenAudit, evidence_id: str) -> Evidence:
    return record_named(opened.audit.evidence, evidence_id, "evidence", "evidence")


def _fields(item: Evidence) -> dict[str, str]:
    return {name: getattr(item, name) for name in (f.id for f in evidence_form(()).fields)}


def _keep(desk: Desk, opened: OpenAudit, before: Evidence | None, after: Evidence, what: str) -> EvidenceView:
    if before is None or replace(after, by=before.by, at=before.at) != before:
        commit(desk, opened.book, "evidence", what, (edit("evidence", after.id, before, after),))
    return evidence_view(opened.pack, after, numbers_of(opened.pack), desk.today)
