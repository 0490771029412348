"""The first pass: twelve model answers in some twenty minutes, provisional until the criteria are answered."""

from collections.abc import Mapping

from compact_tui.core.audit import Grade, grade_of
from compact_tui.core.errors import UsageError
from compact_tui.core.first_pass import (
    FirstPassResult,
    FirstPassView,
    first_open,
    first_pass_view,
    form_to_begin,
)
from compact_tui.core.first_pass import first_pass_result as result_of
from compact_tui.core.forms import Form
from compact_tui.core.pack import AuditPack
from compact_tui.core.progress import PROVISIONAL
from compact_tui.core.small_group import title_for
from compact_tui.services import audits, settings
from compact_tui.services.books import OpenAudit, audit_books, open_audit, read_setting
from compact_tui.services.desk import Desk, commit, edit
from compact_tui.services.naming import level_named, standard_named
from compact_tui.services.packs import pack_for

_VERB = "first-pass"


def first_pass_form(desk: Desk) -> Form:
    """What has to be asked before a first pass can begin; a form without fields when all of it is known."""
    return form_to_begin(read_setting(desk))


def begin_first_pass(desk: Desk, typed: Mapping[str, str] | None = None) -> FirstPassView:
    """Begin the first pass, or go on with it; an audit is started where there is none.

    Args:
        desk: Where, when and who.
        typed: What was typed into ``first_pass_form``, where it asks for anything.

    Raises:
        UsageError: The setting has not been named, something typed cannot be taken, or there are no grades here.
        CompactError: The pack is not complete for the setting's sector.
    """
    if typed:
        settings.set_up(desk, typed)
    if not audit_books(desk):
        setting = read_setting(desk)
        if setting is not None and setting.sector:
            _with_levels(pack_for(setting.sector))
        audits.start(desk)
    return first_pass(desk)


def first_pass(desk: Desk, standard: str = "") -> FirstPassView:
    """One standard of the first pass: its model answers, the one chosen, and how long the rest takes.

    Args:
        desk: Where, when and who.
        standard: Its id or number; else the first that waits for a choice.

    Raises:
        UsageError: No audit, no such standard, or an audit without grades.
    """
    opened = _opened(desk)
    found = standard_named(opened.pack, standard) if standard else first_open(opened.pack, opened.audit)
    return first_pass_view(opened.pack, opened.audit, found, _title(opened))


def choose_first(desk: Desk, standard: str, level: str) -> FirstPassView:
    """Choose the model answer that fits best; it is provisional until the grade is given after answering.

    Args:
        desk: Where, when and who.
        standard: Its id or number.
        level: Id of the level; empty takes a provisional one back.

    Raises:
        UsageError: Unknown standard or level, or the standard was graded after answering.
    """
    opened = _opened(desk)
    found = standard_named(opened.pack, standard)
    before = grade_of(opened.audit, found.id)
    if before is not None and not before.provisional:
        raise UsageError(
            f"{found.number} {found.title} was graded after its criteria were answered.",
            "The first pass leaves that grade as it is. Change it where the standard is graded.",
        )
    after, what = None, f"{found.number} {PROVISIONAL} level taken back"
    if level:
        chosen = level_named(opened.pack, level)
        after = Grade(standard=found.id, level=chosen.id, provisional=True, by=desk.who, at=desk.at)
        what = f"{found.number} {chosen.word}, {PROVISIONAL}"
    if (before.level if before else "") != (after.level if after else ""):
        commit(desk, opened.book, _VERB, what, (edit("grades", found.id, before, after),))
    return first_pass(desk, found.id)


def first_pass_result(desk: Desk) -> FirstPassResult:
    """What the first pass came to, weakest first, and where to begin the full audit.

    Raises:
        UsageError: No audit, or an audit without grades.
    """
    opened = _opened(desk)
    return result_of(opened.pack, opened.audit, _title(opened))


def _opened(desk: Desk) -> OpenAudit:
    opened = open_audit(desk)
    _with_levels(opened.pack)
    return opened


def _with_levels(pack: AuditPack) -> None:
    if not pack.level:
        raise UsageError(
            "A first pass chooses among grades, and yours has none: it is short enough to answer at once.",
            "Answer the questions themselves; Home leads to the first one. Nothing was changed.",
        )


def _title(opened: OpenAudit) -> str:
    return title_for(opened.pack, opened.audit.head.cycle)
