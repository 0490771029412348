"""Taking answers out whose time is over, or which a person wants gone: of some only counts stay.

It works on the plain form of a month's book, of a page of its history, and of any copy of them alike.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from compact_tui.core.spot import MONTH_TABLES

Plain = dict[str, Any]
Tables = dict[str, dict[str, Plain]]
_HISTORY = "history"
_DATED = {"checks": "on", "heard": "on", "flags": "at"}
OVER = "answers whose time was over"
"""What stands in a history in the place of what was done to them."""


class Gone(Struct, frozen=True):
    """What is to go."""

    before: str = ""
    """Everything of a day before this one; empty for nothing by its day."""
    ids: frozenset[str] = frozenset()
    """Answers by their ids, which leave no count."""


def cutoff(today: str, months: int) -> str:
    """The first day that is still kept: so many months before today."""
    day = date.fromisoformat(today)
    at = day.year * 12 + day.month - 1 - months
    year, month = divmod(at, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - date.resolution).day
    return date(year, month + 1, min(day.day, last)).isoformat()


def goes(table: str, row: Mapping[str, Any], gone: Gone) -> bool:
    """Whether a record is to go."""
    if table not in _DATED:
        return False
    day = str(row.get(_DATED[table], ""))[:10]
    return (bool(gone.before) and day < gone.before) or (table == "heard" and row.get("id") in gone.ids)


def purged(tables: Tables, gone: Gone) -> tuple[Tables, int]:
    """The tables of a book or of a page of its history without what is to go, and how many records that were."""
    done: Tables = {}
    taken: list[Plain] = []
    number = 0
    for name, rows in tables.items():
        if name == _HISTORY:
            done[name] = {id_: _change(change, gone) for id_, change in rows.items()}
        elif name in MONTH_TABLES:
            out = {id_: row for id_, row in rows.items() if goes(name, row, gone)}
            number += len(out) if name == "heard" else 0
            taken += [row for row in out.values() if name == "heard" and row.get("id") not in gone.ids]
            done[name] = {id_: row for id_, row in rows.items() if id_ not in out}
        else:
            done[name] = rows
    if taken:
        done["counted"] = _counted(done.get("counted", {}), taken)
    if gone.ids and "checks" in done and "heard" in done:
        _drop_empty_checks(tables, done)
    return done, number


def purged_rows(document: Plain, gone: Gone) -> tuple[Plain, int]:
    """The same for a file of records that was written for another computer; no counts go with it."""
    done = dict(document)
    for name in _DATED:
        rows = document.get(name)
        if isinstance(rows, list):
            done[name] = [row for row in rows if not (isinstance(row, dict) and goes(name, row, gone))]
    heard = document.get("heard") or []
    return done, len(heard) - len(done.get("heard") or [])


def _drop_empty_checks(before: Tables, done: Tables) -> None:
    """A round all of whose answers went says nothing any more."""
    had = {row.get("check") for row in before["heard"].values()}
    has = {row.get("check") for row in done["heard"].values()}
    done["checks"] = {id_: row for id_, row in done["checks"].items() if id_ not in had or id_ in has}


def _counted(known: Mapping[str, Plain], taken: list[Plain]) -> dict[str, Plain]:
    rows = {id_: dict(row) for id_, row in known.items()}
    for one in taken:
        for level, said in _levels(one):
            parts = (str(one.get("on", ""))[:7], str(one.get("group", "")), str(one.get("question", "")), level)
            id_ = ":".join(parts)
            if id_ in rows:
                rows[id_]["answers"] = int(rows[id_]["answers"]) + said
            else:
                rows[id_] = {
                    "id": id_, "month": parts[0], "topic": one.get("topic", ""), "group": parts[1],
                    "question": parts[2], "level": level, "answers": said,
                }  # fmt: skip
    return rows


def _levels(one: Plain) -> Iterator[tuple[str, int]]:
    counts = one.get("counts") or []
    if counts:
        yield from ((str(level), int(said)) for level, said in counts)
    elif one.get("level"):
        yield str(one["level"]), 1


def _change(change: Plain, gone: Gone) -> Plain:
    """A change of the history without what is to go; who and when stay."""
    edits = change.get("edits", [])
    left = [edit for edit in edits if not _edit_goes(edit, gone)]
    return change if len(left) == len(edits) else {**change, "edits": left, "what": OVER}


def _edit_goes(edit: Plain, gone: Gone) -> bool:
    sides = [side for side in (edit.get("before"), edit.get("after")) if isinstance(side, dict)]
    return any(goes(str(edit.get("table", "")), side, gone) for side in sides)


def ids_of(tables: Tables, initials: str) -> set[str]:
    """Ids of the answers that carry or ever carried a person's initials.

    Looks into a book, a page of its history, or a file that was written for another computer.
    """
    rows: Any = tables.get("heard", {})
    listed = rows if isinstance(rows, list) else rows.values()
    found = {str(row.get("id", "")) for row in listed if isinstance(row, dict) and _signed(row, initials)}
    for change in tables.get(_HISTORY, {}).values():
        for edit in change.get("edits", []):
            sides = (edit.get("before"), edit.get("after"))
            if edit.get("table") == "heard" and any(isinstance(s, dict) and _signed(s, initials) for s in sides):
                found.add(str(edit.get("id", "")))
    return found


def _signed(row: Mapping[str, Any], initials: str) -> bool:
    return str(row.get("initials", "")) == initials
