"""Packs as workbooks, editions compared and taken, and what is parked, by commands."""

from pathlib import Path

import pytest

from compact_tui.storage.pack_copy import encode_pack
from compact_tui.storage.packs import read_pack
from tests.cli.conftest import SMALL_PACK, Run
from tests.small_editions import next_small_edition

SMALL = str(SMALL_PACK)


@pytest.fixture
def next_edition(tmp_path: Path) -> str:
    pack, problems = read_pack(SMALL_PACK)
    assert pack is not None, problems
    path = tmp_path / "next.pack.json"
    path.write_bytes(encode_pack(next_small_edition(pack)))
    return str(path)


@pytest.fixture
def begun(run: Run) -> Run:
    """An audit of the small pack with something said."""
    run("setup", "--name", "Brolly House", "--sector", "education")
    run("audit", "start", "--pack", SMALL, "--cycle", "2026-2028")
    run("audit", "answer", "u1-ticket", "in-hand", "--note", "Ten picked blind.")
    run("audit", "answer", "u2-watch", "half-way", "--note", "Nobody at noon.")
    return run


def test_a_workbook_is_written_and_taken(run: Run, tmp_path: Path) -> None:
    book, folder = str(tmp_path / "ours.xlsx"), str(tmp_path / "ours")

    written = run("pack", "export", SMALL, "--output", book)
    looked = run("pack", "import", book, "--output", folder, "--dry-run")
    taken = run("pack", "import", book, "--output", folder, "--json")

    assert (written.code, looked.code, taken.code) == (0, 0, 0)
    assert written.out.startswith(f"Written: {book} (3 standards, 9 criteria).")
    assert looked.out.splitlines()[-2:] == ["0 errors, 0 warnings.", "Nothing was written."]
    assert taken.data["done"]
    assert run("pack", "lint", folder).code == 0


def test_a_new_pack_is_begun(run: Run, tmp_path: Path) -> None:
    ran = run("pack", "new", "--title", "Harbour watch", "--output", str(tmp_path / "new.xlsx"), "--json")

    assert (ran.code, ran.data["pack"], ran.data["standards"]) == (0, "harbour-watch", 2)


def test_mistakes_in_a_workbook_are_listed_and_end_with_one(run: Run, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    book = tmp_path / "ours.xlsx"
    run("pack", "export", SMALL, "--output", str(book))
    opened = load_workbook(book)
    opened["Criteria"]["E2"] = "mst"
    opened.save(book)

    ran = run("pack", "import", str(book), "--output", str(tmp_path / "ours"))

    assert ran.code == 1
    assert 'error: sheet "Criteria", cell E2: u1-ticket, duty: No duty "mst" is known. Did you mean "must"?' in ran.out
    assert "Nothing was written. Put right what is named above" in ran.out


def test_two_editions_are_compared(run: Run, next_edition: str) -> None:
    ran = run("pack", "diff", SMALL, next_edition)

    assert ran.code == 0
    assert "umbrella-care: edition 2026.1 to 2028.1." in ran.out
    assert "meaning changed u1-stub  Is every stub kept?, as the pack says" in ran.out
    assert "retired         u2-watch" in ran.out
    assert {item["how"] for item in run("pack", "diff", SMALL, next_edition, "--json").data["items"]} == {
        "same", "meaning-changed", "retired", "reworded",
    }  # fmt: skip


def test_a_change_of_meaning_that_nobody_declared_ends_with_one(run: Run, tmp_path: Path) -> None:
    text = "".join((SMALL_PACK / name).read_text("utf-8") for name in ("pack.toml", "u1.toml", "u2.toml", "u3.toml"))
    other = tmp_path / "other.toml"
    was = text[text.index('id = "u1-ticket"') :].split("\n")[1:3]
    other.write_text(
        text.replace(was[0], 'question = "Who waters the ferns?"').replace(was[1], 'text = "A rota hangs there."'),
        "utf-8",
    )

    ran = run("pack", "diff", SMALL, str(other))

    assert ran.code == 1
    assert "reads like another question than the one that had this id" in ran.out


def test_a_new_edition_is_looked_at_taken_and_taken_back(begun: Run, next_edition: str) -> None:
    looked = begun("pack", "migrate", next_edition, "--dry-run")
    assert begun("status", "--json").data is not None
    taken = begun("pack", "migrate", next_edition, "--json")
    parked = begun("pack", "parked")

    assert (
        "Questions: 6 same, 1 reworded, 1 meaning changed and 1 retired. Nothing that you said is lost." in looked.out
    )
    assert "Taken." not in looked.out
    assert (taken.code, taken.data["done"], taken.data["new_edition"]) == (0, True, "2028.1")
    assert "2 entries parked" in parked.out
    assert "Half way. Nobody at noon." in parked.out
    shown = begun("audit", "show", "--json").data
    assert shown["edition"] == "2028.1"
    assert begun("audit", "undo").code == 0
    assert begun("audit", "show", "--json").data["edition"] == "2026.1"
    assert begun("pack", "parked").out == "Nothing is parked.\n"


def test_without_an_audit_nothing_can_be_taken(run: Run, next_edition: str) -> None:
    ran = run("pack", "migrate", next_edition)

    assert ran.code == 2
    assert "No audit has been started here yet." in ran.err
