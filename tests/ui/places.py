"""The nine places and the dialogs on the small pack, and how a test gets to each."""

from collections.abc import Awaitable, Callable
from functools import partial
from itertools import count

from msgspec.structs import replace
from textual.pilot import Pilot

from compact_tui.core.merge_values import Choices
from compact_tui.core.merge_words import LENT_RULES, MergeView, merge_view, saying_of
from compact_tui.core.merging import merge
from compact_tui.core.part import tables_of
from compact_tui.services import (
    agency_audits,
    agency_second,
    answering,
    audit_calendar,
    grading,
    learning_log,
    looking,
    partnership,
    parts,
    read_queue,
    records,
    spot_checks,
    spot_rounds,
    walks,
)
from compact_tui.services.board_books import all_boards
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk, backups_of
from compact_tui.services.partnership_book import is_partnership
from compact_tui.services.spot_books import all_checks, all_heard
from compact_tui.storage.writer import SaveNow
from compact_tui.ui.dialogs.merge import MergeDialog
from tests.asking import with_bank
from tests.board_samples import with_boards, with_notices
from tests.services.agency_desks import filled
from tests.services.desks import SMALL_PACK
from tests.services.knowledge_desks import knowing_desk
from tests.services.learning_desks import PLANNED as AUDIT_TYPED
from tests.services.learning_desks import TYPED as LEARNING_TYPED
from tests.services.partnership_desks import TYPED as PARTNERSHIP_TYPED
from tests.services.partnership_desks import with_register
from tests.services.reading_desks import with_returns
from tests.standing_samples import hear
from tests.ui.conftest import Bench, go_to, place, press, program, sees

Way = Callable[[Pilot[int]], Awaitable[None]]

PLACES = {
    "Home": ("", ""),
    "Setup": ("", ""),
    "People": ("", ""),
    "Audit": ("", ""),
    "Standard": ("u1", ""),
    "Criterion": ("u1", "u1-ticket"),
    "Grade": ("u1", ""),
    "Return": ("", ""),
    "Review": ("", ""),
    "Signing": ("", ""),
    "LastTime": ("", ""),
    "Evidence": ("", ""),
    "Actions": ("", ""),
    "Backups": ("", ""),
    "Banks": ("", ""),
    "Packs": ("", ""),
    "Colleagues": ("", ""),
    "Calendar": ("", ""),
    "Carried": ("", ""),
    "Compare": ("", ""),
    "Pages": ("", ""),
    "FirstPass": ("u3", ""),
    "Together": ("u2", ""),
    "Spot": ("", ""),
    "Corridor": ("s-corridor", ""),
    "SelfTest": ("", ""),
    "Rounds": ("", ""),
    "Keeping": ("", ""),
    "Results": ("", ""),
    "Briefing": ("topic-1", ""),
    "Boards": ("", ""),
    "Board": ("b-staff", ""),
    "BoardWalk": ("w-round", ""),
    "WalkRight": ("w-round", ""),
    "Standing": ("", ""),
    "Partnership": ("", ""),
    "Register": ("", ""),
    "Chase": ("", ""),
    "ContactPoints": ("", ""),
    "Analysis": ("", ""),
    "Behind": ("u1", "all"),
    "Themes": ("", ""),
    "CityKnowledge": ("", ""),
    "LearningLog": ("", ""),
    "LearningOffers": ("", ""),
    "TrainingPlan": ("", ""),
    "AuditCalendar": ("", ""),
    "Reports": ("", ""),
    "GoodPractice": ("", ""),
    "ReadQueue": ("", ""),
    "Reading": ("r-2", ""),
    "Agency": ("", ""),
    "AgencyAudit": ("g-files", ""),
    "AgencyCase": ("g-files", "C02"),
    "AgencySecond": ("g-files", ""),
    "AgencyFound": ("g-files", ""),
    "AgencySend": ("g-files", ""),
}
"""Every place with a standard and a criterion to open there."""
BOARDS = {"Boards", "Board", "BoardWalk", "WalkRight"}
"""Places of the notice boards: there the umbrella list is the only one."""
PARTNERSHIP = {"Partnership", "Register", "Chase", "ContactPoints", "Analysis", "Behind", "Themes"} | {
    "Reports",
    "GoodPractice",
}
"""Places of the partnership's side: there one was started, with three settings in its register."""
LEARNING = {"LearningLog", "LearningOffers", "TrainingPlan", "AuditCalendar"}
"""Places of the learning log: there it has a line, and an audit is planned."""
SPOT = {"Spot", "Corridor", "SelfTest", "Rounds", "Keeping", "Results", "Briefing"}
"""Places that show questions: there the umbrella bank is the only one."""


