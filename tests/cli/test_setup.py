"""Saying who the setting is, by options and by typed lines."""

import io
import sys
from types import SimpleNamespace

import pytest

from compact_tui.core.setting_forms import PEOPLE_FORM
from tests.cli.conftest import Ran, Run

ALL = (
    *("--name", "Brolly House", "--sector", "education", "--kind", "primary-school"),
    *("--area", "Portsmouth", "--area", "Isle of Wight", "--return-to", "a@p.example", "--return-to", "b@p.example"),
    *("--due", "18 December 2026", "--contact-name", "R. Drizzle", "--contact-role", "Lead"),
    *("--contact-email", "lead@b.example", "--contact-phone", "None", "--register-id", "R7"),
)
KEPT = {
    "id": "set-1",
    "name": "Brolly House",
    "sector": "education",
    "kind": "primary-school",
    "register_id": "R7",
    "nursery": "",
    "without": [],
    "areas": ["Portsmouth", "Isle of Wight"],
    "return_to": ["a@p.example", "b@p.example"],
    "due": "2026-12-18",
    "contact_name": "R. Drizzle",
    "contact_role": "Lead",
    "contact_email": "lead@b.example",
    "contact_phone": "None",
    **{field.id: "" for field in PEOPLE_FORM.fields},
}


def test_every_option_is_kept(run: Run) -> None:
    assert run("setup", *ALL, "--json").data == KEPT


def test_what_is_not_given_stays_as_it_was(run: Run) -> None:
    run("setup", *ALL)

    changed = run("setup", "--area", "Gosport", "--due", "", "--json").data

    assert changed == KEPT | {"areas": ["Gosport"], "due": ""}


def test_setup_says_what_comes_next(run: Run) -> None:
    assert run("setup", *ALL).out == "Saved: Brolly House.\nWhat comes next: compact-tui status\n"


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ((), "--name: This is needed."),
        (("--name", "X"), "--sector: This is needed."),
        (("--name", "X", "--sector", "educatoin"), 'Did you mean "education"?'),
        (("--name", "X", "--kind", "primary-scool"), 'Did you mean "primary-school"?'),
        (("--name", "X", "--sector", "other", "--return-to", "nobody"), '--return-to: "nobody" is not an email'),
        (("--name", "X", "--sector", "other", "--due", "soon"), '--due: "soon" is not a day.'),
    ],
)
def test_what_cannot_be_taken_saves_nothing(run: Run, argv: tuple[str, ...], said: str) -> None:
    ran = run("setup", *argv, "--json")

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert run("status", "--json").data["setting"] == ""


