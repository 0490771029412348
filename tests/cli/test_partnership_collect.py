"""Collecting by commands: what is printed, the counts as JSON, and the exit codes that programs rely on."""

from pathlib import Path

import pytest

from compact_tui.exchange.return_json import encode
from tests.cli.conftest import Run
from tests.services.collect_desks import partnership, posted, return_by, stranger


@pytest.fixture
def asked(run: Run, workspace: Path) -> Run:
    partnership(workspace)
    return run


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = posted(tmp_path / "in", return_by(1), return_by(2), stranger("r-x", "Gallery 33"))
    (folder / "cut.json").write_bytes(encode(return_by(3))[:-80])
    return folder


def test_collecting_prints_these_keys_and_no_others(asked: Run, inbox: Path) -> None:
    ran = asked("partnership", "collect", str(inbox), "--json")

    assert ran.code == 1
    assert ran.data == {
        "accepted": 3,
        "duplicates": 0,
        "superseded": 0,
        "quarantined": [
            {
                "file": "cut.json",
                "reason": "This file cannot be taken as a return: it is damaged or breaks off at line 209, column 3.",
            }
        ],
    }
    (inbox / "cut.json").unlink()
    again = asked("partnership", "collect", str(inbox), "--json")
    assert (again.code, again.data) == (0, {"accepted": 0, "duplicates": 3, "superseded": 0, "quarantined": []})


def test_a_person_reads_what_was_put_aside_and_what_to_do(asked: Run, inbox: Path) -> None:
    first, second = (asked("partnership", "collect", str(inbox), *more) for more in ((), ("--replies",)))

    assert first.out.startswith("3 returns taken, 0 here already, 1 put aside, 1 belongs to no setting")
    assert "run it again with --replies" in first.out
    assert "1 reply made in" in second.out


def test_what_was_put_aside_is_listed_alone_and_dealt_with(asked: Run, inbox: Path, tmp_path: Path) -> None:
    asked("partnership", "collect", str(inbox))

    listed = asked("partnership", "list", "--state", "aside")
    assert ("Put aside: cut.json" in listed.out, "r-1" in listed.out) == (True, False)
    assert asked("partnership", "collect", "--dealt-with").code == 2
    assert asked("partnership", "collect", "--dealt-with", "cut.json", "--all").code == 2
    assert asked("partnership", "collect", "--all", str(inbox)).code == 2
    done = asked("partnership", "collect", "--dealt-with", "cut.json", "--json")
    assert done.data["files"] == ["cut.json"]
    again = asked("partnership", "collect", str(inbox))
    assert (again.code, "1 that you dealt with before" in again.out) == (0, True)
    assert "Put aside" not in asked("partnership", "list", "--state", "aside").out
    asked("partnership", "undo")
    assert "Put aside: cut.json" in asked("partnership", "list", "--state", "aside").out
    assert asked("partnership", "collect", "--dealt-with", "--all").out.startswith("cut.json is noted as dealt with")


@pytest.mark.parametrize("name", ["", "  "])
def test_a_name_that_is_empty_is_not_taken_for_the_folder_one_is_in(asked: Run, inbox: Path, name: str) -> None:
    ran = asked("partnership", "collect", str(inbox), name)

    assert (ran.code, ran.out) == (2, "")


def test_a_mapping_is_made_from_the_headings_of_a_table_then_compared_with_it(asked: Run, tmp_path: Path) -> None:
    table, mapping = tmp_path / "survey.csv", tmp_path / "m.toml"
    table.write_text("Respondent ID,Setting name,Pets\n1,Gallery 1,no\n")

    made = asked("partnership", "mapping", str(mapping), "--table", str(table))
    assert "It has 2 of the 3 headings" in made.out
    assert '#   "Pets"' in mapping.read_text()
    fits = asked("partnership", "mapping", str(mapping), "--table", str(table))
    assert (fits.code, "kept. It fits" in fits.out) == (0, True)
    table.write_text("Pets\nno\n")
    fails = asked("partnership", "mapping", str(mapping), "--table", str(table))
    assert (fails.code, 'The table has no column "Setting name"' in fails.out) == (1, True)
    assert asked("partnership", "mapping", str(mapping)).code == 2