def half_way(bench: Bench) -> None:
    """Fill an audit so that every place has something to show."""
    desk = bench.desk("Porter")
    answering.answer(desk, "u1-ticket", "in-hand", note="Ten picked blind, ten tickets.")
    answering.write_note(desk, "u1-ticket", "Ask Bob about the spare roll.", private=True)
    answering.answer(desk, "u1-wet-rack", "half-way", note="The tray was full at noon.")
    answering.answer(desk, "u1-greeting", "no-rain-here", reason="A machine does the greeting.")
    answering.answer(desk, "u2-watch", "need-support")
    grading.grade(desk, "u1", "a-few-drops", reason="The tray.")
    grading.summarise(desk, "u1", "Fewer wet coats than last year.")
    seen = {"title": "Ticket roll", "kind": "ticket-stub", "where": "By the door", "seen_on": "1 Dec 2026"}
    records.add_evidence(desk, seen, ("u1-ticket",))
    records.add_action(
        desk, {"what": "Empty the tray at four", "who": "Cleaner", "due": "1 Dec 2026"}, ("u1-wet-rack",)
    )
    records.add_action(desk, {"what": "Hang a mirror", "who": "Porter", "due": "18 Dec 2026"}, ("u2-watch",))
    porter = with_bank(bench.desk("Porter"))
    _begin_a_round(porter)
    spot_rounds.record(porter, "Volunteers", "q-1", "partial", note="Who is the deputy?")


def _begin_a_round(desk: Desk) -> None:
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
            _begin_a_round(desk)


def _lend_parts(desk: Desk) -> None:
    """Lend two parts, where none is lent yet."""
    if not parts.list_parts(desk).parts:
        for standards, to, due in (("2", "Night porters", "1 Dec 2026"), ("1, 3", "Cleaners", "18 Dec 2026")):
            numbered = replace(desk, new_id=lambda prefix, to=to: f"{prefix}-{to[:5].lower()}")
            parts.export_part(numbered, {"standards": standards, "lent_to": to, "due": due})


async def open_place(pilot: Pilot[int], name: str) -> None:
    """Be at a place."""
    ready_for(pilot, name)
    await go_to(pilot, name, *PLACES[name])


async def _press(pilot: Pilot[int], where: str, key: str, dialog: str) -> None:
    await open_place(pilot, where)
    await press(pilot, key)
    await place(pilot, dialog)


def _nine_tickets(desk: Desk, choices: Choices) -> MergeView:
    """What a part would change in which others had answered the first three questions otherwise."""
    opened = open_audit(desk)
    mine = tables_of(opened.kept)
    said = {"by": "Cleaner", "at": "2026-12-02T09:30:00Z"}
    ticket = {**mine["answers"]["u1-ticket"], "answer": "half-way", "note": "Nine of ten.", **said}
    rack = {**mine["answers"]["u1-wet-rack"], "answer": "in-hand", **said}
    base = {"answers": {**mine["answers"], "u1-ticket": {**ticket, "answer": "unanswered", "note": ""}}}
    theirs = {"answers": {**mine["answers"], "u1-ticket": ticket, "u1-wet-rack": rack}}
    rules = {"answers": LENT_RULES["answers"]}
    saying = saying_of(opened.pack, "Porter", "Cleaners")
    merged = merge(base, mine, theirs, rules=rules, saying=saying, choices=choices)
    return merge_view("Part of Cleaners, sent back on 2 December 2026 by Cleaner", merged)


async def open_dialog(pilot: Pilot[int], name: str) -> None:
    """Be in a dialog, from a place where it comes up."""
    if name == "Choose":
        await _press(pilot, "Setup", "enter", "Setup")
        await press(pilot, "enter")
        await place(pilot, "Choose")
        return
    if name == "EraseDialog":
        await open_place(pilot, "Audit")
        program(pilot).action_erase("1.1#note")
        await place(pilot, name)
        await sees(pilot, "It stands in")
        return
    if name == "MergeDialog":
        await open_place(pilot, "Colleagues")
        look = partial(_nine_tickets, program(pilot).session.desk)
        program(pilot).push_screen(MergeDialog(look, look, look(Choices())))
        await place(pilot, name)
        return
    if name == "ProblemDialog":
        await open_place(pilot, "Return")
        await go_to(pilot, "Standard", "u9", "")
        return
    where, key = {
        "FormDialog": ("Evidence", "e"),
        "OfferDialog": ("Criterion", "e"),
        "TickDialog": ("Evidence", "c"),
        "FilesDialog": ("Evidence", "v"),
        "LadderDialog": ("Evidence", "l"),
        "TextDialog": ("Grade", "w"),
        "Confirm": ("Evidence", "d"),
        "FindDialog": ("Audit", "slash"),
        "HistoryDialog": ("Audit", "ctrl+r"),
    }[name]
    await _press(pilot, where, key, name)


DIALOGS = (
    "FormDialog",
    "OfferDialog",
    "TickDialog",
    "FilesDialog",
    "LadderDialog",
    "TextDialog",
    "Confirm",
    "FindDialog",
    "HistoryDialog",
    "Choose",
    "EraseDialog",
    "MergeDialog",
)
