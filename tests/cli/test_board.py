"""Notice boards by commands: boards, a walk, what was read off, paper, files."""

import json
from pathlib import Path

import pytest

from tests.board_samples import NOTICES
from tests.cli.conftest import Run


@pytest.fixture
def boards(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A staff room (``b-1``) and a front door, and the umbrella list as the only one."""
    monkeypatch.setattr("compact_tui.services.notices.shipped_notices", lambda: NOTICES)
    assert run("board", "add", "--name", "Staff room", "--audience", "staff").code == 0
    assert run("board", "add", "--name", "Front door", "--audience", "visitors", "--place", "by the bell").code == 0
    assert run("people", "--lead-name", "Jo Park", "--social-care-phone", "023 9200 0002").code == 0
    return run


def test_the_usual_boards_are_told_and_added(run: Run) -> None:
    assert "compact-tui board add --suggested" in run("board", "list").out
    assert "Children's corridor" in run("board", "add", "--suggested").out
    assert [one["name"] for one in run("board", "list", "--json").data["boards"]][:2] == ["Staff room", "Reception"]


def test_last_years_edition_a_former_lead_and_an_old_number_are_found_by_command(boards: Run) -> None:
    lead = boards("board", "check", "Staff room", "lead", "--reads", "Sam Hill, 0845 555 0271")
    assert lead.code == 1
    assert "Sam Hill" in lead.out
    assert "Jo Park" in lead.out
    assert "0845 555 0271" in lead.out
    assert "What it says speaks for: wrong." in lead.out
    edition = boards("board", "check", "Staff room", "edition", "out-of-date", "--reads", "KUD 2025", "--json")
    assert (edition.code, edition.data["item"]["mark"]) == (0, "out-of-date")
    assert "2026" in edition.data["item"]["found"][0]
    assert boards("board", "check", "Staff room", "lead", "wrong").code == 0

    found = boards("board", "right", "--json").data
    assert [(line["item"], line["mark"]) for line in found["lines"]] == [("lead", "wrong"), ("edition", "out-of-date")]
    assert "1. Put right: Who leads on umbrellas (Staff room): wrong." in boards("board", "right").out
    assert boards("board", "list", "--json").data["boards"][0]["not_right"] == 2


def test_a_mark_a_note_and_a_day_are_kept_and_a_note_that_names_a_child_is_told(boards: Run) -> None:
    seen = boards("board", "check", "Front door", "racks", "there", "--expires", "1/9/2027", "--note", "DOB 3/4/2016")
    assert (seen.code, seen.out) == (
        0,
        "Front door: Where the racks are. There and right.\n  It holds until 1 September 2027.\n",
    )
    assert seen.err
    item = boards("board", "show", "Front door", "--json").data["items"][1]
    assert item["mark_words"] == "there and right, 3 Dec 2026"
    assert "Not needed here." in boards("board", "check", "Front door", "lead", "not-needed", "--reason", "Inside.").out
    wrong = boards("board", "check", "Front door", "racks", "not-needed", "--json")
    assert (wrong.code, wrong.out) == (2, "")


def test_boards_are_changed_taken_down_and_their_items_switched(boards: Run) -> None:
    assert "for staff and volunteers" in boards("board", "change", "Staff room", "--order", "7").out
    assert "order: 7" in boards("board", "change", "Staff room").out
    assert boards("board", "item", "Staff room", "pool", "--off", "We have no pool.").code == 0
    assert "not here: We have no pool." in boards("board", "show", "Staff room").out
    assert boards("board", "item", "Staff room", "pool", "--on", "--json").data["board"]["items"] == 5
    assert boards("board", "own", "--title", "Rain dance", "--audience", "staff").code == 0
    own = boards("board", "show", "Staff room", "--json").data["items"][-1]
    assert (own["title"], own["own"]) == ("Rain dance", True)
    assert boards("board", "own", "--remove", own["id"]).code == 0
    assert boards("board", "undo").out == "Undid no longer our own: Rain dance.\n"
    assert boards("board", "redo", "--json").data == {"what": "redid no longer our own: Rain dance"}
    assert "2 items: taken down 3 Dec 2026." in boards("board", "close", "Front door").out
    assert boards("board", "close", "Front door", "--again").code == 0
    assert boards("board", "add").code == 2


def test_a_walk_in_typed_lines_is_left_gone_on_with_and_taken_back(boards: Run) -> None:
    left = boards("board", "walk", "--role", "Caretaker", stdin=b"t\nw old poster\n")
    assert (left.code, "Go on with: compact-tui board walk --go-on" in left.err) == (0, True)
    assert "to go on with" in boards("board", "walks").out
    assert "A walk waits" in boards("board", "list").out
    assert boards("board", "walk", "--undo").out == "Taken back: Staff room. 1 of 5 looked at.\n"

    done = boards("board", "walk", "--go-on", "--json", stdin=b"o\nt\nt\nn no pool\nt\nt\n")

    assert done.data["sentence"] == "7 looked at: 5 there and right, 1 out of date, 1 not needed here."
    assert "Walk" not in done.out
    assert boards("board", "walks", "--json").data[0]["role"] == "Caretaker"
    assert boards("board", "walk", "--go-on").code == 2


def test_a_sheet_is_written_and_typed_in(boards: Run, tmp_path: Path) -> None:
    page = tmp_path / "sheet.html"
    assert boards("board", "sheet", "--output", str(page)).code == 0
    assert "Where the racks are" in page.read_text("utf-8")
    assert boards("board", "sheet", "Front door", "--json").data["items"] == 2

    end = boards("board", "paper", "Staff room", "t t m", "Front door", "t t", "--on", "2026-12-01", "--json").data
    assert (end["on"], [line["item"] for line in end["lines"]]) == ("2026-12-01", ["racks"])
    assert boards("board", "paper", "Staff room").code == 2
    assert boards("board", "right", end["walk"], "--board", "Front door", "--end").out.startswith("The walk: what to")


def test_what_is_not_right_goes_on_the_action_plan(boards: Run, started: Run) -> None:
    boards("board", "paper", "Staff room", "m m")
    found = boards("board", "right", "--json").data
    one = boards("board", "right", "--plan", "--look", found["lines"][1]["look"], "--json").data
    assert [bool(line["action"]) for line in one["lines"]] == [False, True]
    assert "All of it is on the action plan." in boards("board", "right", "--plan").out
    assert [action["due"] for action in boards("action", "list", "--json").data] == ["2026-12-17", "2026-12-17"]
    assert "Walk to the notice board: Staff room" in boards("calendar").out


def test_walks_go_to_another_computer_and_back_without_being_taken_twice(boards: Run, tmp_path: Path) -> None:
    boards("board", "paper", "Staff room", "t t m")
    file = tmp_path / "rows.json"
    assert boards("board", "export", "--output", str(file)).code == 0
    assert json.loads(file.read_text("utf-8"))["format"] == "compact-walk-rows"
    other = ("--workspace", str(tmp_path / "other"))

    dry = boards("board", "import", str(file), "--dry-run", "--json", *other).data
    assert (dry["new"], dry["done"]) == (6, False)
    assert boards("board", "import", str(file), *other).out == "6 records taken in, 0 were here already.\n"
    assert boards("board", "import", str(file), *other).out == "0 records taken in, 6 were here already.\n"
    assert boards("board", "list", "--json", *other).data["boards"][0]["not_right"] == 1
