"""Signing and last time's grades by commands."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

LISTED = ("audit", "sign-off")
SIGN = ("audit", "sign-off", "--role", "keeper", "--name", "A. Light")


@pytest.fixture
def begun(started: Run) -> Run:
    """An audit with one answer."""
    assert started("audit", "answer", "1.1", "in-hand", "--note", "Ten of ten.").code == 0
    return started


def states(run: Run) -> list[str]:
    """How each role stands."""
    return [one["state"] for one in run(*LISTED, "--json").data["signers"]]


def test_the_list_says_who_has_signed_and_who_has_not(begun: Run) -> None:
    out = begun(*LISTED).out

    assert "Still to sign: Keeper of the umbrellas." in out
    assert "night-porter  Night porter             -     -    -     may sign" in out
    assert f"The code of what stands now: {begun(*LISTED, '--json').data['code']}" in out


def test_a_role_signs_and_what_was_shown_is_kept(begun: Run, workspace: Path) -> None:
    code = begun(*LISTED, "--json").data["code"]

    ran = begun(*SIGN, "--on", "3 Dec 2026", "--code", code.lower())

    assert ran.code == 0
    assert ran.out.splitlines() == [
        f"A. Light signed as Keeper of the umbrellas on 3 December 2026. The code of what was signed: {code}",
        f"What was shown is kept in {workspace / 'signed' / f'2026-12-03-keeper-{code}'}",
        "Everybody who has to has signed. Make the return: compact-tui return make",
    ]
    assert states(begun) == ["same", "not-signed"]
    data = begun("audit", "sign-off", "--role", "night porter", "--name", "C. Moon", "--json").data
    assert (data["signer"], data["code"], data["next_step"][:9]) == ("night-porter", code, "Everybody")


def test_what_changed_since_is_listed(begun: Run) -> None:
    begun(*SIGN)
    begun("audit", "answer", "1.1", "half-way")

    ran = begun(*LISTED, "--changes")

    assert "  1.1 Does every umbrella get a ticket? in hand -> half way" in ran.out.splitlines()
    assert "No return has been made yet." in ran.out
    assert states(begun) == ["changed", "not-signed"]
    assert begun(*LISTED, "--json").data["signers"][0]["changes"][0]["where"] == "u1-ticket"


def test_a_signature_is_withdrawn_by_role_and_comes_back(begun: Run) -> None:
    begun(*SIGN)

    assert begun("audit", "sign-off", "--withdraw", "--role", "keeper").code == 0
    assert states(begun) == ["not-signed", "not-signed"]
    begun("audit", "undo")
    assert states(begun) == ["same", "not-signed"]


@pytest.mark.parametrize(
    ("argv", "code", "told"),
    [
        (("--role", "keper", "--name", "A"), 2, 'Did you mean "keeper"?'),
        (("--name", "A"), 2, "not said who signs"),
        (("--role", "keeper", "--name", ""), 2, "Give the person's name"),
        (("--role", "keeper", "--on", "3 Dec 2026"), 2, "Give the person's name"),
        (("--role", "keeper", "--name", "A", "--on", "never"), 2, "is not a day"),
        (("--role", "keeper", "--name", "A", "--code", "AAAAA-AAAAA"), 5, "Something was changed since you looked"),
        (("--withdraw",), 2, "not said whose signature"),
        (("--withdraw", "--role", "keeper"), 2, "Nobody has signed"),
    ],
)
def test_what_cannot_be_is_refused_with_nothing_on_standard_output(
    begun: Run, workspace: Path, argv: tuple[str, ...], code: int, told: str
) -> None:
    ran = begun(*LISTED, *argv, "--json")

    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err
    assert not (workspace / "signed").exists()
    assert states(begun) == ["not-signed", "not-signed"]


def test_while_an_error_stands_signing_ends_with_1_and_says_which(started: Run) -> None:
    ran = started(*SIGN)

    assert (ran.code, ran.out) == (1, "")
    assert "Nothing is answered yet" in ran.err
    assert "Nothing is answered yet" in started(*LISTED).out


def test_a_name_that_would_steer_the_terminal_does_not(begun: Run) -> None:
    begun("audit", "sign-off", "--role", "keeper", "--name", "A\x1b[31mB")

    assert "\x1b" not in begun(*LISTED).out
    assert "A<U+001B>[31mB" in begun(*LISTED).out


def test_verify_and_show_say_of_each_signature_whether_it_is_for_this_file(begun: Run) -> None:
    begun(*SIGN)
    first = begun("return", "make", "--json").data
    begun("audit", "answer", "1.1", "half-way")
    second = begun("return", "make", "--json").data

    def checks(made: dict[str, Any], verb: str) -> list[bool]:
        return [one["holds"] for one in begun("return", verb, made["return_file"], "--json").data["sign_offs"]]

    assert [checks(first, "verify"), checks(second, "verify")] == [[True], [False]]
    assert [checks(first, "show"), checks(second, "show")] == [[True], [False]]
    assert "that is what is in this file." in begun("return", "verify", first["return_file"]).out
    told = begun("return", "show", second["return_file"]).out.splitlines()[-1]
    assert told.startswith("A. Light (Keeper of the umbrellas) signed on 3 December 2026")
    assert "something was changed since" in told


def test_a_signature_still_verifies_in_a_return_with_keys_of_a_newer_version(begun: Run, tmp_path: Path) -> None:
    from compact_tui.core.digest import digest_of
    from compact_tui.core.returns import content_code_of

    begun(*SIGN)
    document = json.loads(Path(begun("return", "make", "--json").data["return_file"]).read_bytes()) | {"weather": "wet"}
    document["sign_offs"][0]["code"] = content_code_of(document)
    path = tmp_path / "newer.json"
    path.write_text(json.dumps(document | {"digest": digest_of(document)}), "utf-8")

    assert begun("return", "verify", str(path), "--json").data["sign_offs"][0]["holds"] is True


def test_a_role_without_a_name_signs_nothing_and_says_so(begun: Run) -> None:
    ran = begun("audit", "sign-off", "--role", "keeper")

    assert (ran.code, ran.out) == (2, "")
    assert "Give the person's name." in ran.err
    assert begun("audit", "sign-off", "--role", "keeper", "--changes").code == 0
    assert states(begun) == ["not-signed", "not-signed"]


def test_last_times_grades_are_typed_in_listed_and_cleared(started: Run) -> None:
    assert started("audit", "last-time", "1", "soaked", "--cycle", "2024-2026").code == 0
    assert started("audit", "last-time", "2", "not-asked").code == 0
    started("audit", "grade", "1", "bone-dry")

    out = started("audit", "last-time").out
    data = started("audit", "last-time", "--json").data

    assert "Soaked     Bone dry  2 levels up" in out
    assert out.splitlines()[-1] == "Last time (2024-2026): 2 of 3 typed in."
    assert [line["level"] for line in data["lines"]] == ["soaked", "not-asked", ""]
    assert started("audit", "last-time", "--cycle", "2023", "--json").data["cycle"] == "2023"
    assert started("audit", "last-time", "1", "--clear", "--json").data["typed"] == 1
    assert started("audit", "last-time", "--clear", "--json").data["typed"] == 0


@pytest.mark.parametrize(
    ("argv", "told"),
    [(("1",), "not said which level"), (("1", "soked"), 'Did you mean "soaked"?'), (("u9", "soaked"), "no standard")],
)
def test_a_grade_of_last_time_that_cannot_be_is_refused(started: Run, argv: tuple[str, ...], told: str) -> None:
    ran = started("audit", "last-time", *argv, "--json")

    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
