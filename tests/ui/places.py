"""The nine places and the dialogs on the small pack, and how a test gets to each."""

from collections.abc import Awaitable, Callable

from msgspec.structs import replace
from textual.pilot import Pilot

from compact_tui.services import answering, grading, records, spot_checks, spot_rounds
from compact_tui.services.desk import Desk
from compact_tui.services.spot_books import all_checks
from tests.asking import with_bank
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
    "Calendar": ("", ""),
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
}
"""Every place with a standard and a criterion to open there."""
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


def ready_for(pilot: Pilot[int], name: str) -> None:
    """See that a place that asks questions has some, always the same."""
    if name in SPOT:
        app = program(pilot)
        desk = with_bank(app.session.desk)
        ids = desk.new_id
        same = replace(desk, new_id=lambda prefix: "seed-1" if prefix == "seed" else ids(prefix))
        app.session = replace(app.session, desk=same)
        if name == "Corridor":
            _begin_a_round(desk)


async def open_place(pilot: Pilot[int], name: str) -> None:
    """Be at a place."""
    ready_for(pilot, name)
    await go_to(pilot, name, *PLACES[name])


async def _press(pilot: Pilot[int], where: str, key: str, dialog: str) -> None:
    await open_place(pilot, where)
    await press(pilot, key)
    await place(pilot, dialog)


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
)
