"""Where things stand, and what to do next."""

from functools import cache
from typing import TYPE_CHECKING

from compact_tui.core.audit import Audit, latest_return
from compact_tui.core.carried import first_waiting, waiting_words
from compact_tui.core.change import Change
from compact_tui.core.days import day_of, days_until, is_day, say_day
from compact_tui.core.pack import AuditPack, Standard, standard_of
from compact_tui.core.part_views import part_sentence
from compact_tui.core.progress import next_unanswered
from compact_tui.core.rail import EMPTY_RAIL, rail_of
from compact_tui.core.returns import return_state
from compact_tui.core.setting import Setting, kind_word
from compact_tui.core.show import audit_line, numbers_of
from compact_tui.core.small_group import SMALL_GROUP, for_ourselves, time_words, title_for, words_for
from compact_tui.core.text import capitalised, count
from compact_tui.core.variation import for_variation
from compact_tui.core.views import HomeView, NextStepView, PlaceLine
from compact_tui.core.who_forms import who_sentence
from compact_tui.services.books import OpenAudit, audit_books, audit_in, one_goes_on, open_audit, read_setting
from compact_tui.services.desk import Desk
from compact_tui.services.folder_notices import tell_copies, tell_read_only
from compact_tui.services.home_words import actions_words, return_words, whole_here, whole_words
from compact_tui.services.reply_place import reply_place
from compact_tui.storage.presence import Presence, others

if TYPE_CHECKING:
    from compact_tui.core.reply_standing import ReplyStanding

SETUP = NextStepView(sentence="Say who you are: it takes a minute.", place="setup")
PARTNERSHIP = NextStepView(sentence="Go on with the returns you collect.", place="partnership")
START = NextStepView(sentence="Start your audit.", place="start")
PRINT = NextStepView(sentence="Everything is answered: print what we do next, on one side.", place="pages")
SEND_BACK = NextStepView(sentence="Everything in your part is answered: send it back.", place="colleagues")
_NOTHING_DUE = "Nobody waits for this: it is for yourselves"


def home(desk: Desk, last_here: str = "", *, with_places: bool = True, quick: bool = False) -> HomeView:
    """Where things stand.

    Args:
        desk: Where, when and who.
        last_here: Instant at which the person was last here; empty when not known.
        with_places: Whether the places to go are wanted, each with how it stands there, which takes longer.
        quick: For the first paint: leave unsaid how those places stand that take long to ask.
    """
    setting = read_setting(desk)
    books = audit_books(desk)
    tell_copies(desk)
    tell_read_only(desk)
    found = [audit_in(desk, book) for book in books]
    lines = tuple(audit_line(one.pack, one.audit) for one in found)
    opened = open_audit(desk) if one_goes_on(desk) else None
    state = return_state(opened.audit, desk.today) if opened else None
    replied = reply_place(desk, opened) if opened else None
    step = replied.step(desk.today) if replied else None
    step = step or _next(setting, len(books), opened, collects=desk.workspace.partnership_path.exists())
    return HomeView(
        setting=setting.name if setting else "",
        sector=setting.sector if setting else "",
        kind=kind_word(setting.kind) if setting else "",
        workspace=str(desk.workspace.root),
        today=desk.today,
        due=setting.due if setting else "",
        days_left=days_until(setting.due, desk.today) if setting and is_day(setting.due) else 0,
        due_sentence=due_sentence(setting, desk.today, sent=state is not None and state.id in {"sent", "receipt"}),
        audits=lines,
        audit=opened.audit.head.id if opened else "",
        title=title_for(opened.pack, opened.audit.head.cycle) if opened else whole_here(desk),
        wording_note=opened.pack.pack.wording_note if opened else "",
        rail=rail_of(opened.pack, opened.audit) if opened else EMPTY_RAIL,
        next=step,
        places=_places(desk, setting, opened, len(books), step, quick, replied) if with_places else (),
        evidence=len(opened.audit.evidence) if opened else 0,
        actions_words=actions_words(opened.audit, desk.today) if opened else "",
        return_id=_last_return(opened),
        whole=whole_words(opened),
        return_state=state.id if state else "not-made",
        return_sentence=return_words(opened, desk.today),
        for_ourselves=opened is not None and for_ourselves(opened.pack),
        is_part=opened is not None and bool(opened.kept.part_here),
        standing=_standing(setting, opened, desk.today),
        since=_since(opened, last_here, desk.today) if opened else (),
        who_sentence=who_sentence(desk.who),
        also_open=tuple(map(_also_open, others(desk.workspace.root, desk.at[:10]))),
        notices=tuple(desk.shelf.notices),
    )


def _places(
    desk: Desk,
    setting: Setting | None,
    opened: OpenAudit | None,
    audits: int,
    step: NextStepView,
    quick: bool,
    replied: "ReplyStanding | None",
) -> tuple[PlaceLine, ...]:
    from compact_tui.services.home_places import places  # all that the places need is slow to load

    return places(desk, setting, opened, audits, step, quick=quick, replied=replied)


def _also_open(presence: Presence) -> str:
    who = presence.who or "Someone"
    place = "on this computer" if presence.here else "on another computer"
    return f"{who} has this open {place} too, since {presence.since[11:16]} UTC. Both may work; nothing is lost."


