"""What a single-agency audit found: counts, the words that leave, actions, and the agency's own report."""

from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from compact_tui.core.agency_audit import AgencyAction, AgencyAudit, Attached, sample_of, summary_kept
from compact_tui.core.agency_counts import tallies, topic_tallies
from compact_tui.core.agency_forms import ACTION_FORM, SUMMARY_FORM
from compact_tui.core.agency_show import note_of
from compact_tui.core.agency_views import AgencyOverview, FromCase, SummaryView
from compact_tui.core.errors import CompactError, UsageError
from compact_tui.core.forms import Form
from compact_tui.core.record_forms import parse_path
from compact_tui.core.sample_words import limits
from compact_tui.core.text import did_you_mean
from compact_tui.services.agency_books import OpenAgency, going_on, keep_in, open_agency
from compact_tui.services.agency_parts import overview_of
from compact_tui.services.desk import Desk, edit
from compact_tui.services.record_parts import taken
from compact_tui.services.review import warning_beside
from compact_tui.services.spot_parts import topic_titles
from compact_tui.storage.fingerprint import fingerprint, path_of

_AS_IT_WAS = "Nothing was changed."


def summary(desk: Desk, audit_id: str = "") -> SummaryView:
    """What was found, with what was written beside the cases as help for writing it up.

    Raises:
        UsageError: If there is no such audit.
    """
    return _view(desk, open_agency(desk, audit_id).audit)


def _view(desk: Desk, audit: AgencyAudit) -> SummaryView:
    said = summary_kept(audit)
    leaving = [str(getattr(said, field.id)) for field in SUMMARY_FORM.fields]
    leaving += [text for one in audit.actions for text in (one.what, one.who, one.how_known, one.outcome)]
    written = sum(bool(text) for text in (said.works, said.does_not, said.views, said.themes, said.training))
    return SummaryView(
        audit=audit.head.id,
        title=audit.head.title,
        summary=said,
        tallies=tallies(audit),
        topics=topic_tallies(audit, topic_titles()),
        limits=limits(audit.head, sample_of(audit)),
        from_cases=_from_cases(audit),
        actions=audit.actions,
        warning=warning_beside(desk, "\n\n".join(text for text in leaving if text)),
        sentence=f"{written} of 5 texts written." if written < 5 else "All five texts are written.",
    )


def _from_cases(audit: AgencyAudit) -> tuple[FromCase, ...]:
    notes = [note_of(audit, case.id) for case in audit.cases]
    return tuple(
        FromCase(
            ref=one.case, strength=one.strength, learning=one.learning, action=one.action, who=one.who, due=one.due
        )
        for one in notes
        if one.strength or one.learning or one.action
    )


def summarise(desk: Desk, audit_id: str, typed: Mapping[str, str]) -> SummaryView:
    """Write what was found; fields that are not in ``typed`` stay as they are. All of it leaves.

    Raises:
        UsageError: If something typed cannot be taken.
        CompactError: If the audit is not going on.
    """
    opened = open_agency(desk, audit_id)
    going_on(opened)
    kept = summary_kept(opened.audit)
    values = _over(SUMMARY_FORM, kept, typed)
    after = replace(kept, **values)
    if after == kept:
        return _view(desk, opened.audit)
    after = replace(after, by=desk.who, at=desk.at)
    before = kept if opened.audit.summaries else None
    return _view(desk, keep_in(desk, opened, "summary", "summary", edit("summaries", kept.id, before, after)).audit)


def _over(form: Form, kept: object, typed: Mapping[str, str]) -> dict[str, str]:
    """What a form says when something is typed over what was kept."""
    now = {field.id: field.show(str(getattr(kept, field.id))) for field in form.fields}
    return dict(taken(form, now | dict(typed), _AS_IT_WAS).values)


def write_action(desk: Desk, audit_id: str, typed: Mapping[str, str], action_id: str = "") -> SummaryView:
    """Add an action, or change one; fields that are not in ``typed`` stay as they are. It leaves with the audit.

    Args:
        desk: Where, when and who.
        audit_id: The audit; empty for the one that is going on.
        typed: The fields of ``core.agency_forms.ACTION_FORM``.
        action_id: Which one is changed; empty for a new one.

    Raises:
        UsageError: If there is no such action, or something typed cannot be taken.
    """
    opened = open_agency(desk, audit_id)
    before = _action(opened, action_id) if action_id else None
    blank = before or AgencyAction(id=desk.new_id("t"), what="")
    values = _over(ACTION_FORM, blank, typed)
    status = values["status"] or blank.status
    closed_on = (blank.done_on or desk.today) if status != "open" else ""
    after = replace(blank, **{**values, "status": status, "done_on": closed_on})
    if after != before:
        after = replace(after, by=desk.who, at=desk.at)
    what = f"action {'changed' if before else 'added'}: {after.what}"
    return _view(desk, keep_in(desk, opened, "action", what, edit("actions", after.id, before, after)).audit)


def remove_action(desk: Desk, audit_id: str, action_id: str) -> SummaryView:
    """Take an action away; undo brings it back.

    Raises:
        UsageError: If there is no such action.
    """
    opened = open_agency(desk, audit_id)
    gone = _action(opened, action_id)
    what = f"action removed: {gone.what}"
    return _view(desk, keep_in(desk, opened, "action", what, edit("actions", gone.id, gone, None)).audit)


def _action(opened: OpenAgency, action_id: str) -> AgencyAction:
    known = {one.id: one for one in opened.audit.actions}
    if action_id not in known:
        hint = did_you_mean(action_id, known) or "compact-tui agency-audit show lists them."
        raise UsageError(f'There is no action "{action_id[:40]}" in this audit.', hint)
    return known[action_id]


def attach(desk: Desk, audit_id: str, path: str) -> AgencyOverview:
    """Keep where the agency's own report lies and what it holds; it is sent with the template.

    Raises:
        FileNotAcceptableError: If it is a folder or a device, or reading it takes too long.
        WorkspaceError: If it is not there or cannot be read.
        UsageError: If nothing was named.
        CompactError: If a report of the same name is attached already.
    """
    opened = open_agency(desk, audit_id)
    named = parse_path(path)
    if not named:
        raise UsageError("Name the file of your report.", "Nothing was attached.")
    file: Path = path_of(named).absolute()
    found = fingerprint(file)
    same = next((one for one in opened.audit.attached if one.name.casefold() == file.name.casefold()), None)
    if same and Path(same.path) != file:
        raise CompactError(
            f'A file called "{same.name}" is attached already, from another folder.',
            "Take that one off first, or give this one another name. Nothing was attached.",
        )
    after = Attached(
        id=same.id if same else desk.new_id("f"),
        name=file.name,
        path=str(file),
        sha256=found.sha256,
        size=found.size,
        on=desk.today,
        by=desk.who,
        at=desk.at,
    )
    return overview_of(
        desk, keep_in(desk, opened, "attach", f"attached: {after.name}", edit("attached", after.id, same, after))
    )


def detach(desk: Desk, audit_id: str, name: str) -> AgencyOverview:
    """Take a report off the audit, by its id or name; the file stays where it is.

    Raises:
        UsageError: If there is no such file.
    """
    opened = open_agency(desk, audit_id)
    gone = next((one for one in opened.audit.attached if name in (one.id, one.name)), None)
    if gone is None:
        near = did_you_mean(name, [one.name for one in opened.audit.attached])
        raise UsageError(f'No file "{name[:60]}" is attached.', near or _AS_IT_WAS)
    return overview_of(
        desk, keep_in(desk, opened, "attach", f"no longer attached: {gone.name}", edit("attached", gone.id, gone, None))
    )
