"""Replying to returns: what the committee says to each setting, as a file, a page and the draft of an email."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from compact_tui import __version__
from compact_tui.core.analysis_views import GroupFigures, StandardFigures
from compact_tui.core.digest import spoken_code
from compact_tui.core.errors import UsageError
from compact_tui.core.forms import split
from compact_tui.core.partnership import PartnershipHead, RegisterEntry, ReplyMade
from compact_tui.core.read_records import Moderation, PlanVerdict, Remark
from compact_tui.core.read_show import level_words
from compact_tui.core.reply import ACCEPTED, SENT_BACK, Reply, ReplyGrade, ReplyRemark
from compact_tui.core.reply_page import reply_page
from compact_tui.core.reply_views import RepliesView, ReplyLine
from compact_tui.core.requests_made import MadeLine, MadeView
from compact_tui.core.setting import sector_word
from compact_tui.core.text import count, slug
from compact_tui.exchange.email_draft import Attachment
from compact_tui.exchange.reply_json import encode_reply
from compact_tui.exchange.reply_letters import parcel_files, reply_parcel
from compact_tui.services.analysing import analyse
from compact_tui.services.collect_index import open_index
from compact_tui.services.collected import return_of
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import head_of, keep, kept, register_of
from compact_tui.services.reading_parts import unread_of
from compact_tui.services.register import entry_named
from compact_tui.services.reply_reports import reports_to_attach
from compact_tui.services.return_files import pack_for
from compact_tui.services.return_rows import Packs
from compact_tui.storage.return_index import ReturnRow
from compact_tui.storage.send_folder import make_folder

Told = Callable[[int, int], bool] | None
_NAME_LENGTH = 24
_NOTHING = "Nothing was made."
_NEXT = "When the emails have gone, say so: s in Replies, or compact-tui partnership sent --on DATE"
_ALL_DONE = "Every return of this round has its reply already."
_NO_REPORT = "No learning report is attached: none was written for these sectors, or it was left out."


class _Round(Struct, frozen=True):
    """What every reply of a round has in common."""

    head: PartnershipHead
    sectors: Mapping[str, GroupFigures]
    packs: Packs
    reports: Mapping[str, Attachment]
    """The learning report that goes with each reply, by sector."""


def list_replies(desk: Desk) -> RepliesView:
    """The returns of the round that count, with the reply to each.

    Raises:
        UsageError: If no partnership was started here.
    """
    lines = tuple(_line(row, entry, _made(desk).get(row.id)) for row, entry in _returns(desk))
    made, answered = (sum(bool(getattr(line, name)) for line in lines) for name in ("reply", "answered_on"))
    said = f"{count(len(lines), 'return')}: {made} replied to, {answered} answered." if lines else "No return is here."
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
        UsageError: If a name is not in the register, or its return is not here.
        WorkspaceError: If anything could not be read or written; what was made before it is kept and noted.
    """
    here = {entry.id: (row, entry) for row, entry in _returns(desk)}
    named = [entry_named(desk, name) for name in names]
    for entry in named:
        if entry.id not in here:
            raise UsageError(f"No return of {entry.name} counts in this round.", _NOTHING)
    before = _made(desk)
    open_ones = [pair for pair in here.values() if pair[0].id not in before]
    waiting = frozenset() if unread or named else unread_of(desk, (row.id for row, _ in here.values()))
    wanted = [here[one.id] for one in named] or [pair for pair in open_ones if pair[0].id not in waiting]
    passed = _passed(sum(row.id in waiting for row, _ in open_ones))
    if not wanted:
        done = "No return that was read waits for its reply." if passed else _ALL_DONE
        return _view(desk, [], done, passed=passed)
    sectors = {group.sector: group for group in analyse(desk).analysis.sectors}
    reports = reports_to_attach(desk, {_sector(*pair) for pair in wanted}, report) if attach else {}
    round_ = _Round(head_of(desk), sectors, Packs(desk), {sector: one for sector, (one, _) in reports.items()})
    records: list[ReplyMade] = []
    lines: list[MadeLine] = []
    try:
        for at, (row, entry) in enumerate(wanted):
            if told is not None and not told(at, len(wanted)):
                break
            reply = _reply(desk, round_, row, entry)
            lines.append(_write(desk, reply, entry, round_.reports.get(_sector(row, entry))))
            records.append(_record(desk, reply, entry, lines[-1]))
    finally:
        if records:
            edits = tuple(edit("replies", one.id, None, one) for one in records)
            keep(desk, "partnership-reply", f"{_replies(len(edits))} made", edits, undoable=False)
    attached = [f"With {sector_word(sector) or 'each'}: {path}" for sector, (_, path) in reports.items()]
    return _view(desk, lines, f"{_replies(len(lines))} made. Made is not sent.", attached or [_NO_REPORT], passed)


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
    lacking = (f"{without} of them have no address: look it up, and write it into the register.",) if without else ()
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


