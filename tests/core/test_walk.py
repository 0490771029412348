"""The rules of boards and walks: ages, when to look again, rows of letters, and which standard it belongs to."""

import pytest
from msgspec.structs import replace

from compact_tui.core.board_show import again_on, ago, stands
from compact_tui.core.row_compare import compared
from compact_tui.core.topics import Topic, Topics
from compact_tui.core.walk import Look, Walk, again_by, latest, mark_on
from compact_tui.core.walk_paper import PaperMark, paper_row
from compact_tui.core.walk_show import standards_for
from tests.samples import lamp_pack

TODAY = "2026-12-03"
ITEMS = ("lead", "racks", "pool")


def look(item: str = "lead", mark: str = "there", on: str = TODAY, **more: str) -> Look:
    """A look at the staff room."""
    return Look(id=f"k-{item}-{on}", walk="w-1", board="b-1", item=item, on=on, mark=mark, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("", ""),
        ("soon", ""),
        (TODAY, "today"),
        ("2026-12-04", "today"),
        ("2026-12-02", "1 day ago"),
        ("2026-11-20", "13 days ago"),
        ("2026-11-19", "2 weeks ago"),
        ("2026-10-02", "8 weeks ago"),
        ("2026-10-01", "2 months ago"),
        ("2025-12-03", "12 months ago"),
    ],
)
def test_how_long_ago_a_day_was_is_told_in_words_that_fit(day: str, words: str) -> None:
    assert ago(day, TODAY) == words


@pytest.mark.parametrize(
    ("mark", "how_often", "day"),
    [
        ("there", "half-termly", "2027-01-14"),
        ("there", "termly", "2027-04-02"),
        ("there", "yearly", "2027-12-03"),
        ("there", "weekly", ""),
        ("there", "daily", ""),
        ("wrong", "yearly", "2026-12-17"),
        ("missing", "daily", "2026-12-17"),
        ("out-of-date", "termly", "2026-12-17"),
        ("not-needed", "termly", ""),
        ("", "termly", ""),
    ],
)
def test_when_to_look_again_follows_from_the_item_and_from_how_it_was(mark: str, how_often: str, day: str) -> None:
    assert again_by(mark, how_often, TODAY) == day


@pytest.mark.parametrize(
    ("mark", "expires", "now"),
    [
        ("there", "", "there"),
        ("there", TODAY, "there"),
        ("there", "2026-12-02", "out-of-date"),
        ("missing", "2026-12-02", "missing"),
        ("not-needed", "2026-12-02", "not-needed"),
    ],
)
def test_what_was_right_is_out_of_date_from_the_day_after_its_last(mark: str, expires: str, now: str) -> None:
    assert mark_on(look(mark=mark, expires=expires), TODAY) == now


def test_the_newest_look_that_says_how_it_was_counts() -> None:
    old, new = look(mark="wrong", on="2026-11-01"), look(on="2026-12-01")
    read = look(mark="", on="2026-12-02")
    other = look("racks", on="2026-10-01")

    assert latest((new, read, other, old)) == (other, new)
    assert stands(latest((old, new)), TODAY) == "walked 2 days ago, all right"
    assert stands((), TODAY) == "nobody has walked yet"


def test_a_board_wants_its_next_walk_by_the_first_of_its_days() -> None:
    assert again_on(()) == ""
    assert again_on((look(again_by="2027-01-14"), look("racks", expires="2026-12-31"))) == "2026-12-31"


@pytest.mark.parametrize(
    ("row", "marks"),
    [
        ("", ()),
        ("- . -", ()),
        ("t", (PaperMark("lead", "there"),)),
        ("to", (PaperMark("lead", "there"), PaperMark("racks", "out-of-date"))),
        ("T, W; M", (PaperMark("lead", "there"), PaperMark("racks", "wrong"), PaperMark("pool", "missing"))),
        ("- w (Sam  Hill) -", (PaperMark("racks", "wrong", note="Sam Hill"),)),
        (
            "n(none) - n()",
            (PaperMark("lead", "not-needed", reason="none"), PaperMark("pool", "not-needed", reason="Dry.")),
        ),
    ],
)
def test_a_row_of_letters_is_read_as_people_write_it(row: str, marks: tuple[PaperMark, ...]) -> None:
    assert paper_row(row, ITEMS, "Hall", {"pool": "Dry."}) == (marks, ())


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("t ?", 'Hall, number 2: "?" is not one of t, o, w, m, n or -.'),
        ("n", "Hall, number 1: say why it is not needed, such as n(no pool)."),
        ("tttt", "Hall: there are 4 letters for 3 items."),
        ("t (", 'Hall: "(" cannot be read. Write letters, and brackets that are closed.'),
        ("x", 'Hall, number 1: "x" is not one of t, o, w, m, n or -.'),
    ],
)
def test_a_row_that_cannot_be_read_says_where(row: str, wrong: str) -> None:
    assert paper_row(row, ITEMS, "Hall")[1] == (wrong,)


def test_a_topic_leads_to_the_standards_it_names_else_to_those_that_name_it() -> None:
    pack = lamp_pack()
    hall, stairs = pack.standard
    pack = replace(pack, standard=(replace(hall, topics=("wiring",)), stairs))
    topics = Topics((Topic(id="steps", title="Steps", standards=("stairs",)), Topic(id="wiring", title="Wiring")))

    assert standards_for(pack, ("nothing", "steps", "wiring"), topics) == ("stairs",)
    assert standards_for(pack, ("wiring", "steps"), topics) == ("hall",)
    assert standards_for(pack, ("nothing",), topics) == standards_for(pack, (), topics) == ()


def test_records_of_a_file_are_new_the_same_or_differ_but_for_their_stamps() -> None:
    ours = [Walk(id="w-1", on=TODAY, by="Lead"), Walk(id="w-2", on=TODAY)]
    theirs = [Walk(id="w-1", on=TODAY, by="Porter"), Walk(id="w-2", on="2026-12-01"), Walk(id="w-3", on=TODAY)]

    new, same, conflicts = compared(theirs, ours, {"by"})

    assert ([one.id for one in new], same) == (["w-3"], 1)
    assert [(one.id, one.what, one.ours, one.theirs) for one in conflicts] == [("w-2", "on", TODAY, "2026-12-01")]
