"""Evidence and actions: adding and listing them."""

from collections.abc import Mapping

from compact_tui.core.audit import Action, Evidence
from compact_tui.core.errors import UsageError
from compact_tui.core.forms import Filled, Form, fill
from compact_tui.core.record_forms import ACTION_FORM, evidence_form
from compact_tui.core.show import action_view, evidence_view, numbers_of
from compact_tui.core.text import did_you_mean, is_local_path
from compact_tui.core.views import ActionView, EvidenceView
from compact_tui.services.books import OpenAudit, open_audit
from compact_tui.services.desk import Desk, commit, edit
from compact_tui.services.naming import kind_named, supported_named


def form_of_evidence(desk: Desk) -> Form:
    """What is asked about a piece of evidence, with the kinds of the audit's pack."""
    kinds = tuple((kind.id, kind.word) for kind in open_audit(desk).pack.evidence_kind)
    return evidence_form(kinds)


def _taken(form: Form, typed: Mapping[str, str]) -> Filled:
    filled = fill(form, typed)
    if filled.problems:
        first = filled.problems[0]
        raise UsageError(f"--{first.field.replace('_', '-')}: {first.sentence}", "Nothing was added.")
    return filled


def _supports(opened: OpenAudit, named: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(supported_named(opened.pack, name) for name in named))


def add_evidence(desk: Desk, typed: Mapping[str, str], supports: tuple[str, ...]) -> EvidenceView:
    """Add a piece of evidence.

    A path on this computer is kept apart (``file``), so that it never leaves with the return.

    Args:
        desk: Where, when and who.
        typed: The fields of the evidence form.
        supports: Ids or numbers of the criteria (or standards) it backs.

    Raises:
        UsageError: Something typed cannot be taken; nothing is added.
    """
    opened = open_audit(desk)
    kind_named(opened.pack, typed.get("kind", "").strip())
    filled = _taken(form_of_evidence(desk), typed)
    values = dict(filled.values)
    if is_local_path(values["where"]):
        values["file"], values["where"] = values["where"], "A file kept at the setting"
    item = Evidence(id=desk.new_id("e"), supports=_supports(opened, supports), by=desk.who, at=desk.at, **values)
    numbers = numbers_of(opened.pack)
    what = f"evidence: {item.title}"
    commit(desk, opened.book, "evidence", what, (edit("evidence", item.id, None, item),))
    return evidence_view(opened.pack, item, numbers)


def add_action(desk: Desk, typed: Mapping[str, str], supports: tuple[str, ...]) -> ActionView:
    """Add an action.

    Args:
        desk: Where, when and who.
        typed: The fields of the action form.
        supports: Ids or numbers of the criteria (or standards) it came from.

    Raises:
        UsageError: Something typed cannot be taken; nothing is added.
    """
    opened = open_audit(desk)
    filled = _taken(ACTION_FORM, typed)
    item = Action(
        id=desk.new_id("t"),
        supports=_supports(opened, supports),
        by=desk.who,
        at=desk.at,
        **dict(filled.values),
    )
    commit(desk, opened.book, "action", f"action: {item.what}", (edit("actions", item.id, None, item),))
    return action_view(item, numbers_of(opened.pack), desk.today)


def list_evidence(desk: Desk) -> tuple[EvidenceView, ...]:
    """All evidence of the audit, in the order in which it was added."""
    opened = open_audit(desk)
    numbers = numbers_of(opened.pack)
    return tuple(evidence_view(opened.pack, item, numbers) for item in opened.audit.evidence)


def list_actions(desk: Desk) -> tuple[ActionView, ...]:
    """All actions of the audit: overdue first, then by date, then those without one, done ones last."""
    opened = open_audit(desk)
    numbers = numbers_of(opened.pack)
    views = [action_view(item, numbers, desk.today) for item in opened.audit.actions]
    return tuple(sorted(views, key=lambda a: (a.status != "open", not a.overdue, a.due or "9999")))


def remove_evidence(desk: Desk, evidence_id: str) -> None:
    """Take a piece of evidence away; undo brings it back.

    Raises:
        UsageError: If there is no such evidence.
    """
    opened = open_audit(desk)
    item = next((e for e in opened.audit.evidence if e.id == evidence_id), None)
    if item is None:
        near = did_you_mean(evidence_id, [e.id for e in opened.audit.evidence])
        raise UsageError(f'There is no evidence "{evidence_id}".', near or "compact-tui evidence list shows the ids.")
    commit(desk, opened.book, "evidence", f"evidence removed: {item.title}", (edit("evidence", item.id, item, None),))


def remove_action(desk: Desk, action_id: str) -> None:
    """Take an action away; undo brings it back.

    Raises:
        UsageError: If there is no such action.
    """
    opened = open_audit(desk)
    item = next((a for a in opened.audit.actions if a.id == action_id), None)
    if item is None:
        near = did_you_mean(action_id, [a.id for a in opened.audit.actions])
        raise UsageError(f'There is no action "{action_id}".', near or "compact-tui action list shows the ids.")
    commit(desk, opened.book, "action", f"action removed: {item.what}", (edit("actions", item.id, item, None),))


def place_of(desk: Desk, item: str) -> tuple[str, str, str]:
    """Where a criterion or standard is worked on: place, id of the standard, id of the criterion."""
    for standard in open_audit(desk).pack.standard:
        if item == standard.id:
            return "standard", standard.id, ""
        if any(criterion.id == item for criterion in standard.criterion):
            return "criterion", standard.id, item
    return "audit", "", ""
