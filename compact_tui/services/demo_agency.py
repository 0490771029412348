"""The single-agency audits of the demonstration: one that is closed and not sent yet, and one that is planned."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from compact_tui.core.agency_audit import ANSWERS, CaseAnswer, SecondRead, answer_id
from compact_tui.core.change import Edit
from compact_tui.services.agency_audits import close, form_of_start, plan, start
from compact_tui.services.agency_books import OpenAgency, keep_in, open_agency
from compact_tui.services.agency_cases import done, draw, write_case
from compact_tui.services.agency_second import begin_second, decide, finish_second
from compact_tui.services.agency_summary import summarise, write_action
from compact_tui.services.desk import Desk, edit

_BY_KEY = {key: known for known, _, key in ANSWERS}


def demo_agency(desk: Desk, then: Desk, content: Mapping[str, Any]) -> None:
    """Make both.

    Args:
        desk: Where, and today.
        then: The desk on the day of the closed one.
        content: The tables ``agency`` and ``agency_plan`` of the demonstration.
    """
    row = content["agency"]
    _, usual = form_of_start(then, row["template"])
    audit = start(then, row["template"], usual | row["about"]).head.id
    draw(then, audit, {name: str(row[name]) for name in ("total", "size", "seed")})
    for case, kept in zip(open_agency(then, audit).audit.cases, row["case"], strict=True):
        opened = open_agency(then, audit)
        keep_in(then, opened, "case-answer", f"{case.id}: answered", *_first(then, opened, case.id, kept["answers"]))
        write_case(then, audit, case.id, {name: kept[name] for name in ("strength", "learning")})
        done(then, audit, case.id)
    _twice(then, audit, row)
    said = {**row["summary"], "shared_on": _day(desk, -int(row["summary"]["shared_on_days_ago"]))}
    del said["shared_on_days_ago"]
    summarise(then, audit, said)
    for action in row["action"]:
        typed = {name: str(action[name]) for name in ("what", "who", "how_known")}
        write_action(then, audit, {**typed, "due": _day(desk, int(action["due_in_days"]))})
    close(then, audit)
    later = content["agency_plan"]
    _, usual = form_of_start(desk, later["template"], later=True)
    plan(desk, later["template"], usual | later["about"] | {"planned_for": _day(desk, int(later["planned_in_days"]))})


def _twice(desk: Desk, audit: str, row: Mapping[str, Any]) -> None:
    """A second reading of one file, and what was agreed on each difference."""
    view = begin_second(desk, audit, {"share": "20", "seed": str(row["seed"]), "reader": "Head"})
    opened = open_agency(desk, audit)
    keep_in(desk, opened, "second-answer", "read a second time", *_second(desk, opened, view.next_case, row["second"]))
    for one in finish_second(desk, audit).differences:
        decide(desk, audit, one.case, one.question, {"answer": row["agreed"], "note": row["agreed_note"]})


def _first(desk: Desk, opened: OpenAgency, case: str, letters: str) -> Iterator[Edit]:
    for asked, letter in zip(opened.audit.questions, letters, strict=True):
        key = answer_id(case, asked.id)
        said = CaseAnswer(id=key, case=case, question=asked.id, answer=_BY_KEY[letter], by=desk.who, at=desk.at)
        yield edit("answers", key, None, said)


def _second(desk: Desk, opened: OpenAgency, case: str, letters: str) -> Iterator[Edit]:
    for asked, letter in zip(opened.audit.questions, letters, strict=True):
        key = answer_id(case, asked.id)
        said = SecondRead(id=key, case=case, question=asked.id, answer=_BY_KEY[letter], by="Head", at=desk.at)
        yield edit("second_reads", key, None, said)


def _day(desk: Desk, days: int) -> str:
    return (desk.now() + timedelta(days=days)).date().isoformat()
