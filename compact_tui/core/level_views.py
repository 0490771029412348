"""The levels of a standard with their model answers, to choose from."""

from compact_tui.core.audit import Grade
from compact_tui.core.audit_views import LevelView
from compact_tui.core.pack import NO_SUGGESTION, NOT_GRADED, AuditPack, Standard


def levels_of(
    pack: AuditPack, standard: Standard, grade: Grade | None, suggested: str = NO_SUGGESTION
) -> tuple[LevelView, ...]:
    """The levels in the order of the pack, the one that stands marked, and whether it is provisional."""
    chosen = grade.level if grade else NOT_GRADED
    texts = {answer.level: " ".join(answer.text.split()) for answer in standard.model_answer}
    return tuple(
        LevelView(
            id=level.id,
            word=level.word,
            meaning=level.meaning,
            model_answer=texts.get(level.id, ""),
            chosen=level.id == chosen,
            suggested=level.id == suggested,
            provisional=grade is not None and grade.provisional and level.id == chosen,
        )
        for level in pack.level
    )
