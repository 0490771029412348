"""The action plan: who does what by when, and what happened."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from compact_tui.core.audit import Action
from compact_tui.core.change import Edit
from compact_tui.core.days import say_day
from compact_tui.core.errors import UsageError
from compact_tui.core.forms import Form, as_typed
from compact_tui.core.record_forms import ACTION_FORM, DONE_FORM, DROP_FORM, action_edit_form, action_form
from compact_tui.core.record_views import ActionsPage, BelongsView, OfferView
from compact_tui.core.show import action_view, numbers_of
from compact_tui.core.views import ActionView
from compact_tui.services.books import OpenAudit, open_audit
from compact_tui.services.desk import Desk, commit, edit
from compact_tui.services.home_words import actions_words
from compact_tui.services.record_parts import belonging, belongs_to, changed_belonging, record_named, roles_named, taken

_AS_IT_WAS = "Nothing was changed."
Also = Callable[[Action], tuple[Edit, ...]]
"""What else is changed with a new action."""


def form_of_action(desk: Desk) -> Form:
    """What is asked about a new action, with the roles that were named before."""
    return action_form(roles_named(open_audit(desk).audit))


def edit_form_of_action(desk: Desk) -> Form:
    """What can be changed about an action, with the roles that were named before."""
    return action_edit_form(roles_named(open_audit(desk).audit))


def typed_action(desk: Desk, action_id: str) -> dict[str, str]:
    """An action as a person would type it into the form.

    Raises:
        UsageError: If there is no such action.
    """
    item = _named(open_audit(desk), action_id)
    form = action_edit_form()
    return as_typed(form, {field.id: getattr(item, field.id) for field in form.fields})


def add_action(desk: Desk, typed: Mapping[str, str], supports: tuple[str, ...], also: Also | None = None) -> ActionView:
    """Add an action.

    Args:
        desk: Where, when and who.
        typed: The fields of the action form.
        supports: Ids or numbers of the criteria (or standards) it came from.
        also: What else the same change does, made from the action; ``None`` for nothing.

    Raises:
        UsageError: Something typed cannot be taken; nothing is added.
    """
    opened = open_audit(desk)
    values = dict(taken(ACTION_FORM, typed).values)
    item = Action(id=desk.new_id("t"), supports=belonging(opened, supports), by=desk.who, at=desk.at, **values)
    return _keep(desk, opened, None, item, f"action: {item.what}", also(item) if also else ())


def edit_action(
    desk: Desk,
    action_id: str,
    typed: Mapping[str, str],
    *,
    more: tuple[str, ...] = (),
    fewer: tuple[str, ...] = (),
) -> ActionView:
    """Change an action. Fields that are not in ``typed`` stay as they are.

    Args:
        desk: Where, when and who.
        action_id: Its id.
        typed: Fields of the form, ``outcome`` among them.
        more: Ids or numbers of criteria (or standards) that it came from as well.
        fewer: Those that it no longer belongs to.

    Raises:
        UsageError: If there is no such action, or something typed cannot be taken; nothing is changed.
    """
    opened = open_audit(desk)
    before = _named(opened, action_id)
    values = dict(taken(action_edit_form(), typed_action(desk, action_id) | dict(typed), _AS_IT_WAS).values)
    supports = changed_belonging(opened, before.supports, more, fewer)
    after = replace(before, supports=supports, by=desk.who, at=desk.at, **values)
    return _keep(desk, opened, before, after, f"action changed: {after.what}")


def action_from(desk: Desk, action_id: str, supports: tuple[str, ...]) -> ActionView:
    """Say anew from which criteria (or standards) an action came.

    Raises:
        UsageError: If there is no such action, or one of them is not known.
    """
    opened = open_audit(desk)
    before = _named(opened, action_id)
    after = replace(before, supports=belonging(opened, supports, before.supports), by=desk.who, at=desk.at)
    return _keep(desk, opened, before, after, f"action from other criteria: {after.what}")


def do_action(desk: Desk, action_id: str, outcome: str | None = None, on: str = "") -> ActionView:
    """Say that an action is done, and what happened.

    Args:
        desk: Where, when and who.
        action_id: Its id.
        outcome: What happened; ``None`` leaves what was written before.
        on: The day as it was typed; empty for today.

    Raises:
        UsageError: If there is no such action, it is closed already, or the day is to come.
    """
    opened = open_audit(desk)
    before = _open_one(opened, action_id)
    typed = {"outcome": before.outcome if outcome is None else outcome, "on": on}
    filled = taken(DONE_FORM, typed, _AS_IT_WAS)
    day = filled.value("on") or desk.today
    if day > desk.today:
        raise UsageError(f"{say_day(day)} is still to come.", f"Today is {say_day(desk.today)}. {_AS_IT_WAS}")
    after = replace(before, status="done", outcome=filled.value("outcome"), done_on=day, by=desk.who, at=desk.at)
    return _keep(desk, opened, before, after, f"action done: {after.what}")


def drop_action(desk: Desk, action_id: str, reason: str) -> ActionView:
    """Say that an action will not be done, and why.

    Raises:
        UsageError: If there is no such action, it is closed already, or no reason is given.
    """
    opened = open_audit(desk)
    before = _open_one(opened, action_id)
    why = taken(DROP_FORM, {"reason": reason}, _AS_IT_WAS).value("reason")
    after = replace(before, status="dropped", outcome=why, done_on=desk.today, by=desk.who, at=desk.at)
    return _keep(desk, opened, before, after, f"action dropped: {after.what}")


def reopen_action(desk: Desk, action_id: str) -> ActionView:
    """Open an action again that was done or dropped; what happened stays written.

    Raises:
        UsageError: If there is no such action, or it is open.
    """
    opened = open_audit(desk)
    before = _named(opened, action_id)
    if before.status == "open":
        raise UsageError(f'"{before.what}" is open.', _AS_IT_WAS)
    after = replace(before, status="open", done_on="", by=desk.who, at=desk.at)
    return _keep(desk, opened, before, after, f"action open again: {after.what}")


def remove_action(desk: Desk, action_id: str) -> None:
    """Take an action away; undo brings it back.

    Raises:
        UsageError: If there is no such action.
    """
    opened = open_audit(desk)
    item = _named(opened, action_id)
    commit(desk, opened.book, "action", f"action removed: {item.what}", (edit("actions", item.id, item, None),))


def list_actions(desk: Desk) -> tuple[ActionView, ...]:
    """All actions of the audit: overdue first, then by date, then those without one, closed ones last."""
    opened = open_audit(desk)
    numbers = numbers_of(opened.pack)
    views = [action_view(item, numbers, desk.today) for item in opened.audit.actions]
    return tuple(sorted(views, key=lambda a: (a.status != "open", not a.overdue, a.due or "9999")))


def show_action(desk: Desk, action_id: str) -> ActionView:
    """One action.

    Raises:
        UsageError: If there is no such action.
    """
    opened = open_audit(desk)
    return action_view(_named(opened, action_id), numbers_of(opened.pack), desk.today)


def actions_page(desk: Desk) -> ActionsPage:
    """All actions, with how many are open and overdue."""
    return ActionsPage(items=list_actions(desk), sentence=actions_words(open_audit(desk).audit, desk.today))


def action_belongs(desk: Desk, action_id: str) -> tuple[BelongsView, ...]:
    """Every criterion and standard, and whether an action came from it.

    Raises:
        UsageError: If there is no such action.
    """
    opened = open_audit(desk)
    return belongs_to(opened.pack, _named(opened, action_id).supports)


def actions_here(desk: Desk, criterion: str) -> tuple[OfferView, ...]:
    """The actions that came from a criterion, as they are offered there."""
    return tuple(
        OfferView(
            id=item.id,
            words=item.what,
            about=", ".join(part for part in (item.state_word, item.who, item.due_words) if part),
            here=True,
        )
        for item in list_actions(desk)
        if criterion in item.supports
    )


def _named(opened: OpenAudit, action_id: str) -> Action:
    return record_named(opened.audit.actions, action_id, "action", "action")


def _open_one(opened: OpenAudit, action_id: str) -> Action:
    item = _named(opened, action_id)
    if item.status != "open":
        when = f" since {say_day(item.done_on)}" if item.done_on else ""
        raise UsageError(f'"{item.what}" is {item.status}{when}.', "Open it again first, or change what happened.")
    return item


def _keep(
    desk: Desk, opened: OpenAudit, before: Action | None, after: Action, what: str, also: tuple[Edit, ...] = ()
) -> ActionView:
    if before is None or replace(after, by=before.by, at=before.at) != before:
        commit(desk, opened.book, "action", what, (edit("actions", after.id, before, after), *also))
    return action_view(after, numbers_of(opened.pack), desk.today)
