"""Reading returns by commands: sharing out, deciding, a second reading, and a reader's own file."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.services.reading_desks import galleries

WHY = "The log stops in March."


@pytest.fixture
def read(run: Run, workspace: Path) -> Run:
    galleries(workspace, 3, dim=(3,))
    return lambda *argv, stdin=b"": run("partnership", *argv, stdin=stdin)


def test_returns_are_shared_out_read_and_decided_about(read: Run) -> None:
    assert read("allocate", "--readers", "Ann = G1, Ben").out == "3 returns shared out among 2 readers.\n"
    listed = read("read", "list", "--json").data
    assert [(line["id"], line["reasons"][0]["id"]) for line in listed["lines"]][0] == ("r-3", "lowest")
    graded = read("moderate", "G3", "1", "glowing", "--reason", "-", stdin=WHY.encode())
    assert f"m-0001: Standard 1: Glowing. {WHY}" in graded.out
    assert read("remark", "G3", "--kind", "question", "--text", "Who has the key?", "--json").data["whole"]
    assert "sent back: No day." in read("plan", "G3", "--verdict", "sent-back", "--reason", "No day.").out
    assert read("contact", "G3", "--way", "rang", "--what", "The plan.").out == "Written down: n-0001, G3.\n"
    spoken = read("contact").out
    assert "1 contact, newest first." in spoken and "Gallery 3: " in spoken and "rang" in spoken
    assert [line["entry"] for line in read("contact", "G3", "--json").data["lines"]] == ["G3"]
    assert "Nobody wrote down a contact with Gallery 2 yet." in read("contact", "G2").out
    assert read("contact", "--way", "rang", "--what", "Lamps.").code == 2

    shown = read("read", "show", "G3").out

    assert all(words in shown for words in (WHY, "Who has the key?", "The plan.", "In gallery 3 the hall"))
    assert read("remark", "--remove", "k-0001", "--json").data["whole"] == []
    assert read("undo").code == 0
    assert "Who has the key?" in read("read", "show", "G3").out
    assert read("read", "done", "r-3", "--json").data["done_on"] == "2026-12-03"
    assert read("read", "done", "r-3").out == "Gallery 3 was read already, on 3 December 2026.\n"
    assert read("read", "done", "r-3", "--again", "--json").data["done_on"] == ""
    assert read("read", "done", "r-3").out == "Gallery 3 is read.\n"


def test_a_share_is_read_twice_and_handed_over(read: Run) -> None:
    read("allocate", "--readers", "Ann, Ben")

    assert read("allocate", "--twice", "100").out == "3 returns are read a second time, blind.\n"
    assert read("allocate", "--twice", "10", "--way", "even").code == 2
    handed = read("hand-over", "--reader", "Ann", "--to", "Ben", "--json").data
    assert (handed["given"], len(handed["left"])) == ([], 3)


def test_a_readers_file_goes_out_and_comes_back(read: Run, tmp_path: Path) -> None:
    read("allocate", "--readers", "Ann")
    out, back, there = (str(tmp_path / name) for name in ("out.json", "back.json", "ann"))

    assert "Nothing was sent." in read("read", "export", "--reader", "Ann", "--output", out).out
    assert "3 returns for Ann opened" in read("read", "import", out, "--workspace", there).out
    read("moderate", "r-2", "2", "dim", "--reason", WHY, "--workspace", there, "--by", "Ann")
    read("read", "export", "--output", back, "--workspace", there)
    look = read("read", "import", back, "--dry-run")
    taken = read("read", "import", back, "--json")

    assert (look.code, "1 changed by them" in look.out) == (0, True)
    assert (taken.code, taken.data["taken"]) == (0, 1)
    assert read("read", "show", "r-2", "--json").data["decisions"][0]["id"] == "m-a0001"
    assert read("read", "import", back, "--choose", "moderations/x/level=mine").code == 2


@pytest.mark.parametrize(
    ("argv", "code", "said"),
    [
        (("moderate", "r-3", "1", "golden"), 2, "is not a level here"),
        (("moderate", "r-3", "1", "bright"), 2, "say why bright"),
        (("plan", "r-3", "--verdict", "sent-back"), 2, "with a reason"),
        (("remark", "--remove", "k-9"), 2, 'no remark "k-9"'),
        (("read", "export", "--reader", "Eve"), 2, 'Nobody called "Eve"'),
        (("read", "done", "r-3"), 2, "Nobody reads this return yet"),
    ],
)
def test_what_cannot_be_done_is_told(read: Run, argv: tuple[str, ...], code: int, said: str) -> None:
    ran = read(*argv)

    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
