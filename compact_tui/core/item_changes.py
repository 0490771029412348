"""Whether what a pack says about the items of earlier editions is sound."""

from collections.abc import Iterator

from compact_tui.core.pack import AuditPack
from compact_tui.core.pack_head import ItemChange
from compact_tui.core.problems import Path, Problem
from compact_tui.core.text import did_you_mean, listed

SAME, REWORDED, CHANGED, SPLIT, MERGED, MOVED, RETIRED, NEW = HOWS = (
    "same",
    "reworded",
    "meaning-changed",
    "split",
    "merged",
    "moved",
    "retired",
    "new",
)
"""What can become of a standard or criterion from one edition to the next."""
KEPT = (SAME, REWORDED, MOVED)
"""Where what was answered still answers it."""
REPLACED = (CHANGED, SPLIT, MERGED)
"""Where what was answered is shown beside it, and not counted."""


def item_change_problems(pack: AuditPack) -> Iterator[Problem]:
    """Changes of what is not there, of no known kind, told twice or against themselves."""
    here = {standard.id for standard in pack.standard} | {c.id for s in pack.standard for c in s.criterion}
    seen: set[str] = set()
    for at, change in enumerate(pack.pack.item_change):
        path: Path = ("pack", "item_change", at)
        if change.item in seen:
            yield Problem(what=f'"{change.item}" stands here twice.', remedy="Keep one of them.", path=(*path, "item"))
        seen.add(change.item)
        if change.how not in HOWS:
            remedy = did_you_mean(change.how, HOWS) or f"There is {listed(HOWS)}."
            yield Problem(what=f'"{change.how}" is no kind of change.', remedy=remedy, path=(*path, "how"))
            continue
        yield from _item(change, here, path)


def _item(change: ItemChange, here: set[str], path: Path) -> Iterator[Problem]:
    was = (*path, "was")
    if change.how == RETIRED and change.item in here:
        what = f'"{change.item}" is retired, and still stands in the pack.'
        yield Problem(what=what, remedy="Take one of the two out.", path=(*path, "item"))
    if change.how != RETIRED and change.item not in here:
        remedy = did_you_mean(change.item, here) or "Use the id of a standard or criterion of this edition."
        what = f'No standard or criterion "{change.item}" is known.'
        yield Problem(what=what, remedy=remedy, path=(*path, "item"))
    if change.how in (*KEPT, NEW, RETIRED) and set(change.was) - {change.item}:
        what = f"What is {change.how} takes the place of nothing else."
        remedy = f'Leave "was" out, or say "{CHANGED}", "{SPLIT}" or "{MERGED}".'
        yield Problem(what=what, remedy=remedy, path=was)
    if change.how == SPLIT and not change.was:
        yield Problem(what="It does not say what it was split from.", remedy='Name it as "was".', path=was)
    if change.how == MERGED and len(set(change.was)) < 2:
        yield Problem(what="It does not say what was merged.", remedy='Name two or more ids as "was".', path=was)
