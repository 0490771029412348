"""Files of boards and walks: what is written is read back, and nothing else is taken."""

from typing import Any

import msgspec
import pytest

from compact_tui.core.board import NoticeBoard, OwnItem, SwitchedOff
from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.core.walk import Look, Walk
from compact_tui.exchange.walk_json import WalkRows, is_walks, read_walks, write_walks

ROWS = WalkRows(
    boards=(NoticeBoard(id="b-1", name="Staff room", audiences=("staff",), order=1, opened_on="2026-11-01"),),
    off=(SwitchedOff(id="o-1", board="b-1", item="pool", reason="None."),),
    own=(OwnItem(id="own-1", title="Rain dance", says=("When",), audiences=("staff",)),),
    walks=(Walk(id="w-1", on="2026-12-01", boards=("b-1",), role="Porter"),),
    looks=(Look(id="k-1", walk="w-1", board="b-1", item="lead", on="2026-12-01", mark="wrong", found=("Old.",)),),
)


def changed(**parts: Any) -> bytes:
    """The file with a field of the first record of a part changed, or of its head."""
    document = msgspec.json.decode(write_walks(ROWS, "2026-12-03"))
    for name, value in parts.items():
        if isinstance(value, dict) and name in document:
            document[name][0] |= value
        else:
            document[name] = value
    return msgspec.json.encode(document)


def test_what_is_written_is_read_back() -> None:
    data = write_walks(ROWS, "2026-12-03")
    assert is_walks(data)
    assert read_walks(data) == ROWS
    assert read_walks(write_walks(WalkRows(), "2026-12-03")) == WalkRows()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "cannot be taken"),
        (b"[]", "holds no walks"),
        (changed(format="compact-spot-rows"), "holds no walks"),
        (changed(version=2), "newer version"),
        (changed(version=0), "does not say its version"),
        (changed(version=True), "does not say its version"),
        (changed(shelves=[]), 'not known: "shelves"'),
        (changed(boards={"name": " "}), "b-1 is no board"),
        (changed(boards={"audiences": ["cats"]}), "b-1 is no board"),
        (changed(boards={"order": -1}), "b-1 is no board"),
        (changed(boards={"closed_on": "soon"}), "b-1 has a day that is none"),
        (changed(boards={"id": "../b"}), '"../b" is no id'),
        (changed(own={"look": "never"}), "own-1 is no item"),
        (changed(walks={"on": "2026-13-01"}), "w-1 has no day"),
        (changed(looks={"walk": "w-2"}), "k-1 is of no walk"),
        (changed(looks={"on": ""}), "k-1 is of no walk"),
        (changed(looks={"mark": "gone"}), "k-1 has a mark"),
        (changed(looks={"proposed": "gone"}), "k-1 has a mark"),
        (changed(looks={"expires": "soon"}), "k-1 has a day that is none"),
        (changed(looks={"note": "x" * 10_001}), "note is longer"),
        (changed(looks={"found": "Old."}), "at $.looks[0].found, a list must stand here, not text"),
        (changed(off=[{"id": "o-1", "board": "b", "item": "i", "reason": "r"}] * 2), "an id twice"),
    ],
)
def test_a_file_that_is_not_as_it_must_be_is_refused_with_the_reason(data: bytes, why: str) -> None:
    with pytest.raises(FileNotAcceptableError) as told:
        read_walks(data)
    assert why in told.value.message
    assert "Nothing was taken" in told.value.hint
