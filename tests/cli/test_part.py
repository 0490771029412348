"""Lending parts and merging copies by commands."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def colleague(run: Run, file: str, folder: Path) -> Path:
    """The folder in which a colleague has opened a part."""
    opened = run("audit", "part", "open", file, "--folder", str(folder), "--json").data
    assert opened["folder"] == str(folder)
    return folder


def sent_back(run: Run, folder: Path) -> str:
    made = run("audit", "part", "return", "--workspace", str(folder), "--by", "HR officer", "--json").data
    return str(made["part_file"])


def test_two_parts_go_out_and_come_back_with_a_conflict(started: Run, tmp_path: Path) -> None:
    run = started
    export = ("audit", "part", "export", "--by", "Lead", "--json")
    first = run(*export, "--standards", "1", "--for", "Porters").data
    second = run(*export, "--standards", "u2,3", "--for", "HR", "--due", "1 Dec 2026").data
    porters = colleague(run, first["path"], tmp_path / "porters")
    hr = colleague(run, second["path"], tmp_path / "hr")
    there = ("--workspace", str(porters), "--by", "Porter")
    run("audit", "answer", "1.1", "in-hand", "--note", "Ten.", *there)
    run("audit", "answer", "1.2", "half-way", *there)
    run("audit", "answer", "3.1", "in-hand", "--workspace", str(hr))
    run("audit", "answer", "1.1", "in-hand", "--note", "Nine.", "--by", "Lead")

    listed = run("audit", "part", "list")
    assert "2 parts: 1 late and 1 out." in listed.out
    assert "late, was due 1 Dec 2026 (2 days ago)" in listed.out
    files = sent_back(run, porters), sent_back(run, hr)

    look = run("audit", "part", "import", files[0], "--dry-run", "--json")
    assert (look.code, look.data["undecided"], look.data["done"]) == (1, 1, False)
    assert not run("audit", "show", "1", "--json").data["standards"][0]["criteria"][1]["answer"].startswith("half")
    taken = run("audit", "part", "import", files[0])
    assert taken.code == 1
    assert "1.1 Note: both changed; not decided: ours stays until you choose  [answers/u1-ticket/note]" in taken.out
    decided = run("audit", "part", "import", files[0], "--choose", "answers/u1-ticket/note=keep")
    assert (decided.code, "1 change taken in" in decided.out) == (0, True)
    assert run("audit", "part", "import", files[1], "--both", "theirs").code == 0

    criteria = [c for s in run("audit", "show", "--json").data["standards"] for c in s["criteria"]]
    said = {c["id"]: (c["answer"], c["note"]) for c in criteria if c["answer"] != "unanswered"}
    assert said == {
        "u1-ticket": ("in-hand", "Lead: Nine.\n\nPorter: Ten."),
        "u1-wet-rack": ("half-way", ""),
        "u3-match": ("in-hand", ""),
    }
    assert {part["state"] for part in run("audit", "part", "list", "--json").data["parts"]} == {"back"}
    run("audit", "undo")
    assert "3.1" not in run("audit", "history").out.splitlines()[0]


def test_a_part_is_called_off(started: Run) -> None:
    made = started("audit", "part", "export", "--standards", "1", "--for", "HR", "--json").data

    assert "called off 3 Dec 2026" in started("audit", "part", "call-off", made["id"]).out
    assert started("audit", "part", "list", "--json").data["parts"][0]["state"] == "called-off"
    refused = started("audit", "part", "call-off", "p-none")
    assert (refused.code, refused.out) == (2, "")


def test_a_part_is_answered_by_whoever_has_no_audit(run: Run, tmp_path: Path, started: Run) -> None:
    made = started("audit", "part", "export", "--standards", "1", "--for", "HR", "--output", str(tmp_path / "p.json"))
    assert str(tmp_path / "p.json") in made.out
    alone = ("--workspace", str(tmp_path / "alone"))

    opened = started("audit", "part", "open", str(tmp_path / "p.json"), *alone)

    folder = tmp_path / "part-hr-brolly-house"
    assert f'compact-tui --workspace "{folder}"' in opened.out
    assert not (tmp_path / "alone").exists()
    status = started("status", "--workspace", str(folder))
    assert "Part of the audit of Brolly House, for HR: send it back." in status.out
    listed = started("audit", "part", "list", "--workspace", str(folder))
    assert listed.out.startswith("Part of the audit of Brolly House")
    assert started("return", "make", "--workspace", str(folder)).code == 1
    none = started("audit", "part", "list", *alone)
    assert (none.code, none.out) == (0, "No audit is open here. A part that somebody sent you can be opened.\n")


@pytest.mark.parametrize(
    ("argv", "code", "message"),
    [
        (("export", "--standards", "1"), 2, "--for"),
        (("export", "--standards", "9", "--for", "HR"), 2, 'There is no standard "9".'),
        (("export", "--standards", "1", "--for", "HR", "--form", "fax"), 2, "not one of part, workbook, page"),
        (("import", "gone.json"), 3, "gone.json"),
        (("import", "gone.json", "--both", "ours"), 2, 'no "ours"'),
        (("import", "gone.json", "--choose", "x"), 2, "--choose cannot take"),
        (("open", "gone.json"), 3, "gone.json"),
        (("return",), 2, "not a part"),
    ],
)
def test_what_cannot_be_done_is_said(started: Run, argv: tuple[str, ...], code: int, message: str) -> None:
    refused = started("audit", "part", *argv)

    assert (refused.code, refused.out) == (code, "")
    assert message in refused.err


def test_a_line_that_does_not_differ_cannot_be_chosen_for(started: Run, tmp_path: Path) -> None:
    made = started("audit", "part", "export", "--standards", "1", "--for", "HR", "--json").data
    file = sent_back(started, colleague(started, made["path"], tmp_path / "hr"))

    refused = started("audit", "part", "import", file, "--choose", "answers/none/note=mine")

    assert refused.code == 2
    assert started("audit", "part", "list", "--json").data["parts"][0]["state"] == "out"


def test_copies_are_listed_and_merged(started: Run, workspace: Path) -> None:
    started("audit", "answer", "1.1", "in-hand", "--note", "Ten.")
    (book,) = (path for path in (workspace / "audits").glob("*.json") if ".pack" not in path.name)
    copy = book.with_name(f"{book.stem} (Jo's conflicted copy 2026-11-20).json")
    shutil.copyfile(book, copy)
    started("audit", "note", "1.1", "Nine.")
    assert "audit copies" in started("status").err

    listed = started("audit", "copies")
    assert copy.name in listed.out
    file = started("audit", "copies", "--json").data["copies"][0]["file"]
    look = started("audit", "copies", "merge", file, "--dry-run")
    assert (look.code, copy.exists()) == (0, True)
    merged = started("audit", "copies", "merge", file)

    assert merged.code == 0
    assert "before-merged-1.json" in merged.out
    assert not copy.exists()
    assert "There is one copy of each of your files" in started("audit", "copies").out
