"""What the places of the program need before there is something to see in them, always the same."""

from itertools import count

from msgspec.structs import replace
from textual.pilot import Pilot

from compact_tui.core.partnership import ReplyMade
from compact_tui.core.returns import with_digest
from compact_tui.exchange.return_json import encode
from compact_tui.services import (
    agency_audits,
    agency_second,
    audit_calendar,
    learning_log,
    looking,
    partnership,
    parts,
    read_queue,
    replies_in,
    spot_checks,
    walks,
)
from compact_tui.services.board_books import all_boards
from compact_tui.services.collected import returns_here
from compact_tui.services.collecting import take_bytes
from compact_tui.services.desk import Desk, backups_of, edit
from compact_tui.services.partnership_book import is_partnership, keep
from compact_tui.services.spot_books import all_checks, all_heard
from compact_tui.storage.writer import SaveNow
from tests.asking import with_bank
from tests.board_samples import with_boards, with_notices
from tests.reply_samples import file_in
from tests.samples import lamp_audit, lamp_return, setting
from tests.services.agency_desks import filled
from tests.services.desks import SMALL_PACK
from tests.services.knowledge_desks import knowing_desk
from tests.services.learning_desks import PLANNED as AUDIT_TYPED
from tests.services.learning_desks import TYPED as LEARNING_TYPED
from tests.services.partnership_desks import TYPED as PARTNERSHIP_TYPED
from tests.services.partnership_desks import with_register
from tests.services.reading_desks import with_returns
from tests.standing_samples import hear
from tests.ui.conftest import program

BOARDS = {"Boards", "Board", "BoardWalk", "WalkRight"}
"""Places of the notice boards: there the umbrella list is the only one."""
PARTNERSHIP = {"Partnership", "Register", "Chase", "ContactPoints", "Analysis", "Behind", "Themes"} | {
    "Reports",
    "GoodPractice",
}
"""Places of the partnership's side: there one was started, with three settings in its register."""
COLLECTED = {"Collect", "Replies"}
"""Places of what came in: there two settings returned, and one return is of nobody in the register."""
LEARNING = {"LearningLog", "LearningOffers", "TrainingPlan", "AuditCalendar"}
"""Places of the learning log: there it has a line, and an audit is planned."""
SPOT = {"Spot", "Corridor", "SelfTest", "Rounds", "Keeping", "Results", "Briefing"}
"""Places that show questions: there the umbrella bank is the only one."""


def begin_a_round(desk: Desk) -> None:
    """Begin the round that the corridor shows, where it was not begun yet."""
    if "s-corridor" not in {check.id for check in all_checks(desk)}:
        named = replace(desk, new_id=lambda prefix: "s-corridor" if prefix == "s" else desk.new_id(prefix))
        spot_checks.begin(named, "Cloakroom staff", people=2, seed=3)


def _begin_agency_audit(desk: Desk) -> None:
    """Begin the single-agency audit that its places show, where it was not begun yet."""
    if not agency_audits.register(desk).audits:
        ids = {"g": "g-files", "q": "q-{}", "m": "m-files", "seed": "seed-1"}
        numbers = count(1)
        at_once = replace(desk, saver=SaveNow(backups_of(desk.workspace)))
        named = replace(at_once, new_id=lambda prefix: ids.get(prefix, f"{prefix}-x{{}}").format(next(numbers)))
        agency_second.begin_second(named, filled(named), {"reader": "Usher", "share": "50"})


def _begin_a_partnership(desk: Desk) -> None:
    """Start a partnership, where none was started yet."""
    if not is_partnership(desk):
        at_once = replace(desk, saver=SaveNow(backups_of(desk.workspace)))
        partnership.start_partnership(at_once, PARTNERSHIP_TYPED, pack=str(SMALL_PACK))
        lado = {"what": "lado", "name": "LADO", "value": "0845 555 0271", "checked_on": "1 Aug 2026"}
        partnership.keep_contact(at_once, lado)
        with_register(at_once)


def _begin_a_log(desk: Desk) -> None:
    """Have a line in the learning log and an audit in the calendar, where there are none yet."""
    _begin_a_partnership(desk)
    if not learning_log.learning_log(desk).lines:
        at_once = replace(desk, saver=SaveNow(backups_of(desk.workspace)))
        learning_log.keep_learning(at_once, LEARNING_TYPED)
        audit_calendar.keep_audit(at_once, AUDIT_TYPED)


def _begin_knowledge(desk: Desk) -> None:
    """Have settings send answers, where none did yet."""
    if not is_partnership(desk):
        knowing_desk(desk.workspace.root)


