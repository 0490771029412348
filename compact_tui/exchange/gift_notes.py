"""What GIFT has no place for, noted as JSON in a comment: made by comparing a question with what the file shows of it.

A note never takes the place of what a person changed in the file: for what the file shows, it says what was shown
when it was written, and holds only while that still stands there.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from compact_tui.core.bank import BankHead, BankSource, Question, QuestionBank
from compact_tui.core.problems import Problem, Severity
from compact_tui.exchange.strict_json import NotStrictError, parse

_SHOWN = (
    *("id", "topic", "kind", "prompt", "answer", "why", "source"),
    *("roles", "sectors", "standards", "criteria", "tags", "status", "critical"),
)
"""Fields that the file shows."""
_LISTS: Mapping[str, tuple[str, ...]] = {"option": ("text", "right", "feedback"), "point": ("weight", "say")}
"""Lists whose items the file shows in part, and what it shows of each."""
_HIDDEN = tuple(field for field in Question.__struct_fields__ if field not in (*_SHOWN, *_LISTS))
AS_IT_IS = "as_it_is"
"""Says that the question is taken even if another of its shape would be refused."""


class Noted(Struct, frozen=True):
    """A question with its note, and what of the note did not fit."""

    question: Question
    problems: tuple[Problem, ...] = ()


def note_on(question: Question, shown: Question, *, refused: bool) -> str:
    """What must be noted so that the question can be had again; empty when the file shows everything.

    Args:
        question: What is written.
        shown: What a reader without a note makes of it.
        refused: Whether such a reader would refuse it.
    """
    true, seen, blank = (_plain(one) for one in (question, shown, Question("", "", "", "", "")))
    note: dict[str, Any] = {field: true[field] for field in _HIDDEN if true[field] != blank[field]}
    instead = {field: _instead(seen[field], true[field]) for field in _SHOWN if seen[field] != true[field]}
    for field, parts in _LISTS.items():
        if _only(seen[field], parts) != _only(true[field], parts):
            instead[field] = _instead(seen[field], true[field])
        elif rest := _rest(seen[field], true[field]):
            note[field] = rest
    if instead:
        note["instead"] = instead
    if refused:
        note[AS_IT_IS] = True
    return json.dumps(note) if note else ""


def with_note(shown: Question, note: str, line: int) -> Noted:
    """The question that was written, from what the file shows and the note beside it."""
    if not note:
        return Noted(shown)
    try:
        return _put_together(shown, _told(note), line)
    except (NotStrictError, msgspec.ValidationError):
        return Noted(shown, (_warning("The note beside the question is damaged; it was left out.", line),))


def taken_as_it_is(note: str) -> bool:
    """Whether a note says that its question is taken whatever its shape."""
    try:
        return bool(note) and _told(note).get(AS_IT_IS) is True
    except NotStrictError:
        return False


def head_note(bank: QuestionBank) -> str:
    """What is noted of the bank itself."""
    return json.dumps({"bank": _plain(bank.bank), "source": [_plain(source) for source in bank.source]})


def head_of(note: str) -> tuple[BankHead, tuple[BankSource, ...]] | None:
    """The bank's head and sources that are noted; ``None`` if this is no note on a bank, or a damaged one."""
    try:
        told = _told(note)
        return msgspec.convert((told.get("bank"), told.get("source")), tuple[BankHead, tuple[BankSource, ...]])
    except (NotStrictError, msgspec.ValidationError):
        return None


def _told(note: str) -> dict[str, Any]:
    value = parse(note.encode())
    if not isinstance(value, dict):
        raise NotStrictError("it is not an object")
    return value


def _put_together(shown: Question, note: dict[str, Any], line: int) -> Noted:
    made, problems = _plain(shown), []
    made.update({field: note[field] for field in _HIDDEN if field in note})
    for field in _LISTS:
        rest = _mapping(note.get(field, {}))
        made[field] = [{**item, **_mapping(rest.pop(item["id"], {}))} for item in made[field]]
        if rest:
            what = f"What was noted on {len(rest)} of the answers or points fits none that stand here now."
            problems.append(_warning(what, line))
    for field, change in _mapping(note.get("instead", {})).items():
        was, now = _mapping(change).get("was"), _mapping(change).get("is")
        if field in made and _plain(shown)[field] == was:
            made[field] = now
    return Noted(msgspec.convert(made, Question), tuple(problems))


def _mapping(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise NotStrictError("a part of it is not an object")
    return dict(value)


def _warning(what: str, line: int) -> Problem:
    remedy = "Look the question through: who is asked, what is unsafe, its dates."
    return Problem(what=what, remedy=remedy, severity=Severity.WARNING, line=line)


def _plain(value: Struct) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(json.dumps(msgspec.to_builtins(value)))
    return made


def _instead(was: object, now: object) -> dict[str, object]:
    return {"was": was, "is": now}


def _only(items: Sequence[Mapping[str, Any]], parts: tuple[str, ...]) -> list[list[object]]:
    return [[item[part] for part in parts] for item in items]


def _rest(seen: Sequence[Mapping[str, Any]], true: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """By the id that is seen: what is different of each item."""
    pairs = zip(seen, true, strict=True)
    changes = {one["id"]: {key: value for key, value in other.items() if one[key] != value} for one, other in pairs}
    return {name: change for name, change in changes.items() if change}
