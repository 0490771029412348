"""Returns made here of a filled workbook and of a survey tool's table: marked as typed, each counted once."""

from pathlib import Path

import pytest

from compact_tui.core.collect_views import Collected
from compact_tui.core.errors import CompactError, FileNotAcceptableError, UsageError
from compact_tui.core.returns import Return
from compact_tui.services import settings
from compact_tui.services.collect_index import rebuild_index
from compact_tui.services.collected import facts_of_return, return_of, returns_here
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk
from compact_tui.services.survey_mappings import write_mapping
from tests.services.collect_desks import partnership, states
from tests.services.desks import at, small_pack
from tests.workbooks import half_filled, in_hands

MAPPING = """
[survey]
pack = "PACK"
edition = "EDITION"
cycle = "2026-2028"
id = "Respondent ID"
date = "End Date"
rows_begin = 3
[[field]]
column = "Your gallery"
is = "name"
[[field]]
column = "Kind"
is = "kind"
[[criterion]]
id = "u1-ticket"
column = "Tickets?"
note = "Tell us more"
[[standard]]
id = "u1"
column = "Coats: level"
summary = "Coats: why"
[[answer]]
word = "Yes"
is = "in-hand"
[[answer]]
word = "No"
is = "need-support"
[[level]]
word = "Great"
is = "bone-dry"
"""
HEADS = (
    "Respondent ID,End Date,Your gallery,Kind,Tickets?,Tell us more,Coats: level,Coats: why\n"
    ",,Open-Ended Response,,Response,,,\n"
)
ROWS = (
    '1,03/12/2026 10:33:12,Gallery 1,primary-school,Yes,"Ten, blind",Great,Dry all year\n'
    "2,2026-12-02,Gallery 2,,no,,,\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return partnership(tmp_path / "partnership")


def _mapping(folder: Path, text: str = MAPPING) -> Path:
    head = small_pack().pack
    file = folder / "mapping.toml"
    file.write_text(text.replace("PACK", head.id).replace("EDITION", head.edition), encoding="utf-8")
    return file


def _surveyed(desk: Desk, folder: Path, rows: str = ROWS, mapping: str = MAPPING) -> Collected:
    (folder / "survey.csv").write_text(HEADS + rows, encoding="utf-8")
    return collect(desk, [folder / "survey.csv"], mapping=_mapping(folder, mapping))


def _only(desk: Desk, entry: str) -> Return:
    [line] = returns_here(desk, entry=entry).returns
    return return_of(desk, line.id)


def test_a_filled_workbook_becomes_a_return_of_its_setting_that_says_what_it_was_typed_from(
    desk: Desk, tmp_path: Path
) -> None:
    theirs = half_filled(tmp_path / "gallery")
    settings.set_up(theirs, {"name": "Gallery 1"})
    hands = in_hands(theirs)
    file = hands.save(tmp_path / "filled.xlsx")

    first, second = collect(desk, [file]), collect(desk, [file])

    made = _only(desk, "G1")
    answers = {one.id: one.answer for standard in made.standards for one in standard.criteria}
    assert (first.accepted, second.accepted, second.duplicates) == (1, 0, 1)
    assert (answers["u1-ticket"], answers["u2-watch"]) == ("in-hand", "need-support")
    assert made.cycle == "2026-2028"
    assert made.evidence[0].title == "Ticket roll"
    assert made.warnings[-1].startswith("This return was typed from a workbook by Officer at the partnership")
    assert returns_here(desk).returns[0].typed_from == "from a workbook by Officer"


def test_a_spreadsheet_that_is_not_ours_is_put_aside(desk: Desk, tmp_path: Path) -> None:
    hands = in_hands(half_filled(tmp_path / "gallery"))
    for sheet in list(hands.book.worksheets):
        if sheet.sheet_state != "visible":
            hands.book.remove(sheet)

    collected = collect(desk, [hands.save(tmp_path / "other.xlsx")])

    assert collected.accepted == 0
    assert collected.quarantined[0].reason.startswith("This workbook is not one that our program made")


def test_the_rows_of_a_survey_become_returns_with_the_words_of_the_mapping(desk: Desk, tmp_path: Path) -> None:
    collected = _surveyed(desk, tmp_path)

    first, second = _only(desk, "G1"), _only(desk, "G2")
    assert (collected.accepted, collected.quarantined) == (2, ())
    assert (first.made_on, second.made_on) == ("2026-12-03", "2026-12-02")
    assert first.setting.sector == "education"
    [ticket] = [one for one in first.standards[0].criteria if one.id == "u1-ticket"]
    assert (ticket.answer, ticket.note) == ("in-hand", "Ten, blind")
    assert (first.standards[0].grade, first.standards[0].summary) == ("bone-dry", "Dry all year")
    assert first.made_by.endswith("typed from a survey by Officer")
    line = next(one for one in returns_here(desk).returns if one.entry == "G2")
    assert facts_of_return(desk, line.id).answers[0].counts_as == "not-met"


def test_a_word_of_a_survey_is_the_same_word_with_a_bent_apostrophe(desk: Desk, tmp_path: Path) -> None:
    collected = _surveyed(
        desk,
        tmp_path,
        "1,2026-12-03,Gallery 1,,We don\u2019t,,\u201cGreat\u201d\u2013dry,\n",
        MAPPING.replace('word = "No"', 'word = "we don\'t"').replace('word = "Great"', "word = '\"Great\"-dry'"),
    )

    made = _only(desk, "G1")
    assert (collected.accepted, collected.quarantined) == (1, ())
    assert (made.standards[0].criteria[0].answer, made.standards[0].grade) == ("need-support", "bone-dry")


def test_a_later_export_brings_only_the_new_rows_and_a_changed_row_takes_the_older_ones_place(
    desk: Desk, tmp_path: Path
) -> None:
    _surveyed(desk, tmp_path)
    changed = ROWS.replace("2,2026-12-02,Gallery 2,,no", "2,2026-12-08,Gallery 2,,yes")

    again = _surveyed(at(desk, days=9), tmp_path, changed + "3,2026-12-08,Gallery 3,,yes,,,\n")

    assert (again.accepted, again.duplicates, again.superseded) == (2, 1, 1)
    assert sorted(states(desk).values()) == [
        ("G1", "current"),
        ("G2", "current"),
        ("G2", "superseded"),
        ("G3", "current"),
    ]


def test_a_survey_is_the_same_after_the_index_is_made_anew(desk: Desk, tmp_path: Path) -> None:
    _surveyed(desk, tmp_path)
    before = returns_here(desk)

    rebuild_index(desk)

    assert returns_here(desk) == before
    assert _surveyed(desk, tmp_path).duplicates == 2


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("4,3 Dec 2026,Gallery 4,,Perhaps,,,\n", '"Perhaps" is no answer (column "Tickets?")'),
        ("4,3 Dec 2026,Gallery 4,castle,Yes,,,\n", '"castle" is no kind that is known'),
        ("4,yesterday,Gallery 4,,Yes,,,\n", '"yesterday" is not a day'),
        ("4,3 Dec 2026,,,Yes,,Soaked?,\n", '"Soaked?" is no level'),
        ("4,3 Dec 2026,,,Yes,,,\n", "It does not say which setting it is of."),
    ],
)
def test_a_row_that_cannot_be_taken_is_put_aside_with_its_place_and_the_others_are_taken(
    desk: Desk, tmp_path: Path, row: str, reason: str
) -> None:
    collected = _surveyed(desk, tmp_path, ROWS + row)

    assert collected.accepted == 2
    assert collected.quarantined[0].file == "survey.csv > row 5"
    assert reason in collected.quarantined[0].reason


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            'id = "u1-ticket"',
            'id = "u1-tickets"',
            'line 16: There is no criterion "u1-tickets". Did you mean "u1-ticket"?',
        ),
        ('is = "bone-dry"', 'is = "moist"', 'There is no level "moist"'),
        ('is = "name"', 'is = "contact_name"', "No column says which setting a row is of."),
        ('word = "No"', 'word = "yes"', 'The word "yes" stands for two things.'),
        ('cycle = "2026-2028"', "cycle = 2026", "a number, where text in quotes should be"),
        ('edition = "EDITION"', 'edition = "1066"', 'in edition "1066" is not here'),
        ("[survey]", "[survey", "This is not TOML"),
    ],
)
def test_a_mapping_that_cannot_be_right_is_refused_with_its_line(
    desk: Desk, tmp_path: Path, old: str, new: str, told: str
) -> None:
    with pytest.raises(FileNotAcceptableError) as refused:
        _surveyed(desk, tmp_path, mapping=MAPPING.replace(old, new, 1))

    assert told in refused.value.message
    assert "mapping.toml" in refused.value.message
    assert returns_here(desk).returns == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Tickets?", "Ticket?", 'The table has no column "Tickets?". Did you mean'),
        ("Kind", "Tell us more", 'The table has 2 columns "Tell us more"'),
    ],
)
def test_a_table_that_lacks_a_column_is_put_aside_and_can_be_collected_when_it_is_right(
    desk: Desk, tmp_path: Path, old: str, new: str, told: str
) -> None:
    file, mapping = tmp_path / "survey.csv", _mapping(tmp_path)
    file.write_text(HEADS.replace(old, new, 1) + ROWS, encoding="utf-8")

    collected = collect(desk, [file], mapping=mapping)

    assert collected.accepted == 0
    assert told in collected.quarantined[0].reason
    assert _surveyed(desk, tmp_path).accepted == 2


