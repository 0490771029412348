"""Records of spot checks as a file, read as if by someone who trusts nothing."""

import json
from typing import Any

import msgspec
import pytest

from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.core.spot import AskedBy, Flagged, RoleGroup, SpotCheck
from compact_tui.exchange.spot_json import SpotRows, is_rows, read_rows, write_rows
from tests.bank_samples import heard

ROWS = SpotRows(
    checks=(SpotCheck(id="s-1", on="2026-12-01", group="Porters", questions=("q-1",)),),
    heard=(msgspec.structs.replace(heard(1, "2026-12-01"), id="h-1", counts=(("full", 3),)),),
    flags=(Flagged(id="f-1", question="q-1", bank="umbrellas", edition="1", what="Too long"),),
    groups=(RoleGroup(id="g-1", name="Porters"),),
)


def document(**changes: Any) -> bytes:
    return json.dumps({**json.loads(write_rows(ROWS, "2026-12-03")), **changes}).encode()


def row(table: str, **changes: Any) -> bytes:
    return document(**{table: [{**msgspec.to_builtins(getattr(ROWS, table)[0]), **changes}]})


def test_what_was_written_is_read_back() -> None:
    data = write_rows(ROWS, "2026-12-03")

    assert read_rows(data) == ROWS
    assert is_rows(data) and not is_rows(b"{}") and not is_rows(b"\xff")
    assert read_rows(write_rows(SpotRows(), "2026-12-03")) == SpotRows()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is empty"),
        (b"[]", "no records of spot checks"),
        (b"{" * 5000, "nested too deep|breaks off"),
        (document(format="compact-return"), "no records of spot checks"),
        (document(version=2), "newer version"),
        (document(version=True), "does not say its version"),
        (document(version="1"), "does not say its version"),
        (document(counted=[]), 'a part that is not known: "counted"'),
        (document(checks={}), "at ..checks, a list must stand here"),
        (document(heard=[{"id": "h-1"}]), '"[a-z_]+" is missing'),
        (row("heard", level="perfect"), "a level that is not known"),
        (row("heard", added_level="perfect"), "a level that is not known"),
        (row("heard", on="2026-13-01"), "h-1 has no day"),
        (row("heard", on=""), "h-1 has no day"),
        (row("heard", id="../../etc"), "is no id of this program"),
        (row("heard", id="h-1\n"), "is no id of this program"),
        (row("heard", note="x" * 10_001), "note is longer than 10,000"),
        (row("heard", points=["x" * 10_001]), "points is longer than 10,000"),
        (row("heard", counts=[["full", -1]]), "a count that cannot be"),
        (row("heard", unsafe="yes"), "true or false must stand here"),
        (row("checks", on="../../2026"), "s-1 has no day"),
        (row("checks", way="by post"), "asked in a way that is not known"),
        (row("checks", people=-1), "asked in a way that is not known"),
        (document(heard=json.loads(write_rows(ROWS, ""))["heard"] * 2), "an id twice"),
    ],
)
def test_what_is_not_as_it_must_be_is_refused_with_the_reason(data: bytes, why: str) -> None:
    with pytest.raises(FileNotAcceptableError, match=f"(?s)This file cannot be taken: .*({why})"):
        read_rows(data)


def test_rows_say_whose_they_are_and_never_that_they_are_of_two() -> None:
    one, two = AskedBy(id="set-1", register_id="P1", name="A"), AskedBy(id="set-2")

    assert read_rows(write_rows(SpotRows(setting=(one,)), "2026-12-03")).setting == (one,)
    with pytest.raises(FileNotAcceptableError, match="two settings"):
        read_rows(write_rows(SpotRows(setting=(one, two)), "2026-12-03"))
