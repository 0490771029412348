"""What was collected: listed with how it stands, decided about, and an index that is made anew when it is lost."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from compact_tui.core.collect_views import ReturnLine
from compact_tui.core.errors import UsageError
from compact_tui.core.partnership import RegisterEntry
from compact_tui.core.returns import with_digest
from compact_tui.exchange.return_json import encode
from compact_tui.services.collect_deciding import match_as_before, match_return, rematch, turn_away
from compact_tui.services.collect_index import open_index, rebuild_index
from compact_tui.services.collected import (
    facts_of,
    facts_of_return,
    is_here,
    return_bytes,
    return_of,
    returns_here,
    show_return,
)
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership import redo_partnership, undo_partnership
from compact_tui.services.partnership_book import keep, register_of
from compact_tui.services.register import add_entry
from compact_tui.services.return_rows import matches_of
from tests.services.collect_desks import entry, last_round_on, partnership, posted, return_by, states, stranger
from tests.services.desks import at, reopened


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return partnership(tmp_path / "partnership")


@pytest.fixture
def full(desk: Desk, tmp_path: Path) -> Desk:
    later = return_by(2, "r-2b", supersedes="r-2", made_on="2026-12-09")
    collect(desk, [posted(tmp_path / "in", return_by(1), return_by(2), later, stranger("r-x", "Gallery 33"))])
    return desk


def test_returns_are_listed_with_how_they_stand_and_what_they_could_belong_to(full: Desk) -> None:
    view = returns_here(full)

    assert [(line.id, line.entry, line.state) for line in view.returns] == [
        ("r-1", "G1", "current"),
        ("r-2", "G2", "superseded"),
        ("r-2b", "G2", "current"),
        ("r-x", "", "unmatched"),
    ]
    assert view.returns[-1].how == 'No setting of the register is called "Gallery 33".'
    assert view.returns[-1].offered[0].name == "Gallery 3"
    assert (view.current, view.superseded, view.unmatched, view.expected) == (2, 1, 1, 8)
    assert view.sentence.startswith("2 returns of 8 expected")


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ({"state": "unmatched"}, ["r-x"]),
        ({"entry": "G2"}, ["r-2", "r-2b"]),
        ({"cycle": "2026-2028"}, ["r-1", "r-2", "r-2b", "r-x"]),
        ({"sector": "education", "state": "current"}, ["r-1", "r-2b"]),
    ],
)
def test_a_list_can_be_narrowed(full: Desk, wanted: dict[str, Any], ids: list[str]) -> None:
    assert [line.id for line in returns_here(full, **wanted).returns] == ids


def test_a_round_of_which_nothing_is_here_is_refused_with_what_was_probably_meant(full: Desk) -> None:
    with pytest.raises(UsageError, match='No return of a round "2026-208" is here.') as told:
        returns_here(full, cycle="2026-208")
    assert told.value.hint == 'Did you mean "2026-2028"?'


def test_what_was_put_aside_is_told_with_its_reason_however_long_ago_it_came(full: Desk, tmp_path: Path) -> None:
    folder = posted(tmp_path / "more")
    (folder / "cut.json").write_bytes(encode(return_by(3))[:-80])
    (collected,) = collect(full, [folder]).quarantined

    view = returns_here(full, state="unmatched")

    told = [(one.file, one.reason, one.remedy) for one in view.put_aside]
    assert told == [("cut.json", collected.reason, collected.remedy)]
    assert collected.remedy == "Nothing was taken from it. Ask the sender to send the return again."
    rebuild_index(full)
    assert returns_here(full, state="unmatched").put_aside == view.put_aside
    assert view.sentence.endswith("1 of nobody in the register yet, 1 file put aside.")


def test_a_return_of_another_round_says_so_beside_how_it_stands(full: Desk, tmp_path: Path) -> None:
    collect(full, [posted(tmp_path / "more", return_by(4, cycle="2024-2026"))])

    assert [line.state_words for line in returns_here(full, entry="G4").returns] == ["counts (2024-2026)"]
    assert [line.state_words for line in returns_here(full, entry="G1").returns] == ["counts"]


def test_only_what_counts_and_belongs_to_a_setting_is_handed_to_the_analysis(full: Desk) -> None:
    assert [(one.return_id, one.entry) for one in facts_of(full)] == [("r-1", "G1"), ("r-2b", "G2")]
    assert [one.return_id for one in facts_of(full, current=False)] == ["r-1", "r-2", "r-2b"]
    assert facts_of_return(full, "r-x").name == "Gallery 33"


def test_a_return_is_read_from_the_very_bytes_that_came(full: Desk, tmp_path: Path) -> None:
    assert return_bytes(full, "r-1") == (tmp_path / "in" / "r-1.json").read_bytes()
    assert return_of(full, "r-1") == return_by(1)
    shown = show_return(full, "r-1")
    assert shown.setting == "Gallery 1"
    assert [signed.role for signed in shown.sign_offs] == ["Head"]
    assert is_here(full, "r-1")
    assert not is_here(full, "r-9")


def test_a_return_that_is_not_here_is_refused_with_a_likely_one(full: Desk) -> None:
    with pytest.raises(UsageError) as refused:
        return_of(full, "r-2c")

    assert "r-2" in refused.value.hint


def test_a_person_says_whose_a_return_is_and_undo_takes_it_back(full: Desk) -> None:
    decided = match_return(full, "r-x", "gallery 3", "They left out a digit")

    assert "belongs to Gallery 3 now" in decided.sentence
    assert states(full)["r-x"] == ("G3", "current")
    undo_partnership(full)
    assert rematch(full).returns == ()
    assert states(full)["r-x"] == ("", "unmatched")


def test_a_return_that_is_matched_by_hand_is_sorted_into_the_chain_of_its_setting(full: Desk) -> None:
    match_return(full, "r-1", "G2")

    assert [states(full)[one] for one in ("r-1", "r-2", "r-2b")] == [
        ("G2", "superseded"),
        ("G2", "superseded"),
        ("G2", "current"),
    ]
    match_return(full, "r-2b", "G4")
    assert states(full)["r-2b"] == ("G4", "current")
    assert sum(state == "current" for owner, state in states(full).values() if owner == "G2") == 1


def test_a_return_is_turned_away_with_a_reason_and_counts_no_more(full: Desk) -> None:
    with pytest.raises(UsageError):
        turn_away(full, "r-x", "  ")
    turn_away(full, "r-x", "Of another city")

    assert states(full)["r-x"] == ("", "turned-away")
    assert returns_here(full).turned_away == 1
    with open_index(full) as index:
        assert [row.id for row in index.returns(current=True)] == ["r-1", "r-2b"]


def test_what_was_decided_holds_after_the_index_is_made_anew(full: Desk) -> None:
    match_return(full, "r-x", "G3")
    turn_away(full, "r-1", "Sent twice by mistake")
    before = returns_here(full)

    rebuild_index(full)

    assert returns_here(full) == before


def test_a_new_line_in_the_register_finds_its_return_at_the_next_look(full: Desk) -> None:
    new = RegisterEntry(id="G33", name="Gallery 33", sector="education")
    keep(full, "register-edit", "added", (edit("register", new.id, None, new),))

    assert rematch(full).sentence == "1 return changed place in the register."
    assert states(full)["r-x"] == ("G33", "current")


def test_the_returns_of_a_setting_that_merged_move_to_the_one_it_is_part_of(full: Desk) -> None:
    merged = replace(entry(1), merged_into="G5")
    keep(full, "register-edit", "merged", (edit("register", "G1", entry(1), merged),))

    rematch(full)

    assert states(full)["r-1"] == ("G5", "current")


@pytest.mark.parametrize("damage", ["gone", "empty", "foreign", "cut", "older"])
def test_a_lost_or_damaged_index_is_made_anew_and_that_is_said(full: Desk, damage: str) -> None:
    import sqlite3

    before, path = returns_here(full), full.workspace.index_path
    if damage == "gone":
        path.unlink()
    elif damage == "empty":
        path.write_bytes(b"")
    elif damage == "foreign":
        path.write_bytes(b"not a database at all" * 500)
    elif damage == "cut":
        path.write_bytes(b"SQLite format 3\0" + b"\xff" * 9000)
    else:
        with sqlite3.connect(path) as db:
            db.execute("pragma user_version = 1")
        db.close()
    later = reopened(at(full, days=3))

    assert returns_here(later) == before
    assert "4 files, of which 4 are returns; nothing was lost" in " ".join(later.shelf.notices)


def test_collecting_after_the_index_was_lost_counts_nothing_twice(full: Desk, tmp_path: Path) -> None:
    full.workspace.index_path.unlink()

    again = collect(full, [tmp_path / "in"])

    assert (again.accepted, again.duplicates) == (0, 4)


def test_what_cannot_be_taken_any_more_is_put_aside_when_the_index_is_made_anew(full: Desk) -> None:
    [first, *_] = sorted(full.workspace.originals_folder.rglob("*"), key=lambda path: len(path.name), reverse=True)
    first.write_bytes(first.read_bytes()[:-50])

    assert rebuild_index(full).returns == 3


def test_collecting_again_finds_the_setting_of_what_waited_once_the_register_has_it(full: Desk, tmp_path: Path) -> None:
    new = RegisterEntry(id="G33", name="Gallery 33", sector="education")
    keep(full, "register-edit", "added", (edit("register", new.id, None, new),))

    assert collect(full, [tmp_path / "in"]).unmatched == 0
    assert states(full)["r-x"] == ("G33", "current")


def test_a_change_of_the_register_finds_the_setting_of_what_waited_and_undo_takes_that_back(full: Desk) -> None:
    add_entry(full, {"id": "G33", "name": "Gallery 33", "sector": "education"})
    assert states(full)["r-x"] == ("G33", "current")

    undo_partnership(full)
    assert states(full)["r-x"] == ("", "unmatched")

    redo_partnership(full)
    assert states(full)["r-x"] == ("G33", "current")


def test_a_name_that_is_one_settings_with_the_address_of_another_waits_for_a_person(desk: Desk, tmp_path: Path) -> None:
    odd = stranger("r-odd", "Gallery 2")
    odd = with_digest(replace(odd, setting=replace(odd.setting, contact_email="Lead3@gallery.example")))
    collect(desk, [posted(tmp_path / "in", odd)])
    assert states(desk)["r-odd"] == ("", "unmatched")
    assert [one.entry for one in _line(desk, "r-odd").offered] == ["G3", "G2"]

    add_entry(desk, {"id": "G33", "name": "Gallery 33", "sector": "education"})
    assert states(desk)["r-odd"] == ("", "unmatched")

    desk.workspace.index_path.unlink()
    assert states(desk)["r-odd"] == ("", "unmatched")
    match_return(desk, "r-odd", "G2")
    assert states(desk)["r-odd"] == ("G2", "current")


def _line(desk: Desk, id_: str = "r-now") -> ReturnLine:
    return next(one for one in returns_here(desk).returns if one.id == id_)


def test_where_a_name_was_put_by_hand_last_round_is_offered_first_and_taken_with_one_word(tmp_path: Path) -> None:
    desk = last_round_on(tmp_path, ("r-then", "G5"))
    near = RegisterEntry(id="G9", name="Old gallery annexe")
    keep(desk, "register-edit", "added", (edit("register", near.id, None, near),))

    line = _line(desk)
    assert [one.entry for one in line.offered] == ["G5", "G9"]
    assert (line.state, line.as_last_round) == ("unmatched", "G5")
    assert line.offered[0].words == "Gallery 5 (G5), matched so last round"
    assert all("last round" not in one.words for one in line.offered[1:])

    told = match_as_before(desk, "r-now")
    assert told.sentence == 'The return of "the OLD gallery" belongs to Gallery 5 now.'
    assert states(desk)["r-now"] == ("G5", "current")
    assert matches_of(desk)["r-now"].reason == "matched so last round"
    with pytest.raises(UsageError, match="does not wait"):
        match_as_before(desk, "r-now")
    undo_partnership(desk)
    rematch(desk)
    assert _line(desk).as_last_round == "G5"


def test_what_was_put_in_two_places_last_round_is_not_offered_as_settled(tmp_path: Path) -> None:
    desk = last_round_on(tmp_path, ("r-then", "G5"), ("r-too", "G6"))

    assert _line(desk).as_last_round == ""
    with pytest.raises(UsageError, match=r'Nobody matched a return called "the OLD gallery" by hand last round\.'):
        match_as_before(desk, "r-now")
    assert states(desk)["r-now"] == ("", "unmatched")


def test_where_it_was_put_is_the_setting_that_one_is_part_of_now_and_nothing_where_it_is_gone(tmp_path: Path) -> None:
    desk = last_round_on(tmp_path, ("r-then", "G5"), number="X9")
    five = next(one for one in register_of(desk) if one.id == "G5")

    keep(desk, "register-edit", "merged", (edit("register", "G5", five, replace(five, merged_into="G6")),))
    assert _line(desk).as_last_round == "G6"
    undo_partnership(desk)
    keep(desk, "register-edit", "gone", (edit("register", "G5", five, None),))
    assert _line(desk).as_last_round == ""
