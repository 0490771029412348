"""What waits in each place of the partnership's side."""

from pathlib import Path

import pytest

from compact_tui.core.partnership import Match, ReplyMade
from compact_tui.core.read_records import Allocation
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import keep
from compact_tui.services.partnership_places import partnership_places
from tests.services.collect_desks import partnership, posted, return_by, stranger


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return partnership(tmp_path / "partnership", settings=4)


def _states(desk: Desk) -> dict[str, str]:
    return {place.id: place.state for place in partnership_places(desk) if place.state}


def test_before_anything_came_in_every_setting_is_waited_for(desk: Desk) -> None:
    assert _states(desk) == {"register": "4 settings", "contactpoints": "0", "chase": "4 not in yet"}


def test_each_place_says_what_waits_in_it(desk: Desk, tmp_path: Path) -> None:
    inbox = posted(
        tmp_path / "inbox",
        return_by(1),
        return_by(2, "r-0"),
        return_by(2, supersedes="r-0"),
        stranger("r-x", "Nobody's gallery"),
    )
    (inbox / "broken.json").write_bytes(b'{"format": ')
    collect(desk, [inbox])
    read = Allocation(id="r-1", reader="Ash", done_on="2026-12-01")
    second = Allocation(id="r-1#2", reader="Elm", done_on="2026-12-01")
    made = ReplyMade(id="rp-1", return_id="r-2", entry="G2", made_on="2026-12-02", folder="x")
    keep(desk, "x", "x", tuple(edit("allocations", one.id, None, one) for one in (read, second)))
    keep(desk, "x", "x", (edit("replies", made.id, None, made),))

    assert _states(desk) == {
        "register": "4 settings",
        "contactpoints": "0",
        "chase": "2 not in yet",
        "collect": "1 of nobody yet, 1 put aside",
        "readqueue": "1 of 2 read",
        "replies": "1 of 2 made",
    }


def test_what_was_turned_away_waits_no_more_and_all_that_came_is_said(desk: Desk, tmp_path: Path) -> None:
    away = Match(id="r-x", entry="", reason="not ours")
    keep(desk, "x", "x", (edit("matches", away.id, None, away),))
    collect(desk, [posted(tmp_path / "inbox", *(return_by(n) for n in range(1, 5)), stranger("r-x", "Elsewhere"))])

    states = _states(desk)

    assert (states["chase"], "collect" in states, states["readqueue"]) == ("all are in", False, "0 of 4 read")