def _begin_reading(desk: Desk) -> None:
    """Have two returns to read, where there are none yet."""
    _begin_a_partnership(desk)
    if not read_queue.queue(desk).lines:
        with_returns(replace(desk, who="Ben", saver=SaveNow(backups_of(desk.workspace))))


def _begin_collecting(desk: Desk) -> None:
    """Have two settings return and a stranger too, and one of the two hear about it, where nobody did yet."""
    _begin_a_partnership(desk)
    if not returns_here(desk).returns:
        at_once = replace(desk, saver=SaveNow(backups_of(desk.workspace)))
        for number, name in (("P01", "Brolly House"), ("P02", "Little Acorns"), ("", "Sea Scout Troop")):
            made = lamp_return(lamp_audit(), setting(id=f"set-{number}", name=name, register_id=number))
            take_bytes(at_once, "return.json", encode(with_digest(replace(made, id=f"r-{number or 'x'}"))))
        replied = ReplyMade(id="rp-1", return_id="r-P01", entry="P01", made_on=desk.today, folder="sent/reply")
        keep(at_once, "reply", "1 reply made", (edit("replies", replied.id, None, replied),))


def _open_a_reply(desk: Desk) -> None:
    """Open the partnership's reply and answer what it asks first, where that was not done yet."""
    if not replies_in.has_reply(desk):
        at_once = replace(desk, saver=SaveNow(backups_of(desk.workspace)))
        replies_in.open_reply(at_once, str(file_in(desk.workspace.root.parent)))
        replies_in.answer_remark(at_once, "q-1", "Bob does, every Friday.", "rp-1")


def _begin_a_walk(desk: Desk) -> None:
    """Name two boards and begin the walk that their places show, where that was not done yet."""
    with_notices(desk)
    if not all_boards(desk):
        at_once = replace(desk, saver=SaveNow(backups_of(desk.workspace)))
        with_boards(at_once)
        named = replace(at_once, new_id=lambda prefix: "w-round" if prefix == "w" else desk.new_id(prefix))
        walk = walks.begin_walk(named, role="Porter").walk
        reads, note = "Sam Hill, 0845 555 0271", "By the kettle."
        looking.look(named, walk, "b-staff", "lead", mark="wrong", reads=reads, note=note)
        looking.look(named, walk, "b-staff", "edition", mark="there", reads="2026")


def ready_for(pilot: Pilot[int], name: str) -> None:
    """See that a place that asks questions has some, always the same."""
    if name in BOARDS:
        _begin_a_walk(program(pilot).session.desk)
    if name in LEARNING:
        _begin_a_log(program(pilot).session.desk)
    if name in PARTNERSHIP:
        _begin_a_partnership(program(pilot).session.desk)
    if name in COLLECTED:
        _begin_collecting(program(pilot).session.desk)
    if name == "Reply":
        _open_a_reply(program(pilot).session.desk)
    if name == "CityKnowledge":
        _begin_knowledge(program(pilot).session.desk)
    if name in {"ReadQueue", "Reading"}:
        _begin_reading(program(pilot).session.desk)
    if name.startswith("Agency"):
        _begin_agency_audit(program(pilot).session.desk)
    if name == "Standing" and "tickets" not in {one.topic for one in all_heard(program(pilot).session.desk)}:
        desk = program(pilot).session.desk
        at_once = replace(desk, saver=SaveNow(backups_of(desk.workspace)))
        hear(at_once, "tickets", *("full",) * 5, *("partial",) * 2, *("not-yet",) * 5)
        hear(at_once, "rack", *("full",) * 8)
    if name == "Colleagues":
        _lend_parts(program(pilot).session.desk)
    if name in SPOT:
        app = program(pilot)
        desk = with_bank(app.session.desk)
        ids = desk.new_id
        same = replace(desk, new_id=lambda prefix: "seed-1" if prefix == "seed" else ids(prefix))
        app.session = replace(app.session, desk=same)
        if name == "Corridor":
            begin_a_round(desk)


def _lend_parts(desk: Desk) -> None:
    """Lend two parts, where none is lent yet."""
    if not parts.list_parts(desk).parts:
        for standards, to, due in (("2", "Night porters", "1 Dec 2026"), ("1, 3", "Cleaners", "18 Dec 2026")):
            numbered = replace(desk, new_id=lambda prefix, to=to: f"{prefix}-{to[:5].lower()}")
            parts.export_part(numbered, {"standards": standards, "lent_to": to, "due": due})
