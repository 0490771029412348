"""What a new edition of a pack would do to an audit in progress, in words."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from compact_tui.core.item_changes import CHANGED, MERGED, MOVED, NEW, RETIRED, REWORDED, SAME, SPLIT
from compact_tui.core.pack import AuditPack, word_of
from compact_tui.core.pack_diff import CRITERION, ItemDiff, PackDiff
from compact_tui.core.pack_moving import ANSWER_BESIDE, ANSWER_PARKED, ANSWER_STAYS, Moving
from compact_tui.core.problems import Problem, say
from compact_tui.core.progress import grade_words
from compact_tui.core.text import count, listed
from compact_tui.core.word_diff import in_line

HOW_WORDS: Mapping[str, str] = {
    SAME: "same",
    REWORDED: "reworded",
    CHANGED: "meaning changed",
    SPLIT: "split",
    MERGED: "merged",
    MOVED: "moved",
    RETIRED: "retired",
    NEW: "new",
}
"""What became of an item, as a person reads it."""
_FATES = {
    ANSWER_STAYS: "What you said stays.",
    ANSWER_BESIDE: "What you said is shown beside it and not counted.",
    ANSWER_PARKED: "What you said is parked: kept, shown and returned, and not counted.",
}


class EditionItem(Struct, frozen=True, kw_only=True):
    """What happens to one standard or criterion."""

    id: str
    kind: str
    """``standard`` or ``criterion``."""
    how: str
    how_words: str
    title: str
    was: tuple[str, ...]
    """Ids of what it takes the place of."""
    fate: str
    """What becomes of what was said to it, as a sentence; empty where nothing was."""
    note: str
    """What the owner of the text says about it."""
    words: str
    """The change of wording in one line; empty where there is none."""


class EditionView(Struct, frozen=True, kw_only=True):
    """What a new edition does, or would do, to an audit."""

    audit: str
    pack: str
    title: str
    old_edition: str
    new_edition: str
    done: bool
    """Whether it was taken; else this is what would happen."""
    sentence: str
    counts: tuple[tuple[str, int], ...]
    """How many questions became what; words and number."""
    items: tuple[EditionItem, ...]
    """Everything but what is the same and stays, standards before their questions."""
    tables: tuple[str, ...]
    """What changes outside the questions, a line each."""
    notes: tuple[str, ...]


def edition_items(diff: PackDiff, moving: Moving, old: AuditPack) -> tuple[EditionItem, ...]:
    """What happens to each item that does not simply stay."""
    return tuple(
        _item(item, moving, old)
        for item in diff.items
        if item.how != SAME or item.also or item.id in moving.to_confirm or moving.fates.get(item.id) == ANSWER_BESIDE
    )


def _item(item: ItemDiff, moving: Moving, old: AuditPack) -> EditionItem:
    also = f"Also changed: {listed(name.replace('_', ' ') for name in item.also)}." if item.also else ""
    return EditionItem(
        id=item.id,
        kind=item.kind,
        how=item.how,
        how_words=HOW_WORDS[item.how],
        title=item.title,
        was=tuple(name for name in item.was if name != item.id),
        fate=" ".join(part for part in (_fate(item, moving), _grade_fate(item, moving, old)) if part),
        note=" ".join(part for part in (item.note, also) if part),
        words=in_line(item.words),
    )


def _fate(item: ItemDiff, moving: Moving) -> str:
    fates = [moving.fates.get(name, "") for name in (item.was or (item.id,))]
    return next((_FATES[fate] for fate in (ANSWER_STAYS, ANSWER_BESIDE, ANSWER_PARKED) if fate in fates), "")


def _grade_fate(item: ItemDiff, moving: Moving, old: AuditPack) -> str:
    if item.kind == CRITERION:
        return ""
    grade = next((g for g in moving.audit.grades if g.standard == item.id), None)
    if grade is None:
        return ""
    why = moving.to_confirm.get(item.id, "")
    word = word_of(old, "level", grade.level)
    if item.how == RETIRED:
        return f"Its grade, {word}, is parked."
    if why:
        return f"Its grade, {word}, is to be confirmed: {why}."
    return f"Its grade, {grade_words(old, grade)}, stays, marked as given under edition {grade.edition}."


def count_words(counts: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    """The same with the words that a person reads."""
    return tuple((HOW_WORDS[how], number) for how, number in counts)


def edition_sentence(counts: tuple[tuple[str, int], ...], moving: Moving) -> str:
    """Everything in one sentence or two."""
    told = listed(f"{number} {word}" for word, number in counts) or "none"
    confirm = len(moving.to_confirm)
    grades = f" {count(confirm, 'grade')} to be confirmed." if confirm else ""
    return f"Questions: {told}.{grades} Nothing that you said is lost."


def table_lines(diff: PackDiff) -> tuple[str, ...]:
    """What changes outside the questions, a line each."""
    return tuple(
        f"{change.table.replace('_', ' ')}{f' {change.id}' if change.id else ''}: "
        + (f"{listed(change.fields)} changed" if change.how == "changed" else change.how)
        for change in diff.tables
    )


def diff_lines(diff: PackDiff) -> Iterator[str]:
    """A comparison of two editions in lines."""
    yield f"{diff.pack}: edition {diff.old_edition} to {diff.new_edition}."
    for item in diff.items:
        if item.how == SAME and not item.also:
            continue
        was = [name for name in item.was if name != item.id]
        said = ", as the pack says" if item.declared else ""
        yield f"{HOW_WORDS[item.how]:<16}{item.id}  {item.title}{said}"
        if was:
            yield f"{'':<16}was {listed(was)}"
        if item.came_from:
            yield f"{'':<16}came from {item.came_from}"
        if item.words:
            yield f"{'':<16}{in_line(item.words)}"
        if item.also:
            yield f"{'':<16}also changed: {listed(name.replace('_', ' ') for name in item.also)}"
        if item.note:
            yield f"{'':<16}{item.note}"
    same = sum(item.how == SAME and not item.also for item in diff.items)
    yield f"{count(same, 'item is', 'items are')} the same in every word."
    yield from table_lines(diff)
    yield from map(problem_line, diff.problems)


def problem_line(problem: Problem) -> str:
    """A mistake in one line, with how much it matters in front."""
    return f"{problem.severity.value}: {say(problem)}"


def edition_lines(view: EditionView) -> Iterator[str]:
    """What a new edition does, or would do, in lines."""
    yield f"{view.title}: edition {view.old_edition} to {view.new_edition}."
    yield view.sentence
    yield from view.notes
    for item in view.items:
        if item.how == SAME and not item.fate:
            continue
        yield ""
        yield f"{item.how_words}: {item.title} ({item.id})"
        for text in (
            f"It takes the place of {listed(item.was)}." if item.was else "",
            item.fate,
            item.note,
            item.words,
        ):
            if text:
                yield f"  {text}"
    if view.done:
        yield ""
        yield "Taken. To take it back: compact-tui audit undo (or ctrl+z)."
    if view.tables:
        yield ""
        yield "Besides the questions:"
        yield from (f"  {line}" for line in view.tables)
