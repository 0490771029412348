"""The analysis and the themes in typed lines."""

import pytest

from compact_tui.services import themes
from tests.analysis_samples import ELSEWHERE, MODERATED, SEVEN, SEVEN_BEFORE, collected
from tests.plain.conftest import Room
from tests.services.partnership_desks import started_partnership


@pytest.fixture
def seven(room: Room) -> Room:
    """Seven returns; groups under three are kept back."""
    collected(started_partnership(room.root, threshold="3"), (*SEVEN_BEFORE, *SEVEN), MODERATED)
    return room


def test_figures_one_of_them_in_full_and_the_returns_behind_it_are_heard(seven: Room) -> None:
    heard = seven.talk(
        "The partnership's side",
        ("What next?", "Analysis"),
        ("7 of 7 returns in", "Hear"),
        ("Education, 1", "Choose"),
        ("Which sector?", "Education"),
        ("Which standard?", "1"),
        ("Good or better: 4 of 5", "Yes"),
        ("Setting P3: Soaked. The committee: Soaked.", "What the figures"),
    )

    assert "Early years, 1" in heard.said
    assert ": too few" in heard.said
    assert "Actions: Training and induction: 2 settings (40%)" in heard.said
    assert heard.unread == ()


def test_another_audit_is_counted_where_returns_are_on_it(room: Room) -> None:
    collected(started_partnership(room.root, threshold="3"), (*SEVEN, *ELSEWHERE))

    heard = room.talk(
        "The partnership's side",
        ("What next?", "Analysis"),
        ("Counted: ", "Count another"),
        ("Which one?", "Safeguarding self"),
        ("Counted: Safeguarding self-assessment for small groups", "Hear every"),
    )

    assert "Small voluntary group, 1 Who leads: some 67% of 3" in heard.said
    assert heard.unread == ()


def test_a_theme_is_added_changed_and_taken_out(seven: Room) -> None:
    seven.talk(
        "The partnership's side",
        "Analysis",
        "The themes",
        ("as they come with the program", "Add"),
        "Mirrors",
        ("Words that such actions use", "mirror"),
        ("Mirrors: mirror", "Take"),
        ("Which one?", "Training"),
    )

    kept = themes.list_themes(seven.desk())
    assert (kept.usual, kept.themes[-1].word, kept.themes[0].id) == (False, "Mirrors", "policies")


def test_the_tables_are_written(seven: Room) -> None:
    heard = seven.talk("The partnership's side", "Analysis", "Write")

    assert "10 returns written as 6 tables" in heard.said
    assert (seven.root / "facts" / "2026-12-03" / "facts.sqlite").exists()
