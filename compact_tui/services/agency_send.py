"""Sending a single-agency audit: the completed template and our own report, in a folder that anybody can send from."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from compact_tui import __version__
from compact_tui.core.agency_audit import CLOSED, AgencySent, Attached
from compact_tui.core.agency_overview import missing
from compact_tui.core.agency_page import agency_page
from compact_tui.core.agency_return import AgencyReturn, with_agency_digest
from compact_tui.core.agency_return_build import build_agency_return, personal_warnings
from compact_tui.core.agency_send_views import AgencyMade, AgencyPreview, AgencySentView
from compact_tui.core.agency_show import is_sent
from compact_tui.core.days import say_short
from compact_tui.core.digest import spoken_code
from compact_tui.core.errors import CompactError, UsageError, WorkspaceError
from compact_tui.core.return_views import FileView
from compact_tui.core.setting import own_details
from compact_tui.core.text import clean_line, size_words, slug
from compact_tui.services.agency_books import OpenAgency, all_agency, keep_in, open_agency
from compact_tui.services.agency_parts import overview_of, pack_here
from compact_tui.services.books import read_setting
from compact_tui.services.desk import Desk, edit
from compact_tui.services.drafts import NO_SETTING
from compact_tui.services.returns import day_noted, made_day
from compact_tui.services.spot_parts import topic_titles
from compact_tui.storage.fingerprint import Fingerprint, find_moved, fingerprint
from compact_tui.storage.reading import read_bytes
from compact_tui.storage.send_folder import make_folder, remove_folder

if TYPE_CHECKING:
    from compact_tui.exchange.agency_letters import AgencyNames

_NAME_LENGTH = 24
"""Characters of a part of a folder's or file's name; Windows takes 260 for a whole path."""
_LARGE = 20 * 1000 * 1000
"""Bytes that many mail programs refuse to send at once."""
_NOTHING = "Nothing was made."


def preview(desk: Desk, audit_id: str = "") -> AgencyPreview:
    """The completed template as it would be sent now; nothing is written.

    Raises:
        UsageError: If there is no such audit.
    """
    opened = _opened(desk, audit_id)
    return_ = _document(desk, opened, "")
    last = opened.audit.sends[-1] if opened.audit.sends else None
    return AgencyPreview(
        audit=opened.audit.head.id,
        title=opened.audit.head.title,
        page=agency_page(return_),
        ready=not _held_back(opened),
        held_back=_held_back(opened),
        warnings=_warnings(desk, return_),
        state=_state(last),
        made=last.id if last else "",
    )


def _opened(desk: Desk, audit_id: str) -> OpenAgency:
    """The audit with an id; without one the only one that is closed and waits to be sent."""
    waiting = [one for one in all_agency(desk) if one.audit.head.status == CLOSED and not is_sent(one.audit)]
    return waiting[0] if not audit_id and len(waiting) == 1 else open_agency(desk, audit_id)


def _held_back(opened: OpenAgency) -> tuple[str, ...]:
    head = opened.audit.head
    if head.status == CLOSED:
        return ()
    lacking = missing(opened.audit)
    return lacking or (f"It is {head.status}: close it first.",)


def _state(last: AgencySent | None) -> str:
    if last is None:
        return "Nothing has been made to send yet."
    if last.sent_on:
        by = f" by {last.sent_by}" if last.sent_by else ""
        return f"Sent on {say_short(last.sent_on)}{by}."
    return f"Made {say_short(made_day(last.made_at))} in {last.folder}, NOT yet sent."


def _warnings(desk: Desk, return_: AgencyReturn) -> tuple[str, ...]:
    return personal_warnings(return_, own_details(read_setting(desk) or NO_SETTING))


def _document(desk: Desk, opened: OpenAgency, return_id: str) -> AgencyReturn:
    touched = opened.audit.head.standards
    known = {one.id: f"{one.number} {one.title}" for one in pack_here(desk).standard} if touched else {}
    return build_agency_return(
        read_setting(desk) or NO_SETTING,
        opened.audit,
        overview_of(desk, opened),
        standards=tuple((name, known.get(name, name)) for name in touched),
        topics=topic_titles(),
        return_id=return_id,
        made_on=desk.today,
        made_by=f"compact_tui {__version__}",
    )


def report(desk: Desk, audit_id: str = "") -> AgencyMade:
    """Make a folder with everything to send: the template as page, Word file and data, our own report, an email.

    Raises:
        UsageError: If there is no such audit.
        CompactError: If it is not closed, or our own report is gone or was changed; nothing is made.
        WorkspaceError: If any of it could not be written and read back; nothing is made.
    """
    opened = _opened(desk, audit_id)
    held_back = _held_back(opened)
    if held_back:
        raise CompactError(f"It cannot be sent yet. {' '.join(held_back)}", f"{_NOTHING} Everything you wrote is safe.")
    return_ = with_agency_digest(_document(desk, opened, desk.new_id("m")))
    own = tuple(_own_report(file) for file in opened.audit.attached)
    names, files, notes = _files(return_, opened.audit.attached, own)
    before = f"{return_.made_on}-{slug(return_.setting.name, _NAME_LENGTH)}-agency-{slug(return_.audit)}"
    folder = make_folder(desk.workspace.sent_folder, before, f".unfinished-{return_.id}", files)
    made = AgencySent(
        id=return_.id,
        made_at=desk.at,
        folder=folder.name,
        json_file=names.json_file,
        digest=return_.digest,
        code=spoken_code(return_.digest),
        by=desk.who,
        at=desk.at,
    )
    try:
        what = f"made to send: {opened.audit.head.title}, {made.code}"
        keep_in(desk, opened, "agency-report", what, edit("sends", made.id, None, made), undoable=False)
    except WorkspaceError:
        if opened.book.unsaved:
            remove_folder(folder)
        raise
    return _made_view(folder, return_, names, files, (*_warnings(desk, return_), *notes))


def _own_report(file: Attached) -> bytes:
    """Our own report as it was when it was attached.

    Raises:
        CompactError: If it is gone or was changed since.
        WorkspaceError: If it cannot be read.
    """
    path = Path(file.path)
    again = "Attach the report again where it lies now: compact-tui agency-audit attach FILE."
    wanted = Fingerprint(file.sha256, file.size)
    if not path.is_file():
        moved = find_moved(path, wanted)
        where = f" It lies in {moved.parent} now." if moved else ""
        raise CompactError(f"The report {file.name} is not where it was.{where}", f"{_NOTHING} {again}")
    if fingerprint(path) != wanted:
        raise CompactError(
            f"The report {file.name} was changed since it was attached.",
            f"{_NOTHING} If it is right as it is now, attach it again: compact-tui agency-audit attach FILE.",
        )
    return read_bytes(path)[0]


def _files(
    return_: AgencyReturn, attached: tuple[Attached, ...], own: tuple[bytes, ...]
) -> tuple["AgencyNames", dict[str, bytes], tuple[str, ...]]:
    """Everything that goes into the folder, by name, and what is to be known about it; the document reads back."""
    from compact_tui.exchange.agency_json import encode_agency, read_agency
    from compact_tui.exchange.agency_letters import AgencyNames, agency_draft, agency_read_me
    from compact_tui.exchange.docx_page import page_docx
    from compact_tui.exchange.html import page_html

    stem = f"{slug(return_.setting.name, _NAME_LENGTH)}-agency-{slug(return_.about.title, _NAME_LENGTH)}"
    names = AgencyNames(
        json_file=f"{stem}.json",
        page_file=f"{stem}.html",
        word_file=f"{stem}.docx",
        own_files=tuple(_own_name(stem, number, file) for number, file in enumerate(attached, 1)),
        draft_file=f"{stem}-email.eml",
        read_me_file="read-me-first.txt",
    )
    data = encode_agency(return_)
    if read_agency(data).return_ != return_:
        raise WorkspaceError("The document does not read back as it was written.", f"{_NOTHING} Report this.")
    page = agency_page(return_)
    going = {names.json_file: data, names.page_file: page_html(page), names.word_file: page_docx(page)}
    going |= dict(zip(names.own_files, own, strict=True))
    size = sum(map(len, going.values()))
    large = f"Together the files are {size_words(size)}. Many mail programs refuse that: ask the partnership how else."
    notes = (large,) if size > _LARGE else ()
    letters = {
        names.draft_file: agency_draft(return_, names, going),
        names.read_me_file: agency_read_me(return_, names, notes),
    }
    return names, going | letters, notes


def _own_name(stem: str, number: int, file: Attached) -> str:
    """A name of ours for our own report: what a person called it could say too much."""
    ending = Path(file.name).suffix
    safe = f".{slug(ending)}" if ending else ""
    return f"{stem}-own-report{f'-{number}' if number > 1 else ''}{safe}"


def _made_view(
    folder: Path, return_: AgencyReturn, names: "AgencyNames", files: dict[str, bytes], warnings: tuple[str, ...]
) -> AgencyMade:
    here = folder.absolute()
    return AgencyMade(
        id=return_.id,
        audit=return_.audit,
        folder=str(here),
        page_file=str(here / names.page_file),
        draft_file=str(here / names.draft_file),
        read_me_file=str(here / names.read_me_file),
        files=tuple(FileView(name=name, bytes=len(data)) for name, data in files.items()),
        code=spoken_code(return_.digest),
        supersedes=return_.supersedes,
        warnings=warnings,
        next_step="Made is not sent. Open the draft email and send it; then say so with: "
        f"compact-tui agency-audit sent {return_.audit} --on DATE --by ROLE",
    )


def sent(desk: Desk, audit_id: str, on: str, by: str) -> AgencySentView:
    """Say when the folder made last was sent, and by which role.

    Raises:
        UsageError: If there is no such audit, nothing was made, or the day cannot be right.
    """
    opened = _opened(desk, audit_id)
    if not opened.audit.sends:
        step = "Make it first: compact-tui agency-audit report"
        raise UsageError(f'Nothing has been made of "{opened.audit.head.title}" to send.', step)
    before = opened.audit.sends[-1]
    day = day_noted(on, made_day(before.made_at), "it was made", desk.today)
    after = replace(before, sent_on=day, sent_by=clean_line(by))
    keep_in(
        desk, opened, "agency-sent", f"single-agency audit: {_state(after)}", edit("sends", after.id, before, after)
    )
    return AgencySentView(id=after.id, audit=opened.audit.head.id, sentence=_state(after))
