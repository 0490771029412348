"""The whole job in typed lines, from nothing to a receipt; its return is that of the services and commands."""

from pathlib import Path

import pytest

from compact_tui.core.days import say_day
from compact_tui.core.pack import AuditPack
from compact_tui.exchange.return_json import read
from compact_tui.services.books import open_audit
from compact_tui.services.home import home
from tests import job
from tests.job import Plan, plan_for, same_but_for_ids, told
from tests.plain.conftest import Line, Room
from tests.test_whole_job import by_services

_ASKED = {
    "name": "Name of the setting",
    "kind": "Kind of setting",
    "sector": "Sector",
    "nursery": "A nursery of your own",
    "without": "What do you not have?",
    "areas": "Area or areas",
    "return_to": "Email address the return goes to",
    "due": "Day it is due",
    "contact_name": "Who completes it",
    "contact_role": "Their role",
    "contact_email": "Their email",
    "contact_phone": "Their phone",
    "register_id": "Register number",
}


def _set_up() -> list[Line]:
    return [
        ("Home. What next?", ""),
        ("About your setting", ""),
        *((question, job.SETTING.get(field, "")) for field, question in _ASKED.items()),
        ("Start your audit", "1"),
        ("What do you call this round?", job.CYCLE),
        ("Begin with standard 1", "q"),
    ]


def _answers(pack: AuditPack, plan: Plan) -> list[Line]:
    """Walk from Home to the last grade, Enter leading to what waits next."""
    words = {kind.id: kind.word for kind in pack.answer}
    by_criterion = {said.criterion: said for said in plan.answers}
    lines: list[Line] = [("Begin with standard 1", ""), ("Standard 1: 0 of", "")]
    for standard, graded in zip(pack.standard, plan.standards, strict=True):
        for criterion in standard.criterion:
            said = by_criterion[criterion.id]
            lines.append((f"{said.number}. Your answer?", words[said.answer]))
            if said.reason:
                lines += [("why? The reader", said.reason), "."]
            lines += [("Note: what did you find?", said.note), ".", ("What now?", "")]
        level = next(level.word for level in pack.level if level.id == graded.level)
        lines.append((f"The grade of standard {standard.number},", level))
        if graded.reason:
            lines += [(f"Why {level}?", graded.reason), "."]
        lines += [
            (f"Summary of standard {standard.number}", line) if at == 0 else line
            for at, line in enumerate(graded.summary.split("\n"))
        ]
        lines += [".", (f"Grade: {level}.", "")]
        if standard is not pack.standard[-1]:
            lines.append((f"Standard {standard.number + 1}: 0 of", ""))
    return [*lines, ("The return. What now?", "q")]


def _records(pack: AuditPack, plan: Plan) -> list[Line]:
    numbers = {said.criterion: said.number for said in plan.answers}
    lines: list[Line] = []
    for evidence in plan.evidence:
        typed = evidence.typed
        first, *others = evidence.supports
        kind = [known.id for known in pack.evidence_kind].index(typed["kind"]) + 1
        lines += [
            "/", ("Find a word", numbers[first]), ("Go to which?", "1"), ("Your answer?", "e"),
            ("Evidence for this question", "Something new"), ("What is it?", typed["title"]), ("Kind", str(kind)),
            ("Where is it?", typed.get("where", "")), ("Who holds it?", typed.get("held_by", "")),
            ("Day you saw it", say_day(typed["seen_on"])), ("Look again by", typed.get("review_by", "")),
            ("A file on this computer", ""),
        ]  # fmt: skip
        for other in others:
            lines += ["/", ("Find a word", numbers[other]), ("Go to which?", "1"), ("Your answer?", "e")]
            lines.append(("Use one that is there already", typed["title"]))
    for action in plan.actions:
        typed = action.typed
        lines += [
            "/", ("Find a word", numbers[action.supports[0]]), ("Go to which?", "1"), ("Your answer?", "a"),
            ("Actions from this question", "1"), ("What will be done?", typed["what"]), ("Who does it?", typed["who"]),
            ("By when?", typed["due"]),
        ]  # fmt: skip
    return [*lines, "h", ("Home. What next?", "q")]


def _send() -> list[Line]:
    return [
        ("Home. What next?", ""), ("The return. What now?", "make"), ("NOT yet sent", "say when"),
        ("Day it was sent", ""), ("Who sent it?", job.SENT_BY), ("Noted: sent", "note the"),
        ("Day the receipt came", ""), ("Its number", job.RECEIPT_REF), ("Noted: receipt", "q"),
    ]  # fmt: skip


@pytest.mark.timeout(240)
def test_the_whole_job_in_typed_lines_makes_the_same_return(room: Room, tmp_path: Path) -> None:
    _, expected = by_services(tmp_path / "by services", "compact-12")

    assert room.talk(*_set_up()).unread == ()
    pack = open_audit(room.desk()).pack
    plan = plan_for(pack)
    for lines in (_answers(pack, plan), _records(pack, plan), _send()):
        heard = room.talk(*lines)
        assert (heard.code, heard.unread) == (0, ())
        assert heard.said.endswith("Everything is saved. Goodbye.\n")

    (folder,) = (room.root / "sent").iterdir()
    (made,) = folder.glob("*-return.json")
    seen = read(made.read_bytes()).return_
    assert told(seen) == told(expected)
    assert same_but_for_ids(seen, expected)
    assert home(room.desk()).next.place == "done"
