"""The notice list that came with the program, and notice lists read from files with every mistake told."""

import re
from pathlib import Path

import pytest

from compact_tui.core.bank_use import GOOD_PRACTICE, NOT_IN_FORCE
from compact_tui.core.notice import AUDIENCES, NoticeItem
from compact_tui.core.notice_lint import lint_notices
from compact_tui.core.notice_use import items_for
from compact_tui.core.problems import say
from compact_tui.core.reading_age import reading_age
from compact_tui.core.reading_words import numbers
from compact_tui.core.setting import SECTORS
from compact_tui.core.topics import Topics
from compact_tui.storage.content import read_content
from compact_tui.storage.notices import read_notices, shipped_folder, shipped_notices

LIST = shipped_notices()
CHECKED = "2026-11-22"
LEFT_OUT = {"N29", "N30", "N33"}
"""Rows of the facts without a source for what they say."""
HEAD = '[notice]\nid = "x"\ntitle = "X"\nedition = "1"\n'


def test_it_has_no_mistake_on_the_day_it_was_checked() -> None:
    reading = read_notices(shipped_folder())
    topics = [topic.id for topic in read_content("topics.toml", Topics).topic]

    assert [say(problem) for problem in lint_notices(LIST, topics, CHECKED, reading.locate)] == []


def test_it_has_every_row_of_the_facts_that_somebody_has_seen_and_no_other() -> None:
    rows = {fact for item in LIST.item for fact in item.facts if fact.startswith("N")}

    assert rows == {f"N{number:02d}" for number in range(1, 39)} - LEFT_OUT


@pytest.mark.parametrize("sector", [sector for sector, _ in SECTORS])
@pytest.mark.parametrize("audience", [audience for audience, _ in AUDIENCES])
def test_every_board_of_every_sector_has_something_to_hang_and_the_look_at_itself(sector: str, audience: str) -> None:
    kinds = [item.kind for item in items_for(LIST, (sector,), audience)]

    assert kinds.count("board") == 4
    assert kinds.count("notice") >= 4


def test_no_number_is_local_and_what_nobody_has_confirmed_is_not_in_it() -> None:
    digits = {found.digits for number in LIST.number for found in numbers(number.number)}
    left_out = {"02073407264", "03443814772", "116000", "0800555111", "88858", "02392688793", "03005551373"}

    assert digits & left_out == set()
    assert not any(one.startswith("0239") for one in digits)
    assert all(number.confidence in ("C", "C2") for number in LIST.number)


def test_a_law_that_is_not_in_force_gives_no_duty() -> None:
    passed = {source.id for source in LIST.source if source.status == NOT_IN_FORCE}
    resting = [item for item in LIST.item if passed & {place.source for place in item.source}]

    assert passed
    assert [item.id for item in resting if item.duty != GOOD_PRACTICE] == []


@pytest.mark.parametrize("item", [item for item in LIST.item if item.poster], ids=lambda item: item.id)
def test_a_poster_that_names_danger_names_the_number_for_it(item: NoticeItem) -> None:
    alarms = [line for line in item.poster if line.startswith("! ")]

    assert all("{number:emergency}" in line for line in alarms)
    assert alarms or item.id == "phones-and-cameras"


@pytest.mark.parametrize("item", [item for item in LIST.item if item.poster], ids=lambda item: item.id)
def test_a_poster_is_read_by_a_nine_year_old_and_one_for_children_by_a_six_year_old(item: NoticeItem) -> None:
    said = " ".join(f"{re.sub('[{][^}]*[}]', 'Jo', line.lstrip('#>!?-1. ')).rstrip('.')}." for line in item.poster)

    assert reading_age(said) < (7 if item.audiences[0] == "children" else 10)


def test_mistakes_of_all_files_are_told_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(HEAD + "colour = 1\n", "utf-8")
    (tmp_path / "b.toml").write_text('[[item]]\nid = "one"\ntitle = "One"\naudiences = "staff"\n', "utf-8")

    reading = read_notices(tmp_path)

    assert reading.notices is None
    assert [(problem.file, problem.line) for problem in reading.problems] == [("a.toml", 5), ("b.toml", 4)]


def test_a_file_that_is_not_toml_is_told_and_the_head_may_stand_once(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(HEAD, "utf-8")
    (tmp_path / "b.toml").write_text(HEAD, "utf-8")
    (tmp_path / "c.toml").write_text("[[item\n", "utf-8")

    reading = read_notices(tmp_path)

    assert [problem.file for problem in reading.problems] == ["b.toml", "c.toml"]
    assert reading.notices is None


def test_one_file_can_be_a_whole_list(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(HEAD, "utf-8")

    reading = read_notices(tmp_path / "a.toml")

    assert reading.notices is not None
    assert reading.notices.notice.title == "X"
