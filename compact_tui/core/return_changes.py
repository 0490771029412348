"""What differs between two returns of one audit, item by item, in words."""

from collections.abc import Iterator, Mapping

import msgspec

from compact_tui.core.audit_views import View
from compact_tui.core.days import say_day
from compact_tui.core.pack import AuditPack
from compact_tui.core.report_words import Names, word_of
from compact_tui.core.return_parts import ReturnAction, ReturnCriterion, ReturnEvidence, ReturnStandard
from compact_tui.core.returns import NOT_ASKED, Return, content_code
from compact_tui.core.text import listed

_STAMPS = frozenset({"by", "at", "graded_by", "graded_at", "summary_by", "summary_at"})
_FRONT: Mapping[str, str] = {
    "name": "the name",
    "sector": "the sector",
    "kind": "the kind of setting",
    "register_id": "the number in the register",
    "areas": "the areas it is shared with",
    "return_to": "the address it goes to",
    "due": "the day it is due",
    "nursery": "whether there is a nursery",
    "without": "what the setting does not have",
}
"""Words for the fields of the front sheet; those of the contact are told as one."""
_FIELDS: Mapping[str, str] = {
    "held_by": "who holds it",
    "seen_on": "the day it was seen",
    "review_by": "the day to look again",
    "sha256": "the file",
    "supports": "what it belongs to",
    "due": "the day",
    "done_on": "the day it was done",
    "outcome": "what happened",
}
_SHORT = 60


class ChangedItem(View, frozen=True, kw_only=True):
    """One thing that was said differently before."""

    kind: str
    """``front answer note reason grade summary suggested evidence action last-time set-aside standing parked again``,
    or ``form`` where only the form of the return has changed."""
    where: str
    """Id of the criterion, standard, evidence or action; empty for the return as a whole."""
    number: str
    """The number it is shown under; empty when it has none."""
    words: str
    """The change in a line."""
    before: str = ""
    """What was said before, whole; empty when nothing was."""
    after: str = ""
    """What is said now."""


class Since(View, frozen=True, kw_only=True):
    """What was said differently at an earlier time, such as when a role signed."""

    sentence: str
    """When that was, and what is known of it."""
    changes: tuple[ChangedItem, ...] = ()


def changes_between(before: Return, now: Return, pack: AuditPack) -> tuple[ChangedItem, ...]:
    """What was said differently before, in the order of the return; nothing exactly when the content is the same.

    Args:
        before: The return as it was, such as the one that was signed.
        now: The return as it is.
        pack: The pack both answer; where it lacks an item, the item's id stands.
    """
    if content_code(before) == content_code(now):
        return ()
    names, then = Names(now, pack), Names(before, pack)
    found = (
        *_front(before, now),
        *_standards(before, now, names),
        *_records("evidence", then.evidence, names.evidence, names),
        *_records("action", then.actions, names.actions, names),
        *_last_time(before, now, names),
        *_set_asides(before, now, names),
        *_standing(before, now),
        *_parked(before, now),
    )
    return found or (_item("form", "", "", "The form of the return has changed, not what it says"),)


def _item(kind: str, where: str, number: str, words: str, before: str = "", after: str = "") -> ChangedItem:
    return ChangedItem(kind=kind, where=where, number=number, words=words, before=before, after=after)


def _front(before: Return, now: Return) -> Iterator[ChangedItem]:
    changed = [name for name in now.setting.__struct_fields__ if _differs(before.setting, now.setting, name)]
    told = dict.fromkeys("the contact" if name.startswith("contact") else _FRONT.get(name, name) for name in changed)
    if told:
        yield _item("front", "", "", f"The front sheet: {listed(told)} changed")
    if before.cycle != now.cycle:
        yield _item("front", "", "", f"What the round is called: {before.cycle} -> {now.cycle}")
    if before.pack != now.pack:
        yield _item(
            "front", "", "", f"The audit pack: edition {before.pack.edition} -> {now.pack.edition}, or its words"
        )


def _standards(before: Return, now: Return, names: Names) -> Iterator[ChangedItem]:
    then = {standard.id: standard for standard in before.standards}
    for standard in now.standards:
        name = names.title(standard)
        if standard.id in then:
            yield from _standard(then[standard.id], standard, name, names)
        else:
            yield _item("grade", standard.id, names.number(standard.id), f"{name}: asked only now")
    for standard in before.standards:
        if standard.id not in {s.id for s in now.standards}:
            yield _item("grade", standard.id, names.number(standard.id), f"{names.title(standard)}: no longer asked")


def _standard(then: ReturnStandard, now: ReturnStandard, name: str, names: Names) -> Iterator[ChangedItem]:
    said: list[ChangedItem] = []
    number = names.number(now.id)
    for kind, field, what in (("grade", "grade", "grade"), ("suggested", "suggested", "suggested level")):
        old, new = (word_of(names.pack, "level", getattr(side, field)) for side in (then, now))
        if _differs(then, now, field):
            said.append(_item(kind, now.id, number, f"{name}: {what} {old} -> {new}", old, new))
    if not said and _differs(then, now, "because", "suggested_when_graded"):
        said.append(
            _item("suggested", now.id, number, f"{name}: why that level is suggested", then.because, now.because)
        )
    for kind, what in (("reason", "reason for the grade"), ("summary", "summary")):
        said += _text(kind, what, then, now, name, number)
    if not said and _differs(then, now, *_STAMPS):
        said.append(_item("again", now.id, number, f"{name}: said again, the same"))
    yield from said
    answered = {criterion.id: criterion for criterion in then.criteria}
    for criterion in now.criteria:
        question = _question(criterion, names)
        if criterion.id in answered:
            yield from _criterion(answered[criterion.id], criterion, question, names)
        else:
            yield _item("answer", criterion.id, names.number(criterion.id), f"{question} asked only now")
    for criterion in then.criteria:
        if criterion.id not in {c.id for c in now.criteria}:
            yield _item("answer", criterion.id, "", f"{_question(criterion, names)} no longer asked")


