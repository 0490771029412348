"""Packs as workbooks: written, begun, taken back as a folder; and a pack of another partnership from first to last."""

import json
from pathlib import Path

import pytest

from compact_tui.core.errors import CompactError, FileNotAcceptableError, UsageError, WorkspaceError
from compact_tui.core.pack import AuditPack
from compact_tui.core.problems import say
from compact_tui.services import answering, audits, grading, pack_files, records, return_files, returns, signing
from compact_tui.services.packs import pack_named
from compact_tui.storage.pack_copy import encode_pack
from tests.lighthouse import edition_one, edition_two
from tests.services.desks import SMALL_PACK, desk_in, reopened, set_up, small_pack

OTHER = Path(__file__).parents[1] / "fixtures" / "other-partnership.xlsx"
TODAY = "2026-12-03"


def at(folder: Path, pack: AuditPack, name: str) -> str:
    path = folder / f"{name}.pack.json"
    path.write_bytes(encode_pack(pack))
    return str(path)


def test_a_pack_goes_to_a_workbook_and_back_into_a_folder(tmp_path: Path) -> None:
    book, folder = tmp_path / "ours.xlsx", tmp_path / "made" / "ours"

    written = pack_files.export_pack(str(SMALL_PACK), str(book))
    taken = pack_files.import_pack(str(book), TODAY, str(folder))

    assert (written.pack, written.standards, written.criteria) == ("umbrella-care", 3, 9)
    assert (taken.done, taken.errors, taken.warnings) == (True, 0, 0)
    assert taken.files == ("pack.toml", "sources.toml", "u1.toml", "u2.toml", "u3.toml")
    assert pack_named(str(folder)) == small_pack()


def test_a_new_pack_is_of_examples_and_can_be_used_at_once(tmp_path: Path) -> None:
    book, folder = tmp_path / "new.xlsx", tmp_path / "new"

    pack_files.new_pack("Harbour watch", TODAY, str(book))
    taken = pack_files.import_pack(str(book), TODAY, str(folder))

    assert (taken.pack, taken.errors, taken.warnings, taken.done) == ("harbour-watch", 0, 0, True)
    desk = desk_in(tmp_path / "Compact audit")
    set_up(desk)
    assert audits.start(desk, pack=str(folder)).criteria == 2


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    taken = pack_files.import_pack(str(OTHER), TODAY, str(tmp_path / "made"), dry_run=True)

    assert (taken.done, taken.files, taken.errors) == (False, (), 0)
    assert list(tmp_path.iterdir()) == []


def test_with_mistakes_nothing_is_written_and_each_is_told_in_the_order_of_the_rows(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(OTHER)
    for cell, typed in (("E10", "agred"), ("E2", "aggreed"), ("D3", "")):
        book["Criteria"][cell] = typed
    book.save(tmp_path / "wrong.xlsx")

    taken = pack_files.import_pack(str(tmp_path / "wrong.xlsx"), TODAY, str(tmp_path / "made"))

    assert not taken.done
    assert not (tmp_path / "made").exists()
    assert [say(problem) for problem in taken.problems] == [
        'sheet "Criteria", row 3: welcome-lived: The key "text" is missing. Add it.',
    ]
    book["Criteria"]["D3"] = "It does happen."
    book.save(tmp_path / "wrong.xlsx")
    again = pack_files.import_pack(str(tmp_path / "wrong.xlsx"), TODAY, str(tmp_path / "made"))
    assert [problem.file for problem in again.problems] == ['sheet "Criteria", cell E2', 'sheet "Criteria", cell E10']
    assert again.problems[0].remedy == 'Did you mean "agreed"?'


@pytest.mark.parametrize(
    ("name", "error", "words"),
    [
        ("gone.xlsx", UsageError, "There is no file"),
        ("ours.ods", UsageError, '"ours.ods" does not end with .xlsx.'),
        ("torn.xlsx", FileNotAcceptableError, "torn.xlsx is not a workbook"),
    ],
)
def test_what_cannot_be_taken_is_said(tmp_path: Path, name: str, error: type[CompactError], words: str) -> None:
    (tmp_path / "torn.xlsx").write_bytes(b"PK")

    with pytest.raises(error) as caught:
        pack_files.import_pack(str(tmp_path / name), TODAY)

    assert words in caught.value.message


def test_what_is_there_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "there.xlsx").write_bytes(b"mine")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "note.txt").write_text("mine", "utf-8")

    with pytest.raises(UsageError, match="is there already"):
        pack_files.export_pack(str(SMALL_PACK), str(tmp_path / "there.xlsx"))
    with pytest.raises(UsageError, match="holds something already"):
        pack_files.import_pack(str(OTHER), TODAY, str(tmp_path / "folder"))
    with pytest.raises(UsageError, match="does not end with .xlsx"):
        pack_files.export_pack(str(SMALL_PACK), str(tmp_path / "ours.toml"))
    with pytest.raises(UsageError, match="needs a title"):
        pack_files.new_pack("  ", TODAY)

    assert (tmp_path / "there.xlsx").read_bytes() == b"mine"


def test_a_folder_that_stays_half_written_is_not_taken_for_a_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []

    def failing(path: Path, data: bytes) -> None:
        if len(written) == 3:
            raise WorkspaceError("The disk is full.", "")
        written.append(path.name)
        path.write_bytes(data)

    monkeypatch.setattr("compact_tui.services.pack_files.write_atomically", failing)
    with pytest.raises(WorkspaceError):
        pack_files.import_pack(str(OTHER), TODAY, str(tmp_path / "made"))

    assert len(written) == 3
    assert not (tmp_path / "made" / "pack.toml").exists()


def test_two_editions_are_compared_and_two_packs_are_not(tmp_path: Path) -> None:
    old, new = at(tmp_path, edition_one(), "old"), at(tmp_path, edition_two(), "new")

    diff = pack_files.compare_packs(old, new)

    assert (diff.old_edition, diff.new_edition) == ("2026.1", "2028.1")
    with pytest.raises(CompactError, match="two packs"):
        pack_files.compare_packs(old, str(SMALL_PACK))


def test_another_partnerships_pack_runs_from_first_to_last(tmp_path: Path) -> None:
    """Eight standards, a scale of three, own words, no rules: set up, answer, grade, sign, make, read back."""
    folder = tmp_path / "harbour"
    pack_files.import_pack(str(OTHER), TODAY, str(folder))
    desk = desk_in(tmp_path / "Compact audit")
    set_up(desk)
    audits.start(desk, pack=str(folder), cycle="2027-2029")
    for standard in audits.show(desk).standards:
        for one in standard.criteria:
            answering.answer(desk, one.id, "so", note=f"Seen for {one.id}.")
        grading.grade(desk, standard.id, "growing")
        grading.summarise(desk, standard.id, f"Children say that {standard.id} is different now.")
        seen = {"title": f"Page on {standard.id}", "kind": "paper", "seen_on": "1 Dec 2026"}
        records.add_evidence(desk, seen, (standard.id,))
    signing.sign_off(desk, "speaker", "Ada Mole")

    made = returns.make(reopened(desk))

    file = desk.workspace.sent_folder / made.folder / made.return_file
    written = json.loads(file.read_text("utf-8"))
    assert made.complete
    assert (written["pack"]["id"], written["pack"]["wording"]) == ("harbour-partnership", "the Harbour partnership")
    assert written["pack"]["levels"] == ["rooted", "growing", "seed"]
    assert [s["grade"] for s in written["standards"]] == ["growing"] * 8
    assert {s["suggested"] for s in written["standards"]} == {"none"}
    assert return_files.verify_file(file).code == made.code
