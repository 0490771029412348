"""A believable school half-way through its audit, to look at and to practise on."""

import tomllib
from collections.abc import Mapping
from datetime import timedelta
from importlib.resources import files
from pathlib import Path

from msgspec.structs import replace

from compact_tui.core.errors import UsageError
from compact_tui.services.answering import answer, write_note
from compact_tui.services.audits import start
from compact_tui.services.demo_agency import demo_agency
from compact_tui.services.demo_signs import demo_heard, demo_walk
from compact_tui.services.desk import Desk
from compact_tui.services.grading import grade, summarise
from compact_tui.services.records import add_action, add_evidence
from compact_tui.services.settings import set_people, set_up

_Row = Mapping[str, object]


def demo(desk: Desk) -> Path:
    """Make the demonstration in the desk's workspace, which must be empty or not there yet.

    Raises:
        UsageError: If something is there already; it is left as it is.
    """
    root = empty_folder(desk)
    content = tomllib.loads(files("compact_tui").joinpath("content/demo/school.toml").read_text("utf-8"))
    setting = {name: str(value) for name, value in content["setting"].items()}
    setting["due"] = _day(desk, int(setting.pop("due_in_days")))
    set_up(desk, setting)
    people = {name: str(value) for name, value in content["people"].items()}
    set_people(desk, {**people, "numbers_checked_on": _day(desk, -int(people.pop("checked_days_ago")))})
    start(_then(desk, content["audit"]), cycle=content["audit"]["cycle"])
    for row in sorted(content["answer"], key=_days_ago, reverse=True):
        _answer(_then(desk, row), row)
    for row in content["evidence"]:
        _add_evidence(desk, row)
    for row in content["action"]:
        typed = {"what": row["what"], "who": row["who"], "due": _day(desk, row["due_in_days"])}
        add_action(desk, typed, tuple(row["supports"]))
    for row in content["summary"]:
        summarise(desk, row["standard"], row["text"])
    for row in content["grade"]:
        grade(_then(desk, row), row["standard"], row["level"], reason=row.get("reason") or None)
    demo_agency(desk, _then(desk, content["agency"]), content)
    for row in sorted(content["heard"], key=_days_ago, reverse=True):
        demo_heard(_then(desk, row), row)
    demo_walk(_then(desk, content["walk"]), content["walk"])
    return root


def empty_folder(desk: Desk) -> Path:
    """The folder of the desk's workspace, where nothing is yet.

    Raises:
        UsageError: If something is there already; it is left as it is.
    """
    root = desk.workspace.root
    if root.exists() and not root.is_dir():
        raise UsageError(f"{root} is a file, so nothing was made there.", "Name an empty folder for the demonstration.")
    if root.exists() and any(root.iterdir()):
        raise UsageError(
            f"There are files in {root} already, so nothing was made there.",
            "Name an empty folder for the demonstration.",
        )
    return root


def _then(desk: Desk, row: _Row) -> Desk:
    """The desk as it was so many days ago, with whoever sat at it."""
    moment = desk.now() - timedelta(days=_days_ago(row))
    return replace(desk, now=lambda: moment, who=str(row.get("by", "DSL")))


def _days_ago(row: _Row) -> int:
    return int(str(row.get("days_ago", 0)))


def _day(desk: Desk, days: int) -> str:
    return (desk.now() + timedelta(days=days)).date().isoformat()


def _answer(desk: Desk, row: _Row) -> None:
    criterion = str(row["criterion"])
    answer(desk, criterion, str(row["answer"]), note=str(row.get("note", "")), reason=str(row.get("reason", "")))
    if row.get("private_note"):
        write_note(desk, criterion, str(row["private_note"]), private=True)


def _add_evidence(desk: Desk, row: dict[str, object]) -> None:
    typed = {name: str(row.get(name, "")) for name in ("title", "kind", "where", "held_by")}
    typed["seen_on"] = _day(desk, -int(str(row["seen_days_ago"])))
    if "review_in_days" in row:
        typed["review_by"] = _day(desk, int(str(row["review_in_days"])))
    supports = row["supports"]
    add_evidence(desk, typed, tuple(map(str, supports if isinstance(supports, list) else ())))
