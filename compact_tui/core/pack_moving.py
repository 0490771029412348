"""An audit in progress moved to a new edition of its pack: what stays, what is shown beside, what is parked."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import asdict, replace

from compact_tui.core.audit import Action, Audit, CarriedAnswer, CarriedSummary, CriterionAnswer, Grade, Summary
from compact_tui.core.item_changes import KEPT, NEW, REPLACED
from compact_tui.core.pack import UNANSWERED, AuditPack, level_of
from compact_tui.core.pack_diff import STANDARD, ItemDiff, PackDiff
from compact_tui.core.text import listed

ANSWER_STAYS, ANSWER_BESIDE, ANSWER_PARKED, NOT_ANSWERED = "stays", "beside", "parked", "nothing"
"""What becomes of what was said to an item: it counts on, is shown beside, is parked, or there was nothing."""

_Carried = TypeVar("_Carried", CarriedAnswer, CarriedSummary)


class Moving(Struct, frozen=True, kw_only=True):
    """An audit under the new edition, and what became of what was said."""

    audit: Audit
    fates: Mapping[str, str]
    """By id of an item of either edition: what becomes of what was said to it."""
    to_confirm: Mapping[str, str]
    """By id of a standard of the new edition: why its grade is to be confirmed."""


def edition_words(edition: str) -> str:
    """An edition as what was carried from it says."""
    return f"edition {edition}"


def move(audit: Audit, old: AuditPack, new: AuditPack, diff: PackDiff) -> Moving:
    """The audit as the new edition has it. Nothing that was said is left out of it.

    Args:
        audit: As it is kept.
        old: The pack it was answered under, as its variation sees it.
        new: The new edition, as the same variation sees it.
        diff: What the one changes against the other.
    """
    items = {item.id: item for item in diff.items}
    fates: dict[str, str] = {}
    answers, carried_answers = _answers(audit, old, new, items, fates)
    summaries, carried_summaries = _summaries(audit, items, old.pack.edition)
    to_confirm = {s.id: why for s in new.standard if (why := _why_to_confirm(s.id, audit, old, new, diff))}
    moved = replace(
        audit,
        head=replace(audit.head, edition=new.pack.edition, wording=new.pack.wording),
        answers=answers,
        carried_answers=(*_waiting(audit.carried_answers, "criterion", items), *carried_answers),
        summaries=summaries,
        carried_summaries=(*_waiting(audit.carried_summaries, "standard", items), *carried_summaries),
        grades=tuple(_grade(grade, old.pack.edition, grade.standard in to_confirm) for grade in audit.grades),
        actions=tuple(_action(action, diff) for action in audit.actions),
    )
    return Moving(audit=moved, fates=fates, to_confirm=to_confirm)


def _answers(
    audit: Audit, old: AuditPack, new: AuditPack, items: Mapping[str, ItemDiff], fates: dict[str, str]
) -> tuple[tuple[CriterionAnswer, ...], list[CarriedAnswer]]:
    counts = {kind.id: kind.counts_as for kind in new.answer}
    known = {kind.id: kind.counts_as for kind in old.answer}
    stay: list[CriterionAnswer] = []
    carried: list[CarriedAnswer] = []
    for answer in audit.answers:
        name, said = answer.criterion, _says_anything(answer)
        same_word = answer.answer == UNANSWERED or counts.get(answer.answer, "") == known.get(answer.answer)
        here = items.get(name)
        keeps = here is None or here.how not in (*REPLACED, NEW)
        if here is not None and here.how in KEPT and not same_word:
            keeps = False
        beside = [*_taking_the_place(name, items), *([name] if not keeps else [])]
        if said:
            cycle = edition_words(old.pack.edition)
            carried += [
                CarriedAnswer(**{**asdict(answer), "criterion": to}, cycle=cycle, was=name)
                for to in dict.fromkeys(beside)
            ]
        if keeps or not said:
            stay.append(answer)
        fates[name] = _fate(here, said, keeps, bool(beside))
    return tuple(stay), carried


def _waiting(carried: Iterable[_Carried], field: str, items: Mapping[str, ItemDiff]) -> Iterator[_Carried]:
    """What waits to be confirmed, under the new edition: what there was, in its order, then what it is shown beside.

    Where its question was replaced, it stands as what was said to the question before, and cannot be confirmed.
    """
    named: list[tuple[_Carried, str]] = [(one, getattr(one, field)) for one in carried]
    for one, name in named:
        here = items.get(name)
        yield replace(one, was=one.was or name) if here is not None and here.how in (*REPLACED, NEW) else one
    for one, name in named:
        for to in _taking_the_place(name, items):
            yield replace(one, **{field: to}, was=one.was or name)


def _fate(here: ItemDiff | None, said: bool, keeps: bool, beside: bool) -> str:
    if not said:
        return NOT_ANSWERED
    if here is not None and here.how in KEPT and keeps:
        return ANSWER_STAYS
    return ANSWER_BESIDE if beside else ANSWER_PARKED


def _says_anything(answer: CriterionAnswer) -> bool:
    return answer.answer != UNANSWERED or bool(answer.note or answer.private_note or answer.reason)


def _taking_the_place(name: str, items: Mapping[str, ItemDiff]) -> list[str]:
    """The other items that take the place of one."""
    return [item.id for item in items.values() if item.id != name and name in item.was and item.how in REPLACED]


def _summaries(
    audit: Audit, items: Mapping[str, ItemDiff], edition: str
) -> tuple[tuple[Summary, ...], list[CarriedSummary]]:
    stay: list[Summary] = []
    carried: list[CarriedSummary] = []
    for summary in audit.summaries:
        name = summary.standard
        here = items.get(name)
        keeps = here is None or here.how not in (*REPLACED, NEW) or not summary.text
        beside = [*_taking_the_place(name, items), *([name] if not keeps else [])] if summary.text else []
        carried += [
            CarriedSummary(**{**asdict(summary), "standard": to}, cycle=edition_words(edition), was=name)
            for to in beside
        ]
        if keeps:
            stay.append(summary)
    return tuple(stay), carried


def _grade(grade: Grade, edition: str, confirm: bool) -> Grade:
    return replace(grade, edition=grade.edition or edition, provisional=grade.provisional or confirm)


def _why_to_confirm(standard: str, audit: Audit, old: AuditPack, new: AuditPack, diff: PackDiff) -> str:
    """Why the grade of a standard cannot stand as it is; empty where it can, or there is none."""
    grade = next((g for g in audit.grades if g.standard == standard), None)
    if grade is None or grade.provisional:
        return ""
    before, after = level_of(old, grade.level), level_of(new, grade.level)
    if after is None:
        return "its level is not in the new scale"
    if before != after or [level.id for level in old.level] != [level.id for level in new.level]:
        return "the scale has changed"
    if _model_answers(old, standard, grade.level) != _model_answers(new, standard, grade.level):
        return "the model answer of its level has changed"
    changed = [
        item
        for item in diff.items
        if item.how not in KEPT[:2]
        and (item.id == standard if item.kind == STANDARD else standard in (item.standard, item.came_from))
    ]
    if any(item.kind == STANDARD for item in changed):
        return "the standard has changed"
    hows = dict.fromkeys(_HOW_WORDS.get(item.how, item.how) for item in changed)
    return f"a question of it is {listed(hows)}" if hows else ""


_HOW_WORDS = {"meaning-changed": "changed in meaning"}


def _model_answers(pack: AuditPack, standard: str, level: str) -> list[str]:
    return [
        answer.text for s in pack.standard if s.id == standard for answer in s.model_answer if answer.level == level
    ]


def _action(action: Action, diff: PackDiff) -> Action:
    """What is still to be done goes on under what takes the place of the question that it came from."""
    taking = [
        item.id
        for item in diff.items
        if item.how in REPLACED and item.id not in action.supports and set(item.was).intersection(action.supports)
    ]
    return replace(action, supports=(*action.supports, *taking))
