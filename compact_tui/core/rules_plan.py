"""Rules about actions, evidence, the sign-off and the front sheet."""

from collections.abc import Iterator

from compact_tui.core.audit import Action
from compact_tui.core.days import is_day, say_day
from compact_tui.core.finding import Case, Finding
from compact_tui.core.text import count

UNSIGNED = "unsigned"
"""Id of the rule that finds that nobody has signed."""
_SHOWN = 60


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 3].rstrip()}..."


def _number(case: Case, supports: tuple[str, ...]) -> str:
    return next((case.numbers[item] for item in supports if item in case.numbers), "")


def unsigned(case: Case) -> Iterator[Finding]:
    """Nobody has signed."""
    if not case.audit.sign_offs:
        yield Finding(
            UNSIGNED,
            "warning",
            "",
            "",
            "Nobody has signed the audit.",
            "Ask the head, manager or chair of trustees to read and sign it.",
        )


def action_without_who_or_due(case: Case) -> Iterator[Finding]:
    """Open actions that nobody owns or that have no date."""
    for action in _open(case):
        lacking = [
            what for what, said in (("who does it", action.who.strip()), ("by when", is_day(action.due))) if not said
        ]
        if lacking:
            yield Finding(
                "action-unowned",
                "warning",
                action.id,
                _number(case, action.supports),
                f'The action "{_short(action.what)}" does not say {" or ".join(lacking)}.',
                "Give it a role and a date.",
            )


def action_overdue(case: Case) -> Iterator[Finding]:
    """Open actions of which the day has passed."""
    for action in _open(case):
        if is_day(action.due) and action.due < case.today:
            yield Finding(
                "action-overdue",
                "warning",
                action.id,
                _number(case, action.supports),
                f'The action "{_short(action.what)}" was due on {say_day(action.due)} and is still open.',
                "Say what came of it, or set a new date.",
            )


def _open(case: Case) -> Iterator[Action]:
    return (action for action in case.audit.actions if action.status == "open")


def idle_evidence(case: Case) -> Iterator[Finding]:
    """Evidence that backs nothing in this pack."""
    for item in case.audit.evidence:
        if not any(supported in case.numbers for supported in item.supports):
            yield Finding(
                "evidence-idle",
                "note",
                item.id,
                "",
                f'The evidence "{_short(item.title)}" supports nothing in this audit.',
                "Link it to the criterion it speaks for, or remove it.",
            )


def front_sheet(case: Case) -> Iterator[Finding]:
    """A setting of which the reader does not learn what is needed."""
    setting = case.setting
    told = {
        "its name": setting.name.strip(),
        "its sector": setting.sector,
        "a contact": setting.contact_name.strip() and (setting.contact_email.strip() or setting.contact_phone.strip()),
        "the address the return goes to": setting.return_to,
    }
    missing = [what for what, said in told.items() if not said]
    if missing:
        yield Finding(
            "front-sheet",
            "warning",
            "",
            "",
            f"The front sheet lacks {count(len(missing), 'thing')}: {', '.join(missing)}.",
            "Fill it in under Setting, or with: compact-tui setup",
        )


RULES = (unsigned, action_overdue, action_without_who_or_due, idle_evidence, front_sheet)
