"""Single-agency audits: the register of those done and planned, and each one from its plan to the day it is closed."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from compact_tui.core.agency_audit import (
    CLOSED,
    DROPPED,
    PLANNED,
    STARTED,
    AgencyAudit,
    AgencyHead,
    SecondReading,
    second_of,
)
from compact_tui.core.agency_forms import DROP_AGENCY_FORM, PLAN_FORM, START_FORM
from compact_tui.core.agency_overview import doubled as doubled_with
from compact_tui.core.agency_overview import missing
from compact_tui.core.agency_show import agency_line
from compact_tui.core.agency_views import AgencyOverview, Doubled, Register
from compact_tui.core.change import Edit, stacks
from compact_tui.core.errors import CompactError
from compact_tui.core.forms import Form, as_typed, fill, split
from compact_tui.core.text import count
from compact_tui.services.agency_books import (
    OpenAgency,
    all_agency,
    create_agency,
    going_on,
    keep_in,
    only_while,
    open_agency,
)
from compact_tui.services.agency_parts import (
    asked_of,
    overview_of,
    standard_numbers,
    standards_named,
    template_lines,
    template_named,
)
from compact_tui.services.desk import Desk, edit
from compact_tui.services.history import redo_in, undo_in
from compact_tui.services.record_parts import taken

_ORDER = (STARTED, PLANNED, CLOSED, DROPPED)
_AS_IT_WAS = "Nothing was changed."


def register(desk: Desk) -> Register:
    """Every single-agency audit, done and planned: what goes on first, then what is planned, then what is closed."""
    numbers = standard_numbers(desk)
    known = [one.audit for one in all_agency(desk)]
    lines = [agency_line(audit, numbers, desk.today) for audit in _in_order(known)]
    said = [f"{number} {words}" for status, words in _WORDS if (number := sum(one.status == status for one in lines))]
    none = "No single-agency audit yet. One of five files, by chance, is a good first one."
    return Register(
        sentence=f"{count(len(lines), 'audit')}: {', '.join(said)}." if lines else none,
        audits=tuple(lines),
        templates=template_lines(),
    )


_WORDS = ((STARTED, "going on"), (PLANNED, "planned"), (CLOSED, "closed"), (DROPPED, "dropped"))


def _in_order(audits: list[AgencyAudit]) -> list[AgencyAudit]:
    """Those going on first, then planned ones by their day, then closed and dropped ones, the newest first."""

    def day(audit: AgencyAudit) -> str:
        head = audit.head
        return head.planned_for if head.status == PLANNED else head.closed_on or head.dropped_on or head.started_on

    found = []
    for status in _ORDER:
        here = [audit for audit in audits if audit.head.status == status]
        found += sorted(here, key=day, reverse=status != PLANNED)
    return found


def doubled(desk: Desk, template: str, typed: Mapping[str, str]) -> tuple[Doubled, ...]:
    """Audits that ask much the same as one that is about to be begun or planned.

    Args:
        desk: Where, when and who.
        template: Id of the template.
        typed: What was typed into the form so far.

    Raises:
        UsageError: If there is no such template, or a standard is not known.
    """
    blank = dict.fromkeys((field.id for field in START_FORM.fields), "")
    head = _head(desk, template, blank | dict(fill(START_FORM, typed).values), PLANNED)
    return doubled_with(head, [one.audit for one in all_agency(desk)], desk.today)


def form_of_start(desk: Desk, template: str, *, later: bool = False) -> tuple[Form, dict[str, str]]:
    """What is asked before an audit is begun, or planned for later, and what stands in it already.

    Raises:
        UsageError: If there is no such template.
    """
    known = template_named(template)
    line = next(one for one in template_lines() if one.id == known.template.id)
    numbers = standard_numbers(desk)
    suggested = ", ".join(numbers[name] for name in line.standards if name in numbers)
    title = "" if not known.question else known.template.title
    return PLAN_FORM if later else START_FORM, {"title": title, "lead": desk.who, "standards": suggested}


def plan(desk: Desk, template: str, typed: Mapping[str, str]) -> AgencyOverview:
    """Put an audit that does not begin today into the register.

    Raises:
        UsageError: If there is no such template, or something typed cannot be taken; nothing is kept.
    """
    values = dict(taken(PLAN_FORM, typed, "Nothing was planned.").values)
    return _create(desk, template, values, PLANNED)


def start(desk: Desk, template: str, typed: Mapping[str, str]) -> AgencyOverview:
    """Begin an audit today.

    Raises:
        UsageError: If there is no such template, or something typed cannot be taken; nothing is kept.
    """
    values = dict(taken(START_FORM, typed, "Nothing was started.").values)
    return _create(desk, template, values | {"planned_for": ""}, STARTED)


def _create(desk: Desk, template: str, values: Mapping[str, str], status: str) -> AgencyOverview:
    head = replace(_head(desk, template, values, status), id=desk.new_id("g"))
    asked = asked_of(template_named(template))
    edits = tuple(edit("questions", one.id, None, one) for one in asked)
    return overview_of(desk, create_agency(desk, head, edits))


def _head(desk: Desk, template: str, values: Mapping[str, str], status: str) -> AgencyHead:
    known = template_named(template).template
    return AgencyHead(
        id="",
        template=known.id,
        edition=known.edition,
        kind=known.kind,
        one=known.one,
        many=known.many,
        status=status,
        started_on=desk.today if status == STARTED else "",
        by=desk.who,
        at=desk.at,
        **_fields(desk, values),
    )


def _fields(desk: Desk, values: Mapping[str, str], kept: tuple[str, ...] = ()) -> dict[str, Any]:
    """What the form says, as the head keeps it; standards that it has already are taken as they are."""
    return {**values, "standards": standards_named(desk, split(values["standards"]), kept)}


def show(desk: Desk, audit_id: str = "") -> AgencyOverview:
    """One audit at a glance; without an id the one that is going on.

    Raises:
        UsageError: If there is no such audit.
    """
    return overview_of(desk, open_agency(desk, audit_id))


def typed_agency(desk: Desk, audit_id: str) -> dict[str, str]:
    """What an audit says about itself, as a person would type it.

    Raises:
        UsageError: If there is no such audit.
    """
    head = open_agency(desk, audit_id).audit.head
    numbers = standard_numbers(desk)
    kept = {field.id: str(getattr(head, field.id)) for field in START_FORM.fields if field.id != "standards"}
    return as_typed(START_FORM, {**kept, "standards": ", ".join(numbers.get(name, name) for name in head.standards)})


def change(desk: Desk, audit_id: str, typed: Mapping[str, str]) -> AgencyOverview:
    """Change what an audit says about itself; fields that are not in ``typed`` stay as they are.

    Raises:
        UsageError: If there is no such audit, or something typed cannot be taken.
    """
    opened = open_agency(desk, audit_id)
    values = dict(taken(START_FORM, typed_agency(desk, opened.audit.head.id) | dict(typed), _AS_IT_WAS).values)
    return _turned(desk, opened, "about", "about it changed", **_fields(desk, values, opened.audit.head.standards))


def begin(desk: Desk, audit_id: str) -> AgencyOverview:
    """Begin an audit that was planned.

    Raises:
        CompactError: If it is not waiting to be begun.
    """
    opened = open_agency(desk, audit_id)
    only_while(opened, PLANNED)
    return _turned(desk, opened, "begin", "begun", status=STARTED, started_on=desk.today)


def close(desk: Desk, audit_id: str) -> AgencyOverview:
    """Close an audit, when everything is there; then it can be sent.

    Raises:
        CompactError: If it is not going on, or something is missing; all of it is said.
    """
    opened = open_agency(desk, audit_id)
    going_on(opened)
    lacking = missing(opened.audit)
    if lacking:
        raise CompactError(f"It cannot be closed yet. {' '.join(lacking)}", "Everything you wrote is safe.")
    return _turned(desk, opened, "close", "closed", status=CLOSED, closed_on=desk.today)


def drop(desk: Desk, audit_id: str, reason: str) -> AgencyOverview:
    """Say that an audit will not be done, or not be finished, and why. It stays in the register.

    Raises:
        UsageError: If there is no such audit, or no reason is given.
        CompactError: If it is closed or dropped already.
    """
    opened = open_agency(desk, audit_id)
    only_while(opened, PLANNED, STARTED)
    why = taken(DROP_AGENCY_FORM, {"reason": reason}, _AS_IT_WAS).value("reason")
    return _turned(desk, opened, "drop", "dropped", status=DROPPED, dropped_on=desk.today, dropped_why=why)


def reopen(desk: Desk, audit_id: str) -> AgencyOverview:
    """Open an audit again that was closed or dropped.

    Raises:
        CompactError: If it is open.
    """
    opened = open_agency(desk, audit_id)
    only_while(opened, CLOSED, DROPPED)
    back = STARTED if opened.audit.head.started_on else PLANNED
    return _turned(desk, opened, "reopen", "opened again", status=back, closed_on="", dropped_on="", dropped_why="")


def _turned(desk: Desk, opened: OpenAgency, verb: str, what: str, **fields: object) -> AgencyOverview:
    before = opened.audit.head
    after = replace(before, **fields)
    if after != before:
        after = replace(after, by=desk.who, at=desk.at)
    said = f"single-agency audit {what}: {after.title}"
    return overview_of(desk, keep_in(desk, opened, verb, said, edit("audit", before.id, before, after)))


def take_back(desk: Desk, audit_id: str) -> str:
    """Take back the last change to an audit; what it was.

    Raises:
        CompactError: If there is nothing to take back.
    """
    opened = open_agency(desk, audit_id)
    newest = next(iter(stacks(opened.book.history).undo), None)
    reading = second_of(opened.audit)
    if newest and reading and reading.finished_on and any(_is_compared(one, reading) for one in newest.edits):
        raise CompactError(
            "Two readers have been compared, so what each of them said stays.", "Say what you agree on instead."
        )
    return undo_in(desk, opened.book).what


def _is_compared(one: Edit, reading: SecondReading) -> bool:
    """Whether an edit is of what two readers were compared by."""
    if one.table in {"answers", "cases"}:
        return one.id.partition("@")[0] in reading.cases
    return one.table in {"samples", "second", "second_reads"}


def do_again(desk: Desk, audit_id: str) -> str:
    """Do again what was taken back last; what it was.

    Raises:
        CompactError: If there is nothing to do again.
    """
    return redo_in(desk, open_agency(desk, audit_id).book).what
