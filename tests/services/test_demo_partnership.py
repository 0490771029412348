"""The made-up partnership: what was put into its inbox is what collecting finds there."""

from pathlib import Path

import pytest

from compact_tui.core.errors import UsageError
from compact_tui.services.collecting import collect
from compact_tui.services.demo_partnership import demo_partnership
from compact_tui.services.partnership import show_partnership
from compact_tui.services.register import list_register
from tests.services.desks import desk_in


def test_what_was_made_is_what_is_collected(tmp_path: Path, no_fsync: None) -> None:
    desk = desk_in(tmp_path / "demo")

    made = demo_partnership(desk, settings=18, seed=4)
    fates = dict(made.fates)
    got = collect(desk, [Path(made.inbox)])

    assert sum(fates.values()) == made.settings == list_register(desk).expected == 18
    assert got.accepted == made.returns == 18 - fates["never"] - fates["damaged"] + fates["resent"]
    assert (got.duplicates, got.superseded, got.unmatched) == (fates["twice"], fates["resent"], fates["renamed"])
    assert len(got.quarantined) >= fates["damaged"] + 8
    assert not (tmp_path / "outside.json").exists()
    assert show_partnership(desk).other_areas == (("Southampton", "returns@other-area.example"),)
    assert collect(desk, [Path(made.last_round)]).accepted > 6


def test_a_seed_makes_the_same_files(tmp_path: Path, no_fsync: None) -> None:
    found = []
    for place in ("a", "b"):
        made = demo_partnership(desk_in(tmp_path / place), settings=9, seed=2)
        root = Path(made.folder)
        files = [path for path in root.rglob("*") if path.is_file() and "inbox" in path.parts]
        found.append({str(path.relative_to(root)): path.read_bytes() for path in files})

    # A mail draws a boundary of its own each time.
    alike = [{name: data for name, data in made.items() if not name.endswith((".eml", ".mbox"))} for made in found]
    assert alike[0] == alike[1]
    assert found[0].keys() == found[1].keys()


@pytest.mark.parametrize("settings", [0, 100_001])
def test_a_number_that_cannot_be_used_makes_nothing(tmp_path: Path, settings: int) -> None:
    with pytest.raises(UsageError, match="from 1 to 100,000"):
        demo_partnership(desk_in(tmp_path / "demo"), settings=settings)
    assert not (tmp_path / "demo").exists()


def test_a_folder_with_files_in_it_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match="files in"):
        demo_partnership(desk_in(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
