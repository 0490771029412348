"""The register: what is read out of a table, what is told of, and what comes of reading it again."""

import pytest

from compact_tui.core.partnership import RegisterEntry, expected
from compact_tui.core.register import CHANGED, GONE, NEW, SAME, compare, read_register, taken
from compact_tui.core.sector_words import sector_typed
from compact_tui.core.table import Table


def _table(*rows: tuple[str, ...]) -> Table:
    return Table(tuple(enumerate(rows, 1)))


def test_headings_are_found_in_any_case_order_and_under_their_usual_names() -> None:
    read = read_register(
        _table(
            ("Settings in Portsmouth, September",),
            (),
            ("School", "E-mail", "URN", "Type", "Also works in", "Head count"),
            ("Brolly Primary", "HEAD@brolly.example", "P01", "primary school", "Southampton; Hampshire", "212"),
            ("", "", "", "", "", ""),
            ("Little Acorns", "", "P02", "Nursery or pre-school", "", ""),
        )
    )

    assert read.entries == (
        RegisterEntry(
            id="P01",
            name="Brolly Primary",
            sector="education",
            kind="primary-school",
            contact_email="HEAD@brolly.example",
            other_areas=("Southampton", "Hampshire"),
        ),
        RegisterEntry(id="P02", name="Little Acorns", sector="early-years", kind="nursery"),
    )
    assert read.problems == ()
    assert read.notes == ('The column "Head count" is not known and was passed over.',)


@pytest.mark.parametrize(
    ("cells", "column", "what"),
    [
        ({"id": ""}, "id", "The id is missing."),
        ({"name": ""}, "name", "The name is missing."),
        ({"kind": "primery-school"}, "kind", '"primery-school" is not a kind of the register.'),
        ({"sector": "clubs"}, "sector", '"clubs" is not a sector of the register.'),
        ({"due": "soon"}, "due", '"soon" is not a day.'),
        ({"contact_email": "head at brolly"}, "contact_email", '"head" is not an email address.'),
    ],
)
def test_a_row_with_a_mistake_is_told_by_line_and_column_and_the_others_are_read(
    cells: dict[str, str], column: str, what: str
) -> None:
    row = {"id": "P01", "name": "Brolly", "kind": "", "sector": "", "due": "", "contact_email": ""} | cells

    read = read_register(_table(tuple(row), tuple(row.values()), ("P02", "Acorns", "", "", "", "")))

    assert [entry.id for entry in read.entries] == ["P02"]
    assert [(problem.line, problem.column) for problem in read.problems] == [(2, column)]
    assert read.problems[0].what.startswith(what)


@pytest.mark.parametrize("heads", [("name", "kind"), ("id", "kind"), ("Idd", "Naem"), ()])
def test_a_table_without_ids_and_names_is_refused_whole(heads: tuple[str, ...]) -> None:
    read = read_register(_table(heads, ("P01", "Brolly")))

    assert (read.entries, len(read.problems)) == ((), 1)
    [problem] = read.problems
    assert "No heading was recognised as " in problem.what
    assert 'Name one column "' in problem.remedy
    assert all(head in problem.remedy for head in heads)


def test_an_id_that_stands_twice_is_taken_from_neither_row() -> None:
    read = read_register(_table(("id", "name"), ("P01", "Brolly"), ("P02", "Acorns"), ("P01", "Other")))

    assert [entry.id for entry in read.entries] == ["P02"]
    assert [(problem.line, problem.what) for problem in read.problems] == [
        (2, '"P01" stands on the rows 2 and 4.'),
        (4, '"P01" stands on the rows 2 and 4.'),
    ]
    assert read.left == 2


def test_every_fault_of_a_row_is_told_at_once_in_the_order_of_the_rows() -> None:
    read = read_register(
        _table(("id", "name", "sector", "due"), ("P01", "Brolly", "wizards", "soon"), ("P01", "Other", "school", ""))
    )

    assert [(problem.line, problem.column) for problem in read.problems] == [
        (2, "sector"),
        (2, "due"),
        (2, "id"),
        (3, "id"),
    ]
    assert (read.entries, read.left) == ((), 2)
    assert "Education, Early years, Other, Small voluntary group" in read.problems[0].remedy


