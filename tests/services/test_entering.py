"""Returns on paper: typed in on the audit's own screens in a workspace of their own, collected with a mark."""

from pathlib import Path

import pytest

from compact_tui.core.errors import UsageError
from compact_tui.services import answering
from compact_tui.services.collected import return_of, returns_here
from compact_tui.services.desk import Desk
from compact_tui.services.entering import enter, take_entered
from tests.services.collect_desks import partnership, states
from tests.services.desks import desk_in


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return partnership(tmp_path / "partnership")


def test_a_return_on_paper_is_typed_collected_and_says_so(desk: Desk) -> None:
    opened = enter(desk, "gallery 1")
    typing = desk_in(Path(opened.folder), who="Officer", name="x")
    answering.answer(typing, "u1-ticket", "in-hand", note="As on the paper.")

    collected = take_entered(desk, "G1")

    [line] = returns_here(desk).returns
    made = return_of(desk, line.id)
    assert (collected.accepted, line.entry, line.how) == (1, "G1", "by number")
    assert line.typed_from == "from paper by Officer"
    assert "typed from paper by Officer" in made.warnings[-1]
    assert made.standards[0].criteria[0].by == "Officer"
    assert (made.setting.name, made.cycle) == ("Gallery 1", "2026-2028")


def test_what_was_begun_is_gone_on_with_and_taking_it_twice_counts_once(desk: Desk) -> None:
    first, again = enter(desk, "G1"), enter(desk, "G1")

    assert (first.opened, again.opened) == (True, False)
    assert first.folder == again.folder
    assert (take_entered(desk, "G1").accepted, take_entered(desk, "G1").duplicates) == (1, 1)


def test_what_is_typed_later_takes_the_place_of_what_was_taken(desk: Desk) -> None:
    opened = enter(desk, "G1")
    take_entered(desk, "G1")
    answering.answer(desk_in(Path(opened.folder), who="Officer", name="x"), "u1-ticket", "in-hand")

    taken = take_entered(desk, "G1")

    assert (taken.accepted, taken.superseded) == (1, 1)
    assert sorted(state for _, state in states(desk).values()) == ["current", "superseded"]


def test_settings_whose_ids_differ_in_signs_only_are_typed_in_folders_of_their_own(desk: Desk) -> None:
    assert enter(desk, "G1").folder != enter(desk, "G2").folder


def test_nothing_is_taken_for_a_setting_that_nobody_typed_or_that_is_not_known(desk: Desk) -> None:
    with pytest.raises(UsageError, match="Nothing was typed in for Gallery 2"):
        take_entered(desk, "G2")
    with pytest.raises(UsageError):
        enter(desk, "G99")
