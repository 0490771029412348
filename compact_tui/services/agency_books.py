"""Opening the books of the single-agency audits: one each, found by their ids."""

from pathlib import Path

from msgspec import Struct

from compact_tui.core.agency_audit import (
    AGENCY_TABLES,
    ANSWERS,
    CLOSED,
    PLANNED,
    STARTED,
    AgencyAudit,
    AgencyHead,
    AgencySent,
)
from compact_tui.core.case_reference import REMEDY, why_refused
from compact_tui.core.change import Change, Edit
from compact_tui.core.days import say_short
from compact_tui.core.errors import CompactError, UsageError, WorkspaceError
from compact_tui.core.text import count, did_you_mean
from compact_tui.services.books import open_book, records_of
from compact_tui.services.desk import Desk, commit, edit
from compact_tui.storage.book import Book, BookKind
from compact_tui.storage.workspace import agency_audit_paths

AGENCY_BOOK = BookKind(format="compact-agency-audit-book", version=1, tables=tuple(AGENCY_TABLES))


class OpenAgency(Struct, frozen=True):
    """A single-agency audit that lies open on the desk."""

    book: Book
    audit: AgencyAudit


def agency_paths(desk: Desk) -> tuple[Path, ...]:
    """The books of the single-agency audits, by name, also those that are not saved yet."""
    folder = desk.workspace.agency_audits_folder
    there = agency_audit_paths(folder)
    unsaved = [path for path, book in desk.shelf.books.items() if path.parent == folder and book.unsaved]
    return tuple(sorted({*there, *unsaved}))


def agency_in(book: Book) -> AgencyAudit:
    """The audit that a book holds.

    Raises:
        WorkspaceError: If a record in it is not of the form it should have, or it holds no audit.
    """
    tables = {name: records_of(book, name, record) for name, record in AGENCY_TABLES.items()}
    heads = tables.pop("audit")
    if not heads:
        raise WorkspaceError(
            f"{book.path.name} holds no audit.", "Nothing was changed. Move the file away, or restore a backup."
        )
    return AgencyAudit(head=heads[0], **tables)  # type: ignore[arg-type]


def all_agency(desk: Desk) -> tuple[OpenAgency, ...]:
    """Every single-agency audit of the workspace, each once: of two files of one audit the one with our name is used.

    Raises:
        WorkspaceError: If one cannot be read.
    """
    found: dict[str, OpenAgency] = {}
    for path in agency_paths(desk):
        book = open_book(desk, path, AGENCY_BOOK)
        opened = OpenAgency(book, agency_in(book))
        name = opened.audit.head.id
        if name not in found or path == agency_path(desk, name):
            found[name] = opened
    return tuple(found.values())


def open_agency(desk: Desk, audit_id: str = "") -> OpenAgency:
    """The audit with an id; with none the only one that is going on.

    Raises:
        UsageError: If there is no such audit, or several are going on and none was named.
        WorkspaceError: If it cannot be read.
    """
    known = {one.audit.head.id: one for one in all_agency(desk)}
    if audit_id in known:
        return known[audit_id]
    if audit_id:
        hint = did_you_mean(audit_id, known) or "compact-tui agency-audit list shows the ids."
        raise UsageError(f'There is no single-agency audit "{audit_id}".', hint)
    going_on = [name for name, one in known.items() if one.audit.head.status == STARTED]
    if len(going_on) != 1:
        ids = f" Their ids: {', '.join(going_on)}." if going_on else ""
        said = "Several single-agency audits are going on." if going_on else "No single-agency audit is going on."
        raise UsageError(said, f"Say which one is meant.{ids} compact-tui agency-audit list shows all.")
    return known[going_on[0]]


def agency_path(desk: Desk, audit_id: str) -> Path:
    """The book of an audit."""
    return desk.workspace.agency_audits_folder / f"{audit_id}.json"


def create_agency(desk: Desk, head: AgencyHead, edits: tuple[Edit, ...]) -> OpenAgency:
    """Begin the book of a new audit; undo does not take it away.

    Raises:
        WorkspaceError: If it cannot be written.
    """
    desk.workspace.prepare()
    path = agency_path(desk, head.id)
    what = f"single-agency audit {head.status}: {head.title}"
    all_edits = (edit("audit", head.id, None, head), *edits)
    change = Change(
        id=desk.new_id("c"), at=desk.at, by=desk.who, verb="start", what=what, undoable=False, edits=all_edits
    )
    book = desk.shelf.books[path] = Book.create(path, AGENCY_BOOK, change)
    return OpenAgency(book, agency_in(book))


