"""On every day to the end of 2028 the shipped banks ask only what holds, and never run dry."""

from functools import cache

import pytest
from msgspec.structs import replace

from compact_tui.core.bank import QuestionBank
from compact_tui.core.bank_use import Askable, applies, askable_in
from compact_tui.core.picking import pick
from compact_tui.core.setting import SECTORS
from compact_tui.core.spot import Heard
from compact_tui.storage.banks import shipped_banks
from tests.benchmarks import bank_dates

ROUNDS, OF = 10, 3


@cache
def banks() -> tuple[QuestionBank, ...]:
    readings = shipped_banks()
    assert [one.name for one in readings if one.bank is None] == []
    return tuple(one.bank for one in readings if one.bank)


@cache
def asked() -> dict[str, frozenset[str]]:
    """Ids of what may be asked on each day, in whatever sector."""
    return bank_dates.asked_on_each_day(list(banks()))


def test_nothing_replaced_or_not_in_force_is_asked_as_a_duty_on_any_day() -> None:
    assert bank_dates.wrongly_asked(list(banks())) == []


def test_a_question_whose_source_is_replaced_is_no_longer_asked_after_its_last_day() -> None:
    whole = next(bank for bank in banks() if bank.bank.id == "whistleblowing")
    over = replace(whole, source=tuple(replace(source, in_force_to="2027-08-31") for source in whole.source))
    duties = {question.id for question in over.question if question.duty != "good-practice"}

    found = bank_dates.asked_on_each_day([over])

    assert duties and duties <= found["2027-08-31"]
    assert duties & found["2027-09-01"] == set()


def test_no_draft_is_asked_on_any_day_while_nobody_confirms_it() -> None:
    drafts = {question.id for bank in banks() for question in bank.question if question.status != "live"}

    assert drafts & frozenset().union(*asked().values()) == set()


@pytest.mark.parametrize("sector", [sector for sector, _ in SECTORS] + [""])
def test_every_sector_has_questions_for_ten_rounds_of_three_on_every_day(sector: str) -> None:
    here = {q.id for bank in banks() for q in bank.question if applies(q, sector) and "all-staff" in q.roles}
    here -= {question.id for bank in banks() for question in bank.question if question.from_profile}

    fewest = min(asked(), key=lambda day: len(asked()[day] & here))

    assert len(asked()[fewest] & here) >= ROUNDS * OF
    able = [one for one in askable_in(banks(), fewest, sector, {}) if one.question.id in here]
    assert len(ten_rounds(able, fewest)) == ROUNDS * OF


def ten_rounds(able: list[Askable], day: str) -> set[str]:
    """Ids of what ten rounds of one group on one day ask, picked as the program picks."""
    heard: list[Heard] = []
    for number in range(ROUNDS):
        group, roles = "Lunchtime staff", ("all-staff",)
        for one in pick(able, heard, group=group, roles=roles, today=day, seed=number, number=OF):
            assert not one.repeated
            q = one.askable.question
            heard.append(
                Heard(
                    id=f"h-{len(heard)}", check=f"s-{number}", question=q.id, fact=q.fact, topic=q.topic, group=group,
                    bank=one.askable.bank, edition=one.askable.edition, on=day, level="full", at=f"{day}T09:00:00Z",
                )
            )  # fmt: skip
    return {one.question for one in heard}


def test_past_its_review_day_a_question_is_still_asked_with_the_mark() -> None:
    last = askable_in(banks(), bank_dates.LAST.isoformat(), "education", {})
    first = askable_in(banks(), bank_dates.FIRST.isoformat(), "education", {})

    assert [one.question.id for one in last] == [one.question.id for one in first]
    assert {"check the edition" in one.marks for one in last} == {True}
    assert {"check the edition" in one.marks for one in first} == {False}


def test_the_walk_prints_every_month_to_the_end_of_2028(capsys: pytest.CaptureFixture[str]) -> None:
    bank_dates.main()

    lines = capsys.readouterr().out.splitlines()
    assert [line[:10] for line in lines[3:-2]] == bank_dates.months()
    assert (lines[3][:10], lines[-3][:10]) == ("2026-12-01", "2028-12-01")
    assert lines[-1] == "Put as a duty while replaced or not in force, on any of 771 days: 0"
