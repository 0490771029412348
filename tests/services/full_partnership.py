"""A partnership's workspace with a text in every record, in what came in and in everything that was made of it."""

from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from compact_tui.core.change import Edit
from compact_tui.core.erase_tables import stays
from compact_tui.core.erasing import OURS
from compact_tui.core.partnership import TABLES, RegisterEntry
from compact_tui.core.returns import Return, with_digest
from compact_tui.exchange.return_json import encode
from compact_tui.services import (
    allocating,
    collect_letters,
    facts,
    learning_reports,
    moderating,
    reading_files,
    replies_out,
    requests_out,
)
from compact_tui.services.collect_deciding import match_return
from compact_tui.services.collected import returns_here
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import keep, kept
from tests.services.desks import at
from tests.services.full_workspace import TEXT
from tests.services.reading_desks import galleries, gallery

PLANTED = "PLANTED"
"""Id of the record of each table that has the text in every field that people type into."""

ADDRESSES = ("return_to", "contact_email")
"""Fields that a request needs a sound address in."""


def city(folder: Path) -> Desk:
    """Four galleries, two of whose returns hold the text, read, replied to and reported on; ``folder`` is filled."""
    desk = galleries(folder / "ws", number=4)
    inbox = folder / "later"
    inbox.mkdir()
    for one in (_with_words(), _named()):
        (inbox / f"{one.id}.json").write_bytes(encode(one))
    (inbox / "damaged.json").write_bytes(encode(_with_words())[:-9])
    collect(desk, [inbox])
    match_return(desk, "r-4b", "G4")
    _plant(desk)
    allocating.allocate(desk, {"readers": "Ann"})
    moderating.moderate(desk, "r-1b", "hall", "dim", f"{TEXT} says it is dark.")
    moderating.remark(desk, "r-1b", {"kind": "question", "text": f"Who is {TEXT}?"})
    moderating.remark(desk, "r-2", {"kind": "recommendation", "text": "Buy a lamp."})
    reading_files.export_reading(desk, {"reader": "Ann"})
    requests_out.make_requests(desk, ["G2"])
    for sector in ("education", "city"):
        learning_reports.write_report(desk, sector, trace=True)
    replies_out.make_replies(desk, ["G1", "G2"])
    collect_letters.make_receipts(desk, ["r-4b"])
    collect_letters.forward(desk, "r-1b", f"Area of {TEXT}")
    facts.write_facts(desk)
    desk = at(desk, days=1)
    keep(desk, "made-for-the-test", "x", (_changed(desk, "G3", note=f"Once {TEXT}."),))
    keep(desk, "made-for-the-test", "y", (_changed(desk, "G3", note=""),))
    return desk


def typed_fields(table: str) -> tuple[str, ...]:
    """The fields of a table that people type into."""
    fields = msgspec.structs.fields(TABLES[table])
    return tuple(one.name for one in fields if one.type not in {int, bool} and not stays(table, one.name, OURS))


def _plant(desk: Desk) -> None:
    """Put a record with the text into every table; of who collects, into the one that is there."""
    edits = []
    for table, type_ in TABLES.items():
        rows = kept(desk, table, type_) if table == "partnership" else ()
        before = msgspec.to_builtins(rows[0]) if rows else None
        row = dict(before or _empty(type_))
        for field in msgspec.structs.fields(type_):
            if field.name in typed_fields(table) and field.name not in ADDRESSES:
                row[field.name] = _words(str(field.type))
        edits.append(Edit(table, str(row["id"]), before, row))
    keep(desk, "made-for-the-test", f"all about {TEXT}", tuple(edits))


def _empty(type_: type[msgspec.Struct]) -> dict[str, Any]:
    """A record with nothing but its id."""
    plain: dict[str, Any] = {"accepted": True, "counted": [], "returns": [], "what": "other"}
    fields = msgspec.structs.fields(type_)
    row = {one.name: plain.get(one.name, "") for one in fields if one.required}
    closed = {"merged_into": "G2"} if any(one.name == "merged_into" for one in fields) else {}
    return {**row, **closed, "id": PLANTED}


def _words(type_: str) -> object:
    if "tuple[tuple[str, str], ...]" in type_:
        return [[f"Area of {TEXT}", f"area@{len(TEXT)}.example"]]
    if "SaidBefore" in type_:
        return [{"return_id": PLANTED, "lines": [f"About {TEXT}"]}]
    return [f"About {TEXT}"] if "tuple" in type_ else f"About {TEXT}"


def _changed(desk: Desk, id_: str, **changes: str) -> Edit:
    before = next(one for one in kept(desk, "register", RegisterEntry) if one.id == id_)
    return edit("register", id_, before, replace(before, **changes))


def _with_words() -> Return:
    """Of gallery 1, in the place of its first: the text is in a summary and in an action."""
    made = gallery(1)
    first, *rest = made.standards
    action = replace(made.actions[0], what=f"Ring {TEXT}")
    return with_digest(
        replace(
            made,
            id="r-1b",
            supersedes="r-1",
            standards=(replace(first, summary=f"Lit by {TEXT}."), *rest),
            actions=(action,),
            shared_with=(f"Area of {TEXT}",),
        )
    )


def _named() -> Return:
    """Of gallery 4, in the place of its first: the text is in what the setting calls itself."""
    made = gallery(4, name=f"Gallery 4 {TEXT}")
    return with_digest(replace(made, id="r-4b", supersedes="r-4"))


def lines(desk: Desk) -> dict[str, str]:
    """How each return stands, by its id."""
    return {one.id: one.state for one in returns_here(desk).returns}