@pytest.fixture
def typing(run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command at a terminal, where the bytes are the lines that are typed."""
    monkeypatch.setattr("compact_tui.cli.setup.at_terminal", lambda: True)
    return run


def test_at_a_terminal_everything_is_asked_in_typed_lines(typing: Run) -> None:
    lines = [
        "Brolly House",
        "1",
        "",
        "2",
        "food, no transport",
        "Portsmouth, Gosport",
        "r@p.example",
        "18/12/2026",
        "",
        "",
        "",
        "",
        "",
    ]

    ran = typing("setup", "--json", stdin="\n".join([*lines, ""]).encode())

    assert {
        name: ran.data[name] for name in ("name", "kind", "sector", "areas", "return_to", "due", "nursery", "without")
    } == {
        "name": "Brolly House",
        "kind": "primary-school",
        "sector": "education",
        "nursery": "no",
        "without": ["food", "transport"],
        "areas": ["Portsmouth", "Gosport"],
        "return_to": ["r@p.example"],
        "due": "2026-12-18",
    }
    assert "  1. Primary, infant or junior school\n" in ran.err
    assert "[Education: schools, colleges, alternative provision] > " in ran.err


def test_an_empty_line_keeps_what_is_there(typing: Run) -> None:
    typing("setup", *ALL)

    ran = typing("setup", "--json", stdin=b"\n" * 13)

    assert ran.data == KEPT
    assert "[18 December 2026] > " in ran.err


def test_what_cannot_be_taken_is_said_and_asked_again(typing: Run) -> None:
    ran = typing("setup", "--name", "X", "--json", stdin=b"99\n\n2\n")

    assert ran.data["sector"] == "early-years"
    assert '"99" is not one of' in ran.err
    assert "This is needed." in ran.err


def test_the_last_of_the_choices_has_a_number_too(typing: Run) -> None:
    assert typing("setup", "--name", "X", "--json", stdin=b"4\n").data["sector"] == "small-group"


def test_only_what_cannot_be_left_out_is_asked_when_options_are_given(typing: Run) -> None:
    assert typing("setup", "--name", "X", "--kind", "nursery", "--json").data["sector"] == "early-years"
    assert typing("setup", "--due", "2026-12-18").err == ""


def test_when_the_lines_end_nothing_is_saved(typing: Run) -> None:
    ran = typing("setup", stdin=b"Brolly House\n")

    assert (ran.code, ran.out) == (2, "")
    assert "Nothing was saved." in ran.err
    assert typing("status", "--json").data["setting"] == ""


def test_nothing_is_asked_where_there_is_no_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: Ran = run("setup", "--name", "X", stdin=b"1\n1\n1\n")

    assert ran.code == 2
    assert isinstance(sys.stdin, io.TextIOWrapper)
    assert sys.stdin.buffer.read() == b"1\n1\n1\n"


@pytest.mark.parametrize(
    ("argv", "kept"),
    [
        (("--without", "food"), ["food"]),
        (("--without", "website, no Staff"), ["staff", "website"]),
        (("--without", "food,food"), ["food"]),
        (("--without", ""), []),
    ],
)
def test_what_we_do_not_have_is_kept_in_one_order(run: Run, argv: tuple[str, ...], kept: list[str]) -> None:
    assert run("setup", "--name", "X", "--sector", "other", *argv, "--json").data["without"] == kept


@pytest.mark.parametrize("nursery", ["yes", "no", ""])
def test_a_nursery_of_our_own_is_kept(run: Run, nursery: str) -> None:
    data = run("setup", "--name", "X", "--sector", "education", "--nursery", nursery, "--json").data

    assert data["nursery"] == nursery


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("--without", "fod"), 'Did you mean "food"?'),
        (("--without", "food, webiste"), 'Did you mean "website"?'),
        (("--without", "money"), '"money" is not one of staff, premises, food, overnight, transport, website.'),
        (("--nursery", "yess"), 'Did you mean "yes"?'),
        (("--nursery", "perhaps"), '"perhaps" is not one of yes, no.'),
        (("--withuot", "food"), 'Did you mean "--without"?'),
    ],
)
def test_a_word_that_is_not_known_is_told_with_the_nearest_and_saves_nothing(
    run: Run, argv: tuple[str, ...], said: str
) -> None:
    ran = run("setup", "--name", "X", "--sector", "other", *argv, "--json")

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert run("status", "--json").data["setting"] == ""


def test_an_audit_begun_at_a_terminal_asks_name_and_sector_first(typing: Run) -> None:
    ran = typing("audit", "start", "--cycle", "2026", "--json", stdin=b"\nJudo Club\n4\n")

    assert (ran.code, ran.data["pack"], ran.data["variation"]) == (0, "small-group", "small-group")
    assert ran.err.count("> ") == 3
    assert "This is needed." in ran.err
    status = typing("status", "--json").data
    assert (status["setting"], status["sector"], status["kind"]) == ("Judo Club", "small-group", "")


def test_an_audit_begun_at_a_terminal_asks_nothing_that_is_known(typing: Run) -> None:
    typing("setup", "--name", "X", "--sector", "education")

    ran = typing("audit", "start", "--json", stdin=b"Other\n1\n")

    assert (ran.code, ran.err) == (0, "")
    assert typing("status", "--json").data["setting"] == "X"


def test_an_audit_begun_where_the_lines_end_starts_nothing(typing: Run) -> None:
    ran = typing("audit", "start", stdin=b"Judo Club\n")

    assert (ran.code, ran.out) == (2, "")
    assert "Nothing was saved." in ran.err
    assert typing("status", "--json").data["audits"] == []


def test_an_audit_begun_without_a_terminal_names_the_command_instead(run: Run) -> None:
    ran = run("audit", "start", "--json", stdin=b"Judo Club\n4\n")

    assert (ran.code, ran.out) == (2, "")
    assert "compact-tui setup" in ran.err


def test_a_question_that_is_interrupted_ends_the_command_and_saves_nothing(
    typing: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = iter(["Brolly House\n"])

    def readline() -> str:
        for line in lines:
            return line
        raise KeyboardInterrupt

    monkeypatch.setattr(
        "compact_tui.cli.asking.sys", SimpleNamespace(stdin=SimpleNamespace(readline=readline), stderr=sys.stderr)
    )

    ran = typing("setup")

    assert (ran.code, "Interrupted." in ran.err, "fault" in ran.err) == (130, True, False)
    assert "name" not in typing("status", "--json").data.get("setting", {})
