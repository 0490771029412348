"""The return: seeing it, making it, and saying what became of it; reading one is in ``return_files``."""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from compact_tui.core.audit import ReturnMade, latest_return
from compact_tui.core.days import moment_of, parse_day, say_day
from compact_tui.core.digest import spoken_code
from compact_tui.core.errors import CompactError, UsageError, WorkspaceError
from compact_tui.core.pack import AuditPack
from compact_tui.core.report import report_of
from compact_tui.core.return_changes import Since
from compact_tui.core.return_views import FileView, ReturnMadeView, ReturnPreview, ReturnSentView
from compact_tui.core.returns import Return, content_code, counts_of, return_state, with_digest
from compact_tui.core.standing_views import share_words
from compact_tui.core.text import clean_line, did_you_mean, slug
from compact_tui.exchange.return_json import encode, read
from compact_tui.services.books import OpenAudit, open_audit
from compact_tui.services.desk import Desk, commit, edit
from compact_tui.services.drafts import draft_of
from compact_tui.services.return_files import show_file, verify_file
from compact_tui.services.review import held_back, refuse_while_errors
from compact_tui.services.signed_copies import since_signed
from compact_tui.storage.send_folder import make_folder, remove_folder

if TYPE_CHECKING:
    from compact_tui.exchange.return_letters import SendNames

__all__ = ["make", "preview", "receipt", "sent", "show_file", "verify_file"]

_NAME_LENGTH, _CYCLE_LENGTH = 24, 16
"""Characters of folder and file names; Windows takes 260 for a whole path."""


def preview(desk: Desk) -> ReturnPreview:
    """The return as it would be made now; nothing is written.

    Raises:
        UsageError: If there is no audit, or several and none was named.
    """
    opened = open_audit(desk)
    draft = draft_of(desk, opened, "")
    since = since_signed(desk, opened.audit, draft, opened.pack)
    return ReturnPreview(
        page=report_of(draft, opened.pack, since),
        warnings=draft.warnings,
        complete=draft.complete,
        held_back=held_back(desk, opened),
        code=content_code(draft),
        size=len(encode(draft)),
        counts=counts_of(draft),
        standing_words=share_words(opened.audit.standing),
    )


def make(desk: Desk) -> ReturnMadeView:
    """Make the return: a folder with the return, its page, a draft email and how to send by hand.

    Raises:
        CompactError: While an error of Review stands; nothing is made.
        WorkspaceError: If any of it could not be written and read back; nothing is made.
    """
    opened = open_audit(desk)
    if opened.kept.part_here:
        raise CompactError(
            "This is a part of another audit, so no return is made of it.",
            "Your answers are safe. Send the part back with: compact-tui audit part return (or press x on Home).",
        )
    refuse_while_errors(desk, opened, "The return was not made")
    return_ = with_digest(draft_of(desk, opened, desk.new_id("r")))
    names, files = _files(return_, opened.pack, since_signed(desk, opened.audit, return_, opened.pack))
    before = f"{return_.made_on}-{slug(return_.setting.name, _NAME_LENGTH)}-{slug(return_.cycle, _CYCLE_LENGTH)}"
    folder = make_folder(desk.workspace.sent_folder, before, f".unfinished-{return_.id}", files)
    made = ReturnMade(
        id=return_.id,
        made_at=desk.at,
        folder=folder.name,
        return_file=names.return_file,
        digest=return_.digest,
        code=spoken_code(return_.digest),
        complete=return_.complete,
        supersedes=return_.supersedes,
    )
    try:
        commit(
            desk,
            opened.book,
            "return-made",
            f"return made: {made.code}",
            (edit("returns", made.id, None, made),),
            undoable=False,
        )
    except WorkspaceError:
        if opened.book.unsaved:
            remove_folder(folder)
        raise
    return _made_view(folder, made, return_, files)


