"""A reply as it is read: a page to print, and the lines of an email."""

from collections.abc import Iterator

from compact_tui.core.came_words import HOW_TO_OPEN
from compact_tui.core.days import say_day
from compact_tui.core.pack import NOT_GRADED
from compact_tui.core.page import ListBlock, Paragraph, ReportPage, Section, TableBlock
from compact_tui.core.read_forms import PRIORITIES
from compact_tui.core.reply import (
    ACCEPTED,
    COMMENT,
    QUESTION,
    RECOMMENDATION,
    SENT_BACK,
    Reply,
    ReplyGrade,
    ReplyRemark,
    asked_words,
)
from compact_tui.core.text import count

_HEADINGS = ((QUESTION, "Our questions"), (RECOMMENDATION, "What we recommend"), (COMMENT, "What we noticed"))


def receipt_line(reply: Reply) -> str:
    """That the return is here."""
    return (
        f"We received the return of {reply.setting} for the round {reply.cycle} on {say_day(reply.received_on)}. "
        f"Its code is {reply.return_code}: it is the return you made if your program shows the same code. Thank you."
    )


def plan_line(reply: Reply) -> str:
    """What is said of the action plan; empty where there is none."""
    if not reply.plan:
        return "Your action plan is still being read." if reply.plan_waits else ""
    said = "Your action plan is accepted." if reply.plan == ACCEPTED else "We send your action plan back to you."
    return f"{said} {reply.plan_reason}".strip()


def moderated_line(reply: Reply) -> str:
    """How many grades the committee sees otherwise."""
    if not reply.grades:
        return ""
    other = sum(bool(grade.moderated) and grade.moderated != grade.own for grade in reply.grades)
    if not other and reply.unread:
        return "We have not read your return to the end yet, and your grades are as you gave them."
    if not other:
        return "The committee has read your return and leaves your grades as they are."
    return f"We see {count(other, 'standard')} of {len(reply.grades)} otherwise. Your own grades stay as they are."


def remark_words(remark: ReplyRemark) -> str:
    """A remark in a line: what it is about, what it says, by when."""
    about = f"{remark.title}: " if remark.title else ""
    when = dict(PRIORITIES).get(remark.priority, "")
    return f"{about}{remark.text}{f' ({when.lower()})' if when else ''}"


def wanted_line(reply: Reply, *, opened: bool = False) -> str:
    """What the setting is asked to do with it, and how, unless it is open in its program already."""
    asked = asked_words(remark.kind for remark in reply.remarks)
    if not asked and reply.plan == SENT_BACK:
        return "Please change your action plan and send your return again."
    if not asked:
        waits = reply.plan_waits or reply.unread
        return "This reply asks nothing of you." if waits else "Nothing more is needed from you."
    how = "" if opened else f" Your program makes the answer for you. To open the attached reply, {HOW_TO_OPEN}"
    plan = " Please change your action plan too, and send your return again." if reply.plan == SENT_BACK else ""
    return f"Please answer {asked} within four weeks.{how}{'.' if how and plan else ''}{plan}"


def _unchanged(grade: ReplyGrade) -> str:
    return "none" if grade.own == NOT_GRADED else "the same"


def reply_page(reply: Reply, *, opened: bool = False) -> ReportPage:
    """The reply as a page to read or print; ``opened`` in the setting's own program or not."""
    return ReportPage(
        title=f"{reply.partnership}: reply to {reply.setting}",
        first_lines=(receipt_line(reply), f"Made on {say_day(reply.made_on)}."),
        sections=tuple(_sections(reply, opened)),
    )


def _sections(reply: Reply, opened: bool) -> Iterator[Section]:
    short = (plan_line(reply), moderated_line(reply), wanted_line(reply, opened=opened))
    said = tuple(Paragraph(line) for line in short if line)
    yield Section("In short", 2, said)
    if reply.grades:
        ours = any(grade.moderated for grade in reply.grades)
        rows = tuple(
            (
                grade.title,
                grade.own_word,
                *((grade.moderated_word or _unchanged(grade),) if ours else ()),
                grade.sector or "not shown: it could tell of a few",
            )
            for grade in reply.grades
        )
        view = ("Our view",) if ours else ()
        heads = ("Standard", "Your grade", *view, f"{reply.sector or 'Your sector'}: how many at which grade")
        reasons = tuple(f"{grade.title}: {grade.reason}" for grade in reply.grades if grade.reason)
        why = (Paragraph("Why we see it so:"), ListBlock(reasons)) if reasons else ()
        yield Section("Your grades and ours" if ours else "Your grades", 2, (TableBlock("Grades", heads, rows), *why))
    for kind, heading in _HEADINGS:
        lines = tuple(remark_words(remark) for remark in reply.remarks if remark.kind == kind)
        if lines:
            yield Section(heading, 2, (ListBlock(lines),))
    if reply.report:
        yield Section("What everybody can learn from this round", 2, (Paragraph(reply.report),))