def test_headings_that_are_not_known_are_repeated_with_their_row_and_what_they_may_mean() -> None:
    heads = ("Reff", "Setting called", "What kind?", "DSL e-mail")
    read = read_register(_table(("Our list",), heads, ("P01", "Brolly", "nursery", "")))
    assert read.problems[0].sentence.startswith("Row 1: No heading was recognised as id or name. There are: Our list.")

    [problem] = read_register(_table(heads, ("P01", "Brolly", "nursery", ""))).problems
    assert problem.sentence.startswith(
        "Row 1: No heading was recognised as id or name. There are: Reff, Setting called, What kind?, DSL e-mail."
    )
    assert 'Perhaps "Reff" is the id.' in problem.remedy
    [half] = read_register(_table(("Ref No.", "Setting called"), ("P01", "Brolly"))).problems
    assert half.sentence.startswith("Row 1: No heading was recognised as name. There are: Ref No., Setting called.")
    assert 'Name one column "name".' in half.remedy


@pytest.mark.parametrize(
    ("typed", "sector"),
    [
        ("Education", "education"),
        ("EARLY YEARS", "early-years"),
        ("early-years", "early-years"),
        ("School", "education"),
        ("schools", "education"),
        ("nursery", "early-years"),
        ("Nurseries", "early-years"),
        ("Pre-School", "early-years"),
        ("childminders", "early-years"),
        ("Small voluntary group", "small-group"),
        ("Charity", "other"),
        ("police", "other"),
        ("Other", "other"),
        ("club", ""),
        ("primary", ""),
        ("NHS", ""),
        ("wizards", ""),
        ("scho", ""),
        ("", ""),
    ],
)
def test_a_sector_is_taken_in_the_words_that_are_shown_of_it_alone(typed: str, sector: str) -> None:
    assert sector_typed(typed) == sector


def test_reading_again_says_what_is_new_changed_the_same_and_no_longer_there() -> None:
    known = (
        RegisterEntry(id="P01", name="Brolly", kind="nursery", sector="early-years", note="Rang in May."),
        RegisterEntry(id="P02", name="Acorns"),
        RegisterEntry(id="P03", name="Gone"),
    )
    read = (
        RegisterEntry(id="P04", name="New"),
        RegisterEntry(id="P01", name="Brolly Primary", kind="primary-school", sector="education"),
        RegisterEntry(id="P02", name="Acorns"),
    )

    lines = compare(known, read)

    assert [(line.id, line.state) for line in lines] == [("P04", NEW), ("P01", CHANGED), ("P02", SAME), ("P03", GONE)]
    assert lines[1].changes == (
        "name: Brolly -> Brolly Primary",
        "sector: early-years -> education",
        "kind: nursery -> primary-school",
        "former names: nothing -> Brolly",
    )


def test_what_a_table_has_no_word_of_stays_as_it_was() -> None:
    old = RegisterEntry(id="P01", name="Brolly", note="Rang in May.", contact_email="a@b.example", by="Officer")

    new = taken(old, RegisterEntry(id="P01", name="Brolly", contact_email="c@d.example"))

    assert (new.note, new.contact_email, new.former_names) == ("Rang in May.", "c@d.example", ())


@pytest.mark.parametrize(
    ("entry", "is_expected"),
    [
        (RegisterEntry(id="a", name="A"), True),
        (RegisterEntry(id="a", name="A", merged_into="b"), False),
        (RegisterEntry(id="a", name="A", closed_on="2026-12-03"), False),
        (RegisterEntry(id="a", name="A", closed_on="2026-12-04"), True),
    ],
)
def test_a_return_is_expected_of_whoever_is_open_and_stands_alone(entry: RegisterEntry, is_expected: bool) -> None:
    assert expected(entry, "2026-12-03") is is_expected
