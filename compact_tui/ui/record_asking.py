"""Asking for a record until it can be kept: what was typed is offered again when something is wrong with it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any, TypeVar

from compact_tui.core.errors import CompactError
from compact_tui.core.forms import Form
from compact_tui.core.views import ActionView, EvidenceView
from compact_tui.services import records
from compact_tui.ui.beside import beside
from compact_tui.ui.screens.base import CompactScreen

Kept = TypeVar("Kept")
_SOON = 0.4
"""Seconds after which a person wonders whether anything is happening."""


async def ask(
    screen: CompactScreen,
    form: Form | None,
    take: Callable[[dict[str, str]], Awaitable[Kept]],
    typed: Mapping[str, str] | None = None,
) -> Kept | None:
    """Ask for a form and keep it; ``None`` when the person left it.

    Args:
        screen: Where it is asked.
        form: What is asked; ``None`` asks nothing.
        take: Keeps what was typed.
        typed: What stands in the fields at the start.
    """
    from compact_tui.ui.dialogs.form import FormDialog
    from compact_tui.ui.dialogs.problem import ProblemDialog

    offered = dict(typed or {})
    while form is not None:
        answer = await screen.app.push_screen_wait(FormDialog(form, offered))
        if answer is None:
            return None
        offered = answer
        try:
            return await take(answer)
        except CompactError as error:
            await screen.app.push_screen_wait(ProblemDialog(error))
    return None


async def ask_evidence(
    screen: CompactScreen, evidence_id: str = "", supports: tuple[str, ...] = ()
) -> EvidenceView | None:
    """Ask for a piece of evidence, new or changed; its file is read beside the screen."""

    async def take(typed: dict[str, str]) -> EvidenceView:
        wanted = records.file_wanted(screen.desk, typed, evidence_id)
        looked = await _told(screen, partial(records.look_at_file, wanted)) if wanted.path else None
        if evidence_id:
            return records.edit_evidence(screen.desk, evidence_id, typed, looked=looked)
        return records.add_evidence(screen.desk, typed, supports, looked)

    typed = screen.attempt(records.typed_evidence, evidence_id) if evidence_id else {}
    form = screen.attempt(records.form_of_evidence) if typed is not None else None
    return await ask(screen, form, take, typed)


async def _told(screen: CompactScreen, work: Callable[[], Kept]) -> Kept:
    """Wait for work beside the screen, and say so when it takes a while."""
    running = asyncio.ensure_future(beside(work))
    done, _ = await asyncio.wait({running}, timeout=_SOON)
    if not done:
        screen.notify("Reading the file: this takes a moment. You can wait, or leave.", timeout=4)
    return await running


async def ask_action(screen: CompactScreen, action_id: str = "", supports: tuple[str, ...] = ()) -> ActionView | None:
    """Ask for an action, new or changed."""

    async def take(typed: dict[str, str]) -> ActionView:
        if action_id:
            return records.edit_action(screen.desk, action_id, typed)
        return records.add_action(screen.desk, typed, supports)

    typed = screen.attempt(records.typed_action, action_id) if action_id else {}
    form = records.edit_form_of_action if action_id else records.form_of_action
    kept = await ask(screen, screen.attempt(form) if typed is not None else None, take, typed)
    if kept is not None and kept.overdue:
        screen.notify("Its day has passed already, so it counts as overdue.", timeout=4)
    return kept


async def ask_to_close(screen: CompactScreen, form: Form, action: ActionView, verb: Callable[..., Any]) -> bool:
    """Ask what happened, or why not, and close an action; whether it is closed now."""

    async def take(typed: dict[str, str]) -> Any:
        return verb(screen.desk, action.id, **typed)

    return await ask(screen, form, take, {"outcome": action.outcome}) is not None
