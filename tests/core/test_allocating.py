"""Sharing returns out: even, by sector, never one's own setting, and a share drawn that anyone can work out again."""

from collections import Counter

import pytest

from compact_tui.core.allocating import Waiting, drawn, reading_number, return_of_id, shared_out
from compact_tui.core.read_forms import parse_readers, parse_share, readers_in
from compact_tui.core.read_records import Reader

ANN, BEN, CAT = (Reader(id=name, name=name) for name in ("Ann", "Ben", "Cat"))


def _returns(number: int, sectors: int = 3) -> list[Waiting]:
    return [Waiting(f"r-{n:03}", f"P{n}", f"s{n % sectors}") for n in range(number)]


@pytest.mark.parametrize("way", ["even", "sector"])
@pytest.mark.parametrize(("number", "loads"), [(0, []), (1, [1]), (3, [1, 1, 1]), (250, [83, 83, 84])])
def test_everybody_has_as_many_as_the_others_or_one_more(number: int, loads: list[int], way: str) -> None:
    share = shared_out(_returns(number), (ANN, BEN, CAT), {}, way)

    assert sorted(Counter(reader for _, reader in share.given).values()) == loads
    assert [id_ for id_, _ in share.given] == [one.id for one in _returns(number)]


def test_by_sector_each_reader_is_in_as_few_sectors_as_can_be() -> None:
    share = dict(shared_out(_returns(9), (ANN, BEN, CAT), {}, "sector").given)

    assert [len({n % 3 for n in range(9) if share[f"r-{n:03}"] == one.name}) for one in (ANN, BEN, CAT)] == [1, 1, 1]


@pytest.mark.parametrize("way", ["even", "sector"])
def test_nobody_reads_their_own_setting_and_what_nobody_may_read_is_left(way: str) -> None:
    ann, ben = Reader(id="a", name="Ann", own=("P0", "P1")), Reader(id="b", name="Ben", own=("P0", "P2"))

    share = shared_out(_returns(4), (ann, ben), {}, way)

    assert share.left == ("r-000",)
    assert dict(share.given)["r-001"] == "Ben"
    assert dict(share.given)["r-002"] == "Ann"


def test_who_has_less_already_gets_more() -> None:
    share = shared_out(_returns(4), (ANN, BEN), {"Ann": 3, "Ben": 1})

    assert Counter(reader for _, reader in share.given) == {"Ann": 1, "Ben": 3}


def test_a_second_reader_is_another_one_and_without_readers_all_is_left() -> None:
    again = [Waiting("r-1", "P1", not_by="Ann")]

    assert shared_out(again, (ANN, BEN), {"Ben": 9}).given == (("r-1", "Ben"),)
    assert shared_out(again, (ANN,), {}).left == ("r-1",)
    assert shared_out(again, (), {}).left == ("r-1",)


@pytest.mark.parametrize(("number", "percent", "size"), [(0, 10, 0), (1, 1, 1), (10, 10, 1), (11, 10, 2), (7, 100, 7)])
def test_a_share_is_drawn_by_chance_that_is_the_same_every_time(number: int, percent: int, size: int) -> None:
    ids = [f"r-{n:02}" for n in range(number)]

    chosen = drawn(ids, percent, 5)

    assert len(set(chosen)) == len(chosen) == size
    assert drawn(ids[::-1], percent, 5) == chosen
    assert set(chosen) <= set(ids)


def test_another_seed_draws_others() -> None:
    ids = [f"r-{n:02}" for n in range(40)]

    assert drawn(ids, 10, 1) != drawn(ids, 10, 2)


def test_a_second_reading_is_told_by_its_id() -> None:
    assert [(return_of_id(one), reading_number(one)) for one in ("r-1", "r-1#2")] == [("r-1", 1), ("r-1", 2)]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ann", (("Ann", ()),)),
        (" Ann  Lee =  P1   P2 ; Ben,", (("Ann Lee", ("P1", "P2")), ("Ben", ()))),
        ("", ()),
    ],
)
def test_readers_are_typed_with_the_settings_of_their_own(typed: str, kept: object) -> None:
    assert readers_in(parse_readers(typed)) == kept


@pytest.mark.parametrize("typed", ["= P1", "Ann =", "Ann, Ann = P1"])
def test_readers_that_make_no_sense_are_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"is not a reader|named twice"):
        parse_readers(typed)


@pytest.mark.parametrize("typed", ["0", "101", "ten", "-5", "1.5", "٣"])
def test_a_share_is_from_1_to_100(typed: str) -> None:
    assert (parse_share("10%"), parse_share("100")) == ("10", "100")
    with pytest.raises(ValueError, match="from 1 to 100"):
        parse_share(typed)
