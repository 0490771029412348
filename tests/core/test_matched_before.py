"""Where a person put a return of the same name in the round before."""

import pytest

from compact_tui.core.matched_before import HandMatch, entry_last_round, round_before

HANDS = (
    HandMatch("2022-2024", "", "Old Gallery", "G1"),
    HandMatch("2024-2026", "", "The Old Gallery", "G2"),
    HandMatch("2024-2026", "", "old gallery", "G2"),
    HandMatch("2024-2026", "x7", "Old Gallery", "G3"),
    HandMatch("2024-2026", "", "Twice", "G4"),
    HandMatch("2024-2026", "", "Twice", "G5"),
    HandMatch("2024-2026", "", "...", "G6"),
)


@pytest.mark.parametrize(
    ("cycle", "number", "name", "entry"),
    [
        ("2026-2028", "", "Old gallery", "G2"),
        ("2026-2028", " X7", "Old gallery", "G3"),
        ("2026-2028", "X8", "Old gallery", ""),
        ("2026-2028", "", "Older gallery", ""),
        ("2026-2028", "", "Twice", ""),
        ("2026-2028", "", "", ""),
        ("2026-2028", "", "...", ""),
        ("2024-2026", "", "Old gallery", "G1"),
        ("2022-2024", "", "Old gallery", ""),
        ("2028-2030", "", "Old gallery", ""),
    ],
)
def test_only_the_round_before_counts_and_only_where_all_went_to_one_setting(
    cycle: str, number: str, name: str, entry: str
) -> None:
    last = round_before(cycle, ("2022-2024", "2024-2026", "2026-2028", "2028-2030"))

    assert entry_last_round(HANDS, last, number, name) == entry
