"""Analysing what a partnership collected, and the flat tables: by SQL on them every figure is the same."""

import csv
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from compact_tui.core.analysis_views import GroupFigures
from compact_tui.core.errors import UsageError, WorkspaceError
from compact_tui.core.fact_tables import FACT_TABLES
from compact_tui.core.return_facts import ReturnFacts
from compact_tui.services import analysing, facts, partnership, register, themes
from compact_tui.services.desk import Desk
from compact_tui.services.round_returns import counted_returns
from compact_tui.storage.return_index import ReturnIndex
from tests.analysis_samples import BEFORE, DROPS, ELSEWHERE, MODERATED, NOW, SEVEN, SEVEN_BEFORE, cohort, collected
from tests.analysis_samples import facts as facts_of
from tests.services.desks import reopened
from tests.services.partnership_desks import started_partnership

LEAST = 5


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for the disk."""
    monkeypatch.setattr("os.fsync", lambda handle: None)


@pytest.fixture
def seven(tmp_path: Path) -> Desk:
    """Seven returns of this round and three of the one before; groups under three are kept back."""
    desk = started_partnership(tmp_path / "partnership", threshold="3")
    collected(desk, (*SEVEN_BEFORE, *SEVEN), MODERATED)
    return reopened(desk)


@pytest.fixture
def many(tmp_path: Path) -> Desk:
    """Three hundred returns, some of them moderated, and of the round before others and half of the same settings."""
    desk = started_partnership(tmp_path / "partnership")
    now = list(cohort(300))
    moderated = {(one.return_id, "u1"): DROPS for one in now[::2]} | {(one.return_id, "u2"): DROPS for one in now[:3]}
    collected(desk, (*list(cohort(400, cycle=BEFORE))[150:], *now), moderated)
    return reopened(desk)


def _database(desk: Desk) -> sqlite3.Connection:
    made = facts.write_facts(desk)
    return sqlite3.connect(f"file:{Path(made.folder) / 'facts.sqlite'}?mode=ro", uri=True)


def _rows(database: sqlite3.Connection, query: str, *values: object) -> set[tuple[Any, ...]]:
    return set(database.execute(query, values).fetchall())


def _groups(desk: Desk) -> Iterator[tuple[str, GroupFigures]]:
    yield from ((group.sector, group) for group in analysing.analyse(desk).analysis.sectors)


def test_another_audit_that_came_in_is_counted_by_itself(tmp_path: Path) -> None:
    desk = started_partnership(tmp_path / "partnership", threshold="3")
    collected(desk, (*SEVEN, *ELSEWHERE))

    asked, other = analysing.analyse(desk), analysing.analyse(desk, audit="small-group")

    assert [(one.id, one.chosen) for one in asked.audits] == [
        ("umbrella-care@2026.1", True),
        ("small-group@2026.1", False),
    ]
    assert [one.chosen for one in other.audits] == [False, True]
    for page, standing in ((asked, (0, 3)), (other, (3, 0))):
        groups = {group.sector: group for group in page.analysis.sectors}
        assert (groups["small-group"].returned, groups["small-group"].elsewhere) == standing
    assert analysing.behind(desk, "1", audit="small-group@2026.1").title == other.rows[0].title
    with pytest.raises(UsageError, match='answers "small-groop"') as refused:
        analysing.analyse(desk, audit="small-groop")
    assert "small-group@2026.1" in refused.value.hint


def test_the_figures_are_those_that_sql_gives_on_the_flat_tables(many: Desk) -> None:
    database = _database(many)
    grades = (
        "select sector, standard, level from returns join grades using (return_id) "
        "where cycle = ? and level <> 'not-graded'"
    )
    answers = "select sector, criterion, counts_as from returns join answers using (return_id) where cycle = ?"

    found = dict(_groups(many))

    assert {
        (sector, one.standard, level.level, level.count)
        for sector, group in found.items() for one in group.standards for level in one.levels if level.count
    } == _rows(database, f"select sector, standard, level, count(*) from ({grades}) group by 1, 2, 3", NOW)  # fmt: skip
    assert {
        (sector, one.criterion, one.not_met, one.not_known, one.n)
        for sector, group in found.items() for one in group.criteria
    } == _rows(
        database,
        "select sector, criterion, sum(counts_as = 'not-met'), sum(counts_as = 'not-known'), "
        f"sum(counts_as <> 'unanswered') from ({answers}) group by 1, 2",
        NOW,
    )  # fmt: skip
    assert {
        (sector, one.theme, one.settings) for sector, group in found.items() for one in group.themes if one.settings
    } == _rows(
        database,
        "select sector, theme, count(distinct return_id) from returns join actions using (return_id) "
        "where cycle = ? and theme <> '' group by 1, 2",
        NOW,
    )  # fmt: skip
    database.close()


def test_moderation_and_change_are_those_that_sql_gives(many: Desk) -> None:
    database = _database(many)
    rank = "case {} when 'soaked' then 1 when 'a-few-drops' then 2 when 'bone-dry' then 3 end"
    pairs = (
        "select r.sector, g.standard, {own} as own, {other} as other "
        "from returns r join grades g using (return_id) "
        "join {source} where r.cycle = ? and g.level <> 'not-graded' and other is not null"
    )
    counts = "select sector, standard, count(*), sum(other > own), sum(other < own) from ({}) group by 1, 2"
    committee = pairs.format(
        own=rank.format("g.level"), other=rank.format("m.level"),
        source="moderations m on m.return_id = r.return_id and m.standard = g.standard",
    )  # fmt: skip
    earlier = pairs.format(
        own=rank.format("old.level"), other=rank.format("g.level"),
        source=f"returns b on b.entry = r.entry and b.cycle = '{BEFORE}' "
        "join grades old on old.return_id = b.return_id and old.standard = g.standard and old.level <> 'not-graded'",
    )  # fmt: skip

    found = dict(_groups(many))

    shown = {(sector, one.standard, one.n, one.up, one.down)
             for sector, group in found.items() for one in group.moderated if one.n}  # fmt: skip
    assert shown <= _rows(database, counts.format(committee), NOW)
    assert {standard for _, standard, *_ in shown} == {"u1"}
    changed = {(sector, one.standard, one.n, one.up, one.down)
               for sector, group in found.items() for one in group.changes if one.n}  # fmt: skip
    assert changed <= _rows(database, counts.format(earlier), NOW)
    assert len(changed) >= 3
    database.close()


def test_one_sector_and_one_standard_can_be_asked_for(seven: Desk) -> None:
    page = analysing.analyse(seven, "education", "1")

    assert [(row.standard, [cell.words for cell in row.cells]) for row in page.rows] == [("u1", ["most 80% of 5"])]
    assert (page.title, page.sentence) == ("Analysis of 2026-2028", "5 of 5 returns in")
    assert page.analysis.before_cycle == BEFORE


@pytest.mark.parametrize(("sector", "standard", "hint"), [("educaton", "", "education"), ("", "u9", "1, 2, 3")])
def test_a_sector_or_standard_that_is_not_there_is_told_with_the_nearest(
    seven: Desk, sector: str, standard: str, hint: str
) -> None:
    with pytest.raises(UsageError) as told:
        analysing.analyse(seven, sector, standard)

    assert hint in told.value.hint


def test_a_return_counts_in_the_sector_that_the_register_has_its_setting_under(seven: Desk) -> None:
    register.edit_entry(seven, "P5", {"sector": "early-years", "kind": "nursery"})

    found = {group.sector: (group.returned, group.expected) for group in analysing.analyse(seven).analysis.sectors}

    assert (found["education"], found["early-years"]) == ((4, 4), (3, 3))


def test_a_later_round_begins_with_nothing_and_an_earlier_edition_is_not_mixed_in(seven: Desk) -> None:
    partnership.change_partnership(seven, {"cycle": "2028-2030"})

    page = analysing.analyse(seven)

    assert (page.analysis.returns, page.analysis.before_cycle) == (0, NOW)
    assert [one.n for one in page.analysis.together.standards] == [0, 0, 0]


def test_the_returns_behind_a_figure_are_named_inside_the_partnership(seven: Desk) -> None:
    view = analysing.behind(seven, "u1", "early-years")

    assert [(one.name, one.word) for one in view.lines] == [("Setting P7", "Soaked"), ("Setting P6", "Bone dry")]
    assert "not for publishing" in view.sentence


def test_the_first_change_of_the_themes_makes_the_usual_ones_the_partnerships_own_and_undo_gives_them_back(
    seven: Desk,
) -> None:
    usual = themes.list_themes(seven)
    kept = themes.keep_theme(seven, {"word": "Mirrors", "terms": "Mirror, looking glass"})
    mirrors = kept.themes[-1]

    assert (usual.usual, kept.usual, len(kept.themes)) == (True, False, len(usual.themes) + 1)
    assert (mirrors.word, mirrors.terms) == ("Mirrors", ("mirror", "looking glass"))
    assert "Mirrors: 1 setting (20%)" in analysing.analyse(seven).themes

    themes.keep_theme(seven, {"word": "Looking glasses"}, mirrors.id)
    assert themes.list_themes(reopened(seven)).themes[-1].terms == ("mirror", "looking glass")
    assert themes.drop_theme(seven, "looking glasses").themes == kept.themes[:-1]
    for _ in range(3):
        partnership.undo_partnership(seven)
    assert themes.list_themes(seven) == usual


def test_a_usual_theme_that_is_changed_keeps_its_place(seven: Desk) -> None:
    usual = themes.list_themes(seven).themes

    kept = themes.keep_theme(seven, {"word": "Learning"}, "training").themes

    assert [one.id for one in kept] == [one.id for one in usual]
    assert (kept[0].word, kept[0].terms, kept[0].by) == ("Learning", usual[0].terms, "Officer")


def test_taking_out_a_usual_theme_keeps_the_others(seven: Desk) -> None:
    usual = themes.list_themes(seven).themes

    assert themes.drop_theme(seven, usual[0].id).themes == usual[1:]


@pytest.mark.parametrize(
    ("theme", "typed"),
    [("mirors", {"word": "X"}), ("", {"word": "X"}), ("", {"terms": "x"}), ("training", {"word": ""})],
)
def test_a_theme_that_cannot_be_taken_changes_nothing(seven: Desk, theme: str, typed: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        themes.keep_theme(seven, typed, theme)

    assert themes.list_themes(seven).usual


def test_the_last_theme_stays(seven: Desk) -> None:
    for theme in themes.list_themes(seven).themes[1:]:
        themes.drop_theme(seven, theme.id)

    with pytest.raises(UsageError):
        themes.drop_theme(seven, themes.list_themes(seven).themes[0].id)


def test_the_tables_say_the_same_as_csv_ndjson_and_sqlite_and_hold_no_text(tmp_path: Path) -> None:
    desk = started_partnership(tmp_path / "partnership")
    collected(desk, (replace(SEVEN[0], name="=HYPERLINK(1)"), *SEVEN[1:]), MODERATED)

    made = facts.write_facts(desk, str(tmp_path / "tables"))
    database = sqlite3.connect(Path(made.folder) / "facts.sqlite")
    for table in FACT_TABLES:
        names = [column.name for column in table.columns]
        rows = database.execute(f"select * from {table.name}").fetchall()
        with (tmp_path / "tables" / f"{table.name}.csv").open(encoding="utf-8-sig", newline="") as file:
            head, *cells = csv.reader(file)
        lines = (tmp_path / "tables" / f"{table.name}.ndjson").read_text("utf-8").splitlines()
        assert head == names
        assert [tuple(json.loads(line).values()) for line in lines] == rows
        assert [[cell.lstrip("'") for cell in row] for row in cells] == [[str(cell) for cell in row] for row in rows]
    database.close()

    everything = b"".join(path.read_bytes() for path in (tmp_path / "tables").iterdir())
    assert b"\r\nr-P1,,P1,'=HYPERLINK(1),education" in (tmp_path / "tables" / "returns.csv").read_bytes()
    assert (b"rota" in everything, b"=Seen." in everything) == (False, False)
    assert {one.table: one.rows for one in made.tables} == {
        "returns": 7, "grades": 21, "answers": 7, "actions": 4, "moderations": 3, "knowledge": 0
    }  # fmt: skip


def test_the_dictionary_names_every_column_and_says_that_it_is_not_for_publishing(seven: Desk) -> None:
    made = facts.write_facts(seven)

    text = (Path(made.folder) / "read-me-first.md").read_text("utf-8")

    assert "Not for publishing" in text
    assert [
        line
        for table in FACT_TABLES
        for column in table.columns
        if (line := f"| {column.name} | {column.kind} |") not in text
    ] == []
    assert "## returns (10 rows)" in text


def test_a_folder_that_holds_something_is_left_as_it_is_and_an_empty_one_taken(seven: Desk, tmp_path: Path) -> None:
    full, empty = tmp_path / "full", tmp_path / "empty"
    full.mkdir()
    empty.mkdir()
    (full / "mine.txt").write_text("mine", "utf-8")

    with pytest.raises(UsageError):
        facts.write_facts(seven, str(full))
    facts.write_facts(seven, str(empty))

    assert [path.name for path in full.iterdir()] == ["mine.txt"]
    assert (empty / "facts.sqlite").exists()


def test_when_writing_fails_half_way_nothing_is_left(
    seven: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(facts, "ndjson_lines", full)

    with pytest.raises(WorkspaceError):
        facts.write_facts(seven, str(tmp_path / "out" / "tables"))

    assert list((tmp_path / "out").iterdir()) == []


def test_without_a_partnership_there_is_nothing_to_analyse(tmp_path: Path) -> None:
    from tests.services.desks import desk_in

    with pytest.raises(UsageError):
        analysing.analyse(desk_in(tmp_path))


def test_figures_are_counted_anew_only_where_something_changed(seven: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[str] = []

    def counting(desk: Desk, cycle: str) -> Iterator[ReturnFacts]:
        counted.append(cycle)
        return counted_returns(desk, cycle)

    monkeypatch.setattr("compact_tui.services.analysing.counted_returns", counting)

    def anew() -> bool:
        counted.clear()
        analysing.analyse(seven)
        return NOW in counted

    assert [anew(), anew()] == [True, False]
    assert analysing.analyse(seven, sector="education").analysis.sectors
    assert counted == []
    themes.keep_theme(seven, {"word": "Rain", "terms": "rain"})
    assert [anew(), anew()] == [True, False]
    collected(seven, [facts_of("G99", "education", "gallery")])
    assert [anew(), anew()] == [True, False]
    with ReturnIndex(seven.workspace.index_path) as index, index.together():
        index.settle("G99", NOW, "")
    assert [anew(), anew()] == [True, False]
    assert analysing.analyse(seven).analysis == analysing.analyse(reopened(seven)).analysis
