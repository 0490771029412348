"""The books of the spot checks: one a month, and one of what holds for all of them."""

from pathlib import Path

from compact_tui.services import spot_keeping, spot_rounds
from compact_tui.services.spot_books import (
    all_checks,
    keeping_now,
    month_books,
    month_of,
    month_paths,
    role_groups,
)
from tests.asking import asking_desk
from tests.services.desks import at, reopened


def test_without_any_round_there_is_no_book_and_nothing_is_made_by_looking(tmp_path: Path) -> None:
    desk = asking_desk(tmp_path / "ws")

    assert (month_paths(desk), all_checks(desk), role_groups(desk), keeping_now(desk)) == ([], (), (), None)
    assert not desk.workspace.root.exists()


def test_every_month_has_a_book_and_they_come_oldest_first(tmp_path: Path) -> None:
    desk = asking_desk(tmp_path / "ws")
    spot_rounds.record(desk, "Porters", "q-1", "full")
    spot_rounds.record(at(desk, days=-40), "Cooks", "q-1", "full")
    spot_rounds.record(desk, "porters", "q-2", "full", on="2026-12-01")
    spot_keeping.tell_staff(desk)

    assert [path.name for path in month_paths(desk)] == ["2026-10.json", "2026-12.json"]
    assert [len(book.rows("heard")) for book in month_books(reopened(desk))] == [1, 2]
    assert [group.name for group in role_groups(desk)] == ["Porters", "Cooks"]
    assert month_of("2026-12-31") == "2026-12"


def test_a_book_of_another_program_is_brought_up_to_date_before_it_is_read(tmp_path: Path) -> None:
    one, other = asking_desk(tmp_path / "ws", name="a"), asking_desk(tmp_path / "ws", name="b")
    spot_rounds.record(one, "Porters", "q-1", "full")
    spot_rounds.record(other, "Porters", "q-2", "full")

    assert len(all_checks(one)) == len(all_checks(other)) == 2
