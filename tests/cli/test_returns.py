"""The return by commands: made, shown, verified, sent, received."""

import json
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def started(started: Run) -> Run:
    """A setting and an audit in which one criterion is answered: of one without any, no return is made."""
    assert started("audit", "answer", "1.1", "in-hand").code == 0
    return started


SENT = ("--on", "3 December 2026", "--by", "Head")


def _made(run: Run) -> dict[str, Any]:
    data: dict[str, Any] = run("return", "make", "--json").data
    return data


def test_make_gives_the_files_and_what_a_reader_would_question(started: Run, workspace: Path) -> None:
    data = _made(started)

    folder = workspace / "sent" / "2026-12-03-brolly-house-2026"
    assert data["folder"] == str(folder)
    named = [data[name] for name in ("return_file", "report_file", "draft_file", "read_me_file")]
    assert sorted(named) == sorted(str(path) for path in folder.iterdir())
    document = json.loads(Path(data["return_file"]).read_bytes())
    assert (document["id"], document["digest"], document["complete"]) == (data["id"], data["digest"], data["complete"])
    assert data["complete"] is False
    assert data["warnings"][0].startswith("This return is not complete")
    draft = message_from_bytes(Path(data["draft_file"]).read_bytes(), policy=policy.default)
    assert draft["X-Unsent"] == "1"


def test_make_says_where_it_is_and_that_made_is_not_sent(started: Run, workspace: Path) -> None:
    ran = started("return", "make")

    assert ran.code == 0
    first, code, *rest = ran.out.splitlines()
    assert first == f"Return r-6 was made in {workspace / 'sent' / '2026-12-03-brolly-house-2026'}"
    assert len(code) == len("Its code: XXXXX-XXXXX")
    assert rest[0].endswith("a reader would question:")
    assert rest[1].startswith("  This return is not complete")
    assert "compact-tui return sent r-6 --on DATE --by ROLE" in rest[-1]
    status = started("status").out.splitlines()
    assert status[2] == "Return: made 3 Dec 2026, NOT yet sent; no due date set"


def test_a_return_is_shown_and_verified_from_its_file(started: Run) -> None:
    made = _made(started)

    shown = started("return", "show", made["return_file"], "--json").data
    verified = started("return", "verify", made["return_file"], "--json").data

    same = ("id", "code", "digest")
    assert {name: shown[name] for name in same} == {name: made[name] for name in same}
    assert {name: verified[name] for name in same} == {name: made[name] for name in same}
    assert (shown["setting"], shown["cycle"]) == ("Brolly House", "2026")
    assert "Taking umbrellas in" in started("return", "show", made["return_file"]).out
    said = started("return", "verify", made["return_file"])
    assert (said.code, said.out.splitlines()[0]) == (0, f"Brolly House, 2026: return {made['id']}")
    assert made["code"] in said.out


def test_what_a_newer_version_wrote_is_said(started: Run) -> None:
    from compact_tui.core.digest import digest_of

    path = Path(_made(started)["return_file"])
    document = json.loads(path.read_bytes()) | {"weather": "wet"}
    path.write_text(json.dumps(document | {"digest": digest_of(document)}), "utf-8")

    ran = started("return", "verify", str(path))

    assert ran.code == 0
    assert "weather" in ran.err


@pytest.mark.parametrize("verb", ["show", "verify"])
@pytest.mark.parametrize("content", ["altered", "cut", "foreign", "missing", "folder"])
def test_a_file_that_is_no_sound_return_ends_with_3_and_what_is_wrong(
    started: Run, tmp_path: Path, verb: str, content: str
) -> None:
    data = Path(_made(started)["return_file"]).read_bytes()
    path = tmp_path / "given.json"
    contents = {"altered": data.replace(b"Brolly", b"Trolly"), "cut": data[:200], "foreign": b'{"format": "x"}'}
    if content == "folder":
        path.mkdir()
    elif content != "missing":
        path.write_bytes(contents[content])

    ran = started("return", verb, str(path), "--json")

    assert (ran.code, ran.out) == (3, "")
    assert len(ran.err.splitlines()) == 2


def test_sent_and_receipt_are_noted(started: Run) -> None:
    made = _made(started)["id"]

    sent = started("return", "sent", made, *SENT, "--json").data
    assert sent == {"id": made, "state": "sent", "sentence": "sent on 3 Dec 2026 by Head"}
    assert started("return", "sent", made, *SENT).out.splitlines() == [
        f"Noted: return {made} sent on 3 Dec 2026 by Head.",
        f"When the receipt comes: compact-tui return receipt {made} --on DATE",
    ]
    received = started("return", "receipt", made, "--on", "2026-12-03", "--ref", "R-1", "--json").data
    assert received == {"id": made, "state": "receipt", "sentence": "receipt 3 Dec 2026"}
    assert started("status", "--json").data["return_sentence"] == "receipt 3 Dec 2026"


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("sent", "r-66", *SENT), 'Did you mean "r-6"?'),
        (("sent", "r-6", "--on", "2026-12-03"), "--by Head"),
        (("sent", "r-6", "--on", "soon", "--by", "Head"), '"soon" is not a day.'),
        (("sent", "r-6", "--on", "2026-12-02", "--by", "Head"), "before it was made"),
        (("sent", "r-6", "--on", "2027-12-02", "--by", "Head"), "has not come yet"),
        (("receipt", "r-66", "--on", "2026-12-03"), 'Did you mean "r-6"?'),
        (("receipt", "r-6", "--on", "never"), '"never" is not a day.'),
    ],
)
def test_what_cannot_be_right_is_not_noted(started: Run, argv: tuple[str, ...], said: str) -> None:
    assert _made(started)["id"] == "r-6"

    ran = started("return", *argv, "--json")

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert started("status", "--json").data["return_state"] == "made"


def test_a_return_cannot_be_made_without_an_audit(run: Run) -> None:
    ran = run("return", "make", "--json")

    assert (ran.code, ran.out) == (2, "")
    assert "audit start" in ran.err
