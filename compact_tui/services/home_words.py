"""How the whole of an audit stands, in the few words that Home and others say."""

from compact_tui.core.audit import Audit
from compact_tui.core.returns import return_state
from compact_tui.core.small_group import for_ourselves, whole_word
from compact_tui.services.books import OpenAudit, read_setting
from compact_tui.services.desk import Desk


def return_words(opened: OpenAudit | None, today: str) -> str:
    """What became of the return; a group that does it for itself is not told that anything is still to be sent."""
    if opened is None:
        return "not made"
    if opened.kept.part_here:
        return "none: this is a part, which is sent back instead"
    state = return_state(opened.audit, today)
    if not for_ourselves(opened.pack) or state.id in {"sent", "receipt"}:
        return state.sentence
    return "a copy is made, and with nobody but you" if state.id == "made" else "with nobody but you"


def whole_words(opened: OpenAudit | None) -> str:
    """What the whole of the audit becomes: the return, or an improvement plan."""
    if opened is not None and for_ourselves(opened.pack):
        return "Share it, only if you choose"
    graded = opened is None or bool(opened.pack.level)
    return "The return" if graded else "Your improvement plan; a return only if you choose"


def actions_words(audit: Audit, today: str) -> str:
    """How many actions are open and overdue."""
    still_open = [action for action in audit.actions if action.status == "open"]
    late = sum(bool(action.due) and action.due < today for action in still_open)
    return f"{len(still_open)} open" + (f", {late} overdue" if late else "")


def whole_here(desk: Desk) -> str:
    """How the audit is called in this setting, for the top of a screen."""
    setting = read_setting(desk)
    return whole_word(setting.sector if setting else "")