def _line(row: ReturnRow, entry: RegisterEntry, made: ReplyMade | None) -> ReplyLine:
    state, word = "not-started", "no reply yet"
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


def _sector(row: ReturnRow, entry: RegisterEntry) -> str:
    return entry.sector or row.sector


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
    parcel = reply_parcel(reply, to, tuple(attached), f"{stem}-email.eml")
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


def _reply(desk: Desk, round_: _Round, row: ReturnRow, entry: RegisterEntry) -> Reply:
    return_ = return_of(desk, row.id)
    pack = round_.packs.of(return_) or pack_for(return_, None)
    titles = {standard.id: standard.title for standard in pack.standard}
    ours = {one.standard: one for one in kept(desk, "moderations", Moderation) if _first(one, row.id)}
    sector = _sector(row, entry)
    attached = round_.reports.get(sector)
    group = round_.sectors.get(sector)
    same_edition = (row.pack, row.edition) == (round_.head.pack, round_.head.edition)
    figures = {one.standard: one for one in group.standards} if group and same_edition else {}
    verdict = next((one for one in kept(desk, "plan_verdicts", PlanVerdict) if one.id == row.id), None)
    return Reply(
        id=desk.new_id("rp"),
        made_by=f"compact_tui {__version__}",
        made_on=desk.today,
        partnership=round_.head.name,
        register_id=entry.id,
        setting=entry.name,
        return_id=row.id,
        return_code=spoken_code(return_.digest),
        received_on=row.received_on,
        cycle=row.cycle,
        pack=row.pack,
        edition=row.edition,
        grades=tuple(
            ReplyGrade(
                standard=given.id,
                title=titles.get(given.id, given.id),
                own=given.grade,
                own_word=level_words(pack, given.grade),
                moderated=ours[given.id].level if given.id in ours else "",
                moderated_word=level_words(pack, ours[given.id].level) if given.id in ours else "",
                reason=ours[given.id].reason if given.id in ours else "",
                sector=_spread(figures.get(given.id)),
            )
            for given in (return_.standards if return_.pack.levels else ())
        ),
        remarks=tuple(
            ReplyRemark(
                id=one.id,
                kind=one.kind,
                text=one.text,
                standard=one.standard,
                title=titles.get(one.standard, one.standard),
                priority=one.priority,
            )
            for one in kept(desk, "remarks", Remark)
            if one.return_id == row.id
        ),
        plan="" if verdict is None else ACCEPTED if verdict.accepted else SENT_BACK,
        plan_reason=verdict.reason if verdict else "",
        sector=sector_word(sector),
        report=f"Our learning report is attached: {attached.name}" if attached else "",
        answer_to=round_.head.return_to,
    )


def _first(one: Moderation, return_id: str) -> bool:
    """Whether a moderated grade is the committee's on this return; a second, blind reading stays inside."""
    return one.return_id == return_id and one.reading == 1


def _spread(figures: StandardFigures | None) -> str:
    """How many are at which level, as it is published of the sector; empty where that is suppressed."""
    if figures is None or figures.suppressed or not figures.levels:
        return ""
    return ", ".join(f"{one.word} {one.count}" for one in figures.levels) + f" (of {figures.n})"