def test_returns_are_listed_matched_shown_and_turned_away(asked: Run, inbox: Path) -> None:
    asked("partnership", "collect", str(inbox))

    waiting = asked("partnership", "list", "--state", "unmatched")
    assert "It could be: Gallery 3 (G3)" in waiting.out
    assert "Put aside: cut.json\n  This file cannot be taken as a return" in waiting.out
    assert "belongs to Gallery 3 now" in asked("partnership", "match", "r-x", "G3").out
    assert asked("partnership", "list", "--json").data["current"] == 3
    assert asked("partnership", "show", "r-1", "--json").data["setting"] == "Gallery 1"
    assert "signed by A. Light" in asked("partnership", "show", "r-1").out
    assert asked("partnership", "show", "G1", "--json").data == asked("partnership", "show", "r-1", "--json").data
    away = asked("partnership", "match", "r-x", "--away", "--reason", "Twice", "--json")
    assert away.data["returns"] == ["r-x"]
    before = asked("partnership", "match", "r-x", "--as-before")
    assert (before.code, "does not wait to be matched" in before.err) == (2, True)
    assert asked("partnership", "match", "r-x", "G3", "--as-before").code == 2
    assert asked("partnership", "match", "--again").out == "0 returns changed place in the register.\n"


def test_receipts_letters_paper_city_and_mapping(asked: Run, inbox: Path, tmp_path: Path) -> None:
    asked("partnership", "collect", str(inbox))

    assert asked("partnership", "receipt", "--json").data["letters"] == 2
    assert asked("partnership", "forward", "r-1", "Southampton", "--json").data["letters"] == 1
    assert asked("partnership", "forward", "--all").out.startswith("1 letter made in ")
    assert "ready to be typed in" in asked("partnership", "enter", "G4").out
    assert asked("partnership", "enter", "G4", "--take", "--json").data["accepted"] == 1
    assert asked("partnership", "city").out.startswith("0 single-agency audits")
    assert asked("partnership", "mapping", str(tmp_path / "m.toml"), "--json").data["variation"] == "gallery"
    assert asked("partnership", "collect", "--rebuild").out.startswith("It was made anew from")


@pytest.mark.parametrize(
    ("argv", "code", "told"),
    [
        (("collect",), 2, "It is not said what to collect."),
        (("collect", ""), 2, "It is not said what to collect."),
        (("collect", "here.json", " "), 2, "It is not said what to collect."),
        (("collect", "no-such-place"), 3, "cannot be looked into"),
        (("collect", ".", "--mapping", "none.toml"), 3, "The mapping cannot be used"),
        (("match", "r-1"), 2, "which setting it belongs to"),
        (("match", "r-1", "G99"), 2, 'The register has no "G99".'),
        (("show", "r-77"), 2, 'No return "r-77" was collected.'),
        (("forward", "r-1", "Winchester"), 2, "No address is known"),
        (("forward", "r-1"), 2, "Say which return and which area, or --all"),
        (("forward", "r-1", "Winchester", "--all"), 2, "Say which return and which area, or --all"),
        (("enter", "G2", "--take"), 2, "Nothing was typed in"),
        (("match", "r-1", "--away"), 2, "turned away with a reason"),
        (("match", "r-1", "--again"), 2, "--again looks at every return"),
        (("match", "--again", "--reason", "x"), 2, "--again looks at every return"),
        (("collect", "--dealt-with", "--all", "--rebuild"), 2, "and nothing else"),
        (("collect", "--dealt-with", "--all", "--replies"), 2, "and nothing else"),
        (("list", "--cycle", "2026"), 2, 'No return of a round "2026" is here.'),
    ],
)
def test_what_cannot_be_done_is_said_with_its_code_and_nothing_on_standard_output(
    asked: Run, inbox: Path, argv: tuple[str, ...], code: int, told: str
) -> None:
    asked("partnership", "collect", str(inbox))

    ran = asked("partnership", *argv)

    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err


def test_collecting_before_a_partnership_was_started_is_refused(run: Run, tmp_path: Path) -> None:
    ran = run("partnership", "collect", str(tmp_path))

    assert ran.code == 2
    assert "No partnership was started" in ran.err


def test_a_damaged_index_is_made_anew_and_that_is_said_on_standard_error(
    asked: Run, inbox: Path, workspace: Path
) -> None:
    asked("partnership", "collect", str(inbox))
    (workspace / "received" / "index.sqlite").write_bytes(b"damaged" * 1000)

    ran = asked("partnership", "list", "--json")

    assert ran.data["current"] == 2
    assert "nothing was lost" in ran.err
