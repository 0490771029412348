"""Where things stand, and what to do next."""

from compact_tui.core.audit import Audit, latest_return
from compact_tui.core.change import Change
from compact_tui.core.days import day_of, days_until, is_day, say_day
from compact_tui.core.pack import AuditPack, standard_of
from compact_tui.core.progress import next_unanswered
from compact_tui.core.returns import return_state
from compact_tui.core.setting import Setting, kind_word
from compact_tui.core.show import EMPTY_RAIL, audit_line, numbers_of, rail_of
from compact_tui.core.text import count
from compact_tui.core.views import HomeView, NextStepView
from compact_tui.core.who_forms import who_sentence
from compact_tui.services.books import OpenAudit, audit_books, audit_in, open_audit, read_setting
from compact_tui.services.desk import Desk
from compact_tui.services.home_places import actions_words, places, whole_words
from compact_tui.storage.presence import Presence, others

SETUP = NextStepView(sentence="Say who you are: it takes a minute.", place="setup")
START = NextStepView(sentence="Start your audit.", place="start")


def home(desk: Desk, last_here: str = "") -> HomeView:
    """Where things stand.

    Args:
        desk: Where, when and who.
        last_here: Instant at which the person was last here; empty when not known.
    """
    setting = read_setting(desk)
    books = audit_books(desk)
    found = [audit_in(desk, book) for book in books]
    lines = tuple(audit_line(one.pack, one.audit) for one in found)
    opened = open_audit(desk) if len(books) == 1 or desk.audit_id else None
    state = return_state(opened.audit, desk.today) if opened else None
    step = _next(setting, len(books), opened)
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
        title=f"Compact audit {opened.audit.head.cycle}" if opened else "Compact audit",
        wording_note=opened.pack.pack.wording_note if opened else "",
        rail=rail_of(opened.pack, opened.audit) if opened else EMPTY_RAIL,
        next=step,
        places=places(desk, setting, opened, len(books), step),
        evidence=len(opened.audit.evidence) if opened else 0,
        actions_words=actions_words(opened.audit, desk.today) if opened else "",
        return_id=_last_return(opened),
        whole=whole_words(opened),
        return_state=state.id if state else "not-made",
        return_sentence=state.sentence if state else "not made",
        since=_since(opened, last_here, desk.today) if opened else (),
        who_sentence=who_sentence(desk.who),
        also_open=tuple(map(_also_open, others(desk.workspace.root, desk.at[:10]))),
        notices=tuple(desk.shelf.notices),
    )


def _also_open(presence: Presence) -> str:
    who = presence.who or "Someone"
    place = "on this computer" if presence.here else "on another computer"
    return f"{who} has this open {place} too, since {presence.since[11:16]} UTC. Both may work; nothing is lost."


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


def _next(setting: Setting | None, audits: int, opened: OpenAudit | None) -> NextStepView:
    if opened is None:
        if audits:
            return NextStepView(sentence="Choose which audit to go on with.", place="choose")
        return START if setting and setting.name else SETUP
    stop = next_unanswered(opened.pack, opened.audit)
    if stop is not None:
        return _next_stop(opened.pack, stop.standard, stop.criterion, len(opened.kept.answers))
    if not opened.pack.level and latest_return(opened.audit) is None:
        return NextStepView(sentence="Everything is answered: look at your improvement plan.", place="return")
    if setting is None or not (setting.return_to or latest_return(opened.audit)):
        return NextStepView(sentence="Say who the return goes to.", place="setup")
    return _next_return(opened.audit)


def _next_stop(pack: AuditPack, standard: str, criterion: str, answered: int) -> NextStepView:
    found = standard_of(pack, standard)
    title = found.title if found else standard
    number = numbers_of(pack)[criterion or standard]
    if not criterion:
        return NextStepView(sentence=f"Grade standard {number}, {title}.", place="grade", standard=standard)
    verb = "Go on with" if answered else "Begin with"
    if found and criterion == found.criterion[0].id:
        return NextStepView(sentence=f"{verb} standard {found.number}, {title}.", place="standard", standard=standard)
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
