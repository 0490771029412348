"""Question banks as files: taken into a workspace, and written for somebody else."""

from functools import cache
from pathlib import Path

import pytest

from compact_tui.core.errors import CompactError, FileNotAcceptableError, UsageError, WorkspaceError
from compact_tui.exchange import bank_toml
from compact_tui.services import bank_exporting, bank_importing, bank_linting, bank_making
from compact_tui.services.banks import all_banks, askable
from compact_tui.services.desk import Desk
from compact_tui.storage.banks import own_banks, shipped_banks
from tests.services.desks import desk_in, reopened

SHIPPED = cache(shipped_banks)
DRAFT, BANK = "pre-school-phone-law", "whistleblowing"
TRIPS = {"title": "Our trips", "owner": "Deputy lead", "topic": "activities-and-trips"}
FIRST = {
    "prompt": "Who carries the register on a walk?",
    "answer": "The adult at the front, on paper, so that it can be read when a phone is flat.",
    "must": "The adult at the front",
    "why": "A list tells at once who is missing.",
    "source": "Our policy on trips, 2026",
    "place": "Page 2",
}


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped banks are the same for every test here; reading them takes longer than most of them."""
    monkeypatch.setattr("compact_tui.services.banks.shipped_banks", SHIPPED)


@pytest.fixture
def bare(tmp_path: Path) -> Desk:
    """A desk on an empty workspace, with nobody named."""
    return desk_in(tmp_path / "ws", who="Designated lead")


@pytest.fixture
def trips(bare: Desk) -> Desk:
    """The same with a bank of its own."""
    bank_making.new_bank(bare, TRIPS | FIRST)
    return bare


def own_file(desk: Desk, name: str) -> Path:
    return desk.workspace.banks_folder / name


def edited(desk: Desk, path: Path, old: str, new: str) -> Desk:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return reopened(desk)


def test_an_own_bank_takes_the_place_of_the_shipped_one(bare: Desk, tmp_path: Path) -> None:
    written = bank_exporting.export_bank(bare, BANK, "toml", str(tmp_path / "w.toml"))
    desk = edited(bare, Path(written.file), 'edition = "2026.1"', 'edition = "2027.1"')

    view = bank_importing.import_bank(desk, written.file)

    assert "It takes the place of the bank of the same id that came with the program." in view.notes
    assert [bank.bank.edition for bank in all_banks(desk) if bank.bank.id == BANK] == ["2027.1"]
    assert len(all_banks(desk)) == 22


@pytest.mark.parametrize("format_", ["toml", "json", "csv", "gift"])
def test_every_format_of_ours_brings_a_bank_back_as_it_was(bare: Desk, tmp_path: Path, format_: str) -> None:
    file = bank_exporting.export_bank(bare, "the-lead", format_, str(tmp_path / f"lead.{format_}")).file

    view = bank_importing.import_bank(bare, file)

    assert {change.state for change in view.questions} == {"same"}
    assert bank_linting.lint_banks(reopened(bare), "the-lead")[0].errors == 0


def test_a_dry_run_shows_what_is_new_changed_and_gone_and_writes_nothing(trips: Desk, tmp_path: Path) -> None:
    file = tmp_path / "trips.toml"
    file.write_bytes(own_file(trips, "our-trips.toml").read_bytes())
    edited(trips, file, "A list tells at once", "A list shows at once")
    before = own_file(trips, "our-trips.toml").read_bytes()

    dry = bank_importing.import_bank(trips, str(file), dry_run=True)

    assert [(change.state, change.what) for change in dry.questions] == [("changed", ("why",))]
    assert own_file(trips, "our-trips.toml").read_bytes() == before
    bank_importing.import_bank(trips, str(file))
    assert own_file(trips, "our-trips.toml").read_bytes() == file.read_bytes()
    assert own_file(trips, "our-trips.toml.before").read_bytes() == before


def test_a_question_that_means_something_else_is_said_to_need_a_new_id(trips: Desk, tmp_path: Path) -> None:
    file = tmp_path / "trips.toml"
    file.write_bytes(own_file(trips, "our-trips.toml").read_bytes())
    edited(trips, file, FIRST["answer"], "Nobody does. We count heads at every gate and ring the office.")

    (note,) = [note for note in bank_importing.import_bank(trips, str(file), dry_run=True).notes if "new id" in note]

    assert "its answer says something else" in note


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.doc", b"x", "of no format that can be taken"),
        ("a.toml", b"[bank", "not TOML"),
        ("a.toml", b'[bank]\nid = "a"\ntitle = "A"\nedition = "1"\nsubject = "a"\n[[question]]\n', "is missing"),
        ("a.json", b"{}", "not a question bank"),
        ("a.json", b'{"format": "compact-question-bank", "format_version": 2}', "format version 2"),
        ("a.json", b'{"format": "compact-question-bank", "format_version": 1}', '"bank" is missing'),
        ("a.gift", b"\xff{", "not UTF-8"),
        ("a.gift", b"// nothing\n", "no question in it"),
    ],
)
def test_a_file_that_is_no_bank_is_refused_by_name(
    bare: Desk, tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(data)

    with pytest.raises(CompactError) as told:
        bank_importing.import_bank(bare, str(tmp_path / name))

    assert isinstance(told.value, UsageError | FileNotAcceptableError)
    assert words in told.value.message
    assert not bare.workspace.root.exists()


def test_an_id_that_belongs_to_another_bank_is_refused(bare: Desk, tmp_path: Path) -> None:
    file = Path(bank_exporting.export_bank(bare, BANK, "toml", str(tmp_path / "w.toml")).file)
    edited(bare, file, 'id = "whistleblowing"', 'id = "our-whistle"')

    with pytest.raises(FileNotAcceptableError, match="belongs to a question of"):
        bank_importing.import_bank(bare, str(file))


def test_a_file_in_the_way_is_left_alone(bare: Desk, tmp_path: Path) -> None:
    file = bank_exporting.export_bank(bare, BANK, "toml", str(tmp_path / "w.toml")).file
    bare.workspace.banks_folder.mkdir(parents=True)
    own_file(bare, f"{BANK}.toml").write_text("[bank", "utf-8")

    with pytest.raises(WorkspaceError, match="is there already"):
        bank_importing.import_bank(reopened(bare), file)

    assert own_file(bare, f"{BANK}.toml").read_text("utf-8") == "[bank"


def test_a_question_from_outside_without_a_source_is_a_draft(bare: Desk, tmp_path: Path) -> None:
    file = tmp_path / "quiz.gift"
    file.write_text("::Wet::Where does a wet umbrella go?{=On the rack#Yes. ~On a lap#No. ~Home#No.}\n", "utf-8")

    view = bank_importing.import_bank(bare, str(file))

    assert "1 draft: not asked until the lead has opened the source and confirmed it." in view.notes
    assert [one for one in askable(bare) if one.bank == view.bank] == []


def test_aiken_is_told_from_gift_by_its_answers(bare: Desk, tmp_path: Path) -> None:
    file = tmp_path / "quiz.txt"
    file.write_text("Where does a wet umbrella go?\nA. On the rack\nB. On a lap\nC. Home\nANSWER: A\n", "utf-8")

    view = bank_importing.import_bank(bare, str(file))

    (reading,) = own_banks(bare.workspace.banks_folder)
    assert reading.bank is not None and reading.bank.bank.id == view.bank
    assert [(option.text, option.right) for option in reading.bank.question[0].option][:2] == [
        ("On the rack", True),
        ("On a lap", False),
    ]


def test_writing_keeps_a_file_that_is_there_and_knows_its_formats(bare: Desk, tmp_path: Path) -> None:
    (tmp_path / "w.json").write_text("mine", "utf-8")

    with pytest.raises(UsageError, match="is there already"):
        bank_exporting.export_bank(bare, BANK, "json", str(tmp_path / "w.json"))
    with pytest.raises(UsageError, match='cannot be written as "jsn"'):
        bank_exporting.export_bank(bare, BANK, "jsn", str(tmp_path / "x"))

    assert (tmp_path / "w.json").read_text("utf-8") == "mine"


def test_every_shipped_bank_is_the_same_after_being_written_and_read(bare: Desk, tmp_path: Path) -> None:
    (tmp_path / "all").mkdir()
    for bank in all_banks(bare):
        (tmp_path / "all" / f"{bank.bank.id}.toml").write_bytes(bank_toml.encode(bank))

    assert tuple(one.bank for one in own_banks(tmp_path / "all")) == all_banks(bare)


def test_an_id_of_another_bank_is_refused_from_other_programs_too(bare: Desk, tmp_path: Path) -> None:
    file = tmp_path / "quiz.gift"
    file.write_text("// [id:whi-nobody-listens]\n::Wet::Where does it go?{=On the rack ~On a lap ~Home}\n", "utf-8")

    with pytest.raises(FileNotAcceptableError, match="belongs to a question of"):
        bank_importing.import_bank(bare, str(file))

    assert not bare.workspace.root.exists()
