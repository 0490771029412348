"""Replies by commands: the demonstration replied to; a reply opened and answered."""

from pathlib import Path

from tests.cli.conftest import SMALL_PACK, Run
from tests.reply_samples import file_in


def test_the_returns_of_a_demonstration_are_collected_and_replied_to(run: Run, tmp_path: Path) -> None:
    made = run("demo", "--partnership", str(tmp_path / "demo"), "--settings", "9", "--seed", "3", "--json").data
    here = ("--workspace", made["folder"])
    assert (made["settings"], made["seed"], made["returns"]) == (9, 3, 8)
    assert run(*here, "partnership", "collect", made["inbox"], "--json").data["accepted"] == 8

    assert "6 replies made. Made is not sent." in run(*here, "partnership", "reply", "--all").out
    listed = run(*here, "partnership", "reply", "--json").data
    assert (listed["made"], listed["answered"], {line["word"] for line in listed["lines"]}) == (
        6,
        0,
        {"made, NOT yet sent"},
    )
    assert "P00001" in run(*here, "partnership", "reply").out
    assert run(*here, "partnership", "reply", "P00001", "--json").data["kind"] == "reply"


def test_what_does_not_belong_together_is_refused(run: Run) -> None:
    for words in (
        ("demo", "--settings", "5"),
        ("demo", "--partnership", "--settings", "many"),
        ("partnership", "reply", "P01", "--all"),
        ("partnership", "reply", "--report", "x.html"),
        ("return", "answer", "--text", "x"),
        ("return", "answer", "q-1"),
        ("return", "open"),
    ):
        assert run(*words).code != 0, words


def test_a_reply_is_opened_and_answered(run: Run, tmp_path: Path) -> None:
    run("setup", "--name", "Brolly House", "--sector", "education")
    run("audit", "start", "--pack", str(SMALL_PACK), "--cycle", "2026-2028")

    opened = run("return", "open", str(file_in(tmp_path)))
    assert "was not made on this computer. Answers to it are written where the return was made" in opened.out
    assert "Answer one:" not in opened.out
    assert "q-2  Buy a rack. (now) [to answer]" in opened.out
    unnamed = run("return", "answer", "q-2", "--action", "--text", "In May.")
    assert (unnamed.code, "add: --reply rp-1" in unnamed.err) == (5, True)
    assert run("return", "answer").code == 5
    assert run("action", "list", "--json").data == []
    reply = ("--reply", "rp-1")
    said = run("return", "answer", "q-2", "--action", "--text", "In May.", *reply, "--json").data
    assert (said["open"], said["remarks"][1]["answer"]) == (1, "In May.")
    again = run("return", "answer", "q-2", "--action", "--text", "In June.", *reply)
    assert (again.code, "An action was made of it already" in again.err) == (2, True)
    assert run("return", "open", "--json").data["remarks"][1]["answer"] == "In May."
    assert run("action", "list", "--json").data[0]["what"] == "Buy a rack."
    made = run("return", "answer", *reply, "--json").data
    assert (made["answered"], len(list(Path(made["folder"]).iterdir()))) == (1, 3)
    assert run("return", "open", "--json").data["answer_file"] == made["folder"]
    assert f"Your answer is in {made['folder']}" in run("return", "open").out.replace("\n", " ")
    assert run("schema", "reply").data["title"].startswith("A reply")
    assert run("schema", "answer").data["title"].startswith("An answer")
