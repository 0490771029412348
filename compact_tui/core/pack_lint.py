"""Everything that can be said of an audit pack before anyone grades by it: what is missing, unsound or repeated."""

from collections.abc import Collection

import msgspec

from compact_tui.core.guidance_checks import guidance_problems
from compact_tui.core.inspection_checks import inspection_problems
from compact_tui.core.item_changes import item_change_problems
from compact_tui.core.likeness import likeness_problems
from compact_tui.core.pack import AuditPack
from compact_tui.core.problems import Locate, Problem, nowhere, say_where
from compact_tui.core.reference_checks import reference_problems
from compact_tui.core.rule_checks import rule_problems
from compact_tui.core.scale_checks import scale_problems

_MOST_STANDARDS = 60
_MOST_CRITERIA = 600
_MOST_MODEL_ANSWERS = 400


def lint(pack: AuditPack, today: str, locate: Locate = nowhere, topics: Collection[str] = ()) -> tuple[Problem, ...]:
    """What a content owner should put right in a pack, in the order of its files.

    Args:
        pack: The whole pack, not one variation of it.
        today: The day (``YYYY-MM-DD``) that nothing may have been checked after.
        locate: Gives each problem its file and line; storage has one for packs read from files.
        topics: Ids of the question topics that criteria may name; none means that topics are not looked at.
    """
    plain = msgspec.to_builtins(pack)
    found = _too_large(pack) or [
        *reference_problems(pack, topics),
        *scale_problems(pack),
        *guidance_problems(pack, today),
        *inspection_problems(pack),
        *item_change_problems(pack),
        *rule_problems(pack),
        *likeness_problems(pack),
    ]
    placed = [_placed(problem, plain, locate) for problem in found]
    return tuple(sorted(placed, key=lambda problem: (problem.file, problem.line)))


def _placed(problem: Problem, plain: object, locate: Locate) -> Problem:
    place = locate(problem.path)
    where = say_where(plain, problem.path)
    return msgspec.structs.replace(problem, where=where, file=place.file, line=place.line)


def _too_large(pack: AuditPack) -> list[Problem]:
    """Comparing everything with everything needs a bound; no pack for people comes near it."""
    sizes = (
        ("standards", len(pack.standard), _MOST_STANDARDS),
        ("criteria", sum(len(s.criterion) for s in pack.standard), _MOST_CRITERIA),
        ("model answers", sum(len(s.model_answer) for s in pack.standard), _MOST_MODEL_ANSWERS),
    )
    return [
        Problem(what=f"The pack has {found:,} {name}; at most {most} are taken.", path=("standard",))
        for name, found, most in sizes
        if found > most
    ]
