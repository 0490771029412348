"""Evidence and actions by commands."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

SEEN = ("--title", "Ticket roll", "--kind", "ticket-stub", "--where", "By the door", "--seen-on", "1 December 2026")


def _evidence(run: Run, *more: str) -> str:
    data = run("evidence", "add", *SEEN, "--held-by", "Porter", "--review-by", "2027-01-10", *more, "--json").data
    assert list(data) == ["id"]
    return str(data["id"])


def test_evidence_is_listed_as_it_was_added(started: Run) -> None:
    added = _evidence(started, "--for", "1.1", "u2-watch", "--for", "u3,1.1")

    expected = {
        "id": added,
        "title": "Ticket roll",
        "kind": "ticket-stub",
        "kind_word": "Ticket stubs",
        "where": "By the door",
        "held_by": "Porter",
        "seen_on": "2026-12-01",
        "review_by": "2027-01-10",
        "supports": ["u1-ticket", "u2-watch", "u3"],
        "numbers": ["1.1", "2.1", "3"],
        "rung_word": "Stubs show",
        "file_words": "",
        "review_late": False,
    }
    assert started("evidence", "list", "--json").data == [expected]
    assert started("evidence", "show", added, "--json").data == expected
    assert "look again by  10 January 2027\n" in started("evidence", "show", added).out
    assert (
        f"{added}  1.1, 2.1, 3  Ticket stubs  Ticket roll  By the door  1 December 2026\n"
        in started("evidence", "list").out
    )


def test_evidence_is_said_back_with_the_next_step(started: Run) -> None:
    ran = started("evidence", "add", "--title", "Slate", "--for", "3.3")

    assert ran.out == "Added evidence e-5 for 3.3: Slate.\nSee it all: compact-tui evidence list\n"


def test_evidence_that_was_removed_comes_back_by_undo(started: Run) -> None:
    added = _evidence(started)

    assert started("evidence", "remove", added, "--json").data == {"id": added}
    assert started("evidence", "list").out.startswith("No evidence yet.")
    assert started("audit", "undo").code == 0
    assert [item["id"] for item in started("evidence", "list", "--json").data] == [added]


def test_an_action_is_listed_as_it_was_added(started: Run) -> None:
    typed = ("--what", "Buy a roll", "--who", "Porter", "--by", "1 Dec 2026", "--for", "1.1")
    data = started("action", "add", *typed, "--json").data

    assert list(data) == ["id"]
    assert started("action", "list", "--json").data == [
        {
            "id": data["id"],
            "what": "Buy a roll",
            "who": "Porter",
            "due": "2026-12-01",
            "status": "open",
            "outcome": "",
            "overdue": True,
            "supports": ["u1-ticket"],
            "numbers": ["1.1"],
            "state_word": "overdue",
            "due_words": "1 Dec 2026, 2 days ago",
            "done_on": "",
        }
    ]
    assert "overdue  1 December 2026  Porter  Buy a roll\n" in started("action", "list").out
    assert started("action", "remove", data["id"]).out.startswith(f"Removed action {data['id']}.")
    assert started("action", "list").out.startswith("No actions yet.")


def test_an_action_is_said_back_with_the_next_step(started: Run) -> None:
    ran = started("action", "add", "--what", "Hang the sign")

    assert ran.out == "Added action t-5: Hang the sign.\nSee them all: compact-tui action list\n"


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("evidence", "add", "--kind", "ticket-stub"), "--title: This is needed."),
        (("evidence", "add", "--title", "x", "--kind", "ticket-stubb"), 'Did you mean "ticket-stub"?'),
        (("evidence", "add", "--title", "x", "--seen-on", "soon"), '--seen-on: "soon" is not a day.'),
        (("evidence", "add", "--title", "x", "--for", "1.7"), 'no criterion "1.7"'),
        (("evidence", "show", "e-7"), 'no evidence "e-7"'),
        (("evidence", "remove", "e-7"), 'no evidence "e-7"'),
        (("action", "add", "--who", "Head"), "--what: This is needed."),
        (("action", "add", "--what", "x", "--by", "31/2/2026"), '--by: "31/2/2026" is not a day.'),
        (("action", "add", "--what", "x", "--for", "u1-tickt"), 'Did you mean "u1-ticket"?'),
        (("action", "remove", "t-7"), 'no action "t-7"'),
    ],
)
def test_what_cannot_be_taken_adds_nothing(started: Run, argv: tuple[str, ...], said: str) -> None:
    ran = started(*argv, "--json")

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert started("evidence", "list", "--json").data == []
    assert started("action", "list", "--json").data == []


def test_a_piece_of_evidence_that_is_not_there_is_told_with_the_nearest(started: Run) -> None:
    added = _evidence(started)

    assert f'Did you mean "{added}"?' in started("evidence", "show", f"{added}x").err


def test_evidence_is_changed_field_by_field_and_may_back_many_criteria(started: Run) -> None:
    added = _evidence(started, "--for", "1.1")

    more = ("--where", "Office", "--review-by", "", "--for", "2.1", "u3", "--not-for", "1.1")
    data = started("evidence", "edit", added, *more, "--json").data

    assert (data["where"], data["review_by"], data["title"], data["numbers"]) == (
        "Office",
        "",
        "Ticket roll",
        ["2.1", "3"],
    )
    said = started("evidence", "edit", added, "--held-by", "Head").out
    assert said == f"Changed evidence {added} for 2.1, 3: Ticket roll.\nTake it back: compact-tui audit undo\n"
    assert started("audit", "undo").code == 0
    assert started("evidence", "show", added, "--json").data["held_by"] == "Porter"


def test_evidence_is_seen_again_and_its_days_move_on(started: Run) -> None:
    added = _evidence(started)

    assert "Ticket roll, look again by 12 January 2027." in started("evidence", "seen", added).out
    assert started("evidence", "show", added, "--json").data["seen_on"] == "2026-12-03"


def test_files_are_looked_after_and_taken_as_they_are_now(started: Run, tmp_path: Path) -> None:
    assert started("evidence", "verify").out.startswith("No evidence has a file")
    file = tmp_path / "roll.txt"
    file.write_text("Ten tickets")
    added = _evidence(started, "--file", str(file))
    other = _evidence(started)
    assert started("evidence", "verify").code == 0
    file.write_text("Nine tickets")

    ran = started("evidence", "verify", added)

    assert (ran.code, ran.err) == (1, "")
    assert "1 file: 1 changed.\nIf that is right, take them as they are now:" in ran.out
    data = started("evidence", "verify", "--json").data
    assert (data["same"], data["to_take"], data["files"][0]["state"], data["files"][0]["id"]) == (
        False,
        1,
        "changed",
        added,
    )
    taken = started("evidence", "verify", "--take")
    assert taken.code == 0
    assert "1 file: 1 same.\nTook 1 file as now.\n" in taken.out
    file.unlink()
    assert started("evidence", "verify", "--take").code == 1
    assert started("evidence", "verify", other).code == 0


def test_the_ladder_is_told_in_words(started: Run) -> None:
    assert "Visitors say" not in started("evidence", "list").out
    _evidence(started, "--for", "1.1")

    out = started("evidence", "list", "--ladder").out
    assert "The whole audit          1 piece      nothing yet   nothing yet" in out
    assert "Visitors say: nothing yet. Ask three visitors" in out
    assert "Stubs show: 1 piece, Visitors say: nothing yet" in started("evidence", "list").out
    data = started("evidence", "list", "--ladder", "--json").data
    assert [rung["reached"] for rung in data["ladder"]["rungs"]] == [True, False, False]
    assert len(data["standards"]) == 3


def _action(run: Run, *more: str) -> str:
    return str(run("action", "add", "--what", "Buy a roll", "--who", "Porter", *more, "--json").data["id"])


def test_an_action_is_changed_done_dropped_and_opened_again(started: Run) -> None:
    added = _action(started, "--by", "18 Dec 2026", "--for", "1.1")

    edited = started("action", "edit", added, "--by", "2027-01-15", "--who", "Head", "--for", "2.1", "--json").data
    assert (edited["due"], edited["who"], edited["numbers"]) == ("2027-01-15", "Head", ["1.1", "2.1"])
    done = started("action", "done", added, "--outcome", "Bought", "--on", "1 Dec 2026", "--json").data
    assert (done["status"], done["outcome"], done["done_on"]) == ("done", "Bought", "2026-12-01")
    assert f"{added}  1.1, 2.1  done 1 Dec 2026" in started("action", "list").out
    assert started("action", "done", added).code == 2
    assert started("action", "reopen", added, "--json").data["status"] == "open"
    dropped = started("action", "drop", added, "--reason", "We have one")
    assert dropped.out.startswith(f"Dropped action {added} for 1.1, 2.1: Buy a roll.\n")
    shown = started("action", "show", added).out
    assert "what happened  We have one\n" in shown
    assert "state          dropped 3 Dec 2026\n" in shown


def test_an_outcome_may_come_from_standard_input(started: Run) -> None:
    added = _action(started)

    data = started("action", "done", added, "--outcome", "-", "--json", stdin=b"Bought and hung").data

    assert data["outcome"] == "Bought and hung"


def test_an_action_whose_day_has_passed_says_so_when_it_is_added(started: Run) -> None:
    said = started("action", "add", "--what", "Mop", "--by", "1 Dec 2026").out

    assert "Its day has passed already, so it counts as overdue: 1 Dec 2026, 2 days ago." in said


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("evidence", "edit", "e-7", "--where", "x"), 'no evidence "e-7"'),
        (("evidence", "seen", "e-7"), 'no evidence "e-7"'),
        (("evidence", "verify", "e-7"), 'no evidence "e-7"'),
        (("action", "edit", "t-7"), 'no action "t-7"'),
        (("action", "done", "t-7"), 'no action "t-7"'),
        (("action", "drop", "t-7", "--reason", "x"), 'no action "t-7"'),
        (("action", "reopen", "t-7"), 'no action "t-7"'),
    ],
)
def test_one_that_is_not_there_is_told(started: Run, argv: tuple[str, ...], said: str) -> None:
    ran = started(*argv, "--json")

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_folder_is_no_file_of_evidence(started: Run, tmp_path: Path) -> None:
    ran = started("evidence", "add", "--title", "x", "--file", str(tmp_path))

    assert (ran.code, ran.out) == (3, "")
    assert "is a folder, not a file" in ran.err


def test_the_calendar_is_written_and_told(started: Run, workspace: Path, tmp_path: Path) -> None:
    action = _action(started, "--by", "18 Dec 2026")
    evidence = _evidence(started)

    dates = [
        {"day": "2026-12-18", "what": "Buy a roll (Porter)", "kind": "action", "id": action},
        {"day": "2027-01-10", "what": "Look again at: Ticket roll", "kind": "review", "id": evidence},
    ]
    assert started("calendar", "--json").data == dates
    assert not (workspace / "pages").exists()
    out = started("calendar").out
    (written,) = (workspace / "pages").iterdir()
    assert "December 2026:\n  18 Dec 2026  Buy a roll (Porter) (action, in 15 days)\n" in out
    assert f"2 dates.\n2 dates written to {written}." in out
    target = tmp_path / "year.ics"
    assert started("calendar", "--output", str(target), "--json").data == dates
    assert target.read_bytes() == written.read_bytes()
    target.write_text("Mine")
    ran = started("calendar", "--output", str(target))
    assert (ran.code, ran.out, target.read_text()) == (2, "", "Mine")
