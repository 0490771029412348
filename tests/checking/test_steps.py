"""Which commands make the pages that are looked at, without giving them."""

import os
from pathlib import Path

import pytest
from checking.steps import NotMade, Step, found, made_all, made_in, steps

from compact_tui.core.page_kinds import PAGE_KINDS
from compact_tui.storage.notices import shipped_notices


def test_every_page_of_an_audit_and_every_poster_is_asked_for() -> None:
    said = [step.said for step in steps()]
    prints = {step.words[2:] for step in steps() if step.words[:2] == ("audit", "print")}

    assert {kind.id for kind in PAGE_KINDS} == {
        "-".join(word.removeprefix("--") for word in words if not word.isdigit()) for words in prints
    }
    for item in shipped_notices().item:
        assert (f"board poster {item.id}" in said) is bool(item.poster)


def test_every_command_is_given_in_a_workspace_that_an_earlier_one_made() -> None:
    made = {""}
    for step in steps():
        if "demo" in step.words or "setup" in step.words:
            made |= {step.place, *step.words}
        assert step.place in made, step.said


def test_a_command_is_said_as_it_is_typed() -> None:
    assert (
        Step(("spot-check", "sheet", "--role", "Lunchtime staff")).said == 'spot-check sheet --role "Lunchtime staff"'
    )


def test_a_pattern_becomes_the_newest_file_it_fits(tmp_path: Path) -> None:
    for at, name in enumerate(("new.json", "old.json", "other.txt")):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (1000 - at, 1000 - at))

    assert found(tmp_path, "{*.json}") == str(tmp_path / "new.json")
    assert found(tmp_path, "plain") == "plain"
    with pytest.raises(NotMade, match=r"No file is where \*\.csv should be"):
        found(tmp_path, "{*.csv}")


def test_pages_word_files_and_workbooks_are_found_wherever_they_lie(tmp_path: Path) -> None:
    for name in ("b/c.xlsx", "a.html", "b/a.docx", "b/a.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()

    assert [path.relative_to(tmp_path).as_posix() for path in made_in(tmp_path)] == ["a.html", "b/a.docx", "b/c.xlsx"]


def test_a_command_that_fails_is_said_with_its_own_words(tmp_path: Path) -> None:
    with pytest.raises(NotMade, match=r"compact-tui pack show nothing ended with 2: .*nothing"):
        made_all(tmp_path, (Step(("pack", "show", "nothing")),))
    assert made_all(tmp_path, (Step(("pack", "show", "nothing"), ends=(2,)),)) == ()
