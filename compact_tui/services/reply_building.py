"""What a reply says: put together from what was decided on a return, and from the figures that are published."""

from collections.abc import Mapping

from msgspec import Struct

from compact_tui import __version__
from compact_tui.core.analysis_views import GroupFigures, StandardFigures
from compact_tui.core.digest import spoken_code
from compact_tui.core.partnership import PartnershipHead, RegisterEntry
from compact_tui.core.read_records import Moderation, PlanVerdict, Remark
from compact_tui.core.read_show import level_words
from compact_tui.core.reply import ACCEPTED, SENT_BACK, Reply, ReplyGrade, ReplyRemark
from compact_tui.core.setting import sector_word
from compact_tui.exchange.email_draft import Attachment
from compact_tui.services.collected import return_of
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import kept
from compact_tui.services.return_files import pack_for
from compact_tui.services.return_rows import Packs
from compact_tui.storage.return_index import ReturnRow


class ReplyRound(Struct, frozen=True):
    """What every reply of a round has in common."""

    head: PartnershipHead
    sectors: Mapping[str, GroupFigures]
    """Those of which replies tell how many are at which level."""
    packs: Packs
    reports: Mapping[str, Attachment]
    """The learning report that goes with each reply, by sector."""


def sector_of(row: ReturnRow, entry: RegisterEntry) -> str:
    """The sector of a return: as the register says, else as the return does."""
    return entry.sector or row.sector


def build_reply(desk: Desk, round_: ReplyRound, row: ReturnRow, entry: RegisterEntry, *, unread: bool) -> Reply:
    """The reply to a return.

    Args:
        desk: Where, when and who.
        round_: What every reply of the round has in common.
        row: The return.
        entry: Whose it is.
        unread: Whether nobody has finished reading it.

    Raises:
        WorkspaceError: If the return cannot be read.
    """
    return_ = return_of(desk, row.id)
    pack = round_.packs.of(return_) or pack_for(return_, None)
    titles = {standard.id: standard.title for standard in pack.standard}
    ours = {one.standard: one for one in kept(desk, "moderations", Moderation) if _first(one, row.id)}
    sector = sector_of(row, entry)
    attached = round_.reports.get(sector)
    group = round_.sectors.get(sector)
    same_edition = (row.pack, row.edition) == (round_.head.pack, round_.head.edition)
    figures = {one.standard: one for one in group.standards} if group and same_edition else {}
    verdict = next((one for one in kept(desk, "plan_verdicts", PlanVerdict) if one.id == row.id), None)
    return Reply(
        id=desk.new_id("rp"),
        made_by=f"compact_tui {__version__}",
        made_on=desk.today,
        made_at=desk.at,
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
        plan_waits=verdict is None and bool(return_.actions),
        unread=unread,
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