def keep_in(desk: Desk, opened: OpenAgency, verb: str, what: str, *edits: Edit, undoable: bool = True) -> OpenAgency:
    """Make one change to an audit, and give it as it is then.

    Raises:
        WorkspaceError: If it could not be saved and the desk saves at once.
    """
    commit(desk, opened.book, verb, what, edits, undoable=undoable)
    return OpenAgency(opened.book, agency_in(opened.book))


def going_on(opened: OpenAgency) -> None:
    """Refuse what needs an audit that is going on.

    Raises:
        CompactError: If it is not begun yet, closed or dropped.
    """
    status = opened.audit.head.status
    if status != STARTED:
        step = "Begin it first." if status == PLANNED else "Reopen it first."
        raise CompactError(f'"{opened.audit.head.title}" is {status}, so nothing was changed.', step)


def only_while(opened: OpenAgency, *statuses: str) -> None:
    """Refuse what makes sense only while an audit is of certain statuses.

    Raises:
        CompactError: If it is not.
    """
    head = opened.audit.head
    if head.status not in statuses:
        raise CompactError(f'"{head.title}" is {head.status}.', "Nothing was changed.")


def case_in(opened: OpenAgency, ref: str, known: tuple[str, ...] = ()) -> str:
    """The reference of a case as the program made it: ``1`` and ``c1`` are ``C01`` too.

    Args:
        opened: The audit.
        ref: What was typed.
        known: The references it may be; those of all cases where none are given.

    Raises:
        UsageError: If there is no such case; an identifier is not said again, and why it is refused is.
    """
    refs = known or tuple(case.id for case in opened.audit.cases)
    typed = ref.strip().upper()
    digits = typed.removeprefix("C")
    found = [one for one in refs if one == typed or (digits.isdecimal() and int(one[1:]) == int(digits))]
    if found:
        return found[0]
    why = why_refused(ref)
    if why:
        raise UsageError(f"{why} Nothing was kept.", REMEDY)
    span = f"There is {refs[0]} to {refs[-1]}." if refs else "No cases have been chosen yet."
    raise UsageError(f'There is no case "{ref.strip()[:20]}" here.', f"{span} The program makes the references.")


def question_in(opened: OpenAgency, name: str) -> str:
    """The id of a question, given by its id or its number.

    Raises:
        UsageError: If there is no such question; with did-you-mean.
    """
    ids = [asked.id for asked in opened.audit.questions]
    if name in ids:
        return name
    if name.isdecimal() and 0 < int(name) <= len(ids):
        return ids[int(name) - 1]
    near = did_you_mean(name, ids) or f"There are {count(len(ids), 'question')}, numbered from 1."
    raise UsageError(f'There is no question "{name[:40]}" in this audit.', near)


def known_answer(answer: str) -> None:
    """See that an answer is one of those there are, or empty.

    Raises:
        UsageError: If it is not; with did-you-mean.
    """
    known = [one for one, _, _ in ANSWERS]
    if answer and answer not in known:
        hint = did_you_mean(answer, known) or f"There is {', '.join(known)}."
        raise UsageError(f'"{answer[:40]}" is no answer here.', hint)


def agency_words(desk: Desk) -> str:
    """How the single-agency audits stand, for Home."""
    heads = []
    for path in agency_paths(desk):
        book = open_book(desk, path, AGENCY_BOOK)
        sent = any(made.sent_on for made in records_of(book, "sends", AgencySent))
        heads += [(head, sent) for head in records_of(book, "audit", AgencyHead)]
    unsent = sum(head.status == CLOSED and not sent for head, sent in heads)
    if unsent:
        return f"{unsent} not sent yet"
    begun = sum(head.status == STARTED for head, _ in heads)
    if begun:
        return f"{begun} going on"
    planned = sorted(head.planned_for for head, _ in heads if head.status == PLANNED)
    if planned:
        return f"next {say_short(planned[0])}"
    done = sum(head.status == CLOSED for head, _ in heads)
    return f"{done} done" if done else "none yet"
