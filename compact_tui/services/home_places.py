"""The places that can be opened from Home, each with how it stands there."""

from collections.abc import Iterator

from compact_tui.core.audit import Audit
from compact_tui.core.returns import return_state
from compact_tui.core.setting import Setting, kind_word
from compact_tui.core.show import rail_of
from compact_tui.core.text import count
from compact_tui.core.views import NextStepView, PlaceLine
from compact_tui.services.books import OpenAudit
from compact_tui.services.desk import Desk


def places(
    desk: Desk, setting: Setting | None, opened: OpenAudit | None, audits: int, next_step: NextStepView
) -> tuple[PlaceLine, ...]:
    """Where a person can go from Home, in the order of use; what is next stands first.

    Args:
        desk: Where, when and who.
        setting: Who we are, if that was said.
        opened: The audit that is shown, if one is.
        audits: How many audits there are.
        next_step: What is next.
    """
    lines = [PlaceLine(id="next", words=next_step.sentence, key="n")]
    if audits > 1:
        lines.append(PlaceLine(id="choose", words="Choose an audit", key="c", state=count(audits, "audit")))
    if opened is not None:
        lines += _of_audit(desk, opened)
    kind = kind_word(setting.kind) if setting else ""
    lines.append(PlaceLine(id="setup", words="About your setting", key="s", state=kind))
    return tuple(lines)


def _of_audit(desk: Desk, opened: OpenAudit) -> Iterator[PlaceLine]:
    audit = opened.audit
    rail = rail_of(opened.pack, audit)
    yield PlaceLine(id="audit", words="The audit, standard by standard", key="a", state=rail.sentence)
    sentence = return_state(audit, desk.today).sentence
    yield PlaceLine(id="return", words=whole_words(opened), key="r", state=sentence)
    yield PlaceLine(id="evidence", words="Evidence", key="e", state=str(len(audit.evidence)))
    yield PlaceLine(id="actions", words="Actions", key="t", state=actions_words(audit, desk.today))
    yield PlaceLine(id="find", words="Find a word, or jump to a number", key="/")


def whole_words(opened: OpenAudit | None) -> str:
    """What the whole of the audit becomes: the return, or an improvement plan."""
    graded = opened is None or bool(opened.pack.level)
    return "The return" if graded else "Your improvement plan; a return only if you choose"


def actions_words(audit: Audit, today: str) -> str:
    """How many actions are open and overdue."""
    still_open = [action for action in audit.actions if action.status == "open"]
    late = sum(bool(action.due) and action.due < today for action in still_open)
    return f"{len(still_open)} open" + (f", {late} overdue" if late else "")
