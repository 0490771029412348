"""Evidence and actions by commands."""

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
        (("action", "add", "--what", "x", "--by", "31/2/2026"), '"31/2/2026" is not a day.'),
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