def _question(criterion: ReturnCriterion, names: Names) -> str:
    known = names.criteria.get(criterion.id)
    return f"{names.number(criterion.id)} {known.question}" if known else f"{criterion.id}:"


def _criterion(then: ReturnCriterion, now: ReturnCriterion, question: str, names: Names) -> Iterator[ChangedItem]:
    said: list[ChangedItem] = []
    number = names.number(now.id)
    if then.answer != now.answer:
        old, new = (word_of(names.pack, "answer", side.answer).lower() for side in (then, now))
        said.append(_item("answer", now.id, number, f"{question} {old} -> {new}", old, new))
    for kind in ("note", "reason"):
        said += _text(kind, kind, then, now, question, number)
    if not said and _differs(then, now, "by", "at"):
        said.append(_item("again", now.id, number, f"{question} answered again, the same"))
    yield from said


def _text(
    field: str,
    what: str,
    then: ReturnStandard | ReturnCriterion,
    now: ReturnStandard | ReturnCriterion,
    name: str,
    number: str,
) -> list[ChangedItem]:
    """A text that is there now, gone, or other words."""
    old, new = getattr(then, field), getattr(now, field)
    if old == new:
        return []
    happened = "changed" if old and new else ("added" if new else "taken out")
    between = "" if name.endswith("?") or name.endswith(":") else ":"
    return [_item(field, now.id, number, f"{name}{between} {what} {happened}", old, new)]


def _records(
    kind: str,
    then: Mapping[str, ReturnEvidence] | Mapping[str, ReturnAction],
    now: Mapping[str, ReturnEvidence] | Mapping[str, ReturnAction],
    names: Names,
) -> Iterator[ChangedItem]:
    noun = kind.capitalize()
    for item_id, item in now.items():
        title, number = _title(item), names.all_numbers(item.supports)
        old = then.get(item_id)
        if old is None:
            yield _item(kind, item_id, number, f'{noun} added: "{title}"', after=title)
        elif old != item:
            fields = [name for name in item.__struct_fields__ if name not in _STAMPS and _differs(old, item, name)]
            words = f'{noun} "{_title(old)}": {listed(_moved(old, item, name) for name in fields)}'
            again = f'{noun} "{title}": said again, the same'
            yield _item(kind if fields else "again", item_id, number, words if fields else again, _title(old), title)
    for item_id, item in then.items():
        if item_id not in now:
            number = names.all_numbers(item.supports)
            yield _item(kind, item_id, number, f'{noun} taken out: "{_title(item)}"', before=_title(item))


def _moved(old: ReturnEvidence | ReturnAction, new: ReturnEvidence | ReturnAction, field: str) -> str:
    """A field of a record before and after, where it is short enough for a line."""
    was, is_ = getattr(old, field), getattr(new, field)
    what = _FIELDS.get(field, field)
    if field in {"status", "due", "seen_on", "review_by", "done_on", "who", "held_by"}:
        return f"{what} {say_day(was) or 'not said'} -> {say_day(is_) or 'not said'}"
    return f"{what} changed"


def _title(item: ReturnEvidence | ReturnAction) -> str:
    line = " ".join((item.title if isinstance(item, ReturnEvidence) else item.what).split())
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 3].rstrip()}..."


def _last_time(before: Return, now: Return, names: Names) -> Iterator[ChangedItem]:
    then, today = ({last.id: last for last in side.last_time} for side in (before, now))
    for item_id in dict.fromkeys((*today, *then)):
        old, new = then.get(item_id), today.get(item_id)
        if old == new:
            continue
        was, is_ = (_last_word(last.grade if last else "", names) for last in (old, new))
        words = f"Last time's grade of standard {names.number(item_id)}: {was} -> {is_}"
        same = f"Last time's round of standard {names.number(item_id)} is called otherwise"
        yield _item("last-time", item_id, names.number(item_id), same if was == is_ else words, was, is_)


def _last_word(level: str, names: Names) -> str:
    if not level:
        return "not said"
    return "not asked" if level == NOT_ASKED else word_of(names.pack, "level", level)


def _set_asides(before: Return, now: Return, names: Names) -> Iterator[ChangedItem]:
    for happened, here, there in (("set aside", now, before), ("no longer set aside", before, now)):
        for item in here.set_asides:
            if item not in there.set_asides:
                place = names.number(item.where) if item.where else "the audit"
                words = f"A finding about {place} was {happened} ({item.rule})"
                yield _item("set-aside", item.where, names.numbers.get(item.where, ""), words, after=item.reason)


def _standing(before: Return, now: Return) -> Iterator[ChangedItem]:
    if before.standing != now.standing:
        happened = "counted again" if before.standing and now.standing else "added" if now.standing else "taken out"
        yield _item("standing", "", "", f"What staff know, files show and boards show: the counts were {happened}")


def _parked(before: Return, now: Return) -> Iterator[ChangedItem]:
    if before.parked != now.parked:
        yield _item("parked", "", "", "What was said about items that this edition does not ask has changed")


def _differs(one: msgspec.Struct, other: msgspec.Struct, *fields: str) -> bool:
    return any(getattr(one, name, None) != getattr(other, name, None) for name in fields)
