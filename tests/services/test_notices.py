"""The notice list is read once, and what was read off is compared with the profile of the desk."""

from pathlib import Path

from compact_tui.core.notice_use import item_named
from compact_tui.services import notices, settings
from tests.services.desks import desk_in


def test_the_list_that_came_with_the_program_is_read_once_for_each_desk(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)

    assert notices.notice_list(desk) is notices.notice_list(desk)
    assert item_named(notices.notice_list(desk), "our-lead") is not None
    assert list(tmp_path.iterdir()) == []


def test_what_was_read_off_is_compared_with_the_profile_of_now(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    item = item_named(notices.notice_list(desk), "if-you-are-worried")
    assert item is not None
    text = "Sam Hill, 0845 671 0271, KCSIE 2025"

    before = [finding.state for finding in notices.read_off(desk, item.reads, text)]
    settings.set_people(desk, {"lead_name": "Jo Park", "social_care_phone": "023 9268 8793"})
    after = [finding.sentence for finding in notices.read_off(desk, item.reads, text)]

    assert before == ["unknown", "out-of-date", "out-of-date"]
    assert after[0] == "The poster names Sam Hill; your lead is Jo Park."
    assert after[1].endswith("Ring it to check. Your profile has 023 9268 8793.")
    assert after[2].startswith("KCSIE 2025 has been replaced")