def _standing(setting: Setting | None, opened: OpenAudit | None, today: str) -> tuple[str, ...]:
    """What is due, and what became of the return; a group that does it for itself is not pressed."""
    if opened is not None and opened.kept.part_here:
        return tuple(part_sentence(part) for part in opened.kept.part_here)
    small = setting is not None and setting.sector == SMALL_GROUP
    if setting is not None and small and (opened is None or for_ourselves(opened.pack)):
        due = f"You chose to share it by {say_day(setting.due)}" if is_day(setting.due) else _NOTHING_DUE
        shared = [f"Sharing: {return_words(opened, today)}."] if opened and opened.audit.returns else []
        return (f"{due}.", *shared)
    state = return_state(opened.audit, today) if opened else None
    due = due_sentence(setting, today, sent=state is not None and state.id in {"sent", "receipt"})
    return (
        *((f"{capitalised(due)}.",) if setting is not None and setting.name else ()),
        *((f"Return: {state.sentence}.",) if state else ()),
    )


def due_sentence(setting: Setting | None, today: str, *, sent: bool = False) -> str:
    """When the return is due, in words."""
    if setting is None or not is_day(setting.due):
        return "no due date set"
    left = days_until(setting.due, today)
    day = say_day(setting.due)
    if sent:
        return f"due {day}"
    if left < 0:
        return f"due {day}, {count(-left, 'day')} ago"
    return f"due today, {day}" if left == 0 else f"due {day}, in {count(left, 'day')}"


def _next(setting: Setting | None, audits: int, opened: OpenAudit | None, *, collects: bool) -> NextStepView:
    if opened is None:
        if audits:
            return NextStepView(sentence="Choose which audit to go on with.", place="choose")
        if setting is None or not setting.name:
            return PARTNERSHIP if collects else SETUP
        return _start(setting)
    stop = next_unanswered(opened.pack, opened.audit)
    waits = first_waiting(opened.pack, opened.audit)
    if waits is not None and not opened.kept.part_here:
        return _next_waiting(*waits)
    if stop is not None:
        return _next_stop(opened.pack, stop.standard, stop.criterion, len(opened.kept.answers))
    if opened.kept.part_here:
        return SEND_BACK
    if for_ourselves(opened.pack):
        return PRINT
    if not opened.pack.level and latest_return(opened.audit) is None:
        return NextStepView(sentence="Everything is answered: look at your improvement plan.", place="return")
    if setting is None or not (setting.return_to or latest_return(opened.audit)):
        return NextStepView(sentence="Say who the return goes to.", place="setup")
    return _next_return(opened.audit)


def _next_waiting(standard: Standard, number: int) -> NextStepView:
    sentence = f"Confirm {waiting_words(number)} in standard {standard.number}, {standard.title}."
    return NextStepView(sentence=sentence, place="carried", standard=standard.id)


def _start(setting: Setting) -> NextStepView:
    if setting.sector != SMALL_GROUP:
        return START
    return NextStepView(sentence=f"Begin: {_time_of(setting.sector)}, and you may stop at any time.", place="start")


@cache
def _time_of(sector: str) -> str:
    """How long the shipped pack of a sector takes; kept, as it is read from files that stay as they are."""
    from compact_tui.services.packs import pack_for  # slow to load, and wanted before an audit is begun only

    whole = pack_for(sector)
    return time_words(for_variation(whole, next((v.id for v in whole.variation if v.sector == sector), "all")))


def _next_stop(pack: AuditPack, standard: str, criterion: str, answered: int) -> NextStepView:
    found = standard_of(pack, standard)
    title = found.title if found else standard
    number = numbers_of(pack)[criterion or standard]
    if not criterion:
        return NextStepView(sentence=f"Grade standard {number}, {title}.", place="grade", standard=standard)
    verb = "Go on with" if answered else "Begin with"
    if found and criterion == found.criterion[0].id:
        part = words_for(pack).part
        return NextStepView(sentence=f"{verb} {part} {found.number}, {title}.", place="standard", standard=standard)
    return NextStepView(
        sentence=f"{verb} {number}, in {title}.", place="criterion", standard=standard, criterion=criterion
    )


def _next_return(audit: Audit) -> NextStepView:
    made = latest_return(audit)
    if made is None:
        return NextStepView(sentence="Everything is answered: look at the whole, and make the return.", place="return")
    if not made.sent_on:
        return NextStepView(sentence="The return is made but not sent: send it, then say when.", place="sent")
    if not made.receipt_on:
        return NextStepView(sentence="Wait for the receipt, and note it here when it comes.", place="receipt")
    return NextStepView(sentence="All done. Keep the audit alive: answer again when something changes.", place="done")


def _last_return(opened: OpenAudit | None) -> str:
    made = latest_return(opened.audit) if opened else None
    return made.id if made else ""


def _since(opened: OpenAudit, last_here: str, today: str) -> tuple[str, ...]:
    """What happened since the person was last here, when that was not today."""
    if not last_here or day_of(last_here) >= today:
        return ()
    lines = [f"You were last here on {say_day(day_of(last_here))}."]
    changed = [c for c in opened.book.history if c.at > last_here]
    if changed:
        lines.append(f"{count(len(changed), 'change')} since then{_by_whom(changed)}.")
    due = [a for a in opened.audit.actions if a.status == "open" and day_of(last_here) <= a.due < today]
    if due:
        lines.append(f"{count(len(due), 'action')} came due.")
    old = [e for e in opened.audit.evidence if e.review_by and day_of(last_here) <= e.review_by < today]
    if old:
        lines.append(f"{count(len(old), 'piece', 'pieces')} of evidence to look at again.")
    return tuple(lines)


def _by_whom(changes: list[Change]) -> str:
    roles = sorted({change.by for change in changes if change.by})
    return f" ({', '.join(roles)})" if roles else ""


def where(desk: Desk) -> dict[str, str]:
    """Where everything is kept."""
    space = desk.workspace
    return {
        "workspace": str(space.root),
        "setting": str(space.setting_path),
        "audits": str(space.audits_folder),
        "sent": str(space.sent_folder),
        "backups": str(space.backups_folder),
    }
