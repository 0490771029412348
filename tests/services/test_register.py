"""The register: taken from a table, changed by hand, listed; nothing in it is lost by either."""

from pathlib import Path

import pytest

from compact_tui.core.errors import FileNotAcceptableError, UsageError
from compact_tui.services import partnership, register
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import partnership_book, register_of
from tests.services.desks import desk_in, reopened
from tests.services.partnership_desks import TABLE, started_partnership, with_register


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return started_partnership(tmp_path / "rain")


def table(desk: Desk, text: str) -> Path:
    file = desk.workspace.root / "table.csv"
    file.write_text(text, "utf-8")
    return file


def test_a_look_at_a_table_changes_nothing_and_says_what_taking_it_does(desk: Desk) -> None:
    file = table(desk, TABLE + "P04,Bad,nusery,,,\n")

    look = register.import_register(desk, file, dry_run=True)

    assert register_of(desk) == ()
    assert not look.done
    taken = register.import_register(desk, file)
    assert (taken.new, taken.changed, taken.lines, taken.problems) == (3, 0, look.lines, look.problems)
    assert taken.problems[0].sentence.startswith('Row 5: "nusery" is not a kind of the register.')
    assert [line.words for line in taken.lines][0] == "P01 Brolly House: new"
    assert [entry.id for entry in register_of(reopened(desk))] == ["P01", "P02", "P03"]


def test_a_table_changes_what_it_says_otherwise_and_keeps_what_it_does_not_know(desk: Desk) -> None:
    with_register(desk)
    register.edit_entry(desk, "P01", {"note": "Two sites.", "contact_name": "Sam Hill"})

    view = register.import_register(desk, table(desk, "id,name,type\nP01,Brolly Academy,\nP09,New,nursery\n"))

    assert (view.new, view.changed) == (1, 1)
    assert {line.id: line.state for line in view.lines}["P02"] == "not in the table"
    first = register_of(desk)[0]
    assert (first.name, first.former_names, first.note) == ("Brolly Academy", ("Brolly House",), "Two sites.")
    assert (first.contact_name, first.kind) == ("Sam Hill", "primary-school")
    assert [entry.id for entry in register_of(desk)] == ["P01", "P02", "P03", "P09"]


def test_a_setting_that_is_saved_as_it_stands_is_no_change(desk: Desk) -> None:
    with_register(desk)
    before = len(partnership_book(desk).history)

    view = register.edit_entry(desk, "P01", register.typed_entry_of(desk, "P01"))

    assert (view.id, len(partnership_book(desk).history)) == ("P01", before)
    register.edit_entry(desk, "P01", {"note": "Two sites."})
    assert len(partnership_book(desk).history) == before + 1


def test_the_same_table_again_changes_nothing_at_all(desk: Desk) -> None:
    with_register(desk)
    before = len(partnership_book(desk).history)

    view = register.import_register(desk, table(desk, TABLE))

    assert (view.new, view.changed) == (0, 0)
    assert len(partnership_book(desk).history) == before


def test_a_table_that_was_taken_is_taken_back_as_one_change(desk: Desk) -> None:
    with_register(desk)

    partnership.undo_partnership(desk)

    assert register_of(reopened(desk)) == ()


def test_what_is_no_table_is_refused(desk: Desk) -> None:
    with pytest.raises(FileNotAcceptableError):
        register.import_register(desk, table(desk, "a\0b"))


def test_a_setting_is_added_by_hand_and_its_sector_follows_from_its_kind(desk: Desk) -> None:
    view = register.add_entry(desk, {"id": " P7 ", "name": "Wren", "kind": "nursery"})

    assert (view.id, view.sector, view.sector_word, view.kind_word) == (
        "P7",
        "early-years",
        "Early years",
        "Nursery or pre-school",
    )
    with pytest.raises(UsageError, match="P7 is Wren already"):
        register.add_entry(desk, {"id": "P7", "name": "Other"})
    with pytest.raises(UsageError, match="needs an id"):
        register.add_entry(desk, {"id": " ", "name": "Other"})
    assert [entry.name for entry in register_of(reopened(desk))] == ["Wren"]


@pytest.mark.parametrize("typed", ["education", "Education", " EDUCATION ", "School"])
def test_a_sector_is_taken_by_hand_as_a_table_takes_it(desk: Desk, typed: str) -> None:
    assert register.add_entry(desk, {"id": "P7", "name": "Wren", "sector": typed}).sector == "education"
    assert register.edit_entry(desk, "P7", {"sector": "EARLY YEARS"}).sector == "early-years"
    assert register.edit_entry(desk, "P7", {"note": "Moved"}).sector == "early-years"


@pytest.mark.parametrize("typed", ["Educaton", "club"])
def test_a_sector_that_is_not_clear_is_refused_as_it_was_typed(desk: Desk, typed: str) -> None:
    with pytest.raises(UsageError, match=f'"{typed}" is not one of education'):
        register.add_entry(desk, {"id": "P7", "name": "Wren", "sector": typed})


