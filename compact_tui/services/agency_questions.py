"""The questions of one single-agency audit: our own beside those of its template, until the first answer."""

from collections.abc import Mapping
from typing import Any

from compact_tui.core.agency_audit import PLANNED, STARTED, Asked
from compact_tui.core.agency_forms import QUESTION_FORM
from compact_tui.core.agency_views import AgencyOverview
from compact_tui.core.errors import CompactError
from compact_tui.services.agency_books import OpenAgency, keep_in, only_while, open_agency, question_in
from compact_tui.services.agency_parts import overview_of
from compact_tui.services.desk import Desk, edit
from compact_tui.services.record_parts import taken


def add_question(desk: Desk, audit_id: str, typed: Mapping[str, str]) -> AgencyOverview:
    """Add a question of our own, which is put to every case.

    Raises:
        UsageError: If there is no such audit, or something typed cannot be taken.
        CompactError: If it is not open, or something has been answered already.
    """
    opened = open_agency(desk, audit_id)
    _questions_open(opened)
    values: dict[str, Any] = dict(taken(QUESTION_FORM, typed).values)
    asked = Asked(id=desk.new_id("q"), **values)
    return overview_of(
        desk,
        keep_in(desk, opened, "question", f"question added: {asked.text}", edit("questions", asked.id, None, asked)),
    )


def remove_question(desk: Desk, audit_id: str, question: str) -> AgencyOverview:
    """Take a question out of this audit; undo brings it back.

    Raises:
        UsageError: If there is no such audit or question.
        CompactError: If it is not open, or something has been answered already.
    """
    opened = open_agency(desk, audit_id)
    _questions_open(opened)
    name = question_in(opened, question)
    asked = next(one for one in opened.audit.questions if one.id == name)
    return overview_of(
        desk, keep_in(desk, opened, "question", f"question removed: {asked.text}", edit("questions", name, asked, None))
    )


def _questions_open(opened: OpenAgency) -> None:
    only_while(opened, PLANNED, STARTED)
    if opened.audit.answers:
        raise CompactError(
            "Something has been answered already, so the questions stay as they are.",
            "Every case must be asked the same. Put what is new into the next audit.",
        )
