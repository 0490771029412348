"""Grading a standard and writing its summary."""

from msgspec.structs import replace

from compact_tui.core.audit import Grade, grade_of, summary_of
from compact_tui.core.pack import NO_SUGGESTION
from compact_tui.core.progress import answers_by_criterion, is_answered, suggestion_for
from compact_tui.core.rail import rail_of
from compact_tui.core.show import standard_view
from compact_tui.core.small_group import title_for, words_for
from compact_tui.core.text import clean, clean_line
from compact_tui.core.views import StandardPage, StandardView
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk, commit, edit
from compact_tui.services.naming import level_named, standard_named
from compact_tui.services.reply_beside import reply_beside


def grade(desk: Desk, standard: str, level: str, *, reason: str | None = None, by: str = "") -> StandardView:
    """Grade a standard.

    Args:
        desk: Where, when and who.
        standard: Its id or number.
        level: Id of the level; empty takes the grade back.
        reason: Why it differs from the suggested level; ``None`` leaves the reason as it is while the
            level stays, as a reason speaks of one level.
        by: Role of whoever grades; else the person at the keyboard.

    Raises:
        UsageError: Unknown standard or level.
    """
    opened = open_audit(desk)
    found = standard_named(opened.pack, standard)
    before = grade_of(opened.audit, found.id)
    after = None
    what = f"{found.number} grade removed"
    if level:
        chosen = level_named(opened.pack, level)
        suggested = suggestion_for(opened.pack, opened.audit, found).level
        kept = before.reason if before and before.level == chosen.id and reason is None else clean(reason or "")
        after = Grade(
            standard=found.id,
            level=chosen.id,
            reason="" if chosen.id == suggested and reason is None else kept,
            suggested=suggested,
            by=clean_line(by) or desk.who,
            at=desk.at,
        )
        what = f"{found.number} graded {chosen.word}"
    commit(desk, opened.book, "grade", what, (edit("grades", found.id, before, after),))
    return show_standard(desk, found.id)


def summarise(desk: Desk, standard: str, text: str, *, by: str = "", change_id: str = "") -> tuple[StandardView, str]:
    """Write the summary of a standard.

    Returns:
        The standard, and the id to go on with the same piece of typing; empty when nothing was changed.
    """
    opened = open_audit(desk)
    found = standard_named(opened.pack, standard)
    known = any(s.standard == found.id for s in opened.audit.summaries)
    before = summary_of(opened.audit, found.id)
    after = replace(before, text=clean(text), by=clean_line(by) or desk.who, at=desk.at)
    made = edit("summaries", found.id, before if known else None, after)
    if before.text == after.text and not change_id:
        return show_standard(desk, found.id), ""
    change = commit(desk, opened.book, "summary", f"{found.number} summary", (made,), change_id=change_id)
    return show_standard(desk, found.id), change.id


def show_standard(desk: Desk, standard: str) -> StandardView:
    """A standard as it stands."""
    opened = open_audit(desk)
    found = standard_named(opened.pack, standard)
    return standard_view(opened.pack, opened.audit, found, desk.today, reply=reply_beside(desk, opened))


def standard_page(desk: Desk, standard: str) -> StandardPage:
    """A standard with its criteria and grade, the rail and the way on."""
    opened = open_audit(desk)
    found = standard_named(opened.pack, standard)
    ids = [s.id for s in opened.pack.standard]
    at = ids.index(found.id)
    answers = answers_by_criterion(opened.audit)
    waiting = [c.id for c in found.criterion if not is_answered(answers.get(c.id))]
    return StandardPage(
        title=title_for(opened.pack, opened.audit.head.cycle),
        standard=standard_view(opened.pack, opened.audit, found, desk.today, reply=reply_beside(desk, opened)),
        rail=rail_of(opened.pack, opened.audit),
        part_word=words_for(opened.pack).part,
        question_word=words_for(opened.pack).question,
        first_open=(waiting or [c.id for c in found.criterion] or [""])[0],
        previous=ids[at - 1] if at else "",
        next=ids[at + 1] if at + 1 < len(ids) else "",
    )


def needs_reason(desk: Desk, standard: str, level: str) -> bool:
    """Whether choosing a level would differ from the suggested one."""
    opened = open_audit(desk)
    suggested = suggestion_for(opened.pack, opened.audit, standard_named(opened.pack, standard)).level
    return suggested not in {NO_SUGGESTION, level}
