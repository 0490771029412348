"""Taking answers out of the plain form of a month's book."""

import msgspec
import pytest

from compact_tui.core.spot import Heard
from compact_tui.core.spot_purge import OVER, Gone, Tables, cutoff, ids_of, purged, purged_rows
from tests.bank_samples import heard


def plain(one: Heard) -> dict[str, object]:
    return msgspec.to_builtins(one)  # type: ignore[no-any-return]


def tables_of(*rows: Heard) -> Tables:
    change = {"id": "c-1", "what": "heard from Porters: q-1", "edits": []}
    for row in rows:
        change["edits"].append({"table": "heard", "id": row.id, "before": None, "after": plain(row)})  # type: ignore[attr-defined]
    return {
        "head": {"book": {"format": "compact-spot-checks"}},
        "checks": {},
        "heard": {row.id: plain(row) for row in rows},
        "counted": {},
        "history": {"c-1": change},
    }


@pytest.mark.parametrize(
    ("today", "months", "first"),
    [
        ("2026-12-03", 12, "2025-12-03"),
        ("2026-12-31", 1, "2026-11-30"),
        ("2026-03-31", 1, "2026-02-28"),
        ("2024-02-29", 12, "2023-02-28"),
        ("2026-01-15", 1, "2025-12-15"),
        ("2026-12-31", 12, "2025-12-31"),
    ],
)
def test_the_first_day_kept_is_so_many_months_before_today(today: str, months: int, first: str) -> None:
    assert cutoff(today, months) == first


def test_what_is_older_leaves_counts_and_the_day_itself_is_kept() -> None:
    rows = (
        heard(1, "2025-12-02", note="Zebra", id="h-1"),
        heard(1, "2025-12-02", id="h-2"),
        heard(2, "2025-11-30", level="", counts=(("partial", 3), ("not-yet", 2)), id="h-3"),
        heard(1, "2025-12-03", id="h-4"),
    )

    done, answers = purged(tables_of(*rows), Gone(before="2025-12-03"))

    assert answers == 3
    assert list(done["heard"]) == ["h-4"]
    said = {id_: row["answers"] for id_, row in done["counted"].items()}
    assert said == {
        "2025-12:Porters:q-1:full": 2,
        "2025-11:Porters:q-2:partial": 3,
        "2025-11:Porters:q-2:not-yet": 2,
    }
    assert "Zebra" not in str(done)
    assert done["history"]["c-1"]["what"] == OVER
    assert [edit["id"] for edit in done["history"]["c-1"]["edits"]] == ["h-4"]


def test_counts_of_one_month_are_added_up_and_doing_it_again_changes_nothing() -> None:
    first, _ = purged(tables_of(heard(1, "2025-12-02", id="h-1")), Gone(before="2025-12-03"))
    later = {**first, "heard": {"h-9": plain(heard(1, "2025-12-05", id="h-9"))}}

    done, _ = purged(later, Gone(before="2026-01-01"))

    assert done["counted"]["2025-12:Porters:q-1:full"]["answers"] == 2
    assert purged(done, Gone(before="2026-01-01")) == (done, 0)


def test_a_persons_own_answers_leave_no_count_and_are_known_from_the_history_too() -> None:
    signed, other = heard(1, "2026-12-01", initials="JP", id="h-1"), heard(1, "2026-12-01", initials="JPX", id="h-2")
    tables = tables_of(signed, other)
    del tables["heard"]["h-1"]
    ids = frozenset(ids_of(tables, "JP"))

    done, answers = purged(tables_of(signed, other), Gone(ids=ids))

    assert (ids, answers) == (frozenset({"h-1"}), 1)
    assert list(done["heard"]) == ["h-2"]
    assert done["counted"] == {}
    assert "'JP'" not in str(done)


def test_a_file_for_another_computer_loses_them_too() -> None:
    document = {"format": "x", "heard": [plain(heard(1, "2025-01-01")), plain(heard(1, "2026-12-01"))], "checks": []}

    done, answers = purged_rows(document, Gone(before="2026-01-01"))

    assert answers == 1
    assert [row["on"] for row in done["heard"]] == ["2026-12-01"]
