"""How the parts of a return are said in a report: words for ids, days for people, who said it when."""

from collections.abc import Iterable

from compact_tui.core.days import is_day, say_day
from compact_tui.core.pack import NO_SUGGESTION, NOT_GRADED, UNANSWERED, AuditPack, Criterion, Standard, numbered
from compact_tui.core.pack import word_of as pack_word
from compact_tui.core.return_parts import ReturnAction, ReturnEvidence, ReturnStandard
from compact_tui.core.returns import Return

NOTHING = "-"
"""Stands in a cell where nothing was said."""
_STATES = {
    "answer": (UNANSWERED, "Not answered yet"),
    "level": (NOT_GRADED, "Not graded"),
}


def word_of(pack: AuditPack, table: str, item_id: str) -> str:
    """The word for an id of the pack, or for the state in which there is none."""
    state, words = _STATES.get(table, ("", ""))
    if item_id == state:
        return words
    if table == "level" and item_id == NO_SUGGESTION:
        return "None suggested"
    return pack_word(pack, table, item_id)


def when(kept: str) -> str:
    """A kept day or instant as it is said: ``3 December 2026``, ``3 December 2026, 14:02 UTC``."""
    day, _, time = kept.partition("T")
    if time.endswith("Z") and is_day(day):
        return f"{say_day(day)}, {time[:5]} UTC"
    return say_day(kept)


def by_when(by: str, at: str) -> str:
    """Who said it and when: ``Lead, 3 December 2026, 14:02 UTC``."""
    return ", ".join(part for part in (by, when(at)) if part)


def lines(*parts: str) -> str:
    """The parts that say something, one a line; a dash when none does."""
    return "\n".join(part for part in parts if part) or NOTHING


def named(name: str, said: str) -> str:
    """``Name: what is said``, or nothing when nothing is said."""
    return f"{name}: {said}" if said else ""


class Names:
    """Look-ups from the ids in a return to what its reader knows them by."""

    def __init__(self, return_: Return, pack: AuditPack) -> None:
        self.pack = pack
        self.graded = bool(return_.pack.levels)
        self.standards: dict[str, Standard] = {s.id: s for s in pack.standard}
        self.criteria: dict[str, Criterion] = {}
        self.numbers: dict[str, str] = {s.id: str(s.number) for s in pack.standard}
        for standard in pack.standard:
            for number, criterion in numbered(standard):
                self.criteria[criterion.id] = criterion
                self.numbers[criterion.id] = number
        self.evidence: dict[str, ReturnEvidence] = {e.id: e for e in return_.evidence}
        self.actions: dict[str, ReturnAction] = {a.id: a for a in return_.actions}

    def number(self, item_id: str) -> str:
        """The number of a standard or criterion; its id when the pack does not have it."""
        return self.numbers.get(item_id, item_id)

    def place(self, item_id: str) -> str:
        """What a finding is about: the number of a standard or criterion, else its record, else the audit."""
        if item_id in self.evidence:
            return f"Evidence: {self.evidence[item_id].title}"
        if item_id in self.actions:
            return f"Action: {self.actions[item_id].what}"
        return self.number(item_id) or "The audit"

    def all_numbers(self, ids: Iterable[str]) -> str:
        """Numbers, in a row."""
        return ", ".join(self.number(item_id) for item_id in ids)

    def title(self, standard: ReturnStandard) -> str:
        """``Standard 3: Safer recruitment``; the id alone when the pack does not have it."""
        known = self.standards.get(standard.id)
        return f"Standard {known.number}: {known.title}" if known else f"Standard {standard.id}"

    def evidence_titles(self, ids: Iterable[str]) -> str:
        """Titles of evidence, one a line."""
        return "\n".join(f"Evidence: {self.evidence[i].title}" for i in ids if i in self.evidence)

    def action_lines(self, ids: Iterable[str]) -> str:
        """Actions in a line each."""
        return "\n".join(f"Action: {action_line(self.actions[i])}" for i in ids if i in self.actions)


def action_line(action: ReturnAction) -> str:
    """An action in one line: what, who, by when, and how it stands."""
    parts = (action.what, action.who, named("by", say_day(action.due)).replace(":", "", 1), action.status)
    return "; ".join(part for part in parts if part)
