"""Whole jobs by commands: from setup to a return that was sent, and the demonstration."""

from pathlib import Path

import pytest

from tests.cli.conftest import SMALL_PACK, Run


def _answer_and_grade(run: Run, answer: str, level: str) -> None:
    for standard in run("audit", "show", "--json").data["standards"]:
        for criterion in standard["criteria"]:
            assert run("audit", "answer", criterion["id"], answer, "--note", f"Saw {criterion['id']}.").code == 0
        assert run("audit", "summary", standard["id"], "Children and visitors are drier.").code == 0
        assert run("audit", "grade", standard["id"], level, "--reason", "We looked.").code == 0


def _make_and_send(run: Run) -> None:
    assert run("status", "--json").data["next"]["place"] == "return"
    made = run("return", "make", "--json").data
    assert made["counts"]["answered"] == made["counts"]["criteria"]
    assert made["counts"]["graded"] == made["counts"]["standards"]
    assert run("return", "verify", made["return_file"]).code == 0
    assert f"return sent {made['id']} --on" in run("status").out.splitlines()[3]
    assert run("return", "sent", made["id"], "--on", "3/12/2026", "--by", "Head").code == 0
    assert f"return receipt {made['id']} --on" in run("status").out.splitlines()[3]
    assert run("return", "receipt", made["id"], "--on", "3/12/2026").code == 0
    assert run("status", "--json").data["next"]["place"] == "done"


def test_the_whole_job_on_the_small_pack(run: Run) -> None:
    run("setup", "--name", "Brolly House", "--sector", "education", "--return-to", "r@p.example")
    run("audit", "start", "--pack", str(SMALL_PACK))
    assert "(compact-tui audit " in run("status").out
    run("evidence", "add", "--title", "Ticket roll", "--kind", "ticket-stub", "--for", "1.1")
    run("action", "add", "--what", "Buy a spike", "--who", "Porter", "--by", "18/12/2026", "--for", "3.1")
    _answer_and_grade(run, "in-hand", "bone-dry")
    _make_and_send(run)


@pytest.mark.timeout(240)
def test_the_whole_job_on_the_shipped_pack(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.fsync", lambda handle: None)
    run(
        "setup", "--name", "Oakfield", "--sector", "education", "--kind", "primary-school", "--return-to", "r@p.example"
    )
    line = run("audit", "start", "--json").data
    assert (line["pack"], line["variation"], line["standards"]) == ("compact-12", "education", 12)
    _answer_and_grade(run, "met", "good")
    _make_and_send(run)


def test_the_demonstration_is_an_audit_half_way_through(run: Run, workspace: Path) -> None:
    folder = workspace.with_name("Compact audit demo")

    assert run("demo", "--no-open", "--json").data == {"folder": str(folder)}
    status = run("--workspace", str(folder), "status", "--json").data
    assert 0 < status["rail"]["graded"] < 12
    assert 0 < status["rail"]["answered"] < status["rail"]["criteria"]
    assert not workspace.exists()

    again = run("demo").out.splitlines()
    assert again[0] == f"A made-up school is in {folder} 2."
    assert again[1] == f'Open it any time: compact-tui --workspace "{folder} 2"'

    refused = run("demo", str(folder), "--json")
    assert (refused.code, refused.out) == (2, "")
    assert "nothing was made" in refused.err