def _files(return_: Return, pack: AuditPack, since: tuple[Since, ...]) -> tuple["SendNames", dict[str, bytes]]:
    """Everything that goes into the folder, by name; the return reads back as the same."""
    from compact_tui.exchange.html import page_html
    from compact_tui.exchange.return_letters import SendNames, read_me_of
    from compact_tui.exchange.return_letters import draft_of as email_of

    stem = f"{slug(return_.setting.name, _NAME_LENGTH)}-{slug(return_.cycle, _CYCLE_LENGTH)}"
    names = SendNames(
        return_file=f"{stem}-return.json",
        report_file=f"{stem}-report.html",
        draft_file=f"{stem}-email.eml",
        read_me_file=f"{stem}-read-me-first.txt",
    )
    data = encode(return_)
    if read(data).return_ != return_:
        raise WorkspaceError("The return does not read back as it was written.", "No return was made. Report this.")
    page = page_html(report_of(return_, pack, since))
    return names, {
        names.return_file: data,
        names.report_file: page,
        names.draft_file: email_of(return_, names, data, page),
        names.read_me_file: read_me_of(return_, names),
    }


def _made_view(folder: Path, made: ReturnMade, return_: Return, files: dict[str, bytes]) -> ReturnMadeView:
    paths = [str((folder / name).absolute()) for name in files]
    return ReturnMadeView(
        id=made.id,
        folder=str(folder.absolute()),
        return_file=paths[0],
        report_file=paths[1],
        draft_file=paths[2],
        read_me_file=paths[3],
        digest=made.digest,
        code=made.code,
        complete=made.complete,
        supersedes=made.supersedes,
        files=tuple(FileView(name=name, bytes=len(data)) for name, data in files.items()),
        counts=counts_of(return_),
        warnings=return_.warnings,
        next_step="Made is not sent. Open the draft email and send it; then say so with: "
        f"compact-tui return sent {made.id} --on DATE --by ROLE",
    )


def sent(desk: Desk, return_id: str, on: str, by: str) -> ReturnSentView:
    """Say when a return was sent, and by which role.

    Raises:
        UsageError: If there is no such return, or the day cannot be right.
    """
    opened = open_audit(desk)
    before = _return_named(opened, return_id)
    day = day_noted(on, made_day(before.made_at), "it was made", desk.today)
    return _noted(
        desk, opened, before, msgspec.structs.replace(before, sent_on=day, sent_by=clean_line(by)), "return-sent"
    )


def receipt(desk: Desk, return_id: str, on: str, ref: str) -> ReturnSentView:
    """Say when the receipt for a return came in, and its number.

    Raises:
        UsageError: If there is no such return, or the day cannot be right.
    """
    opened = open_audit(desk)
    before = _return_named(opened, return_id)
    earliest, what = (before.sent_on, "it was sent") if before.sent_on else (made_day(before.made_at), "it was made")
    day = day_noted(on, earliest, what, desk.today)
    after = msgspec.structs.replace(before, receipt_on=day, receipt_ref=clean_line(ref))
    return _noted(desk, opened, before, after, "return-receipt")


def _noted(desk: Desk, opened: OpenAudit, before: ReturnMade, after: ReturnMade, verb: str) -> ReturnSentView:
    told = return_state(msgspec.structs.replace(opened.audit, returns=(after,)), desk.today)
    commit(desk, opened.book, verb, f"return {told.sentence}", (edit("returns", after.id, before, after),))
    return ReturnSentView(id=after.id, state=told.id, sentence=told.sentence)


def _return_named(opened: OpenAudit, return_id: str) -> ReturnMade:
    known = {made.id: made for made in opened.audit.returns}
    if return_id not in known:
        latest = latest_return(opened.audit)
        nothing = "No return has been made yet. Make one with: compact-tui return make"
        listed = f"Returns here: {', '.join(known)}." if latest else nothing
        raise UsageError(f'There is no return "{return_id}".', did_you_mean(return_id, known) or listed)
    return known[return_id]


def made_day(made_at: str) -> str:
    """The day of a kept instant, where the person is."""
    return moment_of(made_at).astimezone().date().isoformat()


def day_noted(typed: str, earliest: str, what: str, today: str) -> str:
    """The day on which something was sent or came in.

    Args:
        typed: What a person typed.
        earliest: The first day that can be right.
        what: What happened on that day, such as ``it was made``.
        today: The last day that can be right.

    Raises:
        UsageError: If it is no day, or cannot be right.
    """
    try:
        day = parse_day(typed)
    except ValueError as error:
        raise UsageError(str(error), "Nothing was noted.") from error
    if day < earliest:
        raise UsageError(f"{say_day(day)} is before {what} ({say_day(earliest)}).", "Nothing was noted. Check the day.")
    if day > today:
        raise UsageError(f"{say_day(day)} has not come yet.", "Nothing was noted. Check the day.")
    return day
