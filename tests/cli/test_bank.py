"""The commands of question banks."""

import json
from functools import cache
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest

from compact_tui.exchange import bank_json
from compact_tui.storage.banks import shipped_banks
from tests.cli.conftest import Run

SHIPPED = cache(shipped_banks)
NEW = ("bank", "new", "--title", "Our trips", "--owner", "Deputy lead", "--topic", "activities-and-trips")


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped banks are the same for every test here."""
    monkeypatch.setattr("compact_tui.services.banks.shipped_banks", SHIPPED)


def test_the_list_gives_every_bank_with_its_figures(run: Run) -> None:
    found = run("bank", "list", "--json").data

    assert len(found) == 22
    keys = ("id", "title", "edition", "questions", "drafts", "due_for_review")
    assert [found[-1][key] for key in keys] == ["whistleblowing", "Speaking up, inside and outside", "2026.1", 9, 0, 0]


def test_the_list_says_what_waits(run: Run) -> None:
    told = run("bank", "list").out

    assert "whistleblowing" in told
    assert told.splitlines()[-1].startswith("273 questions may be asked today.")


def test_a_bank_and_a_question_are_shown(run: Run) -> None:
    bank, question = run("bank", "show", "whistleblowing"), run("bank", "show", "whi-nobody-listens")

    assert "It rests on:" in bank.out
    assert "whi-nobody-listens · spoken" in bank.out
    assert "- " in question.out and "Source: " in question.out
    assert run("bank", "show", "whistleblowing", "--json").data["line"]["own"] is False
    wrong = run("bank", "show", "whistle-blowing")
    assert (wrong.code, wrong.out) == (2, "")
    assert 'Did you mean "whistleblowing"?' in wrong.err


def test_a_draft_is_confirmed_by_a_role_on_a_day(run: Run) -> None:
    done = run("bank", "confirm", "pre-school-phone-law", "--by", "Lead", "--checked-on", "2 December 2026", "--json")

    assert done.data["drafts"] == ["pre-school-phone-law"]
    assert "Confirmed by Lead on 2 December 2026" in run("bank", "show", "pre-school-phone-law").out


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("whistleblowing", "--checked-on", "2026-12-01"), "Say who has opened the documents"),
        (("whistleblowing", "--by", "Lead", "--checked-on", "2026-12-04"), "has not come yet"),
        (("whistleblowing", "--by", "Lead"), "--checked-on"),
    ],
)
def test_a_confirmation_that_says_too_little_is_not_taken(run: Run, argv: tuple[str, ...], words: str) -> None:
    done = run("bank", "confirm", *argv)

    assert done.code == 2
    assert words in done.err


def test_lint_is_clean_on_what_is_shipped_and_ends_with_1_on_an_error(run: Run, tmp_path: Path) -> None:
    clean = run("bank", "lint")
    assert (clean.code, clean.out.count("0 errors, 0 warnings."), len(clean.out.splitlines())) == (0, 22, 22)

    torn = tmp_path / "torn.toml"
    torn.write_text('[bank]\nid = "torn"\ntitle = "T"\nedition = "1"\nsubject = "t"\nreview_by = "soon"\n', "utf-8")
    found = run("bank", "lint", str(torn))
    assert found.code == 1
    assert found.out.splitlines()[0] == (
        'error: torn.toml, line 6: bank, review_by: "soon" is not a day. Write it as year-month-day, like 2026-11-22.'
    )
    assert run("bank", "lint", str(torn), "--json").data["errors"] == 1


def test_a_bank_is_begun_checked_and_listed(run: Run, workspace: Path) -> None:
    made = run(*NEW, "--json").data

    assert Path(made["file"]) == workspace / "question_banks" / "our-trips.toml"
    assert run("bank", "lint", "our-trips").code == 0
    assert [one["own"] for one in run("bank", "list", "--json").data if one["id"] == "our-trips"] == [True]
    assert run(*NEW).code == 2


def test_nobody_is_asked_where_nobody_sits_at_a_terminal(run: Run) -> None:
    done = run("bank", "new")

    assert (done.code, done.out) == (2, "")
    assert "--title: This is needed." in done.err


def test_a_bank_goes_out_and_comes_in(run: Run, tmp_path: Path, workspace: Path) -> None:
    file = tmp_path / "w.json"
    made = run("bank", "export", "whistleblowing", "--format", "json", "--output", str(file), "--json").data
    assert (made["file"], made["lost"], made["flags"]) == (str(file), [], 0)

    same = run("bank", "import", str(file))
    assert "9 questions: 9 same." in same.out
    assert "Nothing differs from the bank that is here.\n" in same.out
    assert not workspace.exists()

    text = file.read_text("utf-8")
    file.write_text(text.replace('"edition": "2026.1"', '"edition": "2027.1"'), "utf-8")
    assert "Nothing was written." in run("bank", "import", str(file), "--dry-run").out
    assert not workspace.exists()
    done = run("bank", "import", str(file), "--json").data
    assert (done["done"], done["bank"]) == (True, "whistleblowing")
    assert (workspace / "question_banks" / "whistleblowing.toml").exists()


def test_what_a_format_cannot_carry_is_said(run: Run, tmp_path: Path) -> None:
    done = run("bank", "export", "whistleblowing", "--format", "aiken", "--output", str(tmp_path / "w.txt"))

    assert 'The question "whi-nobody-listens" is left out: it is of the kind spoken.' in done.out


def test_a_bank_that_is_not_fit_is_refused_with_3(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("[]", "utf-8")

    done = run("bank", "import", str(tmp_path / "x.json"))

    assert (done.code, done.out) == (3, "")
    assert "x.json: This file is not a question bank." in done.err


def test_the_schema_describes_every_shipped_bank(run: Run) -> None:
    schema = run("schema", "bank").data
    jsonschema.Draft202012Validator.check_schema(schema)
    check = jsonschema.Draft202012Validator(schema)

    for reading in SHIPPED():
        assert reading.bank is not None
        assert list(check.iter_errors(json.loads(bank_json.encode(reading.bank)))) == []
    assert list(check.iter_errors({"format": "other"})) != []
