"""The progress rail of an audit: how each standard stands, and what waits in it."""

from compact_tui.core.audit import Audit, grade_of
from compact_tui.core.carried import to_confirm_words, waiting_number
from compact_tui.core.pack import AuditPack, level_of
from compact_tui.core.progress import PROVISIONAL, progress
from compact_tui.core.small_group import for_ourselves, time_left, words_for
from compact_tui.core.views import Rail, RailRow


def rail_of(pack: AuditPack, audit: Audit) -> Rail:
    """The progress rail."""
    counts = progress(pack, audit)
    rows = []
    for standard, row in zip(pack.standard, counts.standards, strict=True):
        grade = grade_of(audit, standard.id)
        stands = f"{row.answered} of {row.criteria}" if row.answered else ""
        if grade:
            stands = PROVISIONAL if grade.provisional else _short_word(pack, grade.level)
        waits = waiting_number(audit, standard)
        rows.append(
            RailRow(
                id=standard.id,
                number=standard.number,
                short=standard.short or standard.title,
                title=standard.title,
                state="attention" if waits and row.state == "done" else row.state,
                word=f"{waits} wait{'s' if waits == 1 else ''}" if waits else stands,
                words=", ".join(filter(None, (stands, to_confirm_words(waits)))),
                waiting=waits,
            )
        )
    waiting = sum(row.waiting for row in rows)
    answered = f"{counts.answered} of {counts.criteria} answered"
    graded = f"{counts.graded} of {counts.to_grade} graded"
    left = time_left(counts.criteria - counts.answered) if for_ourselves(pack) else ""
    short = f"{counts.answered} of {counts.criteria}, {left.removeprefix('about ')}" if left else answered
    also = [f"{counts.provisional} {PROVISIONAL}"] if counts.provisional else []
    return Rail(
        rows=tuple(rows),
        graded=counts.graded,
        answered=counts.answered,
        criteria=counts.criteria,
        total=graded if counts.to_grade else short,
        sentence=", ".join([answered, graded, *also] if counts.to_grade else [answered, left] if left else [answered]),
        done=counts.graded if counts.to_grade else sum(s.state == "done" for s in counts.standards),
        waiting=waiting,
        to_confirm=to_confirm_words(waiting),
        heading=f"{words_for(pack).part.capitalize()}s",
    )


def _short_word(pack: AuditPack, level_id: str) -> str:
    level = level_of(pack, level_id)
    return (level.short or level.word) if level else level_id


EMPTY_RAIL = Rail(rows=(), graded=0, answered=0, criteria=0, total="", sentence="", done=0)
