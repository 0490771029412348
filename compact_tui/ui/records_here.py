"""Evidence and actions at one criterion: what is there already is offered before a new one is asked for."""

from collections.abc import Callable
from typing import Any

from compact_tui.core.record_forms import DONE_FORM, DROP_FORM
from compact_tui.core.record_views import OfferView
from compact_tui.core.views import ActionView
from compact_tui.services import records
from compact_tui.ui.record_asking import ask_action, ask_evidence, ask_to_close
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.pick_list import Row


async def evidence_here(screen: CompactScreen, criterion: str) -> bool:
    """Back a criterion with evidence; whether anything may have changed."""
    offers = screen.attempt(records.evidence_to_use, criterion)
    if offers is None:
        return False
    chosen = await _offered(screen, "Which evidence?", offers, "A new piece of evidence", "backs this already")
    if chosen is None:
        return False
    if not chosen:
        return await ask_evidence(screen, supports=(criterion,)) is not None
    if not _is_here(offers, chosen):
        return screen.attempt(records.use_evidence, chosen, criterion) is not None
    what = await _choice(
        screen,
        "It backs this criterion already",
        (("edit", "Change it"), ("seen", "Seen again today"), ("away", "It does not back this criterion")),
    )
    if what == "edit":
        return await ask_evidence(screen, chosen) is not None
    verbs: dict[str | None, Callable[[], Any]] = {
        "seen": lambda: screen.attempt(records.seen_again, chosen),
        "away": lambda: screen.attempt(records.edit_evidence, chosen, {}, fewer=(criterion,)),
    }
    return what in verbs and verbs[what]() is not None


async def actions_here(screen: CompactScreen, criterion: str) -> bool:
    """Add an action from a criterion, or change or close one; whether anything may have changed."""
    offers = screen.attempt(records.actions_here, criterion)
    if offers is None:
        return False
    chosen = await _offered(screen, "Which action?", offers, "A new action", "from here")
    if chosen is None:
        return False
    if not chosen:
        return await ask_action(screen, supports=(criterion,)) is not None
    action = screen.attempt(records.show_action, chosen)
    return action is not None and await _change(screen, action, criterion)


async def _change(screen: CompactScreen, action: ActionView, criterion: str) -> bool:
    still = (("done", "It is done"), ("drop", "It will not be done"))
    ways = still if action.status == "open" else (("reopen", "Open it again"),)
    what = await _choice(screen, action.what, (*ways, ("edit", "Change it"), ("away", "It does not belong here")))
    if what == "edit":
        return await ask_action(screen, action.id) is not None
    if what == "done":
        return await ask_to_close(screen, DONE_FORM, action, records.do_action)
    if what == "drop":
        return await ask_to_close(screen, DROP_FORM, action, records.drop_action)
    verbs: dict[str | None, Callable[[], Any]] = {
        "reopen": lambda: screen.attempt(records.reopen_action, action.id),
        "away": lambda: screen.attempt(records.edit_action, action.id, {}, fewer=(criterion,)),
    }
    return what in verbs and verbs[what]() is not None


async def _offered(screen: CompactScreen, title: str, offers: tuple[OfferView, ...], new: str, here: str) -> str | None:
    """The id that was chosen, ``""`` for a new one; where nothing is there, it is a new one."""
    from compact_tui.ui.dialogs.belongs import NEW, OfferDialog

    return await screen.app.push_screen_wait(OfferDialog(title, offers, new, here)) if offers else NEW


def _is_here(offers: tuple[OfferView, ...], chosen: str) -> bool:
    return any(offer.here for offer in offers if offer.id == chosen)


async def _choice(screen: CompactScreen, title: str, ways: tuple[tuple[str, str], ...]) -> str | None:
    from compact_tui.ui.dialogs.choose import Choose

    return await screen.app.push_screen_wait(Choose(title, tuple(Row(way, words) for way, words in ways)))