def test_a_table_is_passed_over_and_counted_where_no_mapping_is_named(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "register.csv").write_text("Id,Name\n1,Gallery\n", encoding="utf-8")

    assert collect(desk, [tmp_path / "register.csv"]).passed == 1


def test_the_mapping_that_is_written_from_the_pack_can_be_used_as_it_is(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "template.toml"
    written = write_mapping(desk, file)
    columns = [line.partition('"')[2][:-1] for line in file.read_text("utf-8").splitlines() if "column =" in line[:8]]
    columns += [line.partition('"')[2][:-1] for line in file.read_text("utf-8").splitlines() if "summary =" in line[:9]]
    quoted = [column.replace('\\"', '""') for column in columns]
    row = ['"Gallery 5"' if column.startswith("Name of the setting") else "" for column in columns]
    table = tmp_path / "t.csv"
    table.write_text(",".join(f'"{one}"' for one in quoted) + "\n" + ",".join(row) + "\n", encoding="utf-8")

    collected = collect(desk, [table], mapping=file)

    assert (collected.accepted, collected.quarantined) == (1, ())
    assert list(states(desk).values()) == [("G5", "current")]
    assert written.variation == "gallery"
    with pytest.raises(UsageError):
        write_mapping(desk, file)
    with pytest.raises(UsageError):
        write_mapping(desk, tmp_path / "other.toml", variation="moon")


def test_a_missing_mapping_is_said_before_anything_is_read(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(CompactError, match="cannot be read"):
        collect(desk, [tmp_path], mapping=tmp_path / "none.toml")
