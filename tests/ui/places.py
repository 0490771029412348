"""Every place and the dialogs on the small pack, and how a test gets to each."""

from functools import partial

from textual.pilot import Pilot

from compact_tui.core.errors import WorkspaceError
from compact_tui.core.merge_values import Choices
from compact_tui.core.merge_words import LENT_RULES, MergeView, merge_view, saying_of
from compact_tui.core.merging import merge
from compact_tui.core.part import tables_of
from compact_tui.services import answering, grading, records, requests, spot_rounds
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.ui.dialogs.merge import MergeDialog
from compact_tui.ui.dialogs.problem import ProblemDialog
from compact_tui.ui.dialogs.request import RequestDialog
from tests.asking import with_bank
from tests.services.test_requests import file_of, request
from tests.ui.conftest import Bench, fill, go_to, place, press, program, sees
from tests.ui.ready import begin_a_round, ready_for

PLACES = {
    "Home": ("", ""),
    "Setup": ("", ""),
    "Came": ("", ""),
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
    "AgencyBlind": ("g-files", "C03"),
    "AgencyFound": ("g-files", ""),
    "AgencySend": ("g-files", ""),
    "Collect": ("", ""),
    "Replies": ("", ""),
    "Reply": ("", ""),
}
"""Every place with a standard and a criterion to open there."""


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
    begin_a_round(porter)
    spot_rounds.record(porter, "Volunteers", "q-1", "partial", note="Who is the deputy?")


async def open_place(pilot: Pilot[int], name: str) -> None:
    """Be at a place."""
    ready_for(pilot, name)
    await go_to(pilot, name, *PLACES[name])
    if name == "Collect":
        await _take_in_what_is_cut(pilot)


async def _take_in_what_is_cut(pilot: Pilot[int]) -> None:
    """Have a file put aside, beside the return that is of nobody yet."""
    cut = program(pilot).session.desk.workspace.root.parent / "cut.json"
    cut.write_text('{"format": "compact-return", "id"', "utf-8")
    await press(pilot, "a")
    await place(pilot, "FormDialog")
    await fill(pilot, str(cut))
    await press(pilot, "ctrl+s")
    await place(pilot, "Collect")
    await sees(pilot, "1 put aside")


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
    if name == "RequestDialog":
        await open_place(pilot, "Setup")
        desk = program(pilot).session.desk
        asked = file_of(desk.workspace.root.parent, request())
        program(pilot).push_screen(RequestDialog(requests.show_request(desk, asked)))
        await place(pilot, name)
        return
    if name in {"GuideDialog", "GlossaryDialog"}:
        await open_place(pilot, "Audit")
        program(pilot).call_later(program(pilot).run_action, f"app.{name.removesuffix('Dialog').lower()}")
        await place(pilot, name)
        return
    if name == "ProblemDialog":
        await open_place(pilot, "Audit")
        program(pilot).push_screen(ProblemDialog(WorkspaceError("The disk is full.", "Make room, then try again.")))
        await place(pilot, name)
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
        "FindRowDialog": ("Register", "slash"),
        "HistoryDialog": ("Audit", "ctrl+r"),
        "ActNowDialog": ("Audit", "f9"),
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
    "FindRowDialog",
    "HistoryDialog",
    "Choose",
    "EraseDialog",
    "MergeDialog",
    "ActNowDialog",
    "GuideDialog",
    "GlossaryDialog",
    "RequestDialog",
    "ProblemDialog",
)