def test_a_change_keeps_what_is_not_typed_and_a_former_name(desk: Desk) -> None:
    with_register(desk)

    view = register.edit_entry(desk, "P03", {"name": "Harbour Scouts", "closed_on": "2 December 2026"})

    assert (view.name, view.former_names, view.contact_email) == (
        "Harbour Scouts",
        ("Sea Scouts",),
        "sea@scouts.example, two@scouts.example",
    )
    assert (view.expected, view.state) == (False, "closed 2 Dec 2026")
    assert dict(view.about)["No return expected"] == "closed 2 Dec 2026"
    typed = register.typed_entry_of(desk, "P03")
    assert (typed["closed_on"], typed["former_names"]) == ("2 December 2026", "Sea Scouts")


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"merged_into": "P01"}, 'the register has no other "P01"'),
        ({"merged_into": "P99"}, 'the register has no other "P99"'),
        ({"name": " "}, "--name: This is needed."),
        ({"contact_email": "nobody"}, "--contact-email: "),
        ({"closed_on": "soon"}, "--closed-on: "),
    ],
)
def test_what_cannot_be_right_is_not_kept(desk: Desk, typed: dict[str, str], message: str) -> None:
    with_register(desk)
    before = register_of(desk)

    with pytest.raises(UsageError, match=message):
        register.edit_entry(desk, "P01", typed)

    assert register_of(reopened(desk)) == before


def test_a_merged_setting_is_not_expected_and_is_listed_when_everyone_is_asked_for(desk: Desk) -> None:
    with_register(desk)
    register.edit_entry(desk, "P02", {"merged_into": "P01"})

    view = register.list_register(desk)

    assert [entry.id for entry in view.entries] == ["P01", "P03"]
    assert view.sentence == "2 returns expected; 1 closed or merged."
    assert view.sectors == (("Education", 1), ("Small voluntary group", 1))
    everyone = register.list_register(desk, everyone=True).entries
    assert [(entry.id, entry.state) for entry in everyone][1] == ("P02", "merged into P01")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"sector": "early-years"}, ["P02"]),
        ({"sector": "Early Years"}, ["P02"]),
        ({"sector": "other"}, []),
        ({"find": "acorn"}, ["P02"]),
        ({"find": "p0"}, ["P01", "P02", "P03"]),
        ({"find": "old hall"}, ["P01"]),
        ({"find": "O'Brien"}, ["P01"]),
        ({"find": "p0", "sector": "education"}, ["P01"]),
        ({"find": "nothing"}, []),
    ],
)
def test_the_register_is_filtered_by_sector_and_by_id_or_name(
    desk: Desk, asked: dict[str, str], found: list[str]
) -> None:
    with_register(desk)
    register.edit_entry(desk, "P01", {"former_names": "The Old Hall, O\u2019Brien\u2019s"})

    view = register.list_register(desk, **asked)  # type: ignore[arg-type]

    assert [entry.id for entry in view.entries] == found
    assert view.expected == 3


def test_a_setting_is_named_by_id_or_name_with_did_you_mean(desk: Desk) -> None:
    with_register(desk)

    assert register.entry_named(desk, " p02 ").id == register.entry_named(desk, "little acorns").id == "P02"
    with pytest.raises(UsageError) as raised:
        register.entry_named(desk, "Litle Acorns")
    assert raised.value.hint == 'Did you mean "Little Acorns"?'
    register.edit_entry(desk, "P02", {"name": "Zo\u00eb\u2019s Acorns"})
    assert register.entry_named(desk, "zoe's acorns").id == "P02"


def test_nothing_of_this_works_where_no_partnership_was_started(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No partnership was started"):
        register.list_register(desk_in(tmp_path / "setting"))


def test_a_setting_that_is_not_there_is_not_changed_and_not_added(desk: Desk) -> None:
    with_register(desk)

    with pytest.raises(UsageError, match="The register has no NOPE.") as told:
        register.edit_entry(desk, "NOPE", {"name": "Nobody", "closed_on": "2026-12-31"})

    assert "To add it: compact-tui partnership register add." in told.value.hint
    with pytest.raises(UsageError) as near:
        register.edit_entry(desk, "P0l", {"note": "x"})
    assert "Did you mean" in near.value.hint
    assert [entry.id for entry in register_of(desk)] == ["P01", "P02", "P03"]


def test_rows_with_the_same_id_are_counted_and_none_of_them_is_taken(desk: Desk) -> None:
    view = register.import_register(desk, table(desk, "id,name\nP1,Wren\nP2,Robin\nP2,Rook\n"))

    assert view.sentence == "1 new setting, 0 changed, 2 rows not taken."
    assert [entry.id for entry in register_of(desk)] == ["P1"]


def test_a_setting_whose_row_has_a_mistake_is_not_said_to_be_missing(desk: Desk) -> None:
    with_register(desk)

    faulty = register.import_register(desk, table(desk, "id,name,due\nP01,Brolly House,soon\n"), dry_run=True)
    without_headings = register.import_register(desk, table(desk, "who,what\nP01,Brolly House\n"), dry_run=True)

    assert [(line.id, line.state) for line in faulty.lines] == [
        ("P02", "not in the table"),
        ("P03", "not in the table"),
    ]
    assert (without_headings.lines, len(without_headings.problems)) == ((), 1)
