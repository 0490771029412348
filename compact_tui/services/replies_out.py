"""Replying to returns: what the committee says to each setting, as a file, a page and the draft of an email."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from compact_tui.core.errors import CompactError, UsageError
from compact_tui.core.forms import split
from compact_tui.core.partnership import RegisterEntry, ReplyMade
from compact_tui.core.reply import Reply, wrong_in_reply
from compact_tui.core.reply_page import reply_page
from compact_tui.core.reply_views import RepliesView, ReplyLine
from compact_tui.core.requests_made import MadeLine, MadeView, made_before, some
from compact_tui.core.sent_text import as_sent
from compact_tui.core.setting import sector_word
from compact_tui.core.text import count, slug
from compact_tui.exchange.email_draft import Attachment
from compact_tui.exchange.reply_json import encode_reply
from compact_tui.exchange.reply_letters import parcel_files, reply_parcel
from compact_tui.services.collect_index import open_index
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import head_of, keep, kept, register_of
from compact_tui.services.reading_parts import unread_of
from compact_tui.services.register import entry_named
from compact_tui.services.reply_building import ReplyRound, build_reply, sector_of
from compact_tui.services.reply_reports import reports_to_attach
from compact_tui.services.reply_spreads import Spreads
from compact_tui.services.return_rows import Packs
from compact_tui.storage.return_index import ReturnRow
from compact_tui.storage.send_folder import make_folder

Told = Callable[[int, int], bool] | None
_NAME_LENGTH = 24
_NOTHING = "Nothing was made."
_NEXT = "When the emails have gone, say so: s in Replies, or compact-tui partnership sent --on DATE"
_COLLECT = (
    "Nothing was made. Collect first; where a return belongs to nobody yet, say whose it is: "
    "compact-tui partnership collect FOLDER, compact-tui partnership match"
)
_PUT_RIGHT = "Put it right in what is said of the return, in the register, or in what is said of the partnership."
_ALL_DONE = "Every return of this round has its reply already."
_NO_REPORT = "No learning report is attached: none was written for these sectors, or it was left out."


def list_replies(desk: Desk) -> RepliesView:
    """The returns of the round that count, with the reply to each.

    Raises:
        UsageError: If no partnership was started here.
    """
    here, replies = _returns(desk), _made(desk)
    unread = unread_of(desk, (row.id for row, _ in here))
    lines = tuple(_line(row, entry, replies.get(row.id), unread=row.id in unread) for row, entry in here)
    made, answered = (sum(bool(getattr(line, name)) for line in lines) for name in ("reply", "answered_on"))
    waiting = f"; {len(unread)} unread" if unread else ""
    said = f"{count(len(lines), 'return')}: {made} replied to, {answered} answered{waiting}."
    said = said if lines else "No return is here."
    return RepliesView(lines=lines, made=made, answered=answered, sentence=said)


def make_replies(
    desk: Desk,
    names: Iterable[str] = (),
    told: Told = None,
    *,
    report: str = "",
    attach: bool = True,
    unread: bool = False,
) -> MadeView:
    """Make the reply to the return of some settings, or to all that were read and have none yet.

    Args:
        desk: Where, when and who.
        names: Ids or names of settings; those get another one where they have one. Empty for all.
        told: Hears how many are made of how many; says whether to go on.
        report: Path of the learning report that goes with it; empty for the newest of the setting's sector that was
            written.
        attach: Whether a learning report goes with it.
        unread: Whether all means those too that nobody has finished reading; where no return was shared out to
            readers, they are never left out.

    Raises:
        UsageError: If a name is not in the register, its return is not here, or no return of the round is.
        CompactError: If nothing that was decided can be sent; of several, the others get their replies.
        WorkspaceError: If anything could not be read or written; what was made before it is kept and noted.
    """
    here = {entry.id: (row, entry) for row, entry in _returns(desk)}
    named = [entry_named(desk, name) for name in names]
    for entry in named:
        if entry.id not in here:
            raise UsageError(f"No return of {entry.name} counts in this round.", _NOTHING)
    if not here:
        raise UsageError("No return of this round has come in yet.", _COLLECT)
    before = _made(desk)
    unread_now = unread_of(desk, (row.id for row, _ in here.values()))
    open_ones = [pair for pair in here.values() if pair[0].id not in before]
    waiting = frozenset() if unread or named else unread_now
    wanted = [here[one.id] for one in named] or [pair for pair in open_ones if pair[0].id not in waiting]
    passed = _passed(sum(row.id in waiting for row, _ in open_ones))
    if not wanted:
        done = "No return that was read waits for its reply." if passed else _ALL_DONE
        return _view(desk, [], done, passed=passed)
    sectors = {sector_of(*pair) for pair in wanted}
    spreads = Spreads(desk, sectors)
    reports = reports_to_attach(desk, sectors, report) if attach else {}
    attachments = {sector: one for sector, (one, _) in reports.items()}
    round_ = ReplyRound(head_of(desk), spreads.shown, Packs(desk), attachments)
    records: list[ReplyMade] = []
    lines: list[MadeLine] = []
    replies: list[Reply] = []
    failed: list[str] = []
    try:
        for at, (row, entry) in enumerate(wanted):
            if told is not None and not told(at, len(wanted)):
                break
            reply = as_sent(build_reply(desk, round_, row, entry, unread=row.id in unread_now))
            wrong = next(wrong_in_reply(reply), "")
            if wrong:
                failed.append(f"No reply can be made for {entry.name}: {wrong}.")
                continue
            spreads.remember(sector_of(row, entry), reply)
            lines.append(_write(desk, reply, entry, round_.reports.get(sector_of(row, entry))))
            replies.append(reply)
            records.append(_record(desk, reply, entry, lines[-1]))
    finally:
        if records:
            edits = tuple(edit("replies", one.id, None, one) for one in records)
            keep(desk, "partnership-reply", f"{_replies(len(edits))} made", edits, undoable=False)
    if failed and not lines:
        raise CompactError(failed[0], f"{_NOTHING} {_PUT_RIGHT}")
    attached = [f"With {sector_word(sector) or 'each'}: {path}" for sector, (_, path) in reports.items()]
    notes = [*_again(desk, lines, before, here), *_undecided(replies), *spreads.notes, *(attached or [_NO_REPORT])]
    return _view(desk, lines, f"{_replies(len(lines))} made. Made is not sent.", notes, (*passed, *failed))


def _again(
    desk: Desk,
    lines: Sequence[MadeLine],
    before: Mapping[str, ReplyMade],
    here: Mapping[str, tuple[ReturnRow, RegisterEntry]],
) -> list[str]:
    """What was made before of what is made again, a sentence each."""
    pairs = ((line, before.get(here[line.entry][0].id)) for line in lines)
    folder = desk.workspace.sent_folder.absolute()
    return [
        made_before("reply", line.name, old.made_on, str(folder / old.folder), sent_on=old.sent_on)
        for line, old in pairs
        if old is not None
    ]


def _undecided(replies: Sequence[Reply]) -> list[str]:
    """Whose plan waits and whose return was not read to the end, as their replies say."""
    plans = [reply.setting for reply in replies if reply.plan_waits]
    unread = [reply.setting for reply in replies if reply.unread]
    told = []
    if plans:
        told.append(f"Plan not decided yet: {some(plans)}. The reply says that it is still being read.")
    if unread:
        told.append(f"Return not read to the end yet: {some(unread)}. The reply says so.")
    return told


def _replies(number: int) -> str:
    return count(number, "reply", "replies")


def _passed(unread: int) -> tuple[str, ...]:
    """What is said of the returns that were left out because nobody has finished reading them."""
    if not unread:
        return ()
    told = "return is not read to the end yet, and got", "returns are not read to the end yet, and got"
    others = "Choose one to reply to it all the same; all of them: compact-tui partnership reply --all --unread."
    return (f"{count(unread, *told)} no reply. {others}",)


def _view(
    desk: Desk,
    lines: list[MadeLine],
    sentence: str,
    attached: Sequence[str] = (),
    passed: tuple[str, ...] = (),
) -> MadeView:
    without = sum(not line.to for line in lines)
    lacking = (f"{without} without an address: look it up, and write it into the register.",) if without else ()
    return MadeView(
        kind="reply",
        made=tuple(lines),
        passed=passed,
        notes=(*lacking, *attached),
        folder=str(desk.workspace.sent_folder.absolute()) if lines else "",
        sentence=sentence,
        next_step=_NEXT if lines else "",
    )


def _returns(desk: Desk) -> list[tuple[ReturnRow, RegisterEntry]]:
    register = {entry.id: entry for entry in register_of(desk)}
    with open_index(desk) as index:
        rows = [row for row in index.returns(cycle=head_of(desk).cycle, current=True) if row.entry in register]
    return sorted(((row, register[row.entry]) for row in rows), key=lambda pair: pair[1].name.casefold())


def _made(desk: Desk) -> dict[str, ReplyMade]:
    """The newest reply by the id of its return."""
    return {one.return_id: one for one in kept(desk, "replies", ReplyMade)}


def _line(row: ReturnRow, entry: RegisterEntry, made: ReplyMade | None, *, unread: bool) -> ReplyLine:
    state, word = "not-started", "not read to the end" if unread else "no reply yet"
    if made is not None:
        state, word = ("started", "sent") if made.sent_on else ("started", "made, NOT yet sent")
        state, word = ("done", "answered") if made.answered_on else (state, word)
    return ReplyLine(
        entry=entry.id,
        name=entry.name,
        return_id=row.id,
        reply=made.id if made else "",
        made_on=made.made_on if made else "",
        sent_on=made.sent_on if made else "",
        answered_on=made.answered_on if made else "",
        folder=made.folder if made else "",
        state=state,
        word=word,
    )


def _write(desk: Desk, reply: Reply, entry: RegisterEntry, report: Attachment | None) -> MadeLine:
    """Write the folder of one setting."""
    from compact_tui.exchange.html import page_html

    stem = f"{slug(entry.name, _NAME_LENGTH)}-reply"
    attached = [
        Attachment(f"{stem}.json", encode_reply(reply)),
        Attachment(f"{stem}.html", page_html(reply_page(reply))),
        *((report,) if report else ()),
    ]
    to = split(entry.contact_email)
    parcel = reply_parcel(reply, to, tuple(attached), f"{stem}-email.eml", entry.contact_name)
    name = f"{desk.today}-reply-{slug(entry.id, _NAME_LENGTH)}-{slug(entry.name, _NAME_LENGTH)}"
    folder = make_folder(desk.workspace.sent_folder, name, f".unfinished-{reply.id}", parcel_files(parcel)).absolute()
    return MadeLine(
        entry=entry.id, name=entry.name, folder=str(folder), draft_file=str(folder / parcel.draft_file), to=to
    )


def _record(desk: Desk, reply: Reply, entry: RegisterEntry, line: MadeLine) -> ReplyMade:
    return ReplyMade(
        id=reply.id,
        return_id=reply.return_id,
        entry=entry.id,
        made_on=desk.today,
        folder=Path(line.folder).name,
        by=desk.who,
        at=desk.at,
    )
