"""Single-agency audits by commands."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

CANNOT: tuple[tuple[tuple[str, ...], int, str], ...] = (
    (("answer", "C09", "1", "yes"), 2, 'no case "C09"'),
    (("answer", "TB 03/04/2015", "1", "yes"), 2, "could be a date of birth"),
    (("answer", "C01", "1", "mabye"), 2, "is no answer"),
    (("answer", "C01", "1"), 2, "required"),
    (("sample", "--total", "5", "--redrawn-because", "x"), 2, "how many you look at"),
    (("sample", "--total", "5", "--size", "2"), 2, "drawn again"),
    (("second-read", "C01", "1"), 2, "a question and an answer"),
    (("second-read", "C01", "--unsafe"), 2, "with --unsafe or --safe a case and a question"),
    (("second-read", "--finish", "--safe", "C01", "1"), 2, "with --unsafe or --safe a case and a question"),
    (("second-read", "--told"), 2, "--told needs a case, and nothing else"),
    (("second-read", "--told", "C01", "--agree"), 2, "--told needs a case, and nothing else"),
    (("second-read", "--begin", "C01"), 2, "stand alone"),
    (("second-read", "--agree", "C01"), 2, "stand alone"),
    (("close",), 1, "cannot be closed yet"),
    (("attach", "gone.docx"), 4, "gone.docx"),
    (("show", "g-0"), 2, "no single-agency audit"),
    (("drop",), 2, "--reason"),
)


@pytest.fixture
def files(started: Run) -> Run:
    """Commands on a workspace with an audit of two of ten cases."""
    run = started
    assert run("agency-audit", "start", "--template", "own", "--title", "Autumn files").code == 0
    for text in ("Dry?", "Hung up?", "Whose?"):
        assert run("agency-audit", "question", "--text", text).code == 0
    assert run("agency-audit", "sample", "--total", "10", "--size", "2", "--seed", "7").code == 0
    return run


def answered(run: Run, *refs: str) -> None:
    for ref in refs:
        for number in (1, 2, 3):
            assert run("agency-audit", "answer", ref, str(number), "yes").code == 0
        assert run("agency-audit", "done", ref).code == 0


def test_the_whole_job_by_commands(files: Run, tmp_path: Path) -> None:
    answered(files, "C01", "C02")
    begun = files("agency-audit", "second-read", "--begin", "--share", "50", "--reader", "Deputy", "--json").data
    ref = begun["cases"][0]["ref"]
    for number in (1, 2, 3):
        said = "no" if number == 3 else "yes"
        assert files("agency-audit", "second-read", ref, str(number), said).code == 0
    compared = files("agency-audit", "second-read", "--finish")
    assert "The same answer to 2 of 3 questions (67%)." in compared.out
    assert "first: yes; second: no" in compared.out
    assert files("agency-audit", "second-read", ref, "3", "partly", "--agree", "--note", "-", stdin=b"Half.").code == 0
    report = tmp_path / "report.docx"
    report.write_bytes(b"words")
    assert "attached: report.docx" in files("agency-audit", "attach", str(report)).out
    assert files("agency-audit", "summary", "--works", "Same day.", "--shared-on", "2 December 2026").code == 0
    assert "Talk it through" in files("agency-audit", "action", "--what", "Talk it through", "--who", "Head").out

    closed = files("agency-audit", "close", "--json").data

    assert (closed["head"]["status"], closed["attached"][0]["name"]) == ("closed", "report.docx")
    listed = files("agency-audit", "list", "--json").data
    assert [(one["title"], one["state"]) for one in listed["audits"]] == [("Autumn files", "not sent yet")]
    shown = files("agency-audit", "second-read", "--audit", closed["head"]["id"], "--json").data
    assert shown["differences"][0]["note"] == "Half."
    found = files("agency-audit", "summary", closed["head"]["id"], "--json").data
    assert (found["tallies"][2]["partly"], found["summary"]["shared_on"]) == (1, "2026-12-02")


def test_an_unsafe_child_is_answered_with_whom_to_ring(files: Run) -> None:
    ran = files("agency-audit", "answer", "C01", "1", "no", "--unsafe", "--note", "TB, born 3 May 2015")

    assert "compact-tui act-now" in ran.out
    assert "This looks like" in ran.err
    assert "act now" in files("agency-audit", "show").out
    assert "act-now" not in files("agency-audit", "told", "C01").out
    assert "act now" not in files("agency-audit", "show").out


def test_an_unsafe_child_of_whom_the_second_reader_reads_is_answered_with_whom_to_ring(files: Run) -> None:
    answered(files, "C01", "C02")
    files("agency-audit", "second-read", "--begin", "--share", "100")

    ran = files("agency-audit", "second-read", "C01", "2", "no", "--unsafe")

    assert "compact-tui act-now" in ran.out
    assert "act now" in files("agency-audit", "second-read").out
    page = files("agency-audit", "second-read", "C01", "1", "--unsafe", "--json").data
    assert [(one["answer"], one["unsafe"]) for one in page["questions"]] == [("", True), ("no", True), ("", False)]
    assert files("agency-audit", "close").code == 1
    assert "act-now" not in files("agency-audit", "second-read", "C01", "--told").out
    assert "act now" not in files("agency-audit", "second-read").out
    assert not files("agency-audit", "second-read", "C01", "2", "--safe", "--json").data["questions"][1]["unsafe"]


def test_an_audit_can_be_named_before_the_case(files: Run) -> None:
    audit = files("agency-audit", "list", "--json").data["audits"][0]["id"]

    assert files("agency-audit", "answer", audit, "C02", "1", "partly").code == 0
    page = files("agency-audit", "show", audit, "--case", "2", "--json").data

    assert [one["answer"] for one in page["questions"]][:2] == ["partly", ""]
    assert files("agency-audit", "answer", "C02", "1", "none").code == 0
    assert files("agency-audit", "show", "--case", "C02", "--json").data["answered"] == 0


def test_a_plan_says_what_is_much_the_same_and_is_begun_later(files: Run) -> None:
    ran = files(
        "agency-audit", "plan", "--template", "own", "--title", "Next", "--planned-for", "18 January 2027", "--json"
    )

    assert "Look first:" in ran.err and "Autumn files" in ran.err
    plan = ran.data["head"]["id"]
    assert files("agency-audit", "begin", plan, "--json").data["head"]["status"] == "started"
    assert files("agency-audit", "drop", plan, "--reason", "Too soon").code == 0
    assert "Dropped because: Too soon" in files("agency-audit", "show", plan).out
    assert files("agency-audit", "reopen", plan).code == 0
    assert files("agency-audit", "edit", plan, "--team", "Yard", "--json").data["head"]["team"] == "Yard"
    assert "about it changed" in files("agency-audit", "undo", plan).out
    assert "about it changed" in files("agency-audit", "redo", plan, "--json").data["what"]


def test_questions_of_ones_own_are_added_and_taken_out(started: Run) -> None:
    run = started
    run("agency-audit", "start", "--template", "own", "--title", "Umbrellas")

    assert len(run("agency-audit", "question", "--text", "Dry?", "--json").data["questions"]) == 1
    assert run("agency-audit", "question", "--text", "Dry?", "--remove", "1").code == 2
    assert run("agency-audit", "question", "--remove", "1", "--json").data["questions"] == []


def test_what_is_written_beside_a_case_is_shown_with_it(files: Run) -> None:
    ran = files("agency-audit", "note", "C01", "--strength", "Quick", "--who", "Head", "--due", "18 December 2026")

    assert "Done well: Quick" in ran.out
    assert files("agency-audit", "show", "--case", "C01", "--json").data["due"] == "2026-12-18"
    assert "C01, which stays here:" in files("agency-audit", "summary").out


def test_what_cannot_be_done_is_said_on_standard_error_alone(files: Run) -> None:
    for argv, code, part in CANNOT:
        ran = files("agency-audit", *argv, "--json")

        assert (ran.code, ran.out) == (code, ""), argv
        assert part in ran.err, argv
