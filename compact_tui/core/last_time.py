"""Last time's grades beside this time's, in words."""

from compact_tui.core.audit import Audit, LastGrade, final_grade_of
from compact_tui.core.audit_views import View
from compact_tui.core.pack import AuditPack, level_of, word_of
from compact_tui.core.returns import NOT_ASKED
from compact_tui.core.small_group import title_for
from compact_tui.core.text import count

NOT_ASKED_KEY = "0"
_NOT_ASKED_WORD = "Not asked"


class LastTimeOption(View, frozen=True, kw_only=True):
    """A level that a standard may have had, and the key that says so."""

    id: str
    """A level id, or ``not-asked``."""
    key: str
    word: str


class LastTimeLine(View, frozen=True, kw_only=True):
    """A standard with what it was graded last time."""

    standard: str
    number: int
    title: str
    level: str
    """A level id, ``not-asked``, or empty while nothing was typed in."""
    word: str
    """The level in words; empty while nothing was typed in."""
    now_word: str
    """This time's grade in words; empty while there is none."""
    change: str
    """What changed since, in words; empty where that cannot be said."""
    sentence: str
    """All of that in a few words, for a row."""


class LastTimeView(View, frozen=True, kw_only=True):
    """Last time's grades, standard by standard."""

    title: str
    cycle: str
    """What that round was called; empty while nobody has said."""
    options: tuple[LastTimeOption, ...]
    lines: tuple[LastTimeLine, ...]
    typed: int
    sentence: str
    """How many were typed in."""


def last_of(audit: Audit, standard: str) -> LastGrade | None:
    """Last time's grade of a standard, if it was typed in."""
    return next((last for last in audit.last_grades if last.standard == standard), None)


def last_word(pack: AuditPack, level: str) -> str:
    """Last time's grade in words; ``Not asked`` where the standard was not asked then."""
    return _NOT_ASKED_WORD if level in {"", NOT_ASKED} else word_of(pack, "level", level)


def change_words(pack: AuditPack, then: str, now: str) -> str:
    """How a grade has moved since last time, in steps of the scale; empty where that cannot be said."""
    before, after = level_of(pack, then), level_of(pack, now)
    if after is None:
        return ""
    if then in {"", NOT_ASKED}:
        return "new"
    if before is None:
        return ""
    ranks = sorted({level.rank for level in pack.level})
    steps = ranks.index(after.rank) - ranks.index(before.rank)
    return f"{count(abs(steps), 'level')} {'up' if steps > 0 else 'down'}" if steps else "the same"


def last_sentence(pack: AuditPack, last: LastGrade | None, now: str) -> str:
    """One quiet line for the grade screen; empty where nothing was typed in."""
    if last is None:
        return ""
    when = f" ({last.cycle})" if last.cycle else ""
    moved = change_words(pack, last.level, now)
    told = f"; now {moved}" if moved and moved != "new" else ""
    return f"Last time{when}: {last_word(pack, last.level)}{told}."


def last_time_view(pack: AuditPack, audit: Audit) -> LastTimeView:
    """Last time's grades as they are shown."""
    lines = []
    for standard in pack.standard:
        last, grade = last_of(audit, standard.id), final_grade_of(audit, standard.id)
        lines.append(
            LastTimeLine(
                standard=standard.id,
                number=standard.number,
                title=standard.title,
                level=(last.level or NOT_ASKED) if last else "",
                word=last_word(pack, last.level) if last else "",
                now_word=word_of(pack, "level", grade.level) if grade else "",
                change=change_words(pack, last.level, grade.level) if last and grade else "",
                sentence=_row_words(pack, last, grade.level if grade else ""),
            )
        )
    typed = sum(bool(line.word) for line in lines)
    levels = tuple(LastTimeOption(id=x.id, key=str(at), word=x.word) for at, x in enumerate(pack.level, 1))
    return LastTimeView(
        title=title_for(pack, audit.head.cycle),
        cycle=cycle_of(audit),
        options=(*levels, LastTimeOption(id=NOT_ASKED, key=NOT_ASKED_KEY, word=_NOT_ASKED_WORD)),
        lines=tuple(lines),
        typed=typed,
        sentence=f"{typed} of {len(lines)} typed in" if typed else "nothing typed in yet",
    )


def _row_words(pack: AuditPack, last: LastGrade | None, now: str) -> str:
    if last is None:
        return "not typed in"
    moved = change_words(pack, last.level, now)
    return last_word(pack, last.level) + (f", now {moved}" if moved and moved != "new" else "")


def cycle_of(audit: Audit) -> str:
    """What last time's round was called; empty while nobody has said."""
    return next((last.cycle for last in audit.last_grades if last.cycle), "")
