"""The contact log: who spoke with which setting, and what was agreed."""

from pathlib import Path

import pytest

from compact_tui.core.errors import UsageError
from compact_tui.services.contact_log import contact_log, note_contact
from compact_tui.services.desk import Desk
from tests.services.desks import desk_in
from tests.services.reading_desks import galleries


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A partnership of three galleries."""
    return galleries(tmp_path / "partnership", 3)


def test_what_was_spoken_is_told_newest_first_for_all_or_one(desk: Desk) -> None:
    assert contact_log(desk).told == ("Nobody wrote down a contact yet.",)
    note_contact(desk, "G1", {"way": "rang", "what": "The plan.", "agreed": "A new one by May.", "on": "2026-11-30"})
    note_contact(desk, "Gallery 2", {"way": "visited", "what": "The lamps.", "on": "2026-12-02"})
    note_contact(desk, "G1", {"way": "wrote", "what": "The new plan.", "on": "2026-12-01"})

    assert [(one.entry, one.name, one.on) for one in contact_log(desk).lines] == [
        ("G2", "Gallery 2", "2026-12-02"),
        ("G1", "Gallery 1", "2026-12-01"),
        ("G1", "Gallery 1", "2026-11-30"),
    ]
    only = contact_log(desk, "gallery 1")
    assert only.sentence == "2 contacts with Gallery 1, newest first."
    assert only.told[2].startswith("Gallery 1: 30 Nov 2026, ")
    assert only.told[2].endswith("The plan. Agreed: A new one by May.")
    assert contact_log(desk, "G3").told == ("Nobody wrote down a contact with Gallery 3 yet.",)


def test_a_setting_that_the_register_lacks_or_a_folder_without_a_partnership_is_told(
    desk: Desk, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match='The register has no "G77"'):
        contact_log(desk, "G77")
    with pytest.raises(UsageError, match="No partnership was started"):
        contact_log(desk_in(tmp_path / "other"))
