"""Review by commands: listing what a reader would question, and setting it aside."""

from pathlib import Path

from tests.cli.conftest import Run


def _id(run: Run, rule: str) -> str:
    found = run("audit", "check", "--json").data["findings"]
    return str(next(finding["id"] for finding in found if finding["rule"] == rule))


def test_check_ends_with_1_while_an_error_stands_and_with_0_after(started: Run) -> None:
    first = started("audit", "check")
    assert first.code == 1
    assert first.out.splitlines()[0] == "Compact audit 2026: 1 error, 8 warnings, 1 note."
    assert first.out.splitlines()[2:5] == [
        "ERROR  1.1: Nothing is answered yet.",
        "  Answer the audit before you make a return of it.",
        "  (nothing-answered@u1-ticket#answer)",
    ]

    assert started("audit", "answer", "1.1", "in-hand").code == 0

    assert started("audit", "check").code == 0
    assert started("audit", "check", "--json").code == 0


def test_the_findings_as_data_have_every_word_that_is_shown(started: Run) -> None:
    ran = started("audit", "check", "--json")

    assert ran.code == 1
    first = ran.data["findings"][0]
    assert {"rule", "severity", "where", "message", "remedy", "set_aside", "field", "place", "id"} <= set(first)
    assert (first["rule"], first["severity"], first["where"]) == ("nothing-answered", "error", "u1-ticket")
    assert first["set_aside"] == ""
    assert first["message"] and first["remedy"] and first["title"] == "Does every umbrella get a ticket?"


def test_a_return_is_not_made_while_an_error_stands(started: Run, workspace: Path) -> None:
    ran = started("return", "make", "--json")

    assert ran.code == 1
    assert "1.1: Nothing is answered yet." in ran.err
    assert "compact-tui audit check" in ran.err
    assert not (workspace / "sent").exists() or not list((workspace / "sent").iterdir())


def test_a_finding_is_set_aside_and_taken_up_again(started: Run) -> None:
    started("evidence", "add", "--title", "Photo")
    finding = _id(started, "evidence-nowhere")

    ran = started("audit", "set-aside", finding, "--reason", "-", stdin=b"It hangs by the door.\n")
    assert ran.code == 0
    assert ran.out.splitlines()[0].startswith('Set aside: The evidence "Photo"')
    said = started("audit", "check").out.splitlines()
    assert said[0].endswith("2 notes, 1 set aside.")
    assert said[-2:] == ["  Set aside: It hangs by the door.", f"  ({finding})"]
    data = started("audit", "check", "--json").data
    assert data["findings"][-1]["set_aside"] == "It hangs by the door."

    again = started("audit", "set-aside", finding, "--take-up", "--json")
    assert (again.code, again.data["set_aside"]) == (0, "")
    assert started("audit", "set-aside", finding, "--take-up").code == 2


def test_what_cannot_be_set_aside_says_why(started: Run) -> None:
    firm = started("audit", "set-aside", _id(started, "nothing-answered"), "--reason", "Later.")
    assert (firm.code, "cannot be set aside" in firm.err) == (1, True)
    unknown = started("audit", "set-aside", "unsignd@audit#sign_off", "--reason", "So.")
    assert (unknown.code, 'Did you mean "unsigned@audit#sign_off"?' in unknown.err) == (2, True)
    assert started("audit", "set-aside", _id(started, "unsigned")).code == 2
    assert started("audit", "set-aside", _id(started, "unsigned"), "--reason", "x", "--take-up").code == 2


def test_what_was_seen_is_shown_to_the_person_who_asks(started: Run) -> None:
    started("audit", "answer", "1.1", "in-hand", "--note", "Mum rang from 07700 900123.")

    lines = started("audit", "check").out.splitlines()

    assert "  In the note: 07700 900123" in lines
